#!/bin/sh
# replay.sh REGIEBORD: recorded touches lead to the same screen again, and what was recorded at a real window is
# replayed without one to the same picture.
set -u
regiebord=$1
work=$(mktemp -d)
n=0
export TZ=Europe/Amsterdam
now=2025-11-11T10:42
kiosk_pid= xvfb_pid=
finish() {
    [ -z "$kiosk_pid" ] || kill "$kiosk_pid" 2>/dev/null
    [ -z "$xvfb_pid" ] || kill "$xvfb_pid" 2>/dev/null
    rm -rf "$work"
}
trap finish EXIT
result() { # result STATUS NAME
    n=$((n + 1))
    if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; fi
}
"$regiebord" import boards/voorbeeld --share "$work/share" --now $now > /dev/null || exit 1
while read -r file size screen select; do
    said=$("$regiebord" play --replay "tests/replay/$file" --share "$work/share" --size "$size" --distance 0.6 --now $now)
    case "$said" in *"screen $screen $select"*) result 0 "$file at $size leads to $screen $select" ;;
    *) echo "$said"; result 1 "$file at $size leads to $screen $select" ;; esac
done < tests/replay/expect

Xvfb -displayfd 3 -screen 0 1280x800x24 3> "$work/display" > /dev/null 2>&1 &
xvfb_pid=$!
for _ in $(seq 50); do [ -s "$work/display" ] && break; sleep 0.1; done
export DISPLAY=":$(cat "$work/display")"
SDL_VIDEODRIVER=x11 "$regiebord" run --share "$work/share" --state "$work/state" --distance 0.6 --now $now --record "$work/touch" --trace "$work/trace" &
kiosk_pid=$!
for _ in $(seq 50); do [ "$(wc -l 2>/dev/null < "$work/trace" || echo 0)" -ge 2 ] && break; sleep 0.1; done
for place in "700 350" "500 260" "45 45"; do
    xdotool mousemove $place mousedown 1
    sleep 0.15
    xdotool mouseup 1
    sleep 0.4
done
import -window root "$work/live.png"
kill "$kiosk_pid"
wait "$kiosk_pid"
kiosk_pid=
"$regiebord" play --replay "$work/touch" --share "$work/share" --size 1280x800 --distance 0.6 --now $now -o "$work/replay.png"
[ "$(compare -metric AE "$work/live.png" "$work/replay.png" null: 2>&1)" = 0 ]
result $? "touches recorded at a window replay to the same picture"
