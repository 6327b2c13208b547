#!/bin/sh
# bench.sh BUILD [--markdown] [PART...]: what the wall costs, beside Chromium with the same board, as one table; see
# tests/e2e/bench.py. Nothing here passes or fails: times of a shared machine prove nothing by themselves, so what can
# be is given in copies of the frame made in the same run, or beside the peer.
set -u
cd "$(dirname "$0")/.."
build=${1:-build}
[ $# -eq 0 ] || shift
for program in regiebord tests/big_board tests/bench_session tests/bench_limits tests/bench_naive; do
    [ -x "$build/$program" ] || { echo "bench.sh: $build/$program is missing, run make bench" >&2; exit 2; }
done
export TZ=Europe/Amsterdam LC_ALL=C.UTF-8
exec timeout 900 python3 tests/e2e/bench.py "$build" "$@"
