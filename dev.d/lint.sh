# shellcheck shell=bash disable=SC2154
# SPDX-FileCopyrightText: Insights Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Part of ./dev, whose variables it uses: what can be said of the sources without running them. Every check runs; one that fails fails the whole.

dev_lint() {
    local failed=()
    need_packages build run lint
    need_engine
    need_node_modules
    build release || die "clang-tidy reads what the build generates, and the build failed"
    lint_step "clang-format" format_check || failed+=(clang-format)
    lint_step "clang-tidy" tidy "$@" || failed+=(clang-tidy)
    lint_step "buf" npm run --silent --prefix tests/contract lint || failed+=(buf)
    lint_step "shellcheck" shellcheck -x dev .ci/run || failed+=(shellcheck)
    lint_step "desktop file" desktop-file-validate packaging/insights-explorer.desktop || failed+=("desktop file")
    lint_step "AppStream" appstreamcli validate --no-net packaging/insights-explorer.metainfo.xml || failed+=(AppStream)
    [ ${#failed[@]} -eq 0 ] || die "not clean: ${failed[*]}"
}

lint_step() {
    say "Checking ($1)"
    quietly "lint-${1// /-}" "${@:2}"
}

dev_format() {
    need_packages lint
    sources | xargs -r -0 clang-format -i
}

format_check() { sources | xargs -r -0 clang-format --dry-run -Werror; }

# Our C++ files, tracked or new, with a NUL after each. Deleted ones are still in the index: only what is there.
sources() {
    local file
    git ls-files -z --cached --others --exclude-standard '*.cpp' '*.h' | while IFS= read -r -d '' file; do
        case $file in third_party/*) continue ;; esac
        [ ! -f "$file" ] || printf '%s\0' "$file"
    done
}

# tidy [--all]: the .cpp files that differ from the last commit (with nothing changed: those of that commit), or all.
tidy() {
    local database=build/tidy
    mkdir -p "$database"
    # GCC's precompiled headers are no use to clang; every file names what it uses anyway.
    sed -E 's# -Winvalid-pch##; s# -include [^ ]*/cmake_pch\.hxx##' build/compile_commands.json >"$database/compile_commands.json"
    # Only what is compiled has a command to read it with.
    comm -12 <(if [ "${1:-}" = --all ]; then sources | tr '\0' '\n'; else changed; fi | grep '\.cpp$' | sort -u) <(compiled) |
        xargs -r -d '\n' -n 1 -P "$jobs" clang-tidy --quiet -p "$database"
}

changed() {
    local files
    files=$(git diff --name-only --diff-filter=d HEAD 2>/dev/null || true; git ls-files --others --exclude-standard)
    [ -n "$files" ] || files=$(git show --name-only --diff-filter=d --format= HEAD)
    printf '%s\n' "$files"
}

compiled() { sed -n "s#^  \"file\": \"$top/\(.*\)\".*#\1#p" build/compile_commands.json | sort -u; }
