#pragma once

#include <QPainter>

#include "widgets/graphview/Annotations.h"

namespace nodescope::widgets {

/// Paints links one by one with QPainter: the best look, for up to some hundred links and for those
/// that LinkLayer leaves out (states that are not plain, the ones under the pointer).
class LinkPainter
{
public:
    LinkPainter(const Picture &picture, QPainter &painter);

    void paint(int edge);
    /// With more weight, in the colour of its state: hovered or selected.
    void paintMarked(int edge);
    /// Many of them, dark and thin: the links of a node that has hundreds.
    void paintPlainly(const std::vector<int> &edges);
    void paintSign(const LinkSign &sign);
    /// For how long nothing has come in: the filled part of a clock.
    void paintClock(const LinkClock &clock);
    /// Such a clock; of its face so many quarters are filled.
    static void paintClock(QPainter &painter, const Theme &theme, const QPointF &centre, qreal radius,
                           int quarters);

    /// Whether a link is a plain line, which LinkLayer can draw.
    [[nodiscard]] static bool isPlain(const LinkLook &look);

private:
    void stroke(const graph::LinkCurve &curve, const LinkLook &look, qreal extraWidth);
    void strokeHalf(const QPointF &from, const QPointF &to, const LinkLook &look, qreal alpha, qreal width);
    void paintTiny(const LinkSign &sign);
    void paintTick(const graph::LinkCurve &curve, const LinkLook &look);

    const Picture &m_picture;
    QPainter &m_painter;
};

} // namespace nodescope::widgets
