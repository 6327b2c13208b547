#!/bin/sh
# One round of sharing by rsync: over ssh, to a mounted network folder, or to a USB stick.
#   sh rsync.sh FOLDER NAME THERE       for example  sh rsync.sh /srv/regiebord hal user@host:regiebord
# NAME is this site's own (letters, digits and -); other sites have others. THERE must exist.
# Every site writes files there that are its own alone, and takes those of the others: no file is
# ever written by two, so nothing can be lost. The wall reads all board*.sqlite in its folder.
set -eu
[ $# -eq 3 ] && [ -d "$1" ] || { echo "use: sh rsync.sh FOLDER NAME THERE" >&2; exit 2; }
folder=$1 name=$2 there=${3%/}
case $name in
*[!A-Za-z0-9-]* | '') echo "rsync.sh: a name has letters, digits and - only: $name" >&2; exit 2 ;;
esac
if [ "${there#*:}" = "$there" ] && [ ! -d "$there" ]; then
    echo "rsync.sh: $there is not there (is it mounted?)" >&2
    exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What a tool is writing just now is torn: copy a moment of rest.
state() { stat -c '%i %s %y %z' "$1"; ls "$1-journal" "$1-wal" 2>/dev/null || :; }
take() {
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        before=$(state "$1")
        case $before in
        *-journal*) ;;
        *) cp -p "$1" "$2" && [ "$(state "$1")" = "$before" ] && return 0 ;;
        esac
        sleep 0.5
    done
    rm -f "$2"
    echo "rsync.sh: somebody is writing $1; it goes with the next round" >&2
}
# The wall's own outbox (board.dev-...) is there when it may not replace board.sqlite.
for file in "$folder"/board.sqlite "$folder"/board.dev-*.sqlite; do
    part=${file##*/board.}
    [ ! -f "$file" ] || [ -L "$file" ] || case $part in
    sqlite) take "$file" "$work/board.site-$name.sqlite" ;;
    *) take "$file" "$work/board.site-$name.$part" ;;
    esac
done
# -c: SQLite changes a file without changing its size, within one second. Never --inplace, and no
# --delay-updates: its folder there would be shared by all who come at the same moment.
rsync -crt "$work/" "$there/"
# The lists of decisions, which are for people: each is written by one wall, and the newer one stays there.
if [ -d "$folder/besluiten" ]; then
    rsync -rtu --include /besluiten/ --include '/besluiten/besluitenlijst-*.html' --exclude '*' "$folder/" "$there/"
fi
pull() {
    rsync -crt --exclude "board.site-$name.*" --include 'board.site-*.sqlite' --include /besluiten/ \
        --include '/besluiten/besluitenlijst-*.html' --exclude '*' "$there/" "$folder/"
}
pull || [ $? -eq 24 ] # 24: one was replaced while it was read; the next round has it
[ ! -d "$there" ] || sync -f "$there"
