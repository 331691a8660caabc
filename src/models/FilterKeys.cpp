#include "models/FilterKeys.h"

#include <algorithm>
#include <cmath>

#include <QHash>

namespace nodescope::models {

using namespace cluster;

namespace {

Fact text(const QString &value)
{
    return {value, std::nullopt};
}

Fact number(std::optional<quint64> value)
{
    if (!value)
        return {};
    return {QString::number(*value), double(*value)};
}

Fact flag(bool holds)
{
    return number(holds ? 1 : 0);
}

Fact age(const QDateTime &since)
{
    if (!since.isValid())
        return {};
    const double seconds = double(since.msecsTo(QDateTime::currentDateTimeUtc())) / 1000;
    return {QString::number(qint64(seconds)), seconds};
}

template<class Value>
QStringList identifiersUpTo(Value last)
{
    QStringList all;
    for (int value = 0; value <= int(last); ++value)
        all.append(identifierOf(Value(value)));
    return all;
}

QStringList causes()
{
    QStringList all;
    for (const Cause cause : allCauses())
        all.append(identifierOf(cause));
    return all;
}

std::optional<quint64> figure(const Node &node, const Cluster &cluster,
                              std::optional<quint64> Figures::*member)
{
    const Figures *figures = cluster.figures(node.name);
    return figures ? figures->*member : std::nullopt;
}

quint64 upLinks(const Node &node, const Cluster &cluster)
{
    const QList<Link> links = cluster.linksOf(node.name);
    return quint64(std::count_if(links.begin(), links.end(), [](const Link &link) {
        return link.state == LinkState::Up || link.state == LinkState::OneSided;
    }));
}

/// What went over a link both ways, by the end that counted more of it; empty: no end told.
std::optional<quint64> carried(const Link &link, const Cluster &cluster, bool inBytes)
{
    const Traffic *traffic = cluster.traffic(link.key);
    std::optional<quint64> most;
    for (const EndTraffic *end : {traffic ? &traffic->a : nullptr, traffic ? &traffic->b : nullptr}) {
        if (!end || !end->isKnown() || (inBytes && !(end->bytesIn && end->bytesOut)))
            continue;
        const quint64 sum = inBytes ? *end->bytesIn + *end->bytesOut : end->packetsIn + end->packetsOut;
        most = std::max(most.value_or(0), sum);
    }
    return most;
}

QList<FactKey<Node>> makeNodeKeys()
{
    using K = FactKind;
    return {
        {QLatin1String("name"), K::Text, [](const Node &n, const Cluster &) { return text(n.name.name()); }},
        {QLatin1String("host"), K::Text, [](const Node &n, const Cluster &) { return text(n.name.host()); }},
        {QLatin1String("state"), K::Text,
         [](const Node &n, const Cluster &) { return text(identifierOf(n.state)); },
         [] { return identifiersUpTo(NodeState::Frozen); }},
        {QLatin1String("kind"), K::Text,
         [](const Node &n, const Cluster &) { return text(identifierOf(n.kind)); },
         [] { return identifiersUpTo(NodeKind::Self); }},
        {QLatin1String("release"), K::Count,
         [](const Node &n, const Cluster &) {
             bool isNumber = false;
             const double release = n.release.toDouble(&isNumber);
             return Fact{n.release, isNumber ? std::optional(release) : std::nullopt};
         }},
        {QLatin1String("elixir"), K::Text, [](const Node &n, const Cluster &) { return text(n.elixir); }},
        {QLatin1String("watched"), K::Text,
         [](const Node &n, const Cluster &) { return text(identifierOf(n.watched)); },
         [] { return identifiersUpTo(Watched::Hearsay); }},
        {QLatin1String("cause"), K::Text,
         [](const Node &n, const Cluster &) { return text(identifierOf(n.cause)); }, causes},
        {QLatin1String("reason"), K::Text, [](const Node &n, const Cluster &) { return text(n.reason); }},
        {QLatin1String("is"), K::Text,
         [](const Node &n, const Cluster &) {
             return text(n.hidden ? QStringLiteral("hidden") : QStringLiteral("visible"));
         },
         [] {
             return QStringList{QStringLiteral("hidden"), QStringLiteral("visible")};
         }},
        {QLatin1String("since"), K::Duration, [](const Node &n, const Cluster &) { return age(n.since); }},
        {QLatin1String("links"), K::Count,
         [](const Node &n, const Cluster &c) { return number(upLinks(n, c)); }},
        {QLatin1String("processes"), K::Count,
         [](const Node &n, const Cluster &c) { return number(figure(n, c, &Figures::processes)); }},
        {QLatin1String("memory"), K::Size,
         [](const Node &n, const Cluster &c) { return number(figure(n, c, &Figures::memory)); }},
        {QLatin1String("queue"), K::Count,
         [](const Node &n, const Cluster &c) { return number(figure(n, c, &Figures::runQueue)); }},
        {QLatin1String("reductions"), K::Count,
         [](const Node &n, const Cluster &c) { return number(figure(n, c, &Figures::reductions)); }},
        {QLatin1String("uptime"), K::Duration,
         [](const Node &n, const Cluster &c) {
             const auto milliseconds = figure(n, c, &Figures::uptime);
             return milliseconds ? Fact{QString::number(*milliseconds / 1000), double(*milliseconds) / 1000}
                                 : Fact{};
         }},
    };
}

QList<FactKey<Link>> makeLinkKeys()
{
    using K = FactKind;
    return {
        {QLatin1String("link.state"), K::Text,
         [](const Link &l, const Cluster &) { return text(identifierOf(l.state)); },
         [] { return identifiersUpTo(LinkState::Down); }},
        {QLatin1String("link.hidden"), K::Flag,
         [](const Link &l, const Cluster &) { return flag(l.hidden); }},
        {QLatin1String("link.tls"), K::Flag, [](const Link &l, const Cluster &) { return flag(l.tls); }},
        {QLatin1String("link.cause"), K::Text,
         [](const Link &l, const Cluster &) {
             return text(l.diagnosis ? identifierOf(l.diagnosis->cause) : QString());
         },
         causes},
        {QLatin1String("link.reason"), K::Text,
         [](const Link &l, const Cluster &) { return text(l.reason); }},
        {QLatin1String("link.since"), K::Duration,
         [](const Link &l, const Cluster &) { return age(l.since); }},
        {QLatin1String("link.failures"), K::Count,
         [](const Link &l, const Cluster &) { return number(quint64(std::max(0, l.failures))); }},
        {QLatin1String("link.packets"), K::Count,
         [](const Link &l, const Cluster &c) { return number(carried(l, c, false)); }},
        {QLatin1String("link.bytes"), K::Size,
         [](const Link &l, const Cluster &c) { return number(carried(l, c, true)); }},
    };
}

QList<FactKey<Event>> makeEventKeys()
{
    using K = FactKind;
    return {
        {QLatin1String("event.kind"), K::Text,
         [](const Event &e, const Cluster &) { return text(identifierOf(e.kind)); },
         [] { return identifiersUpTo(EventKind::Notice); }},
        {QLatin1String("event.reason"), K::Text,
         [](const Event &e, const Cluster &) { return text(e.reason); }},
        {QLatin1String("event.source"), K::Text,
         [](const Event &e, const Cluster &) { return text(e.source.text()); }},
        {QLatin1String("event.age"), K::Duration,
         [](const Event &e, const Cluster &) { return age(e.time); }},
    };
}

std::optional<double> unitOf(QStringView unit, FactKind kind)
{
    const QString letter = unit.toString().toLower();
    if (letter.isEmpty())
        return 1.0;
    if (kind == FactKind::Duration) {
        static const QHash<QString, double> seconds{{QStringLiteral("s"), 1.0},
                                                    {QStringLiteral("m"), 60.0},
                                                    {QStringLiteral("h"), 3600.0},
                                                    {QStringLiteral("d"), 86400.0}};
        return seconds.contains(letter) ? std::optional(seconds.value(letter)) : std::nullopt;
    }
    const double step = kind == FactKind::Size ? 1024 : 1000;
    const QString steps = QStringLiteral("kmgt");
    // `1GB` and `1GiB` are meant like `1G`.
    const QString rest = letter.mid(1);
    const bool known = rest.isEmpty() || (kind == FactKind::Size &&
                                          (rest == QLatin1String("b") || rest == QLatin1String("ib")));
    const qsizetype power = steps.indexOf(letter.at(0)) + 1;
    return known && power > 0 ? std::optional(std::pow(step, double(power))) : std::nullopt;
}

} // namespace

const QList<FactKey<Node>> &nodeKeys()
{
    static const QList<FactKey<Node>> keys = makeNodeKeys();
    return keys;
}

const QList<FactKey<Link>> &linkKeys()
{
    static const QList<FactKey<Link>> keys = makeLinkKeys();
    return keys;
}

const QList<FactKey<Event>> &eventKeys()
{
    static const QList<FactKey<Event>> keys = makeEventKeys();
    return keys;
}

std::optional<double> quantityOf(QStringView text, FactKind kind)
{
    qsizetype digits = 0;
    while (digits < text.size() && (text.at(digits).isDigit() || text.at(digits) == u'.'))
        ++digits;
    bool isNumber = false;
    const double value = text.left(digits).toDouble(&isNumber);
    const std::optional<double> unit = unitOf(text.mid(digits), kind);
    return isNumber && unit ? std::optional(value * *unit) : std::nullopt;
}

} // namespace nodescope::models
