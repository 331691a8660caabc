#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>

#include "cli/WatchOptions.h"

namespace nodescope::cli {

/// How a command that runs for long comes to its nodes: each is dialled at once, and one that is not there
/// again and again until it is; from then on the session seeks it by itself. One that refuses us is not
/// dialled again: what it refuses, it refuses the next time as well.
///
/// Thread: the session's. The session must outlive it.
class Seeking final : public QObject
{
    Q_OBJECT

public:
    /// `options`: which nodes, and how long the first of them may take.
    Seeking(session::LiveSession &session, const WatchOptions &options, QObject *parent = nullptr);

    void begin();

Q_SIGNALS:
    /// None of the nodes can be reached: all refused us, or none came within the patience. At most once,
    /// and never after one was up. What the session told of the last attempt has been told before.
    void gaveUp();

private:
    void reach(const base::NodeName &node);
    void onAttempt(const cluster::Diagnosis &diagnosis);
    void giveUp();

    session::LiveSession &m_session;
    const QList<base::NodeName> m_nodes;
    QTimer m_patience;
    QSet<base::NodeName> m_wereUp;
    QSet<base::NodeName> m_refused;
    bool m_hasGivenUp = false;
};

} // namespace nodescope::cli
