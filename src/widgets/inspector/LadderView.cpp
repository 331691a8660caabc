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
constexpr int MinEvidence = 48;
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
    return {Theme::current(this).ipx(300), rowHeight() * static_cast<int>(m_rungs.size())};
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
    // The title comes first; evidence that finds no room is in the tool tip.
    at.evidence = std::min(at.title + title + theme.ipx(10), at.time);
    return at;
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
    const int height = rowHeight();
    const int middle = theme.ipx(IconSize / 2.0 + 1);
    painter.setPen(QPen(theme.hairline, 1));
    painter.drawLine(middle, height / 2, middle, height * static_cast<int>(m_rungs.size()) - height / 2);
    const Columns at = columns();
    for (int i = 0; i < m_rungs.size(); ++i)
        paintRow(painter, m_rungs.at(i), QRect(0, i * height, width(), height), at);
}

void LadderView::paintRow(QPainter &painter, const RungResult &result, const QRect &row,
                          const Columns &at) const
{
    const Theme theme = Theme::current(this);
    const qreal side = theme.px(IconSize);
    paintRungSign(painter, result.state, QRectF(1, row.center().y() - side / 2 + 0.5, side, side), theme);

    const bool failed = result.state == RungState::Failed;
    const bool pale = result.state == RungState::NotReached || result.state == RungState::Skipped;
    const QFont titleFont = failed ? theme.strong : theme.font;
    painter.setFont(titleFont);
    painter.setPen(failed ? theme.failed : (pale ? theme.secondary : theme.text));
    const QRect title(at.title, row.top(), at.evidence - at.title - theme.ipx(6), row.height());
    painter.drawText(title, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(titleFont).elidedText(titleOf(result), Qt::ElideRight, title.width()));

    painter.setFont(theme.monoSmall);
    painter.setPen(theme.secondary);
    const QRect evidence(at.evidence, row.top(), at.time - at.evidence - theme.ipx(8), row.height());
    if (evidence.width() >= theme.ipx(MinEvidence)) {
        painter.drawText(
            evidence, Qt::AlignVCenter | Qt::AlignLeft,
            QFontMetrics(theme.monoSmall).elidedText(evidenceOf(result), Qt::ElideRight, evidence.width()));
    }

    painter.setFont(theme.small);
    painter.drawText(QRect(at.time, row.top(), at.timeWidth, row.height()), Qt::AlignVCenter | Qt::AlignRight,
                     timeTextOf(result));
}

bool LadderView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = help->pos().y() / std::max(1, rowHeight());
        if (row >= 0 && row < m_rungs.size()) {
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
