#pragma once

#include <memory>

#include <QObject>
#include <QSslError>
#include <QSslSocket>
#include <QTimer>

#include "base/Clock.h"
#include "dist/tls/TlsFailure.h"
#include "dist/tls/TlsSettings.h"
#include "dist/tls/TlsTransport.h"

namespace nodescope::dist {

/// Makes a connected socket an encrypted one, in either role, or says why that cannot be.
///
/// As client it announces and verifies the host of the node (SNI; RFC 6066, 3, sends no address
/// literals). As server it first looks whether the peer speaks TLS at all: to one that does not it sends
/// the alert that OTP sends (unexpected_message), which names the fault to whoever dialled. Certificate
/// faults are told to the peer by their alert, and no byte of distribution is sent to such a peer.
///
/// TLS 1.3: done() as client does not mean that the server accepts our certificate. Its refusal comes
/// later, through TlsTransport.
///
/// Signals: exactly one of done() and failed(), later, never from within start(). One use for each
/// object. Lives on the network thread; `clock` must outlive it.
class TlsSetup final : public QObject
{
    Q_OBJECT

public:
    /// `host` is the host part of the node's name; not used as server.
    TlsSetup(std::unique_ptr<QSslSocket> socket, protocol::Role role, TlsRole settings, const QString &host,
             base::Duration timeout, const base::Clock &clock, QObject *parent = nullptr);
    ~TlsSetup() override;

    void start();
    /// No signal comes any more; the socket is closed.
    void cancel();
    [[nodiscard]] Endpoints endpoints() const;
    /// During done(): the encrypted connection, without parent.
    [[nodiscard]] std::unique_ptr<TlsTransport> takeTransport();

Q_SIGNALS:
    void done();
    void failed(const nodescope::dist::TlsFailure &failure);

private:
    void watch();
    void begin();
    void lookAtFirstBytes();
    void refusePlain(const QByteArray &bytes);
    void onEncrypted();
    void onSocketError(QAbstractSocket::SocketError error);
    void onTimeout();
    [[nodiscard]] TlsProblem problemOf(QAbstractSocket::SocketError error) const;
    [[nodiscard]] TlsFailure failureOf(TlsProblem problem) const;
    void conclude(const TlsFailure &failure);
    void dropSocket();

    std::unique_ptr<QSslSocket> m_socket;
    const protocol::Role m_role;
    const TlsRole m_settings;
    const QString m_host;
    const base::Clock &m_clock;
    const base::Instant m_began;
    QTimer m_timer;
    std::optional<QSslError> m_certificateError; // the first; the others follow from it
    std::optional<TlsAlert> m_received;
    std::optional<TlsAlert> m_sent;
    bool m_encrypted = false;
    bool m_over = false;
};

} // namespace nodescope::dist
