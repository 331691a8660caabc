// Looking into containers, functions and native records.

#include "term/Term.h"
#include "term/detail/IdBytes.h"
#include "term/detail/Storage.h"

namespace nodescope::term {

using detail::Cell;
using detail::CellType;

qsizetype Term::size() const
{
    switch (m_cell.type) {
    case CellType::List:
    case CellType::ByteList:
    case CellType::Tuple:
    case CellType::Map:
    case CellType::Binary:
    case CellType::Bitstring:
    case CellType::Fun:
    case CellType::Record:
        return m_cell.count;
    default:
        return 0;
    }
}

qsizetype Term::tupleSize() const
{
    return isTuple() ? qsizetype(m_cell.count) : -1;
}

Term Term::at(qsizetype index) const
{
    if (index < 0 || index >= static_cast<qsizetype>(m_cell.count))
        return {};
    if (m_cell.type == CellType::ByteList)
        return integer(m_cell.bytes[index]);
    if (m_cell.type == CellType::Tuple || m_cell.type == CellType::List)
        return {m_storage->children(m_cell)[index], m_storage.data()};
    return {};
}

Term Term::listTail() const
{
    if (isNil() || m_cell.type == CellType::ByteList)
        return nil();
    if (m_cell.type == CellType::List)
        return {m_storage->children(m_cell)[m_cell.count], m_storage.data()};
    return {};
}

ElementRange::ElementRange(Term container)
    : m_container(std::move(container))
    , m_size(m_container.isTuple() || m_container.isList() ? m_container.size() : 0)
{
}

EntryRange::EntryRange(Term container)
    : m_container(std::move(container))
    , m_size(m_container.isMap() || m_container.kind() == Kind::Record ? m_container.size() : 0)
{
}

ElementRange Term::elements() const
{
    return ElementRange(*this);
}

EntryRange Term::entries() const
{
    return EntryRange(*this);
}

std::optional<QList<Term>> Term::toList() const
{
    if (!isProperList())
        return std::nullopt;
    QList<Term> list;
    list.reserve(size());
    for (const Term &element : elements())
        list.append(element);
    return list;
}

Term Term::keyAt(qsizetype index) const
{
    if (index < 0 || index >= static_cast<qsizetype>(m_cell.count))
        return {};
    if (m_cell.type == CellType::Map)
        return {m_storage->children(m_cell)[2 * index], m_storage.data()};
    if (m_cell.type == CellType::Record)
        return {m_storage->children(m_cell)[detail::RecordPrefix + index], m_storage.data()};
    return {};
}

Term Term::valueAt(qsizetype index) const
{
    if (index < 0 || index >= static_cast<qsizetype>(m_cell.count))
        return {};
    if (m_cell.type == CellType::Map)
        return {m_storage->children(m_cell)[2 * index + 1], m_storage.data()};
    if (m_cell.type == CellType::Record)
        return {m_storage->children(m_cell)[detail::RecordPrefix + m_cell.count + index], m_storage.data()};
    return {};
}

Term Term::value(const Term &key) const
{
    const EntryRange range = entries();
    for (qsizetype i = 0; i < range.size(); ++i) {
        if (keyAt(i) == key)
            return valueAt(i);
    }
    return {};
}

Term Term::value(QStringView atomKey) const
{
    const EntryRange range = entries();
    for (qsizetype i = 0; i < range.size(); ++i) {
        if (keyAt(i).isAtom(atomKey))
            return valueAt(i);
    }
    return {};
}

Term Term::value(QLatin1String atomKey) const
{
    return value(QStringView(QString(atomKey)));
}

std::optional<ExportedFunction> Term::toExportedFunction() const
{
    if (kind() != Kind::Export)
        return std::nullopt;
    const Cell *parts = m_storage->children(m_cell);
    return ExportedFunction{QString::fromUtf8(m_storage->atomText(parts[0].count)),
                            QString::fromUtf8(m_storage->atomText(parts[1].count)),
                            static_cast<quint32>(parts[2].integer)};
}

QString Term::module() const
{
    switch (m_cell.type) {
    case CellType::Fun:
        return QString::fromUtf8(m_storage->atomText(m_storage->children(m_cell)[1].count));
    case CellType::Export:
    case CellType::Record:
        return QString::fromUtf8(m_storage->atomText(m_storage->children(m_cell)[0].count));
    default:
        return {};
    }
}

int Term::arity() const
{
    if (kind() == Kind::Fun)
        return m_storage->children(m_cell)[0].bytes[0];
    if (kind() == Kind::Export)
        return static_cast<int>(m_storage->children(m_cell)[2].integer);
    return -1;
}

QString Term::recordName() const
{
    if (kind() != Kind::Record)
        return {};
    return QString::fromUtf8(m_storage->atomText(m_storage->children(m_cell)[1].count));
}

bool Term::isExportedRecord() const
{
    return kind() == Kind::Record && (m_cell.flag & 1) != 0;
}

Term Term::freeVariable(qsizetype index) const
{
    if (kind() != Kind::Fun || index < 0 || index >= static_cast<qsizetype>(m_cell.count))
        return {};
    return {m_storage->children(m_cell)[detail::FunPrefix + index], m_storage.data()};
}

quint32 Term::funIndex() const
{
    return kind() == Kind::Fun ? detail::word(m_storage->children(m_cell)[0].bytes + 17) : 0;
}

QByteArray Term::funUnique() const
{
    if (kind() != Kind::Fun)
        return {};
    return QByteArrayView(m_storage->children(m_cell)[0].bytes + 1, 16).toByteArray();
}

} // namespace nodescope::term
