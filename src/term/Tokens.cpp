#include "term/Tokens.h"

#include <algorithm>

#include "term/detail/QuotedText.h"
#include "term/detail/Quoting.h"

namespace nodescope::term {

namespace {

bool isWordCharacter(QChar c)
{
    return detail::isAtomCharacter(c.unicode()) || (c.unicode() >= 0x80 && c.isLetterOrNumber());
}

bool isWordStart(QChar c)
{
    return c == u'_' || c.isLetter();
}

class Cutter
{
public:
    Cutter(QStringView text, Syntax syntax, char16_t &open)
        : m_text(text)
        , m_elixir(syntax == Syntax::Elixir)
        , m_open(open)
    {
    }

    std::vector<Token> run()
    {
        if (m_open != 0)
            quoted(m_open, 0, TokenKind::Text);
        while (m_at < m_text.size())
            step();
        return std::move(m_tokens);
    }

private:
    [[nodiscard]] char16_t peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead).unicode() : u'\0';
    }
    void push(TokenKind kind, qsizetype start) { m_tokens.push_back({kind, start, m_at - start}); }

    /// From within quotes to behind them, or to the end.
    void quoted(char16_t closing, qsizetype start, TokenKind kind)
    {
        m_open = closing;
        while (m_at < m_text.size()) {
            const char16_t unit = peek();
            m_at = std::min(m_text.size(), m_at + (unit == u'\\' ? 2 : 1));
            if (unit == closing) {
                m_open = 0;
                break;
            }
        }
        push(kind, start);
    }
    void word(qsizetype start)
    {
        while (m_at < m_text.size() && isWordCharacter(m_text.at(m_at)))
            ++m_at;
        const QStringView word = m_text.mid(start, m_at - start);
        if (m_elixir) {
            if (peek() == u'?' || (peek() == u'!' && peek(1) != u'='))
                ++m_at;
            if (peek() == u':' && peek(1) != u':') {
                ++m_at;
                return push(TokenKind::Key, start);
            }
            const bool alias = word.at(0).isUpper();
            while (alias && peek() == u'.' && QChar(peek(1)).isUpper()) {
                ++m_at;
                while (m_at < m_text.size() && isWordCharacter(m_text.at(m_at)))
                    ++m_at;
            }
            const bool data = alias || word == u"nil" || word == u"true" || word == u"false";
            return push(data ? TokenKind::Atom : TokenKind::Word, start);
        }
        const bool data = word.at(0).isLower() && !detail::isErlangReserved(word.toUtf8());
        push(data ? TokenKind::Atom : TokenKind::Word, start);
    }
    void number(qsizetype start)
    {
        const auto isPart = [this](qsizetype ahead) {
            const QChar c(peek(ahead));
            return c.isLetterOrNumber() || c == u'_' || (c == u'#' && !m_elixir) ||
                   (c == u'.' && QChar(peek(ahead + 1)).isDigit()) ||
                   ((c == u'-' || c == u'+') && ahead > 0 && QChar(peek(ahead - 1)).toLower() == u'e' &&
                    QChar(peek(ahead + 1)).isDigit());
        };
        qsizetype length = 1;
        while (isPart(length))
            ++length;
        m_at += length;
        push(TokenKind::Number, start);
    }
    bool identifier(qsizetype start)
    {
        for (QStringView name : {QStringView(u"#Pid<"), QStringView(u"#PID<"), QStringView(u"#Port<"),
                                 QStringView(u"#Ref<"), QStringView(u"#Reference<"), QStringView(u"#Fun<")}) {
            if (!m_text.mid(m_at).startsWith(name))
                continue;
            const qsizetype end = m_text.indexOf(u'>', m_at);
            m_at = end < 0 ? m_text.size() : end + 1;
            push(TokenKind::Identifier, start);
            return true;
        }
        return false;
    }
    void comment(qsizetype start)
    {
        const qsizetype end = m_text.indexOf(u'\n', m_at);
        m_at = end < 0 ? m_text.size() : end;
        push(TokenKind::Comment, start);
    }
    void mark(TokenKind kind, qsizetype length)
    {
        const qsizetype start = m_at;
        m_at += length;
        push(kind, start);
    }
    void step();
    void elixirStep(qsizetype start);
    void erlangStep(qsizetype start);
    void commonStep();

    QStringView m_text;
    const bool m_elixir;
    char16_t &m_open;
    qsizetype m_at = 0;
    std::vector<Token> m_tokens;
};

void Cutter::step()
{
    const QChar c = m_text.at(m_at);
    const qsizetype start = m_at;
    if (c.isSpace()) {
        ++m_at;
    } else if (c == u'"') {
        ++m_at;
        quoted(u'"', start, TokenKind::Text);
    } else if (c.isDigit() || ((c == u'-' || c == u'+') && QChar(peek(1)).isDigit())) {
        number(start);
    } else if (isWordStart(c)) {
        word(start);
    } else if (c == u'#' && identifier(start)) {
        return;
    } else if (m_elixir) {
        elixirStep(start);
    } else {
        erlangStep(start);
    }
}

void Cutter::elixirStep(qsizetype start)
{
    const char16_t first = peek();
    if (first == u'#')
        return comment(start);
    if (first == u'\'') {
        ++m_at;
        return quoted(u'\'', start, TokenKind::Text);
    }
    if (first == u'?' && m_at + 1 < m_text.size()) {
        m_at = std::min(m_text.size(), m_at + (peek(1) == u'\\' ? 3 : 2));
        return push(TokenKind::Number, start);
    }
    if (first == u'~' && QChar(peek(1)).isLetter() && detail::closingOf(peek(2)) != 0) {
        const char16_t closing = detail::closingOf(peek(2));
        m_at += 3;
        return quoted(closing, start, TokenKind::Text);
    }
    if (first == u':' && (peek(1) == u'"' || peek(1) == u'\'')) {
        const char16_t closing = peek(1);
        m_at += 2;
        return quoted(closing, start, TokenKind::Atom);
    }
    if (first == u':' && isWordStart(QChar(peek(1)))) {
        ++m_at;
        while (m_at < m_text.size() && isWordCharacter(m_text.at(m_at)))
            ++m_at;
        m_at += peek() == u'?' || peek() == u'!' ? 1 : 0;
        return push(TokenKind::Atom, start);
    }
    if (first == u'%' && peek(1) == u'{')
        return mark(TokenKind::Open, 2);
    commonStep();
}

void Cutter::erlangStep(qsizetype start)
{
    const char16_t first = peek();
    if (first == u'%')
        return comment(start);
    if (first == u'\'') {
        ++m_at;
        return quoted(u'\'', start, TokenKind::Atom);
    }
    if (first == u'$' && m_at + 1 < m_text.size()) {
        m_at = std::min(m_text.size(), m_at + (peek(1) == u'\\' ? 3 : 2));
        return push(TokenKind::Number, start);
    }
    if (first == u'#' && peek(1) == u'{')
        return mark(TokenKind::Open, 2);
    const qsizetype opening = QChar(peek(1)).isLetter() ? 2 : 1;
    if (first == u'~' && detail::closingOf(peek(opening)) != 0) {
        const char16_t closing = detail::closingOf(peek(opening));
        m_at += opening + 1;
        return quoted(closing, start, TokenKind::Text);
    }
    commonStep();
}

void Cutter::commonStep()
{
    const char16_t first = peek();
    if (first == u'<' && peek(1) == u'<')
        return mark(TokenKind::Open, 2);
    if (first == u'>' && peek(1) == u'>')
        return mark(TokenKind::Close, 2);
    if (first == u'[' || first == u'{' || first == u'(')
        return mark(TokenKind::Open, 1);
    if (first == u']' || first == u'}' || first == u')')
        return mark(TokenKind::Close, 1);
    mark(TokenKind::Mark, 1);
}

} // namespace

std::vector<Token> tokensOf(QStringView text, Syntax syntax, char16_t &open)
{
    return Cutter(text, syntax, open).run();
}

std::vector<Token> tokensOf(QStringView text, Syntax syntax)
{
    char16_t open = 0;
    return tokensOf(text, syntax, open);
}

std::optional<std::size_t> matchingBracket(const std::vector<Token> &tokens, std::size_t index)
{
    if (index >= tokens.size())
        return std::nullopt;
    const TokenKind kind = tokens[index].kind;
    if (kind != TokenKind::Open && kind != TokenKind::Close)
        return std::nullopt;
    const bool forward = kind == TokenKind::Open;
    int depth = 0;
    for (std::size_t i = index; i < tokens.size(); forward ? ++i : --i) {
        if (tokens[i].kind == TokenKind::Open)
            depth += forward ? 1 : -1;
        else if (tokens[i].kind == TokenKind::Close)
            depth += forward ? -1 : 1;
        if (depth == 0)
            return i;
        if (i == 0 && !forward)
            break;
    }
    return std::nullopt;
}

std::optional<Span> valueAt(QStringView text, Syntax syntax, qsizetype position)
{
    const std::vector<Token> tokens = tokensOf(text, syntax);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token &token = tokens[i];
        if (position < token.start || position >= token.end())
            continue;
        switch (token.kind) {
        case TokenKind::Atom:
        case TokenKind::Number:
        case TokenKind::Text:
        case TokenKind::Identifier:
            return Span{token.start, token.end()};
        case TokenKind::Open:
        case TokenKind::Close: {
            const auto other = matchingBracket(tokens, i);
            if (!other)
                return std::nullopt;
            const Token &pair = tokens[*other];
            return Span{std::min(token.start, pair.start), std::max(token.end(), pair.end())};
        }
        default:
            return std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace nodescope::term
