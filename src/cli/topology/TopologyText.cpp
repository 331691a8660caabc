#include "cli/topology/TopologyText.h"

#include "cli/DiagnosisReport.h"
#include "cli/SafeText.h"
#include "cli/Words.h"

namespace nodescope::cli {

using namespace cluster;

namespace {

QString releaseOf(const Node &node)
{
    QString text = safeText(node.release);
    if (!node.elixir.isEmpty())
        text += QStringLiteral(" (Elixir %1)").arg(safeText(node.elixir));
    return text.isEmpty() ? QStringLiteral("-") : text;
}

QString stateOf(const Node &node)
{
    const QString state = identifierOf(node.state);
    return node.state == NodeState::Failed ? QStringLiteral("%1: %2").arg(state, identifierOf(node.cause))
                                           : state;
}

QStringList nodeTable(const Topology &topology)
{
    QList<QStringList> rows;
    rows.append({Words::tr("NODE"), Words::tr("STATE"), Words::tr("KIND"), Words::tr("RELEASE"),
                 Words::tr("HIDDEN"), Words::tr("WATCHED")});
    for (const Node &node : topology.nodes) {
        rows.append({safeText(node.name.text()), stateOf(node), identifierOf(node.kind), releaseOf(node),
                     node.hidden ? Words::tr("yes") : Words::tr("no"), identifierOf(node.watched)});
    }
    return columns(rows);
}

QStringList linkTable(const Topology &topology)
{
    QList<QStringList> rows;
    rows.append({Words::tr("LINK"),
                 {},
                 Words::tr("STATE"),
                 Words::tr("A SEES"),
                 Words::tr("B SEES"),
                 Words::tr("HIDDEN")});
    for (const Topology::Link &link : topology.links) {
        rows.append({safeText(link.a.text()), safeText(link.b.text()), identifierOf(link.link.state),
                     identifierOf(link.aSees), identifierOf(link.bSees),
                     link.link.hidden ? Words::tr("yes") : Words::tr("no")});
    }
    return columns(rows);
}

} // namespace

QByteArray toText(const Topology &topology)
{
    QStringList lines = nodeTable(topology);
    if (!topology.links.isEmpty()) {
        lines.append(QString());
        lines += linkTable(topology);
    }
    for (const Topology::Link &link : topology.links) {
        if (!link.link.diagnosis || link.link.state != LinkState::Failed)
            continue;
        lines += {QString(), QStringLiteral("%1 -> %2")
                                 .arg(safeText(link.link.diagnosis->from.text()),
                                      safeText(link.link.diagnosis->to.text()))};
        lines += textOf(*link.link.diagnosis);
    }
    return lines.join(u'\n').toUtf8() + '\n';
}

} // namespace nodescope::cli
