#!/bin/sh
# tests/e2e/text.sh build/regiebord: see text.py beside this file.
exec python3 "$(dirname "$0")/text.py" "$@"
