#pragma once

#include <vector>

#include "term/Term.h"

namespace nodescope::bench {

struct TermCase
{
    const char *name;
    term::Term term;
    /// Ratios to `ei` that are to be reached; 0 where none is set.
    double decodeTarget;
    double encodeTarget;
};

/// The terms of the measurements: numbers, a map of distinct atoms, what process_info/1 gives of many
/// processes, deep nesting, and text.
[[nodiscard]] std::vector<TermCase> termCases();

} // namespace nodescope::bench
