#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "widgets/common/LanguageManager.h"
#include "widgets/welcome/NameList.h"
#include "widgets/welcome/WelcomePage.h"

using namespace nodescope;
using namespace nodescope::widgets;

class tst_WelcomePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsRecentRecordings()
    {
        LanguageManager languages(*qApp);
        languages.choose(QStringLiteral("en"));
        QTemporaryDir home;
        QSettings settings(home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        cluster::ClusterStore store;
        RecentNodes nodes(settings);
        RecentRecordings recordings(settings);
        ProfileStore profiles(settings);
        QAction action;
        WelcomePage page(store, nodes, recordings, profiles, action, action, action, action);
        QSignalSpy chosen(&page, &WelcomePage::recordingChosen);
        auto *list = page.findChild<NameList *>(QStringLiteral("recentRecordings"));
        page.show();
        QVERIFY(list->isHidden());
        const QString gone = home.filePath(QStringLiteral("gone.nodescope"));
        const QString there = home.filePath(QStringLiteral("there.nodescope"));
        QFile file(there);
        QVERIFY(file.open(QIODevice::WriteOnly));
        recordings.add(gone);
        recordings.add(there);
        QVERIFY(!list->isHidden());
        QList<QPushButton *> rows;
        for (QPushButton *button : list->findChildren<QPushButton *>()) {
            if (button != list->button())
                rows.append(button);
        }
        QCOMPARE(rows.size(), 2);
        QVERIFY(rows.first()->isEnabled() && !rows.last()->isEnabled());
        rows.first()->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), there);
        list->button()->click();
        QVERIFY(list->isHidden());
    }
};

QTEST_MAIN(tst_WelcomePage)
#include "tst_WelcomePage.moc"
