#include "dist/SocketTransport.h"

#include <cerrno>

#include <QPointer>
#include <QTimer>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include "dist/RetireNotifier.h"

namespace nodescope::dist {

namespace {

/// How long a connection that we have closed may take to hand its last bytes to the system.
constexpr std::chrono::seconds LingerTime{5};

void setOption(int descriptor, int level, int name)
{
    const int on = 1;
    setsockopt(descriptor, level, name, &on, sizeof on);
}

TransportError errorOf(int error)
{
    using Kind = TransportError::Kind;
    const Kind kind = error == ETIMEDOUT                              ? Kind::TimedOut
                      : error == ENETUNREACH || error == EHOSTUNREACH ? Kind::Unreachable
                                                                      : Kind::Other;
    return {kind, qt_error_string(error), {}};
}

} // namespace

std::unique_ptr<Transport> SocketTransport::take(QTcpSocket &socket)
{
    if (socket.state() != QAbstractSocket::ConnectedState)
        return nullptr;
    const int descriptor = fcntl(int(socket.socketDescriptor()), F_DUPFD_CLOEXEC, 0);
    if (descriptor < 0)
        return nullptr;
    const Endpoints endpoints{socket.localAddress(), socket.localPort(), socket.peerAddress(),
                              socket.peerPort()};
    const QByteArray ahead = socket.readAll();
    socket.abort(); // closes its own descriptor only
    return std::unique_ptr<Transport>(new SocketTransport(descriptor, endpoints, ahead));
}

std::unique_ptr<Transport> SocketTransport::over(int descriptor, const Endpoints &endpoints)
{
    return std::unique_ptr<Transport>(new SocketTransport(descriptor, endpoints, {}));
}

SocketTransport::SocketTransport(int descriptor, Endpoints endpoints, QByteArray ahead)
    : m_descriptor(descriptor)
    , m_endpoints(std::move(endpoints))
    , m_ahead(std::move(ahead))
    , m_mayRead(!m_ahead.isEmpty()) // what the system has, the notifier tells
    , m_turnEnd([this] {
        m_wroteInTurn = false;
        flush();
    })
    , m_pause(descriptor, [this] { onReadable(); })
    , m_reading(std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read))
    , m_writing(std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Write))
{
    m_writing->setEnabled(false);
    if (const int flags = fcntl(descriptor, F_GETFL); !(flags & O_NONBLOCK))
        fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
    setOption(descriptor, IPPROTO_TCP, TCP_NODELAY);
    setOption(descriptor, SOL_SOCKET, SO_KEEPALIVE);
#ifdef SO_NOSIGPIPE
    setOption(descriptor, SOL_SOCKET, SO_NOSIGPIPE);
#endif
    connect(m_reading.get(), &QSocketNotifier::activated, this, &SocketTransport::onReadable);
    connect(m_writing.get(), &QSocketNotifier::activated, this, &SocketTransport::onWritable);
}

SocketTransport::~SocketTransport()
{
    abort();
}

// Reading.

qint64 SocketTransport::bytesAvailable() const
{
    return m_mayRead && m_descriptor >= 0 ? 1 : 0;
}

QByteArray SocketTransport::read(qint64 max)
{
    if (!m_ahead.isEmpty()) {
        const QByteArray bytes = m_ahead.left(max);
        m_ahead.remove(0, bytes.size());
        return bytes;
    }
    // The memory of the last chunk is used again if nobody kept that.
    if (!m_chunk.isDetached() || m_chunk.capacity() < max)
        m_chunk = QByteArray(max, Qt::Uninitialized);
    else
        m_chunk.resize(max);
    const qint64 count = readInto(m_chunk.data(), max);
    m_chunk.truncate(qMax(count, qint64(0)));
    return m_chunk;
}

qint64 SocketTransport::readInto(char *to, qint64 max)
{
    if (!m_ahead.isEmpty()) {
        const qint64 count = qMin(max, qint64(m_ahead.size()));
        memcpy(to, m_ahead.constData(), size_t(count));
        m_ahead.remove(0, count);
        return count;
    }
    if (m_descriptor < 0 || m_over)
        return 0;
    const ssize_t count = recv(m_descriptor, to, size_t(max), 0);
    noteRead(count, max);
    if (count > 0)
        return count;
    if (count == 0 || !wouldWait(errno))
        endLater(count == 0 ? 0 : errno);
    return 0;
}

void SocketTransport::noteRead(qint64 bytes, qint64 max)
{
    m_mayRead = bytes == max;
    m_readInTurn += qMax(bytes, qint64(0));
    if (!m_inTurn)
        startReading();
}

void SocketTransport::startReading()
{
    if (!m_over && !m_mayRead)
        setReading(true);
}

// A notifier that is told what it does already still asks the loop for it.
void SocketTransport::setReading(bool on)
{
    if (m_reading && m_reading->isEnabled() != on)
        m_reading->setEnabled(on);
}

void SocketTransport::onReadable()
{
    m_mayRead = true;
    m_inTurn = true;
    m_wroteInTurn = false;
    m_readInTurn = 0;
    const QPointer<SocketTransport> alive(this);
    Q_EMIT readable();
    if (!alive)
        return;
    m_inTurn = false;
    m_wroteInTurn = false;
    if (m_descriptor < 0)
        return;
    flush();
    // The owner that has left something comes back by itself.
    const bool awaits = !m_mayRead && !m_over;
    setReading(awaits);
    if (awaits)
        m_pause.begin(m_readInTurn);
    else
        m_pause.end();
}

// Writing.

void SocketTransport::write(const QByteArray &bytes)
{
    if (m_descriptor < 0 || m_over || m_writeBroken || bytes.isEmpty())
        return;
    m_pause.answered();
    // What is written first leaves at once: a single message need not wait for anything.
    const bool first = !std::exchange(m_wroteInTurn, true);
    if (!m_inTurn)
        m_turnEnd.request();
    if (first && m_out.waitingBytes() == 0) {
        take(m_out.sendAtOnce(m_descriptor, bytes));
        return;
    }
    m_out.append(bytes);
    if (m_out.isDue())
        flush();
}

void SocketTransport::flush()
{
    if (!m_full && m_out.waitingBytes() > 0 && m_descriptor >= 0 && !m_over)
        take(m_out.send(m_descriptor));
}

void SocketTransport::take(SocketWriter::Outcome outcome)
{
    if (outcome == SocketWriter::Outcome::Broken)
        return breakWriting();
    const bool full = outcome == SocketWriter::Outcome::Full;
    if (full == m_full)
        return;
    m_full = full;
    m_writing->setEnabled(full);
}

/// What came before can still be read, and then the reading side meets the same end.
void SocketTransport::breakWriting()
{
    m_writeBroken = true;
    m_writing->setEnabled(false);
    m_out.clear();
    if (!m_inTurn)
        startReading();
}

void SocketTransport::onWritable()
{
    const qint64 before = m_out.waitingBytes();
    take(m_out.send(m_descriptor));
    if (m_out.waitingBytes() < before && !m_over)
        Q_EMIT written();
}

// The end.

void SocketTransport::close()
{
    if (m_descriptor < 0)
        return;
    flush();
    if (m_out.waitingBytes() == 0)
        return abort();
    // The rest leaves without us, but not for ever.
    auto *rest = new SocketTransport(std::exchange(m_descriptor, -1), m_endpoints, {});
    rest->setReading(false);
    rest->m_out = std::exchange(m_out, {});
    rest->m_full = true;
    rest->m_writing->setEnabled(true);
    connect(rest, &Transport::written, rest, [rest] {
        if (rest->bytesToWrite() == 0)
            rest->deleteLater();
    });
    connect(rest, &Transport::peerClosed, rest, &QObject::deleteLater);
    connect(rest, &Transport::failed, rest, &QObject::deleteLater);
    QTimer::singleShot(LingerTime, rest, &QObject::deleteLater);
    release();
}

void SocketTransport::abort()
{
    release();
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

void SocketTransport::release()
{
    m_pause.end();
    m_out.clear();
    retire(m_reading);
    retire(m_writing);
}

void SocketTransport::endLater(int error)
{
    if (std::exchange(m_over, true))
        return;
    m_mayRead = false;
    m_pause.end();
    setReading(false);
    m_writing->setEnabled(false);
    QMetaObject::invokeMethod(
        this, [this, error] { end(error); }, Qt::QueuedConnection);
}

void SocketTransport::end(int error)
{
    if (m_descriptor < 0)
        return;
    // A reset means the same as a close to us.
    if (error == 0 || error == ECONNRESET || error == EPIPE)
        Q_EMIT peerClosed();
    else
        Q_EMIT failed(errorOf(error));
}

} // namespace nodescope::dist
