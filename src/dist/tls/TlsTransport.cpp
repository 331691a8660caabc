#include "dist/tls/TlsTransport.h"

#include <QSslCipher>

namespace nodescope::dist {

namespace {

TlsSession sessionOf(const QSslSocket &socket)
{
    TlsSession session;
    session.version = versionName(socket.sessionProtocol());
    session.cipher = socket.sessionCipher().name();
    session.peerChain = describe(socket.peerCertificateChain());
    return session;
}

} // namespace

QString versionName(QSsl::SslProtocol version)
{
    switch (version) {
    case QSsl::TlsV1_2:
        return QStringLiteral("TLSv1.2");
    case QSsl::TlsV1_3:
        return QStringLiteral("TLSv1.3");
    default:
        return {};
    }
}

TlsTransport::TlsTransport(std::unique_ptr<QSslSocket> owned, protocol::Role role, bool ownCertificate,
                           QObject *parent)
    : TcpTransport(std::move(owned), parent)
    , m_role(role)
    , m_ownCertificate(ownCertificate)
{
    auto *sslSocket = static_cast<QSslSocket *>(socket());
    m_session = sessionOf(*sslSocket);
    connect(sslSocket, &QSslSocket::encryptedBytesWritten, this, &Transport::written);
    connect(sslSocket, &QSslSocket::alertReceived, this,
            [this](QSsl::AlertLevel level, QSsl::AlertType type) {
                if (level == QSsl::AlertLevel::Fatal)
                    m_received = TlsAlert{int(type)};
            });
}

TlsTransport::~TlsTransport() = default;

QByteArray TlsTransport::read(qint64 max)
{
    const QByteArray bytes = TcpTransport::read(max);
    // What Qt has not decrypted yet, for want of room, it decrypts when somebody asks for more than
    // there is. Without that a read of exactly the rest would be the last.
    if (char next = 0; socket() && socket()->bytesAvailable() == 0)
        socket()->peek(&next, 1);
    return bytes;
}

qint64 TlsTransport::bytesToWrite() const
{
    const auto *sslSocket = static_cast<const QSslSocket *>(socket());
    return TcpTransport::bytesToWrite() + (sslSocket ? sslSocket->encryptedBytesToWrite() : 0);
}

std::optional<TransportError> TlsTransport::errorOf(QAbstractSocket::SocketError error) const
{
    const bool broken =
        error == QAbstractSocket::SslInternalError || error == QAbstractSocket::SslHandshakeFailedError;
    if (!m_received && !broken)
        return TcpTransport::errorOf(error);
    TlsFailure failure;
    failure.problem = m_received ? TlsProblem::AlertReceived : TlsProblem::Other;
    failure.role = m_role;
    failure.received = m_received;
    failure.peerChain = m_session.peerChain;
    failure.ownCertificate = m_ownCertificate;
    failure.afterHandshake = true;
    failure.version = m_session.version;
    failure.cipher = m_session.cipher;
    failure.detail = socket()->errorString();
    return TransportError{TransportError::Kind::Tls, failure.detail, failure};
}

} // namespace nodescope::dist
