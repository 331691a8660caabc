#include "doctor/report/Document.h"

#include <QCoreApplication>

#include "base/SafeText.h"
#include "cluster/Node.h"
#include "doctor/CauseText.h"
#include "doctor/EvidenceText.h"
#include "doctor/NextTests.h"
#include "doctor/SettingWords.h"

namespace nodescope::doctor {

using base::safeText;
using cluster::Diagnosis;
using cluster::Examination;

namespace {
class ReportWords
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString fromText(const Examination &examination)
{
    return examination.from.isNull() || examination.from == cluster::selfName()
               ? ReportWords::tr("this program")
               : examination.from.text();
}

ReportSection head(const Examination &examination)
{
    const Diagnosis &diagnosis = examination.diagnosis;
    ReportSection section;
    section.title = ReportWords::tr("Verdict");
    const CauseText text = textOf(diagnosis);
    section.paragraphs = {diagnosis.ok()
                              ? ReportWords::tr("%1 can be connected.").arg(examination.to.text())
                              : QStringLiteral("%1 (%2)").arg(text.title, identifiersOf(diagnosis))};
    if (!diagnosis.ok())
        section.paragraphs += {text.certainty, text.explanation};
    QStringList candidates;
    for (const cluster::Cause cause : diagnosis.candidates)
        candidates.append(identifierOf(cause));
    section.table = {{ReportWords::tr("From"), fromText(examination)},
                     {ReportWords::tr("To"), examination.to.text()},
                     {ReportWords::tr("Time"), diagnosis.time.toUTC().toString(Qt::ISODateWithMs)},
                     {ReportWords::tr("Certainty"), identifierOf(diagnosis.certainty)}};
    if (diagnosis.elapsed > base::Duration::zero())
        section.table.insert(3, {ReportWords::tr("Took"), durationText(diagnosis.elapsed)});
    if (!candidates.isEmpty())
        section.table.append({ReportWords::tr("Candidates"), candidates.join(QStringLiteral(", "))});
    return section;
}

ReportSection ladder(const Diagnosis &diagnosis)
{
    ReportSection section;
    section.title = ReportWords::tr("Ladder");
    section.head = {ReportWords::tr("Rung"), ReportWords::tr("State"), ReportWords::tr("Time"),
                    ReportWords::tr("Evidence")};
    for (const cluster::RungResult &rung : diagnosis.rungs) {
        section.table.append({titleOf(rung.rung, diagnosis.from, diagnosis.to), titleOf(rung.state),
                              rung.elapsed ? durationText(*rung.elapsed) : QString(),
                              evidenceText(rung.evidence)});
    }
    return section;
}

ReportSection versions(const Examination &examination)
{
    ReportSection section;
    section.title = ReportWords::tr("Versions");
    section.table = {{QCoreApplication::applicationName(), QCoreApplication::applicationVersion()},
                     {QStringLiteral("Qt"), QString::fromLatin1(qVersion())}};
    const cluster::PeerFacts &facts = examination.facts;
    if (facts.name.isEmpty())
        return section;
    QStringList features;
    for (const QString &feature : facts.features)
        features.append(evidenceText(feature));
    section.table +=
        {{facts.name,
          facts.release.isEmpty() ? QString() : QStringLiteral("OTP ") + evidenceText(facts.release)},
         {ReportWords::tr("Flags"), QStringLiteral("0x%1").arg(facts.flags, 0, 16)},
         {ReportWords::tr("Missing flags"), facts.missingFlags.join(QStringLiteral(", "))},
         {ReportWords::tr("Creation"), QString::number(facts.creation)},
         {ReportWords::tr("Features"), features.join(QStringLiteral(", "))}};
    return section;
}

ReportSection settings(const Examination &examination)
{
    ReportSection section;
    section.title = ReportWords::tr("Settings");
    section.head = {QString(), examination.from.text(), examination.to.text(), QString()};
    for (const cluster::SettingPair &pair : examination.settings) {
        const SettingValues values = valuesOf(pair);
        const QString title = titleOfSetting(pair.setting);
        // By both names: who reads a ticket may look the setting up.
        section.table.append(
            {title == pair.setting ? title : QStringLiteral("%1 (%2)").arg(title, pair.setting), values.a,
             values.b,
             pair.explains  ? ReportWords::tr("explains it")
             : pair.differs ? ReportWords::tr("differs")
                            : QString()});
    }
    return section;
}

ReportSection bytes(const Diagnosis &diagnosis)
{
    ReportSection section;
    section.title = ReportWords::tr("Bytes");
    section.head = {QString(), ReportWords::tr("Message"), ReportWords::tr("After"), ReportWords::tr("Hex")};
    for (const cluster::WireExcerpt &excerpt : diagnosis.excerpts) {
        section.table.append({excerpt.sent ? QStringLiteral("→") : QStringLiteral("←"), excerpt.label,
                              durationText(excerpt.at), hexOf(excerpt)});
    }
    return section;
}

ReportSection remedies(const Diagnosis &diagnosis)
{
    ReportSection section;
    section.title = ReportWords::tr("What to do");
    for (const Remedy &remedy : remediesOf(diagnosis)) {
        section.items.append(remedy.text);
        for (const Snippet &snippet : remedy.snippets)
            section.codes.append({snippet.where, snippet.code});
    }
    return section;
}

ReportSection tests(const Diagnosis &diagnosis)
{
    ReportSection section;
    section.title = ReportWords::tr("What would tell more");
    section.items = nextTestsOf(diagnosis);
    return section;
}

void makeSafe(ReportSection &section)
{
    const auto each = [](QStringList &texts) {
        for (QString &text : texts)
            text = safeText(text);
    };
    each(section.paragraphs);
    each(section.head);
    each(section.items);
    for (QStringList &row : section.table)
        each(row);
    for (ReportSection::Code &code : section.codes) {
        QStringList lines = code.code.split(u'\n');
        each(lines);
        code.code = lines.join(u'\n');
        code.caption = safeText(code.caption);
    }
}

bool isEmpty(const ReportSection &section)
{
    return section.paragraphs.isEmpty() && section.table.isEmpty() && section.items.isEmpty() &&
           section.codes.isEmpty();
}
} // namespace

QString hexOf(const cluster::WireExcerpt &excerpt)
{
    const qsizetype from = excerpt.blankedFrom >= 0 ? excerpt.blankedFrom : excerpt.bytes.size();
    const qsizetype to = excerpt.blankedTo >= 0 ? excerpt.blankedTo : excerpt.bytes.size();
    QStringList texts;
    for (qsizetype i = 0; i < excerpt.bytes.size(); ++i) {
        texts.append(i >= from && i < to ? QStringLiteral("··")
                                         : QString::fromLatin1(excerpt.bytes.mid(i, 1).toHex()));
    }
    return texts.join(u' ');
}

ReportDocument documentOf(const Examination &examination)
{
    const Diagnosis &diagnosis = examination.diagnosis;
    ReportDocument document;
    document.title =
        ReportWords::tr("Why %1 and %2 do not connect").arg(fromText(examination), examination.to.text());
    if (diagnosis.ok())
        document.title =
            ReportWords::tr("%1 and %2 connect").arg(fromText(examination), examination.to.text());
    document.title = safeText(document.title);
    for (ReportSection section : {head(examination), ladder(diagnosis), remedies(diagnosis), tests(diagnosis),
                                  settings(examination), versions(examination), bytes(diagnosis)}) {
        if (isEmpty(section))
            continue;
        makeSafe(section);
        document.sections.append(section);
    }
    return document;
}

} // namespace nodescope::doctor
