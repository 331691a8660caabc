#include "widgets/send/TermEditor.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QScrollBar>

#include "widgets/send/TermHighlighter.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

namespace {
// Brackets of longer texts are not looked for: each step of the cursor would read all of it.
constexpr int LongestMarked = 100'000;
constexpr int ShortestWord = 2;
} // namespace

TermEditor::TermEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new TermHighlighter(document()))
    , m_completer(new QCompleter(&m_words, this))
{
    m_highlighter->setEditor(this);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->setCaseSensitivity(Qt::CaseSensitive);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setFont(Theme::current(this).mono);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &TermEditor::mark);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &TermEditor::insertWord);
}

void TermEditor::setSyntax(term::Syntax syntax)
{
    m_syntax = syntax;
    m_highlighter->setSyntax(syntax);
    mark();
}

void TermEditor::setWords(const QStringList &words)
{
    QStringList sorted = words;
    sorted.removeDuplicates();
    sorted.sort();
    m_words.setStringList(sorted);
}

void TermEditor::setError(const std::optional<term::ParseError> &error)
{
    m_error = error;
    mark();
}

std::optional<term::Span> TermEditor::valueAtCursor() const
{
    if (document()->characterCount() > LongestMarked)
        return std::nullopt;
    const QTextCursor cursor = textCursor();
    if (cursor.hasSelection())
        return term::Span{cursor.selectionStart(), cursor.selectionEnd()};
    const auto here = term::valueAt(toPlainText(), m_syntax, cursor.position());
    // Behind a bracket, that one is meant.
    return here || cursor.position() == 0 ? here
                                          : term::valueAt(toPlainText(), m_syntax, cursor.position() - 1);
}

// ---- Marks ----

QTextEdit::ExtraSelection TermEditor::selection(qsizetype start, qsizetype end) const
{
    const qsizetype length = document()->characterCount() - 1;
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(document());
    mark.cursor.setPosition(static_cast<int>(std::clamp<qsizetype>(start, 0, length)));
    mark.cursor.setPosition(static_cast<int>(std::clamp<qsizetype>(end, 0, length)), QTextCursor::KeepAnchor);
    return mark;
}

void TermEditor::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    markError(marks);
    markBrackets(marks);
    setExtraSelections(marks);
}

void TermEditor::markError(QList<QTextEdit::ExtraSelection> &marks) const
{
    if (!m_error)
        return;
    // At the end of the text there is nothing to underline: its last character is.
    const qsizetype last = std::max(0, document()->characterCount() - 2);
    const qsizetype at = std::min(m_error->offset, last);
    QTextEdit::ExtraSelection error = selection(at, at + 1);
    error.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    error.format.setUnderlineColor(Theme::current(this).failed);
    error.format.setBackground(Theme::current(this).failedGround);
    marks.append(error);
}

void TermEditor::markBrackets(QList<QTextEdit::ExtraSelection> &marks) const
{
    if (document()->characterCount() > LongestMarked)
        return;
    const std::vector<term::Token> tokens = term::tokensOf(toPlainText(), m_syntax);
    const int at = textCursor().position();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool touches = tokens[i].start == at || tokens[i].end() == at;
        const auto other = touches ? term::matchingBracket(tokens, i) : std::nullopt;
        if (!other)
            continue;
        for (const std::size_t index : {i, *other}) {
            QTextEdit::ExtraSelection bracket = selection(tokens[index].start, tokens[index].end());
            bracket.format.setBackground(Theme::current(this).selected);
            bracket.format.setFontWeight(QFont::Bold);
            marks.append(bracket);
        }
        return;
    }
}

// ---- Completion ----

QString TermEditor::wordBeforeCursor() const
{
    static const QRegularExpression form(QStringLiteral("[:#']?[\\w@.<]*$"));
    const QTextCursor cursor = textCursor();
    return form.match(cursor.block().text().left(cursor.positionInBlock())).captured(0);
}

void TermEditor::keyPressEvent(QKeyEvent *event)
{
    const bool open = m_completer->popup()->isVisible();
    const bool forPopup = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                          event->key() == Qt::Key_Escape || event->key() == Qt::Key_Tab ||
                          event->key() == Qt::Key_Backtab;
    if (open && forPopup)
        return event->ignore(); // the completer takes it
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier)
        return offer(true);
    QPlainTextEdit::keyPressEvent(event);
    if (open || !event->text().isEmpty())
        offer(false);
}

void TermEditor::offer(bool always)
{
    const QString word = wordBeforeCursor();
    m_completer->setCompletionPrefix(word);
    const bool whole = m_completer->completionCount() == 1 && m_completer->currentCompletion() == word;
    if ((!always && word.size() < ShortestWord) || m_completer->completionCount() == 0 || whole)
        return m_completer->popup()->hide();
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    QRect place = cursorRect();
    place.setWidth(m_completer->popup()->sizeHintForColumn(0) +
                   m_completer->popup()->verticalScrollBar()->sizeHint().width() + 16);
    m_completer->complete(place);
}

void TermEditor::insertWord(const QString &word)
{
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor,
                        static_cast<int>(wordBeforeCursor().size()));
    cursor.insertText(word);
    setTextCursor(cursor);
}

void TermEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        m_highlighter->rehighlight();
        mark();
    }
}

} // namespace nodescope::widgets
