// Which further tests can tell more.

#include "doctor/ladder/LadderRules.h"

namespace nodescope::doctor {

using namespace cluster;
using dist::DialReport;
namespace end = dist::dial_end;

namespace {

// On this machine nobody stands between.
QList<LadderTest> meshTest(const LadderEvidence &evidence)
{
    return evidence.targetIsLocal ? QList<LadderTest>() : QList{LadderTest::UnusedPorts};
}

} // namespace

QList<LadderTest> testsFor(const LadderEvidence &evidence)
{
    const Verdict verdict = firstVerdict(evidence);
    const DialReport *report = failedOne(evidence);
    switch (verdict.cause) {
    case Cause::NotRegistered:
    case Cause::OtherNameAnswers:
        return {LadderTest::EpmdNames};
    case Cause::StalePort:
        return evidence.targetIsLocal ? QList{LadderTest::EpmdAgain, LadderTest::Elsewhere}
                                      : QList{LadderTest::EpmdAgain};
    case Cause::EpmdDefect:
        return meshTest(evidence);
    case Cause::NotANode:
        return verdict.candidates.contains(Cause::TlsPlainMixed) ? meshTest(evidence) << LadderTest::TlsHello
                                                                 : meshTest(evidence);
    case Cause::HostUnresolvable:
        if (!evidence.target.host().contains(u'.'))
            return {};
        return looksLikeKubernetes(evidence.target.host())
                   ? QList{LadderTest::ShorterHost, LadderTest::ParentHost}
                   : QList{LadderTest::ShorterHost};
    case Cause::PeerSilent:
        return evidence.linkWasThere ? QList{LadderTest::AliveByLink} : QList<LadderTest>();
    case Cause::CookieMismatch:
        return evidence.cookieHasHash && report ? QList{LadderTest::CutCookie} : QList<LadderTest>();
    default:
        return {};
    }
}

} // namespace nodescope::doctor
