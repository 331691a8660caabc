#pragma once

#include <memory>

#include <QTcpSocket>

#include "dist/Transport.h"

namespace nodescope::dist {

/// A Transport over a connected QTcpSocket: TCP_NODELAY, keep-alive, a bounded read buffer. TlsTransport is
/// one, too.
class TcpTransport : public Transport
{
    Q_OBJECT

public:
    /// How much QTcpSocket reads ahead of us.
    static constexpr qint64 ReadBuffer = 256 * 1024;
    /// Writes are joined up to this size before they are handed to the system.
    static constexpr qsizetype WriteBatch = 64 * 1024;

    /// Takes a connected socket.
    explicit TcpTransport(std::unique_ptr<QTcpSocket> socket, QObject *parent = nullptr);
    ~TcpTransport() override;

    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] QByteArray read(qint64 max) override;
    void write(const QByteArray &bytes) override;
    [[nodiscard]] qint64 bytesToWrite() const override;
    void close() override;
    void abort() override;
    [[nodiscard]] Endpoints endpoints() const override;

protected:
    /// Null after close() and abort().
    [[nodiscard]] QTcpSocket *socket() const { return m_socket; }
    /// What an error of the socket means; nothing: the peer closed.
    [[nodiscard]] virtual std::optional<TransportError> errorOf(QAbstractSocket::SocketError error) const;

private:
    void flush();
    void onError(QAbstractSocket::SocketError error);

    QTcpSocket *m_socket; // child of this; gone from here after close()
    Endpoints m_endpoints;
    QByteArray m_batch;
    bool m_flushQueued = false;
    bool m_over = false;
};

} // namespace nodescope::dist
