#!/bin/sh
# take.sh REGIEBORD: the codes of Neem mee, drawn on every panel in both themes and read back by a scanner.
set -u
regiebord=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TZ=Europe/Amsterdam
now=2025-11-11T10:42
n=0
result() { # result STATUS NAME
    n=$((n + 1))
    if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; fi
}
"$regiebord" import boards/voorbeeld --share "$work/share" --now $now > /dev/null || exit 1
cd "$work" || exit 1
printf 'tap "Neem mee"\nrender text.png\ntap "Agenda"\nrender agenda.png\n' > take.play
read_code() { zbarimg -q --raw "$1" 2> /dev/null | tr -d '\r'; }
while read -r size mm distance theme; do
    for what in "kaart 2.1b" "trekkers aanbieders"; do
        set -- $what
        rm -rf state text.png agenda.png
        "$regiebord" play take.play --share share --state state --board voorbeeld --screen "$1" --select "$2" --size "$size" \
            --mm "$mm" --distance "$distance" --theme "$theme" --now $now > said 2>&1 || cat said
        read_code text.png > text
        read_code agenda.png > agenda
        grep -q '2.1b Pilot inkoop jeugdhulp po en vo' text
        result $? "$1 at $size $theme: the text tells of 2.1b"
        first=$(head -n 1 agenda)
        last=$(grep . agenda | tail -n 1)
        days=$(grep -c '^DTSTART;VALUE=DATE:20' agenda)
        [ "$first" = BEGIN:VCALENDAR ] && [ "$last" = END:VCALENDAR ] && [ "$days" -ge 1 ] &&
            [ "$days" -eq "$(grep -c '^SUMMARY:' agenda)" ]
        result $? "$1 at $size $theme: a calendar with $days days"
    done
done << PANELS
1920x1080 1209x680 4 light
1920x1080 1209x680 4 dark
3840x2160 1428x803 4 dark
1280x800 217x136 0.6 light
800x480 154x86 0.6 light
800x480 154x86 0.6 dark
720x1280 86x154 0.6 dark
PANELS
# Behind the curtain nobody is named.
printf 'expect no "Trekker"\ntap "Neem mee"\nrender text.png\n' > closed.play
"$regiebord" play closed.play --share share --state closed --board voorbeeld --screen kaart --select 2.1b --size 1280x800 \
    --curtain 18:00-07:30 --now 2025-11-11T20:42 > said 2>&1 || cat said
read_code text.png > text
grep -q 'Jeugdhulp: beleggen' text && ! grep -q 'aanbieders' text
result $? "behind the curtain the code names no lead"
