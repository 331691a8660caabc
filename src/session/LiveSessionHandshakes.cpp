// The part of LiveSession that is handshakes: those that are kept, and the one that a person steps through.

#include "doctor/pairs/ConnectRequest.h"
#include "session/LiveSession.h"

namespace nodescope::session {

using namespace cluster;
using base::NodeName;

void LiveSession::joinHandshakes()
{
    connect(&m_self, &dist::LocalNode::dialFinished, &m_handshakes, &HandshakeDesk::dialled);
    connect(&m_examinations, &Examinations::dialled, &m_handshakes, &HandshakeDesk::dialled);
    connect(&m_post, &PostDesk::called, &m_handshakes, &HandshakeDesk::called);
    connect(&m_handshakes, &HandshakeDesk::changed, this, [this](const HandshakeRecord &record) {
        m_picture.handshakeChanged(record);
        publishSoon();
    });
    connect(&m_handshakes, &HandshakeDesk::waitingToBeDialled, this, &LiveSession::haveDialled);
}

base::Secret LiveSession::cookieFor(const NodeName &node) const
{
    const auto known = m_peers.constFind(node);
    if (known != m_peers.constEnd() && !known->cookie.isNull())
        return known->cookie;
    return m_self.cookies().forNode(node).secret;
}

void LiveSession::obey(const StepHandshake &intent)
{
    if (!mayActOn(intent.node))
        return;
    const Peer &target = peer(intent.node);
    HandshakeDesk::Order order{intent.id, intent.node, intent.incoming, intent.ownName, intent.cookie, 0, {}};
    // Who dials waits no longer than usual, whoever it is.
    if (m_practice && !intent.incoming && m_practice->owns(intent.node))
        order.setupTime = m_practice->setupTime();
    if (order.cookie.isNull())
        order.cookie = cookieFor(intent.node);
    order.epmdPort = intent.epmdPort.value_or(target.epmdPort);
    if (!intent.incoming)
        order.tls = target.tls ? target.tls : m_settings.tls;
    else if (!target.tlsFile.isEmpty() &&
             !readTlsOptions(target.tlsFile, dist::TlsSections::Server, order.tls))
        return;
    QString detail;
    if (!m_handshakes.step(order, &detail))
        m_picture.intentFailed(QStringLiteral("cannot_listen"), detail);
    else
        m_picture.event(EventKind::Acted, selfName(), intent.node, QStringLiteral("handshake in steps"));
    m_asked = intent.incoming ? intent.node : NodeName();
}

void LiveSession::haveDialled(quint64, const NodeName &ownName)
{
    // Who is not connected to us dials by itself, or is told to in its own shell.
    if (m_asked.isNull() || !m_self.isConnected(m_asked))
        return;
    // Its answer comes when the handshake is over; the handshake itself says how it went.
    m_self.call(doctor::connectRequest(m_asked, ownName), this, [](const dist::CallResult &) {});
}

void LiveSession::obey(const ReleaseHandshake &intent)
{
    m_handshakes.release(intent.id, intent.edit);
}

void LiveSession::obey(const EndHandshake &intent)
{
    m_handshakes.end(intent.id);
}

void LiveSession::obey(const ShowCookie &intent)
{
    base::Secret cookie = m_handshakes.cookieOf(intent.handshake);
    if (cookie.isNull() && !intent.peer.isNull())
        cookie = cookieFor(intent.peer);
    m_picture.cookieShown(intent.handshake, cookie);
}

} // namespace nodescope::session
