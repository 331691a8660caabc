#include "widgets/inspector/LadderView.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include "doctor/CauseText.h"
#include "doctor/EvidenceText.h"
#include "widgets/common/SafeText.h"
#include "widgets/inspector/RungSign.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using cluster::RungResult;
using cluster::RungState;

namespace {
constexpr int IconColumn = 28;
constexpr int IconSize = 15;
constexpr int Gap = 10;
} // namespace

LadderView::LadderView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void LadderView::setRungs(const QList<RungResult> &rungs, const base::NodeName &from,
                          const base::NodeName &to)
{
    m_rungs = rungs;
    m_from = from;
    m_to = to;
    describe();
    updateGeometry();
    update();
}

QString LadderView::titleOf(const RungResult &result) const
{
    return doctor::titleOf(result.rung, m_from, m_to);
}

int LadderView::rowHeight() const
{
    return Theme::current(this).ipx(25);
}

QSize LadderView::sizeHint() const
{
    const Theme theme = Theme::current(this);
    const Columns at = columns();
    int height = 0;
    for (const RungResult &result : m_rungs)
        height += placesFor(result, at, theme).height;
    return {theme.ipx(300), height};
}

QSize LadderView::minimumSizeHint() const
{
    return {Theme::current(this).ipx(180), sizeHint().height()};
}

QString LadderView::evidenceOf(const RungResult &result) const
{
    if (!result.evidence.isEmpty())
        return visibleText(doctor::evidenceText(result.evidence), 300);
    return result.state == RungState::NotReached || result.state == RungState::Uncertain
               ? doctor::titleOf(result.state)
               : QString();
}

LadderView::Columns LadderView::columns() const
{
    const Theme theme = Theme::current(this);
    int title = 0;
    int time = 0;
    for (const RungResult &result : m_rungs) {
        title = std::max(title, QFontMetrics(theme.strong).horizontalAdvance(titleOf(result)));
        time = std::max(time, QFontMetrics(theme.small).horizontalAdvance(timeTextOf(result)));
    }
    Columns at;
    at.title = theme.ipx(IconColumn);
    at.timeWidth = time;
    at.time = width() - time;
    at.titleWidth = title;
    return at;
}

RungPlaces LadderView::placesFor(const RungResult &result, const Columns &at, const Theme &theme) const
{
    const QFont &title = result.state == RungState::Failed ? theme.strong : theme.font;
    return placesOf({titleOf(result), title, evidenceOf(result), theme.monoSmall}, at.title,
                    at.time - theme.ipx(8), at.titleWidth, rowHeight(), theme.ipx(Gap));
}

int LadderView::rowAt(int y) const
{
    const Theme theme = Theme::current(this);
    const Columns at = columns();
    for (int row = 0, bottom = 0; row < m_rungs.size(); ++row) {
        bottom += placesFor(m_rungs.at(row), at, theme).height;
        if (y < bottom)
            return row;
    }
    return -1;
}

void LadderView::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (layoutDirection() == Qt::RightToLeft) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    const Columns at = columns();
    QList<RungPlaces> places;
    int height = 0;
    for (const RungResult &result : std::as_const(m_rungs)) {
        places.append(placesFor(result, at, theme));
        height += places.constLast().height;
    }
    const int middle = theme.ipx(IconSize / 2.0 + 1);
    painter.setPen(QPen(theme.hairline, 1));
    if (!places.isEmpty())
        painter.drawLine(middle, rowHeight() / 2, middle,
                         height - places.constLast().height + rowHeight() / 2);
    int top = 0;
    for (int i = 0; i < m_rungs.size(); ++i) {
        painter.translate(0, top);
        paintRow(painter, m_rungs.at(i), places.at(i), at);
        painter.translate(0, -top);
        top += places.at(i).height;
    }
}

void LadderView::paintRow(QPainter &painter, const RungResult &result, const RungPlaces &places,
                          const Columns &at) const
{
    const Theme theme = Theme::current(this);
    const qreal side = theme.px(IconSize);
    const int first = rowHeight();
    paintRungSign(painter, result.state, QRectF(1, (first - side) / 2, side, side), theme);

    const bool failed = result.state == RungState::Failed;
    const bool pale = result.state == RungState::NotReached || result.state == RungState::Skipped;
    painter.setFont(failed ? theme.strong : theme.font);
    painter.setPen(failed ? theme.failed : (pale ? theme.secondary : theme.text));
    painter.drawText(places.title, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, titleOf(result));
    painter.setFont(theme.monoSmall);
    painter.setPen(theme.secondary);
    const QString evidence = evidenceOf(result);
    painter.drawText(places.evidence,
                     int(Qt::AlignVCenter | Qt::AlignLeft) |
                         evidenceFlags(painter.fontMetrics(), evidence, places.evidence.width()),
                     evidence);
    painter.setFont(theme.small);
    painter.drawText(QRect(at.time, 0, at.timeWidth, first), Qt::AlignVCenter | Qt::AlignRight,
                     timeTextOf(result));
}

void LadderView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateGeometry(); // rows are higher where words do not stand side by side
}

bool LadderView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = rowAt(help->pos().y());
        if (row >= 0) {
            const RungResult &result = m_rungs.at(row);
            const QString text = QStringLiteral("%1: %2").arg(titleOf(result), doctor::titleOf(result.state));
            const QString evidence = evidenceOf(result);
            QToolTip::showText(help->globalPos(),
                               (evidence.isEmpty() ? text : text + u'\n' + evidence)
                                   .toHtmlEscaped()
                                   .replace(u'\n', QStringLiteral("<br>")),
                               this);
        }
        return true;
    }
    return QWidget::event(event);
}

void LadderView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        describe();
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

void LadderView::describe()
{
    setAccessibleName(tr("Connection ladder"));
    QStringList lines;
    for (const RungResult &result : std::as_const(m_rungs)) {
        lines.append(QStringLiteral("%1: %2 %3")
                         .arg(titleOf(result), doctor::titleOf(result.state), evidenceOf(result)));
    }
    setAccessibleDescription(lines.join(u'\n'));
}

} // namespace nodescope::widgets
