#!/bin/sh
# T6: every way to ask for memory.
BUILD=${BUILD:-build}
[ ! -w /dev/shm ] || export TMPDIR=/dev/shm
make -s BUILD="$BUILD" "$BUILD/tests/fault" && "$BUILD/tests/fault" memory > "$BUILD/torture/memory.tap"
status=$?
sed -n 's/^\(not \)*ok - \(.*\): \([0-9]* of [0-9]* points\) \(([^)]*)\), \(.*\)/T6 | every way to memory, \2 | \3 \4, \5 | all, 0 bad/p' \
    "$BUILD/torture/memory.tap"
grep '^#' "$BUILD/torture/memory.tap" >&2
exit $status
