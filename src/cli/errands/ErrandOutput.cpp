#include "cli/errands/ErrandOutput.h"

#include <algorithm>

#include <QEventLoop>
#include <QJsonArray>

#include "cli/Milliseconds.h"
#include "cli/SafeText.h"
#include "cli/Words.h"
#include "doctor/errands/ErrandPlan.h"
#include "session/errands/ErrandRun.h"

namespace nodescope::cli {

using namespace cluster;
using doctor::PlannedStep;

namespace {

QString placeOf(const base::NodeName &where)
{
    return where.isNull() ? Words::tr("here") : safeText(where.text());
}

QString purposeOf(PlannedStep::Purpose purpose)
{
    switch (purpose) {
    case PlannedStep::Purpose::Prepare:
        return QStringLiteral("prepare");
    case PlannedStep::Purpose::Act:
        return QStringLiteral("act");
    case PlannedStep::Purpose::Check:
        return QStringLiteral("check");
    case PlannedStep::Purpose::Await:
        break;
    }
    return QStringLiteral("await");
}

QString lineOf(const PlannedStep &step)
{
    switch (step.purpose) {
    case PlannedStep::Purpose::Prepare:
        return Words::tr("first, on %1: %2").arg(placeOf(step.where), step.code);
    case PlannedStep::Purpose::Act:
        return Words::tr("on %1: %2").arg(placeOf(step.where), step.code);
    case PlannedStep::Purpose::Check:
        return Words::tr("whether it arrived, asked of %1: %2").arg(placeOf(step.where), step.code);
    case PlannedStep::Purpose::Await:
        break;
    }
    return Words::tr("answers come to a process: %1").arg(placeOf(step.where));
}

QString kindText(ErrandStepKind kind)
{
    switch (kind) {
    case ErrandStepKind::Prepared:
        return Words::tr("a process is ready");
    case ErrandStepKind::Sent:
        return Words::tr("sent");
    case ErrandStepKind::Relayed:
        return Words::tr("sent over its own link");
    case ErrandStepKind::Delivered:
        return Words::tr("delivered");
    case ErrandStepKind::Absent:
        return Words::tr("nobody is there");
    case ErrandStepKind::NotKnown:
        return Words::tr("whether it arrived is not known");
    case ErrandStepKind::Answered:
        return Words::tr("answered");
    case ErrandStepKind::Raised:
        return Words::tr("raised");
    case ErrandStepKind::Ended:
        return Words::tr("ended");
    case ErrandStepKind::StillAlive:
        return Words::tr("still alive");
    case ErrandStepKind::TimedOut:
        return Words::tr("no answer in time");
    case ErrandStepKind::Failed:
        break;
    }
    return Words::tr("failed");
}

QJsonObject stepJson(const ErrandStep &step)
{
    QJsonObject object{{QStringLiteral("step"), identifierOf(step.kind)},
                       {QStringLiteral("after_ms"), milliseconds(step.after)}};
    if (!step.where.isNull())
        object.insert(QStringLiteral("where"), step.where.text());
    if (step.size > 0)
        object.insert(QStringLiteral("bytes"), step.size);
    if (!step.detail.isEmpty())
        object.insert(QStringLiteral("detail"), step.detail);
    return object;
}

} // namespace

const ErrandStep *ErrandOutcome::step(ErrandStepKind kind) const
{
    const auto found = std::find_if(report.steps.begin(), report.steps.end(),
                                    [kind](const ErrandStep &step) { return step.kind == kind; });
    return found == report.steps.end() ? nullptr : &*found;
}

ErrandOutcome doErrand(dist::LocalNode &self, const Errand &errand, bool steps, Console &console)
{
    session::ErrandRun run(self, errand);
    ErrandOutcome outcome;
    QEventLoop loop;
    QObject::connect(&run, &session::ErrandRun::stepped, &loop, [&](const ErrandStep &step) {
        if (steps && console.isJson())
            console.print(stepJson(step));
        else if (steps)
            console.explain(textOf(step));
    });
    QObject::connect(&run, &session::ErrandRun::answered, &loop,
                     [&](const term::Term &answer) { outcome.answer = answer; });
    QObject::connect(&run, &session::ErrandRun::changed, &loop, [&](const ErrandReport &report) {
        outcome.report = report;
        if (!report.running || (outcome.answer && errand.wait > base::Duration::zero()))
            loop.quit();
    });
    QMetaObject::invokeMethod(&run, &session::ErrandRun::start, Qt::QueuedConnection);
    loop.exec();
    return outcome;
}

void printPlan(const Errand &errand, Console &console)
{
    QJsonArray lines;
    for (const PlannedStep &step : doctor::planOf(errand)) {
        if (!console.isJson())
            console.print(lineOf(step));
        QJsonObject object{{QStringLiteral("purpose"), purposeOf(step.purpose)},
                           {QStringLiteral("code"), step.code}};
        if (!step.where.isNull())
            object.insert(QStringLiteral("where"), step.where.text());
        lines.append(object);
    }
    if (console.isJson())
        console.print(QJsonObject{{QStringLiteral("plan"), lines}});
}

QString textOf(const ErrandStep &step)
{
    QString text =
        QStringLiteral("%1 ms  %2").arg(milliseconds(step.after), 9, 'f', 3).arg(kindText(step.kind));
    if (!step.where.isNull())
        text += QStringLiteral(" (") + safeText(step.where.text()) + u')';
    if (!step.detail.isEmpty())
        text += QStringLiteral(": ") + safeText(step.detail);
    return text;
}

} // namespace nodescope::cli
