#include <QTest>

#include "cli/Arguments.h"

using nodescope::cli::Arguments;
using nodescope::cli::Option;

class tst_Arguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOptionsAndWordsApart();
    void endsOptionsAtTwoDashes();
    void takesNegativeNumbersForWords();
    void refuses_data();
    void refuses();

private:
    const QList<Option> m_options{{QStringLiteral("port"), QStringLiteral("PORT"), {}},
                                  {QStringLiteral("json"), {}, {}},
                                  {QStringLiteral("cookie"), QStringLiteral("COOKIE"), {}}};
};

void tst_Arguments::takesOptionsAndWordsApart()
{
    const auto arguments =
        Arguments::parse({QStringLiteral("a"), QStringLiteral("--port"), QStringLiteral("1"),
                          QStringLiteral("b"), QStringLiteral("--json"), QStringLiteral("--port=x=2")},
                         m_options);
    QVERIFY(arguments.ok());
    QCOMPARE(arguments->positional(), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    QVERIFY(arguments->has(QStringLiteral("json")));
    QCOMPARE(arguments->value(QStringLiteral("port")), QStringLiteral("x=2"));
}

void tst_Arguments::endsOptionsAtTwoDashes()
{
    const auto arguments = Arguments::parse({QStringLiteral("--"), QStringLiteral("--json")}, m_options);
    QVERIFY(arguments.ok());
    QVERIFY(!arguments->has(QStringLiteral("json")));
    QCOMPARE(arguments->positional(), QStringList(QStringLiteral("--json")));
}

void tst_Arguments::takesNegativeNumbersForWords()
{
    const auto arguments = Arguments::parse({QStringLiteral("-1"), QStringLiteral("-")}, m_options);
    QVERIFY(arguments.ok());
    QCOMPARE(arguments->positional().size(), 2);
}

void tst_Arguments::refuses_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("unknown") << QStringList{QStringLiteral("--nosuch=1")} << QStringLiteral("--nosuch");
    QTest::newRow("short") << QStringList{QStringLiteral("-port")} << QStringLiteral("-port");
    QTest::newRow("value missing") << QStringList{QStringLiteral("--port")} << QStringLiteral("PORT");
    QTest::newRow("value too many") << QStringList{QStringLiteral("--json=1")} << QStringLiteral("no value");
    QTest::newRow("cookie") << QStringList{QStringLiteral("--cookie"), QStringLiteral("x")}
                            << QStringLiteral("--cookie-file");
    QTest::newRow("cookie=") << QStringList{QStringLiteral("--cookie=x")} << QStringLiteral("--cookie-file");
    QTest::newRow("setcookie") << QStringList{QStringLiteral("-setcookie"), QStringLiteral("x")}
                               << QStringLiteral("--cookie-file");
}

void tst_Arguments::refuses()
{
    QFETCH(QStringList, words);
    QFETCH(QString, complaint);
    const auto arguments = Arguments::parse(words, m_options);
    QVERIFY(!arguments.ok());
    QVERIFY2(arguments.error().contains(complaint), qPrintable(arguments.error()));
}

QTEST_APPLESS_MAIN(tst_Arguments)
#include "tst_Arguments.moc"
