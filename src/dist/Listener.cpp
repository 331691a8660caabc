#include "dist/Listener.h"

#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>

#include "dist/TcpTransport.h"

namespace nodescope::dist {

namespace {
/// After the system ran out of descriptors.
constexpr std::chrono::milliseconds RetryAccept{200};
} // namespace

Listener::Listener(QObject *parent)
    : QObject(parent)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(RetryAccept);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        if (m_server && !m_paused)
            m_server->resumeAccepting();
    });
}

Listener::~Listener() = default;

base::Result<quint16, ListenError> Listener::listen(const QHostAddress &address, quint16 port)
{
    close();
    m_server = new QTcpServer(this);
    m_server->setProxy(QNetworkProxy::NoProxy);
    connect(m_server, &QTcpServer::newConnection, this, &Listener::onNewConnection);
    connect(m_server, &QTcpServer::acceptError, &m_retry, qOverload<>(&QTimer::start));
    if (m_server->listen(address, port))
        return m_server->serverPort();
    const ListenError error{address, port, m_server->serverError() == QAbstractSocket::AddressInUseError,
                            m_server->errorString()};
    close();
    return base::Failure{error};
}

void Listener::close()
{
    m_retry.stop();
    m_paused = false;
    delete std::exchange(m_server, nullptr);
}

quint16 Listener::port() const
{
    return m_server ? m_server->serverPort() : 0;
}

void Listener::setUnauthenticated(int count, int cap)
{
    const bool pause = count >= cap;
    if (!m_server || std::exchange(m_paused, pause) == pause)
        return;
    if (pause) {
        m_server->pauseAccepting();
        return;
    }
    m_server->resumeAccepting();
    // What Qt accepted before the pause still waits with it.
    QMetaObject::invokeMethod(this, &Listener::onNewConnection, Qt::QueuedConnection);
}

std::unique_ptr<Transport> Listener::takeTransport()
{
    QTcpSocket *socket = m_server ? m_server->nextPendingConnection() : nullptr;
    if (!socket)
        return nullptr;
    socket->setParent(nullptr);
    return std::make_unique<TcpTransport>(std::unique_ptr<QTcpSocket>(socket));
}

void Listener::onNewConnection()
{
    while (m_server && !m_paused && m_server->hasPendingConnections())
        Q_EMIT incoming();
}

} // namespace nodescope::dist
