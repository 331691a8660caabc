#include "dist/Relations.h"

namespace nodescope::dist {

void Relations::addOutgoing(const term::Reference &reference, OutgoingMonitor monitor)
{
    m_outgoing.insert(reference, std::move(monitor));
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

void Relations::addIncoming(LocalProcess *watched, IncomingMonitor monitor)
{
    m_incoming.insert(watched, std::move(monitor));
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

void Relations::addLink(LocalProcess *process, LinkedProcess other)
{
    removeLink(process, other.pid);
    m_links.insert(process, std::move(other));
}

bool Relations::removeLink(LocalProcess *process, const term::Pid &other)
{
    return m_links.removeIf([&](LinkedTable::iterator entry) {
        return entry.key() == process && entry.value().pid == other;
    }) > 0;
}

std::vector<LinkedProcess> Relations::takeLinksOf(LocalProcess *process)
{
    const QList<LinkedProcess> found = m_links.values(process);
    m_links.remove(process);
    return {found.begin(), found.end()};
}

std::vector<std::pair<LocalProcess *, term::Pid>> Relations::takeLinksTo(const QString &peer)
{
    std::vector<std::pair<LocalProcess *, term::Pid>> taken;
    m_links.removeIf([&](LinkedTable::iterator entry) {
        if (entry.value().peer != peer)
            return false;
        taken.emplace_back(entry.key(), entry.value().pid);
        return true;
    });
    return taken;
}

} // namespace nodescope::dist
