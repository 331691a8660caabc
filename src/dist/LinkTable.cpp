#include "dist/LinkTable.h"

#include <algorithm>

namespace nodescope::dist {

LinkTable::LinkTable(QObject *parent)
    : QObject(parent)
{
}

LinkTable::~LinkTable()
{
    for (const Entry &entry : std::as_const(m_links))
        entry.link->disconnect(this);
    closeAll();
}

void LinkTable::add(std::unique_ptr<Link> owned, bool incoming)
{
    Link *link = owned.release();
    link->setParent(this);
    const protocol::HandshakeResult &result = *link->result();
    close(result.peer.text(), link_down::ClosedByUs::Why::Replaced);
    const LinkInfo info{result.peer, incoming, result, link->endpoints(), link->startedAt(), link->tls()};
    m_last = nullptr;
    m_links.insert(result.peer.text(), {link, info, ++m_lastOrder});
    listenTo(link, info);
    Q_EMIT up(info);
}

void LinkTable::listenTo(Link *link, const LinkInfo &info)
{
    const base::NodeName peer = info.peer;
    connect(link, &Link::received, this,
            [this, peer](const protocol::Signal &signal) { m_receiver(peer, signal); });
    connect(link, &Link::ticked, this, [this, peer] { Q_EMIT ticked(peer); });
    connect(link, &Link::tickMissed, this, [this, peer](int inARow) { Q_EMIT tickMissed(peer, inARow); });
    connect(link, &Link::writable, this, [this, peer] { Q_EMIT writable(peer); });
    connect(link, &Link::measured, this, [this, peer, link] { Q_EMIT measured(peer, link->measure()); });
    connect(link, &Link::skipped, this, [this, peer] { Q_EMIT dropped(peer, QStringLiteral("oversized")); });
    connect(link, &Link::misunderstood, this, [this, peer](const protocol::SignalError &error) {
        const bool unknown =
            error.controlError && error.controlError->fault == protocol::ControlFault::UnknownOperation;
        Q_EMIT dropped(peer, unknown ? QStringLiteral("unknown_operation") : QStringLiteral("undecodable"));
    });
    connect(link, &Link::down, this, [this, link, info](const link_down::Reason &reason) {
        // A later one to the same peer stays.
        if (const Entry *listed = entry(info.peer.text()); listed && listed->link == link) {
            m_last = nullptr;
            m_links.remove(info.peer.text());
        }
        link->deleteLater();
        Q_EMIT down(info, reason);
    });
}

bool LinkTable::close(const QString &peer, link_down::ClosedByUs::Why why)
{
    Link *link = find(peer);
    if (link)
        link->close(why); // down() removes it from the table
    return link;
}

void LinkTable::closeAll()
{
    const auto links = m_links;
    for (const Entry &entry : links)
        entry.link->close(link_down::ClosedByUs::Why::NodeStopped);
}

const LinkTable::Entry *LinkTable::entry(const QString &peer) const
{
    if (m_last && peer.isSharedWith(m_lastPeer))
        return m_last;
    if (m_last && QStringView(peer) == QStringView(m_lastPeer)) {
        m_lastPeer = peer; // who asks now asks again
        return m_last;
    }
    const auto found = m_links.constFind(peer);
    if (found == m_links.constEnd())
        return nullptr;
    m_lastPeer = peer;
    m_last = &*found;
    return m_last;
}

Link *LinkTable::find(const QString &peer) const
{
    const Entry *found = entry(peer);
    return found ? found->link : nullptr;
}

const LinkInfo *LinkTable::info(const QString &peer) const
{
    const Entry *found = entry(peer);
    return found ? &found->info : nullptr;
}

protocol::Flags LinkTable::agreed(const QString &peer) const
{
    const LinkInfo *link = info(peer);
    return link ? link->handshake.agreedFlags : protocol::Flags();
}

std::vector<LinkInfo> LinkTable::all() const
{
    std::vector<const Entry *> entries;
    for (const Entry &entry : m_links)
        entries.push_back(&entry);
    std::sort(entries.begin(), entries.end(),
              [](const Entry *a, const Entry *b) { return a->order < b->order; });
    std::vector<LinkInfo> infos;
    infos.reserve(entries.size());
    for (const Entry *entry : entries)
        infos.push_back(entry->info);
    return infos;
}

bool LinkTable::isOwnName(const QString &node) const
{
    return std::any_of(m_links.begin(), m_links.end(),
                       [&node](const Entry &entry) { return entry.info.handshake.ownName.text() == node; });
}

SendResult LinkTable::send(const QString &peer, const protocol::ControlMessage &control,
                           const term::Term &payload)
{
    Link *link = find(peer);
    return link ? link->send(control, payload) : SendResult::NoConnection;
}

} // namespace nodescope::dist
