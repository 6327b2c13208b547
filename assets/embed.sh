#!/bin/sh
# Writes the files named on the command line as one C source: the table that base/data.h describes.
set -eu
echo '#include "base/data.h"'
echo '#include <stddef.h>'
n=0
for f in "$@"; do
    n=$((n + 1))
    echo "static const char bytes_$n[] = {"
    od -An -v -tx1 "$f" | sed 's/ \([0-9a-f][0-9a-f]\)/(char)0x\1,/g'
    echo "0};"
done
echo 'const struct data_entry data_entries[] = {'
n=0
for f in "$@"; do
    n=$((n + 1))
    echo "{\"$(basename "$f")\", bytes_$n, sizeof bytes_$n - 1},"
done
echo '{NULL, NULL, 0}};'
