#include <QAction>
#include <QApplication>
#include <QToolButton>
#include <QtTest>

#include "support/DemoCluster.h"
#include "widgets/common/LanguageManager.h"
#include "widgets/mainwindow/StatusSummary.h"

using namespace nodescope;
using namespace nodescope::widgets;

class tst_StatusSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_languages = std::make_unique<LanguageManager>(*qApp);
        m_languages->choose(QStringLiteral("en"));
    }
    void cleanupTestCase() { m_languages.reset(); }

    void saysWhatThereIs()
    {
        cluster::ClusterStore store;
        QAction arm;
        StatusSummary summary(store, arm);
        store.apply(test::demoCluster());
        QCOMPARE(summary.text(), QStringLiteral("profile shop-staging · 9 nodes, 16 links, 2 failed · "
                                                "watched: 4 by push, 1 by poll, 1 by hearsay"));
    }
    void armsThroughTheAction()
    {
        cluster::ClusterStore store;
        QAction arm;
        StatusSummary summary(store, arm);
        store.apply(test::demoCluster());
        QSignalSpy triggered(&arm, &QAction::triggered);
        summary.findChild<QToolButton *>(QStringLiteral("armed"))->click();
        QCOMPARE(triggered.size(), 1);
    }

private:
    std::unique_ptr<LanguageManager> m_languages;
};

QTEST_MAIN(tst_StatusSummary)
#include "tst_StatusSummary.moc"
