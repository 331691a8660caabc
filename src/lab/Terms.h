#pragma once

#include <optional>

#include <QDateTime>
#include <QHostAddress>
#include <QList>

#include "base/NodeName.h"
#include "dist/Destination.h"
#include "term/Term.h"

/// Short ways to the terms that practice nodes speak in.
namespace nodescope::lab {

class PracticeNode;

/// An atom from a literal.
template<std::size_t Size>
[[nodiscard]] term::Term atom(const char (&text)[Size])
{
    return term::Term::atom(QLatin1String(text, qsizetype(Size - 1)));
}
[[nodiscard]] inline term::Term atom(const QString &text)
{
    return term::Term::atom(QStringView(text));
}
[[nodiscard]] inline term::Term atom(const base::NodeName &name)
{
    return term::Term::atom(QStringView(name.text()));
}
template<std::size_t Size>
[[nodiscard]] bool isAtom(const term::Term &term, const char (&text)[Size])
{
    return term.isAtom(QLatin1String(text, qsizetype(Size - 1)));
}

/// `{ok, Value}`.
[[nodiscard]] term::Term okTuple(const term::Term &value);
/// `{error, Reason}`.
[[nodiscard]] term::Term errorTuple(const term::Term &reason);
[[nodiscard]] term::Term listOf(const QList<term::Term> &elements);
[[nodiscard]] term::Term atoms(const QList<base::NodeName> &names);
/// The node that an atom names.
[[nodiscard]] std::optional<base::NodeName> nodeName(const term::Term &term);
/// A pid, an alias, a name on this node, or `{Name, Node}`.
[[nodiscard]] std::optional<dist::Destination> destinationOf(const PracticeNode &node,
                                                             const term::Term &term);
/// `{{Year, Month, Day}, {Hour, Minute, Second}}`, in the zone of `time`.
[[nodiscard]] term::Term dateTimeTerm(const QDateTime &time);
/// An address as OTP writes it: a tuple of four or eight integers.
[[nodiscard]] term::Term addressTerm(const QHostAddress &address);
/// A host as OTP's functions take it: an atom, a charlist, a binary, or an address tuple.
[[nodiscard]] std::optional<QString> hostText(const term::Term &term);

} // namespace nodescope::lab
