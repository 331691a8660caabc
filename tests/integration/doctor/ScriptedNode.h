#pragma once

#include <memory>

#include <QTcpServer>
#include <QTcpSocket>

namespace nodescope::test {

/// A name at EPMD and the port that is told for it, without a node: a registration that lies.
class Registration
{
public:
    /// Registers, and waits; ok() tells whether it was accepted. Withdrawn with this object.
    Registration(quint16 epmdPort, const QByteArray &name, quint16 port);

    [[nodiscard]] bool ok() const { return m_ok; }

private:
    QTcpSocket m_socket;
    bool m_ok = false;
};

/// Something that listens on loopback and says what it was told to, whatever it hears: for peers that no real
/// node can be made to be. It lives on the event loop of the test.
class ScriptedNode : public QObject
{
    Q_OBJECT

public:
    struct Script
    {
        QByteArray greeting;       ///< as soon as somebody is there
        QList<QByteArray> replies; ///< one for each time that bytes come in
        bool closesAfter = false;  ///< closes when nothing is left to say
        bool holdsOpen = true;     ///< false: closes at once
    };

    explicit ScriptedNode(Script script);

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// All that came in, on all connections.
    [[nodiscard]] const QByteArray &received() const { return m_received; }
    [[nodiscard]] qsizetype connections() const { return m_connections; }
    [[nodiscard]] qsizetype open() const;

    /// A handshake message behind its length.
    [[nodiscard]] static QByteArray packet(const QByteArray &body);
    /// A challenge of protocol version 6.
    [[nodiscard]] static QByteArray challenge(const QByteArray &name, quint64 flags);
    /// The status that gives a dynamic name.
    [[nodiscard]] static QByteArray named(const QByteArray &name);

private:
    void accept();

    const Script m_script;
    QTcpServer m_server;
    QByteArray m_received;
    qsizetype m_connections = 0;
};

} // namespace nodescope::test
