#!/bin/sh
# tests/e2e/latency.sh build/regiebord: see latency.py beside this file.
exec python3 "$(dirname "$0")/latency.py" "$@"
