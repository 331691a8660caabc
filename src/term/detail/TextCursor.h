#pragma once

#include <QStringView>

#include "term/Parser.h"

namespace nodescope::term::detail {

/// A place in a text that is being read, and the first error met.
class TextCursor
{
public:
    explicit TextCursor(QStringView text)
        : m_text(text)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] qsizetype position() const { return m_at; }
    void moveTo(qsizetype position) { m_at = position; }
    /// The unit so many places ahead, 0 beyond the end.
    [[nodiscard]] char16_t peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead].unicode() : u'\0';
    }
    [[nodiscard]] bool isEndAhead(qsizetype ahead) const { return m_at + ahead >= m_text.size(); }
    void skip(qsizetype units = 1) { m_at += units; }
    [[nodiscard]] bool isAt(QStringView text) const { return m_text.mid(m_at).startsWith(text); }
    /// Moves behind `text` if it stands here.
    bool take(QStringView text)
    {
        if (!isAt(text))
            return false;
        m_at += text.size();
        return true;
    }
    /// The next code point; U+FFFD for half a surrogate pair.
    char32_t takePoint();
    /// What stands between `start` and here.
    [[nodiscard]] QStringView since(qsizetype start) const { return m_text.mid(start, m_at - start); }
    void skipBlanks();
    void skipLine();
    /// Letters, digits, `_` and `@` from here on.
    QStringView takeWord();

    /// Notes the first error; always false.
    bool fail(ParseError::Code code, qsizetype offset);
    bool fail(ParseError::Code code) { return fail(code, m_at); }
    /// An unexpected character here, or an unexpected end.
    bool failHere(qsizetype openedAt);
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    /// The error, with line and column.
    [[nodiscard]] ParseError error() const;

private:
    QStringView m_text;
    qsizetype m_at = 0;
    bool m_failed = false;
    ParseError m_error;
};

} // namespace nodescope::term::detail
