#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace nodescope::widgets {

class Sparkline;

/// Figures one below the other: what is called how, its value now, and its recent past as a line. Rows are
/// kept and changed in place, as in FactList.
class SeriesList : public QWidget
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
    };

    explicit SeriesList(QWidget *parent = nullptr);
    void setSeries(const QList<Series> &series);
    [[nodiscard]] bool isEmpty() const { return m_shown == 0; }

private:
    struct Row
    {
        QLabel *name;
        QLabel *value;
        Sparkline *line;
    };
    Row addRow();

    QGridLayout *m_grid;
    QList<Row> m_rows;
    qsizetype m_shown = 0;
};

} // namespace nodescope::widgets
