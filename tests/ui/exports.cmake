# SPDX-FileCopyrightText: Insights Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# For include() in tests/ui/CMakeLists.txt.
insights_test(ui_export_test SOURCES ${CMAKE_CURRENT_LIST_DIR}/export_test.cpp LIBRARIES ui LABELS asan)
insights_test(ui_golden_test SOURCES ${CMAKE_CURRENT_LIST_DIR}/golden_test.cpp LIBRARIES ui Qt6::Svg)
