#!/bin/sh
# T6: every way to ask for memory.
[ ! -w /dev/shm ] || export TMPDIR=/dev/shm
make -s BUILD="$1" "$1/tests/fault" && "$1/tests/fault" memory > "$1/torture/memory.tap"
status=$?
sed -n 's/^\(not \)*ok - \(.*\): \([0-9]* of [0-9]* points\) \(([^)]*)\), \(.*\)/T6 | every way to memory, \2 | \3 \4, \5 | all, 0 bad/p' \
    "$1/torture/memory.tap"
grep '^#' "$1/torture/memory.tap" >&2
exit $status
