#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "term/Term.h"

namespace nodescope::dist {

/// One entry of an Erlang stack trace: `{Module, Function, ArityOrArguments, Location}`.
struct StackFrame
{
    QString module;
    QString function; ///< empty for a fun that is called directly
    qsizetype arity = 0;
    std::optional<term::Term> arguments; ///< a list, where the runtime gives them (the innermost frame)
    QString file;                        ///< empty where it is not known
    int line = 0;                        ///< 0 where it is not known
    term::Term extra;                    ///< `error_info`, if there is one
};

/// The frames of a stack trace, innermost first. What is none is left out; a peer may send anything.
[[nodiscard]] std::vector<StackFrame> stackTrace(const term::Term &stack);

} // namespace nodescope::dist
