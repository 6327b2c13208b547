#!/bin/sh
# schema.sh BINARY N: makes tests/data/schema-N with a program whose SCHEMA_VERSION is N, for tests/test_upgrade.c.
# Whoever raises SCHEMA_VERSION runs it first, with the last program of the version that was. What it makes:
#   share.sql  board.sqlite as a sync engine put it back: older than what the wall knows
#   local.sql  local.db of the wall that saw all of it, and was touched where its program could be
#   cells.txt  what that program showed: table, row, column and value of every cell of its own last board.sqlite
set -eu
binary=$(realpath "${1:?use: tests/schema.sh BINARY N}")
out=$(cd "$(dirname "$0")/data" && pwd)/schema-${2:?use: tests/schema.sh BINARY N}
work=$(mktemp -d "${TMPDIR:-/tmp}/regiebord-schema.XXXXXX")
trap 'rm -rf "$work"' EXIT
export TZ=Europe/Amsterdam SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy
board=$work/share/board.sqlite

# The wall itself, without a screen, for as long as it takes to read and to answer.
wall() {
    "$binary" run --share "$work/share" --state "$work/state" --windowed --size 800x480 >>"$work/said" 2>&1 &
    pid=$!
    sleep "$1"
    kill -TERM $pid
    wait $pid || true
}

touches() {
    "$binary" play "$1" --share "$work/share" --state "$work/state" --size 1920x1080 --mm 1210x680
}

dump() {
    for pragma in application_id user_version; do
        echo "PRAGMA $pragma=$(sqlite3 "$1" "PRAGMA $pragma");"
    done
    sqlite3 "$1" .dump | sed "s/'dev:[0-9a-f]*'/'dev:0123456789abcdef'/" # no machine's own print
}

cells() {
    for table in $(sqlite3 "$board" "SELECT name FROM sqlite_master WHERE type='table' AND name<>'chg' ORDER BY name"); do
        for column in $(sqlite3 "$board" "SELECT name FROM pragma_table_info('$table') WHERE name<>'id'"); do
            sqlite3 -separator '|' "$board" "SELECT '$table', id, '$column', $column FROM $table
                WHERE $column IS NOT NULL ORDER BY id"
        done
    done
}

cat >"$work/proef.csv" <<'END'
Wat;Wie;Wanneer;Budget;Kolom;Trekker
AMBITIE 1: Ieder kind in beeld;;;;;
1.1 Thuiszitters terugdringen;;;;;
Elke school meldt binnen vijf dagen;scholen;2023;€ 5.000;Onderwijs;Leerplicht
Een vast gezicht per gezin;wijkteam, gemeente;najaar 2024;p.m.;Gemeente, Jeugdhulp;Wijkteam
1.2 Zorg in de school;;;;;
Jeugdhulp in het speciaal onderwijs kopen;jeugdhulpaanbieders;2025-2026;xx;Jeugdhulp;Aanbieders
AMBITIE 2: Beter samenwerken;;;;;
2.1 Eén taal;;;;;
Afkortingen “zonder” omwegen;alle partners;elk half jaar;;Gemeente, Jeugdhulp, Onderwijs;Wijkteam
END
"$binary" import "$work/proef.csv" --share "$work/share"
sqlite3 "$board" "
    INSERT INTO meeting(id, board, body, starts) VALUES('m1', 'proef', 'Regiegroep', '2025-11-27T14:00');
    INSERT INTO note(id, board, action, column_id, author, at, text)
        VALUES('n1', 'proef', '1.1b', 'gemeente', 'Sam', '2025-11-02', 'Twee regels:' || char(10) || '''en een aanhaling''');
    UPDATE track SET health='op koers', stage='toepassen', reported='2025-11-02' WHERE board='proef' AND action='1.1b'"
wall 3
cp "$board" "$work/stale"
sqlite3 "$board" "
    UPDATE track SET health='knelpunt', reason='geld', reported='2025-11-04' WHERE board='proef' AND action='1.2a';
    INSERT INTO bottleneck(id, board, action, column_id, reason, since, rung)
        VALUES('b1', 'proef', '1.2a', 'jeugdhulp', 'geld', '2025-11-04', 'regiegroep');
    INSERT INTO decision(id, board, meeting, action, text, state)
        VALUES('d1', 'proef', 'm1', '1.2a', 'Het tweede jaar is betaald', 'besloten');
    DELETE FROM note WHERE id='n1';
    UPDATE action SET due='2025' WHERE board='proef' AND code='1.1a';
    UPDATE goal SET id='proef/1.2-nieuw' WHERE id='proef/1.2'"
printf '%s\n' '.dbconfig enable_trigger off' "UPDATE action SET title='Een vast gezicht' WHERE code='1.1b';" |
    sqlite3 "$board" >/dev/null # no trigger tells of this one
wall 3
if [ -f "$(dirname "$0")/data/schema-$2.play" ]; then
    sqlite3 "$board" "INSERT INTO person(id, board, name, column_id) VALUES('p1', 'proef', 'Sanne', 'gemeente')"
    touches "$(dirname "$0")/data/schema-$2.play"
fi
mkdir -p "$out"
cells >"$out/cells.txt"
dump "$work/stale" >"$out/share.sql"
dump "$work/state/local.db" >"$out/local.sql"
ls -l "$out"
