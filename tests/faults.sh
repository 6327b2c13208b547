#!/bin/sh
# faults.sh calls|memory EVERY: some of the points of tests/fault.c, beside the disk; another part of them every day.
[ ! -w /dev/shm ] || export TMPDIR=/dev/shm
exec build/tests/fault "$1" "$2" "$(($(date +%s) / 86400 % $2))"
