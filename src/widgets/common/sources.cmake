# What every pane shares.
target_sources(nodescope_widgets PRIVATE
    common/ActionSet.cpp common/ActionSet.h
    common/FactList.cpp common/FactList.h
    common/FittingWindow.cpp common/FittingWindow.h
    common/FoldingGrid.cpp common/FoldingGrid.h
    common/HostMask.cpp common/HostMask.h
    common/Labels.cpp common/Labels.h
    common/LanguageManager.cpp common/LanguageManager.h
    common/LateRefresh.cpp common/LateRefresh.h
    common/NodeSign.cpp common/NodeSign.h
    common/Pace.h
    common/PageStack.h
    common/SafeText.cpp common/SafeText.h
    common/SelectionModel.cpp common/SelectionModel.h
    common/Words.cpp common/Words.h
    common/TabBar.h
    common/WrappingLabel.cpp common/WrappingLabel.h)
