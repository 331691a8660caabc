#include <QNetworkInterface>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include "cluster/Disagreement.h"
#include "dist/EpmdRegistration.h"
#include "dist/EpmdServer.h"
#include "session/discovery/SourceDesk.h"
#include "support/FakeDns.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::session;
using base::NodeName;

namespace {
const QByteArray Heartbeat =
    QByteArray("heartbeat::") + QByteArray::fromHex("837400000001") + "w\x04node" + "w\x0c" + "app@10.0.0.7";

/// A desk with what it needs; EPMD is asked under one port for all nodes.
struct Office
{
    base::SystemClock clock;
    dist::EpmdServer epmd;
    quint16 port = *epmd.listen(0);
    dist::EpmdClient client{clock};
    Picture picture{clock};
    SourceDesk desk{clock, client, picture, [this](const NodeName &) { return port; }};

    [[nodiscard]] const Node *node(const char *name) const
    {
        return picture.cluster().node(NodeName::literal(QString::fromLatin1(name)));
    }
    [[nodiscard]] DiscoverySource source(const SourceSpec &spec) const
    {
        return picture.cluster().sources().value(sourceId(spec));
    }
    [[nodiscard]] bool answers(const SourceSpec &spec) const
    {
        return QTest::qWaitFor([&] { return !source(spec).asked.isNull() && !source(spec).asking; }, 30'000);
    }
    [[nodiscard]] std::unique_ptr<dist::EpmdRegistration> registered(const char *name)
    {
        protocol::epmd::Registration registration;
        registration.name = QLatin1String(name);
        registration.port = 4711;
        auto held = std::make_unique<dist::EpmdRegistration>(registration, port, clock);
        QSignalSpy spy(held.get(), &dist::EpmdRegistration::registered);
        held->start();
        return spy.wait() ? std::move(held) : nullptr;
    }
};
} // namespace

/// Sources that are asked for real: EPMD and DNS of the test's own, and multicast on loopback.
class tst_SourceDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void epmdTellsOfItsNames()
    {
        Office office;
        auto alice = office.registered("alice");
        QVERIFY(alice);
        const EpmdOfHost spec{QStringLiteral("127.0.0.1"), office.port};
        QVERIFY(office.desk.add(spec).isEmpty());
        QVERIFY(office.answers(spec));
        QCOMPARE(office.source(spec).found, 1);
        QVERIFY(office.node("alice@127.0.0.1"));
        QCOMPARE(office.node("alice@127.0.0.1")->port, quint16(4711));

        // Another source knows a node there that this one does not.
        office.picture.sighted(NodeName::literal(u"bob@127.0.0.1"),
                               {SourceKind::Dns, QStringLiteral("dns"), true, {}, {}});
        alice.reset();
        QTRY_VERIFY_WITH_TIMEOUT((office.desk.ask(sourceId(spec)), !office.node("alice@127.0.0.1")), 30'000);
        const auto disagreement = disagreementOf(*office.node("bob@127.0.0.1"));
        QVERIFY(disagreement.has_value());
        QCOMPARE(disagreement->absent.first().source, sourceId(spec));

        // Off, it says nothing.
        QVERIFY(office.desk.setOn(sourceId(spec), false));
        QVERIFY(!disagreementOf(*office.node("bob@127.0.0.1")));
        QVERIFY(!office.source(spec).on);
        QVERIFY(office.desk.remove(sourceId(spec)));
        QVERIFY(!office.desk.remove(sourceId(spec)));
        QVERIFY(office.picture.cluster().sources().isEmpty());
    }

    void aNodeUnderAnotherSpellingOfItsHostIsTheSame()
    {
        Office office;
        const auto alice = office.registered("alice");
        office.picture.known(NodeName::literal(u"alice@here.example.com"), 4711);
        const EpmdOfHost spec{QStringLiteral("localhost"), office.port};
        QVERIFY(office.desk.add(spec).isEmpty());
        QVERIFY(office.answers(spec));
        QVERIFY(!office.node("alice@localhost"));
        QCOMPARE(office.node("alice@here.example.com")->sightings.size(), 1);
        QVERIFY(isSameHost(QStringLiteral("DB1"), QStringLiteral("db1.example.com")));
        QVERIFY(!isSameHost(QStringLiteral("db1.example.org"), QStringLiteral("db1.example.com")));
        QVERIFY(!isSameHost(QStringLiteral("10"), QStringLiteral("10.0.0.1")));
    }

    void epmdThatIsNotThereIsSaid()
    {
        Office office;
        office.picture.sighted(NodeName::literal(u"bob@127.0.0.1"),
                               {SourceKind::Dns, QStringLiteral("dns"), true, {}, {}});
        office.epmd.close();
        const EpmdOfHost spec{QStringLiteral("127.0.0.1"), office.port};
        QVERIFY(office.desk.add(spec).isEmpty());
        QVERIFY(office.answers(spec));
        QCOMPARE(office.source(spec).problem, SourceProblem::EpmdUnreachable);
        // Who gives no answer denies nobody.
        QVERIFY(!disagreementOf(*office.node("bob@127.0.0.1")));
    }

    void hostsFileAsksEachHost()
    {
        Office office;
        const auto alice = office.registered("alice");
        QTemporaryDir folder;
        const HostsFile spec{folder.filePath(QStringLiteral(".hosts.erlang")), office.port};
        QVERIFY(office.desk.add(spec).isEmpty());
        QVERIFY(office.answers(spec));
        QCOMPARE(office.source(spec).problem, SourceProblem::FileUnreadable);

        QFile file(spec.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("'127.0.0.1'.\n'nobody.invalid'.\n");
        file.close();
        QTRY_VERIFY_WITH_TIMEOUT((office.desk.ask(sourceId(spec)), office.node("alice@127.0.0.1")), 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(office.source(spec).problem, SourceProblem::SomeHostsFailed, 60'000);
        QCOMPARE(office.source(spec).detail, QStringLiteral("nobody.invalid"));

        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{what}.\n");
        file.close();
        QTRY_COMPARE_WITH_TIMEOUT((office.desk.ask(sourceId(spec)), office.source(spec).problem),
                                  SourceProblem::FileDefect, 60'000);
        QCOMPARE(office.source(spec).detail, QStringLiteral("1: not_a_host"));
        // What it told before stands.
        QVERIFY(office.node("alice@127.0.0.1"));
    }

    void dnsTellsOfAddressesAndTargets()
    {
        test::FakeDns dns;
        if (!dns.whyUnavailable().isEmpty())
            QSKIP(qPrintable(dns.whyUnavailable()));
        dns.setAddresses(QStringLiteral("app.internal"),
                         {QHostAddress(QStringLiteral("10.0.0.7")), QHostAddress(QStringLiteral("10.0.0.8")),
                          QHostAddress(QStringLiteral("fd00::9"))});
        dns.setServices(QStringLiteral("srv.internal"), {QStringLiteral("app-0.app.internal")});
        Office office;
        const QString app = QStringLiteral("app");
        const DnsQuery a{DnsRecord::A, QStringLiteral("app.internal"), app, dns.address()};
        const DnsQuery aaaa{DnsRecord::Aaaa, QStringLiteral("app.internal"), app, dns.address()};
        const DnsQuery srv{DnsRecord::Srv, QStringLiteral("srv.internal"), app, dns.address()};
        for (const DnsQuery &query : {a, aaaa, srv}) {
            QVERIFY(office.desk.add(query).isEmpty());
            QVERIFY(office.answers(query));
            QCOMPARE(office.source(query).problem, SourceProblem::None);
        }
        QCOMPARE(office.source(a).found, 2);
        QVERIFY(office.node("app@10.0.0.7") && office.node("app@10.0.0.8") && office.node("app@fd00::9"));
        QVERIFY(office.node("app@app-0.app.internal"));

        // A record that goes, of a node that another source still sees.
        const NodeName kept = NodeName::literal(u"app@10.0.0.8");
        office.picture.sighted(kept, {SourceKind::Gossip, QStringLiteral("gossip"), true, {}, {}});
        dns.setAddresses(QStringLiteral("app.internal"), {QHostAddress(QStringLiteral("10.0.0.7"))});
        QTRY_VERIFY_WITH_TIMEOUT(
            (office.desk.ask(sourceId(a)), disagreementOf(*office.picture.cluster().node(kept)).has_value()),
            30'000);
    }

    void dnsThatDoesNotAnswerIsSaid_data()
    {
        QTest::addColumn<int>("manner");
        QTest::addColumn<QList<int>>("problems");
        using Manner = test::FakeDns::Manner;
        QTest::newRow("no such name") << int(Manner::Answers) << QList<int>{int(SourceProblem::DnsNotFound)};
        QTest::newRow("refused") << int(Manner::Refuses)
                                 << QList<int>{int(SourceProblem::DnsRefused),
                                               int(SourceProblem::DnsUnreachable)};
        QTest::newRow("failed") << int(Manner::Fails)
                                << QList<int>{int(SourceProblem::DnsRefused),
                                              int(SourceProblem::DnsUnreachable)};
        QTest::newRow("garbled") << int(Manner::Garbles)
                                 << QList<int>{int(SourceProblem::DnsDefect),
                                               int(SourceProblem::DnsUnreachable),
                                               int(SourceProblem::DnsRefused)};
    }
    void dnsThatDoesNotAnswerIsSaid()
    {
        QFETCH(const int, manner);
        QFETCH(const QList<int>, problems);
        test::FakeDns dns;
        if (!dns.whyUnavailable().isEmpty())
            QSKIP(qPrintable(dns.whyUnavailable()));
        dns.setManner(test::FakeDns::Manner(manner));
        Office office;
        const DnsQuery query{DnsRecord::A, QStringLiteral("gone.internal"), QStringLiteral("app"),
                             dns.address()};
        QVERIFY(office.desk.add(query).isEmpty());
        QVERIFY(office.answers(query));
        QVERIFY2(problems.contains(int(office.source(query).problem)),
                 qPrintable(identifierOf(office.source(query).problem)));
        QCOMPARE(office.source(query).found, 0);
    }

    void aSilentNameServerIsLeftBehind()
    {
        test::FakeDns dns;
        if (!dns.whyUnavailable().isEmpty())
            QSKIP(qPrintable(dns.whyUnavailable()));
        dns.setManner(test::FakeDns::Manner::IsSilent);
        QElapsedTimer since;
        {
            Office office;
            const DnsQuery query{DnsRecord::A, QStringLiteral("slow.internal"), QStringLiteral("app"),
                                 dns.address()};
            QVERIFY(office.desk.add(query).isEmpty());
            QTRY_VERIFY_WITH_TIMEOUT(dns.questions() > 0, 15'000);
            QVERIFY(office.source(query).asking);
            since.start();
        }
        // Nobody waits for the resolver.
        QVERIFY2(since.elapsed() < 3000, qPrintable(QString::number(since.elapsed())));
    }

    void gossipIsHeard()
    {
        Office office;
        const GossipGroup spec{QStringLiteral("233.252.1.32"), 45893, QStringLiteral("lo"), {}};
        QVERIFY(office.desk.add(spec).isEmpty());
        QVERIFY(office.answers(spec));
        if (office.source(spec).problem == SourceProblem::CannotListen)
            QSKIP(qPrintable(QStringLiteral("no multicast on loopback: ") + office.source(spec).detail));
        QUdpSocket sender;
        QVERIFY(sender.bind(QHostAddress(QHostAddress::LocalHost)));
        sender.setMulticastInterface(QNetworkInterface::interfaceFromName(QStringLiteral("lo")));
        const QHostAddress group(spec.address);
        QTRY_VERIFY_WITH_TIMEOUT(
            (sender.writeDatagram(Heartbeat, group, spec.port), office.node("app@10.0.0.7")), 15'000);
        QCOMPARE(office.source(spec).found, 1);
        QCOMPARE(office.node("app@10.0.0.7")->sightings.first().detail, QStringLiteral("127.0.0.1"));
        // What it cannot read is counted, and makes nobody.
        QTRY_COMPARE_WITH_TIMEOUT(
            (sender.writeDatagram("heartbeat::\x83w\x01x", group, spec.port), office.source(spec).problem),
            SourceProblem::PacketsNotReadable, 15'000);
        // A flood of names is bounded.
        for (int i = 0; i < 3000; ++i) {
            const QByteArray name = "flood" + QByteArray::number(i) + "@h";
            sender.writeDatagram(QByteArray("heartbeat::") + QByteArray::fromHex("837400000001") +
                                     "w\x04node" + 'w' + char(name.size()) + name,
                                 group, spec.port);
            if (i % 100 == 0)
                QCoreApplication::processEvents();
        }
        QTRY_VERIFY_WITH_TIMEOUT(office.source(spec).found > 500, 15'000);
        QVERIFY(office.source(spec).found <= 1000);
    }

    void aGroupThatIsNoneIsSaid()
    {
        Office office;
        const GossipGroup spec{QStringLiteral("233.252.1.32"), 45894, QStringLiteral("nolink0"), {}};
        QVERIFY(office.desk.add(spec).isEmpty());
        QVERIFY(office.answers(spec));
        QCOMPARE(office.source(spec).problem, SourceProblem::CannotListen);
        const GossipGroup secret{QStringLiteral("233.252.1.32"), 45895, {}, QStringLiteral("/nonexistent")};
        QVERIFY(office.desk.add(secret).isEmpty());
        QVERIFY(office.answers(secret));
        QCOMPARE(office.source(secret).problem, SourceProblem::SecretUnusable);
    }

    void listsAreTakenAtOnce()
    {
        Office office;
        ListedNodes spec{QStringLiteral("shop"), {NodeName::literal(u"a@h"), NodeName::literal(u"b@h")}};
        QVERIFY(office.desk.add(spec).isEmpty());
        QCOMPARE(office.source(spec).found, 2);
        QVERIFY(office.node("a@h") && office.node("b@h"));
        // The same list with other nodes takes its place.
        spec.nodes.removeLast();
        QVERIFY(office.desk.add(spec).isEmpty());
        QVERIFY(office.node("a@h") && !office.node("b@h"));
        QCOMPARE(office.picture.cluster().sources().size(), 1);
        QCOMPARE(office.desk.add(EpmdOfHost{}), QStringLiteral("source_not_usable"));
        office.desk.clear();
        QVERIFY(!office.node("a@h"));
    }
};

QTEST_GUILESS_MAIN(tst_SourceDesk)
#include "tst_SourceDesk.moc"
