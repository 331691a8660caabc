#include "PairBench.h"

using namespace nodescope;
using namespace nodescope::test;
using Language = Peer::Language;

namespace {
QString at(const char *name)
{
    return QLatin1String(name) + QStringLiteral("@127.0.0.1");
}
} // namespace

#define VERDICT(outcome, expectedCause, expectedCertainty)                                                   \
    QCOMPARE(cluster::identifierOf((outcome).diagnosis.cause), cluster::identifierOf(Cause::expectedCause)); \
    QCOMPARE(cluster::identifierOf((outcome).diagnosis.certainty),                                           \
             cluster::identifierOf(Certainty::expectedCertainty))

/// Pairs of real nodes, both within our reach, and the setting that keeps them apart.
class tst_RealPairs : public QObject
{
    Q_OBJECT

    std::unique_ptr<PairBench> m_bench;

private Q_SLOTS:
    void initTestCase() { NODESCOPE_NEEDS_ERLANG(); }
    void init()
    {
        m_bench = std::make_unique<PairBench>();
        QVERIFY(m_bench->epmd.start());
    }
    void cleanup() { m_bench.reset(); }

    void healthyNodesConnect()
    {
        const auto a = m_bench->start(at("a"));
        const auto b = m_bench->start(at("b"));
        QVERIFY(a && b && m_bench->reach(*a));
        const auto outcome = m_bench->examine(*a, *b, true);
        VERDICT(outcome, None, Certain);
        QVERIFY(outcome.diagnosis.ok());
        QCOMPARE(a->evaluate(QStringLiteral("nodes().")), QStringLiteral("{ok,['b@127.0.0.1']}"));
        // Nobody had to ask b anything.
        QVERIFY(!m_bench->node->isConnected(b->name()));
    }
    void withoutConsentNothingIsTriedAndNothingClaimed()
    {
        const auto a = m_bench->start(at("a"));
        const auto b = m_bench->start(at("b"));
        QVERIFY(a && b && m_bench->reach(*a) && m_bench->reach(*b));
        const QString before[] = {PairBench::traces(*a), PairBench::traces(*b)};
        const auto outcome = m_bench->examine(*a, *b, false);
        VERDICT(outcome, Unknown, CannotDistinguish);
        QCOMPARE(outcome.diagnosis.detail, QStringLiteral("not_tried"));
        QVERIFY(!outcome.diagnosis.candidates.contains(Cause::CookieMismatch));
        QVERIFY(!outcome.diagnosis.candidates.contains(Cause::TlsPlainMixed));
        QCOMPARE(outcome.row("cookie")->a, outcome.row("cookie")->b);
        QCOMPARE(outcome.row("resolves")->a, QStringLiteral("127.0.0.1"));
        QCOMPARE(outcome.row("link")->a, QStringLiteral("absent"));
        for (const cluster::SettingPair &row : outcome.settings)
            QVERIFY2(!row.explains, qPrintable(row.setting));
        QVERIFY(PairBench::isAsBefore(*a, before[0]));
        QVERIFY(PairBench::isAsBefore(*b, before[1]));
        QCOMPARE(PairBench::complaintsOf(*a) + PairBench::complaintsOf(*b), 0);
    }
    void aLinkThatStandsIsHealthy()
    {
        const auto a = m_bench->start(at("a"));
        const auto b = m_bench->start(at("b"));
        const auto hidden = m_bench->start(at("h"), {QStringLiteral("-hidden")});
        QVERIFY(a && b && hidden && m_bench->reach(*a) && m_bench->reach(*b) && m_bench->reach(*hidden));
        QCOMPARE(a->evaluate(QStringLiteral("[net_kernel:connect_node(N) || N <- ['b@127.0.0.1', "
                                            "'h@127.0.0.1']].")),
                 QStringLiteral("{ok,[true,true]}"));
        const auto visible = m_bench->examine(*a, *b, false);
        VERDICT(visible, None, Certain);
        QVERIFY(visible.diagnosis.detail.isEmpty());
        const auto unseen = m_bench->examine(*a, *hidden, false);
        VERDICT(unseen, None, Certain);
        QCOMPARE(unseen.diagnosis.detail, QStringLiteral("hidden"));
        QVERIFY(unseen.explainedBy("link"));
    }
    void otherCookies_data()
    {
        QTest::addColumn<bool>("attempt");
        QTest::newRow("compared") << false;
        QTest::newRow("tried") << true;
    }
    void otherCookies()
    {
        QFETCH(bool, attempt);
        const auto a = m_bench->start(at("a"));
        const auto b = m_bench->start(at("b"), {}, QStringLiteral("another-cookie"));
        QVERIFY(a && b && m_bench->reach(*a) && m_bench->reach(*b, "another-cookie"));
        const auto outcome = m_bench->examine(*a, *b, attempt);
        VERDICT(outcome, CookieMismatch, Certain);
        QVERIFY(outcome.explainedBy("cookie"));
        QCOMPARE(outcome.settings.front().setting, QStringLiteral("cookie"));
        QVERIFY(outcome.diagnosis.elapsed < std::chrono::seconds(6));
    }
    void crossedCookies()
    {
        const auto a = m_bench->start(at("a"), {}, QStringLiteral("cookie-of-a"));
        const auto b = m_bench->start(at("b"), {}, QStringLiteral("cookie-of-b"));
        QVERIFY(a && b && m_bench->reach(*a, "cookie-of-a") && m_bench->reach(*b, "cookie-of-b"));
        QVERIFY(!a->evaluate(QStringLiteral("erlang:set_cookie('b@127.0.0.1', 'cookie-of-b').")).isEmpty());
        QVERIFY(!b->evaluate(QStringLiteral("erlang:set_cookie('a@127.0.0.1', 'cookie-of-a').")).isEmpty());
        const QString before = PairBench::traces(*a);
        const auto outcome = m_bench->examine(*a, *b, false);
        VERDICT(outcome, CookieCrossed, Certain);
        QVERIFY(outcome.explainedBy("cookie"));
        QVERIFY(PairBench::isAsBefore(*a, before));
        // The remedy: on one side only.
        QVERIFY(!b->evaluate(QStringLiteral("erlang:set_cookie('a@127.0.0.1', 'cookie-of-b').")).isEmpty());
        VERDICT(m_bench->examine(*a, *b, true), None, Certain);
    }
    void aCookieForEachOtherIsEnough()
    {
        // Their own cookies differ; that must not be held against them.
        const auto a = m_bench->start(at("a"), {}, QStringLiteral("cookie-of-a"));
        const auto b = m_bench->start(at("b"), {}, QStringLiteral("cookie-of-b"));
        QVERIFY(a && b && m_bench->reach(*a, "cookie-of-a") && m_bench->reach(*b, "cookie-of-b"));
        QVERIFY(!a->evaluate(QStringLiteral("erlang:set_cookie('b@127.0.0.1', 'cookie-of-b').")).isEmpty());
        const auto compared = m_bench->examine(*a, *b, false);
        VERDICT(compared, Unknown, CannotDistinguish);
        QVERIFY(!compared.diagnosis.candidates.contains(Cause::CookieMismatch));
        VERDICT(m_bench->examine(*a, *b, true), None, Certain);
    }
    void nameModes()
    {
        const auto isLong = m_bench->start(at("long"));
        const auto isShort = m_bench->start(QStringLiteral("short@localhost"));
        QVERIFY(isLong && isShort && m_bench->reach(*isLong) && m_bench->reach(*isShort));
        for (const bool attempt : {false, true}) {
            const auto outcome = m_bench->examine(*isLong, *isShort, attempt);
            VERDICT(outcome, LongDialsShort, Certain);
            QVERIFY(outcome.explainedBy("name_mode"));
            QCOMPARE(outcome.row("name_mode")->a, QStringLiteral("longnames"));
            QCOMPARE(outcome.row("name_mode")->b, QStringLiteral("shortnames"));
        }
        VERDICT(m_bench->examine(*isShort, *isLong, true), ShortDialsLong, Certain);
    }
    void allowLists()
    {
        const auto a = m_bench->start(at("a"));
        const auto b = m_bench->start(at("b"));
        QVERIFY(a && b && m_bench->reach(*a) && m_bench->reach(*b));
        QVERIFY(!b->evaluate(QStringLiteral("net_kernel:allow(['x@127.0.0.2']).")).isEmpty());
        const auto theirs = m_bench->examine(*a, *b, false);
        VERDICT(theirs, NotAllowedByList, Certain);
        QCOMPARE(theirs.diagnosis.detail, b->name().text());
        QVERIFY(theirs.explainedBy("allowed"));
        VERDICT(m_bench->examine(*a, *b, true), NotAllowedByList, Certain);
        // A list with b on it is a's own, and excludes nobody here but everybody else.
        const auto own = m_bench->examine(*b, *a, false);
        VERDICT(own, NotAllowedByList, Certain);
        QCOMPARE(own.diagnosis.detail, b->name().text());
    }
    void anAllowListOfHostsLetsThemIn()
    {
        const auto a = m_bench->start(at("a"));
        const auto b = m_bench->start(at("b"));
        QVERIFY(a && b && m_bench->reach(*a) && m_bench->reach(*b));
        QVERIFY(!b->evaluate(QStringLiteral("net_kernel:allow(['127.0.0.1']).")).isEmpty());
        VERDICT(m_bench->examine(*a, *b, true), None, Certain);
    }
    void autoConnectNever()
    {
        const auto a = m_bench->start(at("a"), QStringLiteral("-kernel dist_auto_connect never").split(u' '));
        const auto b = m_bench->start(at("b"));
        QVERIFY(a && b && m_bench->reach(*a) && m_bench->reach(*b));
        const auto compared = m_bench->examine(*a, *b, false);
        VERDICT(compared, AutoConnectOff, AlmostCertain);
        QVERIFY(compared.explainedBy("dist_auto_connect"));
        const auto tried = m_bench->examine(*a, *b, true);
        VERDICT(tried, None, Certain);
    }
    void suspendedNetKernelOfA()
    {
        const auto a = m_bench->start(at("a"));
        const auto b = m_bench->start(at("b"));
        QVERIFY(a && b && m_bench->reach(*a) && m_bench->reach(*b));
        const QString before = PairBench::traces(*a);
        QCOMPARE(a->evaluate(QStringLiteral("sys:suspend(net_kernel).")), QStringLiteral("{ok,ok}"));
        for (const bool attempt : {false, true}) {
            QElapsedTimer timer;
            timer.start();
            const auto outcome = m_bench->examine(*a, *b, attempt);
            VERDICT(outcome, NetKernelStuck, AlmostCertain);
            QVERIFY(outcome.explainedBy("net_kernel"));
            QVERIFY(timer.elapsed() < 12'000);
        }
        QCOMPARE(a->evaluate(QStringLiteral("sys:resume(net_kernel).")), QStringLiteral("{ok,ok}"));
        Q_UNUSED(before)
        VERDICT(m_bench->examine(*a, *b, true), None, Certain);
    }
    void suspendedNetKernelOfB()
    {
        const auto a = m_bench->start(at("a"));
        const auto b = m_bench->start(at("b"));
        QVERIFY(a && b && m_bench->reach(*a) && m_bench->reach(*b));
        QCOMPARE(b->evaluate(QStringLiteral("sys:suspend(net_kernel).")), QStringLiteral("{ok,ok}"));
        const auto outcome = m_bench->examine(*a, *b, true);
        VERDICT(outcome, NetKernelStuck, AlmostCertain);
        QVERIFY(outcome.diagnosis.detail.contains(b->name().text()));
    }
    void epmdThatIsNotThereIsNotAMissingName()
    {
        const auto a = m_bench->start(at("a"));
        const auto b = m_bench->start(at("b"));
        QVERIFY(a && b && m_bench->reach(*a) && m_bench->reach(*b));
        m_bench->epmd.stop();
        for (const bool attempt : {false, true}) {
            const auto outcome = m_bench->examine(*a, *b, attempt);
            VERDICT(outcome, EpmdUnreachable, Certain);
            QCOMPARE(outcome.row("epmd_answer")->a, QStringLiteral("econnrefused"));
        }
    }
    void anotherEpmdKnowsNoSuchName()
    {
        PeerEpmd other;
        QVERIFY(other.start());
        Peer::Options options;
        options.name = base::NodeName::literal(at("b"));
        options.epmdPort = other.port();
        Peer b(options);
        const auto a = m_bench->start(at("a"));
        QVERIFY(b.start() && a && m_bench->reach(*a));
        dist::DialOptions dial;
        dial.epmdPort = other.port();
        m_bench->node->dial(b.name(), dial);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->node->isConnected(b.name()), Bench::Wait);
        const auto outcome = m_bench->examine(*a, b, true);
        VERDICT(outcome, NotRegistered, Certain);
        QVERIFY(outcome.explainedBy("epmd_port"));
    }
    void aNodeThatIsNotThere()
    {
        const auto a = m_bench->start(at("a"));
        QVERIFY(a && m_bench->reach(*a));
        for (const bool attempt : {false, true}) {
            const auto outcome = m_bench->examine(a->name(), base::NodeName::literal(at("nobody")), attempt);
            VERDICT(outcome, NotRegistered, CannotDistinguish);
            QVERIFY(outcome.diagnosis.candidates.contains(cluster::Cause::EpmdForgotNode));
        }
        const auto outcome =
            m_bench->examine(a->name(), base::NodeName::literal(u"x@no-such-host.invalid"), false);
        VERDICT(outcome, HostUnresolvable, Certain);
    }
    void aNodeWhoseCookieWeLack()
    {
        const auto a = m_bench->start(at("a"));
        const auto b = m_bench->start(at("b"), {}, QStringLiteral("unknown-to-us"));
        QVERIFY(a && b && m_bench->reach(*a));
        const auto compared = m_bench->examine(*a, *b, false);
        VERDICT(compared, CookieMismatch, CannotDistinguish);
        QVERIFY(compared.diagnosis.candidates.size() > 1);
        VERDICT(m_bench->examine(*a, *b, true), CookieMismatch, AlmostCertain);
    }
    void aCookieForAAloneIsNotHeldAgainstIt()
    {
        // b refuses our digest, and yet it would take a's.
        const auto a = m_bench->start(at("a"));
        const auto b = m_bench->start(at("b"), {}, QStringLiteral("unknown-to-us"));
        QVERIFY(a && b && m_bench->reach(*a));
        QVERIFY(!b->evaluate(QStringLiteral("erlang:set_cookie('a@127.0.0.1', 'peers-cookie').")).isEmpty());
        VERDICT(m_bench->examine(*a, *b, false), CookieMismatch, CannotDistinguish);
        VERDICT(m_bench->examine(*a, *b, true), None, Certain);
    }
    void aNodeThatWeCannotReach()
    {
        const auto a = m_bench->start(at("a"), {}, QStringLiteral("unknown-to-us"));
        const auto b = m_bench->start(at("b"));
        QVERIFY(a && b);
        const auto outcome = m_bench->examine(*a, *b, true);
        VERDICT(outcome, Unknown, CannotDistinguish);
        QVERIFY(outcome.evidence.attemptOnA);
        QVERIFY(outcome.diagnosis.candidates.contains(Cause::CookieMismatch));
        QCOMPARE(b->evaluate(QStringLiteral("nodes().")), QStringLiteral("{ok,[]}"));
    }
    void elixirNodes()
    {
        if (const QString why = Peer::whyUnavailable(Language::Elixir); !why.isEmpty())
            QSKIP(qPrintable(why));
        const QString cookie = QStringLiteral("peers-cookie");
        const auto a = m_bench->start(at("a"), {}, cookie, Language::Elixir);
        const auto b = m_bench->start(at("b"), {}, QStringLiteral("another"), Language::Elixir);
        QVERIFY(a && b && m_bench->reach(*a) && m_bench->reach(*b, "another"));
        const auto outcome = m_bench->examine(*a, *b, true);
        VERDICT(outcome, CookieMismatch, Certain);
        QVERIFY(!outcome.row("elixir")->a.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_RealPairs)
#include "tst_RealPairs.moc"
