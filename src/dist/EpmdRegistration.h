#pragma once

#include <memory>

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include "base/Clock.h"
#include "dist/EpmdClient.h"
#include "protocol/epmd/EpmdMessages.h"
#include "protocol/epmd/EpmdParsers.h"

namespace nodescope::dist {

/// Keeps one name registered with the port mapper of this machine (ALIVE2). The connection is the
/// registration: it is held open, and when the port mapper goes away we register again every two
/// seconds, as OTP 25 and later do. Links stay up meanwhile.
///
/// Lives on the network thread; owned by its parent. Destruction unregisters.
class EpmdRegistration final : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 { Stopped, Registering, Registered, WaitingToRetry, Refused };

    /// `clock` must outlive the registration.
    EpmdRegistration(protocol::epmd::Registration registration, quint16 epmdPort, const base::Clock &clock,
                     QObject *parent = nullptr);
    ~EpmdRegistration() override;

    void start();
    /// Unregisters by closing the connection.
    void stop();
    [[nodiscard]] State state() const { return m_state; }
    /// What EPMD gave us last; 0 before the first time. A node keeps its first one as long as it lives.
    [[nodiscard]] quint32 creation() const { return m_creation; }

    void setRetryInterval(base::Duration interval) { m_retryInterval = interval; }
    /// The address of the port mapper. By default 127.0.0.1, and ::1 if nobody listens there.
    void setAddress(const QHostAddress &address) { m_addresses = {address}; }

Q_SIGNALS:
    /// Each time that EPMD takes the name.
    void registered(quint32 creation);
    /// EPMD is gone, and we will try again.
    void lost();
    /// EPMD cannot be reached now, and we will try again.
    void unreachable(const nodescope::dist::epmd_failure::Reason &reason);
    /// EPMD says no, mostly because another node has the name. We do not try again.
    void refused(quint8 result);

private:
    void attempt();
    void tryNext();
    void onReadable();
    void onError(QAbstractSocket::SocketError error);
    void onTimer();
    void retryLater(const epmd_failure::Reason &reason);
    void dropSocket();

    protocol::epmd::Registration m_registration;
    quint16 m_epmdPort;
    const base::Clock &m_clock;
    QList<QHostAddress> m_addresses{QHostAddress::LocalHost, QHostAddress::LocalHostIPv6};
    ConnectFailure m_failure; // of the attempt that is under way: one entry for each address tried
    base::Duration m_retryInterval = std::chrono::seconds(2);
    base::Duration m_replyTimeout = std::chrono::seconds(7);
    base::Instant m_since; // the connection that is under way
    State m_state = State::Stopped;
    quint32 m_creation = 0;
    QTcpSocket *m_socket = nullptr; // child of this
    std::unique_ptr<protocol::epmd::ReplyParser> m_parser;
    QTimer m_timer;
};

} // namespace nodescope::dist
