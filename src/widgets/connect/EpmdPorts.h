#pragma once

#include <QHash>

#include "cluster/ClusterStore.h"
#include "cluster/Intent.h"
#include "widgets/connect/RecentNodes.h"

namespace nodescope::widgets {

/// Where to ask for a node again: the address and the port of the EPMD under which it is known, or was tried
/// last.
///
/// All references must outlive it.
class EpmdPorts
{
public:
    struct Place
    {
        QString host;
        quint16 port = 4369;
    };

    EpmdPorts(const cluster::ClusterStore &store, const RecentNodes &recent, quint16 usualPort);

    /// Remembers the ports of what passes.
    void follow(const cluster::Intent &intent);
    /// Of a node that nothing tells of: its host, at the usual port.
    [[nodiscard]] Place placeOf(const base::NodeName &node) const;

private:
    [[nodiscard]] std::optional<Place> knownPlaceOf(const base::NodeName &node) const;

    const cluster::ClusterStore &m_store;
    const RecentNodes &m_recent;
    quint16 m_usualPort;
    QHash<base::NodeName, quint16> m_tried; ///< by attempts that named a port
};

} // namespace nodescope::widgets
