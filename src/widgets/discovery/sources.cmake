# Sources of discovery, and cluster profiles.
target_sources(nodescope_widgets PRIVATE
    discovery/AddSourceDialog.cpp discovery/AddSourceDialog.h
    discovery/DiscoveryActions.cpp discovery/DiscoveryActions.h
    discovery/DiscoveryDialog.cpp discovery/DiscoveryDialog.h
    discovery/DiscoveryWords.cpp discovery/DiscoveryWords.h
    discovery/ProfileFiles.cpp discovery/ProfileFiles.h
    discovery/ProfileForm.cpp discovery/ProfileForm.h
    discovery/ProfilePlacements.cpp discovery/ProfilePlacements.h
    discovery/ProfilesDialog.cpp discovery/ProfilesDialog.h
    discovery/ProfileStore.cpp discovery/ProfileStore.h)
