#!/bin/sh
# vitals.sh REGIEBORD: the real program, without a window, whose plug is pulled: what status tells of it afterwards,
# and with which exit status.
set -u
regiebord=$(realpath "$1")
work=$(mktemp -d "${TMPDIR:-/tmp}/regiebord-vitals.XXXXXX")
pid=
trap '[ -z "$pid" ] || kill "$pid" 2> /dev/null; rm -rf "$work"' EXIT
export TZ=Europe/Amsterdam SDL_VIDEODRIVER=dummy
n=0
result() { # result STATUS NAME
    n=$((n + 1))
    if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; fi
}
# run: starts it and waits until it told how it is.
run() {
    rm -f "$work/state/sync.tsv"
    "$regiebord" run --share "$work/share" --state "$work/state" --windowed --size 800x480 > "$work/said" 2>&1 &
    pid=$!
    for _ in $(seq 100); do
        grep -q '^disk_bytes	[1-9]' "$work/state/sync.tsv" 2> /dev/null && [ -e "$work/state/running" ] && return 0
        sleep 0.1
    done
    cat "$work/said"
    return 1
}
stop() { # stop SIGNAL
    kill -"$1" "$pid"
    wait "$pid" 2> /dev/null
    pid=
}
status() { "$regiebord" status --share "$work/share" --state "$work/state" "$@" > "$work/told" 2>&1; }
# field NAME: of the device in the JSON that was told.
field() { python3 -c 'import json, sys; print(eval("json.load(sys.stdin)[\"device\"]" + sys.argv[1]))' "$1" < "$work/told"; }

# stops N: status says within some seconds (it is written each five) that there were so many; leaves what it told.
stops() {
    for _ in $(seq 100); do
        status --json
        told=$?
        [ "$(field '["stops"]["month"]')" = "$1" ] && return 0
        sleep 0.1
    done
    return 1
}

"$regiebord" import boards/voorbeeld --share "$work/share" > /dev/null || exit 1
status
[ $? -eq 1 ] && grep -q 'liet nog niets weten' "$work/told"
result $? "before a wall ran on that folder monitoring is told so"

run && stop TERM
[ ! -e "$work/state/running" ]
result $? "shutting down leaves no marker"
run
sleep 6
stops 0
result $? "a clean stop is none to tell"

stop KILL
[ -e "$work/state/running" ]
result $? "a plug that is pulled leaves the marker"
run
stops 1
seen=$?
# The disk of the machine that tests may be nearly full: that is a warning of its own.
want=0
case "$(field '["level"]')" in warning | grave) want=1 ;; esac
[ $seen -eq 0 ] && [ "$told" -eq $want ]
result $? "one power cut is told, and is no alarm"
field '["says"]' | grep -q '1 keer uitgegaan zonder afsluiten'
result $? "in plain words"

for _ in 1 2; do stop KILL && run; done
stops 3 && [ "$told" -eq 1 ] && [ "$(field '["stops"]["week"]')" = 3 ]
result $? "three in a week are a warning"
stop TERM
sed -i "s/^written	.*/written	$(($(date +%s) - 3600))000/" "$work/state/sync.tsv"
status
[ $? -eq 1 ] && grep -q 'niets van zich horen' "$work/told"
result $? "a wall that is off is told to monitoring"
