#pragma once

#include <QJsonObject>

#include "cli/Arguments.h"
#include "term/Parser.h"
#include "term/Term.h"

/// Terms as they are typed and shown on the command line.
namespace nodescope::cli {

/// A parse error as a sentence, with line and column in front.
[[nodiscard]] QString textOf(const term::ParseError &error);
/// The line of `text` in which the error is, and a caret below its place. Cut around the place if it is long;
/// empty where the line is.
[[nodiscard]] QString caretOf(const term::ParseError &error, const QString &text);
/// `{"code","line","column","offset"}`.
[[nodiscard]] QJsonObject jsonOf(const term::ParseError &error);

/// One expression in the syntax of the options; or a call as the other language writes it, `Mod.fun(...)` or
/// `m:f(...)`, with its arguments in that language. A term is read in the chosen syntax alone, since the same
/// text can be two terms.
[[nodiscard]] base::Result<term::Expression, term::ParseError>
readExpression(const QString &text, const term::ParseOptions &options);

/// `--elixir`, or Erlang.
[[nodiscard]] term::Syntax syntaxOf(const Arguments &arguments);
/// What a command prints of a term: with `--json` its tagged JSON, else the syntax of `--elixir` or Erlang.
[[nodiscard]] QByteArray shownTerm(const term::Term &term, const Arguments &arguments);

/// The text with every call of `self()` outside of quotes replaced by `pid`, so that a message can say
/// who waits for the answer.
[[nodiscard]] QString withSelf(const QString &text, term::Syntax syntax, const QString &pid);

} // namespace nodescope::cli
