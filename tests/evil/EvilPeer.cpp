#include "EvilPeer.h"

#include <QNetworkProxy>
#include <QTimer>

#include <sys/socket.h>

namespace nodescope::test::evil {

namespace {
/// A flood stops to wait at so many bytes that the system has not taken.
constexpr qint64 FloodAhead = 256 * 1024;
} // namespace

Player::Player(QTcpSocket *socket, Script script, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_script(std::move(script))
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &Player::onReadable);
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this](qint64 bytes) {
        m_written += bytes;
        goOn();
    });
    connect(m_socket, &QTcpSocket::disconnected, this, [this] {
        onReadable();
        m_left = true;
        Q_EMIT changed();
    });
    QTimer::singleShot(0, this, &Player::goOn);
}

void Player::onReadable()
{
    m_conversation.take(m_socket->readAll());
    goOn();
    Q_EMIT changed();
}

void Player::goOn()
{
    while (!m_left && m_step < m_script.size()) {
        if (!take(m_script.at(m_step)))
            return;
        ++m_step;
        m_dripped = 0;
    }
    Q_EMIT changed();
}

bool Player::take(const Step &step)
{
    switch (step.kind) {
    case Step::Kind::AwaitPackets:
        return m_conversation.packets().size() >= step.count;
    case Step::Kind::AwaitBytes:
        return m_conversation.received().size() >= step.count;
    case Step::Kind::Say:
        m_socket->write(step.bytes(m_conversation));
        return true;
    case Step::Kind::Drip:
        return takeDrip(step.bytes(m_conversation));
    case Step::Kind::Flood:
        return takeFlood(step.bytes(m_conversation), step.count);
    case Step::Kind::Finish:
        m_socket->disconnectFromHost();
        return true;
    case Step::Kind::HalfClose:
        m_socket->flush();
        ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR);
        return true;
    case Step::Kind::Reset:
        closeHard();
        return true;
    }
    return true;
}

bool Player::takeDrip(const QByteArray &bytes)
{
    if (m_dripped == bytes.size())
        return true;
    m_socket->write(bytes.mid(m_dripped++, 1));
    m_socket->flush();
    QTimer::singleShot(0, this, &Player::goOn);
    return false;
}

bool Player::takeFlood(const QByteArray &unit, qint64 total)
{
    while (m_flooded < total && m_socket->bytesToWrite() < FloodAhead) {
        m_socket->write(unit);
        m_flooded += unit.size();
    }
    return m_flooded >= total;
}

void Player::closeHard()
{
    m_socket->flush();
    const linger hard{1, 0};
    ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    m_socket->abort();
}

EvilPeer::EvilPeer(Script script, QObject *parent)
    : QObject(parent)
    , m_script(std::move(script))
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    connect(&m_server, &QTcpServer::newConnection, this, [this] { play(m_server.nextPendingConnection()); });
}

quint16 EvilPeer::listen(const QHostAddress &address)
{
    return m_server.listen(address) ? m_server.serverPort() : quint16(0);
}

void EvilPeer::connectTo(quint16 port, const QHostAddress &address)
{
    auto *socket = new QTcpSocket(this);
    socket->setProxy(QNetworkProxy::NoProxy);
    connect(socket, &QTcpSocket::connected, this, [this, socket] { play(socket); });
    socket->connectToHost(address, port);
}

void EvilPeer::play(QTcpSocket *socket)
{
    m_players.push_back(new Player(socket, m_script, this));
}

} // namespace nodescope::test::evil
