#pragma once

#include <optional>

#include <QList>
#include <QString>

#include "cluster/Errand.h"
#include "term/Printer.h"
#include "term/Term.h"

/// What an errand will have run, and where: said before it is done, and done as it was said.
namespace nodescope::doctor {

/// One thing that will run or be asked.
struct PlannedStep
{
    enum class Purpose : quint8 {
        Prepare, ///< what is needed first
        Act,     ///< the thing itself
        Check,   ///< whether it arrived
        Await    ///< answers come to this process
    };
    Purpose purpose = Purpose::Act;
    base::NodeName where; ///< null: here
    QString code;         ///< in the syntax that was asked for, cut; of Await `self()`

    friend bool operator==(const PlannedStep &, const PlannedStep &) = default;
};

/// In the order in which they happen.
[[nodiscard]] QList<PlannedStep> planOf(const cluster::Errand &errand,
                                        term::Syntax syntax = term::Syntax::Erlang);

/// The pid that stands for our mailbox in a term, until it exists.
[[nodiscard]] term::Pid selfPlace();
/// The errand's term, decoded; invalid where it is none. Of Monitor an empty list.
[[nodiscard]] term::Term termOf(const cluster::Errand &errand);
/// The node of a pid or alias, as it is printed; null if it is neither.
[[nodiscard]] base::NodeName nodeOfIdentifier(const QString &process);
/// Whom it is for, as Erlang's `!` takes it: `{Name, Node}`, a pid or a reference. Empty where that is wrong,
/// or of another node than the errand says.
[[nodiscard]] std::optional<term::Term> targetOf(const cluster::Errand &errand);
/// Whether the process that does it on `via` is one of ours there (resources/probes/relay.erl): messages and
/// monitors need one that goes on living, and so does a term with a place for our mailbox.
[[nodiscard]] bool needsRelay(const cluster::Errand &errand);
/// The question which names are registered on a node: the one errand that is no act (see isObserving).
[[nodiscard]] cluster::Errand askForNames(const base::NodeName &node, quint64 id);
/// Whether an errand is exactly that question.
[[nodiscard]] bool isObserving(const cluster::Errand &errand);
/// The text of a term, cut, with `self()` for the place.
[[nodiscard]] QString shownTerm(const term::Term &term, qsizetype maxCharacters = 300,
                                term::Syntax syntax = term::Syntax::Erlang);

} // namespace nodescope::doctor
