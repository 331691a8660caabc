#include "widgets/processes/TiesLayout.h"

#include <algorithm>

namespace nodescope::widgets {

using namespace cluster;

namespace {

/// The group of a node, made if need be; that of the process's own node stands first.
TieGroup &groupOf(QList<TieGroup> &groups, const base::NodeName &node, const base::NodeName &own)
{
    const auto it =
        std::find_if(groups.begin(), groups.end(), [&](const TieGroup &one) { return one.node == node; });
    if (it != groups.end())
        return *it;
    TieGroup group;
    group.node = node;
    if (node == own) {
        groups.prepend(group);
        return groups.first();
    }
    groups.append(group);
    return groups.last();
}

QList<TieGroup> grouped(const ProcessDetail &detail, int most)
{
    QList<TieGroup> groups;
    for (int i = 0; i < detail.ties.size(); ++i) {
        const ProcessTie &tie = detail.ties.at(i);
        TieGroup &group = groupOf(groups, tie.node, detail.node);
        const auto same = std::find_if(group.boxes.begin(), group.boxes.end(), [&](const TieBox &box) {
            return detail.ties.at(box.tie).other == tie.other;
        });
        if (same != group.boxes.end()) {
            if (!same->kinds.contains(tie.kind))
                same->kinds.append(tie.kind);
        } else if (group.boxes.size() < most) {
            group.boxes.append({{}, i, {tie.kind}});
        } else {
            ++group.leftOut;
        }
    }
    return groups;
}

} // namespace

TiesDrawing layTies(const ProcessDetail &detail, const TieSizes &sizes, qreal width)
{
    TiesDrawing drawing;
    drawing.groups = grouped(detail, sizes.mostPerGroup);
    const qreal left = sizes.gap + sizes.box + 8 * sizes.gap;
    const qreal groupWidth = sizes.box + 2 * sizes.gap;
    qreal x = left;
    qreal y = sizes.gap;
    qreal rowHeight = 0;
    for (TieGroup &group : drawing.groups) {
        const auto lines = static_cast<qreal>(group.boxes.size() + (group.leftOut > 0 ? 1 : 0));
        const qreal height = sizes.title + lines * (sizes.height + sizes.gap) + sizes.gap;
        if (x > left && x + groupWidth + sizes.gap > width) {
            x = left;
            y += rowHeight + sizes.gap;
            rowHeight = 0;
        }
        group.frame = QRectF(x, y, groupWidth, height);
        qreal boxY = y + sizes.title + sizes.gap;
        for (TieBox &box : group.boxes) {
            box.rect = QRectF(x + sizes.gap, boxY, sizes.box, sizes.height);
            boxY += sizes.height + sizes.gap;
        }
        x += groupWidth + 3 * sizes.gap;
        rowHeight = std::max(rowHeight, height);
        drawing.size = drawing.size.expandedTo(
            QSizeF(group.frame.right() + sizes.gap, group.frame.bottom() + sizes.gap));
    }
    const qreal middle = std::max(sizes.gap, drawing.size.height() / 2 - sizes.height);
    drawing.middle = QRectF(sizes.gap, std::min(middle, 6 * sizes.height), sizes.box, 2 * sizes.height);
    drawing.size = drawing.size.expandedTo(
        QSizeF(drawing.middle.right() + sizes.gap, drawing.middle.bottom() + sizes.gap));
    return drawing;
}

} // namespace nodescope::widgets
