# SPDX-FileCopyrightText: Insights Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# For include() in tests/ui/CMakeLists.txt.
foreach(subject theme chart_text time_axis chart_lines chart_shapes chart_surface answer_parts answer_tables answer_kinds
        funnel)
    insights_test(ui_${subject}_test SOURCES ${CMAKE_CURRENT_LIST_DIR}/${subject}_test.cpp LIBRARIES ui Qt6::Svg LABELS asan)
endforeach()
