#include "doctor/post/VisitOf.h"

#include <array>

#include "doctor/DialRungs.h"
#include "doctor/ladder/PeerFactsOf.h"
#include "doctor/post/VisitRules.h"

namespace nodescope::doctor {

using namespace cluster;
using namespace protocol;
using base::NodeName;
namespace failure = handshake_failure;

namespace {

// What a caller climbs before our eyes; the rungs before them it has passed, or it would not be here.
constexpr std::array VisitRungs{Rung::NameMode, Rung::PortReachable, Rung::TransportAsExpected,
                                Rung::Status,   Rung::NameAndFlags,  Rung::Challenge,
                                Rung::OurDigest};

QString addressOf(const dist::AcceptReport &report)
{
    return QStringLiteral("%1:%2")
        .arg(report.endpoints.peerAddress.toString())
        .arg(report.endpoints.peerPort);
}

template<class Message>
const Message *saidByUs(const dist::AcceptReport &report)
{
    for (const HandshakeMessage &message : report.messages) {
        if (message.direction == HandshakeMessage::Direction::Sent) {
            if (const auto *body = std::get_if<Message>(&message.body))
                return body;
        }
    }
    return nullptr;
}

void takeName(Visit &visit, const NameMessage &name, const ComplementMessage *complement)
{
    // In version 5 the upper half comes later.
    const Flags flags(name.flags.bits() | (complement ? quint64(complement->flagsHigh) << 32 : 0));
    visit.version = int(name.version);
    visit.flags = flags.bits();
    visit.hidden = !flags.contains(Flag::Published);
    visit.release = likelyReleases(flags, name.version);
    const bool halfKnown = name.version == HandshakeVersion::V5 && !complement;
    const Flags demanded = halfKnown ? Flags(masks::Mandatory26.low()) : masks::Mandatory26;
    visit.missingFlags = flagNames(demanded.without(expanded(flags)));
    if (const auto caller = NodeName::parse(name.name))
        visit.caller = *caller;
    else
        visit.callerHost = name.name;
}

Visit begun(const dist::AcceptReport &report, const NodeName &post)
{
    Visit visit;
    visit.id = report.id;
    visit.address = addressOf(report);
    if (const auto *name = saidBy<NameMessage>(report))
        takeName(visit, *name, saidBy<ComplementMessage>(report));
    if (!report.messages.empty())
        visit.kind = VisitorKind::Node;
    visit.diagnosis.from = visit.caller;
    visit.diagnosis.to = post;
    visit.diagnosis.time = report.wall;
    for (const HandshakeMessage &message : report.messages)
        visit.diagnosis.excerpts.append(excerptOf(message, report.began));
    return visit;
}

QString evidenceOn(Rung rung, const dist::AcceptReport &report, const Visit &visit)
{
    const auto *status = saidByUs<StatusMessage>(report);
    switch (rung) {
    case Rung::NameMode:
        return visit.caller.isNull()   ? QString()
               : visit.caller.isLong() ? QStringLiteral("longnames")
                                       : QStringLiteral("shortnames");
    case Rung::PortReachable:
        return visit.address;
    case Rung::TransportAsExpected:
        return report.tls ? report.tls->version + u' ' + report.tls->cipher : QStringLiteral("plain");
    case Rung::Status:
        return status ? QString::fromLatin1(statusWord(status->status)) + status->dynamicName : QString();
    case Rung::NameAndFlags:
        return QStringLiteral("%1, flags 0x%2")
            .arg(visit.caller.isNull() ? visit.callerHost : visit.caller.text())
            .arg(visit.flags, 0, 16);
    case Rung::Challenge:
        return QStringLiteral("version %1").arg(visit.version);
    default:
        return {};
    }
}

bool isPassed(Rung rung, const dist::AcceptReport &report)
{
    switch (rung) {
    case Rung::PortReachable:
        return true;
    case Rung::TransportAsExpected:
        return saidBy<NameMessage>(report);
    case Rung::Status:
    case Rung::NameAndFlags:
        return saidByUs<ChallengeMessage>(report);
    case Rung::Challenge:
        return saidBy<ReplyMessage>(report);
    default:
        return false;
    }
}

// A real node refuses by itself to dial a name of the other mode, so a caller of the other mode is odd and no
// more: it was told another name than ours, or is no node of OTP's.
RungResult nameMode(const Visit &visit, const NodeName &post)
{
    if (visit.caller.isNull())
        return {Rung::NameMode, RungState::Skipped, {}, {}};
    const bool same = visit.caller.isLong() == post.isLong();
    return {Rung::NameMode, same ? RungState::Passed : RungState::Uncertain, {}, {}};
}

QList<RungResult> rungsOf(const dist::AcceptReport &report, const Visit &visit, const Verdict &verdict)
{
    QList<RungResult> rungs;
    bool reached = true;
    for (const Rung rung : VisitRungs) {
        RungResult result = rung == Rung::NameMode ? nameMode(visit, visit.diagnosis.to)
                                                   : RungResult{rung, RungState::NotReached, {}, {}};
        if (reached && verdict.cause != Cause::None && rung == verdict.rung) {
            result.state = RungState::Failed;
            result.evidence = verdict.evidence;
            reached = false;
        } else if (reached &&
                   (isPassed(rung, report) || (rung == verdict.rung && verdict.cause == Cause::None))) {
            result.state = RungState::Passed;
        }
        if (result.evidence.isEmpty() && result.state != RungState::NotReached)
            result.evidence = evidenceOn(rung, report, visit);
        rungs.append(result);
    }
    return rungs;
}

// What the digest says, against all that the person saved.
void compareCookies(Visit &visit, Verdict &verdict, const DigestProof &proof,
                    const std::vector<SavedCookie> &cookies)
{
    visit.cookiesCompared = distinctCookies(cookies);
    if (const auto label = labelOf(proof, cookies)) {
        visit.cookie = VisitCookie::Known;
        visit.cookieLabel = *label;
        verdict.evidence = *label;
        return;
    }
    visit.cookie = VisitCookie::NoneOfOurs;
    const bool none = visit.cookiesCompared == 0;
    verdict.cause = none ? Cause::NoCookie : Cause::CookieMismatch;
    verdict.evidence = none ? QStringLiteral("no cookie to compare with")
                            : QStringLiteral("none of %1").arg(visit.cookiesCompared);
}

} // namespace

Visit visitSoFar(const dist::AcceptReport &report, const NodeName &post)
{
    Visit visit = begun(report, post);
    const Verdict none{Cause::None, Certainty::Certain, Rung::LinkUp, {}, {}, {}};
    visit.diagnosis.rungs = rungsOf(report, visit, none);
    return visit;
}

Visit visitOf(const dist::AcceptReport &report, const NodeName &post, const std::vector<SavedCookie> &cookies)
{
    Visit visit = begun(report, post);
    visit.running = false;
    visit.kind = kindOf(report);
    Verdict verdict = verdictOf(report);
    if (const auto *wrong = report.error.as<failure::WrongDigest>())
        compareCookies(visit, verdict, wrong->proof, cookies);
    visit.diagnosis.rungs = rungsOf(report, visit, verdict);
    visit.diagnosis.cause = verdict.cause;
    visit.diagnosis.certainty = verdict.certainty;
    visit.diagnosis.candidates = verdict.candidates;
    visit.diagnosis.detail = verdict.detail;
    visit.diagnosis.elapsed = report.elapsed;
    return visit;
}

} // namespace nodescope::doctor
