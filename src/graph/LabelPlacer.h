#pragma once

#include <vector>

#include <QRectF>

namespace nodescope::graph {

/// One label that wants a place beside its node, in view coordinates.
struct LabelWish
{
    QPointF centre;        ///< of the node
    double radius = 0;     ///< of the node's shape
    QSizeF size;           ///< of the label
    int priority = 0;      ///< higher ones choose first
    bool mustShow = false; ///< when nothing near is free it stands further away, or where it covers least
};

/// Where each label goes, in the order of the wishes; an empty rectangle: it has no room and is not
/// shown. No two rectangles overlap, and none covers a node, except those that must be shown.
/// `taken` are places that are not free (legend, signs of links).
[[nodiscard]] std::vector<QRectF> placeLabels(const std::vector<LabelWish> &wishes,
                                              const std::vector<QRectF> &taken);

} // namespace nodescope::graph
