#pragma once

#include <memory>

#include "graph/LinkRaster.h"
#include "widgets/graphview/Picture.h"
#include "widgets/graphview/PlacedImage.h"

namespace nodescope::widgets {

/// The plain links of a large graph as one image, and its nodes where they are mere dots; kept while the
/// person pans: the image is larger than the view. When positions or looks change it is made at once, so that
/// what is shown is exact; when only the view changes, a thread makes the next one, and the last is shown in
/// its place, stretched.
class LinkLayer
{
public:
    /// What covered() answers where there is nothing to be shown: beyond any view.
    static constexpr QRectF Everywhere{-1e6, -1e6, 2e6, 2e6};

    void paint(QPainter &painter, const Picture &picture);
    /// Whether the next image is being made: paint again soon.
    [[nodiscard]] bool isBusy() const { return m_job != nullptr; }
    /// The part of the view's plane of which the image shows the links; empty when it is of another state.
    [[nodiscard]] QRectF covered(const Picture &picture) const;
    /// Whether the image holds such a link: a plain one, and in a crowd also those of which one end knows,
    /// and those that are down, without their ticks.
    [[nodiscard]] static bool holds(const Picture &picture, const LinkLook &look);
    /// Whether nodes are dots that the layer holds: many, and small.
    [[nodiscard]] static bool holdsNodes(const Picture &picture);

private:
    /// What an image was made of, its viewport aside.
    struct Key
    {
        quint64 version = 0;
        qreal ratio = 0;
        QSizeF view;
        int selected = -1; ///< only where meshes open at it
        bool nodes = false;
        qreal weight = 1;
        QRgb colour = 0;
        friend bool operator==(const Key &, const Key &) = default;
        /// Whether nothing but the version differs.
        [[nodiscard]] bool isLaterThan(const Key &other) const;
    };
    struct Made
    {
        Key key;
        qreal margin = 0; ///< around the view, in logical pixels
        PlacedImage placed;
        bool isEmpty = false; ///< there is nothing to be drawn, and no image
    };

    /// What the lines were collected from.
    struct LinesOf
    {
        quint64 looks = 0;
        int selected = -1;
        friend bool operator==(const LinesOf &, const LinesOf &) = default;
    };
    /// What the dots were painted from.
    struct DotsOf
    {
        quint64 looks = 0;
        double zoom = 0;
        qreal ratio = 0;
        friend bool operator==(const DotsOf &, const DotsOf &) = default;
    };

    [[nodiscard]] static Key keyOf(const Picture &picture, qreal ratio);
    [[nodiscard]] graph::RasterInput inputFor(const Picture &picture, const Made &made);
    void collectLines(const Picture &picture);
    void collectDots(const Picture &picture, qreal ratio);
    [[nodiscard]] Made madeFor(const Picture &picture, const Key &key) const;
    void renderNow(const Picture &picture, const Key &key);
    void renderLater(const Picture &picture, const Key &key);

    Made m_shown;
    Made m_next; ///< of the job; without its image until it is ready
    std::unique_ptr<graph::RasterJob> m_job;
    QImage m_spare; ///< the one before, taken again
    graph::LineRaster m_raster;
    LinesOf m_linesOf;
    DotsOf m_dotsOf;
    std::shared_ptr<const std::vector<graph::RasterLine>> m_lines;
    std::shared_ptr<const std::vector<std::uint8_t>> m_dotOf;
    std::vector<QImage> m_dots;
};

} // namespace nodescope::widgets
