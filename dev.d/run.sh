# shellcheck shell=bash disable=SC2154
# SPDX-FileCopyrightText: Insights Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Part of ./dev, whose variables it uses: the program as a newcomer meets it.

dev_run() {
    dev_build
    # Arguments say what is wanted, and their paths count from where the caller stands.
    if [ $# -gt 0 ]; then
        cd "$caller" || die "$caller is gone"
        exec "$top/build/bin/insights-explorer" "$@"
    fi
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        # Qt's own Wayland plugin is a package of its own; with an X server at hand it is not needed.
        [ -n "${DISPLAY:-}" ] || need_debian qt6-wayland
        need_demo
        exec build/bin/insights-explorer
    fi
    draw_demo
}

data_folder() { printf '%s/insights-explorer\n' "${XDG_DATA_HOME:-$HOME/.local/share}"; }

# Something to look at for who has no data yet. Where there is any, the window shows that.
need_demo() {
    [ ! -e "$(data_folder)/store" ] || return 0
    make_demo
}

make_demo() {
    say "Making the demo project"
    quietly demo build/bin/insightsd demo --data "$(data_folder)" || die "the demo project could not be made"
}

# What the window would show first, as pictures; the program names each.
draw_demo() {
    ask_demo query resources/demo/daily-users.json >/dev/null 2>&1 || make_demo
    say "There is no display, so the demo's charts go into files:"
    ask_demo render resources/demo/*.json --out "$top/build/charts/" ||
        die "not all charts could be drawn"
    say "For the window, run this where DISPLAY or WAYLAND_DISPLAY is set: at the machine's own screen, or over ssh -X."
}

ask_demo() { build/bin/insights-explorer "$@" --data "$(data_folder)" --project demo; }
