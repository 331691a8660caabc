#pragma once

#include <vector>

#include <QRectF>

#include "cluster/Link.h"
#include "graph/Viewport.h"
#include "widgets/graphview/LinkLayer.h"
#include "widgets/graphview/OverlayImages.h"
#include "widgets/graphview/SceneImage.h"

namespace nodescope::widgets {

/// Where the signs of links and their plates stand in the frame that is shown. They belong to their links:
/// whoever points at one points at the link.
struct SignPlaces
{
    struct Place
    {
        QRectF rect; ///< in the view, at `viewport`
        cluster::LinkKey link;
    };

    graph::Viewport viewport; ///< for which they were placed; the image of a frame may be moved since
    std::vector<Place> places;
};

/// What one view keeps from frame to frame.
struct GraphCaches
{
    LinkLayer links;
    SignPlaces signs;
    SceneImage scene;
    OverlayImages overlay;
};

} // namespace nodescope::widgets
