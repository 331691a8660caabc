#include <QTemporaryDir>
#include <QTest>

#include "unit/cli/CommandRun.h"

using namespace nodescope;
using cli::ExitStatus;
using test::CommandRun;
using test::runCommand;

namespace {
QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}
} // namespace

/// What the program says to wrong use, to help, and without a cookie. No network is touched.
class tst_CommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wrongUse_data();
    void wrongUse();
    void saysWhatIsMissing();
    void helpNamesEveryCommand();
    void helpOfACommandNamesItsOptions();
    void tellsItsVersion();
    void needsACookie();
    void refusesABadCookieFile();
    void refusesABadPortInTheEnvironment();
    void neverEchoesACookie();
    void tellsErrorsAsJson();
    void pointsAtWhatWasTyped();

private:
    QTemporaryDir m_home;
};

void tst_CommandLine::initTestCase()
{
    QCoreApplication::setApplicationVersion(QStringLiteral("1.2.3"));
    qunsetenv("NODESCOPE_COOKIE");
    qunsetenv("ERL_EPMD_PORT");
    qputenv("HOME", m_home.path().toLocal8Bit());
}

void tst_CommandLine::wrongUse_data()
{
    QTest::addColumn<QStringList>("line");
    const char *const lines[] = {
        "",
        "nosuch",
        "--nosuch",
        "--cookie x",
        "help nosuch",
        "names a b",
        "names a@b",
        "names --epmd-port 0",
        "names --epmd-port 65536",
        "names --epmd-port x",
        "names --cookie-file f",
        "topology",
        "topology alice",
        "topology a@b@c",
        "topology a@b --format svg",
        "topology a@b --cookie x",
        "topology a@b --timeout 0",
        "watch",
        "watch a@b --for x",
        "watch a@b --for -1",
        "call a@b m",
        "call a@b m f [] []",
        "call a@b m f {",
        "call a@b m f notalist",
        "call a@b m f [1|2]",
        "call a@b m f [X]",
        "connect a@b",
        "doctor a@b:4370",
        "connect a@b a@b",
        "connect a@b c",
        "send alice x",
        "send @a@b x",
        "send echo@a@b [",
        "send echo@a@b x y",
        "send echo@a@b x --wait x",
        "send echo@a@b x --wait 0",
        "send echo@a@b x --wait 0.5",
        "send echo@a@b x --wait 5m",
        "send echo@a@b x --wait 9999999999",
        "practice x",
        "practice --nodes 1",
        "practice --nodes 51",
        "practice --nodes x",
        "practice --epmd-port 99999",
        "term --from json",
        "term --from xml",
        "term --to xml",
        "term x",
    };
    for (const char *line : lines)
        QTest::newRow(line) << words(line);
}

void tst_CommandLine::wrongUse()
{
    QFETCH(QStringList, line);
    const CommandRun run = runCommand(line);
    QCOMPARE(run.status, ExitStatus::WrongUse);
    QCOMPARE(run.output, QByteArray());
    QVERIFY(run.errors.startsWith("nodescope-cli: "));
    QVERIFY(run.errors.endsWith('\n'));
}

void tst_CommandLine::saysWhatIsMissing()
{
    const auto said = [](const char *line) { return runCommand(words(line)).errors; };
    QVERIFY(said("topology").contains("NODE is missing; for example: nodescope-cli topology "));
    QVERIFY(said("doctor").contains("NODE is missing; for example: nodescope-cli doctor "));
    QVERIFY(said("call a@b").contains("EXPRESSION is missing"));
    QVERIFY(said("connect a@b").contains("B is missing"));
    QVERIFY(said("record f").contains("NODE is missing"));
    QVERIFY(said("term {a,").contains("too much: {a,; it reads the standard input"));
    for (const cli::Command &command : cli::allCommands())
        QVERIFY2(command.minArguments == 0 || !command.example.isEmpty(), qPrintable(command.name));
}

void tst_CommandLine::helpNamesEveryCommand()
{
    const CommandRun run = runCommand({QStringLiteral("--help")});
    QCOMPARE(run.status, ExitStatus::Done);
    for (const char *name : {"names", "topology", "watch", "call", "connect", "doctor", "send", "practice",
                             "term", "dissect", "explain", "lint", "listen"})
        QVERIFY2(run.output.contains(QByteArray(QByteArray("\n  ") + name + ' ')), name);
}

void tst_CommandLine::helpOfACommandNamesItsOptions()
{
    const QList<cli::Command> commands = cli::allCommands();
    for (const cli::Command &command : commands) {
        const CommandRun run = runCommand({QStringLiteral("help"), command.name});
        QCOMPARE(run.status, ExitStatus::Done);
        QCOMPARE(runCommand({command.name, QStringLiteral("--help")}).output, run.output);
        for (const cli::Option &option : command.options)
            QVERIFY2(run.output.contains(QByteArray("--" + option.name.toUtf8())), qPrintable(option.name));
        // No command takes a cookie as an argument.
        QVERIFY(!run.output.contains("--cookie "));
    }
}

void tst_CommandLine::tellsItsVersion()
{
    const CommandRun run = runCommand({QStringLiteral("--version")});
    QCOMPARE(run.status, ExitStatus::Done);
    QCOMPARE(run.output, QByteArray("nodescope-cli 1.2.3\n"));
}

void tst_CommandLine::needsACookie()
{
    for (const char *line : {"topology a@127.0.0.1", "watch a@127.0.0.1", "call a@127.0.0.1 m f",
                             "connect a@127.0.0.1 b@127.0.0.1", "send x@a@127.0.0.1 y"}) {
        const CommandRun run = runCommand(words(line));
        QCOMPARE(run.status, ExitStatus::WrongUse);
        QVERIFY2(run.errors.contains("--cookie-file"), run.errors.constData());
    }
}

void tst_CommandLine::refusesABadCookieFile()
{
    QFile file(m_home.filePath(QStringLiteral("bad")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const QByteArray &content : {QByteArray(), QByteArray("a\001b"), QByteArray(300, 'x')}) {
        QVERIFY(file.resize(0) && file.seek(0));
        file.write(content);
        file.flush();
        const CommandRun run =
            runCommand(words("call a@127.0.0.1 m f --json --cookie-file") + QStringList(file.fileName()));
        QCOMPARE(run.status, ExitStatus::WrongUse);
        QVERIFY(run.errors.contains("no_cookie"));
    }
    const CommandRun missing = runCommand(words("call a@127.0.0.1 m f --cookie-file /nonexistent/cookie"));
    QCOMPARE(missing.status, ExitStatus::WrongUse);
    QVERIFY(missing.errors.contains("/nonexistent/cookie"));
}

void tst_CommandLine::refusesABadPortInTheEnvironment()
{
    qputenv("ERL_EPMD_PORT", "many");
    const CommandRun run = runCommand(words("names"));
    qunsetenv("ERL_EPMD_PORT");
    QCOMPARE(run.status, ExitStatus::WrongUse);
    QVERIFY(run.errors.contains("ERL_EPMD_PORT"));
}

void tst_CommandLine::neverEchoesACookie()
{
    for (const char *line : {"call a@b m f --cookie planted-secret", "call a@b m f --cookie=planted-secret",
                             "--cookie=planted-secret", "--setcookie=planted-secret"}) {
        const CommandRun run = runCommand(words(line));
        QCOMPARE(run.status, ExitStatus::WrongUse);
        QVERIFY(!run.errors.contains("planted-secret"));
    }
}

void tst_CommandLine::tellsErrorsAsJson()
{
    const CommandRun run = runCommand(words("call nobody m f --json"));
    QCOMPARE(run.status, ExitStatus::WrongUse);
    QCOMPARE(run.error().value(QStringLiteral("id")).toString(), QStringLiteral("wrong_use"));
    QVERIFY(run.error().value(QStringLiteral("text")).toString().contains(QStringLiteral("nobody")));
}

void tst_CommandLine::pointsAtWhatWasTyped()
{
    const CommandRun run =
        runCommand({QStringLiteral("send"), QStringLiteral("x@a@b"), QStringLiteral("{self(), X}")});
    QCOMPARE(run.status, ExitStatus::WrongUse);
    QVERIFY2(run.errors.contains("1:10: "), run.errors.constData());
    QVERIFY2(run.errors.contains("\n{self(), X}\n         ^\n"), run.errors.constData());
}

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_CommandLine.moc"
