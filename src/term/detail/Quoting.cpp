#include "term/detail/Quoting.h"

#include <algorithm>
#include <array>

#include "term/detail/Utf8.h"

namespace nodescope::term::detail {

namespace {

constexpr std::array ErlangReserved{
    "after", "and",   "andalso", "band",   "begin",   "bnot", "bor", "bsl",  "bsr", "bxor",
    "case",  "catch", "cond",    "div",    "else",    "end",  "fun", "if",   "let", "maybe",
    "not",   "of",    "or",      "orelse", "receive", "rem",  "try", "when", "xor",
};

constexpr QLatin1String AliasPrefix("Elixir.");

/// The letter of a one-letter escape that both languages know, or 0.
char16_t escapeLetter(char32_t point)
{
    switch (point) {
    case '\n':
        return u'n';
    case '\r':
        return u'r';
    case '\t':
        return u't';
    case '\v':
        return u'v';
    case '\b':
        return u'b';
    case '\f':
        return u'f';
    case 0x1b:
        return u'e';
    default:
        return 0;
    }
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool isWordCharacter(char c)
{
    return c > 0 && c != '@' && isAtomCharacter(static_cast<char32_t>(c));
}

bool isBareErlang(QByteArrayView atom)
{
    return !atom.isEmpty() && isLower(atom[0]) && !isErlangReserved(atom) &&
           std::all_of(atom.begin(), atom.end(),
                       [](char c) { return c > 0 && isAtomCharacter(static_cast<char32_t>(c)); });
}

/// An identifier of Elixir: letters, digits and `_`, perhaps `?` or `!` at the end; atoms also have `@`.
bool isBareElixir(QByteArrayView atom, bool allowAt)
{
    if (atom.isEmpty() || !(isLower(atom[0]) || isUpper(atom[0]) || atom[0] == '_'))
        return false;
    if (atom.size() > 1 && (atom.back() == '?' || atom.back() == '!'))
        atom.chop(1);
    return std::all_of(atom.begin(), atom.end(),
                       [allowAt](char c) { return isWordCharacter(c) || (allowAt && c == '@'); });
}

} // namespace

bool isErlangReserved(QByteArrayView word)
{
    return std::any_of(ErlangReserved.begin(), ErlangReserved.end(),
                       [word](const char *reserved) { return word == QByteArrayView(reserved); });
}

bool isAtomCharacter(char32_t point)
{
    return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') ||
           (point >= '0' && point <= '9') || point == '_' || point == '@';
}

bool isVisible(char32_t point)
{
    if (point < 0x7f)
        return point >= 0x20;
    switch (QChar::category(point)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

bool isTextual(char32_t point)
{
    return escapeLetter(point) != 0 || QChar::category(point) != QChar::Other_Control;
}

void appendEscaped(QString &out, char32_t point, QChar quote, Syntax syntax)
{
    if (point == quote.unicode() || point == U'\\') {
        out += u'\\';
        out += QChar(static_cast<char16_t>(point));
    } else if (const char16_t letter = escapeLetter(point)) {
        out += u'\\';
        out += QChar(letter);
    } else if (syntax == Syntax::Elixir && point == U'#') {
        out += QStringLiteral("\\#"); // `#{` would interpolate
    } else if (isVisible(point)) {
        out.append(QStringView(QChar::fromUcs4(point)));
    } else {
        out += syntax == Syntax::Erlang ? QStringLiteral("\\x{") : QStringLiteral("\\u{");
        out += QString::number(static_cast<uint>(point), 16).toUpper() + u'}';
    }
}

void appendQuoted(QString &out, QByteArrayView utf8, QChar quote, Syntax syntax, qsizetype limit)
{
    out += quote;
    const auto *at = reinterpret_cast<const uchar *>(utf8.data());
    const uchar *end = at + utf8.size();
    while (at < end && (limit == 0 || out.size() <= limit))
        appendEscaped(out, static_cast<char32_t>(nextCodePoint(at, end)), quote, syntax);
    out += quote;
}

bool isElixirAlias(QByteArrayView utf8)
{
    if (!utf8.startsWith(QByteArrayView(AliasPrefix.data(), AliasPrefix.size())))
        return false;
    bool first = true;
    for (char c : utf8.sliced(AliasPrefix.size())) {
        if (first ? !isUpper(c) : !(isWordCharacter(c) || c == '.'))
            return false;
        first = c == '.';
    }
    return !first;
}

void appendAtom(QString &out, QByteArrayView utf8, Syntax syntax)
{
    if (syntax == Syntax::Erlang) {
        if (isBareErlang(utf8))
            out += QLatin1String(utf8);
        else
            appendQuoted(out, utf8, u'\'', syntax);
        return;
    }
    if (utf8 == "nil" || utf8 == "true" || utf8 == "false") {
        out += QLatin1String(utf8);
    } else if (isElixirAlias(utf8)) {
        out += QLatin1String(utf8.sliced(AliasPrefix.size()));
    } else if (isBareElixir(utf8, true)) {
        out += u':';
        out += QLatin1String(utf8);
    } else {
        out += u':';
        appendQuoted(out, utf8, u'"', syntax);
    }
}

void appendElixirKey(QString &out, QByteArrayView utf8)
{
    if (isBareElixir(utf8, false))
        out += QLatin1String(utf8);
    else
        appendQuoted(out, utf8, u'"', Syntax::Elixir);
    out += QStringLiteral(": ");
}

void appendElixirFunction(QString &out, QByteArrayView utf8)
{
    // In upper case it would be a part of the module's name.
    if (isBareElixir(utf8, false) && !isUpper(utf8[0]))
        out += QLatin1String(utf8);
    else
        appendQuoted(out, utf8, u'"', Syntax::Elixir);
}

} // namespace nodescope::term::detail
