#!/bin/sh
# T5: every call to the system of edit, import, publish and recovery.
[ ! -w /dev/shm ] || export TMPDIR=/dev/shm
make -s BUILD="$1" "$1/tests/fault" && "$1/tests/fault" calls > "$1/torture/calls.tap"
status=$?
sed -n 's/^\(not \)*ok - \(.*\): \([0-9]* of [0-9]* points\) ([^)]*), \(.*\)/T5 | every system call, \2 | \3, \4 | all, 0 bad/p' \
    "$1/torture/calls.tap"
grep '^#' "$1/torture/calls.tap" >&2
exit $status
