#include "support/RecordingRelay.h"

#include <QDateTime>

namespace nodescope::test {

namespace {
constexpr qsizetype SegmentBytes = 1448;
}

RecordingRelay::RecordingRelay(CaptureWriter &capture, Rewrite rewrite)
    : m_capture(capture)
    , m_rewrite(std::move(rewrite))
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
}

void RecordingRelay::accept()
{
    std::unique_ptr<QTcpSocket> client(m_server.nextPendingConnection());
    if (!client)
        return;
    client->setParent(nullptr); // the server would delete it, too
    auto pair = std::make_unique<Pair>(m_capture, TcpTalk::Ends{client->peerPort(), port(), false});
    Pair &fresh = *pair;
    fresh.client = std::move(client);
    m_pairs.push_back(std::move(pair));
    fresh.record(TcpTalk::Client, TcpTalk::Syn, {});
    fresh.record(TcpTalk::Server, TcpTalk::Syn | TcpTalk::Ack, {});
    QTcpSocket *from = fresh.client.get();
    QObject::connect(from, &QTcpSocket::readyRead, from, [&fresh] { fresh.pass(TcpTalk::Client, {}); });
    QObject::connect(from, &QTcpSocket::disconnected, from, [&fresh] { fresh.end(TcpTalk::Client); });
    QTcpSocket *to = &fresh.server;
    QObject::connect(to, &QTcpSocket::readyRead, to,
                     [this, &fresh] { fresh.pass(TcpTalk::Server, m_rewrite); });
    QObject::connect(to, &QTcpSocket::disconnected, to, [&fresh] { fresh.end(TcpTalk::Server); });
    to->connectToHost(QHostAddress(QHostAddress::LocalHost), m_upstream);
}

void RecordingRelay::Pair::record(bool fromClient, quint8 flags, const QByteArray &bytes)
{
    talk.add(fromClient, flags, bytes);
    capture.packet(talk.packets.back(), QDateTime::currentMSecsSinceEpoch() * 1'000'000);
    talk.packets.clear();
}

void RecordingRelay::Pair::pass(bool fromClient, const Rewrite &rewrite)
{
    QTcpSocket &from = fromClient ? *client : server;
    QTcpSocket &to = fromClient ? server : *client;
    if (!from.isOpen())
        return; // it never was
    QByteArray bytes = from.readAll();
    if (rewrite)
        bytes = rewrite(bytes);
    for (qsizetype at = 0; at < bytes.size(); at += SegmentBytes)
        record(fromClient, TcpTalk::Ack | TcpTalk::Push, bytes.mid(at, SegmentBytes));
    if (to.isOpen())
        to.write(bytes); // kept by the socket until it is connected
}

void RecordingRelay::Pair::end(bool fromClient)
{
    if (std::exchange(ended[fromClient ? 0 : 1], true))
        return;
    pass(fromClient, {});
    record(fromClient, TcpTalk::Fin | TcpTalk::Ack, {});
    QTcpSocket &to = fromClient ? server : *client;
    to.disconnectFromHost();
}

} // namespace nodescope::test
