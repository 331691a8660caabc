#include <QLineEdit>
#include <QTest>

#include "models/Roles.h"
#include "support/DemoCluster.h"
#include "widgets/common/LanguageManager.h"
#include "widgets/tables/DataTable.h"
#include "widgets/timeline/TablePage.h"

using namespace nodescope;
using namespace nodescope::widgets;
using base::NodeName;

/// The tables of nodes and links.
class tst_TablePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<cluster::ClusterStore>();
        m_store->apply(test::demoCluster());
        m_selection = std::make_unique<SelectionModel>();
    }
    void nodesShareTheSelection()
    {
        NodesPage page(*m_store, *m_selection);
        sharesTheSelection(page, test::demoRefusingNode(), models::NodeNameRole);
    }
    void linksShareTheSelection()
    {
        LinksPage page(*m_store, *m_selection);
        sharesTheSelection(page, test::demoFailedLink(), models::LinkKeyRole);
    }
    void theFieldFilters()
    {
        NodesPage page(*m_store, *m_selection);
        page.show();
        const int all = page.table()->model()->rowCount();
        page.findChild<QLineEdit *>()->setText(test::demoRefusingNode().text());
        QVERIFY(all > 1);
        QCOMPARE(page.table()->model()->rowCount(), 1);
    }
    void followsTheLanguage()
    {
        LanguageManager languages(*qApp);
        languages.choose(QStringLiteral("en"));
        const NodesPage nodes(*m_store, *m_selection);
        const LinksPage links(*m_store, *m_selection);
        const auto headings = [](const TablePage &page) -> QString {
            return page.table()->model()->headerData(0, Qt::Horizontal).toString() +
                   page.findChild<QLineEdit *>()->placeholderText();
        };
        const QString ofNodes = headings(nodes);
        const QString ofLinks = headings(links);
        languages.choose(QStringLiteral("pt_BR"));
        QTRY_VERIFY(headings(nodes) != ofNodes);
        QTRY_VERIFY(headings(links) != ofLinks);
        languages.choose(QStringLiteral("en"));
    }

private:
    template<typename Subject>
    void sharesTheSelection(TablePage &page, const Subject &subject, int role)
    {
        page.resize(900, 400);
        page.show();
        page.activateWindow();
        DataTable *table = page.table();
        const auto chosen = [table, role] { return table->currentIndex().data(role).value<Subject>(); };
        m_selection->select(subject);
        QVERIFY(table->selectionModel()->hasSelection());
        QVERIFY(chosen() == subject);
        m_selection->clear();
        QVERIFY(!table->selectionModel()->hasSelection());

        table->setFocus();
        QTRY_VERIFY(table->hasFocus());
        const int row = table->currentIndex().row();
        QTest::keyClick(table, row == 0 ? Qt::Key_Down : Qt::Key_Up);
        QVERIFY(table->currentIndex().row() != row);
        QVERIFY(m_selection->current() == Selection(chosen()));
    }

    std::unique_ptr<cluster::ClusterStore> m_store;
    std::unique_ptr<SelectionModel> m_selection;
};

QTEST_MAIN(tst_TablePage)
#include "tst_TablePage.moc"
