#include <sys/stat.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>

#include "dist/CookieSource.h"

using namespace nodescope;
using namespace nodescope::dist;
using Kind = CookieError::Kind;

class tst_CookieSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesAsOtpDoes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("cookie");
        QTest::newRow("plain") << QByteArray("ABC") << QByteArray("ABC");
        QTest::newRow("newline") << QByteArray("ABC\n") << QByteArray("ABC");
        QTest::newRow("windows line end") << QByteArray("ABC\r\n") << QByteArray("ABC");
        QTest::newRow("spaces belong to it") << QByteArray(" A B \n") << QByteArray(" A B ");
        QTest::newRow("spaces behind the line") << QByteArray("AB\n  \n") << QByteArray("AB");
        QTest::newRow("hash") << QByteArray("a#b") << QByteArray("a#b");
        QTest::newRow("longest") << QByteArray(255, 'x') << QByteArray(255, 'x');
    }
    void parsesAsOtpDoes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, cookie);
        const CookieResult result = parseCookie(bytes, QStringLiteral("here"));
        QVERIFY(result.ok());
        QCOMPARE(result->reveal().toByteArray(), cookie);
    }

    void refusesAsOtpDoes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        QTest::addColumn<qsizetype>("offset");
        QTest::newRow("nothing") << QByteArray("") << int(Kind::Empty) << qsizetype(0);
        QTest::newRow("only a newline") << QByteArray("\n") << int(Kind::Empty) << qsizetype(0);
        QTest::newRow("two lines") << QByteArray("ab\ncd") << int(Kind::BadCharacters) << qsizetype(3);
        QTest::newRow("tab") << QByteArray("a\tb") << int(Kind::BadCharacters) << qsizetype(1);
        QTest::newRow("utf-8") << QByteArray("k\xc3\xa4se") << int(Kind::BadCharacters) << qsizetype(1);
        QTest::newRow("too long") << QByteArray(256, 'x') << int(Kind::TooLong) << qsizetype(0);
    }
    void refusesAsOtpDoes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        QFETCH(qsizetype, offset);
        const CookieResult result = parseCookie(bytes, QStringLiteral("here"));
        QVERIFY(!result.ok());
        QCOMPARE(int(result.error().kind), kind);
        QCOMPARE(result.error().offset, offset);
        QCOMPARE(result.error().source, QStringLiteral("here"));
    }

    void readsAFileOfTheOwner()
    {
        const QString path = write("secret\n", 0400);
        const CookieResult result = readCookieFile(path);
        QVERIFY(result.ok());
        QCOMPARE(result->reveal().toByteArray(), QByteArray("secret"));
    }

    void refusesAFileThatOthersCanRead()
    {
        const QString path = write("secret\n", 0644);
        const CookieResult result = readCookieFile(path);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().kind, Kind::TooOpen);
        QCOMPARE(result.error().mode, 0644u);
        QVERIFY(readCookieFile(path, CookieFileMode::Any).ok());
    }

    void tellsWhatIsWrongWithAPath()
    {
        QCOMPARE(readCookieFile(m_dir.filePath(QStringLiteral("missing"))).error().kind, Kind::NotFound);
        QCOMPARE(readCookieFile(m_dir.path()).error().kind, Kind::NotAFile);
        const QString pipe = m_dir.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
        QCOMPARE(readCookieFile(pipe).error().kind, Kind::NotAFile);
    }

    void tellsAnUnreadableFile()
    {
        if (::geteuid() == 0)
            QSKIP("root can read everything");
        const CookieResult result = readCookieFile(write("secret\n", 0000));
        QCOMPARE(result.error().kind, Kind::Unreadable);
        QVERIFY(!result.error().detail.isEmpty());
    }

    void readsTheEnvironment()
    {
        qunsetenv("NODESCOPE_COOKIE");
        QCOMPARE(readCookieEnvironment().error().kind, Kind::NotSet);
        qputenv("NODESCOPE_COOKIE", "fromthere");
        const CookieResult result = readCookieEnvironment();
        QVERIFY(result.ok());
        QCOMPARE(result->reveal().toByteArray(), QByteArray("fromthere"));
        qunsetenv("NODESCOPE_COOKIE");
    }

private:
    [[nodiscard]] QString write(const QByteArray &bytes, mode_t mode)
    {
        const QString path = m_dir.filePath(QStringLiteral("cookie%1").arg(++m_count));
        QFile file(path);
        if (!file.open(QFile::WriteOnly))
            return {};
        file.write(bytes);
        file.close();
        ::chmod(path.toLocal8Bit().constData(), mode);
        return path;
    }

    QTemporaryDir m_dir;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(tst_CookieSource)
#include "tst_CookieSource.moc"
