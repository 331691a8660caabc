# nodescope_library(<folder> SOURCES ... [MOC] [INTERNAL headers...] [PUBLIC libs...] [PRIVATE libs...])
# One static library per folder of src/, named nodescope_<folder>, alias Nodescope::<Folder>.
# MOC: the folder holds QObjects. INTERNAL: headers that are for the folder alone; those in detail/ and *Private.h are anyway.
function(nodescope_library folder)
    cmake_parse_arguments(ARG "MOC" "" "SOURCES;INTERNAL;PUBLIC;PRIVATE" ${ARGN})
    string(SUBSTRING ${folder} 0 1 first)
    string(SUBSTRING ${folder} 1 -1 rest)
    string(TOUPPER ${first} first)
    add_library(nodescope_${folder} STATIC ${ARG_SOURCES})
    add_library(Nodescope::${first}${rest} ALIAS nodescope_${folder})
    set(headers ${ARG_SOURCES})
    list(FILTER headers INCLUDE REGEX "\\.h$")
    list(FILTER headers EXCLUDE REGEX "^(detail)?/|Private\\.h$")
    if(ARG_INTERNAL)
        list(REMOVE_ITEM headers ${ARG_INTERNAL})
    endif()
    set_target_properties(nodescope_${folder} PROPERTIES
        EXPORT_NAME ${first}${rest} NODESCOPE_PUBLIC_HEADERS "${headers}")
    target_compile_features(nodescope_${folder} PUBLIC cxx_std_20)
    if(ARG_MOC)
        set_target_properties(nodescope_${folder} PROPERTIES AUTOMOC ON)
    endif()
    target_include_directories(nodescope_${folder} PUBLIC
        $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src>
        $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
        $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/nodescope>)
    target_link_libraries(nodescope_${folder}
        PUBLIC ${ARG_PUBLIC}
        PRIVATE ${ARG_PRIVATE} $<BUILD_INTERFACE:Nodescope::Warnings>)
    nodescope_precompile(nodescope_${folder})
endfunction()

# Most of a file's compilation is Qt's and the standard library's headers. With NODESCOPE_PRECOMPILE they
# are read once for all targets without windows, and once for those with. Builds without it (release,
# package) see to it that each file still includes what it uses.
function(nodescope_precompile target)
    if(NOT NODESCOPE_PRECOMPILE)
        return()
    endif()
    set(owner nodescope_precompiled)
    get_target_property(libraries ${target} LINK_LIBRARIES)
    if(libraries MATCHES "Qt6::Widgets|Nodescope::Widgets")
        set(owner nodescope_precompiled_gui)
    endif()
    if(NOT TARGET ${owner})
        file(WRITE ${CMAKE_BINARY_DIR}/precompiled/${owner}.cpp "")
        add_library(${owner} OBJECT ${CMAKE_BINARY_DIR}/precompiled/${owner}.cpp)
        target_link_libraries(${owner} PRIVATE Qt6::Core Nodescope::Warnings)
        target_precompile_headers(${owner} PRIVATE
            <algorithm> <array> <chrono> <deque> <functional> <memory> <optional> <string> <variant> <vector>
            <QtCore/QtCore>)
        if(owner MATCHES gui)
            target_link_libraries(${owner} PRIVATE Qt6::Widgets)
            target_precompile_headers(${owner} PRIVATE <QtGui/QtGui> <QtWidgets/QtWidgets>)
        endif()
    endif()
    target_precompile_headers(${target} REUSE_FROM ${owner})
endfunction()

# The tst_*.moc that each tst_*.cpp includes at its end. AUTOMOC would do it too, with a scan, a file to compile
# and three steps for each of some two hundred programs: a quarter of the whole build.
function(nodescope_moc_tests target)
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "(^|/)tst_[A-Za-z0-9]+\\.cpp$")
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/${target}_moc)
    foreach(source ${sources})
        get_filename_component(path ${source} ABSOLUTE)
        get_filename_component(class ${source} NAME_WE)
        add_custom_command(OUTPUT ${folder}/${class}.moc
            COMMAND Qt6::moc -o ${folder}/${class}.moc ${path}
            DEPENDS ${path}
            VERBATIM)
        target_sources(${target} PRIVATE ${folder}/${class}.moc)
    endforeach()
    target_include_directories(${target} PRIVATE ${folder})
endfunction()

# nodescope_test(<name> SOURCES ... LIBS ... [LABELS ...] [TIMEOUT seconds] [GUI])
# One QtTest program. GUI: runs with Qt's offscreen platform.
function(nodescope_test name)
    cmake_parse_arguments(ARG "GUI" "TIMEOUT" "SOURCES;LIBS;LABELS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 60)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    nodescope_moc_tests(${name})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_link_libraries(${name} PRIVATE ${ARG_LIBS} Qt6::Test Nodescope::Warnings)
    nodescope_precompile(${name})
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}")
    set(environment "LC_ALL=C.UTF-8" "NODESCOPE_SOURCE_DIR=${PROJECT_SOURCE_DIR}")
    if(ARG_GUI)
        list(APPEND environment "QT_QPA_PLATFORM=offscreen")
    endif()
    set_property(TEST ${name} PROPERTY ENVIRONMENT "${environment}")
endfunction()
