#include "doctor/pairs/PairVerdict.h"

#include <algorithm>

#include "doctor/pairs/PairLadder.h"
#include "doctor/pairs/PairRules.h"

namespace nodescope::doctor {

using namespace cluster;
using Attempt = PairEvidence::Attempt;

namespace {

/// Whether the link stands already, or stands now: by A's word, or by B's where A cannot be asked.
bool isConnected(const PairEvidence &evidence)
{
    if (evidence.attempt == Attempt::Connected)
        return true;
    const bool sayA = evidence.ofA.isConnectedTo(evidence.b);
    const bool sayB = evidence.ofB.isConnectedTo(evidence.a);
    return (sayA && (sayB || !evidence.knowsB())) || (sayB && !evidence.knowsA());
}

Verdict healthy(const PairEvidence &evidence)
{
    Verdict verdict;
    verdict.cause = Cause::None;
    verdict.rung = Rung::LinkUp;
    if (evidence.ofA.isHiddenlyConnectedTo(evidence.b) || evidence.ofB.isHiddenlyConnectedTo(evidence.a))
        verdict.detail = QStringLiteral("hidden");
    else if (evidence.ofA.autoConnect == QLatin1String("never"))
        verdict.detail = QStringLiteral("auto_connect_off");
    if (!evidence.knowsA() && evidence.attempt != Attempt::Connected) {
        verdict.certainty = Certainty::AlmostCertain;
        verdict.detail = QStringLiteral("one_view");
    }
    return verdict;
}

/// Nothing is known to stand in the way.
Verdict undecided(const PairEvidence &evidence)
{
    Verdict verdict;
    verdict.rung = Rung::LinkUp;
    verdict.certainty = Certainty::CannotDistinguish;
    verdict.candidates = suspectsOf(evidence);
    if (evidence.attempt == Attempt::NotTried) {
        if (evidence.ofA.autoConnect == QLatin1String("never")) {
            const QString fact = QStringLiteral("dist_auto_connect: never");
            return {Cause::AutoConnectOff, Certainty::AlmostCertain, Rung::LinkUp, fact, fact, {}};
        }
        verdict.detail = QStringLiteral("not_tried");
        return verdict;
    }
    verdict.evidence = evidence.attempt == Attempt::Refused ? QStringLiteral("connect_node answered false")
                                                            : QStringLiteral("connect_node did not answer");
    verdict.detail = verdict.evidence;
    return verdict;
}

/// Without those that A cannot have run into: it failed before it came to them.
QList<Obstacle> reachedOf(const QList<Obstacle> &obstacles)
{
    const auto met = std::find_if(obstacles.begin(), obstacles.end(),
                                  [](const Obstacle &obstacle) { return obstacle.metByA; });
    if (met == obstacles.end())
        return obstacles;
    QList<Obstacle> reached;
    for (const Obstacle &obstacle : obstacles) {
        if (obstacle.verdict.rung <= met->verdict.rung)
            reached.append(obstacle);
    }
    return reached;
}

Verdict verdictOf(const PairEvidence &evidence, const QList<Obstacle> &all)
{
    if (isConnected(evidence))
        return healthy(evidence);
    const QList<Obstacle> obstacles = reachedOf(all);
    if (obstacles.isEmpty())
        return undecided(evidence);
    const auto sure = std::find_if(obstacles.begin(), obstacles.end(), [](const Obstacle &obstacle) {
        return obstacle.verdict.certainty != Certainty::CannotDistinguish;
    });
    if (sure != obstacles.end())
        return sure->verdict;
    Verdict verdict = obstacles.front().verdict;
    if (verdict.candidates.isEmpty())
        verdict.candidates = {verdict.cause};
    // What explains it is there: nothing else is needed, and nothing behind it was reached.
    if (obstacles.front().metByA)
        return verdict;
    const QList<Cause> others = suspectsOf(evidence);
    for (const Cause cause : others) {
        if (!verdict.candidates.contains(cause))
            verdict.candidates.append(cause);
    }
    return verdict;
}

/// Where A asks for B, as A tells; else where we asked.
quint16 epmdPortOf(const PairEvidence &evidence)
{
    if (evidence.ofA.epmdPort)
        return *evidence.ofA.epmdPort;
    const auto &ours = evidence.ourAttempt ? evidence.ourAttempt : evidence.probe;
    return ours ? ours->epmdPort : quint16(0);
}

} // namespace

Diagnosis diagnose(const PairEvidence &evidence)
{
    const Verdict verdict = verdictOf(evidence, obstaclesOf(evidence));
    Diagnosis diagnosis;
    diagnosis.from = evidence.a;
    diagnosis.to = evidence.b;
    diagnosis.cause = verdict.cause;
    diagnosis.certainty = verdict.certainty;
    diagnosis.candidates = verdict.candidates;
    diagnosis.detail = verdict.detail;
    diagnosis.time = evidence.time;
    diagnosis.elapsed = evidence.elapsed;
    diagnosis.epmdPort = epmdPortOf(evidence);
    diagnosis.rungs = pairLadder(evidence, verdict);
    diagnosis.excerpts = pairExcerpts(evidence);
    return diagnosis;
}

} // namespace nodescope::doctor
