#pragma once

#include <Qt>

namespace nodescope::models {

/// What the rows of all models answer besides Qt's own roles. Values, never text for people.
enum Role {
    /// The whole value: cluster::Node, cluster::Link or cluster::Event.
    ValueRole = Qt::UserRole + 1,
    /// The node's full name (base::NodeName): for selecting, dialling and finding rows.
    NodeNameRole,
    /// cluster::LinkKey of a link's row.
    LinkKeyRole,
    /// What to sort by in this column: numbers, times, texts.
    SortRole,
    /// NodeTreeModel: its RowKind, as an int.
    RowKindRole,
    /// NodeTreeModel: how many rows a section holds; and how many of them have failed.
    CountRole,
    FailedCountRole,
    /// NodeTreeModel: the host of a row (QString), and the port that EPMD names for an entry.
    HostRole,
    PortRole,
    /// NodeTreeModel: the EPMD port under which an entry was found.
    EpmdPortRole,
};

} // namespace nodescope::models
