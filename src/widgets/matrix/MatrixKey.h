#pragma once

#include <QWidget>

namespace nodescope::widgets {

/// What the signs of the matrix mean, on one line; where there is no room the last ones are left out.
class MatrixKey : public QWidget
{
    Q_OBJECT

public:
    explicit MatrixKey(QWidget *parent = nullptr);
    void retranslate();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int widthOf(const QString &word) const;
};

} // namespace nodescope::widgets
