#include "widgets/doctor/HexView.h"

#include <QEvent>

#include "doctor/handshakes/WireFields.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

namespace {
constexpr int OffsetColumns = 6; // four digits and two blanks
constexpr int ByteColumns = 3;
constexpr int GapColumns = 1; // before the characters
constexpr int MaxShownRows = 8;

bool isPrintable(char byte)
{
    return byte >= 0x20 && byte < 0x7f;
}
} // namespace

HexView::HexView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setLayoutDirection(Qt::LeftToRight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFont(Theme::current(this).mono);
    setAccessibleName(tr("Bytes"));
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        const qsizetype byte = m_setting ? -1 : byteAt(textCursor().position());
        if (byte >= 0)
            Q_EMIT byteChosen(byte);
    });
}

void HexView::setExcerpt(const cluster::WireExcerpt &excerpt)
{
    if (excerpt.bytes == m_excerpt.bytes && excerpt.blankedFrom == m_excerpt.blankedFrom &&
        excerpt.blankedTo == m_excerpt.blankedTo)
        return;
    m_excerpt = excerpt;
    m_markLength = 0;
    lay();
}

int HexView::rowLength() const
{
    return OffsetColumns + m_perRow * (ByteColumns + 1) + GapColumns;
}

int HexView::fittingBytes() const
{
    const int column = std::max(1, QFontMetrics(font()).horizontalAdvance(u'0'));
    const int columns = (viewport()->width() - 2 * static_cast<int>(document()->documentMargin())) / column;
    const auto needs = [](int bytes) { return OffsetColumns + bytes * (ByteColumns + 1) + GapColumns; };
    return columns >= needs(16) ? 16 : (columns >= needs(8) ? 8 : 4);
}

QString HexView::rowText(qsizetype first) const
{
    QString digits = QStringLiteral("%1  ").arg(first, 4, 16, QLatin1Char('0'));
    QString characters;
    for (qsizetype i = first; i < std::min(first + m_perRow, m_excerpt.bytes.size()); ++i) {
        const bool blanked = doctor::isBlanked(m_excerpt, i);
        const auto byte = m_excerpt.bytes.at(i);
        digits += blanked ? QStringLiteral("•• ")
                          : QStringLiteral("%1 ").arg(quint8(byte), 2, 16, QLatin1Char('0'));
        characters += blanked ? u'•' : (isPrintable(byte) ? QChar::fromLatin1(byte) : QChar(u'·'));
    }
    return digits.leftJustified(OffsetColumns + m_perRow * ByteColumns + GapColumns) + characters;
}

void HexView::lay()
{
    m_setting = true;
    m_perRow = fittingBytes();
    QStringList rows;
    for (qsizetype first = 0; first < m_excerpt.bytes.size(); first += m_perRow)
        rows.append(rowText(first).leftJustified(rowLength()));
    setPlainText(rows.join(u'\n'));
    m_setting = false;
    updateGeometry();
    highlight(m_markFrom, m_markLength);
}

int HexView::positionOf(qsizetype byte) const
{
    const auto row = static_cast<int>(byte / m_perRow);
    const auto column = static_cast<int>(byte % m_perRow);
    return row * (rowLength() + 1) + OffsetColumns + column * ByteColumns;
}

qsizetype HexView::byteAt(int position) const
{
    const int row = position / (rowLength() + 1);
    const int column = position % (rowLength() + 1) - OffsetColumns;
    const int characters = column - m_perRow * ByteColumns - GapColumns;
    const int inRow = characters >= 0 ? characters : column / ByteColumns;
    const qsizetype byte = qsizetype(row) * m_perRow + inRow;
    return column >= 0 && inRow < m_perRow && byte < m_excerpt.bytes.size() ? byte : -1;
}

void HexView::highlight(qsizetype offset, qsizetype length)
{
    m_markFrom = offset;
    m_markLength = std::min(length, m_excerpt.bytes.size() - offset);
    const Theme theme = Theme::current(this);
    QList<QTextEdit::ExtraSelection> marks;
    for (qsizetype at = offset; at < offset + m_markLength;) {
        // A run within one row, once as digits and once as characters.
        const qsizetype end = std::min(offset + m_markLength, (at / m_perRow + 1) * m_perRow);
        const int digits = positionOf(at);
        const int characters = positionOf(at - at % m_perRow) + m_perRow * ByteColumns + GapColumns +
                               static_cast<int>(at % m_perRow);
        const auto count = static_cast<int>(end - at);
        for (const auto &[from, size] :
             {std::pair(digits, count * ByteColumns - 1), std::pair(characters, count)}) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(document());
            mark.cursor.setPosition(from);
            mark.cursor.setPosition(from + size, QTextCursor::KeepAnchor);
            mark.format.setBackground(theme.accent);
            mark.format.setForeground(theme.onAccent);
            marks.append(mark);
        }
        at = end;
    }
    setExtraSelections(marks);
    if (m_markLength <= 0)
        return;
    m_setting = true;
    QTextCursor cursor = textCursor();
    if (const qsizetype now = byteAt(cursor.position()); now < offset || now >= offset + m_markLength) {
        cursor.setPosition(positionOf(offset));
        setTextCursor(cursor);
    }
    m_setting = false;
}

QSize HexView::sizeHint() const
{
    const QFontMetrics metrics(font());
    const int rows = std::clamp(blockCount(), 1, MaxShownRows);
    return {metrics.horizontalAdvance(u'0') * (rowLength() + 2),
            rows * metrics.lineSpacing() + Theme::current(this).ipx(20)};
}

QSize HexView::minimumSizeHint() const
{
    return {Theme::current(this).ipx(160), sizeHint().height()};
}

void HexView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (fittingBytes() != m_perRow)
        lay();
}

void HexView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Bytes"));
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        highlight(m_markFrom, m_markLength);
}

} // namespace nodescope::widgets
