#include <cmath>
#include <cstring>
#include <limits>

#include "term/detail/BigInteger.h"
#include "term/detail/IdBytes.h"
#include "term/detail/LeafBytes.h"
#include "term/detail/Order.h"

namespace nodescope::term::detail {

namespace {

template<class T>
int order(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

int compareBytes(QByteArrayView a, QByteArrayView b)
{
    const auto common = static_cast<std::size_t>(std::min(a.size(), b.size()));
    const int bytes = common ? std::memcmp(a.data(), b.data(), common) : 0;
    return bytes ? bytes : order(a.size(), b.size());
}

bool isNegative(const Cell &integer)
{
    return integer.type == CellType::Integer ? integer.integer < 0 : integer.flag != 0;
}

int compareIntegers(const Cell &a, const Cell &b)
{
    if (a.type == CellType::Integer && b.type == CellType::Integer)
        return order(a.integer, b.integer);
    if (isNegative(a) != isNegative(b))
        return isNegative(a) ? -1 : 1;
    int absolute = 0;
    if (a.type == b.type)
        absolute = compareMagnitudes(bytesOf(a), bytesOf(b));
    else
        absolute = a.type == CellType::BigInteger ? 1 : -1;
    return isNegative(a) ? -absolute : absolute;
}

/// An integer against a double, exactly: the double's integral part is compared as an integer.
int compareWithReal(const Cell &integer, double real)
{
    constexpr double bound = 9223372036854775808.0; // 2^63
    if (real >= -bound && real < bound) {
        if (integer.type == CellType::BigInteger)
            return integer.flag ? -1 : 1;
        const double whole = std::trunc(real);
        const int parts = order(integer.integer, static_cast<qint64>(whole));
        return parts ? parts : order(0.0, real - whole);
    }
    if (integer.type == CellType::Integer || (integer.flag != 0) != (real < 0))
        return real < 0 ? 1 : -1;
    // Both are beyond 64 bits and of one sign: spell the double out as a magnitude.
    int exponent = 0;
    auto mantissa = static_cast<quint64>(std::ldexp(std::frexp(std::fabs(real), &exponent), 53));
    exponent -= 53;
    QByteArray magnitude(exponent / 8, '\0');
    const int shift = exponent % 8;
    quint64 rest = mantissa << shift;
    for (; rest; rest >>= 8)
        magnitude.append(static_cast<char>(rest & 0xff));
    const int absolute = compareMagnitudes(bytesOf(integer), magnitude);
    return integer.flag ? -absolute : absolute;
}

int compareNumbers(const Cell &a, const Cell &b, Numbers numbers)
{
    const bool realA = a.type == CellType::Float;
    const bool realB = b.type == CellType::Float;
    if (realA && realB) {
        const int values = order(a.real, b.real);
        if (values || numbers == Numbers::Loose)
            return values;
        return order(std::signbit(b.real), std::signbit(a.real));
    }
    if (!realA && !realB)
        return compareIntegers(a, b);
    if (numbers == Numbers::Exact)
        return realA ? 1 : -1;
    return realA ? -compareWithReal(b, a.real) : compareWithReal(a, b.real);
}

int compareAtoms(CellRef a, CellRef b)
{
    if (a.storage == b.storage && a.cell.count == b.cell.count)
        return 0;
    // UTF-8 sorts like the code points that it encodes.
    return compareBytes(a.storage->atomText(a.cell.count), b.storage->atomText(b.cell.count));
}

int compareIds(CellRef a, CellRef b)
{
    const IdNumbers x = idNumbers(a.cell);
    const IdNumbers y = idNumbers(b.cell);
    const int nodes = compareAtoms(a, b);
    const int origins = nodes ? nodes : order(x.creation, y.creation);
    if (a.cell.type == CellType::Reference) {
        if (origins)
            return origins;
        for (std::size_t i = MaxReferenceWords; i > 0; --i) {
            if (x.words[i - 1] != y.words[i - 1])
                return order(x.words[i - 1], y.words[i - 1]);
        }
        return order(a.cell.small, b.cell.small);
    }
    const int serials = order(x.serial, y.serial);
    const int ids = serials ? serials : order(x.id, y.id);
    return ids ? ids : origins;
}

int compareBits(const Cell &a, const Cell &b)
{
    const auto bits = [](const Cell &cell) {
        return quint64(cell.count) * 8 - (cell.flag ? 8U - cell.flag : 0U);
    };
    const quint64 common = std::min(bits(a), bits(b));
    if (const auto whole = static_cast<std::size_t>(common / 8)) {
        if (const int bytes = std::memcmp(a.bytes, b.bytes, whole))
            return bytes;
    }
    if (const int rest = static_cast<int>(common % 8)) {
        const quint64 at = common / 8;
        const int shift = 8 - rest;
        if (a.bytes[at] >> shift != b.bytes[at] >> shift)
            return order(a.bytes[at] >> shift, b.bytes[at] >> shift);
    }
    return order(bits(a), bits(b));
}

} // namespace

int rankOf(const Cell &cell)
{
    switch (cell.type) {
    case CellType::Invalid:
        return 0;
    case CellType::Integer:
    case CellType::BigInteger:
    case CellType::Float:
        return 1;
    case CellType::Atom:
        return 2;
    case CellType::Reference:
        return 3;
    case CellType::Fun:
        return 4;
    case CellType::Export:
        return 5;
    case CellType::Port:
        return 6;
    case CellType::Pid:
        return 7;
    case CellType::Tuple:
        return 8;
    case CellType::Record:
        return 9;
    case CellType::Map:
        return 10;
    case CellType::Nil:
        return 11;
    case CellType::List:
    case CellType::ByteList:
        return 12;
    case CellType::Binary:
    case CellType::Bitstring:
        return 13;
    }
    return 0;
}

int compareLeaves(CellRef a, CellRef b, Numbers numbers)
{
    switch (a.cell.type) {
    case CellType::Integer:
    case CellType::BigInteger:
    case CellType::Float:
        return compareNumbers(a.cell, b.cell, numbers);
    case CellType::Atom:
        return compareAtoms(a, b);
    case CellType::Pid:
    case CellType::Port:
    case CellType::Reference:
        return compareIds(a, b);
    case CellType::Binary:
    case CellType::Bitstring:
        return compareBits(a.cell, b.cell);
    default:
        return 0;
    }
}

} // namespace nodescope::term::detail
