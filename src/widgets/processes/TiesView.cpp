#include "widgets/processes/TiesView.h"

#include <cmath>

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include "widgets/common/SafeText.h"
#include "widgets/processes/ProcessWords.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using cluster::ProcessTie;
using cluster::TieKind;

namespace {
/// An arrow's head at the end of a line that comes from `from`.
void paintHead(QPainter &painter, const QPointF &from, const QPointF &to, qreal size)
{
    const QLineF line(from, to);
    const QPointF back = (from - to) / std::max<qreal>(1, line.length()) * size;
    const QPointF side(-back.y() / 2, back.x() / 2);
    painter.save();
    painter.setBrush(painter.pen().color());
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(QPolygonF({to, to + back + side, to + back - side}));
    painter.restore();
}
} // namespace

TiesView::TiesView(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

TieSizes TiesView::sizes() const
{
    const Theme theme = Theme::current(this);
    TieSizes sizes;
    sizes.box = theme.px(132);
    sizes.height = theme.px(22);
    sizes.gap = theme.px(6);
    sizes.title = theme.px(18);
    return sizes;
}

void TiesView::setDetail(const cluster::ProcessDetail &detail)
{
    m_detail = detail;
    lay();
    updateGeometry();
    update();
}

void TiesView::lay()
{
    m_drawing = m_detail.pid.isEmpty() ? TiesDrawing() : layTies(m_detail, sizes(), width());
}

int TiesView::heightForWidth(int width) const
{
    if (m_detail.pid.isEmpty())
        return 0;
    return static_cast<int>(std::ceil(layTies(m_detail, sizes(), width).size.height()));
}

QSize TiesView::sizeHint() const
{
    return m_drawing.size.toSize();
}

void TiesView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    lay();
}

void TiesView::paintEvent(QPaintEvent *)
{
    if (m_detail.pid.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::current(this);
    for (const TieGroup &group : std::as_const(m_drawing.groups))
        paintGroup(painter, theme, group);
    for (const TieGroup &group : std::as_const(m_drawing.groups)) {
        for (const TieBox &box : group.boxes)
            paintLines(painter, theme, box);
    }
    for (const TieGroup &group : std::as_const(m_drawing.groups)) {
        for (const TieBox &box : group.boxes) {
            const ProcessTie &tie = m_detail.ties.at(box.tie);
            paintBox(painter, theme, box.rect, processText(tie.name, tie.other), false);
        }
    }
    paintBox(painter, theme, m_drawing.middle, processText(m_detail.facts.name, m_detail.pid), true);
}

void TiesView::paintGroup(QPainter &painter, const Theme &theme, const TieGroup &group) const
{
    painter.setPen(QPen(theme.hullLine, 1));
    painter.setBrush(theme.hull);
    painter.drawRoundedRect(group.frame, theme.cornerRadius(), theme.cornerRadius());
    painter.setPen(theme.secondary);
    painter.setFont(theme.small);
    const QRectF title = group.frame.adjusted(theme.px(6), theme.px(2), -theme.px(6), 0);
    const QFontMetricsF metrics(theme.small);
    const QString name =
        metrics.elidedText(visibleText(group.node.text(), 100), Qt::ElideMiddle, title.width());
    painter.drawText(title, Qt::AlignLeft | Qt::AlignTop, name);
    if (group.leftOut > 0)
        painter.drawText(title.adjusted(0, 0, 0, -theme.px(6)), Qt::AlignLeft | Qt::AlignBottom,
                         tr("and %n more", nullptr, group.leftOut));
}

void TiesView::paintLines(QPainter &painter, const Theme &theme, const TieBox &box) const
{
    const auto count = static_cast<int>(box.kinds.size());
    for (int i = 0; i < count; ++i) {
        const qreal shift = (i - (count - 1) / 2.0) * theme.px(5);
        const QPointF from(m_drawing.middle.right(), m_drawing.middle.center().y() + shift);
        const QPointF to(box.rect.left(), box.rect.center().y() + shift);
        const TieKind kind = box.kinds.at(i);
        QPen pen(kind == TieKind::Link ? theme.link : theme.accent, theme.px(1.4));
        if (kind != TieKind::Link)
            pen.setStyle(Qt::DashLine);
        painter.setPen(pen);
        painter.drawLine(from, to);
        if (kind == TieKind::Monitors)
            paintHead(painter, from, to, theme.px(8));
        else if (kind == TieKind::MonitoredBy)
            paintHead(painter, to, from, theme.px(8));
    }
}

void TiesView::paintBox(QPainter &painter, const Theme &theme, const QRectF &rect, const QString &text,
                        bool middle) const
{
    painter.setPen(QPen(middle ? theme.accent : theme.hairline, middle ? theme.px(2) : 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(rect, theme.px(4), theme.px(4));
    painter.setPen(theme.text);
    painter.setFont(middle ? theme.strong : theme.font);
    const QFontMetricsF metrics(painter.font());
    const QRectF inner = rect.adjusted(theme.px(6), 0, -theme.px(6), 0);
    painter.drawText(inner, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, inner.width()));
}

int TiesView::tieAt(const QPointF &point) const
{
    for (const TieGroup &group : m_drawing.groups) {
        for (const TieBox &box : group.boxes) {
            if (box.rect.contains(point))
                return box.tie;
        }
    }
    return -1;
}

void TiesView::mouseReleaseEvent(QMouseEvent *event)
{
    const int tie = event->button() == Qt::LeftButton ? tieAt(event->position()) : -1;
    if (tie >= 0 && m_detail.ties.at(tie).other.startsWith(QStringLiteral("#Pid<")))
        Q_EMIT processChosen(m_detail.ties.at(tie).node, m_detail.ties.at(tie).other);
}

void TiesView::mouseMoveEvent(QMouseEvent *event)
{
    const int tie = tieAt(event->position());
    const bool leads = tie >= 0 && m_detail.ties.at(tie).other.startsWith(QStringLiteral("#Pid<"));
    setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

bool TiesView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const int tie = tieAt(help->pos()); tie >= 0)
            QToolTip::showText(help->globalPos(), visibleRichText(m_detail.ties.at(tie).other), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace nodescope::widgets
