#!/bin/sh
# tests/e2e/report.sh build/regiebord: see report.py beside this file.
exec python3 "$(dirname "$0")/report.py" "$@"
