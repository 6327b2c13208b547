#!/bin/sh
# T1, T2: 50,000 seeds of the simulator, and every planted bug.
BUILD=${BUILD:-build}
make -s BUILD="$BUILD" "$BUILD/tests/simulate" || exit 1
out="$BUILD/torture/simulation.tap"
"$BUILD/tests/simulate" --seeds 50000 --from 100000 --jobs "$(nproc)" --bugs 500 > "$out"
status=$?
failed=$(sed -n 's/^.*simulation: \(.*\)$/\1/p' "$out")
edits=$(sed -n 's/^\([0-9]* touch edits\) acknowledged.*/\1/p' "$out")
rounds=$(sed -n 's/^.*settled in \(.*\)$/\1/p' "$out")
echo "T1 | simulation of the real code | $failed, $edits, $rounds | 0 lost, all settle in 20 rounds"
echo "T2 | planted bugs that the simulation finds | $(grep -c '^ok - bug' "$out") of $(grep -c 'ok - bug' "$out") | all within 500 seeds"
cat "$out" >&2
exit $status
