#include "cli/doctor/LadderText.h"

#include "cli/DiagnosisReport.h"
#include "cli/SafeText.h"
#include "cli/Words.h"
#include "doctor/CauseText.h"
#include "doctor/EvidenceText.h"
#include "doctor/SettingWords.h"

namespace nodescope::cli {

using cluster::Diagnosis;
using cluster::Examination;
using cluster::RungResult;
using cluster::RungState;

namespace {

constexpr int TitleWidth = 24;
constexpr int StateWidth = 12;
constexpr int TimeWidth = 10;

QString markOf(RungState state)
{
    switch (state) {
    case RungState::Passed:
        return QStringLiteral("✓");
    case RungState::Failed:
        return QStringLiteral("✗");
    case RungState::Skipped:
        return QStringLiteral("–");
    case RungState::Uncertain:
        return QStringLiteral("?");
    case RungState::NotReached:
        break;
    }
    return QStringLiteral(" ");
}

} // namespace

LadderText::LadderText(Console &console, bool marks)
    : m_console(console)
    , m_marks(marks)
{
}

void LadderText::print(const RungResult &rung, const QString &title)
{
    const QString time = rung.elapsed ? doctor::durationText(*rung.elapsed) : QString();
    QString line = m_marks ? markOf(rung.state) + u' ' : QString();
    line += title.leftJustified(TitleWidth);
    line += doctor::titleOf(rung.state).leftJustified(StateWidth);
    line +=
        time.rightJustified(TimeWidth) + QStringLiteral("  ") + safeText(doctor::evidenceText(rung.evidence));
    while (line.endsWith(u' '))
        line.chop(1);
    m_console.print(line);
}

void LadderText::show(const Examination &examination)
{
    for (const RungResult &rung : examination.diagnosis.rungs) {
        if (rung.state == RungState::NotReached)
            continue;
        const auto known = std::find_if(m_shown.begin(), m_shown.end(),
                                        [&](const RungResult &shown) { return shown.rung == rung.rung; });
        if (known != m_shown.end() && known->state == rung.state)
            continue;
        print(rung, doctor::titleOf(rung.rung, examination.from, examination.to));
        if (known != m_shown.end())
            *known = rung;
        else
            m_shown.append(rung);
    }
}

void LadderText::printFacts(const cluster::PeerFacts &facts)
{
    if (facts.name.isEmpty())
        return;
    QStringList words{facts.name};
    if (!facts.release.isEmpty())
        words.append(Words::tr("OTP %1").arg(doctor::evidenceText(facts.release)));
    if (facts.hidden)
        words.append(Words::tr("hidden"));
    words.append(Words::tr("creation %1").arg(facts.creation));
    for (const QString &feature : facts.features)
        words.append(doctor::evidenceText(feature));
    m_console.print(QString());
    m_console.print(Words::tr("The node says of itself: %1").arg(safeText(words.join(QStringLiteral(", ")))));
    if (!facts.missingFlags.isEmpty())
        m_console.print(Words::tr("It lacks: %1").arg(facts.missingFlags.join(QStringLiteral(", "))));
}

void LadderText::printSettings(const QList<cluster::SettingPair> &settings)
{
    if (settings.isEmpty())
        return;
    m_console.print(QString());
    QList<QStringList> rows;
    for (const cluster::SettingPair &pair : settings) {
        const doctor::SettingValues values = doctor::valuesOf(pair);
        rows.append({(pair.explains ? QStringLiteral("! ") : QStringLiteral("  ")) +
                         doctor::titleOfSetting(pair.setting),
                     safeText(values.a), safeText(values.b)});
    }
    m_console.print(columns(rows).join(u'\n'));
}

void LadderText::conclude(const Examination &examination)
{
    show(examination);
    const Diagnosis &diagnosis = examination.diagnosis;
    printFacts(examination.facts);
    printSettings(examination.settings);
    m_console.print(QString());
    if (diagnosis.ok()) {
        const QString to = safeText(examination.to.text());
        m_console.print(
            diagnosis.elapsed > base::Duration::zero()
                ? Words::tr("%1 can be connected (%2).").arg(to, doctor::durationText(diagnosis.elapsed))
                : Words::tr("%1 can be connected.").arg(to));
        return;
    }
    m_console.print((verdictText(diagnosis) + nextTestLines(diagnosis)).join(u'\n'));
}

} // namespace nodescope::cli
