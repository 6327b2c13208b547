#!/bin/sh
# gallery.sh REGIEBORD OUT [NOW]: every screen at every panel size in both themes, to look at.
set -eu
regiebord=$1
out=$2
now=${3:-2025-11-11T10:42}
share=$(mktemp -d)
trap 'rm -rf "$share"' EXIT
mkdir -p "$out"
for board in boards/voorbeeld boards/ontwikkelagenda-meierij boards/handreiking-alkmaar boards/jaarplan-ppo-nk boards/samenwerking-gemeenten boards/thuiszitters-groningen; do
    "$regiebord" import "$board" --share "$share" --now "$now" > /dev/null
done
shot() { # shot SIZE DISTANCE THEME BOARD SCREEN SELECT [OPTION...]
    size=$1 distance=$2 theme=$3 board=$4 screen=$5 select=$6
    shift 6
    name=$(echo "$screen$(echo "${select:+-$select}" | tr '/' '-')" | tr -d "'")
    [ "$board" = voorbeeld ] || name="$board-$name"
    "$regiebord" render --share "$share" --board "$board" --screen "$screen" --select "$select" --size "$size" --distance "$distance" \
        --theme "$theme" --now "$now" -o "$out/$name-$size-$theme.png" "$@"
}
for panel in "1920x1080 4" "3840x2160 4" "1280x800 0.6" "800x480 0.6" "720x1280 0.6"; do
    set -- $panel
    for theme in light dark; do
        for what in "bord:" "aandacht:" "cel:2/jeugdhulp" "ambitie:2" "kolom:jeugdhulp" "kaart:2.1b" "kaart:1.4a" "zoeken:inkoop" "trekkers:" "trekkers:aanbieders" "toetsenbord:2.1b/jeugdhulp" "wijzigingen:" "afkortingen:" "borden:" "beheer:" "vergadering:" "verloop:"; do
            shot "$1" "$2" "$theme" voorbeeld "${what%%:*}" "${what#*:}"
        done
    done
    for board in ontwikkelagenda-meierij handreiking-alkmaar jaarplan-ppo-nk samenwerking-gemeenten thuiszitters-groningen; do
        shot "$1" "$2" light "$board" bord ""
    done
done
echo "$(ls "$out"/*.png | wc -l) pictures in $out"
