#!/bin/sh
# tests/e2e/meeting.sh build/regiebord: see meeting.py beside this file.
exec python3 "$(dirname "$0")/meeting.py" "$@"
