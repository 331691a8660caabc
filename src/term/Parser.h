#pragma once

#include <optional>
#include <variant>

#include <QMetaType>
#include <QString>

#include "base/Result.h"
#include "term/Limits.h"
#include "term/Printer.h"
#include "term/Term.h"

namespace nodescope::term {

/// Why text is no term, and where.
struct ParseError
{
    enum class Code : quint8 {
        Empty,               ///< nothing but blanks and comments
        UnexpectedEnd,       ///< something is still open; the position is where it was opened
        UnexpectedCharacter, ///< no term can go on like this here
        TrailingText,        ///< a whole term, and then more
        UnterminatedText,    ///< a quote is missing; the position is the opening one
        BadEscape,           ///< in quotes
        BadNumber,           ///< digits beyond the base, a float out of range, too many digits
        BadCharacter,        ///< $ or ? without a character
        AtomTooLong,
        BadSegment,     ///< in << >>
        BadIdentifier,  ///< in #Pid<>, #Port<>, #Ref<>
        LocalPid,       ///< <0.1.2> names no node
        FunNotReadable, ///< #Fun<…>: a local fun cannot be written
        NotData,        ///< a variable, a call, an operator or interpolation
        BadFunction,    ///< in fun m:f/a or &m.f/a
        BadRecord,      ///< in #module:name{…}
        DuplicateKey,   ///< in a map
        TooManyValues,  ///< Limits::values
    };

    Code code = Code::Empty;
    /// In UTF-16 units from the start.
    qsizetype offset = 0;
    /// From 1; the column counts UTF-16 units.
    int line = 1;
    int column = 1;

    friend bool operator==(const ParseError &, const ParseError &) = default;
};

/// A name for logs and JSON, such as "unexpected_end". Text for people is made in widgets and cli.
[[nodiscard]] QLatin1String codeName(ParseError::Code code);

/// How text is to be read, and what it may cost.
struct ParseOptions
{
    Syntax syntax = Syntax::Erlang;
    Limits limits = {};
    /// What `self()` stands for. Empty: it is no data.
    std::optional<Pid> self = {};
};

/// A call as one writes it: `lists:sum([1,2])`, `Enum.sum([1, 2])`.
struct CallExpression
{
    QString module; ///< with `Elixir.` in front, if it is an alias
    QString function;
    Term arguments; ///< a proper list
};

/// What can be given to a node: data, or one call with data as arguments.
using Expression = std::variant<Term, CallExpression>;

/// Reads one term written as data in Erlang's or Elixir's syntax: what print() writes, and what people
/// write. Erlang: a closing full stop and comments are allowed. Elixir: keyword lists, structs (a map with
/// `__struct__`), aliases, ~c ~C ~s ~S, captures `&Mod.fun/1`. Nothing is evaluated. Of equal keys in a map
/// the parser refuses the second. Does not recurse. Thread-safe.
[[nodiscard]] base::Result<Term, ParseError> parse(QStringView text, const ParseOptions &options = {});

/// The same, or one call of a function that names its module. Calls are not nested: nothing is evaluated
/// here.
[[nodiscard]] base::Result<Expression, ParseError> parseExpression(QStringView text,
                                                                   const ParseOptions &options = {});

} // namespace nodescope::term

Q_DECLARE_METATYPE(nodescope::term::ParseError)
