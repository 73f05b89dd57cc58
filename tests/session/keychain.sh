#!/bin/sh
# SPDX-FileCopyrightText: Insights Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# keychain.sh PROGRAM: run it where a desktop's keychain is: a session bus of its own, GNOME's keyring unlocked on it.
set -eu
if [ -z "${KEYCHAIN_HOME:-}" ]; then
    KEYCHAIN_HOME=$(mktemp -d)
    trap 'rm -rf "$KEYCHAIN_HOME"' EXIT
    mkdir -m 700 "$KEYCHAIN_HOME/runtime"
    export KEYCHAIN_HOME HOME="$KEYCHAIN_HOME" XDG_DATA_HOME="$KEYCHAIN_HOME/data" XDG_RUNTIME_DIR="$KEYCHAIN_HOME/runtime"
    export XDG_CURRENT_DESKTOP=GNOME
    dbus-run-session -- "$0" "$@"
    exit
fi
# The keyring's password comes on its standard input, and this one ends with the folder.
printf 'password' | gnome-keyring-daemon --unlock --components=secrets >/dev/null
"$@"
