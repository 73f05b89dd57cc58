# SPDX-FileCopyrightText: Insights Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Two Debian packages, made by `./dev package`:
#   insights-explorer         both programs, a few MB, changes with every version
#   insights-explorer-engine  libchdb.so, 566 MB, changes when cmake/chdb.lock does; who asks a server of the company
#                             does without it, so it is only recommended
# The rooms install their programs; what belongs to neither program is installed here.
include(GNUInstallDirs)
set(packaging ${CMAKE_CURRENT_LIST_DIR})

install(FILES ${packaging}/insights-explorer.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
# A question, a board and an answer open by a double click.
install(FILES ${packaging}/insights-explorer-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME insights-explorer.xml)
install(FILES ${packaging}/insights-explorer.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/insights-explorer.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${packaging}/systemd/insightsd.service DESTINATION lib/systemd/system)
install(FILES ${packaging}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/insights-explorer)
install(FILES ${packaging}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/insights-explorer-engine
    COMPONENT engine EXCLUDE_FROM_ALL)

install(DIRECTORY ${packaging}/cluster DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/insights-explorer)

# Debian wants changelog and manual pages compressed, with no time in them.
find_program(gzip gzip NO_CACHE)
function(install_compressed source target)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
    cmake_path(GET target FILENAME name)
    cmake_path(GET target PARENT_PATH folder)
    execute_process(COMMAND ${gzip} -9nc ${source} OUTPUT_FILE ${PROJECT_BINARY_DIR}/packaging/${name}
        COMMAND_ERROR_IS_FATAL ANY)
    install(FILES ${PROJECT_BINARY_DIR}/packaging/${name} DESTINATION ${CMAKE_INSTALL_DATADIR}/${folder} ${ARGN})
endfunction()
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/packaging)
install_compressed(${packaging}/changelog doc/insights-explorer/changelog.gz)
install_compressed(${packaging}/changelog doc/insights-explorer-engine/changelog.gz COMPONENT engine EXCLUDE_FROM_ALL)
install_compressed(${packaging}/man/insightsd.1 man/man1/insightsd.1.gz)
install_compressed(${packaging}/man/insights-explorer.1 man/man1/insights-explorer.1.gz)

# Not with a plain `cmake --install`: the programs find the engine where the build found it.
file(REAL_PATH ${chdb_LIBRARY} engine_library)
install(FILES ${engine_library} DESTINATION lib/insights-explorer RENAME libchdb.so COMPONENT engine EXCLUDE_FROM_ALL)

# Tests and measurements need not be built to pack the programs; ./dev builds those first.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "Insights Explorer contributors")
set(CPACK_PACKAGE_CONTACT "Insights Explorer contributors <contributors@insights-explorer.invalid>")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
    WORLD_READ WORLD_EXECUTE)

# What the rooms install has no component of its own, which CPack calls Unspecified.
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL Unspecified engine)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEBIAN_UNSPECIFIED_PACKAGE_NAME insights-explorer)
set(CPACK_DEBIAN_ENGINE_PACKAGE_NAME insights-explorer-engine)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
# zstd packs the 566 MB in seconds, where dpkg's default (xz) takes minutes.
set(CPACK_DEBIAN_COMPRESSION_TYPE zstd)

# dpkg-shlibdeps finds the libraries; plugins, fonts and the time zones stand in packages/run.txt.
file(STRINGS ${packaging}/packages/run.txt run_packages REGEX "^[^#]")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${packaging}/packages/run.txt)
list(JOIN run_packages ", " run_packages)
set(CPACK_DEBIAN_UNSPECIFIED_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_UNSPECIFIED_PACKAGE_DEPENDS "${run_packages}")
set(CPACK_DEBIAN_UNSPECIFIED_PACKAGE_RECOMMENDS insights-explorer-engine)
set(CPACK_DEBIAN_UNSPECIFIED_PACKAGE_SUGGESTS "qt6-wayland, qt6-translations-l10n")
set(CPACK_DEBIAN_UNSPECIFIED_PACKAGE_SECTION science)
# First line: the summary. With one for all, CPack would put that above each.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")
set(CPACK_COMPONENT_UNSPECIFIED_DESCRIPTION
    "ask questions of product events and see the answer at once
Choose events, filter them, break them down and see trends as charts. The question stands beside its answer as a
query spec that runs unchanged against the Insights API.
.
The package holds the desktop program insights-explorer and the service insightsd. Files of this machine are answered
by the engine in insights-explorer-engine; a server needs no engine here.")

set(CPACK_DEBIAN_ENGINE_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_ENGINE_PACKAGE_DEPENDS libc6)
set(CPACK_DEBIAN_ENGINE_PACKAGE_SECTION libs)
set(CPACK_COMPONENT_ENGINE_DESCRIPTION
    "embedded engine of Insights Explorer
chDB ${chdb_VERSION} (ClickHouse as a library), with which insightsd answers questions of files on this machine. Needs
a processor with AVX2.")
include(CPack)
