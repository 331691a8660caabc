#pragma once

#include <cstdint>
#include <vector>

#include <QPointF>

namespace nodescope::graph {

/// Antialiased lines as sums of coverage: 16 units are one full line over a pixel, and lines that
/// cross add up (to Saturated at most). A colour table then makes an image of it. This is what lets
/// tens of thousands of links be drawn in a frame: a line costs a few additions per pixel of its
/// length, with no painter, path or blending.
///
/// Pure arithmetic on one array; use one per thread.
class LineRaster
{
public:
    /// Coverage above this is shown as this.
    static constexpr int Saturated = 255;
    /// Of one line at full strength.
    static constexpr int FullStrength = 16;

    /// Sets the size in pixels and clears.
    void reset(int width, int height);
    /// From centre to centre of two points in pixels, `width` pixels wide, `strength` 1 to 16.
    void addLine(const QPointF &from, const QPointF &to, double width, int strength = FullStrength);
    void addDashedLine(const QPointF &from, const QPointF &to, double width, double dash, double gap,
                       int strength = FullStrength);

    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }
    /// `width()` sums; may exceed Saturated.
    [[nodiscard]] const std::uint16_t *row(int y) const
    {
        return m_cells.data() + size_t(y + Border) * size_t(m_stride) + Border;
    }

private:
    /// Cells around the visible ones, so that the inner loop needs no bounds check.
    static constexpr int Border = 12;
    /// After so many lines no cell can have overflowed yet.
    static constexpr int LinesUntilClamp = 4000;

    void countLine();
    void stroke(const QPointF &from, const QPointF &to, double width, int strength);
    void clampAll();

    int m_width = 0;
    int m_height = 0;
    int m_stride = 0;
    int m_lines = 0;
    std::vector<std::uint16_t> m_cells;
};

} // namespace nodescope::graph
