#include <QtTest>

#include "lab/CookieFiles.h"

using namespace nodescope;

class tst_CookieFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPrivateFileThatGoes()
    {
        QString path;
        {
            lab::CookieFiles files;
            const auto made = files.obtain({}, QStringLiteral("cookie"));
            QVERIFY(made.ok());
            path = made->path;
            QCOMPARE(QFile::permissions(path) & AllOthers, QFileDevice::Permissions());
            QVERIFY(!(QFile::permissions(path) & QFileDevice::WriteOwner));
            const QString folder = QFileInfo(path).path();
            QCOMPARE(QFile::permissions(folder) & AllOthers, QFileDevice::Permissions());
            const auto read = dist::readCookieFile(path);
            QVERIFY(read.ok());
            QVERIFY(read->equals(made->cookie));
            QCOMPARE(made->cookie.reveal().size(), qsizetype(20));
            const auto other = files.obtain({}, QStringLiteral("other"));
            QVERIFY(other.ok());
            QVERIFY(!other->cookie.equals(made->cookie));
        }
        QVERIFY(!QFile::exists(path));
        QVERIFY(!QFile::exists(QFileInfo(path).path()));
    }
    void aNamedFileIsMadeAndStays()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("cookie"));
        base::Secret first;
        {
            lab::CookieFiles files;
            const auto made = files.obtain(path, {});
            QVERIFY(made.ok());
            first = made->cookie;
        }
        lab::CookieFiles files;
        const auto again = files.obtain(path, {});
        QVERIFY(again.ok());
        QVERIFY(again->cookie.equals(first));
    }
    void aFileThatOthersReadIsRefused()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("cookie")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("secret");
        file.close();
        QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::ReadOther));
        lab::CookieFiles files;
        const auto result = files.obtain(file.fileName(), {});
        QVERIFY(!result.ok());
        QVERIFY(result.error().unusable);
        QCOMPARE(result.error().unusable->kind, dist::CookieError::Kind::TooOpen);
    }
    void aFolderThatIsNotThere()
    {
        lab::CookieFiles files;
        const auto result = files.obtain(QStringLiteral("/nowhere/at/all"), {});
        QVERIFY(!result.ok());
        QVERIFY(!result.error().detail.isEmpty());
    }

private:
    static constexpr QFileDevice::Permissions AllOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                                          QFileDevice::ExeGroup | QFileDevice::ReadOther |
                                                          QFileDevice::WriteOther | QFileDevice::ExeOther;
};

QTEST_GUILESS_MAIN(tst_CookieFiles)
#include "tst_CookieFiles.moc"
