#!/bin/sh
# tests/e2e/live.sh build/regiebord: see live.py beside this file.
exec python3 "$(dirname "$0")/live.py" "$@"
