#pragma once

#include <QMetaType>
#include <QString>

namespace nodescope::cluster {

/// What the status bar says of the session that feeds a cluster.
struct SessionInfo
{
    enum class Source { None, Live, Replay, Simulated };

    Source source = Source::None;
    QString profile;          ///< name of the cluster profile; empty: unnamed
    bool actingArmed = false; ///< whether acts on nodes that are not practice nodes are allowed
    bool practiceRunning = false;
    int practiceNodes = 0;
    quint16 practiceEpmdPort = 0;
    QString practiceCookieFile;  ///< path of the file that holds the practice cookie; empty: none
    int figureSeconds = 0;       ///< nodes are asked for their figures at this interval; 0: they are not
    quint64 droppedEvents = 0;   ///< events that a bounded queue had to drop; shown when not 0
    quint64 droppedMessages = 0; ///< steps of messages likewise

    friend bool operator==(const SessionInfo &, const SessionInfo &) = default;
};

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::SessionInfo)
