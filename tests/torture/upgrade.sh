#!/bin/sh
# T5: every system call of a life that begins with what the first version left: killed at each, each seventh failing.
BUILD=${BUILD:-build}
[ ! -w /dev/shm ] || export TMPDIR=/dev/shm
make -s BUILD="$BUILD" "$BUILD/tests/fault" && "$BUILD/tests/fault" upgrade 7 > "$BUILD/torture/upgrade.tap"
status=$?
sed -n 's/^\(not \)*ok - \(.*\): \([0-9]* of [0-9]* points\) ([^)]*), \(.*\)/T5 | an upgrade from version 1, \2 | \3, \4 | 0 bad/p' \
    "$BUILD/torture/upgrade.tap"
grep '^#' "$BUILD/torture/upgrade.tap" >&2
exit $status
