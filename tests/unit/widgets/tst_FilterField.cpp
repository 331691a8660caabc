#include <QCompleter>
#include <QSignalSpy>
#include <QtTest>

#include "support/DemoCluster.h"
#include "widgets/tables/FilterField.h"
#include "widgets/tables/FilterHelp.h"

using namespace nodescope;
using namespace nodescope::widgets;
using models::NodeFilter;

class tst_FilterField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfMistakes()
    {
        cluster::ClusterStore store;
        FilterField field(store);
        QSignalSpy changed(&field, &FilterField::filterChanged);
        field.setText(QStringLiteral("shop memory:>much"));
        QCOMPARE(changed.count(), 1);
        QVERIFY(field.mistake().contains(QStringLiteral("memory")));
        QVERIFY(field.property("error").toBool());
        QCOMPARE(field.accessibleDescription(), field.mistake());
        QVERIFY(!field.filter().isEmpty()); // the right word still counts
        field.setText(QStringLiteral("shop memory:>1G"));
        QVERIFY(field.mistake().isEmpty() && !field.property("error").toBool());
        for (const char *wrong : {"colour:red", "state:", "host:<5", "link.hidden:yes"}) {
            field.setText(QString::fromLatin1(wrong));
            QVERIFY2(!field.mistake().isEmpty(), wrong);
        }
    }
    void aMistakeIsShortAndEscapedOnce()
    {
        cluster::ClusterStore store;
        FilterField field(store);
        field.setText(QStringLiteral("statee:up"));
        QVERIFY2(field.mistake().contains(QStringLiteral("Is state meant?")), qPrintable(field.mistake()));
        QVERIFY(field.mistake().size() < 100);
        field.setText(QStringLiteral("a&b<c:x"));
        QVERIFY(field.mistake().contains(QStringLiteral("a&b")));
        // Rich, so that it is broken into lines; and what was typed is no mark-up.
        QVERIFY(Qt::mightBeRichText(field.toolTip()));
        QVERIFY(field.toolTip().contains(QStringLiteral("a&amp;b")));
        QVERIFY(!field.toolTip().contains(QStringLiteral("&amp;amp;")));
        field.setText(QStringLiteral("state:bogus"));
        QVERIFY(field.mistake().contains(QStringLiteral("bogus")) &&
                field.mistake().contains(QStringLiteral("frozen")));
    }
    void completesKeysAndValues()
    {
        cluster::ClusterStore store;
        store.apply(test::demoCluster());
        FilterField field(store);
        field.show();
        field.activateWindow();
        field.setFocus();
        QTest::keyClicks(&field, QStringLiteral("-ho"));
        auto *completer = field.findChild<QCompleter *>();
        QVERIFY(completer);
        QCOMPARE(completer->completionCount(), 1);
        Q_EMIT completer->activated(QStringLiteral("host:"));
        QCOMPARE(field.text(), QStringLiteral("-host:"));
        QTest::keyClicks(&field, QStringLiteral("d"));
        QCOMPARE(completer->currentCompletion(), QStringLiteral("host:db1.example"));
    }
    void entersGoOn()
    {
        cluster::ClusterStore store;
        FilterField field(store);
        QSignalSpy next(&field, &FilterField::nextRequested);
        QTest::keyClick(&field, Qt::Key_Return);
        QTest::keyClick(&field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(next.count(), 2);
        QCOMPARE(next.at(0).first().toInt(), 1);
        QCOMPARE(next.at(1).first().toInt(), -1);
        field.setText(QStringLiteral("x"));
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(field.text().isEmpty());
    }
    void everyKeyIsExplained()
    {
        for (const QString &key : NodeFilter::keys())
            QVERIFY2(!meaningOfKey(key).isEmpty(), qPrintable(key));
        QVERIFY(meaningOfKey(QStringLiteral("colour")).isEmpty());
        const FilterHelp help;
        QVERIFY(!help.windowTitle().isEmpty());
    }
};

QTEST_MAIN(tst_FilterField)
#include "tst_FilterField.moc"
