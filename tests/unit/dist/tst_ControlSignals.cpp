#include "RawPeer.h"

using namespace nodescope;
using namespace nodescope::dist;
using protocol::Flag;
using term::Term;
using test::RawPeer;
namespace control = nodescope::protocol::control;
namespace masks = nodescope::protocol::masks;

namespace {

const protocol::Flags Old = masks::Mandatory23 | Flag::DistMonitor | Flag::DistMonitorName;

} // namespace

/// What signals of a peer do here, and which signals go out, on the wire.
class tst_ControlSignals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        CookieStore cookies;
        cookies.setDefault(base::Secret("cookie"));
        m_node = std::make_unique<LocalNode>(
            NodeIdentity::fixed(base::NodeName::literal(u"alice@127.0.0.1"), true), cookies, m_clock);
        QVERIFY(m_node->listen({}).ok());
        m_process = m_node->createProcess(QStringLiteral("echo"));
        m_exits = std::make_unique<QSignalSpy>(m_process, &LocalProcess::exitReceived);
        m_messages.clear();
        connect(m_process, &LocalProcess::delivered, this,
                [this](const Delivery &delivery) { m_messages << delivery; });
    }
    void cleanup()
    {
        m_exits.reset();
        m_node.reset();
    }

    // Links.

    void anUnlinkIsAcknowledgedBeforeAnythingElse()
    {
        RawPeer peer(*m_node);
        const term::Pid other = m_process->pidOn(peer.name());
        peer.say(control::Link{peer.pid(), other});
        peer.say(control::Unlink{7, peer.pid(), other});
        peer.say(control::Monitor{peer.pid(), other, peer.reference()});
        QVERIFY(peer.hears(1));
        QCOMPARE(peer.last<control::UnlinkAck>().id, 7u);
        QCOMPARE(peer.last<control::UnlinkAck>().from, other);
        m_process->exit(Term::atom(u"over"));
        QVERIFY(peer.hears(2)); // the monitor's end, and no exit for the link
        QCOMPARE(peer.last<control::MonitorExit>().reference, peer.reference());
    }

    void aLinkThatCrossesOurUnlinkIsIgnored()
    {
        RawPeer peer(*m_node);
        m_process->link(peer.pid());
        m_process->link(peer.pid()); // no news
        m_process->unlink(peer.pid());
        m_process->unlink(peer.pid()); // no news either
        QVERIFY(peer.hears(2));
        QCOMPARE(peer.names(), QStringList({QStringLiteral("LINK"), QStringLiteral("UNLINK_ID")}));
        const quint64 id = peer.last<control::Unlink>().id;
        QVERIFY(id > 0);
        const term::Pid own = m_process->pidOn(peer.name());
        peer.say(control::Link{peer.pid(), own});
        peer.say(control::UnlinkAck{id, peer.pid(), own});
        peer.say(control::Exit{peer.pid(), own, Term::atom(u"late"), {}});
        QVERIFY(peer.settle());
        QCOMPARE(m_exits->count(), 0);
        m_process->link(peer.pid());
        QVERIFY(peer.hears(3));
        peer.say(control::Exit{peer.pid(), own, Term::atom(u"now"), {}});
        QTRY_COMPARE(m_exits->count(), 1);
        peer.say(control::Exit{peer.pid(), own, Term::atom(u"again"), {}});
        QVERIFY(peer.settle());
        QCOMPARE(m_exits->count(), 1);
    }

    void linkingAgainBeforeTheAcknowledgementStands()
    {
        RawPeer peer(*m_node);
        m_process->link(peer.pid());
        m_process->unlink(peer.pid());
        m_process->link(peer.pid());
        QVERIFY(peer.hears(3));
        const quint64 id = std::get<control::Unlink>(peer.heard[1].control).id;
        const term::Pid own = m_process->pidOn(peer.name());
        peer.say(control::UnlinkAck{id, peer.pid(), own});
        peer.say(control::Exit{peer.pid(), own, Term::atom(u"sad"), {}});
        QTRY_COMPARE(m_exits->count(), 1);
    }

    void anOlderPeerKnowsNoAcknowledgements()
    {
        RawPeer peer(*m_node, Old);
        const term::Pid own = m_process->pidOn(peer.name());
        m_process->link(peer.pid());
        m_process->unlink(peer.pid());
        QVERIFY(peer.hears(2));
        QCOMPARE(peer.names().last(), QStringLiteral("UNLINK"));
        peer.say(control::Link{peer.pid(), own}); // not ignored: nothing is outstanding
        peer.say(control::Exit{peer.pid(), own, Term::atom(u"gone"), {}});
        QTRY_COMPARE(m_exits->count(), 1);
        peer.say(control::Unlink{0, peer.pid(), own});
        QVERIFY(peer.hears(2)); // no acknowledgement
    }

    void anExitOfSomebodyElsesProcessIsNoExit()
    {
        RawPeer peer(*m_node);
        const term::Pid foreign{QStringLiteral("third@h"), 1, 0, 5};
        peer.say(control::Link{foreign, m_process->pidOn(peer.name())});
        peer.say(control::Exit{foreign, m_process->pidOn(peer.name()), Term::atom(u"x"), {}});
        QVERIFY(peer.settle());
        QCOMPARE(m_exits->count(), 0);
        QCOMPARE(m_node->droppedSignals().value(QStringLiteral("foreign_pid")), 1u);
    }

    // Earlier incarnations.

    void signalsForAnEarlierIncarnationAreDroppedAndCounted()
    {
        RawPeer peer(*m_node);
        term::Pid stale = m_process->pidOn(peer.name());
        ++stale.creation;
        const term::Reference alias(stale.node, stale.creation, {1, 2, 3});
        const Term hello = Term::atom(u"hello");
        peer.say(control::Send{peer.pid(), stale, {}}, hello);
        peer.say(control::AliasSend{peer.pid(), alias, {}}, hello);
        peer.say(control::AltactSend{0, peer.pid(), stale, {}}, hello);
        peer.say(control::Exit{peer.pid(), stale, hello, {}});
        peer.say(control::Exit2{peer.pid(), stale, hello, {}});
        peer.say(control::GroupLeader{peer.pid(), stale});
        peer.say(control::MonitorExit{peer.pid(), stale, alias, hello});
        peer.say(control::SpawnReply{alias, stale, 3, peer.pid(), {}});
        QVERIFY(peer.hears(0));
        QCOMPARE(m_node->droppedSignals().value(QStringLiteral("stale_creation")), 8u);
        peer.say(control::Link{peer.pid(), stale});
        peer.say(control::Unlink{9, peer.pid(), stale});
        peer.say(control::Monitor{peer.pid(), stale, peer.reference()});
        QVERIFY(peer.hears(3)); // these want an answer all the same
        QCOMPARE(peer.names(), QStringList({QStringLiteral("PAYLOAD_EXIT"), QStringLiteral("UNLINK_ID_ACK"),
                                            QStringLiteral("PAYLOAD_MONITOR_P_EXIT")}));
        QCOMPARE(m_node->droppedSignals().value(QStringLiteral("stale_creation")), 11u);
        QVERIFY(m_messages.isEmpty());
        QCOMPARE(m_exits->count(), 0);
    }

    // Forms.

    void formsFollowThePeersFlags_data()
    {
        QTest::addColumn<quint64>("flags");
        QTest::addColumn<QStringList>("names");
        const auto list = [](std::initializer_list<const char *> names) {
            QStringList texts;
            for (const char *name : names)
                texts << QString::fromLatin1(name);
            return texts;
        };
        QTest::newRow("the least") << Old.bits()
                                   << list({"SEND", "REG_SEND", "EXIT2", "GROUP_LEADER", "MONITOR_P",
                                            "MONITOR_P", "DEMONITOR_P", "LINK", "UNLINK", "MONITOR_P_EXIT",
                                            "EXIT"});
        QTest::newRow("OTP 25") << masks::Recommended.without(Flag::AltactSig).bits()
                                << list({"SEND_SENDER", "REG_SEND", "ALIAS_SEND", "PAYLOAD_EXIT2",
                                         "GROUP_LEADER", "MONITOR_P", "MONITOR_P", "DEMONITOR_P", "LINK",
                                         "UNLINK_ID", "PAYLOAD_MONITOR_P_EXIT", "PAYLOAD_EXIT"});
        QTest::newRow("OTP 28") << masks::Recommended.bits()
                                << list({"SEND_SENDER", "REG_SEND", "ALTACT_SIG_SEND", "PAYLOAD_EXIT2",
                                         "GROUP_LEADER", "MONITOR_P", "MONITOR_P", "DEMONITOR_P", "LINK",
                                         "UNLINK_ID", "PAYLOAD_MONITOR_P_EXIT", "PAYLOAD_EXIT"});
    }
    void formsFollowThePeersFlags()
    {
        QFETCH(quint64, flags);
        QFETCH(QStringList, names);
        RawPeer peer(*m_node, protocol::Flags(flags));
        const Term hello = Term::atom(u"hello");
        m_process->send(peer.pid(), hello);
        m_process->send(ProcessName{peer.name(), QStringLiteral("x")}, hello);
        const bool aliases = protocol::Flags(flags).contains(Flag::Alias);
        QCOMPARE(m_process->send(peer.reference(), hello),
                 aliases ? SendResult::Sent : SendResult::Unsupported);
        m_process->sendExit(peer.pid(), hello);
        QCOMPARE(m_process->setGroupLeader(peer.pid(), peer.pid(2)), SendResult::Sent);
        (void)m_process->monitor(peer.pid());
        m_process->demonitor(m_process->monitor(ProcessName{peer.name(), QStringLiteral("x")}));
        m_process->link(peer.pid(3));
        m_process->unlink(peer.pid(3));
        peer.say(control::Link{peer.pid(4), m_process->pidOn(peer.name())});
        peer.say(control::Monitor{peer.pid(4), QStringLiteral("echo"), peer.reference(4)});
        QVERIFY(peer.settle());
        QVERIFY(m_node->isConnected(peer.name()));
        const std::size_t before = peer.heard.size();
        m_process->exit(Term::atom(u"done"));
        QVERIFY(QTest::qWaitFor([&] { return peer.heard.size() >= before + 3; })); // and a DEMONITOR_P
        QStringList heard = peer.names();
        heard.removeAt(heard.lastIndexOf(QStringLiteral("DEMONITOR_P")));
        QCOMPARE(heard, names);
        QCOMPARE(std::get<control::GroupLeader>(peer.heard[aliases ? 4 : 3].control).from, peer.pid(2));
        QCOMPARE(peer.heard.back().reason(), Term::atom(u"done"));
    }

    void aPeerWithoutMonitorsGivesNotsup()
    {
        RawPeer peer(*m_node, masks::Mandatory23);
        QSignalSpy downs(m_process, &LocalProcess::down);
        m_process->monitor(peer.pid());
        QTRY_COMPARE(downs.count(), 1);
        QVERIFY(downs.first().at(2).value<Term>().isAtom(u"notsup"));
    }

    // Messages.

    void aDeliveryTellsAll()
    {
        RawPeer peer(*m_node);
        const term::Pid own = m_process->pidOn(peer.name());
        const Term token = Term::tuple({Term::integer(0), Term::integer(5)});
        const term::Reference alias = m_process->createAlias(peer.name());
        peer.say(control::Send{peer.pid(), own, token}, Term::integer(1));
        peer.say(control::RegSend{peer.pid(2), QStringLiteral("echo"), {}}, Term::integer(2));
        using Altact = control::AltactSend;
        peer.say(Altact{Altact::Priority, peer.pid(3), alias, {}}, Term::integer(3));
        peer.say(Altact{Altact::Priority, peer.pid(4), QStringLiteral("echo"), token}, Term::integer(4));
        peer.say(Altact{Altact::Priority | Altact::ExitSignal, peer.pid(5), own, {}}, Term::atom(u"bye"));
        QTRY_COMPARE(m_messages.size(), 4);
        QCOMPARE(m_messages[0].token, token);
        QVERIFY(!m_messages[0].priority && !m_messages[0].alias);
        QCOMPARE(m_messages[0].from, peer.pid());
        QVERIFY(m_messages[0].size > 0);
        QVERIFY(!m_messages[1].token.isValid());
        QVERIFY(m_messages[2].priority && m_messages[2].alias == alias);
        QVERIFY(m_messages[3].priority && m_messages[3].token == token);
        QTRY_COMPARE(m_exits->count(), 1);
    }

    void priorityGoesOutWhereItIsKnown()
    {
        const MessageOptions urgent{true, {}};
        {
            RawPeer peer(*m_node);
            m_process->send(peer.pid(), Term::nil(), urgent);
            m_process->send(ProcessName{peer.name(), QStringLiteral("x")}, Term::nil(), urgent);
            m_process->send(peer.reference(), Term::nil(), urgent);
            m_process->sendExit(peer.pid(), Term::atom(u"now"), urgent);
            QVERIFY(peer.hears(4));
            QList<quint32> flags;
            for (const protocol::Signal &signal : peer.heard)
                flags << std::get<control::AltactSend>(signal.control).flags;
            QCOMPARE(flags, QList<quint32>({1, 9, 5, 17}));
            QCOMPARE(peer.heard.back().reason(), Term::atom(u"now"));
        }
        QTRY_VERIFY(m_node->links().empty());
        RawPeer peer(*m_node, masks::Recommended.without(Flag::AltactSig));
        m_process->send(peer.pid(), Term::nil(), urgent);
        m_process->sendExit(peer.pid(), Term::atom(u"now"), urgent);
        QVERIFY(peer.hears(2));
        QCOMPARE(peer.names(), QStringList({QStringLiteral("SEND_SENDER"), QStringLiteral("PAYLOAD_EXIT2")}));
    }

    void aliasesEndAsTheirKindSays()
    {
        RawPeer peer(*m_node, masks::Recommended.without(Flag::AltactSig));
        const auto say = [&](const term::Reference &alias) {
            peer.say(control::AliasSend{peer.pid(), alias, {}}, Term::atom(u"hello"));
        };
        const term::Reference once = m_process->createAlias(peer.name(), AliasKind::Reply);
        const term::Reference always = m_process->createAlias(peer.name());
        for (int i = 0; i < 2; ++i) {
            say(once);
            say(always);
        }
        QTRY_COMPARE(m_messages.size(), 3);
        m_process->dropAlias(always);
        say(always);
        QVERIFY(peer.settle());
        QCOMPARE(m_messages.size(), 3);
        QCOMPARE(m_node->droppedSignals().value(QStringLiteral("no_process")), 2u);
    }

    void aliasesOfMonitorsEndWithThem()
    {
        RawPeer peer(*m_node);
        QSignalSpy downs(m_process, &LocalProcess::down);
        const auto say = [&](const term::Reference &alias) {
            peer.say(control::AliasSend{peer.pid(), alias, {}}, Term::atom(u"hello"));
        };
        const auto monitor = [&](AliasKind kind) {
            const auto reference = m_process->monitorWithAlias(peer.pid(), kind);
            if (!peer.settle())
                qFatal("no answer");
            peer.heard.clear();
            return reference;
        };
        // The first message ends both.
        const term::Reference reply = monitor(AliasKind::ReplyDemonitor);
        say(reply);
        say(reply);
        QVERIFY(peer.hears(1));
        QCOMPARE(peer.last<control::Demonitor>().reference, reply);
        QCOMPARE(m_messages.size(), 1);
        // The end of the monitor does, either way.
        const term::Reference taken = monitor(AliasKind::Demonitor);
        say(taken);
        QVERIFY(peer.settle());
        m_process->demonitor(taken);
        say(taken);
        const term::Reference fired = monitor(AliasKind::Demonitor);
        peer.say(control::MonitorExit{peer.pid(), m_process->pidOn(peer.name()), fired, Term::atom(u"x")});
        say(fired);
        QVERIFY(peer.settle());
        QCOMPARE(downs.count(), 1);
        QCOMPARE(m_messages.size(), 2);
        // An explicit one stays.
        const term::Reference kept = monitor(AliasKind::Explicit);
        m_process->demonitor(kept);
        say(kept);
        QTRY_COMPARE(m_messages.size(), 3);
    }

    void groupLeadersCanBeChangedByOthers()
    {
        RawPeer peer(*m_node);
        QSignalSpy changed(m_process, &LocalProcess::groupLeaderChanged);
        QVERIFY(!m_process->groupLeader());
        peer.say(control::GroupLeader{peer.pid(9), m_process->pidOn(peer.name())});
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(*m_process->groupLeader(), peer.pid(9));
    }

    void logEventsOfOthersAreTold()
    {
        RawPeer peer(*m_node);
        QSignalSpy logged(m_node.get(), &LocalNode::loggedElsewhere);
        const Term event = Term::tuple({Term::atom(u"log"), Term::atom(u"error")});
        peer.say(control::RegSend{peer.pid(), QStringLiteral("logger_proxy"), {}}, event);
        QTRY_COMPARE(logged.count(), 1);
        QCOMPARE(logged.first().at(1).value<Term>(), event);
        QVERIFY(m_node->droppedSignals().isEmpty());
    }

    // Spawn requests.

    void spawnRequestsCarryTheirOptions()
    {
        RawPeer peer(*m_node);
        QList<SpawnOutcome> outcomes;
        connect(m_process, &LocalProcess::spawned, this,
                [&](const SpawnOutcome &outcome) { outcomes << outcome; });
        SpawnOptions options;
        options.monitor = options.link = true;
        options.tag = Term::atom(u"mine");
        options.groupLeader = peer.pid(8);
        options.further = {Term::tuple({Term::atom(u"priority"), Term::atom(u"low")})};
        const auto spawn = [&] {
            const auto request = m_process->spawnRequest(peer.name(), QStringLiteral("m"),
                                                         QStringLiteral("f"), {Term::integer(1)}, options);
            if (!peer.settle())
                qFatal("no answer");
            return request;
        };
        const term::Reference request = spawn();
        const auto &heard = peer.last<control::SpawnRequest>();
        QCOMPARE(heard.groupLeader, peer.pid(8));
        QCOMPARE(heard.arity, 1u);
        QCOMPARE(heard.options,
                 Term::list({options.further[0], Term::atom(u"monitor"), Term::atom(u"link")}));
        const term::Pid own = m_process->pidOn(peer.name());
        peer.say(control::SpawnReply{request, own, 3, peer.pid(5), {}});
        QTRY_COMPARE(outcomes.size(), 1);
        QVERIFY(outcomes[0].monitored && outcomes[0].linked);
        QCOMPARE(outcomes[0].tag, options.tag);
        peer.say(control::Exit{peer.pid(5), own, Term::atom(u"x"), {}});
        QTRY_COMPARE(m_exits->count(), 1);

        options.reply = SpawnOptions::Reply::ErrorOnly;
        peer.say(control::SpawnReply{spawn(), own, 3, peer.pid(6), {}});
        peer.say(control::SpawnReply{spawn(), own, 0, QStringLiteral("badopt"), {}});
        QTRY_COMPARE(outcomes.size(), 2);
        QCOMPARE(std::get<QString>(outcomes[1].result), QStringLiteral("badopt"));
        options.reply = SpawnOptions::Reply::SuccessOnly;
        peer.say(control::SpawnReply{spawn(), own, 0, QStringLiteral("notsup"), {}});
        options.reply = SpawnOptions::Reply::No;
        peer.say(control::SpawnReply{spawn(), own, 3, peer.pid(7), {}});
        QVERIFY(peer.settle());
        QCOMPARE(outcomes.size(), 2);
    }

    void anAbandonedSpawnIsEndedWhenItComes()
    {
        RawPeer peer(*m_node);
        SpawnOptions options;
        options.monitor = true;
        const auto request =
            m_process->spawnRequest(peer.name(), QStringLiteral("m"), QStringLiteral("f"), {}, options);
        m_process->abandonSpawn(request, Term::atom(u"shutdown"));
        QVERIFY(peer.hears(1));
        peer.say(control::SpawnReply{request, m_process->pidOn(peer.name()), 2, peer.pid(5), {}});
        QVERIFY(peer.hears(3));
        QCOMPARE(std::get<control::Demonitor>(peer.heard[1].control).reference, request);
        QCOMPARE(peer.last<control::Exit2>().to, peer.pid(5));
        QCOMPARE(peer.heard.back().reason(), Term::atom(u"shutdown"));
        // One that has answered already.
        const auto second =
            m_process->spawnRequest(peer.name(), QStringLiteral("m"), QStringLiteral("f"), {}, options);
        peer.say(control::SpawnReply{second, m_process->pidOn(peer.name()), 2, peer.pid(6), {}});
        QVERIFY(peer.settle());
        m_process->abandonSpawn(second, Term::atom(u"shutdown"));
        QVERIFY(peer.hears(6));
        QCOMPARE(peer.last<control::Exit2>().to, peer.pid(6));
    }

    void aReplyForAProcessThatIsGoneEndsLinkAndMonitor()
    {
        RawPeer peer(*m_node);
        SpawnOptions options;
        options.monitor = options.link = true;
        const auto request =
            m_process->spawnRequest(peer.name(), QStringLiteral("m"), QStringLiteral("f"), {}, options);
        const term::Pid own = m_process->pidOn(peer.name());
        m_process->exit();
        QVERIFY(peer.hears(1));
        peer.say(control::SpawnReply{request, own, 3, peer.pid(5), {}});
        QVERIFY(peer.hears(3));
        QCOMPARE(peer.names().mid(1),
                 QStringList({QStringLiteral("DEMONITOR_P"), QStringLiteral("PAYLOAD_EXIT")}));
        QCOMPARE(peer.heard.back().reason(), Term::atom(u"noproc"));
    }

    void spawnRequestsAreServed_data()
    {
        QTest::addColumn<Term>("options");
        QTest::addColumn<int>("flags"); // -1: an error; -2: no reply
        const auto pair = [](const char *key, const Term &value) {
            return Term::tuple({Term::atom(QLatin1String(key)), value});
        };
        const Term link = Term::atom(u"link");
        const Term monitor = Term::atom(u"monitor");
        QTest::newRow("nothing") << Term::nil() << 0;
        QTest::newRow("link") << Term::list({link}) << 1;
        QTest::newRow("monitor") << Term::list({monitor}) << 2;
        QTest::newRow("both") << Term::list({monitor, link}) << 3;
        QTest::newRow("a monitor with an alias")
            << Term::list({pair("monitor", Term::list({pair("alias", Term::atom(u"demonitor"))}))}) << 2;
        QTest::newRow("tuning") << Term::list({pair("priority", Term::atom(u"high"))}) << 0;
        QTest::newRow("a tag") << Term::list({pair("reply_tag", Term::nil())}) << 0;
        QTest::newRow("unknown") << Term::list({Term::atom(u"sideways")}) << -1;
        QTest::newRow("unknown pair") << Term::list({pair("sideways", Term::nil())}) << -1;
        QTest::newRow("no reply") << Term::list({pair("reply", Term::atom(u"no"))}) << -2;
        QTest::newRow("reply on errors") << Term::list({pair("reply", Term::atom(u"error_only"))}) << -2;
        QTest::newRow("bad reply") << Term::list({pair("reply", Term::atom(u"perhaps"))}) << -1;
    }
    void spawnRequestsAreServed()
    {
        QFETCH(Term, options);
        QFETCH(int, flags);
        m_node->setSpawnHandler([](const SpawnRequest &) { return SpawnAccepted{[](LocalProcess &) {}}; });
        RawPeer peer(*m_node);
        peer.say(control::SpawnRequest{peer.reference(),
                                       peer.pid(),
                                       peer.pid(),
                                       QStringLiteral("m"),
                                       QStringLiteral("f"),
                                       0,
                                       options,
                                       {}},
                 Term::nil());
        if (flags == -2) {
            QVERIFY(peer.hears(0));
            return;
        }
        QVERIFY(peer.hears(1));
        const auto &reply = peer.last<control::SpawnReply>();
        QCOMPARE(reply.request, peer.reference());
        if (flags < 0) {
            QCOMPARE(std::get<QString>(reply.result), QStringLiteral("badopt"));
            return;
        }
        QCOMPARE(int(reply.flags), flags);
        const term::Pid pid = std::get<term::Pid>(reply.result);
        for (LocalProcess *process : m_node->processes()) {
            if (process->pidOn(peer.name()) == pid)
                process->exit(Term::atom(u"end"));
        }
        QVERIFY(peer.hears(std::size_t(1 + (flags & 1) + (flags >> 1))));
    }

    void withoutAHandlerNothingIsSpawned()
    {
        RawPeer peer(*m_node);
        peer.say(control::SpawnRequest{peer.reference(),
                                       peer.pid(),
                                       peer.pid(),
                                       QStringLiteral("m"),
                                       QStringLiteral("f"),
                                       0,
                                       Term::nil(),
                                       {}},
                 Term::nil());
        QVERIFY(peer.hears(1));
        QCOMPARE(std::get<QString>(peer.last<control::SpawnReply>().result), QStringLiteral("notsup"));
    }

    // Traffic.

    void trafficIsToldAndCanBePaused()
    {
        RawPeer peer(*m_node);
        QSignalSpy measured(m_node.get(), &LocalNode::linkMeasured);
        m_node->pauseReading(peer.name());
        peer.say(control::Send{peer.pid(), m_process->pidOn(peer.name()), {}}, Term::atom(u"hello"));
        QTest::qWait(50);
        QVERIFY(m_messages.isEmpty());
        QVERIFY(m_node->measureOf(peer.name())->readingPaused);
        m_node->resumeReading(peer.name());
        QTRY_COMPARE(m_messages.size(), 1);
        QTRY_VERIFY(!measured.isEmpty());
        QCOMPARE(m_node->measureOf(peer.name())->counters.signalsIn, 1u);
        m_node->setPeerTickTime(peer.name(), std::chrono::seconds(240));
        QCOMPARE(m_node->measureOf(peer.name())->peerTickInterval, base::Duration(std::chrono::seconds(60)));
        QVERIFY(!m_node->measureOf(base::NodeName::literal(u"other@h")));
    }

private:
    base::SystemClock m_clock;
    std::unique_ptr<LocalNode> m_node;
    LocalProcess *m_process = nullptr;
    std::unique_ptr<QSignalSpy> m_exits;
    QList<Delivery> m_messages;
};

QTEST_GUILESS_MAIN(tst_ControlSignals)
#include "tst_ControlSignals.moc"
