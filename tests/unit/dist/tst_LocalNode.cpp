#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include "dist/EpmdServer.h"
#include "dist/GenCall.h"
#include "dist/LocalNode.h"
#include "dist/NetKernel.h"

using namespace nodescope;
using namespace nodescope::dist;
using term::Term;

namespace {

CookieStore cookieStore(const QByteArray &cookie = "cookie")
{
    CookieStore store;
    store.setDefault(base::Secret(cookie));
    return store;
}

std::unique_ptr<LocalNode> named(QStringView name, const base::Clock &clock,
                                 const QByteArray &cookie = "cookie", const LocalNodeSettings &settings = {})
{
    return std::make_unique<LocalNode>(NodeIdentity::fixed(base::NodeName::literal(name), false),
                                       cookieStore(cookie), clock, settings);
}

} // namespace

/// Nodes of ours among themselves, over loopback.
class tst_LocalNode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_epmd = std::make_unique<EpmdServer>();
        m_epmdPort = *m_epmd->listen(0);
        m_alice = named(u"alice@127.0.0.1", m_clock);
        listen(*m_alice);
        m_client = std::make_unique<LocalNode>(NodeIdentity::dynamic(QStringLiteral("127.0.0.1")),
                                               cookieStore(), m_clock);
    }
    void cleanup()
    {
        m_client.reset();
        m_alice.reset();
        m_epmd.reset();
    }

    void aDynamicClientGetsANameFromEachAcceptor()
    {
        const auto bob = named(u"bob@127.0.0.1", m_clock);
        listen(*bob);
        QVERIFY(dial(*m_client, m_alice->identity().name).connected());
        QVERIFY(dial(*m_client, bob->identity().name).connected());
        const base::NodeName atAlice = m_client->nameOn(m_alice->identity().name);
        const base::NodeName atBob = m_client->nameOn(bob->identity().name);
        QVERIFY(atAlice != atBob);
        QCOMPARE(m_client->links().size(), std::size_t(2));
        LocalProcess *process = m_client->createProcess();
        QCOMPARE(process->pidOn(m_alice->identity().name).node, atAlice.text());
        QCOMPARE(process->pidOn(bob->identity().name).node, atBob.text());
        QTRY_VERIFY(m_alice->isConnected(atAlice));
        QVERIFY(m_alice->linkTo(atAlice)->hidden());
        QVERIFY(m_alice->linkTo(atAlice)->incoming);
    }

    void visibleNodesSeeEachOtherAsSuch()
    {
        const auto bob = named(u"bob@127.0.0.1", m_clock);
        QVERIFY(dial(*bob, m_alice->identity().name).connected());
        QVERIFY(!bob->linkTo(m_alice->identity().name)->hidden());
    }

    void aRememberedPortSavesTheQuestion()
    {
        const base::NodeName alice = m_alice->identity().name;
        DialOptions again = options();
        again.rememberedPort = true;
        QCOMPARE(dial(*m_client, alice, again).epmdPort, m_epmdPort); // nothing is remembered yet
        m_client->disconnectFrom(alice);
        const DialReport second = dial(*m_client, alice, again);
        QVERIFY(second.connected());
        QCOMPARE(second.epmdPort, quint16(0));
        QVERIFY(second.step(DialStage::EpmdReply)->skipped);
        QCOMPARE(second.registration->port, m_alice->listeningPort());
    }

    void aNodeThatMovedIsFoundByEpmd_data()
    {
        QTest::addColumn<bool>("another");
        QTest::newRow("nobody there") << false;
        QTest::newRow("another node there") << true;
    }
    void aNodeThatMovedIsFoundByEpmd()
    {
        QFETCH(bool, another);
        const base::NodeName alice = m_alice->identity().name;
        DialOptions again = options();
        again.rememberedPort = true;
        QVERIFY(dial(*m_client, alice, again).connected());
        m_client->disconnectFrom(alice);
        const quint16 port = m_alice->listeningPort();
        m_alice.reset();
        // Something takes the port at once, so that the new alice cannot have it.
        QTcpServer taken;
        const auto bob = named(u"bob@127.0.0.1", m_clock);
        if (another)
            QVERIFY(bob->listen({QHostAddress::LocalHost, port, std::nullopt}).ok());
        else
            QVERIFY(taken.listen(QHostAddress::LocalHost, port));
        m_alice = named(u"alice@127.0.0.1", m_clock);
        listen(*m_alice);
        taken.close();
        const DialReport report = dial(*m_client, alice, again);
        QVERIFY(report.connected());
        QCOMPARE(report.epmdPort, m_epmdPort);
        QCOMPARE(report.registration->port, m_alice->listeningPort());
    }

    void withoutACookieItGoesAsFarAsTheChallenge()
    {
        LocalNode poor(NodeIdentity::dynamic(), CookieStore(), m_clock);
        const DialReport report = dial(poor, m_alice->identity().name);
        const auto *end = report.as<dial_end::NoCookie>();
        QVERIFY2(end, reasonName(report.end));
        QCOMPARE(end->result.peer, m_alice->identity().name.text());
        QVERIFY(!report.probe);
        QVERIFY(report.step(DialStage::Handshake)->passed);
        QCOMPARE(report.messages.size(), std::size_t(3)); // name, status, challenge
        QVERIFY(poor.links().empty());
        // What breaks before is what is told.
        const DialReport nobody = dial(poor, base::NodeName::literal(u"nobody@127.0.0.1"));
        QVERIFY2(nobody.as<dial_end::NotRegistered>(), reasonName(nobody.end));
    }

    void obstaclesEndAnAttemptBeforeItBegins()
    {
        const base::NodeName alice = m_alice->identity().name;
        QVERIFY(dial(*m_alice, alice).as<dial_end::OwnName>());
        QVERIFY(dial(*m_client, alice).connected());
        QVERIFY(dial(*m_client, alice).as<dial_end::AlreadyConnected>());
        m_client->disconnectFrom(alice);
        QSignalSpy finished(m_client.get(), &LocalNode::dialFinished);
        m_client->dial(alice, options());
        m_client->dial(alice, options());
        QTRY_COMPARE(finished.count(), 2);
        QVERIFY(finished.first().first().value<DialReport>().as<dial_end::AlreadyDialling>());
        QVERIFY(finished.last().first().value<DialReport>().connected());
    }

    void failuresAreToldApart()
    {
        DialOptions wrongCookie = options();
        wrongCookie.cookie = base::Secret("another");
        const DialReport refused = dial(*m_client, m_alice->identity().name, wrongCookie);
        QVERIFY(refused.as<dial_end::HandshakeFailed>());
        QVERIFY(refused.as<dial_end::HandshakeFailed>()->error.as<protocol::handshake_failure::Closed>());

        QVERIFY(dial(*m_client, base::NodeName::literal(u"nobody@127.0.0.1")).as<dial_end::NotRegistered>());
        QVERIFY(dial(*m_client, base::NodeName::literal(u"alice@nowhere.invalid"))
                    .as<dial_end::HostUnresolvable>());

        DialOptions noEpmd = options();
        noEpmd.epmdPort = closedPort();
        QVERIFY(dial(*m_client, m_alice->identity().name, noEpmd).as<dial_end::EpmdUnreachable>());

        DialOptions stalePort = options();
        stalePort.address = {QStringLiteral("127.0.0.1"), closedPort()};
        const DialReport stale = dial(*m_client, m_alice->identity().name, stalePort);
        const auto *unreachable = stale.as<dial_end::PortUnreachable>();
        QVERIFY(unreachable);
        QCOMPARE(unreachable->failure.problem(), ConnectProblem::Refused);
        QVERIFY(stale.step(DialStage::EpmdReply)->skipped);

        DialOptions otherNode = options();
        otherNode.address = {QStringLiteral("127.0.0.1"), m_alice->listeningPort()};
        const DialReport other = dial(*m_client, base::NodeName::literal(u"bob@127.0.0.1"), otherNode);
        QVERIFY(other.as<dial_end::HandshakeFailed>()->error.as<protocol::handshake_failure::OtherName>());
    }

    void somethingElseOnThePortIsNoNode_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::addColumn<int>("looksLike");
        QTest::newRow("http") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n")
                              << int(protocol::ForeignProtocol::Http);
        QTest::newRow("ssh") << QByteArray("SSH-2.0-OpenSSH_9\r\n") << int(protocol::ForeignProtocol::Ssh);
        QTest::newRow("tls") << QByteArray::fromHex("1503030002020a")
                             << int(protocol::ForeignProtocol::TlsAlert);
    }
    void somethingElseOnThePortIsNoNode()
    {
        QFETCH(QByteArray, greeting);
        QFETCH(int, looksLike);
        QTcpServer odd;
        QVERIFY(odd.listen(QHostAddress::LocalHost));
        connect(&odd, &QTcpServer::newConnection, &odd, [&] {
            QTcpSocket *socket = odd.nextPendingConnection();
            socket->write(greeting);
            socket->disconnectFromHost();
        });
        DialOptions there = options();
        there.address = {QStringLiteral("127.0.0.1"), odd.serverPort()};
        const DialReport report = dial(*m_client, m_alice->identity().name, there);
        QVERIFY2(report.as<dial_end::HandshakeFailed>(), reasonName(report.end));
        const auto *foreign =
            report.as<dial_end::HandshakeFailed>()->error.as<protocol::handshake_failure::NotErlang>();
        QVERIFY(foreign);
        QCOMPARE(int(foreign->looksLike), looksLike);
    }

    void aMutePeerEndsWithTheTotal()
    {
        LocalNodeSettings settings;
        settings.connect.total = std::chrono::milliseconds(200);
        LocalNode hasty(NodeIdentity::dynamic(), cookieStore(), m_clock, settings);
        QTcpServer mute;
        QVERIFY(mute.listen(QHostAddress::LocalHost));
        DialOptions there = options();
        there.address = {QStringLiteral("127.0.0.1"), mute.serverPort()};
        const DialReport report = dial(hasty, m_alice->identity().name, there);
        QVERIFY2(report.as<dial_end::TimedOut>(), reasonName(report.end));
        QCOMPARE(report.as<dial_end::TimedOut>()->stage, DialStage::Handshake);
        QCOMPARE(report.steps.back().stage, DialStage::Handshake);
        QVERIFY(!report.steps.back().passed);
    }

    void anAttemptCanBeCancelled()
    {
        QTcpServer mute;
        QVERIFY(mute.listen(QHostAddress::LocalHost));
        DialOptions there = options();
        there.address = {QStringLiteral("127.0.0.1"), mute.serverPort()};
        QSignalSpy finished(m_client.get(), &LocalNode::dialFinished);
        QSignalSpy messages(m_client.get(), &LocalNode::handshakeMessage);
        const AttemptId id = m_client->dial(m_alice->identity().name, there);
        QVERIFY(messages.wait());
        m_client->cancelDial(id);
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(finished.first().first().value<DialReport>().as<dial_end::Cancelled>());
    }

    void aReflectedChallengeIsNotSigned()
    {
        // An enemy accepts our dial, dials us as well, and asks us our own question.
        auto victim = named(u"victim@127.0.0.1", m_clock);
        listen(*victim);
        QTcpServer enemy;
        QVERIFY(enemy.listen(QHostAddress::LocalHost));
        QTcpSocket asCaller;
        QByteArray ofVictim;
        connect(&asCaller, &QTcpSocket::readyRead, this, [&] { ofVictim += asCaller.readAll(); });
        asCaller.connectToHost(QHostAddress::LocalHost, victim->listeningPort());
        asCaller.write(packet(nameMessage('N', 0, "eve@127.0.0.1")));
        QTRY_VERIFY(ofVictim.size() > 5 + 2 + 17);
        const QByteArray challenge = ofVictim.mid(5 + 2 + 9, 4); // "\0\3sok", then length, N and flags

        connect(&enemy, &QTcpServer::newConnection, &enemy, [&] {
            QTcpSocket *socket = enemy.nextPendingConnection();
            socket->write(packet("sok") + packet(nameMessage('N', 0, "mallory@127.0.0.1", challenge)));
        });
        DialOptions there = options();
        there.address = {QStringLiteral("127.0.0.1"), enemy.serverPort()};
        const DialReport report = dial(*victim, base::NodeName::literal(u"mallory@127.0.0.1"), there);
        QVERIFY2(report.as<dial_end::HandshakeFailed>(), reasonName(report.end));
        const auto &error = report.as<dial_end::HandshakeFailed>()->error;
        QVERIFY2(error.as<protocol::handshake_failure::Reflection>(), protocol::reasonName(error.reason));
        for (const protocol::HandshakeMessage &message : report.messages)
            QVERIFY(!std::holds_alternative<protocol::ReplyMessage>(message.body));
    }

    void aLinkedNameIsAliveAndTheOldLinkStays()
    {
        const auto bob = named(u"bob@127.0.0.1", m_clock);
        QVERIFY(dial(*bob, m_alice->identity().name).connected());
        const auto impostor = named(u"bob@127.0.0.1", m_clock);
        const DialReport report = dial(*impostor, m_alice->identity().name);
        const auto *failed = report.as<dial_end::HandshakeFailed>();
        QVERIFY(failed);
        QCOMPARE(failed->error.as<protocol::handshake_failure::Refused>()->status,
                 protocol::HandshakeStatus::Alive);
        QVERIFY(bob->isConnected(m_alice->identity().name));
    }

    void callersMayBeGivenAnotherTime()
    {
        LocalNodeSettings settings;
        settings.callerPatience = std::chrono::milliseconds(100); // less than usual: a test has no patience
        LocalNode node(NodeIdentity::fixed(base::NodeName::literal(u"slow@127.0.0.1"), true), {}, m_clock,
                       settings);
        const auto port = node.listen({});
        QVERIFY(port.ok());
        QTcpSocket mute;
        mute.connectToHost(QHostAddress::LocalHost, port.value());
        QSignalSpy closed(&mute, &QTcpSocket::disconnected);
        QVERIFY(closed.wait(4'000)); // OTP's usual time is 7 s
    }
    void callersAreLimited()
    {
        LocalNodeSettings settings;
        settings.maxUnauthenticated = 3;
        const auto crowded = named(u"crowded@127.0.0.1", m_clock, "cookie", settings);
        listen(*crowded);
        QSignalSpy failed(crowded.get(), &LocalNode::acceptFailed);
        std::vector<std::unique_ptr<QTcpSocket>> mutes;
        for (int i = 0; i < 10; ++i) {
            mutes.push_back(std::make_unique<QTcpSocket>());
            mutes.back()->connectToHost(QHostAddress::LocalHost, crowded->listeningPort());
        }
        mutes.clear(); // they hang up, and make room for the honest one
        QVERIFY(dial(*m_client, crowded->identity().name).connected());
        QVERIFY(failed.count() >= 1);
    }

    void processesTalkAndEnd()
    {
        QVERIFY(dial(*m_client, m_alice->identity().name).connected());
        LocalProcess *echo = m_alice->createProcess(QStringLiteral("echo"));
        QVERIFY(!m_alice->createProcess(QStringLiteral("echo")));
        connect(echo, &LocalProcess::message, echo,
                [echo](const Term &message) { echo->send(*message.at(0).toPid(), message.at(1)); });
        LocalProcess *asker = m_client->createProcess();
        QList<Term> heard;
        connect(asker, &LocalProcess::message, this, [&](const Term &message) { heard << message; });
        QList<Term> downs;
        connect(asker, &LocalProcess::down, this,
                [&](const term::Reference &, const Destination &, const Term &reason) { downs << reason; });
        const ProcessName there{m_alice->identity().name, QStringLiteral("echo")};
        asker->monitor(there);
        const Term own = Term::pid(asker->pidOn(m_alice->identity().name));
        QCOMPARE(asker->send(there, Term::tuple({own, Term::utf8(u"ol\u00e1")})), SendResult::Sent);
        QTRY_COMPARE(heard, QList<Term>({Term::utf8(u"ol\u00e1")}));
        echo->exit(Term::atom(u"tired"));
        QTRY_COMPARE(downs, QList<Term>({Term::atom(u"tired")}));
        QVERIFY(!m_alice->whereis(QStringLiteral("echo")));
    }

    void processesOfOneNodeReachEachOther()
    {
        LocalProcess *a = m_alice->createProcess(QStringLiteral("a"));
        LocalProcess *b = m_alice->createProcess();
        QList<Term> heard;
        connect(a, &LocalProcess::message, this, [&](const Term &message) { heard << message; });
        QCOMPARE(b->send(ProcessName{m_alice->identity().name, QStringLiteral("a")}, Term::integer(1)),
                 SendResult::Sent);
        QCOMPARE(b->send(a->pid(), Term::integer(2)), SendResult::Sent);
        QVERIFY(heard.isEmpty()); // never from within
        QTRY_COMPARE(heard, QList<Term>({Term::integer(1), Term::integer(2)}));
        QCOMPARE(b->send(ProcessName{m_alice->identity().name, QStringLiteral("none")}, Term::integer(1)),
                 SendResult::NoProcess);
        QSignalSpy down(b, &LocalProcess::down);
        b->monitor(a->pid());
        b->link(a->pid());
        QSignalSpy exits(b, &LocalProcess::exitReceived);
        a->exit(Term::atom(u"enough"));
        QTRY_COMPARE(down.count(), 1);
        QCOMPARE(exits.count(), 1);
    }

    void withoutTrappingALinkedProcessDiesToo()
    {
        LocalProcess *a = m_alice->createProcess();
        LocalProcess *b = m_alice->createProcess();
        b->setTrapsExits(false);
        b->link(a->pid());
        QSignalSpy ended(b, &LocalProcess::exited);
        a->exit(Term::atom(u"crash"));
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(ended.first().first().value<Term>().isAtom(u"crash"));
    }

    void callsFallBackToRex()
    {
        QVERIFY(dial(*m_client, m_alice->identity().name).connected());
        CallRequest request;
        request.node = m_alice->identity().name;
        request.module = QStringLiteral("erlang");
        request.function = QStringLiteral("node");
        CallResult result = call(*m_client, request); // neither a spawn handler nor a rex
        QVERIFY2(std::get_if<call_end::NotSupported>(&result.end), reasonName(result.end));

        LocalProcess *rex = m_alice->createProcess(QStringLiteral("rex"));
        connect(rex, &LocalProcess::message, rex, [rex](const Term &message) {
            if (const auto gen = GenCall::parse(message))
                gen->reply(*rex, gen->request.at(2));
        });
        result = call(*m_client, request);
        QVERIFY2(result.value(), reasonName(result.end));
        QVERIFY(result.value()->isAtom(u"node"));
        QCOMPARE(result.way, CallWay::Rex);

        request.preference = CallPreference::SpawnOnly;
        result = call(*m_client, request);
        QVERIFY(std::get_if<call_end::NotSupported>(&result.end));
    }

    void aLostLinkEndsCallsAndMonitors()
    {
        QVERIFY(dial(*m_client, m_alice->identity().name).connected());
        m_alice->setSpawnHandler([](const SpawnRequest &) -> SpawnDecision {
            return SpawnAccepted{[](LocalProcess &) {}}; // never ends
        });
        CallRequest request;
        request.node = m_alice->identity().name;
        request.module = QStringLiteral("m");
        request.function = QStringLiteral("f");
        std::optional<CallResult> result;
        m_client->call(request, this, [&](const CallResult &outcome) { result = outcome; });
        QTRY_VERIFY(m_alice->processes().size() > 2);
        m_alice.reset();
        QTRY_VERIFY(result);
        QVERIFY2(std::get_if<call_end::NoConnection>(&result->end), reasonName(result->end));
    }

    void aCallOfNobodyIsForgotten()
    {
        QVERIFY(dial(*m_client, m_alice->identity().name).connected());
        auto context = std::make_unique<QObject>();
        bool answered = false;
        CallRequest request;
        request.node = m_alice->identity().name;
        request.module = request.function = QStringLiteral("x");
        m_client->call(request, context.get(), [&](const CallResult &) { answered = true; });
        context.reset();
        const CallResult second = call(*m_client, request); // the first is answered by now
        QVERIFY2(std::get_if<call_end::NotSupported>(&second.end), reasonName(second.end));
        QVERIFY(!answered);
    }

    void pingIsAnswered()
    {
        NetKernel kernel(*m_alice);
        QVERIFY(dial(*m_client, m_alice->identity().name).connected());
        LocalProcess *asker = m_client->createProcess();
        QList<Term> heard;
        connect(asker, &LocalProcess::message, this, [&](const Term &message) { heard << message; });
        const term::Reference tag = m_client->makeReference(m_alice->identity().name);
        const Term from =
            Term::tuple({Term::pid(asker->pidOn(m_alice->identity().name)), Term::reference(tag)});
        asker->send(ProcessName{m_alice->identity().name, QStringLiteral("net_kernel")},
                    Term::tuple({Term::atom(u"$gen_call"), from,
                                 Term::tuple({Term::atom(u"is_auth"), Term::atom(u"x@y")})}));
        QTRY_COMPARE(heard, QList<Term>({Term::tuple({Term::reference(tag), Term::atom(u"yes")})}));
    }

private:
    [[nodiscard]] DialOptions options() const
    {
        DialOptions options;
        options.epmdPort = m_epmdPort;
        return options;
    }
    [[nodiscard]] DialReport dial(LocalNode &node, const base::NodeName &target) const
    {
        return dial(node, target, options());
    }
    [[nodiscard]] static DialReport dial(LocalNode &node, const base::NodeName &target,
                                         const DialOptions &options)
    {
        QSignalSpy finished(&node, &LocalNode::dialFinished);
        node.dial(target, options);
        return finished.wait(12'000) ? finished.first().first().value<DialReport>() : DialReport{};
    }
    [[nodiscard]] CallResult call(LocalNode &node, const CallRequest &request)
    {
        std::optional<CallResult> result;
        node.call(request, this, [&](const CallResult &outcome) { result = outcome; });
        return QTest::qWaitFor([&] { return result.has_value(); }, 12'000) ? *result : CallResult{};
    }
    void listen(LocalNode &node) const
    {
        QSignalSpy registered(&node, &LocalNode::registered);
        ListenOptions options;
        options.epmdPort = m_epmdPort;
        QVERIFY(node.listen(options).ok());
        QVERIFY(registered.wait());
    }
    [[nodiscard]] static quint16 closedPort()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        return server.serverPort();
    }
    [[nodiscard]] static QByteArray packet(const QByteArray &body)
    {
        return protocol::withLength(protocol::LengthPrefix::TwoBytes, body);
    }
    /// A name, or with a challenge a challenge message.
    [[nodiscard]] static QByteArray nameMessage(char tag, quint32 creation, const QByteArray &name,
                                                const QByteArray &challenge = {})
    {
        const auto number = [](quint64 value, int bytes) {
            QByteArray text;
            for (int i = bytes - 1; i >= 0; --i)
                text += char(value >> (8 * i));
            return text;
        };
        return QByteArray(1, tag) + number(protocol::masks::Recommended.bits(), 8) + challenge +
               number(creation, 4) + number(quint64(name.size()), 2) + name;
    }

    base::SystemClock m_clock;
    std::unique_ptr<EpmdServer> m_epmd;
    quint16 m_epmdPort = 0;
    std::unique_ptr<LocalNode> m_alice;
    std::unique_ptr<LocalNode> m_client;
};

QTEST_GUILESS_MAIN(tst_LocalNode)
#include "tst_LocalNode.moc"
