# SPDX-FileCopyrightText: Insights Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# For include() in tests/CMakeLists.txt.
get_target_property(qt_headers Qt6::Core INTERFACE_INCLUDE_DIRECTORIES)
list(FILTER qt_headers EXCLUDE REGEX "/QtCore$|mkspecs")
list(GET qt_headers 0 qt_headers)

add_test(NAME layers COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -DQT_HEADERS=${qt_headers}
    -P ${CMAKE_CURRENT_LIST_DIR}/layers_test.cmake)
add_test(NAME layers_self_check COMMAND ${CMAKE_COMMAND} -DSCRATCH=${CMAKE_BINARY_DIR}/layers_self_check
    -P ${CMAKE_CURRENT_LIST_DIR}/layers_self_check.cmake)
