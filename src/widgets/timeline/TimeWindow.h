#pragma once

#include <QList>
#include <QtGlobal>

namespace nodescope::widgets {

/// Which part of time is shown, and where: a value, in milliseconds since the epoch and logical
/// pixels. While it follows, its right edge is now.
class TimeWindow
{
public:
    static constexpr qint64 MinSpan = 2'000;
    static constexpr qint64 MaxSpan = 48LL * 3600 * 1000;
    static constexpr qint64 DefaultSpan = 120'000;

    [[nodiscard]] bool follows() const { return m_follows; }
    [[nodiscard]] qint64 span() const { return m_span; }
    [[nodiscard]] qint64 end() const { return m_end; }
    [[nodiscard]] qint64 begin() const { return m_end - m_span; }

    /// Now has come; moves the window along while it follows.
    void setNow(qint64 now);
    /// Goes back to now, and follows.
    void follow();
    /// Moves by a part of time; to the right at most to now, where it follows again.
    void pan(qint64 milliseconds);
    /// Shows `factor` times as much time, keeping `anchor` where it is (the right edge while it follows).
    void zoom(double factor, qint64 anchor);
    /// Shows all between two moments, as far as that is allowed, and a little more.
    void show(qint64 from, qint64 to);
    /// Moves so that a moment is visible.
    void reveal(qint64 moment);

    [[nodiscard]] double xOf(qint64 moment, double width) const;
    [[nodiscard]] qint64 momentAt(double x, double width) const;
    /// Round moments to label, about `wanted` of them; and the step between them.
    [[nodiscard]] qint64 tickStep(int wanted) const;
    [[nodiscard]] QList<qint64> ticks(int wanted) const;

private:
    qint64 m_now = 0;
    qint64 m_end = 0;
    qint64 m_span = DefaultSpan;
    bool m_follows = true;
};

} // namespace nodescope::widgets
