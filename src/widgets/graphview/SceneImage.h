#pragma once

#include <functional>

#include "widgets/graphview/Picture.h"
#include "widgets/graphview/PlacedImage.h"

namespace nodescope::widgets {

/// What lies in the scene as one opaque image, with a margin around the view: while a person pans or zooms
/// (Picture::gliding) and nothing else changes, a frame is this image moved and stretched, which costs a copy
/// of its pixels however large the graph is. When the hand rests, the view is painted as it should be: with
/// labels at the places that are best there.
class SceneImage
{
public:
    /// Paints all that lies in the scene within `area`, a rectangle of the view's coordinates.
    using PaintScene = std::function<void(QPainter &painter, const QRectF &area)>;

    /// Paints the view by the image, or makes it first. False: paint without it. `covered` is the part of the
    /// view's plane for which links are at hand.
    [[nodiscard]] bool paint(QPainter &painter, const Picture &picture, const QRectF &covered,
                             const PaintScene &paintScene);

private:
    /// What an image was made of, its viewport aside.
    struct Key
    {
        quint64 version = 0;
        qreal ratio = 0;
        QSizeF view;
        std::array<int, 5> marked{};
        bool focused = false;
        friend bool operator==(const Key &, const Key &) = default;
    };

    [[nodiscard]] static Key keyOf(const Picture &picture, qreal ratio);
    [[nodiscard]] bool serves(const Picture &picture) const;

    Key m_key;  ///< of the image
    Key m_last; ///< of the frame before: an image is made only when two frames in a row are of the same
    PlacedImage m_placed;
};

} // namespace nodescope::widgets
