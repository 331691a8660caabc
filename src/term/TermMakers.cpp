// How single terms are made: containers through TermBuilder; those without parts need no cells.

#include <cmath>
#include <limits>

#include <QtEndian>

#include "term/Decoder.h"
#include "term/Term.h"
#include "term/TermBuilder.h"
#include "term/detail/AtomIndex.h"
#include "term/detail/Copier.h"
#include "term/detail/Storage.h"

namespace nodescope::term {

using detail::Cell;
using detail::CellType;

namespace {

template<class Push>
Term build(Push push)
{
    TermBuilder builder;
    push(builder);
    return builder.finish();
}

using StoragePointer = QExplicitlySharedDataPointer<detail::Storage>;

/// A storage whose atom 0 has this text; null if no atom has.
StoragePointer storageOfAtom(QByteArrayView utf8)
{
    if (!isAtomText(utf8))
        return {};
    StoragePointer storage(new detail::Storage);
    const uchar *text = storage->copyBytes(utf8.data(), utf8.size());
    storage->atoms().push_back({reinterpret_cast<const char *>(text), static_cast<quint16>(utf8.size()), 0});
    return storage;
}

StoragePointer storageOfAtom(QStringView text)
{
    return text.isValidUtf16() ? storageOfAtom(QByteArrayView(text.toUtf8())) : StoragePointer();
}

Term identifier(CellType type, detail::IdForm form, std::size_t words, QStringView node,
                std::span<const uchar> numbers)
{
    Cell cell{type, static_cast<quint8>(form), static_cast<quint16>(words)};
    const StoragePointer storage = storageOfAtom(node);
    if (!storage)
        return {};
    cell.bytes = storage->copyBytes(numbers.data(), std::ssize(numbers));
    return detail::Access::make(cell, storage.data());
}

void addAll(TermBuilder &builder, std::span<const Term> terms)
{
    for (const Term &term : terms)
        builder.add(term);
}

template<class T>
std::span<const T> spanOf(std::initializer_list<T> list)
{
    return {list.begin(), list.size()};
}

} // namespace

Term Term::integer(qint64 value)
{
    Cell cell{CellType::Integer};
    cell.integer = value;
    return {cell, nullptr};
}

Term Term::unsignedInteger(quint64 value)
{
    return build([&](TermBuilder &builder) { builder.unsignedInteger(value); });
}

Term Term::bigInteger(bool negative, const QByteArray &magnitude)
{
    return build([&](TermBuilder &builder) { builder.bigInteger(negative, magnitude); });
}

Term Term::real(double value)
{
    if (!std::isfinite(value))
        return {};
    Cell cell{CellType::Float};
    cell.real = value;
    return {cell, nullptr};
}

Term Term::atom(QStringView text)
{
    const StoragePointer storage = storageOfAtom(text);
    return storage ? Term(Cell{CellType::Atom}, storage.data()) : Term();
}

Term Term::atom(QLatin1String text)
{
    return atom(QStringView(QString(text)));
}

Term Term::boolean(bool value)
{
    return atom(value ? QStringView(u"true") : QStringView(u"false"));
}

Term Term::nil()
{
    return {Cell{CellType::Nil}, nullptr};
}

Term Term::list(std::span<const Term> elements)
{
    return list(elements, nil());
}

Term Term::list(std::initializer_list<Term> elements)
{
    return list(spanOf(elements), nil());
}

Term Term::list(std::initializer_list<Term> elements, const Term &tail)
{
    return list(spanOf(elements), tail);
}

Term Term::list(std::span<const Term> elements, const Term &tail)
{
    return build([&](TermBuilder &builder) {
        addAll(builder, elements);
        builder.add(tail);
        builder.listWithTail(std::ssize(elements));
    });
}

Term Term::tuple(std::initializer_list<Term> elements)
{
    return tuple(spanOf(elements));
}

Term Term::tuple(std::span<const Term> elements)
{
    return build([&](TermBuilder &builder) {
        addAll(builder, elements);
        builder.tuple(std::ssize(elements));
    });
}

Term Term::map(std::initializer_list<std::pair<Term, Term>> entries)
{
    return map(spanOf(entries));
}

Term Term::map(std::span<const std::pair<Term, Term>> entries)
{
    return build([&](TermBuilder &builder) {
        for (const auto &[key, value] : entries) {
            builder.add(key);
            builder.add(value);
        }
        builder.map(std::ssize(entries));
    });
}

Term Term::binary(const QByteArray &bytes)
{
    if (bytes.size() > std::numeric_limits<quint32>::max())
        return {};
    const StoragePointer storage(new detail::Storage);
    Cell cell{CellType::Binary, 0, 0, static_cast<quint32>(bytes.size())};
    cell.bytes = storage->keep(bytes);
    return {cell, storage.data()};
}

Term Term::utf8(QStringView text)
{
    return binary(text.toUtf8());
}

Term Term::bitstring(const QByteArray &bytes, qsizetype bits)
{
    return build([&](TermBuilder &builder) { builder.bitstring(bytes, bits); });
}

Term Term::charlist(QStringView text)
{
    return build([&](TermBuilder &builder) { builder.charlist(text); });
}

Term Term::pid(const Pid &pid)
{
    std::array<uchar, 12> numbers;
    qToBigEndian(pid.id, numbers.data());
    qToBigEndian(pid.serial, numbers.data() + 4);
    qToBigEndian(pid.creation, numbers.data() + 8);
    return identifier(CellType::Pid, detail::IdForm::Wide, 0, pid.node, numbers);
}

Term Term::port(const Port &port)
{
    return build([&](TermBuilder &builder) { builder.port(port); });
}

Term Term::reference(const Reference &reference)
{
    const std::span<const quint32> words = reference.words();
    if (words.empty())
        return {};
    std::array<uchar, 4 + 4 * MaxReferenceWords> numbers;
    qToBigEndian(reference.creation(), numbers.data());
    for (std::size_t i = 0; i < words.size(); ++i)
        qToBigEndian(words[i], numbers.data() + 4 + 4 * i);
    return identifier(CellType::Reference, detail::IdForm::Wide, words.size(), reference.node(),
                      std::span(numbers).first(4 + 4 * words.size()));
}

Term Term::exportedFunction(const ExportedFunction &function)
{
    return build([&](TermBuilder &builder) { builder.exportedFunction(function); });
}

Term Term::detached() const
{
    QExplicitlySharedDataPointer<detail::Storage> copy(new detail::Storage);
    detail::AtomIndex atoms(*copy, Limits().atoms);
    detail::Copier copier(*copy, atoms, detail::Copier::Bytes::Copy);
    const Cell root = copier.copy(m_cell, m_storage.data());
    copy->shrink(root);
    return {root, copy.data()};
}

qsizetype Term::heldBytes() const
{
    return m_storage ? m_storage->heldBytes() : 0;
}

} // namespace nodescope::term
