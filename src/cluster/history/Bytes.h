#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

/// Integers and texts as they stand in histories and recordings (see README.md). Pure; not thread-safe.
namespace nodescope::cluster {

/// Appends to a byte array that it owns.
class ByteWriter
{
public:
    void byte(quint8 value) { m_bytes.append(static_cast<char>(value)); }
    /// Seven bits a byte, the lowest first; the high bit says that more follow.
    void number(quint64 value)
    {
        while (value >= 0x80) {
            byte(static_cast<quint8>(value | 0x80));
            value >>= 7;
        }
        byte(static_cast<quint8>(value));
    }
    /// The same for numbers of either sign: 0, -1, 1, -2 … become 0, 1, 2, 3 …
    void signedNumber(qint64 value)
    {
        number((static_cast<quint64>(value) << 1) ^ static_cast<quint64>(value >> 63));
    }
    /// The length, and the bytes.
    void bytes(QByteArrayView value)
    {
        number(static_cast<quint64>(value.size()));
        m_bytes.append(value.data(), value.size());
    }
    void raw(QByteArrayView value) { m_bytes.append(value.data(), value.size()); }

    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    [[nodiscard]] const QByteArray &written() const { return m_bytes; }
    [[nodiscard]] QByteArray take() { return std::exchange(m_bytes, {}); }
    void clear() { m_bytes.resize(0); }

private:
    QByteArray m_bytes;
};

/// Reads bytes that may be anything. After a read beyond the end, or of a number that is none, ok() is
/// false and all reads answer 0 or nothing. Refers to the bytes; copies nothing.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return !m_ok || m_at >= m_bytes.size(); }
    [[nodiscard]] qsizetype position() const { return m_at; }
    [[nodiscard]] qsizetype left() const { return m_ok ? m_bytes.size() - m_at : 0; }

    quint8 byte()
    {
        if (left() < 1) {
            m_ok = false;
            return 0;
        }
        return static_cast<quint8>(m_bytes[m_at++]);
    }
    quint64 number()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const quint8 part = byte();
            value |= static_cast<quint64>(part & 0x7f) << shift;
            if (!(part & 0x80))
                return m_ok ? value : 0;
        }
        m_ok = false;
        return 0;
    }
    qint64 signedNumber()
    {
        const quint64 value = number();
        return static_cast<qint64>(value >> 1) ^ -static_cast<qint64>(value & 1);
    }
    /// A number that counts things of which each takes at least one byte more.
    qsizetype count()
    {
        const quint64 value = number();
        if (value > static_cast<quint64>(left())) {
            m_ok = false;
            return 0;
        }
        return static_cast<qsizetype>(value);
    }
    QByteArrayView bytes()
    {
        const qsizetype size = count();
        const QByteArrayView view = m_ok ? m_bytes.sliced(m_at, size) : QByteArrayView();
        m_at += size;
        return view;
    }
    void fail() { m_ok = false; }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_ok = true;
};

} // namespace nodescope::cluster
