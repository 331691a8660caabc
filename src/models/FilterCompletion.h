#pragma once

#include <QStringList>

#include "cluster/Cluster.h"

namespace nodescope::models {

/// What can stand where the cursor is in a filter: the whole words to put there.
struct FilterCompletion
{
    /// At most so many are offered.
    static constexpr qsizetype MaxOffered = 40;

    qsizetype begin = 0; ///< where the word begins that is being typed, behind a minus
    QString typed;       ///< from there to the cursor
    QStringList words;   ///< keys, values that exist in the cluster, and names of nodes
};

/// `text` up to `cursor` is what was typed. A key alone ends in a colon, or is whole if it is a flag. Values
/// are offered where their key stands, and are those that can be and those that the cluster has now.
[[nodiscard]] FilterCompletion completionOf(const QString &text, qsizetype cursor,
                                            const cluster::Cluster &cluster);

} // namespace nodescope::models
