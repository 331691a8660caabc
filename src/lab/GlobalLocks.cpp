#include "lab/GlobalLocks.h"

#include <algorithm>

namespace nodescope::lab {

bool GlobalLocks::set(const term::Term &resource, const term::Term &requester, const term::Pid &holder)
{
    const auto lock = std::find_if(m_locks.begin(), m_locks.end(),
                                   [&](const Lock &entry) { return entry.resource == resource; });
    if (lock == m_locks.end()) {
        m_locks.push_back({resource, requester, {holder}});
        return true;
    }
    if (lock->requester != requester)
        return false;
    if (std::find(lock->holders.begin(), lock->holders.end(), holder) == lock->holders.end())
        lock->holders.push_back(holder);
    return true;
}

void GlobalLocks::remove(const term::Term &resource, const term::Term &requester, const term::Pid &holder)
{
    for (Lock &lock : m_locks)
        if (lock.resource == resource && lock.requester == requester)
            std::erase(lock.holders, holder);
    std::erase_if(m_locks, [](const Lock &lock) { return lock.holders.empty(); });
}

void GlobalLocks::removeHolder(const term::Pid &holder)
{
    for (Lock &lock : m_locks)
        std::erase(lock.holders, holder);
    std::erase_if(m_locks, [](const Lock &lock) { return lock.holders.empty(); });
}

bool GlobalLocks::isHeldBy(const term::Pid &holder) const
{
    return std::any_of(m_locks.begin(), m_locks.end(), [&](const Lock &lock) {
        return std::find(lock.holders.begin(), lock.holders.end(), holder) != lock.holders.end();
    });
}

} // namespace nodescope::lab
