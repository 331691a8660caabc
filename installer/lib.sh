# shellcheck shell=bash
# What the project's scripts share: printing of steps, root rights, packages, configuring and building.
# Sourced, not run:  source "$(dirname "${BASH_SOURCE[0]}")/../installer/lib.sh"
#
# A script that sources it runs under `set -euo pipefail` and finds the project in $PROJECT.

set -euo pipefail

PROJECT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
PACKAGE_TABLE=$PROJECT/installer/packages.txt

# --- printing ---------------------------------------------------------------------------------

if [[ -t 1 && -z ${CI:-} && -z ${NO_COLOR:-} && ${TERM:-dumb} != dumb ]]; then
    BOLD=$'\e[1m' RED=$'\e[31m' GREEN=$'\e[32m' PLAIN=$'\e[0m' ONE_LINE=1
else
    BOLD='' RED='' GREEN='' PLAIN='' ONE_LINE=0
fi

STEP_NUMBER=0
step() { STEP_NUMBER=$((STEP_NUMBER + 1)); printf '%s==> %d. %s%s\n' "$BOLD" "$STEP_NUMBER" "$*" "$PLAIN"; }
say() { printf '    %s\n' "$*"; }
done_with() { printf '    %s%s%s\n' "$GREEN" "$*" "$PLAIN"; }
warn() { printf '%s    %s%s\n' "$BOLD" "$*" "$PLAIN" >&2; }
die() { printf '%s%s: %s%s\n' "$RED" "${0##*/}" "$*" "$PLAIN" >&2; exit 1; }
wrong_use() { printf '%s: %s (see --help)\n' "${0##*/}" "$*" >&2; exit 2; }

# Prints the comment block at the top of the running script: its documentation is its help.
print_help() { sed -n '2,/^[^#]/{/^#/!q; s/^# \{0,1\}//; p}' "$0"; }

# --- the system -------------------------------------------------------------------------------

has() { command -v "$1" >/dev/null 2>&1; }
is_debian_like() { has apt-get && has dpkg-query; }
os_release() { (. /etc/os-release 2>/dev/null && eval "printf '%s' \"\${$1:-}\""); }

# Runs a command with root's rights. sudo may ask for a password at a terminal, never elsewhere.
as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    elif has sudo; then
        if [[ -t 0 ]]; then sudo "$@"; else sudo -n "$@"; fi
    else
        die "needs root for: $* (run as root, or install sudo)"
    fi
}

# --- packages ---------------------------------------------------------------------------------

# table_rows SET...: the rows of the package table for these sets that concern this system.
table_rows() {
    awk -v sets=" $* " -v id="$(os_release ID)" -v version="$(os_release VERSION_ID)" '
        /^[[:space:]]*(#|$)/ { next }
        index(sets, " " $1 " ") == 0 { next }
        split($2, name, "@") == 2 && !(id == "debian" && version == name[2]) { next }
        { $2 = name[1]; print }' "$PACKAGE_TABLE"
}

# A system that was just unpacked has no hosts file, and then nobody on it knows what localhost is.
needed_for_localhost() { getent hosts localhost >/dev/null || echo libnss-myhostname; }

missing_debian_packages() {
    local wanted
    wanted=$( (table_rows "$@" | awk '{ print $2 }'; needed_for_localhost) | sort -u)
    # shellcheck disable=SC2086
    { dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' $wanted 2>/dev/null || true; } |
        awk '$1 == "ii" { print $2 }' | sort -u | comm -13 - <(printf '%s\n' "$wanted")
}

probe_found() {
    local kind=${1%%:*} name=${1#*:} dir
    case $kind in
        command) has "$name" ;;
        header)
            for dir in /usr/include /usr/local/include /usr/include/*-linux-gnu; do
                [[ -e $dir/$name ]] && return
            done
            return 1 ;;
        cmake)
            for dir in ${CMAKE_PREFIX_PATH:+${CMAKE_PREFIX_PATH//[:;]/ }} /usr /usr/local; do
                compgen -G "$dir/lib*/cmake/$name/${name}Config.cmake" >/dev/null && return
                compgen -G "$dir/lib/*/cmake/$name/${name}Config.cmake" >/dev/null && return
            done
            return 1 ;;
        *) return 0 ;;
    esac
}

# Debian: installs what is missing. Elsewhere: names what is missing, and how to get it.
provide() {
    if is_debian_like; then
        local missing
        mapfile -t missing < <(missing_debian_packages "$@")
        if [[ ${#missing[@]} -eq 0 ]]; then
            done_with "all there"
        else
            say "missing: ${missing[*]}"
            apt_install "${missing[@]}"
        fi
    else
        name_what_is_missing "$@"
    fi
}

name_what_is_missing() {
    local row missing=() fedora=() arch=()
    while read -r -a row; do
        if ! probe_found "${row[2]}"; then
            missing+=("${row[2]#*:}") fedora+=("${row[3]}") arch+=("${row[4]}")
        fi
    done < <(table_rows "$@")
    if [[ ${#missing[@]} -eq 0 ]]; then
        done_with "this is no Debian, and everything looked for is there"
        return
    fi
    warn "This is no Debian, so nothing is installed by itself. Missing: ${missing[*]}"
    warn "  Fedora:  sudo dnf install $(unique "${fedora[@]}")"
    warn "  Arch:    sudo pacman -S --needed $(unique "${arch[@]}")"
    warn "  others:  CMake 3.25, Ninja, a C++20 compiler, Qt 6.4 (base, svg, tools), OpenSSL 3, zlib"
    exit 1
}

unique() { printf '%s\n' "$@" | awk '!seen[$0]++' | paste -sd' '; }

APT_OPTIONS=(-y -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 -o Dpkg::Use-Pty=0)

# apt_install PACKAGE...: with a count as progress; tries again when a mirror stumbles.
apt_install() {
    local log try count lists_fresh=0
    log=$(mktemp "${TMPDIR:-/tmp}/nodescope-apt.XXXXXX")
    for try in 1 2 3; do
        if [[ $lists_fresh -eq 0 || $try -gt 1 ]]; then
            say "reading the package lists"
            # A foreign source that does not answer is no reason to stop: the install decides.
            as_root env DEBIAN_FRONTEND=noninteractive apt-get "${APT_OPTIONS[@]}" -qq update >"$log" 2>&1 ||
                warn "some package lists could not be read: $(grep -m1 -E '^(E|W|Err)' "$log" || true)"
            lists_fresh=1
        fi
        count=$(apt-get -s --no-install-recommends install "$@" 2>/dev/null | grep -c '^Inst' || true)
        say "installing $count packages, those above and what they need"
        if as_root env DEBIAN_FRONTEND=noninteractive apt-get "${APT_OPTIONS[@]}" \
            --no-install-recommends install "$@" 2>&1 | tee "$log" | apt_progress "$count"; then
            rm -f "$log"
            done_with "installed"
            return
        fi
        warn "apt failed (try $try of 3)"
        sleep $((try * 2))
    done
    tail -n 15 "$log" >&2
    die "could not install: $* (the whole of apt's output is in $log)"
}

# Turns apt's output into one moving line, or into a line each tenth where nothing moves.
apt_progress() {
    awk -v total="$1" -v one_line="$ONE_LINE" '
        function show(what) {
            share = total ? int(100 * done / (2 * total)) : 100
            if (one_line) printf "\r\033[K    %3d %% %s", share, what
            else if (share >= shown + 10) { shown = share - share % 10; printf "    %3d %% %s\n", share, what }
            fflush()
        }
        /^Unpacking / || /^Setting up / { done++; show($1 == "Unpacking" ? "unpacking " $2 : "setting up " $3) }
        /^E: / { print; fflush() }
        END { if (one_line) printf "\r\033[K" }'
}

# --- configuring and building -----------------------------------------------------------------

build_dir() { printf '%s/.build/%s' "$PROJECT" "$1"; }

# configure PRESET: only when the presets, CMake or the place have changed; Ninja notices the rest.
configure() {
    local preset=$1 dir stamp
    dir=$(build_dir "$preset")
    stamp="$PROJECT $(cmake --version | head -n 1) $(cksum <"$PROJECT/CMakePresets.json")"
    if [[ -e $dir/build.ninja && $(cat "$dir/.configured" 2>/dev/null) == "$stamp" ]]; then
        done_with "as before"
        return
    fi
    (cd "$PROJECT" && cmake --preset "$preset") || die "CMake could not configure the preset $preset"
    printf '%s\n' "$stamp" >"$dir/.configured"
}

# build PRESET [TARGET...]
build() {
    local dir
    dir=$(build_dir "$1")
    NINJA_STATUS='    [%f/%t, %e s] ' cmake --build "$dir" --parallel "$(nproc)" ${2:+--target "${@:2}"} ||
        die "the build failed: the first error above is the one to look at"
}
