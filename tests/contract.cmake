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
