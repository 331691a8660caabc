#include "Bench.h"
#include "support/FaultProxy.h"

using namespace nodescope;
using namespace nodescope::dist;
using test::Bench;
using test::Fault;
using test::FaultProxy;

Q_DECLARE_METATYPE(nodescope::test::Fault)

/// A bad network between us and a real node: handshake, calls and a large answer through each fault, and
/// the typed end where there is one.
class tst_RealFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        NODESCOPE_NEEDS_ERLANG();
        QVERIFY(m_bench.epmd.start());
        m_peer = m_bench.peer(QStringLiteral("alice"));
        QVERIFY2(m_peer->start(), qPrintable(m_peer->output()));
        QVERIFY(m_bench.dial(m_peer->name()).connected());
        const QString name =
            m_peer->evaluate(QStringLiteral("erl_epmd:port_please(\"alice\", {127,0,0,1})."));
        m_port = quint16(name.section(u',', 2, 2).toUInt()); // {ok,{port,40001,5}}
        QVERIFY2(m_port != 0, qPrintable(name));
        m_proxy = std::make_unique<FaultProxy>(m_port);
    }
    void cleanup() { m_bench.node->disconnectFrom(m_peer->name()); }

    // What only takes longer: everything works.
    void harmless_data()
    {
        QTest::addColumn<Fault>("forth");
        QTest::addColumn<Fault>("back");
        Fault slow;
        slow.latency = 30;
        Fault single;
        single.slice = 1;
        Fault slices;
        slices.slice = 1000;
        QTest::newRow("nothing") << Fault() << Fault();
        QTest::newRow("latency both ways") << slow << slow;
        QTest::newRow("latency on our way") << slow << Fault();
        QTest::newRow("latency on the way back") << Fault() << slow;
        QTest::newRow("single bytes on our way") << single << Fault();
        QTest::newRow("slices of 1,000 bytes both ways") << slices << slices;
    }
    void harmless()
    {
        QFETCH(Fault, forth);
        QFETCH(Fault, back);
        m_proxy->setFaults(forth, back);
        const DialReport report = dial();
        QVERIFY2(report.connected(), reasonName(report.end));
        QCOMPARE(lengthOfAnswer(10), qint64(10));
        QCOMPARE(lengthOfAnswer(300'000), qint64(300'000));
    }

    // A small answer, since each byte takes a turn of the loop.
    void singleBytesOnTheWayBack()
    {
        Fault single;
        single.slice = 1;
        m_proxy->setFaults(single, single);
        QVERIFY(dial().connected());
        QCOMPARE(lengthOfAnswer(2'000), qint64(2'000));
    }

    void everySplitPointOfTheHandshake()
    {
        m_proxy->setFaults({}, {});
        const qint64 before = m_proxy->bytesBack();
        QVERIFY(dial().connected());
        const qint64 whole = m_proxy->bytesBack() - before;
        m_bench.node->disconnectFrom(m_peer->name());
        for (qint64 at = 1; at < whole; ++at) {
            Fault split;
            split.splitAt = at;
            split.latency = 1;
            m_proxy->setFaults({}, split);
            const DialReport report = dial();
            QVERIFY2(report.connected(), qPrintable(QString::number(at)));
            m_bench.node->disconnectFrom(m_peer->name());
        }
    }

    void endsInTheHandshake_data()
    {
        QTest::addColumn<Fault>("back");
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<int>("step");
        using protocol::HandshakeStep;
        const auto row = [](const char *name, const Fault &fault, const char *reason, HandshakeStep step) {
            QTest::newRow(name) << fault << QByteArray(reason) << int(step);
        };
        Fault fault;
        fault.resetAt = 0;
        row("reset before a byte", fault, "closed", HandshakeStep::AwaitStatus);
        fault.resetAt = 4;
        row("reset within the status", fault, "closed", HandshakeStep::AwaitStatus);
        fault = {};
        fault.closeAt = 4;
        row("close within the status", fault, "closed", HandshakeStep::AwaitStatus);
        fault.closeAt = StatusBytes + 3;
        row("close within the challenge", fault, "closed", HandshakeStep::AwaitChallenge);
        fault = {};
        fault.halfCloseAt = StatusBytes;
        row("half-close behind the status", fault, "closed", HandshakeStep::AwaitChallenge);
        fault = {};
        fault.stallAt = 1;
        row("stall within the status", fault, "timed_out", HandshakeStep::AwaitStatus);
        fault.stallAt = StatusBytes + 3;
        row("stall within the challenge", fault, "timed_out", HandshakeStep::AwaitChallenge);
    }
    void endsInTheHandshake()
    {
        QFETCH(Fault, back);
        QFETCH(QByteArray, reason);
        QFETCH(int, step);
        m_proxy->setFaults({}, back);
        const DialReport report = dial(true);
        const auto *failed = report.as<dial_end::HandshakeFailed>();
        QVERIFY2(failed, reasonName(report.end));
        QCOMPARE(QByteArray(protocol::reasonName(failed->error.reason)), reason);
        QCOMPARE(int(failed->error.step), step);
        QVERIFY(!m_bench.node->isConnected(m_peer->name()));
        // The next attempt is unharmed.
        m_proxy->setFaults({}, {});
        QVERIFY(dial().connected());
    }

    void endsInALargeAnswer_data()
    {
        QTest::addColumn<Fault>("back");
        QTest::addColumn<QByteArray>("reason");
        Fault fault;
        fault.resetAt = 100'000;
        QTest::newRow("reset") << fault << QByteArray("peer_closed");
        fault = {};
        fault.closeAt = 100'000;
        QTest::newRow("close") << fault << QByteArray("peer_closed");
        fault = {};
        fault.halfCloseAt = 100'000;
        QTest::newRow("half-close") << fault << QByteArray("peer_closed");
        fault = {};
        fault.stallAt = 100'000;
        QTest::newRow("stall") << fault << QByteArray("peer_silent");
    }
    void endsInALargeAnswer()
    {
        QFETCH(Fault, back);
        QFETCH(QByteArray, reason);
        m_proxy->setFaults({}, back);
        QVERIFY(dial(true).connected());
        QSignalSpy down(m_hasty->node.get(), &LocalNode::linkDown);
        CallResult result;
        bool answered = false;
        m_hasty->node->call(request(300'000), m_hasty->node.get(), [&](const CallResult &outcome) {
            result = outcome;
            answered = true;
        });
        QTRY_COMPARE_WITH_TIMEOUT(down.count(), 1, Bench::Wait);
        const auto why = down.first().at(1).value<link_down::Reason>();
        QCOMPARE(QByteArray(reasonName(why)), reason);
        QTRY_VERIFY_WITH_TIMEOUT(answered, Bench::Wait);
        QVERIFY2(std::get_if<call_end::NoConnection>(&result.end), reasonName(result.end));
    }

private:
    /// `named:`, the longest status: a dynamic name as OTP gives it, on 127.0.0.1.
    static constexpr qint64 StatusBytes = 2 + 1 + 6 + 2 + 13 + 1 + 9 + 4;

    [[nodiscard]] CallRequest request(qint64 length) const
    {
        CallRequest request;
        request.node = m_peer->name();
        request.module = QStringLiteral("binary");
        request.function = QStringLiteral("copy");
        request.arguments = {term::Term::utf8(u"x"), term::Term::integer(length)};
        request.timeout = std::chrono::seconds(30);
        return request;
    }
    [[nodiscard]] qint64 lengthOfAnswer(qint64 length) const
    {
        const CallResult result = m_bench.call(request(length));
        return result.value() ? qint64(result.value()->toByteArray().size()) : -1;
    }
    /// Through the proxy; `hasty`: by a node with a tick time of 4 s.
    [[nodiscard]] DialReport dial(bool hasty = false)
    {
        DialOptions options;
        options.address = {QStringLiteral("127.0.0.1"), m_proxy->port()};
        m_bench.node->disconnectFrom(m_peer->name());
        if (!hasty)
            return m_bench.dial(m_peer->name(), options);
        LocalNodeSettings settings;
        settings.link.tickTime = std::chrono::seconds(4);
        settings.link.limits.handshakeStep = std::chrono::milliseconds(1'500);
        m_hasty = std::make_unique<Bench>(NodeIdentity::dynamic(QStringLiteral("127.0.0.1")), settings);
        return m_hasty->dial(m_peer->name(), options);
    }

    Bench m_bench;
    std::unique_ptr<Bench> m_hasty;
    std::unique_ptr<test::Peer> m_peer;
    std::unique_ptr<FaultProxy> m_proxy;
    quint16 m_port = 0;
};

QTEST_GUILESS_MAIN(tst_RealFaults)
#include "tst_RealFaults.moc"
