#pragma once

#include <QTableView>

namespace nodescope::widgets {

/// A table in the look of the program: whole rows, sorted by a click on a heading, its selected rows
/// copied as text with tabs between the cells.
class DataTable : public QTableView
{
    Q_OBJECT

public:
    explicit DataTable(QWidget *parent = nullptr);
    /// The selected rows (all of them when none is), with the headings above.
    [[nodiscard]] QString asText() const;

public Q_SLOTS:
    void copy() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void adaptRowHeight();
};

} // namespace nodescope::widgets
