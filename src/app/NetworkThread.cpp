#include "app/NetworkThread.h"

#include "app/PracticeAdapter.h"

namespace nodescope::app {

NetworkThread::NetworkThread(const base::Clock &clock, DeltaMailbox &mailbox, session::LiveSettings settings,
                             dist::CookieStore cookies, QObject *parent)
    : QObject(parent)
    , m_session(nullptr)
{
    m_thread.setObjectName(QStringLiteral("network"));
    m_thread.start();
    // Timers and sockets belong to the thread that makes them, so the session is made there.
    auto *maker = new QObject;
    maker->moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        maker,
        [&] {
            m_session = new session::LiveSession(clock, settings, std::move(cookies));
            m_session->setPracticeHost(new PracticeAdapter(clock, settings.epmdPort, m_session));
            QObject::connect(m_session, &session::LiveSession::changed, m_session,
                             [&mailbox](const cluster::Deltas &deltas) { mailbox.post(deltas); });
            delete maker;
        },
        Qt::BlockingQueuedConnection);
}

void NetworkThread::carryReports(ReportMailbox &reports)
{
    QObject::connect(
        m_session, &session::LiveSession::reported, m_session,
        [&reports](const cluster::Reports &told) { reports.post(told); }, Qt::DirectConnection);
}

NetworkThread::~NetworkThread()
{
    QMetaObject::invokeMethod(
        m_session, [session = m_session] { delete session; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void NetworkThread::perform(const cluster::Intent &intent)
{
    QMetaObject::invokeMethod(
        m_session, [session = m_session, intent] { session->perform(intent); }, Qt::QueuedConnection);
}

} // namespace nodescope::app
