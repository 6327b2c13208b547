#!/bin/sh
# Gives a running Syncthing the folder of Regiebord with the settings that lose nothing.
#   sh syncthing.sh FOLDER [DEVICE-ID...]      the device IDs of the others, or of the hub alone
# HUB=yes beside a device ID: that one introduces all others (it must be always on).
# Other homes than the user's own: SYNCTHING="syncthing cli --home DIR".
set -eu
folder=$1
shift
: "${SYNCTHING:=syncthing cli}"
config() { $SYNCTHING config "$@"; }
# `fswatcher-delays` and the like lost a letter in older releases.
either() { config folders regiebord "$1" set -- "$3" 2>/dev/null || config folders regiebord "$2" set -- "$3"; }

config folders list | grep -qx regiebord || config folders add --id regiebord --label Regiebord --path "$folder"
config folders regiebord type set sendreceive
config folders regiebord max-conflicts set -- -1   # never 0: that deletes the copy that lost
config folders regiebord disable-fsync set false
config folders regiebord ignore-perms set true
config folders regiebord min-disk-free unit set %
config folders regiebord min-disk-free value set 5
either fswatcher-enabled fs-watcher-enabled true
either fswatcher-delays fs-watcher-delay-s 1
either rescan-intervals rescan-interval-s 60
for id in "$@"; do
    config devices list | grep -qx "$id" || config devices add --device-id "$id"
    [ "${HUB:-no}" = no ] || config devices "$id" introducer set true
    config folders regiebord devices list | grep -qx "$id" || config folders regiebord devices add --device-id "$id"
done
