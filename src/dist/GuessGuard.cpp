#include "dist/GuessGuard.h"

#include <algorithm>

namespace nodescope::dist {

namespace {

QString keyOf(const QHostAddress &address, const QString &name)
{
    return address.toString() + u' ' + name;
}

} // namespace

void GuessGuard::failed(const QHostAddress &address, const QString &name, base::Instant now)
{
    count(m_names, keyOf(address, name), now);
    count(m_addresses, address.toString(), now);
}

void GuessGuard::passed(const QHostAddress &address, const QString &name)
{
    m_names.remove(keyOf(address, name));
}

base::Duration GuessGuard::delay(const QHostAddress &address, const QString &name, base::Instant now) const
{
    return std::max(wait(m_names, keyOf(address, name), FreePerName, now),
                    wait(m_addresses, address.toString(), FreePerAddress, now));
}

void GuessGuard::count(Table &table, const QString &key, base::Instant now)
{
    if (table.size() >= MaxEntries && !table.contains(key)) {
        table.removeIf([now](Table::iterator entry) { return now - entry->last > Forgets; });
        if (table.size() >= MaxEntries)
            table.clear(); // a flood of names: the addresses are counted, too
    }
    Entry &entry = table[key];
    entry.failures = now - entry.last > Forgets ? 1 : entry.failures + 1;
    entry.last = now;
}

base::Duration GuessGuard::wait(const Table &table, const QString &key, int free, base::Instant now)
{
    const auto entry = table.constFind(key);
    if (entry == table.constEnd() || entry->failures <= free || now - entry->last > Forgets)
        return {};
    const int doublings = std::min(entry->failures - free - 1, 10);
    return std::min<base::Duration>(FirstWait * (1 << doublings), LongestWait);
}

} // namespace nodescope::dist
