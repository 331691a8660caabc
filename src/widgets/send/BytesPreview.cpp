#include "widgets/send/BytesPreview.h"

#include <QTextBlock>

#include "widgets/style/Theme.h"

namespace nodescope::widgets {

namespace {
constexpr qsizetype Row = 16;
constexpr qsizetype HexColumn = 6; // behind the offset and two spaces

QString rowOf(const QByteArray &bytes, qsizetype offset)
{
    const QByteArray row = bytes.mid(offset, Row);
    QString text;
    for (const char byte : row)
        text += QChar(byte >= 0x20 && byte < 0x7f ? char16_t(byte) : u'.');
    return QStringLiteral("%1  %2  %3")
        .arg(offset, 4, 16, QLatin1Char('0'))
        .arg(QString::fromLatin1(row.toHex(' ')), -(static_cast<int>(Row) * 3 - 1))
        .arg(text);
}
} // namespace

BytesPreview::BytesPreview(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setLayoutDirection(Qt::LeftToRight);
    setFont(Theme::current(this).monoSmall);
}

void BytesPreview::setBytes(const QByteArray &bytes)
{
    if (bytes == m_bytes)
        return;
    m_bytes = bytes;
    QStringList rows;
    for (qsizetype at = 0; at < std::min(bytes.size(), MaxShown); at += Row)
        rows.append(rowOf(bytes, at));
    if (bytes.size() > MaxShown)
        rows.append(tr("… and %n more byte(s)", nullptr, static_cast<int>(bytes.size() - MaxShown)));
    setPlainText(rows.join(u'\n'));
    mark({});
}

void BytesPreview::mark(const std::optional<ByteRange> &range)
{
    QList<QTextEdit::ExtraSelection> marks;
    const qsizetype end =
        range ? std::min(range->offset + range->length, std::min(m_bytes.size(), MaxShown)) : 0;
    for (qsizetype at = range ? range->offset : 0; at < end;) {
        const qsizetype column = at % Row;
        const qsizetype count = std::min(end - at, Row - column);
        const int line = document()->findBlockByNumber(static_cast<int>(at / Row)).position();
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(line + static_cast<int>(HexColumn + column * 3));
        mark.cursor.setPosition(line + static_cast<int>(HexColumn + (column + count) * 3 - 1),
                                QTextCursor::KeepAnchor);
        mark.format.setBackground(Theme::current(this).selected);
        mark.format.setForeground(Theme::current(this).text);
        marks.append(mark);
        at += count;
    }
    setExtraSelections(marks);
    if (range && range->offset < MaxShown) {
        QTextCursor cursor(document()->findBlockByNumber(static_cast<int>(range->offset / Row)));
        setTextCursor(cursor);
        ensureCursorVisible();
    }
}

} // namespace nodescope::widgets
