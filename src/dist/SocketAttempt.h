#pragma once

#include <memory>
#include <optional>

#include <QSocketNotifier>

#include "dist/ConnectAttempt.h"

namespace nodescope::dist {

/// Connects a descriptor of our own (Unix), for a SocketTransport. QTcpSocket would take a dozen calls of the
/// system more, and a turn of the loop in which it only learns that the connection stands: on loopback it
/// does as soon as one has asked for it.
class SocketAttempt final : public ConnectAttempt
{
    Q_OBJECT

public:
    SocketAttempt(const QHostAddress &address, quint16 port, QObject *parent = nullptr);
    ~SocketAttempt() override;

    void start() override;
    [[nodiscard]] std::unique_ptr<Transport> takeTransport() override;

private:
    void onWritable();
    void endLater(int error);
    void end(int error);

    const QHostAddress m_address;
    const quint16 m_port;
    int m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_writable;
};

} // namespace nodescope::dist
