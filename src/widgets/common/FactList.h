#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace nodescope::widgets {

/// Facts one below the other: what is called how. Rows are kept and changed in place, so that a live
/// view does not flicker and a selection in it stays.
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

private:
    struct Row
    {
        QLabel *name;
        QLabel *value;
        QLabel *explanation;
    };
    Row addRow();

    QGridLayout *m_grid;
    QList<Row> m_rows;
};

} // namespace nodescope::widgets
