#include "dist/SocketTransport.h"

#include <array>
#include <cerrno>

#include <QPointer>
#include <QTimer>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace nodescope::dist {

namespace {

#ifndef MSG_NOSIGNAL
constexpr int MSG_NOSIGNAL = 0; // there, SO_NOSIGPIPE is set
#endif

/// How long a connection that we have closed may take to hand its last bytes to the system.
constexpr std::chrono::seconds LingerTime{5};
constexpr int MostParts = 64; // of one gathered write

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
    return {kind, qt_error_string(error)};
}

bool wouldWait(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
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

SocketTransport::SocketTransport(int descriptor, Endpoints endpoints, QByteArray ahead)
    : m_descriptor(descriptor)
    , m_endpoints(std::move(endpoints))
    , m_ahead(std::move(ahead))
    , m_pause([this] { startReading(); })
    , m_reading(std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read))
    , m_writing(std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Write))
{
    m_writing->setEnabled(false);
    fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
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
    if (!m_inTurn && !m_pause.isRunning())
        startReading();
}

void SocketTransport::startReading()
{
    if (m_reading && !m_over && !m_mayRead)
        m_reading->setEnabled(true);
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
    if (m_descriptor < 0)
        return;
    flush();
    // The owner that has left something comes back by itself. Who answers is waited for: no pause.
    if (m_mayRead || m_over || m_pause.begin(m_wroteInTurn ? 0 : m_readInTurn))
        m_reading->setEnabled(false);
}

// Writing.

void SocketTransport::write(const QByteArray &bytes)
{
    if (m_descriptor < 0 || m_over || m_writeBroken || bytes.isEmpty())
        return;
    m_wroteInTurn = true;
    if (m_pause.isRunning())
        m_pause.end();
    if (bytes.size() >= LargeWrite) {
        if (!m_batch.isEmpty())
            m_queue.push_back(std::exchange(m_batch, {}));
        m_queue.push_back(bytes);
        m_queued += bytes.size();
        if (!m_writing->isEnabled())
            send();
        return;
    }
    m_batch += bytes;
    m_queued += bytes.size();
    if (m_batch.size() >= WriteBatch)
        flush();
    else if (!m_inTurn)
        flushLater();
}

/// What is written first leaves at once: a single message need not wait for anything.
void SocketTransport::flushLater()
{
    if (m_flushQueued)
        return;
    flush();
    m_flushQueued = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_flushQueued = false;
            flush();
        },
        Qt::QueuedConnection);
}

qint64 SocketTransport::bytesToWrite() const
{
    return m_queued;
}

void SocketTransport::flush()
{
    if (m_batch.isEmpty() || m_descriptor < 0 || m_over || m_writeBroken)
        return;
    if (m_queue.empty()) {
        // The usual case: the system takes it all, and the batch keeps its memory.
        const ssize_t count = ::send(m_descriptor, m_batch.constData(), size_t(m_batch.size()), MSG_NOSIGNAL);
        m_queued -= qMax(count, ssize_t(0));
        if (count == m_batch.size()) {
            m_batch.truncate(0);
            return;
        }
        if (count < 0 && !wouldWait(errno))
            return breakWriting();
        m_sent = qMax(count, ssize_t(0));
    }
    m_queue.push_back(std::exchange(m_batch, {}));
    m_writing->setEnabled(true);
}

void SocketTransport::send()
{
    while (!m_queue.empty()) {
        std::array<iovec, MostParts> parts;
        msghdr message{};
        message.msg_iov = parts.data();
        qint64 offered = 0;
        qsizetype from = m_sent;
        for (const QByteArray &bytes : m_queue) {
            if (message.msg_iovlen == parts.size())
                break;
            const qsizetype size = bytes.size() - from;
            parts[message.msg_iovlen++] = {const_cast<char *>(bytes.constData()) + from, size_t(size)};
            offered += size;
            from = 0;
        }
        const ssize_t count = sendmsg(m_descriptor, &message, MSG_NOSIGNAL);
        if (count < 0 && !wouldWait(errno)) {
            breakWriting();
            return;
        }
        dropSent(qMax(count, ssize_t(0)));
        if (count < offered) {
            m_writing->setEnabled(true);
            return;
        }
    }
    m_writing->setEnabled(false);
}

void SocketTransport::dropSent(qint64 bytes)
{
    m_queued -= bytes;
    m_sent += bytes;
    while (!m_queue.empty() && m_sent >= m_queue.front().size()) {
        m_sent -= m_queue.front().size();
        m_queue.pop_front();
    }
}

/// What came before can still be read, and then the reading side meets the same end.
void SocketTransport::breakWriting()
{
    m_writeBroken = true;
    m_writing->setEnabled(false);
    m_queue.clear();
    m_batch.clear();
    m_queued = 0;
    if (!m_inTurn && !m_pause.isRunning())
        startReading();
}

void SocketTransport::onWritable()
{
    const qint64 before = m_queued;
    if (!m_batch.isEmpty())
        m_queue.push_back(std::exchange(m_batch, {}));
    send();
    if (m_queued < before && !m_over)
        Q_EMIT written();
}

// The end.

void SocketTransport::close()
{
    if (m_descriptor < 0)
        return;
    flush();
    if (m_queue.empty())
        return abort();
    // The rest leaves without us, but not for ever.
    auto *rest = new SocketTransport(std::exchange(m_descriptor, -1), m_endpoints, {});
    rest->m_reading->setEnabled(false);
    rest->m_queue = std::move(m_queue);
    rest->m_sent = m_sent;
    rest->m_queued = std::exchange(m_queued, 0);
    rest->m_writing->setEnabled(true);
    connect(rest, &Transport::written, rest, [rest] {
        if (rest->m_queue.empty())
            rest->deleteLater();
    });
    connect(rest, &Transport::peerClosed, rest, &QObject::deleteLater);
    connect(rest, &Transport::failed, rest, &QObject::deleteLater);
    QTimer::singleShot(LingerTime, rest, &QObject::deleteLater);
    release();
}

void SocketTransport::abort()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
    release();
}

void SocketTransport::release()
{
    m_pause.end();
    m_queue.clear();
    m_queued = 0;
    // We may be in a signal of theirs.
    for (auto *notifier : {&m_reading, &m_writing}) {
        if (!*notifier)
            continue;
        (*notifier)->setEnabled(false);
        (*notifier)->disconnect(this);
        notifier->release()->deleteLater();
    }
}

void SocketTransport::endLater(int error)
{
    if (std::exchange(m_over, true))
        return;
    m_mayRead = false;
    m_reading->setEnabled(false);
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
