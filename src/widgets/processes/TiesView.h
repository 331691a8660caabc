#pragma once

#include <QWidget>

#include "widgets/processes/TiesLayout.h"

namespace nodescope::widgets {

struct Theme;

/// A process and those it is linked with or monitors, across nodes: a solid line is a link, a dashed one with
/// an arrow a monitor, from who watches to who is watched. A click on one asks for it. The same stands in
/// words in the list beside it, which is the way of keys and screen readers.
class TiesView : public QWidget
{
    Q_OBJECT

public:
    explicit TiesView(QWidget *parent = nullptr);

    void setDetail(const cluster::ProcessDetail &detail);
    [[nodiscard]] const TiesDrawing &drawing() const { return m_drawing; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void processChosen(const nodescope::base::NodeName &node, const QString &pid);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void lay();
    void paintGroup(QPainter &painter, const Theme &theme, const TieGroup &group) const;
    void paintLines(QPainter &painter, const Theme &theme, const TieBox &box) const;
    void paintBox(QPainter &painter, const Theme &theme, const QRectF &rect, const QString &text,
                  bool middle) const;
    [[nodiscard]] TieSizes sizes() const;
    /// The tie whose box is there; -1: none.
    [[nodiscard]] int tieAt(const QPointF &point) const;

    cluster::ProcessDetail m_detail;
    TiesDrawing m_drawing;
};

} // namespace nodescope::widgets
