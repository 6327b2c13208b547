#!/bin/sh
# One round of sharing by rsync, over ssh, to a mounted network folder or to a USB stick:
#   sh rsync.sh FOLDER NAME THERE       for example  sh rsync.sh /srv/regiebord hal user@host:regiebord
# NAME is this site's own, other sites have others. Every site writes one file there that is its own
# alone, and takes those of the others: no file is ever written by two, so nothing can be lost.
set -eu
folder=$1 name=$2 there=$3
mine=board.dev-$name.sqlite
[ ! -f "$folder/board.sqlite" ] || rsync -ct "$folder/board.sqlite" "$there/$mine"
rsync -ct --delay-updates --exclude "$mine" --include 'board.dev-*.sqlite' --exclude '*' -r "$there/" "$folder/"
