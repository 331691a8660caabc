#include <QTemporaryDir>
#include <QtTest>

#include "widgets/connect/CookieFile.h"

using namespace nodescope::widgets;

class tst_CookieFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("cookie");
        QTest::newRow("bare") << QByteArray("secret") << QByteArray("secret");
        QTest::newRow("line feed") << QByteArray("secret\n") << QByteArray("secret");
        QTest::newRow("carriage return") << QByteArray("secret\r\nmore") << QByteArray("secret");
        QTest::newRow("inner blank") << QByteArray("se cret") << QByteArray("se cret");
    }
    void reads()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, cookie);
        const auto read = readCookieFile(write(content));
        QVERIFY(read.ok());
        QCOMPARE(read->reveal().toByteArray(), cookie);
    }
    void refuses()
    {
        QCOMPARE(readCookieFile(write("\n")).error().kind, CookieFileError::Kind::Empty);
        QCOMPARE(readCookieFile(write("")).error().kind, CookieFileError::Kind::Empty);
        QCOMPARE(readCookieFile(write(QByteArray(100000, 'x'))).error().kind,
                 CookieFileError::Kind::TooLarge);
        const auto missing = readCookieFile(m_home.filePath(QStringLiteral("none")));
        QCOMPARE(missing.error().kind, CookieFileError::Kind::NotReadable);
        QVERIFY(!sentenceFor(missing.error()).isEmpty());
    }

private:
    QString write(const QByteArray &content)
    {
        const QString path = m_home.filePath(QStringLiteral("cookie"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the test's file");
        return path;
    }
    QTemporaryDir m_home;
};

QTEST_GUILESS_MAIN(tst_CookieFile)
#include "tst_CookieFile.moc"
