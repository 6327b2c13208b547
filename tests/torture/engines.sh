#!/bin/sh
# tests/torture/engines.sh [SECONDS]: the sync engines for long (300 s). Lines `T10 | what | figure | target`.
cd "$(dirname "$0")/../.." || exit 1
make -s -j2 build build/tests/site_driver || exit 1
seconds=${1:-300}
status=0
timeout $((seconds + 240)) python3 tests/torture/engines.py build "$seconds" || status=1
timeout $((seconds + 240)) python3 tests/torture/rsync.py build $((seconds / 3)) || status=1
timeout 400 python3 tests/torture/hub.py build 10 10 || status=1
exit $status
