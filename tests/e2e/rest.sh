#!/bin/sh
# tests/e2e/rest.sh build/regiebord: see rest.py beside this file.
exec python3 "$(dirname "$0")/rest.py" "$@"
