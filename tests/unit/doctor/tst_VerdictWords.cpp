#include <QTest>
#include <QTranslator>

#include "cluster/Node.h"
#include "doctor/CauseText.h"
#include "doctor/EvidenceText.h"
#include "doctor/NextTests.h"
#include "doctor/SettingWords.h"

using namespace nodescope;
using namespace nodescope::doctor;
using base::NodeName;
using cluster::Cause;
using cluster::Certainty;
using cluster::Diagnosis;
using cluster::Rung;
using cluster::SettingPair;

namespace {

/// A language in which every sentence stands in angle brackets.
class Brackets : public QTranslator
{
public:
    Brackets() { QCoreApplication::installTranslator(this); }
    ~Brackets() override { QCoreApplication::removeTranslator(this); }
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
    {
        return u'<' + QString::fromUtf8(source) + u'>';
    }
};

Diagnosis open()
{
    Diagnosis diagnosis;
    diagnosis.from = NodeName::literal(u"bob@127.0.0.1");
    diagnosis.to = NodeName::literal(u"a@127.0.0.1");
    diagnosis.cause = Cause::CookieMismatch;
    diagnosis.certainty = Certainty::CannotDistinguish;
    diagnosis.candidates = {Cause::CookieMismatch, Cause::NotAllowedByList, Cause::TlsPlainMixed};
    return diagnosis;
}

} // namespace

/// What is said of a verdict: as sure as it is, of whom it is, and in the language of the moment.
class tst_VerdictWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOpenVerdictNamesNoCause()
    {
        const Diagnosis diagnosis = open();
        const CauseText text = textOf(diagnosis);
        QCOMPARE(text.title, QStringLiteral("Several causes are possible."));
        for (const Cause cause : diagnosis.candidates)
            QVERIFY(text.certainty.contains(briefOf(cause)));
        QVERIFY(text.explanation.startsWith(QLatin1String("The likeliest of them: The cookies differ.")));
        QVERIFY(!nextTestsOf(diagnosis).isEmpty());
        QCOMPARE(briefOf(diagnosis.cause, diagnosis.certainty), QStringLiteral("cookie mismatch?"));
        QCOMPARE(sentenceOf(diagnosis.cause, diagnosis.certainty),
                 QStringLiteral("Several causes are possible. The likeliest: The cookies differ."));
        QCOMPARE(identifiersOf(diagnosis),
                 QStringLiteral("cookie_mismatch, not_allowed_by_list, tls_plain_mixed"));
        Diagnosis undecided = diagnosis;
        undecided.cause = Cause::Unknown;
        QCOMPARE(textOf(undecided).title, text.title);
        QVERIFY(textOf(undecided).explanation.contains(QLatin1String("none of them")));
        QCOMPARE(identifiersOf(undecided), identifiersOf(diagnosis));
        Diagnosis alone = diagnosis;
        alone.candidates = {Cause::CookieMismatch};
        QVERIFY(titleOf(alone).contains(QLatin1String("not known for certain")));
    }

    void aSureVerdictKeepsItsTitle()
    {
        Diagnosis diagnosis = open();
        diagnosis.candidates.clear();
        for (const Certainty certainty : {Certainty::Certain, Certainty::AlmostCertain}) {
            diagnosis.certainty = certainty;
            QCOMPARE(textOf(diagnosis).title, QStringLiteral("The cookies differ."));
            QCOMPARE(briefOf(diagnosis.cause, certainty), QStringLiteral("cookie mismatch"));
            QCOMPARE(identifiersOf(diagnosis), QStringLiteral("cookie_mismatch"));
        }
        QCOMPARE(sentenceOf(diagnosis.cause, Certainty::Certain), QStringLiteral("The cookies differ."));
        QVERIFY(sentenceOf(diagnosis.cause, Certainty::AlmostCertain).startsWith(QLatin1String("Almost")));
        // What is hedged by itself is not hedged twice.
        diagnosis.cause = Cause::Unknown;
        diagnosis.certainty = Certainty::CannotDistinguish;
        QCOMPARE(titleOf(diagnosis), titleOf(Cause::Unknown));
    }

    void digestsAreNamedByWhoseTheyAre()
    {
        const NodeName alice = NodeName::literal(u"alice@127.0.0.1");
        const NodeName mallory = NodeName::literal(u"mallory@127.0.0.1");
        QCOMPARE(titleOf(Rung::OurDigest, mallory, alice), QStringLiteral("mallory’s digest"));
        QCOMPARE(titleOf(Rung::TheirDigest, mallory, alice), QStringLiteral("alice’s digest"));
        QCOMPARE(titleOf(Rung::OurDigest, cluster::selfName(), alice), QStringLiteral("our digest"));
        QCOMPARE(titleOf(Rung::TheirDigest, NodeName(), alice), QStringLiteral("their digest"));
        QCOMPARE(titleOf(Rung::Challenge, mallory, alice), titleOf(Rung::Challenge));
        // Where the names say nothing, or too much.
        QCOMPARE(titleOf(Rung::OurDigest, NodeName::literal(u"app@a"), NodeName::literal(u"app@b")),
                 QStringLiteral("the dialler’s digest"));
        QCOMPARE(titleOf(Rung::TheirDigest, mallory, NodeName::literal(u"a_very_long_name_indeed@b")),
                 QStringLiteral("the other’s digest"));
        for (const Rung rung : {Rung::OurDigest, Rung::TheirDigest}) {
            Diagnosis diagnosis = open();
            diagnosis.certainty = Certainty::Certain;
            diagnosis.rungs = {
                {rung, cluster::RungState::Failed, {}, QStringLiteral("the two digests differ")}};
            QVERIFY(!certaintyOf(diagnosis).contains(QLatin1String("our")));
        }
    }

    void evidenceIsSaidInTheLanguageOfTheMoment_data()
    {
        QTest::addColumn<QString>("evidence");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *evidence, const char *said) {
            QTest::newRow(evidence) << QString::fromUtf8(evidence) << QString::fromUtf8(said);
        };
        row("the two digests differ", "<the two digests differ>");
        row("127.0.0.1:4369: connection refused", "<127.0.0.1:4369: connection refused>");
        row("[::1]:4369: no answer", "<[::1]:4369: no answer>");
        row("EPMD at port 4369: no such name", "<EPMD at port 4369: no such name>");
        row("EPMD at port 4369: no such name; lists a, b, and 3 more; B differs in case only",
            "<EPMD at port 4369: no such name>; <lists a, b, and 3 more>; <B differs in case only>");
        row("closed after 1.2 ms; answers a TLS hello", "<closed after 1.2 ms>; <answers a TLS hello>");
        row("no byte within 250.0 ms; not waited for", "<no byte within 250.0 ms; not waited for>");
        row("bob@h is not on the list of a@h", "<bob@h is not on the list of a@h>");
        row("a at 40001, hidden, versions 5 to 6", "<a at 40001, hidden, versions 5 to 6>");
        row("as nodescope@h, hidden", "<as nodescope@h, hidden>");
        row("a@h, flags 0xd07df7fbc", "<a@h, flags 0xd07df7fbc>");
        row("no node name: 100%1 @", "<no node name: 100%1 @>"); // what a peer said is no place
        // What is no wording of ours stays.
        row("Host not found", "Host not found");
        row("econnrefused", "econnrefused");
        row("127.0.0.1:40001", "127.0.0.1:40001");
        row("TLSv1.3, TLS_AES_256_GCM_SHA384", "TLSv1.3, TLS_AES_256_GCM_SHA384");
        row("lists ", "lists ");
        row("", "");
    }
    void evidenceIsSaidInTheLanguageOfTheMoment()
    {
        QFETCH(QString, evidence);
        QFETCH(QString, said);
        QCOMPARE(evidenceText(evidence), evidence);
        const Brackets language;
        QCOMPARE(evidenceText(evidence), said);
    }

    void settingsInWords()
    {
        const auto values = [](const char *setting, const char *a, const char *b) -> QString {
            const SettingPair pair{QLatin1String(setting), QLatin1String(a), QLatin1String(b),
                                   qstrcmp(a, b) != 0, false};
            const SettingValues made = valuesOf(pair);
            return made.a + u'|' + made.b;
        };
        QCOMPARE(values("cookie", "1", "1"), QStringLiteral("the same cookie|the same cookie"));
        QCOMPARE(values("cookie", "1", "2"),
                 QStringLiteral("cookie 1 of 2 different ones|cookie 2 of 2 different ones"));
        const Brackets language;
        QCOMPARE(values("allowed", "all", "a@h b@h"), QStringLiteral("<all>|a@h b@h"));
        QCOMPARE(values("net_kernel", "answers", "silent"), QStringLiteral("<answers>|<silent>"));
        QCOMPARE(values("link", "absent", "up"), QStringLiteral("<absent>|<up>"));
        QCOMPARE(values("own_epmd", "port 4369", "not listed"), QStringLiteral("<port 4369>|<not listed>"));
        QCOMPARE(values("tls_client", "no cacertfile, verify_none", ""),
                 QStringLiteral("<no cacertfile>, verify_none|"));
        QCOMPARE(values("name_mode", "longnames", "shortnames"), QStringLiteral("longnames|shortnames"));
        QCOMPARE(titleOfSetting(QStringLiteral("cookie")), QStringLiteral("<cookie for the other>"));
        QCOMPARE(titleOfSetting(QStringLiteral("connect_all")), QStringLiteral("connect_all"));
    }
};

QTEST_GUILESS_MAIN(tst_VerdictWords)
#include "tst_VerdictWords.moc"
