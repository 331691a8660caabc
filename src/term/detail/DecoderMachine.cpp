#include "term/detail/DecoderMachine.h"

#include "term/Tags.h"

namespace nodescope::term::detail {

DecoderMachine::DecoderMachine(QByteArrayView input, const uchar *origin, const DecodeOptions &options,
                               Storage &storage)
    : m_at(reinterpret_cast<const uchar *>(input.data()))
    , m_end(m_at + input.size())
    , m_valuesLeft(options.limits.values - 1)
    , m_storage(storage)
    , m_atoms(storage, options.limits.atoms)
    , m_valueAt(m_at)
    , m_origin(origin)
    , m_headerAtoms(options.headerAtoms)
{
    if (!m_headerAtoms.empty())
        m_headerNumbers.fill(0);
    m_storage.allocate(1);
    if (m_valuesLeft < 0)
        m_left = 0;
}

bool DecoderMachine::run()
{
    if (m_left == 0)
        return fail(Code::TooManyValues);
    do {
        while (m_left > 0) {
            runQuickly();
            if (m_left == 0)
                break;
            --m_left;
            const quint64 index = m_next++;
            Cell cell;
            if (!readValue(cell)) [[unlikely]]
                return false;
            m_storage.cells()[index] = cell;
        }
    } while (leave());
    return true;
}

bool DecoderMachine::readValue(Cell &cell)
{
    m_valueAt = m_at;
    if (!need(1))
        return false;
    const quint8 tag = takeByte();
    switch (tag) {
    case Tag::SmallInteger:
    case Tag::Integer:
        --m_at;
        return readShortInteger(cell);
    case Tag::SmallAtomUtf8:
    case Tag::AtomUtf8:
    case Tag::SmallAtom:
    case Tag::Atom:
        cell.type = CellType::Atom;
        return readAtom(tag, cell.count);
    case Tag::SmallTuple:
        return need(1) && readTuple(takeByte(), cell);
    case Tag::Nil:
        cell.type = CellType::Nil;
        return true;
    case Tag::List:
        return readList(cell);
    case Tag::String:
        return readByteList(cell);
    case Tag::Binary:
        return need(4) && readBytes(CellType::Binary, takeWord(), cell);
    case Tag::NewFloat:
        return readFloat(cell);
    case Tag::NewPid:
        return readIdentifier(CellType::Pid, IdForm::Wide, cell);
    case Tag::NewerReference:
        return readReference(IdForm::Wide, cell);
    case Tag::Map:
        return readMap(cell);
    default:
        return readRareValue(tag, cell);
    }
}

bool DecoderMachine::readRareValue(quint8 tag, Cell &cell)
{
    switch (tag) {
    case Tag::LargeTuple:
        return need(4) && readTuple(takeWord(), cell);
    case Tag::SmallBig:
        return need(1) && readBigInteger(takeByte(), cell);
    case Tag::LargeBig:
        return need(4) && readBigInteger(takeWord(), cell);
    case Tag::AtomCacheReference:
        cell.type = CellType::Atom;
        return readCachedAtom(cell.count);
    case Tag::BitBinary:
        return readBitstring(cell);
    case Tag::Float:
        return readFloatText(cell);
    case Tag::V4Port:
        return readIdentifier(CellType::Port, IdForm::Wider, cell);
    case Tag::NewPort:
        return readIdentifier(CellType::Port, IdForm::Wide, cell);
    case Tag::Port:
        return readIdentifier(CellType::Port, IdForm::Legacy, cell);
    case Tag::Pid:
        return readIdentifier(CellType::Pid, IdForm::Legacy, cell);
    case Tag::NewReference:
        return readReference(IdForm::Legacy, cell);
    case Tag::Reference:
        cell.small = 1;
        return readIdentifier(CellType::Reference, IdForm::OldReference, cell);
    case Tag::NewFun:
        return readFun(cell);
    case Tag::Export:
        return readExport(cell);
    case Tag::Record:
        return readRecord(cell);
    case Tag::Compressed:
        return fail(Code::NestedCompression);
    default:
        return fail(Code::UnknownTag);
    }
}

bool DecoderMachine::open(CellType type, quint32 count, quint64 parts, Cell &cell)
{
    // Each part takes at least a byte: a lie about the count ends here, before memory is taken.
    if (!has(parts))
        return fail(Code::CountExceedsInput, count);
    m_valuesLeft -= static_cast<qint64>(parts) - (type == CellType::List ? 1 : 0);
    if (m_valuesLeft < 0)
        return fail(Code::TooManyValues, count);
    cell.type = type;
    cell.count = count;
    cell.first = m_storage.allocate(parts);
    if (parts > 0)
        enter(cell.first, parts, type == CellType::List);
    return true;
}

void DecoderMachine::enter(quint64 first, quint64 parts, bool list)
{
    if (m_left > 0) {
        const quint64 last = m_next + m_left - 1;
        Cell &memory = m_storage.cells()[last];
        memory.first = m_outer;
        memory.count = static_cast<quint32>(m_left);
        memory.flag = m_inList ? 1 : 0;
        m_outer = last + 1;
    }
    m_next = first;
    m_left = parts;
    m_inList = list;
}

bool DecoderMachine::leave()
{
    if (m_outer == 0)
        return false;
    const Cell &memory = m_storage.cells()[m_outer - 1];
    m_left = memory.count;
    m_next = m_outer - m_left;
    m_inList = memory.flag != 0;
    m_outer = memory.first;
    return true;
}

bool DecoderMachine::need(quint64 bytes)
{
    if (has(bytes)) [[likely]]
        return true;
    return fail(Code::Truncated);
}

quint16 DecoderMachine::takeShort()
{
    const auto value = qFromBigEndian<quint16>(m_at);
    m_at += 2;
    return value;
}

quint32 DecoderMachine::takeWord()
{
    const auto value = qFromBigEndian<quint32>(m_at);
    m_at += 4;
    return value;
}

bool DecoderMachine::fail(Code code, qint64 declared)
{
    m_error.code = code;
    m_error.offset = m_valueAt - m_origin;
    m_error.tag = m_valueAt < m_end ? *m_valueAt : 0;
    m_error.context =
        QByteArray(reinterpret_cast<const char *>(m_valueAt), std::min<qsizetype>(16, m_end - m_valueAt));
    m_error.declared = declared;
    return false;
}

} // namespace nodescope::term::detail
