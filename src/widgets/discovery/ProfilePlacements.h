#pragma once

#include <QObject>

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "widgets/discovery/ProfileStore.h"
#include "widgets/graphview/Placement.h"

namespace nodescope::widgets {

class GraphView;

/// Where a person placed the nodes of a cluster: kept in its profile when that is left, and given back to the
/// graph when it is opened.
class ProfilePlacements : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    ProfilePlacements(const cluster::ClusterStore &store, ProfileStore &profiles, GraphView &graph,
                      QObject *parent = nullptr);

public Q_SLOTS:
    /// Of what is about to be carried out, what opens or closes a profile counts.
    void follow(const nodescope::cluster::Intent &intent);
    /// Keeps the places in the open profile, if one is open that was saved.
    void remember();

private:
    const cluster::ClusterStore &m_store;
    ProfileStore &m_profiles;
    GraphView &m_graph;
};

[[nodiscard]] QList<cluster::PlacedNode> placedNodes(const Placements &placements);
[[nodiscard]] Placements placementsOf(const QList<cluster::PlacedNode> &placed);

} // namespace nodescope::widgets
