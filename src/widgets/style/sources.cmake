# The look: theme, style sheet, icons, and the files they are made of.
target_sources(nodescope_widgets PRIVATE
    style/DeviceScale.h
    style/GroupColours.cpp style/GroupColours.h
    style/Icons.cpp style/Icons.h
    style/ProgramStyle.cpp style/ProgramStyle.h
    style/StyleSheet.cpp style/StyleSheet.h
    style/SystemMotion.cpp style/SystemMotion.h
    style/Theme.cpp style/Theme.h
    style/ThemeManager.cpp style/ThemeManager.h)

set(nodescope_icons
    add armed check check-on-dark check-on-light chevron-down chevron-left chevron-right chevron-up clock close combo-arrow-dark
    combo-arrow-light connect cookie copy disarmed disconnect doctor error eye find fit flag help
    host info language layout link-up list live more name node-beam node-c node-hidden node-practice
    node-self nodescope open pause pin play plug practice record refresh remove save send settings step-back
    step-forward terminal timeout tls undo warning zoom-in zoom-out)
list(TRANSFORM nodescope_icons PREPEND "${PROJECT_SOURCE_DIR}/resources/icons/")
list(TRANSFORM nodescope_icons APPEND ".svg")

qt_add_resources(nodescope_widgets nodescope_look
    PREFIX /nodescope
    BASE "${PROJECT_SOURCE_DIR}/resources"
    FILES ${nodescope_icons} "${PROJECT_SOURCE_DIR}/resources/style/nodescope.qss")
