#!/bin/sh
# deps.sh WHY PACKAGE...: installs the Debian packages that are not there yet.
set -eu
why=$1
shift
command -v apt-get >/dev/null || {
    echo "regiebord: there is no apt-get here to install what is needed $why. Go on by yourself with 'make build'. Debian calls it: $*" >&2
    exit 1
}
missing=
for package in "$@"; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
as_root=
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || {
        echo "regiebord: missing$missing, needed $why, and there is no sudo here. As root: apt-get install$missing" >&2
        exit 1
    }
    as_root="sudo"
fi
echo "Installing with apt-get, needed $why:$missing"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -q >/dev/null || echo "regiebord: the list of packages could not be renewed; trying with the one at hand" >&2
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing >/dev/null

# What a test starts by itself, on a port of its own, need not run as a service as well.
for package in $missing; do
    case $package in
    openssh-server) service=ssh ;;
    syncthing-discosrv) service=syncthing-discosrv ;;
    *) continue ;;
    esac
    [ ! -d /run/systemd/system ] || $as_root systemctl disable -q --now "$service" || true
done
