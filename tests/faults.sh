#!/bin/sh
# faults.sh calls|memory|upgrade EVERY: every EVERYth point of tests/fault.c, on a file system in memory where there is one.
[ ! -w /dev/shm ] || export TMPDIR=/dev/shm
exec build/tests/fault "$1" "$2"
