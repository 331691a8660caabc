#include "models/Trends.h"

#include <algorithm>

namespace nodescope::models {

using namespace cluster;

namespace {
void append(QList<float> &values, std::optional<double> value)
{
    if (!value)
        return;
    if (values.size() >= Trends::MaxPoints)
        values.removeFirst();
    values.append(float(*value));
}

/// How much a count rose a second; empty when it went back or no time passed.
std::optional<double> rise(std::optional<quint64> from, std::optional<quint64> to, base::Duration during)
{
    if (!from || !to || *to < *from || during <= base::Duration::zero())
        return std::nullopt;
    return double(*to - *from) / std::chrono::duration<double>(during).count();
}

std::optional<double> sum(std::optional<double> x, std::optional<double> y)
{
    return x || y ? std::optional(x.value_or(0) + y.value_or(0)) : std::nullopt;
}

std::optional<double> asNumber(std::optional<quint64> value)
{
    return value ? std::optional(double(*value)) : std::nullopt;
}

/// Whether one reading follows another of the same connection.
bool goesOn(const EndTraffic &from, const EndTraffic &to)
{
    return from.isKnown() && to.at > from.at && to.packetsIn >= from.packetsIn &&
           to.packetsOut >= from.packetsOut;
}
} // namespace

std::optional<double> LinkRate::packets() const
{
    return sum(packetsFromA, packetsFromB);
}

std::optional<double> LinkRate::bytes() const
{
    return sum(bytesFromA, bytesFromB);
}

Trends::Trends(const ClusterStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&store, &ClusterStore::figuresChanged, this, &Trends::takeFigures);
    connect(&store, &ClusterStore::trafficChanged, this, &Trends::takeTraffic);
    connect(&store, &ClusterStore::nodeRemoved, this, &Trends::takeFigures);
    connect(&store, &ClusterStore::linkRemoved, this, &Trends::takeTraffic);
    connect(&store, &ClusterStore::reset, this, &Trends::clear);
}

void Trends::clear()
{
    m_nodes.clear();
    m_links.clear();
}

void Trends::takeFigures(const base::NodeName &node)
{
    const Figures *told = m_store.cluster().figures(node);
    if (!told) {
        if (m_nodes.remove(node))
            Q_EMIT nodeChanged(node);
        return;
    }
    NodeTrend &trend = m_nodes[node];
    const auto set = [&](Figure figure, std::optional<double> value) {
        trend.now[std::size_t(figure)] = value;
        append(trend.recent[std::size_t(figure)], value);
    };
    set(Figure::Processes, asNumber(told->processes));
    set(Figure::Memory, asNumber(told->memory));
    set(Figure::RunQueue, asNumber(told->runQueue));
    set(Figure::Uptime, asNumber(told->uptime));
    set(Figure::Reductions, trend.last.isKnown()
                                ? rise(trend.last.reductions, told->reductions, told->at - trend.last.at)
                                : std::nullopt);
    trend.last = *told;
    Q_EMIT nodeChanged(node);
}

void Trends::takeTraffic(const LinkKey &link)
{
    const Traffic *told = m_store.cluster().traffic(link);
    if (!told) {
        if (m_links.remove(link))
            Q_EMIT linkChanged(link);
        return;
    }
    LinkTrend &trend = m_links[link];
    const bool fromA = told->a.isKnown();
    const EndTraffic &end = fromA ? told->a : told->b;
    if (trend.fromA == fromA && trend.last.at == end.at && trend.last.isKnown())
        return; // the other end told
    trend.rate = {};
    if (trend.fromA == fromA && goesOn(trend.last, end)) {
        const base::Duration during = end.at - trend.last.at;
        const auto out = rise(trend.last.packetsOut, end.packetsOut, during);
        const auto in = rise(trend.last.packetsIn, end.packetsIn, during);
        const auto bytesOut = rise(trend.last.bytesOut, end.bytesOut, during);
        const auto bytesIn = rise(trend.last.bytesIn, end.bytesIn, during);
        trend.rate = fromA ? LinkRate{out, in, bytesOut, bytesIn} : LinkRate{in, out, bytesIn, bytesOut};
    }
    trend.fromA = fromA;
    trend.last = end;
    append(trend.packets, trend.rate.packets());
    append(trend.bytes, trend.rate.bytes());
    Q_EMIT linkChanged(link);
}

std::optional<double> Trends::now(const base::NodeName &node, Figure figure) const
{
    const auto it = m_nodes.constFind(node);
    return it == m_nodes.constEnd() ? std::nullopt : it->now[std::size_t(figure)];
}

QList<float> Trends::recent(const base::NodeName &node, Figure figure) const
{
    const auto it = m_nodes.constFind(node);
    return it == m_nodes.constEnd() ? QList<float>() : it->recent[std::size_t(figure)];
}

LinkRate Trends::rate(const LinkKey &link) const
{
    const auto it = m_links.constFind(link);
    return it == m_links.constEnd() ? LinkRate() : it->rate;
}

QList<float> Trends::recentPackets(const LinkKey &link) const
{
    const auto it = m_links.constFind(link);
    return it == m_links.constEnd() ? QList<float>() : it->packets;
}

QList<float> Trends::recentBytes(const LinkKey &link) const
{
    const auto it = m_links.constFind(link);
    return it == m_links.constEnd() ? QList<float>() : it->bytes;
}

} // namespace nodescope::models
