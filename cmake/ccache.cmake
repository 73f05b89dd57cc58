# SPDX-FileCopyrightText: Insights Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Read by the presets before project(): compile through ccache where there is one.
find_program(INSIGHTS_CCACHE ccache)
mark_as_advanced(INSIGHTS_CCACHE)
if(INSIGHTS_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${INSIGHTS_CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${INSIGHTS_CCACHE})
endif()
