#!/bin/sh
# tests/e2e/fingers.sh build/regiebord: see fingers.py beside this file.
exec python3 "$(dirname "$0")/fingers.py" "$@"
