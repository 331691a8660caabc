#pragma once

#include <QWidget>

class QGridLayout;

namespace nodescope::widgets {

/// Rows of several columns, of which some go below the first where there is no room beside it: in a narrow
/// pane, or where text is large. What is in a row, and what goes below at which width, is the derived
/// class's.
class FoldingGrid : public QWidget
{
    Q_OBJECT

protected:
    /// The column `stretched` takes the room that is left.
    FoldingGrid(int verticalSpacing, int stretched, QWidget *parent);
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

    /// How many times a row is folded at this width.
    [[nodiscard]] virtual int foldsAt(int width) const = 0;
    [[nodiscard]] virtual qsizetype rowCount() const = 0;
    /// Puts the parts of a row into the grid, folded as often as folds() says.
    virtual void placeRow(qsizetype row) = 0;

    /// Folds as the width asks for it now; to be called when rows have changed.
    void fold();
    [[nodiscard]] int folds() const { return m_folds; }
    [[nodiscard]] QGridLayout *grid() const { return m_grid; }

private:
    QGridLayout *m_grid;
    int m_folds = 0;
};

} // namespace nodescope::widgets
