#pragma once

#include <memory>

#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

#include "Script.h"

namespace nodescope::test::evil {

/// Plays a script on one connection. Deletes nothing and waits for nobody: it lives in the event loop of
/// the test.
class Player final : public QObject
{
    Q_OBJECT

public:
    Player(QTcpSocket *socket, Script script, QObject *parent = nullptr);

    [[nodiscard]] const Conversation &conversation() const { return m_conversation; }
    /// Bytes that the system took.
    [[nodiscard]] qint64 written() const { return m_written; }
    /// The victim has closed.
    [[nodiscard]] bool isLeft() const { return m_left; }
    /// All steps were taken.
    [[nodiscard]] bool isDone() const { return m_step == m_script.size(); }

Q_SIGNALS:
    void changed();

private:
    void onReadable();
    void goOn();
    [[nodiscard]] bool take(const Step &step);
    [[nodiscard]] bool takeDrip(const QByteArray &bytes);
    [[nodiscard]] bool takeFlood(const QByteArray &unit, qint64 total);
    void closeHard();

    QTcpSocket *m_socket; // child
    Script m_script;
    std::size_t m_step = 0;
    qsizetype m_dripped = 0;
    qint64 m_flooded = 0;
    qint64 m_written = 0;
    bool m_left = false;
    Conversation m_conversation;
};

/// An evil node on loopback. In either role it plays its script on each of its connections.
class EvilPeer final : public QObject
{
    Q_OBJECT

public:
    explicit EvilPeer(Script script, QObject *parent = nullptr);

    /// Waits to be dialled. The port; 0 if that fails.
    [[nodiscard]] quint16 listen(const QHostAddress &address = QHostAddress::LocalHost);
    void connectTo(quint16 port, const QHostAddress &address = QHostAddress::LocalHost);
    /// Of the first connection, or null.
    [[nodiscard]] const Player *player() const { return m_players.empty() ? nullptr : m_players.front(); }
    [[nodiscard]] std::size_t connections() const { return m_players.size(); }

private:
    void play(QTcpSocket *socket);

    Script m_script;
    QTcpServer m_server;
    std::vector<Player *> m_players; // children
};

} // namespace nodescope::test::evil
