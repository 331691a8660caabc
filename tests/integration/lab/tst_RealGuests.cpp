#include <QtTest>

#include "lab/PracticeNode.h"
#include "support/Peer.h"
#include "unit/lab/ClusterFixture.h"

using namespace nodescope;
using test::ClusterFixture;
using test::Peer;

/// Real Erlang and Elixir nodes that join a practice cluster.
class tst_RealGuests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (const QString why = Peer::whyUnavailable(); !why.isEmpty())
            QSKIP(qPrintable(why));
        m_fixture = std::make_unique<ClusterFixture>();
        QVERIFY(m_fixture->start());
    }
    void cleanup() { m_fixture.reset(); }

    void pingLeadsToTheWholeMesh()
    {
        const auto guest = join();
        QVERIFY(guest);
        QTRY_COMPARE(guest->evaluate(QStringLiteral("lists:sort(nodes()).")), value(VisibleNodes));
        // Nobody introduced us to the hidden node, and the one with another cookie stays out.
        QCOMPARE(guest->evaluate(QStringLiteral("net_adm:ping('mallory@127.0.0.1').")), value("pang"));
        QCOMPARE(guest->evaluate(QStringLiteral("net_adm:ping('heidi@127.0.0.1').")), value("pong"));
        QCOMPARE(guest->evaluate(QStringLiteral("nodes(hidden).")), value("['heidi@127.0.0.1']"));
    }
    void servicesAnswer()
    {
        const auto guest = join();
        QVERIFY(guest);
        QCOMPARE(guest->evaluate(QStringLiteral("{echo,'alice@127.0.0.1'} ! {self(),hello}, "
                                                "receive Reply -> Reply after 3000 -> nothing end.")),
                 value("{echo,hello}"));
        QCOMPARE(guest->evaluate(QStringLiteral("{echo,'alice@127.0.0.1'} ! hello, "
                                                "receive Reply -> Reply after 3000 -> nothing end.")),
                 value("{echo,hello}"));
        QCOMPARE(guest->evaluate(QStringLiteral("gen_server:call({counter,'bob@127.0.0.1'}, increment).")),
                 value("{counter,1}"));
    }
    void calls()
    {
        const auto guest = join();
        QVERIFY(guest);
        QCOMPARE(guest->evaluate(QStringLiteral("rpc:call('alice@127.0.0.1',erlang,node,[]).")),
                 value("'alice@127.0.0.1'"));
        QCOMPARE(guest->evaluate(QStringLiteral("erpc:call('alice@127.0.0.1',lists,reverse,[[1,2]]).")),
                 value("[2,1]"));
        QCOMPARE(guest->evaluate(QStringLiteral("rpc:call('alice@127.0.0.1',nothing,here,[1]).")),
                 value("{badrpc,{'EXIT',{undef,[{nothing,here,[1],[]}]}}}"));
        QCOMPARE(guest->evaluate(QStringLiteral("gen_server:call({rex,'alice@127.0.0.1'},"
                                                "{call,erlang,node,[],user}).")),
                 value("'alice@127.0.0.1'"));
        QCOMPARE(guest->evaluate(QStringLiteral("try erpc:call('alice@127.0.0.1',erlang,get_cookie,[]) "
                                                "catch error:{exception,Reason,_} -> Reason end.")),
                 value("{refused,cookies_stay_here}"));
    }
    void monitors()
    {
        const auto guest = join();
        QVERIFY(guest);
        QCOMPARE(guest->evaluate(QStringLiteral("ok = net_kernel:monitor_nodes(true), "
                                                "M = erlang:monitor(process,{echo,'bob@127.0.0.1'}), "
                                                "receive {'DOWN',M,_,_,R} -> R after 100 -> alive end.")),
                 value("alive"));
        QVERIFY(m_fixture->cluster.stopNode(ClusterFixture::node(QStringLiteral("bob"))));
        QTRY_VERIFY(!guest->evaluate(QStringLiteral("nodes().")).contains(QStringLiteral("bob")));
    }
    void globalIsContent()
    {
        const auto guest = join();
        QVERIFY(guest);
        QCOMPARE(guest->evaluate(deadline(QStringLiteral("global:sync()"))), value("ok"));
        QCOMPARE(guest->evaluate(deadline(QStringLiteral("global:register_name(n, whereis(user))"))),
                 value("yes"));
        QCOMPARE(guest->evaluate(deadline(QStringLiteral("global:trans({x,self()}, fun() -> done end)"))),
                 value("done"));

        // A second guest learns of the first, and of its name, through the practice nodes alone.
        const auto second = join(QStringLiteral("second"), QStringLiteral("carol"));
        QVERIFY(second);
        QCOMPARE(second->evaluate(deadline(QStringLiteral("global:sync()"))), value("ok"));
        QTRY_VERIFY(second->evaluate(QStringLiteral("nodes().")).contains(QStringLiteral("guest@127.0.0.1")));
        QTRY_COMPARE(second->evaluate(QStringLiteral("node(global:whereis_name(n)).")),
                     value("'guest@127.0.0.1'"));
        QVERIFY2(!guest->output().contains(QStringLiteral("global_name_server received")),
                 qPrintable(guest->output()));
    }
    void aLostPracticeNodePartitionsNobody()
    {
        const auto guest = join();
        const auto second = join(QStringLiteral("second"), QStringLiteral("carol"));
        QVERIFY(guest && second);
        QTRY_COMPARE(guest->evaluate(QStringLiteral("length(nodes()).")), value("5"));
        QTRY_COMPARE(second->evaluate(QStringLiteral("length(nodes()).")), value("5"));
        QVERIFY(m_fixture->cluster.stopNode(ClusterFixture::node(QStringLiteral("dave"))));
        QTRY_COMPARE(guest->evaluate(QStringLiteral("length(nodes()).")), value("4"));
        QVERIFY(m_fixture->cluster.startNode(ClusterFixture::node(QStringLiteral("dave"))));
        QTRY_COMPARE_WITH_TIMEOUT(guest->evaluate(QStringLiteral("length(nodes()).")), value("5"), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(second->evaluate(QStringLiteral("length(nodes()).")), value("5"), 10'000);
        QCOMPARE(guest->evaluate(deadline(QStringLiteral("global:sync()"))), value("ok"));
        // Whichever guest misses dave first asks the other to let him go too; that is as it should be. But
        // nobody else may be dropped.
        const QStringList lines = QString(guest->output() + second->output()).split(u'\n');
        for (const QString &line : lines.filter(QStringLiteral("overlapping partitions")))
            QVERIFY2(line.contains(QStringLiteral("node 'dave@127.0.0.1' in order")), qPrintable(line));
    }
    void elixirJoins()
    {
        if (const QString why = Peer::whyUnavailable(Peer::Language::Elixir); !why.isEmpty())
            QSKIP(qPrintable(why));
        const auto guest = start(QStringLiteral("iris"), Peer::Language::Elixir);
        QVERIFY(guest);
        const QString connected = guest->evaluate(QStringLiteral("Node.connect(:\"alice@127.0.0.1\")"));
        QVERIFY2(connected.contains(QStringLiteral("true")), qPrintable(connected));
        const QString reply =
            guest->evaluate(QStringLiteral("(send({:echo, :\"alice@127.0.0.1\"}, {self(), :hello}); "
                                           "receive do m -> m after 3000 -> :nothing end)"));
        QVERIFY2(reply.contains(QStringLiteral("echo")) && reply.contains(QStringLiteral("hello")),
                 qPrintable(reply));
    }

private:
    static constexpr const char *VisibleNodes =
        "['alice@127.0.0.1','bob@127.0.0.1','carol@127.0.0.1','dave@127.0.0.1']";

    /// How a peer prints a value.
    static QString value(const char *text) { return QStringLiteral("{ok,%1}").arg(QLatin1String(text)); }
    /// An expression that gives up after five seconds.
    static QString deadline(const QString &expression)
    {
        return QStringLiteral("fun() -> {P,M} = spawn_monitor(fun() -> exit({r,%1}) end), "
                              "receive {'DOWN',M,_,_,{r,R}} -> R; {'DOWN',M,_,_,R} -> {died,R} "
                              "after 5000 -> exit(P,kill), no_answer end end().")
            .arg(expression);
    }
    std::unique_ptr<Peer> start(const QString &name, Peer::Language language = Peer::Language::Erlang)
    {
        Peer::Options options;
        options.name = ClusterFixture::node(name);
        options.cookie = QString::fromLatin1(m_fixture->info->nodes.front().cookie.reveal().toByteArray());
        options.epmdPort = m_fixture->options.epmdPort;
        options.language = language;
        auto peer = std::make_unique<Peer>(options);
        if (!peer->start()) {
            qWarning() << peer->output();
            return nullptr;
        }
        return peer;
    }
    std::unique_ptr<Peer> join(const QString &name = QStringLiteral("guest"),
                               const QString &to = QStringLiteral("alice"))
    {
        auto peer = start(name);
        const QString ping = QStringLiteral("net_adm:ping('%1@127.0.0.1').").arg(to);
        if (peer && peer->evaluate(ping) != value("pong")) {
            qWarning() << peer->output();
            return nullptr;
        }
        return peer;
    }

    std::unique_ptr<ClusterFixture> m_fixture;
};

QTEST_GUILESS_MAIN(tst_RealGuests)
#include "tst_RealGuests.moc"
