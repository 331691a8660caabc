#include <QSignalSpy>
#include <QTest>

#include "dist/Link.h"
#include "support/MemoryTransport.h"

using namespace nodescope;
using namespace nodescope::dist;
using test::MemoryTransport;
namespace control = nodescope::protocol::control;

namespace {

/// Two links of ours, joined in memory; each with a book of its own, like two nodes.
struct Pair
{
    explicit Pair(const QByteArray &cookieOfB = "cookie", LinkSettings settings = {})
    {
        auto [a, b] = MemoryTransport::pair();
        wireA = a.get();
        wireB = b.get();
        protocol::HandshakeSettings ofA;
        ofA.ownName = base::NodeName::literal(u"a@h");
        ofA.creation = 11;
        ofA.flags = protocol::masks::Recommended;
        ofA.expectedPeer = base::NodeName::literal(u"b@h");
        ofA.cookie = base::Secret("cookie");
        protocol::HandshakeSettings ofB;
        ofB.ownName = base::NodeName::literal(u"b@h");
        ofB.creation = 12;
        ofB.flags = protocol::masks::Recommended;
        ofA.limits = ofB.limits = settings.limits;
        initiator =
            std::make_unique<Link>(std::move(a), protocol::Role::Initiator, ofA, bookA, clock, settings);
        acceptor =
            std::make_unique<Link>(std::move(b), protocol::Role::Acceptor, ofB, bookB, clock, settings);
        QObject::connect(acceptor.get(), &Link::decisionWanted, acceptor.get(), [this, cookieOfB] {
            protocol::AcceptDecision decision;
            decision.status = protocol::HandshakeStatus::Ok;
            decision.cookie = base::Secret(cookieOfB);
            acceptor->decide(decision);
        });
        downA = std::make_unique<QSignalSpy>(initiator.get(), &Link::down);
        downB = std::make_unique<QSignalSpy>(acceptor.get(), &Link::down);
    }

    void start() const
    {
        acceptor->start();
        initiator->start();
    }
    [[nodiscard]] bool bothUp() const
    {
        return QTest::qWaitFor(
            [this] { return initiator->state() == Link::State::Up && acceptor->state() == Link::State::Up; });
    }
    template<class T>
    [[nodiscard]] static T reason(const QSignalSpy &down)
    {
        return std::get<T>(down.first().first().value<link_down::Reason>());
    }

    base::SystemClock clock;
    protocol::ChallengeBook bookA;
    protocol::ChallengeBook bookB;
    MemoryTransport *wireA = nullptr;
    MemoryTransport *wireB = nullptr;
    std::unique_ptr<Link> initiator;
    std::unique_ptr<Link> acceptor;
    std::unique_ptr<QSignalSpy> downA;
    std::unique_ptr<QSignalSpy> downB;
};

control::RegSend toEcho()
{
    return {{QStringLiteral("a@h"), 1, 0, 11}, QStringLiteral("echo"), {}};
}

} // namespace

/// One connection in both roles, over a transport in memory.
class tst_Link : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesUpWithMessagesFirst()
    {
        Pair pair;
        QStringList order;
        connect(pair.initiator.get(), &Link::handshakeMessage, this,
                [&] { order << QStringLiteral("message"); });
        connect(pair.initiator.get(), &Link::up, this, [&] { order << QStringLiteral("up"); });
        pair.start();
        QVERIFY(pair.bothUp());
        QCOMPARE(order, QStringList(5, QStringLiteral("message")) << QStringLiteral("up"));
        QCOMPARE(pair.initiator->result()->peer.text(), QStringLiteral("b@h"));
        QCOMPARE(pair.acceptor->result()->peer.text(), QStringLiteral("a@h"));
        QCOMPARE(pair.acceptor->caller()->name, QStringLiteral("a@h"));
        QCOMPARE(pair.initiator->result()->ownName.text(), QStringLiteral("a@h"));
        QCOMPARE(pair.initiator->result()->ownCreation, 11u);
        QCOMPARE(pair.acceptor->result()->ownCreation, 12u);
    }

    void anotherCookieIsProvedToTheAcceptor()
    {
        Pair pair("another");
        pair.start();
        QTRY_COMPARE(pair.downB->count(), 1);
        const auto atB = Pair::reason<link_down::HandshakeFailed>(*pair.downB);
        QVERIFY(atB.error.as<protocol::handshake_failure::WrongDigest>());
        QTRY_COMPARE(pair.downA->count(), 1);
        const auto atA = Pair::reason<link_down::HandshakeFailed>(*pair.downA);
        QVERIFY(atA.error.as<protocol::handshake_failure::Closed>());
        QVERIFY(pair.wireA->isClosed() && pair.wireB->isClosed());
    }

    void signalsArriveInOrder()
    {
        Pair pair;
        QList<qint64> numbers;
        connect(pair.acceptor.get(), &Link::received, this, [&](const protocol::Signal &signal) {
            numbers << signal.payload.decode()->toInteger().value_or(-1);
        });
        pair.start();
        QVERIFY(pair.bothUp());
        QList<qint64> wanted;
        for (int i = 0; i < 500; ++i) {
            QCOMPARE(pair.initiator->send(toEcho(), term::Term::integer(i)), SendResult::Sent);
            wanted << i;
        }
        QTRY_COMPARE(numbers, wanted);
        QCOMPARE(pair.initiator->counters().signalsOut, 500u);
        QCOMPARE(pair.acceptor->counters().signalsIn, 500u);
        QCOMPARE(pair.acceptor->counters().bytesIn, pair.initiator->counters().bytesOut);
    }

    void slicesDoNotMatter()
    {
        Pair pair;
        pair.wireA->setSlice(1);
        pair.wireB->setSlice(3);
        int received = 0;
        connect(pair.acceptor.get(), &Link::received, this, [&] { ++received; });
        pair.start();
        QVERIFY(pair.bothUp());
        QCOMPARE(pair.initiator->send(toEcho(), term::Term::atom(u"x")), SendResult::Sent);
        QTRY_COMPARE(received, 1);
    }

    void aTurnOfTheLoopHasABudget()
    {
        LinkSettings settings;
        settings.budget.chunk = 1024;
        settings.budget.bytes = 4096;
        Pair pair("cookie", settings);
        pair.start();
        QVERIFY(pair.bothUp());
        int received = 0;
        connect(pair.acceptor.get(), &Link::received, this, [&] { ++received; });
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(pair.initiator->send(toEcho(), term::Term::integer(i)), SendResult::Sent);
        // A timer of no time fires once in each turn of the loop.
        int before = 0;
        int mostInATurn = 0;
        QTimer turns;
        connect(&turns, &QTimer::timeout, this, [&] {
            mostInATurn = qMax(mostInATurn, received - before);
            before = received;
        });
        turns.start(0);
        QTRY_COMPARE(received, 1000);
        QTRY_COMPARE(before, 1000);
        QVERIFY2(mostInATurn < 500, qPrintable(QString::number(mostInATurn)));
    }

    void aPeerThatDoesNotReadMakesUsBusy()
    {
        LinkSettings settings;
        settings.writeLimit = 1000;
        Pair pair("cookie", settings);
        pair.start();
        QVERIFY(pair.bothUp());
        pair.wireA->setStalled(true);
        SendResult last = SendResult::Sent;
        for (int i = 0; i < 100 && last == SendResult::Sent; ++i)
            last = pair.initiator->send(toEcho(), term::Term::binary(QByteArray(100, 'x')));
        QCOMPARE(last, SendResult::Busy);
        QCOMPARE(pair.initiator->state(), Link::State::Up);
        QVERIFY(pair.initiator->measure().busy);
        QVERIFY(pair.initiator->writeQueue() > 1000);
        QSignalSpy writable(pair.initiator.get(), &Link::writable);
        pair.wireA->setStalled(false);
        QTRY_COMPARE(writable.count(), 1);
        QVERIFY(!pair.initiator->measure().busy);
        QCOMPARE(pair.initiator->send(toEcho(), term::Term::nil()), SendResult::Sent);
    }

    void aLongMessageIsOvertaken()
    {
        LinkSettings settings;
        settings.writeAhead = 128 * 1024;
        Pair pair("cookie", settings);
        pair.start();
        QVERIFY(pair.bothUp());
        pair.wireA->setSlice(64 * 1024);
        QList<qsizetype> sizes;
        connect(pair.acceptor.get(), &Link::received, this,
                [&](const protocol::Signal &signal) { sizes << signal.payload.decode()->size(); });
        QCOMPARE(pair.initiator->send(toEcho(), term::Term::binary(QByteArray(16 << 20, 'x'))),
                 SendResult::Sent);
        QVERIFY(pair.initiator->writeQueue() > 16 << 20);
        QVERIFY(pair.wireA->bytesToWrite() < 300 * 1024);
        control::RegSend other = toEcho();
        other.from.id = 2;
        QCOMPARE(pair.initiator->send(other, term::Term::binary("small")), SendResult::Sent);
        QCOMPARE(pair.initiator->send(toEcho(), term::Term::binary("behind")), SendResult::Sent);
        QTRY_COMPARE(sizes, QList<qsizetype>({5, 16 << 20, 6}));
        QCOMPARE(pair.initiator->writeQueue(), 0);
        QVERIFY(pair.initiator->packetsOut() > 256u);
        QCOMPARE(pair.acceptor->packetsIn(), pair.initiator->packetsOut());
    }

    void closingSendsWhatIsLeftOfALongMessage()
    {
        Pair pair;
        pair.start();
        QVERIFY(pair.bothUp());
        int received = 0;
        connect(pair.acceptor.get(), &Link::received, this, [&] { ++received; });
        QCOMPARE(pair.initiator->send(toEcho(), term::Term::binary(QByteArray(4 << 20, 'x'))),
                 SendResult::Sent);
        pair.initiator->close(link_down::ClosedByUs::Why::Asked);
        QTRY_COMPARE(pair.downB->count(), 1);
        QCOMPARE(received, 1);
    }

    void whoPausesReadingHearsNothing()
    {
        LinkSettings settings;
        settings.tickTime = std::chrono::seconds(1);
        Pair pair("cookie", settings);
        pair.start();
        QVERIFY(pair.bothUp());
        int received = 0;
        connect(pair.acceptor.get(), &Link::received, this, [&] { ++received; });
        pair.acceptor->pauseReading();
        QVERIFY(pair.acceptor->measure().readingPaused);
        QCOMPARE(pair.initiator->send(toEcho(), term::Term::nil()), SendResult::Sent);
        // Longer than the tick time: neither end takes the other for silent.
        QVERIFY(!pair.downB->wait(1500));
        QCOMPARE(received, 0);
        QVERIFY(pair.acceptor->counters().ticksOut > 4);
        pair.acceptor->resumeReading();
        QTRY_COMPARE(received, 1);
        QCOMPARE(pair.downA->count() + pair.downB->count(), 0);
    }

    void aFullWindowPausesReading()
    {
        LinkSettings settings;
        settings.readWindow = 10'000;
        settings.budget.chunk = 1024;
        Pair pair("cookie", settings);
        pair.start();
        QVERIFY(pair.bothUp());
        qint64 held = 0;
        qint64 most = 0;
        int received = 0;
        connect(pair.acceptor.get(), &Link::received, this, [&](const protocol::Signal &signal) {
            held += signal.size;
            most = qMax(most, held);
            ++received;
        });
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(pair.initiator->send(toEcho(), term::Term::binary(QByteArray(100, 'x'))),
                     SendResult::Sent);
        QTRY_VERIFY(pair.acceptor->isReadingPaused());
        const int before = received;
        pair.initiator->close(link_down::ClosedByUs::Why::Asked); // what is there is read all the same
        QTest::qWait(20);
        QCOMPARE(received, before);
        while (received < 1000) {
            QTRY_VERIFY(pair.acceptor->isReadingPaused() || received == 1000);
            pair.acceptor->consume(std::exchange(held, 0));
        }
        QVERIFY2(most < 12'000, qPrintable(QString::number(most)));
        QTRY_COMPARE(pair.downB->count(), 1);
        (void)Pair::reason<link_down::PeerClosed>(*pair.downB);
    }

    void theMeasureIsToldNowAndThen()
    {
        LinkSettings settings;
        settings.measurePause = std::chrono::milliseconds(50);
        Pair pair("cookie", settings);
        pair.start();
        QVERIFY(pair.bothUp());
        QSignalSpy measured(pair.acceptor.get(), &Link::measured);
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(pair.initiator->send(toEcho(), term::Term::integer(i)), SendResult::Sent);
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(measured.count() > 0);
        QVERIFY(measured.count() < 20);
        QTRY_COMPARE(pair.acceptor->property("packetsIn").toULongLong(), 100u);
        QVERIFY(pair.acceptor->property("bytesIn").toULongLong() > 100u * 30u);
        QVERIFY(pair.acceptor->property("millisecondsSinceLastRead").toLongLong() >= 0);
        QCOMPARE(pair.acceptor->measure().tickInterval, base::Duration(std::chrono::seconds(15)));
        // Nothing happens, nothing is told.
        QVERIFY(!measured.wait(200) || !measured.wait(200));
    }

    void thePeersTickTimeCanBeTold()
    {
        Pair pair;
        pair.start();
        QVERIFY(pair.bothUp());
        pair.initiator->setPeerTickTime(std::chrono::seconds(1));
        QTRY_VERIFY(pair.acceptor->counters().ticksIn >= 3);
        QCOMPARE(pair.initiator->measure().peerTickInterval, base::Duration(std::chrono::seconds(15)));
    }

    void aMuteCallerRunsIntoTheDeadline()
    {
        LinkSettings settings;
        settings.limits.handshakeStep = std::chrono::milliseconds(100);
        Pair pair("cookie", settings);
        pair.acceptor->start(); // and nobody else
        QTRY_COMPARE(pair.downB->count(), 1);
        const auto failed = Pair::reason<link_down::HandshakeFailed>(*pair.downB);
        QVERIFY(failed.error.as<protocol::handshake_failure::TimedOut>());
    }

    void idleLinksTick()
    {
        LinkSettings settings;
        settings.tickTime = std::chrono::seconds(1);
        Pair pair("cookie", settings);
        pair.start();
        QVERIFY(pair.bothUp());
        QTRY_VERIFY(pair.initiator->counters().ticksIn >= 5 && pair.acceptor->counters().ticksIn >= 5);
        QCOMPARE(pair.initiator->state(), Link::State::Up);
    }

    void aSilentPeerGoesDown()
    {
        LinkSettings settings;
        settings.tickTime = std::chrono::seconds(1);
        Pair pair("cookie", settings);
        pair.start();
        QVERIFY(pair.bothUp());
        pair.wireB->setStalled(true);
        QSignalSpy missed(pair.initiator.get(), &Link::tickMissed);
        QTRY_COMPARE(pair.downA->count(), 1);
        QCOMPARE(missed.count(), 3);
        QCOMPARE(pair.initiator->missedTicks(), 3u);
        const auto silent = Pair::reason<link_down::PeerSilent>(*pair.downA);
        QVERIFY(silent.silence >= std::chrono::milliseconds(750));
        QVERIFY(silent.silence < std::chrono::milliseconds(1500));
    }

    void whatThePeerSentBeforeClosingIsRead()
    {
        Pair pair;
        pair.start();
        QVERIFY(pair.bothUp());
        int received = 0;
        connect(pair.acceptor.get(), &Link::received, this, [&] { ++received; });
        QCOMPARE(pair.initiator->send(toEcho(), term::Term::atom(u"last")), SendResult::Sent);
        pair.initiator->close(link_down::ClosedByUs::Why::Asked);
        QCOMPARE(pair.downA->count(), 1);
        QCOMPARE(Pair::reason<link_down::ClosedByUs>(*pair.downA).why, link_down::ClosedByUs::Why::Asked);
        QTRY_COMPARE(pair.downB->count(), 1);
        QCOMPARE(received, 1);
        (void)Pair::reason<link_down::PeerClosed>(*pair.downB);
        QCOMPARE(pair.initiator->send(toEcho(), term::Term::atom(u"later")), SendResult::NoConnection);
    }

    void aBrokenNetworkIsToldAsSuch()
    {
        Pair pair;
        pair.start();
        QVERIFY(pair.bothUp());
        pair.wireA->breakDown(TransportError::Kind::TimedOut);
        QCOMPARE(pair.downA->count(), 1);
        QCOMPARE(Pair::reason<link_down::NetworkFailed>(*pair.downA).error.kind,
                 TransportError::Kind::TimedOut);
    }

    void nonsenseAfterTheHandshakeBreaksTheProtocol()
    {
        Pair pair;
        pair.start();
        QVERIFY(pair.bothUp());
        pair.wireA->write(QByteArray::fromHex("00000003707070"));
        QTRY_COMPARE(pair.downB->count(), 1);
        const auto broken = Pair::reason<link_down::PeerBrokeProtocol>(*pair.downB);
        QCOMPARE(broken.error.kind, protocol::SignalError::Kind::WrongForm);
    }

    void anUnknownOperationIsToldAndHarmless()
    {
        Pair pair;
        pair.start();
        QVERIFY(pair.bothUp());
        QSignalSpy odd(pair.acceptor.get(), &Link::misunderstood);
        pair.wireA->write(QByteArray::fromHex("00000007"
                                              "834400"
                                              "6801"
                                              "61c8")); // {200}
        QTRY_COMPARE(odd.count(), 1);
        QCOMPARE(pair.acceptor->state(), Link::State::Up);
        QCOMPARE(pair.acceptor->counters().misunderstood, 1u);
    }

    void closingWithinASignalIsSafe()
    {
        Pair pair;
        connect(pair.acceptor.get(), &Link::received, this,
                [&] { pair.acceptor->close(link_down::ClosedByUs::Why::Asked); });
        pair.start();
        QVERIFY(pair.bothUp());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(pair.initiator->send(toEcho(), term::Term::integer(i)), SendResult::Sent);
        QTRY_COMPARE(pair.downB->count(), 1);
        QCOMPARE(pair.acceptor->counters().signalsIn, 1u);
    }
};

QTEST_GUILESS_MAIN(tst_Link)
#include "tst_Link.moc"
