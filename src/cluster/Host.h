#pragma once

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include "cluster/Cause.h"

namespace nodescope::cluster {

/// What EPMD of one host answered when asked for its names.
struct Host
{
    struct Entry
    {
        QString name;     ///< the part before `@`
        quint16 port = 0; ///< of the distribution
        friend bool operator==(const Entry &, const Entry &) = default;
    };

    QString host; ///< as the person typed it, or the host part of a node's name
    quint16 epmdPort = 4369;
    QList<Entry> entries;      ///< in EPMD's order
    Cause cause = Cause::None; ///< why there is no answer
    QDateTime time;            ///< when it was asked, UTC

    friend bool operator==(const Host &, const Host &) = default;
};

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::Host)
