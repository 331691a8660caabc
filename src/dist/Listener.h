#pragma once

#include <memory>

#include <QHostAddress>
#include <QObject>
#include <QTimer>

#include "base/Result.h"
#include "dist/EpmdServer.h"
#include "dist/Transport.h"

class QSslSocket;
class QTcpServer;

namespace nodescope::dist {

/// Accepts connections on the distribution port, and again as soon as there are descriptors after the
/// system ran out of them. It holds no connection itself.
///
/// Lives on the network thread; owned by its parent.
class Listener final : public QObject
{
    Q_OBJECT

public:
    static constexpr int DefaultUnauthenticated = 64;

    explicit Listener(QObject *parent = nullptr);
    ~Listener() override;

    /// What is to become of the connections.
    enum class Encryption : quint8 { None, Tls };

    /// Port 0 takes a free one. The port that it got, or why not.
    [[nodiscard]] base::Result<quint16, ListenError> listen(const QHostAddress &address, quint16 port,
                                                            Encryption encryption = Encryption::None);
    void close();
    [[nodiscard]] quint16 port() const;
    /// The next connection, without parent; null if there is none. Without encryption.
    [[nodiscard]] std::unique_ptr<Transport> takeTransport();
    /// Likewise, still to be encrypted (see TlsSetup). With Encryption::Tls.
    [[nodiscard]] std::unique_ptr<QSslSocket> takeTlsSocket();

Q_SIGNALS:
    /// A connection came in. It must be taken with takeTransport() or takeTlsSocket() from
    /// within.
    void incoming();

private:
    void onNewConnection();

    class TlsServer;
    QTcpServer *m_server = nullptr; // child
    QTimer m_retry;
};

} // namespace nodescope::dist
