#!/bin/sh
# golden.sh REGIEBORD: draws every screen and compares it with what was accepted in tests/golden: words, places and
# colours line by line, a few pictures with a tolerance. `UPDATE=1 golden.sh REGIEBORD` accepts what is drawn now.
# GOLDEN names another folder than tests/golden.
set -u
regiebord=${1:?use: golden.sh build/regiebord}
here=$(cd "$(dirname "$0")/.." && pwd)
golden=${GOLDEN:-$here/tests/golden}
now=2025-11-11T10:42
update=${UPDATE:-}
most_kb=60      # of a picture
most_percent=1  # of its pixels may differ by more than 3 %, as another FreeType draws letters a little otherwise
export TZ=Europe/Amsterdam LC_ALL=C.UTF-8
work=$(mktemp -d "${TMPDIR:-/tmp}/regiebord-golden.XXXXXX")
trap 'rm -rf "$work"' EXIT
count=0 failed=0
names=" " # of all that is drawn: what else is in the folder is old

tell() { # tell ok|not NAME [WHY]
    count=$((count + 1))
    if [ "$1" = ok ]; then
        echo "ok $count - golden $2"
    else
        echo "not ok $count - golden $2${3:+: $3}"
        failed=1
    fi
}

# panel SIZE: how far people are from a panel of that many pixels.
panel() {
    case $1 in 1920x1080 | 3840x2160) echo 4 ;; *) echo 0.6 ;; esac
}

# draw COMMAND OUT SIZE BOARD SCREEN SELECT [OPTION...]
draw() {
    command=$1 out=$2 size=$3 board=$4 screen=$5 select=$6
    shift 6
    "$regiebord" "$command" --share "$work/share" --board "$board" --screen "$screen" --select "$select" \
        --size "$size" --distance "$(panel "$size")" --now $now -o "$out" "$@" > "$work/said" 2>&1
}

compare_text() { # compare_text NAME
    if [ ! -e "$golden/$1.txt" ]; then
        tell not "$1" "there is no $1.txt yet, see UPDATE=1"
    elif cmp -s "$golden/$1.txt" "$work/$1.txt"; then
        tell ok "$1"
    else
        tell not "$1" "not drawn as accepted"
        diff -u "$golden/$1.txt" "$work/$1.txt" | sed -n '3,30p'
    fi
}

# text NAME SIZE BOARD SCREEN SELECT [OPTION...]: the draw list in words.
text() {
    name=$1 size=$2
    names="$names$1.txt "
    shift
    if ! draw describe "$work/$name.txt" "$@"; then
        tell not "$name" "$(tail -n 1 "$work/said")"
    elif [ -n "$update" ]; then
        cp "$work/$name.txt" "$golden/$name.txt" && tell ok "$name accepted"
    else
        compare_text "$name"
    fi
}

compare_picture() { # compare_picture NAME
    if [ ! -e "$golden/$1.png" ]; then
        tell not "$1" "there is no $1.png yet, see UPDATE=1"
        return
    fi
    pixels=$(identify -format '%[fx:w*h]' "$golden/$1.png")
    differ=$(compare -metric AE -fuzz 3% "$golden/$1.png" "$work/$1.png" null: 2>&1)
    differ=$(printf '%s' "$differ" | awk '/^[0-9.e+]+/ { printf "%d", $1; ok = 1 } END { if (!ok) print -1 }')
    if [ "$differ" -ge 0 ] && [ $((differ * 100)) -le $((pixels * most_percent)) ]; then
        tell ok "$1"
    else
        tell not "$1" "$differ of $pixels pixels differ"
    fi
}

# picture NAME WIDTH SIZE BOARD SCREEN SELECT [OPTION...]: kept WIDTH px wide, so that the files stay small.
picture() {
    name=$1 width=$2
    names="$names$1.png "
    shift 2
    if ! draw render "$work/whole.png" "$@"; then
        tell not "$name" "$(tail -n 1 "$work/said")"
        return
    fi
    convert "$work/whole.png" -strip -filter box -resize "$width" -depth 8 -define png:compression-level=9 \
        -define png:exclude-chunks=date,time "$work/$name.png" || { tell not "$name" "is ImageMagick there?"; return; }
    if [ -z "$update" ]; then
        compare_picture "$name"
    elif [ "$(wc -c < "$work/$name.png")" -gt $((most_kb * 1024)) ]; then
        tell not "$name" "$(wc -c < "$work/$name.png") bytes are more than $most_kb kB"
    else
        cp "$work/$name.png" "$golden/$name.png" && tell ok "$name accepted"
    fi
}

for board in voorbeeld ontwikkelagenda-meierij; do
    if ! "$regiebord" import "$here/boards/$board" --share "$work/share" --now $now > "$work/said" 2>&1; then
        tell not "import of $board" "$(tail -n 1 "$work/said")"
        exit 1
    fi
done
if [ -n "$update" ]; then
    mkdir -p "$golden"
    rm -f "$golden"/*.txt "$golden"/*.png
elif ! ls "$golden"/*.txt > /dev/null 2>&1; then
    tell not "files" "there are none in $golden yet: look at the pictures of make gallery, then make golden UPDATE=1"
    exit 1
fi

# state NAME FIELD=VALUE...: what a device told of itself at that moment.
state() {
    mkdir -p "$work/$1"
    printf 'written\t1762854120000\n' > "$work/$1/sync.tsv"
    to=$work/$1/sync.tsv
    shift
    for field in "$@"; do printf '%s\t%s\n' "${field%%=*}" "${field#*=}" >> "$to"; done
}
state oud trouble=nofolder read_ms=1762670520000
state ziek disk_bytes=29000000000 free_bytes=300000000 volt_told=1 celsius=61 stops_month=2 stop_ms=1762767720000

v=voorbeeld m=ontwikkelagenda-meierij
text bord-1920x1080 1920x1080 $v bord ""
text bord-1920x1080-donker 1920x1080 $v bord "" --theme dark
text bord-1920x1080-engels 1920x1080 $v bord "" --lang en
text bord-1920x1080-leeg 1920x1080 $m bord ""
text bord-3840x2160 3840x2160 $v bord ""
text bord-1280x800 1280x800 $v bord ""
text bord-800x480 800x480 $v bord ""
text bord-720x1280 720x1280 $v bord ""
text bord-800x480-slechtziend 800x480 $v bord "" --low-vision
text bord-1920x1080-oud 1920x1080 $v bord "" --state "$work/oud"
text bord-800x480-oud-engels 800x480 $v bord "" --state "$work/oud" --lang en
text bord-720x1280-oud 720x1280 $v bord "" --state "$work/oud"
text beheer-1920x1080 1920x1080 $v beheer "" --state "$work/ziek"
text beheer-720x1280-oud 720x1280 $v beheer "" --state "$work/oud"
text aandacht-1920x1080 1920x1080 $v aandacht ""
text aandacht-3840x2160 3840x2160 $v aandacht ""
text aandacht-720x1280 720x1280 $v aandacht ""
text aandacht-1920x1080-leeg 1920x1080 $m aandacht ""
text cel-1920x1080 1920x1080 $v cel 2/jeugdhulp
text cel-1280x800 1280x800 $v cel 2/jeugdhulp
text cel-720x1280-donker 720x1280 $v cel 2/jeugdhulp --theme dark
text ambitie-1920x1080 1920x1080 $v ambitie 2
text ambitie-800x480 800x480 $v ambitie 2
text kolom-3840x2160 3840x2160 $v kolom jeugdhulp
text kolom-720x1280 720x1280 $v kolom jeugdhulp
text wijzigingen-1920x1080 1920x1080 $v wijzigingen ""
text wijzigingen-720x1280-engels 720x1280 $v wijzigingen "" --lang en
text toetsenbord-1920x1080 1920x1080 $v toetsenbord 2.1b/jeugdhulp
text toetsenbord-800x480-donker 800x480 $v toetsenbord 2.1b/jeugdhulp --theme dark
text toetsenbord-720x1280 720x1280 $v toetsenbord 2.1b/jeugdhulp
text kaart-1920x1080 1920x1080 $v kaart 2.1b
text kaart-1920x1080-leeg 1920x1080 $m kaart 1.4a
text kaart-1280x800 1280x800 $v kaart 2.1b
text kaart-800x480-engels 800x480 $v kaart 2.1b --lang en
text kaart-720x1280 720x1280 $v kaart 2.1b/jeugdhulp
text zoeken-1920x1080 1920x1080 $v zoeken inkoop
text zoeken-800x480 800x480 $v zoeken ""
text zoeken-720x1280 720x1280 $v zoeken inkoop
text afkortingen-1920x1080 1920x1080 $v afkortingen ""
text afkortingen-1280x800 1280x800 $v afkortingen ""
text trekkers-1920x1080 1920x1080 $v trekkers ""
text trekkers-1920x1080-leeg 1920x1080 $m trekkers ""
text trekkers-800x480 800x480 $v trekkers ""
text trekkers-720x1280-donker 720x1280 $v trekkers "" --theme dark
text trekkers-acties-1920x1080 1920x1080 $v trekkers aanbieders
text trekkers-acties-3840x2160-donker 3840x2160 $v trekkers aanbieders --theme dark
text trekkers-acties-1280x800 1280x800 $v trekkers aanbieders
text trekkers-acties-800x480-engels 800x480 $v trekkers aanbieders --lang en
text trekkers-acties-720x1280 720x1280 $v trekkers aanbieders
text vergadering-1920x1080 1920x1080 $v vergadering ""
text vergadering-1280x800-donker 1280x800 $v vergadering "" --theme dark
text vergadering-800x480 800x480 $v vergadering ""
text vergadering-720x1280-engels 720x1280 $v vergadering "" --lang en
text verloop-1920x1080 1920x1080 $v verloop ""
text verloop-1920x1080-leeg 1920x1080 $m verloop ""
text verloop-3840x2160-donker 3840x2160 $v verloop "" --theme dark
text verloop-1280x800 1280x800 $v verloop ""
text verloop-800x480-engels 800x480 $v verloop "" --lang en
text verloop-720x1280 720x1280 $v verloop ""
text bord-1920x1080-toen 1920x1080 $v bord "" --at 2025-06-01
text kaart-800x480-toen 800x480 $v kaart 2.1b --at 2025-10-20
text bord-1920x1080-gordijn 1920x1080 $v bord "" --curtain 10:00-11:00
text kaart-1920x1080-gordijn 1920x1080 $v kaart 2.1b --curtain 10:00-11:00
text borden-1920x1080 1920x1080 $v borden ""
text borden-720x1280 720x1280 $v borden ""

picture bord-1920x1080-ver 400 1920x1080 $v bord ""
picture bord-800x480-donker 680 800x480 $v bord "" --theme dark
picture kaart-1920x1080-ver 440 1920x1080 $v kaart 2.1b
picture verloop-1920x1080-ver 440 1920x1080 $v verloop ""
picture cel-720x1280 320 720x1280 $v cel 2/jeugdhulp

for file in "$golden"/*; do
    case $names in *" $(basename "$file") "*) ;; *) tell not "$(basename "$file")" "belongs to no screen any more" ;; esac
done
exit $failed
