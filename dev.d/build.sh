# shellcheck shell=bash disable=SC2154
# SPDX-FileCopyrightText: Insights Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Part of ./dev, whose variables it uses: what is made of the sources. The presets are in CMakePresets.json.

dev_build() {
    need_packages build run
    need_engine
    build release insightsd insights-explorer || die "the build failed"
}

# build PRESET [TARGET...]: these, or all.
build() {
    local preset=$1 targets=() quiet=()
    shift
    [ $# -eq 0 ] || targets=(--target "$@")
    configure "$preset" || return
    say "Building ($preset)"
    # On a terminal ninja keeps its one line up to date; in a log that would be a line per file.
    [ -t 1 ] || quiet=(--quiet)
    cmake --build --preset "$preset" --parallel "$jobs" "${targets[@]}" -- "${quiet[@]}"
}

# Only when it was not done since the presets changed: ninja itself sees to changes in CMake files.
configure() {
    local folder
    folder=$(folder_of "$1")
    [ "$folder/.configured" -nt CMakePresets.json ] && return
    say "Configuring ($1)"
    quietly "configure-$1" cmake --preset "$1" && touch "$folder/.configured"
}

folder_of() {
    case $1 in
        release) printf 'build\n' ;;
        *) printf 'build/%s\n' "$1" ;;
    esac
}

# Both builds are always tried; what fails first does not hide what fails next.
dev_test() {
    local failed=()
    need_packages build run test
    need_engine
    need_node_modules
    check release "$@" || failed+=(release)
    check asan "$@" || failed+=(asan)
    [ ${#failed[@]} -eq 0 ] && return
    # The last words are those of a run that failed.
    [ "${failed[*]}" != release ] || tail -n +"$(summary_line)" "$logs/ctest-release.log"
    exit 1
}

# check PRESET [CTEST ARGUMENTS]: build, then test; ctest's summary comes last.
check() {
    local preset=$1 filter=()
    shift
    rm -f "$logs/ctest-$preset.log"
    build "$preset" || {
        mkdir -p "$logs"
        say "The $preset build failed." | tee "$logs/ctest-$preset.log" >&2
        return 1
    }
    [ $# -eq 0 ] || filter=(--no-tests=ignore "$@")
    say "Testing ($preset)"
    ctest --preset "$preset" --parallel "$jobs" "${filter[@]}" 2>&1 | tee "$logs/ctest-$preset.log"
}

# The line where the summary begins in the release log; the first if the build failed.
summary_line() {
    { grep -n 'tests passed,' "$logs/ctest-release.log" || printf '1:\n'; } | head -n 1 | cut -d: -f1
}

dev_bench() {
    local program found=0
    need_packages build run
    need_engine
    build release benches || die "the build failed"
    for program in build/bin/*"${1:-}"*_bench; do
        [ -x "$program" ] || continue
        found=1
        say "$(basename "$program")"
        QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} "$program" || die "$program failed"
    done
    [ "$found" = 1 ] || die "there is no measurement with '${1:-}' in its name in build/bin"
}

dev_package() {
    need_packages package
    dev_build
    say "Packaging"
    rm -rf build/packages
    quietly cpack cpack --config build/CPackConfig.cmake || die "cpack failed"
    rm -rf build/packages/_CPack_Packages
    du -h build/packages/*.deb
    say "Install with: apt install ./build/packages/*.deb"
}

dev_clean() {
    rm -rf build tests/contract/gen
}
