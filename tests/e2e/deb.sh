#!/bin/sh
# deb.sh REGIEBORD: the Debian packages: how they are made, what is in them, what lintian says, whether Debian 12 and 13
# have what they depend on, how far the services are exposed, and what installing, setting up, upgrading, removing and
# purging do in a small Debian of its own. A foreign binary runs in an emulator and draws the same picture.
# ARCHS="amd64 arm64 armhf" makes more of them. Needs root (or sudo) and the mirror of Debian.
set -u
build=$(realpath "$(dirname "$1")")
regiebord=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
deb=$build/deb
native=$(dpkg --print-architecture)
: "${ARCHS:=$native $([ "$native" = arm64 ] || echo arm64)}"
work=$(mktemp -d)
root=$work/root
export TZ=Europe/Amsterdam LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
as_root=
[ "$(id -u)" = 0 ] || as_root=sudo
fetching=
finish() {
    [ -z "$fetching" ] || kill "$fetching" 2> /dev/null
    $as_root rm -rf "$work"
}
trap finish EXIT
n=0
result() { # result STATUS NAME
    n=$((n + 1))
    if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; fi
}
holds() { # holds NAME COMMAND...: what the command says is shown when it fails
    name=$1
    shift
    "$@" > "$work/said" 2>&1
    status=$?
    [ $status = 0 ] || sed 's/^/# /' "$work/said"
    result $status "$name"
}

# --- Made, while the small Debian is fetched ---
. "$here/deb/system.sh"
base=$build/sysroot/base.tar
system_fetch "$base" > "$work/base.log" 2>&1 &
fetching=$!
make -s deb ARCHS="$ARCHS" BUILD="$build" > "$work/make.log" 2>&1
made=$?
[ $made = 0 ] || tail -n 40 "$work/make.log"
result $made "make deb makes the packages for $ARCHS"
[ $made = 0 ] || exit 1
version=$(dpkg-parsechangelog -l assets/changelog -S Version)
package() { echo "$deb/regiebord_${version}_$1.deb"; }
sync_package=$deb/regiebord-syncthing_${version}_all.deb
mine=$(package "$native")

# --- What is in them ---
holds "lintian finds no error" lintian --fail-on error --no-tag-display-limit "$deb"/*_"${version}"_*.deb
dpkg-deb -c "$mine" | awk '{ print $1, $2, $6 }' > "$work/files"
while read -r file; do
    grep -qE " \.$file$" "$work/files"
    result $? "has $file"
done << 'FILES'
/usr/bin/regiebord
/usr/sbin/regiebord-setup
/etc/regiebord/regiebord.conf
/usr/share/regiebord/boards/voorbeeld/bord.csv
/usr/share/regiebord/schema/schema.sql
/usr/share/man/man1/regiebord.1.gz
/usr/share/man/man8/regiebord-setup.8.gz
/usr/share/doc/regiebord/README.md.gz
(/usr)?/lib/systemd/system/regiebord.service
(/usr)?/lib/udev/rules.d/60-regiebord.rules
/usr/lib/systemd/logind.conf.d/regiebord.conf
/usr/lib/sysusers.d/regiebord.conf
/usr/lib/tmpfiles.d/regiebord.conf
FILES
grep -q '^-rw-r----- root/root ./etc/regiebord/regiebord.conf' "$work/files"
result $? "the settings, which may hold a PIN, are not for everybody to read"
dpkg-deb -c "$sync_package" | grep -q ' ./usr/sbin/regiebord-pair$'
result $? "regiebord-syncthing has regiebord-pair"
# Every setting that is explained is an option of run.
lacks=
for name in $(sed -nE 's/^#?([a-z-]+) = .*/\1/p' assets/regiebord.conf | tee "$work/settings"); do
    grep -q "{\"$name\", " kiosk/options.c || lacks="$lacks $name"
done
[ "$(wc -l < "$work/settings")" -ge 12 ] && [ -z "$lacks" ]
result $? "the $(wc -l < "$work/settings") settings are options of run$lacks"

# --- What it needs ---
depends=$(dpkg-deb -f "$mine" Depends)
covered() { echo ", $depends," | tr '|' ',' | grep -qE ", *$1( \([^)]*\))? *,"; }
for arch in $ARCHS; do
    rm -rf "${work:?}/$arch"
    dpkg-deb -x "$(package "$arch")" "$work/$arch"
    objdump=objdump
    case $arch in
    "$native") ;;
    arm64) objdump=aarch64-linux-gnu-objdump ;;
    armhf) objdump=arm-linux-gnueabihf-objdump ;;
    amd64) objdump=x86_64-linux-gnu-objdump ;;
    esac
    $objdump -p "$work/$arch/usr/bin/regiebord" | sed -n 's/^ *NEEDED *//p' | grep -v '^ld-linux' | sort > "$work/$arch.needed"
    glibc=$($objdump -T "$work/$arch/usr/bin/regiebord" | sed -n 's/.*GLIBC_\([0-9.]*\).*/\1/p' | sort -V | tail -n 1)
    dpkg-deb -f "$(package "$arch")" Depends | grep -q "libc6 (>= $glibc)"
    result $? "$arch: depends on the libc that its symbols ask for, $glibc"
    cmp -s "$work/$arch.needed" "$work/$native.needed"
    result $? "$arch: is linked to the libraries of $native"
done
multiarch=$(dpkg-architecture -q DEB_HOST_MULTIARCH)
lacks=
while read -r library; do
    owner=$(dpkg -S "*/$multiarch/$library" 2> /dev/null | head -n 1 | cut -d: -f1)
    [ -n "$owner" ] && covered "$owner" || lacks="$lacks $library ($owner)"
done < "$work/$native.needed"
[ -s "$work/$native.needed" ] && [ -z "$lacks" ]
result $? "depends on the package of each of $(wc -l < "$work/$native.needed") libraries$lacks"
lacks=
for name in fonts-open-sans sqlite3 systemd udev; do
    covered $name || lacks="$lacks $name"
done
[ -z "$lacks" ]
result $? "depends on the font, and on what its scripts call$lacks"
apt_finds() { # apt_finds SUITE ARCH
    holds "apt of $1 on $2 finds all that the packages depend on" system_has "$work/apt" "$1" "$2" \
        "$(package "$2")" "$sync_package"
}
apt_finds bookworm "$native"
for arch in $ARCHS; do
    apt_finds trixie "$arch"
done

# --- How far the services are exposed ---
exposed() { # exposed PACKAGE UNIT
    dpkg-deb -x "$1" "$work/unit"
    unit=$(find "$work/unit" -name "$2" -type f | head -n 1)
    systemd-analyze security --no-pager --offline=true --threshold=25 "$unit" > "$work/exposed" 2>&1
    result $? "$2: $(grep -o 'exposure level.*' "$work/exposed" | sed "s/ for $2//; s/[^ -~]//g; s/ *$//"), at most 2.5"
}
exposed "$mine" regiebord.service
exposed "$sync_package" regiebord-syncthing.service

# --- A foreign binary ---
see() { # see OUT COMMAND...: a board and a picture
    out=$1
    shift
    "$@" import boards/voorbeeld --share "$out" --now 2025-11-11T10:42 > /dev/null &&
        "$@" render --share "$out" --screen bord --size 1920x1080 --mm 1209x680 --now 2025-11-11T10:42 -o "$out/bord.png"
}
see "$work/native" "$work/$native/usr/bin/regiebord" > "$work/said" 2>&1
result $? "the $native binary of the package imports and draws"
for arch in $ARCHS; do
    case $arch in
    "$native") continue ;;
    arm64) emulator=qemu-aarch64-static ;;
    armhf) emulator=qemu-arm-static ;;
    amd64) emulator=qemu-x86_64-static ;;
    esac
    run="$emulator -L $build/sysroot/$arch $work/$arch/usr/bin/regiebord"
    holds "$arch: the binary says its version" test "$($run --version)" = "$("$regiebord" --version)"
    # shellcheck disable=SC2086
    holds "$arch: the binary imports a board and draws the wall" see "$work/on-$arch" $run
    differ=$(compare -metric AE "$work/native/bord.png" "$work/on-$arch/bord.png" null: 2>&1)
    most=0
    [ "$arch" != armhf ] || most=1000 # where a rounding falls the other way
    [ "$differ" -le $most ]
    result $? "$arch: of its 2,073,600 pixels $differ differ from those of $native"
done

# --- Installed, in a Debian of its own ---
wait $fetching
fetched=$?
fetching=
[ $fetched = 0 ] || { tail -n 20 "$work/base.log"; result 1 "a small Debian to install in"; exit 1; }
$as_root env WORK="$work" ROOT="$root" BASE="$base" MINE="$mine" SYNC="$sync_package" NUMBER=$n \
    unshare -m -p -f --mount-proc sh "$here/deb/life.sh"
