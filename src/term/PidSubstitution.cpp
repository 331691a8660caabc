#include "term/PidSubstitution.h"

#include <vector>

#include "term/TermBuilder.h"

namespace nodescope::term {

namespace {

/// Parts of a container, counted as the builder takes them.
qsizetype partCount(const Term &term)
{
    switch (term.kind()) {
    case Kind::Tuple:
        return term.size();
    case Kind::List:
        return term.size() + 1;
    case Kind::Map:
        return term.size() * 2;
    default:
        return 0;
    }
}

Term partOf(const Term &term, qsizetype index)
{
    if (term.isMap())
        return index % 2 == 0 ? term.keyAt(index / 2) : term.valueAt(index / 2);
    return term.isTuple() || index < term.size() ? term.at(index) : term.listTail();
}

void close(TermBuilder &builder, const Term &term)
{
    if (term.isTuple())
        builder.tuple(term.size());
    else if (term.isMap())
        builder.map(term.size());
    else
        builder.listWithTail(term.size());
}

/// Walks through all parts, outermost first; stops where the visitor says false.
template<typename Leaf, typename Closed>
bool walk(const Term &root, Leaf leaf, Closed closed)
{
    struct Open
    {
        Term term;
        qsizetype next = 0;
    };
    std::vector<Open> stack;
    const auto enter = [&](const Term &term) {
        if (partCount(term) == 0)
            return leaf(term);
        stack.push_back({term});
        return true;
    };
    if (!enter(root))
        return false;
    while (!stack.empty()) {
        Open &open = stack.back();
        if (open.next == partCount(open.term)) {
            closed(open.term);
            stack.pop_back();
        } else if (!enter(partOf(open.term, open.next++))) {
            return false;
        }
    }
    return true;
}

} // namespace

Term withPidReplaced(const Term &term, const Pid &from, const Pid &to)
{
    const bool absent = walk(
        term, [&](const Term &leaf) { return leaf.toPid() != from; }, [](const Term &) {});
    if (absent)
        return term;
    TermBuilder builder;
    const auto copy = [&](const Term &leaf) {
        if (leaf.toPid() == from)
            builder.pid(to);
        else
            builder.add(leaf);
        return true;
    };
    walk(term, copy, [&](const Term &container) { close(builder, container); });
    return builder.take();
}

} // namespace nodescope::term
