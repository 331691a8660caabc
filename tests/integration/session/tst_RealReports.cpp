#include <QSignalSpy>

#include "../dist/Bench.h"
#include "doctor/errands/ErrandPlan.h"
#include "session/LiveSession.h"
#include "term/Decoder.h"
#include "term/Encoder.h"
#include "term/Parser.h"

using namespace nodescope;
using namespace nodescope::test;
using namespace nodescope::cluster;
using base::NodeName;

namespace {

/// A session, and all that it reported.
struct Room
{
    std::unique_ptr<session::LiveSession> session;
    QList<Mail> mails;
    Mailbox mailbox;
    QList<SenderNamed> named;
    QList<ProcessPage> pages;
    QList<ProcessDetail> details;
    QList<SupervisionTree> trees;

    void take(const Reports &reports)
    {
        for (const Report &report : reports) {
            if (const auto *mail = std::get_if<MailArrived>(&report))
                mails.append(mail->mail);
            else if (const auto *changed = std::get_if<MailboxChanged>(&report))
                mailbox = changed->mailbox;
            else if (const auto *name = std::get_if<SenderNamed>(&report))
                named.append(*name);
            else if (const auto *told = std::get_if<ProcessesTold>(&report))
                pages.append(told->page);
            else if (const auto *one = std::get_if<ProcessTold>(&report))
                details.append(one->detail);
            else if (const auto *tree = std::get_if<SupervisionTold>(&report))
                trees.append(tree->tree);
        }
    }
    [[nodiscard]] const Supervised *supervised(const QString &path) const
    {
        if (trees.isEmpty())
            return nullptr;
        for (const Supervised &entry : trees.constLast().entries) {
            if (entry.path == path)
                return &entry;
        }
        return nullptr;
    }
};

} // namespace

/// Messages from real nodes, and what they tell of their processes.
class tst_RealReports : public QObject
{
    Q_OBJECT

    using PeerPointer = std::unique_ptr<Peer>;

    PeerEpmd m_epmd;
    base::SystemClock m_clock;

    PeerPointer start(const char *name, Peer::Language language = Peer::Language::Erlang) const
    {
        Peer::Options options;
        options.name = NodeName::literal(QString(QLatin1String(name) + QStringLiteral("@127.0.0.1")));
        options.epmdPort = m_epmd.port();
        options.language = language;
        auto peer = std::make_unique<Peer>(options);
        if (!peer->start()) {
            qWarning().noquote() << peer->output();
            return nullptr;
        }
        return peer;
    }
    std::unique_ptr<Room> room() const
    {
        auto made = std::make_unique<Room>();
        dist::CookieStore cookies;
        cookies.setDefault(base::Secret("peers-cookie"));
        session::LiveSettings how;
        how.epmdPort = m_epmd.port();
        how.reconnect = false;
        made->session = std::make_unique<session::LiveSession>(m_clock, how, cookies);
        connect(made->session.get(), &session::LiveSession::reported, made->session.get(),
                [it = made.get()](const Reports &reports) { it->take(reports); });
        return made;
    }
    /// Connects, and waits until the node is watched: then it sends nothing of its own accord any more.
    static bool reach(Room &room, const Peer &peer)
    {
        ConnectToNode intent;
        intent.node = peer.name();
        room.session->perform(intent);
        return QTest::qWaitFor(
            [&] { return room.session->self().isConnected(peer.name()) && room.session->isSettled(); },
            Bench::Wait);
    }

private Q_SLOTS:
    void initTestCase()
    {
        NODESCOPE_NEEDS_ERLANG();
        QVERIFY(m_epmd.start());
    }

    void messagesOfANode()
    {
        const PeerPointer peer = start("ma");
        QVERIFY(peer);
        const auto here = room();
        QVERIFY(reach(*here, *peer));
        QTRY_COMPARE_WITH_TIMEOUT(here->mailbox.addresses.size(), 1, Bench::Wait);
        const MailAddress address = here->mailbox.addresses.constFirst();
        (void)peer->evaluate(QStringLiteral("{inbox, '%1'} ! {hello, <<\"world\">>, #{a => [1.5, self()]}}.")
                                 .arg(address.us.text()));
        QTRY_COMPARE_WITH_TIMEOUT(here->mails.size(), 1, Bench::Wait);
        const Mail first = here->mails.constFirst();
        QCOMPARE(first.node, peer->name());
        QCOMPARE(first.receiver, QStringLiteral("inbox"));
        // The sender's pid stands in the signal and in the message: they are the same.
        const auto message = term::decode(first.externalTerm);
        QVERIFY(message.ok());
        const auto sender = term::parse(first.sender);
        QVERIFY(sender.ok());
        QCOMPARE(message->term.at(2).value(QLatin1String("a")).at(1).toPid(), sender->toPid());
        // What we keep is what the node itself would write down, byte by byte but for the order of its atoms.
        QCOMPARE(message->term.at(1), term::Term::utf8(u"world"));
    }
    void ourOwnQuestionsAreNoMail()
    {
        const PeerPointer peer = start("mq");
        QVERIFY(peer);
        const auto here = room();
        QVERIFY(reach(*here, *peer));
        bool answered = false;
        connect(here->session.get(), &session::LiveSession::changed, here->session.get(),
                [&answered](const Deltas &deltas) {
                    for (const Delta &delta : deltas) {
                        const auto *errand = std::get_if<ErrandChanged>(&delta);
                        answered = answered ||
                                   (errand && !errand->report.running && !errand->report.answer.isEmpty());
                    }
                });
        here->session->perform(RunErrand{doctor::askForNames(peer->name(), 1)});
        QTRY_VERIFY_WITH_TIMEOUT(answered, Bench::Wait);
        // What comes after it comes in order: a message that is mail.
        QTRY_COMPARE_WITH_TIMEOUT(here->mailbox.addresses.size(), 1, Bench::Wait);
        (void)peer->evaluate(
            QStringLiteral("{inbox, '%1'} ! hello.").arg(here->mailbox.addresses.constFirst().us.text()));
        QTRY_VERIFY_WITH_TIMEOUT(!here->mails.isEmpty(), Bench::Wait);
        QCOMPARE(here->mails.size(), 1);
        QCOMPARE(here->mails.constFirst().excerpt, QStringLiteral("hello"));
    }

    void sendersHaveTheirNames()
    {
        const PeerPointer peer = start("mn");
        QVERIFY(peer);
        const auto here = room();
        QVERIFY(reach(*here, *peer));
        QTRY_COMPARE_WITH_TIMEOUT(here->mailbox.addresses.size(), 1, Bench::Wait);
        const QString us = here->mailbox.addresses.constFirst().us.text();
        (void)peer->evaluate(
            QStringLiteral("register(teller, spawn(fun F() -> receive go -> {inbox, '%1'} ! told, F() end "
                           "end)), teller ! go, ok.")
                .arg(us));
        QTRY_COMPARE_WITH_TIMEOUT(here->named.size(), 1, Bench::Wait);
        QCOMPARE(here->named.constFirst().name, QStringLiteral("teller"));
        QCOMPARE(here->named.constFirst().pid, here->mails.constFirst().sender);
        (void)peer->evaluate(QStringLiteral("teller ! go, ok."));
        QTRY_COMPARE_WITH_TIMEOUT(here->mails.size(), 2, Bench::Wait);
        QCOMPARE(here->mails.constLast().senderName, QStringLiteral("teller"));
    }
    void aLargeMessage()
    {
        const PeerPointer peer = start("ml");
        QVERIFY(peer);
        const auto here = room();
        QVERIFY(reach(*here, *peer));
        QTRY_COMPARE_WITH_TIMEOUT(here->mailbox.addresses.size(), 1, Bench::Wait);
        const QString us = here->mailbox.addresses.constFirst().us.text();
        (void)peer->evaluate(QStringLiteral("{inbox, '%1'} ! lists:seq(1, 1000000), ok.").arg(us));
        QTRY_COMPARE_WITH_TIMEOUT(here->mails.size(), 1, 60'000);
        QVERIFY(here->mails.constFirst().externalTerm.size() > 4'000'000);
        QVERIFY(here->mails.constFirst().excerpt.size() <= session::Inbox::ExcerptCharacters + 1);
        (void)peer->evaluate(QStringLiteral("{inbox, '%1'} ! binary:copy(<<7>>, 60*1024*1024), ok.").arg(us));
        QTRY_COMPARE_WITH_TIMEOUT(here->mails.size(), 2, 60'000);
        QVERIFY(here->mails.constLast().wireBytes > 60 * 1024 * 1024);
    }

    void processesInPages()
    {
        const PeerPointer peer = start("pa");
        QVERIFY(peer);
        const auto here = room();
        QVERIFY(reach(*here, *peer));
        (void)peer->evaluate(
            QStringLiteral("[spawn(fun() -> receive stop -> ok end end) || _ <- lists:seq(1,500)], "
                           "register(mine, self()), ok."));
        AskProcesses question;
        question.question = 1;
        question.node = peer->name();
        question.count = 150;
        QStringList pids;
        int pages = 0;
        do {
            here->session->perform(question);
            ++pages;
            QTRY_COMPARE_WITH_TIMEOUT(here->pages.size(), pages, Bench::Wait);
            const ProcessPage &page = here->pages.constLast();
            QCOMPARE(page.refusal, QString());
            QVERIFY(page.processes.size() <= 150);
            for (const ProcessFacts &facts : page.processes) {
                pids.append(facts.pid);
                QVERIFY(facts.memory > 0 && facts.queue >= 0 && facts.links >= 0 && facts.monitors >= 0);
                QVERIFY(facts.initialCall.contains(u'/'));
            }
            question.after = page.next;
            ++question.question;
        } while (!question.after.isEmpty() && pages < 20);
        QVERIFY(pages >= 4);
        QCOMPARE(QSet<QString>(pids.begin(), pids.end()).size(), pids.size());
        const qsizetype count =
            peer->evaluate(QStringLiteral("length(processes()).")).mid(4).chopped(1).toInt();
        QVERIFY2(qAbs(pids.size() - count) < 10, qPrintable(QString::number(pids.size())));
        QVERIFY(qAbs(here->pages.constLast().total - count) < 10);
    }
    void registeredProcesses()
    {
        const PeerPointer peer = start("pr");
        QVERIFY(peer);
        const auto here = room();
        QVERIFY(reach(*here, *peer));
        AskProcesses question;
        question.node = peer->name();
        question.scope = ProcessScope::Registered;
        question.count = 1000;
        here->session->perform(question);
        QTRY_COMPARE_WITH_TIMEOUT(here->pages.size(), 1, Bench::Wait);
        QHash<QString, ProcessFacts> byName;
        for (const ProcessFacts &facts : here->pages.constFirst().processes)
            byName.insert(facts.name, facts);
        QVERIFY(byName.contains(QStringLiteral("init")) && byName.contains(QStringLiteral("kernel_sup")));
        QCOMPARE(byName.value(QStringLiteral("kernel_sup")).initialCall,
                 QStringLiteral("supervisor:kernel/1"));
        QCOMPARE(byName.value(QStringLiteral("net_kernel")).initialCall, QStringLiteral("net_kernel:init/1"));
    }
    void tiesAcrossNodes()
    {
        const PeerPointer a = start("ta");
        const PeerPointer b = start("tb");
        QVERIFY(a && b);
        (void)b->evaluate(QStringLiteral("register(far, spawn(fun() -> receive stop -> ok end end))."));
        (void)a->evaluate(
            QStringLiteral("P = spawn(fun() -> link(rpc:call('tb@127.0.0.1', erlang, whereis, [far])), "
                           "monitor(process, {far, 'tb@127.0.0.1'}), receive stop -> ok end end), "
                           "register(near, P), monitor(process, near), ok."));
        const auto here = room();
        QVERIFY(reach(*here, *a));
        AskProcesses names;
        names.node = a->name();
        names.scope = ProcessScope::Registered;
        names.count = 1000;
        QString pid;
        for (int i = 0; pid.isEmpty() && i < 50; ++i) {
            here->session->perform(names);
            QTRY_COMPARE_WITH_TIMEOUT(here->pages.size(), i + 1, Bench::Wait);
            for (const ProcessFacts &facts : here->pages.constLast().processes) {
                if (facts.name == QLatin1String("near") && facts.links == 1 && facts.monitors == 1)
                    pid = facts.pid;
            }
        }
        QVERIFY(!pid.isEmpty());
        AskProcess question;
        question.question = 5;
        question.node = a->name();
        question.pid = pid;
        here->session->perform(question);
        QTRY_COMPARE_WITH_TIMEOUT(here->details.size(), 1, Bench::Wait);
        const ProcessDetail &detail = here->details.constFirst();
        QVERIFY(detail.alive);
        QCOMPARE(detail.question, quint64(5));
        QCOMPARE(detail.status, QStringLiteral("waiting"));
        int links = 0;
        int monitors = 0;
        int watchers = 0;
        for (const ProcessTie &tie : detail.ties) {
            links += tie.kind == TieKind::Link && tie.node == b->name() ? 1 : 0;
            monitors +=
                tie.kind == TieKind::Monitors && tie.node == b->name() && tie.other == QLatin1String("far")
                    ? 1
                    : 0;
            watchers += tie.kind == TieKind::MonitoredBy && tie.node == a->name() ? 1 : 0;
        }
        QCOMPARE(links, 1);
        QCOMPARE(monitors, 1);
        QVERIFY(watchers >= 1);
        // One that has ended, and one that never was.
        (void)a->evaluate(QStringLiteral("exit(whereis(near), kill), ok."));
        QTRY_VERIFY_WITH_TIMEOUT(
            (here->session->perform(question), QTest::qWait(20), !here->details.constLast().alive),
            Bench::Wait);
        question.pid = QStringLiteral("no pid");
        const qsizetype before = here->details.size();
        here->session->perform(question);
        QTRY_VERIFY_WITH_TIMEOUT(here->details.size() > before &&
                                     here->details.constLast().refusal == QLatin1String("not_a_pid"),
                                 Bench::Wait);
    }
    void restartsAsTheyHappen()
    {
        const PeerPointer peer = start("sv");
        QVERIFY(peer);
        const auto here = room();
        QVERIFY(reach(*here, *peer));
        here->session->perform(WatchSupervision{peer->name()});
        QTRY_VERIFY_WITH_TIMEOUT(here->supervised(QStringLiteral("/kernel/kernel_safe_sup")), Bench::Wait);
        // A child of ours under a supervisor that is there on every node.
        (void)peer->evaluate(QStringLiteral(
            "{ok, _} = supervisor:start_child(kernel_safe_sup, #{id => {mine, 1}, restart => permanent, "
            "start => "
            "{proc_lib, start_link, [erl_eval, exprs, [element(2, erl_parse:parse_exprs(element(2, "
            "erl_scan:string(\"register(restless, self()), proc_lib:init_ack({ok, self()}), receive stop -> "
            "ok "
            "end.\")))), []]]}}), ok."));
        here->session->perform(WatchSupervision{peer->name()});
        const QString path = QStringLiteral("/kernel/kernel_safe_sup/{mine,1}");
        QTRY_VERIFY_WITH_TIMEOUT(here->supervised(path), Bench::Wait);
        const Supervised before = *here->supervised(path);
        QCOMPARE(before.name, QStringLiteral("restless"));
        QCOMPARE(before.restarts, 0);
        QVERIFY(here->supervised(QStringLiteral("/kernel"))->supervisor);
        QVERIFY(!before.supervisor);
        (void)peer->evaluate(QStringLiteral("exit(whereis(restless), {it, broke}), ok."));
        QTRY_COMPARE_WITH_TIMEOUT(here->supervised(path)->restarts, 1, Bench::Wait);
        const Supervised after = *here->supervised(path);
        QVERIFY(after.pid != before.pid);
        QCOMPARE(after.lastEnd, QStringLiteral("{it,broke}"));
        QVERIFY(after.lastRestart.isValid());
        // Once it is left, nothing is monitored any more.
        here->session->perform(LeaveSupervision{peer->name()});
        const QString watched = QStringLiteral("{_, L} = process_info(whereis(kernel_sup), monitored_by), "
                                               "length([P || P <- L, is_pid(P), node(P) =/= "
                                               "node()]).");
        QTRY_COMPARE_WITH_TIMEOUT(peer->evaluate(watched), QStringLiteral("{ok,0}"), Bench::Wait);
    }
    void theNodeIsLeftAsItWas()
    {
        const PeerPointer peer = start("tr");
        QVERIFY(peer);
        const auto here = room();
        QVERIFY(reach(*here, *peer));
        const QString traces =
            QStringLiteral("{length(processes()), length(code:all_loaded()), length(ets:all())}.");
        (void)peer->evaluate(
            QStringLiteral("application:which_applications(), erl_eval:expr({atom,1,a}, []), ok."));
        AskProcesses warm;
        warm.node = peer->name();
        here->session->perform(warm);
        QTRY_COMPARE_WITH_TIMEOUT(here->pages.size(), 1, Bench::Wait);
        const QString before = peer->evaluate(traces);
        for (int i = 2; i < 12; ++i) {
            here->session->perform(warm);
            QTRY_COMPARE_WITH_TIMEOUT(here->pages.size(), i, Bench::Wait);
        }
        QTRY_COMPARE_WITH_TIMEOUT(peer->evaluate(traces), before, Bench::Wait);
    }
    void anElixirNode()
    {
        if (const QString why = Peer::whyUnavailable(Peer::Language::Elixir); !why.isEmpty())
            QSKIP(qPrintable(why));
        const PeerPointer peer = start("ex", Peer::Language::Elixir);
        QVERIFY(peer);
        (void)peer->evaluate(QStringLiteral(
            "{:ok, s} = DynamicSupervisor.start_link(strategy: :one_for_one, name: Mine); Process.unlink(s); "
            "Agent.start_link(fn -> 1 end, name: MyAgent)"));
        const auto here = room();
        QVERIFY(reach(*here, *peer));
        AskProcesses names;
        names.node = peer->name();
        names.scope = ProcessScope::Registered;
        names.count = 1000;
        here->session->perform(names);
        QTRY_COMPARE_WITH_TIMEOUT(here->pages.size(), 1, Bench::Wait);
        QStringList all;
        for (const ProcessFacts &facts : here->pages.constFirst().processes)
            all.append(facts.name);
        QVERIFY(all.contains(QStringLiteral("Elixir.Mine")));
        here->session->perform(WatchSupervision{peer->name()});
        QTRY_VERIFY_WITH_TIMEOUT(here->supervised(QStringLiteral("/elixir")), Bench::Wait);
        QVERIFY(here->supervised(QStringLiteral("/elixir"))->supervisor);
    }
    void aCNodeSaysThatItHasNone()
    {
        if (const QString why = Peer::whyUnavailable(Peer::Language::C); !why.isEmpty())
            QSKIP(qPrintable(why));
        const PeerPointer peer = start("cn", Peer::Language::C);
        QVERIFY(peer);
        const auto here = room();
        ConnectToNode intent;
        intent.node = peer->name();
        here->session->perform(intent);
        QTRY_VERIFY_WITH_TIMEOUT(here->session->self().isConnected(peer->name()), Bench::Wait);
        AskProcesses question;
        question.node = peer->name();
        here->session->perform(question);
        QTRY_COMPARE_WITH_TIMEOUT(here->pages.size(), 1, 60'000);
        QVERIFY2(!here->pages.constFirst().refusal.isEmpty(), "a C node has no processes to tell of");
        here->session->perform(WatchSupervision{peer->name()});
        QTRY_COMPARE_WITH_TIMEOUT(here->trees.size(), 1, 60'000);
        QVERIFY(!here->trees.constFirst().refusal.isEmpty());
    }
    void nobodyThere()
    {
        const auto here = room();
        AskProcesses question;
        question.node = NodeName::literal(u"nobody@127.0.0.1");
        here->session->perform(question);
        QTRY_COMPARE_WITH_TIMEOUT(here->pages.size(), 1, Bench::Wait);
        QCOMPARE(here->pages.constFirst().refusal, QStringLiteral("no_connection"));
    }
};

QTEST_GUILESS_MAIN(tst_RealReports)
#include "tst_RealReports.moc"
