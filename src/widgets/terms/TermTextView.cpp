#include "widgets/terms/TermTextView.h"

#include <QEvent>

#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using term::TermPath;

TermTextView::TermTextView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    // Terms are read from left to right in every language.
    setLayoutDirection(Qt::LeftToRight);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setFont(Theme::current(this).mono);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &TermTextView::tellPlace);
}

void TermTextView::tellPlace()
{
    if (!m_setting && m_text && !textCursor().hasSelection())
        Q_EMIT placeChosen(m_text->pathAt(textCursor().position()));
}

void TermTextView::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    // Also where the cursor stands already.
    tellPlace();
}

void TermTextView::setMapped(const std::shared_ptr<const term::MappedText> &text)
{
    m_setting = true;
    m_text = text;
    setPlainText(text ? text->text : QString());
    m_setting = false;
    unmark();
}

void TermTextView::mark(const TermPath &path)
{
    if (!m_text)
        return;
    m_marked = path;
    m_isMarked = true;
    const term::TextPart range = m_text->rangeOf(path);
    const Theme theme = Theme::current(this);
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(document());
    mark.cursor.setPosition(static_cast<int>(range.begin));
    mark.cursor.setPosition(static_cast<int>(range.end), QTextCursor::KeepAnchor);
    mark.format.setBackground(mixed(theme.field, theme.accent, 0.25));
    setExtraSelections({mark});
    const int now = textCursor().position();
    if (now < range.begin || now > range.end) {
        m_setting = true;
        QTextCursor cursor = textCursor();
        cursor.setPosition(static_cast<int>(range.begin));
        setTextCursor(cursor);
        m_setting = false;
    }
}

void TermTextView::unmark()
{
    m_isMarked = false;
    setExtraSelections({});
}

void TermTextView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if ((event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange) && m_isMarked)
        mark(m_marked);
}

} // namespace nodescope::widgets
