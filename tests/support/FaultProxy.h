#pragma once

#include <limits>
#include <vector>

#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

namespace nodescope::test {

/// What a network does to the bytes of one direction.
struct Fault
{
    static constexpr qint64 Never = std::numeric_limits<qint64>::max();

    int latency = 0;            ///< milliseconds until a byte arrives
    qsizetype slice = 0;        ///< at most so many bytes arrive at once; 0: as they came
    qint64 splitAt = 0;         ///< here, and only here, a segment ends
    qint64 resetAt = Never;     ///< after so many bytes both connections are reset
    qint64 closeAt = Never;     ///< after so many bytes both connections are closed
    qint64 halfCloseAt = Never; ///< after so many bytes this direction is closed, the other goes on
    qint64 stallAt = Never;     ///< after so many bytes nothing arrives any more
};

/// A relay on loopback that stands for a bad network. Connections to port() go to `target`, with a fault
/// of its own for each direction. Lives in the event loop of the test.
class FaultProxy final : public QObject
{
    Q_OBJECT

public:
    explicit FaultProxy(quint16 target, QObject *parent = nullptr);
    ~FaultProxy() override;

    /// For the connections that are made from now on: `forth` from the caller to the target, `back` the
    /// other way.
    void setFaults(const Fault &forth, const Fault &back);
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// Connections that were made so far.
    [[nodiscard]] int connections() const { return m_connections; }
    /// Bytes that arrived at the caller and at the target, over all connections.
    [[nodiscard]] qint64 bytesBack() const { return m_bytesBack; }
    [[nodiscard]] qint64 bytesForth() const { return m_bytesForth; }

private:
    class Direction;
    void relay(QTcpSocket *caller);

    quint16 m_target;
    QTcpServer m_server;
    Fault m_forth;
    Fault m_back;
    int m_connections = 0;
    qint64 m_bytesForth = 0;
    qint64 m_bytesBack = 0;
};

} // namespace nodescope::test
