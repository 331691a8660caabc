#pragma once

#include <QMetaType>

#include "base/Clock.h"

namespace nodescope::dist {

/// What went over a link since its connection stood. Bytes count everything, handshake and lengths too.
struct LinkCounters
{
    quint64 bytesIn = 0;
    quint64 bytesOut = 0;
    quint64 packetsIn = 0; ///< frames after the handshake, ticks and fragments too, as in `nodes_info`
    quint64 packetsOut = 0;
    quint64 signalsIn = 0;
    quint64 signalsOut = 0;
    quint64 ticksIn = 0;
    quint64 ticksOut = 0;
    quint64 missedTicks = 0;   ///< quarters of the tick time without a byte of the peer
    quint64 skipped = 0;       ///< messages over the limit, dropped unread
    quint64 misunderstood = 0; ///< frames that say nothing sensible; the link stayed up
};

/// How a link stands at one moment.
struct LinkMeasure
{
    LinkCounters counters;
    qint64 writeQueue = 0;          ///< bytes that wait here
    base::Duration sinceLastRead{}; ///< age of the peer's last byte
    base::Duration sinceLastWrite{};
    base::Duration tickInterval{};     ///< how often we tick
    base::Duration peerTickInterval{}; ///< a quarter of the silence that is allowed
    bool busy = false;                 ///< send() said Busy, and there is no room yet
    bool readingPaused = false;
};

} // namespace nodescope::dist

Q_DECLARE_METATYPE(nodescope::dist::LinkCounters)
Q_DECLARE_METATYPE(nodescope::dist::LinkMeasure)
