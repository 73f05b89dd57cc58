# SPDX-FileCopyrightText: Insights Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# For include() in tests/ui/CMakeLists.txt.
foreach(subject answer_file answer_headline answer_states board chart_menu chart_room connect copy_as empty_answer import kept_answer
        library narrow_window palette question_file spec_errors spec_panel two_windows welcome)
    insights_test(ui_${subject}_test SOURCES ${CMAKE_CURRENT_LIST_DIR}/${subject}_test.cpp LIBRARIES ui LABELS asan)
endforeach()
