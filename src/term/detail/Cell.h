#pragma once

#include <type_traits>

#include <QtGlobal>

namespace nodescope::term {

/// What a term is. Record is OTP 29's native record (tag 67), not the tuple of that name.
enum class Kind : quint8 {
    Invalid,
    Integer,    ///< fits into 64 bits, signed
    BigInteger, ///< does not
    Float,
    Atom,
    Nil,
    List, ///< at least one element, proper or not
    Tuple,
    Map,
    Binary,
    Bitstring, ///< a number of bits that is no multiple of eight
    Pid,
    Port,
    Reference,
    Fun, ///< local, with environment
    Export,
    Record,
};

namespace detail {

/// What a cell holds: the kinds, and how some of them are stored.
enum class CellType : quint8 {
    Invalid = static_cast<quint8>(Kind::Invalid),
    Integer,
    BigInteger,
    Float,
    Atom,
    Nil,
    List,
    Tuple,
    Map,
    Binary,
    Bitstring,
    Pid,
    Port,
    Reference,
    Fun,
    Export,
    Record,
    ByteList, ///< a proper list of bytes, kept as bytes (STRING_EXT); its kind is List
};
static_assert(static_cast<int>(CellType::Record) == static_cast<int>(Kind::Record));

/// How the numbers of a pid, port or reference stand in the bytes that its cell points to: as in the
/// tag that brought them, so that decoding copies nothing.
enum class IdForm : quint8 {
    Wide,         ///< creation 32 bits (tags 88, 89, 90)
    Wider,        ///< port with id of 64 bits (tag 120)
    Legacy,       ///< creation 8 bits (tags 103, 102, 114)
    OldReference, ///< one word, then creation 8 bits (tag 101)
};

/// One value: 16 bytes. Containers hold their parts in consecutive cells of the same arena.
///
/// | type               | flag         | count         | payload                                   |
/// |--------------------|--------------|---------------|-------------------------------------------|
/// | Integer, Float     |              |               | integer, real                             |
/// | BigInteger         | 1 = negative | bytes         | bytes: magnitude, little-endian, minimal  |
/// | Atom               |              | number in the arena's atoms |                             |
/// | List               |              | elements      | first: elements, then the tail (no list)  |
/// | Tuple              |              | elements      | first                                     |
/// | Map                |              | pairs         | first: key, value, key, value …           |
/// | Binary, ByteList   |              | bytes         | bytes                                     |
/// | Bitstring          | bits used in the last byte, 1–7 | bytes | bytes                            |
/// | Pid, Port          | IdForm       | node (atom)   | bytes                                     |
/// | Reference          | IdForm; small = words | node | bytes                                     |
/// | Fun                |              | free variables | first: header (Binary of 25 bytes: arity, unique,
/// index, count), module, old index, old unique, pid, variables | | Export             |              | 3 |
/// first: module, function, arity            | | Record             | RECORD_EXT's flags | fields  | first:
/// module, name, fields, values       |
struct Cell
{
    constexpr Cell() = default;
    constexpr Cell(CellType itsType, quint8 itsFlag = 0, quint16 itsSmall = 0, quint32 itsCount = 0)
        : type(itsType)
        , flag(itsFlag)
        , small(itsSmall)
        , count(itsCount)
    {
    }

    CellType type = CellType::Invalid;
    quint8 flag = 0;
    quint16 small = 0;
    quint32 count = 0;
    union {
        qint64 integer = 0;
        double real;
        const uchar *bytes;
        quint64 first;
    };
};
static_assert(sizeof(Cell) == 16);
static_assert(std::is_trivially_copyable_v<Cell>);

/// Cells of a fun before its free variables, and of a record before its fields.
inline constexpr quint32 FunPrefix = 5;
inline constexpr quint32 RecordPrefix = 2;
inline constexpr quint32 FunHeaderBytes = 25;

[[nodiscard]] constexpr Kind kindOf(const Cell &cell)
{
    return cell.type == CellType::ByteList ? Kind::List : static_cast<Kind>(cell.type);
}

/// Cells that hang below a cell, consecutively from `first`.
[[nodiscard]] constexpr quint64 childCount(const Cell &cell)
{
    switch (cell.type) {
    case CellType::List:
        return quint64(cell.count) + 1;
    case CellType::Tuple:
    case CellType::Export:
        return cell.count;
    case CellType::Map:
        return quint64(cell.count) * 2;
    case CellType::Fun:
        return quint64(cell.count) + FunPrefix;
    case CellType::Record:
        return quint64(cell.count) * 2 + RecordPrefix;
    default:
        return 0;
    }
}

} // namespace detail
} // namespace nodescope::term
