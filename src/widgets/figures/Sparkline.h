#pragma once

#include <QList>
#include <QWidget>

namespace nodescope::widgets {

/// The recent past of one number as a small line, from nothing at the bottom to the most at the top; only the
/// base line while nothing happens. Values closer than a few pixels are drawn as their mean, or counters that
/// are read twice a tick would be saw teeth. It stands beside the number itself, and is told in words as its
/// accessible name.
class Sparkline : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(QWidget *parent = nullptr);
    /// Oldest first.
    void setValues(const QList<float> &values);
    /// Each value as the mean of `window` values around it; fewer at both ends.
    [[nodiscard]] static QList<float> smoothed(const QList<float> &values, qsizetype window);
    /// A line that is narrower says nothing.
    [[nodiscard]] static int leastWidth(const QWidget *widget);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<float> m_values;
};

} // namespace nodescope::widgets
