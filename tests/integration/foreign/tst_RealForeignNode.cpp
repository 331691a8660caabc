#include "dist/GenCall.h"
#include "dist/NetKernel.h"
#include "dist/Ping.h"
#include "integration/dist/Bench.h"
#include "term/Parser.h"

using namespace nodescope;
using namespace nodescope::dist;
using term::Term;
using test::Bench;
using test::Peer;

/// Nodes that are no BEAM, in both roles: we dial them under a name of our own, and they dial us. Built once
/// for the C node and once for the Java node (NODESCOPE_LANGUAGE).
class tst_RealForeignNode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = Peer::whyUnavailable(Language); !why.isEmpty())
            QSKIP(qPrintable(why));
        NODESCOPE_NEEDS_ERLANG(); // whose port mapper it is
        QVERIFY(m_dialler.epmd.start());
        QSignalSpy registered(m_acceptor.node.get(), &LocalNode::registered);
        ListenOptions options;
        options.epmdPort = m_dialler.epmd.port();
        QVERIFY(m_acceptor.node->listen(options).ok());
        QVERIFY(registered.count() == 1 || registered.wait(Bench::Wait));
        answerRex(*m_dialler.node);
        answerRex(*m_acceptor.node);
        m_kernel = std::make_unique<NetKernel>(*m_acceptor.node);
        m_peer = peer(u"stranger@127.0.0.1");
        QVERIFY2(m_peer->start(), qPrintable(m_peer->output()));
    }

    void weDialIt()
    {
        const DialReport report = m_dialler.dial(m_peer->name());
        QVERIFY2(report.connected(), reasonName(report.end));
        const auto link = m_dialler.node->linkTo(m_peer->name());
        QVERIFY(link && !link->incoming && link->hidden());
        QCOMPARE(protocol::guessRelease(link->handshake.peerFlags).kind, ExpectedKind);
        // It gives no dynamic names: the attempt went on under a name of our own.
        QVERIFY(link->handshake.ownName.text().endsWith(QStringLiteral("@127.0.0.1")));
    }

    void itDialsUs()
    {
        QSignalSpy up(m_acceptor.node.get(), &LocalNode::linkUp);
        QCOMPARE(m_peer->evaluate(QStringLiteral("connect carol@127.0.0.1"), Bench::Wait),
                 QStringLiteral("ok"));
        QCOMPARE(up.count(), 1);
        const auto link = up.first().first().value<LinkInfo>();
        QVERIFY(link.incoming);
        QVERIFY(link.hidden());
        QCOMPARE(link.peer, m_peer->name());
        QCOMPARE(protocol::guessRelease(link.handshake.peerFlags).kind, ExpectedKind);
    }

    void termsGoThereAndBack_data()
    {
        QTest::addColumn<Term>("term");
        const char *const texts[] = {
            "0",
            "-1",
            "255",
            "256",
            "-2147483648",
            "2147483647",
            "2147483648",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "-123456789012345678901234567890",
            "1.5",
            "-2.5e-300",
            "1.7976931348623157e308",
            "ok",
            "true",
            "''",
            "'Hello, world'",
            "'Gr\u00fc\u00dfe'",
            "'\u65e5\u672c\u8a9e'",
            "[]",
            "[1,2,3]",
            "\"text\"",
            "[0,255]",
            "[256,-1]",
            "[a|b]",
            "[[],[[]],[[[]]]]",
            "[1,2.0,three,<<4>>]",
            "{}",
            "{a}",
            "{a,{b,[c,{d}]}}",
            "<<>>",
            "<<0,255>>",
            "<<\"text\">>",
            "<<5:3>>",
            "<<255,1:1>>",
            "#{}",
            "#{a => 1}",
            "#{<<\"k\">> => [1,#{2 => {}}], 3.0 => x}",
            "fun lists:map/2",
        };
        for (const char *text : texts) {
            const auto term = term::parse(QString::fromUtf8(text));
            QVERIFY2(term.ok(), text);
            QTest::newRow(text) << *term;
        }
        QTest::newRow("the longest atom") << Term::atom(QString(255, QChar(0xe9)));
        QTest::newRow("bytes as list") << Term::charlist(QString(65'535, u'x'));
        QTest::newRow("a megabyte") << Term::binary(QByteArray(1'000'000, 'm'));
        const std::vector<Term> many(1'000, Term::atom(u"element"));
        QTest::newRow("a large tuple") << Term::tuple(many);
        QTest::newRow("a long list") << Term::list(many);
        Term deep;
        for (int i = 0; i < 200; ++i)
            deep = deep.isValid() ? Term::tuple({deep, Term::integer(i)}) : Term::nil();
        QTest::newRow("a deep tuple") << deep;
    }
    void termsGoThereAndBack()
    {
        QFETCH(Term, term);
        QVERIFY(term.isValid());
        QCOMPARE(echoed(*m_dialler.node, term), term);
        QCOMPARE(echoed(*m_acceptor.node, term), term);
    }

    void identifiersKeepTheirNode()
    {
        for (LocalNode *node : {m_dialler.node.get(), m_acceptor.node.get()}) {
            const Term reference = Term::reference(node->makeReference(m_peer->name()));
            QCOMPARE(echoed(*node, reference), reference);
            const Term stranger = Term::pid({QStringLiteral("some@where.else"), 77, 5, 0xfedcba98});
            QCOMPARE(echoed(*node, stranger), stranger);
            const Term port = Term::port({QStringLiteral("some@where.else"), 12, 0xfedcba98});
            QCOMPARE(echoed(*node, port), port);
        }
    }

    void itCallsUs()
    {
        const auto rpc = [this](const LocalNode &node) {
            return m_peer->evaluate(QStringLiteral("rpc ") + node.nameOn(m_peer->name()).text() +
                                        QStringLiteral(" erlang date"),
                                    Bench::Wait);
        };
        QCOMPARE(rpc(*m_acceptor.node).remove(u' '), QStringLiteral("{answer,erlang,date}"));
        QCOMPARE(rpc(*m_dialler.node).remove(u' '), QStringLiteral("{answer,erlang,date}"));
    }

    void ourCallFindsNobodyAndSaysSo()
    {
        CallRequest request;
        request.node = m_peer->name();
        request.module = QStringLiteral("erlang");
        request.function = QStringLiteral("node");
        for (const Bench *bench : {&m_dialler, &m_acceptor}) {
            const CallResult result = bench->call(request);
            QVERIFY2(std::get_if<call_end::NotSupported>(&result.end), reasonName(result.end));
            QVERIFY(bench->node->isConnected(m_peer->name()));
        }
    }

    void aPingIsAnsweredByJavaAlone()
    {
        std::optional<PingResult> result;
        PingOptions options;
        options.answer = std::chrono::seconds(Language == Peer::Language::Java ? 10 : 1);
        ping(*m_dialler.node, m_peer->name(), options, this, [&](const PingResult &end) { result = end; });
        QTRY_VERIFY_WITH_TIMEOUT(result, Bench::Wait);
        QCOMPARE(QLatin1String(reasonName(result->end)),
                 QLatin1String(Language == Peer::Language::Java ? "pong" : "no_answer"));
    }

    void idleLinksStayUp()
    {
        QSignalSpy diallerDown(m_dialler.node.get(), &LocalNode::linkDown);
        QSignalSpy acceptorDown(m_acceptor.node.get(), &LocalNode::linkDown);
        const auto ticks = [this](const LocalNode &node) {
            return node.countersOf(m_peer->name())->ticksOut;
        };
        // It ticks when it is ticked; more than a tick time without would end the link.
        QTRY_VERIFY_WITH_TIMEOUT(ticks(*m_dialler.node) >= 6 && ticks(*m_acceptor.node) >= 6, Bench::Wait);
        QCOMPARE(diallerDown.count(), 0);
        QCOMPARE(acceptorDown.count(), 0);
        QCOMPARE(echoed(*m_dialler.node, Term::atom(u"awake")), Term::atom(u"awake"));
    }

    void anotherCookieFailsBothWays()
    {
        DialOptions options;
        options.cookie = base::Secret("another");
        m_dialler.node->disconnectFrom(m_peer->name());
        const DialReport report = m_dialler.dial(m_peer->name(), options);
        QVERIFY2(report.as<dial_end::HandshakeFailed>(), reasonName(report.end));

        auto thief = peer(u"thief@127.0.0.1", QStringLiteral("another"));
        QVERIFY2(thief->start(), qPrintable(thief->output()));
        QSignalSpy failed(m_acceptor.node.get(), &LocalNode::acceptFailed);
        QCOMPARE(thief->evaluate(QStringLiteral("connect carol@127.0.0.1"), Bench::Wait),
                 QStringLiteral("failed"));
        QTRY_VERIFY(!failed.isEmpty());
        const auto accepted = failed.first().first().value<AcceptReport>();
        QVERIFY2(accepted.error.as<protocol::handshake_failure::WrongDigest>(),
                 protocol::reasonName(accepted.error.reason));
    }

    void itsEndIsSeenAtOnce()
    {
        QVERIFY(m_acceptor.node->isConnected(m_peer->name()));
        QSignalSpy down(m_acceptor.node.get(), &LocalNode::linkDown);
        m_peer->kill();
        QVERIFY(down.count() == 1 || down.wait(Bench::Wait));
        const auto reason = down.first().at(1).value<link_down::Reason>();
        QVERIFY2(std::holds_alternative<link_down::PeerClosed>(reason), reasonName(reason));
    }

private:
    static constexpr auto Language = Peer::Language::NODESCOPE_LANGUAGE;
    static constexpr auto ExpectedKind =
        Language == Peer::Language::C ? protocol::PeerKind::CNode : protocol::PeerKind::JavaNode;

    [[nodiscard]] static LocalNodeSettings fastTicks()
    {
        LocalNodeSettings settings;
        settings.link.tickTime = std::chrono::seconds(4);
        return settings;
    }

    [[nodiscard]] std::unique_ptr<Peer> peer(QStringView name,
                                             const QString &cookie = QStringLiteral("peers-cookie")) const
    {
        Peer::Options options;
        options.name = base::NodeName::literal(name);
        options.cookie = cookie;
        options.epmdPort = m_dialler.epmd.port();
        options.language = Language;
        return std::make_unique<Peer>(options);
    }

    /// A `rex` as such nodes know it: `{Pid, {call, M, F, A, User}}` is answered with `{rex, Result}`.
    static void answerRex(LocalNode &node)
    {
        LocalProcess *rex = node.createProcess(QStringLiteral("rex"));
        QObject::connect(rex, &LocalProcess::message, rex, [rex](const Term &message) {
            const auto from = message.at(0).toPid();
            const Term request = message.at(1);
            if (from && request.at(0).isAtom(u"call"))
                rex->send(*from,
                          Term::tuple({Term::atom(u"rex"),
                                       Term::tuple({Term::atom(u"answer"), request.at(1), request.at(2)})}));
        });
    }

    /// The term as it comes back from the peer; invalid if it does not.
    [[nodiscard]] Term echoed(LocalNode &node, const Term &term) const
    {
        LocalProcess *process = node.createProcess();
        QSignalSpy heard(process, &LocalProcess::message);
        const Term message = Term::tuple({Term::pid(process->pidOn(m_peer->name())), term});
        const bool sent =
            process->send(ProcessName{m_peer->name(), QStringLiteral("echo")}, message) == SendResult::Sent;
        const bool came = sent && (heard.count() == 1 || heard.wait(Bench::Wait));
        const Term answer = came ? heard.first().first().value<Term>().detached() : Term();
        process->exit();
        return answer;
    }

    Bench m_dialler{NodeIdentity::dynamic(QStringLiteral("127.0.0.1")), fastTicks()};
    Bench m_acceptor{NodeIdentity::fixed(base::NodeName::literal(u"carol@127.0.0.1"), true), fastTicks()};
    std::unique_ptr<NetKernel> m_kernel;
    std::unique_ptr<Peer> m_peer;
};

QTEST_GUILESS_MAIN(tst_RealForeignNode)
#include "tst_RealForeignNode.moc"
