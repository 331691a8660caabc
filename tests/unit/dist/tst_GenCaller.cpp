#include "RawPeer.h"

#include "dist/GenCall.h"

using namespace nodescope;
using namespace nodescope::dist;
using term::Term;
using test::RawPeer;
namespace control = nodescope::protocol::control;

/// `gen_server:call` and `cast` from here.
class tst_GenCaller : public QObject
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
        m_result.reset();
    }
    void cleanup() { m_node.reset(); }

    void aServerOfOurOwnReplies()
    {
        LocalProcess *server = m_node->createProcess(QStringLiteral("server"));
        connect(server, &LocalProcess::message, server, [server](const Term &message) {
            if (const auto call = GenCall::parse(message))
                call->reply(*server, Term::tuple({Term::atom(u"ok"), call->request}));
        });
        call(name("server", m_node->identity().name));
        QTRY_VERIFY(m_result);
        QVERIFY2(m_result->value(), reasonName(m_result->end));
        QCOMPARE(*m_result->value(), Term::tuple({Term::atom(u"ok"), Term::atom(u"ping")}));
    }

    void theFormFollowsTheFlags_data()
    {
        QTest::addColumn<quint64>("flags");
        QTest::addColumn<bool>("alias");
        QTest::addColumn<bool>("monitor");
        using protocol::Flag;
        QTest::newRow("aliases") << protocol::masks::Recommended.bits() << true << true;
        QTest::newRow("no aliases") << protocol::masks::Recommended.without(Flag::Alias).bits() << false
                                    << true;
        QTest::newRow("no monitors") << protocol::masks::Minimum.bits() << false << false;
    }
    void theFormFollowsTheFlags()
    {
        QFETCH(quint64, flags);
        QFETCH(bool, alias);
        QFETCH(bool, monitor);
        RawPeer peer(*m_node, protocol::Flags(flags));
        call(name("server", peer.name()));
        QTRY_COMPARE(peer.heard.size(), std::size_t(monitor ? 2 : 1));
        const auto payload = peer.heard.back().payload.decode();
        QVERIFY(payload.ok());
        const auto request = GenCall::parse(*payload);
        QVERIFY(request);
        QCOMPARE(request->tag.isList(), alias);
        const auto reference = (alias ? request->tag.listTail() : request->tag).toReference();
        QVERIFY(reference);
        if (monitor)
            QCOMPARE(std::get<control::Monitor>(peer.heard[0].control).reference, *reference);
        const Term reply = Term::tuple({request->tag, Term::atom(u"pong")});
        if (alias)
            peer.say(control::AliasSend{peer.pid(), *reference, {}}, reply);
        else
            peer.say(control::Send{peer.pid(), request->from, {}}, reply);
        QTRY_VERIFY(m_result);
        QVERIFY2(m_result->value() && m_result->value()->isAtom(u"pong"), reasonName(m_result->end));
        if (monitor)
            QTRY_COMPARE(peer.names().last(), QStringLiteral("DEMONITOR_P"));
    }

    void aServerThatEndsIsToldWithItsReason()
    {
        RawPeer peer(*m_node);
        call(peer.pid());
        QTRY_COMPARE(peer.heard.size(), std::size_t(2));
        const auto &monitor = std::get<control::Monitor>(peer.heard[0].control);
        peer.say(control::MonitorExit{peer.pid(), monitor.from, monitor.reference, Term::atom(u"noproc")});
        QTRY_VERIFY(m_result);
        const auto *down = std::get_if<gen_end::ServerDown>(&m_result->end);
        QVERIFY2(down && down->reason.isAtom(u"noproc"), reasonName(m_result->end));
    }

    void aServerOfOurOwnThatIsNotThere()
    {
        call(name("nobody", m_node->identity().name));
        QTRY_VERIFY(m_result);
        QVERIFY2(std::get_if<gen_end::ServerDown>(&m_result->end), reasonName(m_result->end));
    }

    void withoutALinkThereIsNone()
    {
        call(name("server", base::NodeName::literal(u"far@127.0.0.1")));
        QVERIFY(!m_result); // never from within
        QTRY_VERIFY(m_result);
        QVERIFY2(std::get_if<gen_end::NoConnection>(&m_result->end), reasonName(m_result->end));
    }

    void aLostLinkIsNoConnection()
    {
        auto peer = std::make_unique<RawPeer>(*m_node);
        call(peer->pid());
        QTRY_COMPARE(peer->heard.size(), std::size_t(2));
        peer.reset();
        QTRY_VERIFY(m_result);
        QVERIFY2(std::get_if<gen_end::NoConnection>(&m_result->end), reasonName(m_result->end));
    }

    void aLateReplyFindsNobody()
    {
        RawPeer peer(*m_node);
        call(peer.pid(), std::chrono::milliseconds(50));
        QTRY_VERIFY(m_result);
        QVERIFY2(std::get_if<gen_end::TimedOut>(&m_result->end), reasonName(m_result->end));
        QVERIFY(m_result->elapsed >= std::chrono::milliseconds(50));
        QTRY_COMPARE(peer.heard.size(), std::size_t(3));
        const auto &ended = peer.last<control::Demonitor>();
        peer.say(control::AliasSend{peer.pid(), ended.reference, {}}, Term::nil());
        QVERIFY(peer.settle());
        QCOMPARE(m_node->droppedSignals().value(QStringLiteral("no_process")), 1u);
    }

    void callsCanBeCancelled()
    {
        RawPeer peer(*m_node);
        m_node->cancelGenCall(call(peer.pid()));
        QTRY_VERIFY(m_result);
        QVERIFY2(std::get_if<gen_end::Cancelled>(&m_result->end), reasonName(m_result->end));
    }

    void castsAreMessages()
    {
        RawPeer peer(*m_node);
        QCOMPARE(m_node->genCast(name("server", peer.name()), Term::integer(3)), SendResult::Sent);
        QTRY_COMPARE(peer.heard.size(), std::size_t(1));
        QCOMPARE(*peer.heard[0].payload.decode(), Term::tuple({Term::atom(u"$gen_cast"), Term::integer(3)}));
    }

private:
    [[nodiscard]] static ProcessName name(const char *name, const base::NodeName &node)
    {
        return {node, QString::fromLatin1(name)};
    }
    CallId call(const Destination &server, base::Duration timeout = std::chrono::seconds(5))
    {
        return m_node->genCall({server, Term::atom(u"ping"), timeout}, this,
                               [this](const GenCallResult &result) { m_result = result; });
    }

    base::SystemClock m_clock;
    std::unique_ptr<LocalNode> m_node;
    std::optional<GenCallResult> m_result;
};

QTEST_GUILESS_MAIN(tst_GenCaller)
#include "tst_GenCaller.moc"
