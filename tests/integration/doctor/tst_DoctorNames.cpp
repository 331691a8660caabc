#include "DoctorTest.h"

using namespace nodescope::test;

/// Faults of names and of their resolution: 8 to 10, 15 to 18, 22, 35 of diagnosis.md.
class tst_DoctorNames : public DoctorTest
{
    Q_OBJECT

public:
    tst_DoctorNames()
        : DoctorTest("names")
    {
    }

private Q_SLOTS:
    void shortDialsLong()
    {
        Peer *a = stage().node("a@localhost");
        Peer *b = stage().node("b");
        QVERIFY(a && b);
        QCOMPARE(connectThere(*a, *b), u"{ok,false}"_s);
        mayRefuseNames();
        FINDS(stage(), Expected::fault({"short_dials_long"}, Certainty::Certain),
              stage().doctor(u"b@127.0.0.1 --from a@localhost"_s));
    }

    void longDialsShort()
    {
        Peer *a = stage().node("a");
        Peer *b = stage().node("b@localhost");
        QVERIFY(a && b);
        QCOMPARE(connectThere(*a, *b), u"{ok,false}"_s);
        mayRefuseNames();
        FINDS(stage(), Expected::fault({"long_dials_short"}, Certainty::Certain),
              stage().doctor(u"b@localhost --from a@127.0.0.1"_s));
    }

    void logOfMixedNames()
    {
        Peer *a = stage().node("a@localhost");
        Peer *b = stage().node("b");
        QVERIFY(a && b);
        QCOMPARE(connectThere(*a, *b), u"{ok,false}"_s);
        const QString log = Stage::logOf(*a);
        QVERIFY2(log.contains("fully qualified hostnames"_L1), qPrintable(log));
        FINDS(stage(), Expected::fault({"short_dials_long"}), stage().explain(log));
        QCOMPARE(connectThere(*b, *a), u"{ok,false}"_s);
        FINDS(stage(), Expected::fault({"long_dials_short"}), stage().explain(Stage::logOf(*b)));
    }

    void noLongNameOfItsOwn()
    {
        Namespace::Options options;
        options.hostName = u"alpha"_s;
        options.hosts = "127.0.0.1 localhost alpha\n";
        IN_A_NAMESPACE(options);
        const QString log = stage().startOf({u"-name"_s, u"b"_s});
        QVERIFY2(log.contains("Can't set long node name"_L1), qPrintable(log));
        FINDS(stage(), Expected::fault({"no_own_long_name"}), stage().explain(log));
    }

    void logOfANameInUse()
    {
        QVERIFY(stage().node("b"));
        const QString log = stage().startOf({u"-name"_s, u"b@127.0.0.1"_s, u"-setcookie"_s, u"c"_s});
        QVERIFY2(log.contains("seems to be in use"_L1), qPrintable(log));
        FINDS(stage(), Expected::fault({"name_in_use"}), stage().explain(log));
    }

    void notDistributed()
    {
        const QString log = stage().startOf(
            {u"-eval"_s, u"io:format(\"~p ~p~n\", [node(), net_adm:ping('b@127.0.0.1')]), halt()."_s});
        QVERIFY2(log.contains("nonode@nohost pang"_L1), qPrintable(log));
        FINDS(stage(), Expected::fault({"not_distributed"}), stage().explain(log));
    }

    void hostDoesNotResolve()
    {
        FINDS(stage(), Expected::fault({"host_unresolvable"}, Certainty::Certain, "host_resolves"),
              stage().doctor(u"b@no-such-host.invalid"_s));
    }

    void hostDoesNotResolveAtTheOther()
    {
        QVERIFY(stage().node("a"));
        FINDS(stage(), Expected::fault({"host_unresolvable"}, Certainty::Certain, "host_resolves"),
              stage().doctor(u"b@no-such-host.invalid --from a@127.0.0.1"_s));
    }

    // A cluster's name service, which answers: it knows neither, or the service and none of its pods.
    void dnsWithoutRecord_data()
    {
        QTest::addColumn<QString>("node");
        QTest::addColumn<bool>("serviceIsThere");
        QTest::newRow("no service") << u"app@other.default.svc.cluster.local"_s << false;
        QTest::newRow("no headless service") << u"app@app-0.app.default.svc.cluster.local"_s << true;
    }
    void dnsWithoutRecord()
    {
        QFETCH(QString, node);
        QFETCH(bool, serviceIsThere);
        Namespace::Options options;
        options.resolver = "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n";
        IN_A_NAMESPACE(options);
        Peer *server = stage().node("dns");
        QVERIFY(server);
        QCOMPARE(server->evaluate(nameServer()), u"{ok,ok}"_s);
        if (serviceIsThere)
            FINDS(stage(), Expected::fault({"dns_without_record"}), stage().doctor(node));
        else
            FINDS(stage(),
                  Expected::fault({"dns_without_record", "host_unresolvable"}, Certainty::CannotDistinguish),
                  stage().doctor(node));
    }

    // It was started under another host's name: what is dialled is registered, and answers as another.
    void otherName_data()
    {
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("dialled");
        QTest::newRow("long dialled by a host") << u"b@127.0.0.1"_s << u"b@localhost"_s;
        QTest::newRow("short dialled by an address") << u"b@localhost"_s << u"b@127.0.0.1"_s;
        QTest::newRow("another address") << u"b@127.0.0.2"_s << u"b@127.0.0.1"_s;
    }
    void otherName()
    {
        QFETCH(QString, own);
        QFETCH(QString, dialled);
        QVERIFY(stage().node(qPrintable(own)));
        FINDS(stage(), Expected::fault({"other_name_answers"}, Certainty::Certain, "name_and_flags"),
              stage().doctor(dialled));
    }

    void otherNameToAPair()
    {
        QVERIFY(stage().node("a"));
        QVERIFY(stage().node("b@127.0.0.2"));
        FINDS(stage(), Expected::fault({"other_name_answers"}),
              stage().doctor(u"b@127.0.0.1 --from a@127.0.0.1"_s));
    }

    // The machine had an address when the node took its name from it, and has it no more.
    void hostHasMoved()
    {
        Namespace::Options options;
        options.hostName = u"laptop.example"_s;
        options.hosts = "127.0.0.1 localhost\n10.66.0.1 laptop.example\n";
        IN_A_NAMESPACE(options);
        QVERIFY(space().run(u"ip addr add 10.66.0.1/24 dev lo"_s));
        Peer::Options node;
        node.name = nodescope::base::NodeName::literal(u"b@laptop.example");
        node.loopbackOnly = false;
        QVERIFY(stage().node(node));
        QVERIFY(space().run(u"ip addr del 10.66.0.1/24 dev lo"_s));
        FINDS(stage(), Expected::fault({"own_host_changed", "address_unreachable", "epmd_unreachable"}),
              stage().doctor(u"b@laptop.example"_s));
    }

    void logOfAHostThatMoved()
    {
        FINDS(stage(), Expected::fault({"own_host_changed"}),
              stage().explain(u"[error] your hostname \"laptop\" does not resolve to a loopback address "
                              "(127.0.0.0/8), which indicates something wrong in your OS configuration"_s));
    }

private:
    // Asked to connect, a node of the other mode says so in its log.
    void mayRefuseNames() { bystanders().mayLog(u"fully qualified hostnames"_s); }

    // To be evaluated: answers for app.default.svc.cluster.local, and knows nothing else.
    [[nodiscard]] static QString nameServer()
    {
        return u"spawn(fun() -> {ok, S} = gen_udp:open(53, [binary, {ip, {127,0,0,1}}]), "
               "K = <<3,\"app\",7,\"default\",3,\"svc\",7,\"cluster\",5,\"local\",0>>, N = byte_size(K), "
               "L = fun L() -> receive {udp, S, A, P, <<Id:16, _:16, Q:16, _:48, R/binary>>} -> "
               "Say = fun(Flags, Count, More) -> "
               "gen_udp:send(S, A, P, <<Id:16, Flags:16, Q:16, Count:16, 0:32, More/binary>>) end, "
               "case R of <<K:N/binary, 1:16, 1:16, _/binary>> -> "
               "Say(16#8180, 1, <<K/binary, 1:16, 1:16, 16#C00C:16, 1:16, 1:16, 60:32, 4:16, 10,96,0,1>>); "
               "<<K:N/binary, T:16, 1:16, _/binary>> -> Say(16#8180, 0, <<K/binary, T:16, 1:16>>); "
               "_ -> Say(16#8183, 0, R) end, L() end end, L() end), ok."_s;
    }
};

QTEST_GUILESS_MAIN(tst_DoctorNames)
#include "tst_DoctorNames.moc"
