#include "widgets/doctor/EvictionLookup.h"

#include <algorithm>

#include "doctor/evictions/EvictionStories.h"

namespace nodescope::widgets {

using cluster::Event;
using cluster::EventKind;
using doctor::EvictionStory;
using doctor::LostLink;
using namespace std::chrono_literals;

namespace {
constexpr base::Duration Around = 60s;
constexpr qsizetype MaxEvents = 5000;
/// Both ends tell of a lost link, the one as much as a few ticks later than the other.
constexpr base::Duration SameLoss = 30s;

base::Duration apart(base::Instant a, base::Instant b)
{
    return a < b ? b - a : a - b;
}

bool tellsOf(const EvictionStory &story, const Event &lost)
{
    const auto isIt = [&](const LostLink &link) {
        return link.contains(lost.source) && link.contains(lost.node) && apart(link.at, lost.at) <= SameLoss;
    };
    return isIt(story.first) || std::any_of(story.evicted.begin(), story.evicted.end(), isIt);
}
} // namespace

std::optional<EvictionStory> storyOf(const cluster::Cluster &cluster, const Event &lost)
{
    if (lost.kind != EventKind::NodeDown)
        return std::nullopt;
    QList<Event> near;
    for (const Event &event : cluster.events()) {
        const bool ofLinks = event.kind == EventKind::NodeDown || event.kind == EventKind::NodeUp;
        if (ofLinks && apart(event.at, lost.at) <= Around)
            near.append(event);
        if (near.size() >= MaxEvents)
            break;
    }
    std::stable_sort(near.begin(), near.end(), [](const Event &a, const Event &b) { return a.at < b.at; });
    doctor::Prevention prevention;
    for (const cluster::Node &node : cluster.nodes())
        prevention.note(node);
    for (const EvictionStory &story : doctor::evictionStories(near, prevention)) {
        if (tellsOf(story, lost))
            return story;
    }
    return std::nullopt;
}

} // namespace nodescope::widgets
