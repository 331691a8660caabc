// The part of Dialler that is TLS: encrypting, and what to make of it when that fails.

#include "dist/Dialler.h"

#include "dist/TcpConnector.h"
#include "dist/tls/TlsSetup.h"

namespace nodescope::dist {

void Dialler::encrypt(std::unique_ptr<QSslSocket> socket)
{
    if (m_over)
        return;
    begin(DialStage::Tls);
    m_tlsSetup = new TlsSetup(std::move(socket), protocol::Role::Initiator, *m_tls, m_target.node.host(),
                              m_linkSettings.limits.handshakeStep, m_clock, this);
    m_report.endpoints = m_tlsSetup->endpoints();
    connect(m_tlsSetup, &TlsSetup::failed, this, &Dialler::onTlsFailed);
    connect(m_tlsSetup, &TlsSetup::done, this, [this] {
        end(true);
        std::unique_ptr<TlsTransport> transport = m_tlsSetup->takeTransport();
        m_report.tls = transport->tls();
        m_handshake.prefix = protocol::LengthPrefix::FourBytes;
        shakeHands(std::move(transport));
    });
    m_tlsSetup->start();
}

void Dialler::onTlsFailed(const TlsFailure &failure)
{
    end(false);
    if (askEpmdAfterAll())
        return;
    const bool mayBePlain = !failure.peerSpokeTls() &&
                            (failure.problem == TlsProblem::Silent || failure.problem == TlsProblem::Closed ||
                             failure.problem == TlsProblem::NotTls);
    if (!mayBePlain || m_over) {
        finish(dial_end::TlsFailed{failure});
        return;
    }
    m_tlsFailure = failure;
    lookPlainly();
}

// A plain node reads our hello as a packet that never ends: it is silent, and so is a frozen one. A name
// over a second connection tells them apart. It proves nothing: no digest leaves.
void Dialler::lookPlainly()
{
    m_connector = new TcpConnector({m_report.endpoints->peerAddress}, m_report.endpoints->peerPort,
                                   m_timeouts.connect, m_clock, this);
    connect(m_connector, &TcpConnector::failed, this, [this] { finish(dial_end::TlsFailed{*m_tlsFailure}); });
    connect(m_connector, &TcpConnector::connected, this,
            [this] { askPlainly(m_connector->takeTransport()); });
    m_connector->start();
}

void Dialler::askPlainly(std::unique_ptr<Transport> transport)
{
    if (m_over)
        return;
    protocol::HandshakeSettings probe = m_handshake;
    probe.probe = true;
    probe.cookie = {};
    probe.prefix = protocol::LengthPrefix::TwoBytes;
    probe.flags = probe.flags | protocol::Flag::NameMe;
    m_link = std::make_unique<Link>(std::move(transport), protocol::Role::Initiator, probe, m_book, m_clock,
                                    m_linkSettings);
    connect(m_link.get(), &Link::handshakeMessage, this, [this](const protocol::HandshakeMessage &message) {
        if (message.direction == protocol::HandshakeMessage::Direction::Received)
            m_tlsFailure->problem = TlsProblem::PlainPeer;
    });
    connect(m_link.get(), &Link::down, this, [this] { finish(dial_end::TlsFailed{*m_tlsFailure}); });
    m_link->start();
}

} // namespace nodescope::dist
