#include <QRandomGenerator>
#include <QTest>

#include "Victim.h"
#include "Wire.h"
#include "dist/LocalNode.h"
#include "support/FaultProxy.h"

using namespace nodescope;
using namespace nodescope::dist;
using namespace nodescope::test::evil;
using test::Fault;
using test::FaultProxy;

/// Case 20 of robustness.md: two nodes that dial each other, or one that dials under a name that has a
/// link. In every order of their packets one link remains, the same at both ends.
class tst_CrossingDials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Each direction of each connection has a latency of its own, so that packets meet in any order.
    void case20_oneLinkRemains_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 40; ++seed)
            QTest::addRow("interleaving %d", seed) << seed;
    }
    void case20_oneLinkRemains()
    {
        QFETCH(int, seed);
        QRandomGenerator random{quint32(seed)};
        const auto anna = node(u"anna@127.0.0.1");
        const auto zoe = node(u"zoe@127.0.0.1");
        FaultProxy toAnna(anna->listeningPort());
        FaultProxy toZoe(zoe->listeningPort());
        for (FaultProxy *proxy : {&toAnna, &toZoe}) {
            Fault forth;
            Fault back;
            forth.latency = random.bounded(12);
            back.latency = random.bounded(12);
            proxy->setFaults(forth, back);
        }
        QSignalSpy endOfAnna(anna.get(), &LocalNode::dialFinished);
        QSignalSpy endOfZoe(zoe.get(), &LocalNode::dialFinished);
        const int lead = random.bounded(30);
        const bool annaFirst = random.bounded(2) == 0;
        LocalNode &first = annaFirst ? *anna : *zoe;
        LocalNode &second = annaFirst ? *zoe : *anna;
        first.dial(second.identity().name, through(annaFirst ? toZoe : toAnna));
        QTimer::singleShot(lead, &second,
                           [&] { second.dial(first.identity().name, through(annaFirst ? toAnna : toZoe)); });
        QTRY_COMPARE_WITH_TIMEOUT(endOfAnna.count(), 1, Victim::Wait);
        QTRY_COMPARE_WITH_TIMEOUT(endOfZoe.count(), 1, Victim::Wait);
        QTRY_VERIFY_WITH_TIMEOUT(agree(*anna, *zoe), Victim::Wait);
        // And it stays: what was under way is over within the longest latency.
        QTest::qWait(60);
        QVERIFY(agree(*anna, *zoe));
        QVERIFY(anna->disconnectFrom(zoe->identity().name));
        QTRY_VERIFY_WITH_TIMEOUT(!zoe->isConnected(anna->identity().name), Victim::Wait);
    }

    void case20_nokOfThePeerLetsItsOwnDialStand()
    {
        // Zoe's attempt is on its way when anna's is answered.
        const auto anna = node(u"anna@127.0.0.1");
        const auto zoe = node(u"zoe@127.0.0.1");
        FaultProxy slow(anna->listeningPort());
        Fault forth;
        forth.latency = 50;
        slow.setFaults(forth, {});
        zoe->dial(anna->identity().name, through(slow));
        QSignalSpy ended(anna.get(), &LocalNode::dialFinished);
        DialOptions direct;
        direct.address = {QStringLiteral("127.0.0.1"), zoe->listeningPort()};
        anna->dial(zoe->identity().name, direct);
        QVERIFY(ended.wait(Victim::Wait));
        const auto report = ended.first().first().value<DialReport>();
        QVERIFY2(!report.connected(), reasonName(report.end));
        QTRY_VERIFY_WITH_TIMEOUT(agree(*anna, *zoe), Victim::Wait);
        QVERIFY(anna->linkTo(zoe->identity().name)->incoming);
    }

    // Whoever calls under the name of the node that we dial, and has no cookie, ends nothing.
    void case20_anIntruderDoesNotEndOurDial()
    {
        const auto anna = node(u"anna@127.0.0.1");
        const auto zoe = node(u"zoe@127.0.0.1");
        FaultProxy slow(zoe->listeningPort());
        Fault forth;
        forth.latency = 60;
        slow.setFaults(forth, {});
        QSignalSpy ended(anna.get(), &LocalNode::dialFinished);
        anna->dial(zoe->identity().name, through(slow));
        EvilPeer intruder({say(packet(nameBody("zoe@127.0.0.1")))});
        intruder.connectTo(anna->listeningPort());
        QVERIFY(ended.wait(Victim::Wait));
        QVERIFY(ended.first().first().value<DialReport>().connected());
        QVERIFY(intruder.player());
        QTRY_COMPARE_WITH_TIMEOUT(intruder.player()->conversation().packets().value(0),
                                  QByteArray("sok_simultaneous"), Victim::Wait);
        QTRY_VERIFY_WITH_TIMEOUT(agree(*anna, *zoe), Victim::Wait);
    }

    // And whoever holds a name without the cookie keeps nobody out.
    void case20_anIntruderKeepsNobodyOut()
    {
        const auto anna = node(u"anna@127.0.0.1");
        EvilPeer intruder({say(packet(nameBody("zoe@127.0.0.1")))});
        intruder.connectTo(anna->listeningPort());
        QTRY_VERIFY_WITH_TIMEOUT(intruder.player() && intruder.player()->conversation().packets().size() == 2,
                                 Victim::Wait);
        const auto zoe = node(u"zoe@127.0.0.1");
        DialOptions options;
        options.address = {QStringLiteral("127.0.0.1"), anna->listeningPort()};
        QSignalSpy ended(zoe.get(), &LocalNode::dialFinished);
        zoe->dial(anna->identity().name, options);
        QVERIFY(ended.wait(Victim::Wait));
        QVERIFY(ended.first().first().value<DialReport>().connected());
    }

    void case20_aliveKeepsOrReplacesTheOldLink()
    {
        const auto anna = node(u"anna@127.0.0.1");
        const auto old = node(u"zoe@127.0.0.1");
        DialOptions options;
        options.address = {QStringLiteral("127.0.0.1"), anna->listeningPort()};
        QSignalSpy ended(old.get(), &LocalNode::dialFinished);
        old->dial(anna->identity().name, options);
        QVERIFY(ended.wait(Victim::Wait));
        QTRY_VERIFY(anna->isConnected(old->identity().name));

        QSignalSpy down(anna.get(), &LocalNode::linkDown);
        const auto again = node(u"zoe@127.0.0.1");
        QSignalSpy second(again.get(), &LocalNode::dialFinished);
        again->dial(anna->identity().name, options); // answers `alive` with false
        QVERIFY(second.wait(Victim::Wait));
        const auto report = second.first().first().value<DialReport>();
        QCOMPARE(
            report.as<dial_end::HandshakeFailed>()->error.as<protocol::handshake_failure::Refused>()->status,
            protocol::HandshakeStatus::Alive);
        QVERIFY(old->isConnected(anna->identity().name));

        options.replaceOldLink = true;
        again->dial(anna->identity().name, options);
        QTRY_COMPARE_WITH_TIMEOUT(second.count(), 2, Victim::Wait);
        QVERIFY(second.last().first().value<DialReport>().connected());
        QTRY_COMPARE_WITH_TIMEOUT(down.count(), 1, Victim::Wait);
        const auto why = down.first().at(1).value<link_down::Reason>();
        QCOMPARE(std::get<link_down::ClosedByUs>(why).why, link_down::ClosedByUs::Why::Replaced);
        QTRY_VERIFY(!old->isConnected(anna->identity().name));
        QVERIFY(anna->isConnected(again->identity().name));
    }

private:
    [[nodiscard]] std::unique_ptr<LocalNode> node(QStringView name) const
    {
        CookieStore cookies;
        cookies.setDefault(base::Secret(Cookie));
        auto node = std::make_unique<LocalNode>(NodeIdentity::fixed(base::NodeName::literal(name), false),
                                                cookies, m_clock);
        return node->listen({}).ok() ? std::move(node) : nullptr;
    }
    [[nodiscard]] static DialOptions through(const FaultProxy &proxy)
    {
        DialOptions options;
        options.address = {QStringLiteral("127.0.0.1"), proxy.port()};
        return options;
    }
    // Each has one link, and they are the two ends of one connection.
    [[nodiscard]] static bool agree(const LocalNode &a, const LocalNode &b)
    {
        const auto ofA = a.linkTo(b.identity().name);
        const auto ofB = b.linkTo(a.identity().name);
        return ofA && ofB && ofA->incoming != ofB->incoming && a.links().size() == 1 && b.links().size() == 1;
    }

    base::SystemClock m_clock;
};

QTEST_GUILESS_MAIN(tst_CrossingDials)
#include "tst_CrossingDials.moc"
