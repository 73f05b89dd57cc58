# shellcheck shell=bash disable=SC2154
# SPDX-FileCopyrightText: Insights Explorer contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Part of ./dev, whose variables it uses: what has to be on the machine. Everything looks first and installs only what is missing.

dev_setup() {
    need_packages build run test lint package
    need_engine
    need_node_modules
    say "Everything is in place."
}

# need_packages LIST...: the Debian packages of packaging/packages/LIST.txt.
need_packages() {
    local list names=()
    for list; do
        mapfile -t -O "${#names[@]}" names < <(grep -v '^#' "$top/packaging/packages/$list.txt")
    done
    need_debian "${names[@]}"
}

# need_debian PACKAGE...
need_debian() {
    local missing
    command -v apt-get >/dev/null || die "this needs Debian 12 (apt-get is not here); install the likes of: $*"
    mapfile -t missing < <(comm -23 <(printf '%s\n' "$@" | sort -u) <(installed "$@"))
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "these packages are missing and there is no sudo: as root, apt-get install ${missing[*]}"
        sudo -v || die "these packages are missing and sudo refused: as root, apt-get install ${missing[*]}"
        apt=(sudo "${apt[@]}")
    fi
    quietly apt-update "${apt[@]}" update || die "apt-get update failed; is there a network? (build/log/apt-update.log)"
    quietly apt-install "${apt[@]}" install --no-install-recommends "${missing[@]}" ||
        die "apt-get could not install (is there a network?): ${missing[*]}"
}

# Those of the packages that are installed, sorted. dpkg-query complains of unknown ones and lists the others.
installed() {
    dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p' | sort -u
}

need_node() {
    command -v node >/dev/null && command -v npm >/dev/null && return
    need_debian nodejs npm
}

# The clients of the contract test and buf, as tests/contract/package-lock.json has them.
need_node_modules() {
    local folder=$top/tests/contract
    cmp -s "$folder/package-lock.json" "$folder/node_modules/.lock" && return
    need_node
    say "Fetching the Node modules of the contract test"
    quietly npm-ci npm ci --prefix "$folder" ||
        die "npm could not fetch the modules of tests/contract; check the network (npm ping), else see build/log/npm-ci.log"
    cp "$folder/package-lock.json" "$folder/node_modules/.lock"
}

locked() { sed -n "s/^$1=//p" "$top/cmake/chdb.lock"; }

# libchdb.so, found where cmake/Findchdb.cmake looks: an installed one, else the cache, else fetched into the cache.
need_engine() {
    local cache folder place
    grep -qw avx2 /proc/cpuinfo || die "the engine (chDB) needs a processor with AVX2, and this one has none; use another machine"
    cache=${XDG_CACHE_HOME:-$HOME/.cache}/insights-explorer/libchdb
    folder=$cache/$(locked version)
    for place in /usr/lib/insights-explorer /usr/local/lib /usr/lib "/usr/lib/$(uname -m)-linux-gnu" "$folder"; do
        [ ! -e "$place/libchdb.so" ] || return 0
    done
    need_packages engine
    need_node
    mkdir -p "$cache"
    # Two at once would fetch twice: the second waits, and then finds it.
    (
        flock 9
        [ -e "$folder/libchdb.so" ] || fetch_engine "$cache" "$folder"
    ) 9>"$cache/.lock"
}

# fetch_engine CACHE FOLDER: the pinned package from npm, checked against the lock before anything of it is used.
fetch_engine() {
    local cache=$1 folder=$2 package version work archive free
    package=$(locked package) version=$(locked version)
    [ "$(uname -sm)" = "Linux x86_64" ] || die "the engine (chDB) is pinned for Linux on x86-64 only; this is $(uname -sm)"
    free=$(df --output=avail -k "$cache" | tail -n 1)
    [ "$free" -ge 1500000 ] ||
        die "the engine needs 1.5 GB of room to unpack, and $cache has $((free / 1024)) MB; free some or set XDG_CACHE_HOME"
    say "Fetching the engine: $package $version (about 170 MB)"
    work=$(mktemp -d "$cache/fetch.XXXXXX")
    # shellcheck disable=SC2064 # the folder of now
    trap "rm -rf '$work'" EXIT
    # A cache of its own, so that npm keeps no second copy.
    quietly npm-pack npm pack "$package@$version" --pack-destination "$work" --cache "$work/npm" ||
        die "npm could not fetch $package $version; check the network (npm ping), else see build/log/npm-pack.log"
    archive=$(find "$work" -maxdepth 1 -name '*.tgz')
    [ "$(integrity "$archive")" = "$(locked integrity)" ] ||
        die "$package $version is not the file that cmake/chdb.lock pins (its SHA-512 differs); nothing was unpacked: try again, or ask who serves npm packages here"
    tar -xzf "$archive" -C "$work" package/libchdb.so || die "could not unpack libchdb.so into $work"
    mkdir -p "$folder"
    mv "$work/package/libchdb.so" "$folder/libchdb.so"
}

# As npm writes it.
integrity() { printf 'sha512-%s\n' "$(openssl dgst -sha512 -binary "$1" | base64 -w 0)"; }
