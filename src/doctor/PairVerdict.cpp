#include "doctor/PairVerdict.h"

#include <array>

#include "doctor/DialVerdict.h"

namespace nodescope::doctor {

using namespace cluster;

namespace {

RungState stateOf(std::optional<bool> passed)
{
    if (!passed)
        return RungState::Uncertain;
    return *passed ? RungState::Passed : RungState::Failed;
}

/// The rungs that A itself told about; those behind them come from our own attempt, if there was one.
QList<RungResult> rungsFromA(const PairEvidence &evidence)
{
    using Epmd = PairEvidence::Epmd;
    std::optional<bool> reachable;
    std::optional<bool> registered;
    if (evidence.epmd != Epmd::Unknown) {
        reachable = evidence.epmd != Epmd::Unreachable;
        if (*reachable)
            registered = evidence.epmd == Epmd::Found;
    }
    QList<RungResult> rungs;
    rungs.append(RungResult{Rung::NameWellFormed, RungState::Passed, {}, {}});
    rungs.append(RungResult{Rung::HostResolves, stateOf(evidence.resolves), {}, evidence.resolution});
    rungs.append(RungResult{Rung::EpmdReachable,
                            stateOf(reachable),
                            {},
                            reachable.value_or(true) ? QString() : evidence.epmdAnswer});
    rungs.append(RungResult{Rung::NameRegistered, stateOf(registered), {}, evidence.epmdAnswer});
    return rungs;
}

struct Finding
{
    Cause cause = Cause::Unknown;
    Certainty certainty = Certainty::Certain;
    Rung rung = Rung::Status;
    QString evidence;
};

/// Whether what stopped our own attempt stops A too: it came before anybody was asked for a name, flags
/// or a cookie. (An allow list that excludes us says nothing of A, which has another name.)
bool stopsEverybody(Cause cause)
{
    switch (cause) {
    case Cause::HostUnresolvable:
    case Cause::EpmdUnreachable:
    case Cause::EpmdDefect:
    case Cause::NotRegistered:
    case Cause::DistPortBlocked:
    case Cause::StalePort:
    case Cause::AddressUnreachable:
    case Cause::NotANode:
    case Cause::TlsPlainMixed:
    case Cause::OtherNameAnswers:
    case Cause::PeerSilent:
        return true;
    default:
        return false;
    }
}

/// All that fits when nothing decides: what we met ourselves first.
QList<Cause> candidatesOf(const PairEvidence &evidence, Cause likeliest)
{
    QList<Cause> candidates;
    if (likeliest != Cause::Unknown)
        candidates.append(likeliest);
    if (evidence.cookiesEqual != true && !candidates.contains(Cause::CookieMismatch))
        candidates.append(Cause::CookieMismatch);
    for (const Cause cause :
         {Cause::NotAllowedByList, Cause::TlsPlainMixed, Cause::DistPortBlocked, Cause::FlagsMissing}) {
        if (!candidates.contains(cause))
            candidates.append(cause);
    }
    return candidates;
}

Finding find(const PairEvidence &evidence, const std::optional<Diagnosis> &ours,
             const std::optional<Diagnosis> &probe)
{
    using Epmd = PairEvidence::Epmd;
    if (evidence.resolves == false)
        return {Cause::HostUnresolvable, Certainty::Certain, Rung::HostResolves, evidence.resolution};
    if (evidence.epmd == Epmd::Unreachable)
        return {Cause::EpmdUnreachable, Certainty::Certain, Rung::EpmdReachable, evidence.epmdAnswer};
    if (evidence.epmd == Epmd::NotRegistered)
        return {Cause::NotRegistered, Certainty::Certain, Rung::NameRegistered, evidence.epmdAnswer};
    if (evidence.cookiesEqual == false)
        return {Cause::CookieMismatch, Certainty::Certain, Rung::OurDigest,
                QStringLiteral("the two digests differ")};
    if (ours && ours->cause == Cause::CookieMismatch && evidence.cookiesEqual != true) {
        const QString refused = QStringLiteral("refused the cookie of %1").arg(evidence.a.text());
        const Certainty certainty =
            evidence.triedCookieOfA == true ? Certainty::AlmostCertain : Certainty::CannotDistinguish;
        return {Cause::CookieMismatch, certainty, Rung::OurDigest, refused};
    }
    // As long as we share A's network.
    const std::optional<Diagnosis> &seen = probe ? probe : ours;
    const auto broken = seen && !seen->ok() ? seen->brokenRung() : std::nullopt;
    if (broken && stopsEverybody(seen->cause))
        return {seen->cause, Certainty::AlmostCertain, broken->rung, broken->evidence};
    if (broken && seen->cause == Cause::NotAllowedByList)
        return {seen->cause, Certainty::CannotDistinguish, broken->rung, broken->evidence};
    return {Cause::Unknown, Certainty::CannotDistinguish, Rung::LinkUp,
            QStringLiteral("connect_node answered false")};
}

} // namespace

Diagnosis diagnose(const PairEvidence &evidence)
{
    std::optional<Diagnosis> ours;
    std::optional<Diagnosis> probe;
    if (evidence.ourAttempt)
        ours = diagnose(*evidence.ourAttempt);
    if (evidence.probe)
        probe = diagnose(*evidence.probe);
    const Finding finding = find(evidence, ours, probe);

    Diagnosis diagnosis;
    diagnosis.from = evidence.a;
    diagnosis.to = evidence.b;
    diagnosis.cause = finding.cause;
    diagnosis.certainty = finding.certainty;
    diagnosis.detail = finding.evidence;
    diagnosis.time = evidence.time;
    diagnosis.elapsed = evidence.elapsed;
    // A evaluated the attempt itself: what it met on the way there it does not say.
    if (finding.certainty == Certainty::CannotDistinguish)
        diagnosis.candidates = candidatesOf(evidence, finding.cause);
    const std::optional<Diagnosis> &seen = ours ? ours : probe;
    diagnosis.rungs = rungsFromA(evidence);
    constexpr std::array Rest{
        Rung::PortReachable, Rung::TransportAsExpected, Rung::Status,      Rung::NameAndFlags,
        Rung::Challenge,     Rung::OurDigest,           Rung::TheirDigest, Rung::LinkUp};
    for (const Rung rung : Rest) {
        RungResult result{rung, RungState::NotReached, {}, {}};
        for (const RungResult &known : seen ? seen->rungs : QList<RungResult>()) {
            if (known.rung == rung)
                result = known;
        }
        diagnosis.rungs.append(result);
    }
    bool broken = false;
    for (RungResult &result : diagnosis.rungs) {
        if (result.rung == finding.rung) {
            result.state = RungState::Failed;
            result.evidence = finding.evidence;
            broken = true;
        } else if (broken) {
            result = RungResult{result.rung, RungState::NotReached, {}, {}};
        } else if (result.state == RungState::NotReached || result.state == RungState::Failed) {
            result.state = RungState::Uncertain;
        }
    }
    if (seen)
        diagnosis.excerpts = seen->excerpts;
    return diagnosis;
}

} // namespace nodescope::doctor
