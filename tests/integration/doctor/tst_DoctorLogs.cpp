#include "DoctorTest.h"

using namespace nodescope::test;

namespace {

const QString Meshed = u"length(nodes())."_s;

} // namespace

/// What only a log tells, written by real nodes where they can be brought to write it: 29, 31, 33, 42 of
/// diagnosis.md; and logs of nodes that are well. (Logs of other faults are with these.)
class tst_DoctorLogs : public DoctorTest
{
    Q_OBJECT

public:
    tst_DoctorLogs()
        : DoctorTest("logs")
    {
    }

private Q_SLOTS:
    // One link is cut, and `global` takes the others.
    void globalEvicts()
    {
        if (release() < 25)
            QSKIP("`global` prevents overlapping partitions from OTP 25 on");
        Peer *a = stage().node("a");
        Peer *b = stage().node("b");
        Peer *c = stage().node("c");
        QVERIFY(a && b && c);
        QCOMPARE(connectThere(*a, *b), u"{ok,true}"_s);
        QCOMPARE(connectThere(*b, *c), u"{ok,true}"_s);
        const auto meshed = [&](Peer *peer) { return peer->evaluate(Meshed) == u"{ok,2}"_s; };
        QVERIFY(QTest::qWaitFor([&] { return meshed(a) && meshed(b) && meshed(c); }, 30'000));
        QCOMPARE(a->evaluate(u"erlang:disconnect_node('b@127.0.0.1')."_s), u"{ok,true}"_s);
        const auto log = [&]() -> QString {
            return Stage::logOf(*a) + u'\n' + Stage::logOf(*b) + u'\n' + Stage::logOf(*c);
        };
        QVERIFY(QTest::qWaitFor([&] { return log().contains("overlapping partitions"_L1); }, 30'000));
        FINDS(stage(), Expected::fault({"global_evicted"}), stage().explain(log()));
    }

    // Two clusters with a node in both: each of the other is introduced, dialled, and refuses.
    void globalIntroduces()
    {
        Peer *a = stage().node("a", {}, "one");
        Peer *bridge = stage().node("bridge", {}, "one");
        Peer *b = stage().node("b", {}, "two");
        QVERIFY(a && bridge && b);
        QCOMPARE(bridge->evaluate(u"erlang:set_cookie('b@127.0.0.1', two)."_s), u"{ok,true}"_s);
        QCOMPARE(connectThere(*bridge, *b), u"{ok,true}"_s);
        QCOMPARE(connectThere(*bridge, *a), u"{ok,true}"_s);
        const auto log = [&]() -> QString {
            return Stage::logOf(*a) + u'\n' + Stage::logOf(*b) + u'\n' + Stage::logOf(*bridge);
        };
        QVERIFY(QTest::qWaitFor([&] { return log().contains("Invalid challenge reply"_L1); }, 30'000));
        // From OTP 25 on `global` also drops who does not see all others, and says so.
        FINDS(stage(),
              Expected::fault({"global_introduced", "cookie_mismatch", "global_evicted"},
                              Certainty::CannotDistinguish),
              stage().explain(log()));
    }

    // More than the link takes, to a node that reads nothing.
    void linkIsOverloaded()
    {
        Peer *a = stage().node("a", u"+zdbbl 1"_s);
        Peer *b = stage().node("b");
        QVERIFY(a && b);
        QCOMPARE(connectThere(*a, *b), u"{ok,true}"_s);
        b->freeze();
        const QString started = a->evaluate(
            u"spawn(fun() -> erlang:system_monitor(self(), [busy_dist_port]), "
            "receive M -> logger:warning(\"~p\", [M]) end end), "
            "spawn(fun() -> [{x, 'b@127.0.0.1'} ! binary:copy(<<1>>, 1000000) || _ <- lists:seq(1, 50)] end), ok."_s);
        QCOMPARE(started, u"{ok,ok}"_s);
        QVERIFY(QTest::qWaitFor([&] { return Stage::logOf(*a).contains("busy_dist_port"_L1); }, 30'000));
        const QString log = Stage::logOf(*a);
        b->kill();
        FINDS(stage(), Expected::fault({"link_overloaded"}), stage().explain(log));
    }

    // OTP 29 sends one to a node of 27, which cannot read it and ends the link.
    void nativeRecord()
    {
        const QString standard = QDir::homePath() + u"/.cache/nodescope-peers"_s;
        const QString older = qEnvironmentVariable("NODESCOPE_PEERS", standard) + u"/trixie"_s;
        if (release() < 29 || !QFile::exists(older + u"/.complete"_s))
            QSKIP("needs OTP 29, and a system with OTP 27");
        Peer::Options options;
        options.name = nodescope::base::NodeName::literal(u"b@127.0.0.1");
        options.root = older;
        Peer *b = stage().node(options);
        Peer *a = stage().node("a");
        QVERIFY(a && b);
        QCOMPARE(connectThere(*a, *b), u"{ok,true}"_s);
        (void)a->evaluate(
            u"{rex, 'b@127.0.0.1'} ! "
            u"binary_to_term(<<131,67,2:32,1,119,4,\"nrec\",119,4,\"pair\",119,1,\"a\",119,1,\"b\","
            "97,7,77,1:32,3,160>>), ok."_s);
        QVERIFY(
            QTest::qWaitFor([&] { return Stage::logOf(*b).contains("corrupted external term"_L1); }, 30'000));
        FINDS(stage(), Expected::fault({"native_record_sent"}, Certainty::CannotDistinguish),
              stage().explain(Stage::logOf(*b)));
    }

    void nothingAmiss_data()
    {
        QTest::addColumn<QString>("log");
        QTest::newRow("start")
            << u"=PROGRESS REPORT==== 26-Nov-2026::11:15:54.965591 ===\n    application: kernel\n"
               "    started_at: 'a@127.0.0.1'\n"_s;
        QTest::newRow("crash of a process")
            << u"=ERROR REPORT==== 26-Nov-2026::11:15:54.965591 ===\nError in process <0.90.0> on node "
               "'a@127.0.0.1' with exit value:\n{badarith,[{erlang,'/',[1,0],[]}]}\n"_s;
        QTest::newRow("elixir")
            << u"11:15:54.965 [info] Running MyApp.Endpoint with cowboy 2.10 at 127.0.0.1:4000\n"_s;
        QTest::newRow("prose") << u"We compared the cookie of both nodes, and both connect.\n"_s;
    }
    void nothingAmiss()
    {
        QFETCH(QString, log);
        const Findings findings = stage().explain(log);
        QVERIFY2(findings.status == 1 && findings.ofLog.isEmpty(), qPrintable(findings.text()));
    }
};

QTEST_GUILESS_MAIN(tst_DoctorLogs)
#include "tst_DoctorLogs.moc"
