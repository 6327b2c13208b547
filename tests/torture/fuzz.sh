#!/bin/sh
# T8: ten minutes of the shared file, two of each other target.
make -s fuzz-targets || exit 1
status=0
runs() {
    sed -n 's/^Done \([0-9]*\) runs.*/\1/p' "build-fuzz/$1.log"
}
for target in shared table script utf8 recording due; do
    seconds=120
    [ $target != shared ] || seconds=600
    if sh tests/fuzz.sh $seconds $target >&2; then found="0 findings"; else found=FINDINGS status=1; fi
    echo "T8 | fuzzing, $target | $(runs $target) runs, $found | 0 findings (10 M runs a day)"
done
exit $status
