# The pane at the right: pages of nodes, links and events, and why an attempt failed.
target_sources(nodescope_widgets PRIVATE
    inspector/EventPage.cpp inspector/EventPage.h
    inspector/ExcerptView.cpp inspector/ExcerptView.h
    inspector/FailureView.cpp inspector/FailureView.h
    inspector/InspectorPage.h
    inspector/InspectorPane.cpp inspector/InspectorPane.h
    inspector/LadderView.cpp inspector/LadderView.h
    inspector/LinkActions.cpp inspector/LinkActions.h
    inspector/LinkPage.cpp inspector/LinkPage.h
    inspector/MessagePage.cpp inspector/MessagePage.h
    inspector/NodePage.cpp inspector/NodePage.h
    inspector/PageHead.cpp inspector/PageHead.h
    inspector/RepairView.cpp inspector/RepairView.h
    inspector/RungSign.cpp inspector/RungSign.h
    inspector/TabbedPage.cpp inspector/TabbedPage.h)
