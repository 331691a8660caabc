# Starting and stopping the practice cluster.
target_sources(nodescope_widgets PRIVATE
    practice/PracticeActions.cpp practice/PracticeActions.h
    practice/PracticeDialog.cpp practice/PracticeDialog.h
    "${PROJECT_SOURCE_DIR}/ui/PracticeDialog.ui")
