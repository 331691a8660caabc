#include "term/TermBuilder.h"

#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include <QtEndian>

#include "term/detail/AtomIndex.h"
#include "term/detail/BigInteger.h"
#include "term/detail/Copier.h"
#include "term/detail/MapKeys.h"
#include "term/detail/MapOrders.h"
#include "term/detail/Storage.h"

namespace nodescope::term {

using detail::Cell;
using detail::CellType;
using detail::IdForm;

struct TermBuilder::Private
{
    Private()
    {
        stack.reserve(few.size());
        reset();
    }

    void reset()
    {
        orders.reset();
        copier.reset();
        atoms.reset();
        storage = new detail::Storage;
        storage->beginIn(few.data(), few.size());
        atoms.emplace(*storage, Limits().atoms);
        copier.emplace(*storage, *atoms, detail::Copier::Bytes::Share);
        orders.emplace(storage.data());
        stack.clear();
        broken = false;
    }
    void push(const Cell &cell)
    {
        broken = broken || cell.type == CellType::Invalid;
        stack.push_back(cell);
    }
    /// Takes `count` cells off the stack and into the arena.
    std::optional<quint64> settle(qsizetype count)
    {
        if (count < 0 || count > std::ssize(stack)) {
            broken = true;
            return std::nullopt;
        }
        const quint64 first = storage->allocate(static_cast<quint64>(count));
        std::copy(stack.end() - count, stack.end(), storage->cells() + first);
        stack.erase(stack.end() - count, stack.end());
        return first;
    }
    [[nodiscard]] std::optional<quint32> atom(QStringView text)
    {
        if (!text.isValidUtf16()) {
            broken = true;
            return std::nullopt;
        }
        const QByteArray utf8 = text.toUtf8();
        const auto found =
            atoms->utf8(reinterpret_cast<const uchar *>(utf8.constData()), static_cast<quint32>(utf8.size()),
                        detail::AtomIndex::Lifetime::Passing);
        broken = broken || found.status != detail::AtomIndex::Status::Ok;
        return found.number;
    }
    void identifier(CellType type, IdForm form, quint16 words, QStringView node, const uchar *bytes,
                    qsizetype size)
    {
        Cell cell{type, static_cast<quint8>(form), words, atom(node).value_or(0)};
        cell.bytes = storage->copyBytes(bytes, size);
        push(cell);
    }
    void container(CellType type, qsizetype count, qsizetype cells, quint8 flag = 0)
    {
        Cell cell{type, flag, 0, static_cast<quint32>(count)};
        if (const std::optional<quint64> first = settle(cells))
            cell.first = *first;
        push(cell);
    }
    void bytes(CellType type, quint8 flag, const QByteArray &value)
    {
        if (value.size() > std::numeric_limits<quint32>::max())
            return push({});
        Cell cell{type, flag, 0, static_cast<quint32>(value.size())};
        cell.bytes =
            value.size() > 64 ? storage->keep(value) : storage->copyBytes(value.constData(), value.size());
        push(cell);
    }

    std::array<Cell, 24> few; // where the storage begins
    QExplicitlySharedDataPointer<detail::Storage> storage;
    std::optional<detail::AtomIndex> atoms;
    std::optional<detail::Copier> copier;
    std::optional<detail::MapOrders> orders;
    std::vector<Cell> stack;
    bool broken = false;
};

TermBuilder::TermBuilder()
    : d(std::make_unique<Private>())
{
}

TermBuilder::~TermBuilder() = default;

void TermBuilder::integer(qint64 value)
{
    Cell cell{CellType::Integer};
    cell.integer = value;
    d->push(cell);
}

void TermBuilder::unsignedInteger(quint64 value)
{
    if (value <= quint64(std::numeric_limits<qint64>::max()))
        return integer(static_cast<qint64>(value));
    const quint64 bytes = qToLittleEndian(value);
    bigInteger(false, QByteArray(reinterpret_cast<const char *>(&bytes), sizeof bytes));
}

void TermBuilder::bigInteger(bool negative, const QByteArray &magnitude)
{
    const auto *bytes = reinterpret_cast<const uchar *>(magnitude.constData());
    Cell cell = detail::integerCell(negative, bytes, static_cast<quint32>(magnitude.size()));
    if (cell.type == CellType::BigInteger)
        cell.bytes = d->storage->copyBytes(cell.bytes, cell.count);
    d->push(cell);
}

void TermBuilder::real(double value)
{
    Cell cell{std::isfinite(value) ? CellType::Float : CellType::Invalid};
    cell.real = value;
    d->push(cell);
}

void TermBuilder::atom(QStringView text)
{
    const std::optional<quint32> number = d->atom(text);
    d->push({number ? CellType::Atom : CellType::Invalid, 0, 0, number.value_or(0)});
}

void TermBuilder::atom(QLatin1String text)
{
    const auto found =
        d->atoms->latin1(reinterpret_cast<const uchar *>(text.data()), static_cast<quint32>(text.size()),
                         detail::AtomIndex::Lifetime::Passing);
    const bool ok = found.status == detail::AtomIndex::Status::Ok;
    d->push({ok ? CellType::Atom : CellType::Invalid, 0, 0, found.number});
}

void TermBuilder::boolean(bool value)
{
    atom(value ? QLatin1String("true") : QLatin1String("false"));
}

void TermBuilder::nil()
{
    d->push({CellType::Nil});
}

void TermBuilder::binary(const QByteArray &bytes)
{
    d->bytes(CellType::Binary, 0, bytes);
}

void TermBuilder::utf8(QStringView text)
{
    binary(text.toUtf8());
}

void TermBuilder::bitstring(const QByteArray &bytes, qsizetype bits)
{
    if (bits < 0 || bits > bytes.size() * 8)
        return d->push({});
    const QByteArray used = bytes.first((bits + 7) / 8);
    d->bytes(bits % 8 ? CellType::Bitstring : CellType::Binary, static_cast<quint8>(bits % 8), used);
}

void TermBuilder::charlist(QStringView text)
{
    const QList<uint> points = text.toUcs4();
    const bool bytes = std::all_of(points.begin(), points.end(), [](uint point) { return point < 256; });
    if (bytes && !points.isEmpty())
        return d->bytes(CellType::ByteList, 0, text.toLatin1());
    for (uint point : points)
        integer(point);
    list(points.size());
}

void TermBuilder::pid(const Pid &pid)
{
    std::array<uchar, 12> bytes;
    qToBigEndian(pid.id, bytes.data());
    qToBigEndian(pid.serial, bytes.data() + 4);
    qToBigEndian(pid.creation, bytes.data() + 8);
    d->identifier(CellType::Pid, IdForm::Wide, 0, pid.node, bytes.data(), 12);
}

void TermBuilder::port(const Port &port)
{
    std::array<uchar, 12> bytes;
    qToBigEndian(port.id, bytes.data());
    qToBigEndian(port.creation, bytes.data() + 8);
    d->identifier(CellType::Port, IdForm::Wider, 0, port.node, bytes.data(), 12);
}

void TermBuilder::reference(const Reference &reference)
{
    std::array<uchar, 4 + 4 * MaxReferenceWords> bytes;
    qToBigEndian(reference.creation(), bytes.data());
    const std::span<const quint32> words = reference.words();
    if (words.empty())
        return d->push({});
    for (std::size_t i = 0; i < words.size(); ++i)
        qToBigEndian(words[i], bytes.data() + 4 + 4 * i);
    d->identifier(CellType::Reference, IdForm::Wide, static_cast<quint16>(words.size()), reference.node(),
                  bytes.data(), 4 + 4 * static_cast<qsizetype>(words.size()));
}

void TermBuilder::exportedFunction(const ExportedFunction &function)
{
    if (function.arity > 255)
        return d->push({});
    atom(function.module);
    atom(function.function);
    integer(function.arity);
    d->container(CellType::Export, 3, 3);
}

void TermBuilder::add(const Term &term)
{
    const Cell cell = d->copier->copy(detail::Access::cell(term), detail::Access::storage(term));
    d->orders->addAllOf(cell);
    d->push(cell);
}

void TermBuilder::list(qsizetype size)
{
    nil();
    listWithTail(size);
}

void TermBuilder::listWithTail(qsizetype size)
{
    std::vector<Cell> &stack = d->stack;
    if (size == 0 || stack.empty())
        return; // the tail alone is the term
    const Cell tail = stack.back();
    if (tail.type == CellType::ByteList || tail.type == CellType::List) {
        // A list as tail is part of the list: its cells follow ours.
        stack.pop_back();
        size += tail.count;
        if (tail.type == CellType::List) {
            const Cell *cells = d->storage->children(tail);
            stack.insert(stack.end(), cells, cells + tail.count + 1);
        } else {
            for (quint32 i = 0; i < tail.count; ++i)
                integer(tail.bytes[i]);
            nil();
        }
    }
    d->container(CellType::List, size, size + 1);
}

void TermBuilder::tuple(qsizetype size)
{
    if (size > MaxTupleSize)
        d->broken = true;
    d->container(CellType::Tuple, size, size);
}

qsizetype TermBuilder::map(qsizetype pairs)
{
    d->container(CellType::Map, pairs, pairs * 2);
    if (d->broken)
        return 0;
    detail::keepLastOfEqualKeys(d->stack.back(), *d->storage, *d->orders);
    return d->stack.back().count;
}

bool TermBuilder::record(qsizetype fields, bool exported)
{
    d->container(CellType::Record, fields, fields * 2 + detail::RecordPrefix, exported ? 1 : 0);
    if (d->broken)
        return false;
    const Cell record = d->stack.back();
    Cell *cells = d->storage->cells() + record.first;
    // Pushed as field and value in turn, kept as all fields and then all values.
    std::vector<Cell> pairs(cells + detail::RecordPrefix, cells + childCount(record));
    for (std::size_t i = 0; i < record.count; ++i) {
        cells[detail::RecordPrefix + i] = pairs[2 * i];
        cells[detail::RecordPrefix + record.count + i] = pairs[2 * i + 1];
    }
    for (std::size_t i = 0; i < detail::RecordPrefix + record.count; ++i)
        d->broken = d->broken || cells[i].type != CellType::Atom;
    return !d->broken;
}

qsizetype TermBuilder::depth() const
{
    return std::ssize(d->stack);
}

qsizetype TermBuilder::cellCount() const
{
    return static_cast<qsizetype>(d->storage->cellCount()) + depth();
}

Term TermBuilder::take()
{
    Term term = finish();
    d->reset();
    return term;
}

Term TermBuilder::finish()
{
    if (d->broken || d->stack.size() != 1)
        return {};
    d->storage->shrink(d->stack.front());
    return {d->stack.front(), d->storage.data()};
}

} // namespace nodescope::term
