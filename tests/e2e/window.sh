#!/bin/sh
# tests/e2e/window.sh build/regiebord: see window.py beside this file.
exec python3 "$(dirname "$0")/window.py" "$@"
