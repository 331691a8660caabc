#include "cli/discover/DiscoveryOutput.h"

#include "cli/SafeText.h"
#include "cli/Words.h"
#include "cluster/Disagreement.h"
#include "cluster/topology/Topology.h"

namespace nodescope::cli {

using namespace cluster;

namespace {

QJsonObject nodeJson(const Node &node)
{
    return {{QStringLiteral("name"), node.name.text()},
            {QStringLiteral("state"), identifierOf(node.state)},
            {QStringLiteral("port"), node.port},
            {QStringLiteral("expected"), node.expected},
            {QStringLiteral("sightings"), sightingsToJson(node)},
            {QStringLiteral("disagree"), disagreementOf(node).has_value()}};
}

QJsonObject sourceJson(const DiscoverySource &source)
{
    QJsonObject object = toJson(source.spec);
    object.insert(QStringLiteral("id"), source.id);
    object.insert(QStringLiteral("on"), source.on);
    object.insert(QStringLiteral("found"), source.found);
    object.insert(QStringLiteral("asked"), source.asked.isNull()
                                               ? QJsonValue()
                                               : QJsonValue(source.asked.toString(Qt::ISODateWithMs)));
    if (source.problem != SourceProblem::None) {
        object.insert(QStringLiteral("problem"), identifierOf(source.problem));
        object.insert(QStringLiteral("detail"), source.detail);
    }
    return object;
}

QString tellersOf(const Node &node, bool present)
{
    QStringList sources;
    for (const Sighting &sighting : node.sightings) {
        if (sighting.present == present)
            sources.append(safeText(sighting.source));
    }
    return sources.isEmpty() ? QStringLiteral("-") : sources.join(QStringLiteral(", "));
}

QStringList sourceTable(const Cluster &cluster)
{
    QList<QStringList> rows{{Words::tr("SOURCE"), Words::tr("NODES"), Words::tr("PROBLEM")}};
    for (const DiscoverySource &source : cluster.sources()) {
        QString problem =
            source.problem == SourceProblem::None ? QStringLiteral("-") : identifierOf(source.problem);
        if (!source.detail.isEmpty())
            problem += QStringLiteral(": ") + safeText(source.detail);
        rows.append({safeText(source.id), QString::number(source.found), problem});
    }
    return columns(rows);
}

} // namespace

QJsonObject discoveryToJson(const Cluster &cluster)
{
    QJsonArray nodes;
    const QList<Node> sorted = cluster.sortedNodes();
    for (const Node &node : sorted)
        nodes.append(nodeJson(node));
    QJsonArray sources;
    for (const DiscoverySource &source : cluster.sources())
        sources.append(sourceJson(source));
    return {{QStringLiteral("nodes"), nodes}, {QStringLiteral("sources"), sources}};
}

QByteArray discoveryToText(const Cluster &cluster)
{
    QList<QStringList> rows{
        {Words::tr("NODE"), Words::tr("STATE"), Words::tr("TOLD BY"), Words::tr("MISSING IN")}};
    const QList<Node> nodes = cluster.sortedNodes();
    for (const Node &node : nodes)
        rows.append({safeText(node.name.text()), identifierOf(node.state), tellersOf(node, true),
                     tellersOf(node, false)});
    QStringList lines = columns(rows);
    lines.append(QString());
    lines += sourceTable(cluster);
    return lines.join(u'\n').toUtf8() + '\n';
}

} // namespace nodescope::cli
