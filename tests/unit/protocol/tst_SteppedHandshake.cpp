#include <QTest>

#include "HandshakePair.h"
#include "protocol/handshake/SteppedHandshake.h"

using namespace handshake_test;
namespace failure = nodescope::protocol::handshake_failure;

namespace {

constexpr quint32 Chosen = 0xfeedbeef;

/// A handshake in steps joined to a normal machine. Each message that is due is released as `change` says for
/// the message of that number (from 0), else as it is.
struct Stage
{
    ChallengeBook book;
    SteppedHandshake stepped;
    End other;
    AcceptDecision decided = decision();
    std::map<int, HandshakeChange> changes;
    std::vector<SteppedMessage> messages;
    std::vector<HandshakeBody> proposals;
    base::Instant now{};
    QByteArray outbox;
    QByteArray leftover;

    Stage(Role role, SteppedSettings own, HandshakeSettings peer)
        : stepped(role, std::move(own), book)
        , other(role == Role::Initiator ? Role::Acceptor : Role::Initiator, std::move(peer))
    {
    }
    void take(SteppedOutput output)
    {
        outbox += output.toSend;
        leftover += output.leftover;
        for (SteppedMessage &message : output.messages)
            messages.push_back(std::move(message));
    }
    void run()
    {
        other.take(other.machine.start(now));
        take(stepped.start(now));
        bool moved = true;
        while (moved) {
            moved = deliver() || release();
            if (other.machine.step() == HandshakeStep::AwaitDecision) {
                other.take(other.machine.decide(decided, now));
                moved = true;
            }
        }
        if (other.machine.step() == HandshakeStep::Failed)
            take(stepped.peerClosed(now));
    }
    bool deliver()
    {
        const QByteArray there = std::exchange(outbox, {});
        if (!there.isEmpty())
            other.take(other.machine.receive(there, now));
        const QByteArray back = std::exchange(other.outbox, {});
        if (!back.isEmpty())
            take(stepped.receive(back, now));
        return !there.isEmpty() || !back.isEmpty();
    }
    bool release()
    {
        if (!stepped.proposal())
            return false;
        const int number = int(proposals.size());
        proposals.push_back(stepped.proposal()->body);
        const auto change = changes.find(number);
        take(stepped.release(change == changes.end() ? HandshakeChange() : change->second, now));
        return true;
    }
    [[nodiscard]] bool isUp() const { return stepped.isOver() && !stepped.error(); }
    template<class Reason>
    [[nodiscard]] const Reason *failedWith() const
    {
        return stepped.error() ? stepped.error()->as<Reason>() : nullptr;
    }
    [[nodiscard]] std::vector<HandshakeField> changedIn(int sent) const
    {
        for (const SteppedMessage &message : messages) {
            if (message.message.direction == HandshakeMessage::Direction::Sent && sent-- == 0)
                return message.changed;
        }
        return {};
    }
};

SteppedSettings caller()
{
    SteppedSettings settings;
    settings.ownName = base::NodeName::literal(u"probe@127.0.0.1");
    settings.creation = 7;
    settings.cookie = base::Secret("secret");
    settings.expectedPeer = base::NodeName::literal(u"alice@127.0.0.1");
    return settings;
}

SteppedSettings called()
{
    SteppedSettings settings = caller();
    settings.ownName = base::NodeName::literal(u"alice@127.0.0.1");
    settings.expectedPeer = base::NodeName();
    settings.dynamicName = base::NodeName::literal(u"1A2B@127.0.0.1");
    settings.dynamicCreation = 77;
    return settings;
}

std::unique_ptr<Stage> stageOf(Role role)
{
    return role == Role::Initiator ? std::make_unique<Stage>(role, caller(), acceptorSettings())
                                   : std::make_unique<Stage>(role, called(), initiatorSettings());
}

} // namespace

/// The handshake in steps beside the normal machine, which is the measure of what a peer does.
class tst_SteppedHandshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unchangedItIsANormalOne_data()
    {
        QTest::addColumn<bool>("dials");
        QTest::newRow("we dial") << true;
        QTest::newRow("we are dialled") << false;
    }
    void unchangedItIsANormalOne()
    {
        QFETCH(bool, dials);
        const auto stage = stageOf(dials ? Role::Initiator : Role::Acceptor);
        stage->run();
        QVERIFY(stage->isUp());
        QVERIFY(stage->other.result());
        QCOMPARE(stage->proposals.size(), std::size_t(dials ? 2 : 3));
        QVERIFY(stage->changedIn(0).empty());
        QVERIFY(!stage->stepped.deadline());
    }

    void nothingGoesOutBeforeItIsReleased()
    {
        ChallengeBook book;
        SteppedHandshake stepped(Role::Initiator, caller(), book);
        const SteppedOutput output = stepped.start(base::Instant());
        QVERIFY(output.toSend.isEmpty());
        QVERIFY(stepped.proposal());
        QVERIFY(!stepped.deadline()); // a person takes as long as she likes
        const SteppedOutput sent = stepped.release({}, base::Instant(std::chrono::seconds(60)));
        QVERIFY(!sent.toSend.isEmpty());
        QCOMPARE(*stepped.deadline(), base::Instant(std::chrono::seconds(75)));
        QVERIFY(!stepped.proposal());
    }

    void changesOfTheCaller_data()
    {
        QTest::addColumn<int>("message");
        QTest::addColumn<HandshakeChange>("change");
        QTest::addColumn<HandshakeField>("field");
        QTest::addColumn<bool>("up");
        HandshakeChange c;
        c.name = QStringLiteral("other@127.0.0.1");
        QTest::newRow("name") << 0 << c << HandshakeField::Name << true;
        c = {};
        c.name = QStringLiteral("no at sign");
        QTest::newRow("bad name") << 0 << c << HandshakeField::Name << false;
        c = {};
        c.flags = masks::Recommended.without(Flag::BigCreation | Flag::Mandatory25Digest);
        QTest::newRow("flags") << 0 << c << HandshakeField::Flags << false;
        c = {};
        c.creation = 99;
        QTest::newRow("creation") << 0 << c << HandshakeField::Creation << true;
        c = {};
        c.length = 4000;
        QTest::newRow("length") << 0 << c << HandshakeField::Length << false;
        c = {};
        c.cookie = base::Secret("another");
        QTest::newRow("cookie") << 1 << c << HandshakeField::Cookie << false;
        c = {};
        c.digest = Digest();
        QTest::newRow("digest") << 1 << c << HandshakeField::Digest << false;
        c = {};
        c.challenge = Chosen;
        QTest::newRow("challenge") << 1 << c << HandshakeField::Challenge << true;
    }
    void changesOfTheCaller()
    {
        QFETCH(int, message);
        QFETCH(HandshakeChange, change);
        QFETCH(HandshakeField, field);
        QFETCH(bool, up);
        const auto stage = stageOf(Role::Initiator);
        stage->changes[message] = change;
        stage->run();
        QCOMPARE(stage->changedIn(message), std::vector<HandshakeField>{field});
        QCOMPARE(stage->isUp(), up);
        QCOMPARE(stage->other.result() != nullptr, up);
        const auto can = changeableFields(stage->proposals.at(std::size_t(message)));
        QVERIFY(std::find(can.begin(), can.end(), field) != can.end());
    }

    void changesOfTheCalled_data()
    {
        QTest::addColumn<int>("message");
        QTest::addColumn<HandshakeChange>("change");
        QTest::addColumn<HandshakeField>("field");
        QTest::addColumn<bool>("up");
        HandshakeChange c;
        for (const char *word : {"nok", "not_allowed", "what", "named:", "ok_simultaneous"}) {
            c.status = word;
            QTest::newRow(word) << 0 << c << HandshakeField::Status << (*c.status == "ok_simultaneous");
        }
        c = {};
        c.name = QStringLiteral("bob@127.0.0.1");
        QTest::newRow("name") << 1 << c << HandshakeField::Name << false;
        c = {};
        c.flags = Flags();
        QTest::newRow("flags") << 1 << c << HandshakeField::Flags << false;
        c = {};
        c.creation = 3;
        QTest::newRow("creation") << 1 << c << HandshakeField::Creation << true;
        c = {};
        c.challenge = Chosen;
        QTest::newRow("challenge") << 1 << c << HandshakeField::Challenge << true;
        c = {};
        c.digest = Digest();
        QTest::newRow("digest") << 2 << c << HandshakeField::Digest << false;
        c = {};
        c.cookie = base::Secret("another");
        QTest::newRow("cookie") << 2 << c << HandshakeField::Cookie << false;
        c = {};
        c.length = 3;
        QTest::newRow("length") << 2 << c << HandshakeField::Length << false;
    }
    void changesOfTheCalled()
    {
        QFETCH(int, message);
        QFETCH(HandshakeChange, change);
        QFETCH(HandshakeField, field);
        QFETCH(bool, up);
        const auto stage = stageOf(Role::Acceptor);
        stage->changes[message] = change;
        stage->run();
        QCOMPARE(stage->changedIn(message), std::vector<HandshakeField>{field});
        QCOMPARE(stage->isUp(), up);
        QCOMPARE(stage->other.result() != nullptr, up);
    }

    void aliveAndItsAnswer()
    {
        const auto asked = stageOf(Role::Acceptor);
        asked->changes[0].status = "alive";
        asked->run();
        QVERIFY(asked->failedWith<failure::GaveWay>()); // the normal caller keeps the old link
        const auto stage = stageOf(Role::Initiator);
        stage->decided.status = HandshakeStatus::Alive;
        stage->run();
        QVERIFY(stage->failedWith<failure::Refused>());
        const auto proceeds = stageOf(Role::Initiator);
        proceeds->decided.status = HandshakeStatus::Alive;
        proceeds->changes[1].status = "true";
        proceeds->run();
        QVERIFY(proceeds->isUp());
        QCOMPARE(proceeds->changedIn(1), std::vector<HandshakeField>{HandshakeField::Status});
    }

    void aCallerWithoutANameIsGivenOne()
    {
        HandshakeSettings asks = initiatorSettings();
        asks.flags = masks::RecommendedNameMe;
        Stage stage(Role::Acceptor, called(), asks);
        stage.run();
        QVERIFY(stage.isUp());
        QCOMPARE(stage.other.result()->ownName.text(), QStringLiteral("1A2B@127.0.0.1"));
    }

    void noDigestForWhoDoesNotProveTheCookie()
    {
        HandshakeSettings wrong = initiatorSettings("not it");
        Stage stage(Role::Acceptor, called(), wrong);
        stage.run();
        const auto *failed = stage.failedWith<failure::WrongDigest>();
        QVERIFY(failed);
        QVERIFY(failed->proof.digestMatches(base::Secret("not it")));
        QCOMPARE(stage.proposals.size(), std::size_t(2)); // no ack was ever due
    }

    void noDigestForAnotherNodeThanTheDialledOne()
    {
        SteppedSettings settings = caller();
        settings.expectedPeer = base::NodeName::literal(u"bob@127.0.0.1");
        Stage stage(Role::Initiator, settings, acceptorSettings());
        stage.run();
        QVERIFY(stage.failedWith<failure::OtherName>());
        QCOMPARE(stage.proposals.size(), std::size_t(1));
    }

    void aChosenChallengeIsNeverSigned()
    {
        // We chose the challenge; the peer turns round and asks us to sign it in another handshake.
        ChallengeBook book;
        SteppedHandshake first(Role::Acceptor, called(), book);
        const auto name = [](const char *who) {
            return withLength(LengthPrefix::TwoBytes,
                              encodeHandshake(NameMessage{HandshakeVersion::V6, masks::Recommended, 1,
                                                          QLatin1String(who)}));
        };
        (void)first.start({});
        (void)first.receive(name("mallory@127.0.0.1"), {});
        (void)first.release({}, {});
        HandshakeChange change;
        change.challenge = Chosen;
        (void)first.release(change, {});
        SteppedHandshake second(Role::Initiator, caller(), book);
        (void)second.start({});
        (void)second.release({}, {});
        const auto packet = [](const HandshakeBody &body) {
            return withLength(LengthPrefix::TwoBytes, encodeHandshake(body));
        };
        (void)second.receive(packet(StatusMessage()), {});
        (void)second.receive(packet(ChallengeMessage{HandshakeVersion::V6, masks::Recommended, Chosen, 1,
                                                     QStringLiteral("alice@127.0.0.1")}),
                             {});
        QVERIFY(second.error() && second.error()->as<failure::Reflection>());
        QVERIFY(!second.proposal());
    }

    void thePeersTimerIsThatOfItsOwnMessages()
    {
        // What we send begins it anew nowhere: a node that dials waits for the challenge since its name.
        ChallengeBook book;
        SteppedHandshake stepped(Role::Acceptor, called(), book);
        const auto at = [](int seconds) { return base::Instant(std::chrono::seconds(seconds)); };
        (void)stepped.start(at(1));
        (void)stepped.receive(
            withLength(LengthPrefix::TwoBytes,
                       encodeHandshake(NameMessage{HandshakeVersion::V6, masks::Recommended, 1,
                                                   QStringLiteral("mallory@127.0.0.1")})),
            at(2));
        QCOMPARE(stepped.proposal()->peerSince, at(2));
        (void)stepped.release({}, at(5)); // the status
        QVERIFY(std::holds_alternative<ChallengeMessage>(stepped.proposal()->body));
        QCOMPARE(stepped.proposal()->peerSince, at(2));
    }

    void thePeerLosesPatience()
    {
        ChallengeBook book;
        SteppedHandshake stepped(Role::Initiator, caller(), book);
        (void)stepped.start({});
        (void)stepped.peerClosed(base::Instant(std::chrono::seconds(7)));
        QVERIFY(stepped.error() && stepped.error()->as<failure::Closed>());
        QCOMPARE(stepped.error()->sinceLastSend, base::Duration(std::chrono::seconds(7)));
        QVERIFY(!stepped.proposal());
        QVERIFY(stepped.isOver());
        QVERIFY(stepped.release({}, {}).toSend.isEmpty());
    }

    void ourPatienceEnds()
    {
        ChallengeBook book;
        SteppedHandshake stepped(Role::Initiator, caller(), book);
        (void)stepped.start({});
        (void)stepped.release({}, {});
        (void)stepped.timeout(base::Instant(std::chrono::seconds(14)));
        QVERIFY(!stepped.isOver());
        (void)stepped.timeout(base::Instant(std::chrono::seconds(15)));
        QVERIFY(stepped.error() && stepped.error()->as<failure::TimedOut>());
    }

    void garbageAndFloods()
    {
        for (const QByteArray &bytes :
             {QByteArray("HTTP/1.1 400 Bad Request\r\n"), QByteArray(100'000, 'x'),
              QByteArray::fromHex("15030300020228"), QByteArray::fromHex("000161"), QByteArray(4, '\0')}) {
            ChallengeBook book;
            SteppedHandshake stepped(Role::Initiator, caller(), book);
            (void)stepped.start({});
            (void)stepped.release({}, {});
            (void)stepped.receive(bytes, {});
            QVERIFY2(stepped.isOver(), bytes.left(20).toHex());
            QCOMPARE(book.count(), 0);
        }
    }

    void namesOfFields()
    {
        for (int i = 0; i <= int(HandshakeField::Length); ++i)
            QCOMPARE(fieldOfName(fieldName(HandshakeField(i))), std::optional(HandshakeField(i)));
        QVERIFY(!fieldOfName("nothing"));
    }
};

QTEST_GUILESS_MAIN(tst_SteppedHandshake)
#include "tst_SteppedHandshake.moc"
