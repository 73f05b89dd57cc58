# SPDX-FileCopyrightText: Insights Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

insights_test(service_values_test SOURCES values_test.cpp LIBRARIES service LABELS asan)
insights_test(service_readers_test SOURCES readers_test.cpp LIBRARIES service PkgConfig::SIMDJSON LABELS asan)
insights_test(service_preview_test SOURCES preview_test.cpp LIBRARIES service LABELS engine)
insights_test(service_importer_test SOURCES importer_test.cpp LIBRARIES service LABELS engine)
insights_test(service_import_columns_test SOURCES import_columns_test.cpp LIBRARIES service LABELS engine)
insights_test(service_import_failures_test SOURCES import_failures_test.cpp LIBRARIES service LABELS engine)
insights_test(service_store_test SOURCES store_test.cpp LIBRARIES service LABELS engine)
insights_test(service_demo_test SOURCES demo_test.cpp LIBRARIES service LABELS engine)

if(NOT INSIGHTS_SANITIZE)
    add_executable(killed_import_helper killed_import_helper.cpp)
    target_link_libraries(killed_import_helper PRIVATE service)
    insights_test(service_killed_import_test SOURCES killed_import_test.cpp LIBRARIES Qt6::Core LABELS engine TIMEOUT 300)
    target_compile_definitions(service_killed_import_test PRIVATE HELPER="$<TARGET_FILE:killed_import_helper>")
    add_dependencies(service_killed_import_test killed_import_helper)

    add_executable(leaving_helper leaving_helper.cpp)
    target_link_libraries(leaving_helper PRIVATE service)
    insights_test(service_leaving_test SOURCES leaving_test.cpp LIBRARIES Qt6::Core LABELS engine)
    target_compile_definitions(service_leaving_test PRIVATE HELPER="$<TARGET_FILE:leaving_helper>")
    add_dependencies(service_leaving_test leaving_helper)
endif()
