#include "Bench.h"
#include "dist/EpmdClient.h"
#include "dist/NetKernel.h"

using namespace nodescope;
using namespace nodescope::dist;
using term::Term;
using test::Bench;

/// Real nodes dial a node of ours.
class tst_RealListen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        NODESCOPE_NEEDS_ERLANG();
        QVERIFY(m_bench.epmd.start());
        m_kernel = std::make_unique<NetKernel>(*m_bench.node);
        QSignalSpy registered(m_bench.node.get(), &LocalNode::registered);
        ListenOptions options;
        options.epmdPort = m_bench.epmd.port();
        QVERIFY(m_bench.node->listen(options).ok());
        QVERIFY(registered.count() == 1 || registered.wait(Bench::Wait));
        m_peer = m_bench.peer(QStringLiteral("erna"));
        QVERIFY2(m_peer->start(), qPrintable(m_peer->output()));
    }

    void cleanup()
    {
        m_bench.node->setAllowed({});
        m_bench.node->setSpawnHandler({});
        m_bench.node->disconnectFrom(m_peer->name());
        // What a test sends first must not go into a link of which the peer does not know that it is gone.
        QTRY_COMPARE(m_peer->evaluate(QStringLiteral("nodes(connected).")), QStringLiteral("{ok,[]}"));
    }

    void answersAPing()
    {
        QSignalSpy up(m_bench.node.get(), &LocalNode::linkUp);
        QSignalSpy pinged(m_kernel.get(), &NetKernel::pinged);
        QCOMPARE(m_peer->evaluate(QStringLiteral("net_adm:ping('carol@127.0.0.1').")),
                 QStringLiteral("{ok,pong}"));
        QCOMPARE(up.count(), 1);
        const auto link = up.first().first().value<LinkInfo>();
        QVERIFY(link.incoming);
        QVERIFY(!link.hidden());
        QCOMPARE(link.peer, m_peer->name());
        QCOMPARE(pinged.count(), 1);
        QCOMPARE(m_peer->evaluate(QStringLiteral("nodes().")), QStringLiteral("{ok,['carol@127.0.0.1']}"));
    }

    void aRegisteredProcessEchoes()
    {
        LocalProcess *echo = m_bench.node->createProcess(QStringLiteral("echo"));
        QVERIFY(echo);
        connect(echo, &LocalProcess::message, echo, [echo](const Term &message) {
            if (const auto from = message.at(0).toPid())
                echo->send(*from, message.at(1));
        });
        QCOMPARE(m_peer->evaluate(QStringLiteral("{echo, 'carol@127.0.0.1'} ! {self(), [hello, 1]}, "
                                                 "receive A -> A after 5000 -> nothing end.")),
                 QStringLiteral("{ok,[hello,1]}"));
        echo->exit();
    }

    void proofOfAnotherCookieIsKept()
    {
        QSignalSpy failed(m_bench.node.get(), &LocalNode::acceptFailed);
        QCOMPARE(m_peer->evaluate(QStringLiteral("erlang:set_cookie('carol@127.0.0.1', staging), "
                                                 "P = net_adm:ping('carol@127.0.0.1'), "
                                                 "erlang:set_cookie('carol@127.0.0.1', 'peers-cookie'), P.")),
                 QStringLiteral("{ok,pang}"));
        QTRY_COMPARE(failed.count(), 1);
        const auto report = failed.first().first().value<AcceptReport>();
        QCOMPARE(report.caller->name, m_peer->name().text());
        const auto *wrong = report.error.as<protocol::handshake_failure::WrongDigest>();
        QVERIFY2(wrong, protocol::reasonName(report.error.reason));
        QVERIFY(wrong->proof.digestMatches(base::Secret("staging")));
        QVERIFY(!wrong->proof.digestMatches(base::Secret("peers-cookie")));
    }

    void anAllowListIsKept()
    {
        m_bench.node->setAllowed({QStringLiteral("somebody@else.org")});
        QCOMPARE(m_peer->evaluate(QStringLiteral("net_adm:ping('carol@127.0.0.1').")),
                 QStringLiteral("{ok,pang}"));
        m_bench.node->setAllowed({m_peer->name().text()});
        QCOMPARE(m_peer->evaluate(QStringLiteral("net_adm:ping('carol@127.0.0.1').")),
                 QStringLiteral("{ok,pong}"));
    }

    void refusesToSpawnWithoutAHandler()
    {
        QCOMPARE(m_peer->evaluate(QStringLiteral(
                     "R = spawn_request('carol@127.0.0.1', m, f, [], [monitor]), "
                     "receive {spawn_reply, R, Kind, What} -> {Kind, What} after 5000 -> nothing end.")),
                 QStringLiteral("{ok,{error,notsup}}"));
    }

    void spawnsByItsHandler()
    {
        m_bench.node->setSpawnHandler([](const SpawnRequest &request) -> SpawnDecision {
            if (request.module != QLatin1String("practice"))
                return SpawnRefused{QStringLiteral("notsup")};
            const Term argument = request.arguments.at(0);
            return SpawnAccepted{[argument](LocalProcess &process) {
                process.exit(Term::tuple({Term::atom(u"done"), argument}));
            }};
        });
        QCOMPARE(m_peer->evaluate(QStringLiteral(
                     "{P, R} = spawn_monitor('carol@127.0.0.1', practice, run, [42]), "
                     "receive {'DOWN', R, process, P, Why} -> Why after 5000 -> nothing end.")),
                 QStringLiteral("{ok,{done,42}}"));
    }

    void anErpcCallIsASpawnRequest()
    {
        m_bench.node->setSpawnHandler([](const SpawnRequest &request) -> SpawnDecision {
            const std::vector<Term> arguments = request.arguments;
            return SpawnAccepted{[arguments](LocalProcess &process) {
                process.exit(Term::tuple({arguments.at(0), Term::atom(u"return"), arguments.at(2)}));
            }};
        });
        QCOMPARE(m_peer->evaluate(QStringLiteral("erpc:call('carol@127.0.0.1', some, function, []).")),
                 QStringLiteral("{ok,function}"));
    }

    void callsBackOverALinkThatThePeerOpened()
    {
        QCOMPARE(m_peer->evaluate(QStringLiteral("net_adm:ping('carol@127.0.0.1').")),
                 QStringLiteral("{ok,pong}"));
        CallRequest request;
        request.node = m_peer->name();
        request.module = QStringLiteral("erlang");
        request.function = QStringLiteral("nodes");
        const CallResult result = m_bench.call(request);
        QVERIFY2(result.value(), reasonName(result.end));
        QCOMPARE(result.value()->at(0).atomText(), QStringLiteral("carol@127.0.0.1"));
    }

    void registersAgainWithANewPortMapper()
    {
        QCOMPARE(m_peer->evaluate(QStringLiteral("net_adm:ping('carol@127.0.0.1').")),
                 QStringLiteral("{ok,pong}"));
        QSignalSpy lost(m_bench.node.get(), &LocalNode::registrationLost);
        QSignalSpy registered(m_bench.node.get(), &LocalNode::registered);
        m_bench.epmd.stop();
        QVERIFY(lost.count() == 1 || lost.wait(Bench::Wait));
        QVERIFY(m_bench.node->isConnected(m_peer->name()));
        QVERIFY(m_bench.epmd.start());
        QVERIFY(registered.count() == 1 || registered.wait(Bench::Wait));
        EpmdClient client(m_bench.clock);
        EpmdQuery *query = client.lookUp(m_bench.node->identity().name, m_bench.epmd.port());
        QSignalSpy answered(query, &EpmdQuery::finished);
        QVERIFY(answered.wait(Bench::Wait));
        const auto answer = answered.first().first().value<EpmdAnswer>();
        QVERIFY(answer.port() && answer.port()->found());
        QCOMPARE(answer.port()->registration.port, m_bench.node->listeningPort());
    }

private:
    Bench m_bench{NodeIdentity::fixed(base::NodeName::literal(u"carol@127.0.0.1"), false)};
    std::unique_ptr<NetKernel> m_kernel;
    std::unique_ptr<test::Peer> m_peer;
};

QTEST_GUILESS_MAIN(tst_RealListen)
#include "tst_RealListen.moc"
