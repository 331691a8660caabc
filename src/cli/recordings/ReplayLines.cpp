#include "cli/recordings/ReplayLines.h"

#include <QTimeZone>

#include "cli/SafeText.h"
#include "cli/Words.h"

namespace nodescope::cli {

using cluster::RecordingReader;

void ReplayLines::StoodClock::set(qint64 time)
{
    m_wall = QDateTime::fromMSecsSinceEpoch(time, QTimeZone::utc());
}

ReplayLines::ReplayLines()
    : m_events(m_clock)
{
}

QList<QJsonObject> ReplayLines::take(const RecordingReader::Step &step)
{
    if (step.kind == RecordingReader::Step::Mark) {
        QJsonObject line{
            {QStringLiteral("time"), QDateTime::fromMSecsSinceEpoch(step.mark.time, QTimeZone::utc())
                                         .toUTC()
                                         .toString(Qt::ISODateWithMs)},
            {QStringLiteral("event"),
             step.mark.removed ? QStringLiteral("mark_removed") : QStringLiteral("mark")}};
        if (!step.mark.text.isEmpty())
            line.insert(QStringLiteral("detail"), step.mark.text);
        if (!step.mark.node.isNull())
            line.insert(QStringLiteral("node"), step.mark.node.text());
        return {line};
    }
    m_time = std::max(m_time, step.time);
    // What went before is told before: a split is known only some time after its last word.
    QList<QJsonObject> lines = m_stories.take(m_time, step.deltas);
    m_clock.set(m_time);
    return lines + m_events.take(step.deltas);
}

QList<QJsonObject> ReplayLines::finish()
{
    return m_stories.advance(m_time + cluster::HappeningWatch::MaxWait);
}

QString ReplayLines::textOf(const QJsonObject &line)
{
    const QDateTime time = QDateTime::fromString(line[u"time"].toString(), Qt::ISODateWithMs).toLocalTime();
    QStringList words{time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")), line[u"event"].toString()};
    if (line.contains(u"text"))
        return words.join(u' ') + QStringLiteral(": ") + line[u"text"].toString();
    if (line.contains(u"a"))
        words.append(safeText(line[u"a"].toString()) + QStringLiteral(" - ") +
                     safeText(line[u"b"].toString()));
    if (line.contains(u"node"))
        words.append(safeText(line[u"node"].toString()));
    if (line.contains(u"source"))
        words.append(Words::tr("by %1").arg(safeText(line[u"source"].toString())));
    QString text = words.join(u' ');
    for (const QString &key : {QStringLiteral("reason"), QStringLiteral("detail")}) {
        if (line.contains(key))
            text += QStringLiteral(", ") + safeText(line[key].toString());
    }
    return text;
}

} // namespace nodescope::cli
