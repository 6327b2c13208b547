#!/bin/sh
# fuzz.sh SECONDS TARGET...: fuzzes each target for so long, beginning with the corpus of tests/fuzz/corpus and the
# files of the project; what is found stays in build-fuzz/found, what makes a target die is written beside it.
# fuzz.sh smoke: as many runs of each as fit in a test, and the corpus through the targets as gcc compiles them.
set -u
cd "$(dirname "$0")/.."
export ASAN_OPTIONS=detect_leaks=0:malloc_context_size=8:quarantine_size_mb=16
[ ! -w /dev/shm ] || export TMPDIR=/dev/shm
found=build-fuzz/found
fixed= # words before the program
n=0
result() { # result STATUS NAME
    n=$((n + 1))
    if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; fi
}

seeds() { # seeds TARGET: the folders to begin with
    [ -d "tests/fuzz/corpus/$1" ] && echo "tests/fuzz/corpus/$1"
    case $1 in
    shared)
        mkdir -p build-fuzz/seeds
        [ -n "$(ls build-fuzz/seeds)" ] || build-fuzz/fuzz/seeds build-fuzz/seeds
        echo build-fuzz/seeds
        ;;
    table) echo tests/data boards/voorbeeld ;;
    script) echo tests/play ;;
    recording) echo tests/replay ;;
    esac
}

most() { # most TARGET: bytes of an input
    case $1 in shared) echo 200000 ;; table) echo 6000 ;; pages) echo 300 ;; *) echo 2000 ;; esac
}

# One process; its artifacts begin with the name of the target.
hunt() { # hunt TARGET NAME OPTIONS...
    target=$1 name=$2
    shift 2
    $fixed build-fuzz/fuzz/"$target" -max_len="$(most "$target")" -rss_limit_mb=2048 -malloc_limit_mb=64 \
        -artifact_prefix="build-fuzz/$target-" "$@" > "build-fuzz/$name.log" 2>&1
}

runs() { # runs NAME: how many it did
    sed -n 's/^Done \([0-9]*\) runs.*/\1/p' "build-fuzz/$1.log"
}

# The same runs every time, on a slow machine too: the dice are given, the seeds come in the order of their names, time
# is counted in work, and nothing is kept.
smoke() { # smoke NAME TARGET RUNS SEED
    # shellcheck disable=SC2046
    find $(seeds "$2") -type f | LC_ALL=C sort | paste -sd, > "build-fuzz/$1.seeds"
    FUZZ_STEADY=1 hunt "$2" "$1" -runs="$3" -seed="$4" -timeout=600 -seed_inputs=@"build-fuzz/$1.seeds"
    result $? "$1: $(runs "$1") runs"
    grep -E 'does not hold|ERROR|SUMMARY|Test unit written' "build-fuzz/$1.log" >&2
}

if [ "$1" = smoke ]; then
    # Addresses are among what it compares and tries.
    if setarch -R true 2> /dev/null; then fixed="setarch -R"; fi
    make -s fuzz-targets && make -s fuzz-runners || exit 1
    rm -rf build-fuzz/seeds
    seeds shared > /dev/null
    smoke shared-1 shared 20000 1 > build-fuzz/first.tap 2> build-fuzz/first.err &
    first=$!
    n=1
    smoke shared-2 shared 20000 2
    wait $first
    cat build-fuzz/first.tap
    cat build-fuzz/first.err >&2
    smoke table table 1200 3
    smoke script script 40000 4
    smoke utf8 utf8 15000 5
    smoke recording recording 40000 6
    smoke due due 20000 7
    smoke pages pages 1000 8
    for target in shared table script utf8 recording due pages; do
        # shellcheck disable=SC2046
        FUZZ_STEADY=1 FUZZ_THOROUGH=1 build/fuzz/$target $(seeds $target) > build-fuzz/corpus.log 2>&1
        result $? "$target: the corpus as gcc compiles it, $(grep inputs build-fuzz/corpus.log)"
    done
    exit 0
fi
seconds=$1
shift
status=0
for target in "$@"; do
    mkdir -p "$found/$target"
    # shellcheck disable=SC2046
    hunt "$target" "$target" -timeout=20 -max_total_time="$seconds" -use_value_profile=1 "$found/$target" \
        $(seeds "$target") || status=1
    tail -n 1 "build-fuzz/$target.log"
    grep -E 'does not hold|ERROR|SUMMARY|Test unit written' "build-fuzz/$target.log"
done
exit $status
