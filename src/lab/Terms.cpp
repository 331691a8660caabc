#include "lab/Terms.h"

#include "lab/PracticeNode.h"

#include <vector>

namespace nodescope::lab {

using term::Term;

Term okTuple(const Term &value)
{
    return Term::tuple({atom("ok"), value});
}

Term errorTuple(const Term &reason)
{
    return Term::tuple({atom("error"), reason});
}

Term listOf(const QList<Term> &elements)
{
    return Term::list(std::span<const Term>(elements.constData(), std::size_t(elements.size())));
}

Term atoms(const QList<base::NodeName> &names)
{
    QList<Term> terms;
    for (const base::NodeName &name : names)
        terms.append(atom(name));
    return listOf(terms);
}

std::optional<base::NodeName> nodeName(const Term &term)
{
    return term.isAtom() ? base::NodeName::parse(term.atomText()) : std::nullopt;
}

Term dateTimeTerm(const QDateTime &time)
{
    const QDate date = time.date();
    const QTime clock = time.time();
    return Term::tuple(
        {Term::tuple({Term::integer(date.year()), Term::integer(date.month()), Term::integer(date.day())}),
         Term::tuple(
             {Term::integer(clock.hour()), Term::integer(clock.minute()), Term::integer(clock.second())})});
}

Term addressTerm(const QHostAddress &address)
{
    std::vector<Term> parts;
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    if (isV4) {
        for (int shift = 24; shift >= 0; shift -= 8)
            parts.push_back(Term::integer((v4 >> shift) & 0xff));
    } else {
        const Q_IPV6ADDR v6 = address.toIPv6Address();
        for (int i = 0; i < 16; i += 2)
            parts.push_back(Term::integer((v6[i] << 8) | v6[i + 1]));
    }
    return Term::tuple(std::span<const Term>(parts));
}

std::optional<QString> hostText(const Term &term)
{
    if (term.isAtom())
        return term.atomText();
    if (term.isTuple(4)) {
        quint32 address = 0;
        for (const Term &part : term.elements()) {
            const auto byte = part.toUnsigned();
            if (!byte || *byte > 255)
                return {};
            address = (address << 8) | quint32(*byte);
        }
        return QHostAddress(address).toString();
    }
    return term.toText();
}

std::optional<dist::Destination> destinationOf(const PracticeNode &node, const Term &term)
{
    if (const auto pid = term.toPid())
        return *pid;
    if (const auto alias = term.toReference())
        return *alias;
    if (term.isAtom())
        return dist::ProcessName{node.name(), term.atomText()};
    const auto peer = nodeName(term.at(1));
    if (term.isTuple(2) && term.at(0).isAtom() && peer)
        return dist::ProcessName{*peer, term.at(0).atomText()};
    return {};
}

} // namespace nodescope::lab
