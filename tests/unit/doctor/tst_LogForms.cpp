#include <QtTest>

#include "LogRows.h"

using namespace nodescope;
using namespace nodescope::test;
using doctor::LogFinding;

// One message in every form in which it gets into a text, and what is made of several.
namespace {
constexpr const char *Wording = "not_responding";

QList<LogFinding> explain(const QByteArray &text)
{
    return doctor::explainLog(QByteArrayView(text));
}

void addForm(const char *name, const char *text, int first, int lines, const char *time)
{
    QTest::newRow(name) << QByteArray(text) << first << lines << QString::fromLatin1(time);
}
} // namespace

class tst_LogForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void form_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("lines");
        QTest::addColumn<QString>("time");
        addForm("report",
                "\n=ERROR REPORT==== 6-Nov-2026::11:21:42.901578 ===\n** Node 'b@web.x' not responding **\n"
                "** Removing (timedout) connection **\n",
                3, 2, "6-Nov-2026::11:21:42.901578");
        addForm("report, CRLF",
                "=ERROR REPORT==== 26-Nov-2026::11:21:42 ===\r\n** Node 'b@web.x' not responding **\r\n"
                "** Removing (timedout) connection **\r\n",
                2, 2, "26-Nov-2026::11:21:42");
        addForm("logger, single line",
                "2026-11-26T11:21:42.901578+01:00 error: ** Node 'b@web.x' not responding **, ** Removing "
                "(timedout) connection **\n",
                1, 1, "2026-11-26T11:21:42.901578+01:00");
        addForm("logger, its time above",
                "2026-11-26T11:21:42.901578+01:00 error:\n** Node 'b@web.x' not responding **\n** Removing "
                "(timedout) connection **\n",
                2, 2, "2026-11-26T11:21:42.901578+01:00");
        addForm("Elixir",
                "\n11:21:42.901 [error] ** Node :\"b@web.x\" not responding **\n** Removing (timedout) "
                "connection **\n",
                2, 2, "11:21:42.901");
        addForm(
            "Elixir, coloured",
            "\x1b[31m\n11:21:42.901 [error] ** Node :\"b@web.x\" not responding **\n** Removing (timedout) "
            "connection **\n\x1b[0m",
            2, 2, "11:21:42.901");
        addForm("colours within", "** Node \x1b[1m'b@web.x'\x1b[0m not responding **", 1, 1, "");
        addForm("RabbitMQ",
                "2026-11-26 11:21:42.901578+00:00 [error] <0.200.0> ** Node 'b@web.x' not responding **\n"
                "2026-11-26 11:21:42.901578+00:00 [error] <0.200.0> ** Removing (timedout) connection **\n",
                1, 2, "2026-11-26 11:21:42.901578+00:00");
        addForm("lager",
                "2026-11-26 11:21:42.901 [error] <0.200.0> ** Node 'b@web.x' not responding **\n"
                "** Removing (timedout) connection **\n",
                1, 2, "2026-11-26 11:21:42.901");
        addForm("journald",
                "Nov 26 11:21:42 web app[812]: ** Node 'b@web.x' not responding **\n"
                "Nov 26 11:21:42 web app[812]: ** Removing (timedout) connection **\n",
                1, 2, "Nov 26 11:21:42");
        addForm("journald, iso",
                "2026-11-26T11:21:42+0100 web app[812]: ** Node 'b@web.x' not responding **\n"
                "2026-11-26T11:21:42+0100 web app[812]: ** Removing (timedout) connection **\n",
                1, 2, "2026-11-26T11:21:42+0100");
        addForm("docker, json-file",
                "{\"log\":\"** Node 'b@web.x' not responding "
                "**\\n\",\"stream\":\"stdout\",\"time\":\"2026-11-26T11:21:"
                "42.9Z\"}\n"
                "{\"log\":\"** Removing (timedout) connection "
                "**\\n\",\"stream\":\"stdout\",\"time\":\"2026-11-26T11:21:42.9Z\"}\n",
                1, 2, "2026-11-26T11:21:42.9Z");
        addForm(
            "docker compose",
            "web-1  | ** Node 'b@web.x' not responding **\nweb-1  | ** Removing (timedout) connection **\n",
            1, 2, "");
        addForm("Kubernetes",
                "2026-11-26T11:21:42.901578901Z stdout F ** Node 'b@web.x' not responding **\n"
                "2026-11-26T11:21:42.901578902Z stdout F ** Removing (timedout) connection **\n",
                1, 2, "2026-11-26T11:21:42.901578901Z");
        addForm("JSON lines",
                "{\"time\":\"2026-11-26T11:21:42Z\",\"msg\":\"** Node :\\\"b@web.x\\\" not responding "
                "**\\n** Removing "
                "(timedout) connection **\"}\n",
                1, 1, "2026-11-26T11:21:42Z");
        addForm("quoted in a mail",
                "> ** Node 'b@web.x' not responding **\n> ** Removing (timedout) connection **\n", 1, 2, "");
        addForm("cut within a word",
                "** Node 'b@web.x' not respon\nding **\n** Removing (timedout) conn\nection **\n", 1, 4, "");
        addForm("cut within a name", "** Node 'b@we\nb.x' not responding **\n", 1, 2, "");
        addForm("cut within a bare name", "** Node b@w\neb.x not responding **\n", 1, 2, "");
        addForm("one line", "x ** Node 'b@web.x' not responding ** ** Removing (timedout) connection ** y", 1,
                1, "");
        addForm("no line's end, NULs", "** Node 'b@web.x' not\0 responding **", 1, 1, "");
    }
    void form()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, first);
        QFETCH(int, lines);
        QFETCH(QString, time);
        if (QByteArray(QTest::currentDataTag()).contains("NUL"))
            text = QByteArray("** Node 'b@web.x' not\0 responding **", 36);
        const QList<LogFinding> findings = doctor::explainLog(QByteArrayView(text));
        QCOMPARE(findings.size(), 1);
        const LogFinding &finding = findings.first();
        QCOMPARE(doctor::identifierOf(finding.wording), QLatin1String(Wording));
        QCOMPARE(finding.peer.text(), QStringLiteral("b@web.x"));
        QCOMPARE(finding.firstLine, qsizetype(first));
        QCOMPARE(finding.lineCount, qsizetype(lines));
        QCOMPARE(finding.first.text, time);
    }

    void timesAreMoments()
    {
        const auto at = [](const char *text) { return explain(text).first().first.at; };
        QCOMPARE(at("2026-11-26T11:21:42.901578+01:00 error: ** Node b@web not responding **"),
                 QDateTime(QDate(2026, 11, 26), QTime(10, 21, 42, 901), Qt::UTC));
        QCOMPARE(at("=ERROR REPORT==== 6-Nov-2026::11:21:42.9 ===\n** Node b@web not responding **"),
                 QDateTime(QDate(2026, 11, 6), QTime(11, 21, 42, 900), Qt::LocalTime));
        QVERIFY(!at("11:21:42.901 [error] ** Node b@web not responding **").isValid());
        QVERIFY(!at("2026-13-66T11:21:42Z ** Node b@web not responding **").isValid());
    }

    // What has more digits than nanoseconds is no logger's time, and would be shown at any length.
    void fractionsEndAtNanoseconds()
    {
        const auto text = [](const QByteArray &time) {
            return explain(time + " ** Node b@web not responding **").first().first.text;
        };
        QCOMPARE(text("11:21:42.123456789"), QStringLiteral("11:21:42.123456789"));
        QCOMPARE(text("11:21:42.1234567890"), QString());
        QCOMPARE(text("26-Nov-2026::11:21:42." + QByteArray(100, '7')), QString());
    }

    void sameThingsAreOneFinding()
    {
        const auto findings =
            explain("10:00:01 ** Connection attempt from node a@web rejected. Invalid challenge reply. **\n"
                    "10:00:02 ** Connection attempt from node c@web rejected. Invalid challenge reply. **\n"
                    "10:00:03 ** Connection attempt from node a@web rejected. Invalid challenge reply. **\n"
                    "10:00:04 ** Connection attempt from node a@web rejected. Invalid challenge reply. **\n");
        QCOMPARE(findings.size(), 2);
        QCOMPARE(findings[0].count, 3);
        QCOMPARE(findings[0].firstLine, 1);
        QCOMPARE(findings[0].lastLine, 4);
        QCOMPARE(findings[0].first.text, QStringLiteral("10:00:01"));
        QCOMPARE(findings[0].last.text, QStringLiteral("10:00:04"));
        QCOMPARE(findings[1].count, 1);
    }

    void evictionsFollowLostLinks()
    {
        const auto findings = explain(
            "=ERROR REPORT==== 26-Nov-2026::11:00:00.000000 ===\n** Node 'z@10.0.0.9' not responding **\n"
            "** Removing (timedout) connection **\n\n"
            "=ERROR REPORT==== 26-Nov-2026::11:21:25.000000 ===\n** Node 'm2@10.0.0.2' not responding **\n"
            "** Removing (timedout) connection **\n\n"
            "=WARNING REPORT==== 26-Nov-2026::11:21:25.766072 ===\n"
            "'global' at node 'm3@10.0.0.3' requested disconnect from node 'm1@10.0.0.1' in order to prevent "
            "overlapping partitions\n");
        QCOMPARE(findings.size(), 3);
        QCOMPARE(findings[2].cause, cluster::Cause::GlobalEvicted);
        QCOMPARE(findings[2].after, QList<qsizetype>{1});
        QVERIFY(findings[0].after.isEmpty() && findings[1].after.isEmpty());
    }

    void anOverloadExplainsASilence()
    {
        const auto findings =
            explain("rabbit_sysmon_handler busy_dist_port <0.1.0> [{a,b}] {#Port<0.6>,'rabbit@b'}\n"
                    "** Node rabbit@b not responding **\n** Node rabbit@c not responding **\n");
        QCOMPARE(findings.size(), 3);
        QCOMPARE(findings[1].cause, cluster::Cause::LinkOverloaded);
        QCOMPARE(findings[1].certainty, cluster::Certainty::AlmostCertain);
        QCOMPARE(findings[2].certainty, cluster::Certainty::CannotDistinguish);
    }

    void aFailedStartIsToldOnce()
    {
        const auto findings = explain(
            "=INFO REPORT==== 26-Nov-2026::11:17:55.217729 ===\nCan't set long node name!\nPlease check your "
            "configuration\n\n    reason: {'EXIT',nodistribution}\n"
            "{\"Kernel pid "
            "terminated\",application_controller,\"{application_start_failure,kernel,{{shutdown,"
            "{failed_to_start_child,net_sup,{shutdown,{failed_to_start_child,net_kernel,{'EXIT',"
            "nodistribution}}}}},"
            "{kernel,start,[normal,[]]}}}\"}\n");
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0].cause, cluster::Cause::NoOwnLongName);
    }

    void aPromptNamesTheLog()
    {
        const QByteArray rejected =
            "** Connection attempt from node a@web rejected. Invalid challenge reply. **\n";
        const auto named = explain("(b@web)1> \n" + rejected);
        QCOMPARE(named.first().node.text(), QStringLiteral("b@web"));
        const auto iex = explain("iex(b@10.0.0.1)12> \n" + rejected);
        QCOMPARE(iex.first().node.text(), QStringLiteral("b@10.0.0.1"));
        // Two prompts: whose log it is cannot be known.
        const auto two = explain("(b@web)1> \n(c@web)1> \n" + rejected);
        QVERIFY(two.first().node.isNull());
    }

    void secretsAreBlanked_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("an option") << QByteArray(
            "Cookie file x -setcookie QZSECRET must be accessible by owner only");
        QTest::newRow("a call") << QByteArray(
            "** Unauthorized send attempt {set_cookie('a@b','QZSECRET')} to b@web **");
        QTest::newRow("a message") << QByteArray(
            "** Unauthorized send attempt {cookie,'QZSECRET'} to b@web **");
        QTest::newRow("a digest") << QByteArray(
            "Invalid distribution message: {reply,[{digest,<<\"QZSECRET\">>}]}");
        QTest::newRow("a variable") << QByteArray(
            "can't establish TCP connection, reason: RELEASE_COOKIE=QZSECRET x");
        QTest::newRow("a hash") << QByteArray(
            "can't establish TCP connection, reason: cookie hash: QZSECRET==");
    }
    void secretsAreBlanked()
    {
        QFETCH(QByteArray, text);
        const auto findings = doctor::explainLog(QByteArrayView(text));
        QCOMPARE(findings.size(), 1);
        const LogFinding &finding = findings.first();
        QVERIFY(!finding.excerpt.contains(QLatin1String("QZSECRET")));
        for (const doctor::LogFact &fact : finding.facts)
            QVERIFY(!fact.value.contains(QLatin1String("QZSECRET")));
        QVERIFY(!doctor::textOf(finding).explanation.contains(QLatin1String("QZSECRET")));
    }
};

QTEST_GUILESS_MAIN(tst_LogForms)
#include "tst_LogForms.moc"
