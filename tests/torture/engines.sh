#!/bin/sh
# T10: the sync engines for long. engines.sh [SECONDS]; a short run of the same is tests/e2e/engines.sh.
cd "$(dirname "$0")/../.." || exit 1
BUILD=${BUILD:-build}
make -s BUILD="$BUILD" build "$BUILD/tests/site_driver" || exit 1
seconds=${1:-300}
status=0
timeout $((seconds + 240)) python3 tests/torture/engines.py "$BUILD" "$seconds" || status=1
timeout $((seconds + 240)) python3 tests/torture/rsync.py "$BUILD" $((seconds / 3)) || status=1
timeout $((seconds + 240)) python3 tests/torture/nextcloud.py "$BUILD" $((seconds / 3)) || status=1
timeout 400 python3 tests/torture/hub.py "$BUILD" 10 10 || status=1
exit $status
