#include "graph/LineRaster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace nodescope::graph {

namespace {

struct Segment
{
    double x0, y0, x1, y1;
};

/// Liang and Barsky: keeps the part inside the rectangle; false when there is none.
bool clip(Segment &s, double left, double top, double right, double bottom)
{
    const double dx = s.x1 - s.x0;
    const double dy = s.y1 - s.y0;
    double enter = 0;
    double leave = 1;
    const auto cut = [&](double direction, double distance) {
        if (direction == 0)
            return distance >= 0;
        const double t = distance / direction;
        if (direction < 0)
            enter = std::max(enter, t);
        else
            leave = std::min(leave, t);
        return enter <= leave;
    };
    if (!cut(-dx, s.x0 - left) || !cut(dx, right - s.x0) || !cut(-dy, s.y0 - top) || !cut(dy, bottom - s.y0))
        return false;
    s = {s.x0 + enter * dx, s.y0 + enter * dy, s.x0 + leave * dx, s.y0 + leave * dy};
    return true;
}

/// What a thin line adds to the cells across it, for each sixteenth of a cell at which its edge may lie: to
/// that cell and the next two. Made once for each width and strength.
class LineProfile
{
public:
    using Parts = std::array<std::uint16_t, 4>;
    static constexpr int Widest = 32; ///< two cells, in sixteenths

    [[nodiscard]] static const LineProfile &of(int width, int strength)
    {
        static const std::vector<LineProfile> all = makeAll();
        return all[size_t(strength - 1) * (Widest + 1) + size_t(width)];
    }
    /// `low` in 16.16 fixed point.
    [[nodiscard]] const Parts &at(std::int64_t low) const { return m_parts[size_t(low >> 12) & 15]; }

private:
    LineProfile(int width, int strength)
    {
        for (int edge = 0; edge < 16; ++edge) {
            int left = width;
            int room = 16 - edge;
            for (std::uint16_t &part : m_parts[size_t(edge)]) {
                const int covered = std::min(room, left);
                part = std::uint16_t(covered * strength / LineRaster::FullStrength);
                left -= covered;
                room = 16;
            }
        }
    }
    [[nodiscard]] static std::vector<LineProfile> makeAll()
    {
        std::vector<LineProfile> all;
        for (int strength = 1; strength <= LineRaster::FullStrength; ++strength) {
            for (int width = 0; width <= Widest; ++width)
                all.push_back(LineProfile(width, strength));
        }
        return all;
    }

    std::array<Parts, 16> m_parts{};
};

/// Walks the longer axis; `across` is the distance in memory between cells along the shorter one.
/// Positions are in 16.16 fixed point; coverage in sixteenths.
void walkWide(std::uint16_t *cell, std::ptrdiff_t along, std::ptrdiff_t across, int steps, std::int64_t low,
              std::int64_t slope, std::int64_t width, int strength)
{
    for (int i = 0; i < steps; ++i, cell += along, low += slope) {
        const std::int64_t high = low + width;
        const std::ptrdiff_t first = low >> 16;
        const std::ptrdiff_t last = high >> 16;
        std::uint16_t *at = cell + first * across;
        *at = std::uint16_t(*at + (((16 - int((low >> 12) & 15)) * strength) >> 4));
        for (std::ptrdiff_t between = first + 1; between < last; ++between) {
            at += across;
            *at = std::uint16_t(*at + strength);
        }
        at += across;
        *at = std::uint16_t(*at + ((int((high >> 12) & 15) * strength) >> 4));
    }
}

/// The same for a line that touches three cells at most, without a branch: those would be guessed wrong at
/// every third pixel.
template<int Cells>
void walkFlat(std::uint16_t *cell, std::ptrdiff_t stride, int steps, std::int64_t low, std::int64_t slope,
              const LineProfile &profile)
{
    for (int i = 0; i < steps; ++i, ++cell, low += slope) {
        std::uint16_t *at = cell + (low >> 16) * stride;
        const LineProfile::Parts &parts = profile.at(low);
        at[0] = std::uint16_t(at[0] + parts[0]);
        at[stride] = std::uint16_t(at[stride] + parts[1]);
        if constexpr (Cells == 3)
            at[2 * stride] = std::uint16_t(at[2 * stride] + parts[2]);
    }
}

/// Along a column the cells lie beside each other: all are one number, which no cell's sum is large enough to
/// overflow into the next.
void walkSteep(std::uint16_t *cell, std::ptrdiff_t stride, int steps, std::int64_t low, std::int64_t slope,
               const LineProfile &profile)
{
    for (int i = 0; i < steps; ++i, cell += stride, low += slope) {
        std::uint16_t *at = cell + (low >> 16);
        std::uint64_t four;
        std::uint64_t more;
        std::memcpy(&four, at, sizeof four);
        std::memcpy(&more, profile.at(low).data(), sizeof more);
        four += more;
        std::memcpy(at, &four, sizeof four);
    }
}

constexpr std::int64_t HalfASixteenth = 1 << 11;

std::int64_t fixed(double value)
{
    return std::int64_t(std::llround(value * 65536));
}

} // namespace

void LineRaster::reset(int width, int height)
{
    m_width = width;
    m_height = height;
    m_stride = width + 2 * Border;
    m_lines = 0;
    m_cells.assign(size_t(m_stride) * size_t(height + 2 * Border), 0);
}

void LineRaster::addLine(const QPointF &from, const QPointF &to, double width, int strength)
{
    countLine();
    stroke(from, to, width, strength);
}

void LineRaster::countLine()
{
    if (++m_lines % LinesUntilClamp == 0)
        clampAll();
}

void LineRaster::stroke(const QPointF &from, const QPointF &to, double width, int strength)
{
    width = std::clamp(width, 0.25, 2.0 * (Border - 6));
    Segment s{from.x(), from.y(), to.x(), to.y()};
    constexpr double Margin = 3;
    if (!std::isfinite(s.x0 + s.y0 + s.x1 + s.y1) ||
        !clip(s, -Margin, -Margin, m_width + Margin, m_height + Margin))
        return;
    const double dx = s.x1 - s.x0;
    const double dy = s.y1 - s.y0;
    const bool flat = std::abs(dx) >= std::abs(dy);
    if (std::max(std::abs(dx), std::abs(dy)) < 1e-6)
        return;
    if (flat ? s.x0 > s.x1 : s.y0 > s.y1) {
        std::swap(s.x0, s.x1);
        std::swap(s.y0, s.y1);
    }
    const double begin = flat ? s.x0 : s.y0;
    const double end = flat ? s.x1 : s.y1;
    const double slope = flat ? dy / dx : dx / dy;
    // Width across the shorter axis; at 45 degrees a line is wider that way than it is thick.
    const double across = std::min(width * std::sqrt(1 + slope * slope), 2.0 * (Border - 5));
    // A pixel belongs to the line when its centre does: no pixel twice where two segments meet.
    const int first = int(std::ceil(begin - 0.5));
    const int steps = int(std::ceil(end - 0.5)) - first;
    const double centre = (flat ? s.y0 : s.x0) + (first + 0.5 - begin) * slope;
    const std::int64_t low = fixed(centre - across / 2);
    std::uint16_t *origin = m_cells.data() + Border * (std::ptrdiff_t(m_stride) + 1);
    std::uint16_t *cell = origin + (flat ? first : first * std::ptrdiff_t(m_stride));
    const int sixteenths = int(std::lround(across * 16));
    if (sixteenths > LineProfile::Widest) {
        const std::ptrdiff_t along = flat ? 1 : m_stride;
        const std::ptrdiff_t beside = flat ? m_stride : 1;
        walkWide(cell, along, beside, steps, low, fixed(slope), fixed(across), strength);
        return;
    }
    const LineProfile &profile = LineProfile::of(sixteenths, std::clamp(strength, 1, FullStrength));
    const std::int64_t nearest = low + HalfASixteenth;
    if (!flat)
        walkSteep(cell, m_stride, steps, nearest, fixed(slope), profile);
    else if (sixteenths <= 16)
        walkFlat<2>(cell, m_stride, steps, nearest, fixed(slope), profile);
    else
        walkFlat<3>(cell, m_stride, steps, nearest, fixed(slope), profile);
}

void LineRaster::addDashedLine(const QPointF &from, const QPointF &to, double width, double dash, double gap,
                               int strength)
{
    Segment s{from.x(), from.y(), to.x(), to.y()};
    const QPointF along = to - from;
    const double length = std::hypot(along.x(), along.y());
    if (length < 1e-6 || !std::isfinite(length) || !clip(s, 0, 0, m_width, m_height))
        return;
    // Dashes are counted from the line's own beginning, so that they stand still while panning.
    const QPointF unit = along / length;
    const double begin = std::hypot(s.x0 - from.x(), s.y0 - from.y());
    const double end = std::hypot(s.x1 - from.x(), s.y1 - from.y());
    const double period = dash + gap;
    countLine(); // its dashes share no pixel
    for (auto i = std::int64_t(begin / period); double(i) * period < end; ++i) {
        const double at = double(i) * period;
        stroke(from + unit * at, from + unit * std::min(at + dash, length), width, strength);
    }
}

void LineRaster::clampAll()
{
    for (std::uint16_t &cell : m_cells)
        cell = std::min<std::uint16_t>(cell, Saturated);
}

} // namespace nodescope::graph
