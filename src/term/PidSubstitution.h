#pragma once

#include "term/Term.h"

namespace nodescope::term {

/// The term with each pid `from` replaced by `to`, in tuples, lists, keys and values of maps; native records
/// and the free variables of funs are left as they are. The same term, shared, if `from` does not occur.
/// For messages in which a place is kept for a process that does not exist yet. Does not recurse.
/// Thread-safe.
[[nodiscard]] Term withPidReplaced(const Term &term, const Pid &from, const Pid &to);

} // namespace nodescope::term
