# The list of nodes, and what can be done with one.
target_sources(nodescope_widgets PRIVATE
    nodelist/NodeActions.cpp nodelist/NodeActions.h
    nodelist/NodeListPane.cpp nodelist/NodeListPane.h
    nodelist/NodeTreeDelegate.cpp nodelist/NodeTreeDelegate.h
    nodelist/NodeTreeWords.cpp nodelist/NodeTreeWords.h)
