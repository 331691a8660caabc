#pragma once

#include <deque>
#include <memory>

#include <QSocketNotifier>
#include <QTcpSocket>

#include "dist/ReadPause.h"
#include "dist/Transport.h"

namespace nodescope::dist {

/// A Transport over a connected descriptor, without QTcpSocket's buffers (Unix; see tests/benchmarks for
/// what those cost): reads go straight into the caller's memory, writes of a turn are gathered, and large
/// ones leave from where they are. TCP_NODELAY, keep-alive.
///
/// Nothing is read ahead: what the owner does not read stays with the system.
///
/// Where messages pour in, the socket is looked at only now and then (see ReadPause): many small reads would
/// cost more than the messages themselves.
class SocketTransport final : public Transport
{
    Q_OBJECT

public:
    /// Small writes are joined up to this size; from LargeWrite on, bytes are not copied.
    static constexpr qsizetype WriteBatch = 64 * 1024;
    static constexpr qsizetype LargeWrite = 16 * 1024;

    /// Takes over the connection of a connected socket. Null if it is not connected any more, or the system
    /// gives no descriptor.
    [[nodiscard]] static std::unique_ptr<Transport> take(QTcpSocket &socket);
    ~SocketTransport() override;

    /// 1 if there may be something to read, 0 if not: the system is asked by reading only.
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] QByteArray read(qint64 max) override;
    [[nodiscard]] qint64 readInto(char *to, qint64 max) override;
    void write(const QByteArray &bytes) override;
    [[nodiscard]] qint64 bytesToWrite() const override;
    void close() override;
    void abort() override;
    [[nodiscard]] Endpoints endpoints() const override { return m_endpoints; }

private:
    SocketTransport(int descriptor, Endpoints endpoints, QByteArray ahead);
    void onReadable();
    void onWritable();
    void noteRead(qint64 bytes, qint64 max);
    void startReading();
    void flush();
    void flushLater();
    /// Hands over what is queued; what the system does not take waits for the notifier.
    void send();
    void dropSent(qint64 bytes);
    void breakWriting();
    void endLater(int error);
    void end(int error);
    void release();

    int m_descriptor;
    const Endpoints m_endpoints;
    QByteArray m_ahead;    // read before we took the socket over
    QByteArray m_chunk;    // kept for its memory
    bool m_mayRead = true; // the last read did not come to the end
    bool m_over = false;
    bool m_inTurn = false;      // what is written now leaves when this is over
    bool m_flushQueued = false; // the same, at the end of the loop's turn
    QByteArray m_batch;
    std::deque<QByteArray> m_queue; // what the system has not taken
    qsizetype m_sent = 0;           // of the first in the queue
    qint64 m_queued = 0;            // bytes in the queue that are not sent
    qint64 m_readInTurn = 0;
    bool m_wroteInTurn = false;
    bool m_writeBroken = false; // the reading side will say why
    ReadPause m_pause;
    std::unique_ptr<QSocketNotifier> m_reading;
    std::unique_ptr<QSocketNotifier> m_writing;
};

} // namespace nodescope::dist
