#include "support/DemoCluster.h"

#include <cmath>

#include <QByteArray>
#include <QTimeZone>

#include "cluster/Cluster.h"

namespace nodescope::test {

using namespace cluster;
using base::NodeName;
using namespace std::chrono_literals;

namespace {
NodeName named(const QString &text)
{
    return NodeName::literal(text);
}

struct Maker
{
    QDateTime now;
    Deltas deltas;
    quint64 eventCount = 0;

    void node(const QString &name, NodeKind kind, NodeState state, Watched watched,
              const QString &release = {}, const QString &elixir = {}, bool hidden = false)
    {
        Node node;
        node.name = named(name);
        node.kind = kind;
        node.state = state;
        node.watched = watched;
        node.release = release;
        node.elixir = elixir;
        node.hidden = hidden;
        node.since = now.addSecs(-95);
        node.port = 41873;
        if (state == NodeState::Up)
            node.ourNameThere = QStringLiteral("1X19WTZ29N4OG@") + node.name.host();
        deltas.append(NodeChanged{node});
    }
    void link(const QString &a, const QString &b, EndView aSees = EndView::Up, EndView bSees = EndView::Up,
              bool hidden = false)
    {
        Link link;
        link.key = LinkKey(named(a), named(b));
        const bool turned = link.key.a != named(a);
        link.aSees = turned ? bSees : aSees;
        link.bSees = turned ? aSees : bSees;
        link.state = stateFromEnds(aSees, bSees);
        link.hidden = hidden;
        link.since = now.addSecs(-90);
        deltas.append(LinkChanged{link});
        Traffic traffic;
        traffic.key = link.key;
        traffic.a.time = now;
        traffic.a.packetsOut = 2041;
        traffic.a.packetsIn = 1987;
        deltas.append(TrafficChanged{traffic});
    }
    void failed(const NodeName &from, const NodeName &to, Cause cause, int failures)
    {
        auto diagnosis = std::make_shared<Diagnosis>(demoDiagnosis(cause, from, to));
        diagnosis->time = now.addSecs(-12);
        Link link;
        link.key = LinkKey(from, to);
        link.state = LinkState::Failed;
        link.since = diagnosis->time;
        link.failures = failures;
        link.diagnosis = diagnosis;
        deltas.append(LinkChanged{link});
    }
    void event(int secondsAgo, EventKind kind, const NodeName &source, const NodeName &about,
               const QString &reason = {})
    {
        Event event;
        event.id = ++eventCount;
        event.kind = kind;
        event.time = now.addMSecs(-secondsAgo * 1000LL + 412);
        event.source = source;
        event.node = about;
        event.reason = reason;
        deltas.append(EventHappened{event});
    }
};

void addNodes(Maker &make)
{
    const QString otp = QStringLiteral("27");
    make.node(selfName().text(), NodeKind::Self, NodeState::Up, Watched::Not, {}, {}, true);
    make.node(QStringLiteral("orders@db1.example"), NodeKind::Beam, NodeState::Up, Watched::Push, otp);
    make.node(QStringLiteral("billing@db1.example"), NodeKind::Beam, NodeState::Up, Watched::Push, otp);
    make.node(QStringLiteral("store@db1.example"), NodeKind::Beam, NodeState::Up, Watched::Push, otp);
    make.node(QStringLiteral("shop@web2.example"), NodeKind::Beam, NodeState::Up, Watched::Push, otp,
              QStringLiteral("1.18.1"));
    make.node(QStringLiteral("mailer@web2.example"), NodeKind::Beam, NodeState::Up, Watched::Poll,
              QStringLiteral("25"), {}, true);
    make.node(QStringLiteral("gate@edge3.example"), NodeKind::CNode, NodeState::Up, Watched::Hearsay);
    make.node(QStringLiteral("feed@edge3.example"), NodeKind::Beam, NodeState::Connecting, Watched::Not);
    make.node(QStringLiteral("old@edge3.example"), NodeKind::Unknown, NodeState::Expected, Watched::Not);
    Node cache;
    cache.name = demoRefusingNode();
    cache.kind = NodeKind::Beam;
    cache.state = NodeState::Failed;
    cache.cause = Cause::CookieMismatch;
    cache.since = make.now.addSecs(-12);
    cache.seenBy = {named(QStringLiteral("shop@web2.example"))};
    make.deltas.append(NodeChanged{cache});
}

void addLinks(Maker &make)
{
    const QString orders = QStringLiteral("orders@db1.example");
    const QString billing = QStringLiteral("billing@db1.example");
    const QString store = QStringLiteral("store@db1.example");
    const QString shop = QStringLiteral("shop@web2.example");
    const QString mailer = QStringLiteral("mailer@web2.example");
    const QString gate = QStringLiteral("gate@edge3.example");
    const QString feed = QStringLiteral("feed@edge3.example");
    make.link(orders, billing);
    make.link(orders, store);
    make.link(billing, store);
    make.link(orders, shop);
    make.link(store, shop);
    make.link(shop, demoRefusingNode().text(), EndView::Up, EndView::Unknown);
    make.link(store, mailer, EndView::Up, EndView::Up, true);
    make.link(shop, mailer, EndView::Up, EndView::Up, true);
    make.link(gate, store, EndView::Unknown, EndView::Up, true);
    make.link(billing, gate, EndView::Up, EndView::Absent);
    make.link(shop, feed, EndView::Pending, EndView::Unknown);
    for (const QString &peer : {orders, billing, store, shop, mailer, gate})
        make.link(selfName().text(), peer, EndView::Up, EndView::Up, true);
    make.failed(named(billing), demoRefusingNode(), Cause::CookieMismatch, 4);
    make.failed(selfName(), demoRefusingNode(), Cause::CookieMismatch, 1);
}

void addEvents(Maker &make)
{
    const NodeName orders = named(QStringLiteral("orders@db1.example"));
    const NodeName billing = named(QStringLiteral("billing@db1.example"));
    const NodeName store = named(QStringLiteral("store@db1.example"));
    const NodeName shop = named(QStringLiteral("shop@web2.example"));
    const NodeName mailer = named(QStringLiteral("mailer@web2.example"));
    make.event(94, EventKind::NodeDiscovered, store, shop);
    make.event(92, EventKind::WatchStarted, {}, orders, QStringLiteral("push"));
    make.event(88, EventKind::NodeUp, shop, store);
    make.event(71, EventKind::NodeDown, shop, mailer, QStringLiteral("net_tick_timeout"));
    make.event(41, EventKind::NodeUp, shop, mailer);
    for (const int ago : {36, 28, 20, 12})
        make.event(ago, EventKind::ConnectFailed, billing, demoRefusingNode(),
                   QStringLiteral("cookie_mismatch"));
}

struct RungOf
{
    Cause cause;
    Rung rung;
};

Rung brokenRungOf(Cause cause)
{
    static constexpr RungOf Table[] = {
        {Cause::HostUnresolvable, Rung::HostResolves},
        {Cause::EpmdUnreachable, Rung::EpmdReachable},
        {Cause::EpmdDefect, Rung::EpmdReachable},
        {Cause::NotRegistered, Rung::NameRegistered},
        {Cause::DistPortBlocked, Rung::PortReachable},
        {Cause::StalePort, Rung::PortReachable},
        {Cause::TlsPlainMixed, Rung::TransportAsExpected},
        {Cause::TlsCertificate, Rung::TransportAsExpected},
        {Cause::TlsFailed, Rung::TransportAsExpected},
        {Cause::NotANode, Rung::TransportAsExpected},
        {Cause::NotAllowedByList, Rung::Status},
        {Cause::FlagsMissing, Rung::Status},
        {Cause::NameInUse, Rung::Status},
        {Cause::PeerSilent, Rung::Status},
        {Cause::OtherNameAnswers, Rung::NameAndFlags},
    };
    for (const RungOf &entry : Table) {
        if (entry.cause == cause)
            return entry.rung;
    }
    return Rung::OurDigest;
}
} // namespace

LinkKey demoFailedLink()
{
    return {named(QStringLiteral("billing@db1.example")), demoRefusingNode()};
}

NodeName demoRefusingNode()
{
    return named(QStringLiteral("cache@web2.example"));
}

Diagnosis demoDiagnosis(Cause cause, const NodeName &from, const NodeName &to)
{
    Diagnosis diagnosis;
    diagnosis.from = from;
    diagnosis.to = to;
    diagnosis.cause = cause;
    diagnosis.certainty = Certainty::AlmostCertain;
    diagnosis.time = QDateTime::currentDateTimeUtc();
    diagnosis.elapsed = 5ms;
    const RungResult ladder[] = {
        {Rung::NameWellFormed, RungState::Passed, std::nullopt, {}},
        {Rung::HostResolves, RungState::Passed, 400us,
         to.host().section(u'.', 0, 0) + QStringLiteral(" → 10.0.2.7")},
        {Rung::EpmdReachable, RungState::Passed, 600us, QStringLiteral("port 4369")},
        {Rung::NameRegistered, RungState::Passed, 300us, to.name() + QStringLiteral(" at 41873")},
        {Rung::PortReachable, RungState::Passed, 500us, {}},
        {Rung::TransportAsExpected, RungState::Passed, std::nullopt, {}},
        {Rung::Status, RungState::Passed, 1100us, QStringLiteral("ok")},
        {Rung::NameAndFlags, RungState::Passed, 200us, QStringLiteral("OTP 27")},
        {Rung::Challenge, RungState::Passed, std::nullopt, {}},
        {Rung::OurDigest, RungState::Passed, 1200us, {}},
        {Rung::TheirDigest, RungState::Passed, 100us, {}},
        {Rung::LinkUp, RungState::Passed, std::nullopt, {}},
    };
    const Rung broken = brokenRungOf(cause);
    for (RungResult result : ladder) {
        if (result.rung == broken) {
            result.state = RungState::Failed;
            result.evidence = QStringLiteral("closed, no ack");
        } else if (result.rung > broken) {
            result = {result.rung, RungState::NotReached, std::nullopt, {}};
        }
        diagnosis.rungs.append(result);
    }
    // As it is told: the digest itself never stands in an excerpt.
    diagnosis.excerpts.append(WireExcerpt{true, QStringLiteral("send_challenge_reply"),
                                          QByteArray::fromHex("725f1c09aa00000000000000000000000000000000"),
                                          5, 3ms});
    diagnosis.excerpts.append(WireExcerpt{false, QStringLiteral("close"), QByteArray(), -1, 1200us});
    return diagnosis;
}

Deltas demoCluster(const QDateTime &now)
{
    Maker make{now, {}, 0};
    SessionInfo session;
    session.source = SessionInfo::Source::Live;
    session.profile = QStringLiteral("shop-staging");
    make.deltas.append(SessionChanged{session});
    addNodes(make);
    addLinks(make);
    make.deltas.append(HostChanged{Host{QStringLiteral("db1.example"),
                                        4369,
                                        {{QStringLiteral("orders"), 41001},
                                         {QStringLiteral("billing"), 41002},
                                         {QStringLiteral("store"), 41003},
                                         {QStringLiteral("backup"), 41004},
                                         {QStringLiteral("console_77"), 41005}},
                                        Cause::None,
                                        now}});
    addEvents(make);
    return make.deltas;
}

Deltas demoMessages(const QDateTime &now)
{
    using Kind = StepKind;
    using Form = MessageForm;
    const auto at = [](const char *node, const char *process) {
        return MessageEnd{named(QString::fromLatin1(node)), QString::fromLatin1(process)};
    };
    const MessageEnd us{selfName(), QStringLiteral("<0.1.0>")};
    const MessageEnd inbox{selfName(), QStringLiteral("inbox")};
    const MessageEnd orders = at("orders@db1.example", "order_server");
    const MessageEnd evaluator = at("orders@db1.example", "<9531.211.0>");
    const MessageEnd billing = at("billing@db1.example", "billing");
    const MessageEnd shop = at("shop@web2.example", "<9533.187.0>");
    struct Line
    {
        int millisecondsAgo;
        quint64 exchange;
        Kind kind;
        Form form;
        MessageEnd from;
        MessageEnd to;
        const char *term;
        const char *reason;
    };
    const Line lines[] = {
        {9000, 1, Kind::Sent, Form::Message, us, orders, "{order,17,<<\"tea\">>}", ""},
        {8200, 2, Kind::Sent, Form::Call, us, billing, "{total,17}", ""},
        {8196, 2, Kind::Answered, Form::Call, billing, us, "{ok,4.2}", ""},
        {6000, 3, Kind::Relayed, Form::Message, evaluator, billing, "{paid,17}", ""},
        {5600, 4, Kind::Received, Form::Message, shop, inbox, "{stock,[{tea,3},{coffee,0}]}", ""},
        {5500, 3, Kind::Delivered, Form::Message, evaluator, billing, "", ""},
        {4300, 5, Kind::Relayed, Form::Message, shop, billing, "{paid,18}", ""},
        {4100, 5, Kind::Delivered, Form::Message, shop, billing, "", ""},
        {3000, 6, Kind::Sent, Form::Call, us, at("shop@web2.example", "till"), "status", ""},
        {2996, 6, Kind::Failed, Form::Call, us, at("shop@web2.example", "till"), "", "noproc"},
        {1200, 7, Kind::Sent, Form::Cast, us, orders, "{forget,17}", ""},
    };
    Deltas deltas;
    for (const Line &line : lines) {
        MessageStep step;
        step.exchange = line.exchange;
        step.kind = line.kind;
        step.form = line.form;
        step.from = line.from;
        step.to = line.to;
        step.time = now.addMSecs(-line.millisecondsAgo);
        step.at = base::Instant(std::chrono::milliseconds(100'000 - line.millisecondsAgo));
        step.text = QString::fromLatin1(line.term);
        step.size = step.text.isEmpty() ? -1 : step.text.size() + 9;
        step.reason = QString::fromLatin1(line.reason);
        deltas.append(MessageHappened{step});
    }
    return deltas;
}

Deltas demoFigures(int rounds)
{
    Cluster cluster;
    for (const Delta &delta : demoCluster())
        (void)cluster.apply(delta);
    const QDateTime begin = QDateTime::currentDateTimeUtc().addSecs(-5LL * rounds);
    Deltas deltas;
    for (int round = 0; round < rounds; ++round) {
        const QDateTime time = begin.addSecs(5LL * round);
        const base::Instant at = base::Instant() + std::chrono::seconds(5 * round);
        quint64 salt = 1;
        // Waves of their own, so that no two lines look alike.
        const auto wave = [round](quint64 seed, double from, double to) {
            const double turn = 0.5 + 0.5 * std::sin(0.17 * double(seed % 5 + 1) * round + double(seed));
            return from + (to - from) * turn;
        };
        for (const Node &node : cluster.sortedNodes()) {
            ++salt;
            if (node.state != NodeState::Up || node.kind != NodeKind::Beam)
                continue;
            Figures figures;
            figures.node = node.name;
            figures.time = time;
            figures.at = at;
            figures.processes = quint64(wave(salt, 380, 420 + 900.0 * double(salt)));
            figures.memory = quint64(wave(salt + 3, 40e6, 60e6 + 9e7 * double(salt)));
            figures.runQueue = quint64(wave(salt + 1, 0, 6));
            figures.reductions = quint64(round) * 5'000'000 * salt + quint64(wave(salt, 0, 4e6));
            figures.uptime = quint64(86'400'000) * salt + quint64(round) * 5000;
            deltas.append(FiguresChanged{figures});
        }
        for (const Link &link : cluster.sortedLinks()) {
            ++salt;
            if (link.state != LinkState::Up)
                continue;
            const double rate = std::pow(7.0, double(salt % 5));
            Traffic traffic;
            traffic.key = link.key;
            traffic.a.time = time;
            traffic.a.at = at;
            traffic.a.packetsOut = quint64(5.0 * round * rate + wave(salt, 0, 5 * rate));
            traffic.a.packetsIn = traffic.a.packetsOut / 2;
            traffic.a.bytesOut = traffic.a.packetsOut * 230;
            traffic.a.bytesIn = traffic.a.packetsIn * 410;
            traffic.a.bytesHeld = 0;
            deltas.append(TrafficChanged{traffic});
        }
    }
    return deltas;
}

Deltas largeCluster(int hosts, int each)
{
    Maker make{QDateTime::currentDateTimeUtc(), {}, 0};
    SessionInfo session;
    session.source = SessionInfo::Source::Live;
    make.deltas.append(SessionChanged{session});
    const auto name = [](int host, int i) {
        return QStringLiteral("node%1@host%2.example").arg(i).arg(host);
    };
    make.node(selfName().text(), NodeKind::Self, NodeState::Up, Watched::Not, {}, {}, true);
    for (int host = 0; host < hosts; ++host) {
        for (int i = 0; i < each; ++i) {
            make.node(name(host, i), NodeKind::Beam, NodeState::Up, Watched::Push, QStringLiteral("27"));
            for (int j = 0; j < i; ++j)
                make.link(name(host, i), name(host, j));
        }
        if (host > 0)
            make.link(name(host, 0), name(host - 1, 0));
    }
    return make.deltas;
}

Deltas splitCluster()
{
    Maker make{QDateTime::currentDateTimeUtc(), {}, 0};
    SessionInfo session;
    session.source = SessionInfo::Source::Live;
    make.deltas.append(SessionChanged{session});
    make.node(selfName().text(), NodeKind::Self, NodeState::Up, Watched::Not, {}, {}, true);
    const QStringList names{QStringLiteral("shop@web1.example"),   QStringLiteral("cart@web1.example"),
                            QStringLiteral("search@web2.example"), QStringLiteral("mail@web2.example"),
                            QStringLiteral("orders@db1.example"),  QStringLiteral("billing@db1.example"),
                            QStringLiteral("reports@db1.example")};
    for (qsizetype i = 0; i < names.size(); ++i) {
        make.node(names[i], NodeKind::Beam, NodeState::Up, Watched::Push, QStringLiteral("27"));
        make.link(selfName().text(), names[i]);
        for (qsizetype j = 0; j < i; ++j) {
            make.link(names[j], names[i]);
            if ((i < 4) == (j < 4))
                continue;
            // What its ends counted stands behind it.
            auto &link = std::get<LinkChanged>(make.deltas[make.deltas.size() - 2]).link;
            link.state = LinkState::Down;
            link.aSees = link.bSees = EndView::Absent;
            link.reason = QStringLiteral("net_tick_timeout");
        }
    }
    return make.deltas;
}

Deltas randomDeltas(std::mt19937 &random, int count)
{
    const auto upTo = [&](int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); };
    const auto anyName = [&] { return named(QStringLiteral("n%1@h%2").arg(upTo(12)).arg(upTo(4))); };
    Deltas deltas;
    quint64 id = 0;
    for (int i = 0; i < count; ++i) {
        const NodeName a = anyName();
        const NodeName b = anyName();
        const int kind = upTo(12);
        if (kind < 5) {
            Node node;
            node.name = a;
            node.state = static_cast<NodeState>(upTo(8));
            node.kind = static_cast<NodeKind>(upTo(4));
            node.port = static_cast<quint16>(upTo(3));
            if (upTo(2) == 0)
                node.seenBy = {b};
            deltas.append(NodeChanged{node});
        } else if (kind == 5) {
            deltas.append(NodeRemoved{a});
        } else if (kind < 8 && a != b) {
            Link link;
            link.key = LinkKey(a, b);
            link.state = static_cast<LinkState>(upTo(5));
            deltas.append(LinkChanged{link});
            Traffic traffic;
            traffic.key = link.key;
            traffic.b.time = QDateTime::fromMSecsSinceEpoch(upTo(100), QTimeZone::utc());
            deltas.append(TrafficChanged{traffic});
        } else if (kind == 8 && a != b) {
            deltas.append(LinkRemoved{LinkKey(a, b)});
        } else if (kind == 9) {
            Figures figures;
            figures.node = a;
            if (upTo(4) > 0)
                figures.time = QDateTime::fromMSecsSinceEpoch(upTo(100), QTimeZone::utc());
            figures.memory = quint64(upTo(3)) << 30U;
            deltas.append(FiguresChanged{figures});
            Host host;
            host.host = a.host();
            for (int n = upTo(5); n > 0; --n)
                host.entries.append({QStringLiteral("n%1").arg(upTo(12)), static_cast<quint16>(upTo(3))});
            deltas.append(HostChanged{host});
        } else {
            Event event;
            event.id = ++id;
            event.node = a;
            deltas.append(EventHappened{event});
        }
    }
    return deltas;
}

} // namespace nodescope::test
