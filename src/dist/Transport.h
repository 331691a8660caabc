#pragma once

#include <memory>
#include <optional>

#include <QByteArray>
#include <QObject>

#include "dist/Connection.h"
#include "dist/tls/TlsFailure.h"

class QTcpSocket;

namespace nodescope::dist {

/// How a transport failed.
struct TransportError
{
    enum class Kind : quint8 { Reset, Unreachable, TimedOut, Tls, Other };
    Kind kind = Kind::Other;
    QString detail;                ///< the system's own words
    std::optional<TlsFailure> tls; ///< with Kind::Tls
};

/// A connection that carries bytes: SocketTransport, TcpTransport, TlsTransport (with LengthPrefix::FourBytes
/// for the handshake); tests have one in memory.
///
/// The amount that is read ahead is bounded: what the owner does not read stays with the peer (TCP's
/// back pressure). Writes of one turn of the event loop leave together; where it costs nothing, the first of
/// them at once. Lives on the network thread.
class Transport : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What can be read. A transport that reads nothing ahead says 1 for "perhaps": then reading tells.
    [[nodiscard]] virtual qint64 bytesAvailable() const = 0;
    /// At most `max` bytes of what is available.
    [[nodiscard]] virtual QByteArray read(qint64 max) = 0;
    /// The same, into the caller's memory; gives the number of bytes. For what would be copied there anyway.
    [[nodiscard]] virtual qint64 readInto(char *to, qint64 max);
    /// Takes the bytes; they leave at the end of the loop's turn at the latest, unless the system is full.
    virtual void write(const QByteArray &bytes) = 0;
    /// What was written and not yet taken by the system.
    [[nodiscard]] virtual qint64 bytesToWrite() const = 0;
    /// Sends what is left, then closes. No signal comes any more.
    virtual void close() = 0;
    /// Closes at once, dropping what is left. No signal comes any more.
    virtual void abort() = 0;
    [[nodiscard]] virtual Endpoints endpoints() const = 0;
    /// What was agreed, if the connection is encrypted.
    [[nodiscard]] virtual std::optional<TlsSession> tls() const { return std::nullopt; }

Q_SIGNALS:
    /// There is something to read. Comes again only when more arrives, so read what is there, or come
    /// back by yourself.
    void readable();
    /// bytesToWrite() has fallen.
    void written();
    /// The peer closed its sending side; what came before can still be read, or was (a transport that reads
    /// nothing ahead meets the end by reading). At most once, and nothing comes after it.
    void peerClosed();
    /// The connection broke. At most once, and nothing comes after it.
    void failed(const nodescope::dist::TransportError &error);
};

/// The fastest transport for a connected TCP socket on this system: SocketTransport, if it has descriptors.
[[nodiscard]] std::unique_ptr<Transport> makeTcpTransport(std::unique_ptr<QTcpSocket> socket);

} // namespace nodescope::dist
