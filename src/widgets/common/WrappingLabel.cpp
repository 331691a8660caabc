#include "widgets/common/WrappingLabel.h"

#include <cmath>

#include <QPainter>
#include <QStyle>
#include <QTextLayout>

namespace nodescope::widgets {

namespace {
/// Where a label without a given width breaks its lines, in characters.
constexpr int UsualLine = 52;
constexpr int ShortestLine = 8;
} // namespace

WrappingLabel::WrappingLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize WrappingLabel::sizeHint() const
{
    ensurePolished();
    const int usual = fontMetrics().averageCharWidth() * UsualLine;
    int longest = 0;
    for (const QString &line : text().split(u'\n'))
        longest = std::max(longest, fontMetrics().horizontalAdvance(line));
    const QMargins margins = contentsMargins();
    const int width = std::min(usual, longest + 2) + margins.left() + margins.right();
    return {width, heightForWidth(width)};
}

QSize WrappingLabel::minimumSizeHint() const
{
    ensurePolished();
    const int width = fontMetrics().averageCharWidth() * ShortestLine;
    return {width, fontMetrics().height()};
}

int WrappingLabel::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    const qreal height = layOut(width - margins.left() - margins.right(), nullptr);
    return static_cast<int>(std::ceil(height)) + margins.top() + margins.bottom();
}

qreal WrappingLabel::layOut(qreal width, QPainter *painter) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(layoutDirection());
    option.setAlignment(QStyle::visualAlignment(layoutDirection(), alignment()) & Qt::AlignHorizontal_Mask);
    qreal y = painter ? contentsRect().top() : 0;
    for (const QString &paragraph : text().split(u'\n')) {
        QTextLayout layout(paragraph, font());
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max<qreal>(1, width));
            line.setPosition(QPointF(painter ? contentsRect().left() : 0, y));
            y += line.height();
        }
        layout.endLayout();
        if (painter)
            layout.draw(painter, QPointF());
    }
    return y;
}

void WrappingLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, foregroundRole()));
    layOut(contentsRect().width(), &painter);
}

} // namespace nodescope::widgets
