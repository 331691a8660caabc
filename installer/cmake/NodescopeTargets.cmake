# nodescope_library(<folder> SOURCES ... [MOC] [INTERNAL headers...] [ALONE sources...]
#                   [PUBLIC libs...] [PRIVATE libs...])
# One static library per folder of src/, named nodescope_<folder>, alias Nodescope::<Folder>.
# MOC: the folder holds QObjects. INTERNAL: headers that are for the folder alone; those in detail/ and *Private.h are anyway.
function(nodescope_library folder)
    cmake_parse_arguments(ARG "MOC" "" "SOURCES;INTERNAL;ALONE;PUBLIC;PRIVATE" ${ARGN})
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
    nodescope_unite(nodescope_${folder} ALONE ${ARG_ALONE})
endfunction()

# nodescope_unite(<target> [ALONE sources...])
# With NODESCOPE_UNITY the compiler reads ten files at a time, and the headers that they share once: a third of
# the time. Files that have a name of their own for something that a neighbour names the same are ALONE.
# Which ten are together follows from the order in which they are listed and from nothing else: left to itself
# each release of CMake shares them out otherwise, and names that never met would meet.
function(nodescope_unite target)
    cmake_parse_arguments(ARG "" "" "ALONE" ${ARGN})
    if(NODESCOPE_UNITY)
        set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
        # At the end of the folder, when all sources are listed.
        cmake_language(EVAL CODE "cmake_language(DEFER CALL nodescope_share_out [[${target}]] [[${ARG_ALONE}]])")
    endif()
endfunction()

function(nodescope_share_out target alone)
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    if(alone)
        list(REMOVE_ITEM sources ${alone})
    endif()
    set(count 0)
    foreach(source IN LISTS sources)
        math(EXPR group "${count} / 10")
        math(EXPR count "${count} + 1")
        set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
    endforeach()
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
    # As the headers were: a program would be compiled with -fPIE, where Qt does not ask for -fPIC as Debian 12's does.
    target_compile_options(${target} PRIVATE -fPIC)
endfunction()

# The tst_*.moc that each tst_*.cpp includes at its end. AUTOMOC would do it too, with a scan, a file to compile
# and three steps for each of some two hundred programs: a quarter of the whole build.
function(nodescope_moc_tests target)
    set(sources ${ARGN})
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

# What all programs with tests of QtTest are compiled with.
function(nodescope_compile_tests target)
    target_link_libraries(${target} PRIVATE Nodescope::Warnings)
    # The macros that wait convert as they please: those of Qt 6.8 are taken for ours by g++ 14.
    set_target_properties(${target} PROPERTIES NODESCOPE_MAY_CONVERT ON)
    nodescope_precompile(${target})
    target_link_libraries(${target} PRIVATE $<TARGET_NAME_IF_EXISTS:nodescope_qt_order>)
endfunction()

# What all tests of QtTest have in common when they run.
function(nodescope_add_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT;GUI" "COMMAND;LABELS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 60)
    endif()
    add_test(NAME ${name} COMMAND ${ARG_COMMAND})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}")
    set(environment "LC_ALL=C.UTF-8" "NODESCOPE_SOURCE_DIR=${PROJECT_SOURCE_DIR}")
    if(ARG_GUI)
        # With a screen of a desktop's size: newer versions of Qt fit a restored window to its screen, and the
        # platform's own is smaller than ours.
        list(APPEND environment
            "QT_QPA_PLATFORM=offscreen:configfile=${PROJECT_SOURCE_DIR}/tests/support/screen.json")
    endif()
    set_property(TEST ${name} PROPERTY ENVIRONMENT "${environment}")
endfunction()

# nodescope_test(<name> SOURCES ... LIBS ... [LABELS ...] [TIMEOUT seconds] [GUI])
# One QtTest program. GUI: runs with Qt's offscreen platform.
function(nodescope_test name)
    cmake_parse_arguments(ARG "GUI" "TIMEOUT" "SOURCES;LIBS;LABELS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    nodescope_moc_tests(${name} ${ARG_SOURCES})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_link_libraries(${name} PRIVATE ${ARG_LIBS} Qt6::Test)
    nodescope_compile_tests(${name})
    nodescope_add_test(${name} GUI ${ARG_GUI} TIMEOUT ${ARG_TIMEOUT} LABELS ${ARG_LABELS} COMMAND ${name})
endfunction()

# nodescope_tests(<program> CLASSES ... LIBS ... [SOURCES ...] [ALONE ...] [LABELS ...] [TIMEOUT seconds]
#                 [PREFIX text] [GUI])
# Many QtTest classes in one program, each a test of its own: tst_<Class>.cpp and what else they share. So the
# headers are read once for all of them, and there is one program to link. ALONE: classes, see nodescope_unite().
function(nodescope_tests program)
    cmake_parse_arguments(ARG "GUI" "TIMEOUT;PREFIX" "CLASSES;SOURCES;ALONE;LIBS;LABELS" ${ARGN})
    if(NOT ARG_PREFIX)
        set(ARG_PREFIX tst_)
    endif()
    # Each class is entered by a file of its own, see support/TestGroup.h.
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/${program}_entered)
    foreach(class IN LISTS ARG_CLASSES)
        file(CONFIGURE OUTPUT ${folder}/${class}.cpp CONTENT
            "#include \"support/TestGroup.h\"\n#include \"${CMAKE_CURRENT_SOURCE_DIR}/tst_${class}.cpp\"\n")
        list(APPEND tests tst_${class}.cpp)
        list(APPEND entered ${folder}/${class}.cpp)
        if(class IN_LIST ARG_ALONE)
            list(APPEND alone ${folder}/${class}.cpp)
        endif()
    endforeach()
    add_executable(${program} ${entered} ${ARG_SOURCES})
    nodescope_moc_tests(${program} ${tests})
    target_link_libraries(${program} PRIVATE nodescope_test_group ${ARG_LIBS})
    nodescope_compile_tests(${program})
    # A test class with members of its file's own types: to g++ it looks like a header that does so.
    target_compile_options(${program} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
    nodescope_unite(${program} ALONE ${alone})
    foreach(class IN LISTS ARG_CLASSES)
        nodescope_add_test(${ARG_PREFIX}${class} GUI ${ARG_GUI} TIMEOUT ${ARG_TIMEOUT} LABELS ${ARG_LABELS}
            COMMAND ${program} tst_${class})
    endforeach()
endfunction()
