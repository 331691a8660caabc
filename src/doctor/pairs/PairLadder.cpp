#include "doctor/pairs/PairLadder.h"

#include <array>

#include "doctor/DialVerdict.h"
#include "doctor/pairs/PairRules.h"

namespace nodescope::doctor {

using namespace cluster;
using Epmd = PeerView::Epmd;

namespace {

constexpr std::array Ladder{
    Rung::NameWellFormed, Rung::NameMode,      Rung::HostResolves,        Rung::EpmdReachable,
    Rung::NameRegistered, Rung::PortReachable, Rung::TransportAsExpected, Rung::Status,
    Rung::NameAndFlags,   Rung::Challenge,     Rung::OurDigest,           Rung::TheirDigest,
    Rung::LinkUp};

RungState passedIf(bool passed)
{
    return passed ? RungState::Passed : RungState::Uncertain;
}

/// Our own attempt on B, which A's way may resemble.
std::optional<Diagnosis> ours(const PairEvidence &evidence)
{
    if (evidence.ourAttempt)
        return diagnose(*evidence.ourAttempt);
    if (evidence.probe)
        return diagnose(*evidence.probe);
    return std::nullopt;
}

RungResult fromView(const PeerView &view, Rung rung)
{
    switch (rung) {
    case Rung::HostResolves:
        return {rung, passedIf(view.resolves == true), {}, view.resolution};
    case Rung::EpmdReachable:
        if (view.epmd == Epmd::Bypassed)
            return {rung, RungState::Skipped, {}, {}};
        return {rung,
                passedIf(view.epmd == Epmd::Found || view.epmd == Epmd::NotRegistered),
                {},
                view.epmd == Epmd::Unreachable ? view.epmdAnswer : QString()};
    case Rung::NameRegistered:
        if (view.epmd == Epmd::Bypassed)
            return {rung, RungState::Skipped, {}, view.epmdAnswer};
        return {rung, passedIf(view.epmd == Epmd::Found), {}, view.epmdAnswer};
    default:
        return {rung, passedIf(view.portOpens == true), {}, view.portAnswer};
    }
}

/// What the two settings tell of a rung.
RungResult fromSettings(const PairEvidence &evidence, Rung rung)
{
    const NodeSettings &a = evidence.ofA;
    const NodeSettings &b = evidence.ofB;
    switch (rung) {
    case Rung::NameWellFormed:
        return {rung, RungState::Passed, {}, evidence.b.text()};
    case Rung::NameMode:
        return {rung, passedIf(a.nameMode != NodeSettings::NameMode::Unknown), {}, identifierOf(a.nameMode)};
    case Rung::TransportAsExpected:
        return {rung,
                passedIf(a.usesTls() && a.usesTls() == b.usesTls()),
                {},
                b.protocols.value_or(QStringList()).join(u' ')};
    case Rung::Status:
        return {rung, passedIf(b.allowed && allowsCaller(*b.allowed, evidence.a)), {}, {}};
    case Rung::NameAndFlags:
        return {rung, passedIf(a.flags && b.flags), {}, {}};
    case Rung::OurDigest:
    case Rung::TheirDigest:
        return {rung, passedIf(evidence.cookiesEqual() == true), {}, {}};
    default:
        return {rung, RungState::Uncertain, {}, {}};
    }
}

RungResult known(const PairEvidence &evidence, const std::optional<Diagnosis> &seen, Rung rung)
{
    const bool ofTheWay = rung >= Rung::HostResolves && rung <= Rung::PortReachable;
    RungResult result =
        ofTheWay ? RungResult{rung, RungState::Uncertain, {}, {}} : fromSettings(evidence, rung);
    if (ofTheWay && evidence.ofA.view)
        result = fromView(*evidence.ofA.view, rung);
    if (result.state != RungState::Uncertain || !seen)
        return result;
    for (const RungResult &other : seen->rungs) {
        if (other.rung == rung && other.state == RungState::Passed)
            return other;
    }
    return result;
}

} // namespace

QList<RungResult> pairLadder(const PairEvidence &evidence, const Verdict &verdict)
{
    QList<RungResult> rungs;
    if (verdict.cause == Cause::None) {
        for (const Rung rung : Ladder)
            rungs.append(RungResult{rung, RungState::Passed, {}, {}});
        return rungs;
    }
    const std::optional<Diagnosis> seen = ours(evidence);
    const bool hasBroken = !verdict.evidence.isEmpty();
    bool broken = false;
    for (const Rung rung : Ladder) {
        if (broken) {
            rungs.append(RungResult{rung, RungState::NotReached, {}, {}});
        } else if (rung == verdict.rung && hasBroken) {
            rungs.append(RungResult{rung, RungState::Failed, {}, verdict.evidence});
            broken = true;
        } else {
            rungs.append(known(evidence, seen, rung));
        }
    }
    return rungs;
}

QList<WireExcerpt> pairExcerpts(const PairEvidence &evidence)
{
    const std::optional<Diagnosis> seen = ours(evidence);
    return seen ? seen->excerpts : QList<WireExcerpt>();
}

} // namespace nodescope::doctor
