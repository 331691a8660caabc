#include <QAction>
#include <QApplication>
#include <QToolButton>
#include <QtTest>

#include "support/DemoCluster.h"
#include "widgets/common/LanguageManager.h"
#include "widgets/mainwindow/LiveSign.h"
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
        // Six links more are ours.
        QCOMPARE(summary.text(), QStringLiteral("profile shop-staging · 9 nodes, 10 links, 2 failed · "
                                                "watched: 4 by push, 1 by poll, 1 by hearsay"));
    }
    void saysWhatTheToolbarSays()
    {
        cluster::ClusterStore store;
        QAction arm;
        StatusSummary summary(store, arm);
        const LiveSign sign(store);
        const auto same = [&] {
            return summary.text().section(QStringLiteral(" · "), 0, 0) == sign.accessibleName();
        };
        QVERIFY(same());
        QCOMPARE(sign.accessibleName(), QStringLiteral("not connected"));
        // A node that could not be dialled connects nobody.
        cluster::SessionInfo live;
        live.source = cluster::SessionInfo::Source::Live;
        cluster::Node node;
        node.name = base::NodeName::literal(u"alice@127.0.0.1");
        node.state = cluster::NodeState::Known;
        cluster::Link failed;
        failed.key = cluster::LinkKey(cluster::selfName(), node.name);
        failed.state = cluster::LinkState::Failed;
        cluster::Node self;
        self.name = cluster::selfName();
        self.kind = cluster::NodeKind::Self;
        self.state = cluster::NodeState::Up;
        store.apply({cluster::SessionChanged{live}, cluster::NodeChanged{self}, cluster::NodeChanged{node},
                     cluster::LinkChanged{failed}});
        QVERIFY(same());
        QCOMPARE(summary.text(), QStringLiteral("not connected · 1 node, 0 links, 1 failed"));
        node.state = cluster::NodeState::Up;
        failed.state = cluster::LinkState::Up;
        store.apply({cluster::NodeChanged{node}, cluster::LinkChanged{failed}});
        QVERIFY(same());
        QCOMPARE(summary.text(), QStringLiteral("live · 1 node, 0 links"));
        summary.setLive(false);
        QCOMPARE(summary.text(), QStringLiteral("past · 1 node, 0 links"));
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
