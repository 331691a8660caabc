#include "widgets/timeline/TimeWindow.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nodescope::widgets {

void TimeWindow::setNow(qint64 now)
{
    m_now = std::max(now, m_now);
    if (m_follows)
        m_end = m_now;
}

void TimeWindow::follow()
{
    m_follows = true;
    m_end = m_now;
}

void TimeWindow::pan(qint64 milliseconds)
{
    m_end += milliseconds;
    m_follows = m_end >= m_now;
    m_end = std::min(m_end, m_now);
}

void TimeWindow::zoom(double factor, qint64 anchor)
{
    const double wanted = std::clamp(static_cast<double>(m_span) * factor, static_cast<double>(MinSpan),
                                     static_cast<double>(MaxSpan));
    if (m_follows)
        anchor = m_end;
    const double part = static_cast<double>(m_end - anchor) / static_cast<double>(m_span);
    m_span = std::llround(wanted);
    m_end = std::min(m_now, anchor + std::llround(part * wanted));
}

void TimeWindow::show(qint64 from, qint64 to)
{
    const qint64 margin = std::max<qint64>(MinSpan / 4, (to - from) / 40);
    m_span = std::clamp(to - from + 2 * margin, MinSpan, MaxSpan);
    m_end = std::min(m_now, to + margin);
    m_follows = false;
}

void TimeWindow::reveal(qint64 moment)
{
    if (moment >= begin() && moment <= m_end)
        return;
    m_follows = false;
    m_end = std::min(m_now, moment + m_span / 2);
}

double TimeWindow::xOf(qint64 moment, double width) const
{
    return static_cast<double>(moment - begin()) / static_cast<double>(m_span) * width;
}

qint64 TimeWindow::momentAt(double x, double width) const
{
    return begin() + std::llround(x / std::max(1.0, width) * static_cast<double>(m_span));
}

qint64 TimeWindow::tickStep(int wanted) const
{
    static constexpr std::array<qint64, 17> Steps = {
        200,     500,     1'000,   2'000,     5'000,     10'000,    15'000,     30'000,    60'000,
        120'000, 300'000, 600'000, 1'800'000, 3'600'000, 7'200'000, 21'600'000, 43'200'000};
    for (const qint64 step : Steps) {
        if (m_span / step <= wanted)
            return step;
    }
    return Steps.back();
}

QList<qint64> TimeWindow::ticks(int wanted) const
{
    const qint64 step = tickStep(wanted);
    QList<qint64> moments;
    for (qint64 at = (begin() / step + 1) * step; at <= m_end; at += step)
        moments.append(at);
    return moments;
}

} // namespace nodescope::widgets
