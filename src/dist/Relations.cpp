#include "dist/Relations.h"

namespace nodescope::dist {

void Relations::addOutgoing(const term::Reference &reference, const OutgoingMonitor &monitor)
{
    m_outgoing.insert(reference, monitor);
}

std::optional<OutgoingMonitor> Relations::takeOutgoing(const term::Reference &reference)
{
    const auto entry = m_outgoing.find(reference);
    if (entry == m_outgoing.end())
        return std::nullopt;
    OutgoingMonitor monitor = std::move(entry.value());
    m_outgoing.erase(entry);
    return monitor;
}

const OutgoingMonitor *Relations::findOutgoing(const term::Reference &reference) const
{
    const auto entry = m_outgoing.constFind(reference);
    return entry == m_outgoing.constEnd() ? nullptr : &entry.value();
}

std::vector<std::pair<term::Reference, OutgoingMonitor>> Relations::takeOutgoingOf(LocalProcess *watcher)
{
    std::vector<std::pair<term::Reference, OutgoingMonitor>> taken;
    m_outgoing.removeIf([&](OutgoingTable::iterator entry) {
        if (entry.value().watcher != watcher)
            return false;
        taken.emplace_back(entry.key(), entry.value());
        return true;
    });
    return taken;
}

std::vector<std::pair<term::Reference, OutgoingMonitor>> Relations::takeOutgoingTo(const QString &peer)
{
    std::vector<std::pair<term::Reference, OutgoingMonitor>> taken;
    m_outgoing.removeIf([&](OutgoingTable::iterator entry) {
        if (nodeOf(entry.value().target) != peer)
            return false;
        taken.emplace_back(entry.key(), entry.value());
        return true;
    });
    return taken;
}

void Relations::addIncoming(LocalProcess *watched, const IncomingMonitor &monitor)
{
    m_incoming.insert(watched, monitor);
}

void Relations::removeIncoming(const term::Reference &reference, const term::Pid &watcher)
{
    m_incoming.removeIf([&](IncomingTable::iterator entry) {
        return entry.value().reference == reference && entry.value().watcher == watcher;
    });
}

std::vector<IncomingMonitor> Relations::takeIncomingOf(LocalProcess *watched)
{
    const QList<IncomingMonitor> found = m_incoming.values(watched);
    m_incoming.remove(watched);
    return {found.begin(), found.end()};
}

void Relations::removeIncomingFrom(const QString &peer)
{
    m_incoming.removeIf([&](IncomingTable::iterator entry) { return entry.value().peer == peer; });
}

// Links.

Relations::LinkedTable::iterator Relations::findLink(LocalProcess *process, const term::Pid &other)
{
    LinkedTable::iterator entry = m_links.find(process);
    while (entry != m_links.end() && entry.key() == process) {
        if (entry->pid == other)
            return entry;
        ++entry;
    }
    return m_links.end();
}

bool Relations::activate(LocalProcess *process, const LinkedProcess &other)
{
    const auto entry = findLink(process, other.pid);
    if (entry == m_links.end()) {
        m_links.insert(process, other);
        return true;
    }
    return !std::exchange(entry->active, true);
}

void Relations::takeLink(LocalProcess *process, const LinkedProcess &other)
{
    if (findLink(process, other.pid) == m_links.end())
        m_links.insert(process, other);
}

bool Relations::deactivate(LocalProcess *process, const term::Pid &other, quint64 unlinkId)
{
    const auto entry = findLink(process, other);
    if (entry == m_links.end() || !entry->active)
        return false;
    if (unlinkId == 0) {
        m_links.erase(entry);
    } else {
        entry->active = false;
        entry->unlinkId = unlinkId;
    }
    return true;
}

void Relations::takeUnlink(LocalProcess *process, const term::Pid &other)
{
    const auto entry = findLink(process, other);
    if (entry != m_links.end() && entry->active)
        m_links.erase(entry);
}

void Relations::acknowledge(LocalProcess *process, const term::Pid &other, quint64 unlinkId)
{
    const auto entry = findLink(process, other);
    if (entry != m_links.end() && !entry->active && entry->unlinkId == unlinkId)
        m_links.erase(entry);
}

bool Relations::takeExit(LocalProcess *process, const QString &peer, const term::Pid &other)
{
    const auto entry = findLink(process, other);
    if (entry == m_links.end() || entry->peer != peer)
        return false;
    const bool active = entry->active;
    m_links.erase(entry);
    return active;
}

std::vector<LinkedProcess> Relations::takeLinksOf(LocalProcess *process)
{
    std::vector<LinkedProcess> taken;
    for (const LinkedProcess &link : m_links.values(process)) {
        if (link.active)
            taken.push_back(link);
    }
    m_links.remove(process);
    return taken;
}

std::vector<std::pair<LocalProcess *, term::Pid>> Relations::takeLinksTo(const QString &peer)
{
    std::vector<std::pair<LocalProcess *, term::Pid>> taken;
    m_links.removeIf([&](LinkedTable::iterator entry) {
        if (entry.value().peer != peer)
            return false;
        if (entry->active)
            taken.emplace_back(entry.key(), entry->pid);
        return true;
    });
    return taken;
}

ProcessTies Relations::tiesOf(const LocalProcess &process) const
{
    ProcessTies ties;
    for (const OutgoingMonitor &monitor : m_outgoing)
        if (monitor.watcher == &process)
            ties.monitors.push_back(monitor.target);
    // The tables' keys are no constants; looking one up changes nothing.
    auto *const key = const_cast<LocalProcess *>(&process);
    for (auto [at, end] = m_incoming.equal_range(key); at != end; ++at)
        ties.monitoredBy.push_back(at->watcher);
    for (auto [at, end] = m_links.equal_range(key); at != end; ++at)
        if (at->active)
            ties.links.push_back(at->pid);
    return ties;
}

} // namespace nodescope::dist
