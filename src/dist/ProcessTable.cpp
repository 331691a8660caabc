#include "dist/ProcessTable.h"

#include <algorithm>

namespace nodescope::dist {

namespace {

constexpr int IdBits = 15;
constexpr int SerialBits = 13;
constexpr int LowWordBits = 18;

constexpr quint64 keyOf(quint32 id, quint32 serial)
{
    return quint64(serial) << 32 | id;
}

constexpr quint32 lowest(quint64 value, int bits)
{
    return quint32(value & ((quint64(1) << bits) - 1));
}

} // namespace

ProcessTable::Number ProcessTable::nextNumber()
{
    Number number;
    do {
        ++m_lastNumber;
        number = {lowest(m_lastNumber, IdBits), lowest(m_lastNumber >> IdBits, SerialBits)};
    } while (find(number.id, number.serial));
    return number;
}

std::array<quint32, 3> ProcessTable::nextReference()
{
    ++m_lastReference;
    return {lowest(m_lastReference, LowWordBits), quint32(m_lastReference >> LowWordBits), 0};
}

void ProcessTable::add(LocalProcess *process)
{
    m_processes.insert(keyOf(process->id(), process->serial()), process);
    if (!process->registeredName().isEmpty())
        m_names.insert(process->registeredName(), process);
}

void ProcessTable::remove(LocalProcess *process)
{
    m_processes.remove(keyOf(process->id(), process->serial()));
    if (m_names.value(process->registeredName()) == process)
        m_names.remove(process->registeredName());
    m_aliases.removeIf(
        [process](QHash<term::Reference, Alias>::iterator entry) { return entry->process == process; });
}

void ProcessTable::addAlias(const term::Reference &alias, LocalProcess *process, AliasKind kind)
{
    m_aliases.insert(alias, {process, kind});
}

void ProcessTable::removeAliasOfMonitor(const term::Reference &monitor)
{
    const auto kind = kindOf(monitor);
    if (kind == AliasKind::Demonitor || kind == AliasKind::ReplyDemonitor)
        removeAlias(monitor);
}

LocalProcess *ProcessTable::findAlias(const term::Reference &alias) const
{
    return m_aliases.value(alias).process;
}

std::optional<AliasKind> ProcessTable::kindOf(const term::Reference &alias) const
{
    const auto entry = m_aliases.constFind(alias);
    return entry == m_aliases.constEnd() ? std::nullopt : std::optional(entry->kind);
}

void ProcessTable::removeAliasesUnder(const QString &node, quint32 creation)
{
    m_aliases.removeIf([&](QHash<term::Reference, Alias>::iterator entry) {
        return entry.key().creation() == creation && entry.key().node() == node;
    });
}

LocalProcess *ProcessTable::find(quint32 id, quint32 serial) const
{
    return m_processes.value(keyOf(id, serial));
}

QStringList ProcessTable::names() const
{
    QStringList names = m_names.keys();
    names.sort();
    return names;
}

std::vector<LocalProcess *> ProcessTable::all() const
{
    std::vector<LocalProcess *> processes(m_processes.begin(), m_processes.end());
    std::sort(processes.begin(), processes.end(), [](const LocalProcess *a, const LocalProcess *b) {
        return keyOf(a->id(), a->serial()) < keyOf(b->id(), b->serial());
    });
    return processes;
}

} // namespace nodescope::dist
