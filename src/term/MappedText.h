#pragma once

#include <optional>
#include <vector>

#include "term/Json.h"
#include "term/Printer.h"
#include "term/TermPath.h"

namespace nodescope::term {

/// Where a value stands in a text.
struct TextPart
{
    qsizetype begin = 0; ///< in UTF-16 units
    qsizetype end = 0;
    int parent = -1;    ///< number of the part that holds it; -1: the root
    qsizetype part = 0; ///< of the parent, as TermPath counts
};

/// A term as text, and which of the characters are which of its values. Text (charlists, strings of bytes) is
/// one value: its characters are not told apart.
struct MappedText
{
    QString text;
    bool truncated = false;
    std::vector<TextPart> parts; ///< in the order in which they begin; an outer one before its inner ones

    /// The innermost value around a character; the root if there is none.
    [[nodiscard]] TermPath pathAt(qsizetype position) const;
    /// Where a value stands, or else the innermost one around it that is a part of its own.
    [[nodiscard]] TextPart rangeOf(const TermPath &path) const;
};

/// print(), with a map of the text. Thread-safe.
[[nodiscard]] MappedText printMapped(const Term &term, const PrintOptions &options = {});
/// toJson(), with a map of the text. Thread-safe.
[[nodiscard]] MappedText jsonMapped(const Term &term, const JsonOptions &options = {});

} // namespace nodescope::term
