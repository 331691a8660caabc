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

/// Whether a node publishes itself is known once there was a link to it, or another one told of its own. A
/// handshake that failed does not tell: to a caller with a dynamic name every node looks hidden.
bool isHidingKnown(const Node &node)
{
    return node.hidden || node.state == NodeState::Up || node.state == NodeState::Frozen ||
           node.state == NodeState::Down || node.state == NodeState::Reported || !node.seenBy.isEmpty();
}

QString hidingOf(bool known, bool hidden)
{
    if (!known)
        return QStringLiteral("-");
    return hidden ? Words::tr("yes") : Words::tr("no");
}

QString kindOf(const Node &node)
{
    return node.kind == NodeKind::Unknown ? QStringLiteral("-") : identifierOf(node.kind);
}

QStringList nodeTable(const Topology &topology)
{
    QList<QStringList> rows;
    rows.append({Words::tr("NODE"), Words::tr("STATE"), Words::tr("KIND"), Words::tr("RELEASE"),
                 Words::tr("HIDDEN"), Words::tr("WATCHED")});
    for (const Node &node : topology.nodes) {
        rows.append({safeText(node.name.text()), stateOf(node), kindOf(node), releaseOf(node),
                     hidingOf(isHidingKnown(node), node.hidden), identifierOf(node.watched)});
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
                     hidingOf(link.link.state != LinkState::Failed, link.link.hidden)});
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
