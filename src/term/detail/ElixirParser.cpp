#include "term/detail/ElixirParser.h"

#include <array>

namespace nodescope::term::detail {

namespace {

/// Operators that `:` makes atoms of; longer ones first.
constexpr std::array<QStringView, 58> Operators{
    u"<<>>", u"..//", u"<<<", u">>>", u"<<~", u"~>>", u"<~>", u"|||", u"&&&", u"^^^", u"===",  u"!==",
    u"+++",  u"---",  u"...", u"%{}", u"~~~", u"==",  u"!=",  u"=~",  u"<=",  u">=",  u"&&",   u"||",
    u"<>",   u"++",   u"--",  u"|>",  u"<~",  u"~>",  u"->",  u"<-",  u"=>",  u"::",  u"\\\\", u"..",
    u"**",   u"//",   u"{}",  u"[]",  u"<|",  u"|",   u"+",   u"-",   u"*",   u"/",   u"<",    u">",
    u"=",    u"!",    u"&",   u"^",   u"@",   u".",   u"%",   u"~",   u"<<",  u">>",
};

bool startsWord(char16_t unit)
{
    return unit == u'_' || (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z') ||
           (unit >= 0x80 && QChar(unit).isLetter());
}

bool isUpper(char16_t unit)
{
    return unit >= u'A' && unit <= u'Z';
}

} // namespace

void ElixirParser::skipBlanks()
{
    m_cursor.skipBlanks();
    while (m_cursor.peek() == u'#' && !isAtIdentifier() && !m_cursor.isAt(u"#Record<")) {
        m_cursor.skipLine();
        m_cursor.skipBlanks();
    }
}

bool ElixirParser::readValue()
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
    case u'%':
        return readPercent();
    case u'"':
    case u'\'':
    case u'?':
        return readTextValue();
    case u':':
        return readColon();
    case u'~':
        return readSigil();
    case u'&':
        return readCapture();
    case u'#':
        if (!m_cursor.take(u"#Record<"))
            return readIdentifier();
        open(Shape::Record, start, u">");
        return true;
    case u'<':
        return m_cursor.take(u"<<") && readSegments();
    default:
        return readWordValue();
    }
}

bool ElixirParser::readTextValue()
{
    const char16_t quote = m_cursor.peek();
    m_cursor.skip();
    if (quote == u'?') {
        const std::optional<char32_t> point = readCharacter(m_cursor, Syntax::Elixir);
        m_builder.integer(point.value_or(0));
        return point.has_value();
    }
    const bool heredoc = m_cursor.peek() == quote && m_cursor.peek(1) == quote;
    if (heredoc)
        m_cursor.skip(2);
    const std::optional<QuotedText> text =
        heredoc ? readHeredoc(m_cursor, quote, false) : readQuoted(m_cursor, quote, Syntax::Elixir);
    if (!text)
        return false;
    if (quote == u'"')
        m_builder.binary(text->toUtf8());
    else
        m_builder.charlist(text->toString());
    return true;
}

bool ElixirParser::readColon()
{
    const qsizetype start = m_cursor.position();
    m_cursor.skip();
    const std::optional<QString> text = readAtomText();
    return text && pushAtom(*text, start);
}

std::optional<QString> ElixirParser::readAtomText()
{
    const char16_t first = m_cursor.peek();
    if (first == u'"' || first == u'\'') {
        m_cursor.skip();
        const std::optional<QuotedText> text = readQuoted(m_cursor, first, Syntax::Elixir);
        return text ? std::optional(text->toString()) : std::nullopt;
    }
    if (startsWord(first))
        return readWord();
    for (QStringView mark : Operators) {
        if (m_cursor.take(mark))
            return mark.toString();
    }
    return std::nullopt;
}

QString ElixirParser::readWord()
{
    const qsizetype start = m_cursor.position();
    m_cursor.takeWord();
    if (m_cursor.peek() == u'?' || (m_cursor.peek() == u'!' && m_cursor.peek(1) != u'='))
        m_cursor.skip();
    return m_cursor.since(start).toString();
}

QString ElixirParser::readAlias()
{
    QString alias;
    do {
        alias += u'.';
        while (startsWord(m_cursor.peek()) || QChar(m_cursor.peek()).isDigit()) {
            alias += QChar(m_cursor.peek());
            m_cursor.skip();
        }
    } while (isUpper(m_cursor.peek(1)) && m_cursor.take(u"."));
    alias.remove(0, 1);
    const QString prefix = QStringLiteral("Elixir");
    return alias == prefix || alias.startsWith(prefix + u'.') ? alias : QString(prefix + u'.' + alias);
}

bool ElixirParser::readWordValue()
{
    const qsizetype start = m_cursor.position();
    const char16_t first = m_cursor.peek();
    if (!startsWord(first))
        return false;
    if (isUpper(first)) {
        const QString alias = readAlias();
        return m_cursor.peek() == u'.' ? m_cursor.fail(Code::NotData, start) : pushAtom(alias, start);
    }
    const QString word = readWord();
    if (takeSelf(word))
        return true;
    if (word != u"nil" && word != u"true" && word != u"false")
        return m_cursor.fail(Code::NotData, start);
    m_builder.atom(word);
    return true;
}

bool ElixirParser::readPercent()
{
    const qsizetype start = m_cursor.position();
    m_cursor.skip();
    const bool isStruct = isUpper(m_cursor.peek());
    if (isStruct) {
        m_builder.atom(QLatin1String("__struct__"));
        if (!pushAtom(readAlias(), start))
            return false;
    }
    if (!m_cursor.take(u"{"))
        return m_cursor.failHere(start);
    open(Shape::MapKey, start, u"}");
    innermost()->count = isStruct ? 1 : 0;
    return true;
}

bool ElixirParser::readSigil()
{
    const qsizetype start = m_cursor.position();
    m_cursor.skip();
    const char16_t kind = m_cursor.peek();
    m_cursor.skip();
    const char16_t closing = closingOf(m_cursor.peek());
    const bool text = kind == u's' || kind == u'S';
    if ((!text && kind != u'c' && kind != u'C') || closing == 0)
        return m_cursor.fail(Code::NotData, start);
    const bool raw = isUpper(kind);
    std::optional<QuotedText> content;
    if (m_cursor.take(u"\"\"\"") || m_cursor.take(u"'''")) {
        content = readHeredoc(m_cursor, closing, raw);
    } else {
        m_cursor.skip();
        content = raw ? readRaw(m_cursor, closing) : readQuoted(m_cursor, closing, Syntax::Elixir);
    }
    if (!content)
        return false;
    if (text)
        m_builder.binary(content->toUtf8());
    else
        m_builder.charlist(content->toString());
    return true;
}

std::optional<ElixirParser::Function> ElixirParser::readFunctionName()
{
    std::optional<QString> module;
    if (m_cursor.take(u":"))
        module = readAtomText();
    else if (isUpper(m_cursor.peek()))
        module = readAlias();
    if (!module || !m_cursor.take(u"."))
        return std::nullopt;
    const std::optional<QString> function = readAtomText();
    return function ? std::optional(Function{*module, *function}) : std::nullopt;
}

std::optional<ElixirParser::Function> ElixirParser::readCallHead()
{
    const std::optional<Function> function = readFunctionName();
    return function && m_cursor.take(u"(") ? function : std::nullopt;
}

bool ElixirParser::readCapture()
{
    const qsizetype start = m_cursor.position();
    m_cursor.skip();
    const std::optional<Function> function = readFunctionName();
    return function ? pushFunction(function->module, function->name, start)
                    : m_cursor.fail(Code::BadFunction, start);
}

bool ElixirParser::readKey(Open &open)
{
    if (open.shape == Shape::Tail || open.shape == Shape::MapValue)
        return true;
    const qsizetype start = m_cursor.position();
    const char16_t first = m_cursor.peek();
    std::optional<QString> key;
    if (startsWord(first)) {
        key = readWord();
    } else if (first == u'"' || first == u'\'') {
        m_cursor.skip();
        const std::optional<QuotedText> text = readQuoted(m_cursor, first, Syntax::Elixir);
        if (!text)
            return false;
        key = text->toString();
    } else {
        key = readOperatorKey();
    }
    if (key && m_cursor.peek() == u':' && m_cursor.peek(1) != u':')
        return readKeyMark(open, *key, start);
    // No key after all: what was read is a value, which may not follow keys.
    m_cursor.moveTo(start);
    return open.keywords == 0 || m_cursor.failHere(open.start);
}

std::optional<QString> ElixirParser::readOperatorKey()
{
    for (QStringView mark : Operators) {
        const bool key = m_cursor.isAt(mark) && m_cursor.peek(mark.size()) == u':' &&
                         QChar(m_cursor.peek(mark.size() + 1)).isSpace();
        if (key && m_cursor.take(mark))
            return mark.toString();
    }
    return std::nullopt;
}

bool ElixirParser::readKeyMark(Open &open, const QString &key, qsizetype start)
{
    m_cursor.skip();
    open.keyRead = true;
    ++open.keywords;
    return pushAtom(key, start);
}

} // namespace nodescope::term::detail
