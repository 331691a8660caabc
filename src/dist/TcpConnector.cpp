#include "dist/TcpConnector.h"

#include <QNetworkProxy>

#include "dist/Timing.h"

#ifdef Q_OS_UNIX
#include "dist/SocketAttempt.h"
#endif

namespace nodescope::dist {

namespace {

ConnectProblem problemOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return ConnectProblem::Refused;
    case QAbstractSocket::SocketTimeoutError:
        return ConnectProblem::TimedOut;
    case QAbstractSocket::NetworkError:
    case QAbstractSocket::HostNotFoundError:
        return ConnectProblem::HostUnreachable;
    default:
        return ConnectProblem::Other;
    }
}

/// Connects a socket of Qt's: for TLS, and where the system has no descriptors.
class QtAttempt final : public ConnectAttempt
{
public:
    QtAttempt(std::unique_ptr<QTcpSocket> socket, const QHostAddress &address, quint16 port)
        : m_socket(std::move(socket))
        , m_address(address)
        , m_port(port)
    {
        m_socket->setProxy(QNetworkProxy::NoProxy);
        QObject::connect(m_socket.get(), &QTcpSocket::connected, this, &ConnectAttempt::connected);
        QObject::connect(
            m_socket.get(), &QTcpSocket::errorOccurred, this,
            [this](QAbstractSocket::SocketError error) {
                Q_EMIT failed(problemOf(error), m_socket->errorString());
            },
            Qt::QueuedConnection); // some errors are raised from within connectToHost()
    }
    ~QtAttempt() override
    {
        if (auto socket = takeSocket()) {
            socket->abort();
            socket.release()->deleteLater(); // we may be in one of its signals
        }
    }

    void start() override { m_socket->connectToHost(m_address, m_port); }
    [[nodiscard]] std::unique_ptr<Transport> takeTransport() override
    {
        return makeTcpTransport(takeSocket());
    }
    [[nodiscard]] std::unique_ptr<QTcpSocket> takeSocket()
    {
        if (m_socket)
            m_socket->disconnect(this);
        return std::move(m_socket);
    }

private:
    std::unique_ptr<QTcpSocket> m_socket;
    const QHostAddress m_address;
    const quint16 m_port;
};

std::unique_ptr<ConnectAttempt> plainAttempt(const QHostAddress &address, quint16 port)
{
#ifdef Q_OS_UNIX
    return std::make_unique<SocketAttempt>(address, port);
#else
    return std::make_unique<QtAttempt>(std::make_unique<QTcpSocket>(), address, port);
#endif
}

} // namespace

TcpConnector::TcpConnector(QList<QHostAddress> addresses, quint16 port, base::Duration timeout,
                           const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_addresses(std::move(addresses))
    , m_port(port)
    , m_timeout(timeout)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { onFailed(ConnectProblem::TimedOut, {}); });
}

TcpConnector::~TcpConnector()
{
    cancel();
}

void TcpConnector::start()
{
    tryNext();
}

void TcpConnector::cancel()
{
    m_timer.stop();
    dropAttempt();
    m_addresses.clear();
}

std::unique_ptr<Transport> TcpConnector::takeTransport()
{
    return m_attempt->takeTransport();
}

std::unique_ptr<QSslSocket> TcpConnector::takeSslSocket()
{
    Q_ASSERT(m_tls);
    return std::unique_ptr<QSslSocket>(
        static_cast<QSslSocket *>(static_cast<QtAttempt *>(m_attempt.get())->takeSocket().release()));
}

void TcpConnector::tryNext()
{
    m_since = m_clock.now();
    const QHostAddress &address = m_addresses.at(m_next);
    if (m_tls)
        m_attempt = std::make_unique<QtAttempt>(std::make_unique<QSslSocket>(), address, m_port);
    else
        m_attempt = plainAttempt(address, m_port);
    connect(m_attempt.get(), &ConnectAttempt::connected, this, [this] {
        m_timer.stop();
        Q_EMIT connected();
    });
    connect(m_attempt.get(), &ConnectAttempt::failed, this, &TcpConnector::onFailed);
    m_timer.start(timerInterval(m_timeout));
    m_attempt->start();
}

void TcpConnector::onFailed(ConnectProblem problem, const QString &detail)
{
    m_timer.stop();
    m_failure.attempts.push_back({m_addresses.at(m_next), m_port, problem, detail, m_clock.now() - m_since});
    dropAttempt();
    if (++m_next < m_addresses.size())
        tryNext();
    else
        Q_EMIT failed(m_failure);
}

void TcpConnector::dropAttempt()
{
    if (!m_attempt)
        return;
    m_attempt->disconnect(this);
    m_attempt.release()->deleteLater(); // we may be in one of its signals
}

} // namespace nodescope::dist
