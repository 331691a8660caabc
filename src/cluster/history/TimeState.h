#pragma once

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include "cluster/history/Mark.h"

namespace nodescope::cluster {

/// Which moment is shown, and what is recorded: what the controls of time show. Times in milliseconds since
/// the epoch.
struct TimeState
{
    bool live = true;  ///< what is shown is now
    qint64 moment = 0; ///< else: that
    bool playing = false;
    double speed = 1;
    qint64 begin = 0;       ///< of the past that can be shown; 0: there is none
    qint64 end = 0;         ///< as far as it is known; while live it goes on
    bool truncated = false; ///< what was before `begin` had to go
    QList<Mark> marks;      ///< by their times

    QString opened;        ///< the recording that is shown; empty: the session
    bool loading = false;  ///< it is still being read
    bool redacted = false; ///< its names are no real ones
    /// Why it is not whole: `cut`, `damaged`; empty: it is.
    QString problem;

    QString recording; ///< the file that is being written; empty: none
    qint64 recordedSince = 0;
    QStringList leftovers; ///< recordings of earlier sessions that nobody has kept, as after a crash

    friend bool operator==(const TimeState &, const TimeState &) = default;
};

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::TimeState)
