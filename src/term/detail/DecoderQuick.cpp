// The common case of decoding: values of the usual kinds, far enough from the end of the input that their
// headers need no check. Everything else is left to the careful functions, errors too, so that each
// verdict is written down once.

#include "term/Tags.h"
#include "term/detail/DecoderMachine.h"

namespace nodescope::term::detail {

/// The state of the machine in local variables, which the compiler keeps in registers as long as nobody takes
/// their address. (A cell that is written could be any member of the machine.)
struct DecoderMachine::Quick
{
    /// No header of a usual value is longer.
    static constexpr qsizetype Header = 32;

    DecoderMachine &machine;
    const uchar *at;
    const uchar *const end;
    Cell *cells;
    quint64 next;
    quint64 left;
    quint64 outer;
    qint64 valuesLeft;
    bool inList;
    bool hasListTails;
    bool borrows;

    Q_ALWAYS_INLINE explicit Quick(DecoderMachine &its)
        : machine(its)
        , at(its.m_at)
        , end(its.m_end)
        , cells(its.m_storage.cells())
        , next(its.m_next)
        , left(its.m_left)
        , outer(its.m_outer)
        , valuesLeft(its.m_valuesLeft)
        , inList(its.m_inList)
        , hasListTails(its.m_hasListTails)
        , borrows(its.m_borrows)
    {
    }
    Q_ALWAYS_INLINE void store() const
    {
        machine.m_at = at;
        machine.m_next = next;
        machine.m_left = left;
        machine.m_outer = outer;
        machine.m_valuesLeft = valuesLeft;
        machine.m_inList = inList;
        machine.m_hasListTails = hasListTails;
        machine.m_borrows = borrows;
    }
    [[nodiscard]] Q_ALWAYS_INLINE quint64 room() const { return static_cast<quint64>(end - at); }

    Q_ALWAYS_INLINE bool done(const Cell &cell, quint64 bytes)
    {
        cells[next++] = cell;
        --left;
        at += bytes;
        return true;
    }
    Q_ALWAYS_INLINE bool integer(qint64 value, quint64 bytes)
    {
        Cell cell(CellType::Integer);
        cell.integer = value;
        return done(cell, bytes);
    }
    Q_ALWAYS_INLINE bool real()
    {
        constexpr quint64 Exponent = 0x7ff0000000000000ULL;
        const auto bits = qFromBigEndian<quint64>(at + 1);
        Cell cell(CellType::Float);
        std::memcpy(&cell.real, &bits, sizeof bits);
        return (bits & Exponent) != Exponent && done(cell, 9);
    }
    Q_ALWAYS_INLINE bool bytes(CellType type, quint32 size, quint64 header)
    {
        if (size == 0 || size > room() - header)
            return false;
        Cell cell(type, 0, 0, size);
        cell.bytes = at + header;
        borrows = true;
        return done(cell, header + size);
    }
    /// The number plus one of an atom, or 0 if there is more to it.
    Q_ALWAYS_INLINE quint32 atomNumber(const uchar *text, quint32 size, bool latin1)
    {
        if (size > static_cast<quint64>(end - text) || (latin1 && !isAscii(text, size)))
            return 0;
        borrows = true;
        return machine.m_atoms.quickly(text, size);
    }
    Q_ALWAYS_INLINE bool atom(const uchar *text, quint32 size, bool latin1)
    {
        const quint32 number = atomNumber(text, size, latin1);
        return number && done(Cell(CellType::Atom, 0, 0, number - 1), static_cast<quint64>(text - at) + size);
    }
    /// NEW_PID_EXT and NEWER_REFERENCE_EXT, whose node's tag stands at `node`.
    Q_ALWAYS_INLINE bool identifier(CellType type, quint16 words, const uchar *node)
    {
        const bool wide = *node == Tag::Atom;
        if (!wide && *node != Tag::SmallAtomUtf8)
            return false;
        const quint32 size = wide ? qFromBigEndian<quint16>(node + 1) : node[1];
        const uchar *text = node + (wide ? 3 : 2);
        const quint32 number = atomNumber(text, size, wide);
        const quint32 numbers = idBytes(type, IdForm::Wide, words);
        if (!number || numbers > static_cast<quint64>(end - text) - size)
            return false;
        Cell cell(type, static_cast<quint8>(IdForm::Wide), words, number - 1);
        cell.bytes = text + size;
        return done(cell, static_cast<quint64>(text - at) + size + numbers);
    }
    Q_ALWAYS_INLINE bool open(CellType type, quint32 count, quint64 parts, quint64 header)
    {
        const bool list = type == CellType::List;
        const qint64 values = static_cast<qint64>(parts) - (list ? 1 : 0);
        if (parts > room() - header || values > valuesLeft)
            return false;
        valuesLeft -= values;
        hasListTails = hasListTails || (list && inList && left == 1);
        Cell cell(type, 0, 0, count);
        cell.first = machine.m_storage.allocate(parts);
        cells = machine.m_storage.cells();
        done(cell, header);
        if (left > 0)
            remember();
        next = cell.first;
        left = parts;
        inList = list;
        return true;
    }
    /// As DecoderMachine::enter().
    Q_ALWAYS_INLINE void remember()
    {
        const quint64 last = next + left - 1;
        Cell memory(CellType::Invalid, inList ? 1 : 0, 0, static_cast<quint32>(left));
        memory.first = outer;
        cells[last] = memory;
        outer = last + 1;
    }
    /// As DecoderMachine::leave().
    Q_ALWAYS_INLINE bool leave()
    {
        if (outer == 0)
            return false;
        const Cell memory = cells[outer - 1];
        left = memory.count;
        next = outer - left;
        inList = memory.flag != 0;
        outer = memory.first;
        return true;
    }
    Q_ALWAYS_INLINE bool value();
};

bool DecoderMachine::Quick::value()
{
    switch (*at) {
    case Tag::SmallInteger:
        return integer(at[1], 2);
    case Tag::Integer:
        return integer(qFromBigEndian<qint32>(at + 1), 5);
    case Tag::SmallAtomUtf8:
        return atom(at + 2, at[1], false);
    case Tag::AtomUtf8:
        return atom(at + 3, qFromBigEndian<quint16>(at + 1), false);
    case Tag::Atom:
        return atom(at + 3, qFromBigEndian<quint16>(at + 1), true);
    case Tag::Nil:
        return done(Cell(CellType::Nil), 1);
    case Tag::SmallTuple:
        return at[1] > 0 && open(CellType::Tuple, at[1], at[1], 2);
    case Tag::List: {
        const auto count = qFromBigEndian<quint32>(at + 1);
        return count > 0 && open(CellType::List, count, quint64(count) + 1, 5);
    }
    case Tag::String:
        return !(inList && left == 1) && bytes(CellType::ByteList, qFromBigEndian<quint16>(at + 1), 3);
    case Tag::Binary:
        return bytes(CellType::Binary, qFromBigEndian<quint32>(at + 1), 5);
    case Tag::NewFloat:
        return real();
    case Tag::NewPid:
        return identifier(CellType::Pid, 0, at + 1);
    case Tag::NewerReference: {
        const auto words = qFromBigEndian<quint16>(at + 1);
        return words > 0 && words <= MaxReferenceWords && identifier(CellType::Reference, words, at + 3);
    }
    default:
        return false;
    }
}

void DecoderMachine::runQuickly()
{
    Quick quick(*this);
    do {
        while (quick.left > 0) {
            if (quick.end - quick.at < Quick::Header || !quick.value())
                return quick.store();
        }
    } while (quick.leave());
    quick.store();
}

} // namespace nodescope::term::detail
