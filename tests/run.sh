#!/bin/sh
# The whole suite: unit tests (plain and under sanitizers), house rules, golden screens, play scripts, and the real
# program in a real window. Every test prints `ok` or `not ok` lines; the last line counts them.
set -u
cd "$(dirname "$0")/.." || exit 1
out=build/test
rm -rf "$out"
mkdir -p "$out"
begun=$(date +%s)
export CMOCKA_MESSAGE_OUTPUT=tap TZ=Europe/Amsterdam LC_ALL=C.UTF-8 SDL_VIDEODRIVER=dummy
export ASAN_OPTIONS=detect_leaks=0:abort_on_error=0 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1

# step NUMBER NAME SECONDS COMMAND...: its lines go to a file of its own, what is told about it to the screen at once;
# a command that dies counts as one failure.
step() {
    here=$out/$1 name=$2 limit=$3
    shift 3
    from=$(date +%s)
    timeout "$limit" "$@" > "$here.out" 2> "$here.err"
    status=$?
    grep -E '^[[:space:]]*(ok|not ok)' "$here.out" | sed 's/^[[:space:]]*//' > "$here.tap"
    if [ $status -ne 0 ] && ! grep -q '^not ok' "$here.tap"; then
        echo "not ok - $name ended with status $status" >> "$here.tap"
    fi
    [ -s "$here.tap" ] || echo "not ok - $name ran no test" >> "$here.tap"
    if grep -q '^not ok' "$here.tap"; then
        echo "FAILED $name"
        grep '^not ok' "$here.tap"
        tail -n 40 "$here.err"
        grep -vE '^[[:space:]]*(not )?ok' "$here.out" | tail -n 40
    else
        echo "passed $name ($(grep -c '^ok' "$here.tap")) in $(($(date +%s) - from)) s"
    fi > "$here.told"
    cat "$here.told"
}

build() { # build NAME TARGETS...
    name=$1
    shift
    from=$(date +%s)
    if ! make -s -j2 "$@" > "$out/build.log" 2>&1; then
        tail -n 40 "$out/build.log"
        echo "not ok - build $name" >> "$out/build.tap"
        echo "FAILED build $name"
        return 1
    fi
    echo "ok - build $name" >> "$out/build.tap"
    echo "passed build $name in $(($(date +%s) - from)) s"
}

later() { # later NAME SECONDS COMMAND...: a step for the lanes; no word of it has a space
    echo "$*" >> "$out/steps"
}

# A lane takes the next step that no other has taken, until there is none.
lane() {
    number=0
    while read -r line; do
        number=$((number + 1))
        mkdir "$out/taken-$number" 2> /dev/null || continue
        # shellcheck disable=SC2086
        step "$number" $line < /dev/null
    done < "$out/steps"
}

windows() { # windows NAME...: tests of tests/e2e, one after the other
    for name; do step "$name" "e2e/$name" 400 sh "tests/e2e/$name.sh" build/regiebord < /dev/null; done
}

tests=$(for t in tests/test_*.c; do basename "$t" .c; done)
san="-fsanitize=address,undefined -fno-sanitize-recover=undefined"
: > "$out/steps"
# Of tests/e2e: those without a window or for which time does not count, and those with one that wait more than they
# work or have a second for what takes some milliseconds. These go in two rows at once; two that need a screen with
# touch are in the same one.
windowless="engines frames pair paper rest sheet play take text vitals"
row_one="live tools"
row_two="night report broken meeting"
plain=no
build plain build build/tests/kills build/tests/fault build/tests/simulate build/tests/site_driver \
    build/tests/counts build/tests/big_board \
    $(for t in $tests; do echo "build/tests/$t"; done) && plain=yes
# What takes longest begins first, so that the lanes end together.
if [ $plain = yes ]; then
    later simulation 1200 build/tests/simulate --seeds 1000 --bugs 1000 --jobs 1
    later e2e/deb 1200 sh tests/e2e/deb.sh build/regiebord
    later fuzz 600 sh tests/fuzz.sh smoke
    for s in $windowless; do later "e2e/$s" 400 sh "tests/e2e/$s.sh" build/regiebord; done
fi
# The sanitizers' own checks make gcc see paths that are none: its guess about cut texts is not an error there.
if build sanitized BUILD=build-asan CFLAGS="-O1 -g1 -Wno-error=format-truncation" SAN="$san" $(for t in $tests; do echo "build-asan/tests/$t"; done); then
    for t in $tests; do later "sanitized-$t" 600 "build-asan/tests/$t"; done
fi
if [ $plain = yes ]; then
    later golden 300 sh tests/golden.sh build/regiebord
    later kills 300 build/tests/kills 200
    later failing-calls 300 sh tests/faults.sh calls 37
    later failing-memory 300 sh tests/faults.sh memory 31
    later failing-upgrade 300 sh tests/faults.sh upgrade 150
    for t in $tests; do later "$t" 300 "build/tests/$t"; done
    later counts 300 sh tests/counts.sh build
    later rules 60 sh tests/rules.sh
fi
lane &
second=$!
lane
wait $second
if [ $plain = yes ]; then
    # shellcheck disable=SC2086
    windows $row_one &
    second=$!
    # shellcheck disable=SC2086
    windows $row_two
    wait $second
    # Where some milliseconds count: alone.
    for s in tests/e2e/*.sh; do
        s=$(basename "$s" .sh)
        case " deb $windowless $row_one $row_two " in *" $s "*) ;; *) windows "$s" ;; esac
    done
fi
cat "$out"/*.tap > "$out/all"
passed=$(grep -c '^ok' "$out/all")
failed=$(grep -c '^not ok' "$out/all")
echo "in $((($(date +%s) - begun) / 60)) minutes"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
