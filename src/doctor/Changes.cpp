#include "doctor/Changes.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "doctor/CauseText.h"
#include "doctor/EvidenceText.h"
#include "doctor/Verdict.h"

namespace nodescope::doctor {

using cluster::Examination;
using cluster::Rung;
using cluster::RungResult;
using cluster::RungState;
using Kind = ExaminationChange::Kind;

namespace {
class ChangeWords
{
    Q_DECLARE_TR_FUNCTIONS(Changes)
};

RungResult rungOf(const Examination &examination, Rung rung)
{
    for (const RungResult &result : examination.diagnosis.rungs) {
        if (result.rung == rung)
            return result;
    }
    return {rung, RungState::NotReached, {}, {}};
}

QString withoutTimes(QString evidence)
{
    static const QRegularExpression times(QStringLiteral("[0-9.]+ m?s\\b"));
    return evidence.remove(times);
}

/// Whether evidence of a rung that passed both times says something lasting; names given to us do not.
bool isTelling(Rung rung)
{
    return rung == Rung::HostResolves || rung == Rung::NameRegistered || rung == Rung::TransportAsExpected;
}

int height(RungState state)
{
    switch (state) {
    case RungState::Passed:
        return 3;
    case RungState::Skipped:
        return 2;
    case RungState::Uncertain:
        return 1;
    default:
        return 0;
    }
}

/// What lies above a broken rung is not reached, which its own change says already.
bool isImplied(RungState before, RungState after)
{
    return after == RungState::NotReached || (before == RungState::NotReached && height(after) > 1);
}

std::optional<ExaminationChange> changeOf(const RungResult &before, const RungResult &after,
                                          const QString &title)
{
    ExaminationChange change;
    change.kind = Kind::Rung;
    change.rung = after.rung;
    if (before.state != after.state) {
        if (isImplied(before.state, after.state))
            return std::nullopt;
        change.before = titleOf(before.state);
        change.after = titleOf(after.state);
        change.better = height(after.state) > height(before.state);
        change.text = ChangeWords::tr("%1: %2, now %3").arg(title, change.before, change.after);
        return change;
    }
    const bool failed = after.state == RungState::Failed;
    const bool measured = before.elapsed && after.elapsed;
    if (failed && measured && (*before.elapsed < RefusedWithin) != (*after.elapsed < RefusedWithin)) {
        change.before = durationText(*before.elapsed);
        change.after = durationText(*after.elapsed);
        change.text = *after.elapsed < RefusedWithin
                          ? ChangeWords::tr("%1: fails at once, before after %2").arg(title, change.before)
                          : ChangeWords::tr("%1: fails after %2, before at once").arg(title, change.after);
        return change;
    }
    if ((failed || isTelling(after.rung)) && withoutTimes(before.evidence) != withoutTimes(after.evidence)) {
        change.before = before.evidence;
        change.after = after.evidence;
        change.text = ChangeWords::tr("%1: was %2, is %3")
                          .arg(title, evidenceText(before.evidence), evidenceText(after.evidence));
        return change;
    }
    return std::nullopt;
}

std::optional<ExaminationChange> verdictChange(const Examination &before, const Examination &after)
{
    if (before.diagnosis.cause == after.diagnosis.cause)
        return std::nullopt;
    ExaminationChange change;
    change.before = titleOf(before.diagnosis);
    change.after = titleOf(after.diagnosis);
    change.better = after.diagnosis.ok();
    change.text = ChangeWords::tr("Before: %1 Now: %2").arg(change.before, change.after);
    return change;
}

void addFacts(QList<ExaminationChange> &changes, const Examination &before, const Examination &after)
{
    const cluster::PeerFacts &was = before.facts;
    const cluster::PeerFacts &is = after.facts;
    if (was.name.isEmpty() || is.name.isEmpty())
        return;
    ExaminationChange change;
    change.kind = Kind::Fact;
    if (was.creation != is.creation) {
        change.before = QString::number(was.creation);
        change.after = QString::number(is.creation);
        change.text = ChangeWords::tr("the node was started again");
        changes.append(change);
    }
    // How closely the release is known depends on how far we came; flags do not.
    if (was.flags != is.flags) {
        change.before = QStringLiteral("0x%1").arg(was.flags, 0, 16);
        change.after = QStringLiteral("0x%1").arg(is.flags, 0, 16);
        change.text = ChangeWords::tr("the node’s flags were %1, are %2").arg(change.before, change.after);
        changes.append(change);
    }
}

void addSettings(QList<ExaminationChange> &changes, const Examination &before, const Examination &after)
{
    for (const cluster::SettingPair &is : after.settings) {
        for (const cluster::SettingPair &was : before.settings) {
            if (was.setting != is.setting || was == is)
                continue;
            ExaminationChange change;
            change.kind = Kind::Setting;
            change.better = was.differs && !is.differs;
            change.before = was.a + QStringLiteral(" / ") + was.b;
            change.after = is.a + QStringLiteral(" / ") + is.b;
            change.text = ChangeWords::tr("%1: was %2, is %3").arg(is.setting, change.before, change.after);
            changes.append(change);
        }
    }
}
} // namespace

QList<ExaminationChange> changesBetween(const Examination &before, const Examination &after)
{
    QList<ExaminationChange> changes;
    if (const auto verdict = verdictChange(before, after))
        changes.append(*verdict);
    for (int i = 0; i <= int(Rung::CallsAnswered); ++i) {
        const Rung rung = Rung(i);
        if (const auto change =
                changeOf(rungOf(before, rung), rungOf(after, rung), titleOf(rung, after.from, after.to)))
            changes.append(*change);
    }
    addFacts(changes, before, after);
    addSettings(changes, before, after);
    return changes;
}

} // namespace nodescope::doctor
