#include "Mesh.h"

#include <QRegularExpression>
#include <QTest>

namespace nodescope::test {

using base::NodeName;
using namespace cluster;

namespace {

constexpr qsizetype FewestAlive = 3;

/// A node that costs little: one scheduler of each kind, no busy waiting.
QStringList smallEmulator()
{
    return {QStringLiteral("+S"),   QStringLiteral("1:1"),   QStringLiteral("+SDcpu"),
            QStringLiteral("1:1"),  QStringLiteral("+SDio"), QStringLiteral("1"),
            QStringLiteral("+A"),   QStringLiteral("1"),     QStringLiteral("+sbwt"),
            QStringLiteral("none"), QStringLiteral("-boot"), QStringLiteral("start_clean")};
}

/// The node names in what a node printed.
std::set<NodeName> namesIn(const QString &text)
{
    static const QRegularExpression name(QStringLiteral("'([^']+@[^']+)'"));
    std::set<NodeName> names;
    auto matches = name.globalMatch(text);
    while (matches.hasNext())
        names.insert(NodeName::literal(matches.next().captured(1)));
    return names;
}

QString textOf(const std::set<NodeName> &names)
{
    QStringList texts;
    for (const NodeName &name : names)
        texts.append(name.name());
    return texts.join(u' ');
}

} // namespace

Mesh::Mesh(int nodes, quint32 seed)
    : m_random(seed)
{
    for (int i = 1; i <= nodes; ++i)
        m_members.push_back(
            {NodeName::literal(QStringLiteral("m%1@127.0.0.1").arg(i, 2, 10, QLatin1Char('0'))), nullptr});
}

bool Mesh::start()
{
    if (!m_epmd.start())
        return false;
    for (Member &member : m_members) {
        if (!startMember(member))
            return false;
    }
    for (std::size_t i = 1; i < m_members.size(); ++i)
        connectTo(m_members[i], m_members[0].name);
    dist::CookieStore cookies;
    cookies.setDefault(base::Secret("peers-cookie"));
    session::LiveSettings settings;
    settings.epmdPort = m_epmd.port();
    m_session = std::make_unique<session::LiveSession>(m_clock, settings, cookies);
    ConnectToNode enter;
    enter.node = m_members[0].name;
    m_session->perform(enter);
    return true;
}

bool Mesh::startMember(Member &member) const
{
    Peer::Options options;
    options.name = member.name;
    options.epmdPort = m_epmd.port();
    options.flags = smallEmulator();
    member.peer = std::make_unique<Peer>(options);
    if (member.peer->start())
        return true;
    qWarning().noquote() << member.peer->output();
    return false;
}

qsizetype Mesh::living() const
{
    return std::count_if(m_members.begin(), m_members.end(),
                         [](const Member &one) { return bool(one.peer); });
}

qsizetype Mesh::endsShown() const
{
    qsizetype ends = 0;
    for (const auto &[viewer, seen] : shown())
        ends += qsizetype(seen.size());
    return ends;
}

Mesh::Member *Mesh::pick(bool alive)
{
    std::vector<Member *> candidates;
    for (Member &member : m_members) {
        if (bool(member.peer) == alive)
            candidates.push_back(&member);
    }
    return candidates.empty() ? nullptr : candidates[m_random.bounded(quint32(candidates.size()))];
}

void Mesh::connectTo(Member &from, const NodeName &to) const
{
    (void)from.peer->evaluate(QStringLiteral("net_kernel:connect_node('%1').").arg(to.text()), 30'000);
}

QString Mesh::step()
{
    const auto draw = m_random.bounded(10);
    Step what = draw < 3 ? Step::Kill : draw < 6 ? Step::Restart : draw < 8 ? Step::Cut : Step::Heal;
    if (what == Step::Kill && living() <= FewestAlive)
        what = Step::Restart;
    if (what == Step::Restart && living() == qsizetype(m_members.size()))
        what = Step::Cut;
    ++m_steps[what];
    switch (what) {
    case Step::Kill:
        return kill();
    case Step::Restart:
        return restart();
    case Step::Cut:
        return cut();
    case Step::Heal:
        break;
    }
    return heal();
}

QString Mesh::kill()
{
    Member *member = pick(true);
    member->peer.reset();
    return QStringLiteral("kill ") + member->name.name();
}

QString Mesh::restart()
{
    Member *member = pick(false);
    Member *other = pick(true);
    if (!startMember(*member))
        return QStringLiteral("FAILED to start ") + member->name.name();
    connectTo(*member, other->name);
    return QStringLiteral("start %1, which connects to %2").arg(member->name.name(), other->name.name());
}

QString Mesh::cut()
{
    Member *a = pick(true);
    Member *b = pick(true);
    (void)a->peer->evaluate(QStringLiteral("erlang:disconnect_node('%1').").arg(b->name.text()), 30'000);
    return QStringLiteral("cut %1 from %2").arg(a->name.name(), b->name.name());
}

QString Mesh::heal()
{
    Member *from = pick(true);
    for (const Member &member : m_members) {
        if (member.peer && &member != from)
            connectTo(*from, member.name);
    }
    return QStringLiteral("heal from ") + from->name.name();
}

Mesh::Views Mesh::told() const
{
    Views views;
    for (const Member &member : m_members) {
        if (member.peer)
            views[member.name] = namesIn(member.peer->evaluate(QStringLiteral("nodes()."), 30'000));
    }
    return views;
}

Mesh::Views Mesh::shown() const
{
    Views views;
    for (const Link &link : m_session->picture().cluster().links()) {
        if (link.key.contains(selfName()))
            continue;
        if (link.aSees == EndView::Up)
            views[link.key.a].insert(link.key.b);
        if (link.bSees == EndView::Up)
            views[link.key.b].insert(link.key.a);
    }
    return views;
}

QString Mesh::compare(const Views &told) const
{
    const Cluster &cluster = m_session->picture().cluster();
    Views ours = shown();
    QStringList differences;
    for (const Member &member : m_members) {
        const Node *node = cluster.node(member.name);
        const bool up = node && node->state == NodeState::Up && node->watched == Watched::Push;
        if (up != bool(member.peer))
            differences.append(QStringLiteral("%1 is %2, and shown as %3")
                                   .arg(member.name.name(),
                                        member.peer ? QStringLiteral("alive") : QStringLiteral("dead"),
                                        node ? identifierOf(node->state) : QStringLiteral("nothing")));
        const auto there = told.find(member.name);
        const std::set<NodeName> sees = there == told.end() ? std::set<NodeName>() : there->second;
        if (ours[member.name] != sees)
            differences.append(QStringLiteral("%1 says [%2], shown [%3]")
                                   .arg(member.name.name(), textOf(sees), textOf(ours[member.name])));
    }
    if (cluster.nodes().size() != qsizetype(m_members.size()) + 1)
        differences.append(QStringLiteral("%1 nodes are shown").arg(cluster.nodes().size()));
    return differences.join(u'\n');
}

QString Mesh::difference(int timeout)
{
    QElapsedTimer since;
    since.start();
    QString found;
    do {
        // What the nodes say changes while they are asked one after the other: two readings must agree.
        const Views before = told();
        found = compare(before);
        if (found.isEmpty() && told() == before) {
            m_slowest = qMax(m_slowest, since.elapsed());
            return {};
        }
        QTest::qWait(50);
    } while (since.elapsed() < timeout);
    return found.isEmpty() ? QStringLiteral("what the nodes say does not come to rest") : found;
}

} // namespace nodescope::test
