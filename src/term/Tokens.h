#pragma once

#include <optional>
#include <vector>

#include <QStringView>

#include "term/Printer.h"

/// Text of terms cut into tokens, for highlighting and for finding brackets: right for right text, and good
/// enough for text that is being typed. Nothing is checked; the parser does that.
namespace nodescope::term {

enum class TokenKind : quint8 {
    Atom,
    Key,        ///< Elixir's `key:`
    Number,     ///< with `$a` and `?a`
    Text,       ///< in quotes, sigils
    Identifier, ///< `#Pid<…>`, `#Port<…>`, `#Ref<…>`
    Word,       ///< something that is no data: a variable, a call
    Open,
    Close,
    Mark, ///< comma, arrow, bar, and all other
    Comment
};

struct Token
{
    TokenKind kind = TokenKind::Mark;
    qsizetype start = 0; ///< UTF-16 units
    qsizetype length = 0;

    [[nodiscard]] qsizetype end() const { return start + length; }
    friend bool operator==(const Token &, const Token &) = default;
};

/// Cuts a text, or one line of it. `open` is the mark that closes what is open where the text begins (0:
/// nothing is), and becomes the same for its end; so lines can be cut one by one. Thread-safe.
[[nodiscard]] std::vector<Token> tokensOf(QStringView text, Syntax syntax, char16_t &open);
[[nodiscard]] std::vector<Token> tokensOf(QStringView text, Syntax syntax);

/// The other one of a pair of brackets, by index; empty if `index` is no bracket or has no other.
[[nodiscard]] std::optional<std::size_t> matchingBracket(const std::vector<Token> &tokens, std::size_t index);

/// From where to where the value goes that stands at a place: a literal, or all between two brackets. Empty
/// where none does.
struct Span
{
    qsizetype start = 0;
    qsizetype end = 0;
};
[[nodiscard]] std::optional<Span> valueAt(QStringView text, Syntax syntax, qsizetype position);

} // namespace nodescope::term
