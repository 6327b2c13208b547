#!/bin/sh
# run.sh OUT REGIEBORD: the whole appliance in QEMU (`make vm-test`): makes the package and one that is newer, a Debian disk
# with it (once; needs root and the registry), then looks at it from outside and pulls its plug CUTS times, in two lanes.
# VM_ONLY="part part" tries only these of device.py, and no cuts.
set -eu
out=$1
regiebord=$2
cuts=${CUTS:-100}
here=$(cd "$(dirname "$0")" && pwd)
export TZ=UTC
mkdir -p "$out"
deb=$(ls build/deb/regiebord_*_amd64.deb)

# The same with a higher number: what an upgrade unpacks.
rm -rf "$out/next"
dpkg-deb -R "$deb" "$out/next"
sed -i 's/^Version: .*/&+next/' "$out/next/DEBIAN/control"
dpkg-deb --root-owner-group -b "$out/next" "$out/next.deb" >/dev/null
rm -rf "$out/next"
VM_COPY=$out/next.deb sh "$here/image.sh" "$out" "$deb"

failed=0
# shellcheck disable=SC2086
python3 "$here/device.py" "$out" "$out/runs" "$regiebord" ${VM_ONLY:-} | tee "$out/device.log" || true
grep -q ' 0 failed$' "$out/device.log" || failed=1
if [ -z "${VM_ONLY:-}" ] && [ "$cuts" -gt 0 ]; then
    python3 "$here/cuts.py" "$out" "$out/runs" $((cuts / 2)) 1 >"$out/cuts-1.log" 2>&1 &
    first=$!
    python3 "$here/cuts.py" "$out" "$out/runs" $((cuts - cuts / 2)) 2 >"$out/cuts-2.log" 2>&1 || failed=1
    wait $first || failed=1
    tail -n 1 "$out/cuts-1.log" "$out/cuts-2.log"
fi
exit $failed
