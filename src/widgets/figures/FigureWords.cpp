#include "widgets/figures/FigureWords.h"

#include <cmath>

#include <QLocale>

#include "widgets/figures/FigureText.h"

namespace nodescope::widgets {

using models::Figure;

namespace {
/// Three figures that count: 1.24, 12.4, 124.
QString number(double value)
{
    const int decimals = value >= 99.95 || value == std::floor(value) ? 0 : value >= 9.995 ? 1 : 2;
    return QLocale().toString(value, 'f', decimals);
}

/// Large rates in thousands and millions.
QString scaled(double value)
{
    if (value >= 1e9)
        return FigureText::tr("%1 G", "thousand million").arg(number(value / 1e9));
    if (value >= 1e6)
        return FigureText::tr("%1 M", "million").arg(number(value / 1e6));
    if (value >= 1e4)
        return FigureText::tr("%1 k", "thousand").arg(number(value / 1e3));
    return number(value);
}

QString perSecond(const QString &amount)
{
    return FigureText::tr("%1/s", "a second").arg(amount);
}
} // namespace

QString wordFor(Figure figure)
{
    switch (figure) {
    case Figure::Processes:
        return FigureText::tr("Processes");
    case Figure::Memory:
        return FigureText::tr("Memory");
    case Figure::RunQueue:
        return FigureText::tr("Run queue");
    case Figure::Reductions:
        return FigureText::tr("Reductions");
    case Figure::Uptime:
        break;
    }
    return FigureText::tr("Uptime");
}

QString explanationOf(Figure figure)
{
    switch (figure) {
    case Figure::Processes:
        return FigureText::tr("How many processes exist on the node");
    case Figure::Memory:
        return FigureText::tr("What the node’s emulator has allocated");
    case Figure::RunQueue:
        return FigureText::tr("Processes and ports that are ready to run and wait for a scheduler");
    case Figure::Reductions:
        return FigureText::tr("Units of work that the node does a second");
    case Figure::Uptime:
        break;
    }
    return FigureText::tr("How long ago the node started");
}

QString textOf(Figure figure, std::optional<double> value)
{
    if (!value)
        return {};
    switch (figure) {
    case Figure::Processes:
    case Figure::RunQueue:
        return countText(quint64(*value));
    case Figure::Memory:
        return sizeText(quint64(*value));
    case Figure::Reductions:
        return perSecond(scaled(*value));
    case Figure::Uptime:
        break;
    }
    return durationText(qint64(*value / 1000));
}

QString briefOf(Figure figure, std::optional<double> value)
{
    const QString text = textOf(figure, value);
    if (text.isEmpty())
        return text;
    switch (figure) {
    case Figure::Processes:
        return FigureText::tr("%1 processes").arg(text);
    case Figure::RunQueue:
        return FigureText::tr("%1 waiting", "in the run queue").arg(text);
    case Figure::Reductions:
        return FigureText::tr("%1 reductions").arg(text);
    case Figure::Uptime:
        return FigureText::tr("up %1", "uptime").arg(text);
    case Figure::Memory:
        break;
    }
    return text;
}

QString packetRateText(std::optional<double> value)
{
    return value ? perSecond(scaled(*value)) : QString();
}

QString byteRateText(std::optional<double> value)
{
    return value ? perSecond(sizeText(quint64(std::llround(*value)))) : QString();
}

QString countText(std::optional<quint64> value)
{
    return value ? QLocale().toString(*value) : QString();
}

QString sizeText(std::optional<quint64> value)
{
    return value ? QLocale().formattedDataSize(qint64(*value), *value < 1024 ? 0 : 1) : QString();
}

QString durationText(qint64 seconds)
{
    const QLocale locale;
    if (seconds < 120)
        return FigureText::tr("%1 s", "seconds").arg(locale.toString(seconds));
    const qint64 minutes = seconds / 60;
    if (minutes < 120)
        return FigureText::tr("%1 min", "minutes").arg(locale.toString(minutes));
    const qint64 hours = minutes / 60;
    if (hours < 48)
        return FigureText::tr("%1 h %2 min", "hours, minutes")
            .arg(locale.toString(hours), locale.toString(minutes % 60));
    return FigureText::tr("%1 d %2 h", "days, hours")
        .arg(locale.toString(hours / 24), locale.toString(hours % 24));
}

} // namespace nodescope::widgets
