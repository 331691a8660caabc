#pragma once

#include <QRectF>

#include "cluster/Node.h"
#include "widgets/style/Theme.h"

class QPainter;

namespace nodescope::widgets {

/// The node's mark as in the graph, small: shape by kind, ring by state. For lists and headings.
void paintNodeSign(QPainter &painter, const cluster::Node &node, const QRectF &rect, const Theme &theme);

} // namespace nodescope::widgets
