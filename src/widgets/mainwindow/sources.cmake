# The window: where panes, menus, toolbar and status bar are.
target_sources(nodescope_widgets PRIVATE
    mainwindow/AboutDialog.cpp mainwindow/AboutDialog.h
    mainwindow/ApplicationActions.cpp mainwindow/ApplicationActions.h
    mainwindow/CommandPalette.cpp mainwindow/CommandPalette.h
    mainwindow/DockLayout.cpp mainwindow/DockLayout.h
    mainwindow/DockTitle.cpp mainwindow/DockTitle.h
    mainwindow/FindField.cpp mainwindow/FindField.h
    mainwindow/HelpActions.cpp mainwindow/HelpActions.h
    mainwindow/LayoutMemory.cpp mainwindow/LayoutMemory.h
    mainwindow/LiveSign.cpp mainwindow/LiveSign.h
    mainwindow/MainToolBar.cpp mainwindow/MainToolBar.h
    mainwindow/MainWindow.cpp mainwindow/MainWindow.h
    mainwindow/Preferences.cpp mainwindow/Preferences.h
    mainwindow/PreferencesDialog.cpp mainwindow/PreferencesDialog.h
    mainwindow/Presenter.cpp mainwindow/Presenter.h
    mainwindow/RecordingSign.cpp mainwindow/RecordingSign.h
    mainwindow/SessionState.cpp mainwindow/SessionState.h
    mainwindow/ShortcutsDialog.cpp mainwindow/ShortcutsDialog.h
    mainwindow/StatusSummary.cpp mainwindow/StatusSummary.h
    mainwindow/ViewActions.cpp mainwindow/ViewActions.h
    mainwindow/WindowActions.cpp mainwindow/WindowActions.h
    mainwindow/WindowDocks.cpp mainwindow/WindowDocks.h
    mainwindow/WindowServices.h
    "${PROJECT_SOURCE_DIR}/ui/PreferencesDialog.ui")
