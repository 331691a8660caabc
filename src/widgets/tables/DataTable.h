#pragma once

#include <QByteArray>
#include <QTableView>

class QMenu;

namespace nodescope::widgets {

/// A table in the look of the program: whole rows, sorted by a click on a heading, its selected rows
/// copied as text with tabs between the cells. Which columns are shown is chosen in the menu of a heading, or
/// of the table; headings are dragged into another order. The last column takes what room is left and cuts
/// its text. Widths grow and shrink with the size of text.
class DataTable : public QTableView
{
    Q_OBJECT

public:
    explicit DataTable(QWidget *parent = nullptr);
    /// The selected rows (all of them when none is), with the headings above.
    [[nodiscard]] QString asText() const;
    /// Widths of the first columns at a text of 13 pixels.
    void setColumnWidths(const QList<int> &widths);
    /// What stands in the middle while there are no rows, instead of nothing.
    void setEmptyText(const QString &text);
    [[nodiscard]] const QString &emptyText() const { return m_emptyText; }

    /// Lets people choose columns; the first always stays. To be called with the model set, and the columns
    /// that `hidden` names hidden at first.
    void offerColumns(const QList<int> &hidden = {});
    /// Order, widths and choice of columns, and the sorting: to be remembered. restoreColumns() takes only
    /// what fits this table, and widths for the size of text that there is now.
    [[nodiscard]] QByteArray columns() const;
    void restoreColumns(const QByteArray &state);

    /// Selects the row `step` below the current one, round the end; the first when none is current.
    void selectNext(int step);

Q_SIGNALS:
    /// A person chose, moved, widened or sorted columns.
    void columnsChanged();

public Q_SLOTS:
    void copy() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    /// Gives the last column what the others leave.
    void fillWidth();
    void scaleColumns(qreal factor);
    void followTextSize();
    void adaptRowHeight();
    void fillColumnMenu(QMenu &menu);
    void resetColumns();

    QString m_emptyText;
    bool m_filling = false;
    qreal m_scale; ///< of text, for which the widths are
    bool m_offersColumns = false;
    QByteArray m_firstColumns; ///< as they were before anybody chose
};

} // namespace nodescope::widgets
