#!/usr/bin/env bash
# SPDX-FileCopyrightText: Insights Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# The program as a person meets it: a real window under a window manager on its own X server, real key strokes from
# outside, the clipboard read from outside. What is built by keys is copied as a spec; that spec, asked on the command
# line, gives the numbers that the window's table shows.
#   real_keys.sh DIRECTORY-OF-THE-PROGRAMS
set -euo pipefail

programs=$1
scratch=$(mktemp -d)
pids=()

clean_up() {
    kill "${pids[@]}" 2>/dev/null || true
    pkill -f "insightsd serve --data $scratch" || true
    wait 2>/dev/null || true
    rm -rf "$scratch"
}
trap clean_up EXIT

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# until_true SECONDS COMMAND...
until_true() {
    local tenths=$(($1 * 10))
    shift
    while ! "$@"; do
        [ $((tenths -= 1)) -gt 0 ] || return 1
        sleep 0.1
    done
}

start_display() {
    exec 3<>"$scratch/display"
    Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp >/dev/null 2>&1 &
    pids+=($!)
    until_true 20 test -s "$scratch/display" || fail "no X server"
    DISPLAY=:$(<"$scratch/display")
    export DISPLAY
    openbox >/dev/null 2>&1 &
    pids+=($!)
}

clipboard_after() {
    xdotool key "$1"
    sleep 0.2
    xclip -selection clipboard -o 2>/dev/null || true
}

keys() { xdotool key --delay 60 "$@"; }
words() {
    xdotool type --delay 40 "$1"
    sleep 0.5 # the completion looks things up
    keys Return
    sleep 0.3
}

first_question_is_asked() { clipboard_after ctrl+shift+c | grep -qF '"page_view"'; }

spec_is_built() {
    clipboard_after ctrl+shift+c >"$scratch/spec.json"
    for part in '"purchase"' '"plan"' '"pro"' '"$browser"' 'GRANULARITY_WEEK'; do
        grep -qF "$part" "$scratch/spec.json" || return 1
    done
}

table_is_answered() {
    clipboard_after ctrl+shift+t | tr '\t' ',' >"$scratch/window.csv"
    cmp -s "$scratch/window.csv" "$scratch/query.csv"
}

export XDG_CONFIG_HOME=$scratch/config XDG_DATA_HOME=$scratch/kept XDG_RUNTIME_DIR=$scratch/run QT_QPA_PLATFORM=xcb
mkdir -m 700 "$scratch/run"
: >"$scratch/display"
"$programs/insightsd" demo --data "$scratch/data" >/dev/null
start_display
"$programs/insights-explorer" --data "$scratch/data" 2>"$scratch/log" &
pids+=($!)
timeout 30 xdotool search --sync --onlyvisible --name 'Insights Explorer' windowfocus >/dev/null || fail "no window"
until_true 30 first_question_is_asked || fail "the window asked nothing: $(cat "$scratch/log")"

keys ctrl+e
words purchase
keys ctrl+f
words plan
words pro
keys Tab Tab Tab
words '$browser'
keys Tab Tab Tab Tab Tab Tab w
until_true 20 spec_is_built || fail "the keys built another spec: $(cat "$scratch/spec.json")"
"$programs/insights-explorer" query "$scratch/spec.json" --data "$scratch/data" --format csv >"$scratch/query.csv"
[ "$(wc -l <"$scratch/query.csv")" -ge 5 ] || fail "the query found nothing: $(cat "$scratch/query.csv")"
until_true 20 table_is_answered ||
    fail "window and query differ: $(diff "$scratch/window.csv" "$scratch/query.csv" | head -n 5)"
printf 'the window shows %s rows and the query gives the same\n' "$(($(wc -l <"$scratch/query.csv") - 1))"
