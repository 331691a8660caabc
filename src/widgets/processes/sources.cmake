# Processes of nodes, what they are tied to, and supervision trees.
target_sources(nodescope_widgets PRIVATE
    processes/ProcessDetailView.cpp processes/ProcessDetailView.h
    processes/ProcessesPage.cpp processes/ProcessesPage.h
    processes/ProcessWords.cpp processes/ProcessWords.h
    processes/TiesLayout.cpp processes/TiesLayout.h
    processes/TiesView.cpp processes/TiesView.h)
