# shellcheck shell=bash
# What the checks share. A check is a bash script that prints each finding as file:line: what is
# wrong, and exits 0 (clean), 1 (findings) or 77 (skipped, with the reason printed).

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# The project's files: those that git tracks or would, or all but build products without git.
project_files() {
    if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
        git ls-files --cached --others --exclude-standard -- "$@" | sort -u | while read -r file; do
            [[ -f $file ]] && printf '%s\n' "$file"
        done
    else
        find . -path ./.build -prune -o -path ./.git -prune -o -type f -print | sed 's|^\./||' | sort |
            { if [[ $# -gt 0 ]]; then grep -E "$(printf '%s\n' "$@" | sed 's/[.]/\\./g; s/[*]/.*/g; s/^/(^|\/)/; s/$/$/' | paste -sd'|')"; else cat; fi; }
    fi
}

skip() { printf 'skipped: %s\n' "$*"; exit 77; }

# Exits by whether the findings given as the argument are none.
conclude() {
    if [[ -n $1 ]]; then
        printf '%s\n' "$1"
        printf '%s finding(s)\n' "$(grep -c . <<<"$1")"
        exit 1
    fi
    printf 'clean\n'
}
