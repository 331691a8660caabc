#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace nodescope::widgets {

/// Facts one below the other: what is called how. Rows are kept and changed in place, so that a live
/// view does not flicker and a selection in it stays. In a list too narrow for both, a value stands below its
/// name.
class FactList : public QWidget
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
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QLabel *name;
        QLabel *value;
        QLabel *explanation;
    };
    void addRow();
    void arrange();
    void placeRow(qsizetype row);
    [[nodiscard]] int leastValueWidth() const;

    QGridLayout *m_grid;
    QList<Row> m_rows;
    qsizetype m_shown = 0;
    bool m_stacked = false; ///< names stand above their values
};

} // namespace nodescope::widgets
