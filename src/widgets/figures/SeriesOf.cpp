#include "widgets/figures/SeriesOf.h"

#include <algorithm>

#include "widgets/common/Words.h"
#include "widgets/figures/FigureText.h"

namespace nodescope::widgets {

using models::Figure;
using models::Trends;

namespace {
template<class ToText>
QString pastOf(const QList<float> &recent, const ToText &toText)
{
    if (recent.size() < 2)
        return {};
    const auto [least, most] = std::minmax_element(recent.begin(), recent.end());
    return FigureText::tr("Lately: least %1, most %2").arg(toText(double(*least)), toText(double(*most)));
}

/// What the top of a line stands for; nothing where the line is level at the bottom.
template<class ToText>
QString peakOf(const QList<float> &recent, const ToText &toText)
{
    if (recent.size() < 2)
        return {};
    const float most = *std::max_element(recent.begin(), recent.end());
    return most > 0 ? FigureText::tr("peak %1").arg(toText(double(most))) : QString();
}
} // namespace

QList<SeriesList::Series> seriesOf(const base::NodeName &node, const Trends &trends)
{
    QList<SeriesList::Series> all;
    for (int i = 0; i < models::FigureCount; ++i) {
        const auto figure = static_cast<Figure>(i);
        SeriesList::Series series;
        series.name = wordFor(figure);
        series.value = textOf(figure, trends.now(node, figure));
        series.explanation = explanationOf(figure);
        // Time alone rises as it must: a line of it would say nothing.
        if (figure != Figure::Uptime) {
            series.recent = trends.recent(node, figure);
            const auto text = [figure](double value) { return textOf(figure, value); };
            series.past = pastOf(series.recent, text);
            series.peak = peakOf(series.recent, text);
        }
        all.append(series);
    }
    return all;
}

QList<SeriesList::Series> seriesOf(const cluster::LinkKey &link, const Trends &trends)
{
    const models::LinkRate rate = trends.rate(link);
    const QString fromA = shortNameFor(link.a);
    const QString fromB = shortNameFor(link.b);
    const auto packets = [](double value) { return packetRateText(value); };
    const auto bytes = [](double value) { return byteRateText(value); };
    const QList<float> recentPackets = trends.recentPackets(link);
    const QList<float> recentBytes = trends.recentBytes(link);
    return {
        {FigureText::tr("Packets, both ways"), packetRateText(rate.packets()),
         FigureText::tr("What net_kernel of the ends counts: messages, fragments of large ones, and ticks"),
         recentPackets, pastOf(recentPackets, packets), peakOf(recentPackets, packets)},
        {FigureText::tr("Packets from %1").arg(fromA), packetRateText(rate.packetsFromA), {}, {}, {}, {}},
        {FigureText::tr("Packets from %1").arg(fromB), packetRateText(rate.packetsFromB), {}, {}, {}, {}},
        {FigureText::tr("Bytes, both ways"), byteRateText(rate.bytes()),
         FigureText::tr("What the sockets of the ends count, encryption included"), recentBytes,
         pastOf(recentBytes, bytes), peakOf(recentBytes, bytes)},
        {FigureText::tr("Bytes from %1").arg(fromA), byteRateText(rate.bytesFromA), {}, {}, {}, {}},
        {FigureText::tr("Bytes from %1").arg(fromB), byteRateText(rate.bytesFromB), {}, {}, {}, {}},
    };
}

} // namespace nodescope::widgets
