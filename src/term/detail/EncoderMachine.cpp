#include "term/detail/EncoderMachine.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

#include "term/Encoder.h"
#include "term/Tags.h"
#include "term/detail/IdBytes.h"
#include "term/detail/Words.h"

namespace nodescope::term::detail {

namespace {

constexpr qsizetype FirstBytes = 128;
/// No value without its bytes, and no header of a container, takes more.
constexpr quint64 Header = 64;
constexpr quint64 LongestAtom = 4 * MaxAtomCharacters;

bool isByte(const Cell &cell)
{
    return cell.type == CellType::Integer && static_cast<quint64>(cell.integer) < 256;
}

} // namespace

EncoderMachine::EncoderMachine(QByteArray &out, const Storage *storage, AtomReferences *references)
    : m_out(out)
    , m_storage(storage)
    , m_references(references)
    , m_begin(nullptr)
    , m_at(nullptr)
    , m_end(nullptr)
{
    const qsizetype used = m_out.size();
    m_out.resize(used + FirstBytes);
    m_begin = reinterpret_cast<uchar *>(m_out.data());
    m_at = m_begin + used;
    m_end = m_begin + m_out.size();
}

void EncoderMachine::grow(quint64 bytes)
{
    const qsizetype used = m_at - m_begin;
    m_out.resize(std::max(m_out.size() * 2, used + static_cast<qsizetype>(bytes)));
    m_begin = reinterpret_cast<uchar *>(m_out.data());
    m_at = m_begin + used;
    m_end = m_begin + m_out.size();
}

void EncoderMachine::trim()
{
    m_out.truncate(m_at - m_begin);
}

void EncoderMachine::byte(quint8 value)
{
    room(1);
    put(value);
}

bool EncoderMachine::writeReference(QByteArrayView text)
{
    const int number = m_references->referTo(text);
    if (number < 0)
        return false;
    put(Tag::AtomCacheReference);
    put(static_cast<quint8>(number));
    return true;
}

/// There must be room.
void EncoderMachine::writeAtom(quint32 number)
{
    const QByteArrayView text = m_storage->atomText(number);
    if (m_references && writeReference(text)) [[unlikely]]
        return;
    if (text.size() < 256) {
        put(Tag::SmallAtomUtf8);
        put(static_cast<quint8>(text.size()));
    } else {
        put(Tag::AtomUtf8);
        putNumber(static_cast<quint16>(text.size()));
    }
    copyBytes(m_at, text.data(), text.size());
    m_at += text.size();
}

EncoderMachine::Parts EncoderMachine::writeValue(const Cell &cell)
{
    room(Header);
    switch (cell.type) {
    case CellType::Integer:
        writeWideInteger(cell.integer);
        break;
    case CellType::BigInteger:
        writeBigInteger(cell.flag != 0, cell.bytes, cell.count);
        break;
    case CellType::Float:
        writeReal(cell.real);
        break;
    case CellType::ByteList:
        writeByteList(cell);
        break;
    case CellType::Binary:
    case CellType::Bitstring:
        writeBinary(cell);
        break;
    case CellType::Pid:
    case CellType::Port:
    case CellType::Reference:
        writeIdentifier(cell);
        break;
    case CellType::List:
        return writeList(cell);
    case CellType::Tuple:
        return writeTuple(cell);
    case CellType::Map:
        put(Tag::Map);
        putNumber(cell.count);
        return {m_storage->children(cell), childCount(cell)};
    case CellType::Fun:
        return writeFun(cell);
    case CellType::Export:
        put(Tag::Export);
        return {m_storage->children(cell), 3};
    case CellType::Record:
        return writeRecord(cell);
    case CellType::Atom:
        room(Header + LongestAtom);
        writeAtom(cell.count);
        break;
    case CellType::Nil:
        put(Tag::Nil);
        break;
    case CellType::Invalid:
        break;
    }
    return {nullptr, 0};
}

EncoderMachine::Parts EncoderMachine::writeTuple(const Cell &cell)
{
    if (cell.count < 256) {
        put(Tag::SmallTuple);
        put(static_cast<quint8>(cell.count));
    } else {
        put(Tag::LargeTuple);
        putNumber(cell.count);
    }
    if (cell.count == 0)
        return {nullptr, 0};
    return {m_storage->children(cell), cell.count};
}

EncoderMachine::Parts EncoderMachine::writeList(const Cell &cell)
{
    const Cell *elements = m_storage->children(cell);
    const bool text = cell.count <= std::numeric_limits<quint16>::max() &&
                      elements[cell.count].type == CellType::Nil &&
                      std::all_of(elements, elements + cell.count, isByte);
    if (!text) {
        put(Tag::List);
        putNumber(cell.count);
        return {elements, childCount(cell)};
    }
    room(cell.count + Header);
    put(Tag::String);
    putNumber(static_cast<quint16>(cell.count));
    for (quint32 i = 0; i < cell.count; ++i)
        put(static_cast<quint8>(elements[i].integer));
    return {nullptr, 0};
}

EncoderMachine::Parts EncoderMachine::writeFun(const Cell &cell)
{
    const Cell *parts = m_storage->children(cell);
    put(Tag::NewFun);
    remember({&FunEnd, static_cast<quint64>(m_at - m_begin)});
    putNumber(quint32(0));
    putBytes(parts[0].bytes, FunHeaderBytes);
    return {parts + 1, childCount(cell) - 1};
}

void EncoderMachine::finishFun(quint64 at)
{
    const auto size = static_cast<quint64>(m_at - m_begin) - at;
    qToBigEndian(static_cast<quint32>(size), m_begin + at);
}

EncoderMachine::Parts EncoderMachine::writeRecord(const Cell &cell)
{
    put(Tag::Record);
    putNumber(cell.count);
    put(cell.flag);
    return {m_storage->children(cell), childCount(cell)};
}

/// One that is no byte and fits into 32 bits is written quickly.
void EncoderMachine::writeWideInteger(qint64 value)
{
    const quint64 absolute = value < 0 ? 0 - static_cast<quint64>(value) : static_cast<quint64>(value);
    std::array<uchar, 8> bytes;
    qToLittleEndian(absolute, bytes.data());
    quint32 size = 8;
    while (bytes[size - 1] == 0)
        --size;
    writeBigInteger(value < 0, bytes.data(), size);
}

void EncoderMachine::writeBigInteger(bool negative, const uchar *magnitude, quint32 size)
{
    room(size + Header);
    if (size < 256) {
        put(Tag::SmallBig);
        put(static_cast<quint8>(size));
    } else {
        put(Tag::LargeBig);
        putNumber(size);
    }
    put(negative ? 1 : 0);
    putBytes(magnitude, size);
}

void EncoderMachine::writeReal(double value)
{
    quint64 bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    put(Tag::NewFloat);
    putNumber(bits);
}

void EncoderMachine::writeBinary(const Cell &cell)
{
    room(quint64(cell.count) + Header);
    put(cell.type == CellType::Binary ? Tag::Binary : Tag::BitBinary);
    putNumber(cell.count);
    if (cell.type == CellType::Bitstring)
        put(cell.flag);
    putBytes(cell.bytes, cell.count);
    if (cell.type == CellType::Bitstring) // unused bits are zero
        m_at[-1] = static_cast<uchar>(m_at[-1] & (0xff << (8 - cell.flag)));
}

void EncoderMachine::writeByteList(const Cell &cell)
{
    if (cell.count <= std::numeric_limits<quint16>::max()) {
        room(quint64(cell.count) + Header);
        put(Tag::String);
        putNumber(static_cast<quint16>(cell.count));
        return putBytes(cell.bytes, cell.count);
    }
    room(quint64(cell.count) * 2 + Header);
    put(Tag::List);
    putNumber(cell.count);
    for (quint32 i = 0; i < cell.count; ++i) {
        put(Tag::SmallInteger);
        put(cell.bytes[i]);
    }
    put(Tag::Nil);
}

void EncoderMachine::writeIdentifier(const Cell &cell)
{
    room(Header + LongestAtom);
    const IdNumbers numbers = idNumbers(cell);
    if (cell.type == CellType::Reference) {
        put(Tag::NewerReference);
        putNumber(cell.small);
        writeAtom(cell.count);
        putNumber(numbers.creation);
        for (quint32 i = 0; i < cell.small; ++i)
            putNumber(numbers.words[i]);
        return;
    }
    // Old peers know ports of 28 bits only.
    const bool wide = cell.type == CellType::Port && numbers.id >= quint64(1) << 28;
    put(cell.type == CellType::Pid ? Tag::NewPid : wide ? Tag::V4Port : Tag::NewPort);
    writeAtom(cell.count);
    if (wide)
        putNumber(numbers.id);
    else
        putNumber(static_cast<quint32>(numbers.id));
    if (cell.type == CellType::Pid)
        putNumber(numbers.serial);
    putNumber(numbers.creation);
}

void EncoderMachine::putBytes(const void *bytes, quint32 size)
{
    copyBytes(m_at, bytes, size);
    m_at += size;
}

} // namespace nodescope::term::detail
