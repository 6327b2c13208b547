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
if [ -n "${WAYLAND_DISPLAY:-}" ] || [ -n "${DISPLAY:-}" ] || connected; then
    echo "Opening board $board on this display; close it with Ctrl+Q, or Ctrl+C here."
    exec "$regiebord" run --share "$dir/share" --state "$dir/state" --board "$board" "$@"
fi
out=build/screens
mkdir -p "$out"
shot() { "$regiebord" render --share "$dir/share" --board "$board" --screen "$1" --select "$3" --size 1920x1080 -o "$out/$2.png"; }
shot bord bord ""
shot aandacht aandacht ""
shot cel cel 2/jeugdhulp
shot ambitie ambitie 2
shot kolom kolom jeugdhulp
shot kaart kaart 2.1b
shot zoeken zoeken inkoop
shot afkortingen afkortingen ""
shot borden borden ""
echo "There is no display here, so every screen was drawn to a picture:"
ls "$out"/*.png
echo "To see the live wall: 'make run' on a machine with a screen, 'make run ARGS=--windowed' for a window on a"
echo "desktop. Over ssh, 'ssh -X' brings a display along."
