# shellcheck shell=bash
# What the matrix' commands share: the table of releases, and where their systems are kept.

source "$(dirname "${BASH_SOURCE[0]}")/../../installer/lib.sh"

PEERS=${NODESCOPE_PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/nodescope-peers}
PEER_SHELL=$PROJECT/tests/support/peer-shell

all_releases() { awk '!/^#/ && NF { print $1 }' "$PROJECT/tests/matrix/releases.txt"; }
suite_of() { awk -v otp="$1" '!/^#/ && $1 == otp { print $2 }' "$PROJECT/tests/matrix/releases.txt"; }

# The OTP release in a root ("" for this machine), or nothing.
release_in() {
    # shellcheck disable=SC2016
    "$PEER_SHELL" "$1" -- erl -noshell -eval \
        'io:format("~s", [erlang:system_info(otp_release)]), halt().' 2>/dev/null || true
}

# Where peers of an OTP release run: prints "" for this machine itself, a root, or fails.
root_of() {
    local root
    root=$PEERS/$(suite_of "$1")
    if [[ $(release_in "") == "$1" ]]; then
        printf ''
    elif [[ -e $root/.complete ]]; then
        printf '%s' "$root"
    else
        return 1
    fi
}
