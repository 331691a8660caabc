// The part of MatrixView that a person touches: mouse and keys.

#include "widgets/matrix/MatrixView.h"

#include <algorithm>

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>

#include "widgets/common/SafeText.h"
#include "widgets/matrix/MatrixWords.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

// ---- Mouse ----

void MatrixView::mousePressEvent(QMouseEvent *event)
{
    const QPoint cell = geometryNow().cellAt(event->pos());
    if (event->button() != Qt::LeftButton || (cell.x() < 0 && cell.y() < 0))
        return;
    setFocus(Qt::MouseFocusReason);
    if (cell.x() >= 0 && cell.y() >= 0)
        setCurrentCell(cell);
    select(cell);
}

void MatrixView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint cell = geometryNow().cellAt(event->pos());
    if (cell == m_hovered)
        return;
    m_hovered = cell;
    viewport()->update();
}

QString MatrixView::tipAt(const QPoint &at) const
{
    const QPoint cell = geometryNow().cellAt(at);
    if (cell.x() < 0 && cell.y() < 0)
        return {};
    if (cell.x() < 0 || cell.y() < 0)
        return m_matrix.node(std::max(cell.x(), cell.y())).text();
    return sentenceFor(m_store.cluster(), m_matrix.node(cell.y()), m_matrix.node(cell.x()));
}

bool MatrixView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), linesAsRichText(tipAt(help->pos())), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave && m_hovered != QPoint(-1, -1)) {
        m_hovered = {-1, -1};
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void MatrixView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    QAction *row = menu.addAction(icon(Glyph::Copy), tr("Copy Row"));
    row->setShortcut(QKeySequence::Copy);
    row->setEnabled(m_current.y() >= 0);
    connect(row, &QAction::triggered, this, &MatrixView::copyRow);
    QAction *all = menu.addAction(tr("Copy All"));
    all->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    all->setEnabled(m_matrix.size() > 0 && m_matrix.size() <= MostCopied);
    connect(all, &QAction::triggered, this, &MatrixView::copyAll);
    menu.exec(event->globalPos());
}

// ---- Keys ----

void MatrixView::keyPressEvent(QKeyEvent *event)
{
    const bool far = event->modifiers() & Qt::ControlModifier;
    const int page = std::max(1, geometryNow().cells().height() / geometryNow().cell - 1);
    const int all = m_matrix.size();
    QPoint step;
    switch (event->key()) {
    case Qt::Key_Left:
        step = {far ? -all : -1, 0};
        break;
    case Qt::Key_Right:
        step = {far ? all : 1, 0};
        break;
    case Qt::Key_Up:
        step = {0, far ? -all : -1};
        break;
    case Qt::Key_Down:
        step = {0, far ? all : 1};
        break;
    case Qt::Key_PageUp:
        step = {0, -page};
        break;
    case Qt::Key_PageDown:
        step = {0, page};
        break;
    case Qt::Key_Home:
        step = {-all, far ? -all : 0};
        break;
    case Qt::Key_End:
        step = {all, far ? all : 0};
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        select(m_current);
        return;
    case Qt::Key_C:
        if (far) {
            event->modifiers() & Qt::ShiftModifier ? copyAll() : copyRow();
            return;
        }
        [[fallthrough]];
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    setCurrentCell(m_current + step);
}

} // namespace nodescope::widgets
