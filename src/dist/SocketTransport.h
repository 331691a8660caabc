#pragma once

#include <memory>

#include <QSocketNotifier>
#include <QTcpSocket>

#include "dist/ReadPause.h"
#include "dist/SocketWriter.h"
#include "dist/Transport.h"
#include "dist/TurnEnd.h"

namespace nodescope::dist {

/// A Transport over a connected descriptor, without QTcpSocket's buffers and wake-ups (Unix; see
/// tests/benchmarks for what those cost): reads go straight into the caller's memory, the first write of a
/// turn leaves at once and the others together, and large ones leave from where they are. TCP_NODELAY,
/// keep-alive.
///
/// Nothing is read ahead: what the owner does not read stays with the system.
///
/// Where messages pour in, the socket is looked at only now and then (see ReadPause): many small reads would
/// cost more than the messages themselves.
class SocketTransport final : public Transport
{
    Q_OBJECT

public:
    /// Takes over the connection of a connected socket. Null if it is not connected any more, or the system
    /// gives no descriptor.
    [[nodiscard]] static std::unique_ptr<Transport> take(QTcpSocket &socket);
    /// Takes over a connected descriptor.
    [[nodiscard]] static std::unique_ptr<Transport> over(int descriptor, const Endpoints &endpoints);
    ~SocketTransport() override;

    /// 1 if there may be something to read, 0 if not: the system is asked by reading only.
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] QByteArray read(qint64 max) override;
    [[nodiscard]] qint64 readInto(char *to, qint64 max) override;
    void write(const QByteArray &bytes) override;
    [[nodiscard]] qint64 bytesToWrite() const override { return m_out.waitingBytes(); }
    void close() override;
    void abort() override;
    [[nodiscard]] Endpoints endpoints() const override { return m_endpoints; }

private:
    SocketTransport(int descriptor, Endpoints endpoints, QByteArray ahead);
    void onReadable();
    void onWritable();
    void noteRead(qint64 bytes, qint64 max);
    void startReading();
    void setReading(bool on);
    void flush();
    void take(SocketWriter::Outcome outcome);
    void breakWriting();
    void endLater(int error);
    void end(int error);
    void release();

    int m_descriptor;
    const Endpoints m_endpoints;
    QByteArray m_ahead; // read before we took the socket over
    QByteArray m_chunk; // kept for its memory
    bool m_mayRead;     // the last read did not come to the end
    bool m_over = false;
    bool m_inTurn = false; // our own: readable() is under way
    qint64 m_readInTurn = 0;
    bool m_wroteInTurn = false;
    bool m_writeBroken = false; // the reading side will say why
    bool m_full = false;        // the system takes no more: the notifier will tell
    SocketWriter m_out;
    TurnEnd m_turnEnd;
    ReadPause m_pause;
    std::unique_ptr<QSocketNotifier> m_reading;
    std::unique_ptr<QSocketNotifier> m_writing;
};

} // namespace nodescope::dist
