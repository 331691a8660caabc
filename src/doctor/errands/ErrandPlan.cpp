#include "doctor/errands/ErrandPlan.h"

#include "term/Decoder.h"
#include "term/Encoder.h"
#include "term/Parser.h"
#include "term/PidSubstitution.h"
#include "term/Printer.h"

namespace nodescope::doctor {

using namespace cluster;
using term::Term;
using Purpose = PlannedStep::Purpose;

namespace {

QString quoted(const QString &atom)
{
    return term::toErlang(Term::atom(atom));
}

/// `m:f(a, b)`, from the proper list of arguments.
QString callText(const QString &module, const QString &function, const Term &arguments)
{
    QStringList words;
    for (const Term &argument : arguments.elements())
        words.append(shownTerm(argument));
    return quoted(module) + u':' + quoted(function) + u'(' + words.join(QStringLiteral(", ")) + u')';
}

qint64 milliseconds(base::Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

/// What is asked to learn whether the process was there; empty for an alias, which tells nobody.
QString checkText(const Errand &errand, const Term &target)
{
    if (target.isReference())
        return {};
    const bool name = target.isTuple();
    const QString function = QLatin1String(name ? "whereis" : "is_process_alive");
    const QString argument = name ? quoted(errand.process) : shownTerm(target);
    if (errand.via.isNull())
        return QStringLiteral("erlang:%1(%2)").arg(function, argument);
    return QStringLiteral("rpc:call(%1, erlang, %2, [%3], 2000)")
        .arg(quoted(errand.node.text()), function, argument);
}

/// The thing itself, as it is written where it runs.
QString actText(const Errand &errand, const Term &target)
{
    const Term term = termOf(errand);
    const QString to = target.isValid() ? shownTerm(target) : QString();
    const QString what = shownTerm(term);
    switch (errand.kind) {
    case ErrandKind::Send:
        return QStringLiteral("erlang:send(%1, %2)").arg(to, what);
    case ErrandKind::GenCall:
        return QStringLiteral("gen_server:call(%1, %2, %3)")
            .arg(to, what, QString::number(milliseconds(errand.wait)));
    case ErrandKind::GenCast:
        return QStringLiteral("gen_server:cast(%1, %2)").arg(to, what);
    case ErrandKind::Exit:
        return QStringLiteral("exit(%1, %2)").arg(target.isTuple() ? QStringLiteral("Pid") : to, what);
    case ErrandKind::Monitor:
        return QStringLiteral("erlang:monitor(process, %1)").arg(to);
    case ErrandKind::Call:
        break;
    }
    if (errand.via.isNull())
        return callText(errand.module, errand.function, term);
    return QStringLiteral("erpc:call(%1, %2, %3, %4, %5)")
        .arg(quoted(errand.node.text()), quoted(errand.module), quoted(errand.function), what,
             QString::number(milliseconds(errand.wait)));
}

} // namespace

QList<PlannedStep> planOf(const Errand &errand)
{
    const Term target = targetOf(errand).value_or(Term());
    QList<PlannedStep> plan;
    if (needsRelay(errand))
        plan.append({Purpose::Prepare, errand.via, QStringLiteral("spawn(erl_eval, exprs, [Relay, Self])")});
    if (errand.kind == ErrandKind::Exit && target.isTuple())
        plan.append({Purpose::Prepare, errand.via.isNull() ? errand.node : errand.via,
                     QStringLiteral("Pid = ") + checkText(errand, target)});
    const bool there = errand.kind == ErrandKind::Call && errand.via.isNull();
    plan.append({Purpose::Act, there ? errand.node : errand.via, actText(errand, target)});
    const bool message = errand.kind == ErrandKind::Send || errand.kind == ErrandKind::GenCast;
    if (message && !checkText(errand, target).isEmpty())
        plan.append(
            {Purpose::Check, errand.via.isNull() ? errand.node : errand.via, checkText(errand, target)});
    if (message && errand.wait > base::Duration::zero())
        plan.append({Purpose::Await, errand.via, QStringLiteral("self()")});
    return plan;
}

term::Pid selfPlace()
{
    return {QString::fromUtf16(SelfPlaceNode), 0, 0, 0};
}

Term termOf(const Errand &errand)
{
    if (errand.kind == ErrandKind::Monitor)
        return Term::nil();
    const auto decoded = term::decode(errand.externalTerm);
    return decoded.ok() ? decoded->term : Term();
}

base::NodeName nodeOfIdentifier(const QString &process)
{
    const auto parsed = term::parse(process);
    const auto pid = parsed.ok() ? parsed->toPid() : std::nullopt;
    const auto alias = parsed.ok() ? parsed->toReference() : std::nullopt;
    const QString node = pid ? pid->node : alias ? alias->node() : QString();
    return base::NodeName::parse(node).value_or(base::NodeName());
}

std::optional<Term> targetOf(const Errand &errand)
{
    if (errand.process.startsWith(u'#')) {
        // Whoever may act on a node may not, by a pid, act on another.
        const auto parsed = term::parse(errand.process);
        const bool there =
            parsed.ok() && !errand.node.isNull() && nodeOfIdentifier(errand.process) == errand.node;
        return there ? std::optional(*parsed) : std::nullopt;
    }
    const Term name = Term::atom(errand.process);
    if (errand.process.isEmpty() || errand.node.isNull() || !name.isValid())
        return std::nullopt;
    return Term::tuple({name, Term::atom(errand.node.text())});
}

bool needsRelay(const Errand &errand)
{
    if (errand.via.isNull())
        return false;
    if (errand.kind != ErrandKind::Call && errand.kind != ErrandKind::GenCall)
        return true;
    const Term term = termOf(errand);
    return term::withPidReplaced(term, selfPlace(), {}) != term;
}

Errand askForNames(const base::NodeName &node, quint64 id)
{
    Errand errand;
    errand.id = id;
    errand.kind = ErrandKind::Call;
    errand.node = node;
    errand.module = QStringLiteral("erlang");
    errand.function = QStringLiteral("registered");
    errand.externalTerm = term::encode(Term::nil());
    return errand;
}

bool isObserving(const Errand &errand)
{
    return errand.kind == ErrandKind::Call && errand.via.isNull() &&
           errand.module == QStringLiteral("erlang") && errand.function == QStringLiteral("registered") &&
           termOf(errand).isNil();
}

QString shownTerm(const Term &term, qsizetype maxCharacters)
{
    static const QString place = term::toErlang(Term::pid(selfPlace()));
    return term::toErlang(term, maxCharacters).replace(place, QStringLiteral("self()"));
}

} // namespace nodescope::doctor
