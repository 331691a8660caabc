#include "DoctorTest.h"
#include "ScriptedNode.h"

using namespace nodescope::test;

namespace {

const QString B = u"b@127.0.0.1"_s;

quint16 portOf(Peer &peer)
{
    const QString registered =
        peer.evaluate(u"erl_epmd:port_please(\"%1\", {127,0,0,1})."_s.arg(peer.name().name()));
    return quint16(registered.section(u',', 2, 2).toUInt()); // {ok,{port,40001,5}}
}

} // namespace

/// Faults of the port mapper and of what it lists: 11 to 14, 27, 36, 37, 40 of diagnosis.md.
class tst_DoctorEpmd : public DoctorTest
{
    Q_OBJECT

public:
    tst_DoctorEpmd()
        : DoctorTest("epmd")
    {
    }

private Q_SLOTS:
    void doesNotRun()
    {
        stage().epmd().stop();
        FINDS(stage(), Expected::fault({"epmd_unreachable"}, Certainty::Certain, "epmd_reachable"),
              stage().doctor(B));
    }

    void nothingOfThatName()
    {
        QVERIFY(stage().node("a"));
        FINDS(stage(), Expected::fault({"not_registered"}, Certainty::CannotDistinguish, "name_registered"),
              stage().doctor(B));
    }

    void nothingOfThatNameForA()
    {
        QVERIFY(stage().node("a"));
        FINDS(stage(), Expected::fault({"not_registered"}, Certainty::CannotDistinguish, "name_registered"),
              stage().doctor(B + u" --from a@127.0.0.1"_s));
    }

    // EPMD was killed and came back. OTP 25 and later would register again within two seconds: the process
    // that does it is held back.
    void forgotTheNode()
    {
        Peer *b = stage().node("b");
        QVERIFY(b);
        if (release() >= 25)
            QCOMPARE(b->evaluate(u"sys:suspend(erl_epmd)."_s), u"{ok,ok}"_s);
        stage().epmd().stop();
        QVERIFY(stage().epmd().start());
        bystanders().leaveOut(b);
        FINDS(stage(),
              Expected::fault({"epmd_forgot_node", "not_registered"}, Certainty::CannotDistinguish,
                              "name_registered"),
              stage().doctor(B));
        if (release() < 25)
            return;
        QCOMPARE(b->evaluate(u"sys:resume(erl_epmd)."_s), u"{ok,ok}"_s);
        QVERIFY(QTest::qWaitFor([&] { return portOf(*b) != 0; }, 30'000));
        FINDS(stage(), Expected::healthy(), stage().doctor(B));
    }

    void doesNotListen()
    {
        Peer *b = stage().node("b", u"-dist_listen false"_s);
        QVERIFY(b);
        FINDS(stage(),
              Expected::fault({"does_not_listen", "not_registered"}, Certainty::CannotDistinguish,
                              "name_registered"),
              stage().doctor(B));
    }

    // A node that does without EPMD, beside one that runs all the same and does not know it.
    void strayBesideANodeWithout()
    {
        const QString port = QString::number(freePort());
        QVERIFY(startWithoutEpmd("b", port));
        FINDS(stage(),
              Expected::fault({"stray_epmd", "not_registered"}, Certainty::CannotDistinguish,
                              "name_registered"),
              stage().doctor(B));
        FINDS(stage(), Expected::healthy(), stage().doctor(B + u" --dist-port "_s + port));
    }

    void noneBesideANodeWithout()
    {
        stage().epmd().stop();
        const QString port = QString::number(freePort());
        QVERIFY(startWithoutEpmd("b", port));
        FINDS(stage(), Expected::healthy(), stage().doctor(B + u" --dist-port "_s + port));
    }

    // Both have erl_epmd_port. Where the release has the defect A cannot dial; where it has it no more,
    // nobody may claim it.
    void portDefect()
    {
        if (release() != 25)
            QSKIP("a defect of OTP 25.0 to 25.2");
        const QString port = QString::number(freePort());
        Peer *b = stage().node("b", u"-erl_epmd_port "_s + port);
        Peer::Options other;
        other.name = nodescope::base::NodeName::literal(u"a@127.0.0.2");
        other.loopbackOnly = false;
        other.flags =
            u"-erl_epmd_port %1 -kernel inet_dist_use_interface {127,0,0,2}"_s.arg(port).split(u' ');
        Peer *a = stage().node(other);
        QVERIFY(a && b);
        const bool fine = connectThere(*a, *b) == u"{ok,true}"_s;
        QVERIFY(!fine || a->evaluate(u"erlang:disconnect_node('b@127.0.0.1')."_s) == u"{ok,true}"_s);
        bystanders().mayConnect();
        const Expected expected = fine ? Expected::healthy() : Expected::fault({"epmd_port_defect"});
        FINDS(stage(), expected, stage().doctor(B + u" --from a@127.0.0.2"_s));
        // We need not ask EPMD for them ourselves.
        FINDS(stage(), expected, stage().doctor(B + u" --from a@127.0.0.2 --dist-port "_s + port));
    }

    void listsAPortThatIsClosed()
    {
        const Registration ghost(stage().epmd().port(), "b", freePort());
        QVERIFY(ghost.ok());
        FINDS(stage(), Expected::fault({"epmd_stale_port"}, Certainty::CannotDistinguish, "port_reachable"),
              stage().doctor(B));
    }

    void listsThePortOfAnother()
    {
        Peer *other = stage().node("other");
        QVERIFY(other);
        const Registration ghost(stage().epmd().port(), "b", portOf(*other));
        QVERIFY(ghost.ok());
        FINDS(stage(),
              Expected::fault({"epmd_stale_port", "other_name_answers"}, Certainty::AlmostCertain,
                              "name_and_flags"),
              stage().doctor(B));
    }

    void listsWhatIsNoNode_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::addColumn<QByteArray>("reply");
        QTest::newRow("http") << QByteArray()
                              << QByteArray("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
        QTest::newRow("ssh") << QByteArray("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n") << QByteArray();
        QTest::newRow("smtp") << QByteArray("220 mail.example ESMTP Postfix\r\n") << QByteArray();
    }
    void listsWhatIsNoNode()
    {
        QFETCH(QByteArray, greeting);
        QFETCH(QByteArray, reply);
        const ScriptedNode other({greeting, {reply}, false, true});
        const Registration ghost(stage().epmd().port(), "b", other.port());
        QVERIFY(ghost.ok());
        FINDS(stage(), Expected::fault({"not_a_node", "mesh_intercepts"}), stage().doctor(B));
    }

    void somethingElseAtItsPort_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<bool>("closes");
        QTest::newRow("http") << QByteArray("HTTP/1.1 400 Bad Request\r\nserver: envoy\r\n\r\n") << true;
        QTest::newRow("closes") << QByteArray() << true;
        QTest::newRow("garbage") << QByteArray("\1\2\3\4\5\6\7\10\11") << true;
    }
    void somethingElseAtItsPort()
    {
        QFETCH(QByteArray, reply);
        QFETCH(bool, closes);
        const ScriptedNode proxy({{}, {reply}, closes, true});
        FINDS(stage(),
              Expected::fault({"epmd_defect", "mesh_intercepts", "epmd_unreachable"},
                              Certainty::AlmostCertain, "epmd_reachable"),
              stage().doctor(B + u" --epmd-port %1"_s.arg(proxy.port())));
    }

    // A mesh takes the connection and has nobody behind it: our own timers end it.
    void silenceAtItsPort()
    {
        const ScriptedNode proxy({});
        FINDS(stage(),
              Expected::fault({"epmd_defect", "mesh_intercepts", "epmd_unreachable"},
                              Certainty::CannotDistinguish, "epmd_reachable"),
              stage().doctor(B + u" --epmd-port %1"_s.arg(proxy.port())));
    }

private:
    /// With a module in the place of erl_epmd, as people write it who fix the port.
    Peer *startWithoutEpmd(const char *name, const QString &port)
    {
        static const QByteArray Source =
            "-module(fixed_port). -compile(export_all).\n"
            "port() -> {ok, [[P]]} = init:get_argument(fixed_port), list_to_integer(P).\n"
            "start_link() -> ignore.\n"
            "register_node(_, _) -> {ok, 1}.\nregister_node(_, _, _) -> {ok, 1}.\n"
            "listen_port_please(_, _) -> {ok, port()}.\n"
            "port_please(_, _) -> {port, port(), 6}.\nport_please(_, _, _) -> {port, port(), 6}.\n"
            "address_please(_, H, F) -> inet:getaddr(H, F).\nnames(_) -> {error, address}.\n";
        const QString source = ownFile(u"fixed_port.erl"_s, Source);
        (void)stage().startOf(
            {u"-eval"_s, u"{ok, _} = compile:file(\"%1\", [{outdir, \"%2\"}]), halt()."_s.arg(
                             source, stage().cli().home())});
        return stage().node(
            name, u"-pa %1 -epmd_module fixed_port -fixed_port %2"_s.arg(stage().cli().home(), port));
    }
};

QTEST_GUILESS_MAIN(tst_DoctorEpmd)
#include "tst_DoctorEpmd.moc"
