#include "DoctorTest.h"
#include "ScriptedNode.h"

using namespace nodescope::test;

namespace {

const QString B = u"b@127.0.0.1"_s;
const QString Pair = u"b@127.0.0.1 --from a@127.0.0.1"_s;
constexpr quint64 FlagsOf25 = 0xd07df7fbc;
constexpr quint64 FewFlags = 0x1; // PUBLISHED: it speaks the handshake, and nothing behind it

} // namespace

/// Faults of the handshake itself, and of the processes that do it: 7, 25, 28, 30, 34, 38, 39 of
/// diagnosis.md.
class tst_DoctorHandshake : public DoctorTest
{
    Q_OBJECT

public:
    tst_DoctorHandshake()
        : DoctorTest("handshake")
    {
    }

private Q_SLOTS:
    void allowListExcludesUs()
    {
        Peer *b = stage().node("b");
        QVERIFY(b);
        QCOMPARE(b->evaluate(u"net_kernel:allow(['other@10.0.0.1'])."_s), u"{ok,ok}"_s);
        mayDisallow();
        FINDS(stage(), Expected::fault({"not_allowed_by_list"}, Certainty::AlmostCertain, "status"),
              stage().doctor(B));
    }

    void allowListOfAExcludesB()
    {
        Peer *a = stage().node("a");
        QVERIFY(a);
        QVERIFY(stage().node("b"));
        // What lets us in by our host must not let B in by its name.
        QCOMPARE(a->evaluate(u"net_kernel:allow([%1, 'other@10.0.0.1'])."_s.arg(ourHost())), u"{ok,ok}"_s);
        mayDisallow();
        FINDS(stage(), Expected::fault({"not_allowed_by_list"}), stage().doctor(Pair));
    }

    void allowListOfBExcludesA()
    {
        Peer *b = stage().node("b");
        QVERIFY(b);
        QVERIFY(stage().node("a"));
        QCOMPARE(b->evaluate(u"net_kernel:allow([%1, 'other@10.0.0.1'])."_s.arg(ourHost())), u"{ok,ok}"_s);
        mayDisallow();
        FINDS(stage(), Expected::fault({"not_allowed_by_list"}), stage().doctor(Pair));
    }

    void logOfAnAllowList()
    {
        Peer *a = stage().node("a");
        Peer *b = stage().node("b");
        QVERIFY(a && b);
        QCOMPARE(b->evaluate(u"net_kernel:allow(['other@10.0.0.1'])."_s), u"{ok,ok}"_s);
        QCOMPARE(connectThere(*a, *b), u"{ok,false}"_s);
        const QString log = Stage::logOf(*b);
        QVERIFY2(log.contains("disallowed node"_L1), qPrintable(log));
        FINDS(stage(), Expected::fault({"not_allowed_by_list"}, Certainty::CannotDistinguish),
              stage().explain(log));
    }

    void flagsOfAForeignNode()
    {
        ScriptedNode foreign(
            {{},
             {ScriptedNode::named("DYN@127.0.0.1") + ScriptedNode::challenge("b@127.0.0.1", FewFlags)},
             false,
             true});
        const Registration here(stage().epmd().port(), "b", foreign.port());
        FINDS(stage(), Expected::fault({"flags_missing"}, Certainty::Certain, "name_and_flags"),
              stage().doctor(B));
        QVERIFY(!foreign.received().contains('r')); // no digest for a node that cannot be joined
    }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QString>("cause");
        QTest::newRow("nok") << QByteArray("snok") << u"simultaneous"_s;
        QTest::newRow("alive") << QByteArray("salive") << u"already_connected"_s;
        QTest::newRow("not_allowed") << QByteArray("snot_allowed") << u"not_allowed_by_list"_s;
        QTest::newRow("nonsense") << QByteArray("sperhaps") << u"peer_broke_protocol"_s;
    }
    void answers()
    {
        QFETCH(QByteArray, status);
        QFETCH(QString, cause);
        ScriptedNode peer({{}, {ScriptedNode::packet(status)}, status != "salive", true});
        const Registration here(stage().epmd().port(), "b", peer.port());
        Expected expected = Expected::fault({"name_in_use"}, Certainty::CannotDistinguish, "status");
        expected.causes.prepend(cause);
        if (cause == "not_allowed_by_list"_L1 || cause == "peer_broke_protocol"_L1)
            expected.causes = QStringList{cause};
        FINDS(stage(), expected, stage().doctor(B));
        // Never the word that would end the older link.
        QVERIFY(!peer.received().contains("strue"));
    }

    void closesAfter_data()
    {
        QTest::addColumn<int>("messages");
        QTest::addColumn<QStringList>("causes");
        QTest::newRow("nothing") << 0 << QStringList{u"not_a_node"_s, u"tls_plain_mixed"_s, u"name_in_use"_s};
        QTest::newRow("the status") << 1 << QStringList{u"peer_broke_protocol"_s};
        QTest::newRow("the challenge") << 2 << QStringList{u"peer_broke_protocol"_s, u"cookie_mismatch"_s};
    }
    void closesAfter()
    {
        QFETCH(int, messages);
        QFETCH(QStringList, causes);
        QByteArray said;
        if (messages > 0)
            said += ScriptedNode::named("DYN@127.0.0.1");
        if (messages > 1)
            said += ScriptedNode::challenge("b@127.0.0.1", FlagsOf25);
        const ScriptedNode peer({{}, {said}, true, true});
        const Registration here(stage().epmd().port(), "b", peer.port());
        Expected expected = Expected::fault({}, Certainty::CannotDistinguish);
        expected.causes = causes;
        FINDS(stage(), expected, stage().doctor(B));
    }

    void silentAfter_data()
    {
        QTest::addColumn<int>("messages");
        QTest::newRow("nothing") << 0;
        QTest::newRow("the status") << 1;
        QTest::newRow("the challenge") << 2;
    }
    void silentAfter()
    {
        QFETCH(int, messages);
        QByteArray said;
        if (messages > 0)
            said += ScriptedNode::named("DYN@127.0.0.1");
        if (messages > 1)
            said += ScriptedNode::challenge("b@127.0.0.1", FlagsOf25);
        const ScriptedNode peer({{}, {said}, false, true});
        const Registration here(stage().epmd().port(), "b", peer.port());
        FINDS(stage(), Expected::fault({"peer_silent"}, Certainty::CannotDistinguish).between(3, 8),
              stage().doctor(B));
    }

    void proofOfAnotherCookie()
    {
        const QByteArray start =
            ScriptedNode::named("DYN@127.0.0.1") + ScriptedNode::challenge("b@127.0.0.1", FlagsOf25);
        const ScriptedNode peer({{}, {start, ScriptedNode::packet('a' + QByteArray(16, 'x'))}, false, true});
        const Registration here(stage().epmd().port(), "b", peer.port());
        // A probe may have come first; then the reply went to nobody.
        FINDS(stage(), Expected::fault({"peer_broke_protocol", "peer_silent"}, Certainty::CannotDistinguish),
              stage().doctor(B));
    }

    void netKernelIsStuck()
    {
        Peer *b = stage().node("b");
        QVERIFY(b);
        QCOMPARE(b->evaluate(u"sys:suspend(net_kernel)."_s), u"{ok,ok}"_s);
        bystanders().leaveOut(b);
        FINDS(
            stage(),
            Expected::fault({"net_kernel_stuck", "peer_silent"}, Certainty::CannotDistinguish).between(3, 8),
            stage().doctor(B));
        QCOMPARE(b->evaluate(u"sys:resume(net_kernel)."_s), u"{ok,ok}"_s);
    }

    // It stops for good at the request to connect to B, and answers what else is asked before.
    void netKernelIsStuckAtA()
    {
        Peer *a = stage().node("a");
        QVERIFY(a);
        QVERIFY(stage().node("b"));
        const QString installed = a->evaluate(u"sys:install(net_kernel, {fun(S, {in, {'$gen_call', _, M}}, "
                                              u"_) when element(1, M) =:= connect -> "
                                              "case lists:member('b@127.0.0.1', tuple_to_list(M)) of true -> "
                                              "receive never -> S end; _ -> S end; "
                                              "(S, _, _) -> S end, none})."_s);
        QCOMPARE(installed, u"{ok,ok}"_s);
        bystanders().leaveOut(a);
        FINDS(stage(), Expected::fault({"net_kernel_stuck"}, Certainty::CannotDistinguish).between(0, 14),
              stage().doctor(Pair));
    }

    void autoConnectIsOff()
    {
        QVERIFY(stage().node("a", u"-kernel dist_auto_connect never"_s));
        QVERIFY(stage().node("b"));
        bystanders().mayConnect();
        const Findings found = stage().doctor(Pair);
        // Asked outright it connects: then it is a note; else it is the cause.
        FINDS(stage(),
              found.status == 0 ? Expected::healthy("auto_connect_off")
                                : Expected::fault({"auto_connect_off"}, Certainty::CannotDistinguish),
              found);
    }

    void hiddenLink()
    {
        Peer *a = stage().node("a");
        Peer *b = stage().node("b", u"-hidden"_s);
        QVERIFY(a && b);
        QCOMPARE(connectThere(*a, *b), u"{ok,true}"_s);
        FINDS(stage(), Expected::healthy("hidden"), stage().doctor(Pair));
    }

    void releasesTooFarApart_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::newRow("23 dials 27") << u"bullseye"_s << u"trixie"_s;
        QTest::newRow("27 dials 23") << u"trixie"_s << u"bullseye"_s;
        QTest::newRow("29 dials 23") << u"sid"_s << u"bullseye"_s;
    }
    void releasesTooFarApart()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        if (!hasRoot(a) || !hasRoot(b))
            QSKIP("needs nodes of other releases: tests/matrix/provision");
        QVERIFY(stage().node(of("a@127.0.0.1", a)));
        QVERIFY(stage().node(of("b@127.0.0.1", b)));
        bystanders().mayLog(u"cannot handle|aborted since|disallowed|not_allowed"_s);
        FINDS(stage(), Expected::fault({"flags_missing"}), stage().doctor(Pair));
    }

private:
    void mayDisallow() { bystanders().mayLog(u"disallowed node|not in the allowed list"_s); }
    /// The host of the dynamic name that a peer gives us: with an allow list that is what is looked up.
    [[nodiscard]] static QString ourHost() { return u"'%1'"_s.arg(QSysInfo::machineHostName()); }
    [[nodiscard]] static QString rootOf(const QString &suite)
    {
        const QString standard = QDir::homePath() + u"/.cache/nodescope-peers"_s;
        return qEnvironmentVariable("NODESCOPE_PEERS", standard) + u'/' + suite;
    }
    [[nodiscard]] static bool hasRoot(const QString &suite)
    {
        return QFile::exists(rootOf(suite) + u"/.complete"_s);
    }
    [[nodiscard]] static Peer::Options of(const char *name, const QString &suite)
    {
        Peer::Options options;
        options.name = nodescope::base::NodeName::literal(QString(QLatin1String(name)));
        options.root = rootOf(suite);
        return options;
    }
};

QTEST_GUILESS_MAIN(tst_DoctorHandshake)
#include "tst_DoctorHandshake.moc"
