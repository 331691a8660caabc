#include "term/detail/TextCursor.h"

#include "term/detail/Quoting.h"

namespace nodescope::term::detail {

char32_t TextCursor::takePoint()
{
    const char16_t high = peek();
    const char16_t low = peek(1);
    ++m_at;
    if (!QChar::isSurrogate(high))
        return high;
    if (!QChar::isHighSurrogate(high) || !QChar::isLowSurrogate(low))
        return QChar::ReplacementCharacter;
    ++m_at;
    return QChar::surrogateToUcs4(high, low);
}

void TextCursor::skipBlanks()
{
    while (!atEnd() && m_text[m_at].isSpace())
        ++m_at;
}

void TextCursor::skipLine()
{
    while (!atEnd() && peek() != u'\n')
        ++m_at;
}

QStringView TextCursor::takeWord()
{
    const qsizetype start = m_at;
    while (!atEnd()) {
        const QChar c = m_text[m_at];
        if (!isAtomCharacter(c.unicode()) && !(c.unicode() >= 0x80 && c.isLetterOrNumber()))
            break;
        ++m_at;
    }
    return since(start);
}

bool TextCursor::fail(ParseError::Code code, qsizetype offset)
{
    if (!m_failed) {
        m_failed = true;
        m_error.code = code;
        m_error.offset = offset;
    }
    return false;
}

bool TextCursor::failHere(qsizetype openedAt)
{
    return atEnd() ? fail(ParseError::Code::UnexpectedEnd, openedAt)
                   : fail(ParseError::Code::UnexpectedCharacter);
}

ParseError TextCursor::error() const
{
    ParseError error = m_error;
    const QStringView before = m_text.left(error.offset);
    error.line = static_cast<int>(before.count(u'\n')) + 1;
    error.column = static_cast<int>(error.offset - (before.lastIndexOf(u'\n') + 1)) + 1;
    return error;
}

} // namespace nodescope::term::detail
