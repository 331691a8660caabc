#include <QTabBar>
#include <QtTest>

#include "support/DemoCluster.h"
#include "widgets/inspector/InspectorPane.h"
#include "widgets/inspector/NodePage.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;
using base::NodeName;

/// What fails while it is looked at says why.
class tst_FailureTabs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<ClusterStore>();
        m_page.reset();
        m_selection = std::make_unique<SelectionModel>();
        m_page = std::make_unique<NodePage>(*m_store, *m_selection, nullptr);
        put(NodeState::Connecting);
        m_page->setNode(m_node);
        m_tabs = m_page->findChild<QTabBar *>();
        QCOMPARE(shown(), QStringLiteral("Overview"));
    }
    void cleanup() { m_page.reset(); }

    void aNodeThatFailsShowsWhy()
    {
        put(NodeState::Failed);
        QCOMPARE(shown(), QStringLiteral("Why"));
        put(NodeState::Connecting);
        QCOMPARE(shown(), QStringLiteral("Overview"));
        put(NodeState::Failed);
        QCOMPARE(shown(), QStringLiteral("Why"));
    }
    void aTabThatWasChosenStays()
    {
        put(NodeState::Failed);
        m_tabs->setCurrentIndex(1);
        put(NodeState::Connecting);
        put(NodeState::Failed);
        QCOMPARE(shown(), QStringLiteral("Overview"));
    }

private:
    [[nodiscard]] QString shown() const { return m_tabs->tabText(m_tabs->currentIndex()); }
    void put(NodeState state)
    {
        Node node;
        node.name = m_node;
        node.state = state;
        Link link;
        link.key = LinkKey(selfName(), m_node);
        link.state = LinkState::Connecting;
        if (state == NodeState::Failed) {
            node.cause = Cause::NoCookie;
            link.state = LinkState::Failed;
            link.diagnosis =
                std::make_shared<Diagnosis>(test::demoDiagnosis(Cause::NoCookie, selfName(), m_node));
        }
        m_store->apply({NodeChanged{node}, LinkChanged{link}});
    }

    const NodeName m_node = NodeName::literal(u"b@127.0.0.1");
    std::unique_ptr<ClusterStore> m_store;
    std::unique_ptr<SelectionModel> m_selection;
    std::unique_ptr<NodePage> m_page;
    QTabBar *m_tabs = nullptr;
};

QTEST_MAIN(tst_FailureTabs)
#include "tst_FailureTabs.moc"
