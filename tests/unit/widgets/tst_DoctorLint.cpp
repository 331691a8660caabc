#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include "support/DemoCluster.h"
#include "support/DemoExaminations.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/doctor/LintPage.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;

class tst_DoctorLint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_page.reset();
        m_store = std::make_unique<ClusterStore>();
        m_selection.clear();
        m_page = std::make_unique<LintPage>(*m_store, m_selection);
        m_page->resize(800, 600);
        m_page->show();
    }
    void asksForThoseThatAreExpected()
    {
        m_store->apply(test::demoCluster());
        QSignalSpy intents(m_page.get(), &LintPage::intent);
        button()->click();
        QCOMPARE(intents.count(), 1);
        const auto asked = std::get<CompareSettings>(intents.first().first().value<Intent>());
        QCOMPARE(asked.expected.size(), 1);
        QCOMPARE(asked.expected.first().text(), QStringLiteral("old@edge3.example"));
        QVERIFY(!button()->isEnabled());
        m_store->apply({LintChanged{test::demoLint()}});
        QVERIFY(button()->isEnabled());
    }
    void listsTheWorstFirstWithItsNodes()
    {
        m_store->apply(test::demoCluster());
        m_store->apply({LintChanged{test::demoLint()}});
        QCOMPARE(findings()->count(), 3);
        QVERIFY(findings()
                    ->item(0)
                    ->data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(QStringLiteral("Danger")));
        QCOMPARE(nodeLists().size(), 3); // two groups, and those that were not asked
        findings()->setCurrentRow(2);
        QCOMPARE(nodeLists().size(), 2);
    }
    void aClickOnANodeSelectsIt()
    {
        m_store->apply(test::demoCluster());
        m_store->apply({LintChanged{test::demoLint()}});
        QSignalSpy leave(m_page.get(), &LintPage::showRequested);
        QListWidget *nodes = nodeLists().first();
        nodes->setCurrentRow(1);
        QVERIFY(m_selection.node());
        QCOMPARE(m_selection.node()->text(), QStringLiteral("billing@db1.example"));
        QCOMPARE(leave.count(), 0);
        QTest::keyClick(nodes, Qt::Key_Return);
        QCOMPARE(leave.count(), 1);
    }
    void nothingFoundIsSaid()
    {
        QVERIFY(says(QStringLiteral("Nothing has been compared yet.")));
        LintReport report = test::demoLint();
        report.findings.clear();
        m_store->apply({LintChanged{report}});
        QVERIFY(says(QStringLiteral("Nothing found.")));
        report.asked.clear();
        m_store->apply({LintChanged{report}});
        QVERIFY(says(QStringLiteral("No node could be asked.")));
    }
    void anEarlierOutcomeStaysWhileTheNextIsUnderWay()
    {
        m_store->apply({LintChanged{test::demoLint()}});
        LintReport running;
        running.running = true;
        m_store->apply({LintChanged{running}});
        QCOMPARE(findings()->count(), 3);
        QVERIFY(!button()->isEnabled());
    }

private:
    QPushButton *button() { return m_page->findChild<QPushButton *>(QStringLiteral("compare")); }
    QListWidget *findings() { return m_page->findChild<QListWidget *>(QStringLiteral("findings")); }
    QList<QListWidget *> nodeLists()
    {
        QList<QListWidget *> lists;
        for (QListWidget *list : m_page->findChildren<QListWidget *>()) {
            if (list != findings())
                lists.append(list);
        }
        return lists;
    }
    bool says(const QString &text)
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
    }
    std::unique_ptr<ClusterStore> m_store;
    SelectionModel m_selection;
    std::unique_ptr<LintPage> m_page;
};

QTEST_MAIN(tst_DoctorLint)
#include "tst_DoctorLint.moc"
