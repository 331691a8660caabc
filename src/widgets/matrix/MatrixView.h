#pragma once

#include <QAbstractScrollArea>

#include "cluster/ClusterStore.h"
#include "models/Matrix.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/matrix/MatrixPainter.h"

namespace nodescope::widgets {

/// Who sees whom, as a square: a row says what its node sees, a column how its node is seen. Only what is in
/// view is looked up and painted, so that the size of the cluster does not count.
///
/// Keys: arrows, Home and End, page keys move the current cell, Enter selects its link (the node, on the
/// diagonal), Ctrl+C copies the row, or all with Shift. Mouse: a click selects, on a heading the node.
///
/// Both must outlive the view.
class MatrixView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// Larger squares are not copied as a whole.
    static constexpr int MostCopied = 1000;

    MatrixView(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent = nullptr);

    void setSorting(models::Matrix::Sorting sorting);
    void setFilter(const models::NodeFilter &filter);
    [[nodiscard]] const models::Matrix &matrix() const { return m_matrix; }
    /// The cell that the keys move; (-1, -1) when there is none. x is the column.
    [[nodiscard]] QPoint currentCell() const { return m_current; }
    void setCurrentCell(const QPoint &cell);
    /// Selects the node `step` rows further, round the end.
    void selectNext(int step);
    /// Rows as lines, cells in words, apart by tabs, with names above and before.
    [[nodiscard]] QString asText(int firstRow, int lastRow) const;
    void copyRow() const;
    void copyAll() const;

Q_SIGNALS:
    /// How many nodes and groups are shown.
    void shown(int nodes, int groups);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void refresh();
    void orderAnew();
    void layOut();
    void follow(const Selection &selection);
    void select(const QPoint &cell);
    void reveal(const QPoint &cell);
    void tellCurrent();
    [[nodiscard]] MatrixGeometry geometryNow() const;
    [[nodiscard]] QString tipAt(const QPoint &at) const;

    const cluster::ClusterStore &m_store;
    SelectionModel &m_selection;
    models::Matrix m_matrix;
    models::Matrix::Sorting m_sorting = models::Matrix::Sorting::Host;
    models::NodeFilter m_filter;
    QPoint m_current{-1, -1};
    QPoint m_hovered{-1, -1};
    int m_headWidth = 0;
    bool m_orderStale = true;
};

} // namespace nodescope::widgets
