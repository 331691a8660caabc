#pragma once

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include "base/NodeName.h"

namespace nodescope::cluster {

enum class HappeningKind {
    Split,     ///< nodes that were one cluster are several, and all of them live
    NodesLost, ///< nodes went that nobody sees any more
    Flapping,  ///< a node, or a link of two, goes and comes again and again
};

/// `split`, `nodes_lost`, `flapping`.
[[nodiscard]] QString identifierOf(HappeningKind kind);

/// Something that matters to the whole cluster, told once, from many single events. A value; a later one of
/// the same id replaces it.
struct Happening
{
    quint64 id = 0; ///< counted from 1
    HappeningKind kind = HappeningKind::Split;
    QDateTime began; ///< UTC, by our wall clock: the first event of it
    QDateTime ended; ///< healed, all back, or quiet again; invalid: it goes on
    /// Split: who is left together, the smallest group first, names sorted. NodesLost: one group, those that
    /// went. Flapping: one group, of the node or of the link's two ends.
    QList<QList<base::NodeName>> sides;
    QString reason; ///< what most of the nodes concerned told, in their own words; empty: nobody told one
    int count = 0;  ///< Flapping: how many times it went

    [[nodiscard]] bool isOver() const { return ended.isValid(); }
    friend bool operator==(const Happening &, const Happening &) = default;
};

/// The hosts of a group if it is all of one: `db1`; else empty.
[[nodiscard]] QString hostOf(const QList<base::NodeName> &group);

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::Happening)
