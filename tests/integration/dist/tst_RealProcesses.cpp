#include "Bench.h"
#include "dist/GenCall.h"

using namespace nodescope;
using namespace nodescope::dist;
using term::Term;
using test::Bench;

namespace {

/// Everything that a process of ours heard.
struct Ear
{
    explicit Ear(LocalProcess &process)
    {
        QObject::connect(&process, &LocalProcess::message, &process,
                         [this](const Term &message) { messages.append(message); });
        QObject::connect(&process, &LocalProcess::down, &process,
                         [this](const term::Reference &reference, const Destination &, const Term &reason) {
                             downs.append({reference, reason});
                         });
        QObject::connect(&process, &LocalProcess::exitReceived, &process,
                         [this](const term::Pid &from, const Term &reason, bool linked) {
                             exits.append({from, reason, linked});
                         });
        QObject::connect(&process, &LocalProcess::spawned, &process,
                         [this](const SpawnOutcome &outcome) { spawns.append(outcome); });
    }

    struct Exit
    {
        term::Pid from;
        Term reason;
        bool linked = false;
    };
    QList<Term> messages;
    QList<std::pair<term::Reference, Term>> downs;
    QList<Exit> exits;
    QList<SpawnOutcome> spawns;
};

} // namespace

/// Messages, monitors, links, spawn requests and aliases with a real node.
class tst_RealProcesses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        NODESCOPE_NEEDS_ERLANG();
        QVERIFY(m_bench.epmd.start());
        m_peer = m_bench.peer(QStringLiteral("dora"));
        QVERIFY2(m_peer->start(), qPrintable(m_peer->output()));
        QVERIFY(m_bench.dial(m_peer->name()).connected());
        // A process that does what it is asked to, each in a process of its own.
        QCOMPARE(m_peer->evaluate(QStringLiteral(
                     "register(butler, spawn(fun Loop() -> receive "
                     "{echo, From, What} -> From ! {echoed, What}; "
                     "{monitor, Of, Report} -> spawn(fun() -> R = monitor(process, Of), Report ! monitoring, "
                     "  receive {'DOWN', R, process, _, Why} -> Report ! {down, Why} end end); "
                     "{link, To, Report} -> spawn(fun() -> process_flag(trap_exit, true), link(To), Report ! "
                     "{linked, self()}, "
                     "  receive {'EXIT', _, Why} -> Report ! {exit, Why} end end); "
                     "{die_linked, To, Why} -> spawn(fun() -> link(To), exit(Why) end); "
                     "{call, Of, What, Report} -> spawn(fun() -> Report ! {answer, gen_server:call(Of, "
                     "What)} end); "
                     "{later, To, What} -> put(later, {To, What}); "
                     "now -> {To, What} = get(later), To ! What "
                     "end, Loop() end)).")),
                 QStringLiteral("{ok,true}"));
    }

    void init()
    {
        m_process = m_bench.node->createProcess();
        m_ear = std::make_unique<Ear>(*m_process);
    }
    void cleanup()
    {
        if (m_process)
            m_process->exit();
        m_process = nullptr;
    }

    void messagesGoBothWays()
    {
        ask({Term::atom(u"echo"), pid(), Term::tuple({Term::atom(u"hello"), Term::integer(7)})});
        QTRY_COMPARE(m_ear->messages.size(), 1);
        QCOMPARE(m_ear->messages.first(),
                 Term::tuple({Term::atom(u"echoed"), Term::tuple({Term::atom(u"hello"), Term::integer(7)})}));
    }

    void monitorsByName()
    {
        const auto gone = m_process->monitor(ProcessName{m_peer->name(), QStringLiteral("nobody")});
        QTRY_COMPARE(m_ear->downs.size(), 1);
        QCOMPARE(m_ear->downs.first().first, gone);
        QVERIFY(m_ear->downs.first().second.isAtom(u"noproc"));

        QCOMPARE(m_peer->evaluate(
                     QStringLiteral("register(mayfly, spawn(fun() -> receive R -> exit(R) end end)).")),
                 QStringLiteral("{ok,true}"));
        const ProcessName mayfly{m_peer->name(), QStringLiteral("mayfly")};
        const auto watched = m_process->monitor(mayfly);
        const auto forgotten = m_process->monitor(mayfly);
        m_process->demonitor(forgotten);
        m_process->send(mayfly, Term::atom(u"evening"));
        QTRY_COMPARE(m_ear->downs.size(), 2);
        QCOMPARE(m_ear->downs.last().first, watched);
        QVERIFY(m_ear->downs.last().second.isAtom(u"evening"));
    }

    void othersMonitorOurs()
    {
        LocalProcess *watched = m_bench.node->createProcess();
        ask({Term::atom(u"monitor"), Term::pid(watched->pidOn(m_peer->name())), pid()});
        QTRY_COMPARE(m_ear->messages.size(), 1);
        watched->exit(Term::atom(u"finished"));
        QTRY_COMPARE(m_ear->messages.size(), 2);
        QCOMPARE(m_ear->messages.last(), Term::tuple({Term::atom(u"down"), Term::atom(u"finished")}));
    }

    void aProcessThatIsGoneAnswersNoproc()
    {
        LocalProcess *gone = m_bench.node->createProcess();
        const term::Pid pidOfGone = gone->pidOn(m_peer->name());
        gone->exit();
        ask({Term::atom(u"monitor"), Term::pid(pidOfGone), pid()});
        QTRY_COMPARE(m_ear->messages.size(), 2);
        QCOMPARE(m_ear->messages.last(), Term::tuple({Term::atom(u"down"), Term::atom(u"noproc")}));
    }

    void linksCarryExits()
    {
        ask({Term::atom(u"die_linked"), pid(), Term::atom(u"sorrow")});
        QTRY_COMPARE(m_ear->exits.size(), 1);
        QVERIFY(m_ear->exits.first().linked);
        QVERIFY(m_ear->exits.first().reason.isAtom(u"sorrow"));

        LocalProcess *ours = m_bench.node->createProcess();
        ask({Term::atom(u"link"), Term::pid(ours->pidOn(m_peer->name())), pid()});
        QTRY_COMPARE(m_ear->messages.size(), 1);
        ours->exit(Term::atom(u"done"));
        QTRY_COMPARE(m_ear->messages.size(), 2);
        QCOMPARE(m_ear->messages.last(), Term::tuple({Term::atom(u"exit"), Term::atom(u"done")}));
    }

    void unlinkingIsAcknowledged()
    {
        ask({Term::atom(u"link"), pid(), pid()});
        QTRY_COMPARE(m_ear->messages.size(), 1);
        const term::Pid other = *m_ear->messages.first().at(1).toPid();
        m_process->link(other);
        m_process->unlink(other);
        m_process->sendExit(other, Term::atom(u"over"));
        // The link is up after it all, and the exit that we sent came as a message of the trapping process.
        QTRY_COMPARE(m_ear->messages.size(), 2);
        QCOMPARE(m_ear->messages.last(), Term::tuple({Term::atom(u"exit"), Term::atom(u"over")}));
        QVERIFY(m_bench.node->isConnected(m_peer->name()));
        QVERIFY(m_ear->exits.isEmpty());
    }

    void watchesWithoutInstallingAnything()
    {
        const std::vector<Term> watcher = {
            parsed(QStringLiteral("ok = net_kernel:monitor_nodes(true, [{node_type,all},nodedown_reason]),"
                                  "R = erlang:monitor(process, P),"
                                  "P ! {hello, self(), node()},"
                                  "L = fun L() -> receive {'DOWN',R,_,_,_} -> stop;"
                                  " M -> erlang:send(P, {ev, M}, [noconnect]), L() end end, L().")),
            Term::list({Term::tuple({Term::atom(u"P"), pid()})})};
        QVERIFY(watcher.front().isList());
        m_process->spawnRequest(m_peer->name(), QStringLiteral("erl_eval"), QStringLiteral("exprs"), watcher,
                                {true, false});
        QTRY_COMPARE(m_ear->spawns.size(), 1);
        QVERIFY(m_ear->spawns.first().pid());
        QVERIFY(m_ear->spawns.first().monitored);
        QTRY_COMPARE(m_ear->messages.size(), 1);
        QVERIFY(m_ear->messages.first().at(0).isAtom(u"hello"));

        auto guest = m_bench.peer(QStringLiteral("guest"));
        QVERIFY(guest->start());
        QVERIFY(guest->evaluate(QStringLiteral("net_kernel:connect_node('dora@127.0.0.1').")) ==
                QStringLiteral("{ok,true}"));
        QTRY_VERIFY(!eventsOf(QLatin1String("nodeup")).isEmpty());
        guest->kill();
        QTRY_VERIFY(!eventsOf(QLatin1String("nodedown")).isEmpty());

        // It goes with the process that it reports to.
        const QString alive = QStringLiteral("is_process_alive(list_to_pid(\"<0.%1.%2>\")).")
                                  .arg(m_ear->spawns.first().pid()->id)
                                  .arg(m_ear->spawns.first().pid()->serial);
        QCOMPARE(m_peer->evaluate(alive), QStringLiteral("{ok,true}"));
        m_process->exit();
        m_process = nullptr;
        QTRY_COMPARE(m_peer->evaluate(alive), QStringLiteral("{ok,false}"));
    }

    void aSpawnOfNothingEndsWithUndef()
    {
        const auto request = m_process->spawnRequest(m_peer->name(), QStringLiteral("nosuchmodule"),
                                                     QStringLiteral("f"), {}, {true, false});
        QTRY_COMPARE(m_ear->downs.size(), 1);
        QCOMPARE(m_ear->downs.first().first, request);
        QVERIFY(m_ear->downs.first().second.at(0).isAtom(u"undef"));
    }

    void aGenServerCallIsAnsweredByItsAlias()
    {
        QObject::connect(m_process, &LocalProcess::message, m_process, [this](const Term &message) {
            if (const auto call = GenCall::parse(message)) {
                m_tagWasAlias = call->tag.isList();
                call->reply(*m_process, Term::tuple({Term::atom(u"pong"), call->request}));
            }
        });
        LocalProcess *reporter = m_bench.node->createProcess();
        Ear ear(*reporter);
        ask({Term::atom(u"call"), pid(), Term::atom(u"ping"), Term::pid(reporter->pidOn(m_peer->name()))});
        QTRY_COMPARE(ear.messages.size(), 1);
        QCOMPARE(
            ear.messages.first(),
            Term::tuple({Term::atom(u"answer"), Term::tuple({Term::atom(u"pong"), Term::atom(u"ping")})}));
        if (test::Peer::otpRelease() >= 24)
            QVERIFY(m_tagWasAlias);
        reporter->disconnect();
        reporter->exit();
    }

    void ourAliasWorksUntilItIsDropped()
    {
        if (test::Peer::otpRelease() < 24)
            QSKIP("aliases came with OTP 24");
        const term::Reference alias = m_process->createAlias(m_peer->name());
        ask({Term::atom(u"echo"), Term::reference(alias), Term::integer(1)});
        QTRY_COMPARE(m_ear->messages.size(), 1);
        m_process->dropAlias(alias);
        QSignalSpy dropped(m_bench.node.get(), &LocalNode::signalDropped);
        ask({Term::atom(u"echo"), Term::reference(alias), Term::integer(2)});
        QTRY_COMPARE(dropped.count(), 1);
        QCOMPARE(dropped.first().at(1).toString(), QStringLiteral("no_process"));
        QCOMPARE(m_ear->messages.size(), 1);
    }

    void aReplyAliasHearsOneMessage()
    {
        if (test::Peer::otpRelease() < 24)
            QSKIP("aliases came with OTP 24");
        const term::Reference alias = m_process->createAlias(m_peer->name(), AliasKind::Reply);
        for (int i = 0; i < 2; ++i)
            ask({Term::atom(u"echo"), Term::reference(alias), Term::integer(i)});
        ask({Term::atom(u"echo"), pid(), Term::atom(u"last")});
        QTRY_COMPARE(m_ear->messages.size(), 2);
        QCOMPARE(m_ear->messages.first().at(1), Term::integer(0));
    }

    void messagesToAnAliasThere()
    {
        if (test::Peer::otpRelease() < 24)
            QSKIP("aliases came with OTP 24");
        QCOMPARE(
            m_peer->evaluate(QStringLiteral(
                "register(alias, spawn(fun() -> receive From -> From ! {alias, erlang:alias([reply])} end, "
                "receive {A, B} -> A ! {through, B} end, receive _ -> From ! again after 300 -> From ! once "
                "end end)).")),
            QStringLiteral("{ok,true}"));
        m_process->send(ProcessName{m_peer->name(), QStringLiteral("alias")}, pid());
        QTRY_COMPARE(m_ear->messages.size(), 1);
        const auto alias = m_ear->messages.first().at(1).toReference();
        QVERIFY(alias);
        for (int i = 0; i < 2; ++i)
            QCOMPARE(m_process->send(*alias, Term::tuple({pid(), Term::integer(i)})), SendResult::Sent);
        QTRY_COMPARE(m_ear->messages.size(), 3);
        QCOMPARE(m_ear->messages[1].at(1), Term::integer(0));
        QVERIFY(m_ear->messages[2].isAtom(u"once"));
    }

    void priorityMessagesOvertake()
    {
        if (test::Peer::otpRelease() < 28)
            QSKIP("priority messages came with OTP 28");
        QCOMPARE(m_peer->evaluate(QStringLiteral(
                     "register(urgent, spawn(fun() -> receive From -> From ! {alias, "
                     "erlang:alias([priority])} end, "
                     "receive go -> ok end, F = fun L(Acc) -> receive {n, N} -> L([N | Acc]) after 0 -> "
                     "From ! {order, lists:reverse(Acc)} end end, F([]) end)).")),
                 QStringLiteral("{ok,true}"));
        const ProcessName urgent{m_peer->name(), QStringLiteral("urgent")};
        m_process->send(urgent, pid());
        QTRY_COMPARE(m_ear->messages.size(), 1);
        const auto alias = m_ear->messages.first().at(1).toReference();
        const auto number = [](int n) { return Term::tuple({Term::atom(u"n"), Term::integer(n)}); };
        m_process->send(urgent, number(1));
        m_process->send(*alias, number(2), {true, {}});
        m_process->send(urgent, Term::atom(u"go"));
        QTRY_COMPARE(m_ear->messages.size(), 2);
        QCOMPARE(m_ear->messages[1].at(1), Term::list({Term::integer(2), Term::integer(1)}));
    }

    void spawnsAreLinkedAndTheirLeaderIsOurs()
    {
        SpawnOptions options;
        options.monitor = options.link = true;
        options.tag = Term::atom(u"mine");
        options.further = {Term::tuple({Term::atom(u"priority"), Term::atom(u"low")})};
        const auto request =
            m_process->spawnRequest(m_peer->name(), QStringLiteral("timer"), QStringLiteral("sleep"),
                                    {Term::integer(60'000)}, options);
        QTRY_COMPARE(m_ear->spawns.size(), 1);
        QVERIFY(m_ear->spawns.first().linked && m_ear->spawns.first().monitored);
        QCOMPARE(m_ear->spawns.first().tag, options.tag);
        const term::Pid spawned = *m_ear->spawns.first().pid();
        const auto info = [&](const char *item) {
            return m_peer->evaluate(
                QStringLiteral("element(2, process_info(list_to_pid(\"<0.%1.%2>\"), %3)).")
                    .arg(spawned.id)
                    .arg(spawned.serial)
                    .arg(QString::fromLatin1(item)));
        };
        QCOMPARE(info("priority"), QStringLiteral("{ok,low}"));
        QVERIFY(info("links").startsWith(QStringLiteral("{ok,[<")));
        QCOMPARE(m_process->setGroupLeader(spawned, *m_ear->spawns.first().pid()), SendResult::Sent);
        QTRY_COMPARE(info("group_leader"),
                     QStringLiteral("{ok,<0.%1.%2>}").arg(spawned.id).arg(spawned.serial));
        // Unlinked, then linked once more before the acknowledgement: it stands.
        m_process->unlink(spawned);
        m_process->link(spawned);
        m_process->sendExit(spawned, Term::atom(u"kill"));
        QTRY_COMPARE(m_ear->downs.size(), 1);
        QCOMPARE(m_ear->downs.first().first, request);
        QVERIFY(m_ear->downs.first().second.isAtom(u"killed"));
        QTRY_COMPARE(m_ear->exits.size(), 1);
        QVERIFY(m_ear->exits.first().linked);
    }

    void aLinkThatIsTakenBackCarriesNoExit()
    {
        m_process->spawnRequest(m_peer->name(), QStringLiteral("timer"), QStringLiteral("sleep"),
                                {Term::integer(60'000)}, {true, true});
        QTRY_COMPARE(m_ear->spawns.size(), 1);
        const term::Pid spawned = *m_ear->spawns.first().pid();
        m_process->unlink(spawned);
        m_process->sendExit(spawned, Term::atom(u"kill"));
        QTRY_COMPARE(m_ear->downs.size(), 1);
        QVERIFY(m_ear->exits.isEmpty());
    }

    void badSpawnOptionsAreToldByThePeer()
    {
        SpawnOptions options;
        options.further = {Term::atom(u"sideways")};
        m_process->spawnRequest(m_peer->name(), QStringLiteral("erlang"), QStringLiteral("node"), {},
                                options);
        QTRY_COMPARE(m_ear->spawns.size(), 1);
        QCOMPARE(std::get<QString>(m_ear->spawns.first().result), QStringLiteral("badopt"));
    }

    void mailForAnEarlierIncarnationIsDropped()
    {
        ask({Term::atom(u"later"), pid(), Term::atom(u"stale")});
        ask({Term::atom(u"echo"), pid(), Term::integer(0)}); // all before it has arrived, too
        QTRY_COMPARE(m_ear->messages.size(), 1);
        const quint32 creation = m_bench.node->creationOn(m_peer->name());
        const base::NodeName name = m_bench.node->nameOn(m_peer->name());
        m_bench.node->disconnectFrom(m_peer->name());
        // OTP gives the name again only when it has seen the old link go.
        QTRY_COMPARE(m_peer->evaluate(QStringLiteral("nodes(hidden).")), QStringLiteral("{ok,[]}"));
        QVERIFY(m_bench.dial(m_peer->name()).connected());
        QCOMPARE(m_bench.node->nameOn(m_peer->name()), name);
        QVERIFY(m_bench.node->creationOn(m_peer->name()) != creation);
        QSignalSpy dropped(m_bench.node.get(), &LocalNode::signalDropped);
        m_bench.node->send(ProcessName{m_peer->name(), QStringLiteral("butler")}, Term::atom(u"now"));
        QTRY_COMPARE(dropped.count(), 1);
        QCOMPARE(dropped.first().at(1).toString(), QStringLiteral("stale_creation"));
        QCOMPARE(m_bench.node->droppedSignals().value(QStringLiteral("stale_creation")), 1u);
        QCOMPARE(m_ear->messages.size(), 1);
    }

    void aLostLinkAnswersEverything()
    {
        const auto monitor = m_process->monitor(ProcessName{m_peer->name(), QStringLiteral("butler")});
        ask({Term::atom(u"link"), pid(), pid()});
        QTRY_COMPARE(m_ear->messages.size(), 1);
        std::optional<CallResult> result;
        CallRequest request;
        request.node = m_peer->name();
        request.module = QStringLiteral("timer");
        request.function = QStringLiteral("sleep");
        request.arguments = {Term::integer(60'000)};
        m_bench.node->call(request, this, [&](const CallResult &outcome) { result = outcome; });
        m_bench.node->disconnectFrom(m_peer->name());
        QTRY_VERIFY(result);
        QVERIFY2(std::get_if<call_end::NoConnection>(&result->end), reasonName(result->end));
        QCOMPARE(m_ear->downs.size(), 1);
        QCOMPARE(m_ear->downs.first().first, monitor);
        QVERIFY(m_ear->downs.first().second.isAtom(u"noconnection"));
        QCOMPARE(m_ear->exits.size(), 1);
        QVERIFY(m_ear->exits.first().reason.isAtom(u"noconnection"));
    }

private:
    [[nodiscard]] Term pid() const { return Term::pid(m_process->pidOn(m_peer->name())); }
    void ask(std::initializer_list<Term> request)
    {
        QCOMPARE(m_process->send(ProcessName{m_peer->name(), QStringLiteral("butler")}, Term::tuple(request)),
                 SendResult::Sent);
    }
    /// The parsed form of expressions, made by the peer itself.
    [[nodiscard]] Term parsed(const QString &text) const
    {
        const auto call = [this](const char *module, const char *function, const Term &argument) {
            CallRequest request;
            request.node = m_peer->name();
            request.module = QString::fromLatin1(module);
            request.function = QString::fromLatin1(function);
            request.arguments = {argument};
            const CallResult result = m_bench.call(request);
            return result.value() ? result.value()->at(1) : Term();
        };
        return call("erl_parse", "parse_exprs", call("erl_scan", "string", Term::charlist(text)));
    }
    [[nodiscard]] QList<Term> eventsOf(QLatin1String kind) const
    {
        QList<Term> events;
        for (const Term &message : m_ear->messages) {
            if (message.at(0).isAtom(u"ev") && message.at(1).at(0).isAtom(kind) &&
                message.at(1).at(1).isAtom(u"guest@127.0.0.1"))
                events.append(message);
        }
        return events;
    }

    Bench m_bench;
    std::unique_ptr<test::Peer> m_peer;
    LocalProcess *m_process = nullptr;
    std::unique_ptr<Ear> m_ear;
    bool m_tagWasAlias = false;
};

QTEST_GUILESS_MAIN(tst_RealProcesses)
#include "tst_RealProcesses.moc"
