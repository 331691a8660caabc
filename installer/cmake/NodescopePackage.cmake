# The Debian packages, by CPack, one for each component of what is installed: "programs" is nodescope, and
# "development" (see NodescopeDistribution) is nodescope-dist-dev, so that headers never come with programs.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME nodescope)
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_VENDOR "The Nodescope developers")
set(CPACK_PACKAGE_CONTACT "The Nodescope developers <maintainers@nodescope.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # it would stand before each component's own
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}/packages")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)

set(CPACK_COMPONENTS_ALL programs development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_NAME nodescope)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME nodescope-dist-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PROGRAMS_DESCRIPTION
"see, explain and shape Erlang and Elixir clusters
Nodescope joins an Erlang or Elixir cluster by speaking the distribution
protocol itself, and draws it live: the nodes, and every link as each of its
ends sees it. When two nodes do not connect, it says why, and what to do.
.
Nothing has to be installed on the nodes. A practice cluster comes along that
needs neither Erlang nor a network. nodescope-cli does the same for scripts.")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION
"Erlang's distribution protocol for Qt programs (static library)
Everything a program needs to be a node among Erlang, Elixir, C and Java
nodes: terms, the port mapper, links, processes, monitors and calls.
.
find_package(NodescopeDist) and the target Nodescope::Dist, with headers in
nodescope/dist.")

# What the programs link to is what the package depends on; Qt's platform and icon plugins lie in those.
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_RECOMMENDS "qt6-translations-l10n, qt6-wayland, fonts-dejavu-core")
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SUGGESTS "erlang-base, elixir, graphviz")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "qt6-base-dev (>= 6.4), libssl-dev (>= 3.0), zlib1g-dev")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS "cmake")

include(CPack)

add_custom_target(debian-package
    COMMAND ${CMAKE_CPACK_COMMAND} -G DEB --config "${PROJECT_BINARY_DIR}/CPackConfig.cmake"
    WORKING_DIRECTORY "${PROJECT_BINARY_DIR}"
    COMMENT "Making the Debian package"
    VERBATIM)
if(NODESCOPE_PROGRAMS)
    add_dependencies(debian-package ${NODESCOPE_PROGRAMS})
endif()
