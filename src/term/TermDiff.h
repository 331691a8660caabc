#pragma once

#include <functional>
#include <vector>

#include "term/TermPath.h"

namespace nodescope::term {

/// One place at which two terms differ.
struct TermDifference
{
    enum class Kind : quint8 {
        Changed,   ///< something else stands there
        OnlyLeft,  ///< the left one has it, the right one does not
        OnlyRight, ///< the other way round
    };
    Kind kind = Kind::Changed;
    TermPath left;  ///< for OnlyRight: of the container that lacks it
    TermPath right; ///< for OnlyLeft: likewise

    friend bool operator==(const TermDifference &, const TermDifference &) = default;
};

struct TermDiff
{
    std::vector<TermDifference> differences;
    bool truncated = false; ///< there are more than the limit
    bool cancelled = false;
};

struct DiffOptions
{
    std::size_t most = 1000;
    /// Asked now and then; false ends it (`cancelled`).
    std::function<bool()> goOn = nullptr;
};

/// Compares two terms by their structure: tuples of one size element by element, maps and native records by
/// key, lists element by element after what both begin and end with is put aside. Equal as `=:=` says; the
/// sequence of a map's pairs is no difference. Does not recurse.
[[nodiscard]] TermDiff difference(const Term &left, const Term &right, const DiffOptions &options = {});

} // namespace nodescope::term
