#include "doctor/pairs/PairRules.h"

namespace nodescope::doctor {

using namespace cluster;
using Epmd = PeerView::Epmd;
using OwnEpmd = NodeSettings::OwnEpmd;

namespace {

void addResolution(const PairEvidence &evidence, QList<Obstacle> &into)
{
    const PeerView &view = *evidence.ofA.view;
    if (view.resolves != false)
        return;
    const QString answer = view.resolution;
    if (view.resolvesElse == true) {
        const auto mine = evidence.ofA.usesIpv6();
        const auto theirs = evidence.ofB.usesIpv6();
        const bool sure = mine && theirs && *mine != *theirs;
        into.append({{Cause::IpVersionMixed,
                      sure ? Certainty::Certain : Certainty::AlmostCertain,
                      Rung::HostResolves,
                      answer,
                      answer,
                      {}},
                     {QStringLiteral("proto_dist"), QStringLiteral("resolves")}});
        return;
    }
    into.append({{Cause::HostUnresolvable, Certainty::Certain, Rung::HostResolves, answer, answer, {}},
                 {QStringLiteral("resolves")}});
}

bool epmdPortsDiffer(const PairEvidence &evidence)
{
    return evidence.ofA.epmdPort && evidence.ofB.epmdPort && *evidence.ofA.epmdPort != *evidence.ofB.epmdPort;
}

QStringList epmdSettings(const PairEvidence &evidence)
{
    QStringList settings{QStringLiteral("epmd_answer")};
    if (epmdPortsDiffer(evidence))
        settings.prepend(QStringLiteral("epmd_port"));
    return settings;
}

// A router without a way, or a filter that says so.
bool isWithoutRoute(const QString &answer)
{
    return answer == QLatin1String("ehostunreach") || answer == QLatin1String("enetunreach");
}

// Why A does not reach EPMD of B's host. Only a refusal says that the host is there, and that nobody listens;
// a filter that drops and a host that is away are both silent, and one that rejects speaks as a router does.
Verdict epmdOutOfReach(const QString &answer)
{
    Verdict verdict{Cause::EpmdUnreachable, Certainty::Certain, Rung::EpmdReachable, answer, answer, {}};
    if (answer == QLatin1String("econnrefused"))
        return verdict;
    verdict.certainty = Certainty::CannotDistinguish;
    verdict.candidates = {Cause::EpmdUnreachable, Cause::AddressUnreachable};
    if (isWithoutRoute(answer)) {
        verdict.cause = Cause::AddressUnreachable;
        verdict.candidates = {Cause::AddressUnreachable, Cause::EpmdUnreachable};
    }
    return verdict;
}

/// B is alive and told how it is set, and EPMD does not know it.
std::optional<Obstacle> whyUnlisted(const PairEvidence &evidence)
{
    const NodeSettings &b = evidence.ofB;
    if (!evidence.knowsB() || epmdPortsDiffer(evidence))
        return std::nullopt;
    const QString answer = evidence.ofA.view->epmdAnswer;
    const bool ownMapper = !b.epmdModule.isEmpty() && b.epmdModule != QLatin1String("erl_epmd");
    if (b.fixedPort || ownMapper)
        return Obstacle{
            {Cause::StrayEpmd, Certainty::AlmostCertain, Rung::NameRegistered, answer, answer, {}},
            {b.fixedPort ? QStringLiteral("erl_epmd_port") : QStringLiteral("epmd_module"),
             QStringLiteral("epmd_answer")}};
    if (b.ownEpmd == OwnEpmd::NotListed && b.listens == true)
        return Obstacle{
            {Cause::EpmdForgotNode, Certainty::AlmostCertain, Rung::NameRegistered, answer, answer, {}},
            {QStringLiteral("own_epmd"), QStringLiteral("epmd_answer")}};
    return std::nullopt;
}

void addEpmd(const PairEvidence &evidence, QList<Obstacle> &into)
{
    const PeerView &view = *evidence.ofA.view;
    const QString answer = view.epmdAnswer;
    if (view.epmd == Epmd::Unreachable)
        into.append({epmdOutOfReach(answer), epmdSettings(evidence)});
    // What does not listen is not listed: said by the cause itself.
    if (view.epmd != Epmd::NotRegistered || evidence.ofB.listens == false)
        return;
    if (const auto why = whyUnlisted(evidence)) {
        into.append(*why);
        return;
    }
    if (!evidence.knowsB()) {
        into.append({notRegisteredAt(answer, answer), epmdSettings(evidence)});
        return;
    }
    // Where B told how it is set, it runs and listens. At another EPMD: then that is where.
    const QString detail = epmdPortsDiffer(evidence) ? QString::number(*evidence.ofB.epmdPort) : answer;
    into.append({{Cause::NotRegistered, Certainty::Certain, Rung::NameRegistered, answer, detail, {}},
                 epmdSettings(evidence)});
}

void addPort(const PairEvidence &evidence, QList<Obstacle> &into)
{
    const PeerView &view = *evidence.ofA.view;
    if (view.portOpens != false)
        return;
    const QString answer = view.portAnswer;
    const QStringList settings{QStringLiteral("port_opens")};
    // Where EPMD answered, the host can be reached: then it is a filter that says there is no way.
    if (isWithoutRoute(answer) && view.epmd == Epmd::Bypassed) {
        into.append({{Cause::AddressUnreachable,
                      Certainty::CannotDistinguish,
                      Rung::PortReachable,
                      answer,
                      answer,
                      {Cause::AddressUnreachable, Cause::DistPortBlocked}},
                     settings});
        return;
    }
    if (answer != QLatin1String("econnrefused")) {
        into.append(
            {{Cause::DistPortBlocked, Certainty::AlmostCertain, Rung::PortReachable, answer, answer, {}},
             settings});
        return;
    }
    // A filter that rejects looks like a port that nobody holds, or that is held at another address.
    const Cause other = evidence.knowsB() ? Cause::AddressUnreachable : Cause::StalePort;
    QList<Cause> candidates{Cause::DistPortBlocked, other};
    const auto mine = evidence.ofA.usesIpv6();
    const auto theirs = evidence.ofB.usesIpv6();
    if (mine && theirs && *mine != *theirs)
        candidates.prepend(Cause::IpVersionMixed);
    into.append(
        {{candidates.front(), Certainty::CannotDistinguish, Rung::PortReachable, answer, answer, candidates},
         settings});
}

} // namespace

QList<Obstacle> obstaclesOnTheWay(const PairEvidence &evidence)
{
    QList<Obstacle> found;
    // What A sees of B is what stops A.
    const auto addMet = [&](void (*add)(const PairEvidence &, QList<Obstacle> &)) {
        const qsizetype before = found.size();
        if (evidence.ofA.view)
            add(evidence, found);
        for (qsizetype i = before; i < found.size(); ++i)
            found[i].metByA = true;
    };
    addMet(addResolution);
    addMet(addEpmd);
    if (evidence.ofB.listens == false) {
        const QString fact = QStringLiteral("-dist_listen false");
        found.append({{Cause::DoesNotListen, Certainty::Certain, Rung::NameRegistered, fact, fact, {}},
                      {QStringLiteral("dist_listen")}});
    }
    addMet(addPort);
    return found;
}

} // namespace nodescope::doctor
