#!/bin/sh
# tests/e2e/night.sh build/regiebord: see night.py beside this file.
exec python3 "$(dirname "$0")/night.py" "$@"
