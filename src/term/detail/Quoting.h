#pragma once

#include <QString>

#include "term/Printer.h"

/// How characters and atoms are written in both syntaxes.
namespace nodescope::term::detail {

/// Whether a code point is seen as what it is: neither control, format (bidirectional marks), private,
/// unassigned, nor a blank that is not the space.
[[nodiscard]] bool isVisible(char32_t point);
/// Whether text may hold it: visible ones, those that print as escapes but belong to text (line feeds, tabs,
/// joiners), but not other control characters.
[[nodiscard]] bool isTextual(char32_t point);

/// Appends one character as it stands within these quotes: escaped if it is invisible or would end them.
void appendEscaped(QString &out, char32_t point, QChar quote, Syntax syntax);
/// Appends a text of UTF-8 in quotes. Stops beyond `limit` characters of `out`, if that is not 0.
void appendQuoted(QString &out, QByteArrayView utf8, QChar quote, Syntax syntax, qsizetype limit = 0);

/// Appends an atom as a term of its own.
void appendAtom(QString &out, QByteArrayView utf8, Syntax syntax);
/// Appends an atom as the key of a keyword list, with its colon: `name:`.
void appendElixirKey(QString &out, QByteArrayView utf8);
/// Appends a function's name behind the dot of `&Module.name/1`.
void appendElixirFunction(QString &out, QByteArrayView utf8);
/// Whether an atom is an Elixir alias, such as `Elixir.String`.
[[nodiscard]] bool isElixirAlias(QByteArrayView utf8);

[[nodiscard]] bool isErlangReserved(QByteArrayView word);
/// Letters, digits, `_` and `@`, which both languages allow within unquoted atoms.
[[nodiscard]] bool isAtomCharacter(char32_t point);

} // namespace nodescope::term::detail
