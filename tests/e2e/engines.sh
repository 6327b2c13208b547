#!/bin/sh
# tests/e2e/engines.sh build/regiebord: a short run of the tests of sync engines in ../torture.
build=$(dirname "$1")
here=$(dirname "$0")/../torture
make -s BUILD="$build" "$build/tests/site_driver" || exit 1
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
status=0
timeout 170 python3 "$here/engines.py" "$build" 20 > "$out/1" 2>&1 &
syncthing=$!
timeout 170 python3 "$here/rsync.py" "$build" 12 > "$out/2" 2>&1 || status=1
wait $syncthing || status=1
timeout 100 python3 "$here/nextcloud.py" "$build" 10 > "$out/3" 2>&1 &
nextcloud=$!
timeout 120 python3 "$here/hub.py" "$build" 4 2 > "$out/4" 2>&1 || status=1
wait $nextcloud || status=1
cat "$out"/[1-4]
exit $status
