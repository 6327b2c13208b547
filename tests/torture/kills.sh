#!/bin/sh
# T4: 1,000 kills on a real disk.
make -s BUILD="$1" "$1/tests/kills" && "$1/tests/kills" 1000 20251127 > "$1/torture/kills.tap"
status=$?
figure=$(sed -n 's/^\(not \)*ok - \([0-9]* kills: .*\)/\2/p' "$1/torture/kills.tap")
echo "T4 | kill -9 of three devices on one folder | $figure | 1,000 kills, 0 lost"
cat "$1/torture/kills.tap" >&2
exit $status
