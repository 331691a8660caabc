#include "../dist/TlsBench.h"
#include "PairBench.h"

using namespace nodescope;
using namespace nodescope::test;

/// Pairs of which one or both speak TLS.
class tst_RealPairsTls : public QObject
{
    Q_OBJECT

    PairBench m_bench;
    TlsBench m_tls;
    TlsMaterial m_authority;

    [[nodiscard]] QStringList bothRoles(const QString &name) const
    {
        return m_tls.flags(
            name, {m_tls.role(QStringLiteral("server"), QStringLiteral("node"), QStringLiteral("ca")),
                   m_tls.role(QStringLiteral("client"), QStringLiteral("node"), QStringLiteral("ca"))});
    }
    [[nodiscard]] dist::TlsRole ours() const { return m_authority.role(m_authority.issue(TlsBench::here())); }

private Q_SLOTS:
    void initTestCase()
    {
        NODESCOPE_NEEDS_ERLANG();
        QVERIFY(m_bench.epmd.start());
        m_tls.write(QStringLiteral("ca"), m_authority.ca);
        m_tls.write(QStringLiteral("node"), m_authority.issue(TlsBench::here()));
    }

    void plainAndTls()
    {
        const auto plain = m_bench.start(QStringLiteral("plain@127.0.0.1"));
        const auto secure = m_bench.start(QStringLiteral("secure@127.0.0.1"), bothRoles(QStringLiteral("s")));
        QVERIFY(plain && secure && m_bench.reach(*plain) && m_bench.reach(*secure, "peers-cookie", ours()));
        for (const bool turned : {false, true}) {
            const auto outcome =
                turned ? m_bench.examine(*secure, *plain, false) : m_bench.examine(*plain, *secure, false);
            QCOMPARE(outcome.diagnosis.cause, Cause::TlsPlainMixed);
            QCOMPARE(outcome.diagnosis.certainty, Certainty::Certain);
            QVERIFY(outcome.explainedBy("proto_dist"));
        }
        const auto settings = m_bench.settingsOf(secure->name());
        QCOMPARE(settings.usesTls(), true);
        QVERIFY(settings.tls && settings.tls->options && settings.tls->client.authorities);
        QCOMPARE(settings.tls->server.verify, QStringLiteral("verify_peer"));
        QCOMPARE(PairBench::complaintsOf(*plain) + PairBench::complaintsOf(*secure), 0);
    }
    void bothSecure()
    {
        const auto a = m_bench.start(QStringLiteral("a@127.0.0.1"), bothRoles(QStringLiteral("a")));
        const auto b = m_bench.start(QStringLiteral("b@127.0.0.1"), bothRoles(QStringLiteral("b")));
        QVERIFY(a && b && m_bench.reach(*a, "peers-cookie", ours()) &&
                m_bench.reach(*b, "peers-cookie", ours()));
        const auto compared = m_bench.examine(*a, *b, false);
        QCOMPARE(compared.diagnosis.certainty, Certainty::CannotDistinguish);
        QVERIFY(compared.diagnosis.candidates.contains(Cause::TlsCertificate));
        const auto tried = m_bench.examine(*a, *b, true);
        QCOMPARE(tried.diagnosis.cause, Cause::None);
    }
    void aClientWithoutAuthorities()
    {
        const QString server =
            m_tls.role(QStringLiteral("server"), QStringLiteral("node"), QStringLiteral("ca"),
                       QStringLiteral(",{fail_if_no_peer_cert,false}"));
        const auto a =
            m_bench.start(QStringLiteral("c@127.0.0.1"),
                          m_tls.flags(QStringLiteral("c"), {server, QStringLiteral("{client,[]}")}));
        const auto b = m_bench.start(QStringLiteral("d@127.0.0.1"), bothRoles(QStringLiteral("d")));
        QVERIFY(a && b && m_bench.reach(*a, "peers-cookie", ours()) &&
                m_bench.reach(*b, "peers-cookie", ours()));
        const auto outcome = m_bench.examine(*a, *b, true);
        if (TlsBench::release() >= 26) {
            QCOMPARE(outcome.diagnosis.cause, Cause::TlsClientOptions);
            QVERIFY(outcome.explainedBy("tls_client"));
        } else {
            // b demands a certificate that a does not show: our rules do not know, and must not guess.
            QVERIFY(outcome.diagnosis.cause != Cause::TlsClientOptions);
            QCOMPARE(outcome.diagnosis.certainty, Certainty::CannotDistinguish);
            QCOMPARE(outcome.diagnosis.candidates.value(0), Cause::TlsCertificate);
        }
    }
};

QTEST_GUILESS_MAIN(tst_RealPairsTls)
#include "tst_RealPairsTls.moc"
