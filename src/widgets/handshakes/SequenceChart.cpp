#include "widgets/handshakes/SequenceChart.h"

#include <QApplication>
#include <QBuffer>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QSvgGenerator>

#include "widgets/handshakes/SequencePainter.h"

namespace nodescope::widgets {

namespace {
constexpr int LeastWidth = 360;
constexpr qreal FileWidth = 640;
} // namespace

SequenceChart::SequenceChart(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void SequenceChart::setRecord(const cluster::HandshakeRecord &record)
{
    const bool same = record.id == m_record.id;
    const bool atEnd = m_selected == m_record.lines.size() - 1;
    m_record = record;
    qsizetype chosen = same && !atEnd ? m_selected : record.lines.size() - 1;
    // What failed is what one wants to see.
    if (!same && record.failedAt >= 0)
        chosen = qMin(record.failedAt, record.lines.size() - 1);
    m_selected = -2;
    select(qMin(chosen, record.lines.size() - 1));
    updateGeometry();
    update();
    describe();
}

void SequenceChart::select(qsizetype line)
{
    if (line == m_selected)
        return;
    m_selected = line;
    update();
    describe();
    Q_EMIT lineSelected(line);
}

void SequenceChart::describe()
{
    setAccessibleName(tr("Sequence of messages"));
    const Theme theme = Theme::current(this);
    const SequencePainter chart(m_record, theme, width());
    for (const SequencePainter::Row &row : chart.rows()) {
        if (row.line == m_selected && row.line >= 0)
            setAccessibleDescription(chart.textOf(row));
    }
}

QByteArray SequenceChart::svgOf(const cluster::HandshakeRecord &record)
{
    const Theme theme = Theme::make(false, false, QApplication::font()).inPixels();
    const SequencePainter chart(record, theme, FileWidth);
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize(chart.size().toSize());
    svg.setViewBox(QRectF(QPointF(), chart.size()));
    svg.setTitle(QStringLiteral("Nodescope"));
    QPainter painter(&svg);
    painter.fillRect(QRectF(QPointF(), chart.size()), theme.panel);
    chart.paint(painter);
    painter.end();
    return buffer.data();
}

QSize SequenceChart::sizeHint() const
{
    const Theme theme = Theme::current(this);
    return {theme.ipx(LeastWidth), int(SequencePainter(m_record, theme, width()).size().height())};
}

QSize SequenceChart::minimumSizeHint() const
{
    return {Theme::current(this).ipx(LeastWidth), sizeHint().height()};
}

void SequenceChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::current(this);
    SequencePainter(m_record, theme, width()).paint(painter, m_selected);
    if (hasFocus() && m_selected < 0) {
        painter.setPen(QPen(theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void SequenceChart::mousePressEvent(QMouseEvent *event)
{
    const Theme theme = Theme::current(this);
    const SequencePainter chart(m_record, theme, width());
    for (const SequencePainter::Row &row : chart.rows()) {
        if (row.line >= 0 && row.rect.contains(event->position()))
            select(row.line);
    }
}

void SequenceChart::keyPressEvent(QKeyEvent *event)
{
    const qsizetype last = m_record.lines.size() - 1;
    if (event->key() == Qt::Key_Down)
        select(qMin(m_selected + 1, last));
    else if (event->key() == Qt::Key_Up)
        select(qMax<qsizetype>(m_selected - 1, qMin<qsizetype>(0, last)));
    else if (event->key() == Qt::Key_Home && last >= 0)
        select(0);
    else if (event->key() == Qt::Key_End)
        select(last);
    else
        QWidget::keyPressEvent(event);
}

void SequenceChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::FontChange) {
        updateGeometry();
        update();
        describe();
    }
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
