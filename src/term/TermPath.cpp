#include "term/TermPath.h"

namespace nodescope::term {

namespace {
bool isImproper(const Term &list)
{
    return list.kind() == Kind::List && !list.listTail().isNil();
}

bool hasPairs(const Term &term)
{
    return term.isMap() || term.kind() == Kind::Record;
}
} // namespace

qsizetype partCount(const Term &term)
{
    switch (term.kind()) {
    case Kind::List:
        return term.size() + (isImproper(term) ? 1 : 0);
    case Kind::Tuple:
    case Kind::Fun:
        return term.size();
    case Kind::Map:
    case Kind::Record:
        return 2 * term.size();
    default:
        return 0;
    }
}

Term partAt(const Term &term, qsizetype part)
{
    if (part < 0 || part >= partCount(term))
        return {};
    if (hasPairs(term))
        return part % 2 == 0 ? term.keyAt(part / 2) : term.valueAt(part / 2);
    if (term.kind() == Kind::Fun)
        return term.freeVariable(part);
    return part == term.size() ? term.listTail() : term.at(part);
}

Term partAt(const Term &term, const TermPath &path)
{
    Term at = term;
    for (qsizetype part : path)
        at = partAt(at, part);
    return at;
}

bool isKey(const Term &container, qsizetype part)
{
    return hasPairs(container) && part % 2 == 0;
}

} // namespace nodescope::term
