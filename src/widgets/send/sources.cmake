# Sending terms to registered processes.
target_sources(nodescope_widgets PRIVATE
    send/SendActions.cpp send/SendActions.h
    send/SendDialog.cpp send/SendDialog.h
    "${PROJECT_SOURCE_DIR}/ui/SendDialog.ui")
