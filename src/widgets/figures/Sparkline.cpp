#include "widgets/figures/Sparkline.h"

#include <algorithm>

#include <QPainter>
#include <QPainterPath>

#include "models/Trends.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Sparkline::setValues(const QList<float> &values)
{
    if (values == m_values)
        return;
    m_values = values;
    update();
}

QSize Sparkline::sizeHint() const
{
    const Theme theme = Theme::current(this);
    return {theme.ipx(96), theme.ipx(20)};
}

QSize Sparkline::minimumSizeHint() const
{
    const Theme theme = Theme::current(this);
    return {theme.ipx(40), theme.ipx(20)};
}

void Sparkline::paintEvent(QPaintEvent *)
{
    if (m_values.size() < 2)
        return;
    const Theme theme = Theme::current(this);
    const QRectF inside =
        QRectF(rect()).adjusted(theme.px(1.5), theme.px(2.5), -theme.px(2.5), -theme.px(2.5));
    const float most = std::max(*std::max_element(m_values.begin(), m_values.end()), 1e-6F);
    // The newest stands at the right; a short past leaves the left free.
    const qreal step = inside.width() / qreal(models::Trends::MaxPoints - 1);
    const qreal first = inside.right() - step * qreal(m_values.size() - 1);
    QPainterPath line;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const QPointF at(first + step * qreal(i),
                         inside.bottom() - inside.height() * qreal(m_values.at(i) / most));
        if (i == 0)
            line.moveTo(at);
        else
            line.lineTo(at);
    }
    QPainterPath area = line;
    area.lineTo(inside.right(), inside.bottom());
    area.lineTo(first, inside.bottom());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = theme.accent;
    ground.setAlphaF(0.14F);
    painter.fillPath(area, ground);
    painter.strokePath(line, QPen(theme.accent, theme.px(1.4), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawEllipse(line.currentPosition(), theme.px(2), theme.px(2));
}

} // namespace nodescope::widgets
