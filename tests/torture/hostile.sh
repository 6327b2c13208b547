#!/bin/sh
# T9: the hostile set, and what the worst of it costs.
BUILD=${BUILD:-build}
make -s BUILD="$BUILD" "$BUILD/tests/test_hostile" &&
    CMOCKA_MESSAGE_OUTPUT=stdout HOSTILE_TABLE=1 "$BUILD/tests/test_hostile" > "$BUILD/torture/hostile.txt" 2>&1
status=$?
awk -v status=$status '$0 ~ / kB .* entries/ { files++ }
    /^at most/ { if ($3 > ms) ms = $3; if ($6 > kb) kb = $6 }
    END { printf "T9 | hostile files that add nothing | %d files, at most %d ms and %d MB, %s | 1 s, 64 MB, all harmless\n",
          files, ms, kb / 1024, status == 0 ? "all harmless" : "NOT ALL HARMLESS" }' "$BUILD/torture/hostile.txt"
cat "$BUILD/torture/hostile.txt" >&2
exit $status
