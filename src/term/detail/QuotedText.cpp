#include "term/detail/QuotedText.h"

#include "term/detail/BigInteger.h"

namespace nodescope::term::detail {

using Code = ParseError::Code;

namespace {

bool isScalar(quint32 point)
{
    return point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
}

/// Up to `most` digits of a base.
std::optional<quint32> readDigits(TextCursor &cursor, int base, int least, int most)
{
    quint32 value = 0;
    int count = 0;
    for (; count < most && digitValue(QChar(cursor.peek())) < base; ++count) {
        value = value * static_cast<quint32>(base) + static_cast<quint32>(digitValue(QChar(cursor.peek())));
        cursor.skip();
    }
    return count >= least ? std::optional(value) : std::nullopt;
}

/// `{H…}` or, without braces, `least` to `most` hexadecimal digits.
std::optional<quint32> readHex(TextCursor &cursor, int least, int most)
{
    if (!cursor.take(u"{"))
        return readDigits(cursor, 16, least, most);
    const std::optional<quint32> value = readDigits(cursor, 16, 1, 6);
    return cursor.take(u"}") ? value : std::nullopt;
}

std::optional<char32_t> simpleEscape(char16_t letter)
{
    switch (letter) {
    case u'b':
        return U'\b';
    case u'd':
        return U'\x7f';
    case u'e':
        return U'\x1b';
    case u'f':
        return U'\f';
    case u'n':
        return U'\n';
    case u'r':
        return U'\r';
    case u's':
        return U' ';
    case u't':
        return U'\t';
    case u'v':
        return U'\v';
    default:
        return std::nullopt;
    }
}

/// Reads what follows a backslash in Erlang.
bool readErlangEscape(TextCursor &cursor, QuotedText &text)
{
    const char16_t letter = cursor.peek();
    std::optional<quint32> value;
    if (letter >= u'0' && letter <= u'7') {
        value = readDigits(cursor, 8, 1, 3);
    } else if (cursor.take(u"x")) {
        value = readHex(cursor, 2, 2);
    } else if (cursor.take(u"^")) {
        value = cursor.takePoint() & 0x1f;
    } else {
        cursor.skip(simpleEscape(letter) ? 1 : 0);
        value = simpleEscape(letter) ? *simpleEscape(letter) : cursor.takePoint();
    }
    if (!value || !isScalar(*value))
        return false;
    text.add(*value);
    return true;
}

/// Reads what follows a backslash in Elixir.
bool readElixirEscape(TextCursor &cursor, QuotedText &text)
{
    if (cursor.take(u"x")) {
        const bool braces = cursor.peek() == u'{';
        const std::optional<quint32> value = readHex(cursor, 1, 2);
        if (!value || !isScalar(*value))
            return false;
        braces ? text.add(*value) : text.addByte(static_cast<quint8>(*value));
        return true;
    }
    if (cursor.take(u"u")) {
        const std::optional<quint32> value = readHex(cursor, 4, 4);
        if (value && isScalar(*value))
            text.add(*value);
        return value && isScalar(*value);
    }
    if (cursor.take(u"\n"))
        return true; // a line that goes on
    const char16_t letter = cursor.peek();
    if (const std::optional<char32_t> simple = simpleEscape(letter)) {
        cursor.skip();
        text.add(*simple);
    } else if (letter == u'0' || letter == u'a') {
        cursor.skip();
        text.add(letter == u'a' ? U'\a' : U'\0');
    } else {
        text.add(cursor.takePoint());
    }
    return true;
}

bool readEscape(TextCursor &cursor, QuotedText &text, Syntax syntax)
{
    const qsizetype start = cursor.position() - 1;
    const bool read = !cursor.atEnd() && (syntax == Syntax::Erlang ? readErlangEscape(cursor, text)
                                                                   : readElixirEscape(cursor, text));
    return read || cursor.fail(Code::BadEscape, start);
}

bool isAtThree(const TextCursor &cursor, char16_t quote, qsizetype ahead)
{
    return cursor.peek(ahead) == quote && cursor.peek(ahead + 1) == quote && cursor.peek(ahead + 2) == quote;
}

/// The blanks before the closing quotes of a text over several lines, seen from its first line; -1: there are
/// no closing quotes.
qsizetype heredocIndent(const TextCursor &cursor, char16_t quote)
{
    qsizetype at = 0;
    while (true) {
        qsizetype blanks = 0;
        while (cursor.peek(at + blanks) == u' ' || cursor.peek(at + blanks) == u'\t')
            ++blanks;
        if (isAtThree(cursor, quote, at + blanks))
            return blanks;
        while (cursor.peek(at) != u'\n') {
            if (cursor.isEndAhead(at))
                return -1;
            ++at;
        }
        ++at;
    }
}

} // namespace

QString QuotedText::toString() const
{
    std::u32string points = m_points;
    for (char32_t &point : points)
        point = point >= FirstByte ? point - FirstByte : point;
    return QString::fromStdU32String(points);
}

QByteArray QuotedText::toUtf8() const
{
    QByteArray bytes;
    std::u32string run;
    const auto flush = [&] {
        bytes += QString::fromStdU32String(run).toUtf8();
        run.clear();
    };
    for (char32_t point : m_points) {
        if (point < FirstByte) {
            run.push_back(point);
            continue;
        }
        flush();
        bytes += static_cast<char>(point - FirstByte);
    }
    flush();
    return bytes;
}

std::optional<QuotedText> readQuoted(TextCursor &cursor, char16_t closing, Syntax syntax)
{
    const qsizetype start = cursor.position() - 1;
    QuotedText text;
    while (!cursor.atEnd()) {
        if (cursor.peek() == closing) {
            cursor.skip();
            return text;
        }
        if (syntax == Syntax::Elixir && cursor.isAt(u"#{")) {
            cursor.fail(Code::NotData);
            return std::nullopt;
        }
        if (!cursor.take(u"\\"))
            text.add(cursor.takePoint());
        else if (!readEscape(cursor, text, syntax))
            return std::nullopt;
    }
    cursor.fail(Code::UnterminatedText, start);
    return std::nullopt;
}

std::optional<QuotedText> readRaw(TextCursor &cursor, char16_t closing)
{
    const qsizetype start = cursor.position() - 1;
    QuotedText text;
    while (!cursor.atEnd()) {
        // Only the closing mark itself can be escaped.
        if (cursor.peek() == u'\\' && cursor.peek(1) == closing)
            cursor.skip();
        else if (cursor.peek() == closing) {
            cursor.skip();
            return text;
        }
        text.add(cursor.takePoint());
    }
    cursor.fail(Code::UnterminatedText, start);
    return std::nullopt;
}

std::optional<QuotedText> readVerbatim(TextCursor &cursor, char16_t closing)
{
    const qsizetype start = cursor.position() - 1;
    QuotedText text;
    while (!cursor.atEnd()) {
        if (cursor.peek() == closing) {
            cursor.skip();
            return text;
        }
        text.add(cursor.takePoint());
    }
    cursor.fail(Code::UnterminatedText, start);
    return std::nullopt;
}

std::optional<QuotedText> readHeredoc(TextCursor &cursor, char16_t quote, bool raw)
{
    const qsizetype start = cursor.position() - 3;
    while (cursor.peek() == u' ' || cursor.peek() == u'\t' || cursor.peek() == u'\r')
        cursor.skip();
    const bool opened = cursor.take(u"\n");
    const qsizetype indent = opened ? heredocIndent(cursor, quote) : -1;
    if (indent < 0) {
        opened || cursor.atEnd() ? cursor.fail(Code::UnterminatedText, start)
                                 : cursor.fail(Code::UnexpectedCharacter);
        return std::nullopt;
    }
    QuotedText text;
    while (true) { // line by line; the closing quotes are known to come
        for (qsizetype i = 0; i < indent && (cursor.peek() == u' ' || cursor.peek() == u'\t'); ++i)
            cursor.skip();
        if (isAtThree(cursor, quote, 0))
            break;
        char32_t point = 0;
        while (point != U'\n') {
            if (!raw && cursor.isAt(u"#{")) {
                cursor.fail(Code::NotData);
                return std::nullopt;
            }
            if (!raw && cursor.take(u"\\")) {
                const bool joined = cursor.peek() == u'\n';
                if (!readEscape(cursor, text, Syntax::Elixir))
                    return std::nullopt;
                point = joined ? U'\n' : 0;
                continue;
            }
            point = cursor.takePoint();
            text.add(point);
        }
    }
    cursor.skip(3);
    return text;
}

char16_t closingOf(char16_t opening)
{
    constexpr QStringView Pairs = u"(){}[]<>\"\"''//||";
    for (qsizetype i = 0; i < Pairs.size(); i += 2) {
        if (Pairs.at(i) == opening)
            return Pairs.at(i + 1).unicode();
    }
    return 0;
}

std::optional<char32_t> readCharacter(TextCursor &cursor, Syntax syntax)
{
    const qsizetype start = cursor.position() - 1;
    if (cursor.atEnd()) {
        cursor.fail(Code::BadCharacter, start);
        return std::nullopt;
    }
    QuotedText text;
    if (!cursor.take(u"\\"))
        return cursor.takePoint();
    if (!readEscape(cursor, text, syntax) || text.isEmpty())
        return std::nullopt;
    return text.toString().toUcs4().constFirst();
}

} // namespace nodescope::term::detail
