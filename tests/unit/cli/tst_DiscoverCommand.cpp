#include <QTest>

#include "CommandRun.h"
#include "cli/discover/SourceWords.h"

using namespace nodescope;
using namespace nodescope::cli;
using namespace nodescope::cluster;

/// Sources as they are written on a command line.
class tst_DiscoverCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("id"); // empty: it is no source
        const auto row = [](const char *word, const char *id) {
            QTest::newRow(word) << QString::fromLatin1(word) << QString::fromLatin1(id);
        };
        row("epmd:db1", "epmd:db1:4369");
        row("epmd:db1:4370", "epmd:db1:4370");
        row("epmd:::1", "epmd:::1:4369");
        row("epmd:[::1]:4370", "epmd:::1:4370");
        row("epmd:", "");
        row("epmd:db1:0", "");
        row("epmd:db1:70000", "");
        row("hosts:/srv/me/.hosts.erlang", "hosts_file:/srv/me/.hosts.erlang:4369");
        row("hosts:", "");
        row("a:app@app.internal", "dns:a:app.internal:app:127.0.0.53");
        row("aaaa:app@app.internal", "dns:aaaa:app.internal:app:127.0.0.53");
        row("srv:app@app.internal", "dns:srv:app.internal:app:127.0.0.53");
        row("srv:app.internal", "");
        row("srv:@app.internal", "");
        row("gossip", "gossip:233.252.1.32:45892");
        row("gossip:230.1.1.251", "gossip:230.1.1.251:45892");
        row("gossip:230.1.1.251:4000", "gossip:230.1.1.251:4000");
        row("", "");
        row("telepathy:all", "");
    }
    void words()
    {
        QFETCH(const QString, word);
        QFETCH(const QString, id);
        const auto arguments =
            Arguments::parse({QStringLiteral("--nameserver"), QStringLiteral("127.0.0.53")},
                             {{QStringLiteral("nameserver"), QStringLiteral("A"), {}}});
        QVERIFY(arguments.ok());
        const auto source = sourceOf(word, *arguments, 4369);
        QCOMPARE(source.ok() ? sourceId(*source) : QString(), id);
    }

    void wrongUse()
    {
        const auto refused = test::runCommand({QStringLiteral("discover"), QStringLiteral("telepathy")});
        QCOMPARE(refused.status, ExitStatus::WrongUse);
        QVERIFY(refused.errors.contains("telepathy"));
        const auto profile = test::runCommand(
            {QStringLiteral("discover"), QStringLiteral("--profile"), QStringLiteral("/nonexistent")});
        QCOMPARE(profile.status, ExitStatus::WrongUse);
    }
};

QTEST_GUILESS_MAIN(tst_DiscoverCommand)
#include "tst_DiscoverCommand.moc"
