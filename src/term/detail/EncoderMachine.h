#pragma once

#include <QVarLengthArray>
#include <QtEndian>

#include "term/detail/Storage.h"

namespace nodescope::term {
class AtomReferences;
}

namespace nodescope::term::detail {

/// Writes one term behind the bytes that `out` holds.
class EncoderMachine
{
public:
    EncoderMachine(QByteArray &out, const Storage *storage, AtomReferences *references = nullptr);

    void byte(quint8 value);
    void run(const Cell &root);

private:
    /// What is still to be written of a container. On the stack also, with nothing as `next`, as many ends of
    /// lists as are left; and, with the end of a fun as `next`, where its size goes.
    struct Parts
    {
        const Cell *next;
        quint64 left;
    };
    static constexpr Cell FunEnd{};

    /// The usual values, with the machine's state in registers; see EncoderQuick.cpp.
    struct Quick;
    /// Gives the container's parts that come next, or none.
    [[nodiscard]] Parts writeValue(const Cell &cell);
    [[nodiscard]] Parts writeTuple(const Cell &cell);
    [[nodiscard]] Parts writeList(const Cell &cell);
    [[nodiscard]] Parts writeFun(const Cell &cell);
    [[nodiscard]] Parts writeRecord(const Cell &cell);
    void writeWideInteger(qint64 value);
    void writeBigInteger(bool negative, const uchar *magnitude, quint32 size);
    void writeReal(double value);
    void writeAtom(quint32 number);
    [[nodiscard]] bool writeReference(QByteArrayView text);
    void writeBinary(const Cell &cell);
    void writeByteList(const Cell &cell);
    void writeIdentifier(const Cell &cell);
    void finishFun(quint64 at);

    void remember(const Parts &parts) { m_stack.push_back(parts); }
    void rememberNil()
    {
        if (m_stack.empty() || m_stack.back().next)
            m_stack.push_back({nullptr, 0});
        ++m_stack.back().left;
    }

    /// Makes room for so many bytes.
    void room(quint64 bytes)
    {
        if (bytes > static_cast<quint64>(m_end - m_at)) [[unlikely]]
            grow(bytes);
    }
    void grow(quint64 bytes);
    void trim();
    void put(quint8 value) { *m_at++ = value; }
    template<class T>
    void putNumber(T value)
    {
        qToBigEndian(value, m_at);
        m_at += sizeof(T);
    }
    void putBytes(const void *bytes, quint32 size);

    QByteArray &m_out;
    const Storage *m_storage;
    AtomReferences *m_references;
    uchar *m_begin;
    uchar *m_at;
    uchar *m_end;
    QVarLengthArray<Parts, 16> m_stack;
};

} // namespace nodescope::term::detail
