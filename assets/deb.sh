#!/bin/sh
# deb.sh OUT ARCH...: makes the Debian packages of what git tracks here, in OUT, for the architectures named. Foreign
# ones are built with a cross compiler against headers and libraries in OUT/../sysroot/ARCH, so that the packages of this
# machine stay as they are.
set -eu
out=$1
shift
mkdir -p "$out"
out=$(cd "$out" && pwd)
native=$(dpkg --print-architecture)
jobs=$(nproc)
unset MAKEFLAGS MAKEOVERRIDES MFLAGS # the build of a package is not part of the make that asks for it

parts="kiosk assets data boards Makefile README.md"

# What git tracks of that, as it is now; without git all of it but what was made.
files() {
    # shellcheck disable=SC2086
    { git ls-files -z -- $parts 2> /dev/null || find $parts -path data/live -prune -o -type f -print0; } |
        xargs -0 sh -c 'for file; do [ ! -e "$file" ] || printf "%s\0" "$file"; done' sh
}

copy_tree() { # copy_tree TO
    rm -rf "$1"
    mkdir -p "$1"
    files | tar -c --null -T - | tar -xC "$1"
    cp -r "$1/assets/debian" "$1/debian"
    cp "$1/assets/changelog" "$1/debian/changelog"
}

build_one() { # build_one ARCH
    arch=$1 place=$out/$1 which=-B
    [ "$arch" != "$native" ] || which=-b
    if [ "$(cat "$place/made-of" 2> /dev/null)" = "$state" ] && ls "$out"/*_"$arch".deb > /dev/null 2>&1; then
        return 0
    fi
    copy_tree "$place/regiebord"
    DEB_SYSROOT= # what assets/debian/rules builds against
    if [ "$arch" != "$native" ]; then
        DEB_SYSROOT=$(dirname "$out")/sysroot/$arch
        sh assets/sysroot.sh "$arch" "$DEB_SYSROOT"
    fi
    export DEB_SYSROOT
    (cd "$place/regiebord" && dpkg-buildpackage -a"$arch" $which -us -uc -d -j"$jobs" > "$place/log" 2>&1) || {
        tail -n 40 "$place/log" >&2
        echo "regiebord: the package for $arch could not be made; all of it is in $place/log" >&2
        return 1
    }
    rm -f "$out"/*_"$arch".deb
    mv "$place"/*.deb "$out"
    echo "$state" > "$place/made-of"
}

# What did not change since is not made again.
state=$(files | xargs -0 sha256sum | sha256sum)
for arch in "$@"; do
    build_one "$arch"
done
ls "$out"/*.deb
