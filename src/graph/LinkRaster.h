#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <thread>
#include <vector>

#include <QImage>
#include <QPointF>
#include <QSize>

#include "graph/LineRaster.h"

namespace nodescope::graph {

/// One line between two points; its two halves may differ in strength, 0 to LineRaster::FullStrength.
struct RasterLine
{
    int a = 0;
    int b = 0;
    std::uint8_t strengthA = LineRaster::FullStrength;
    std::uint8_t strengthB = LineRaster::FullStrength;
    std::uint8_t style = 0; ///< an index of RasterInput::styles
};

/// Lengths in pixels; a dash of 0: solid.
struct RasterStyle
{
    double width = 1;
    double dash = 0;
    double gap = 0;
};

/// All that an image of links, and of nodes that are mere dots, is made of: nothing else is read, so that it
/// can be made on another thread.
struct RasterInput
{
    QSize size;                                           ///< in pixels
    std::vector<QPointF> points;                          ///< in pixels, of nodes
    std::shared_ptr<const std::vector<RasterLine>> lines; ///< indexes of points
    std::vector<RasterStyle> styles;
    /// Premultiplied, for each sum of coverage.
    std::array<QRgb, LineRaster::Saturated + 1> colours{};
    std::vector<QImage> dots; ///< ARGB32 premultiplied; empty: nodes are painted elsewhere
    std::shared_ptr<const std::vector<std::uint8_t>> dotOf; ///< per point, an index of dots; NoDot: none

    static constexpr std::uint8_t NoDot = 255;
};

/// Makes the image. `raster` is scratch, `image` is taken again when it has the size.
void rasterise(const RasterInput &input, LineRaster &raster, QImage &image);

/// The same on a thread of its own. Ask isReady() at each frame, then take the image. Destruction waits for
/// the thread.
class RasterJob
{
public:
    RasterJob(RasterInput input, QImage reused);
    ~RasterJob();
    RasterJob(const RasterJob &) = delete;
    RasterJob &operator=(const RasterJob &) = delete;

    [[nodiscard]] bool isReady() const { return m_ready.load(std::memory_order_acquire); }
    /// Waits when it is not ready.
    [[nodiscard]] QImage take();

private:
    QImage m_image;
    std::atomic<bool> m_ready{false};
    std::thread m_thread;
};

} // namespace nodescope::graph
