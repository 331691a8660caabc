#include "dist/Listener.h"

#include <QNetworkProxy>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

#include "dist/Transport.h"

namespace nodescope::dist {

namespace {
/// After the system ran out of descriptors.
constexpr std::chrono::milliseconds RetryAccept{200};
/// Connections that wait in the system while we are busy; a caller beyond them waits a second for its
/// next try.
constexpr int ListenBacklog = 512;
} // namespace

/// Makes sockets that can be encrypted later.
class Listener::TlsServer final : public QTcpServer
{
public:
    using QTcpServer::QTcpServer;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        if (socket->setSocketDescriptor(descriptor))
            addPendingConnection(socket);
        else
            delete socket;
    }
};

Listener::Listener(QObject *parent)
    : QObject(parent)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(RetryAccept);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        if (m_server)
            m_server->resumeAccepting();
    });
}

Listener::~Listener() = default;

base::Result<quint16, ListenError> Listener::listen(const QHostAddress &address, quint16 port,
                                                    Encryption encryption)
{
    close();
    if (encryption == Encryption::Tls)
        m_server = new TlsServer(this);
    else
        m_server = new QTcpServer(this);
    m_server->setProxy(QNetworkProxy::NoProxy);
    m_server->setListenBacklogSize(ListenBacklog);
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
    delete std::exchange(m_server, nullptr);
}

quint16 Listener::port() const
{
    return m_server ? m_server->serverPort() : 0;
}

std::unique_ptr<Transport> Listener::takeTransport()
{
    QTcpSocket *socket = m_server ? m_server->nextPendingConnection() : nullptr;
    if (!socket)
        return nullptr;
    socket->setParent(nullptr);
    return makeTcpTransport(std::unique_ptr<QTcpSocket>(socket));
}

std::unique_ptr<QSslSocket> Listener::takeTlsSocket()
{
    QTcpSocket *socket = m_server ? m_server->nextPendingConnection() : nullptr;
    if (!socket)
        return nullptr;
    socket->setParent(nullptr);
    return std::unique_ptr<QSslSocket>(static_cast<QSslSocket *>(socket));
}

void Listener::onNewConnection()
{
    while (m_server && m_server->hasPendingConnections())
        Q_EMIT incoming();
}

} // namespace nodescope::dist
