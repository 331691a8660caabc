#pragma once

#include <QSyntaxHighlighter>

#include "term/Tokens.h"

namespace nodescope::widgets {

/// Colours terms by their tokens (term/Tokens.h), line by line. Owned by its document.
class TermHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit TermHighlighter(QTextDocument *document);
    void setSyntax(term::Syntax syntax);
    /// The editor, whose theme is used; must outlive this.
    void setEditor(const QWidget *editor) { m_editor = editor; }

protected:
    void highlightBlock(const QString &text) override;

private:
    term::Syntax m_syntax = term::Syntax::Erlang;
    const QWidget *m_editor = nullptr;
};

} // namespace nodescope::widgets
