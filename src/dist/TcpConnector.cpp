#include "dist/TcpConnector.h"

#include <QNetworkProxy>
#include <QSslSocket>

#include "dist/Timing.h"

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
    dropSocket();
    m_addresses.clear();
}

std::unique_ptr<QTcpSocket> TcpConnector::takeSocket()
{
    if (m_socket)
        m_socket->disconnect(this);
    return std::move(m_socket);
}

void TcpConnector::tryNext()
{
    m_since = m_clock.now();
    if (m_tls)
        m_socket = std::make_unique<QSslSocket>();
    else
        m_socket = std::make_unique<QTcpSocket>();
    m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket.get(), &QTcpSocket::connected, this, [this] {
        m_timer.stop();
        Q_EMIT connected();
    });
    connect(
        m_socket.get(), &QTcpSocket::errorOccurred, this,
        [this](QAbstractSocket::SocketError error) { onFailed(problemOf(error), m_socket->errorString()); },
        Qt::QueuedConnection); // some errors are raised from within connectToHost()
    m_timer.start(timerInterval(m_timeout));
    m_socket->connectToHost(m_addresses.at(m_next), m_port);
}

void TcpConnector::onFailed(ConnectProblem problem, const QString &detail)
{
    m_timer.stop();
    m_failure.attempts.push_back({m_addresses.at(m_next), m_port, problem, detail, m_clock.now() - m_since});
    dropSocket();
    if (++m_next < m_addresses.size())
        tryNext();
    else
        Q_EMIT failed(m_failure);
}

void TcpConnector::dropSocket()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket.release()->deleteLater(); // we may be in one of its signals
}

} // namespace nodescope::dist
