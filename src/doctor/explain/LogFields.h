#pragma once

#include <span>

#include <QByteArray>
#include <QByteArrayView>

/// What a pattern's fields are made of: where each ends, as functions of bytes.
namespace nodescope::doctor::log {

[[nodiscard]] inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
[[nodiscard]] inline bool isWordChar(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || uchar(c) >= 0x80;
}
/// Of a node's name without quotes.
[[nodiscard]] inline bool isNameChar(char c)
{
    return isWordChar(c) || c == '@' || c == '.' || c == '-';
}

/// The end of a field that begins at `at`, by the first letter of its kind: int, word, pid, tuple, flags,
/// rest (see LogPattern). `at` or less if there is none.
[[nodiscard]] qsizetype runEnd(char kind, QByteArrayView text, qsizetype at);

/// The words in capitals of a list such as `["BIG_CREATION","UTF8_ATOMS"]`, with commas between.
[[nodiscard]] QByteArray flagNames(QByteArrayView list);

/// The descriptions of TLS alerts in OTP's words, the longer before those that they begin with.
[[nodiscard]] std::span<const char *const> tlsAlerts();

} // namespace nodescope::doctor::log
