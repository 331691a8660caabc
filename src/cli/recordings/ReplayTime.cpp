#include "cli/recordings/ReplayTime.h"

#include <cmath>

#include <QDateTime>

namespace nodescope::cli {

namespace {
constexpr double MostSeconds = 1e9;

QTime timeOfDay(const QString &text)
{
    for (const QString &format :
         {QStringLiteral("H:mm:ss.z"), QStringLiteral("H:mm:ss"), QStringLiteral("H:mm")}) {
        const QTime time = QTime::fromString(text, format);
        if (time.isValid())
            return time;
    }
    return {};
}
} // namespace

std::optional<qint64> replayTime(const QString &text, qint64 beginning)
{
    if (text.startsWith(u'+')) {
        bool ok = false;
        const double seconds = text.mid(1).toDouble(&ok);
        if (!ok || !(seconds >= 0 && seconds <= MostSeconds))
            return std::nullopt;
        return beginning + std::llround(seconds * 1000);
    }
    if (const QTime time = timeOfDay(text); time.isValid()) {
        // Where no milliseconds are written, those of the beginning do not make it yesterday's.
        const QDateTime begun = QDateTime::fromMSecsSinceEpoch(beginning / 1000 * 1000);
        QDateTime moment(begun.date(), time);
        if (moment < begun)
            moment = moment.addDays(1);
        return moment.toMSecsSinceEpoch();
    }
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    return moment.isValid() ? std::optional(moment.toMSecsSinceEpoch()) : std::nullopt;
}

} // namespace nodescope::cli
