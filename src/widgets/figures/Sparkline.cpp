#include "widgets/figures/Sparkline.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <QPainter>
#include <QPainterPath>

#include "models/Trends.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

namespace {
/// Values of the line that are closer, in the design's pixels, are drawn as their mean.
constexpr qreal LeastDistance = 4;
constexpr float Quiet = 1e-6F;
} // namespace

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

int Sparkline::leastWidth(const QWidget *widget)
{
    return Theme::current(widget).ipx(56);
}

QSize Sparkline::sizeHint() const
{
    const Theme theme = Theme::current(this);
    return {theme.ipx(96), theme.ipx(20)};
}

QSize Sparkline::minimumSizeHint() const
{
    const Theme theme = Theme::current(this);
    return {leastWidth(this), theme.ipx(20)};
}

QList<float> Sparkline::smoothed(const QList<float> &values, qsizetype window)
{
    QList<float> means;
    means.reserve(values.size());
    for (qsizetype i = 0; i < values.size(); ++i) {
        const qsizetype first = std::max<qsizetype>(0, i - window / 2);
        const qsizetype end = std::min(values.size(), std::max(first + window, i + 1));
        const float sum = std::accumulate(values.begin() + first, values.begin() + end, 0.0F);
        means.append(sum / float(end - first));
    }
    return means;
}

void Sparkline::paintEvent(QPaintEvent *)
{
    if (m_values.size() < 2)
        return;
    const Theme theme = Theme::current(this);
    const QRectF inside =
        QRectF(rect()).adjusted(theme.px(1.5), theme.px(2.5), -theme.px(2.5), -theme.px(2.5));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.idle, theme.px(1)));
    painter.drawLine(inside.bottomLeft(), inside.bottomRight());
    const float most = *std::max_element(m_values.begin(), m_values.end());
    if (most < Quiet)
        return;
    // The newest stands at the right; a short past leaves the left free.
    const qreal step = inside.width() / qreal(models::Trends::MaxPoints - 1);
    const qreal first = inside.right() - step * qreal(m_values.size() - 1);
    // An even number: what comes with every other value is level then.
    const auto window = 2 * qsizetype(std::ceil(theme.px(LeastDistance) / std::max(step, 0.1) / 2));
    const QList<float> values = step < theme.px(LeastDistance) ? smoothed(m_values, window) : m_values;
    QPainterPath line;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QPointF at(first + step * qreal(i),
                         inside.bottom() - inside.height() * qreal(values.at(i) / most));
        if (i == 0)
            line.moveTo(at);
        else
            line.lineTo(at);
    }
    QPainterPath area = line;
    area.lineTo(inside.right(), inside.bottom());
    area.lineTo(first, inside.bottom());
    QColor ground = theme.accent;
    ground.setAlphaF(0.14F);
    painter.fillPath(area, ground);
    painter.strokePath(line, QPen(theme.accent, theme.px(1.4), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawEllipse(line.currentPosition(), theme.px(2), theme.px(2));
}

} // namespace nodescope::widgets
