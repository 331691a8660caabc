#pragma once

#include <QMetaType>
#include <QString>

#include "base/NodeName.h"

namespace nodescope::cluster {

/// A place in time that a person marked: a bookmark, or with a text a comment.
struct Mark
{
    quint64 id = 0;       ///< counted from 1 in each history
    qint64 time = 0;      ///< the moment that is marked, milliseconds since the epoch
    QString text;         ///< what the person wrote; empty: a bookmark; at most MaxText characters
    base::NodeName node;  ///< whom it is about; null: everybody
    bool removed = false; ///< taken back: in a file that only grows, that is written behind

    static constexpr qsizetype MaxText = 4000;
    friend bool operator==(const Mark &, const Mark &) = default;
};

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::Mark)
