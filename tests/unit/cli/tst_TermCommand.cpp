#include <QTest>

#include "unit/cli/CommandRun.h"

using namespace nodescope;
using cli::ExitStatus;
using test::CommandRun;
using test::runCommand;

namespace {
CommandRun translate(const char *from, const char *to, const QByteArray &input)
{
    return runCommand({QStringLiteral("term"), QStringLiteral("--from"), QLatin1String(from),
                       QStringLiteral("--to"), QLatin1String(to)},
                      input);
}
} // namespace

class tst_TermCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void translates_data();
    void translates();
    void choosesTheOtherSyntax();
    void isBinaryExact();
    void pointsAtErrors_data();
    void pointsAtErrors();
    void tellsErrorsAsJson();
    void leavesOutTrailingBytes();
};

void tst_TermCommand::translates_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("output");
    const auto row = [](const char *from, const char *to, const QByteArray &input, const QByteArray &output) {
        QTest::addRow("%s to %s: %s", from, to, input.toHex().constData())
            << QByteArray(from) << QByteArray(to) << input << output;
    };
    row("erlang", "erlang", "{ok, [1,\n 2]}. % done", "{ok,[1,2]}\n");
    row("erlang", "elixir", "#{a => <<\"x\">>}", "%{a: \"x\"}\n");
    row("elixir", "erlang", "{:ok, nil, [a: 1]}", "{ok,nil,[{a,1}]}\n");
    row("erlang", "etf", "{ok,1}", QByteArray::fromHex("8368027702 6f6b6101"));
    row("etf", "erlang", QByteArray::fromHex("83680277026f6b6101"), "{ok,1}\n");
    row("erlang", "base64", "ok", QByteArray::fromHex("8377026f6b").toBase64() + '\n');
    row("erlang", "hex", "ok", "8377026f6b\n");
    row("hex", "erlang", "83 77 02 6F\n6B", "ok\n");
    row("base64", "erlang", " g3cC\nb2s= ", "ok\n");
    row("erlang", "json", "{ok, <<\"x\">>, 1}", "{\"$tuple\":[{\"$atom\":\"ok\"},\"x\",1]}\n");
}

void tst_TermCommand::translates()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, output);
    const CommandRun run = translate(from.constData(), to.constData(), input);
    QCOMPARE(run.errors, QByteArray());
    QCOMPARE(run.status, ExitStatus::Done);
    QCOMPARE(run.output, output);
}

void tst_TermCommand::choosesTheOtherSyntax()
{
    QCOMPARE(runCommand({QStringLiteral("term")}, "{a,1}").output, QByteArray("{:a, 1}\n"));
    QCOMPARE(runCommand({QStringLiteral("term"), QStringLiteral("--from=elixir")}, "{:a, 1}").output,
             QByteArray("{a,1}\n"));
    QCOMPARE(runCommand({QStringLiteral("term"), QStringLiteral("--json")}, "[1]").output,
             QByteArray("[1]\n"));
}

void tst_TermCommand::isBinaryExact()
{
    // A line end within, a zero and a byte that is no UTF-8: nothing is added, nothing changed.
    const QByteArray etf = QByteArray::fromHex("836d000000040a00ff0d");
    QCOMPARE(translate("etf", "etf", etf).output, etf);
}

void tst_TermCommand::pointsAtErrors_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("empty") << QByteArray("erlang") << QByteArray() << QByteArray("1:1: ");
    QTest::newRow("open") << QByteArray("erlang") << QByteArray("{ok,\n [1,") << QByteArray("2:2: ");
    QTest::newRow("variable") << QByteArray("erlang") << QByteArray("{ok, X}") << QByteArray("1:6: ");
    QTest::newRow("trailing") << QByteArray("erlang") << QByteArray("a b") << QByteArray("1:3: ");
    QTest::newRow("caret") << QByteArray("erlang") << QByteArray("{a b}") << QByteArray("\n{a b}\n   ^\n");
    QTest::newRow("escape") << QByteArray("erlang") << QByteArray("\x1b[31m") << QByteArray("\\x{1b}");
    QTest::newRow("utf8") << QByteArray("erlang") << QByteArray("\xff") << QByteArray("UTF-8");
    QTest::newRow("etf") << QByteArray("etf") << QByteArray("\x83\x68\x02\x61\x01") << QByteArray("byte");
    QTest::newRow("no etf") << QByteArray("etf") << QByteArray("hello") << QByteArray("bad_version");
    QTest::newRow("hex") << QByteArray("hex") << QByteArray("837g") << QByteArray("hex");
    QTest::newRow("base64") << QByteArray("base64") << QByteArray("%%%") << QByteArray("base64");
}

void tst_TermCommand::pointsAtErrors()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, error);
    const CommandRun run = translate(from.constData(), "json", input);
    QCOMPARE(run.status, ExitStatus::Failed);
    QCOMPARE(run.output, QByteArray());
    QVERIFY2(run.errors.contains(error), run.errors.constData());
    QVERIFY(!run.errors.contains('\x1b'));
}

void tst_TermCommand::tellsErrorsAsJson()
{
    const CommandRun run = runCommand({QStringLiteral("term"), QStringLiteral("--json")}, "{a,\n b");
    QCOMPARE(run.status, ExitStatus::Failed);
    QCOMPARE(run.error().value(QStringLiteral("code")).toString(), QStringLiteral("unexpected_end"));
    QCOMPARE(run.error().value(QStringLiteral("line")).toInt(), 1);
    QCOMPARE(run.error().value(QStringLiteral("column")).toInt(), 1);
}

void tst_TermCommand::leavesOutTrailingBytes()
{
    const CommandRun run = translate("etf", "erlang", QByteArray::fromHex("83610101"));
    QCOMPARE(run.status, ExitStatus::Done);
    QCOMPARE(run.output, QByteArray("1\n"));
    QVERIFY(run.errors.contains("left out"));
}

QTEST_GUILESS_MAIN(tst_TermCommand)
#include "tst_TermCommand.moc"
