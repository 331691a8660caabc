#include "widgets/exporting/ClusterFile.h"

#include <QJsonDocument>

#include "cluster/topology/Topology.h"

namespace nodescope::widgets {

QString endingOf(ClusterFormat format)
{
    switch (format) {
    case ClusterFormat::Dot:
        return QStringLiteral(".dot");
    case ClusterFormat::Graphml:
        return QStringLiteral(".graphml");
    case ClusterFormat::CsvNodes:
    case ClusterFormat::CsvLinks:
        return QStringLiteral(".csv");
    case ClusterFormat::Json:
        break;
    }
    return QStringLiteral(".json");
}

QByteArray clusterBytes(ClusterFormat format, const cluster::Cluster &cluster)
{
    const cluster::Topology topology = cluster::topologyOf(cluster);
    switch (format) {
    case ClusterFormat::Dot:
        return toDot(topology);
    case ClusterFormat::Graphml:
        return toGraphml(topology);
    case ClusterFormat::CsvNodes:
        return nodesToCsv(topology);
    case ClusterFormat::CsvLinks:
        return linksToCsv(topology);
    case ClusterFormat::Json:
        break;
    }
    return QJsonDocument(toJson(topology)).toJson();
}

} // namespace nodescope::widgets
