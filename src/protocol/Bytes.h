#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QtEndian>

#include "protocol/Limits.h"

namespace nodescope::protocol {

/// Reads big-endian fields one after the other. A field beyond the end makes the reader fail for good;
/// callers read all fields first and ask ok() once.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] qsizetype offset() const { return m_offset; }
    [[nodiscard]] qsizetype remaining() const { return m_bytes.size() - m_offset; }

    quint8 u8() { return read<quint8>(); }
    quint16 u16() { return read<quint16>(); }
    quint32 u32() { return read<quint32>(); }
    quint64 u64() { return read<quint64>(); }
    QByteArrayView take(qsizetype count)
    {
        if (count < 0 || count > remaining()) {
            m_ok = false;
            m_offset = m_bytes.size();
            return {};
        }
        const QByteArrayView view = m_bytes.sliced(m_offset, count);
        m_offset += count;
        return view;
    }
    QByteArrayView rest() { return take(remaining()); }

private:
    template<class T>
    T read()
    {
        const QByteArrayView view = take(qsizetype(sizeof(T)));
        return m_ok ? qFromBigEndian<T>(view.data()) : T(0);
    }

    QByteArrayView m_bytes;
    qsizetype m_offset = 0;
    bool m_ok = true;
};

/// Appends one big-endian integer.
template<class T>
void appendBigEndian(QByteArray &out, T value)
{
    char raw[sizeof(T)];
    qToBigEndian(value, raw);
    out.append(raw, qsizetype(sizeof(T)));
}

/// A copy of the first bytes, for an error.
[[nodiscard]] inline QByteArray evidenceOf(QByteArrayView bytes)
{
    return bytes.first(qMin(bytes.size(), EvidenceBytes)).toByteArray();
}

} // namespace nodescope::protocol
