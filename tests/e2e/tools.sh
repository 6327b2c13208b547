#!/bin/sh
# tests/e2e/tools.sh build/regiebord: see tools.py beside this file.
build=$(dirname "$1")
make -s BUILD="$build" "$build/tests/site_driver" || exit 1
exec python3 "$(dirname "$0")/tools.py" "$@"
