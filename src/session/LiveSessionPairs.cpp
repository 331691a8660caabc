// The part of LiveSession that has one node connect to another, or leave it.

#include "doctor/pairs/PairExamination.h"
#include "session/LiveSession.h"

namespace nodescope::session {

using namespace cluster;
using base::NodeName;
using dist::CallResult;
using term::Term;

bool LiveSession::mayActOn(const NodeName &node)
{
    if (m_info.actingArmed || (m_practice && m_practice->owns(node)))
        return true;
    m_picture.intentFailed(QStringLiteral("acting_not_armed"), node.text());
    return false;
}

void LiveSession::obey(const ConnectPair &intent)
{
    if (mayActOn(intent.a))
        startPair(intent.a, intent.b);
}

void LiveSession::startPair(const NodeName &a, const NodeName &b)
{
    if (!m_self.isConnected(a)) {
        m_picture.intentFailed(QStringLiteral("not_connected"), a.text());
        return;
    }
    m_picture.pairStarted(a, b);
    m_picture.event(EventKind::Acted, a, b, QStringLiteral("connect_node"));
    doctor::PairOptions options = pairOptions(a, b);
    if (options.cookie.isNull())
        options.cookie = m_self.cookies().forNode(a).secret;
    options.attempt = true;
    auto *examination = new doctor::PairExamination(m_self, a, b, options, this);
    ++m_openPairs;
    connect(examination, &doctor::PairExamination::finished, this, [this, a, b](const Diagnosis &diagnosis) {
        --m_openPairs;
        onAttempted(a, b, diagnosis);
    });
    examination->start();
}

void LiveSession::obey(const DisconnectPair &intent)
{
    if (!mayActOn(intent.a))
        return;
    m_picture.event(EventKind::Acted, intent.a, intent.b, QStringLiteral("disconnect_node"));
    dist::CallRequest request;
    request.node = intent.a;
    request.module = QStringLiteral("erlang");
    request.function = QStringLiteral("disconnect_node");
    request.arguments = {Term::atom(intent.b.text())};
    m_self.call(request, this, [this, intent](const CallResult &result) {
        if (!result.value())
            m_picture.intentFailed(QStringLiteral("disconnect_failed"),
                                   QLatin1String(dist::reasonName(result.end)));
        publishSoon();
    });
}

} // namespace nodescope::session
