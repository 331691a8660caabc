#include "widgets/figures/SeriesOf.h"

#include <algorithm>

#include <QCoreApplication>

#include "widgets/common/Words.h"

namespace nodescope::widgets {

using models::Figure;
using models::Trends;

namespace {
class Text
{
    Q_DECLARE_TR_FUNCTIONS(FigureWords)
};

template<class ToText>
QString pastOf(const QList<float> &recent, const ToText &toText)
{
    if (recent.size() < 2)
        return {};
    const auto [least, most] = std::minmax_element(recent.begin(), recent.end());
    return Text::tr("Lately: least %1, most %2").arg(toText(double(*least)), toText(double(*most)));
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
            series.past = pastOf(series.recent, [figure](double value) { return textOf(figure, value); });
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
        {Text::tr("Packets, both ways"), packetRateText(rate.packets()),
         Text::tr("What net_kernel of the ends counts: messages, fragments of large ones, and ticks"),
         recentPackets, pastOf(recentPackets, packets)},
        {Text::tr("Packets from %1").arg(fromA), packetRateText(rate.packetsFromA), {}, {}, {}},
        {Text::tr("Packets from %1").arg(fromB), packetRateText(rate.packetsFromB), {}, {}, {}},
        {Text::tr("Bytes, both ways"), byteRateText(rate.bytes()),
         Text::tr("What the sockets of the ends count, encryption included"), recentBytes,
         pastOf(recentBytes, bytes)},
        {Text::tr("Bytes from %1").arg(fromA), byteRateText(rate.bytesFromA), {}, {}, {}},
        {Text::tr("Bytes from %1").arg(fromB), byteRateText(rate.bytesFromB), {}, {}, {}},
    };
}

} // namespace nodescope::widgets
