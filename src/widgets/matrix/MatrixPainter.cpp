#include "widgets/matrix/MatrixPainter.h"

#include <algorithm>

#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"

namespace nodescope::widgets {

using models::Matrix;
using Seen = models::Matrix::Seen;

namespace {
std::pair<int, int> inView(int offset, int length, int cell, int count)
{
    return {std::max(0, offset / cell), std::min(count - 1, (offset + length - 1) / cell)};
}

void paintCross(QPainter &painter, const QRectF &square, const QColor &colour, qreal width)
{
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(square.topLeft(), square.bottomRight());
    painter.drawLine(square.topRight(), square.bottomLeft());
}
} // namespace

// ---- Geometry ----

QRect MatrixGeometry::cells() const
{
    return QRect(QPoint(headWidth, headHeight), QPoint(view.width() - 1, view.height() - 1));
}

QRect MatrixGeometry::rectOf(const QPoint &at) const
{
    return {QPoint(headWidth, headHeight) - offset + at * cell, QSize(cell, cell)};
}

QPoint MatrixGeometry::cellAt(const QPoint &at) const
{
    const QPoint inside = at - QPoint(headWidth, headHeight) + offset;
    const int column = at.x() < headWidth ? -1 : inside.x() / cell;
    const int row = at.y() < headHeight ? -1 : inside.y() / cell;
    if (column >= count || row >= count)
        return {-1, -1};
    return {column, row};
}

std::pair<int, int> MatrixGeometry::rows() const
{
    return inView(offset.y(), cells().height(), cell, count);
}

std::pair<int, int> MatrixGeometry::columns() const
{
    return inView(offset.x(), cells().width(), cell, count);
}

// ---- Painting ----

MatrixPainter::MatrixPainter(QPainter &painter, const Theme &theme, const MatrixGeometry &geometry,
                             const Matrix &matrix, const cluster::Cluster &cluster, const Marks &marks)
    : m_painter(painter)
    , m_theme(theme)
    , m_at(geometry)
    , m_matrix(matrix)
    , m_cluster(cluster)
    , m_marks(marks)
{
}

void MatrixPainter::paint()
{
    m_painter.fillRect(QRect(QPoint(), m_at.view), m_theme.panel);
    m_painter.setClipRect(m_at.cells());
    paintGrid();
    paintCells();
    paintMarks();
    m_painter.setClipRect(QRect(0, m_at.headHeight, m_at.headWidth, m_at.view.height()));
    paintRowNames();
    m_painter.setClipRect(QRect(m_at.headWidth, 0, m_at.view.width(), m_at.headHeight));
    paintColumnNames();
    m_painter.setClipping(false);
    m_painter.setPen(m_theme.hairline);
    m_painter.drawLine(0, m_at.headHeight - 1, m_at.view.width(), m_at.headHeight - 1);
    m_painter.drawLine(m_at.headWidth - 1, 0, m_at.headWidth - 1, m_at.view.height());
}

void MatrixPainter::paintGrid()
{
    const auto [firstRow, lastRow] = m_at.rows();
    const auto [firstColumn, lastColumn] = m_at.columns();
    if (m_marks.selectedNode >= 0) {
        QColor band = m_theme.accent;
        band.setAlphaF(0.10F);
        const QRect cell = m_at.rectOf({m_marks.selectedNode, m_marks.selectedNode});
        const QRect all = m_at.rectOf({0, 0}).united(m_at.rectOf({m_at.count - 1, m_at.count - 1}));
        m_painter.fillRect(QRect(all.left(), cell.top(), all.width(), cell.height()), band);
        m_painter.fillRect(QRect(cell.left(), all.top(), cell.width(), all.height()), band);
    }
    // Groups stand apart; between single cells no line is needed.
    m_painter.setPen(QPen(m_theme.hairline, 1));
    const QRect last = m_at.rectOf({m_at.count - 1, m_at.count - 1});
    for (int row = std::max(firstRow, 1); row <= lastRow; ++row) {
        if (m_matrix.beginsGroup(row)) {
            const int y = m_at.rectOf({0, row}).top();
            m_painter.drawLine(m_at.headWidth, y, last.right(), y);
        }
    }
    for (int column = std::max(firstColumn, 1); column <= lastColumn; ++column) {
        if (m_matrix.beginsGroup(column)) {
            const int x = m_at.rectOf({column, 0}).left();
            m_painter.drawLine(x, m_at.headHeight, x, last.bottom());
        }
    }
}

void MatrixPainter::paintCells()
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    const auto [firstRow, lastRow] = m_at.rows();
    const auto [firstColumn, lastColumn] = m_at.columns();
    for (int row = firstRow; row <= lastRow; ++row) {
        const base::NodeName &viewer = m_matrix.node(row);
        for (int column = firstColumn; column <= lastColumn; ++column) {
            const Seen seen = Matrix::seen(m_cluster, viewer, m_matrix.node(column));
            if (seen != Seen::Nothing)
                paintSign(m_painter, m_theme, m_at.rectOf({column, row}), seen);
        }
    }
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void MatrixPainter::paintSign(QPainter &painter, const Theme &theme, const QRectF &square, Seen seen)
{
    const qreal side = square.width();
    const QPointF centre = square.center();
    const auto inner = [&](qreal part) {
        return QRectF(centre - QPointF(side, side) * part / 2, QSizeF(side, side) * part);
    };
    switch (seen) {
    case Seen::Itself:
        painter.setPen(QPen(theme.hairline, theme.px(1)));
        painter.drawLine(square.topLeft(), square.bottomRight());
        break;
    case Seen::NotAsked:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.secondary);
        painter.drawEllipse(centre, side * 0.07, side * 0.07);
        break;
    case Seen::Nothing:
        break;
    case Seen::Up:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.up);
        painter.drawRoundedRect(inner(0.62), side * 0.12, side * 0.12);
        break;
    case Seen::Hidden:
        painter.setPen(QPen(theme.up, theme.px(1.5)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(inner(0.54), side * 0.12, side * 0.12);
        break;
    case Seen::Pending:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.attention);
        for (const int aside : {-1, 0, 1})
            painter.drawEllipse(centre + QPointF(aside * side * 0.24, 0), side * 0.085, side * 0.085);
        break;
    case Seen::Denied:
        // A half: the other end alone sees it.
        painter.setPen(QPen(theme.attention, theme.px(1.5)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(inner(0.58), side * 0.12, side * 0.12);
        painter.drawLine(inner(0.58).bottomLeft(), inner(0.58).topRight());
        break;
    case Seen::Failed:
        paintCross(painter, inner(0.44), theme.failed, theme.px(1.9));
        break;
    }
}

void MatrixPainter::frame(const QPoint &cell, const QColor &colour, qreal width)
{
    if (cell.x() < 0 || cell.y() < 0)
        return;
    m_painter.setPen(QPen(colour, width));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(QRectF(m_at.rectOf(cell)).adjusted(width / 2, width / 2, -width / 2, -width / 2));
}

void MatrixPainter::paintMarks()
{
    frame(m_marks.hovered, m_theme.hairline, 1);
    const QPoint &link = m_marks.selectedLink;
    frame(link, m_theme.accent, m_theme.px(1.6));
    frame({link.y(), link.x()}, m_theme.accent, m_theme.px(1.6));
    if (m_marks.focused)
        frame(m_marks.current, m_theme.text, m_theme.px(1.4));
}

QString MatrixPainter::nameOf(int index) const
{
    return visibleText(m_matrix.node(index).text(), 60);
}

void MatrixPainter::paintRowNames()
{
    const auto [first, last] = m_at.rows();
    const QFontMetrics metrics(m_theme.small);
    m_painter.setFont(m_theme.small);
    for (int row = first; row <= last; ++row) {
        const bool marked = row == m_marks.selectedNode || row == m_marks.hovered.y();
        m_painter.setPen(marked ? m_theme.text : m_theme.secondary);
        const QRect cell = m_at.rectOf({0, row});
        const QRect room(m_theme.ipx(10), cell.top(), m_at.headWidth - m_theme.ipx(16), cell.height());
        m_painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
                           metrics.elidedText(nameOf(row), Qt::ElideMiddle, room.width()));
    }
}

void MatrixPainter::paintColumnNames()
{
    const auto [first, last] = m_at.columns();
    const QFontMetrics metrics(m_theme.small);
    m_painter.setFont(m_theme.small);
    for (int column = first; column <= last; ++column) {
        const bool marked = column == m_marks.selectedNode || column == m_marks.hovered.x();
        m_painter.setPen(marked ? m_theme.text : m_theme.secondary);
        const QRect cell = m_at.rectOf({column, 0});
        m_painter.save();
        m_painter.translate(cell.left(), m_at.headHeight - m_theme.ipx(5));
        m_painter.rotate(-90);
        const int length = m_at.headHeight - m_theme.ipx(10);
        // The host stands at the left; above there is room for the name alone, whose end tells it from
        // others.
        const QString name = visibleText(m_matrix.node(column).name(), 60);
        m_painter.drawText(QRect(0, 0, length, cell.width()),
                           Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                           metrics.elidedText(name, Qt::ElideLeft, length));
        m_painter.restore();
    }
}

} // namespace nodescope::widgets
