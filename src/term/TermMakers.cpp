// How single terms are made: all through TermBuilder, but for those that need no arena.

#include <cmath>

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
    return builder.take();
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
    return build([&](TermBuilder &builder) { builder.atom(text); });
}

Term Term::atom(QLatin1String text)
{
    return build([&](TermBuilder &builder) { builder.atom(text); });
}

Term Term::boolean(bool value)
{
    return build([&](TermBuilder &builder) { builder.boolean(value); });
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
    return build([&](TermBuilder &builder) { builder.binary(bytes); });
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
    return build([&](TermBuilder &builder) { builder.pid(pid); });
}

Term Term::port(const Port &port)
{
    return build([&](TermBuilder &builder) { builder.port(port); });
}

Term Term::reference(const Reference &reference)
{
    return build([&](TermBuilder &builder) { builder.reference(reference); });
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
    copy->shrink();
    return {root, copy.data()};
}

qsizetype Term::heldBytes() const
{
    return m_storage ? m_storage->heldBytes() : 0;
}

} // namespace nodescope::term
