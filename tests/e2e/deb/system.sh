# system.sh, for ../deb.sh: small systems of Debian, fetched from its mirror. MIRROR=URL takes another than this machine's.

# All that the package depends on.
system_fetch() { # system_fetch TAR
    [ ! -s "$1" ] || return 0
    mkdir -p "$(dirname "$1")"
    for try in 1 2 3; do
        mmdebstrap --quiet --format=tar --variant=minbase --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt=force-unsafe-io \
            --dpkgopt='path-exclude=/usr/share/locale/*' --include=systemd,udev,debconf,sqlite3,fonts-open-sans \
            --include=libsdl2-2.0-0,libsdl2-ttf-2.0-0,libpng16-16,libdrm2 \
            bookworm "$1.part" "deb $(sh assets/mirror.sh) bookworm main" < /dev/null && mv "$1.part" "$1" && return 0
        echo "try $try of 3 failed"
        sleep $((try * 3))
    done
    return 1
}

# Whether apt could install these packages on a bare system of that suite and architecture.
system_has() { # system_has DIR SUITE ARCH PACKAGE...
    dir=$1/$2-$3 suite=$2 arch=$3
    shift 3
    mkdir -p "$dir/etc/apt/preferences.d" "$dir/etc/apt/apt.conf.d" "$dir/etc/apt/sources.list.d" \
        "$dir/var/lib/apt/lists/partial" "$dir/var/cache/apt/archives/partial" "$dir/var/lib/dpkg"
    : > "$dir/var/lib/dpkg/status"
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(sh assets/mirror.sh) $suite main" \
        > "$dir/etc/apt/sources.list"
    printf '%s\n' "Dir \"$dir\";" "Dir::State::status \"$dir/var/lib/dpkg/status\";" "APT::Architecture \"$arch\";" \
        "APT::Architectures { \"$arch\"; };" 'Acquire::Languages "none";' 'Acquire::Check-Valid-Until "false";' \
        > "$dir/conf"
    for try in 1 2 3; do
        APT_CONFIG=$dir/conf apt-get update && break
        sleep $((try * 3))
    done
    APT_CONFIG=$dir/conf apt-get -s install --no-install-recommends "$@"
}
