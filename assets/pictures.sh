#!/bin/sh
# pictures.sh REGIEBORD DIR: draws the pictures of README.md from boards/voorbeeld into DIR, on a fixed day so
# that they only change when the board or the drawing does.
set -eu
regiebord=$(realpath "$1")
out=$2
now=2025-11-11T10:42
share=$(mktemp -d)
trap 'rm -rf "$share"' EXIT
mkdir -p "$out"
"$regiebord" import boards/voorbeeld --share "$share" --now "$now" >"$share/import.log" 2>&1 || { cat "$share/import.log" >&2; exit 1; }

# picture NAME OPTION...: renders, and keeps 64 colours so that the pictures stay small.
picture() {
    name=$1
    shift
    "$regiebord" render --share "$share" --board voorbeeld --now "$now" "$@" -o "$share/$name.png"
    convert "$share/$name.png" -strip +dither -colors 64 "PNG8:$out/$name.png"
    echo "$out/$name.png"
}
picture wall-light --screen bord --size 1920x1080
picture wall-dark --screen bord --size 1920x1080 --theme dark
picture cell --screen cel --select 2/jeugdhulp --size 1920x1080
picture card --screen kaart --select 2.1b --size 1920x1080
picture course --screen verloop --size 1920x1080
picture panel --screen bord --size 800x480 --mm 154x86

# What is drawn after touches.
cat >"$share/visit.play" <<'END'
tap "Trekkers"
tap "Aanbieders, 8 acties, 2 knelpunt"
tap "Pilot inkoop jeugdhulp po en vo"
render leads.png
tap "Notitie"
type "Overleg met "
render keyboard.png
tap "terug"
tap "Vergadering"
tap "Regiegroep, Start"
tap "Eerste punt"
tap "Akkoord"
wait 15s
render meeting.png
END
(cd "$share" && "$regiebord" play visit.play --share . --board voorbeeld --now "$now" --size 1920x1080 >played.log 2>&1) ||
    { cat "$share/played.log" >&2; exit 1; }
for name in leads keyboard meeting; do
    convert "$share/$name.png" -strip +dither -colors 64 "PNG8:$out/$name.png"
    echo "$out/$name.png"
done

# The board on one A4, as it comes out of a printer.
"$regiebord" export --share "$share" --board voorbeeld --now "$now" --format html -o "$share/paper.html"
chromium --headless --no-sandbox --disable-gpu --user-data-dir="$share/chromium" --no-pdf-header-footer \
    --print-to-pdf="$share/paper.pdf" "file://$share/paper.html" >"$share/print.log" 2>&1 || { cat "$share/print.log" >&2; exit 1; }
pdftoppm -r 70 -png -singlefile "$share/paper.pdf" "$share/paper"
convert "$share/paper.png" -bordercolor '#CBD2CF' -border 1 -strip +dither -colors 64 "PNG8:$out/paper.png"
echo "$out/paper.png"
