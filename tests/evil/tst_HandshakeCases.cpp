#include <QElapsedTimer>
#include <QTest>

#include "Misbehaviour.h"
#include "Outcome.h"
#include "Victim.h"
#include "Wire.h"

using namespace nodescope;
using namespace nodescope::dist;
using namespace nodescope::test::evil;

/// The cases of robustness.md on the handshake, 16 to 25, by their numbers. (20, simultaneous dials, is in
/// tst_CrossingDials.)
class tst_HandshakeCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_victim = std::make_unique<Victim>(); }

    // A caller holds our challenge, and gives it to us as its own wherever else we prove ourselves.
    void case16_reflectionOfAnAcceptedCall()
    {
        EvilPeer caller({say(packet(nameBody("eva@127.0.0.1")))});
        caller.connectTo(m_victim->node->listeningPort());
        QTRY_VERIFY(caller.player() && caller.player()->conversation().challenge() != 0);
        const quint32 ours = caller.player()->conversation().challenge();

        EvilPeer acceptor(
            {awaitPackets(1), say(status("ok") + packet(challengeBody(EvilName, GoodFlags, ours)))});
        const DialReport report = m_victim->dial(acceptor.listen(), Victim::evilName());
        QCOMPARE(outcomeOf(report), QStringLiteral("reflection @AwaitChallenge +5"));
        QVERIFY(!acceptor.player()->conversation().provedCookie());

        EvilPeer second({say(packet(nameBody(EvilName))), awaitPackets(2),
                         say(packet(replyBody(ours, QByteArray(16, 'd'))))});
        QCOMPARE(endOfCall(second), QStringLiteral("reflection @AwaitReply +30"));
        QVERIFY(!second.player()->conversation().provedCookie());
    }

    // The same with a challenge of a dial that is in flight.
    void case16_reflectionOfADial()
    {
        EvilPeer slow({awaitPackets(1), say(status("ok") + packet(challengeBody(EvilName)))});
        DialOptions options;
        options.address = {QStringLiteral("127.0.0.1"), slow.listen()};
        m_victim->node->dial(Victim::evilName(), options);
        QTRY_VERIFY(slow.player() && slow.player()->conversation().packets().size() == 2);
        const quint32 ours = slow.player()->conversation().challenge();

        const auto eva = base::NodeName::literal(u"eva@127.0.0.1");
        EvilPeer acceptor(
            {awaitPackets(1), say(status("ok") + packet(challengeBody("eva@127.0.0.1", GoodFlags, ours)))});
        QCOMPARE(outcomeOf(m_victim->dial(acceptor.listen(), eva)),
                 QStringLiteral("reflection @AwaitChallenge +5"));
        QVERIFY(!acceptor.player()->conversation().provedCookie());

        EvilPeer caller({say(packet(nameBody("eva@127.0.0.1"))), awaitPackets(2),
                         say(packet(replyBody(ours, QByteArray(16, 'd'))))});
        QCOMPARE(endOfCall(caller), QStringLiteral("reflection @AwaitReply +30"));
        QVERIFY(!caller.player()->conversation().provedCookie());
    }

    // A digest of a challenge that the peer chose can be cracked offline: so a cookie for one host goes to
    // no other, and a probe sends none.
    void case17_aChosenChallengeGetsNoCookieOfAnotherHost()
    {
        CookieStore cookies;
        cookies.setForHost(QStringLiteral("localhost"), base::Secret(Cookie));
        LocalNode node(NodeIdentity::dynamic(QStringLiteral("127.0.0.1")), cookies, m_victim->clock);
        EvilPeer acceptor({awaitPackets(1), say(named("X@127.0.0.1", 9) + packet(challengeBody(EvilName)))});
        DialOptions options;
        options.address = {QStringLiteral("127.0.0.1"), acceptor.listen()};
        QSignalSpy finished(&node, &LocalNode::dialFinished);
        node.dial(Victim::evilName(), options);
        QVERIFY(finished.wait(Victim::Wait));
        QVERIFY(finished.last().first().value<DialReport>().as<dial_end::NoCookie>());
        QCOMPARE(acceptor.connections(), std::size_t(1)); // as far as the challenge, as a probe
        QVERIFY(!acceptor.player()->conversation().provedCookie());
        options.probe = true;
        node.dial(Victim::evilName(), options);
        QVERIFY(finished.wait(Victim::Wait));
        QVERIFY(finished.last().first().value<DialReport>().as<dial_end::Probed>());
        QVERIFY(!acceptor.player()->conversation().provedCookie());
    }

    void case18_challengesAreRandomAndNeverRepeatInFlight()
    {
        protocol::ChallengeBook book; // the system's cryptographic generator
        std::vector<protocol::ChallengeBook::Ticket> tickets;
        QSet<quint32> seen;
        std::array<int, 32> ones{};
        constexpr int Count = 20'000;
        for (int i = 0; i < Count; ++i) {
            auto ticket = book.issue();
            QVERIFY(ticket);
            seen.insert(ticket->challenge());
            for (std::size_t bit = 0; bit < ones.size(); ++bit)
                ones[bit] += int((ticket->challenge() >> bit) & 1u);
            tickets.push_back(*std::move(ticket));
        }
        QCOMPARE(seen.size(), Count);
        for (const int count : ones) // six standard deviations
            QVERIFY(qAbs(count - Count / 2) < 6 * 71);
        QCOMPARE(book.count(), Count);
        tickets.clear();
        QCOMPARE(book.count(), 0);
        protocol::ChallengeBook stuck([] { return 7u; });
        const auto only = stuck.issue();
        QVERIFY(only);
        QVERIFY(!stuck.issue()); // rather none than the same
    }

    void case19_noLinkUnderAWrongName()
    {
        QSignalSpy up(m_victim->node.get(), &LocalNode::linkUp);
        for (const QByteArray &name : wrongNames()) {
            EvilPeer caller({say(packet(nameBody(name))), awaitPackets(2), say([](const Conversation &c) {
                                 return packet(replyBody(1, digestOf(Cookie, c.challenge())));
                             })});
            const QString call = endOfCall(caller);
            QVERIFY2(call.startsWith(QLatin1String("bad_name")) ||
                         call.startsWith(QLatin1String("malformed")) ||
                         call.startsWith(QLatin1String("declined")),
                     qPrintable(call));
            EvilPeer acceptor({awaitPackets(1), say(status("ok") + packet(challengeBody(name)))});
            const QString dial = outcomeOf(m_victim->dial(acceptor.listen(), Victim::evilName()));
            QVERIFY2(dial.startsWith(QLatin1String("bad_name")) ||
                         dial.startsWith(QLatin1String("malformed")) ||
                         dial.startsWith(QLatin1String("other_name")),
                     qPrintable(dial));
            QVERIFY(!acceptor.player()->conversation().provedCookie());
            QVERIFY(!caller.player()->conversation().provedCookie());
        }
        EvilPeer namer({awaitPackets(1), say(named("mine@127.0.0.1", 9))});
        QCOMPARE(outcomeOf(m_victim->dial(namer.listen(), Victim::evilName())),
                 QStringLiteral("dynamic_name unasked @AwaitStatus +0"));
        QVERIFY(up.isEmpty());
    }

    void case21_missingFlagsAreListed()
    {
        using protocol::Flag;
        const protocol::Flags without = protocol::Flags(GoodFlags).without(
            Flag::Mandatory25Digest | Flag::BigCreation | Flag::NewFunTags);
        EvilPeer acceptor(
            {awaitPackets(1), say(status("ok") + packet(challengeBody(EvilName, without.bits())))});
        const DialReport report = m_victim->dial(acceptor.listen(), Victim::evilName());
        const auto *failed = report.as<dial_end::HandshakeFailed>();
        QVERIFY(failed);
        const auto *missing = failed->error.as<protocol::handshake_failure::FlagsMissing>();
        QVERIFY(missing);
        QCOMPARE(flagNames(missing->missing),
                 QStringList({QStringLiteral("NEW_FUN_TAGS"), QStringLiteral("BIG_CREATION")}));
        QCOMPARE(missing->theirs.bits(), without.bits());
        QCOMPARE(missing->peerName, QString(QLatin1String(EvilName)));
    }

    // Data before the ack: nothing is delivered that nobody has proved.
    void case22_dataBeforeTheAckIsNotDelivered()
    {
        LocalProcess *process = m_victim->node->createProcess(QStringLiteral("box"));
        QSignalSpy heard(process, &LocalProcess::message);
        const QByteArray message =
            headed(tuple({small(6), pid(EvilName, 1, 7), atom(""), atom("box")}) + small(1));
        for (const bool knowsCookie : {false, true}) {
            EvilPeer caller(
                {say(packet(nameBody(EvilName))), awaitPackets(2),
                 say([&](const Conversation &c) -> QByteArray {
                     return packet(replyBody(1, digestOf(knowsCookie ? Cookie : "x", c.challenge()))) +
                            message;
                 })});
            QSignalSpy up(m_victim->node.get(), &LocalNode::linkUp);
            QSignalSpy failed(m_victim->node.get(), &LocalNode::acceptFailed);
            caller.connectTo(m_victim->node->listeningPort());
            QTRY_COMPARE_WITH_TIMEOUT(up.count() + failed.count(), 1, Victim::Wait);
            QCOMPARE(up.count(), int(knowsCookie));
            if (knowsCookie) // sent with the proof, and read behind it
                QTRY_COMPARE_WITH_TIMEOUT(heard.count(), 1, Victim::Wait);
            QCOMPARE(heard.count(), int(knowsCookie));
        }
    }

    // Seven seconds for each step, ten for all; in every step of both roles.
    void case23_aStallAtEachStep()
    {
        using namespace std::chrono_literals;
        const QByteArray proof = digestOf("cookie", 0);
        const QByteArray ok = status("ok");
        const QByteArray challenge = packet(challengeBody("eve@127.0.0.1"));
        const QByteArray name = packet(nameBody("eve@127.0.0.1"));
        const QByteArray oldName = packet(nameBody5("eve@127.0.0.1"));
        using Steps = QByteArrayList;
        for (const Steps &peer : {Steps{}, Steps{ok}, Steps{ok, challenge}})
            stall(protocol::Role::Initiator, peer, protocol::HandshakeStatus::Ok);
        for (const Steps &peer :
             {Steps{}, Steps{name}, Steps{oldName}, Steps{oldName, packet("c" + QByteArray(8, '\x06'))}})
            stall(protocol::Role::Acceptor, peer, protocol::HandshakeStatus::Ok);
        for (const Steps &peer : {Steps{name}, Steps{name, packet("strue")}})
            stall(protocol::Role::Acceptor, peer, protocol::HandshakeStatus::Alive);
    }

    // Who guesses waits, longer each time; nobody else does, and the thread does not sleep.
    void case24_guessingIsSlowedDown()
    {
        QList<qint64> waits;
        for (int guess = 0; guess < 7; ++guess) {
            EvilPeer caller({say(packet(nameBody(EvilName))), awaitPackets(2),
                             say(packet(replyBody(1, QByteArray(16, char(guess)))))});
            QSignalSpy failed(m_victim->node.get(), &LocalNode::acceptFailed);
            QElapsedTimer timer;
            timer.start();
            caller.connectTo(m_victim->node->listeningPort());
            QElapsedTimer healthy;
            healthy.start();
            QVERIFY(m_victim->healthyAnswers());
            QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), Victim::Wait);
            const auto report = failed.first().first().value<AcceptReport>();
            QVERIFY(report.error.as<protocol::handshake_failure::WrongDigest>());
            waits.append(base::toMilliseconds(report.elapsed));
        }
        // Three failures are free; then 100, 200, 400 milliseconds.
        QVERIFY(waits.at(4) >= 100 && waits.at(5) >= 200 && waits.at(6) >= 400);
        // Another name from there is answered at once.
        EvilPeer other(goodCallerAs("eva@127.0.0.1"));
        QSignalSpy up(m_victim->node.get(), &LocalNode::linkUp);
        other.connectTo(m_victim->node->listeningPort());
        QVERIFY(up.count() == 1 || up.wait(Victim::Wait));
    }

    // Over a long text the difference of an early exit would be thousandfold.
    void case25_digestsAreComparedInConstantTime()
    {
        const QByteArray right(1 << 20, 'd');
        QByteArray early = right;
        QByteArray late = right;
        early[0] = 'x';
        late[late.size() - 1] = 'x';
        const auto best = [&right](const QByteArray &other) {
            qint64 least = std::numeric_limits<qint64>::max();
            for (int i = 0; i < 20; ++i) {
                QElapsedTimer timer;
                timer.start();
                const bool equal = base::equalInConstantTime(right, other);
                least = equal ? 0 : qMin(least, timer.nsecsElapsed());
            }
            return least;
        };
        const qint64 atOnce = best(early);
        const qint64 atTheEnd = best(late);
        QVERIFY(atOnce > 0 && atTheEnd > 0);
        QVERIFY2(atOnce * 10 > atTheEnd, qPrintable(QStringLiteral("%1 %2 ns").arg(atOnce).arg(atTheEnd)));
        // And Digest uses it for each of its bytes.
        const protocol::Digest digest = protocol::Digest::of(base::Secret(Cookie), 1);
        for (int byte = 0; byte < protocol::Digest::Size; ++byte) {
            QByteArray bytes = digest.reveal().toByteArray();
            QVERIFY(protocol::Digest::fromBytes(bytes) == digest);
            bytes[byte] = char(bytes[byte] ^ 0x80);
            QVERIFY(protocol::Digest::fromBytes(bytes) != digest);
        }
    }

private:
    [[nodiscard]] static QByteArrayList wrongNames()
    {
        QByteArrayList names{"", "@", "eve", "eve@", "@h", "a@b@c", "eve\n@127.0.0.1", "\x1b[31m@127.0.0.1"};
        names.append(QByteArray("e\0e@127.0.0.1", 13));
        names.append(QByteArray(1009, 'e') + QByteArray("@127.0.0.1x")); // 1,020 bytes and one
        names.append(QByteArray(250, 'e') + QByteArray("@127.0.0.1"));
        for (const char *name :
             {VictimName, "e ve@127.0.0.1", "e.ve@127.0.0.1", "\xff\xfe@127.0.0.1", "<b>eve</b>@127.0.0.1"})
            names.append(name);
        return names;
    }

    [[nodiscard]] static Script goodCallerAs(const QByteArray &name)
    {
        return {say(packet(nameBody(name))), awaitPackets(2), say([](const Conversation &c) {
                    return packet(replyBody(1, digestOf(Cookie, c.challenge())));
                })};
    }

    [[nodiscard]] QString endOfCall(EvilPeer &caller)
    {
        QSignalSpy failed(m_victim->node.get(), &LocalNode::acceptFailed);
        caller.connectTo(m_victim->node->listeningPort());
        if (!QTest::qWaitFor([&failed] { return !failed.isEmpty(); }, Victim::Wait))
            return QStringLiteral("no end");
        return outcomeOf(failed.first().first().value<AcceptReport>().error);
    }

    // The peer says so much, a packet every four seconds, and then nothing.
    static void stall(protocol::Role role, const QByteArrayList &peer, protocol::HandshakeStatus decision)
    {
        using namespace std::chrono_literals;
        protocol::HandshakeSettings settings;
        settings.ownName = base::NodeName::literal(u"me@127.0.0.1");
        settings.flags = protocol::Flags(GoodFlags);
        settings.cookie = base::Secret("cookie");
        protocol::ChallengeBook book;
        protocol::Handshake machine(role, settings, book);
        base::Instant now{};
        protocol::HandshakeOutput output = machine.start(now);
        for (const QByteArray &bytes : peer) {
            now += 4s;
            output = machine.receive(bytes, now);
            if (machine.step() == protocol::HandshakeStep::AwaitDecision)
                output = machine.decide({decision, base::Secret("cookie"), {}, 0}, now);
        }
        QVERIFY2(!machine.isOver(), protocol::stepName(machine.step()));
        const protocol::HandshakeStep stalled = machine.step();
        const base::Instant expected = std::min(now + 7s, base::Instant{} + 10s);
        QCOMPARE(machine.deadline(), std::optional(expected));
        QVERIFY(machine.timeout(expected - 1ns).events.empty());
        output = machine.timeout(expected);
        const auto *failed = std::get_if<protocol::handshake_event::Failed>(&output.events.back());
        QVERIFY(failed);
        QVERIFY(failed->error.as<protocol::handshake_failure::TimedOut>());
        QCOMPARE(failed->error.step, stalled);
        QCOMPARE(book.count(), 0);
    }

    std::unique_ptr<Victim> m_victim;
};

QTEST_GUILESS_MAIN(tst_HandshakeCases)
#include "tst_HandshakeCases.moc"
