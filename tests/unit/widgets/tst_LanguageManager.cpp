#include <QApplication>
#include <QPushButton>
#include <QtTest>

#include "doctor/CauseText.h"
#include "widgets/common/LanguageManager.h"
#include "widgets/inspector/RepairView.h"

using namespace nodescope;
using namespace nodescope::widgets;

class tst_LanguageManager : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switchesWhileRunning()
    {
        LanguageManager languages(*qApp);
        QSignalSpy changed(&languages, &LanguageManager::changed);
        languages.choose(QStringLiteral("en"));
        QCOMPARE(doctor::titleOf(cluster::Cause::CookieMismatch), QStringLiteral("The cookies differ."));
        languages.choose(QStringLiteral("pt_BR"));
        QCOMPARE(doctor::titleOf(cluster::Cause::CookieMismatch),
                 QStringLiteral("Os cookies são diferentes."));
        QCOMPARE(QLocale().language(), QLocale::Portuguese);
        QVERIFY(!changed.isEmpty());
        languages.choose(QStringLiteral("en"));
        QCOMPARE(doctor::titleOf(cluster::Cause::CookieMismatch), QStringLiteral("The cookies differ."));
    }
    void everyCauseAndRungHasWordsInBoth()
    {
        LanguageManager languages(*qApp);
        for (const LanguageManager::Language &language : LanguageManager::available()) {
            languages.choose(language.code);
            for (const cluster::Cause cause : cluster::allCauses()) {
                QVERIFY(!doctor::titleOf(cause).isEmpty());
                QVERIFY(!doctor::briefOf(cause).isEmpty());
            }
        }
        languages.choose(QStringLiteral("en"));
        const QString english = doctor::titleOf(cluster::Rung::HostResolves);
        languages.choose(QStringLiteral("pt_BR"));
        QVERIFY(doctor::titleOf(cluster::Rung::HostResolves) != english);
    }
};

QTEST_MAIN(tst_LanguageManager)
#include "tst_LanguageManager.moc"
