#include "dist/tls/TlsSetup.h"

#include <QSslCipher>

#include "dist/Timing.h"
#include "dist/tls/TlsConfiguration.h"
#include "protocol/Limits.h"

namespace nodescope::dist {

using protocol::Role;

namespace {

// RFC 8446, 5.1: the type of a record that opens a handshake.
constexpr char TlsHandshakeType = 0x16;
// Enough to tell a packet of distribution (a length of two bytes, then its tag) from anything else.
constexpr qint64 FirstBytes = 3;

// What OTP sends to a peer that speaks plainly: a fatal alert unexpected_message.
constexpr char UnexpectedMessage[] = "\x15\x03\x03\x00\x02\x02\x0a";

} // namespace

TlsSetup::TlsSetup(std::unique_ptr<QSslSocket> socket, Role role, TlsRole settings, const QString &host,
                   base::Duration timeout, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_role(role)
    , m_settings(std::move(settings))
    , m_host(m_settings.serverName.isEmpty() ? host : m_settings.serverName)
    , m_clock(clock)
    , m_began(clock.now())
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(timerInterval(timeout));
    connect(&m_timer, &QTimer::timeout, this, &TlsSetup::onTimeout);
    m_socket->setReadBufferSize(TcpTransport::ReadBuffer);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    watch();
}

TlsSetup::~TlsSetup()
{
    cancel();
}

void TlsSetup::watch()
{
    QSslSocket *socket = m_socket.get();
    connect(socket, &QSslSocket::encrypted, this, [this] { m_encrypted = true; });
    connect(socket, &QSslSocket::encrypted, this, &TlsSetup::onEncrypted, Qt::QueuedConnection);
    connect(socket, &QSslSocket::errorOccurred, this, &TlsSetup::onSocketError);
    connect(socket, &QSslSocket::handshakeInterruptedOnError, this, [this](const QSslError &error) {
        if (!m_certificateError)
            m_certificateError = error;
    });
    connect(socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (!m_certificateError && !errors.isEmpty())
            m_certificateError = errors.front();
    });
    connect(socket, &QSslSocket::alertReceived, this, [this](QSsl::AlertLevel level, QSsl::AlertType type) {
        if (level == QSsl::AlertLevel::Fatal)
            m_received = TlsAlert{int(type)};
    });
    connect(socket, &QSslSocket::alertSent, this, [this](QSsl::AlertLevel level, QSsl::AlertType type) {
        if (level == QSsl::AlertLevel::Fatal)
            m_sent = TlsAlert{int(type)};
    });
}

void TlsSetup::start()
{
    m_timer.start();
    QMetaObject::invokeMethod(this, &TlsSetup::begin, Qt::QueuedConnection);
}

void TlsSetup::begin()
{
    if (m_over)
        return;
    if (m_socket->state() != QAbstractSocket::ConnectedState) {
        conclude(failureOf(TlsProblem::Closed)); // an accepted socket may have waited for us
        return;
    }
    m_socket->setSslConfiguration(configurationOf(m_settings, m_role));
    if (m_role == Role::Initiator) {
        m_socket->setPeerVerifyName(m_host);
        m_socket->startClientEncryption();
        return;
    }
    connect(m_socket.get(), &QSslSocket::readyRead, this, &TlsSetup::lookAtFirstBytes);
    lookAtFirstBytes();
}

void TlsSetup::lookAtFirstBytes()
{
    if (m_over || m_socket->mode() != QSslSocket::UnencryptedMode)
        return;
    const QByteArray bytes = m_socket->peek(protocol::EvidenceBytes);
    if (bytes.startsWith(TlsHandshakeType)) {
        disconnect(m_socket.get(), &QSslSocket::readyRead, this, nullptr);
        m_socket->startServerEncryption();
    } else if (bytes.size() >= FirstBytes) {
        refusePlain(bytes);
    }
}

void TlsSetup::refusePlain(const QByteArray &bytes)
{
    m_socket->disconnect(this);
    m_socket->readAll(); // closing with bytes unread would reset the connection, and the alert with it
    m_socket->write(UnexpectedMessage, sizeof UnexpectedMessage - 1);
    m_socket->flush();
    m_sent = TlsAlert{int(QSsl::AlertType::UnexpectedMessage)};
    // A name message: no longer than 512 bytes, and the tag of version 6 or 5 behind its length.
    const bool isNode = quint8(bytes[0]) <= 1 && (bytes[2] == 'N' || bytes[2] == 'n');
    TlsFailure failure = failureOf(isNode ? TlsProblem::PlainPeer : TlsProblem::NotTls);
    failure.evidence = bytes;
    conclude(failure);
}

void TlsSetup::onEncrypted()
{
    if (m_over)
        return;
    // Qt takes a common name for a host's name; nobody else does any more.
    const QSslCertificate certificate = m_socket->peerCertificate();
    if (m_role == Role::Initiator && m_settings.verifyPeer && !isForHost(certificate, m_host)) {
        m_certificateError = QSslError(QSslError::HostNameMismatch, certificate);
        TlsFailure failure = failureOf(TlsProblem::HostMismatch);
        failure.commonNameOnly =
            certificate.subjectInfo(QSslCertificate::CommonName).contains(m_host, Qt::CaseInsensitive);
        conclude(failure);
        return;
    }
    m_over = true;
    m_timer.stop();
    m_socket->disconnect(this);
    Q_EMIT done();
}

std::unique_ptr<TlsTransport> TlsSetup::takeTransport()
{
    return std::make_unique<TlsTransport>(std::move(m_socket), m_role, !m_settings.chain.isEmpty());
}

TlsProblem TlsSetup::problemOf(QAbstractSocket::SocketError error) const
{
    if (m_certificateError)
        return problemOfCertificate(m_certificateError->error());
    const auto isVersion = [](const std::optional<TlsAlert> &alert) {
        return alert && alert->number == int(QSsl::AlertType::ProtocolVersion);
    };
    if (isVersion(m_received) || isVersion(m_sent))
        return TlsProblem::ProtocolVersion;
    if (m_received)
        return TlsProblem::AlertReceived;
    const QString words = m_socket->errorString();
    // OpenSSL's own reasons (openssl/sslerr.h); Qt hands them on as text alone.
    if (words.contains(QLatin1String("peer did not return a certificate")))
        return TlsProblem::NoPeerCertificate;
    for (const char *reason : {"wrong version number", "http request", "https proxy request"}) {
        if (words.contains(QLatin1String(reason)))
            return TlsProblem::NotTls;
    }
    if (words.contains(QLatin1String("unsupported protocol")))
        return TlsProblem::ProtocolVersion;
    switch (error) {
    case QAbstractSocket::RemoteHostClosedError:
        return TlsProblem::Closed;
    case QAbstractSocket::SslInvalidUserDataError:
    case QAbstractSocket::SslInternalError: // raised before anything is sent
        return TlsProblem::NoUsableSettings;
    default:
        return TlsProblem::Other;
    }
}

void TlsSetup::onSocketError(QAbstractSocket::SocketError error)
{
    if (m_over)
        return;
    // Qt still has an alert to send: later.
    const TlsFailure failure = failureOf(problemOf(error));
    QMetaObject::invokeMethod(
        this, [this, failure] { conclude(failure); }, Qt::QueuedConnection);
}

void TlsSetup::onTimeout()
{
    conclude(failureOf(TlsProblem::Silent));
}

TlsFailure TlsSetup::failureOf(TlsProblem problem) const
{
    TlsFailure failure;
    failure.problem = problem;
    failure.role = m_role;
    if (m_role == Role::Initiator)
        failure.host = m_host;
    failure.received = m_received;
    failure.sent = m_sent;
    failure.peerChain = describe(m_socket->peerCertificateChain());
    if (m_certificateError && !m_certificateError->certificate().isNull()) {
        failure.offending = describe(m_certificateError->certificate());
        if (failure.peerChain.isEmpty())
            failure.peerChain.append(*failure.offending);
    }
    failure.saidHello = m_role == Role::Acceptor && m_socket->mode() != QSslSocket::UnencryptedMode;
    failure.afterHandshake = m_encrypted;
    failure.ownCertificate = !m_settings.chain.isEmpty();
    if (m_encrypted || !failure.peerChain.isEmpty()) { // before, Qt tells what we offered
        failure.version = versionName(m_socket->sessionProtocol());
        failure.cipher = m_socket->sessionCipher().name();
    }
    failure.detail = m_certificateError ? m_certificateError->errorString() : m_socket->errorString();
    failure.elapsed = m_clock.now() - m_began;
    return failure;
}

void TlsSetup::conclude(const TlsFailure &failure)
{
    if (std::exchange(m_over, true))
        return;
    m_timer.stop();
    dropSocket();
    Q_EMIT failed(failure);
}

void TlsSetup::cancel()
{
    m_over = true;
    m_timer.stop();
    dropSocket();
}

Endpoints TlsSetup::endpoints() const
{
    return {m_socket->localAddress(), m_socket->localPort(), m_socket->peerAddress(), m_socket->peerPort()};
}

void TlsSetup::dropSocket()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->disconnectFromHost();    // what was said last still leaves
    m_socket.release()->deleteLater(); // we may be in one of its signals
}

} // namespace nodescope::dist
