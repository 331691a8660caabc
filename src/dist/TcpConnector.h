#pragma once

#include <memory>

#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include "base/Clock.h"
#include "base/Result.h"
#include "dist/ConnectAttempt.h"

namespace nodescope::dist {

/// Connects to the first address of a list that answers, one after the other.
///
/// One use for each object. Lives on the network thread; owned by its parent.
class TcpConnector final : public QObject
{
    Q_OBJECT

public:
    /// `timeout` holds for each address.
    TcpConnector(QList<QHostAddress> addresses, quint16 port, base::Duration timeout,
                 const base::Clock &clock, QObject *parent = nullptr);
    ~TcpConnector() override;

    /// The connection will be taken as a socket for TLS. Before start().
    void prepareTls() { m_tls = true; }
    /// No signal comes from within it.
    void start();
    /// No signal comes any more; the connection is closed.
    void cancel();
    /// After connected(), once: the connection.
    [[nodiscard]] std::unique_ptr<Transport> takeTransport();
    /// The same after prepareTls(): the socket, without parent, not yet encrypted.
    [[nodiscard]] std::unique_ptr<QSslSocket> takeSslSocket();

Q_SIGNALS:
    /// Ends with exactly one of these two.
    void connected();
    void failed(const nodescope::dist::ConnectFailure &failure);

private:
    void tryNext();
    void onFailed(ConnectProblem problem, const QString &detail);
    void dropAttempt();

    QList<QHostAddress> m_addresses;
    quint16 m_port;
    base::Duration m_timeout;
    const base::Clock &m_clock;
    qsizetype m_next = 0;
    base::Instant m_since;
    ConnectFailure m_failure;
    bool m_tls = false;
    std::unique_ptr<ConnectAttempt> m_attempt;
    QTimer m_timer;
};

} // namespace nodescope::dist
