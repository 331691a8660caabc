#pragma once

#include <QList>

#include "widgets/common/FoldingGrid.h"

class QLabel;

namespace nodescope::widgets {

class ElidedLabel;
class Sparkline;

/// Figures one below the other: what is called how, its value now, and its recent past as a line. Rows are
/// kept and changed in place, and lines, then values, go below the names where there is little room, as in
/// FactList.
class SeriesList : public FoldingGrid
{
    Q_OBJECT

public:
    struct Series
    {
        QString name;
        QString value; ///< rows without one are left out
        QString explanation;
        QList<float> recent; ///< oldest first; fewer than two: no line
        QString past;        ///< the same in words, e.g. `least 3, most 40`; for screen readers and as a tip
        QString peak;        ///< what the top of the line stands for, below it; empty: nothing to say
    };

    explicit SeriesList(QWidget *parent = nullptr);
    void setSeries(const QList<Series> &series);
    [[nodiscard]] bool isEmpty() const { return m_shown == 0; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] int foldsAt(int width) const override;
    [[nodiscard]] qsizetype rowCount() const override { return m_rows.size(); }
    void placeRow(qsizetype index) override;

private:
    struct Row
    {
        QLabel *name;
        QLabel *value;
        QWidget *past; ///< the line, and below it the peak
        Sparkline *line;
        ElidedLabel *peak;
    };
    /// How often folded: all in a row; lines below; or names above values and lines.
    enum Folds { Beside, LinesBelow, Stacked };
    void addRow();

    QList<Row> m_rows;
    qsizetype m_shown = 0;
};

} // namespace nodescope::widgets
