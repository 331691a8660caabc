#pragma once

#include <cerrno>
#include <deque>

#include <QByteArray>

namespace nodescope::dist {

/// Whether a call of the system failed only for the moment.
[[nodiscard]] inline bool wouldWait(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

/// What waits to leave over one descriptor that does not block: small writes joined, large ones as they are,
/// all of them gathered into few calls of the system. Part of SocketTransport, which owns the descriptor.
class SocketWriter
{
public:
    /// Small writes are joined up to this size; from LargeWrite on, bytes are not copied.
    static constexpr qsizetype WriteBatch = 64 * 1024;
    static constexpr qsizetype LargeWrite = 16 * 1024;

    enum class Outcome : quint8 {
        Done,   ///< the system has taken all
        Full,   ///< it takes no more for the moment
        Broken, ///< it never will; what waited is dropped
    };

    void append(const QByteArray &bytes);
    [[nodiscard]] Outcome send(int descriptor);
    /// Hands these bytes over at once; only while nothing waits. What the system does not take waits.
    [[nodiscard]] Outcome sendAtOnce(int descriptor, const QByteArray &bytes);
    [[nodiscard]] qint64 waitingBytes() const { return m_waiting; }
    /// A batch is full, or there is something large: it is time to send().
    [[nodiscard]] bool isDue() const { return m_waiting >= WriteBatch || !m_queue.empty(); }
    void clear();

private:
    [[nodiscard]] Outcome sendBatch(int descriptor);
    [[nodiscard]] Outcome broken();
    void closeBatch();
    void dropSent(qint64 bytes);

    QByteArray m_batch; // its memory, kept while the system takes all of it
    qsizetype m_batched = 0;
    std::deque<QByteArray> m_queue; // before the batch
    qsizetype m_sent = 0;           // of the first in the queue
    qint64 m_waiting = 0;
};

} // namespace nodescope::dist
