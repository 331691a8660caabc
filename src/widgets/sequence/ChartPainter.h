#pragma once

#include <QPainter>

#include "graph/sequence/CausalOrder.h"
#include "widgets/sequence/ChartGeometry.h"

namespace nodescope::widgets {

/// Paints what is in view of a sequence chart: names above, moments at the left, lanes and arrows.
///
/// A full head is a message that arrived, an open one of which that is not known, a cross one that failed. An
/// empty circle is a moment that nobody saw. A lane is a full line where the order of what stands on it is
/// known, and dotted where it is not.
class ChartPainter
{
public:
    struct Marks
    {
        int selected = -1; ///< an arrow
        int hovered = -1;
        std::vector<graph::Relation> relations; ///< to the selected one; empty: none is
        int futureRow = -1; ///< from here on it had not happened at the moment that is shown; -1: all had
        bool focused = false;
    };

    /// All must outlive the painter.
    ChartPainter(QPainter &painter, const Theme &theme, const ChartGeometry &geometry,
                 const graph::Sequence &sequence, const graph::CausalOrder &order, const Marks &marks);
    void paint();

private:
    void paintBands();
    void paintLanes();
    void paintArrows();
    void paintArrow(int index, bool label);
    void paintLoop(const graph::Arrow &arrow, const QColor &colour);
    void paintHead(const graph::Arrow &arrow, const QPointF &tip, const QPointF &towards,
                   const QColor &colour);
    void paintStart(const graph::Arrow &arrow, const QColor &colour);
    void paintLabel(int index, const QColor &colour);
    void paintFuture();
    void paintTimes();
    void paintHeads();
    [[nodiscard]] QColor colourOf(int index) const;
    [[nodiscard]] QString labelOf(const graph::Arrow &arrow) const;
    [[nodiscard]] bool isFaded(int index) const;

    QPainter &m_painter;
    const Theme &m_theme;
    const ChartGeometry &m_at;
    const graph::Sequence &m_sequence;
    const graph::CausalOrder &m_order;
    const Marks &m_marks;
    int m_first = 0; ///< rows in view
    int m_last = -1;
    std::vector<int> m_arrows;
};

} // namespace nodescope::widgets
