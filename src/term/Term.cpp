#include "term/Term.h"

#include <limits>

#include "term/detail/BigInteger.h"
#include "term/detail/IdBytes.h"
#include "term/detail/Order.h"
#include "term/detail/Storage.h"

namespace nodescope::term {

using detail::Cell;
using detail::CellType;

Term::Term() = default;
Term::Term(const Term &other) = default;
Term::Term(Term &&other) noexcept
    : m_cell(std::exchange(other.m_cell, Cell()))
    , m_storage(std::move(other.m_storage))
{
}
Term &Term::operator=(const Term &other) = default;
Term &Term::operator=(Term &&other) noexcept
{
    m_cell = std::exchange(other.m_cell, Cell());
    m_storage.swap(other.m_storage);
    return *this;
}
Term::~Term() = default;

Term::Term(const Cell &cell, const detail::Storage *storage)
    : m_cell(cell)
    , m_storage(storage)
{
}

bool Term::isAtom(QStringView text) const
{
    return isAtom() && QtPrivate::compareStrings(QUtf8StringView(atomUtf8()), text) == 0;
}

bool Term::isAtom(QLatin1String text) const
{
    return isAtom() && QtPrivate::compareStrings(QUtf8StringView(atomUtf8()), text) == 0;
}

bool Term::isProperList() const
{
    return listTail().isNil();
}

std::optional<qint64> Term::toInteger() const
{
    if (m_cell.type != CellType::Integer)
        return std::nullopt;
    return m_cell.integer;
}

std::optional<quint64> Term::toUnsigned() const
{
    if (m_cell.type == CellType::Integer && m_cell.integer >= 0)
        return static_cast<quint64>(m_cell.integer);
    if (m_cell.type != CellType::BigInteger || m_cell.flag || m_cell.count > 8)
        return std::nullopt;
    quint64 value = 0;
    for (quint32 i = m_cell.count; i > 0; --i)
        value = value << 8 | m_cell.bytes[i - 1];
    return value;
}

std::optional<double> Term::toDouble() const
{
    if (m_cell.type == CellType::Float)
        return m_cell.real;
    if (m_cell.type == CellType::Integer)
        return static_cast<double>(m_cell.integer);
    if (m_cell.type != CellType::BigInteger)
        return std::nullopt;
    const double absolute = detail::toDouble(QByteArrayView(m_cell.bytes, m_cell.count));
    if (absolute > std::numeric_limits<double>::max())
        return std::nullopt;
    return m_cell.flag ? -absolute : absolute;
}

bool Term::isNegative() const
{
    switch (m_cell.type) {
    case CellType::Integer:
        return m_cell.integer < 0;
    case CellType::BigInteger:
        return m_cell.flag != 0;
    case CellType::Float:
        return m_cell.real < 0;
    default:
        return false;
    }
}

QByteArray Term::magnitude() const
{
    if (m_cell.type == CellType::BigInteger)
        return QByteArrayView(m_cell.bytes, m_cell.count).toByteArray();
    if (m_cell.type != CellType::Integer)
        return {};
    QByteArray bytes;
    quint64 absolute = static_cast<quint64>(m_cell.integer);
    for (absolute = m_cell.integer < 0 ? 0 - absolute : absolute; absolute; absolute >>= 8)
        bytes.append(static_cast<char>(absolute & 0xff));
    return bytes;
}

QString Term::decimalText() const
{
    if (m_cell.type == CellType::Integer)
        return QString::number(m_cell.integer);
    if (m_cell.type != CellType::BigInteger)
        return {};
    const QString digits = detail::decimalDigits(QByteArrayView(m_cell.bytes, m_cell.count));
    return m_cell.flag ? u'-' + digits : digits;
}

QString Term::atomText() const
{
    return QString::fromUtf8(atomUtf8());
}

QByteArrayView Term::atomUtf8() const
{
    return isAtom() ? m_storage->atomText(m_cell.count) : QByteArrayView();
}

std::optional<bool> Term::toBoolean() const
{
    if (isAtom(QLatin1String("true")))
        return true;
    if (isAtom(QLatin1String("false")))
        return false;
    return std::nullopt;
}

std::optional<Pid> Term::toPid() const
{
    if (!isPid())
        return std::nullopt;
    const detail::IdNumbers numbers = detail::idNumbers(m_cell);
    return Pid{QString::fromUtf8(m_storage->atomText(m_cell.count)), static_cast<quint32>(numbers.id),
               numbers.serial, numbers.creation};
}

std::optional<Port> Term::toPort() const
{
    if (!isPort())
        return std::nullopt;
    const detail::IdNumbers numbers = detail::idNumbers(m_cell);
    return Port{QString::fromUtf8(m_storage->atomText(m_cell.count)), numbers.id, numbers.creation};
}

std::optional<Reference> Term::toReference() const
{
    if (!isReference())
        return std::nullopt;
    const detail::IdNumbers numbers = detail::idNumbers(m_cell);
    return Reference(QString::fromUtf8(m_storage->atomText(m_cell.count)), numbers.creation,
                     std::span(numbers.words.data(), m_cell.small));
}

bool operator==(const Term &a, const Term &b)
{
    return detail::compareCells({a.m_cell, a.m_storage.data()}, {b.m_cell, b.m_storage.data()},
                                detail::Numbers::Exact) == 0;
}

int compare(const Term &a, const Term &b)
{
    using detail::Access;
    return detail::compareCells({Access::cell(a), Access::storage(a)}, {Access::cell(b), Access::storage(b)},
                                detail::Numbers::Loose);
}

} // namespace nodescope::term
