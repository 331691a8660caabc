#include "doctor/ladder/LadderVerdict.h"

#include "cluster/Node.h"
#include "doctor/DialRungs.h"
#include "doctor/DialVerdict.h"
#include "doctor/ladder/PeerFactsOf.h"
#include "doctor/ladder/UpperRungs.h"

namespace nodescope::doctor {

using namespace cluster;
using dist::DialReport;

namespace {

bool wentWell(const DialReport &report)
{
    return verdictOf(report).cause == Cause::None;
}

/// The attempt that decides: the one that failed, else the one that went furthest.
const DialReport *decisive(const LadderEvidence &evidence)
{
    if (evidence.dial && (!evidence.probe || wentWell(*evidence.probe)))
        return &*evidence.dial;
    return evidence.probe ? &*evidence.probe : nullptr;
}

/// Lower rungs as the probe saw them, since they were drawn first, unless the later attempt broke there.
void keepFirstSeen(QList<RungResult> &rungs, const QList<RungResult> &first)
{
    for (RungResult &rung : rungs) {
        for (const RungResult &seen : first) {
            if (seen.rung == rung.rung && rung.state == RungState::Passed &&
                seen.state == RungState::Passed && seen.rung <= Rung::Challenge)
                rung = seen;
        }
    }
}

/// What was climbed by now. The second attempt begins at the bottom again: nobody needs to see that.
QList<RungResult> climbed(const LadderEvidence &evidence)
{
    QList<RungResult> rungs;
    if (evidence.probe)
        rungs = rungsSoFar(*evidence.probe);
    if (evidence.dial) {
        const QList<RungResult> again = rungsSoFar(*evidence.dial);
        rungs += again.mid(rungs.size());
    }
    return rungs;
}

QList<RungResult> dialRungs(const LadderEvidence &evidence, const Verdict &verdict, bool running)
{
    if (running)
        return climbed(evidence);
    if (verdict.cause == Cause::Cancelled) {
        QList<RungResult> rungs = climbed(evidence);
        for (int next = int(rungs.size()); next <= int(Rung::LinkUp); ++next)
            rungs.append(RungResult{Rung(next), RungState::NotReached, {}, {}});
        return rungs;
    }
    const DialReport *report = decisive(evidence);
    if (!report)
        return {};
    QList<RungResult> rungs = rungsOf(*report, verdict);
    if (evidence.dial && evidence.probe)
        keepFirstSeen(rungs, rungsSoFar(*evidence.probe));
    return rungs;
}

QList<WireExcerpt> excerpts(const LadderEvidence &evidence, const Verdict &verdict)
{
    QList<WireExcerpt> all;
    const Verdict passed{Cause::None, Certainty::Certain, Rung::Challenge, {}, {}, {}};
    if (evidence.probe)
        all = excerptsOf(*evidence.probe, evidence.dial ? passed : verdict);
    if (evidence.dial) {
        // One axis of time for both connections.
        const base::Duration later =
            evidence.probe ? evidence.dial->began - evidence.probe->began : base::Duration{};
        for (WireExcerpt excerpt : excerptsOf(*evidence.dial, verdict)) {
            // EPMD is asked for each connection, and once is enough to see.
            if (!all.isEmpty() && (excerpt.label == epmdQuestionLabel() || excerpt.label == epmdReplyLabel()))
                continue;
            excerpt.at += later;
            all.append(excerpt);
        }
    }
    return all;
}

PeerFacts factsOf(const LadderEvidence &evidence)
{
    PeerFacts facts;
    if (evidence.probe)
        facts = doctor::factsOf(*evidence.probe);
    if (facts.name.isEmpty() && evidence.dial)
        facts = doctor::factsOf(*evidence.dial);
    if (const QString release = releaseTold(evidence); !release.isEmpty())
        facts.release = release;
    return facts;
}

} // namespace

Verdict firstVerdict(const LadderEvidence &evidence)
{
    if (evidence.cancelled)
        return {
            Cause::Cancelled, Certainty::Certain, Rung::NameWellFormed, QStringLiteral("cancelled"), {}, {}};
    const DialReport *report = decisive(evidence);
    if (!report)
        return {Cause::Unknown, Certainty::CannotDistinguish, Rung::NameWellFormed, {}, {}, {Cause::Unknown}};
    if (evidence.tests.answersPlainly) {
        const QString seen = QStringLiteral("silent to TLS, answers without");
        return {Cause::TlsPlainMixed, Certainty::Certain, Rung::TransportAsExpected, seen, seen, {}};
    }
    const Verdict verdict = verdictOf(*report);
    if (verdict.cause != Cause::None)
        return verdict;
    if (!evidence.linkLost.isEmpty()) {
        return {Cause::ConnectionLost, Certainty::Certain, Rung::LinkUp,
                evidence.linkLost,     evidence.linkLost,  {}};
    }
    if (!evidence.dial && !evidence.linkWasThere && !evidence.haveCookie)
        return {Cause::NoCookie,
                Certainty::Certain,
                Rung::OurDigest,
                QStringLiteral("no cookie at hand"),
                {},
                {}};
    return verdict;
}

Examination examinationOf(const LadderEvidence &evidence, bool running)
{
    const Verdict verdict = running ? Verdict{Cause::None, Certainty::Certain, Rung::LinkUp, {}, {}, {}}
                                    : refined(firstVerdict(evidence), evidence);
    Examination examination;
    examination.from = selfName();
    examination.to = evidence.target;
    examination.running = running;
    examination.facts = factsOf(evidence);
    Diagnosis &diagnosis = examination.diagnosis;
    diagnosis.from = selfName();
    diagnosis.to = evidence.target;
    diagnosis.cause = verdict.cause;
    diagnosis.certainty = verdict.certainty;
    diagnosis.candidates = verdict.candidates;
    diagnosis.detail = verdict.detail;
    diagnosis.time = evidence.time;
    diagnosis.elapsed = evidence.elapsed;
    if (const DialReport *report = decisive(evidence))
        diagnosis.epmdPort = report->epmdPort;
    diagnosis.rungs = dialRungs(evidence, verdict, running);
    addUpperRungs(diagnosis.rungs, evidence, verdict, running);
    diagnosis.excerpts = excerpts(evidence, verdict);
    return examination;
}

} // namespace nodescope::doctor
