#!/bin/sh
# mirror.sh: the mirror of Debian that apt uses on this machine; MIRROR=URL takes another.
set -eu
mirror=${MIRROR-}
[ -n "$mirror" ] || mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Origin: Debian' \
    'Created-By: Packages' 2> /dev/null | grep -v security | head -n 1)
[ -n "$mirror" ] || {
    echo "regiebord: apt names no mirror of Debian here (after apt-get update it does); name one with MIRROR=URL" >&2
    exit 1
}
echo "$mirror"
