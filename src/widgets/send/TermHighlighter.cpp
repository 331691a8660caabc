#include "widgets/send/TermHighlighter.h"

#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using term::TokenKind;

namespace {

// A line of more characters is left as it is: somebody pasted data.
constexpr qsizetype LongestLine = 20'000;

QTextCharFormat formatOf(TokenKind kind, const Theme &theme)
{
    QTextCharFormat format;
    switch (kind) {
    case TokenKind::Atom:
    case TokenKind::Key:
        format.setForeground(theme.accent);
        break;
    case TokenKind::Text:
        format.setForeground(theme.up);
        break;
    case TokenKind::Number:
        format.setForeground(theme.attentionText);
        break;
    case TokenKind::Identifier:
        format.setForeground(theme.accent);
        format.setFontItalic(true);
        break;
    case TokenKind::Comment:
        format.setForeground(theme.secondary);
        format.setFontItalic(true);
        break;
    case TokenKind::Word:
        format.setFontWeight(QFont::DemiBold);
        break;
    default:
        format.setForeground(theme.secondary);
        break;
    }
    return format;
}

} // namespace

TermHighlighter::TermHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{
}

void TermHighlighter::setSyntax(term::Syntax syntax)
{
    m_syntax = syntax;
    rehighlight();
}

void TermHighlighter::highlightBlock(const QString &text)
{
    if (!m_editor || text.size() > LongestLine)
        return;
    const Theme theme = Theme::current(m_editor);
    auto open = static_cast<char16_t>(std::max(0, previousBlockState()));
    for (const term::Token &token : term::tokensOf(text, m_syntax, open))
        setFormat(static_cast<int>(token.start), static_cast<int>(token.length), formatOf(token.kind, theme));
    setCurrentBlockState(open);
}

} // namespace nodescope::widgets
