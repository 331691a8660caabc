#pragma once

#include <QList>
#include <QWidget>

namespace nodescope::widgets {

/// The recent past of one number as a small line, from nothing at the bottom to the most at the top. It
/// stands beside the number itself, and is told in words as its accessible name.
class Sparkline : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(QWidget *parent = nullptr);
    /// Oldest first.
    void setValues(const QList<float> &values);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<float> m_values;
};

} // namespace nodescope::widgets
