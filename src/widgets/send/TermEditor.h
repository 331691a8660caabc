#pragma once

#include <optional>

#include <QPlainTextEdit>
#include <QStringListModel>

#include "term/Parser.h"
#include "term/Tokens.h"

class QCompleter;

namespace nodescope::widgets {

class TermHighlighter;

/// A field for terms: highlighted, with matching brackets and the place of the error marked, and words
/// completed (by what is typed, or on Ctrl+Space). It reads nothing itself: setError() comes from whoever
/// does.
class TermEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TermEditor(QWidget *parent = nullptr);

    void setSyntax(term::Syntax syntax);
    [[nodiscard]] term::Syntax syntax() const { return m_syntax; }
    /// What completion offers, as it is written in the syntax.
    void setWords(const QStringList &words);
    void setError(const std::optional<term::ParseError> &error);
    /// Where the value goes that the cursor stands at; see term::valueAt.
    [[nodiscard]] std::optional<term::Span> valueAtCursor() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void mark();
    void markBrackets(QList<QTextEdit::ExtraSelection> &marks) const;
    void markError(QList<QTextEdit::ExtraSelection> &marks) const;
    [[nodiscard]] QTextEdit::ExtraSelection selection(qsizetype start, qsizetype end) const;
    [[nodiscard]] QString wordBeforeCursor() const;
    void offer(bool always);
    void insertWord(const QString &word);

    TermHighlighter *m_highlighter; // the document's
    QStringListModel m_words;
    QCompleter *m_completer; // child
    term::Syntax m_syntax = term::Syntax::Erlang;
    std::optional<term::ParseError> m_error;
};

} // namespace nodescope::widgets
