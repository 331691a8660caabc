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
        QVERIFY(!failed->frames.empty());
        QCOMPARE(failed->frames[0].module, QStringLiteral("erlang"));
        QCOMPARE(failed->frames[0].function, QStringLiteral("atom_to_list"));
        QCOMPARE(failed->frames[0].arity, 1);
        QCOMPARE(failed->frames[0].arguments->at(0), Term::integer(1));
        // Where Erlang code fails, file and line are known.
        const auto deeper = raised(call("lists", "nth", {Term::integer(9), Term::nil()}));
        QVERIFY(deeper && deeper->kind == Class::Error);
        QCOMPARE(deeper->frames.at(0).file, QStringLiteral("lists.erl"));
        QVERIFY(deeper->frames.at(0).line > 0);
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

    void cancellingEndsTheRemoteProcess()
    {
        const auto asleep = [this] {
            return m_peer->evaluate(
                QStringLiteral("length([P || P <- processes(), {current_function, {erlang, hibernate, 3}} == "
                               "process_info(P, current_function)])."));
        };
        const CallRequest hibernate =
            call("erlang", "hibernate",
                 {Term::atom(u"timer"), Term::atom(u"sleep"), Term::list({Term::integer(1)})});
        const QString before = asleep();
        for (const bool early : {true, false}) {
            std::optional<CallResult> result;
            const CallId id =
                m_bench.node->call(hibernate, this, [&](const CallResult &outcome) { result = outcome; });
            if (!early) // else the reply to the spawn request comes after
                QTRY_VERIFY(asleep() != before);
            m_bench.node->cancelCall(id);
            QTRY_VERIFY(result);
            QVERIFY(std::get_if<call_end::Cancelled>(&result->end));
            QTRY_COMPARE(asleep(), before);
        }
        CallRequest request = hibernate;
        request.timeout = std::chrono::milliseconds(300);
        request.endOnTimeout = true;
        const CallResult late = m_bench.call(request);
        QVERIFY2(std::get_if<call_end::TimedOut>(&late.end), reasonName(late.end));
        QTRY_COMPARE(asleep(), before);
    }

    void genServersAreCalled()
    {
        const GenCallResult result = genCall("kernel_sup", Term::atom(u"which_children"));
        QVERIFY2(result.value(), reasonName(result.end));
        QVERIFY(result.value()->isProperList() && result.value()->size() > 3);

        const GenCallResult nobody = genCall("nosuchserver", Term::nil());
        const auto *down = std::get_if<gen_end::ServerDown>(&nobody.end);
        QVERIFY2(down && down->reason.isAtom(u"noproc"), reasonName(nobody.end));

        QCOMPARE(m_peer->evaluate(QStringLiteral(
                     "register(shortlived, spawn(fun() -> receive _ -> exit(enough) end end)).")),
                 QStringLiteral("{ok,true}"));
        const GenCallResult died = genCall("shortlived", Term::nil());
        down = std::get_if<gen_end::ServerDown>(&died.end);
        QVERIFY2(down && down->reason.isAtom(u"enough"), reasonName(died.end));
    }

    void aGenServerThatIsLateIsNotHeard()
    {
        QCOMPARE(m_peer->evaluate(QStringLiteral(
                     "register(late, spawn(fun L() -> receive {'$gen_call', F, _} -> receive now -> "
                     "gen_server:reply(F, late) end, L() end end)).")),
                 QStringLiteral("{ok,true}"));
        QSignalSpy dropped(m_bench.node.get(), &LocalNode::signalDropped);
        const GenCallResult result = genCall("late", Term::nil(), std::chrono::milliseconds(100));
        QVERIFY2(std::get_if<gen_end::TimedOut>(&result.end), reasonName(result.end));
        m_bench.node->send(ProcessName{m_peer->name(), QStringLiteral("late")}, Term::atom(u"now"));
        if (test::Peer::otpRelease() < 24)
            return; // without aliases it comes, and is thrown away
        QTRY_COMPARE(dropped.count(), 1);
        QCOMPARE(dropped.first().at(1).toString(), QStringLiteral("no_process"));
    }

    void castsArrive()
    {
        QCOMPARE(
            m_peer->evaluate(QStringLiteral(
                "register(caster, spawn(fun() -> receive {'$gen_cast', {P, W}} -> P ! {got, W} end end)).")),
            QStringLiteral("{ok,true}"));
        LocalProcess *process = m_bench.node->createProcess();
        QSignalSpy heard(process, &LocalProcess::message);
        QCOMPARE(
            m_bench.node->genCast(ProcessName{m_peer->name(), QStringLiteral("caster")},
                                  Term::tuple({Term::pid(process->pidOn(m_peer->name())), Term::integer(4)})),
            SendResult::Sent);
        QTRY_COMPARE(heard.count(), 1);
        QCOMPARE(heard.first().first().value<Term>(), Term::tuple({Term::atom(u"got"), Term::integer(4)}));
    }

    void formattedOutputIsFormattedHere()
    {
        QSignalSpy output(m_bench.node.get(), &LocalNode::output);
        const Term format = Term::charlist(u"~5s|~p|~.2f~n");
        const Term arguments = Term::list({Term::atom(u"ab"), Term::charlist(u"text"), Term::real(2.5)});
        QVERIFY(m_bench.call(call("io", "format", {format, arguments})).value());
        QTRY_COMPARE(output.count(), 1);
        const CallResult theirs = m_bench.call(call("io_lib", "format", {format, arguments}));
        QVERIFY(theirs.value());
        QCOMPARE(output.first().at(1).toString(), theirs.value()->toText().value_or(QString()));
        // What reads gets its end, and nobody waits.
        const CallResult line = m_bench.call(call("io", "get_line", {Term::charlist(u"> ")}));
        QVERIFY(line.value() && line.value()->isAtom(u"eof"));
        const CallResult columns = m_bench.call(call("io", "columns"));
        QVERIFY(columns.value() && columns.value()->at(0).isAtom(u"error"));
    }

    void logEventsOfOurSpawnsAreTold()
    {
        QSignalSpy logged(m_bench.node.get(), &LocalNode::loggedElsewhere);
        LocalProcess *process = m_bench.node->createProcess();
        process->spawnRequest(m_peer->name(), QStringLiteral("erlang"), QStringLiteral("error"),
                              {Term::atom(u"mishap")});
        QTRY_VERIFY(!logged.isEmpty());
        QCOMPARE(logged.first().first().value<base::NodeName>(), m_peer->name());
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
        const auto processes = [this] {
            return m_peer->evaluate(QStringLiteral("erlang:system_info(process_count)."));
        };
        const QString before = processes();
        for (int i = 0; i < 20; ++i)
            QVERIFY(m_bench.call(call("erlang", "node")).value());
        // Asked once each time: the node has processes of its own that come and go.
        QVERIFY(QTest::qWaitFor([&] { return processes() == before; }, Bench::Wait));
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

    [[nodiscard]] GenCallResult genCall(const char *server, const Term &request,
                                        base::Duration timeout = std::chrono::seconds(5))
    {
        std::optional<GenCallResult> result;
        m_bench.node->genCall({ProcessName{m_peer->name(), QString::fromLatin1(server)}, request, timeout},
                              this, [&](const GenCallResult &outcome) { result = outcome; });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, Bench::Wait))
            qFatal("no outcome");
        return *result;
    }

    Bench m_bench;
    std::unique_ptr<test::Peer> m_peer;
};

QTEST_GUILESS_MAIN(tst_RealCall)
#include "tst_RealCall.moc"
