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

/// Writes code in one syntax.
class Writer
{
public:
    explicit Writer(term::Syntax syntax)
        : m_syntax(syntax)
    {
    }

    [[nodiscard]] QString term(const Term &term) const { return shownTerm(term, 300, m_syntax); }
    [[nodiscard]] QString atom(const QString &name) const { return term(Term::atom(name)); }
    [[nodiscard]] QString variable(const QString &name) const
    {
        return m_syntax == term::Syntax::Erlang ? name : name.toLower();
    }

    /// `m:f(a, b)` or `:m.f(a, b)`.
    [[nodiscard]] QString call(const QString &module, const QString &function,
                               const QStringList &arguments) const
    {
        // As a function is captured, without `fun ` or `&`, and without the arity.
        QString text = term(Term::exportedFunction({module, function, 0}));
        text = text.left(text.lastIndexOf(u'/'));
        text.remove(0, m_syntax == term::Syntax::Erlang ? 4 : 1);
        return text + u'(' + arguments.join(QStringLiteral(", ")) + u')';
    }

    /// A function that needs no module in Erlang.
    [[nodiscard]] QString builtIn(const QString &function, const QStringList &arguments) const
    {
        if (m_syntax == term::Syntax::Erlang)
            return function + u'(' + arguments.join(QStringLiteral(", ")) + u')';
        return call(QStringLiteral("erlang"), function, arguments);
    }

private:
    term::Syntax m_syntax;
};

QString milliseconds(base::Duration duration)
{
    return QString::number(std::chrono::duration_cast<std::chrono::milliseconds>(duration).count());
}

/// What is asked to learn whether the process was there; empty for an alias, which tells nobody.
QString checkText(const Errand &errand, const Term &target, const Writer &writer)
{
    if (target.isReference())
        return {};
    const bool name = target.isTuple();
    const QString function = QLatin1String(name ? "whereis" : "is_process_alive");
    const QString argument = name ? writer.atom(errand.process) : writer.term(target);
    const QString erlang = QStringLiteral("erlang");
    if (errand.via.isNull())
        return writer.call(erlang, function, {argument});
    return writer.call(QStringLiteral("rpc"), QStringLiteral("call"),
                       {writer.atom(errand.node.text()), writer.atom(erlang), writer.atom(function),
                        u'[' + argument + u']', QStringLiteral("2000")});
}

QString callText(const Errand &errand, const Term &arguments, const Writer &writer)
{
    if (!errand.via.isNull())
        return writer.call(QStringLiteral("erpc"), QStringLiteral("call"),
                           {writer.atom(errand.node.text()), writer.atom(errand.module),
                            writer.atom(errand.function), writer.term(arguments), milliseconds(errand.wait)});
    QStringList words;
    for (const Term &argument : arguments.elements())
        words.append(writer.term(argument));
    return writer.call(errand.module, errand.function, words);
}

/// The thing itself, as it is written where it runs.
QString actText(const Errand &errand, const Term &target, const Writer &writer)
{
    const Term term = termOf(errand);
    const QString to = target.isValid() ? writer.term(target) : QString();
    const QString what = writer.term(term);
    const QString server = QStringLiteral("gen_server");
    switch (errand.kind) {
    case ErrandKind::Send:
        return writer.call(QStringLiteral("erlang"), QStringLiteral("send"), {to, what});
    case ErrandKind::GenCall:
        return writer.call(server, QStringLiteral("call"), {to, what, milliseconds(errand.wait)});
    case ErrandKind::GenCast:
        return writer.call(server, QStringLiteral("cast"), {to, what});
    case ErrandKind::Exit:
        return writer.builtIn(QStringLiteral("exit"),
                              {target.isTuple() ? writer.variable(QStringLiteral("Pid")) : to, what});
    case ErrandKind::Monitor:
        return writer.call(QStringLiteral("erlang"), QStringLiteral("monitor"),
                           {writer.atom(QStringLiteral("process")), to});
    case ErrandKind::Call:
        break;
    }
    return callText(errand, term, writer);
}

/// How the process is started that does it on another node.
QString relayText(const Writer &writer)
{
    const QStringList variables{writer.variable(QStringLiteral("Relay")),
                                writer.variable(QStringLiteral("Self"))};
    return writer.builtIn(QStringLiteral("spawn"),
                          {writer.atom(QStringLiteral("erl_eval")), writer.atom(QStringLiteral("exprs")),
                           u'[' + variables.join(QStringLiteral(", ")) + u']'});
}

} // namespace

QList<PlannedStep> planOf(const Errand &errand, term::Syntax syntax)
{
    const Writer writer(syntax);
    const Term target = targetOf(errand).value_or(Term());
    const base::NodeName asked = errand.via.isNull() ? errand.node : errand.via;
    QList<PlannedStep> plan;
    if (needsRelay(errand))
        plan.append({Purpose::Prepare, errand.via, relayText(writer)});
    const QString check = checkText(errand, target, writer);
    if (errand.kind == ErrandKind::Exit && target.isTuple())
        plan.append({Purpose::Prepare, asked,
                     writer.variable(QStringLiteral("Pid")) + QStringLiteral(" = ") + check});
    const bool there = errand.kind == ErrandKind::Call && errand.via.isNull();
    plan.append({Purpose::Act, there ? errand.node : errand.via, actText(errand, target, writer)});
    const bool message = errand.kind == ErrandKind::Send || errand.kind == ErrandKind::GenCast;
    if (message && !check.isEmpty())
        plan.append({Purpose::Check, asked, check});
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

QString shownTerm(const Term &term, qsizetype maxCharacters, term::Syntax syntax)
{
    const auto print = syntax == term::Syntax::Erlang ? term::toErlang : term::toElixir;
    return print(term, maxCharacters).replace(print(Term::pid(selfPlace()), 0), QStringLiteral("self()"));
}

} // namespace nodescope::doctor
