// Values without parts, and those whose parts are read at once.

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

#include "term/Tags.h"
#include "term/detail/BigInteger.h"
#include "term/detail/DecoderMachine.h"

namespace nodescope::term::detail {

bool DecoderMachine::readShortInteger(Cell &cell)
{
    if (!need(2))
        return false;
    cell.type = CellType::Integer;
    if (takeByte() == Tag::SmallInteger) {
        cell.integer = takeByte();
        return true;
    }
    if (!need(4))
        return false;
    cell.integer = static_cast<qint32>(takeWord());
    return true;
}

bool DecoderMachine::readSmallInteger(Cell &cell)
{
    constexpr qint64 Bound = qint64(1) << 59; // of a small integer in OTP
    if (!need(2))
        return false;
    const quint8 tag = *m_at;
    if (tag == Tag::SmallBig || tag == Tag::LargeBig) {
        ++m_at;
        if (!need(tag == Tag::SmallBig ? 1 : 4))
            return false;
        if (!readBigInteger(tag == Tag::SmallBig ? takeByte() : takeWord(), cell))
            return false;
    } else if (tag != Tag::SmallInteger && tag != Tag::Integer) {
        return fail(Code::BadFun);
    } else if (!readShortInteger(cell)) {
        return false;
    }
    const bool small = cell.type == CellType::Integer && cell.integer >= -Bound && cell.integer < Bound;
    return small || fail(Code::BadFun);
}

bool DecoderMachine::readAtom(quint8 tag, quint32 &number)
{
    const bool wide = tag == Tag::AtomUtf8 || tag == Tag::Atom;
    if (!need(wide ? 2 : 1))
        return false;
    const quint32 size = wide ? takeShort() : takeByte();
    if (!need(size))
        return false;
    const uchar *text = m_at;
    m_at += size;
    m_borrows = true;
    const bool latin1 = tag == Tag::Atom || tag == Tag::SmallAtom;
    using Lifetime = AtomIndex::Lifetime;
    const AtomIndex::Found found =
        latin1 ? m_atoms.latin1(text, size, Lifetime::Kept) : m_atoms.utf8(text, size, Lifetime::Kept);
    number = found.number;
    switch (found.status) {
    case AtomIndex::Status::Ok:
        return true;
    case AtomIndex::Status::Invalid:
        return fail(Code::BadAtom);
    case AtomIndex::Status::TooLong:
        return fail(Code::AtomTooLong, size);
    case AtomIndex::Status::Full:
        return fail(Code::TooManyAtoms);
    }
    return false;
}

bool DecoderMachine::readTaggedAtom(quint32 &number, Code otherwise)
{
    if (!need(1))
        return false;
    const quint8 tag = takeByte();
    switch (tag) {
    case Tag::SmallAtomUtf8:
    case Tag::AtomUtf8:
    case Tag::SmallAtom:
    case Tag::Atom:
        return readAtom(tag, number);
    case Tag::AtomCacheReference:
        return readCachedAtom(number);
    default:
        return fail(otherwise);
    }
}

bool DecoderMachine::readCachedAtom(quint32 &number)
{
    if (!need(1))
        return false;
    const quint8 entry = takeByte();
    if (entry >= m_headerAtoms.size())
        return fail(Code::BadCacheReference, entry);
    if (m_headerNumbers[entry] == 0) {
        const QByteArray &text = m_headerAtoms[entry];
        const AtomIndex::Found found =
            m_atoms.utf8(reinterpret_cast<const uchar *>(text.constData()), static_cast<quint32>(text.size()),
                         AtomIndex::Lifetime::Passing);
        if (found.status == AtomIndex::Status::Full)
            return fail(Code::TooManyAtoms);
        if (found.status != AtomIndex::Status::Ok)
            return fail(Code::BadCacheReference, entry);
        m_headerNumbers[entry] = found.number + 1;
    }
    number = m_headerNumbers[entry] - 1;
    return true;
}

bool DecoderMachine::readBytes(CellType type, quint32 size, Cell &cell)
{
    if (!has(size))
        return fail(Code::CountExceedsInput, size);
    cell.type = type;
    cell.count = size;
    cell.bytes = m_at;
    m_at += size;
    m_borrows = true;
    return true;
}

bool DecoderMachine::readByteList(Cell &cell)
{
    if (!need(2))
        return false;
    const quint16 size = takeShort();
    if (size == 0) {
        cell.type = CellType::Nil;
        return true;
    }
    m_hasListTails = m_hasListTails || (m_inList && m_left == 0);
    return readBytes(CellType::ByteList, size, cell);
}

bool DecoderMachine::readBitstring(Cell &cell)
{
    if (!need(5))
        return false;
    const quint32 size = takeWord();
    const quint8 bits = takeByte();
    if (bits == 0 || bits > 8 || size == 0)
        return fail(Code::BadBitCount, bits);
    if (!readBytes(bits == 8 ? CellType::Binary : CellType::Bitstring, size, cell))
        return false;
    cell.flag = bits == 8 ? 0 : bits;
    return true;
}

bool DecoderMachine::readFloat(Cell &cell)
{
    if (!need(8))
        return false;
    const auto bits = qFromBigEndian<quint64>(m_at);
    m_at += 8;
    cell.type = CellType::Float;
    std::memcpy(&cell.real, &bits, sizeof bits);
    return std::isfinite(cell.real) || fail(Code::BadFloat);
}

bool DecoderMachine::readFloatText(Cell &cell)
{
    constexpr qsizetype Size = 31;
    if (!need(Size))
        return false;
    std::array<char, Size> copy;
    std::memcpy(copy.data(), m_at, Size);
    m_at += Size;
    const char *text = copy.data();
    const char *end = std::find(copy.begin(), copy.end(), '\0');
    // As OTP reads it: digits on both sides of a point, or of a comma, and perhaps an exponent.
    if (const auto comma = std::find(copy.begin(), copy.end(), ','); comma < end)
        *comma = '.';
    if (text < end && *text == '+')
        ++text;
    const char *point = std::find(text, end, '.');
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const bool pointed = point > text && end - point > 1 && isDigit(point[-1]) && isDigit(point[1]);
    cell.type = CellType::Float;
    auto [stop, status] = std::from_chars(text, end, cell.real);
    // What is too small for a double is zero; what is too large is an error.
    const bool negativeExponent = std::find(point, end, '-') != end;
    if (status == std::errc::result_out_of_range && negativeExponent) {
        cell.real = *text == '-' ? -0.0 : 0.0;
        status = std::errc();
    }
    return (pointed && status == std::errc() && stop == end) || fail(Code::BadFloat);
}

bool DecoderMachine::readBigInteger(quint32 size, Cell &cell)
{
    if (!has(quint64(size) + 1))
        return fail(Code::CountExceedsInput, size);
    const bool negative = takeByte() != 0;
    cell = integerCell(negative, m_at, size);
    m_at += size;
    m_borrows = m_borrows || cell.type == CellType::BigInteger;
    return true;
}

bool DecoderMachine::readIdentifier(CellType type, IdForm form, Cell &cell)
{
    cell.type = type;
    cell.flag = static_cast<quint8>(form);
    if (!readTaggedAtom(cell.count, Code::BadIdentifier))
        return false;
    const quint32 size = idBytes(type, form, cell.small);
    if (!need(size))
        return false;
    cell.bytes = m_at;
    m_at += size;
    m_borrows = true;
    if (form != IdForm::Legacy && form != IdForm::OldReference)
        return true;
    // The old tags use two bits of the creation and 18 of a reference's first word.
    const IdNumbers numbers = idNumbers(cell);
    return (numbers.creation <= 3 && numbers.words[0] < 1U << 18) || fail(Code::BadIdentifier);
}

bool DecoderMachine::readReference(IdForm form, Cell &cell)
{
    if (!need(2))
        return false;
    cell.small = takeShort();
    // OTP miscounts what one without words takes: 25 refuses some of those, and crashes on others.
    if (cell.small == 0 || cell.small > MaxReferenceWords)
        return fail(Code::BadReference, cell.small);
    return readIdentifier(CellType::Reference, form, cell);
}

} // namespace nodescope::term::detail
