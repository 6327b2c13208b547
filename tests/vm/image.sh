#!/bin/sh
# image.sh OUT DEB...: a Debian disk for QEMU with the packages in DEB installed, as an installer would leave it: OUT/disk.img,
# OUT/vmlinuz and OUT/initrd.img. The Debian below it is made once (OUT/base.tar) and needs a registry and root.
set -eu
out=$1
shift
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out"
suite=${VM_SUITE:-bookworm}
# What the packages depend on, so that they install without a network; then what only the test wants.
needs=libsdl2-2.0-0,libsdl2-ttf-2.0-0,libsqlite3-0,libpng16-16,libcrypt1,libdrm2,fonts-open-sans,libqrencode4,debconf,sqlite3,syncthing
extra=libegl1,libgles2,libgl1-mesa-dri # for compare.py

# FSTYPE: an installer, who has the disk at hand, gets an initramfs that checks it. A journal whose last commit was torn by a
# cut is not mounted otherwise.
if [ ! -s "$out/base.tar" ] || [ "$here/image.sh" -nt "$out/base.tar" ]; then
    mmdebstrap --quiet --variant=minbase --components=main \
        --include="systemd-sysv,udev,dbus,kmod,e2fsprogs,linux-image-amd64,initramfs-tools,$needs,$extra" \
        --essential-hook='mkdir -p "$1/etc/initramfs-tools/conf.d" && printf "MODULES=list\nFSTYPE=ext4\n" >"$1/etc/initramfs-tools/conf.d/small" &&
            printf "virtio_pci\nvirtio_blk\next4\n" >"$1/etc/initramfs-tools/modules"' \
        "$suite" "$out/base.part.tar"
    mv "$out/base.part.tar" "$out/base.tar"
fi

root=$out/root
rm -rf "$root"
mkdir "$root"
tar -C "$root" -xpf "$out/base.tar"
cp "$root"/boot/vmlinuz-* "$out/vmlinuz"
cp "$root"/boot/initrd.img-* "$out/initrd.img"

# As on a device whose installer set a name and no password for root.
echo wand >"$root/etc/hostname"
echo '/dev/vda / ext4 rw,errors=remount-ro 0 1' >"$root/etc/fstab"

# The hands of the test inside the machine: a finger, and commands from outside.
gcc -O2 -static -o "$root/usr/local/bin/finger" "$here/finger.c"
install -m 755 "$here/agent.sh" "$root/usr/local/bin/vm-agent"
cat >"$root/etc/systemd/system/vm-agent.service" <<'END'
[Unit]
Description=Commands of the test from outside
DefaultDependencies=no
After=systemd-udevd.service
[Service]
ExecStart=/usr/local/bin/vm-agent
Restart=always
RestartSec=1
END
cat >"$root/etc/udev/rules.d/90-vm.rules" <<'END'
SUBSYSTEM=="virtio-ports", ATTR{name}=="agent", TAG+="systemd", ENV{SYSTEMD_WANTS}+="vm-agent.service"
SUBSYSTEM=="virtio-ports", ATTR{name}=="trace", GROUP="regiebord", MODE="0660"
END
echo uinput >"$root/etc/modules-load.d/vm.conf"
[ -z "${VM_COPY:-}" ] || cp "$VM_COPY" "$root/opt/"
# What a minimal system starts and this test never looks at costs seconds of emulation at every boot.
for unit in apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer e2scrub_reap.service \
    fstrim.timer systemd-timesyncd.service systemd-update-utmp.service; do
    ln -sf /dev/null "$root/etc/systemd/system/$unit"
done

if [ $# -gt 0 ]; then
    mkdir -p "$root/var/cache/debs"
    cp "$@" "$root/var/cache/debs/"
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # nothing can be started in a folder
    chmod 755 "$root/usr/sbin/policy-rc.d"
    mount -t proc proc "$root/proc"
    chroot "$root" sh -c 'DEBIAN_FRONTEND=noninteractive dpkg -i /var/cache/debs/*.deb' >"$out/install.log" 2>&1 || {
        umount "$root/proc"
        cat "$out/install.log" >&2
        exit 1
    }
    umount "$root/proc"
    rm -rf "$root/usr/sbin/policy-rc.d" "$root/var/cache/debs"
fi
rm -f "$out/disk.img"
mke2fs -q -t ext4 -d "$root" -L root "$out/disk.img" 3G
rm -rf "$root"
