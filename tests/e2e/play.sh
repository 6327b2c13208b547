#!/bin/sh
# Plays every script of tests/play on its panel, and checks every frame: tests/e2e/play.sh build/regiebord
# A script's first line may name a panel: `# panel 800x480 154x86 0.6` (size in px, in mm, distance in m), its second
# one other options: `# options --night 19:00-07:00`.
binary=$(realpath "${1:?use: tests/e2e/play.sh build/regiebord}")
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/regiebord-play.XXXXXX")
trap 'rm -rf "$work"' EXIT
failed=0

for board in voorbeeld ontwikkelagenda-meierij; do
    if ! "$binary" import "$here/../boards/$board" --share "$work/fresh" --now 2025-11-11T10:42 >"$work/said" 2>&1; then
        echo "not ok play: import of $board failed: $(tail -n 1 "$work/said")"
        exit 1
    fi
done
for script in "$here"/play/*.play; do
    name=$(basename "$script" .play)
    set -- $(sed -n '1s/^# panel //p' "$script")
    rm -rf "$work/share" && cp -r "$work/fresh" "$work/share" # what one script changes, the next does not see
    size=${1:-1920x1080} mm=${2:-1210x680} distance=${3:-4}
    options=$(sed -n '2s/^# options //p' "$script")
    # shellcheck disable=SC2086
    if (cd "$work" && timeout 60 "$binary" play "$script" --share "$work/share" \
        --state "$work/state-$name" --board voorbeeld --size "$size" --mm "$mm" \
        --distance "$distance" --now 2025-11-11T10:42 --check-frames $options) >"$work/said" 2>&1; then
        echo "ok play $name"
    else
        echo "not ok play $name: $(tail -n 1 "$work/said")"
        failed=1
    fi
done
exit $failed
