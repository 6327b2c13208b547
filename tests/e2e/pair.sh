#!/bin/sh
# pair.sh REGIEBORD: two kiosks with a real Syncthing each, on loopback, set up and paired by one command on each as the
# package does it.
set -u
regiebord=$(realpath "$1")
pair=$(realpath assets/regiebord-pair)
work=$(mktemp -d)
here=$(pwd)
n=0
result() { # result STATUS NAME
    n=$((n + 1))
    if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; fi
}
finish() {
    for pid in "$work"/*/pid; do
        [ ! -e "$pid" ] || kill "$(cat "$pid")" 2> /dev/null
    done
    wait
    rm -rf "$work"
}
trap finish EXIT
mkdir "$work/bin"
ln -s "$regiebord" "$work/bin/regiebord"
export PATH="$work/bin:$PATH" STNOUPGRADE=1 STMONITORED=yes GOMAXPROCS=1

on() { # on KIOSK COMMAND...
    kiosk=$work/$1
    shift
    env HOME="$kiosk" REGIEBORD_SYNC="$kiosk/syncthing" REGIEBORD_SHARE="$kiosk/share" "$@"
}
port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
# What keeps it on this machine; the rest is as the package makes it.
start() { # start KIOSK
    mkdir -p "$work/$1"
    on "$1" "$pair" --prepare > "$work/$1/made" 2>&1 || cat "$work/$1/made"
    port > "$work/$1/port"
    sed -i -e "s|<listenAddress>default<|<listenAddress>tcp://127.0.0.1:$(cat "$work/$1/port")<|" \
        -e 's|\(globalAnnounceEnabled\|localAnnounceEnabled\|relaysEnabled\|natEnabled\)>true|\1>false|' \
        -e 's|<reconnectionIntervalS>.*<|<reconnectionIntervalS>2<|' "$work/$1/syncthing/config.xml"
    on "$1" syncthing serve --home "$work/$1/syncthing" --no-browser --no-restart --logflags=0 \
        > "$work/$1/log" 2>&1 &
    echo $! > "$work/$1/pid"
    on "$1" "$pair" --first-time
    result $? "$1: a Syncthing with our folder"
}
id_of() { on "$1" "$pair" | sed -n 's/^  //p' | head -n 1; }
address() { echo "$(id_of "$1")@tcp://127.0.0.1:$(cat "$work/$1/port")"; }
until_true() { # until_true SECONDS COMMAND...
    tries=$(($1 * 5))
    shift
    while [ $tries -gt 0 ]; do
        "$@" > /dev/null 2>&1 && return 0
        tries=$((tries - 1))
        sleep 0.2
    done
    return 1
}

start hal
start raadzaal
setting() { on hal syncthing cli --home "$work/hal/syncthing" config folders regiebord "$@" get; }
[ "$(setting max-conflicts)" = -1 ] && [ "$(setting type)" = sendreceive ]
result $? "the folder keeps what conflicts"
[ -S "$work/hal/syncthing/gui.sock" ] && [ "$(stat -c %a "$work/hal/syncthing/gui.sock")" = 600 ] &&
    [ "$(stat -c %a "$work/hal/syncthing")" = 700 ]
result $? "its controls are a socket that nobody else may open"
! on hal "$pair" LETTERS > "$work/said" 2>&1 && grep -q 'LETTERS is no ID' "$work/said"
result $? "what is no ID is refused"
! on hal "$pair" "$(id_of hal)" > "$work/said" 2>&1 && grep -q 'is this kiosk' "$work/said"
result $? "its own ID is refused"
on hal "$pair" --wrong > "$work/said" 2>&1
[ $? = 2 ]
result $? "a wrong option is wrong usage"
"$regiebord" import "$here/boards/jaarplan-ppo-nk" --share "$work/hal/share" > /dev/null 2>&1
on raadzaal "$pair" "$(address hal)" > "$work/said" 2>&1 && grep -q "sudo regiebord-pair $(id_of raadzaal)" "$work/said"
result $? "one command on the one, which says what to do on the other"
until_true 30 sh -c "env HOME=$work/hal REGIEBORD_SYNC=$work/hal/syncthing $pair | grep -q 'asks to share.*regiebord-pair $(id_of raadzaal)'"
result $? "the other sees who asks"
[ ! -e "$work/raadzaal/share/board.sqlite" ]
result $? "and nothing is shared before it agrees"
on hal "$pair" "$(address raadzaal)" > "$work/said" 2>&1
result $? "one command on the other"
until_true 40 "$regiebord" status --share "$work/raadzaal/share" --board jaarplan-ppo-nk
result $? "the board is on both"
on hal "$pair" "$(address raadzaal)" > "$work/said" 2>&1 && [ "$(on hal "$pair" | grep -c '^  ')" = 2 ]
result $? "again changes nothing"
