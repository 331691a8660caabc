#include "base/SafeText.h"
#include "cluster/topology/Topology.h"

namespace nodescope::cluster {

namespace {

/// A string in DOT: only the quote is special, and a backslash begins Graphviz's own escapes in labels.
QString quoted(const QString &text)
{
    QString inner = base::safeText(text);
    inner.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + inner + u'"';
}

QString shapeOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::CNode:
        return QStringLiteral("box");
    case NodeKind::Practice:
        return QStringLiteral("octagon");
    case NodeKind::Self:
        return QStringLiteral("diamond");
    default:
        return QStringLiteral("ellipse");
    }
}

QString colourOf(NodeState state)
{
    switch (state) {
    case NodeState::Up:
        return QStringLiteral("#009E73");
    case NodeState::Failed:
        return QStringLiteral("#C8372D");
    case NodeState::Down:
    case NodeState::Expected:
        return QStringLiteral("#5F6B7A");
    default:
        return QStringLiteral("#E69F00");
    }
}

QString colourOf(LinkState state)
{
    switch (state) {
    case LinkState::Up:
        return QStringLiteral("#1D232B");
    case LinkState::Failed:
        return QStringLiteral("#C8372D");
    case LinkState::Down:
        return QStringLiteral("#D9DDE3");
    default:
        return QStringLiteral("#E69F00");
    }
}

QString nodeLine(const Node &node)
{
    return QStringLiteral("  %1 [shape=%2, color=%3, style=%4, tooltip=%5];\n")
        .arg(quoted(node.name.text()), shapeOf(node.kind), quoted(colourOf(node.state)),
             node.hidden ? QStringLiteral("dashed") : QStringLiteral("solid"),
             quoted(identifierOf(node.state)));
}

QString linkLine(const Topology::Link &link)
{
    const QString label = link.link.state == LinkState::Failed ? identifierOf(link.cause())
                          : link.link.state == LinkState::Up   ? QString()
                                                               : identifierOf(link.link.state);
    return QStringLiteral("  %1 -- %2 [color=%3, style=%4, label=%5];\n")
        .arg(quoted(link.a.text()), quoted(link.b.text()), quoted(colourOf(link.link.state)),
             link.link.hidden ? QStringLiteral("dashed") : QStringLiteral("solid"), quoted(label));
}

} // namespace

QByteArray toDot(const Topology &topology)
{
    QString out = QStringLiteral("graph cluster {\n"
                                 "  node [fontname=\"sans-serif\"];\n"
                                 "  edge [fontname=\"sans-serif\"];\n");
    for (const Node &node : topology.nodes)
        out += nodeLine(node);
    if (topology.hasSelf())
        out += QStringLiteral("  %1 [shape=diamond, style=dashed];\n").arg(quoted(selfName().text()));
    for (const Topology::Link &link : topology.links)
        out += linkLine(link);
    return out.toUtf8() + "}\n";
}

} // namespace nodescope::cluster
