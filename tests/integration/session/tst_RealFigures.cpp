#include <QRegularExpression>

#include "../dist/TlsBench.h"
#include "dist/tls/TlsOptionFile.h"
#include "session/LiveSession.h"

using namespace nodescope;
using namespace nodescope::test;
using base::NodeName;
using cluster::LinkKey;

/// What nodes tell of their load and their connections is what they say themselves.
class tst_RealFigures : public QObject
{
    Q_OBJECT

    using PeerPointer = std::unique_ptr<Peer>;

    PeerEpmd m_epmd;
    base::SystemClock m_clock;

    PeerPointer start(const char *name, const QStringList &flags = {},
                      Peer::Language language = Peer::Language::Erlang) const
    {
        Peer::Options options;
        options.name = NodeName::literal(QString(QLatin1String(name) + QStringLiteral("@127.0.0.1")));
        options.epmdPort = m_epmd.port();
        options.flags = flags;
        options.language = language;
        auto peer = std::make_unique<Peer>(options);
        if (!peer->start()) {
            qWarning().noquote() << peer->output();
            return nullptr;
        }
        return peer;
    }

    std::unique_ptr<session::LiveSession> session(int seconds,
                                                  const std::optional<dist::TlsRole> &tls = {}) const
    {
        dist::CookieStore cookies;
        cookies.setDefault(base::Secret("peers-cookie"));
        session::LiveSettings how;
        how.epmdPort = m_epmd.port();
        how.reconnect = false;
        how.figureSeconds = seconds;
        how.tls = tls;
        return std::make_unique<session::LiveSession>(m_clock, how, cookies);
    }

    static void reach(session::LiveSession &session, const Peer &peer)
    {
        cluster::ConnectToNode intent;
        intent.node = peer.name();
        session.perform(intent);
    }

    static quint64 number(Peer &peer, const QString &expression)
    {
        static const QRegularExpression form(QStringLiteral("^\\{ok,(\\d+)\\}$"));
        return form.match(peer.evaluate(expression)).captured(1).toULongLong();
    }

    /// What `at` itself says that it counted on its connection to `to`: a number of nodes_info, or of the
    /// socket.
    static quint64 packets(Peer &at, const Peer &to, const char *key)
    {
        return number(at,
                      QStringLiteral("{ok, I} = net_kernel:nodes_info(), {_, L} = lists:keyfind('%1', 1, I), "
                                     "{_, V} = lists:keyfind(%2, 1, L), V.")
                          .arg(to.name().text(), QLatin1String(key)));
    }
    static quint64 bytes(Peer &at, const Peer &to, const char *key)
    {
        return number(at, QStringLiteral("{_, P} = lists:keyfind('%1', 1, erlang:system_info(dist_ctrl)), "
                                         "{ok, [{_, V}]} = inet:getstat(P, [%2]), V.")
                              .arg(to.name().text(), QLatin1String(key)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        NODESCOPE_NEEDS_ERLANG();
        QVERIFY(m_epmd.start());
    }

    void countersAreWhatTheEndsCount()
    {
        const PeerPointer a = start("fa");
        const PeerPointer b = start("fb");
        QVERIFY(a && b);
        QCOMPARE(a->evaluate(QStringLiteral("net_kernel:connect_node('fb@127.0.0.1').")),
                 QStringLiteral("{ok,true}"));
        const auto live = session(1);
        reach(*live, *a);
        const LinkKey key(a->name(), b->name());
        const auto traffic = [&] {
            const cluster::Traffic *known = live->picture().cluster().traffic(key);
            return known ? *known : cluster::Traffic();
        };
        QTRY_VERIFY_WITH_TIMEOUT(traffic().a.isKnown() && traffic().b.isKnown(), Bench::Wait);
        // Something to count: ten messages and a hundred kilobytes, from a to b.
        (void)a->evaluate(
            QStringLiteral("[erlang:send({nobody,'fb@127.0.0.1'}, binary:copy(<<0>>, 10000)) || "
                           "_ <- lists:seq(1, 10)]."));
        // Nothing else goes over this link but ticks, so the words of the node and ours meet.
        const auto same = [&] {
            const cluster::Traffic known = traffic();
            return known.a.packetsOut == packets(*a, *b, "out") &&
                   known.a.packetsIn == packets(*a, *b, "in") && known.b.packetsIn == packets(*b, *a, "in") &&
                   known.b.packetsOut == packets(*b, *a, "out") &&
                   known.a.bytesOut == bytes(*a, *b, "send_oct") &&
                   known.b.bytesIn == bytes(*b, *a, "recv_oct") &&
                   known.a.bytesIn == bytes(*a, *b, "recv_oct") &&
                   known.b.bytesOut == bytes(*b, *a, "send_oct");
        };
        QTRY_VERIFY_WITH_TIMEOUT(traffic().b.bytesIn > 100'000 && same(), Bench::Wait);
        QCOMPARE(traffic().a.packetsOut, traffic().b.packetsIn);
        QCOMPARE(traffic().a.bytesHeld, quint64(0));
        // What we count on our own link, and what the node counts of us under our name there.
        const cluster::Traffic *ours =
            live->picture().cluster().traffic(LinkKey(cluster::selfName(), a->name()));
        QVERIFY(ours && ours->at(cluster::selfName()).isKnown() && ours->at(a->name()).isKnown());
        QVERIFY(ours->at(cluster::selfName()).packetsIn > 0);
    }

    void figuresAreWhatTheNodeSays()
    {
        const PeerPointer a = start("fc");
        QVERIFY(a);
        const auto live = session(1);
        reach(*live, *a);
        const auto figures = [&] {
            const cluster::Figures *known = live->picture().cluster().figures(a->name());
            return known ? *known : cluster::Figures();
        };
        QTRY_VERIFY_WITH_TIMEOUT(figures().isKnown(), Bench::Wait);
        const quint64 reductions = *figures().reductions;
        // A thousand processes and ten megabytes more, which stay.
        (void)a->evaluate(
            QStringLiteral("[spawn(fun() -> receive stop -> ok end end) || _ <- lists:seq(1, 1000)], "
                           "put(kept, binary:copy(<<1>>, 10000000)), ok."));
        const quint64 processes = number(*a, QStringLiteral("erlang:system_info(process_count)."));
        const quint64 memory = number(*a, QStringLiteral("erlang:memory(total)."));
        QVERIFY(processes > 1000 && memory > 10'000'000);
        const auto close = [](quint64 x, quint64 y, quint64 by) { return (x > y ? x - y : y - x) <= by; };
        // Our question itself is a process, and memory breathes.
        QTRY_VERIFY_WITH_TIMEOUT(close(*figures().processes, processes, 3), Bench::Wait);
        QVERIFY2(close(*figures().memory, memory, memory / 5),
                 qPrintable(QString::number(*figures().memory)));
        QVERIFY(*figures().reductions > reductions);
        QVERIFY(*figures().runQueue < 1000);
        const QString uptime = QStringLiteral("erlang:convert_time_unit(erlang:monotonic_time() - "
                                              "erlang:system_info(start_time), native, millisecond).");
        QTRY_VERIFY_WITH_TIMEOUT(close(*figures().uptime, number(*a, uptime), 5000), Bench::Wait);
    }

    void whoStopsAskingForgets()
    {
        const PeerPointer a = start("fd");
        QVERIFY(a);
        const auto live = session(1);
        reach(*live, *a);
        const cluster::Cluster &known = live->picture().cluster();
        QTRY_VERIFY_WITH_TIMEOUT(known.figures(a->name()), Bench::Wait);
        QCOMPARE(known.session().figureSeconds, 1);
        live->perform(cluster::SetFigureInterval{0});
        QCOMPARE(known.session().figureSeconds, 0);
        QVERIFY(known.allFigures().isEmpty() && known.allTraffic().isEmpty());
        // The node is as it was: no question is asked any more.
        // A question that was on its way may still be a process there: none are added, that one may go.
        const quint64 before = number(*a, QStringLiteral("length(processes())."));
        QTest::qWait(2500); // longer than two questions
        QVERIFY(known.allFigures().isEmpty());
        const quint64 after = number(*a, QStringLiteral("length(processes())."));
        QVERIFY(after > 0 && after <= before);
        live->perform(cluster::SetFigureInterval{1});
        QTRY_VERIFY_WITH_TIMEOUT(known.figures(a->name()), Bench::Wait);
        live->perform(cluster::LeaveNode{a->name()});
        QTRY_VERIFY_WITH_TIMEOUT(!known.figures(a->name()), Bench::Wait);
    }

    void aFrozenNodeIsAskedOnce()
    {
        const PeerPointer a = start("fe");
        QVERIFY(a);
        dist::CookieStore cookies;
        cookies.setDefault(base::Secret("peers-cookie"));
        Bench bench;
        dist::DialOptions options;
        options.epmdPort = m_epmd.port();
        QSignalSpy up(bench.node.get(), &dist::LocalNode::linkUp);
        bench.node->dial(a->name(), options);
        QVERIFY(up.wait(Bench::Wait));
        session::FigureDesk desk(*bench.node);
        int answers = 0;
        connect(&desk, &session::FigureDesk::answered, this, [&answers] { ++answers; });
        desk.setInterval(std::chrono::milliseconds(100));
        desk.add(a->name());
        QTRY_VERIFY_WITH_TIMEOUT(answers >= 3, Bench::Wait);
        a->freeze();
        QTest::qWait(1000); // ten intervals
        const int before = answers;
        QVERIFY(desk.openQuestions() <= 1);
        QTest::qWait(1000);
        QCOMPARE(answers, before);
        a->thaw();
        QTRY_VERIFY_WITH_TIMEOUT(answers > before, Bench::Wait);
    }

    void whoCannotAnswerIsLeftAlone()
    {
        if (const QString why = Peer::whyUnavailable(Peer::Language::C); !why.isEmpty())
            QSKIP(qPrintable(why));
        const PeerPointer c = start("fcnode", {}, Peer::Language::C);
        QVERIFY(c);
        const auto live = session(1);
        reach(*live, *c);
        const cluster::Cluster &known = live->picture().cluster();
        // Our own end of the link is all that is known, once the node has refused.
        QTRY_VERIFY_WITH_TIMEOUT(known.node(c->name()) &&
                                     known.node(c->name())->watched == cluster::Watched::Hearsay,
                                 2 * Bench::Wait);
        QTest::qWait(3000); // three intervals
        QVERIFY(!known.figures(c->name()));
        QCOMPARE(known.node(c->name())->state, cluster::NodeState::Up);
    }

    void bytesOverTls()
    {
        if (Peer::otpRelease() < 25)
            QSKIP("the socket of a TLS connection is found from OTP 25 on");
        const TlsBench tls;
        const TlsMaterial authority;
        tls.write(QStringLiteral("ca"), authority.ca);
        tls.write(QStringLiteral("own"), authority.issue(TlsBench::here()));
        const QStringList roles{
            tls.role(QStringLiteral("server"), QStringLiteral("own"), QStringLiteral("ca")),
            tls.role(QStringLiteral("client"), QStringLiteral("own"), QStringLiteral("ca"))};
        const PeerPointer a = start("ta", tls.flags(QStringLiteral("ta"), roles));
        const PeerPointer b = start("tb", tls.flags(QStringLiteral("tb"), roles));
        QVERIFY(a && b);
        QCOMPARE(a->evaluate(QStringLiteral("net_kernel:connect_node('tb@127.0.0.1')."), 60'000),
                 QStringLiteral("{ok,true}"));
        const auto options =
            dist::readTlsOptionFile(tls.path(QStringLiteral("ta.conf")), dist::TlsSections::Client);
        QVERIFY(options.ok());
        const auto live = session(1, options.value().settings.client);
        reach(*live, *a);
        const LinkKey key(a->name(), b->name());
        const auto end = [&] {
            const cluster::Traffic *known = live->picture().cluster().traffic(key);
            return known ? known->at(a->name()) : cluster::EndTraffic();
        };
        QTRY_VERIFY_WITH_TIMEOUT(end().isKnown(), 2 * Bench::Wait);
        QVERIFY(end().bytesOut && *end().bytesOut > 1000);
        // Asked once each time: the count goes on, and QTRY_COMPARE would ask again of what it has found
        // equal.
        const auto agrees = [&] { return end().packetsOut == packets(*a, *b, "out"); };
        QVERIFY(QTest::qWaitFor(agrees, Bench::Wait));
    }
};

QTEST_GUILESS_MAIN(tst_RealFigures)
#include "tst_RealFigures.moc"
