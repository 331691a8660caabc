#include <QTemporaryDir>
#include <QTest>

#include "dist/CookieSource.h"
#include "doctor/CookieText.h"

using namespace nodescope;
using doctor::chosenCookie;
using doctor::cookieProblemText;

class tst_CookieText : public QObject
{
    Q_OBJECT
    using Kind = dist::CookieError::Kind;

private Q_SLOTS:
    void saysWhatIsWrong_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, Kind kind, const char *text) {
            QTest::newRow(name) << int(kind) << QString::fromLatin1(text);
        };
        row("not found", Kind::NotFound, "There is no cookie file /it's.");
        row("unreadable", Kind::Unreadable,
            "The cookie file /it's cannot be read: %1 denied. You must be its owner.");
        row("not a file", Kind::NotAFile, "/it's is no file that could hold a cookie.");
        row("too open", Kind::TooOpen,
            "Others may read the cookie file /it's (its mode is 0044). Make it yours alone: chmod 600 "
            "'/it'\\''s'");
        row("empty", Kind::Empty, "There is no cookie in /it's: it is empty.");
        row("too long", Kind::TooLong, "The cookie in /it's has more than 255 characters.");
        row("bad characters", Kind::BadCharacters,
            "The cookie in /it's holds a character that no cookie may have, at byte 7.");
        row("not set", Kind::NotSet, "The environment variable /it's is not set.");
    }
    void saysWhatIsWrong()
    {
        QFETCH(int, kind);
        dist::CookieError error;
        error.kind = Kind(kind);
        error.source = QStringLiteral("/it's");
        error.mode = 0044;
        error.offset = 7;
        error.detail = QStringLiteral("%1 denied");
        QTEST(cookieProblemText(error), "text");
    }

    void readsTheFileThatIsChosen()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("cookie")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("secret\n");
        file.close();
        // A container's secret is readable for all, and the person has chosen it.
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ReadOther));
        const auto cookie = chosenCookie(file.fileName());
        QVERIFY(cookie.ok());
        QCOMPARE(cookie->reveal().toByteArray(), QByteArray("secret"));
    }
    void saysWhyTheChosenFileHoldsNone()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("cookie")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("secret\tkept");
        file.close();
        const auto cookie = chosenCookie(file.fileName());
        QVERIFY(!cookie.ok());
        QVERIFY2(cookie.error().contains(QLatin1String("at byte 6")), qPrintable(cookie.error()));
        QVERIFY(!cookie.error().contains(QLatin1String("secret")));
        QVERIFY(!cookie.error().contains(QLatin1String("kept")));
        QVERIFY(chosenCookie(folder.filePath(QStringLiteral("none")))
                    .error()
                    .startsWith(QLatin1String("There is no cookie file")));
    }
};

QTEST_GUILESS_MAIN(tst_CookieText)
#include "tst_CookieText.moc"
