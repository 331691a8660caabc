#include "cli/VisitLines.h"

#include <QJsonArray>

#include "cli/DiagnosisReport.h"
#include "cli/Milliseconds.h"
#include "cli/SafeText.h"
#include "cli/Words.h"
#include "doctor/post/VisitText.h"

namespace nodescope::cli {

namespace {

using cluster::Visit;
using cluster::WireExcerpt;

QString timeOf(const Visit &visit)
{
    return visit.diagnosis.time.toString(Qt::ISODateWithMs);
}

QJsonObject headOf(const QString &event, const Visit &visit)
{
    return {{QStringLiteral("event"), event},
            {QStringLiteral("id"), qint64(visit.id)},
            {QStringLiteral("time"), timeOf(visit)},
            {QStringLiteral("address"), visit.address}};
}

QJsonObject messageJson(const Visit &visit, const WireExcerpt &excerpt)
{
    QJsonObject line = headOf(QStringLiteral("message"), visit);
    line.insert(QStringLiteral("sent"), excerpt.sent);
    line.insert(QStringLiteral("message"), excerpt.label);
    line.insert(QStringLiteral("at_ms"), milliseconds(excerpt.at));
    line.insert(QStringLiteral("bytes"), QString::fromLatin1(excerpt.bytes.toHex()));
    line.insert(QStringLiteral("blanked_from"), excerpt.blankedFrom);
    line.insert(QStringLiteral("blanked_to"), excerpt.blankedTo);
    return line;
}

QJsonObject cookieJson(const Visit &visit)
{
    return {{QStringLiteral("state"), cluster::identifierOf(visit.cookie)},
            {QStringLiteral("label"), visit.cookieLabel},
            {QStringLiteral("compared"), visit.cookiesCompared}};
}

QJsonObject visitJson(const Visit &visit)
{
    const doctor::CauseText text = doctor::textOf(visit);
    const QJsonObject diagnosis = jsonOf(visit.diagnosis);
    QJsonObject line = headOf(QStringLiteral("visit"), visit);
    line.insert(QStringLiteral("kind"), cluster::identifierOf(visit.kind));
    line.insert(QStringLiteral("caller"), visit.caller.text());
    line.insert(QStringLiteral("caller_host"), visit.callerHost);
    line.insert(QStringLiteral("version"), visit.version);
    line.insert(QStringLiteral("release"), visit.release);
    line.insert(QStringLiteral("hidden"), visit.hidden);
    line.insert(QStringLiteral("missing_flags"), QJsonArray::fromStringList(visit.missingFlags));
    line.insert(QStringLiteral("cookie"), cookieJson(visit));
    for (const char *field : {"cause", "certainty", "candidates", "elapsed_ms", "rungs"})
        line.insert(QLatin1String(field), diagnosis[QLatin1String(field)]);
    line.insert(QStringLiteral("title"), text.title);
    line.insert(QStringLiteral("explanation"), text.explanation);
    line.insert(QStringLiteral("remedy"), remedyJson(text.remedies));
    return line;
}

QString messageText(const Visit &visit, const WireExcerpt &excerpt)
{
    QString line =
        QStringLiteral("#%1 %2 %3").arg(visit.id).arg(QChar(excerpt.sent ? u'>' : u'<')).arg(excerpt.label);
    if (excerpt.label == QLatin1String("send_name")) {
        line += QStringLiteral(" %1, version %2").arg(safeText(doctor::callerText(visit))).arg(visit.version);
        if (!visit.release.isEmpty())
            line += Words::tr(", OTP %1").arg(visit.release);
        line += visit.hidden ? Words::tr(", hidden") : Words::tr(", visible");
    }
    return line;
}

} // namespace

VisitLines::News VisitLines::newsOf(const Visit &visit)
{
    const bool began = !m_told.contains(visit.id);
    const qsizetype told = m_told.value(visit.id);
    if (visit.running)
        m_told.insert(visit.id, visit.diagnosis.excerpts.size());
    else
        m_told.remove(visit.id);
    return {began, visit.diagnosis.excerpts.mid(told)};
}

QStringList VisitLines::textOf(const Visit &visit)
{
    const News news = newsOf(visit);
    QStringList lines;
    if (news.began)
        lines.append(Words::tr("#%1 %2 call from %3").arg(visit.id).arg(timeOf(visit), visit.address));
    for (const WireExcerpt &message : news.messages)
        lines.append(messageText(visit, message));
    if (visit.running)
        return lines;
    const doctor::CauseText text = doctor::textOf(visit);
    lines.append(
        QStringLiteral("#%1 %2 (%3)")
            .arg(QString::number(visit.id), text.title, cluster::identifierOf(visit.diagnosis.cause)));
    lines.append(QStringLiteral("   ") + safeText(text.certainty));
    lines.append(QStringLiteral("   ") + safeText(text.explanation));
    lines += remedyLines(text.remedies);
    return lines;
}

QList<QJsonObject> VisitLines::jsonOf(const Visit &visit)
{
    const News news = newsOf(visit);
    QList<QJsonObject> lines;
    if (news.began)
        lines.append(headOf(QStringLiteral("began"), visit));
    for (const WireExcerpt &message : news.messages)
        lines.append(messageJson(visit, message));
    if (!visit.running)
        lines.append(visitJson(visit));
    return lines;
}

} // namespace nodescope::cli
