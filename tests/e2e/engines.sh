#!/bin/sh
# tests/e2e/engines.sh build/regiebord: a short run of the tests of sync engines in ../torture.
build=$(dirname "$1")
here=$(dirname "$0")/../torture
make -s BUILD="$build" "$build/tests/site_driver" || exit 1
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
status=0
timeout 170 python3 "$here/engines.py" "$build" 20 > "$out/syncthing" 2>&1 &
syncthing=$!
timeout 170 python3 "$here/rsync.py" "$build" 12 > "$out/rsync" 2>&1 || status=1
wait $syncthing || status=1
timeout 120 python3 "$here/hub.py" "$build" 4 2 > "$out/hub" 2>&1 || status=1
cat "$out/syncthing" "$out/rsync" "$out/hub"
exit $status
