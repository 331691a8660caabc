# The distribution client as a CMake package: find_package(NodescopeDist), target Nodescope::Dist.
# It is the component "development": libraries, public headers in include/nodescope/<folder>/, and
# CMake files that find what the libraries need. Everything in it is relative to where it is installed.

include(CMakePackageConfigHelpers)

set(NODESCOPE_DIST_FOLDERS base term protocol dist)
set(NODESCOPE_DIST_CMAKEDIR "${CMAKE_INSTALL_LIBDIR}/cmake/NodescopeDist")

# nodescope_install_headers(<folder>): its public headers, see nodescope_library().
function(nodescope_install_headers folder)
    get_target_property(headers nodescope_${folder} NODESCOPE_PUBLIC_HEADERS)
    foreach(header IN LISTS headers)
        get_filename_component(directory "${header}" DIRECTORY)
        install(FILES "${PROJECT_SOURCE_DIR}/src/${folder}/${header}"
            DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/nodescope/${folder}/${directory}"
            COMPONENT development)
    endforeach()
endfunction()

foreach(folder IN LISTS NODESCOPE_DIST_FOLDERS)
    nodescope_install_headers(${folder})
    install(TARGETS nodescope_${folder} EXPORT NodescopeDist
        ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT development)
endforeach()
# A term is a cell and a pointer, and copied as such: the one header of an inside that others need.
install(FILES "${PROJECT_SOURCE_DIR}/src/term/detail/Cell.h"
    DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/nodescope/term/detail" COMPONENT development)

install(FILES "${PROJECT_SOURCE_DIR}/installer/debian/copyright"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/nodescope-dist-dev" COMPONENT development)

install(EXPORT NodescopeDist NAMESPACE Nodescope:: FILE NodescopeDistTargets.cmake
    DESTINATION "${NODESCOPE_DIST_CMAKEDIR}" COMPONENT development)
configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/NodescopeDistConfig.cmake.in"
    "${CMAKE_CURRENT_BINARY_DIR}/NodescopeDistConfig.cmake"
    INSTALL_DESTINATION "${NODESCOPE_DIST_CMAKEDIR}"
    NO_SET_AND_CHECK_MACRO)
# Before 1.0 every minor version may change the interface.
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/NodescopeDistConfigVersion.cmake"
    COMPATIBILITY SameMinorVersion)
install(FILES
        "${CMAKE_CURRENT_BINARY_DIR}/NodescopeDistConfig.cmake"
        "${CMAKE_CURRENT_BINARY_DIR}/NodescopeDistConfigVersion.cmake"
    DESTINATION "${NODESCOPE_DIST_CMAKEDIR}" COMPONENT development)
