#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace nodescope::widgets {

class ElidedLabel;
class Sparkline;

/// Figures one below the other: what is called how, its value now, and its recent past as a line. Rows are
/// kept and changed in place, and lines, then values, go below the names where there is little room, as in
/// FactList.
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
        QString peak;        ///< what the top of the line stands for, below it; empty: nothing to say
    };

    explicit SeriesList(QWidget *parent = nullptr);
    void setSeries(const QList<Series> &series);
    [[nodiscard]] bool isEmpty() const { return m_shown == 0; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QLabel *name;
        QLabel *value;
        QWidget *past; ///< the line, and below it the peak
        Sparkline *line;
        ElidedLabel *peak;
    };
    /// By the room that there is: all in a row; lines below; or names above values and lines.
    enum class Form { Beside, LinesBelow, Stacked };
    void addRow();
    void arrange();
    void placeRow(qsizetype row);

    QGridLayout *m_grid;
    QList<Row> m_rows;
    qsizetype m_shown = 0;
    Form m_form = Form::Beside;
};

} // namespace nodescope::widgets
