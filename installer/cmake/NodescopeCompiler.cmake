# How every target of the project is compiled: the standard, the warnings and the sanitizers.
# One interface target carries all of it, so that no folder has rules of its own.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC OFF)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Build type" FORCE)
endif()

find_program(NODESCOPE_CCACHE ccache)
if(NODESCOPE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${NODESCOPE_CCACHE}")
    if(NODESCOPE_PRECOMPILE)
        # What ccache asks for before it keeps anything that used precompiled headers.
        set(CMAKE_CXX_COMPILER_LAUNCHER
            ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
            "${NODESCOPE_CCACHE}")
    endif()
endif()
if(NODESCOPE_PRECOMPILE AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    add_compile_options(-fpch-preprocess)
endif()

# Hundreds of test programs are linked: lld needs a fifth of the time of GNU ld. What is installed is linked by
# the system's own.
if(NODESCOPE_PRECOMPILE)
    find_program(NODESCOPE_LLD ld.lld)
    if(NODESCOPE_LLD)
        add_link_options(-fuse-ld=lld)
    endif()
endif()

add_library(nodescope_warnings INTERFACE)
add_library(Nodescope::Warnings ALIAS nodescope_warnings)
target_compile_options(nodescope_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<NOT:$<BOOL:$<TARGET_PROPERTY:NODESCOPE_MAY_CONVERT>>>:-Wconversion> -Wsign-conversion -Wcast-qual -Wformat=2 -Wimplicit-fallthrough
    # g++ 12 to 14 take the inactive members of a std::variant for uninitialised ones, now here, now there.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
    $<$<BOOL:${NODESCOPE_WERROR}>:-Werror>)
target_compile_definitions(nodescope_warnings INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    # Qt 6.4 is the floor: what a later Qt deprecates has no replacement there, so it is no warning.
    QT_WARN_DEPRECATED_UP_TO=0x060400)

# Options of one compiler are unknown to the other.
if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    add_compile_options(-Wno-unknown-warning-option)
endif()

if(NODESCOPE_SANITIZE)
    add_compile_options(-fsanitize=${NODESCOPE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${NODESCOPE_SANITIZE})
endif()
