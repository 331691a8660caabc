#pragma once

#include <vector>

#include "term/Term.h"

namespace nodescope::lab {

/// The locks that `global` keeps on each node: a resource is held by one requester, on behalf of one or
/// more processes, until the last of them lets go or ends. A value.
class GlobalLocks
{
public:
    /// True if the lock is now held by `requester`, for `holder` too.
    [[nodiscard]] bool set(const term::Term &resource, const term::Term &requester, const term::Pid &holder);
    void remove(const term::Term &resource, const term::Term &requester, const term::Pid &holder);
    /// The process ended.
    void removeHolder(const term::Pid &holder);
    [[nodiscard]] bool isHeldBy(const term::Pid &holder) const;
    [[nodiscard]] bool isEmpty() const { return m_locks.empty(); }

private:
    struct Lock
    {
        term::Term resource;
        term::Term requester;
        std::vector<term::Pid> holders;
    };

    std::vector<Lock> m_locks; // few: global itself has one
};

} // namespace nodescope::lab
