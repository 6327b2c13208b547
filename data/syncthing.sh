#!/bin/sh
# Gives a running Syncthing the folder of Regiebord, with the settings that lose nothing.
#   sh syncthing.sh FOLDER DEVICE-ID...        on every site, with the IDs of all the others
#   sh syncthing.sh --via FOLDER HUB-ID        on a site of a region: the hub alone, which introduces the others
#   sh syncthing.sh --hub FOLDER DEVICE-ID...  on that hub, an always-on machine: keeps versions of 30 days
# DEVICE-ID@tcp://HOST:22000 also tells where that device is. Running it again adds what is new.
# PRIVATE=yes        no public servers: only the local network, and addresses that were given
# DISCOVERY=URL      the same, and our own discovery server (https://HOST:8443/?id=ID, as stdiscosrv prints it)
# RELAY=URL          our own relay as well (relay://HOST:22067/?id=ID, as strelaysrv prints it)
# SYNCTHING=COMMAND  another one than `syncthing cli`, such as `syncthing cli --home DIR`
set -eu
role=mesh
case ${1-} in
--hub) role=hub; shift ;;
--via) role=via; shift ;;
esac
[ $# -ge 1 ] && [ -d "$1" ] || { echo "use: sh syncthing.sh [--hub|--via] FOLDER DEVICE-ID..." >&2; exit 2; }
folder=$(cd "$1" && pwd)
shift
: "${SYNCTHING:=syncthing cli}"
config() { $SYNCTHING config "$@"; }
# Releases differ in how they spell some names: the first one that this one knows.
either() { config $1 "$2" set -- "$4" 2>/dev/null || config $1 "$3" set -- "$4"; }
ours="folders regiebord"

self=$($SYNCTHING show system | sed -n 's/.*"myID": *"\([^"]*\)".*/\1/p')
[ -n "$self" ] || { echo "Syncthing does not answer: is it running, as this user?" >&2; exit 1; }

if [ -n "${PRIVATE-}${DISCOVERY-}${RELAY-}" ]; then
    either options global-ann-enabled global-announce-enabled "$([ -n "${DISCOVERY-}" ] && echo true || echo false)"
    [ -z "${DISCOVERY-}" ] || config options raw-global-ann-servers 0 set -- "$DISCOVERY"
    either options relays-enabled relay-enabled "$([ -n "${RELAY-}" ] && echo true || echo false)"
    [ -z "${RELAY-}" ] || config options raw-listen-addresses add -- "$RELAY"
    either options natenabled nat-enabled false
fi

if ! config folders list | grep -qx regiebord; then
    config folders add --id regiebord --label Regiebord --path "$folder"
fi
config $ours type set sendreceive
config $ours max-conflicts set -- -1 # never 0: that deletes the copy that lost
config $ours disable-fsync set false
config $ours ignore-perms set true
config $ours min-disk-free unit set %
config $ours min-disk-free value set 5
either "$ours" fswatcher-enabled fs-watcher-enabled true
either "$ours" fswatcher-delays fs-watcher-delay-s 1
either "$ours" rescan-intervals rescan-interval-s 60
if [ $role = hub ]; then
    config $ours versioning type set staggered
    config $ours versioning params set maxAge 2592000
fi

for device in "$@"; do
    id=${device%%@*}
    [ "$id" != "$self" ] || continue
    new=no
    if ! config devices list | grep -qx "$id"; then
        new=yes # paused until it is known what is shared: a hub introduces at the moment of connecting
        config devices add --device-id "$id" --paused
    fi
    case $device in
    *@*) config devices "$id" dump-json | grep -qF "\"${device#*@}\"" ||
        config devices "$id" addresses add -- "${device#*@}" ;;
    esac
    [ $role != via ] || config devices "$id" introducer set true
    config $ours devices list | grep -qx "$id" || config $ours devices add --device-id "$id"
    [ $new = no ] || config devices "$id" paused set false
done
echo "Syncthing shares $folder. The ID of this device, for the others: $self"
