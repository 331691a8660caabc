#include "widgets/graphview/Hulls.h"

#include <algorithm>

#include <QMap>

#include "graph/Hull.h"
#include "graph/LayoutInput.h"
#include "widgets/common/HostMask.h"
#include "widgets/common/SafeText.h"
#include "widgets/graphview/GraphText.h"

namespace nodescope::widgets {

namespace {

/// More hulls than this are a mosaic that says nothing.
constexpr int MostHulls = 80;

/// Room for a node and its label below.
void addPoints(std::vector<QPointF> &points, const Picture &picture, int node)
{
    const QPointF at = picture.positionInView(node);
    points.push_back(at);
    if (!picture.showsTitles())
        return;
    const qreal below = picture.nodeRadius() + picture.theme.px(picture.showsSubtitles() ? 26 : 12);
    const qreal aside = picture.theme.px(18);
    points.push_back(at + QPointF(-aside, below));
    points.push_back(at + QPointF(aside, below));
}

qreal paddingOf(const Picture &picture)
{
    return picture.nodeRadius() + picture.theme.px(22) * std::clamp(picture.relativeZoom(), 0.3, 1.0);
}

} // namespace

HullGroups groupsOf(const graph::Graph &graph, graph::LayoutKind kind)
{
    QMap<QString, std::vector<int>> groups;
    if (kind == graph::LayoutKind::Partition) {
        const std::vector<int> order = graph.sortedOrder();
        const std::vector<int> partition = graph::partitionsOf(graph, order);
        for (size_t i = 0; i < order.size(); ++i) {
            if (order[i] != graph.selfIndex())
                groups[GraphText::tr("partition %1").arg(partition[i] + 1)].push_back(order[i]);
        }
    } else {
        for (int i = 0; i < graph.nodeCount() && groups.size() <= MostHulls; ++i) {
            if (!graph.vertex(i).host.isEmpty())
                groups[graph.vertex(i).host].push_back(i);
        }
    }
    if (groups.size() > MostHulls)
        return {};
    HullGroups list;
    for (auto it = groups.cbegin(); it != groups.cend(); ++it)
        list.emplace_back(it.key(), it.value());
    return list;
}

std::vector<Hull> hullsOf(const Picture &picture)
{
    std::vector<Hull> hulls;
    const qreal padding = paddingOf(picture);
    for (const std::vector<int> &members : picture.meshes) {
        std::vector<QPointF> points;
        points.reserve(members.size());
        for (const int node : members)
            points.push_back(picture.positionInView(node));
        hulls.push_back(Hull{graph::roundedHull(points, picture.nodeRadius()),
                             GraphText::tr("full mesh of %n node(s)", nullptr, int(members.size())), true,
                             -1});
    }
    if (!picture.showsHulls())
        return hulls;
    int group = -1;
    for (const auto &[name, members] : picture.groups) {
        ++group;
        std::vector<QPointF> points;
        for (const int node : members) {
            if (picture.graph->isPlaced(node))
                addPoints(points, picture, node);
        }
        if (points.empty())
            continue;
        // To a room a host is one of several; its address is nobody's business.
        const bool hides = picture.presenting && !HostMask::instance().isActive();
        const QString text = hides && picture.layoutKind != graph::LayoutKind::Partition
                                 ? GraphText::tr("host %1").arg(hulls.size() - picture.meshes.size() + 1)
                                 : visibleText(name, 60);
        const bool partition =
            picture.layoutKind == graph::LayoutKind::Partition && picture.groups.size() > 1;
        hulls.push_back(Hull{graph::roundedHull(points, padding), text, false, partition ? group : -1});
    }
    return hulls;
}

} // namespace nodescope::widgets
