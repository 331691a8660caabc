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

    void whatWasNotMeasuredHasNoTime()
    {
        Diagnosis diagnosis = open();
        diagnosis.certainty = Certainty::AlmostCertain;
        diagnosis.candidates.clear();
        diagnosis.rungs = {
            {Rung::OurDigest, cluster::RungState::Failed, {}, QStringLiteral("refused the cookie of bob")}};
        QCOMPARE(certaintyOf(diagnosis), QStringLiteral("Almost certain: closed after the digest."));
        diagnosis.rungs[0].elapsed = std::chrono::microseconds(40);
        QCOMPARE(certaintyOf(diagnosis), QStringLiteral("Almost certain: closed 0.040 ms after the digest."));
        diagnosis.from = cluster::selfName();
        QCOMPARE(certaintyOf(diagnosis), QStringLiteral("Almost certain: closed 0.040 ms after our digest."));
        diagnosis.rungs[0].elapsed.reset();
        for (const Cause cause : {Cause::CookieMismatch, Cause::EpmdUnreachable, Cause::DistPortBlocked,
                                  Cause::StalePort, Cause::PeerSilent}) {
            diagnosis.cause = cause;
            QVERIFY2(!certaintyOf(diagnosis).contains(QLatin1String(" ms")),
                     qPrintable(certaintyOf(diagnosis)));
        }
    }

    void commandsHoldThePortOfEpmd_data()
    {
        QTest::addColumn<Cause>("cause");
        for (const Cause cause :
             {Cause::NotRegistered, Cause::EpmdUnreachable, Cause::EpmdForgotNode, Cause::StrayEpmd,
              Cause::DistPortBlocked, Cause::StalePort, Cause::HostUnresolvable, Cause::ShortDialsLong,
              Cause::OwnHostChanged, Cause::CookieOfOtherUser, Cause::MeshIntercepts, Cause::EpmdPortDefect})
            QTest::newRow(qPrintable(identifierOf(cause))) << cause;
    }
    void commandsHoldThePortOfEpmd()
    {
        QFETCH(Cause, cause);
        Diagnosis diagnosis = open();
        diagnosis.cause = cause;
        diagnosis.candidates.clear();
        diagnosis.certainty = Certainty::AlmostCertain;
        const auto commands = [&diagnosis] {
            QStringList lines;
            for (const Remedy &remedy : remediesOf(diagnosis)) {
                lines.append(remedy.text);
                for (const Snippet &snippet : remedy.snippets)
                    lines += snippet.where + QStringLiteral(": ") + snippet.code;
            }
            return (lines + nextTestsOf(diagnosis)).join(u'\n');
        };
        const QString usual = commands();
        diagnosis.epmdPort = 4369;
        QCOMPARE(commands(), usual);
        QVERIFY2(!usual.contains(QLatin1String("epmd -port 4")) &&
                     !usual.contains(QLatin1String("ERL_EPMD_PORT=4369 ")),
                 qPrintable(usual));
        diagnosis.epmdPort = 4711;
        // The port that a node has without any setting is named as such.
        const QString other = commands().remove(QStringLiteral("(without one: 4369)"));
        QVERIFY2(!other.contains(QLatin1String("4369")), qPrintable(other));
        QVERIFY2(other.contains(QLatin1String("4711")), qPrintable(other));
        QVERIFY2(!other.contains(QLatin1String("epmd -names")) &&
                     !other.contains(QLatin1String("epmd -daemon")),
                 qPrintable(other));
        for (const QString &line : other.split(u'\n')) {
            if (line.contains(QLatin1String("iex ")))
                QVERIFY2(line.contains(QLatin1String("ERL_EPMD_PORT=4711 iex ")), qPrintable(line));
            // The port that has just failed is no other one to try.
            if (cause == Cause::EpmdUnreachable)
                QVERIFY2(!line.contains(QLatin1String("export ERL_EPMD_PORT=4711")), qPrintable(line));
        }
    }

    void anotherEpmdIsNamed()
    {
        Diagnosis diagnosis = open();
        diagnosis.cause = Cause::NotRegistered;
        diagnosis.epmdPort = 4711;
        diagnosis.detail = QStringLiteral("noport");
        QVERIFY(textOf(diagnosis).explanation.contains(QLatin1String("another ERL_EPMD_PORT")));
        diagnosis.candidates = {Cause::NotRegistered};
        QVERIFY(nextTestsOf(diagnosis).value(0).contains(QLatin1String("epmd -port THAT_PORT -names")));
        diagnosis.certainty = Certainty::Certain;
        diagnosis.candidates.clear();
        diagnosis.detail = QStringLiteral("4798");
        const CauseText text = textOf(diagnosis);
        QVERIFY(text.explanation.contains(QLatin1String("4798")) &&
                text.explanation.contains(QLatin1String("4711")));
        QCOMPARE(text.remedies.value(0).snippets.value(0).code,
                 QStringLiteral("ERL_EPMD_PORT=4798 iex --name bob@127.0.0.1"));
        QCOMPARE(text.remedies.value(1).snippets.value(0).code, QStringLiteral("epmd -port 4798 -names"));
    }

    void cookiesAreShownByTheNodeItself()
    {
        Diagnosis diagnosis = open();
        const auto holds = [&diagnosis](QLatin1String words) {
            for (const Remedy &remedy : remediesOf(diagnosis)) {
                for (const Snippet &snippet : remedy.snippets) {
                    if (snippet.code.contains(words))
                        return true;
                }
            }
            return false;
        };
        // On one host there is one file, and nothing to copy.
        QVERIFY(!holds(QLatin1String("scp")));
        QVERIFY(holds(QLatin1String("ps -o user,args")));
        QVERIFY(holds(QLatin1String("erlang:get_cookie().")));
        diagnosis.from = NodeName::literal(u"bob@192.0.2.1");
        QVERIFY(holds(QLatin1String("scp 127.0.0.1:.erlang.cookie")));
        QVERIFY(!holds(QLatin1String("ps -o user,args")));
        // The file may hold another cookie than the node.
        diagnosis.from = cluster::selfName();
        const QList<Remedy> remedies = remediesOf(diagnosis);
        for (const Snippet &snippet : remedies.value(0).snippets)
            QVERIFY(snippet.code.contains(QLatin1String("get_cookie()")));
        QVERIFY(remedies.value(1).text.contains(QLatin1String("without -setcookie")));
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
