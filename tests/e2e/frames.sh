#!/bin/sh
# tests/e2e/frames.sh build/regiebord: see frames.py beside this file.
exec python3 "$(dirname "$0")/frames.py" "$@"
