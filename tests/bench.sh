#!/bin/sh
# bench.sh BUILD: what the wall costs at 34 and at 10,000 actions, as one table. Nothing here passes or fails: times
# of a shared machine prove nothing by themselves, so what can be is given in copies of the frame made in the same run.
set -u
cd "$(dirname "$0")/.."
build=${1:-build}
for program in regiebord tests/big_board tests/bench_session; do
    [ -x "$build/$program" ] || { echo "bench.sh: $build/$program is missing, run make bench" >&2; exit 2; }
done
export TZ=Europe/Amsterdam LC_ALL=C.UTF-8
exec timeout 900 python3 tests/e2e/bench.py "$build"
