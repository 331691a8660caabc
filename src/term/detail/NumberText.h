#pragma once

#include <optional>
#include <variant>

#include "term/detail/TextCursor.h"

namespace nodescope::term::detail {

/// An integer of any size, its magnitude little-endian.
struct WholeNumber
{
    bool negative = false;
    QByteArray magnitude;
};

using Number = std::variant<WholeNumber, double>;

/// Whether a number begins here: a digit, perhaps behind a sign.
[[nodiscard]] bool isAtNumber(const TextCursor &cursor);
/// Reads an integer (in any base, with `_` between digits) or a float.
[[nodiscard]] std::optional<Number> readNumber(TextCursor &cursor, Syntax syntax, const Limits &limits);
/// Reads decimal digits as they stand in identifiers and sizes.
[[nodiscard]] std::optional<quint64> readUnsigned(TextCursor &cursor);

} // namespace nodescope::term::detail
