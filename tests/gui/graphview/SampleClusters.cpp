#include "gui/graphview/SampleClusters.h"

#include "graph/Random.h"

namespace nodescope::samples {

using namespace cluster;
using base::NodeName;

namespace {

QDateTime sampleTime()
{
    return QDateTime(QDate(2026, 3, 4), QTime(14, 3, 7), Qt::UTC);
}

NodeChanged changed(const Node &node)
{
    return NodeChanged{node};
}

LinkChanged failed(QStringView from, QStringView to, Cause cause)
{
    Link value = link(from, to, LinkState::Failed);
    auto diagnosis = std::make_shared<Diagnosis>();
    diagnosis->from = NodeName::literal(from) == selfName() ? NodeName() : NodeName::literal(from);
    diagnosis->to = NodeName::literal(to);
    diagnosis->cause = cause;
    value.failures = 4;
    value.diagnosis = diagnosis;
    return LinkChanged{value};
}

Node self()
{
    return node(selfName().text(), NodeKind::Self, NodeState::Up);
}

LinkChanged ours(const NodeName &to)
{
    Link value = link(selfName().text(), to.text(), LinkState::Up);
    value.hidden = true;
    return LinkChanged{value};
}

LinkChanged up(QStringView a, QStringView b, bool hidden = false)
{
    Link value = link(a, b, LinkState::Up);
    value.hidden = hidden;
    return LinkChanged{value};
}

QString numbered(QStringView prefix, int number, QStringView host)
{
    return QStringLiteral("%1%2@%3").arg(prefix).arg(number, 2, 10, QLatin1Char('0')).arg(host);
}

} // namespace

Node node(QStringView name, NodeKind kind, NodeState state)
{
    Node value;
    value.name = NodeName::literal(name);
    value.kind = kind;
    value.state = state;
    value.watched = state == NodeState::Up ? Watched::Push : Watched::Not;
    value.release = kind == NodeKind::Beam ? QStringLiteral("27") : QString();
    value.since = sampleTime();
    return value;
}

Link link(QStringView a, QStringView b, LinkState state)
{
    Link value;
    value.key = LinkKey(NodeName::literal(a), NodeName::literal(b));
    value.state = state;
    value.since = sampleTime();
    const EndView view = state == LinkState::Up           ? EndView::Up
                         : state == LinkState::Connecting ? EndView::Pending
                                                          : EndView::Absent;
    value.aSees = value.bSees = view;
    return value;
}

Deltas threeHosts()
{
    Deltas deltas;
    for (const QStringView name : {u"orders@db1.example", u"billing@db1.example", u"store@db1.example"})
        deltas << changed(node(name, NodeKind::Beam, NodeState::Up));
    Node shop = node(u"shop@web2.example", NodeKind::Beam, NodeState::Up);
    shop.elixir = QStringLiteral("1.18");
    Node cache = node(u"cache@web2.example", NodeKind::Beam, NodeState::Failed);
    cache.cause = Cause::CookieMismatch;
    Node mailer = node(u"mailer@web2.example", NodeKind::Beam, NodeState::Up);
    mailer.hidden = true;
    mailer.release = QStringLiteral("25");
    deltas << changed(shop) << changed(cache) << changed(mailer);
    deltas << changed(node(u"gate@edge3.example", NodeKind::CNode, NodeState::Up));
    deltas << changed(node(u"feed@edge3.example", NodeKind::Beam, NodeState::Connecting));
    deltas << changed(node(u"old@edge3.example", NodeKind::Unknown, NodeState::Expected)) << changed(self());
    deltas << up(u"orders@db1.example", u"billing@db1.example")
           << up(u"orders@db1.example", u"store@db1.example")
           << up(u"billing@db1.example", u"store@db1.example")
           << up(u"orders@db1.example", u"shop@web2.example")
           << up(u"store@db1.example", u"shop@web2.example")
           << up(u"shop@web2.example", u"cache@web2.example")
           << up(u"gate@edge3.example", u"feed@edge3.example")
           << up(u"store@db1.example", u"mailer@web2.example", true)
           << up(u"shop@web2.example", u"mailer@web2.example", true)
           << up(u"store@db1.example", u"gate@edge3.example", true);
    deltas << failed(u"billing@db1.example", u"cache@web2.example", Cause::CookieMismatch);
    Link half = link(u"billing@db1.example", u"gate@edge3.example", LinkState::OneSided);
    half.aSees = EndView::Up;
    deltas << LinkChanged{half};
    deltas << LinkChanged{link(u"shop@web2.example", u"feed@edge3.example", LinkState::Connecting)};
    for (const QStringView name :
         {u"orders@db1.example", u"store@db1.example", u"mailer@web2.example", u"gate@edge3.example"})
        deltas << ours(NodeName::literal(name));
    return deltas;
}

Deltas practice(int nodes)
{
    static constexpr const char16_t *Names[] = {u"alice", u"bob", u"carol", u"dave", u"erin", u"frank"};
    Deltas deltas{changed(self())};
    QList<NodeName> names;
    for (int i = 0; i < nodes; ++i) {
        const QString name = i < 6 ? QString::fromUtf16(Names[i]) + QStringLiteral("@127.0.0.1")
                                   : numbered(u"node", i, u"127.0.0.1");
        Node value = node(name, NodeKind::Practice, NodeState::Up);
        value.hidden = i == nodes - 2 && nodes > 2;
        if (i == nodes - 1 && nodes > 1) {
            value.state = NodeState::Failed;
            value.cause = Cause::CookieMismatch;
        }
        deltas << changed(value);
        if (value.state == NodeState::Failed)
            deltas << failed(selfName().text(), name, Cause::CookieMismatch);
        else
            deltas << ours(value.name);
        for (const NodeName &other : names) {
            if (value.state == NodeState::Up)
                deltas << up(other.text(), name, value.hidden);
        }
        names << value.name;
    }
    return deltas;
}

Deltas mesh(int nodes, int hosts)
{
    Deltas deltas;
    QStringList names;
    for (int i = 0; i < nodes; ++i) {
        const QString name = numbered(u"app", i, QStringLiteral("site%1.example").arg(i % hosts + 1));
        deltas << changed(node(name, NodeKind::Beam, NodeState::Up));
        for (const QString &other : names)
            deltas << up(other, name);
        names << name;
    }
    return deltas;
}

Deltas sparse(int nodes)
{
    graph::Random random(11);
    Deltas deltas;
    QStringList names;
    for (int i = 0; i < nodes; ++i) {
        const QString name = numbered(u"n", i, QStringLiteral("rack%1").arg(i * 12 / nodes));
        Node value = node(name, NodeKind::Beam, i % 37 == 5 ? NodeState::Down : NodeState::Up);
        deltas << changed(value);
        for (int k = 0; k < 3 && i > 0; ++k) {
            // Near ones mostly: racks are neighbourhoods.
            const int reach = k == 0 ? i : std::min(i, std::max(1, nodes / 14));
            const QString other = names[i - 1 - int(random.below(quint32(reach)))];
            deltas << up(other, name, k == 2 && i % 5 == 0);
        }
        names << name;
    }
    return deltas;
}

Deltas everyFailure()
{
    Deltas deltas{changed(self())};
    int number = 0;
    const QList<Cause> causes = allCauses();
    for (const Cause cause : causes) {
        if (cause == Cause::None)
            continue;
        const QString name = numbered(u"peer", number, QStringLiteral("host%1").arg(number / 4));
        ++number;
        Node value = node(name, NodeKind::Beam, NodeState::Failed);
        value.cause = cause;
        deltas << changed(value) << failed(selfName().text(), name, cause);
    }
    return deltas;
}

} // namespace nodescope::samples
