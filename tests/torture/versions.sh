#!/bin/sh
# T13: today's program beside the last program of every earlier version of the tables, built from the history.
# versions.sh [SECONDS]
cd "$(dirname "$0")/../.." || exit 1
BUILD=${BUILD:-build}
make -s BUILD="$BUILD" build "$BUILD/tests/site_driver" || exit 1
exec timeout 3000 python3 tests/torture/versions.py "$BUILD" "${1:-60}"
