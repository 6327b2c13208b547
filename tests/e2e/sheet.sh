#!/bin/sh
# tests/e2e/sheet.sh build/regiebord: see sheet.py beside this file.
exec python3 "$(dirname "$0")/sheet.py" "$@"
