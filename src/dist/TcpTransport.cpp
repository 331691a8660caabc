#include "dist/TcpTransport.h"

#include <QTimer>

namespace nodescope::dist {

namespace {

/// How long a socket that we have closed may take to hand its last bytes to the system.
constexpr std::chrono::seconds LingerTime{5};

TransportError::Kind kindOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::NetworkError:
        return TransportError::Kind::Unreachable;
    case QAbstractSocket::SocketTimeoutError:
        return TransportError::Kind::TimedOut;
    default:
        return TransportError::Kind::Other;
    }
}

} // namespace

TcpTransport::TcpTransport(std::unique_ptr<QTcpSocket> socket, QObject *parent)
    : Transport(parent)
    , m_socket(socket.release())
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(ReadBuffer);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    m_endpoints = {m_socket->localAddress(), m_socket->localPort(), m_socket->peerAddress(),
                   m_socket->peerPort()};
    connect(m_socket, &QTcpSocket::readyRead, this, &Transport::readable);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &Transport::written);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &TcpTransport::onError);
    // An accepted socket may have waited for us, and its peer have hung up meanwhile.
    if (m_socket->state() != QAbstractSocket::ConnectedState) {
        QMetaObject::invokeMethod(
            this, [this] { onError(QAbstractSocket::RemoteHostClosedError); }, Qt::QueuedConnection);
    }
}

TcpTransport::~TcpTransport()
{
    abort();
}

qint64 TcpTransport::bytesAvailable() const
{
    return m_socket ? m_socket->bytesAvailable() : 0;
}

QByteArray TcpTransport::read(qint64 max)
{
    return m_socket ? m_socket->read(max) : QByteArray();
}

void TcpTransport::write(const QByteArray &bytes)
{
    if (!m_socket || m_over)
        return;
    if (bytes.size() >= WriteBatch) {
        flush();
        m_socket->write(bytes); // shared with the socket's buffer, not copied
        return;
    }
    m_batch += bytes;
    if (m_batch.size() >= WriteBatch) {
        flush();
        return;
    }
    if (m_flushQueued)
        return;
    m_flushQueued = true;
    QMetaObject::invokeMethod(this, &TcpTransport::flush, Qt::QueuedConnection);
}

qint64 TcpTransport::bytesToWrite() const
{
    return m_socket ? m_socket->bytesToWrite() + m_batch.size() : 0;
}

void TcpTransport::flush()
{
    m_flushQueued = false;
    if (m_batch.isEmpty() || !m_socket || m_over)
        return;
    m_socket->write(std::exchange(m_batch, {}));
    m_socket->flush();
}

void TcpTransport::close()
{
    if (!m_socket)
        return;
    flush();
    QTcpSocket *socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    if (socket->state() != QAbstractSocket::ConnectedState || socket->bytesToWrite() == 0) {
        socket->close();
        socket->deleteLater();
        return;
    }
    // The rest leaves without us: the socket lives on by itself, but not for ever.
    socket->setParent(nullptr);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    QTimer::singleShot(LingerTime, socket, [socket] {
        socket->abort();
        socket->deleteLater();
    });
    socket->disconnectFromHost();
}

void TcpTransport::abort()
{
    if (!m_socket)
        return;
    QTcpSocket *socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

Endpoints TcpTransport::endpoints() const
{
    return m_endpoints;
}

std::optional<TransportError> TcpTransport::errorOf(QAbstractSocket::SocketError error) const
{
    // Qt reports a reset like a close, and for us they mean the same.
    if (error == QAbstractSocket::RemoteHostClosedError)
        return std::nullopt;
    return TransportError{kindOf(error), m_socket->errorString(), {}};
}

void TcpTransport::onError(QAbstractSocket::SocketError error)
{
    if (m_over)
        return;
    m_over = true;
    if (const auto failure = errorOf(error))
        Q_EMIT failed(*failure);
    else
        Q_EMIT peerClosed();
}

} // namespace nodescope::dist
