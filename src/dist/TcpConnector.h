#pragma once

#include <memory>

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include "base/Clock.h"
#include "base/Result.h"
#include "dist/Connection.h"

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

    /// The socket will be a QSslSocket, not yet encrypted. Before start().
    void prepareTls() { m_tls = true; }
    void start();
    /// No signal comes any more; the socket is closed.
    void cancel();
    /// After connected(): the socket, without parent. Null afterwards.
    [[nodiscard]] std::unique_ptr<QTcpSocket> takeSocket();

Q_SIGNALS:
    /// Ends with exactly one of these two.
    void connected();
    void failed(const nodescope::dist::ConnectFailure &failure);

private:
    void tryNext();
    void onFailed(ConnectProblem problem, const QString &detail);
    void dropSocket();

    QList<QHostAddress> m_addresses;
    quint16 m_port;
    base::Duration m_timeout;
    const base::Clock &m_clock;
    qsizetype m_next = 0;
    base::Instant m_since;
    ConnectFailure m_failure;
    bool m_tls = false;
    std::unique_ptr<QTcpSocket> m_socket;
    QTimer m_timer;
};

} // namespace nodescope::dist
