#include "term/detail/ErlangParser.h"

#include "term/detail/Quoting.h"

namespace nodescope::term::detail {

void ErlangParser::skipBlanks()
{
    m_cursor.skipBlanks();
    while (m_cursor.peek() == u'%') {
        m_cursor.skipLine();
        m_cursor.skipBlanks();
    }
}

void ErlangParser::skipEnd()
{
    skipBlanks();
    m_cursor.take(u".");
}

bool ErlangParser::readValue()
{
    const qsizetype start = m_cursor.position();
    if (isAtNumber(m_cursor))
        return readNumberValue();
    switch (m_cursor.peek()) {
    case u'[':
        m_cursor.skip();
        open(Shape::List, start, u"]");
        return true;
    case u'{':
        m_cursor.skip();
        open(Shape::Tuple, start, u"}");
        return true;
    case u'"':
        return readString();
    case u'~':
        return readSigil();
    case u'#':
        return readHash();
    case u'<': {
        if (m_cursor.take(u"<<"))
            return readSegments();
        const char16_t next = m_cursor.peek(1);
        return next >= u'0' && next <= u'9' ? m_cursor.fail(Code::LocalPid) : false;
    }
    case u'$': {
        m_cursor.skip();
        const std::optional<char32_t> point = readCharacter(m_cursor, Syntax::Erlang);
        m_builder.integer(point.value_or(0));
        return point.has_value();
    }
    default:
        return readWordValue();
    }
}

bool ErlangParser::readWordValue()
{
    const qsizetype start = m_cursor.position();
    const std::optional<QString> atom = readAtom();
    if (atom && m_cursor.since(start) == u"fun")
        return readFunction(start);
    if (atom)
        return takeSelf(m_cursor.since(start)) || pushAtom(*atom, start);
    if (m_cursor.hasFailed())
        return false;
    const QChar first(m_cursor.peek());
    return first.isUpper() || first == u'_' ? m_cursor.fail(Code::NotData) : false;
}

std::optional<QString> ErlangParser::readAtom()
{
    if (m_cursor.take(u"'")) {
        const std::optional<QuotedText> quoted = readQuoted(m_cursor, u'\'', Syntax::Erlang);
        return quoted ? std::optional(quoted->toString()) : std::nullopt;
    }
    const QChar first(m_cursor.peek());
    if (!first.isLower())
        return std::nullopt;
    const qsizetype start = m_cursor.position();
    const QString word = m_cursor.takeWord().toString();
    if (isErlangReserved(word.toUtf8()) && word != u"fun") {
        m_cursor.fail(Code::NotData, start);
        return std::nullopt;
    }
    return word;
}

std::optional<ErlangParser::Function> ErlangParser::readCallHead()
{
    const std::optional<QString> module = readAtom();
    skipBlanks();
    if (!module || !m_cursor.take(u":"))
        return std::nullopt;
    skipBlanks();
    const std::optional<QString> function = readAtom();
    skipBlanks();
    if (!function || !m_cursor.take(u"("))
        return std::nullopt;
    return Function{*module, *function};
}

bool ErlangParser::readString()
{
    QuotedText text;
    // Strings side by side are one.
    while (m_cursor.take(u"\"")) {
        const std::optional<QuotedText> part = readQuoted(m_cursor, u'"', Syntax::Erlang);
        if (!part)
            return false;
        text.append(*part);
        skipBlanks();
    }
    m_builder.charlist(text.toString());
    return true;
}

bool ErlangParser::readSigil()
{
    // Of OTP 27: ~s and ~S are strings, ~, ~b and ~B binaries; in capitals without escapes.
    const qsizetype start = m_cursor.position();
    m_cursor.skip();
    const char16_t kind = m_cursor.peek();
    const bool named = kind == u's' || kind == u'S' || kind == u'b' || kind == u'B';
    if (named)
        m_cursor.skip();
    const char16_t closing =
        m_cursor.peek() == u'`' || m_cursor.peek() == u'#' ? m_cursor.peek() : closingOf(m_cursor.peek());
    if (closing == 0)
        return m_cursor.fail(Code::UnexpectedCharacter, start);
    m_cursor.skip();
    const bool raw = kind == u'S' || kind == u'B';
    const std::optional<QuotedText> text =
        raw ? readVerbatim(m_cursor, closing) : readQuoted(m_cursor, closing, Syntax::Erlang);
    if (!text)
        return false;
    if (kind == u's' || kind == u'S')
        m_builder.charlist(text->toString());
    else
        m_builder.binary(text->toUtf8());
    return true;
}

bool ErlangParser::readHash()
{
    const qsizetype start = m_cursor.position();
    if (isAtIdentifier())
        return readIdentifier();
    m_cursor.skip();
    if (m_cursor.take(u"{")) {
        open(Shape::MapKey, start, u"}");
        return true;
    }
    // #module:name{field = value}
    for (QStringView mark : {QStringView(u":"), QStringView(u"{")}) {
        const qsizetype at = m_cursor.position();
        const std::optional<QString> atom = readAtom();
        if (!atom || !pushAtom(*atom, at) || !m_cursor.take(mark))
            return m_cursor.fail(Code::BadRecord, start);
    }
    open(Shape::Record, start, u"}");
    return true;
}

bool ErlangParser::readKey(Open &open)
{
    if (open.shape != Shape::Record)
        return true;
    const qsizetype start = m_cursor.position();
    const std::optional<QString> field = readAtom();
    if (!field || !pushAtom(*field, start))
        return m_cursor.hasFailed() ? false : m_cursor.failHere(open.start);
    skipBlanks();
    if (!m_cursor.take(u"="))
        return m_cursor.failHere(open.start);
    ++open.keywords;
    return true;
}

bool ErlangParser::readFunction(qsizetype start)
{
    skipBlanks();
    const std::optional<QString> module = readAtom();
    skipBlanks();
    if (!module || !m_cursor.take(u":"))
        return m_cursor.fail(Code::BadFunction, start);
    skipBlanks();
    const std::optional<QString> function = readAtom();
    if (!function)
        return m_cursor.fail(Code::BadFunction, start);
    return pushFunction(*module, *function, start);
}

} // namespace nodescope::term::detail
