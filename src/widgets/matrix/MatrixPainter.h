#pragma once

#include <QPainter>
#include <QPoint>

#include "models/Matrix.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

/// Where things are in a matrix: pixels to cells and back. A value.
struct MatrixGeometry
{
    int cell = 18;       ///< side of a cell, pixels
    int headWidth = 120; ///< of the names at the left
    int headHeight = 70; ///< of the names above
    QPoint offset;       ///< what is scrolled away
    QSize view;
    int count = 0;

    [[nodiscard]] QRect cells() const;
    [[nodiscard]] QRect rectOf(const QPoint &cell) const;
    /// The cell under a point; -1 for a row or column means the heading of the other, (-1, -1) nothing.
    [[nodiscard]] QPoint cellAt(const QPoint &at) const;
    /// First and last row (or column) that is in view; last < first: none.
    [[nodiscard]] std::pair<int, int> rows() const;
    [[nodiscard]] std::pair<int, int> columns() const;
};

/// Paints what is in view of a matrix.
class MatrixPainter
{
public:
    struct Marks
    {
        QPoint current{-1, -1};
        QPoint hovered{-1, -1};
        int selectedNode = -1;
        QPoint selectedLink{-1, -1}; ///< and its mirror image
        bool focused = false;
    };

    MatrixPainter(QPainter &painter, const Theme &theme, const MatrixGeometry &geometry,
                  const models::Matrix &matrix, const cluster::Cluster &cluster, const Marks &marks);
    void paint();

    /// The sign of what is seen, within a square; also for the key beside the matrix.
    static void paintSign(QPainter &painter, const Theme &theme, const QRectF &square,
                          models::Matrix::Seen seen);

private:
    void paintCells();
    void paintGrid();
    void paintMarks();
    void paintRowNames();
    void paintColumnNames();
    [[nodiscard]] QString nameOf(int index) const;
    void frame(const QPoint &cell, const QColor &colour, qreal width);

    QPainter &m_painter;
    const Theme &m_theme;
    const MatrixGeometry &m_at;
    const models::Matrix &m_matrix;
    const cluster::Cluster &m_cluster;
    const Marks m_marks;
};

} // namespace nodescope::widgets
