#!/bin/sh
# sysroot.sh ARCH DIR: the headers and libraries of Debian for another architecture, in DIR. They are unpacked and nothing
# of them runs, so that neither the packages of this machine nor its list of architectures change. Made once; again when
# the list below changes. One suite alone, so that it always fits together; the oldest that we serve, so that what is
# linked against it runs on the newer ones too. MIRROR=URL takes another mirror than that of this machine.
set -eu
arch=$1
dir=$2
suite=bookworm
packages=libsdl2-dev,libsdl2-ttf-dev,libsqlite3-dev,libpng-dev,libcrypt-dev,libdrm-dev
stamp=$dir/made-of

[ "$(cat "$stamp" 2> /dev/null)" != "$suite $packages" ] || exit 0
command -v mmdebstrap > /dev/null || {
    echo "regiebord: to build for $arch, install mmdebstrap: make deb does so" >&2
    exit 1
}
mirror=$(sh assets/mirror.sh)

# Links to /lib and the like would lead the linker to the libraries of this machine.
relative_links() {
    find "$1" -type l -lname '/*' | while read -r link; do
        to=$(readlink "$link")
        ln -sfn "$(realpath -m --relative-to="$(dirname "$link")" "$1$to")" "$link"
    done
}

mkdir -p "$(dirname "$dir")"
for try in 1 2 3; do
    rm -rf "$dir"
    if mmdebstrap --quiet --variant=extract --architectures="$arch" --include="$packages" "$suite" "$dir" \
        "deb $mirror $suite main" > "$dir.log" 2>&1; then
        relative_links "$dir"
        echo "$suite $packages" > "$stamp"
        exit 0
    fi
    echo "regiebord: try $try of 3 to fetch the libraries for $arch from $mirror failed" >&2
    sleep $((try * 3))
done
tail -n 20 "$dir.log" >&2
exit 1
