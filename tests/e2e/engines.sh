#!/bin/sh
# tests/e2e/engines.sh build/regiebord: see the tests of sync engines in ../torture; a short run of them.
build=$(dirname "$1")
here=$(dirname "$0")/../torture
make -s BUILD="$build" "$build/tests/site_driver" || exit 1
status=0
timeout 150 python3 "$here/engines.py" "$build" 20 || status=1
exit $status
