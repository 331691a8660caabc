#include "dist/SocketWriter.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <sys/socket.h>
#include <sys/uio.h>

namespace nodescope::dist {

namespace {

#ifndef MSG_NOSIGNAL
constexpr int MSG_NOSIGNAL = 0; // there, SO_NOSIGPIPE is set
#endif

constexpr std::size_t MostParts = 64; // of one gathered write

} // namespace

void SocketWriter::append(const QByteArray &bytes)
{
    m_waiting += bytes.size();
    if (bytes.size() >= LargeWrite) {
        closeBatch();
        m_queue.push_back(bytes);
        return;
    }
    if (m_batched + bytes.size() > WriteBatch + LargeWrite)
        closeBatch();
    if (m_batch.isEmpty())
        m_batch = QByteArray(WriteBatch + LargeWrite, Qt::Uninitialized);
    std::memcpy(m_batch.data() + m_batched, bytes.constData(), std::size_t(bytes.size()));
    m_batched += bytes.size();
}

void SocketWriter::closeBatch()
{
    if (m_batched == 0)
        return;
    m_batch.truncate(std::exchange(m_batched, 0));
    m_queue.push_back(std::exchange(m_batch, {}));
}

SocketWriter::Outcome SocketWriter::sendAtOnce(int descriptor, const QByteArray &bytes)
{
    Q_ASSERT(m_waiting == 0);
    const ssize_t count = ::send(descriptor, bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL);
    if (count == bytes.size())
        return Outcome::Done;
    if (count < 0 && !wouldWait(errno))
        return broken();
    m_sent = qMax(count, ssize_t(0));
    m_waiting = bytes.size() - m_sent;
    m_queue.push_back(bytes);
    return Outcome::Full;
}

SocketWriter::Outcome SocketWriter::send(int descriptor)
{
    while (!m_queue.empty()) {
        closeBatch();
        std::array<iovec, MostParts> parts;
        msghdr message{};
        message.msg_iov = parts.data();
        qint64 offered = 0;
        qsizetype from = m_sent;
        for (const QByteArray &bytes : m_queue) {
            if (message.msg_iovlen == parts.size())
                break;
            const qsizetype size = bytes.size() - from;
            parts[message.msg_iovlen++] = {const_cast<char *>(bytes.constData()) + from, std::size_t(size)};
            offered += size;
            from = 0;
        }
        const ssize_t count = ::sendmsg(descriptor, &message, MSG_NOSIGNAL);
        if (count < 0 && !wouldWait(errno))
            return broken();
        dropSent(qMax(count, ssize_t(0)));
        if (count < offered)
            return Outcome::Full;
    }
    return sendBatch(descriptor);
}

// The usual case: the system takes it all, and the batch keeps its memory.
SocketWriter::Outcome SocketWriter::sendBatch(int descriptor)
{
    if (m_batched == 0)
        return Outcome::Done;
    const ssize_t count = ::send(descriptor, m_batch.constData(), std::size_t(m_batched), MSG_NOSIGNAL);
    if (count == m_batched) {
        m_batched = 0;
        m_waiting = 0;
        return Outcome::Done;
    }
    if (count < 0 && !wouldWait(errno))
        return broken();
    closeBatch();
    dropSent(qMax(count, ssize_t(0)));
    return Outcome::Full;
}

SocketWriter::Outcome SocketWriter::broken()
{
    clear();
    return Outcome::Broken;
}

void SocketWriter::dropSent(qint64 bytes)
{
    m_waiting -= bytes;
    m_sent += bytes;
    while (!m_queue.empty() && m_sent >= m_queue.front().size()) {
        m_sent -= m_queue.front().size();
        m_queue.pop_front();
    }
}

void SocketWriter::clear()
{
    m_queue.clear();
    m_batched = 0;
    m_sent = 0;
    m_waiting = 0;
}

} // namespace nodescope::dist
