// The part of SequenceView that a person touches: mouse and keys.

#include <algorithm>

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/sequence/MessageWords.h"
#include "widgets/sequence/SequenceView.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

using graph::Arrow;

// ---- Mouse ----

int SequenceView::arrowAt(const QPointF &at) const
{
    const ChartGeometry geometry = geometryNow();
    const int row = geometry.rowAt(at.y());
    if (row < 0)
        return -1;
    // Anywhere on a row means its message, unless an arrow that passes is nearer.
    int found = m_sequence.rows()[size_t(row)].arrow;
    qreal least = geometry.row / 4;
    for (const int arrow : m_sequence.arrowsIn(row, row)) {
        const qreal distance = geometry.distance(m_sequence.arrows()[size_t(arrow)], at);
        if (distance < least) {
            least = distance;
            found = arrow;
        }
    }
    return found;
}

void SequenceView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const ChartGeometry at = geometryNow();
    if (event->position().y() < at.head) {
        if (const int lane = at.laneAt(event->position().x()); lane >= 0)
            m_selection.select(m_sequence.lanes()[size_t(lane)].end.node);
        return;
    }
    selectArrow(arrowAt(event->position()));
}

void SequenceView::mouseMoveEvent(QMouseEvent *event)
{
    const int arrow = arrowAt(event->position());
    if (std::exchange(m_marks.hovered, arrow) != arrow)
        viewport()->update();
}

void SequenceView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    event->angleDelta().y() > 0 ? zoomIn() : zoomOut();
    event->accept();
}

QString SequenceView::tipAt(const QPointF &at) const
{
    const ChartGeometry geometry = geometryNow();
    if (at.y() < geometry.head) {
        const int lane = geometry.laneAt(at.x());
        if (lane < 0)
            return {};
        const graph::Lane &one = m_sequence.lanes()[size_t(lane)];
        return nameFor(one, options().perNode) + u'\n' + nameFor(one.end.node);
    }
    const int index = arrowAt(at);
    if (index < 0)
        return {};
    const Arrow &arrow = m_sequence.arrows()[size_t(index)];
    QStringList lines{sentenceFor(arrow.step), fateFor(arrow), visibleText(arrow.step.text, 200)};
    if (size_t(index) < m_marks.relations.size())
        lines.append(wordFor(m_marks.relations[size_t(index)]));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

bool SequenceView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), linesAsRichText(tipAt(help->pos())), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave && m_marks.hovered >= 0) {
        m_marks.hovered = -1;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void SequenceView::hideLane(int lane)
{
    graph::SequenceOptions options = m_sequence.options();
    options.hidden.insert(m_sequence.lanes()[size_t(lane)]);
    setOptions(options);
}

void SequenceView::showOnly(int lane)
{
    QSet<graph::Lane> wanted{m_sequence.lanes()[size_t(lane)]};
    for (const Arrow &arrow : m_sequence.arrows()) {
        if (arrow.from == lane || arrow.to == lane) {
            wanted.insert(m_sequence.lanes()[size_t(arrow.from)]);
            wanted.insert(m_sequence.lanes()[size_t(arrow.to)]);
        }
    }
    graph::SequenceOptions options = m_sequence.options();
    for (const graph::Lane &one : m_sequence.lanes()) {
        if (!wanted.contains(one))
            options.hidden.insert(one);
    }
    setOptions(options);
}

void SequenceView::contextMenuEvent(QContextMenuEvent *event)
{
    const QPointF at = event->reason() == QContextMenuEvent::Mouse ? QPointF(event->pos()) : QPointF();
    const int lane = geometryNow().laneAt(at.x());
    if (event->reason() == QContextMenuEvent::Mouse)
        selectArrow(arrowAt(at));
    QMenu menu(this);
    QAction *copy = menu.addAction(icon(Glyph::Copy), tr("Copy Message"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(m_marks.selected >= 0);
    connect(copy, &QAction::triggered, this, &SequenceView::copySelected);
    menu.addSeparator();
    if (lane >= 0) {
        connect(menu.addAction(tr("Only This Process and Its Partners")), &QAction::triggered, this,
                [this, lane] { showOnly(lane); });
        connect(menu.addAction(tr("Hide This Process")), &QAction::triggered, this,
                [this, lane] { hideLane(lane); });
    }
    QAction *all = menu.addAction(tr("Show All Processes"));
    all->setEnabled(!options().hidden.isEmpty());
    connect(all, &QAction::triggered, this, [this] {
        graph::SequenceOptions options = m_sequence.options();
        options.hidden.clear();
        setOptions(options);
    });
    connect(menu.addAction(tr("Choose Processes…")), &QAction::triggered, this,
            &SequenceView::lanesRequested);
    menu.exec(event->globalPos());
}

// ---- Keys ----

void SequenceView::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_sequence.arrows().size()) - 1;
    const int page = std::max(1, int(geometryNow().body().height() / geometryNow().row) - 1);
    const int from = m_marks.selected;
    switch (event->key()) {
    case Qt::Key_Up:
        selectArrow(from < 0 ? last : std::max(0, from - 1));
        return;
    case Qt::Key_Down:
        selectArrow(from < 0 ? 0 : std::min(last, from + 1));
        return;
    case Qt::Key_PageUp:
        selectArrow(from < 0 ? last : std::max(0, from - page));
        return;
    case Qt::Key_PageDown:
        selectArrow(from < 0 ? 0 : std::min(last, from + page));
        return;
    case Qt::Key_Home:
        selectArrow(0);
        return;
    case Qt::Key_End:
        selectArrow(last);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return;
    case Qt::Key_Minus:
        zoomOut();
        return;
    case Qt::Key_0:
        resetZoom();
        return;
    default:
        break;
    }
    if (event->matches(QKeySequence::Copy))
        copySelected();
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void SequenceView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    tellSelected();
    viewport()->update();
}

void SequenceView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

// ---- The widget ----

void SequenceView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void SequenceView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    takeNew();
    layOut();
    follow(m_selection.current());
}

void SequenceView::changeEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::PaletteChange:
    case QEvent::LanguageChange:
        layOut();
        break;
    default:
        break;
    }
    QAbstractScrollArea::changeEvent(event);
}

} // namespace nodescope::widgets
