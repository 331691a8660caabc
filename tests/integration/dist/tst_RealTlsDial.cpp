#include "TlsBench.h"

using namespace nodescope;
using namespace nodescope::dist;
using test::Bench;
using test::TlsBench;
using test::TlsMaterial;

/// Dialling real nodes over TLS (`-proto_dist inet_tls`), and what each fault leaves as evidence.
class tst_RealTlsDial : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        NODESCOPE_NEEDS_ERLANG();
        QVERIFY(m_bench.epmd.start());
        m_files.write(QStringLiteral("ca"), m_ca.ca);
        m_files.write(QStringLiteral("good"), m_ca.issue(TlsBench::here()));
        m_peer = peer(QStringLiteral("alice"), QStringLiteral("good"),
                      QStringLiteral(",{versions,['tlsv1.3','tlsv1.2']}"));
        QVERIFY2(m_peer->start(), qPrintable(m_peer->output()));
    }

    void cleanup()
    {
        if (m_peer)
            m_bench.node->disconnectFrom(m_peer->name());
    }

    void connects_data() { versions(); }
    void connects()
    {
        QFETCH(TlsVersions, versions);
        QFETCH(QString, name);
        const DialReport report = dial(m_peer->name(), ours(versions));
        QVERIFY2(report.connected(), reasonName(report.end));
        QCOMPARE(report.tls->version, name);
        QVERIFY(report.step(DialStage::Tls)->passed);
        const LinkInfo link = *m_bench.node->linkTo(m_peer->name());
        QVERIFY(link.tls);
        QCOMPARE(link.tls->version, name);
        QVERIFY(link.tls->peerChain.front().names.contains(TlsBench::here()));
        // Its proof is here a little before it lists us.
        QTRY_COMPARE(m_peer->evaluate(QStringLiteral("length(nodes(hidden)).")), QStringLiteral("{ok,1}"));
    }

    void theHandshakeHasLongLengths()
    {
        const DialReport report = dial(m_peer->name(), ours());
        QVERIFY2(report.connected(), reasonName(report.end));
        QCOMPARE(report.messages.size(), std::size_t(5));
        for (const protocol::HandshakeMessage &message : report.messages)
            QCOMPARE(message.prefix, protocol::LengthPrefix::FourBytes);
    }

    void callsAndLargeReplies()
    {
        QVERIFY(dial(m_peer->name(), ours()).connected());
        CallRequest request;
        request.node = m_peer->name();
        request.module = QStringLiteral("binary");
        request.function = QStringLiteral("copy");
        request.arguments = {term::Term::binary("0123456789"), term::Term::integer(30'000)};
        const CallResult result = m_bench.call(request);
        QVERIFY2(result.value(), reasonName(result.end));
        QCOMPARE(result.value()->bytes().size(), 300'000);
    }

    void sendsWhatIsLarge()
    {
        QVERIFY(dial(m_peer->name(), ours()).connected());
        CallRequest request;
        request.node = m_peer->name();
        request.module = QStringLiteral("erlang");
        request.function = QStringLiteral("byte_size");
        request.arguments = {term::Term::binary(QByteArray(2'000'000, 'x'))};
        const CallResult result = m_bench.call(request);
        QVERIFY2(result.value(), reasonName(result.end));
        QCOMPARE(result.value()->toInteger(), std::optional<qint64>(2'000'000));
    }

    void withoutThePortMapper()
    {
        DialOptions options;
        options.tls = ours();
        const DialReport first = dial(m_peer->name(), ours());
        QVERIFY(first.connected());
        m_bench.node->disconnectFrom(m_peer->name());
        options.address = DialTarget::Explicit{TlsBench::here(), first.registration->port};
        const DialReport report = m_bench.dial(m_peer->name(), options);
        QVERIFY2(report.connected(), reasonName(report.end));
        QVERIFY(report.tls);
    }

    void probesToo()
    {
        DialOptions options;
        options.tls = ours();
        options.probe = true;
        const DialReport report = m_bench.dial(m_peer->name(), options);
        const auto *probed = report.as<dial_end::Probed>();
        QVERIFY2(probed, reasonName(report.end));
        QCOMPARE(probed->result.peer, m_peer->name().text());
    }

    void aWrongCookieLooksAsWithoutTls()
    {
        DialOptions options;
        options.tls = ours();
        options.cookie = base::Secret("another");
        const DialReport report = m_bench.dial(m_peer->name(), options);
        const auto *failed = report.as<dial_end::HandshakeFailed>();
        QVERIFY2(failed, reasonName(report.end));
        QVERIFY(failed->error.as<protocol::handshake_failure::Closed>());
        QCOMPARE(failed->error.step, protocol::HandshakeStep::AwaitAck);
        QVERIFY(report.tls);
    }

    void withoutACertificate_data() { versions(); }
    void withoutACertificate()
    {
        QFETCH(TlsVersions, versions);
        TlsRole bare = m_ca.bareRole();
        bare.versions = versions;
        const DialReport report = dial(m_peer->name(), bare);
        const TlsFailure *failure = failureOf(report);
        QVERIFY2(failure, reasonName(report.end));
        QCOMPARE(problemName(failure->problem), "alert_received");
        const bool modern = failure->version == QLatin1String("TLSv1.3");
        QCOMPARE(failure->received->number, modern ? 116 : 40);
        QCOMPARE(failure->afterHandshake, modern);
        QVERIFY(!failure->ownCertificate);
    }

    void aCertificateOfAnotherAuthority_data() { versions(); }
    void aCertificateOfAnotherAuthority()
    {
        QFETCH(TlsVersions, versions);
        const TlsMaterial other(QStringLiteral("Other CA"));
        TlsRole role = other.role(other.issue(TlsBench::here()));
        role.authorities = m_ca.bareRole().authorities;
        role.versions = versions;
        const DialReport report = dial(m_peer->name(), role);
        const TlsFailure *failure = failureOf(report);
        QVERIFY2(failure, reasonName(report.end));
        QCOMPARE(problemName(failure->problem), "alert_received");
        QCOMPARE(failure->received->name(), QStringLiteral("unknown_ca"));
        QVERIFY(failure->ownCertificate);
    }

    void anExpiredCertificateOfOurs()
    {
        using std::chrono::hours;
        const DialReport report = dial(
            m_peer->name(), m_ca.role(m_ca.issue(CertificateRequest{
                                QStringLiteral("n"), {TlsBench::here()}, false, -hours(48), -hours(24)})));
        const TlsFailure *failure = failureOf(report);
        QVERIFY2(failure, reasonName(report.end));
        QCOMPARE(failure->received->name(), QStringLiteral("certificate_expired"));
    }

    void faultsOfThePeer_data()
    {
        TlsBench::addFaults(m_ca);
        QTest::newRow("host") << m_ca.issue(QStringLiteral("elsewhere.example")) << "host_mismatch";
        QTest::newRow("common name") << m_ca.issue(CertificateRequest{TlsBench::here(), {}})
                                     << "host_mismatch";
    }
    void faultsOfThePeer()
    {
        QFETCH(IssuedCertificate, certificate);
        QFETCH(QString, problem);
        m_files.write(QStringLiteral("bad"), certificate);
        auto faulty = peer(QStringLiteral("faulty"), QStringLiteral("bad"));
        QVERIFY2(faulty->start(), qPrintable(faulty->output()));
        const DialReport report = dial(faulty->name(), ours());
        const TlsFailure *failure = failureOf(report);
        QVERIFY2(failure, reasonName(report.end));
        QCOMPARE(problemName(failure->problem), problem.toLatin1().constData());
        QCOMPARE(failure->peerChain.front(), describe(TlsMaterial::certificates(certificate).front()));
        QCOMPARE(failure->host, TlsBench::here());
        QVERIFY(report.messages.empty());
        QCOMPARE(report.steps.back().stage, DialStage::Tls);
    }

    void tlsToAPlainNode()
    {
        auto plain = m_bench.peer(QStringLiteral("plain"));
        QVERIFY2(plain->start(), qPrintable(plain->output()));
        const DialReport report = dial(plain->name(), ours());
        const TlsFailure *failure = failureOf(report);
        QVERIFY2(failure, reasonName(report.end));
        QCOMPARE(problemName(failure->problem), "plain_peer");
        QVERIFY(report.messages.empty());
    }

    void plainToATlsNode()
    {
        const DialReport report = m_bench.dial(m_peer->name());
        const auto *failed = report.as<dial_end::HandshakeFailed>();
        QVERIFY2(failed, reasonName(report.end));
        const auto *foreign = failed->error.as<protocol::handshake_failure::NotErlang>();
        if (TlsBench::release() < 25) { // closes without a word
            QVERIFY(failed->error.as<protocol::handshake_failure::Closed>());
            QCOMPARE(failed->error.received, 0);
            return;
        }
        QVERIFY(foreign);
        QCOMPARE(foreign->looksLike, protocol::ForeignProtocol::TlsAlert);
        QCOMPARE(foreign->tlsAlert, 10);
        for (const protocol::HandshakeMessage &message : report.messages)
            QVERIFY(!std::holds_alternative<protocol::ReplyMessage>(message.body));
    }

    void versionsThatDoNotMeet()
    {
        auto old =
            peer(QStringLiteral("old"), QStringLiteral("good"), QStringLiteral(",{versions,['tlsv1.2']}"));
        QVERIFY2(old->start(), qPrintable(old->output()));
        const DialReport report = dial(old->name(), ours(TlsVersions::Tls13));
        const TlsFailure *failure = failureOf(report);
        QVERIFY2(failure, reasonName(report.end));
        QCOMPARE(problemName(failure->problem), "protocol_version");
        QCOMPARE(failure->received->name(), QStringLiteral("protocol_version"));
    }

    void aFrozenPeerIsSilent()
    {
        auto frozen = peer(QStringLiteral("frozen"), QStringLiteral("good"));
        QVERIFY2(frozen->start(), qPrintable(frozen->output()));
        frozen->freeze();
        const DialReport report = dial(frozen->name(), ours());
        frozen->thaw();
        const TlsFailure *failure = failureOf(report);
        QVERIFY2(failure, reasonName(report.end));
        QCOMPARE(problemName(failure->problem), "silent");
    }

private:
    [[nodiscard]] std::unique_ptr<test::Peer> peer(const QString &name, const QString &own,
                                                   const QString &more = {}) const
    {
        const QString ca = QStringLiteral("ca");
        return m_bench.peer(name,
                            m_files.flags(name, {m_files.role(QStringLiteral("server"), own, ca, more),
                                                 m_files.role(QStringLiteral("client"), own, ca, more)}));
    }

    [[nodiscard]] TlsRole ours(TlsVersions versions = TlsVersions::Tls12Or13) const
    {
        TlsRole role = m_ca.role(m_ca.issue(TlsBench::here()));
        role.versions = versions;
        return role;
    }

    [[nodiscard]] DialReport dial(const base::NodeName &name, const TlsRole &role) const
    {
        DialOptions options;
        options.tls = role;
        return m_bench.dial(name, options);
    }

    static const TlsFailure *failureOf(const DialReport &report)
    {
        const auto *failed = report.as<dial_end::TlsFailed>();
        return failed ? &failed->failure : nullptr;
    }

    static void versions()
    {
        QTest::addColumn<TlsVersions>("versions");
        QTest::addColumn<QString>("name");
        QTest::newRow("1.2") << TlsVersions::Tls12 << "TLSv1.2";
        QTest::newRow("1.3") << TlsVersions::Tls13 << "TLSv1.3";
    }

    Bench m_bench;
    TlsBench m_files;
    TlsMaterial m_ca;
    std::unique_ptr<test::Peer> m_peer;
};

QTEST_GUILESS_MAIN(tst_RealTlsDial)
#include "tst_RealTlsDial.moc"
