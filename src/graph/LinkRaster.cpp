#include "graph/LinkRaster.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace nodescope::graph {

namespace {

void addLine(const RasterInput &input, const RasterLine &line, LineRaster &raster)
{
    const RasterStyle &style = input.styles[line.style];
    const QPointF &a = input.points[size_t(line.a)];
    const QPointF &b = input.points[size_t(line.b)];
    const auto draw = [&](const QPointF &from, const QPointF &to, int strength) {
        if (style.dash > 0)
            raster.addDashedLine(from, to, style.width, style.dash, style.gap, strength);
        else
            raster.addLine(from, to, style.width, strength);
    };
    if (line.strengthA == line.strengthB) {
        draw(a, b, line.strengthA);
        return;
    }
    const QPointF middle = (a + b) / 2;
    if (line.strengthA > 0)
        draw(a, middle, line.strengthA);
    if (line.strengthB > 0)
        draw(b, middle, line.strengthB);
}

void colour(const RasterInput &input, const LineRaster &raster, QImage &image)
{
    const int width = raster.width();
    for (int y = 0; y < raster.height(); ++y) {
        const std::uint16_t *sums = raster.row(y);
        auto *pixels = reinterpret_cast<QRgb *>(image.scanLine(y));
        int x = 0;
        // Most of a picture is ground: four cells at once.
        for (; x + 4 <= width; x += 4) {
            std::uint64_t four;
            std::memcpy(&four, sums + x, sizeof four);
            if (four == 0) {
                std::memset(pixels + x, 0, 4 * sizeof(QRgb));
                continue;
            }
            for (int i = x; i < x + 4; ++i)
                pixels[i] = input.colours[std::min<std::uint16_t>(sums[i], LineRaster::Saturated)];
        }
        for (; x < width; ++x)
            pixels[x] = input.colours[std::min<std::uint16_t>(sums[x], LineRaster::Saturated)];
    }
}

QRgb over(QRgb above, QRgb below)
{
    const unsigned through = 255U - unsigned(qAlpha(above));
    const auto channel = [through](int x, int y) { return x + int((unsigned(y) * through + 127U) / 255U); };
    return qRgba(channel(qRed(above), qRed(below)), channel(qGreen(above), qGreen(below)),
                 channel(qBlue(above), qBlue(below)), channel(qAlpha(above), qAlpha(below)));
}

/// Its middle at the point, on whole pixels.
void blend(const QImage &dot, const QPointF &at, QImage &image)
{
    if (!std::isfinite(at.x() + at.y()) || std::abs(at.x()) > 1e6 || std::abs(at.y()) > 1e6)
        return;
    const int left = int(std::lround(at.x() - dot.width() / 2.0));
    const int top = int(std::lround(at.y() - dot.height() / 2.0));
    const int first = std::max(0, -left);
    const int last = std::min(dot.width(), image.width() - left);
    for (int y = std::max(0, -top); y < std::min(dot.height(), image.height() - top); ++y) {
        const auto *from = reinterpret_cast<const QRgb *>(dot.constScanLine(y));
        auto *to = reinterpret_cast<QRgb *>(image.scanLine(top + y)) + left;
        for (int x = first; x < last; ++x) {
            const int alpha = qAlpha(from[x]);
            if (alpha == 255)
                to[x] = from[x];
            else if (alpha > 0)
                to[x] = over(from[x], to[x]);
        }
    }
}

} // namespace

void rasterise(const RasterInput &input, LineRaster &raster, QImage &image)
{
    raster.reset(input.size.width(), input.size.height());
    for (const RasterLine &line : *input.lines)
        addLine(input, line, raster);
    if (image.size() != input.size || image.format() != QImage::Format_ARGB32_Premultiplied)
        image = QImage(input.size, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return;
    colour(input, raster, image);
    if (input.dots.empty() || !input.dotOf)
        return;
    for (size_t i = 0; i < input.points.size(); ++i) {
        if ((*input.dotOf)[i] != RasterInput::NoDot)
            blend(input.dots[(*input.dotOf)[i]], input.points[i], image);
    }
}

RasterJob::RasterJob(RasterInput input, QImage reused)
    : m_image(std::move(reused))
    , m_thread([this, input = std::move(input)] {
        LineRaster raster;
        rasterise(input, raster, m_image);
        m_ready.store(true, std::memory_order_release);
    })
{
}

RasterJob::~RasterJob()
{
    if (m_thread.joinable())
        m_thread.join();
}

QImage RasterJob::take()
{
    if (m_thread.joinable())
        m_thread.join();
    return std::move(m_image);
}

} // namespace nodescope::graph
