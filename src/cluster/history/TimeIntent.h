#pragma once

#include <variant>

#include <QMetaType>
#include <QString>

#include "cluster/history/Mark.h"

/// What people want with time. None of it touches a node.
namespace nodescope::cluster {

/// Show what is now again; closes an opened recording.
struct GoLive
{
};
/// Show the state of that moment, milliseconds since the epoch.
struct SeekTo
{
    qint64 time = 0;
};
/// Go on from the moment that is shown.
struct PlayTime
{
};
struct PauseTime
{
};
/// By so many changes, backwards below 0; pauses.
struct StepTime
{
    int changes = 1;
};
struct SetSpeed
{
    double factor = 1;
};
/// Make, change or remove a mark (by its id).
struct SetMark
{
    Mark mark;
};
/// Write what happens from now on to a file.
struct StartRecording
{
};
/// End it. With a file: that is where it is kept; else it stays where it was written, and is offered later.
struct StopRecording
{
    QString file;
};
/// Show a recording instead of what is live, which goes on meanwhile.
struct OpenRecording
{
    QString file;
};
/// Write all of the past that is known (of the opened recording, or of the session) to a file, which is
/// replaced.
struct SaveHistory
{
    QString file;
    bool redacted = false;
};
/// Do not offer a recording again that was not kept.
struct DropLeftover
{
    QString file;
};

using TimeIntent = std::variant<GoLive, SeekTo, PlayTime, PauseTime, StepTime, SetSpeed, SetMark,
                                StartRecording, StopRecording, OpenRecording, SaveHistory, DropLeftover>;

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::TimeIntent)
