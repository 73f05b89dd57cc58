# SPDX-FileCopyrightText: Insights Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# For include() in tests/CMakeLists.txt: the API document's examples by a generated TypeScript client. Its modules are
# fetched by ./dev (or `npm ci` in tests/contract); without them the test fails and says so.
find_program(INSIGHTS_NODE node)
find_program(INSIGHTS_NPM npm)
set(contract ${CMAKE_CURRENT_LIST_DIR}/contract)

add_test(NAME contract_generate COMMAND ${INSIGHTS_NPM} run --silent generate WORKING_DIRECTORY ${contract})
add_test(NAME contract COMMAND ${INSIGHTS_NODE} --test --test-reporter=spec contract.test.mjs WORKING_DIRECTORY ${contract})
set_tests_properties(contract_generate PROPERTIES LABELS node FIXTURES_SETUP contract_client)
set_tests_properties(contract PROPERTIES LABELS node FIXTURES_REQUIRED contract_client
    ENVIRONMENT INSIGHTSD=$<TARGET_FILE:insightsd> TIMEOUT 180)

# What "Copy as" copies, run as it stands. C++ has to be compiled: its question is hostile.json, its service the one in
# the folder where it is started.
add_executable(contract_snippet ${contract}/snippet.cpp)
target_link_libraries(contract_snippet PRIVATE query)
set(cpp_snippet ${CMAKE_CURRENT_BINARY_DIR}/contract_cpp_snippet.cpp)
add_custom_command(
    OUTPUT ${cpp_snippet}
    COMMAND contract_snippet cpp unix:insightsd.sock acme < ${contract}/hostile.json > ${cpp_snippet}
    DEPENDS contract_snippet ${contract}/hostile.json
    VERBATIM)
add_executable(contract_cpp_snippet ${cpp_snippet})
target_link_libraries(contract_cpp_snippet PRIVATE rpc)

add_test(NAME contract_snippets COMMAND ${INSIGHTS_NODE} --test --test-reporter=spec snippets.test.mjs WORKING_DIRECTORY ${contract})
set_tests_properties(contract_snippets PROPERTIES LABELS node FIXTURES_REQUIRED contract_client
    ENVIRONMENT PROGRAMS=${CMAKE_RUNTIME_OUTPUT_DIRECTORY} TIMEOUT 300)
