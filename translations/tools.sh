# shellcheck shell=bash
# Where Qt's translation tools are: in the path, or where Debian and others keep them.

find_tool() {
    local place
    for place in "$(command -v "$1-qt6" || true)" /usr/lib/qt6/bin/"$1" /usr/lib64/qt6/bin/"$1" \
        "$(command -v "$1" || true)"; do
        [[ -n $place && -x $place ]] && { printf '%s\n' "$place"; return; }
    done
    return 1
}
