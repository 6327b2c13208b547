#!/bin/sh
# run.sh REGIEBORD DIR BOARD [ARG...]: opens the wall on the display there is; without one, draws every screen to
# build/screens.
set -eu
regiebord=$1
dir=$2
board=$3
shift 3
connected() {
    for status in /sys/class/drm/card*-*/status; do
        [ -r "$status" ] && [ "$(cat "$status")" = connected ] && [ -t 0 ] && return 0
    done
    return 1
}
known=0
"$regiebord" status --share "$dir/share" --board "$board" >/dev/null || known=$?
if [ "$known" = 1 ]; then
    echo "Boards that BOARD= opens: $(ls boards | grep -v README | tr '\n' ' ')" >&2
    exit 1
fi
if [ -n "${WAYLAND_DISPLAY:-}" ] || [ -n "${DISPLAY:-}" ] || connected; then
    echo "Opening board $board on this display; close it with Ctrl+Q, or Ctrl+C here."
    exec "$regiebord" run --share "$dir/share" --state "$dir/state" --board "$board" "$@"
fi
out=build/screens
mkdir -p "$out"
shot() { # shot SCREEN SELECT: with the options that the wall was to have
    screen=$1 select=$2
    shift 2
    "$regiebord" render --share "$dir/share" --board "$board" --screen "$screen" --select "$select" \
        --size 1920x1080 "$@" -o "$out/$screen.png"
}
shot bord "" "$@"
shot aandacht "" "$@"
shot cel 2/jeugdhulp "$@"
shot ambitie 2 "$@"
shot kolom jeugdhulp "$@"
shot kaart 2.1b "$@"
shot vergadering "" "$@"
shot trekkers "" "$@"
shot verloop "" "$@"
shot zoeken inkoop "$@"
shot afkortingen "" "$@"
shot borden "" "$@"
echo "There is no display here, so every screen was drawn to a picture:"
ls "$out"/*.png
echo "To see the live wall: 'make run' on a machine with a screen, 'make run ARGS=--windowed' for a window on a"
echo "desktop. Over ssh, 'ssh -X' brings a display along."
