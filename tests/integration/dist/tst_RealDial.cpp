#include "Bench.h"

using namespace nodescope;
using namespace nodescope::dist;
using test::Bench;

/// Dialling real nodes, and what each failure leaves as evidence.
class tst_RealDial : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        NODESCOPE_NEEDS_ERLANG();
        QVERIFY(m_bench.epmd.start());
        m_peer = m_bench.peer(QStringLiteral("alice"));
        QVERIFY2(m_peer->start(), qPrintable(m_peer->output()));
    }

    void cleanup() { m_bench.node->disconnectFrom(m_peer->name()); }

    void connectsHiddenUnderADynamicName()
    {
        QSignalSpy up(m_bench.node.get(), &LocalNode::linkUp);
        const DialReport report = m_bench.dial(m_peer->name());
        QVERIFY2(report.connected(), reasonName(report.end));
        QCOMPARE(up.count(), 1);
        const auto link = up.first().first().value<LinkInfo>();
        QCOMPARE(link.peer, m_peer->name());
        QVERIFY(link.hidden());
        QVERIFY(link.handshake.ownName.text().endsWith(QStringLiteral("@127.0.0.1")));
        // Its proof is here a little before it lists us.
        QTRY_COMPARE(
            m_peer->evaluate(QStringLiteral("nodes(hidden).")),
            QString(QStringLiteral("{ok,['") + link.handshake.ownName.text() + QStringLiteral("']}")));
        QCOMPARE(m_peer->evaluate(QStringLiteral("nodes().")), QStringLiteral("{ok,[]}"));
    }

    void leavesEvidenceOfEachStep()
    {
        const DialReport report = m_bench.dial(m_peer->name());
        QVERIFY(report.connected());
        const DialStage stages[] = {DialStage::NameCheck, DialStage::Resolve,    DialStage::EpmdConnect,
                                    DialStage::EpmdReply, DialStage::TcpConnect, DialStage::Handshake};
        QCOMPARE(report.steps.size(), std::size(stages));
        for (std::size_t i = 0; i < std::size(stages); ++i) {
            QCOMPARE(report.steps[i].stage, stages[i]);
            QVERIFY(report.steps[i].passed);
        }
        QVERIFY(report.registration && report.registration->port > 0);
        QCOMPARE(report.messages.size(), std::size_t(5)); // name, status, challenge, reply, ack
        QCOMPARE(report.cookieScope, CookieScope::Default);
    }

    void aWrongCookieClosesRightAfterOurDigest()
    {
        DialOptions options;
        options.cookie = base::Secret("another");
        const DialReport report = m_bench.dial(m_peer->name(), options);
        const auto *failed = report.as<dial_end::HandshakeFailed>();
        QVERIFY2(failed, reasonName(report.end));
        QVERIFY(failed->error.as<protocol::handshake_failure::Closed>());
        QCOMPARE(failed->error.step, protocol::HandshakeStep::AwaitAck);
        QVERIFY(failed->error.sinceLastSend < std::chrono::seconds(2));
        QCOMPARE(report.cookieScope, CookieScope::Override);
    }

    void aProbeNeedsNoCookie()
    {
        DialOptions options;
        options.probe = true;
        const DialReport report = m_bench.dial(m_peer->name(), options);
        const auto *probed = report.as<dial_end::Probed>();
        QVERIFY2(probed, reasonName(report.end));
        QCOMPARE(probed->result.peer, m_peer->name().text());
        QVERIFY(probed->result.missing.isEmpty());
        QVERIFY(!m_bench.node->isConnected(m_peer->name()));
    }

    void anUnknownNameIsNotRegistered()
    {
        const DialReport report = m_bench.dial(base::NodeName::literal(u"nobody@127.0.0.1"));
        QVERIFY2(report.as<dial_end::NotRegistered>(), reasonName(report.end));
        QCOMPARE(report.steps.back().stage, DialStage::EpmdReply);
    }

    void anotherHostFormIsAnotherName()
    {
        const auto wanted = base::NodeName::literal(u"alice@localhost");
        const DialReport report = m_bench.dial(wanted);
        const auto *failed = report.as<dial_end::HandshakeFailed>();
        QVERIFY2(failed, reasonName(report.end));
        const auto *other = failed->error.as<protocol::handshake_failure::OtherName>();
        QVERIFY(other);
        QCOMPARE(other->got, m_peer->name().text());
    }

    void anAllowListIsReported()
    {
        auto guarded = m_bench.peer(QStringLiteral("guarded"));
        QVERIFY(guarded->start());
        QCOMPARE(guarded->evaluate(QStringLiteral("net_kernel:allow(['other@example.org']).")),
                 QStringLiteral("{ok,ok}"));
        const DialReport report = m_bench.dial(guarded->name());
        const auto *failed = report.as<dial_end::HandshakeFailed>();
        QVERIFY2(failed, reasonName(report.end));
        const auto *refused = failed->error.as<protocol::handshake_failure::Refused>();
        QVERIFY(refused);
        QCOMPARE(refused->status, protocol::HandshakeStatus::NotAllowed);
    }

    void aFrozenPeerIsSilent()
    {
        auto frozen = m_bench.peer(QStringLiteral("frozen"));
        QVERIFY(frozen->start());
        frozen->freeze();
        const DialReport report = m_bench.dial(frozen->name());
        frozen->thaw();
        const auto *failed = report.as<dial_end::HandshakeFailed>();
        QVERIFY2(failed, reasonName(report.end));
        QVERIFY(failed->error.as<protocol::handshake_failure::TimedOut>());
        QVERIFY(report.elapsed >= std::chrono::milliseconds(6'900));
        QVERIFY(report.elapsed < std::chrono::milliseconds(9'000));
    }

    void aNodeThatDiesTakesItsLinkDown()
    {
        auto mortal = m_bench.peer(QStringLiteral("mortal"));
        QVERIFY(mortal->start());
        QVERIFY(m_bench.dial(mortal->name()).connected());
        QSignalSpy down(m_bench.node.get(), &LocalNode::linkDown);
        mortal->kill();
        QVERIFY(down.count() == 1 || down.wait(Bench::Wait));
        const auto reason = down.first().at(1).value<link_down::Reason>();
        QVERIFY2(std::holds_alternative<link_down::PeerClosed>(reason), reasonName(reason));
        QVERIFY(!m_bench.node->isConnected(mortal->name()));
    }

    void elixirIsNoDifferent()
    {
        if (const QString why = test::Peer::whyUnavailable(test::Peer::Language::Elixir); !why.isEmpty())
            QSKIP(qPrintable(why));
        test::Peer::Options options;
        options.name = base::NodeName::literal(u"elixir@127.0.0.1");
        options.epmdPort = m_bench.epmd.port();
        options.language = test::Peer::Language::Elixir;
        test::Peer peer(options);
        QVERIFY2(peer.start(), qPrintable(peer.output()));
        QVERIFY(m_bench.dial(peer.name()).connected());
        // Its proof is here a little before it lists us.
        QTRY_COMPARE(peer.evaluate(QStringLiteral("length(Node.list(:hidden))")), QStringLiteral("{:ok, 1}"));
    }

    void aCNodeTalksButCannotBeCalled()
    {
        if (const QString why = test::Peer::whyUnavailable(test::Peer::Language::C); !why.isEmpty())
            QSKIP(qPrintable(why));
        test::Peer::Options options;
        options.name = base::NodeName::literal(u"cnode@127.0.0.1");
        options.epmdPort = m_bench.epmd.port();
        options.language = test::Peer::Language::C;
        test::Peer peer(options);
        QVERIFY2(peer.start(), qPrintable(peer.output()));
        // ei gives no dynamic names: the attempt goes on under a name of our own.
        const DialReport report = m_bench.dial(peer.name());
        LocalNode &node = *m_bench.node;
        QVERIFY2(report.connected(), reasonName(report.end));
        QCOMPARE(protocol::guessRelease(node.linkTo(peer.name())->handshake.peerFlags).kind,
                 protocol::PeerKind::CNode);

        LocalProcess *process = node.createProcess();
        QSignalSpy heard(process, &LocalProcess::message);
        process->send(
            ProcessName{peer.name(), QStringLiteral("any")},
            term::Term::tuple({term::Term::pid(process->pidOn(peer.name())), term::Term::integer(7)}));
        QTRY_COMPARE(heard.count(), 1);
        QCOMPARE(heard.first().first().value<term::Term>().toInteger(), std::optional<qint64>(7));

        std::optional<CallResult> result;
        CallRequest request;
        request.node = peer.name();
        request.module = QStringLiteral("erlang");
        request.function = QStringLiteral("node");
        node.call(request, this, [&](const CallResult &outcome) { result = outcome; });
        QTRY_VERIFY(result);
        QVERIFY2(std::get_if<call_end::NotSupported>(&result->end), reasonName(result->end));
        QVERIFY(node.isConnected(peer.name()));
    }

private:
    Bench m_bench;
    std::unique_ptr<test::Peer> m_peer;
};

QTEST_GUILESS_MAIN(tst_RealDial)
#include "tst_RealDial.moc"
