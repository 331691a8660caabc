#pragma once

#include <variant>

#include "term/Parser.h"

/// What can be typed at the shell, taken apart.
namespace nodescope::cli::shell_line {

/// Nothing, or a comment.
struct Nothing
{
};
struct Quit
{
};
struct Help
{
};
/// Print what has come to our process.
struct Flush
{
};
/// Read in the other syntax from now on.
struct UseSyntax
{
    term::Syntax syntax = term::Syntax::Erlang;
};
/// `Process ! Term`.
struct Send
{
    QString process; ///< a registered name, or a pid or alias as it is printed
    term::Term message;
};
/// It goes on: the next line belongs to it.
struct Incomplete
{
};
struct Wrong
{
    term::ParseError error;
};

using Line = std::variant<Nothing, Quit, Help, Flush, UseSyntax, Send, term::Term, term::CallExpression,
                          Incomplete, Wrong>;

/// `self` is our process there.
[[nodiscard]] Line read(const QString &text, term::Syntax syntax, const term::Pid &self);

} // namespace nodescope::cli::shell_line
