#pragma once

#include <QThread>

#include "app/DeltaMailbox.h"
#include "app/ReportMailbox.h"
#include "base/Clock.h"
#include "cluster/Intent.h"
#include "dist/CookieStore.h"
#include "session/LiveSession.h"

namespace nodescope::app {

/// The thread on which everything lives that touches the network: the session, and the practice
/// cluster. Intents go in, deltas and reports come out through their mailboxes; nothing else
/// crosses.
///
/// Lives on the window's thread. `clock` and the mailboxes must outlive it. Its destruction closes all links
/// and joins the thread.
class NetworkThread final : public QObject
{
    Q_OBJECT

public:
    NetworkThread(const base::Clock &clock, DeltaMailbox &mailbox, session::LiveSettings settings,
                  dist::CookieStore cookies, QObject *parent = nullptr);
    /// From now on reports go to `reports`; without, nobody hears of them.
    void carryReports(ReportMailbox &reports);
    ~NetworkThread() override;

public Q_SLOTS:
    /// Carried out later, on the network thread, in order.
    void perform(const nodescope::cluster::Intent &intent);

private:
    QThread m_thread;
    session::LiveSession *m_session; // lives and dies on m_thread
};

} // namespace nodescope::app
