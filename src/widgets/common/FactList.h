#pragma once

#include <QList>

#include "widgets/common/FoldingGrid.h"

class QLabel;

namespace nodescope::widgets {

/// Facts one below the other: what is called how. Rows are kept and changed in place, so that a live
/// view does not flicker and a selection in it stays. In a list too narrow for both, a value stands below its
/// name.
class FactList : public FoldingGrid
{
    Q_OBJECT

public:
    struct Fact
    {
        QString name;
        QString value;       ///< rows without one are left out
        QString explanation; ///< shown below in small, and read out
    };

    explicit FactList(QWidget *parent = nullptr);
    void setFacts(const QList<Fact> &facts);
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
        QLabel *explanation;
    };
    void addRow();
    [[nodiscard]] int leastValueWidth() const;

    QList<Row> m_rows;
    qsizetype m_shown = 0;
};

} // namespace nodescope::widgets
