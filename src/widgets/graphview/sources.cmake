# The graph: the cluster as a picture, on one canvas.
target_sources(nodescope_widgets PRIVATE
    graphview/Annotations.cpp graphview/Annotations.h
    graphview/Fitting.cpp graphview/Fitting.h
    graphview/GraphCaches.h
    graphview/GraphAccessible.cpp graphview/GraphAccessible.h
    graphview/GraphGestures.cpp
    graphview/GraphKeys.cpp
    graphview/GraphPainter.cpp graphview/GraphPainter.h
    graphview/GraphTips.cpp graphview/GraphTips.h
    graphview/GraphView.cpp graphview/GraphView.h
    graphview/GraphViewEvents.cpp
    graphview/GraphViewPrivate.cpp graphview/GraphViewPrivate.h
    graphview/GraphText.h
    graphview/HullPainter.cpp graphview/HullPainter.h
    graphview/Hulls.cpp graphview/Hulls.h
    graphview/LinkLayer.cpp graphview/LinkLayer.h
    graphview/LinkLook.cpp graphview/LinkLook.h
    graphview/LinkPainter.cpp graphview/LinkPainter.h
    graphview/Motion.cpp graphview/Motion.h
    graphview/NodeLook.cpp graphview/NodeLook.h
    graphview/NodePainter.cpp graphview/NodePainter.h
    graphview/Overlay.cpp graphview/Overlay.h
    graphview/OverlayImages.cpp graphview/OverlayImages.h
    graphview/Picture.cpp graphview/Picture.h
    graphview/PlacedImage.cpp graphview/PlacedImage.h
    graphview/Placement.h
    graphview/SceneImage.cpp graphview/SceneImage.h
    graphview/SignPlacer.cpp graphview/SignPlacer.h
    graphview/Silences.cpp graphview/Silences.h
    graphview/Stage.cpp graphview/Stage.h
    graphview/StageMessages.cpp
    graphview/TravelPainter.cpp graphview/TravelPainter.h
    graphview/Travels.cpp graphview/Travels.h
    graphview/StageLayout.cpp)
