# What went wrong, said quietly.
target_sources(nodescope_widgets PRIVATE
    notices/MessageBar.cpp notices/MessageBar.h)
