#include "term/detail/NumberText.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <limits>

#include "term/detail/BigInteger.h"

namespace nodescope::term::detail {

using Code = ParseError::Code;

namespace {

bool isDigit(char16_t unit)
{
    return unit >= u'0' && unit <= u'9';
}

/// Digits of a base with single underscores between them.
QString takeDigits(TextCursor &cursor, int base)
{
    QString digits;
    while (true) {
        const bool separator =
            cursor.peek() == u'_' && !digits.isEmpty() && digitValue(QChar(cursor.peek(1))) < base;
        if (separator)
            cursor.skip();
        if (digitValue(QChar(cursor.peek())) >= base)
            return digits;
        digits += QChar(cursor.peek());
        cursor.skip();
    }
}

/// The base that Elixir's prefix tells, 0 without one.
int prefixedBase(TextCursor &cursor)
{
    if (cursor.take(u"0x"))
        return 16;
    if (cursor.take(u"0o"))
        return 8;
    if (cursor.take(u"0b"))
        return 2;
    return 0;
}

std::optional<Number> readWhole(TextCursor &cursor, bool negative, const QString &digits, int base,
                                qsizetype start, const Limits &limits)
{
    const bool slow = !std::has_single_bit(static_cast<unsigned>(base));
    if (digits.isEmpty() || (slow && digits.size() > limits.decimalDigits)) {
        cursor.fail(Code::BadNumber, start);
        return std::nullopt;
    }
    // Digits are of the base, so this cannot fail.
    return WholeNumber{negative, *magnitudeOf(digits, base)};
}

std::optional<Number> readFloat(TextCursor &cursor, bool negative, QString text, qsizetype start)
{
    cursor.skip(); // the point
    text += u'.' + takeDigits(cursor, 10);
    const char16_t next = cursor.peek();
    const qsizetype sign = cursor.peek(1) == u'-' || cursor.peek(1) == u'+' ? 1 : 0;
    if ((next == u'e' || next == u'E') && isDigit(cursor.peek(1 + sign))) {
        text += cursor.peek(1) == u'-' ? QStringLiteral("e-") : QStringLiteral("e");
        cursor.skip(1 + sign);
        text += takeDigits(cursor, 10);
    }
    const QByteArray digits = text.toLatin1();
    double value = 0;
    const auto result = std::from_chars(digits.constBegin(), digits.constEnd(), value);
    // Too small to be told from zero is zero, as in Erlang; too large is an error.
    const bool tiny = result.ec == std::errc::result_out_of_range && text.contains(QStringLiteral("e-"));
    if ((result.ec != std::errc() && !tiny) || !std::isfinite(value)) {
        cursor.fail(Code::BadNumber, start);
        return std::nullopt;
    }
    value = tiny ? 0 : value;
    return negative ? -value : value;
}

} // namespace

bool isAtNumber(const TextCursor &cursor)
{
    const bool sign = cursor.peek() == u'-' || cursor.peek() == u'+';
    return isDigit(cursor.peek(sign ? 1 : 0));
}

std::optional<Number> readNumber(TextCursor &cursor, Syntax syntax, const Limits &limits)
{
    const qsizetype start = cursor.position();
    const bool negative = cursor.take(u"-");
    if (!negative)
        cursor.take(u"+");
    const int prefixed = syntax == Syntax::Elixir ? prefixedBase(cursor) : 0;
    if (prefixed)
        return readWhole(cursor, negative, takeDigits(cursor, prefixed), prefixed, start, limits);
    const QString digits = takeDigits(cursor, 10);
    if (cursor.peek() == u'.' && isDigit(cursor.peek(1)))
        return readFloat(cursor, negative, digits, start);
    if (syntax == Syntax::Erlang && cursor.peek() == u'#' && digitValue(QChar(cursor.peek(1))) < 36) {
        const int base = digits.size() <= 2 ? digits.toInt() : 0;
        if (base < 2 || base > 36) {
            cursor.fail(Code::BadNumber, start);
            return std::nullopt;
        }
        cursor.skip();
        return readWhole(cursor, negative, takeDigits(cursor, base), base, start, limits);
    }
    return readWhole(cursor, negative, digits, 10, start, limits);
}

std::optional<quint64> readUnsigned(TextCursor &cursor)
{
    constexpr quint64 Most = std::numeric_limits<quint64>::max();
    if (!isDigit(cursor.peek()))
        return std::nullopt;
    quint64 value = 0;
    for (; isDigit(cursor.peek()); cursor.skip()) {
        const auto digit = static_cast<quint64>(cursor.peek() - u'0');
        if (value > (Most - digit) / 10)
            return std::nullopt;
        value = value * 10 + digit;
    }
    return value;
}

} // namespace nodescope::term::detail
