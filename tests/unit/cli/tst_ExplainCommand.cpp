#include <QtTest>

#include <QJsonArray>
#include <QTemporaryDir>

#include "CommandRun.h"

using namespace nodescope;
using namespace nodescope::test;
using cli::ExitStatus;

namespace {
const QByteArray
    Log("=ERROR REPORT==== 26-Nov-2026::11:18:17.474553 ===\n"
        "** Connection attempt from node 'a@127.0.0.1' rejected. Invalid challenge reply. **\n\n"
        "=ERROR REPORT==== 26-Nov-2026::11:18:19.474553 ===\n"
        "** Connection attempt from node 'a@127.0.0.1' rejected. Invalid challenge reply. **\n\n"
        "=ERROR REPORT==== 26-Nov-2026::11:21:42.901578 ===\n"
        "** Node 'fr@127.0.0.1' not responding **\n** Removing (timedout) connection **\n\n"
        "=WARNING REPORT==== 26-Nov-2026::11:21:43.766072 ===\n"
        "'global' at node 'b@127.0.0.1' requested disconnect from node 'c@127.0.0.1' in order to "
        "prevent overlapping partitions\n");
} // namespace

class tst_ExplainCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text()
    {
        const CommandRun run = runCommand({QStringLiteral("explain")}, Log);
        QCOMPARE(run.status, ExitStatus::Done);
        QVERIFY(
            run.output.contains("line 2, 26-Nov-2026::11:18:17.474553, about a@127.0.0.1, 2 times, last at "
                                "26-Nov-2026::11:18:19.474553\n"));
        QVERIFY(run.output.contains("The cookies differ. (cookie_mismatch)\n"));
        QVERIFY(run.output.contains("lines 8 to 9"));
        QVERIFY(run.output.contains("  after a lost link in line 8: Node 'fr@127.0.0.1' not responding"));
        QVERIFY(run.errors.isEmpty());
    }

    void aNameThatIsTaken()
    {
        const CommandRun run = runCommand(
            {QStringLiteral("explain")},
            "Protocol 'inet_tcp': the name a@127.0.0.1 seems to be in use by another Erlang node\n");
        QCOMPARE(run.status, ExitStatus::Done);
        QVERIFY2(!run.output.contains("its_host"), run.output);
        QVERIFY2(run.output.contains("init:stop()."), run.output);
        QVERIFY2(run.output.contains("iex --name a_2@127.0.0.1"), run.output);
        QVERIFY2(run.output.contains("epmd -names"), run.output);
    }

    void thePortOfEpmdThatALineNames()
    {
        const CommandRun run =
            runCommand({QStringLiteral("explain")},
                       "  * unable to connect to epmd (port 4711) on ixfosa: timeout (timed out)\n");
        QVERIFY2(run.output.contains("epmd -port 4711 -names"), run.output);
    }

    void json()
    {
        const CommandRun run =
            runCommand({QStringLiteral("explain"), QStringLiteral("-"), QStringLiteral("--json")}, Log);
        QCOMPARE(run.status, ExitStatus::Done);
        const QJsonArray findings = QJsonDocument::fromJson(run.output).object()[u"findings"].toArray();
        QCOMPARE(findings.size(), 3);
        const QJsonObject cookie = findings[0].toObject();
        QCOMPARE(cookie[u"cause"].toString(), QStringLiteral("cookie_mismatch"));
        QCOMPARE(cookie[u"certainty"].toString(), QStringLiteral("certain"));
        QCOMPARE(cookie[u"wording"].toString(), QStringLiteral("challenge_reply_invalid"));
        QCOMPARE(cookie[u"first_line"].toInt(), 2);
        QCOMPARE(cookie[u"last_line"].toInt(), 5);
        QCOMPARE(cookie[u"count"].toInt(), 2);
        QCOMPARE(cookie[u"peer"].toString(), QStringLiteral("a@127.0.0.1"));
        QVERIFY(cookie[u"peer_dialled"].toBool());
        QVERIFY(!cookie[u"remedy"].toArray().isEmpty());
        const QJsonObject silent = findings[1].toObject();
        QCOMPARE(silent[u"candidates"].toArray(),
                 (QJsonArray{QStringLiteral("peer_silent"), QStringLiteral("link_overloaded")}));
        QCOMPARE(silent[u"lines"].toInt(), 2);
        const QJsonObject evicted = findings[2].toObject();
        QCOMPARE(evicted[u"node"].toString(), QStringLiteral("b@127.0.0.1"));
        QCOMPARE(evicted[u"after"].toArray(), QJsonArray{1});
    }

    void nothingKnown()
    {
        const CommandRun run = runCommand({QStringLiteral("explain"), QStringLiteral("--json")}, "hello\n");
        QCOMPARE(run.status, ExitStatus::Failed);
        QCOMPARE(run.output.trimmed(), QByteArray("{\"findings\":[]}"));
        QVERIFY(run.errors.contains("nothing_found"));
    }

    void files()
    {
        QTemporaryDir directory;
        const QString name = directory.filePath(QStringLiteral("log"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(Log) == Log.size());
        file.close();
        QCOMPARE(runCommand({QStringLiteral("explain"), name}).status, ExitStatus::Done);
        const CommandRun missing = runCommand({QStringLiteral("explain"), name + QStringLiteral("x")});
        QCOMPARE(missing.status, ExitStatus::Failed);
        QCOMPARE(runCommand({QStringLiteral("explain"), name, name}).status, ExitStatus::WrongUse);
    }

    // Whatever stands in a log is shown as what it is.
    void nothingReachesTheTerminal()
    {
        const CommandRun run =
            runCommand({QStringLiteral("explain")},
                       "Cookie file /a\x1b[31m/\xe2\x80\xae.erlang.cookie must be accessible by owner "
                       "only\nCookie file x -setcookie QZSECRET must be accessible by owner only\n");
        QCOMPARE(run.status, ExitStatus::Done);
        QVERIFY(!run.output.contains('\x1b') && !run.output.contains("\xe2\x80\xae"));
        QVERIFY(!run.output.contains("QZSECRET"));
    }
};

QTEST_GUILESS_MAIN(tst_ExplainCommand)
#include "tst_ExplainCommand.moc"
