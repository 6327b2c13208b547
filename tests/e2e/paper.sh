#!/bin/sh
# tests/e2e/paper.sh build/regiebord: see paper.py beside this file.
exec python3 "$(dirname "$0")/paper.py" "$@"
