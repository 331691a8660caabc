#include "ScriptedNode.h"

#include <QtEndian>

namespace nodescope::test {

namespace {

template<typename T>
QByteArray big(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

} // namespace

Registration::Registration(quint16 epmdPort, const QByteArray &name, quint16 port)
{
    // ALIVE2: a visible node, over TCP, of versions 6 to 5, and nothing extra.
    const QByteArray body = 'x' + big(port) + 'M' + '\0' + big(quint16(6)) + big(quint16(5)) +
                            big(quint16(name.size())) + name + big(quint16(0));
    m_socket.connectToHost(QHostAddress::LocalHost, epmdPort);
    if (!m_socket.waitForConnected(5'000))
        return;
    m_socket.write(big(quint16(body.size())) + body);
    while (m_socket.bytesAvailable() < 6 && m_socket.waitForReadyRead(5'000)) {
    }
    m_ok = m_socket.readAll().startsWith(QByteArray("v\0", 2));
}

ScriptedNode::ScriptedNode(Script script)
    : m_script(std::move(script))
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] { accept(); });
    m_server.listen(QHostAddress::LocalHost);
}

void ScriptedNode::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++m_connections;
        socket->write(m_script.greeting);
        if (!m_script.holdsOpen) {
            socket->disconnectFromHost();
            continue;
        }
        auto next = std::make_shared<qsizetype>(0);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, next] {
            m_received += socket->readAll();
            if (*next < m_script.replies.size())
                socket->write(m_script.replies.at((*next)++));
            if (*next == m_script.replies.size() && m_script.closesAfter)
                socket->disconnectFromHost();
        });
    }
}

qsizetype ScriptedNode::open() const
{
    qsizetype open = 0;
    const auto sockets = m_server.findChildren<QTcpSocket *>();
    for (const QTcpSocket *socket : sockets)
        open += socket->state() == QAbstractSocket::ConnectedState ? 1 : 0;
    return open;
}

QByteArray ScriptedNode::packet(const QByteArray &body)
{
    return big(quint16(body.size())) + body;
}

QByteArray ScriptedNode::challenge(const QByteArray &name, quint64 flags)
{
    return packet('N' + big(flags) + big(quint32(0x1234abcd)) + big(quint32(7)) + big(quint16(name.size())) +
                  name);
}

QByteArray ScriptedNode::named(const QByteArray &name)
{
    return packet("snamed:" + big(quint16(name.size())) + name + big(quint32(9)));
}

} // namespace nodescope::test
