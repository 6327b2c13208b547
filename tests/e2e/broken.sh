#!/bin/sh
# tests/e2e/broken.sh build/regiebord: see broken.py beside this file.
exec python3 "$(dirname "$0")/broken.py" "$@"
