#include "Bench.h"

using namespace nodescope;
using namespace nodescope::dist;
using protocol::Flag;
using term::Term;
using test::Bench;
namespace masks = nodescope::protocol::masks;

namespace {

constexpr qsizetype Large = 16 << 20;

NodeIdentity withFlags(NodeIdentity identity, protocol::Flags flags)
{
    identity.flags = flags;
    return identity;
}

NodeIdentity identityOf(const QString &kind)
{
    const QString host = QStringLiteral("127.0.0.1");
    if (kind == QLatin1String("fragments"))
        return withFlags(NodeIdentity::dynamic(host), masks::Recommended);
    if (kind == QLatin1String("atom cache alone"))
        return withFlags(NodeIdentity::dynamic(host), masks::RecommendedCached.without(Flag::Fragments));
    if (kind == QLatin1String("pass-through"))
        return withFlags(NodeIdentity::dynamic(host), masks::Recommended.without(Flag::Fragments));
    if (kind == QLatin1String("visible, atom cache"))
        return withFlags(NodeIdentity::fixed(base::NodeName::literal(u"wire@127.0.0.1"), false),
                         masks::RecommendedCached);
    return NodeIdentity::dynamic(host);
}

} // namespace

/// Frames as a real node takes and sends them: pass-through, headers, cached atoms, fragments.
class tst_RealWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        NODESCOPE_NEEDS_ERLANG();
        QVERIFY(m_epmd.start());
        test::Peer::Options options;
        options.name = base::NodeName::literal(u"wally@127.0.0.1");
        options.epmdPort = m_epmd.port();
        m_peer = std::make_unique<test::Peer>(options);
        QVERIFY2(m_peer->start(), qPrintable(m_peer->output()));
        // Sends back what it gets, and its size.
        QCOMPARE(
            m_peer->evaluate(QStringLiteral("register(mirror, spawn(fun Loop() -> receive {From, What} -> "
                                            "From ! {What, erlang:external_size(What)} end, Loop() end)).")),
            QStringLiteral("{ok,true}"));
    }

    void goesBothWays_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind :
             {"fragments", "atom cache", "atom cache alone", "pass-through", "visible, atom cache"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void goesBothWays()
    {
        QFETCH(QString, kind);
        dial(kind);
        // The same atoms many times, new ones all the time, and long ones.
        for (int i = 0; i < 300; ++i) {
            const QString fresh = QStringLiteral("fresh_%1").arg(i % 100);
            const Term term =
                Term::tuple({Term::atom(u"again"), Term::atom(fresh), Term::integer(i),
                             Term::atom(i % 50 == 0 ? QString(255, QChar(0x20ac)) : QStringLiteral("x")),
                             Term::map({{Term::atom(fresh), Term::atom(u"again")}})});
            send(term);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_heard.size(), 300, Bench::Wait);
        for (int i = 0; i < 300; ++i)
            QCOMPARE(m_heard[i].at(0).at(2), Term::integer(i));
        QCOMPARE(m_heard[250].at(0).at(3).atomText(), QString(255, QChar(0x20ac)));
        QVERIFY(m_node->isConnected(m_peer->name()));
    }

    void manyAtomsChurnThroughTheCache()
    {
        dial(QStringLiteral("atom cache"));
        // More names than slots; 1,000 in all, so that the peer's atom table hardly grows.
        for (int i = 0; i < 3000; ++i)
            send(Term::tuple({Term::atom(QStringLiteral("churn_%1").arg(i * 7 % 1000)), Term::integer(i)}));
        QTRY_COMPARE_WITH_TIMEOUT(m_heard.size(), 3000, Bench::Wait);
        for (int i = 0; i < 3000; ++i) {
            QCOMPARE(m_heard[i].at(0).at(0).atomText(), QStringLiteral("churn_%1").arg(i * 7 % 1000));
            QCOMPARE(m_heard[i].at(0).at(1), Term::integer(i));
        }
    }

    void aLargeMessageInFragments_data() { goesBothWays_data(); }
    void aLargeMessageInFragments()
    {
        QFETCH(QString, kind);
        dial(kind);
        QByteArray bytes(Large, Qt::Uninitialized);
        for (qsizetype i = 0; i < Large; ++i)
            bytes[i] = char(i * 31 >> 3);
        send(Term::binary(bytes));
        QTRY_COMPARE_WITH_TIMEOUT(m_heard.size(), 1, 60'000);
        QCOMPARE(m_heard[0].at(0).toByteArray(), bytes);
        QCOMPARE(m_heard[0].at(1).toInteger(), std::optional<qint64>(Large + 6));
        const LinkCounters counters = *m_node->countersOf(m_peer->name());
        QCOMPARE(counters.packetsOut >= 256,
                 protocol::usesHeader(flags()) && flags().contains(Flag::Fragments));
        QCOMPARE(counters.packetsIn >= 256, flags().contains(Flag::Fragments));
    }

    void aSmallMessageOvertakesALargeOne()
    {
        dial(QStringLiteral("atom cache"));
        m_node->send(mirror(), Term::tuple({own(), Term::binary(QByteArray(2 * Large, 'x'))}));
        LocalProcess *other = m_node->createProcess();
        QVERIFY(m_node->measureOf(m_peer->name())->writeQueue > Large);
        other->send(mirror(), Term::tuple({own(), Term::atom(u"small")}));
        send(Term::atom(u"also_small"));
        QTRY_COMPARE_WITH_TIMEOUT(m_heard.size(), 3, 120'000);
        QVERIFY(m_heard[0].at(0).isAtom(u"small"));
        QVERIFY(m_heard[1].at(0).isAtom(u"also_small"));
        QCOMPARE(m_heard[2].at(0).size(), 2 * Large);
        QTRY_COMPARE(m_node->measureOf(m_peer->name())->writeQueue, 0);
    }

    void severalLargeOnesTakeTurns()
    {
        dial(QStringLiteral("fragments"));
        for (int i = 0; i < 5; ++i) {
            LocalProcess *process = m_node->createProcess();
            process->send(mirror(), Term::tuple({own(), Term::binary(QByteArray(2 << 20, char('a' + i)))}));
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_heard.size(), 5, 60'000);
        QByteArray seen;
        for (const Term &answer : std::as_const(m_heard)) {
            const QByteArray bytes = answer.at(0).toByteArray();
            QCOMPARE(bytes, QByteArray(2 << 20, bytes.at(0)));
            seen += bytes.at(0);
        }
        std::sort(seen.begin(), seen.end());
        QCOMPARE(seen, QByteArray("abcde"));
    }

    void aLargeReasonIsFragmentedToo()
    {
        dial(QStringLiteral("atom cache"));
        QCOMPARE(m_peer->evaluate(QStringLiteral(
                     "register(mourner, spawn(fun() -> receive {P, From} -> R = monitor(process, P), From ! "
                     "ready, "
                     "receive {'DOWN', R, _, _, Why} -> From ! {why, byte_size(Why)} end end end)).")),
                 QStringLiteral("{ok,true}"));
        LocalProcess *dying = m_node->createProcess();
        m_process->send(ProcessName{m_peer->name(), QStringLiteral("mourner")},
                        Term::tuple({Term::pid(dying->pidOn(m_peer->name())), own()}));
        QTRY_COMPARE(m_heard.size(), 1);
        dying->exit(Term::binary(QByteArray(1 << 20, 'r')));
        QTRY_COMPARE(m_heard.size(), 2);
        QCOMPARE(m_heard[1].at(1), Term::integer(1 << 20));
    }

    void aPausedLinkMakesThePeerWait()
    {
        dial(QStringLiteral("fragments"));
        m_node->pauseReading(m_peer->name());
        send(Term::binary(QByteArray(2 * Large, 'x')));
        QTRY_VERIFY(m_node->measureOf(m_peer->name())->writeQueue == 0);
        // The answer stays with the peer, but for the buffers in between.
        const QString queue = QStringLiteral("[{_, D}] = erlang:system_info(dist_ctrl), "
                                             "{ok, [{send_pend, N}]} = inet:getstat(D, [send_pend]), N > 0.");
        QTRY_VERIFY_WITH_TIMEOUT(m_peer->evaluate(queue) == QStringLiteral("{ok,true}"), Bench::Wait);
        QVERIFY(m_heard.isEmpty());
        m_node->resumeReading(m_peer->name());
        QTRY_COMPARE_WITH_TIMEOUT(m_heard.size(), 1, 60'000);
    }

    void aFrozenPeerMakesUsBusyAndThenWritable()
    {
        LocalNodeSettings settings;
        settings.link.writeLimit = 1 << 20;
        dial(QStringLiteral("fragments"), settings);
        QSignalSpy writable(m_node.get(), &LocalNode::linkWritable);
        m_peer->freeze();
        SendResult last = SendResult::Sent;
        int sent = 0;
        QElapsedTimer since;
        since.start();
        while (last == SendResult::Sent && since.elapsed() < Bench::Wait) {
            last = m_process->send(mirror(), Term::tuple({own(), Term::binary(QByteArray(100'000, 'x'))}));
            sent += last == SendResult::Sent;
            QCoreApplication::processEvents();
        }
        m_peer->thaw();
        QCOMPARE(last, SendResult::Busy);
        QTRY_COMPARE_WITH_TIMEOUT(writable.count(), 1, Bench::Wait);
        QTRY_COMPARE_WITH_TIMEOUT(m_heard.size(), sent, Bench::Wait);
    }

    void cleanup()
    {
        m_node.reset();
        m_heard.clear();
        if (m_peer)
            QTRY_COMPARE(m_peer->evaluate(QStringLiteral("nodes(connected).")), QStringLiteral("{ok,[]}"));
    }

private:
    void dial(const QString &kind, const LocalNodeSettings &settings = {})
    {
        CookieStore cookies;
        cookies.setDefault(base::Secret("peers-cookie"));
        m_node = std::make_unique<LocalNode>(identityOf(kind), cookies, m_clock, settings);
        QSignalSpy finished(m_node.get(), &LocalNode::dialFinished);
        DialOptions options;
        options.epmdPort = m_epmd.port();
        m_node->dial(m_peer->name(), options);
        QVERIFY(finished.wait(Bench::Wait));
        QVERIFY(m_node->isConnected(m_peer->name()));
        const bool cached = kind.contains(QLatin1String("cache"));
        QCOMPARE(flags().contains(Flag::DistHdrAtomCache), cached);
        m_process = m_node->createProcess();
        connect(m_process, &LocalProcess::message, this, [this](const Term &message) { m_heard << message; });
    }
    [[nodiscard]] protocol::Flags flags() const
    {
        return m_node->linkTo(m_peer->name())->handshake.agreedFlags;
    }
    [[nodiscard]] ProcessName mirror() const { return {m_peer->name(), QStringLiteral("mirror")}; }
    [[nodiscard]] Term own() const { return Term::pid(m_process->pidOn(m_peer->name())); }
    void send(const Term &term)
    {
        QCOMPARE(m_process->send(mirror(), Term::tuple({own(), term})), SendResult::Sent);
    }

    base::SystemClock m_clock;
    test::PeerEpmd m_epmd;
    std::unique_ptr<test::Peer> m_peer;
    std::unique_ptr<LocalNode> m_node;
    LocalProcess *m_process = nullptr;
    QList<Term> m_heard;
};

QTEST_GUILESS_MAIN(tst_RealWire)
#include "tst_RealWire.moc"
