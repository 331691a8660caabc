#pragma once

#include <QList>
#include <QWidget>

#include "cluster/Diagnosis.h"
#include "widgets/inspector/RungSign.h"

namespace nodescope::widgets {

/// The rungs of one attempt to connect, from the first to the last: passed, broken, not reached; with
/// the evidence and the time that each took. To a screen reader it is one text with a line a rung.
class LadderView : public QWidget
{
    Q_OBJECT

public:
    explicit LadderView(QWidget *parent = nullptr);
    /// `from` and `to`: who dialled whom, which says whose digest a rung is about.
    void setRungs(const QList<cluster::RungResult> &rungs, const base::NodeName &from,
                  const base::NodeName &to);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Columns
    {
        int title = 0;
        int titleWidth = 0; ///< of the widest
        int time = 0;
        int timeWidth = 0;
    };
    [[nodiscard]] Columns columns() const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] QString evidenceOf(const cluster::RungResult &result) const;
    [[nodiscard]] QString titleOf(const cluster::RungResult &result) const;
    void describe();
    [[nodiscard]] RungPlaces placesFor(const cluster::RungResult &result, const Columns &at,
                                       const Theme &theme) const;
    /// The row at a height; -1: none.
    [[nodiscard]] int rowAt(int y) const;
    void paintRow(QPainter &painter, const cluster::RungResult &result, const RungPlaces &places,
                  const Columns &at) const;

    QList<cluster::RungResult> m_rungs;
    base::NodeName m_from;
    base::NodeName m_to;
};

} // namespace nodescope::widgets
