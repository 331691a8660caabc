#include "integration/cli/Cli.h"

using namespace nodescope::test;

/// The program's standard streams: closed, full, binary, and with input that means harm.
class tst_CliStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhenOutputIsLost();
    void endsQuietlyWhenNobodyReads();
    void livesWithClosedStreams();
    void survivesHostileInput_data();
    void survivesHostileInput();
    void keepsBytesExact();
    void speaksTheLanguageAsked();

private:
    /// Through a shell, for redirections; the program is "$0".
    [[nodiscard]] static Cli::Outcome shell(const QString &line)
    {
        QProcess process;
        process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), line, QStringLiteral(NODESCOPE_CLI)});
        Cli::Outcome outcome;
        if (process.waitForFinished(Cli::Wait) && process.exitStatus() == QProcess::NormalExit)
            outcome.status = process.exitCode();
        outcome.output = process.readAllStandardOutput();
        outcome.errors = process.readAllStandardError();
        return outcome;
    }

    Cli m_cli{1};
};

void tst_CliStreams::saysWhenOutputIsLost()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("there is no /dev/full");
    const Cli::Outcome outcome = shell(QStringLiteral("echo ok | \"$0\" term > /dev/full"));
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.startsWith("nodescope-cli: "), outcome.errors.constData());
}

void tst_CliStreams::endsQuietlyWhenNobodyReads()
{
    const Cli::Outcome outcome =
        shell(QStringLiteral("(sleep 0.2; \"$0\" help; echo \"status $?\" >&2) | true"));
    QCOMPARE(outcome.errors, QByteArray("status 0\n"));
}

void tst_CliStreams::livesWithClosedStreams()
{
    QCOMPARE(shell(QStringLiteral("\"$0\" term <&-")).status, 1);
    QCOMPARE(shell(QStringLiteral("echo ok | \"$0\" term >&-")).status, 0);
    QCOMPARE(shell(QStringLiteral("echo ok | \"$0\" term 2>&-")).output, QByteArray(":ok\n"));
}

void tst_CliStreams::survivesHostileInput_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QByteArray>("input");
    const auto row = [](const char *name, const char *form, const QByteArray &input) {
        QTest::newRow(name) << QString::fromLatin1(form) << input;
    };
    row("deep", "erlang", QByteArray(1'000'000, '['));
    row("deep maps", "elixir", QByteArray("%{a: ").repeated(200'000));
    row("zeros", "erlang", QByteArray(100'000, '\0'));
    row("long atom", "erlang", '\'' + QByteArray(1'000'000, 'a') + '\'');
    row("many digits", "erlang", QByteArray(5'000'000, '9'));
    row("base out of range", "erlang", "99#1");
    row("open quote", "elixir", '"' + QByteArray(1'000'000, '\\'));
    row("huge list", "etf", QByteArray::fromHex("836cffffffff"));
    row("huge binary", "etf", QByteArray::fromHex("836dffffffff"));
    row("huge bignum", "etf", QByteArray::fromHex("836fffffffff00"));
    row("bomb", "etf", QByteArray::fromHex("8350ffffffff789c0300000000"));
    row("deep tuples", "etf", '\x83' + QByteArray("\x68\x01").repeated(1'000'000));
    row("not base64", "base64", QByteArray(100'000, '='));
}

void tst_CliStreams::survivesHostileInput()
{
    QFETCH(QString, form);
    QFETCH(QByteArray, input);
    const Cli::Outcome outcome = m_cli.runBare(
        {QStringLiteral("term"), QStringLiteral("--from"), form, QStringLiteral("--json")}, input);
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.output, QByteArray());
    const QJsonObject error = QJsonDocument::fromJson(outcome.errors).object()[u"error"].toObject();
    QVERIFY2(!error[u"id"].toString().isEmpty(), outcome.errors.constData());
    QVERIFY(outcome.errors.size() < 1'000);
}

void tst_CliStreams::keepsBytesExact()
{
    const QByteArray etf = QByteArray::fromHex("836d000000060a0d00ff801a");
    const Cli::Outcome there =
        m_cli.runBare({QStringLiteral("term"), QStringLiteral("--from"), QStringLiteral("etf"),
                       QStringLiteral("--to"), QStringLiteral("elixir")},
                      etf);
    QCOMPARE(there.status, 0);
    const Cli::Outcome back =
        m_cli.runBare({QStringLiteral("term"), QStringLiteral("--from"), QStringLiteral("elixir"),
                       QStringLiteral("--to"), QStringLiteral("etf")},
                      there.output);
    QCOMPARE(back.output, etf);
}

void tst_CliStreams::speaksTheLanguageAsked()
{
    const QByteArray english = shell(QStringLiteral("LC_ALL=en_GB.UTF-8 \"$0\" --help")).output;
    const QByteArray portuguese = shell(QStringLiteral("LC_ALL=pt_BR.UTF-8 \"$0\" --help")).output;
    QVERIFY(english.contains("run a practice cluster"));
    QVERIFY(!portuguese.isEmpty());
    if (portuguese == english)
        QSKIP("built without catalogues");
    // What scripts read is the same in every language.
    QCOMPARE(shell(QStringLiteral("echo '{a,' | LC_ALL=pt_BR.UTF-8 \"$0\" term --json")).status, 1);
}

QTEST_GUILESS_MAIN(tst_CliStreams)
#include "tst_CliStreams.moc"
