#include "dist/EpmdServer.h"

#include <algorithm>

#include <QNetworkProxy>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include "base/Logging.h"
#include "dist/Timing.h"
#include "protocol/epmd/EpmdParsers.h"

namespace nodescope::dist {

using namespace protocol::epmd;

namespace {
/// How often a free port is looked for that is free for both families.
constexpr int PortTries = 8;
/// Connections that wait in the system while we are busy; a caller beyond them waits a second for its
/// next try.
constexpr int ListenBacklog = 512;
} // namespace

/// One accepted connection: first a request, and after ALIVE2 the registration itself.
class EpmdServer::Client final : public QObject
{
public:
    Client(QTcpSocket *accepted, const EpmdServerLimits &limits, EpmdServer *server)
        : QObject(server)
        , socket(accepted)
        , parser(limits.messages)
    {
        socket->setParent(this);
        socket->setReadBufferSize(limits.messages.epmdRequest + 2);
        deadline.setSingleShot(true);
        deadline.start(timerInterval(limits.request));
    }

    [[nodiscard]] bool isLocal() const { return socket->peerAddress().isLoopback(); }

    QTcpSocket *socket; // child
    RequestParser parser;
    QTimer deadline;
    std::optional<Registration> registration;
};

EpmdServer::EpmdServer(EpmdServerLimits limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
{
}

EpmdServer::~EpmdServer()
{
    close();
}

base::Result<quint16, ListenError> EpmdServer::listen(quint16 port)
{
    // A client that resolves `localhost` comes by either family.
    for (int i = 0; i < PortTries; ++i) {
        const auto first = listen(port, QHostAddress::LocalHost);
        if (!first.ok())
            return first;
        const auto second = open(*first, QHostAddress::LocalHostIPv6);
        if (second.ok() || !second.error().inUse || port != 0)
            return first;
    }
    return listen(port, QHostAddress::LocalHost);
}

base::Result<quint16, ListenError> EpmdServer::listen(quint16 port, const QHostAddress &address)
{
    close();
    return open(port, address);
}

base::Result<quint16, ListenError> EpmdServer::open(quint16 port, const QHostAddress &address)
{
    auto *server = new QTcpServer(this);
    server->setProxy(QNetworkProxy::NoProxy);
    server->setListenBacklogSize(ListenBacklog);
    connect(server, &QTcpServer::newConnection, this, [this, server] { acceptPending(server); });
    // Out of descriptors, Qt stops accepting; ours must come back as soon as there are some.
    connect(server, &QTcpServer::acceptError, this, [this, server] {
        QTimer::singleShot(timerInterval(m_limits.retryAccept), server,
                           [server] { server->resumeAccepting(); });
    });
    if (server->listen(address, port)) {
        m_servers.push_back(server);
        return server->serverPort();
    }
    const ListenError error{address, port, server->serverError() == QAbstractSocket::AddressInUseError,
                            server->errorString()};
    delete server;
    return base::Failure{error};
}

void EpmdServer::close()
{
    const auto clients = std::exchange(m_clients, {});
    for (Client *client : clients) {
        client->socket->disconnect(this);
        client->socket->abort();
        client->deleteLater();
    }
    qDeleteAll(std::exchange(m_servers, {}));
}

bool EpmdServer::isListening() const
{
    return !m_servers.empty();
}

quint16 EpmdServer::port() const
{
    return m_servers.empty() ? 0 : m_servers.front()->serverPort();
}

QList<QHostAddress> EpmdServer::addresses() const
{
    QList<QHostAddress> all;
    for (const QTcpServer *server : m_servers)
        all.append(server->serverAddress());
    return all;
}

std::vector<Registration> EpmdServer::registrations() const
{
    std::vector<Registration> all;
    for (const Client *client : m_clients) {
        if (client->registration)
            all.push_back(*client->registration);
    }
    return all;
}

void EpmdServer::acceptPending(QTcpServer *server)
{
    while (QTcpSocket *socket = server->nextPendingConnection()) {
        makeRoom();
        auto *client = new Client(socket, m_limits, this);
        m_clients.push_back(client);
        connect(socket, &QTcpSocket::readyRead, client, [this, client] { onReadable(client); });
        connect(socket, &QTcpSocket::disconnected, client, [this, client] { drop(client); });
        connect(&client->deadline, &QTimer::timeout, client, [this, client] { refuse(client); });
    }
}

void EpmdServer::onReadable(Client *client)
{
    const QByteArray bytes = client->socket->readAll();
    if (client->registration)
        return; // a registered node has nothing more to say
    const auto outcome = client->parser.receive(bytes);
    if (!outcome)
        return;
    client->deadline.stop();
    if (outcome->ok())
        answer(client, outcome->value());
    else
        refuse(client);
}

void EpmdServer::answer(Client *client, const Request &request)
{
    if (const auto *alive = std::get_if<AliveRequest>(&request)) {
        answerAlive(client, *alive);
        return;
    }
    if (const auto *wanted = std::get_if<PortRequest>(&request)) {
        const Client *found = find(wanted->name);
        replyAndClose(client,
                      PortReply{quint8(found ? 0 : 1), found ? *found->registration : Registration{}});
        return;
    }
    if (std::holds_alternative<NamesRequest>(request)) {
        replyAndClose(client, namesReply());
        return;
    }
    if (std::holds_alternative<DumpRequest>(request) && client->isLocal()) {
        replyAndClose(client, dumpReply());
        return;
    }
    refuse(client); // KILL and STOP, from anybody
}

void EpmdServer::answerAlive(Client *client, const AliveRequest &request)
{
    const Registration &wanted = request.registration;
    if (!client->isLocal()) {
        refuse(client);
        return;
    }
    const bool wide = wanted.highestVersion >= 6;
    const bool full = qsizetype(registrations().size()) >= m_limits.registrations;
    if (full || find(wanted.name)) {
        replyAndClose(client, AliveReply{1, 99, wide}); // 99 is what OTP's EPMD says here
        return;
    }
    const quint32 creation = nextCreation();
    client->registration = wanted;
    client->socket->write(encode(Reply(AliveReply{0, wide ? creation : (creation % 3) + 1, wide})));
    Q_EMIT registered(wanted.name, wanted.port);
}

NamesReply EpmdServer::namesReply() const
{
    NamesReply reply{port(), {}, 0};
    for (const Registration &registration : registrations())
        reply.names.push_back({registration.name, registration.port});
    return reply;
}

DumpReply EpmdServer::dumpReply() const
{
    DumpReply reply{port(), {}, 0};
    for (const Client *client : m_clients) {
        if (client->registration)
            reply.lines.push_back({client->registration->name, client->registration->port,
                                   int(client->socket->socketDescriptor()), true});
    }
    return reply;
}

void EpmdServer::replyAndClose(Client *client, const Reply &reply)
{
    client->socket->write(encode(reply));
    // The deadline covers a client that never reads what it asked for.
    client->deadline.start(timerInterval(m_limits.request));
    client->socket->disconnectFromHost();
}

void EpmdServer::refuse(Client *client)
{
    Q_EMIT refused(client->socket->peerAddress().toString());
    drop(client);
}

void EpmdServer::drop(Client *client)
{
    const auto entry = std::find(m_clients.begin(), m_clients.end(), client);
    if (entry == m_clients.end())
        return;
    m_clients.erase(entry);
    client->socket->disconnect(client);
    client->socket->close();
    client->deadline.stop();
    client->deleteLater();
    if (client->registration)
        Q_EMIT unregistered(client->registration->name);
}

void EpmdServer::makeRoom()
{
    const auto unregistered = [](const Client *client) { return !client->registration; };
    if (std::count_if(m_clients.begin(), m_clients.end(), unregistered) < m_limits.connections)
        return;
    refuse(*std::find_if(m_clients.begin(), m_clients.end(), unregistered)); // the oldest
}

EpmdServer::Client *EpmdServer::find(const QString &name) const
{
    const auto entry = std::find_if(m_clients.begin(), m_clients.end(), [&name](const Client *client) {
        return client->registration && client->registration->name == name;
    });
    return entry == m_clients.end() ? nullptr : *entry;
}

quint32 EpmdServer::nextCreation()
{
    if (m_creation == 0)
        m_creation = QRandomGenerator::system()->generate() >> 1;
    ++m_creation;
    return m_creation < 4 ? m_creation += 4 : m_creation; // 0 to 3 belong to old nodes
}

} // namespace nodescope::dist
