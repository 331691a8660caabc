#pragma once

#include <algorithm>
#include <memory>
#include <utility>

#include <QPointer>

#include "dist/Transport.h"

namespace nodescope::test {

/// A transport in memory: what one end writes, the other can read in a later turn of the loop.
class MemoryTransport final : public dist::Transport
{
    Q_OBJECT

public:
    /// Two ends of one connection.
    [[nodiscard]] static std::pair<std::unique_ptr<MemoryTransport>, std::unique_ptr<MemoryTransport>> pair()
    {
        auto a = std::make_unique<MemoryTransport>();
        auto b = std::make_unique<MemoryTransport>();
        a->m_other = b.get();
        b->m_other = a.get();
        return {std::move(a), std::move(b)};
    }

    /// At most so many bytes arrive at once.
    void setSlice(qsizetype bytes) { m_slice = bytes; }
    /// What was written stays here while stalled, as with a peer that does not read.
    void setStalled(bool stalled)
    {
        m_stalled = stalled;
        if (!stalled)
            QMetaObject::invokeMethod(this, &MemoryTransport::deliver, Qt::QueuedConnection);
    }
    /// The connection breaks.
    void breakDown(dist::TransportError::Kind kind) { Q_EMIT failed({kind, {}, {}}); }

    [[nodiscard]] qint64 bytesAvailable() const override { return m_in.size(); }
    [[nodiscard]] QByteArray read(qint64 max) override
    {
        const QByteArray bytes = m_in.left(max);
        m_in.remove(0, bytes.size());
        ++m_reads;
        return bytes;
    }
    void write(const QByteArray &bytes) override
    {
        m_out += bytes;
        if (!m_stalled)
            QMetaObject::invokeMethod(this, &MemoryTransport::deliver, Qt::QueuedConnection);
    }
    [[nodiscard]] qint64 bytesToWrite() const override { return m_out.size(); }
    void close() override
    {
        m_slice = 0;
        deliver();
        m_closed = true;
        if (m_other) {
            QMetaObject::invokeMethod(
                m_other, [other = m_other] { Q_EMIT other->peerClosed(); }, Qt::QueuedConnection);
        }
    }
    void abort() override { close(); }
    [[nodiscard]] dist::Endpoints endpoints() const override { return {}; }
    [[nodiscard]] bool isClosed() const { return m_closed; }
    [[nodiscard]] int reads() const { return m_reads; }

private:
    void deliver()
    {
        if (!m_other || m_out.isEmpty() || m_closed || m_stalled)
            return;
        const qsizetype size = m_slice > 0 ? std::min(m_slice, m_out.size()) : m_out.size();
        m_other->m_in += m_out.left(size);
        m_out.remove(0, size);
        if (!m_out.isEmpty())
            QMetaObject::invokeMethod(this, &MemoryTransport::deliver, Qt::QueuedConnection);
        Q_EMIT m_other->readable();
        Q_EMIT written();
    }

    QPointer<MemoryTransport> m_other;
    QByteArray m_in;
    QByteArray m_out;
    qsizetype m_slice = 0;
    bool m_stalled = false;
    bool m_closed = false;
    int m_reads = 0;
};

} // namespace nodescope::test
