#include <QHeaderView>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QtTest>

#include "widgets/tables/ColumnMemory.h"
#include "widgets/tables/DataTable.h"

using namespace nodescope::widgets;

namespace {
void fill(QStandardItemModel &model, int columns = 4)
{
    model.setRowCount(3);
    model.setColumnCount(columns);
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < columns; ++column)
            model.setData(model.index(row, column), QStringLiteral("%1%2").arg(row).arg(column));
    }
}
} // namespace

class tst_DataTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsAreRemembered()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        QStandardItemModel model;
        fill(model);
        {
            DataTable table;
            table.setObjectName(QStringLiteral("some"));
            table.setModel(&model);
            table.offerColumns({3});
            QVERIFY(table.isColumnHidden(3));
            ColumnMemory memory(settings);
            memory.follow(table);
            table.setColumnHidden(3, false);
            table.setColumnHidden(1, true);
            table.horizontalHeader()->moveSection(2, 0);
            QTRY_VERIFY(settings.contains(QStringLiteral("tables/some")));
        }
        DataTable table;
        table.setObjectName(QStringLiteral("some"));
        table.setModel(&model);
        table.offerColumns({3});
        ColumnMemory memory(settings);
        memory.follow(table);
        QVERIFY(!table.isColumnHidden(3) && table.isColumnHidden(1));
        QCOMPARE(table.horizontalHeader()->visualIndex(2), 0);
    }
    void theLastColumnTakesWhatIsLeft()
    {
        QStandardItemModel model;
        fill(model);
        DataTable table;
        table.setModel(&model);
        table.offerColumns({2});
        table.setColumnWidths({80, 90});
        table.resize(500, 200);
        table.show();
        const auto sum = [&] { return table.columnWidth(0) + table.columnWidth(1) + table.columnWidth(3); };
        QTRY_COMPARE(sum(), table.viewport()->width());
        table.setColumnWidth(1, 150);
        QCOMPARE(sum(), table.viewport()->width());
        table.resize(420, 200);
        QTRY_COMPARE(sum(), table.viewport()->width());
        // A state from a wider window is made to fit.
        table.resize(900, 200);
        const QByteArray wide = table.columns();
        table.resize(420, 200);
        table.restoreColumns(wide);
        QCOMPARE(sum(), table.viewport()->width());
    }
    void widthsFollowTheTextSize()
    {
        const QFont usual = QApplication::font();
        QStandardItemModel model;
        fill(model);
        DataTable table;
        table.setModel(&model);
        table.setColumnWidths({80, 90, 70});
        table.resize(900, 200);
        table.show();
        const int first = table.columnWidth(0);
        const QByteArray remembered = table.columns();
        QFont large = usual;
        large.setPointSizeF(2 * usual.pointSizeF());
        QApplication::setFont(large);
        QTRY_VERIFY(std::abs(table.columnWidth(0) - 2 * first) <= 1);
        table.restoreColumns(remembered);
        QVERIFY(std::abs(table.columnWidth(0) - 2 * first) <= 1);
        QApplication::setFont(usual);
        QTRY_VERIFY(std::abs(table.columnWidth(0) - first) <= 1);
    }
    void aStateOfAnotherTableIsNotTaken()
    {
        QStandardItemModel large;
        fill(large, 9);
        DataTable other;
        other.setModel(&large);
        other.offerColumns();
        other.hideColumn(2);
        QStandardItemModel model;
        fill(model);
        DataTable table;
        table.setModel(&model);
        table.offerColumns({3});
        for (const QByteArray &state : {other.columns(), QByteArray("4:rubbish"), QByteArray()}) {
            table.restoreColumns(state);
            QVERIFY(!table.isColumnHidden(2) && table.isColumnHidden(3));
            QCOMPARE(table.horizontalHeader()->count(), 4);
        }
    }
    void copiesWhatIsShown()
    {
        QStandardItemModel model;
        fill(model);
        DataTable table;
        table.setModel(&model);
        table.offerColumns({1, 2});
        table.selectRow(1);
        QCOMPARE(table.asText().section(u'\n', 1), QStringLiteral("10\t13"));
    }
    void goesRoundTheEnd()
    {
        QStandardItemModel model;
        fill(model);
        DataTable table;
        table.setModel(&model);
        table.selectNext(-1);
        QCOMPARE(table.currentIndex().row(), 2);
        table.selectNext(1);
        QCOMPARE(table.currentIndex().row(), 0);
        table.selectNext(1);
        QCOMPARE(table.currentIndex().row(), 1);
        model.setRowCount(0);
        table.selectNext(1); // there is nothing to select
        QVERIFY(!table.currentIndex().isValid());
    }
};

QTEST_MAIN(tst_DataTable)
#include "tst_DataTable.moc"
