# Going through time, recordings, and what happened to the whole cluster.
target_sources(nodescope_widgets PRIVATE
    replay/Notice.h
    replay/PastBar.cpp replay/PastBar.h
    replay/PlayActions.cpp replay/PlayActions.h
    replay/RecentRecordings.cpp replay/RecentRecordings.h
    replay/RecordingActions.cpp replay/RecordingActions.h
    replay/StoriesPage.cpp replay/StoriesPage.h
    replay/TimeDesk.cpp replay/TimeDesk.h)
