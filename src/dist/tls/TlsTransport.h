#pragma once

#include <memory>

#include <QSslSocket>

#include "dist/TcpTransport.h"
#include "dist/tls/TlsFailure.h"
#include "dist/tls/TlsSettings.h"

namespace nodescope::dist {

/// A Transport over an encrypted QSslSocket: all as TcpTransport, with bytes in clear at this end. The
/// distribution protocol over TLS has four-byte lengths from its first packet on.
///
/// A fatal alert that comes later (TLS 1.3: the server refuses our certificate after we took the
/// connection for made) is reported by failed(), with the alert; never as a close.
class TlsTransport final : public TcpTransport
{
    Q_OBJECT

public:
    /// Takes an encrypted socket, whose peer was verified.
    TlsTransport(std::unique_ptr<QSslSocket> socket, protocol::Role role, bool ownCertificate,
                 QObject *parent = nullptr);
    ~TlsTransport() override;

    [[nodiscard]] QByteArray read(qint64 max) override;
    [[nodiscard]] qint64 bytesToWrite() const override;
    [[nodiscard]] std::optional<TlsSession> tls() const override { return m_session; }

private:
    [[nodiscard]] std::optional<TransportError> errorOf(QAbstractSocket::SocketError error) const override;

    const protocol::Role m_role;
    const bool m_ownCertificate;
    TlsSession m_session;
    std::optional<TlsAlert> m_received;
};

/// What the agreed version is called.
[[nodiscard]] QString versionName(QSsl::SslProtocol version);

} // namespace nodescope::dist
