#include "widgets/terms/BytesView.h"

#include <algorithm>
#include <limits>

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include "widgets/style/Theme.h"
#include "widgets/terms/HexCopy.h"

namespace nodescope::widgets {

namespace {
constexpr qsizetype ManyBytes = 0x10000; // offsets of more take eight digits
constexpr int Margin = 8;
constexpr qsizetype MostSpoken = 24; // marked bytes that are read out
} // namespace

BytesView::BytesView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(true);
    viewport()->setLayoutDirection(Qt::LeftToRight);
    describe();
    lay();
}

void BytesView::describe()
{
    setAccessibleName(tr("Bytes"));
    if (m_bytes.isEmpty()) {
        setAccessibleDescription(tr("There are none"));
        return;
    }
    const auto digits = [this](qsizetype offset, qsizetype count) {
        return QString::fromLatin1(m_bytes.mid(offset, count).toHex(' '));
    };
    QString text =
        tr("Byte %1 of %2: %3")
            .arg(locale().toString(m_cursor + 1), locale().toString(m_bytes.size()), digits(m_cursor, 1));
    if (m_mark.size > 0) {
        text += QStringLiteral(". ") + tr("%n byte(s) marked: %1", nullptr, static_cast<int>(m_mark.size))
                                           .arg(digits(m_mark.offset, std::min(m_mark.size, MostSpoken)));
        if (m_mark.size > MostSpoken)
            text += u'…';
    }
    setAccessibleDescription(text);
}

void BytesView::setBytes(const QByteArray &bytes, const QList<term::ByteRange> &unknown)
{
    m_bytes = bytes;
    m_unknown = unknown;
    m_mark = {};
    m_cursor = 0;
    describe();
    lay();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

bool BytesView::isUnknown(qsizetype byte) const
{
    return std::any_of(m_unknown.begin(), m_unknown.end(),
                       [byte](const term::ByteRange &range) { return range.contains(byte); });
}

void BytesView::mark(const term::ByteRange &range)
{
    m_mark = range;
    if (range.size > 0) {
        if (!range.contains(m_cursor))
            m_cursor = range.offset;
        const qsizetype row = m_cursor / m_columns.perRow;
        const int first = verticalScrollBar()->value();
        if (row < first || row >= first + visibleRows())
            verticalScrollBar()->setValue(static_cast<int>(row) - visibleRows() / 3);
    }
    describe();
    viewport()->update();
}

qsizetype BytesView::rows() const
{
    return (m_bytes.size() + m_columns.perRow - 1) / m_columns.perRow;
}

int BytesView::visibleRows() const
{
    return std::max(1, viewport()->height() / m_columns.height);
}

void BytesView::lay()
{
    const QFontMetrics metrics(Theme::current(this).mono);
    Columns columns;
    columns.cell = std::max(1, metrics.horizontalAdvance(u'0'));
    columns.height = metrics.lineSpacing() + 2;
    columns.offsetDigits = m_bytes.size() > ManyBytes ? 8 : 4;
    columns.digits = Margin + (columns.offsetDigits + 2) * columns.cell;
    const auto needs = [&](int bytes) { return columns.digits + (bytes * 4 + 2) * columns.cell + Margin; };
    const int width = viewport()->width();
    columns.perRow = width >= needs(32) ? 32 : width >= needs(16) ? 16 : 8;
    columns.characters = columns.digits + (columns.perRow * 3 + 1) * columns.cell;
    m_columns = columns;
    const auto last = std::min<qsizetype>(rows() - visibleRows(), std::numeric_limits<int>::max());
    verticalScrollBar()->setRange(0, static_cast<int>(std::max<qsizetype>(0, last)));
    verticalScrollBar()->setPageStep(visibleRows());
    horizontalScrollBar()->setRange(0, std::max(0, needs(columns.perRow) - width));
    horizontalScrollBar()->setPageStep(width);
    horizontalScrollBar()->setSingleStep(columns.cell * 3);
}

void BytesView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Theme theme = Theme::current(this);
    painter.fillRect(viewport()->rect(), theme.field);
    painter.translate(-horizontalScrollBar()->value(), 0);
    painter.setFont(theme.mono);
    const qsizetype first = verticalScrollBar()->value();
    for (int i = 0; i <= visibleRows() && first + i < rows(); ++i)
        paintRow(painter, first + i, i * m_columns.height);
}

void BytesView::paintRow(QPainter &painter, qsizetype row, int y) const
{
    const Theme theme = Theme::current(this);
    const Columns &at = m_columns;
    const int base = y + QFontMetrics(theme.mono).ascent() + 1;
    const qsizetype begin = row * at.perRow;
    const qsizetype end = std::min(begin + at.perRow, m_bytes.size());
    painter.setPen(theme.secondary);
    painter.drawText(Margin, base, QStringLiteral("%1").arg(begin, at.offsetDigits, 16, QLatin1Char('0')));
    const qsizetype from = std::max(begin, m_mark.offset);
    const qsizetype to = std::min(end, m_mark.offset + m_mark.size);
    if (from < to) {
        const auto first = static_cast<int>(from - begin);
        const auto count = static_cast<int>(to - from);
        painter.fillRect(at.digits + first * 3 * at.cell - at.cell / 2, y, count * 3 * at.cell, at.height,
                         theme.accent);
        painter.fillRect(at.characters + first * at.cell, y, count * at.cell, at.height, theme.accent);
    }
    for (qsizetype i = begin; i < end; ++i) {
        const auto column = static_cast<int>(i - begin);
        const auto byte = static_cast<quint8>(m_bytes[i]);
        const bool printable = byte >= 0x20 && byte < 0x7f;
        const bool unknown = isUnknown(i);
        painter.setPen(m_mark.contains(i) ? theme.onAccent : unknown ? theme.disabled : theme.text);
        if (unknown) {
            // From the first to the last of a range in one line.
            const int middle = y + at.height / 2;
            const int width = (isUnknown(i + 1) && i + 1 < end ? 3 : 2) * at.cell;
            painter.drawLine(at.digits + column * 3 * at.cell, middle,
                             at.digits + column * 3 * at.cell + width, middle);
        }
        painter.drawText(at.digits + column * 3 * at.cell, base,
                         QStringLiteral("%1").arg(byte, 2, 16, QLatin1Char('0')));
        if (!printable && !unknown && !m_mark.contains(i))
            painter.setPen(theme.secondary);
        painter.drawText(at.characters + column * at.cell, base,
                         printable && !unknown ? QString(QChar::fromLatin1(m_bytes[i]))
                                               : QStringLiteral("·"));
        if (i == m_cursor && hasFocus()) {
            painter.setPen(m_mark.contains(i) ? theme.onAccent : theme.accent);
            painter.drawRect(at.digits + column * 3 * at.cell - 2, y, 2 * at.cell + 3, at.height - 1);
        }
    }
}

qsizetype BytesView::byteAt(const QPoint &point) const
{
    const int x = point.x() + horizontalScrollBar()->value();
    const qsizetype row = verticalScrollBar()->value() + point.y() / m_columns.height;
    int column = -1;
    if (x >= m_columns.characters)
        column = (x - m_columns.characters) / m_columns.cell;
    else if (x >= m_columns.digits - m_columns.cell / 2)
        column = (x - m_columns.digits + m_columns.cell / 2) / (3 * m_columns.cell);
    const qsizetype byte = row * m_columns.perRow + column;
    return column >= 0 && column < m_columns.perRow && byte < m_bytes.size() ? byte : -1;
}

QRect BytesView::rectOf(qsizetype byte) const
{
    const qsizetype row = byte / m_columns.perRow - verticalScrollBar()->value();
    if (byte < 0 || byte >= m_bytes.size() || row < 0 || row > visibleRows())
        return {};
    const auto column = static_cast<int>(byte % m_columns.perRow);
    return {m_columns.digits + column * 3 * m_columns.cell - horizontalScrollBar()->value(),
            static_cast<int>(row) * m_columns.height, 2 * m_columns.cell, m_columns.height};
}

void BytesView::choose(qsizetype byte)
{
    if (m_bytes.isEmpty())
        return;
    m_cursor = std::clamp<qsizetype>(byte, 0, m_bytes.size() - 1);
    const qsizetype row = m_cursor / m_columns.perRow;
    const int first = verticalScrollBar()->value();
    if (row < first)
        verticalScrollBar()->setValue(static_cast<int>(row));
    else if (row >= first + visibleRows())
        verticalScrollBar()->setValue(static_cast<int>(row) - visibleRows() + 1);
    describe();
    viewport()->update();
    Q_EMIT byteChosen(m_cursor);
}

void BytesView::mousePressEvent(QMouseEvent *event)
{
    if (const qsizetype byte = byteAt(event->pos()); event->button() == Qt::LeftButton && byte >= 0)
        choose(byte);
}

void BytesView::keyPressEvent(QKeyEvent *event)
{
    const qsizetype page = qsizetype(visibleRows()) * m_columns.perRow;
    if (event->matches(QKeySequence::Copy))
        copyMarked();
    else if (event->key() == Qt::Key_Left)
        choose(m_cursor - 1);
    else if (event->key() == Qt::Key_Right)
        choose(m_cursor + 1);
    else if (event->key() == Qt::Key_Up)
        choose(m_cursor - m_columns.perRow);
    else if (event->key() == Qt::Key_Down)
        choose(m_cursor + m_columns.perRow);
    else if (event->key() == Qt::Key_PageUp)
        choose(m_cursor - page);
    else if (event->key() == Qt::Key_PageDown)
        choose(m_cursor + page);
    else if (event->key() == Qt::Key_Home)
        choose(0);
    else if (event->key() == Qt::Key_End)
        choose(m_bytes.size() - 1);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void BytesView::copyMarked() const
{
    copyAsHex(m_bytes.mid(m_mark.offset, m_mark.size));
}

QSize BytesView::sizeHint() const
{
    return {m_columns.digits + (16 * 4 + 2) * m_columns.cell + Margin, 12 * m_columns.height};
}

void BytesView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    lay();
}

void BytesView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        lay();
    QAbstractScrollArea::changeEvent(event);
}

} // namespace nodescope::widgets
