#include <QApplication>
#include <QHBoxLayout>
#include <QStyleOptionTab>
#include <QtTest>

#include "widgets/common/TabBar.h"
#include "widgets/style/ThemeManager.h"

using namespace nodescope::widgets;

namespace {
/// What is drawn of a tab, and the room that it has.
class Tabs : public TabBar
{
public:
    QString drawn(int index, int *room) const
    {
        QStyleOptionTab option;
        initStyleOption(&option, index);
        *room = style()->subElementRect(QStyle::SE_TabBarTabText, &option, this).width();
        return option.text;
    }
};
} // namespace

class tst_TabBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreWholeOrShortened()
    {
        const ThemeManager themes(*qApp);
        Tabs bar;
        for (const char *text : {"Why does it not connect?", "Settings of all nodes", "What a log says",
                                 "Who calls", "Handshakes"})
            bar.addTab(QLatin1String(text));
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        bar.resize(2000, bar.height()); // lays them out in their style
        QCoreApplication::processEvents();
        const int enough = bar.sizeHint().width();
        for (int width = enough; width > enough / 3; width -= 7) {
            bar.resize(width, bar.sizeHint().height());
            for (int chosen = 0; chosen < bar.count(); ++chosen) {
                bar.setCurrentIndex(chosen);
                QCoreApplication::processEvents();
                for (int i = 0; i < bar.count(); ++i) {
                    QFont font = bar.font();
                    font.setWeight(i == chosen ? QFont::DemiBold : QFont::Normal);
                    int room = 0;
                    const QString drawn = bar.drawn(i, &room);
                    QVERIFY2(QFontMetrics(font).horizontalAdvance(drawn) <= room + 1, qPrintable(drawn));
                    if (width == enough)
                        QCOMPARE(drawn, bar.tabText(i));
                }
                QCOMPARE(bar.sizeHint().width(), enough); // choosing moves none
            }
        }
    }
    void shorterWordsWhereThereIsLittleRoom()
    {
        const ThemeManager themes(*qApp);
        TabBar bar;
        bar.addTab({});
        bar.addTab({});
        bar.setTexts(0, QStringLiteral("Why does it not connect?"), QStringLiteral("Why not?"));
        bar.setTexts(1, QStringLiteral("What a log says"), QStringLiteral("Log"));
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        const int enough = bar.sizeHint().width();
        bar.resize(enough, bar.height());
        QCOMPARE(bar.tabText(1), QStringLiteral("What a log says"));
        bar.resize(enough - 40, bar.height());
        QCOMPARE(bar.tabText(1), QStringLiteral("Log"));
        QCOMPARE(bar.tabToolTip(1), QStringLiteral("What a log says"));
        bar.resize(enough + 10, bar.height());
        QCOMPARE(bar.tabText(1), QStringLiteral("What a log says"));
        QVERIFY(bar.tabToolTip(1).isEmpty());
    }
    void wordsThatChangeUnseenHaveTheirRoom()
    {
        const ThemeManager themes(*qApp);
        QWidget window;
        auto *row = new QHBoxLayout(&window);
        auto *bar = new TabBar;
        row->addWidget(bar);
        row->addStretch(1);
        bar->addTab(QStringLiteral("short"));
        window.resize(600, 100);
        window.show();
        window.hide();
        bar->setTabText(0, QStringLiteral("a much longer text than that"));
        window.show();
        QTRY_VERIFY(bar->width() >= bar->sizeHint().width());
    }
};

QTEST_MAIN(tst_TabBar)
#include "tst_TabBar.moc"
