#pragma once

#include <optional>

#include <QByteArray>

#include "term/Parser.h"
#include "term/Tokens.h"

/// What is typed in the composer, read: without a screen.
namespace nodescope::widgets {

/// A text as what would be sent.
struct Composed
{
    QByteArray bytes; ///< in External Term Format: the term, or a call's list of arguments; empty: see error
    QString module;   ///< of a call
    QString function;
    std::optional<term::ParseError> error;
    bool notACall = false; ///< it is right, but data where a call is wanted
};

/// `call`: one call is wanted, else data. `self()` is the place of the mailbox (doctor::selfPlace).
[[nodiscard]] Composed compose(const QString &text, term::Syntax syntax, bool call);

/// The same in the other syntax; empty if the text is not right.
[[nodiscard]] std::optional<QString> converted(const QString &text, term::Syntax from, term::Syntax to);

/// Where a part of the text stands in Composed::bytes.
struct ByteRange
{
    qsizetype offset = 0;
    qsizetype length = 0;

    friend bool operator==(const ByteRange &, const ByteRange &) = default;
};
/// Empty where the part has no bytes of its own: elements of a list of bytes, marks, parts of binaries.
[[nodiscard]] std::optional<ByteRange> byteRangeOf(const QString &text, term::Syntax syntax, bool call,
                                                   const term::Span &part);

} // namespace nodescope::widgets
