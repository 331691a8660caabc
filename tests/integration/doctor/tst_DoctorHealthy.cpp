#include "DoctorTest.h"
#include "ScriptedNode.h"

using namespace nodescope::test;

namespace {

const QString B = u"b@127.0.0.1"_s;
const QString Pair = u"b@127.0.0.1 --from a@127.0.0.1"_s;
const QString NoMesh = u"-kernel connect_all false"_s;

} // namespace

/// Nodes that are well, in all the ways in which nodes are: no false alarm, soon, and nobody notices.
class tst_DoctorHealthy : public DoctorTest
{
    Q_OBJECT

public:
    tst_DoctorHealthy()
        : DoctorTest("healthy")
    {
    }

private Q_SLOTS:
    void oneNode_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("flags");
        QTest::newRow("plain") << B << QString();
        QTest::newRow("hidden") << B << u"-hidden"_s;
        QTest::newRow("short name") << u"b@localhost"_s << QString();
        QTest::newRow("tick time of 8 s") << B << u"-kernel net_ticktime 8"_s;
        QTest::newRow("no mesh") << B << NoMesh;
        QTest::newRow("dist_auto_connect once") << B << u"-kernel dist_auto_connect once"_s;
        QTest::newRow("set-up time of 2 s") << B << u"-kernel net_setuptime 2"_s;
        QTest::newRow("ports pinned to a range")
            << B << u"-kernel inet_dist_listen_min 42100 inet_dist_listen_max 42199"_s;
        QTest::newRow("one scheduler") << B << u"+S 1:1"_s;
        QTest::newRow("small buffers") << B << u"+zdbbl 1"_s;
        QTest::newRow("more logged") << B << u"-kernel logger_level debug"_s;
    }
    void oneNode()
    {
        QFETCH(QString, name);
        QFETCH(QString, flags);
        QVERIFY(stage().node(qPrintable(name), flags));
        FINDS(stage(), Expected::healthy(), stage().doctor(name));
    }

    // The ladder's own time; the best of five, since other programs run here too.
    void soon()
    {
        QVERIFY(stage().node("b"));
        double best = 1e9;
        for (int i = 0; i < 5; ++i) {
            const Findings findings = stage().doctor(B);
            best = qMin(best, findings.ownMs);
            FINDS(stage(), Expected::healthy(), findings);
        }
        QVERIFY2(best > 0 && best <= 300, qPrintable(QString::number(best)));
    }

    void cookieOfItsOwn()
    {
        QVERIFY(stage().node("b", {}, "of-its-own"));
        FINDS(stage(), Expected::healthy(),
              stage().doctor(B + u" --cookie-file "_s + ownFile(u"own"_s, "of-its-own\n")));
    }

    void cookieFileOfTheNode()
    {
        const QString home = stage().cli().home();
        (void)ownFile(u".erlang.cookie"_s, "COOKIEOFTHEFILE");
        Peer::Options options;
        options.name = nodescope::base::NodeName::literal(B);
        options.withCookie = false;
        options.environment = {{u"HOME"_s, home}};
        QVERIFY(stage().node(options));
        (void)ownFile(u"cookie"_s, "COOKIEOFTHEFILE");
        FINDS(stage(), Expected::healthy(), stage().doctor(B));
    }

    void ipv6()
    {
        Peer::Options options;
        options.name = nodescope::base::NodeName::literal(u"b@localhost");
        options.loopbackOnly = false;
        options.flags =
            u"-proto_dist inet6_tcp -kernel inet_dist_use_interface {0,0,0,0,0,0,0,1}"_s.split(u' ');
        QVERIFY(stage().node(options));
        FINDS(stage(), Expected::healthy(), stage().doctor(u"b@localhost"_s));
    }

    void otherLoopbackAddress()
    {
        Peer::Options options;
        options.name = nodescope::base::NodeName::literal(u"b@127.0.0.2");
        options.loopbackOnly = false;
        options.flags = u"-kernel inet_dist_use_interface {127,0,0,2}"_s.split(u' ');
        QVERIFY(stage().node(options));
        FINDS(stage(), Expected::healthy(), stage().doctor(u"b@127.0.0.2"_s));
    }

    void namedByAHostOfManyDots()
    {
        Namespace::Options options;
        options.hosts = "127.0.0.1 localhost db1.cluster.example\n";
        IN_A_NAMESPACE(options);
        QVERIFY(stage().node("b@db1.cluster.example"));
        FINDS(stage(), Expected::healthy(), stage().doctor(u"b@db1.cluster.example"_s));
    }

    void shortHostOfANetwork()
    {
        Namespace::Options options;
        options.hostName = u"db1"_s;
        options.hosts = "127.0.0.1 localhost\n10.66.0.1 db1\n";
        IN_A_NAMESPACE(options);
        QVERIFY(space().run(u"ip addr add 10.66.0.1/24 dev lo"_s));
        Peer::Options node;
        node.name = nodescope::base::NodeName::literal(u"b@db1");
        node.loopbackOnly = false;
        QVERIFY(stage().node(node));
        FINDS(stage(), Expected::healthy(), stage().doctor(u"b@db1"_s));
    }

    void allowListWithUs()
    {
        Peer *b = stage().node("b");
        QVERIFY(b);
        QCOMPARE(b->evaluate(u"net_kernel:allow(['%1', 'localhost', '127.0.0.1'])."_s.arg(
                     QSysInfo::machineHostName())),
                 u"{ok,ok}"_s);
        FINDS(stage(), Expected::healthy(), stage().doctor(B));
    }

    void underLoad()
    {
        Peer *b = stage().node("b");
        QVERIFY(b);
        QCOMPARE(
            b->evaluate(u"[spawn(fun() -> L = fun L(N) -> L(N + 1) end, L(0) end) || _ <- lists:seq(1, 8)], "
                        "ok."_s),
            u"{ok,ok}"_s);
        FINDS(stage(), Expected::healthy(), stage().doctor(B));
    }

    void withoutEpmd()
    {
        Peer *b = stage().node("b", u"-kernel inet_dist_listen_min 42210 inet_dist_listen_max 42219"_s);
        QVERIFY(b);
        const QString registered = b->evaluate(u"erl_epmd:port_please(\"b\", {127,0,0,1})."_s);
        stage().epmd().stop();
        FINDS(stage(), Expected::healthy(),
              stage().doctor(B + u" --dist-port "_s + registered.section(u',', 2, 2)));
    }

    void epmdOnAnotherPort()
    {
        QVERIFY(stage().node("b"));
        const QString port = QString::number(stage().epmd().port());
        stage().cli().environment().remove(u"ERL_EPMD_PORT"_s);
        FINDS(stage(), Expected::healthy(), stage().doctor(B + u" --epmd-port "_s + port));
    }

    void withNeighbours_data()
    {
        QTest::addColumn<QString>("flags");
        QTest::newRow("in a mesh") << QString();
        QTest::newRow("without a mesh") << NoMesh;
    }
    // Nothing that joins or leaves beside it may cost it a link: `global` would take all of them.
    void withNeighbours()
    {
        QFETCH(QString, flags);
        Peer *a = stage().node("a", flags);
        Peer *b = stage().node("b", flags);
        Peer *c = stage().node("c", flags);
        QVERIFY(a && b && c);
        QCOMPARE(connectThere(*a, *b), u"{ok,true}"_s);
        QCOMPARE(connectThere(*b, *c), u"{ok,true}"_s);
        // OTP 23 makes a mesh in either case.
        if (flags.isEmpty() || release() < 25) {
            QVERIFY(
                QTest::qWaitFor([&] { return c->evaluate(u"length(nodes())."_s) == u"{ok,2}"_s; }, 20'000));
            QVERIFY(
                QTest::qWaitFor([&] { return a->evaluate(u"length(nodes())."_s) == u"{ok,2}"_s; }, 20'000));
        }
        FINDS(stage(), Expected::healthy(), stage().doctor(B));
        FINDS(stage(), Expected::healthy(), stage().doctor(Pair)); // they are connected, and stay so
    }

    // B is about to dial somebody who does not answer: a probe under a borrowed name would end that.
    void withASetupUnderWay()
    {
        Peer *b = stage().node("b");
        QVERIFY(b);
        const ScriptedNode silent({});
        const Registration x(stage().epmd().port(), "x", silent.port());
        QVERIFY(x.ok());
        QCOMPARE(b->evaluate(u"spawn(net_kernel, connect_node, ['x@127.0.0.1']), ok."_s), u"{ok,ok}"_s);
        QVERIFY(QTest::qWaitFor([&] { return silent.open() == 1; }, 10'000));
        const Findings findings = stage().doctor(B);
        QCOMPARE(silent.open(), qsizetype(1));
        QCOMPARE(silent.connections(), qsizetype(1));
        FINDS(stage(), Expected::healthy(), findings);
    }

    void again()
    {
        QVERIFY(stage().node("b"));
        for (int i = 0; i < 3; ++i)
            FINDS(stage(), Expected::healthy(), stage().doctor(B));
    }

    void pair_data()
    {
        QTest::addColumn<QString>("flagsOfA");
        QTest::addColumn<QString>("flagsOfB");
        QTest::newRow("plain") << QString() << QString();
        QTest::newRow("A hidden") << u"-hidden"_s << QString();
        QTest::newRow("B hidden") << QString() << u"-hidden"_s;
        QTest::newRow("other tick times") << u"-kernel net_ticktime 8"_s << u"-kernel net_ticktime 60"_s;
        QTest::newRow("no mesh at A") << NoMesh << QString();
        QTest::newRow("overlapping partitions allowed at B")
            << QString() << u"-kernel prevent_overlapping_partitions false"_s;
    }
    void pair()
    {
        QFETCH(QString, flagsOfA);
        QFETCH(QString, flagsOfB);
        QVERIFY(stage().node("a", flagsOfA));
        QVERIFY(stage().node("b", flagsOfB));
        bystanders().mayConnect();
        bystanders().mayLog(u"ticktime"_s);
        FINDS(stage(), Expected::healthy(), stage().doctor(Pair));
    }

    void pairWithACookieForEachOther()
    {
        Peer *a = stage().node("a");
        Peer *b = stage().node("b");
        QVERIFY(a && b);
        QCOMPARE(a->evaluate(u"erlang:set_cookie('b@127.0.0.1', 'between-us')."_s), u"{ok,true}"_s);
        QCOMPARE(b->evaluate(u"erlang:set_cookie('a@127.0.0.1', 'between-us')."_s), u"{ok,true}"_s);
        bystanders().mayConnect();
        FINDS(stage(), Expected::healthy(), stage().doctor(Pair));
    }

    void pairOfShortNames()
    {
        QVERIFY(stage().node("a@localhost"));
        QVERIFY(stage().node("b@localhost"));
        bystanders().mayConnect();
        FINDS(stage(), Expected::healthy(), stage().doctor(u"b@localhost --from a@localhost"_s));
    }

    void pairOfReleases_data()
    {
        QTest::addColumn<QString>("suite");
        QTest::newRow("27") << u"trixie"_s;
        QTest::newRow("29") << u"sid"_s;
        QTest::newRow("23") << u"bullseye"_s;
    }
    void pairOfReleases()
    {
        QFETCH(QString, suite);
        if (release() != 25)
            QSKIP("from OTP 25 only");
        const QString standard = QDir::homePath() + u"/.cache/nodescope-peers"_s;
        const QString root = qEnvironmentVariable("NODESCOPE_PEERS", standard) + u'/' + suite;
        if (!QFile::exists(root + u"/.complete"_s))
            QSKIP("needs nodes of other releases: tests/matrix/provision");
        Peer::Options other;
        other.name = nodescope::base::NodeName::literal(B);
        other.root = root;
        QVERIFY(stage().node(other));
        QVERIFY(stage().node("a"));
        bystanders().mayConnect();
        FINDS(stage(), Expected::healthy(), stage().doctor(Pair));
    }

    // Nodes that are given their names by B, as we are.
    void dynamicName()
    {
        Peer *b = stage().node("b@localhost");
        QVERIFY(b);
        Peer::Options guest;
        guest.name = nodescope::base::NodeName::literal(u"guest@localhost");
        guest.naming = QStringList{u"-sname"_s, u"undefined"_s};
        guest.anyName = true;
        Peer *a = stage().node(guest);
        if (!a)
            QSKIP("this release starts no node under a dynamic name");
        QCOMPARE(connectThere(*a, *b), u"{ok,true}"_s);
        FINDS(stage(), Expected::healthy(), stage().doctor(u"b@localhost"_s));
    }

    void otherLanguages_data()
    {
        QTest::addColumn<Peer::Language>("language");
        QTest::newRow("C") << Peer::Language::C;
        QTest::newRow("Java") << Peer::Language::Java;
        QTest::newRow("Elixir") << Peer::Language::Elixir;
    }
    void otherLanguages()
    {
        QFETCH(Peer::Language, language);
        if (const QString why = Peer::whyUnavailable(language); !why.isEmpty())
            QSKIP(qPrintable(why));
        Peer::Options options;
        options.name = nodescope::base::NodeName::literal(B);
        options.language = language;
        Peer *b = stage().node(options);
        QVERIFY(b);
        bystanders().leaveOut(b); // it evaluates no Erlang
        FINDS(stage(), Expected::healthy(), stage().doctor(B));
    }
};

QTEST_GUILESS_MAIN(tst_DoctorHealthy)
#include "tst_DoctorHealthy.moc"
