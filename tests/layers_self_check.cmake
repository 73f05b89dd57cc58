# SPDX-FileCopyrightText: Insights Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# A check that cannot fail says nothing: builds small trees in SCRATCH, each with one arrow, and sees that
# layers_test.cmake refuses the wrong ones and passes the right ones.
#     cmake -DSCRATCH=<folder> -P layers_self_check.cmake
cmake_minimum_required(VERSION 3.25)

# One file with one include line, in a tree that holds what includes may lead to.
function(judgement_of file include result)
    file(REMOVE_RECURSE ${SCRATCH})
    foreach(header IN ITEMS query/spec.h service/engine/engine.h service/plan/plan.h service/api/api.h client/insights_client.h
            client/channel.h session/run.h ui/theme/theme.h ui/builder/builder.h ui/charts/charts.h ui/shell/shell.h app/app.h)
        file(WRITE ${SCRATCH}/${header} "#pragma once\n")
    endforeach()
    foreach(header IN ITEMS QtCore/QString QtSql/QSqlQuery QtWidgets/QWidget)
        file(WRITE ${SCRATCH}/qt/${header} "")
    endforeach()
    file(WRITE ${SCRATCH}/${file} "// a comment\n  #  include ${include} // why\n")
    execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${SCRATCH} -DQT_HEADERS=${SCRATCH}/qt
        -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/layers_test.cmake
        RESULT_VARIABLE code OUTPUT_QUIET ERROR_VARIABLE words)
    set(${result} passes PARENT_SCOPE)
    if(NOT code EQUAL 0)
        set(${result} refused PARENT_SCOPE)
        if(NOT words MATCHES "includes [^ ]+: ")
            message(SEND_ERROR "${file} with ${include} failed for another reason: ${words}")
        endif()
    endif()
endfunction()

function(expect verdict file include)
    judgement_of("${file}" "${include}" judgement)
    if(NOT judgement STREQUAL verdict)
        message(SEND_ERROR "${file} with ${include}: ${judgement}, expected: ${verdict}")
    endif()
endfunction()

expect(refused query/a.cpp "<QString>")
expect(refused query/a.cpp "<grpcpp/grpcpp.h>")
expect(refused query/a.cpp "\"service/plan/plan.h\"")
expect(refused query/a.cpp "\"../service/plan/plan.h\"")
expect(refused service/a.cpp "<QtCore/QString>")
expect(refused service/a.cpp "\"session/run.h\"")
expect(refused service/plan/a.cpp "\"../engine/engine.h\"")
expect(refused service/plan/a.cpp "\"engine/engine.h\"")
expect(refused service/plan/a.h "<insights/v1/insights.grpc.pb.h>")
expect(refused client/a.cpp "\"service/api/api.h\"")
expect(refused client/a.cpp "<QWidget>")
expect(refused session/a.cpp "\"client/channel.h\"")
expect(refused session/a.cpp "\"channel.h\"")
expect(refused session/a.cpp "<grpcpp/grpcpp.h>")
expect(refused session/a.cpp "<QWidget>")
expect(refused ui/a.cpp "\"client/insights_client.h\"")
expect(refused ui/a.cpp "<grpc/grpc.h>")
expect(refused ui/builder/a.cpp "\"ui/charts/charts.h\"")
expect(refused ui/charts/a.cpp "\"../builder/builder.h\"")
expect(refused ui/theme/a.cpp "\"ui/charts/charts.h\"")
expect(passes query/a.cpp "<insights/v1/insights.pb.h>")
expect(passes service/api/a.cpp "<insights/v1/insights.grpc.pb.h>")
expect(passes service/api/a.cpp "\"service/plan/plan.h\"")
expect(passes client/a.cpp "<QString>")
expect(passes session/a.cpp "\"client/insights_client.h\"")
expect(passes session/a.cpp "<QSqlQuery>")
expect(passes ui/builder/a.cpp "\"ui/theme/theme.h\"")
expect(passes ui/shell/a.cpp "\"ui/charts/charts.h\"")
expect(passes app/a.cpp "<grpcpp/grpcpp.h>")
expect(passes app/a.cpp "\"client/channel.h\"")
file(REMOVE_RECURSE ${SCRATCH})
