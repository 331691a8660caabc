#include "TlsBench.h"
#include "dist/NetKernel.h"

using namespace nodescope;
using namespace nodescope::dist;
using test::Bench;
using test::TlsBench;
using test::TlsMaterial;

/// Real nodes dial a node of ours over TLS.
class tst_RealTlsListen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        NODESCOPE_NEEDS_ERLANG();
        QVERIFY(m_epmd.start());
        m_files.write(QStringLiteral("ca"), m_ca.ca);
        m_files.write(QStringLiteral("good"), m_ca.issue(TlsBench::here()));
    }

    void pings_data()
    {
        QTest::addColumn<QString>("versions");
        QTest::addColumn<QString>("name");
        QTest::newRow("1.2") << ",{versions,['tlsv1.2']}"
                             << "TLSv1.2";
        QTest::newRow("1.3") << ",{versions,['tlsv1.3']}"
                             << "TLSv1.3";
    }
    void pings()
    {
        QFETCH(QString, versions);
        QFETCH(QString, name);
        const auto node = listening(m_ca.node());
        NetKernel kernel(*node);
        QSignalSpy up(node.get(), &LocalNode::linkUp);
        auto erna = peer(QStringLiteral("good"), QStringLiteral("ca"), versions);
        QVERIFY2(erna->start(), qPrintable(erna->output()));
        QCOMPARE(erna->evaluate(Ping, Patience), QStringLiteral("{ok,pong}"));
        QCOMPARE(up.count(), 1);
        const auto link = up.first().first().value<LinkInfo>();
        QVERIFY(link.tls);
        QCOMPARE(link.tls->version, name);
        QCOMPARE(link.tls->peerChain.front().commonName, QStringLiteral("node"));
        // Large messages, both ways.
        LocalProcess *echo = node->createProcess(QStringLiteral("echo"));
        connect(echo, &LocalProcess::message, echo, [echo](const term::Term &message) {
            if (const auto from = message.at(0).toPid())
                echo->send(*from, message.at(1));
        });
        QCOMPARE(erna->evaluate(QStringLiteral("B = binary:copy(<<\"x\">>, 300000), "
                                               "{echo, 'carol@127.0.0.1'} ! {self(), B}, "
                                               "receive B -> same; _ -> other after 9000 -> nothing end.")),
                 QStringLiteral("{ok,same}"));
    }

    void anotherCookieInsideTls()
    {
        const auto node = listening(m_ca.node());
        QSignalSpy failed(node.get(), &LocalNode::acceptFailed);
        auto erna = peer(QStringLiteral("good"), QStringLiteral("ca"));
        QVERIFY2(erna->start(), qPrintable(erna->output()));
        QCOMPARE(erna->evaluate(QStringLiteral("erlang:set_cookie('carol@127.0.0.1', staging), ") + Ping,
                                Patience),
                 QStringLiteral("{ok,pang}"));
        QTRY_COMPARE(failed.count(), 1);
        const auto report = failed.first().first().value<AcceptReport>();
        QVERIFY(report.error.as<protocol::handshake_failure::WrongDigest>());
        QVERIFY(report.tls);
        QVERIFY(!report.tlsFailure);
        for (const protocol::HandshakeMessage &message : report.messages)
            QCOMPARE(message.prefix, protocol::LengthPrefix::FourBytes);
    }

    void clientsWithoutCertificate()
    {
        const TlsFailure failure = rejected(m_ca.node(), QString(), QStringLiteral("ca"));
        QCOMPARE(problemName(failure.problem), "no_peer_certificate");
        QVERIFY(failure.sent);
    }

    void clientsWithoutCertificateWhereThatIsAllowed()
    {
        TlsSettings settings = m_ca.node();
        settings.server.demandCertificate = false;
        const auto node = listening(settings);
        NetKernel kernel(*node);
        auto erna = peer(QString(), QStringLiteral("ca"));
        QVERIFY2(erna->start(), qPrintable(erna->output()));
        QCOMPARE(erna->evaluate(Ping, Patience), QStringLiteral("{ok,pong}"));
        QVERIFY(node->links().front().tls->peerChain.isEmpty());
    }

    void faultsOfClients_data() { TlsBench::addFaults(m_ca); }
    void faultsOfClients()
    {
        QFETCH(IssuedCertificate, certificate);
        QFETCH(QString, problem);
        m_files.write(QStringLiteral("bad"), certificate);
        const TlsFailure failure = rejected(m_ca.node(), QStringLiteral("bad"), QStringLiteral("ca"));
        QCOMPARE(problemName(failure.problem), problem.toLatin1().constData());
        QVERIFY(failure.sent);
        QVERIFY(failure.offending);
    }

    void clientsThatRefuseUs_data()
    {
        QTest::addColumn<IssuedCertificate>("certificate");
        QTest::addColumn<QStringList>("alerts");
        const TlsMaterial other(QStringLiteral("Other CA"));
        using std::chrono::hours;
        QTest::newRow("host") << m_ca.issue(QStringLiteral("elsewhere.example"))
                              << QStringList{TlsBench::release() >= 27 ? QStringLiteral("bad_certificate")
                                                                       : QStringLiteral("handshake_failure")};
        QTest::newRow("issuer") << other.issue(TlsBench::here()) << QStringList{QStringLiteral("unknown_ca")};
        QTest::newRow("expired")
            << m_ca.issue(
                   CertificateRequest{QStringLiteral("n"), {TlsBench::here()}, false, -hours(48), -hours(24)})
            << QStringList{QStringLiteral("certificate_expired")};
    }
    void clientsThatRefuseUs()
    {
        QFETCH(IssuedCertificate, certificate);
        QFETCH(QStringList, alerts);
        TlsSettings settings;
        settings.server = m_ca.role(certificate);
        const TlsFailure failure = rejected(settings, QStringLiteral("good"), QStringLiteral("ca"));
        QCOMPARE(problemName(failure.problem), "alert_received");
        QVERIFY2(alerts.contains(failure.received->name()), qPrintable(failure.received->name()));
    }

    void aPlainNodeIsSeenAndTold()
    {
        const auto node = listening(m_ca.node());
        QSignalSpy failed(node.get(), &LocalNode::acceptFailed);
        test::Peer::Options options;
        options.name = base::NodeName::literal(u"plain@127.0.0.1");
        options.epmdPort = m_epmd.port();
        test::Peer plain(options);
        QVERIFY2(plain.start(), qPrintable(plain.output()));
        QCOMPARE(plain.evaluate(Ping, Patience), QStringLiteral("{ok,pang}"));
        QTRY_COMPARE(failed.count(), 1);
        const auto report = failed.first().first().value<AcceptReport>();
        QVERIFY(report.tlsFailure);
        QCOMPARE(problemName(report.tlsFailure->problem), "plain_peer");
        QVERIFY(report.tlsFailure->evidence.contains("plain@127.0.0.1"));
        QVERIFY(report.messages.empty());
    }

    void aTlsNodeAtAPlainOne()
    {
        const auto node = listening(std::nullopt);
        QSignalSpy failed(node.get(), &LocalNode::acceptFailed);
        auto erna = peer(QStringLiteral("good"), QStringLiteral("ca"));
        QVERIFY2(erna->start(), qPrintable(erna->output()));
        QCOMPARE(erna->evaluate(Ping, Patience), QStringLiteral("{ok,pang}"));
        QTRY_COMPARE(failed.count(), 1);
        const auto report = failed.first().first().value<AcceptReport>();
        const auto *foreign = report.error.as<protocol::handshake_failure::NotErlang>();
        QVERIFY2(foreign, protocol::reasonName(report.error.reason));
        QCOMPARE(foreign->looksLike, protocol::ForeignProtocol::TlsHandshake);
    }

private:
    [[nodiscard]] std::unique_ptr<LocalNode> listening(const std::optional<TlsSettings> &tls) const
    {
        CookieStore cookies;
        cookies.setDefault(base::Secret("peers-cookie"));
        LocalNodeSettings settings;
        settings.tls = tls;
        settings.link.limits.handshakeStep = std::chrono::seconds(60); // as the peers
        settings.link.limits.handshakeTotal = std::chrono::seconds(60);
        std::unique_ptr<LocalNode> node;
        // The name is free as soon as the port mapper has seen the node before go.
        const auto registers = [&] {
            node = std::make_unique<LocalNode>(
                NodeIdentity::fixed(base::NodeName::literal(u"carol@127.0.0.1"), false), cookies, m_clock,
                settings);
            QSignalSpy registered(node.get(), &LocalNode::registered);
            QSignalSpy refused(node.get(), &LocalNode::registrationRefused);
            ListenOptions options;
            options.epmdPort = m_epmd.port();
            return node->listen(options).ok() &&
                   QTest::qWaitFor([&] { return registered.count() + refused.count() > 0; }, Bench::Wait) &&
                   registered.count() == 1;
        };
        if (!QTest::qWaitFor(registers, Bench::Wait))
            qFatal("cannot listen");
        return node;
    }

    [[nodiscard]] std::unique_ptr<test::Peer> peer(const QString &own, const QString &authority,
                                                   const QString &more = {}) const
    {
        test::Peer::Options options;
        options.name = base::NodeName::literal(u"erna@127.0.0.1");
        options.epmdPort = m_epmd.port();
        QStringList roles{m_files.role(QStringLiteral("client"), own, authority, more)};
        roles.append(m_files.role(QStringLiteral("server"), QStringLiteral("good"), authority, more));
        options.flags = m_files.flags(QStringLiteral("erna"), roles);
        return std::make_unique<test::Peer>(options);
    }

    /// A peer that pings us in vain, and what we know of it then.
    [[nodiscard]] TlsFailure rejected(const TlsSettings &settings, const QString &own,
                                      const QString &authority)
    {
        const auto node = listening(settings);
        QSignalSpy failed(node.get(), &LocalNode::acceptFailed);
        auto erna = peer(own, authority);
        if (!erna->start() || erna->evaluate(Ping, Patience) != QLatin1String("{ok,pang}"))
            return {};
        if (failed.isEmpty() && !failed.wait(Bench::Wait))
            return {};
        const auto report = failed.first().first().value<AcceptReport>();
        return report.tlsFailure.value_or(TlsFailure());
    }

    static constexpr int Patience = 60'000; // ms
    const QString Ping = QStringLiteral("net_adm:ping('carol@127.0.0.1').");
    base::SystemClock m_clock;
    test::PeerEpmd m_epmd;
    TlsBench m_files;
    TlsMaterial m_ca;
};

QTEST_GUILESS_MAIN(tst_RealTlsListen)
#include "tst_RealTlsListen.moc"
