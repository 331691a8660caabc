#include "session/processes/ProcessAnswer.h"

#include "term/Printer.h"

namespace nodescope::session {

using namespace cluster;
using term::Term;

namespace {

QString textOf(const Term &term)
{
    return term::toErlang(term, MaxText);
}

/// `{module, function, arity}` as `module:function/arity`.
QString functionText(const Term &term)
{
    if (!term.isTuple(3) || !term.at(0).isAtom() || !term.at(1).isAtom() || !term.at(2).toInteger())
        return term.isAtom(QLatin1String("undefined")) ? QString() : textOf(term);
    return textOf(term.at(0)) + u':' + textOf(term.at(1)) + u'/' + QString::number(*term.at(2).toInteger());
}

/// `{registered_name, Name}`, or `{name, "driver"}` of a port; `[]` without.
QString nameText(const Term &term)
{
    if (!term.isTuple(2))
        return {};
    const Term name = term.at(1);
    if (name.isAtom())
        return name.atomText().left(MaxText);
    return name.isNil() ? QString() : name.toText().value_or(QString()).left(MaxText);
}

qint64 countOf(const Term &term)
{
    return std::max<qint64>(-1, term.toInteger().value_or(-1));
}

/// `{Pid, Name, InitialCall, CurrentFunction, Memory, Queue, Links, Monitors}`.
std::optional<ProcessFacts> factsOf(const Term &row)
{
    if (!row.isTuple(8) || !(row.at(0).isPid() || row.at(0).isPort()))
        return std::nullopt;
    ProcessFacts facts;
    facts.pid = textOf(row.at(0));
    facts.name = nameText(row.at(1));
    facts.initialCall = functionText(row.at(2));
    facts.currentFunction = functionText(row.at(3));
    facts.memory = countOf(row.at(4));
    facts.queue = countOf(row.at(5));
    facts.links = countOf(row.at(6));
    facts.monitors = countOf(row.at(7));
    return facts;
}

base::NodeName nodeOf(const Term &other, const base::NodeName &asked)
{
    QString node;
    if (const auto pid = other.toPid())
        node = pid->node;
    else if (const auto port = other.toPort())
        node = port->node;
    else if (const auto reference = other.toReference())
        node = reference->node();
    else if (other.isTuple(2))
        node = other.at(1).atomText();
    return base::NodeName::parse(node).value_or(asked);
}

std::optional<ProcessTie> tieOf(const Term &tie, const base::NodeName &asked)
{
    if (!tie.isTuple(3))
        return std::nullopt;
    const Term other = tie.at(1);
    ProcessTie made;
    made.kind = tie.at(0).isAtom(QLatin1String("link"))       ? TieKind::Link
                : tie.at(0).isAtom(QLatin1String("monitors")) ? TieKind::Monitors
                                                              : TieKind::MonitoredBy;
    made.node = nodeOf(other, asked);
    // A monitor of a name is `{Name, Node}`.
    made.other = other.isTuple(2) && other.at(0).isAtom() ? textOf(other.at(0)) : textOf(other);
    made.name = nameText(tie.at(2));
    return made;
}

/// An entry of supervision.erl, and whose child it is.
struct Pending
{
    Term entry;
    int parent = -1;
    int depth = 0;
};

/// Deeper trees are cut: a path holds the ids of all above.
constexpr int MaxDepth = 64;

Supervised::State stateOf(const Term &pid)
{
    if (pid.isPid())
        return Supervised::State::Running;
    return pid.isAtom(QLatin1String("restarting")) ? Supervised::State::Restarting
                                                   : Supervised::State::Undefined;
}

/// `{Id, Pid, Type, Modules, Name, LeftOut, Children}`.
std::optional<Supervised> supervisedOf(const Term &entry, const QString &above)
{
    if (!entry.isTuple(7) || !entry.at(6).isList())
        return std::nullopt;
    Supervised made;
    made.id = textOf(entry.at(0));
    if (entry.at(1).isPid())
        made.pid = textOf(entry.at(1));
    made.state = stateOf(entry.at(1));
    made.supervisor = entry.at(2).isAtom(QLatin1String("supervisor"));
    const auto version = above.isEmpty() ? entry.at(3).toText() : std::nullopt;
    made.modules = version ? version->left(MaxText) : textOf(entry.at(3));
    made.name = nameText(entry.at(4));
    made.childrenLeftOut = std::max<qint64>(0, countOf(entry.at(5)));
    // Children of one kind have no ids of their own: then it is the process itself that tells them apart.
    const bool unnamed = !above.isEmpty() && entry.at(0).isAtom(QLatin1String("undefined"));
    made.path = above + u'/' + (unnamed ? made.pid : made.id);
    return made;
}

} // namespace

Term evaluated(const dist::CallResult &result)
{
    const Term *value = result.value();
    return value && value->isTuple(3) && value->at(0).isAtom(QLatin1String("value")) ? value->at(1) : Term();
}

QString refusalOf(const dist::CallResult &result)
{
    return result.value() ? QStringLiteral("unreadable") : QLatin1String(dist::reasonName(result.end));
}

bool readPage(const Term &answer, ProcessPage &page)
{
    if (!answer.isTuple(4) || !answer.at(0).isAtom(QLatin1String("processes")) || !answer.at(3).isList())
        return false;
    page.total = countOf(answer.at(1));
    page.next = answer.at(2).isPid() || answer.at(2).isPort() ? textOf(answer.at(2)) : QString();
    for (const Term &row : answer.at(3).elements()) {
        if (page.processes.size() == MaxPage)
            break;
        if (auto facts = factsOf(row))
            page.processes.append(std::move(*facts));
    }
    return true;
}

bool readDetail(const Term &answer, ProcessDetail &detail)
{
    detail.alive = !answer.isAtom(QLatin1String("gone"));
    if (!detail.alive)
        return true;
    if (!answer.isTuple(7) || !answer.at(0).isAtom(QLatin1String("process")) || !answer.at(6).isList())
        return false;
    const auto facts = factsOf(answer.at(1));
    if (!facts)
        return false;
    detail.facts = *facts;
    detail.status = textOf(answer.at(2));
    detail.reductions = countOf(answer.at(3));
    detail.groupLeader = answer.at(4).isPid() ? textOf(answer.at(4)) : QString();
    detail.tiesLeftOut = std::max<qint64>(0, countOf(answer.at(5)));
    for (const Term &one : answer.at(6).elements()) {
        auto tie = tieOf(one, detail.node);
        if (tie && detail.ties.size() < MaxTies)
            detail.ties.append(std::move(*tie));
        else
            ++detail.tiesLeftOut;
    }
    return true;
}

bool readTree(const Term &answer, SupervisionTree &tree)
{
    if (!answer.isTuple(2) || !answer.at(0).isAtom(QLatin1String("supervision")) || !answer.at(1).isList())
        return false;
    std::vector<Pending> open; // the last one comes next
    const auto push = [&](const Term &list, int parent, int depth) {
        for (qsizetype i = list.size(); i-- > 0;)
            open.push_back({list.at(i), parent, depth});
    };
    push(answer.at(1), -1, 0);
    while (!open.empty()) {
        const Pending next = open.back();
        open.pop_back();
        const QString above = next.parent < 0 ? QString() : tree.entries.at(next.parent).path;
        auto made = supervisedOf(next.entry, above);
        if (!made || tree.entries.size() == MaxSupervised || next.depth == MaxDepth) {
            ++tree.leftOut;
            continue;
        }
        made->parent = next.parent;
        const auto row = static_cast<int>(tree.entries.size());
        tree.entries.append(std::move(*made));
        push(next.entry.at(6), row, next.depth + 1);
    }
    return true;
}

} // namespace nodescope::session
