#pragma once

#include <memory>
#include <vector>

#include <QHostAddress>
#include <QList>
#include <QObject>

#include "base/Clock.h"
#include "base/Result.h"
#include "protocol/Limits.h"
#include "protocol/epmd/EpmdMessages.h"

class QTcpServer;
class QTcpSocket;

namespace nodescope::dist {

/// Why we cannot listen on an address and port.
struct ListenError
{
    QHostAddress address;
    quint16 port = 0;
    bool inUse = false; ///< another program listens there
    QString detail;     ///< the system's own words
};

/// What the embedded port mapper takes from its clients.
struct EpmdServerLimits
{
    protocol::Limits messages;
    qsizetype connections = 512; ///< that have not registered; the oldest gives way to a new one
    qsizetype registrations = 1024;
    base::Duration request = std::chrono::seconds(10);           ///< until the request is complete
    base::Duration retryAccept = std::chrono::milliseconds(200); ///< after the system ran out of descriptors
};

/// A port mapper inside this process, for practice clusters and tests: real nodes register with it and
/// ask it like any other. Loopback only by default. ALIVE2 and DUMP are answered for local callers,
/// KILL and STOP for nobody: the connection just closes, as at OTP's for callers from elsewhere.
///
/// Lives on the network thread; owned by its parent.
class EpmdServer final : public QObject
{
    Q_OBJECT

public:
    explicit EpmdServer(EpmdServerLimits limits = {}, QObject *parent = nullptr);
    ~EpmdServer() override;

    /// Listens on both loopback addresses, on ::1 if this machine has it and nobody else listens there;
    /// port 0 takes a free one. The port that it got, or why not.
    [[nodiscard]] base::Result<quint16, ListenError> listen(quint16 port);
    /// Listens on one address only.
    [[nodiscard]] base::Result<quint16, ListenError> listen(quint16 port, const QHostAddress &address);
    /// Stops listening and forgets every registration, as an EPMD that is killed does.
    void close();
    [[nodiscard]] bool isListening() const;
    [[nodiscard]] quint16 port() const;
    /// Where it listens.
    [[nodiscard]] QList<QHostAddress> addresses() const;

    /// Who is registered now, in the order of registration.
    [[nodiscard]] std::vector<protocol::epmd::Registration> registrations() const;

Q_SIGNALS:
    void registered(const QString &name, quint16 port);
    void unregistered(const QString &name);
    /// A request was not answered: broken, forbidden (KILL, STOP) or too late.
    void refused(const QString &peer);

private:
    class Client;
    [[nodiscard]] base::Result<quint16, ListenError> open(quint16 port, const QHostAddress &address);
    void acceptPending(QTcpServer *server);
    void onReadable(Client *client);
    void answer(Client *client, const protocol::epmd::Request &request);
    void answerAlive(Client *client, const protocol::epmd::AliveRequest &request);
    [[nodiscard]] protocol::epmd::NamesReply namesReply() const;
    [[nodiscard]] protocol::epmd::DumpReply dumpReply() const;
    void replyAndClose(Client *client, const protocol::epmd::Reply &reply);
    void refuse(Client *client);
    void drop(Client *client);
    void makeRoom();
    [[nodiscard]] Client *find(const QString &name) const;
    [[nodiscard]] quint32 nextCreation();

    EpmdServerLimits m_limits;
    std::vector<QTcpServer *> m_servers; // children of this, one for each address
    std::vector<Client *> m_clients;     // children of this
    quint32 m_creation = 0;
};

} // namespace nodescope::dist
