#include "widgets/acting/ActGuard.h"

#include <algorithm>

#include "cluster/ReleaseDefaults.h"
#include "doctor/Quoting.h"
#include "doctor/errands/ErrandPlan.h"

namespace nodescope::widgets {

using namespace cluster;

namespace {
struct Act
{
    QList<ActQuestion::Step> steps; ///< at least one
    QList<base::NodeName> nodes;    ///< all that are concerned
    base::NodeName other;           ///< null: none
    bool disconnects = false;
};

Act connecting(const base::NodeName &from, const base::NodeName &to)
{
    return {{{from, QStringLiteral("net_kernel:connect_node(%1)").arg(doctor::erlangAtom(to.text())), {}}},
            {from, to},
            to,
            false};
}

/// What an errand will have run, as it is planned.
std::optional<Act> actOf(const Errand &errand)
{
    if (doctor::isObserving(errand))
        return std::nullopt;
    Act act;
    for (const doctor::PlannedStep &step : doctor::planOf(errand)) {
        if (step.purpose != doctor::PlannedStep::Purpose::Await)
            act.steps.append({step.where.isNull() ? selfName() : step.where, step.code, {}});
    }
    act.nodes = {errand.node};
    if (!errand.via.isNull())
        act.nodes.append(errand.via);
    return act;
}

std::optional<Act> actOf(const Intent &intent)
{
    if (const auto *pair = std::get_if<ConnectPair>(&intent))
        return connecting(pair->a, pair->b);
    // To try again between two others is to ask the first of them; our own dialling is no act.
    if (const auto *again = std::get_if<TryAgain>(&intent); again && again->from != selfName())
        return connecting(again->from, again->to);
    // To examine why a node does not reach another is to ask, unless it shall try.
    if (const auto *examine = std::get_if<Examine>(&intent);
        examine && examine->attempt && !examine->from.isNull() && examine->from != selfName())
        return connecting(examine->from, examine->to);
    if (const auto *pair = std::get_if<DisconnectPair>(&intent)) {
        const QString code =
            QStringLiteral("erlang:disconnect_node(%1)").arg(doctor::erlangAtom(pair->b.text()));
        return Act{{{pair->a, code, {}}}, {pair->a, pair->b}, pair->b, true};
    }
    if (const auto *run = std::get_if<RunErrand>(&intent))
        return actOf(run->errand);
    // What is said in a handshake in steps may be what no node says.
    if (const auto *step = std::get_if<StepHandshake>(&intent)) {
        using Purpose = ActQuestion::Step::Purpose;
        const ActQuestion::Step one =
            step->incoming ? ActQuestion::Step{step->node, QStringLiteral("net_kernel:connect_node(…)"),
                                               Purpose::StepDialled}
                           : ActQuestion::Step{step->node, {}, Purpose::StepDialling};
        return Act{{one}, {step->node}, {}, false};
    }
    return std::nullopt;
}
} // namespace

ActGuard::ActGuard(const ClusterStore &store)
    : m_store(store)
{
}

bool ActGuard::isAct(const Intent &intent)
{
    return actOf(intent).has_value();
}

std::optional<ActQuestion> ActGuard::questionFor(const Intent &intent) const
{
    const std::optional<Act> act = actOf(intent);
    if (!act)
        return std::nullopt;
    const bool practiceOnly = std::all_of(act->nodes.begin(), act->nodes.end(),
                                          [this](const base::NodeName &node) { return isPractice(node); });
    if (practiceOnly)
        return std::nullopt;
    ActQuestion question;
    question.steps = act->steps;
    question.armed = m_store.cluster().session().actingArmed;
    if (!act->other.isNull())
        question.to = act->other;
    question.mayPartition = act->disconnects && mayPartition(LinkKey(act->steps.first().where, act->other));
    for (const base::NodeName &name : act->nodes) {
        const Node *node = m_store.cluster().node(name);
        if (node && node->preventsPartitions == true)
            question.preventing.append(name);
    }
    return question;
}

bool ActGuard::isPractice(const base::NodeName &node) const
{
    const Node *known = m_store.cluster().node(node);
    return known && known->kind == NodeKind::Practice;
}

bool ActGuard::mayPartition(const LinkKey &key) const
{
    const Link *link = m_store.cluster().link(key);
    const bool meshed = !link || !link->hidden;
    return meshed && (prevents(key.a) || prevents(key.b));
}

bool ActGuard::prevents(const base::NodeName &node) const
{
    if (isPractice(node))
        return false;
    const Node *known = m_store.cluster().node(node);
    if (known && known->preventsPartitions)
        return *known->preventsPartitions;
    bool isNumber = false;
    const int release = known ? known->release.toInt(&isNumber) : 0;
    // A release that we do not know may be a new one.
    return !isNumber || preventsByDefault(release);
}

} // namespace nodescope::widgets
