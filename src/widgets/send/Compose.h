#pragma once

#include <optional>

#include <QByteArray>

#include "term/ByteMap.h"
#include "term/Parser.h"
#include "term/Tokens.h"

/// What is typed in the composer, read: without a screen.
namespace nodescope::widgets {

/// A text as what would be sent.
struct Composed
{
    QByteArray bytes; ///< in External Term Format: the term, or a call's list of arguments; empty: see error
    QList<term::ByteRange> places; ///< where in them `self()` stands for a pid that is not known yet
    QString module;                ///< of a call
    QString function;
    std::optional<term::ParseError> error;
    bool notACall = false; ///< it is right, but data where a call is wanted
};

/// `call`: one call is wanted, else data. `self()` is the place of the mailbox (doctor::selfPlace).
[[nodiscard]] Composed compose(const QString &text, term::Syntax syntax, bool call);

/// The same in the other syntax; empty if the text is not right.
[[nodiscard]] std::optional<QString> converted(const QString &text, term::Syntax from, term::Syntax to);

/// Where a part of the text stands in Composed::bytes. Empty where the part has no bytes of its own: elements
/// of a list of bytes, marks, parts of binaries.
[[nodiscard]] std::optional<term::ByteRange> byteRangeOf(const QString &text, term::Syntax syntax, bool call,
                                                         const term::Span &part);

/// The innermost part of the text whose bytes hold this one of Composed::bytes. The text is read again for
/// each part that is tried, 48 at most: in a very long text an outer part may be the answer.
[[nodiscard]] std::optional<term::Span> partOfByte(const QString &text, term::Syntax syntax, bool call,
                                                   qsizetype byte);

} // namespace nodescope::widgets
