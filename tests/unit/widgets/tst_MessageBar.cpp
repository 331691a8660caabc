#include <QLabel>
#include <QToolButton>
#include <QtTest>

#include "widgets/notices/MessageBar.h"

using namespace nodescope;
using nodescope::widgets::MessageBar;

class tst_MessageBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void queuesAndDismisses()
    {
        cluster::ClusterStore store;
        MessageBar bar(store);
        QVERIFY(bar.isHidden());
        store.apply({cluster::IntentFailed{QStringLiteral("not_connected"), QStringLiteral("a@h")}});
        store.apply({cluster::IntentFailed{QStringLiteral("not_connected"), QStringLiteral("a@h")}});
        QCOMPARE(bar.waiting(), 1);
        store.apply({cluster::IntentFailed{QStringLiteral("something_new"), QStringLiteral("<b>%1</b>\n")}});
        QCOMPARE(bar.waiting(), 2);
        QVERIFY(!bar.isHidden());
        bar.dismiss();
        const auto labels = bar.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->textFormat() == Qt::PlainText &&
                   label->text().contains(QStringLiteral("<b>%1</b>⟨U+000A⟩"));
        }));
        bar.findChild<QToolButton *>()->click();
        QVERIFY(bar.isHidden());
    }
    void bounded()
    {
        cluster::ClusterStore store;
        MessageBar bar(store);
        for (int i = 0; i < 500; ++i)
            store.apply({cluster::IntentFailed{QStringLiteral("not_connected"), QString::number(i)}});
        QVERIFY(bar.waiting() <= 20);
    }
};

QTEST_MAIN(tst_MessageBar)
#include "tst_MessageBar.moc"
