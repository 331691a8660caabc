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
    void practiceNodesNeedNoArming()
    {
        cluster::ClusterStore store;
        QAction arm;
        StatusSummary summary(store, arm);
        const auto *button = summary.findChild<QToolButton *>(QStringLiteral("armed"));
        cluster::SessionInfo live;
        live.source = cluster::SessionInfo::Source::Live;
        store.apply({cluster::SessionChanged{live}});
        QCOMPARE(summary.text(), QStringLiteral("not connected"));
        QVERIFY(button->isHidden());
        cluster::Node node;
        node.name = base::NodeName::literal(u"alice@127.0.0.1");
        node.kind = cluster::NodeKind::Beam;
        store.apply({cluster::NodeChanged{node}});
        QVERIFY(!button->isHidden());
        QCOMPARE(button->text(), QStringLiteral("acting is off for this cluster"));
        node.kind = cluster::NodeKind::Practice;
        store.apply({cluster::NodeChanged{node}});
        QCOMPARE(button->text(), QStringLiteral("acting on practice nodes only"));
        live.actingArmed = true;
        store.apply({cluster::SessionChanged{live}});
        QCOMPARE(button->text(), QStringLiteral("acting is allowed"));
    }

private:
    std::unique_ptr<LanguageManager> m_languages;
};

QTEST_MAIN(tst_StatusSummary)
#include "tst_StatusSummary.moc"
