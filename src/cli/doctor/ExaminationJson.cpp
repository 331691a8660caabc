#include "cli/doctor/ExaminationJson.h"

#include <QJsonArray>

#include "cli/DiagnosisReport.h"
#include "cli/Milliseconds.h"
#include "cluster/Node.h"
#include "doctor/CauseText.h"
#include "doctor/NextTests.h"

namespace nodescope::cli {

using cluster::Cause;
using cluster::Diagnosis;
using cluster::Examination;
using cluster::PeerFacts;

namespace {

QJsonArray rungsOf(const Diagnosis &diagnosis)
{
    QJsonArray rungs;
    for (const cluster::RungResult &rung : diagnosis.rungs) {
        rungs.append(QJsonObject{{QStringLiteral("rung"), cluster::identifierOf(rung.rung)},
                                 {QStringLiteral("status"), cluster::identifierOf(rung.state)},
                                 {QStringLiteral("ms"), measuredMilliseconds(rung.elapsed)},
                                 {QStringLiteral("evidence"), rung.evidence}});
    }
    return rungs;
}

QJsonArray excerptsOf(const Diagnosis &diagnosis)
{
    QJsonArray excerpts;
    for (const cluster::WireExcerpt &excerpt : diagnosis.excerpts) {
        QJsonObject object{{QStringLiteral("sent"), excerpt.sent},
                           {QStringLiteral("label"), excerpt.label},
                           {QStringLiteral("ms"), milliseconds(excerpt.at)},
                           {QStringLiteral("hex"), QString::fromLatin1(excerpt.bytes.toHex())}};
        if (excerpt.blankedFrom >= 0) {
            const qsizetype to = excerpt.blankedTo >= 0 ? excerpt.blankedTo : excerpt.bytes.size();
            object.insert(QStringLiteral("blanked"), QJsonArray{excerpt.blankedFrom, to});
        }
        excerpts.append(object);
    }
    return excerpts;
}

QJsonObject factsOf(const PeerFacts &facts)
{
    if (facts.name.isEmpty())
        return {};
    return {{QStringLiteral("name"), facts.name},
            {QStringLiteral("release"), facts.release},
            {QStringLiteral("flags"), QStringLiteral("0x%1").arg(facts.flags, 0, 16)},
            {QStringLiteral("creation"), qint64(facts.creation)},
            {QStringLiteral("hidden"), facts.hidden},
            {QStringLiteral("missing_flags"), QJsonArray::fromStringList(facts.missingFlags)},
            {QStringLiteral("features"), QJsonArray::fromStringList(facts.features)}};
}

QJsonArray settingsOf(const Examination &examination)
{
    QJsonArray settings;
    for (const cluster::SettingPair &pair : examination.settings) {
        settings.append(QJsonObject{{QStringLiteral("setting"), pair.setting},
                                    {QStringLiteral("a"), pair.a},
                                    {QStringLiteral("b"), pair.b},
                                    {QStringLiteral("differs"), pair.differs},
                                    {QStringLiteral("explains"), pair.explains}});
    }
    return settings;
}

/// What is worth knowing of a healthy one.
QJsonArray notesOf(const Examination &examination)
{
    QJsonArray notes;
    const Diagnosis &diagnosis = examination.diagnosis;
    if (diagnosis.ok() && !diagnosis.detail.isEmpty())
        notes.append(diagnosis.detail);
    if (examination.facts.hidden && !notes.contains(QStringLiteral("hidden")))
        notes.append(QStringLiteral("hidden"));
    return notes;
}

QJsonArray candidatesOf(const Diagnosis &diagnosis)
{
    QJsonArray candidates;
    for (const Cause cause : diagnosis.candidates)
        candidates.append(cluster::identifierOf(cause));
    return candidates;
}

} // namespace

QString verdictOf(const Examination &examination)
{
    const Diagnosis &diagnosis = examination.diagnosis;
    if (diagnosis.ok())
        return QStringLiteral("ok");
    const bool untried = diagnosis.cause == Cause::Unknown && diagnosis.detail == QLatin1String("not_tried");
    const bool open = diagnosis.cause == Cause::NoCookie || diagnosis.cause == Cause::Cancelled;
    return !untried && !open ? QStringLiteral("failed") : QStringLiteral("uncertain");
}

QJsonObject jsonOf(const Examination &examination)
{
    const Diagnosis &diagnosis = examination.diagnosis;
    QJsonObject object{
        {QStringLiteral("node"), examination.to.text()},
        {QStringLiteral("verdict"), verdictOf(examination)},
        {QStringLiteral("cause"), cluster::identifierOf(diagnosis.cause)},
        {QStringLiteral("certainty"), cluster::identifierOf(diagnosis.certainty)},
        {QStringLiteral("candidates"), candidatesOf(diagnosis)},
        {QStringLiteral("title"), doctor::titleOf(diagnosis)},
        {QStringLiteral("detail"), diagnosis.detail},
        {QStringLiteral("ms"), milliseconds(diagnosis.elapsed)},
        {QStringLiteral("rungs"), rungsOf(diagnosis)},
        {QStringLiteral("remedy"), remedyJson(doctor::remediesOf(diagnosis))},
        {QStringLiteral("next_tests"), QJsonArray::fromStringList(doctor::nextTestsOf(diagnosis))},
        {QStringLiteral("notes"), notesOf(examination)},
        {QStringLiteral("facts"), factsOf(examination.facts)},
        {QStringLiteral("excerpts"), excerptsOf(diagnosis)},
        {QStringLiteral("settings"), settingsOf(examination)}};
    if (!examination.from.isNull() && examination.from != cluster::selfName())
        object.insert(QStringLiteral("from"), examination.from.text());
    return object;
}

} // namespace nodescope::cli
