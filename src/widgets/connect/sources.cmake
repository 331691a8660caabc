# Connecting ourselves: dialog, cookie, TLS, recent nodes, known hosts.
target_sources(nodescope_widgets PRIVATE
    connect/ConnectActions.cpp connect/ConnectActions.h
    connect/ConnectDialog.cpp connect/ConnectDialog.h
    connect/CookieField.cpp connect/CookieField.h
    connect/EpmdPorts.cpp connect/EpmdPorts.h
    connect/KnownHosts.cpp connect/KnownHosts.h
    connect/RecentNodes.cpp connect/RecentNodes.h
    connect/TlsOptionField.cpp connect/TlsOptionField.h
    "${PROJECT_SOURCE_DIR}/ui/ConnectDialog.ui")
