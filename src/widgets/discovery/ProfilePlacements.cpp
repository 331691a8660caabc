#include "widgets/discovery/ProfilePlacements.h"

#include <algorithm>

#include "widgets/graphview/GraphView.h"

namespace nodescope::widgets {

using namespace cluster;

ProfilePlacements::ProfilePlacements(const ClusterStore &store, ProfileStore &profiles, GraphView &graph,
                                     QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_profiles(profiles)
    , m_graph(graph)
{
}

void ProfilePlacements::follow(const Intent &intent)
{
    const auto *open = std::get_if<OpenProfile>(&intent);
    if (!open && !std::holds_alternative<CloseProfile>(intent))
        return;
    remember();
    if (!open)
        return;
    // The one that is open already has just been kept anew.
    const auto saved = m_profiles.profile(open->profile.name);
    const QList<PlacedNode> &placed = saved ? saved->placements : open->profile.placements;
    if (!placed.isEmpty())
        m_graph.setPlacements(placementsOf(placed));
}

void ProfilePlacements::remember()
{
    auto profile = m_profiles.profile(m_store.cluster().session().profile);
    if (!profile)
        return;
    QList<PlacedNode> placed = placedNodes(m_graph.placements());
    // Who is away just now comes back to its place.
    for (const PlacedNode &before : std::as_const(profile->placements)) {
        const bool there = std::any_of(placed.cbegin(), placed.cend(),
                                       [&](const PlacedNode &one) { return one.node == before.node; });
        if (!there && profile->expected.contains(before.node))
            placed.append(before);
    }
    if (placed == profile->placements)
        return;
    profile->placements = placed.mid(0, MaxProfileNodes);
    m_profiles.save(*profile);
}

QList<PlacedNode> placedNodes(const Placements &placements)
{
    QList<PlacedNode> placed;
    for (auto it = placements.cbegin(); it != placements.cend(); ++it)
        placed.append({it.key(), it->position.x(), it->position.y(), it->pinned});
    std::sort(placed.begin(), placed.end(),
              [](const PlacedNode &x, const PlacedNode &y) { return x.node < y.node; });
    return placed;
}

Placements placementsOf(const QList<PlacedNode> &placed)
{
    Placements placements;
    for (const PlacedNode &one : placed)
        placements.insert(one.node, {QPointF(one.x, one.y), one.pinned});
    return placements;
}

} // namespace nodescope::widgets
