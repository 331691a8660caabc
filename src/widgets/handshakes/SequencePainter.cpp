#include "widgets/handshakes/SequencePainter.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include "doctor/CauseText.h"
#include "doctor/handshakes/HandshakeText.h"
#include "doctor/handshakes/WireFields.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"

namespace nodescope::widgets {

using cluster::HandshakeLine;

namespace {

class SequenceText
{
    Q_DECLARE_TR_FUNCTIONS(SequencePainter)
};

constexpr qreal HeadHeight = 44;
constexpr qreal RowHeight = 52;
constexpr qreal FramingHeight = 30;
constexpr qreal TimeColumn = 74;
constexpr qreal Margin = 16;

/// What of a message is worth a glance: in the wire's own terms.
bool isFact(const QString &field)
{
    return field == QLatin1String("name") || field == QLatin1String("status") ||
           field == QLatin1String("challenge") || field == QLatin1String("creation");
}

} // namespace

SequencePainter::SequencePainter(const cluster::HandshakeRecord &record, const Theme &theme, qreal width)
    : m_record(record)
    , m_theme(theme)
    , m_width(width)
{
    qreal y = theme.px(HeadHeight);
    const auto add = [&](Row::Kind kind, qsizetype line, qreal height) {
        m_rows.append({kind, line, QRectF(0, y, width, theme.px(height))});
        y += theme.px(height);
    };
    for (qsizetype i = 0; i < record.lines.size(); ++i) {
        add(Row::Kind::Message, i, RowHeight);
        if (record.lines.at(i).wire.label == QLatin1String("send_challenge_ack") &&
            record.outcome == QLatin1String("up"))
            add(Row::Kind::Framing, -1, FramingHeight);
    }
    if (record.due)
        add(Row::Kind::Due, -1, RowHeight);
    else if (record.failed() && record.failedAt >= record.lines.size())
        add(Row::Kind::Missing, -1, RowHeight);
    m_height = y + theme.px(Margin);
}

qreal SequencePainter::left() const
{
    return m_theme.px(TimeColumn);
}

qreal SequencePainter::right() const
{
    return m_width - m_theme.px(Margin);
}

bool SequencePainter::byDialler(const HandshakeLine &line) const
{
    return line.wire.sent != m_record.incoming;
}

QString SequencePainter::factsOf(const HandshakeLine &line) const
{
    QStringList facts;
    const QList<doctor::WireField> fields = doctor::fieldsOf(line.wire, m_record.lengthBytes);
    for (const doctor::WireField &field : fields) {
        if (isFact(field.name))
            facts.append(field.name == QLatin1String("name") || field.name == QLatin1String("status")
                             ? visibleText(field.value, 60)
                             : QStringLiteral("%1 %2").arg(field.name, field.value));
        else if (field.name.startsWith(QLatin1String("flags")))
            facts.append(SequenceText::tr("%n flag(s)", nullptr, int(field.parts.size())));
        else if (field.blanked)
            facts.append(QStringLiteral("digest ••••"));
    }
    return facts.join(QStringLiteral(" · "));
}

void SequencePainter::paint(QPainter &painter, qsizetype selected) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(painter);
    for (const Row &row : m_rows) {
        switch (row.kind) {
        case Row::Kind::Message:
            paintMessage(painter, row, m_record.lines.at(row.line), row.line == selected);
            break;
        case Row::Kind::Due:
            paintMessage(painter, row, m_record.due->line, false);
            break;
        case Row::Kind::Missing:
            paintMissing(painter, row);
            break;
        case Row::Kind::Framing:
            paintFraming(painter, row);
            break;
        }
    }
}

void SequencePainter::paintHead(QPainter &painter) const
{
    const QString own =
        m_record.ownName.isNull() ? nameFor(cluster::selfName()) : visibleText(m_record.ownName.text(), 120);
    const QString other = visibleText(doctor::otherSideOf(m_record), 120);
    const qreal half = (right() - left()) / 2 - m_theme.px(8);
    const QRectF head(left(), 0, half, m_theme.px(HeadHeight - 8));
    painter.setFont(m_theme.strong);
    painter.setPen(m_theme.text);
    const QFontMetricsF metrics(m_theme.strong);
    const auto name = [&](const QString &text, const QRectF &rect, Qt::Alignment align) {
        painter.drawText(rect, int(align | Qt::AlignVCenter),
                         metrics.elidedText(text, Qt::ElideMiddle, rect.width()));
    };
    name(m_record.incoming ? other : own, head, Qt::AlignLeft);
    name(m_record.incoming ? own : other, head.translated(right() - left() - half, 0), Qt::AlignRight);
    painter.setPen(QPen(m_theme.hairline, m_theme.px(2)));
    const qreal top = m_theme.px(HeadHeight - 6);
    painter.drawLine(QPointF(left(), top), QPointF(left(), m_height));
    painter.drawLine(QPointF(right(), top), QPointF(right(), m_height));
}

void SequencePainter::paintMessage(QPainter &painter, const Row &row, const HandshakeLine &line,
                                   bool selected) const
{
    const bool due = row.kind == Row::Kind::Due;
    const bool failed = !due && m_record.failed() && row.line == m_record.failedAt;
    if (selected) {
        painter.setPen(QPen(m_theme.accent, 1));
        painter.setBrush(m_theme.selected);
        painter.drawRoundedRect(row.rect.adjusted(2.5, 1.5, -2.5, -1.5), m_theme.px(6), m_theme.px(6));
        painter.setPen(QPen(m_theme.hairline, m_theme.px(2)));
        for (const qreal x : {left(), right()})
            painter.drawLine(QPointF(x, row.rect.top()), QPointF(x, row.rect.bottom()));
    }
    painter.setFont(m_theme.small);
    painter.setPen(m_theme.secondary);
    const QRectF time(m_theme.px(6), row.rect.top(), left() - m_theme.px(14), row.rect.height());
    painter.drawText(time, Qt::AlignRight | Qt::AlignVCenter,
                     due ? SequenceText::tr("waits") : doctor::durationText(line.wire.at));

    const bool known = line.wire.label != QLatin1String("unexpected");
    const QColor colour = failed || !known ? m_theme.failed : (due ? m_theme.accent : m_theme.text);
    paintArrow(painter, row.rect, byDialler(line), colour, due ? Qt::DashLine : Qt::SolidLine, failed);
    const QRectF middle =
        row.rect.adjusted(left() + m_theme.px(12), 0, right() - m_width - m_theme.px(12), 0);
    const QRectF above(middle.left(), row.rect.top() + m_theme.px(4), middle.width(), m_theme.px(19));
    const QRectF below(middle.left(), row.rect.center().y() + m_theme.px(3), middle.width(), m_theme.px(19));
    const Qt::Alignment side = byDialler(line) ? Qt::AlignLeft : Qt::AlignRight;
    painter.setFont(m_theme.strong);
    painter.setPen(colour);
    painter.drawText(above, int(side | Qt::AlignVCenter), line.wire.label);
    painter.setFont(m_theme.small);
    painter.setPen(m_theme.secondary);
    painter.drawText(below, int(side | Qt::AlignVCenter),
                     QFontMetricsF(m_theme.small).elidedText(factsOf(line), Qt::ElideRight, below.width()));
    if (!line.changed.isEmpty())
        paintPill(painter, above,
                  SequenceText::tr("changed: %1").arg(line.changed.join(QStringLiteral(", "))),
                  m_theme.attentionText, byDialler(line));
    else if (failed)
        paintPill(painter, above, m_record.outcome, m_theme.failed, byDialler(line));
}

void SequencePainter::paintArrow(QPainter &painter, const QRectF &row, bool leftToRight, const QColor &colour,
                                 Qt::PenStyle style, bool broken) const
{
    const qreal y = row.center().y();
    const qreal from = leftToRight ? left() : right();
    const qreal to = leftToRight ? right() : left();
    const qreal toward = leftToRight ? 1 : -1;
    painter.setPen(QPen(colour, m_theme.px(1.5), style));
    painter.drawLine(QPointF(from, y), QPointF(to - toward * m_theme.px(2), y));
    QPainterPath head;
    head.moveTo(to - toward * m_theme.px(1), y);
    head.lineTo(to - toward * m_theme.px(9), y - m_theme.px(4.5));
    head.lineTo(to - toward * m_theme.px(9), y + m_theme.px(4.5));
    head.closeSubpath();
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPath(head);
    if (!broken)
        return;
    // Not by colour alone.
    const QPointF at((from + to) / 2, y);
    const qreal arm = m_theme.px(5);
    painter.setPen(QPen(colour, m_theme.px(2.5)));
    painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm));
    painter.drawLine(at + QPointF(-arm, arm), at + QPointF(arm, -arm));
}

QString SequencePainter::endingText() const
{
    const QString after = doctor::durationText(m_record.sinceLastSend);
    if (!m_record.unsent.isEmpty())
        return SequenceText::tr("closed after %1; %2 unsent")
            .arg(doctor::durationText(m_record.peerWaited), m_record.unsent);
    if (m_record.outcome == QLatin1String("closed"))
        return m_record.missing.isEmpty()
                   ? SequenceText::tr("closed after %1").arg(after)
                   : SequenceText::tr("closed after %1, instead of %2").arg(after, m_record.missing);
    if (m_record.outcome == QLatin1String("timed_out"))
        return SequenceText::tr("silent for %1, instead of %2").arg(after, m_record.missing);
    return m_record.detail.isEmpty()
               ? m_record.outcome
               : QStringLiteral("%1: %2").arg(m_record.outcome, visibleText(m_record.detail, 80));
}

void SequencePainter::paintMissing(QPainter &painter, const Row &row) const
{
    // The peer's end of the line, broken off on its way.
    const bool fromLeft = m_record.incoming;
    const qreal y = row.rect.center().y();
    const qreal from = fromLeft ? left() : right();
    const qreal to = (left() + right()) / 2;
    painter.setPen(QPen(m_theme.failed, m_theme.px(1.5), Qt::DashLine));
    painter.drawLine(QPointF(from, y), QPointF(to, y));
    const qreal arm = m_theme.px(5);
    painter.setPen(QPen(m_theme.failed, m_theme.px(2.5)));
    painter.drawLine(QPointF(to - arm, y - arm), QPointF(to + arm, y + arm));
    painter.drawLine(QPointF(to - arm, y + arm), QPointF(to + arm, y - arm));
    painter.setFont(m_theme.strong);
    painter.setPen(m_theme.failed);
    const QRectF text(left() + m_theme.px(12), row.rect.top() + m_theme.px(2),
                      right() - left() - m_theme.px(24), m_theme.px(20));
    painter.drawText(text, int((fromLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter),
                     QFontMetricsF(m_theme.strong).elidedText(endingText(), Qt::ElideRight, text.width()));
}

void SequencePainter::paintFraming(QPainter &painter, const Row &row) const
{
    painter.setPen(QPen(m_theme.up, 1, Qt::DashLine));
    const qreal y = row.rect.center().y();
    const QString text =
        m_record.lengthBytes == 4
            ? SequenceText::tr("connected: frames, with four bytes of length as before")
            : SequenceText::tr("connected: from here on, four bytes of length instead of two");
    const QFontMetricsF metrics(m_theme.smallStrong);
    const qreal width =
        qMin(metrics.horizontalAdvance(text) + m_theme.px(16), right() - left() - m_theme.px(16));
    const QRectF plate((left() + right() - width) / 2, y - m_theme.px(9), width, m_theme.px(18));
    painter.drawLine(QPointF(left(), y), QPointF(plate.left(), y));
    painter.drawLine(QPointF(plate.right(), y), QPointF(right(), y));
    painter.setFont(m_theme.smallStrong);
    painter.setPen(m_theme.secondary);
    painter.drawText(plate, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, width));
}

void SequencePainter::paintPill(QPainter &painter, const QRectF &row, const QString &text,
                                const QColor &colour, bool atRight) const
{
    const QFontMetricsF metrics(m_theme.smallStrong);
    const qreal width = qMin(metrics.horizontalAdvance(text) + m_theme.px(14), row.width() / 2);
    const QRectF pill(atRight ? row.right() - width : row.left(), row.top() + m_theme.px(1), width,
                      m_theme.px(17));
    painter.setBrush(m_theme.panel);
    painter.setPen(QPen(colour, 1));
    painter.drawRoundedRect(pill, m_theme.px(8), m_theme.px(8));
    painter.setFont(m_theme.smallStrong);
    painter.setPen(colour);
    painter.drawText(pill, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, width - m_theme.px(10)));
}

QString SequencePainter::textOf(const Row &row) const
{
    if (row.kind == Row::Kind::Framing)
        return SequenceText::tr("Connected: from here on, four bytes of length.");
    if (row.kind == Row::Kind::Missing)
        return endingText();
    const HandshakeLine &line = row.kind == Row::Kind::Due ? m_record.due->line : m_record.lines.at(row.line);
    QString text = line.wire.sent ? SequenceText::tr("sent: %1, %2").arg(line.wire.label, factsOf(line))
                                  : SequenceText::tr("received: %1, %2").arg(line.wire.label, factsOf(line));
    if (row.kind == Row::Kind::Due)
        text = SequenceText::tr("waits: %1, %2").arg(line.wire.label, factsOf(line));
    if (!line.changed.isEmpty())
        text += QStringLiteral(". ") +
                SequenceText::tr("changed: %1").arg(line.changed.join(QStringLiteral(", ")));
    return text;
}

} // namespace nodescope::widgets
