#!/bin/sh
# T11: the editing tools on a wall that publishes.
cd "$(dirname "$0")/../.." || exit 1
BUILD=${BUILD:-build}
make -s BUILD="$BUILD" build || exit 1
exec timeout 400 sh tests/e2e/tools.sh "$BUILD/regiebord"
