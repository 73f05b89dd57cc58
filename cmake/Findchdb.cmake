# SPDX-FileCopyrightText: Insights Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Where libchdb.so is. It is loaded with dlopen when embedded data is asked for, so nothing links it: this finds the
# path that insightsd tries first. An installed library wins; else the one that `./dev` put into the cache folder.
if(DEFINED ENV{XDG_CACHE_HOME} AND NOT "$ENV{XDG_CACHE_HOME}" STREQUAL "")
    set(chdb_cache "$ENV{XDG_CACHE_HOME}/insights-explorer/libchdb")
else()
    set(chdb_cache "$ENV{HOME}/.cache/insights-explorer/libchdb")
endif()
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/chdb.lock chdb_lock REGEX "^version=")
string(REPLACE "version=" "" chdb_VERSION "${chdb_lock}")

find_library(chdb_LIBRARY NAMES chdb PATHS /usr/lib/insights-explorer /usr/local/lib /usr/lib
    ${chdb_cache}/${chdb_VERSION} NO_CACHE)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(chdb REQUIRED_VARS chdb_LIBRARY VERSION_VAR chdb_VERSION
    REASON_FAILURE_MESSAGE "libchdb.so is missing: run ./dev setup, which takes the pinned one from npm")
