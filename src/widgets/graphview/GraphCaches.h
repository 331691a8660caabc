#pragma once

#include "widgets/graphview/LinkLayer.h"
#include "widgets/graphview/OverlayImages.h"
#include "widgets/graphview/SceneImage.h"

namespace nodescope::widgets {

/// What one view keeps from frame to frame.
struct GraphCaches
{
    LinkLayer links;
    SceneImage scene;
    OverlayImages overlay;
};

} // namespace nodescope::widgets
