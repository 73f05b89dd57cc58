# SPDX-FileCopyrightText: Insights Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# The program's own fonts: Inter with tabular figures and JetBrains Mono without ligatures, cut to the scripts needed
# and under names of their own, made from Debian's packages while building (resources/fonts/make_fonts.py).

# insights_add_fonts(target): embeds them as :/fonts/InsightsSans-{Regular,Medium,SemiBold}.otf and
# :/fonts/InsightsMono-Regular.ttf and defines INSIGHTS_HAS_FONTS for the target. Where the sources are missing it says
# so and does neither: the program then uses the fonts of the system.
function(insights_add_fonts target)
    find_font_sources()
    if(NOT font_sources)
        message(STATUS "No fonts of our own: fonts-inter, fonts-jetbrains-mono and python3-fonttools are not all here")
        return()
    endif()
    set(script ${PROJECT_SOURCE_DIR}/resources/fonts/make_fonts.py)
    set(folder ${PROJECT_BINARY_DIR}/resources/fonts)
    set(made)
    foreach(source IN LISTS font_sources)
        cmake_path(GET source FILENAME name)
        string(REGEX REPLACE "^Inter-" "InsightsSans-" name ${name})
        string(REGEX REPLACE "^JetBrainsMono-" "InsightsMono-" name ${name})
        add_custom_command(
            OUTPUT ${folder}/${name}
            COMMAND ${font_python} ${script} ${source} ${folder}/${name}
            DEPENDS ${script} ${source}
            COMMENT "Cutting ${name}"
            VERBATIM)
        list(APPEND made ${folder}/${name})
    endforeach()
    qt_add_resources(${target} ${target}_fonts PREFIX /fonts BASE ${folder} FILES ${made})
    target_compile_definitions(${target} PUBLIC INSIGHTS_HAS_FONTS)
endfunction()

# Sets font_python and font_sources in the caller; font_sources stays empty unless all are there.
function(find_font_sources)
    set(inter /usr/share/fonts/opentype/inter)
    set(font_sources ${inter}/Inter-Regular.otf ${inter}/Inter-Medium.otf ${inter}/Inter-SemiBold.otf
        /usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf)
    # Debian's own python: another one in PATH does not see Debian's packages.
    find_program(font_python python3 PATHS /usr/bin NO_DEFAULT_PATH NO_CACHE)
    foreach(source IN LISTS font_sources)
        if(NOT EXISTS ${source})
            set(font_sources)
            break()
        endif()
    endforeach()
    execute_process(COMMAND ${font_python} -c "import fontTools" RESULT_VARIABLE missing OUTPUT_QUIET ERROR_QUIET)
    if(NOT missing EQUAL 0)
        set(font_sources)
    endif()
    set(font_python ${font_python} PARENT_SCOPE)
    set(font_sources ${font_sources} PARENT_SCOPE)
endfunction()
