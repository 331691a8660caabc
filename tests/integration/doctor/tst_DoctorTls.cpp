#include "DoctorTest.h"
#include "integration/dist/TlsBench.h"

using namespace nodescope;
using namespace nodescope::test;

namespace {

const QString B = u"b@127.0.0.1"_s;
const QString Pair = u"b@127.0.0.1 --from a@127.0.0.1"_s;

} // namespace

/// Faults of TLS: 23, 24, 41 of diagnosis.md, and nodes over TLS that are well.
class tst_DoctorTls : public DoctorTest
{
    Q_OBJECT

public:
    tst_DoctorTls()
        : DoctorTest("tls")
    {
        m_files.write(u"ca"_s, m_authority.ca);
        m_files.write(u"node"_s, m_authority.issue(TlsBench::here()));
    }

private Q_SLOTS:
    void plainDialsTls()
    {
        QVERIFY(tlsNode("b", mutual()));
        mayAlert();
        FINDS(stage(),
              Expected::fault({"tls_plain_mixed"},
                              release() == 23 ? Certainty::CannotDistinguish : Certainty::Certain),
              stage().doctor(B));
    }

    void tlsDialsPlain()
    {
        QVERIFY(stage().node("b"));
        FINDS(stage(), Expected::fault({"tls_plain_mixed"}, Certainty::AlmostCertain).between(0, 9),
              stage().doctor(B + ours(mutual())));
    }

    void plainDialsTlsAsAPair()
    {
        QVERIFY(stage().node("a"));
        QVERIFY(tlsNode("b", mutual()));
        mayAlert();
        // OTP 23 closes without the alert that would tell.
        const Certainty known = release() == 23 ? Certainty::CannotDistinguish : Certainty::AlmostCertain;
        FINDS(stage(), Expected::fault({"tls_plain_mixed"}, known).between(0, 9), stage().doctor(Pair));
    }

    void tlsDialsPlainAsAPair()
    {
        QVERIFY(stage().node("b"));
        QVERIFY(tlsNode("a", mutual()));
        FINDS(stage(), Expected::fault({"tls_plain_mixed"}).between(0, 17),
              stage().doctor(Pair + ours(mutual())));
    }

    void certificateOfThePeer_data() { TlsBench::addFaults(m_authority); }
    void certificateOfThePeer()
    {
        QFETCH(dist::IssuedCertificate, certificate);
        m_files.write(u"bad"_s, certificate);
        QVERIFY(tlsNode("b", {server(u"bad"_s, u",{verify,verify_none},{fail_if_no_peer_cert,false}"_s),
                              client(u"node"_s)}));
        mayAlert();
        FINDS(stage(), Expected::fault({"tls_certificate"}, Certainty::Certain, "transport_as_expected"),
              stage().doctor(B + ours(mutual())));
    }

    void certificateForAnotherHost()
    {
        m_files.write(u"bad"_s, m_authority.issue(u"elsewhere.example"_s));
        QVERIFY(tlsNode("b", {server(u"bad"_s), client(u"node"_s)}));
        mayAlert();
        FINDS(stage(), Expected::fault({"tls_certificate"}, Certainty::Certain, "transport_as_expected"),
              stage().doctor(B + ours(mutual())));
    }

    void noCertificateOfOurs_data() { versions(); }
    void noCertificateOfOurs()
    {
        QFETCH(QString, version);
        if (!speaks(version))
            QSKIP("this release does not speak it as a node");
        QVERIFY(tlsNode("b", mutual(version)));
        mayAlert();
        FINDS(stage(),
              Expected::fault({"tls_certificate"}, Certainty::AlmostCertain, "transport_as_expected"),
              stage().doctor(B + ours({client({})})));
    }

    void certificateOfOursFromAnotherAuthority_data() { versions(); }
    void certificateOfOursFromAnotherAuthority()
    {
        QFETCH(QString, version);
        if (!speaks(version))
            QSKIP("this release does not speak it as a node");
        const TlsMaterial other(u"Other CA"_s);
        m_files.write(u"bad"_s, other.issue(TlsBench::here()));
        QVERIFY(tlsNode("b", mutual(version)));
        mayAlert();
        FINDS(stage(),
              Expected::fault({"tls_certificate"}, Certainty::AlmostCertain, "transport_as_expected"),
              stage().doctor(B + ours({client(u"bad"_s)})));
    }

    // A dials B, and refuses the certificate that B shows; both show us theirs.
    void certificateRefusedByA()
    {
        const TlsMaterial other(u"Other CA"_s);
        m_files.write(u"other"_s, other.ca);
        QVERIFY(tlsNode("a", {server(u"node"_s), m_files.role(u"client"_s, u"node"_s, u"other"_s)}));
        QVERIFY(tlsNode("b", mutual()));
        mayAlert();
        FINDS(stage(),
              Expected::fault({"tls_certificate", "tls_client_options"}, Certainty::CannotDistinguish),
              stage().doctor(Pair + ours(mutual())));
    }

    void logOfACertificate()
    {
        m_files.write(u"bad"_s, m_authority.issue(u"elsewhere.example"_s));
        Peer *a = tlsNode("a", mutual());
        Peer *b = tlsNode("b", {server(u"bad"_s), client(u"node"_s)});
        QVERIFY(a && b);
        QCOMPARE(connectThere(*a, *b), u"{ok,false}"_s);
        const QString log = Stage::logOf(*a);
        QVERIFY2(log.contains("hostname_check_failed"_L1), qPrintable(log));
        FINDS(stage(), Expected::fault({"tls_certificate"}), stage().explain(log));
    }

    void logOfPlainAtTls()
    {
        Peer *a = stage().node("a");
        Peer *b = tlsNode("b", mutual());
        QVERIFY(a && b);
        QCOMPARE(connectThere(*a, *b), u"{ok,false}"_s);
        const QString log = Stage::logOf(*b);
        if (!log.contains("unsupported_record_type"_L1))
            QSKIP("this release logs nothing of it");
        FINDS(stage(), Expected::fault({"tls_plain_mixed"}), stage().explain(log));
    }

    // From OTP 26 on a client verifies by default, and without authorities it does not even dial.
    void clientOptionsOfA()
    {
        const QStringList roles{server(u"node"_s, u",{verify,verify_none},{fail_if_no_peer_cert,false}"_s)};
        QVERIFY(tlsNode("a", roles));
        QVERIFY(tlsNode("b", roles));
        bystanders().mayLog(u"verify"_s); // OTP 25 warns
        if (release() < 26) {
            bystanders().mayConnect();
            FINDS(stage(), Expected::healthy(), stage().doctor(Pair + ours(mutual())));
        } else {
            FINDS(stage(), Expected::fault({"tls_client_options"}), stage().doctor(Pair + ours(mutual())));
        }
    }

    void wrongCookie()
    {
        QVERIFY(tlsNode("b", mutual(), "another"));
        mayRefuseADigest();
        FINDS(stage(), Expected::fault({"cookie_mismatch"}, Certainty::AlmostCertain, "our_digest"),
              stage().doctor(B + ours(mutual())));
    }

    void healthy_data() { versions(); }
    void healthy()
    {
        QFETCH(QString, version);
        if (!speaks(version))
            QSKIP("this release does not speak it as a node");
        QVERIFY(tlsNode("b", mutual(version)));
        isHealthy(B + ours(mutual()));
        QVERIFY(tlsNode("a", mutual(version)));
        bystanders().mayConnect();
        isHealthy(Pair + ours(mutual()));
    }

    void healthyWithoutACertificateOfOurs()
    {
        QVERIFY(tlsNode("b", {server(u"node"_s, u",{fail_if_no_peer_cert,false}"_s), client(u"node"_s)}));
        isHealthy(B + ours({client({})}));
    }

private:
    // A node that leaves the first message of TLS unanswered for a second is asked without TLS too, and if it
    // is slow rather than plain, it logs an alert.
    void isHealthy(const QString &words)
    {
        const Findings findings = stage().doctor(words);
        if (findings.ownMs >= 1'000)
            mayAlert();
        FINDS(stage(), Expected::healthy(), findings);
    }
    static void versions()
    {
        QTest::addColumn<QString>("version");
        QTest::newRow("1.2") << u"tlsv1.2"_s;
        QTest::newRow("1.3") << u"tlsv1.3"_s;
    }
    [[nodiscard]] static bool speaks(const QString &version)
    {
        return version != "tlsv1.3"_L1 || release() >= 25;
    }

    [[nodiscard]] QString server(const QString &own, const QString &more = {}) const
    {
        // A later option of the same name is not taken: the one that `role` gives goes.
        QString text = m_files.role(u"server"_s, own, u"ca"_s, more);
        return more.contains("verify_none"_L1) ? text.remove(u",{verify,verify_peer}"_s) : text;
    }
    [[nodiscard]] QString client(const QString &own) const { return m_files.role(u"client"_s, own, u"ca"_s); }
    [[nodiscard]] QStringList mutual(const QString &version = {}) const
    {
        const QString more = version.isEmpty() ? QString() : u",{versions,['%1']}"_s.arg(version);
        return {server(u"node"_s, more), m_files.role(u"client"_s, u"node"_s, u"ca"_s, more)};
    }
    /// Our own options file.
    [[nodiscard]] QString ours(const QStringList &roles) const
    {
        return u" --tls-optfile "_s + m_files.flags(u"ours"_s, roles).last();
    }
    Peer *tlsNode(const char *name, const QStringList &roles, const char *cookie = "peers-cookie")
    {
        return stage().node(name, m_files.flags(QLatin1String(name), roles).join(u' '), cookie);
    }
    // Alerts are logged, and by some releases the end of the process that had the connection.
    void mayAlert() { bystanders().mayLog(u"TLS|ssl|tls|unsupported_record_type"_s); }

    const TlsMaterial m_authority;
    TlsBench m_files;
};

QTEST_GUILESS_MAIN(tst_DoctorTls)
#include "tst_DoctorTls.moc"
