// The common case of encoding: values of the usual kinds and sizes. Everything else is left to the careful
// functions, so that each form is written down once.

#include "term/Tags.h"
#include "term/detail/EncoderMachine.h"
#include "term/detail/IdBytes.h"
#include "term/detail/Words.h"

namespace nodescope::term::detail {

/// The state of the machine in local variables, which the compiler keeps in registers as long as nobody takes
/// their address. (Bytes that are written through a pointer could be any member of the machine.)
struct EncoderMachine::Quick
{
    /// Each value begins with so much room: for any header, with an atom of up to 255 bytes and the numbers
    /// of a reference, or for bytes that are few.
    static constexpr qsizetype Room = 512;
    static constexpr quint32 FewBytes = 448;

    EncoderMachine &machine;
    const Storage *storage; ///< null if the term needs none
    const bool cachesAtoms; ///< a header spells out the atoms: the careful functions ask it
    uchar *at;
    uchar *end;
    Parts parts;

    Q_ALWAYS_INLINE Quick(EncoderMachine &its, const Cell &root)
        : machine(its)
        , storage(its.m_storage)
        , cachesAtoms(its.m_references)
        , at(its.m_at)
        , end(its.m_end)
        , parts{&root, 1}
    {
    }
    Q_ALWAYS_INLINE void makeRoom()
    {
        if (end - at >= Room) [[likely]]
            return;
        machine.m_at = at;
        machine.grow(Room);
        at = machine.m_at;
        end = machine.m_end;
    }

    Q_ALWAYS_INLINE void put(quint8 value) { *at++ = value; }
    template<class T>
    Q_ALWAYS_INLINE void putNumber(T value)
    {
        qToBigEndian(value, at);
        at += sizeof(T);
    }
    Q_ALWAYS_INLINE void putBytes(const void *bytes, quint32 size)
    {
        copyBytes(at, bytes, size);
        at += size;
    }
    Q_ALWAYS_INLINE bool integer(qint64 value)
    {
        if (static_cast<quint64>(value) < 256) {
            put(Tag::SmallInteger);
            put(static_cast<quint8>(value));
            return true;
        }
        if (value != static_cast<qint32>(value))
            return false;
        put(Tag::Integer);
        putNumber(static_cast<qint32>(value));
        return true;
    }
    Q_ALWAYS_INLINE bool real(double value)
    {
        quint64 bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        put(Tag::NewFloat);
        putNumber(bits);
        return true;
    }
    Q_ALWAYS_INLINE void shortAtom(QByteArrayView text)
    {
        put(Tag::SmallAtomUtf8);
        put(static_cast<quint8>(text.size()));
        putBytes(text.data(), static_cast<quint32>(text.size()));
    }
    Q_ALWAYS_INLINE bool atom(quint32 number)
    {
        const QByteArrayView text = storage->atomText(number);
        if (text.size() >= 256 || cachesAtoms) [[unlikely]]
            return false;
        shortAtom(text);
        return true;
    }
    Q_ALWAYS_INLINE bool nil()
    {
        put(Tag::Nil);
        return true;
    }
    Q_ALWAYS_INLINE bool bytes(const Cell &cell)
    {
        if (cell.count > FewBytes)
            return false;
        if (cell.type == CellType::Binary) {
            put(Tag::Binary);
            putNumber(cell.count);
        } else {
            put(Tag::String);
            putNumber(static_cast<quint16>(cell.count));
        }
        putBytes(cell.bytes, cell.count);
        return true;
    }
    /// Pids and references whose numbers stand as they go out.
    Q_ALWAYS_INLINE bool identifier(const Cell &cell)
    {
        const QByteArrayView node = storage->atomText(cell.count);
        if (cell.flag != static_cast<quint8>(IdForm::Wide) || node.size() >= 256 || cachesAtoms)
            return false;
        if (cell.type == CellType::Pid) {
            put(Tag::NewPid);
        } else {
            put(Tag::NewerReference);
            putNumber(cell.small);
        }
        shortAtom(node);
        putBytes(cell.bytes, idBytes(cell.type, IdForm::Wide, cell.small));
        return true;
    }

    /// Numbers come in rows.
    Q_ALWAYS_INLINE bool integers(const Cell &cell)
    {
        if (!integer(cell.integer))
            return false;
        while (parts.left > 0 && parts.next->type == CellType::Integer && end - at >= Room &&
               integer(parts.next->integer)) {
            ++parts.next;
            --parts.left;
        }
        return true;
    }

    /// Goes on with the parts of a container. One that has nothing left to come back for is not remembered,
    /// and of lists that have but their end left, only the number is.
    Q_ALWAYS_INLINE void enter(const Parts &inner)
    {
        remember();
        parts = inner;
    }
    Q_ALWAYS_INLINE void remember()
    {
        if (parts.left == 1 && parts.next->type == CellType::Nil)
            machine.rememberNil();
        else if (parts.left > 0)
            machine.remember(Parts{parts.next, parts.left});
        parts.left = 0;
    }
    /// Goes back to the container that was left last. False if there is none.
    Q_ALWAYS_INLINE bool leave()
    {
        while (!machine.m_stack.empty()) {
            parts = machine.m_stack.back();
            machine.m_stack.pop_back();
            if (!parts.next)
                writeNils();
            else if (parts.next == &FunEnd)
                finishFun();
            else
                return true;
        }
        return false;
    }
    Q_ALWAYS_INLINE void writeNils()
    {
        for (; parts.left > 0; --parts.left) {
            makeRoom();
            put(Tag::Nil);
        }
    }
    Q_ALWAYS_INLINE bool tuple(const Cell &cell)
    {
        if (cell.count - 1 >= 255) [[unlikely]]
            return false;
        put(Tag::SmallTuple);
        put(static_cast<quint8>(cell.count));
        enter({storage->children(cell), cell.count});
        return true;
    }
    /// A list that begins with a byte may be text.
    Q_ALWAYS_INLINE bool list(const Cell &cell)
    {
        const Cell *elements = storage->children(cell);
        if (elements->type == CellType::Integer && static_cast<quint64>(elements->integer) < 256)
            return false;
        put(Tag::List);
        putNumber(cell.count);
        enter({elements, quint64(cell.count) + 1});
        return true;
    }
    Q_ALWAYS_INLINE bool map(const Cell &cell)
    {
        put(Tag::Map);
        putNumber(cell.count);
        enter({storage->children(cell), quint64(cell.count) * 2});
        return true;
    }

    Q_ALWAYS_INLINE bool value(const Cell &cell);
    Q_ALWAYS_INLINE void slowly(const Cell &cell);
    Q_ALWAYS_INLINE void finishFun() const;
};

bool EncoderMachine::Quick::value(const Cell &cell)
{
    switch (cell.type) {
    case CellType::Integer:
        return integers(cell);
    case CellType::Float:
        return real(cell.real);
    case CellType::Atom:
        return atom(cell.count);
    case CellType::Nil:
        return nil();
    case CellType::Binary:
    case CellType::ByteList:
        return bytes(cell);
    case CellType::Pid:
    case CellType::Reference:
        return identifier(cell);
    case CellType::Tuple:
        return tuple(cell);
    case CellType::List:
        return list(cell);
    case CellType::Map:
        return map(cell);
    default:
        return false;
    }
}

void EncoderMachine::Quick::slowly(const Cell &cell)
{
    // The end of a fun stands above what is left of the container that holds it.
    if (cell.type == CellType::Fun)
        remember();
    machine.m_at = at;
    const Parts inner = machine.writeValue(cell);
    at = machine.m_at;
    end = machine.m_end;
    if (inner.left > 0)
        enter(inner);
}

void EncoderMachine::Quick::finishFun() const
{
    machine.m_at = at;
    machine.finishFun(parts.left);
}

void EncoderMachine::run(const Cell &root)
{
    Quick quick(*this, root);
    do {
        while (quick.parts.left > 0) {
            const Cell &cell = *quick.parts.next++;
            --quick.parts.left;
            quick.makeRoom();
            if (!quick.value(cell))
                quick.slowly(cell);
        }
    } while (quick.leave());
    m_at = quick.at;
    trim();
}

} // namespace nodescope::term::detail
