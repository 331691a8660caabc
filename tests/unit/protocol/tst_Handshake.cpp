#include <QtTest>

#include "HandshakePair.h"

using namespace handshake_test;
using namespace nodescope::protocol::handshake_failure;

/// Two machines joined in memory: what a handshake comes to, in every version and with every status.
class tst_Handshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothEndsAgree_data();
    void bothEndsAgree();
    void dynamicName();
    void probeStopsAfterTheChallenge();
    void wrongCookieIsProvenByTheAcceptor();
    void wrongAckIsFoundByTheInitiator();
    void statuses_data();
    void statuses();
    void aliveReplaced();
    void missingFlagsRefused();
    void missingFlagsInComplementRefusedInsteadOfAck();
    void otherNameGetsNoDigest();
    void reflectionGetsNoDigest();
    void ownChallengeIsNeverThePeers();
    void ownersMistakes();
    void leftoverIsKept();
    void deadlines();
    void slowPeerMeetsTheTotalDeadline();
    void messagesAreReported();
    void printsNoDigest();
};

void tst_Handshake::bothEndsAgree_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<bool>("acceptorSpeaks6");
    QTest::addColumn<int>("prefix");
    QTest::addColumn<int>("slice");
    for (const int slice : {1, 2, 3, 7, 1000}) {
        for (const int prefix : {2, 4}) {
            QTest::addRow("v6, prefix %d, slices of %d", prefix, slice) << 6 << true << prefix << slice;
            QTest::addRow("v5 with complement, %d, %d", prefix, slice) << 5 << true << prefix << slice;
            QTest::addRow("v5, prefix %d, slices of %d", prefix, slice) << 5 << false << prefix << slice;
        }
    }
}

void tst_Handshake::bothEndsAgree()
{
    QFETCH(int, version);
    QFETCH(bool, acceptorSpeaks6);
    QFETCH(int, prefix);
    QFETCH(int, slice);
    HandshakeSettings initiator = initiatorSettings();
    HandshakeSettings acceptor = acceptorSettings();
    initiator.openWith = HandshakeVersion(version);
    initiator.prefix = acceptor.prefix = LengthPrefix(prefix);
    if (!acceptorSpeaks6)
        acceptor.flags = masks::Mandatory23;
    Pair pair(initiator, acceptor);
    pair.slice = slice;
    pair.run();

    QVERIFY(pair.a.result());
    QVERIFY(pair.b.result());
    const HandshakeResult &a = *pair.a.result();
    const HandshakeResult &b = *pair.b.result();
    const bool ends6 = version == 6 || acceptorSpeaks6;
    QCOMPARE(a.version, ends6 ? HandshakeVersion::V6 : HandshakeVersion::V5);
    QCOMPARE(b.version, a.version);
    QCOMPARE(a.peer.text(), QStringLiteral("alice@127.0.0.1"));
    QCOMPARE(b.peer.text(), QStringLiteral("probe@127.0.0.1"));
    QCOMPARE(a.peerCreation, ends6 ? 9u : 0u);
    QCOMPARE(b.peerCreation, ends6 ? 7u : 0u);
    QCOMPARE(a.agreedFlags, b.agreedFlags);
    QVERIFY(a.hidden());
    QCOMPARE(b.peerFlags, ends6 ? masks::Recommended : Flags(quint64(masks::Recommended.low())));
    QCOMPARE(pair.a.book.count(), 0);
    QCOMPARE(pair.b.book.count(), 0);
    QVERIFY(!pair.a.machine.deadline());
}

void tst_Handshake::dynamicName()
{
    HandshakeSettings initiator = initiatorSettings();
    initiator.flags = masks::RecommendedNameMe;
    initiator.ownName = {};
    Pair pair(initiator, acceptorSettings(), decision(HandshakeStatus::Named));
    pair.run();
    QVERIFY(pair.a.result());
    QCOMPARE(pair.a.result()->ownName.text(), QStringLiteral("1A2B3C@127.0.0.1"));
    QCOMPARE(pair.a.result()->ownCreation, 77u);
    QCOMPARE(pair.b.result()->peer, pair.a.result()->ownName);
    QCOMPARE(pair.b.result()->peerCreation, 77u);
    QVERIFY(pair.b.result()->hidden());
    QVERIFY(!pair.b.result()->ownFlags.contains(Flag::Published));
    const auto *wanted = pair.b.event<handshake_event::DecisionWanted>();
    QVERIFY(wanted && wanted->caller.wantsName);
    QCOMPARE(wanted->caller.name, QStringLiteral("127.0.0.1"));
}

void tst_Handshake::probeStopsAfterTheChallenge()
{
    HandshakeSettings initiator = initiatorSettings();
    initiator.probe = true;
    initiator.cookie = {};
    initiator.expectedPeer = base::NodeName::literal(u"bob@127.0.0.1");
    Pair pair(initiator, acceptorSettings());
    pair.run();
    const auto *probed = pair.a.event<handshake_event::Probed>();
    QVERIFY(probed);
    QCOMPARE(pair.a.machine.step(), HandshakeStep::Probed);
    QCOMPARE(probed->result.peer, QStringLiteral("alice@127.0.0.1"));
    QCOMPARE(probed->result.peerFlags, acceptorSettings().flags);
    QCOMPARE(probed->result.peerCreation, 9u);
    QCOMPARE(pair.b.machine.step(), HandshakeStep::AwaitReply);
}

void tst_Handshake::wrongCookieIsProvenByTheAcceptor()
{
    Pair pair(initiatorSettings("wrong"), acceptorSettings());
    pair.run();
    const auto *wrong = pair.b.failedWith<WrongDigest>();
    QVERIFY(wrong);
    QVERIFY(wrong->proof.digestMatches(base::Secret(QByteArrayView("wrong"))));
    QVERIFY(!wrong->proof.digestMatches(base::Secret(QByteArrayView("secret"))));
    QVERIFY(!wrong->proof.digestMatches(base::Secret()));
    QVERIFY(pair.b.error()->evidence.isEmpty());
    QCOMPARE(pair.b.error()->fault(), HandshakeFault::Peer);
    QCOMPARE(pair.b.machine.step(), HandshakeStep::Failed);

    // The initiator sees no more than the end of the connection.
    pair.now += std::chrono::milliseconds(3);
    pair.a.take(pair.a.machine.peerClosed(pair.now));
    QVERIFY(pair.a.failedWith<Closed>());
    QCOMPARE(pair.a.error()->step, HandshakeStep::AwaitAck);
    QCOMPARE(base::toMilliseconds(pair.a.error()->sinceLastSend), 3);
}

void tst_Handshake::wrongAckIsFoundByTheInitiator()
{
    End a(Role::Initiator, initiatorSettings());
    a.take(a.machine.start({}));
    a.take(a.machine.receive(withLength(LengthPrefix::TwoBytes, "sok"), {}));
    const ChallengeMessage challenge{HandshakeVersion::V6, masks::Recommended, 1, 9,
                                     QStringLiteral("alice@127.0.0.1")};
    a.take(a.machine.receive(withLength(LengthPrefix::TwoBytes, encodeHandshake(challenge)), {}));
    a.take(a.machine.receive(withLength(LengthPrefix::TwoBytes, encodeHandshake(AckMessage())), {}));
    QVERIFY(a.failedWith<WrongDigest>());
    QVERIFY(a.error()->evidence.isEmpty());
}

void tst_Handshake::statuses_data()
{
    QTest::addColumn<HandshakeStatus>("status");
    QTest::addColumn<bool>("up");
    QTest::newRow("ok") << HandshakeStatus::Ok << true;
    QTest::newRow("ok_simultaneous") << HandshakeStatus::OkSimultaneous << true;
    QTest::newRow("nok") << HandshakeStatus::Nok << false;
    QTest::newRow("not_allowed") << HandshakeStatus::NotAllowed << false;
    QTest::newRow("alive") << HandshakeStatus::Alive << false;
}

void tst_Handshake::statuses()
{
    QFETCH(HandshakeStatus, status);
    QFETCH(bool, up);
    Pair pair(initiatorSettings(), acceptorSettings(), decision(status));
    pair.run();
    QCOMPARE(pair.a.result() != nullptr, up);
    QCOMPARE(pair.b.result() != nullptr, up);
    if (up) {
        QCOMPARE(pair.a.result()->simultaneous, status == HandshakeStatus::OkSimultaneous);
        return;
    }
    QVERIFY(pair.a.failedWith<Refused>());
    QCOMPARE(pair.a.failedWith<Refused>()->status, status);
    QVERIFY(!pair.a.failedWith<Refused>()->insteadOfAck);
    if (status == HandshakeStatus::Alive)
        QVERIFY(pair.b.failedWith<GaveWay>());
    else
        QCOMPARE(pair.b.failedWith<Declined>()->status, status);
}

void tst_Handshake::aliveReplaced()
{
    for (const HandshakeVersion version : {HandshakeVersion::V6, HandshakeVersion::V5}) {
        HandshakeSettings initiator = initiatorSettings();
        initiator.replaceOldLink = true;
        initiator.openWith = version;
        Pair pair(initiator, acceptorSettings(), decision(HandshakeStatus::Alive));
        pair.run();
        QVERIFY(pair.a.result());
        QVERIFY(pair.b.result());
    }
}

void tst_Handshake::missingFlagsRefused()
{
    HandshakeSettings initiator = initiatorSettings();
    initiator.flags = masks::Mandatory21;
    Pair pair(initiator, acceptorSettings());
    pair.run();
    const auto *missing = pair.b.failedWith<FlagsMissing>();
    QVERIFY(missing);
    QCOMPARE(flagNames(missing->missing), QStringList(QStringLiteral("BIG_CREATION")));
    QCOMPARE(pair.a.failedWith<Refused>()->status, HandshakeStatus::NotAllowed);

    // The other way round the initiator closes without a word.
    HandshakeSettings acceptor = acceptorSettings();
    acceptor.flags = masks::Mandatory21;
    Pair other(initiatorSettings(), acceptor);
    other.run();
    QVERIFY(other.a.failedWith<FlagsMissing>());
    QCOMPARE(other.a.failedWith<FlagsMissing>()->peerName, QStringLiteral("alice@127.0.0.1"));
    QCOMPARE(other.b.machine.step(), HandshakeStep::AwaitReply);
}

void tst_Handshake::missingFlagsInComplementRefusedInsteadOfAck()
{
    HandshakeSettings initiator = initiatorSettings();
    initiator.openWith = HandshakeVersion::V5;
    initiator.flags = Flags(quint64(masks::Recommended.low())); // nothing in the upper half
    initiator.flags = initiator.flags.without(Flag::Mandatory25Digest);
    HandshakeSettings acceptor = acceptorSettings();
    acceptor.required = masks::Mandatory26;
    Pair pair(initiator, acceptor);
    pair.run();
    QVERIFY(pair.b.failedWith<FlagsMissing>());
    QCOMPARE(pair.b.failedWith<FlagsMissing>()->missing, Flags(Flag::V4Nc));
    QVERIFY(pair.a.failedWith<Refused>());
    QVERIFY(pair.a.failedWith<Refused>()->insteadOfAck);
}

void tst_Handshake::otherNameGetsNoDigest()
{
    HandshakeSettings initiator = initiatorSettings();
    initiator.expectedPeer = base::NodeName::literal(u"alice@127.0.0.1.example");
    Pair pair(initiator, acceptorSettings());
    pair.run();
    QVERIFY(pair.a.failedWith<OtherName>());
    QCOMPARE(pair.a.failedWith<OtherName>()->got, QStringLiteral("alice@127.0.0.1"));
    QCOMPARE(pair.b.machine.step(), HandshakeStep::AwaitReply);
}

void tst_Handshake::ownChallengeIsNeverThePeers()
{
    // The generator gives the very number that the peer has just sent: our digest for the peer would be
    // its proof for us.
    constexpr quint32 Theirs = 0x12345678;
    quint32 next = Theirs;
    End a(Role::Initiator, initiatorSettings(), [&next] { return next++; });
    a.take(a.machine.start({}));
    const auto packet = [](const HandshakeBody &body) {
        return withLength(LengthPrefix::TwoBytes, encodeHandshake(body));
    };
    a.take(a.machine.receive(packet(StatusMessage()), {}));
    a.take(a.machine.receive(packet(ChallengeMessage{HandshakeVersion::V6, masks::Minimum, Theirs, 4,
                                                     QStringLiteral("alice@127.0.0.1")}),
                             {}));
    QCOMPARE(a.machine.step(), HandshakeStep::AwaitAck);
    QVERIFY(!a.book.isOutstanding(Theirs));
    a.take(a.machine.receive(packet(AckMessage{Digest::of(base::Secret("secret"), Theirs)}), {}));
    QVERIFY(a.failedWith<WrongDigest>());
}

void tst_Handshake::reflectionGetsNoDigest()
{
    // Our node dials and listens with one book. The peer sends the challenge of the one as that of the other.
    ChallengeBook book;
    Handshake dials(Role::Initiator, initiatorSettings(), book);
    Handshake listens(Role::Acceptor, acceptorSettings(), book);
    const auto packet = [](const HandshakeBody &body) {
        return withLength(LengthPrefix::TwoBytes, encodeHandshake(body));
    };
    (void)listens.start({});
    (void)listens.receive(
        packet(NameMessage{HandshakeVersion::V6, masks::Minimum, 4, QStringLiteral("mallory@h")}), {});
    const HandshakeOutput challenged = listens.decide(decision(), {});
    quint32 ours = 0;
    for (const HandshakeEvent &event : challenged.events) {
        if (const auto *message = std::get_if<handshake_event::Message>(&event)) {
            if (const auto *challenge = std::get_if<ChallengeMessage>(&message->message.body))
                ours = challenge->challenge;
        }
    }
    QVERIFY(book.isOutstanding(ours));

    (void)dials.start({});
    (void)dials.receive(packet(StatusMessage()), {});
    const HandshakeOutput out =
        dials.receive(packet(ChallengeMessage{HandshakeVersion::V6, masks::Minimum, ours, 4,
                                              QStringLiteral("alice@127.0.0.1")}),
                      {});
    QVERIFY(out.toSend.isEmpty());
    const auto *failed = std::get_if<handshake_event::Failed>(&out.events.back());
    QVERIFY(failed && failed->error.as<Reflection>());
    QCOMPARE(failed->error.as<Reflection>()->challenge, ours);

    // And the acceptor does not sign its own challenge either.
    const HandshakeOutput back = listens.receive(packet(ReplyMessage{ours, Digest()}), {});
    QVERIFY(back.toSend.isEmpty());
    QVERIFY(std::get<handshake_event::Failed>(back.events.back()).error.as<Reflection>());
    QVERIFY(!book.isOutstanding(ours));
}

void tst_Handshake::ownersMistakes()
{
    {
        Pair pair(initiatorSettings(), acceptorSettings(), AcceptDecision{HandshakeStatus::Ok, {}, {}, 0});
        pair.run();
        QVERIFY(pair.b.failedWith<NoCookie>());
        QVERIFY(pair.a.failedWith<Refused>());
    }
    {
        HandshakeSettings initiator = initiatorSettings();
        initiator.cookie = {};
        Pair pair(initiator, acceptorSettings());
        pair.run();
        QVERIFY(pair.a.failedWith<NoCookie>());
    }
    {
        Pair pair(initiatorSettings(), acceptorSettings(), decision(HandshakeStatus::Named));
        pair.run();
        QVERIFY(pair.b.failedWith<DynamicName>());
    }
    {
        End a(Role::Initiator, initiatorSettings(), [] { return 5u; });
        const auto taken = a.book.issue();
        QVERIFY(taken);
        QVERIFY(!a.book.issue());
    }
}

void tst_Handshake::leftoverIsKept()
{
    Pair pair(initiatorSettings(), acceptorSettings());
    pair.run();
    QVERIFY(pair.a.result());
    pair.a.take(pair.a.machine.receive("late", pair.now));
    QCOMPARE(pair.a.leftover, QByteArray("late"));

    // In one segment with the ack.
    HandshakeSettings settings = initiatorSettings();
    End a(Role::Initiator, settings);
    End b(Role::Acceptor, acceptorSettings());
    a.take(a.machine.start({}));
    b.take(b.machine.start({}));
    b.take(b.machine.receive(std::exchange(a.outbox, {}), {}));
    b.take(b.machine.decide(decision(), {}));
    a.take(a.machine.receive(std::exchange(b.outbox, {}), {}));
    b.take(b.machine.receive(QByteArray(std::exchange(a.outbox, {}) + QByteArray(4, '\0')), {}));
    QCOMPARE(b.leftover, QByteArray(4, '\0'));
    a.take(a.machine.receive(QByteArray(std::exchange(b.outbox, {}) + "frames"), {}));
    QCOMPARE(a.leftover, QByteArray("frames"));
}

void tst_Handshake::deadlines()
{
    using std::chrono::seconds;
    base::Instant now{};
    End a(Role::Initiator, initiatorSettings());
    QVERIFY(!a.machine.deadline());
    a.take(a.machine.start(now));
    QCOMPARE(*a.machine.deadline(), now + seconds(7));
    now += seconds(5);
    a.take(a.machine.timeout(now));
    QVERIFY(!a.machine.isOver());
    a.take(a.machine.receive(withLength(LengthPrefix::TwoBytes, "sok"), now));
    QCOMPARE(*a.machine.deadline(), base::Instant() + seconds(10)); // the total comes first
    now += seconds(5);
    a.take(a.machine.timeout(now));
    QVERIFY(a.failedWith<TimedOut>());
    QVERIFY(a.failedWith<TimedOut>()->total);
    QCOMPARE(a.error()->step, HandshakeStep::AwaitChallenge);
    QCOMPARE(a.error()->sinceLastSend, base::Duration(seconds(10)));
    QCOMPARE(a.error()->fault(), HandshakeFault::Network);
}

void tst_Handshake::slowPeerMeetsTheTotalDeadline()
{
    // A byte a second is no progress.
    End b(Role::Acceptor, acceptorSettings());
    base::Instant now{};
    b.take(b.machine.start(now));
    const QByteArray name = withLength(
        LengthPrefix::TwoBytes,
        encodeHandshake(NameMessage{HandshakeVersion::V6, masks::Minimum, 4, QStringLiteral("slow@h")}));
    for (const char byte : name) {
        now += std::chrono::seconds(1);
        b.take(b.machine.receive(QByteArrayView(&byte, 1), now));
        b.take(b.machine.timeout(now));
    }
    QVERIFY(b.failedWith<TimedOut>());
    QVERIFY(!b.failedWith<TimedOut>()->total);
    QCOMPARE(b.error()->sinceStart, base::Duration(std::chrono::seconds(7)));
    QCOMPARE(b.error()->evidence, name.left(7));
}

void tst_Handshake::messagesAreReported()
{
    HandshakeSettings initiator = initiatorSettings();
    initiator.openWith = HandshakeVersion::V5;
    Pair pair(initiator, acceptorSettings());
    pair.run();
    QByteArray tags;
    for (const HandshakeEvent &event : pair.a.events) {
        if (const auto *message = std::get_if<handshake_event::Message>(&event)) {
            const bool sent = message->message.direction == HandshakeMessage::Direction::Sent;
            tags += (sent ? '>' : '<');
            tags += message->message.packet.at(2);
            QCOMPARE(message->message.sender, sent ? Role::Initiator : Role::Acceptor);
        }
    }
    QCOMPARE(tags, QByteArray(">n<s<N>c>r<a"));
    QVERIFY(std::holds_alternative<handshake_event::Completed>(pair.a.events.back()));
}

void tst_Handshake::printsNoDigest()
{
    Pair pair(initiatorSettings("wrong"), acceptorSettings());
    pair.run();
    QString text;
    QDebug debug(&text);
    QByteArray digest;
    for (const HandshakeEvent &event : pair.a.events) {
        if (const auto *message = std::get_if<handshake_event::Message>(&event)) {
            debug << message->message;
            if (const auto *reply = std::get_if<ReplyMessage>(&message->message.body))
                digest = reply->digest.reveal().toByteArray();
        }
    }
    debug << *pair.b.error();
    QCOMPARE(digest.size(), Digest::Size);
    QVERIFY(!text.contains(QString::fromLatin1(digest.toHex()), Qt::CaseInsensitive));
    QVERIFY(text.contains(QStringLiteral("Digest(hidden)")));
    QVERIFY(text.contains(QStringLiteral("wrong_digest")));
}

QTEST_APPLESS_MAIN(tst_Handshake)
#include "tst_Handshake.moc"
