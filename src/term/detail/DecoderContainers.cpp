// Values with parts.

#include <algorithm>

#include "term/Tags.h"
#include "term/detail/DecoderMachine.h"

namespace nodescope::term::detail {

bool DecoderMachine::readTuple(quint32 size, Cell &cell)
{
    if (!has(size))
        return fail(Code::CountExceedsInput, size);
    if (size > MaxTupleSize)
        return fail(Code::TupleTooLarge, size);
    return open(CellType::Tuple, size, size, cell);
}

bool DecoderMachine::readList(Cell &cell)
{
    if (!need(4))
        return false;
    const quint32 count = takeWord();
    // A list without elements is its tail, which may be such a list again.
    if (count == 0) {
        ++m_left;
        --m_next;
        if (--m_valuesLeft < 0)
            return fail(Code::TooManyValues);
        return true;
    }
    m_hasListTails = m_hasListTails || (m_inList && m_left == 0);
    return open(CellType::List, count, quint64(count) + 1, cell);
}

bool DecoderMachine::readMap(Cell &cell)
{
    if (!need(4))
        return false;
    const quint32 pairs = takeWord();
    if (pairs > 1)
        noteMap();
    return open(CellType::Map, pairs, quint64(pairs) * 2, cell);
}

void DecoderMachine::noteMap()
{
    // Maps are not met in the sequence of their cells: a sibling's parts come before the next sibling.
    m_firstMap = m_mapsEnd == 0 ? m_next - 1 : std::min(m_firstMap, m_next - 1);
    m_mapsEnd = std::max(m_mapsEnd, m_next);
}

bool DecoderMachine::readFun(Cell &cell)
{
    // The declared size is not looked at: OTP 25 and later accept a wrong one.
    if (!need(4 + FunHeaderBytes))
        return false;
    m_at += 4;
    Cell header{CellType::Binary, 0, 0, FunHeaderBytes};
    header.bytes = m_at;
    m_at += FunHeaderBytes;
    m_borrows = true;
    const quint32 free = word(header.bytes + FunHeaderBytes - 4);
    std::array<Cell, FunPrefix> prefix{header};
    prefix[1].type = CellType::Atom;
    if (!readTaggedAtom(prefix[1].count, Code::BadFun))
        return false;
    if (!readSmallInteger(prefix[2]) || !readSmallInteger(prefix[3]) || !need(1))
        return false;
    const quint8 tag = takeByte();
    if (tag != Tag::NewPid && tag != Tag::Pid)
        return fail(Code::BadFun);
    if (!readIdentifier(CellType::Pid, tag == Tag::Pid ? IdForm::Legacy : IdForm::Wide, prefix[4]))
        return false;
    if (!has(free))
        return fail(Code::CountExceedsInput, free);
    const quint64 first = m_storage.allocate(FunPrefix);
    std::copy(prefix.begin(), prefix.end(), m_storage.cells() + first);
    if (!open(CellType::Fun, free, free, cell))
        return false;
    cell.first = first;
    return true;
}

bool DecoderMachine::readExport(Cell &cell)
{
    std::array<Cell, 3> parts{Cell{CellType::Atom}, Cell{CellType::Atom}, Cell()};
    if (!readTaggedAtom(parts[0].count, Code::BadFun) || !readTaggedAtom(parts[1].count, Code::BadFun))
        return false;
    if (!readSmallInteger(parts[2]))
        return false;
    // OTP 25 lets larger ones pass, OTP 27 crashes on them; no function has one.
    if (parts[2].integer < 0 || parts[2].integer > 255)
        return fail(Code::BadFun, parts[2].integer);
    cell = Cell{CellType::Export, 0, 0, 3};
    cell.first = m_storage.allocate(3);
    std::copy(parts.begin(), parts.end(), m_storage.cells() + cell.first);
    return true;
}

bool DecoderMachine::readRecord(Cell &cell)
{
    if (!need(5))
        return false;
    const quint32 fields = takeWord();
    const quint8 flags = takeByte();
    if (flags > 1) // exported, or not: OTP 29 refuses all others
        return fail(Code::BadRecord, flags);
    // A field's name takes two bytes at least, its value one.
    if (!has(quint64(fields) * 3))
        return fail(Code::CountExceedsInput, fields);
    m_valuesLeft -= qint64(fields) + RecordPrefix;
    if (m_valuesLeft < 0)
        return fail(Code::TooManyValues, fields);
    const quint64 names = quint64(fields) + RecordPrefix;
    const quint64 first = m_storage.allocate(names);
    for (quint64 i = 0; i < names; ++i) {
        Cell name{CellType::Atom};
        if (!readTaggedAtom(name.count, Code::BadRecord))
            return false;
        m_storage.cells()[first + i] = name;
    }
    if (!open(CellType::Record, fields, fields, cell))
        return false;
    cell.flag = flags;
    cell.first = first;
    return true;
}

} // namespace nodescope::term::detail
