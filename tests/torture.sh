#!/bin/sh
# torture.sh BUILD [LIMIT]: every script of tests/torture, each of which prints lines `T4 | what | figure | target` and
# fails when a target is missed, into one table. What is done is kept in BUILD/torture/*.done: after an interruption
# the rest goes on; `rm -r BUILD/torture` begins anew. No script takes longer than LIMIT seconds (5400).
set -u
cd "$(dirname "$0")/.."
build=${1:-build}
limit=${2:-5400}
kept=$build/torture
mkdir -p "$kept"
export TZ=Europe/Amsterdam LC_ALL=C.UTF-8 SDL_VIDEODRIVER=dummy
status=0
for script in tests/torture/*.sh; do
    name=$(basename "$script" .sh)
    [ -f "$kept/$name.done" ] && continue
    echo "$(date +%H:%M:%S) $name" >&2
    begun=$(date +%s)
    if BUILD=$build timeout "$limit" sh "$script" > "$kept/$name.out" 2> "$kept/$name.err"; then
        word=done
    else
        word=FAILED
    fi
    grep -E '^T[0-9]+ \|' "$kept/$name.out" > "$kept/$name.lines" ||
        echo "T? | $name | told nothing | see $kept/$name.err" > "$kept/$name.lines"
    sed "s/\$/ | $word, $(($(date +%s) - begun)) s/" "$kept/$name.lines" > "$kept/$name.table"
    [ $word = done ] && mv "$kept/$name.table" "$kept/$name.done"
done
echo "test | what | figure | target | took"
echo "---- | ---- | ------ | ------ | ----"
for script in tests/torture/*.sh; do
    name=$(basename "$script" .sh)
    if [ -f "$kept/$name.done" ]; then
        cat "$kept/$name.done"
    else
        cat "$kept/$name.table"
        status=1
    fi
done
exit $status
