# The messages that reach us.
target_sources(nodescope_widgets PRIVATE
    inbox/InboxActions.cpp inbox/InboxActions.h
    inbox/InboxPage.cpp inbox/InboxPage.h
    inbox/InboxWords.cpp inbox/InboxWords.h)
