#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QtTest>

#include "widgets/mainwindow/CommandPalette.h"
#include "widgets/mainwindow/ShortcutsDialog.h"

using namespace nodescope::widgets;

class tst_CommandPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scoresBeginningsHighest()
    {
        QAction action(QStringLiteral("Zoom &In"));
        QVERIFY(CommandPalette::score(&action, QStringLiteral("zoom")) >
                CommandPalette::score(&action, QStringLiteral("in")));
        QVERIFY(CommandPalette::score(&action, QStringLiteral("in zo")) > 0);
        QCOMPARE(CommandPalette::score(&action, QStringLiteral("zoom out")), 0);
        QVERIFY(CommandPalette::score(&action, QString()) > 0);
    }
    /// `Picture` alone says little.
    void submenusAreNamed()
    {
        QMenu menu(QStringLiteral("&Cluster"));
        QAction *connectTo = menu.addAction(QStringLiteral("&Connect…"));
        QAction *picture = menu.addMenu(QStringLiteral("E&xport"))->addAction(QStringLiteral("&Picture…"));
        QCOMPARE(titleOf(connectTo), QStringLiteral("Connect"));
        QCOMPARE(titleOf(picture), QStringLiteral("Export › Picture"));
        QVERIFY(CommandPalette::score(picture, QStringLiteral("export")) > 0);
    }
    void runsWhatIsFound()
    {
        QWidget window;
        window.resize(800, 600);
        window.show();
        QAction connectTo(QStringLiteral("&Connect…"));
        QAction quit(QStringLiteral("&Quit"));
        QAction off(QStringLiteral("Conference"));
        off.setEnabled(false);
        CommandPalette palette({&off, &quit, &connectTo}, &window);
        palette.show();
        auto *field = palette.findChild<QLineEdit *>();
        QTest::keyClicks(field, QStringLiteral("con"));
        // What is not available comes last.
        QCOMPARE(palette.findChild<QListWidget *>()->count(), 2);
        QSignalSpy triggered(&connectTo, &QAction::triggered);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(triggered.size(), 1);
        QVERIFY(!palette.isVisible());
    }
};

QTEST_MAIN(tst_CommandPalette)
#include "tst_CommandPalette.moc"
