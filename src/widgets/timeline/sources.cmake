# The pane at the bottom: timeline, events, tables.
target_sources(nodescope_widgets PRIVATE
    timeline/EventsPage.cpp timeline/EventsPage.h
    timeline/Lanes.cpp timeline/Lanes.h
    timeline/StoryPainter.cpp timeline/StoryPainter.h
    timeline/TablePage.cpp timeline/TablePage.h
    timeline/TimeActions.cpp timeline/TimeActions.h
    timeline/TimelineGeometry.cpp timeline/TimelineGeometry.h
    timeline/TimelineInput.cpp
    timeline/TimelinePainter.cpp timeline/TimelinePainter.h
    timeline/TimelinePane.cpp timeline/TimelinePane.h
    timeline/TimelineView.cpp timeline/TimelineView.h
    timeline/TimeWindow.cpp timeline/TimeWindow.h)
