#include <QtTest>

#include "session/discovery/HostsFileText.h"

using namespace nodescope::session;

/// `.hosts.erlang` as people and OTP write it.
class tst_HostsFileText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("hosts");
        QTest::newRow("empty") << QByteArray() << QStringList();
        QTest::newRow("comment alone") << QByteArray("%% none yet\n") << QStringList();
        QTest::newRow("as the manual has it")
            << QByteArray("'super.eua.ericsson.se'.\n'renat.eua.ericsson.se'.\n'grouse.eua.ericsson.se'.\n"
                          "'gauffin1.eua.ericsson.se'.\n")
            << QStringList{QStringLiteral("super.eua.ericsson.se"), QStringLiteral("renat.eua.ericsson.se"),
                           QStringLiteral("grouse.eua.ericsson.se"),
                           QStringLiteral("gauffin1.eua.ericsson.se")};
        QTest::newRow("comments, strings, twice, the old end, no last line end")
            << QByteArray("% ours\ndb1. % the first\n\"db2\".\n'db1'.\n''.\n'10.0.0.7'.")
            << QStringList{QStringLiteral("db1"), QStringLiteral("db2"), QStringLiteral("10.0.0.7")};
        QTest::newRow("carriage returns")
            << QByteArray("db1.\r\ndb2.\r\n") << QStringList{QStringLiteral("db1"), QStringLiteral("db2")};
    }
    void reads()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QStringList, hosts);
        const auto read = readHostsFile(text);
        QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().what));
        QCOMPARE(*read, hosts);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("what");
        QTest::newRow("a number") << QByteArray("db1.\n\n42.\n") << 3 << QStringLiteral("not_a_host");
        QTest::newRow("a node") << QByteArray("db1.\n'a@db1'.\n") << 2 << QStringLiteral("not_a_host");
        QTest::newRow("a tuple") << QByteArray("{db1}.\n") << 1 << QStringLiteral("not_a_host");
        QTest::newRow("open quote") << QByteArray("db1.\n'db2.\n") << 2
                                    << QStringLiteral("unterminated_text");
        QTest::newRow("a variable") << QByteArray("Db1.\n") << 1 << QStringLiteral("not_data");
        QTest::newRow("huge") << QByteArray(MaxHostsFileBytes + 1, ' ') << 1 << QStringLiteral("too_large");
        QByteArray many;
        for (int i = 0; i <= MaxHostsOfFile; ++i)
            many += 'h' + QByteArray::number(i) + ".\n";
        QTest::newRow("too many") << many << int(MaxHostsOfFile) + 1 << QStringLiteral("too_many");
    }
    void refuses()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, line);
        QFETCH(const QString, what);
        const auto read = readHostsFile(text);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().what, what);
        QCOMPARE(read.error().line, line);
    }
};

QTEST_GUILESS_MAIN(tst_HostsFileText)
#include "tst_HostsFileText.moc"
