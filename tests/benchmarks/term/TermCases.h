#pragma once

#include <vector>

#include "term/Term.h"

namespace nodescope::bench {

struct TermCase
{
    const char *name;
    term::Term term;
};

/// The terms of the measurements: numbers, a map of distinct atoms, what process_info/1 gives of many
/// processes, deep nesting, text, and one large binary.
[[nodiscard]] std::vector<TermCase> termCases();

} // namespace nodescope::bench
