#include "support/FaultProxy.h"

#include <QNetworkProxy>
#include <QPointer>
#include <QTimer>

#include <sys/socket.h>

namespace nodescope::test {

namespace {

/// What waits on its way is read no further, so that back pressure reaches the sender.
constexpr qsizetype MostOnTheWay = 1024 * 1024;

void closeHard(QTcpSocket *socket)
{
    const linger hard{1, 0};
    ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    socket->abort();
}

} // namespace

/// One direction of one connection.
class FaultProxy::Direction final : public QObject
{
public:
    Direction(QTcpSocket *from, QTcpSocket *to, const Fault &fault, qint64 &delivered, QObject *parent)
        : QObject(parent)
        , m_from(from)
        , m_to(to)
        , m_fault(fault)
        , m_delivered(delivered)
    {
        m_from->setReadBufferSize(MostOnTheWay);
        connect(m_from, &QTcpSocket::readyRead, this, &Direction::read);
        connect(m_from, &QTcpSocket::disconnected, this, [this] {
            read();
            later([this] {
                m_ended = true;
                deliver();
            });
        });
        connect(m_to, &QTcpSocket::bytesWritten, this, &Direction::deliver);
        connect(m_to, &QTcpSocket::connected, this, [this] {
            m_to->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            deliver();
        });
        read();
    }

private:
    template<class What>
    void later(What what)
    {
        if (m_fault.latency > 0)
            QTimer::singleShot(m_fault.latency, Qt::PreciseTimer, this, what);
        else
            what();
    }

    void read()
    {
        if (m_onTheWay + m_ready.size() >= MostOnTheWay || !m_from)
            return;
        const QByteArray bytes = m_from->isOpen() ? m_from->readAll() : QByteArray();
        if (bytes.isEmpty())
            return;
        m_onTheWay += bytes.size();
        later([this, bytes] {
            m_onTheWay -= bytes.size();
            m_ready += bytes;
            deliver();
        });
    }

    // How much may arrive now.
    [[nodiscard]] qsizetype portion() const
    {
        qint64 most = m_ready.size();
        if (m_fault.slice > 0)
            most = qMin(most, qint64(m_fault.slice));
        for (const qint64 border :
             {m_fault.splitAt, m_fault.resetAt, m_fault.closeAt, m_fault.halfCloseAt, m_fault.stallAt}) {
            if (m_count < border)
                most = qMin(most, border - m_count);
        }
        return qsizetype(most);
    }

    void deliver()
    {
        if (!m_to || m_to->state() != QAbstractSocket::ConnectedState || m_queued)
            return;
        if (hasEnded())
            return;
        const qsizetype size = portion();
        // What was delivered before must have left, or slices would arrive as one.
        if (size > 0 && m_to->bytesToWrite() == 0) {
            const QByteArray bytes = m_ready.left(size);
            m_ready.remove(0, size);
            m_count += size;
            m_delivered += size;
            m_to->write(bytes);
            m_to->flush(); // and bytesWritten() comes from within
            if (hasEnded())
                return;
            read();
            if (!m_ready.isEmpty()) {
                m_queued = true;
                QTimer::singleShot(0, this, [this] {
                    m_queued = false;
                    deliver();
                });
            }
        }
        if (m_ended && m_ready.isEmpty())
            m_to->disconnectFromHost();
    }

    [[nodiscard]] bool hasEnded()
    {
        if (m_count >= m_fault.stallAt)
            return true;
        if (m_count >= m_fault.halfCloseAt) {
            ::shutdown(int(m_to->socketDescriptor()), SHUT_WR);
            return true;
        }
        const bool isReset = m_count >= m_fault.resetAt;
        if (!isReset && m_count < m_fault.closeAt)
            return false;
        for (QTcpSocket *socket : {m_from.data(), m_to.data()}) {
            if (socket && isReset)
                closeHard(socket);
            else if (socket)
                socket->disconnectFromHost();
        }
        return true;
    }

    QPointer<QTcpSocket> m_from;
    QPointer<QTcpSocket> m_to;
    const Fault m_fault;
    qint64 &m_delivered;
    QByteArray m_ready;
    qsizetype m_onTheWay = 0;
    qint64 m_count = 0;
    bool m_ended = false;
    bool m_queued = false;
};

FaultProxy::FaultProxy(quint16 target, QObject *parent)
    : QObject(parent)
    , m_target(target)
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *caller = m_server.nextPendingConnection())
            relay(caller);
    });
}

FaultProxy::~FaultProxy()
{
    // A socket that is destroyed says that it is disconnected, and is no socket any more by then.
    for (QTcpSocket *socket : findChildren<QTcpSocket *>())
        socket->disconnect();
}

void FaultProxy::setFaults(const Fault &forth, const Fault &back)
{
    m_forth = forth;
    m_back = back;
}

void FaultProxy::relay(QTcpSocket *caller)
{
    ++m_connections;
    caller->setParent(this);
    caller->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    auto *target = new QTcpSocket(this);
    target->setProxy(QNetworkProxy::NoProxy);
    new Direction(caller, target, m_forth, m_bytesForth, this);
    new Direction(target, caller, m_back, m_bytesBack, this);
    target->connectToHost(QHostAddress::LocalHost, m_target);
}

} // namespace nodescope::test
