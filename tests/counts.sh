#!/bin/sh
# counts.sh BUILD: how many instructions callgrind counts for what must stay cheap (tests/counts.c), against
# tests/counts.txt: more than 5 % apart fails, also when it is less, so that what was won is not lost unseen.
# UPDATE=1 counts.sh BUILD writes what it takes now.
set -u
build=${1:?use: counts.sh build}
here=$(cd "$(dirname "$0")" && pwd)
kept=$here/counts.txt
update=${UPDATE:-}
now_ms=1764252000000 # of all boards here
most_percent=5
work=$(mktemp -d "${TMPDIR:-/tmp}/regiebord-counts.XXXXXX")
trap 'rm -rf "$work"' EXIT
export TZ=Europe/Amsterdam LC_ALL=C.UTF-8
# One way of copying and comparing bytes, whatever the processor could do.
export GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-AVX,-ERMS,-BMI2
fixed=
if setarch -R true 2> /dev/null; then fixed="setarch -R"; fi # addresses are the same in every run
n=0

tell() { # tell ok|not TEXT
    n=$((n + 1))
    if [ "$1" = ok ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; fi
}

count() { # count FIGURE SHARE
    mkdir "$work/state-$1"
    cp -r "$work/$2" "$work/share-$1"
    $fixed valgrind --tool=callgrind --instr-atstart=no --callgrind-out-file=/dev/null "$build/tests/counts" "$1" \
        "$work/share-$1" "$work/state-$1" $now_ms > "$work/said" 2>&1 &&
        sed -n 's/.*Collected : \([0-9]*\).*/\1/p' "$work/said"
    rm -rf "$work/share-$1" "$work/state-$1"
}

judge() { # judge FIGURE WHAT COUNT
    was=$(sed -n "s/^$1 \([0-9]*\).*/\1/p" "$kept" 2> /dev/null)
    if [ -z "$3" ]; then
        sed 's/^/# /' "$work/said"
        tell not "$2: it was not counted"
    elif [ -n "$update" ]; then
        echo "$1 $3 $2" >> "$work/counts.txt"
        tell ok "$2: $3 instructions"
    elif [ -z "$was" ]; then
        tell not "$2: $3 instructions, and none in counts.txt; make counts UPDATE=1 puts them there"
    else
        change=$(awk -v was="$was" -v is="$3" 'BEGIN { printf "%+.1f", (is - was) * 100 / was }')
        if awk -v by="$change" -v most=$most_percent 'BEGIN { exit !(by <= most && by >= -most) }'; then
            tell ok "$2: $3 instructions, $change %"
        else
            tell not "$2: $3 instructions, $change %, $most_percent are allowed; when it must be so: make counts UPDATE=1$other"
        fi
    fi
}

# They differ a little with what the program is compiled by and linked to.
made_with="made with ${CC:-gcc} $(${CC:-gcc} -dumpfullversion), libc $(ldd --version | sed -n '1s/.* //p'), SQLite $(sqlite3 --version |
    cut -d' ' -f1), valgrind $(valgrind --version | sed 's/.*-//'), $(uname -m)"
was_made=$(sed -n 's/^# made with/made with/p' "$kept" 2> /dev/null)
other=
[ "$was_made" = "$made_with" ] || other=" (counts.txt: $was_made; here: $made_with)"
{
    echo "# Instructions under callgrind. make counts compares, make counts UPDATE=1 writes them anew."
    echo "# $made_with"
} > "$work/counts.txt"

"$build/tests/big_board" "$work/small" 34 1000 $now_ms 2> /dev/null &&
    "$build/tests/big_board" "$work/large" 1000 80000 $now_ms 2> /dev/null
judge wall "40 times the draw list of the wall, and what differs" "$(count wall small)"
judge fold "folding 101,000 changes" "$(count fold large)"
judge import "importing a file of 10 MB with them" "$(count import large)"
judge publish "publishing it" "$(count publish large)"
[ -z "$update" ] || cp "$work/counts.txt" "$kept"
