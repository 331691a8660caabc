#include "session/discovery/SourceDesk.h"

#include <algorithm>

#include <QHostAddress>

#include "session/discovery/DnsSource.h"
#include "session/discovery/EpmdSource.h"
#include "session/discovery/GossipSource.h"

namespace nodescope::session {

using namespace cluster;
using base::NodeName;

namespace {

bool isAddress(const QString &host)
{
    return !QHostAddress(host).isNull();
}

bool isLoopback(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

/// The port under which a source asks EPMD; 0: it asks no EPMD.
quint16 epmdPortOf(const SourceSpec &spec)
{
    if (const auto *host = std::get_if<EpmdOfHost>(&spec))
        return host->epmdPort;
    const auto *file = std::get_if<HostsFile>(&spec);
    return file ? file->epmdPort : quint16(0);
}

bool couldStandInDns(const DnsQuery &query, const NodeName &node)
{
    if (node.name() != query.basename)
        return false;
    const QHostAddress address(node.host());
    switch (query.record) {
    case DnsRecord::A:
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    case DnsRecord::Aaaa:
        return address.protocol() == QAbstractSocket::IPv6Protocol;
    case DnsRecord::Srv:
        break;
    }
    return address.isNull() && node.isLong();
}

} // namespace

bool isSameHost(const QString &a, const QString &b)
{
    if (a.compare(b, Qt::CaseInsensitive) == 0)
        return true;
    if (isAddress(a) || isAddress(b) || a.contains(u'.') == b.contains(u'.'))
        return false;
    const QString &longer = a.contains(u'.') ? a : b;
    const QString &shorter = a.contains(u'.') ? b : a;
    return longer.section(u'.', 0, 0).compare(shorter, Qt::CaseInsensitive) == 0;
}

SourceDesk::SourceDesk(const base::Clock &clock, dist::EpmdClient &epmd, Picture &picture,
                       std::function<quint16(const NodeName &)> epmdPortOf, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_epmd(epmd)
    , m_picture(picture)
    , m_epmdPortOf(std::move(epmdPortOf))
{
}

SourceDesk::~SourceDesk() = default;

QString SourceDesk::add(const SourceSpec &spec)
{
    if (!isUsable(spec))
        return QStringLiteral("source_not_usable");
    const QString id = sourceId(spec);
    const auto known = m_entries.find(id);
    if (known != m_entries.end() && known->second->source.spec == spec) {
        setOn(id, true);
        return {};
    }
    if (known == m_entries.end() && m_entries.size() >= MaxSources)
        return QStringLiteral("too_many_sources");
    // The same question with another list, or another secret.
    if (known != m_entries.end())
        remove(id);
    Entry &entry = *m_entries.emplace(id, std::make_unique<Entry>()).first->second;
    entry.source.id = id;
    entry.source.spec = spec;
    entry.timer.setSingleShot(true);
    connect(&entry.timer, &QTimer::timeout, this, [this, &entry] { askNow(entry); });
    start(entry);
    return {};
}

void SourceDesk::start(Entry &entry)
{
    entry.source.on = true;
    const SourceSpec &spec = entry.source.spec;
    if (const auto *host = std::get_if<EpmdOfHost>(&spec))
        entry.asker = std::make_unique<EpmdSource>(m_epmd, *host, nullptr);
    else if (const auto *file = std::get_if<HostsFile>(&spec))
        entry.asker = std::make_unique<EpmdSource>(m_epmd, *file, nullptr);
    else if (const auto *query = std::get_if<DnsQuery>(&spec))
        entry.asker = std::make_unique<DnsSource>(*query, nullptr);
    else if (const auto *group = std::get_if<GossipGroup>(&spec))
        entry.asker = std::make_unique<GossipSource>(m_clock, *group, nullptr);
    else if (std::holds_alternative<NeighbourViews>(spec))
        Q_EMIT neighboursSwitched(true);
    if (entry.asker)
        connect(entry.asker.get(), &NodeSource::answered, this,
                [this, &entry](const SourceAnswer &answer) { onAnswered(entry, answer); });
    askNow(entry);
}

void SourceDesk::stop(Entry &entry)
{
    entry.source.on = false;
    entry.source.asking = false;
    entry.source.found = 0;
    entry.source.problem = SourceProblem::None;
    entry.source.detail.clear();
    entry.timer.stop();
    entry.told.clear();
    if (entry.asker) {
        // We may be in its signal.
        entry.asker->disconnect(this);
        entry.asker.release()->deleteLater();
    }
    if (std::holds_alternative<NeighbourViews>(entry.source.spec))
        Q_EMIT neighboursSwitched(false);
    else
        m_picture.forgetSource(entry.source.id);
}

void SourceDesk::askNow(Entry &entry)
{
    if (!entry.source.on)
        return;
    if (entry.asker) {
        entry.source.asking = true;
        entry.asker->ask();
    } else if (const auto *listed = std::get_if<ListedNodes>(&entry.source.spec)) {
        SourceAnswer answer;
        for (const NodeName &node : listed->nodes)
            answer.found.append({node.name(), node.host(), true, 0, {}});
        onAnswered(entry, answer);
    }
    publish(entry);
}

void SourceDesk::onAnswered(Entry &entry, const SourceAnswer &answer)
{
    entry.source.asking = false;
    entry.source.asked = m_clock.wall();
    entry.source.problem = answer.problem;
    entry.source.detail = answer.detail;
    if (answer.complete)
        takeFound(entry, answer);
    if (entry.asker)
        entry.timer.start(entry.asker->interval());
    publish(entry);
}

void SourceDesk::takeFound(Entry &entry, const SourceAnswer &answer)
{
    QSet<NodeName> found;
    for (const Found &one : answer.found) {
        const QList<NodeName> names = namesFor(entry, one);
        for (const NodeName &name : names) {
            found.insert(name);
            m_picture.sighted(name, {kindOf(entry.source.spec), entry.source.id, true, one.detail, {}});
            const Node *node = m_picture.cluster().node(name);
            if (one.port != 0 && node && node->port == 0)
                m_picture.known(name, one.port);
        }
    }
    takeMissing(entry, answer, found);
    entry.told = found;
    entry.source.found = int(found.size());
}

void SourceDesk::takeMissing(Entry &entry, const SourceAnswer &answer, const QSet<NodeName> &found)
{
    const QList<Node> nodes = m_picture.cluster().nodes().values();
    for (const Node &node : nodes) {
        if (node.kind == NodeKind::Self || found.contains(node.name) || !couldKnow(entry, answer, node))
            continue;
        m_picture.sighted(node.name, {kindOf(entry.source.spec), entry.source.id, false, {}, {}});
    }
}

QList<NodeName> SourceDesk::namesFor(const Entry &entry, const Found &found) const
{
    const auto whole = NodeName::parse(QString(found.name + u'@' + found.host));
    if (found.exact)
        return whole ? QList<NodeName>{*whole} : QList<NodeName>();
    // EPMD knows the part before `@` alone: who of those that we know is meant?
    QList<NodeName> names;
    const quint16 port = epmdPortOf(entry.source.spec);
    for (const Node &node : m_picture.cluster().nodes()) {
        if (node.name.name() != found.name)
            continue;
        const bool here = isLoopback(found.host) && found.port != 0 && node.port == found.port;
        if (here || (isSameHost(node.name.host(), found.host) && m_epmdPortOf(node.name) == port))
            names.append(node.name);
    }
    if (names.isEmpty() && whole)
        names.append(*whole);
    return names;
}

bool SourceDesk::couldKnow(const Entry &entry, const SourceAnswer &answer, const Node &node) const
{
    // Visitors under dynamic names register nowhere.
    const bool visitor = node.hidden && node.watched == Watched::Hearsay;
    if (entry.told.contains(node.name))
        return kindOf(entry.source.spec) != SourceKind::Epmd || !answer.hosts.isEmpty();
    if (visitor)
        return false;
    if (const auto *query = std::get_if<DnsQuery>(&entry.source.spec))
        return couldStandInDns(*query, node.name);
    const quint16 port = epmdPortOf(entry.source.spec);
    return port != 0 && m_epmdPortOf(node.name) == port &&
           std::any_of(answer.hosts.begin(), answer.hosts.end(),
                       [&](const QString &host) { return isSameHost(host, node.name.host()); });
}

bool SourceDesk::remove(const QString &id)
{
    const auto it = m_entries.find(id);
    if (it == m_entries.end())
        return false;
    stop(*it->second);
    // Its timer may be what brought us here.
    it->second->timer.disconnect(this);
    m_entries.erase(it);
    m_picture.sourceRemoved(id);
    Q_EMIT changed();
    return true;
}

bool SourceDesk::setOn(const QString &id, bool on)
{
    const auto it = m_entries.find(id);
    if (it == m_entries.end())
        return false;
    Entry &entry = *it->second;
    if (entry.source.on == on)
        return true;
    if (on)
        start(entry);
    else
        stop(entry);
    publish(entry);
    return true;
}

bool SourceDesk::ask(const QString &id)
{
    if (id.isEmpty()) {
        for (const auto &[key, entry] : m_entries)
            askNow(*entry);
        return true;
    }
    const auto it = m_entries.find(id);
    if (it == m_entries.end())
        return false;
    askNow(*it->second);
    return true;
}

void SourceDesk::clear()
{
    QStringList ids;
    for (const auto &[id, entry] : m_entries) {
        if (!std::holds_alternative<NeighbourViews>(entry->source.spec))
            ids.append(id);
    }
    for (const QString &id : std::as_const(ids))
        remove(id);
}

bool SourceDesk::isSettled() const
{
    return std::none_of(m_entries.begin(), m_entries.end(), [](const auto &one) {
        return one.second->source.asking && one.second->source.asked.isNull();
    });
}

bool SourceDesk::isIdle() const
{
    return std::none_of(m_entries.begin(), m_entries.end(),
                        [](const auto &one) { return one.second->source.asking; });
}

void SourceDesk::publish(Entry &entry)
{
    m_picture.sourceChanged(entry.source);
    Q_EMIT changed();
}

} // namespace nodescope::session
