#include "../dist/Bench.h"
#include "doctor/errands/ErrandPlan.h"
#include "session/errands/ErrandDesk.h"
#include "term/Encoder.h"
#include "term/Parser.h"
#include "term/Printer.h"

using namespace nodescope;
using namespace nodescope::test;
using namespace nodescope::cluster;
using namespace std::chrono_literals;
using base::NodeName;
using Step = ErrandStepKind;

/// Errands between real nodes: from us, and from one node to a process of another over their own link.
class tst_RealErrands : public QObject
{
    Q_OBJECT

    Bench m_bench;
    std::unique_ptr<Peer> m_a;
    std::unique_ptr<Peer> m_b;
    quint64 m_lastId = 0;

    Errand errand(ErrandKind kind, const char *process, const char *text, bool relayed,
                  base::Duration wait = 10s)
    {
        term::ParseOptions options;
        options.self = doctor::selfPlace();
        Errand made;
        made.id = ++m_lastId;
        made.kind = kind;
        if (relayed)
            made.via = m_a->name();
        made.node = m_b->name();
        made.process = QString::fromLatin1(process);
        made.externalTerm = term::encode(*term::parse(QString::fromLatin1(text), options));
        made.wait = wait;
        return made;
    }

    /// Until it has ended, or `enough` has come.
    ErrandReport run(const Errand &errand, std::optional<Step> enough = {})
    {
        session::ErrandDesk desk(*m_bench.node);
        ErrandReport last;
        connect(&desk, &session::ErrandDesk::changed, &desk,
                [&](const ErrandReport &report) { last = report; });
        desk.run(errand);
        const auto has = [&](Step kind) {
            return std::any_of(last.steps.begin(), last.steps.end(),
                               [kind](const ErrandStep &step) { return step.kind == kind; });
        };
        const bool done =
            QTest::qWaitFor([&] { return !last.running || (enough && has(*enough)); }, 3 * Bench::Wait);
        if (!done)
            qWarning() << "still running" << words(last);
        return last;
    }

    static QString words(const ErrandReport &report)
    {
        QStringList words;
        for (const ErrandStep &step : report.steps)
            words.append(identifierOf(step.kind));
        return words.join(u' ');
    }
    static QString detail(const ErrandReport &report, Step kind)
    {
        for (const ErrandStep &step : report.steps) {
            if (step.kind == kind)
                return step.detail;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        NODESCOPE_NEEDS_ERLANG();
        QVERIFY(m_bench.epmd.start());
        m_a = m_bench.peer(QStringLiteral("a"));
        m_b = m_bench.peer(QStringLiteral("b"));
        QVERIFY2(m_a->start(), qPrintable(m_a->output()));
        QVERIFY2(m_b->start(), qPrintable(m_b->output()));
        // An echo whose receiving is traced: the runtime tells from which node each message came.
        QVERIFY(
            m_b
                ->evaluate(QStringLiteral(
                    "E = spawn(fun() -> (fun E() -> receive {P, M} -> P ! {echo, M}, E() end end)() end), "
                    "catch unregister(echo), register(echo, E), "
                    // What is asked for waits until something was received.
                    "T = spawn(fun() -> (fun T(L) -> receive {trace, _, 'receive', _, X} -> T([X | L]); "
                    "{get, P} when L =/= [] -> P ! {senders, L}, T([]) end end)([]) end), "
                    "register(tracer, T), "
                    "erlang:trace_pattern('receive', [{['$1', '_', '$3'], [], [{message, {{'$1', '$3'}}}]}], "
                    "[]), "
                    "erlang:trace(E, true, ['receive', {tracer, T}])."))
                .startsWith(QLatin1String("{ok,")));
        QVERIFY(m_bench.dial(m_a->name()).connected());
        QVERIFY(m_bench.dial(m_b->name()).connected());
    }
    void ways_data()
    {
        QTest::addColumn<bool>("relayed");
        QTest::newRow("from us") << false;
        QTest::newRow("from A to B") << true;
    }

    void messages_data() { ways_data(); }
    void messages()
    {
        QFETCH(bool, relayed);
        const ErrandReport report =
            run(errand(ErrandKind::Send, "echo", "{self(), {hello, #{n => 1}}}", relayed), Step::Answered);
        QCOMPARE(detail(report, Step::Answered), QStringLiteral("{echo,{hello,#{n => 1}}}"));
        QVERIFY(
            words(report).startsWith(relayed ? QLatin1String("prepared relayed") : QLatin1String("sent")));
        QVERIFY(!report.answer.isEmpty());

        // B's own runtime says from which node it came; the pid is the one that the process was given to
        // answer to.
        const QString senders = m_b->evaluate(
            QStringLiteral("tracer ! {get, self()}, receive {senders, [{N, {P, _}} | _]} -> {N, "
                           "binary_to_list(term_to_binary(P))} end."));
        if (!relayed) {
            QVERIFY(!senders.contains(m_a->name().text()));
            return;
        }
        QVERIFY2(senders.startsWith(QStringLiteral("{ok,{'a@127.0.0.1',")), qPrintable(senders));
        // The very pid that was prepared, on A.
        const auto prepared = term::parse(detail(report, Step::Prepared));
        QVERIFY(prepared && prepared->isPid());
        QCOMPARE(prepared->toPid()->node, m_a->name().text());
        const QString pid =
            m_a->evaluate(QStringLiteral("binary_to_list(term_to_binary(list_to_pid(\"<0.%1.%2>\"))).")
                              .arg(prepared->toPid()->id)
                              .arg(prepared->toPid()->serial));
        QVERIFY2(senders.contains(pid.mid(4, pid.size() - 5)), qPrintable(senders + pid));
        // And it went over their own link.
        QVERIFY(m_a->evaluate(QStringLiteral("nodes(connected).")).contains(m_b->name().text()));
    }
    void deliveredWithoutAnswer_data() { ways_data(); }
    void deliveredWithoutAnswer()
    {
        QFETCH(bool, relayed);
        QVERIFY(
            m_b
                ->evaluate(QStringLiteral(
                    "catch unregister(sink), register(sink, spawn(fun() -> receive stop -> ok end end))."))
                .contains(QLatin1String("true")));
        const ErrandReport report = run(errand(ErrandKind::Send, "sink", "ignored", relayed, 0s));
        QVERIFY2(words(report).endsWith(relayed ? QLatin1String("relayed delivered")
                                                : QLatin1String("sent delivered")),
                 qPrintable(words(report)));
    }
    void nobodyThere_data() { ways_data(); }
    void nobodyThere()
    {
        QFETCH(bool, relayed);
        const ErrandReport report = run(errand(ErrandKind::Send, "nobody", "hello", relayed));
        QVERIFY2(words(report).endsWith(QLatin1String(" absent")), qPrintable(words(report)));
    }
    void casts_data() { ways_data(); }
    void casts()
    {
        QFETCH(bool, relayed);
        QVERIFY(m_b->evaluate(QStringLiteral("catch unregister(caster), register(caster, spawn(fun() -> "
                                             "receive {'$gen_cast', {P, X}} -> P ! {cast, X} end end))."))
                    .contains(QLatin1String("true")));
        const ErrandReport report =
            run(errand(ErrandKind::GenCast, "caster", "{self(), 7}", relayed), Step::Answered);
        QCOMPARE(detail(report, Step::Answered), QStringLiteral("{cast,7}"));
    }
    void genCalls_data() { ways_data(); }
    void genCalls()
    {
        QFETCH(bool, relayed);
        const ErrandReport report =
            run(errand(ErrandKind::GenCall, "application_controller", "which_applications", relayed));
        QVERIFY2(detail(report, Step::Answered).startsWith(QLatin1String("[{")), qPrintable(words(report)));
        const ErrandReport missing = run(errand(ErrandKind::GenCall, "nobody", "x", relayed));
        QVERIFY2(detail(missing, Step::Raised).contains(QLatin1String("noproc")), qPrintable(words(missing)));
    }
    void calls_data() { ways_data(); }
    void calls()
    {
        QFETCH(bool, relayed);
        Errand call = errand(ErrandKind::Call, "", "[]", relayed);
        call.module = QStringLiteral("erlang");
        call.function = QStringLiteral("node");
        QCOMPARE(detail(run(call), Step::Answered), QStringLiteral("'b@127.0.0.1'"));
        call = errand(ErrandKind::Call, "", "[a]", relayed);
        call.module = QStringLiteral("erlang");
        call.function = QStringLiteral("atom_to_list");
        QCOMPARE(detail(run(call), Step::Answered), QStringLiteral("\"a\""));
        call.externalTerm = term::encode(*term::parse(u"[1]"));
        const ErrandReport raised = run(call);
        QVERIFY2(detail(raised, Step::Raised).contains(QLatin1String("badarg")), qPrintable(words(raised)));
    }
    void exitsAndMonitors_data() { ways_data(); }
    void exitsAndMonitors()
    {
        QFETCH(bool, relayed);
        QVERIFY(m_b->evaluate(QStringLiteral("register(victim, spawn(fun() -> receive stop -> ok end end))."))
                    .contains(QLatin1String("true")));
        const ErrandReport alive = run(errand(ErrandKind::Monitor, "victim", "[]", relayed, 300ms));
        QVERIFY2(words(alive).endsWith(QLatin1String("still_alive")), qPrintable(words(alive)));
        const ErrandReport ended = run(errand(ErrandKind::Exit, "victim", "{shutdown,lesson}", relayed));
        QCOMPARE(detail(ended, Step::Ended), QStringLiteral("{shutdown,lesson}"));
        const ErrandReport absent = run(errand(ErrandKind::Monitor, "victim", "[]", relayed));
        QVERIFY2(words(absent).endsWith(QLatin1String("absent")), qPrintable(words(absent)));
    }
    /// What ran on A ends with the errand.
    void nothingStaysBehind()
    {
        const QString relays =
            QStringLiteral("length([P || P <- processes(), process_info(P, initial_call) =:= "
                           "{initial_call, {erl_eval, exprs, 2}}]).");
        QTRY_COMPARE_WITH_TIMEOUT(m_a->evaluate(relays), QStringLiteral("{ok,0}"), Bench::Wait);
    }
    void withoutALinkItFails()
    {
        Errand lost = errand(ErrandKind::Send, "echo", "x", false);
        lost.node = NodeName::literal(u"nowhere@127.0.0.1");
        QCOMPARE(detail(run(lost), Step::Failed), QStringLiteral("noconnection"));
        lost = errand(ErrandKind::Send, "echo", "x", true);
        lost.via = NodeName::literal(u"nowhere@127.0.0.1");
        QCOMPARE(words(run(lost)), QStringLiteral("failed"));
    }
    void theMonitorsEndIsTold()
    {
        const QString start =
            QStringLiteral("register(mortal, spawn(fun() -> receive stop -> exit(done) end end)).");
        QVERIFY(m_b->evaluate(start).contains(QLatin1String("true")));
        session::ErrandDesk desk(*m_bench.node);
        ErrandReport last;
        connect(&desk, &session::ErrandDesk::changed, &desk,
                [&](const ErrandReport &report) { last = report; });
        desk.run(errand(ErrandKind::Monitor, "mortal", "[]", true, 60s));
        QTRY_COMPARE_WITH_TIMEOUT(words(last), QStringLiteral("prepared relayed"), Bench::Wait);
        QVERIFY(m_b->evaluate(QStringLiteral("mortal ! stop.")).contains(QLatin1String("stop")));
        QTRY_COMPARE_WITH_TIMEOUT(words(last), QStringLiteral("prepared relayed ended"), Bench::Wait);
        QCOMPARE(last.steps.last().detail, QStringLiteral("done"));
        QVERIFY(desk.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_RealErrands)
#include "tst_RealErrands.moc"
