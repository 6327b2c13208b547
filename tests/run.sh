#!/bin/sh
# The whole suite: unit tests (plain and under sanitizers), house rules, golden screens, play scripts, and the real
# program in a real window. Every test prints `ok` or `not ok` lines; the last line counts them.
set -u
cd "$(dirname "$0")/.."
out=build/test
rm -rf "$out"
mkdir -p "$out"
log="$out/all.tap"
: > "$log"
export CMOCKA_MESSAGE_OUTPUT=tap TZ=Europe/Amsterdam LC_ALL=C.UTF-8 SDL_VIDEODRIVER=dummy
export ASAN_OPTIONS=detect_leaks=0:abort_on_error=0 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1

# step NAME SECONDS COMMAND...: its lines go to the log; a command that dies counts as one failure.
step() {
    name=$1 limit=$2
    shift 2
    timeout "$limit" "$@" > "$out/step.out" 2> "$out/step.err"
    status=$?
    grep -E '^[[:space:]]*(ok|not ok)' "$out/step.out" | sed 's/^[[:space:]]*//' > "$out/step.tap"
    if [ $status -ne 0 ] && ! grep -q '^not ok' "$out/step.tap"; then
        echo "not ok - $name ended with status $status" >> "$out/step.tap"
    fi
    [ -s "$out/step.tap" ] || echo "not ok - $name ran no test" >> "$out/step.tap"
    cat "$out/step.tap" >> "$log"
    if grep -q '^not ok' "$out/step.tap"; then
        echo "FAILED $name"
        grep '^not ok' "$out/step.tap"
        tail -n 40 "$out/step.err"
        grep -vE '^[[:space:]]*ok' "$out/step.out" | tail -n 40
    else
        echo "passed $name ($(grep -c '^ok' "$out/step.tap"))"
    fi
}

build() { # build NAME TARGETS...
    name=$1
    shift
    if ! make -s -j2 "$@" > "$out/build.log" 2>&1; then
        tail -n 40 "$out/build.log"
        echo "not ok - build $name" >> "$log"
        echo "FAILED build $name"
        return 1
    fi
    echo "ok - build $name" >> "$log"
}

tests=$(for t in tests/test_*.c; do basename "$t" .c; done)
if build plain build build/tests/kills build/tests/fault build/tests/simulate $(for t in $tests; do echo "build/tests/$t"; done); then
    for t in $tests; do step "$t" 300 "build/tests/$t"; done
    step rules 60 sh tests/rules.sh
    step fuzz 600 sh tests/fuzz.sh smoke
    step kills 300 build/tests/kills 200
    step simulation 900 build/tests/simulate --seeds 2000 --bugs 1000
    step "failing calls" 300 sh tests/faults.sh calls 37
    step "failing memory" 300 sh tests/faults.sh memory 31
    step golden 300 sh tests/golden.sh build/regiebord
    for s in tests/e2e/*.sh; do
        step "e2e/$(basename "$s" .sh)" 400 sh "$s" build/regiebord
    done
fi
san="-fsanitize=address,undefined -fno-sanitize-recover=undefined"
# The sanitizers' own checks make gcc see paths that are none: its guess about cut texts is not an error there.
if build sanitized BUILD=build-asan CFLAGS="-O1 -g -Wno-error=format-truncation" SAN="$san" $(for t in $tests; do echo "build-asan/tests/$t"; done); then
    for t in $tests; do step "sanitized $t" 600 "build-asan/tests/$t"; done
fi
passed=$(grep -c '^ok' "$log")
failed=$(grep -c '^not ok' "$log")
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
