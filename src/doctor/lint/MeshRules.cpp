#include <algorithm>

#include <QSet>

#include "doctor/lint/LintRules.h"

namespace nodescope::doctor::lint_rules {

using namespace cluster;

namespace {

constexpr qsizetype MaxShownLinks = 50;

using Mesh = QHash<base::NodeName, const NodeSettings *>;

/// The nodes that are joined by visible links of those that told, from `from` on.
QSet<base::NodeName> reachable(const Mesh &mesh, const base::NodeName &from)
{
    QSet<base::NodeName> seen{from};
    QList<base::NodeName> open{from};
    while (!open.isEmpty()) {
        const NodeSettings *node = mesh.value(open.takeLast());
        for (const base::NodeName &peer : *node->visible) {
            if (mesh.contains(peer) && !seen.contains(peer)) {
                seen.insert(peer);
                open.append(peer);
            }
        }
    }
    return seen;
}

/// Pairs of one mesh of which neither sees the other.
QList<LintGroup> gapsOf(const Mesh &mesh)
{
    QList<LintGroup> gaps;
    QList<base::NodeName> names = mesh.keys();
    std::sort(names.begin(), names.end());
    QSet<base::NodeName> done;
    for (const base::NodeName &first : std::as_const(names)) {
        if (done.contains(first))
            continue;
        const QSet<base::NodeName> together = reachable(mesh, first);
        done.unite(together);
        QList<base::NodeName> members = together.values();
        std::sort(members.begin(), members.end());
        for (qsizetype i = 0; i < members.size(); ++i) {
            for (qsizetype k = i + 1; k < members.size(); ++k) {
                const base::NodeName &x = members.at(i);
                const base::NodeName &y = members.at(k);
                if (!mesh.value(x)->isConnectedTo(y) && !mesh.value(y)->isConnectedTo(x))
                    gaps.append(LintGroup{QStringLiteral("missing"), {x, y}});
            }
        }
    }
    return gaps;
}

} // namespace

Found preventionWithGaps(const LintInput &input)
{
    Mesh mesh;
    bool anyPrevents = false;
    for (const NodeSettings &node : input.nodes) {
        if (!isOfTheMesh(node) || !node.visible)
            continue;
        mesh.insert(node.node, &node);
        anyPrevents = anyPrevents || node.preventsPartitions == true;
    }
    if (!anyPrevents)
        return std::nullopt;
    QList<LintGroup> gaps = gapsOf(mesh);
    if (gaps.isEmpty())
        return std::nullopt;
    const QString count = QString::number(gaps.size());
    return LintFinding{LintRule::PreventionWithGaps, LintSeverity::Danger, gaps.mid(0, MaxShownLinks), count};
}

Found expectedAbsent(const LintInput &input)
{
    Grouping groups;
    for (const base::NodeName &node : input.expected) {
        if (!input.present.contains(node))
            groups.add(QStringLiteral("absent"), node);
    }
    if (groups.isEmpty())
        return std::nullopt;
    return finding(LintRule::ExpectedAbsent, LintSeverity::Warning, groups);
}

Found oneSidedLinks(const LintInput &input)
{
    QList<LintGroup> groups;
    for (const Link &link : input.links) {
        if (link.state != LinkState::OneSided)
            continue;
        // The end that believes in it stands first.
        const bool aBelieves = link.aSees == EndView::Up;
        groups.append(LintGroup{QStringLiteral("up at one end"),
                                aBelieves ? QList{link.key.a, link.key.b} : QList{link.key.b, link.key.a}});
    }
    if (groups.isEmpty())
        return std::nullopt;
    const QString count = QString::number(groups.size());
    return LintFinding{LintRule::OneSidedLink, LintSeverity::Warning, groups.mid(0, MaxShownLinks), count};
}

} // namespace nodescope::doctor::lint_rules
