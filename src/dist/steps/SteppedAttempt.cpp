#include "dist/steps/SteppedAttempt.h"

#include "dist/Timing.h"
#include "dist/tls/TlsSetup.h"

namespace nodescope::dist {

using protocol::Role;

namespace {
constexpr qint64 Chunk = 4096;
constexpr qsizetype KeptFrameBytes = 64;
/// A tick: a frame of no bytes, behind four bytes of length.
const QByteArray Tick(4, '\0');
} // namespace

SteppedAttempt::SteppedAttempt(protocol::SteppedSettings settings, protocol::ChallengeBook &book,
                               const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_book(book)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SteppedAttempt::onTimer);
}

SteppedAttempt::~SteppedAttempt()
{
    if (m_dialler)
        m_dialler->disconnect(this);
    if (m_transport)
        m_transport->disconnect(this);
}

void SteppedAttempt::begin(Role role)
{
    m_report.role = role;
    m_report.ownName = m_settings.ownName;
    m_report.ownCreation = m_settings.creation;
    m_report.ownFlags = m_settings.flags;
    m_report.wall = m_clock.wall();
    m_report.began = m_clock.now();
}

void SteppedAttempt::dial(const DialTarget &target, const std::optional<TlsRole> &tls)
{
    begin(Role::Initiator);
    m_report.target = target.node;
    m_report.epmdPort = target.epmdPort;
    m_settings.expectedPeer = target.node;
    m_dialler = new Dialler(1, target, {}, {}, {}, m_book, m_clock, this);
    if (tls)
        m_dialler->useTls(*tls);
    m_dialler->setTaker([this](std::unique_ptr<Transport> transport) { talk(std::move(transport)); });
    connect(m_dialler, &Dialler::finished, this, [this](const DialReport &report) {
        m_report.obstacle = report.end;
        finish();
    });
    m_dialler->start();
}

base::Result<quint16, ListenError> SteppedAttempt::listen(const QHostAddress &address, quint16 port,
                                                          std::optional<quint16> epmdPort,
                                                          const std::optional<TlsRole> &tls)
{
    begin(Role::Acceptor);
    m_tls = tls;
    m_listener = std::make_unique<Listener>();
    connect(m_listener.get(), &Listener::incoming, this, &SteppedAttempt::onIncoming);
    const auto got =
        m_listener->listen(address, port, tls ? Listener::Encryption::Tls : Listener::Encryption::None);
    if (!got.ok())
        return got;
    m_report.port = *got;
    if (!epmdPort)
        return got;
    protocol::epmd::Registration registration;
    registration.name = m_settings.ownName.name();
    registration.port = *got;
    registration.type = quint8(protocol::epmd::NodeType::Hidden);
    m_registration = std::make_unique<EpmdRegistration>(registration, *epmdPort, m_clock);
    connect(m_registration.get(), &EpmdRegistration::registered, this, [this] {
        m_report.registered = true;
        Q_EMIT changed();
    });
    const auto refused = [this](const dial_end::Reason &why) {
        if (m_transport || m_tlsSetup || m_report.over)
            return;
        m_report.obstacle = why;
        finish();
    };
    connect(m_registration.get(), &EpmdRegistration::refused, this,
            [refused] { refused(dial_end::OwnName{}); });
    connect(m_registration.get(), &EpmdRegistration::unreachable, this,
            [refused](const epmd_failure::Reason &reason) {
                const auto *unreachable = std::get_if<epmd_failure::Unreachable>(&reason);
                refused(dial_end::EpmdUnreachable{unreachable ? unreachable->connect : ConnectFailure()});
            });
    m_registration->start();
    return got;
}

void SteppedAttempt::onIncoming()
{
    if (m_tls)
        return encrypt();
    auto transport = m_listener->takeTransport();
    if (!transport)
        return;
    if (m_transport || m_report.over) {
        transport->abort();
        return;
    }
    talk(std::move(transport));
}

void SteppedAttempt::encrypt()
{
    auto socket = m_listener->takeTlsSocket();
    if (!socket)
        return;
    if (m_tlsSetup || m_transport || m_report.over) {
        socket->abort();
        return;
    }
    m_tlsSetup = std::make_unique<TlsSetup>(std::move(socket), Role::Acceptor, *m_tls, QString(),
                                            m_settings.limits.handshakeStep, m_clock);
    m_report.endpoints = m_tlsSetup->endpoints();
    connect(m_tlsSetup.get(), &TlsSetup::failed, this, [this](const TlsFailure &failure) {
        m_report.obstacle = dial_end::TlsFailed{failure};
        finish();
    });
    connect(m_tlsSetup.get(), &TlsSetup::done, this, [this] { talk(m_tlsSetup->takeTransport()); });
    m_tlsSetup->start();
}

void SteppedAttempt::talk(std::unique_ptr<Transport> transport)
{
    m_transport = std::move(transport);
    m_report.endpoints = m_transport->endpoints();
    m_report.tls = m_transport->tls();
    if (m_report.tls)
        m_settings.prefix = protocol::LengthPrefix::FourBytes;
    m_handshake = std::make_unique<protocol::SteppedHandshake>(m_report.role, m_settings, m_book);
    connect(m_transport.get(), &Transport::readable, this, &SteppedAttempt::read);
    connect(m_transport.get(), &Transport::peerClosed, this, &SteppedAttempt::onClosed);
    connect(m_transport.get(), &Transport::failed, this, &SteppedAttempt::onClosed);
    take(m_handshake->start(m_clock.now()));
    read(); // the peer may have spoken before we looked
}

void SteppedAttempt::read()
{
    while (!m_report.over && m_transport->bytesAvailable() > 0) {
        const QByteArray bytes = m_transport->read(Chunk);
        if (bytes.isEmpty())
            return;
        if (m_report.up)
            keepFrames(bytes);
        else
            take(m_handshake->receive(bytes, m_clock.now()));
    }
}

void SteppedAttempt::release(const protocol::HandshakeChange &change)
{
    if (m_handshake && !m_report.over)
        take(m_handshake->release(change, m_clock.now()));
}

void SteppedAttempt::take(const protocol::SteppedOutput &output)
{
    if (!output.toSend.isEmpty())
        m_transport->write(output.toSend);
    m_report.messages.insert(m_report.messages.end(), output.messages.begin(), output.messages.end());
    const protocol::HandshakeProposal *proposal = m_handshake->proposal();
    m_report.proposal = proposal ? std::optional(*proposal) : std::nullopt;
    m_report.peerName = m_handshake->peerName();
    m_report.peerFlags = m_handshake->peerFlags();
    m_report.proof = m_handshake->proof();
    m_report.elapsed = m_clock.now() - m_report.began;
    if (const protocol::HandshakeError *error = m_handshake->error()) {
        m_report.error = *error;
        finish();
        return;
    }
    if (m_handshake->isOver() && !m_report.up)
        showFraming();
    keepFrames(output.leftover);
    if (const auto due = m_handshake->deadline())
        m_timer.start(timerInterval(*due - m_clock.now()));
    else
        m_timer.stop();
    Q_EMIT changed();
}

void SteppedAttempt::showFraming()
{
    m_report.up = true;
    m_upSince = m_clock.now();
    m_transport->write(Tick);
    m_report.framesOut = Tick;
}

void SteppedAttempt::keepFrames(const QByteArray &bytes)
{
    const qsizetype room = KeptFrameBytes - m_report.framesIn.size();
    if (bytes.isEmpty() || room <= 0)
        return;
    m_report.framesIn += bytes.left(room);
    Q_EMIT changed();
}

void SteppedAttempt::onClosed()
{
    if (m_report.over)
        return;
    read(); // what came before the end
    if (m_report.over)
        return;
    if (m_report.up) {
        m_report.closedAfter = m_clock.now() - m_upSince;
        finish();
    } else {
        m_report.unreleased = m_report.proposal;
        take(m_handshake->peerClosed(m_clock.now()));
    }
}

void SteppedAttempt::onTimer()
{
    if (m_handshake && !m_report.over)
        take(m_handshake->timeout(m_clock.now()));
}

void SteppedAttempt::end()
{
    if (m_report.over)
        return;
    m_report.endedByUs = true;
    finish();
}

void SteppedAttempt::finish()
{
    if (std::exchange(m_report.over, true))
        return;
    m_timer.stop();
    m_report.proposal.reset();
    m_report.elapsed = m_clock.now() - m_report.began;
    if (m_dialler) {
        m_dialler->disconnect(this);
        m_dialler->cancel();
    }
    if (m_listener)
        m_listener->close();
    if (m_registration) {
        m_registration->disconnect(this);
        m_registration.release()->deleteLater(); // we may be in its signal
    }
    if (m_tlsSetup) {
        m_tlsSetup->disconnect(this);
        m_tlsSetup->cancel();
        m_tlsSetup.release()->deleteLater(); // we may be in its signal
    }
    if (m_transport) {
        m_transport->disconnect(this);
        m_transport->close();
    }
    Q_EMIT changed();
}

} // namespace nodescope::dist
