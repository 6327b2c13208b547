#!/bin/sh
# T4: 1,000 kills on a real disk.
BUILD=${BUILD:-build}
make -s BUILD="$BUILD" "$BUILD/tests/kills" && "$BUILD/tests/kills" 1000 20251127 > "$BUILD/torture/kills.tap"
status=$?
figure=$(sed -n 's/^\(not \)*ok - \([0-9]* kills: .*\)/\2/p' "$BUILD/torture/kills.tap")
echo "T4 | kill -9 of three devices on one folder | $figure | 1,000 kills, 0 lost"
cat "$BUILD/torture/kills.tap" >&2
exit $status
