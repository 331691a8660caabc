#pragma once

#include <QLabel>

namespace nodescope::widgets {

/// A label of plain text over as many lines as it needs, which breaks even a word that is longer than
/// a line (names have up to 255 characters). QLabel's own wrapping never gets narrower than its
/// longest word, and would push a pane out of its room.
class WrappingLabel : public QLabel
{
    Q_OBJECT

public:
    explicit WrappingLabel(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Lays the text out; with a painter also draws it. The answer is its height.
    qreal layOut(qreal width, QPainter *painter) const;
};

} // namespace nodescope::widgets
