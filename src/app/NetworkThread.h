#pragma once

#include <QThread>

#include "app/DeltaMailbox.h"
#include "base/Clock.h"
#include "cluster/Intent.h"
#include "dist/CookieStore.h"
#include "session/LiveSession.h"

namespace nodescope::app {

/// The thread on which everything lives that touches the network: the session, and the practice
/// cluster. Intents go in, deltas come out through the mailbox; nothing else crosses.
///
/// Lives on the window's thread. `clock` and `mailbox` must outlive it. Its destruction closes all links
/// and joins the thread.
class NetworkThread final : public QObject
{
    Q_OBJECT

public:
    NetworkThread(const base::Clock &clock, DeltaMailbox &mailbox, session::LiveSettings settings,
                  dist::CookieStore cookies, QObject *parent = nullptr);
    ~NetworkThread() override;

public Q_SLOTS:
    /// Carried out later, on the network thread, in order.
    void perform(const nodescope::cluster::Intent &intent);

private:
    QThread m_thread;
    session::LiveSession *m_session; // lives and dies on m_thread
};

} // namespace nodescope::app
