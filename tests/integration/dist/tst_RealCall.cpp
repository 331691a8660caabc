#include "Bench.h"

using namespace nodescope;
using namespace nodescope::dist;
using term::Term;
using test::Bench;

/// Calls of real nodes, the erpc way and by rex.
class tst_RealCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        NODESCOPE_NEEDS_ERLANG();
        QVERIFY(m_bench.epmd.start());
        m_peer = m_bench.peer(QStringLiteral("bob"));
        QVERIFY2(m_peer->start(), qPrintable(m_peer->output()));
        QVERIFY(m_bench.dial(m_peer->name()).connected());
    }

    void returns_data()
    {
        QTest::addColumn<int>("preference");
        QTest::addColumn<int>("way");
        QTest::newRow("best") << int(CallPreference::Best) << int(CallWay::Spawn);
        QTest::newRow("spawn") << int(CallPreference::SpawnOnly) << int(CallWay::Spawn);
        QTest::newRow("rex") << int(CallPreference::RexOnly) << int(CallWay::Rex);
    }
    void returns()
    {
        QFETCH(int, preference);
        QFETCH(int, way);
        CallRequest request = call("erlang", "node");
        request.preference = CallPreference(preference);
        const CallResult result = m_bench.call(request);
        QVERIFY2(result.value(), reasonName(result.end));
        QCOMPARE(result.value()->atomText(), m_peer->name().text());
        QCOMPARE(int(result.way), way);
    }

    void passesArguments()
    {
        const CallResult result = m_bench.call(
            call("lists", "sum", {Term::list({Term::integer(1), Term::integer(2), Term::integer(39)})}));
        QVERIFY2(result.value(), reasonName(result.end));
        QCOMPARE(result.value()->toInteger(), std::optional<qint64>(42));
    }

    void takesALargeAnswerInFragments()
    {
        const CallResult result =
            m_bench.call(call("binary", "copy", {Term::binary("0123456789"), Term::integer(100'000)}));
        QVERIFY2(result.value(), reasonName(result.end));
        QCOMPARE(result.value()->size(), qsizetype(1'000'000));
    }

    void tellsHowAFunctionFailed()
    {
        using Class = call_end::Raised::Class;
        const auto raised = [this](const CallRequest &request) {
            const CallResult result = m_bench.call(request);
            const auto *end = std::get_if<call_end::Raised>(&result.end);
            return end ? std::optional(*end) : std::nullopt;
        };
        const auto thrown = raised(call("erlang", "throw", {Term::atom(u"ball")}));
        QVERIFY(thrown && thrown->kind == Class::Throw && thrown->reason.isAtom(u"ball"));
        const auto exited = raised(call("erlang", "exit", {Term::atom(u"away")}));
        QVERIFY(exited && exited->kind == Class::Exit && exited->reason.isAtom(u"away"));
        const auto failed = raised(call("erlang", "atom_to_list", {Term::integer(1)}));
        QVERIFY(failed && failed->kind == Class::Error && failed->reason.isAtom(u"badarg"));
        QVERIFY(failed->stack.isList());
    }

    void rexAnswersWithBadRpc()
    {
        CallRequest request = call("nosuchmodule", "nosuchfunction");
        request.preference = CallPreference::RexOnly;
        const CallResult result = m_bench.call(request);
        QVERIFY2(std::get_if<call_end::BadRpc>(&result.end), reasonName(result.end));
    }

    void aPeerWithoutRexSaysSo()
    {
        QCOMPARE(m_peer->evaluate(QStringLiteral("R = whereis(rex), unregister(rex), put(rex, R), true.")),
                 QStringLiteral("{ok,true}"));
        CallRequest request = call("erlang", "node");
        request.preference = CallPreference::RexOnly;
        const CallResult result = m_bench.call(request);
        QCOMPARE(m_peer->evaluate(QStringLiteral("register(rex, get(rex)).")), QStringLiteral("{ok,true}"));
        const auto *unsupported = std::get_if<call_end::NotSupported>(&result.end);
        QVERIFY2(unsupported, reasonName(result.end));
        QCOMPARE(unsupported->detail, QStringLiteral("noproc"));
    }

    void givesUpInTime()
    {
        CallRequest request = call("timer", "sleep", {Term::integer(60'000)});
        request.timeout = std::chrono::milliseconds(200);
        const CallResult result = m_bench.call(request);
        QVERIFY2(std::get_if<call_end::TimedOut>(&result.end), reasonName(result.end));
        QVERIFY(result.elapsed >= std::chrono::milliseconds(200));
        QVERIFY(result.elapsed < std::chrono::seconds(5));
    }

    void canBeCancelled()
    {
        std::optional<CallResult> result;
        const CallId id = m_bench.node->call(call("timer", "sleep", {Term::integer(60'000)}), this,
                                             [&](const CallResult &outcome) { result = outcome; });
        m_bench.node->cancelCall(id);
        QTRY_VERIFY(result);
        QVERIFY2(std::get_if<call_end::Cancelled>(&result->end), reasonName(result->end));
    }

    void answersComeInAnyOrder()
    {
        QList<qint64> order;
        for (const qint64 delay : {400, 10}) {
            m_bench.node->call(call("timer", "sleep", {Term::integer(delay)}), this,
                               [&order, delay](const CallResult &) { order.append(delay); });
        }
        QTRY_COMPARE(order, QList<qint64>({10, 400}));
    }

    void manyAtOnce()
    {
        constexpr int Count = 2'000;
        qint64 sum = 0;
        int answers = 0;
        for (int i = 0; i < Count; ++i) {
            m_bench.node->call(call("erlang", "+", {Term::integer(i), Term::integer(1)}), this,
                               [&](const CallResult &result) {
                                   ++answers;
                                   sum += result.value() ? result.value()->toInteger().value_or(0) : 0;
                               });
        }
        QTRY_COMPARE_WITH_TIMEOUT(answers, Count, Bench::Wait);
        QCOMPARE(sum, qint64(Count) * (Count + 1) / 2);
    }

    void outputOfACallIsTakenAndTold()
    {
        QSignalSpy output(m_bench.node.get(), &LocalNode::output);
        const CallResult result = m_bench.call(call("io", "put_chars", {Term::utf8(u"hello from there")}));
        QVERIFY2(result.value(), reasonName(result.end));
        QVERIFY(result.value()->isAtom(u"ok"));
        QCOMPARE(output.count(), 1);
        QCOMPARE(output.first().at(1).toString(), QStringLiteral("hello from there"));
    }

    void withoutALinkThereIsNoCall()
    {
        CallRequest request = call("erlang", "node");
        request.node = base::NodeName::literal(u"nobody@127.0.0.1");
        const CallResult result = m_bench.call(request);
        QVERIFY2(std::get_if<call_end::NoConnection>(&result.end), reasonName(result.end));
    }

    void leavesNothingBehind()
    {
        const QString before = m_peer->evaluate(QStringLiteral("erlang:system_info(process_count)."));
        for (int i = 0; i < 20; ++i)
            QVERIFY(m_bench.call(call("erlang", "node")).value());
        QTRY_COMPARE(m_peer->evaluate(QStringLiteral("erlang:system_info(process_count).")), before);
    }

private:
    [[nodiscard]] CallRequest call(const char *module, const char *function,
                                   std::vector<Term> arguments = {}) const
    {
        CallRequest request;
        request.node = m_peer->name();
        request.module = QString::fromLatin1(module);
        request.function = QString::fromLatin1(function);
        request.arguments = std::move(arguments);
        return request;
    }

    Bench m_bench;
    std::unique_ptr<test::Peer> m_peer;
};

QTEST_GUILESS_MAIN(tst_RealCall)
#include "tst_RealCall.moc"
