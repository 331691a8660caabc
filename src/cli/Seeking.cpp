#include "cli/Seeking.h"

#include "dist/Timing.h"

namespace nodescope::cli {

using namespace std::chrono_literals;

namespace {
constexpr auto RetryInterval = 500ms;
} // namespace

Seeking::Seeking(session::LiveSession &session, const WatchOptions &options, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_nodes(options.nodes)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(dist::timerInterval(options.patience));
    connect(&m_patience, &QTimer::timeout, this, &Seeking::giveUp);
    connect(&session, &session::LiveSession::attemptFinished, this, &Seeking::onAttempt);
}

void Seeking::begin()
{
    m_patience.start();
    for (const base::NodeName &node : m_nodes)
        reach(node);
}

void Seeking::reach(const base::NodeName &node)
{
    cluster::ConnectToNode intent;
    intent.node = node;
    m_session.perform(intent);
}

void Seeking::onAttempt(const cluster::Diagnosis &diagnosis)
{
    if (diagnosis.ok()) {
        m_wereUp.insert(diagnosis.to);
        m_patience.stop();
        return;
    }
    if (!m_nodes.contains(diagnosis.to) || m_wereUp.contains(diagnosis.to))
        return;
    if (session::isAbsence(diagnosis.cause)) {
        QTimer::singleShot(RetryInterval, this, [this, node = diagnosis.to] { reach(node); });
        return;
    }
    m_refused.insert(diagnosis.to);
    // Later, so that the event that says why comes first.
    if (m_refused.size() == m_nodes.size())
        QTimer::singleShot(0, this, &Seeking::giveUp);
}

void Seeking::giveUp()
{
    if (m_hasGivenUp || !m_wereUp.isEmpty())
        return;
    m_hasGivenUp = true;
    Q_EMIT gaveUp();
}

} // namespace nodescope::cli
