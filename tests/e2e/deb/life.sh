#!/bin/sh
# life.sh, for ../deb.sh: the life of the package in the small Debian of BASE, as root in namespaces of its own. Nothing is
# started there: systemctl is a stub that writes down what it is told.
set -u
n=$NUMBER
result() { # result STATUS NAME
    n=$((n + 1))
    if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; sed 's/^/# /' "$WORK/last" | tail -n 20; fi
}
inside() { # inside COMMAND...: what it says is kept, to be shown when something does not hold
    chroot "$ROOT" env -i PATH=/stub:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive \
        TZ=Europe/Amsterdam LC_ALL=C.UTF-8 "$@" > "$WORK/last" 2>&1 < /dev/null
}
holds() { # holds NAME COMMAND...
    name=$1
    shift
    inside "$@"
    result $? "$name"
}
says() { grep -qE -- "$1" "$WORK/last"; }
is() { # is FILE MODE:USER:GROUP
    [ "$(inside stat -c %a:%U:%G "$1"; cat "$WORK/last")" = "$2" ]
    result $? "$1 is $2"
}
told() { # told PATTERN: how often systemctl was told so since the last forget
    grep -cE -- "$1" "$ROOT/stub/told"
}
forget() { : > "$ROOT/stub/told"; }

mkdir -p "$ROOT"
tar -C "$ROOT" -xf "$BASE"
mount -t proc proc "$ROOT/proc"
mkdir -p "$ROOT/stub" "$ROOT/run/systemd/system" "$ROOT/packages"
cp "$MINE" "$ROOT/packages/regiebord.deb"
cp "$SYNC" "$ROOT/packages/sync.deb"
cat > "$ROOT/stub/systemctl" << 'STUB'
#!/bin/sh
echo "$*" >> /stub/told
case "$*" in
"enable --quiet "* | "disable --quiet "*) exec /usr/bin/systemctl --root=/ "$@" ;;
is-active*) cat /stub/state 2> /dev/null || echo active ;;
--root=*) exec /usr/bin/systemctl "$@" ;; # of deb-systemd-helper, which makes links
get-default) cat /stub/default 2> /dev/null || echo multi-user.target ;;
*set-default*) echo "$2" > /stub/default ;;
"cat display-manager.service") [ -e /stub/desktop ] ;;
esac
STUB
chmod +x "$ROOT/stub/systemctl"
forget
share=/var/lib/regiebord/share

# --- Installing ---
holds "installs" dpkg -i /packages/regiebord.deb
is /var/lib/regiebord 750:regiebord:regiebord
is /var/lib/regiebord/state 700:regiebord:regiebord
is $share 2770:regiebord:regiebord
is $share/board.sqlite 660:regiebord:regiebord
is /etc/regiebord/regiebord.conf 640:root:regiebord
[ -L "$ROOT/etc/systemd/system/multi-user.target.wants/regiebord.service" ]
result $? "the wall starts at the next boot"
[ "$(told '^(--no-block )?(re)?start .*regiebord.service')" = 0 ]
result $? "and not before"
for unit in getty@tty1.service ctrl-alt-del.target; do
    [ "$(readlink "$ROOT/etc/systemd/system/$unit")" = /dev/null ]
    result $? "$unit is masked"
done
holds "the example is on the wall" runuser -u regiebord -- regiebord status --share $share --board voorbeeld
holds "the user of the wall draws a screen" runuser -u regiebord -- regiebord render --share $share --size 800x480 -o /tmp/wall.png
holds "the groups of card and panel are there" getent group video render input
holds "systemd understands the unit" systemd-analyze verify --man=no regiebord.service
! grep -v 'console-getty' "$WORK/last" | grep -q 'regiebord'
result $? "and has nothing to say about it"

# --- Setting up ---
inside regiebord-setup --wrong
[ $? = 2 ]
result $? "regiebord-setup: a wrong option is wrong usage"
inside regiebord-setup --check
[ $? = 1 ] && says '! display: none is connected' && says 'board: .*VOORBEELD'
result $? "regiebord-setup --check: no display, and the example board"
mkdir -p "$ROOT/sys/class/drm/card1-HDMI-A-1" "$ROOT/sys/class/drm/card1-HDMI-A-2" "$ROOT/sys/class/input/event3/device" "$ROOT/boot/firmware"
echo connected > "$ROOT/sys/class/drm/card1-HDMI-A-1/status"
echo 3840x2160 > "$ROOT/sys/class/drm/card1-HDMI-A-1/modes"
echo disconnected > "$ROOT/sys/class/drm/card1-HDMI-A-2/status"
echo 2 > "$ROOT/sys/class/input/event3/device/properties"
echo 'ILITEK Multi-Touch' > "$ROOT/sys/class/input/event3/device/name"
line='console=serial0,115200 console=tty1 root=PARTUUID=1 rootwait quiet'
echo "$line" > "$ROOT/boot/firmware/cmdline.txt"
touch "$ROOT/stub/desktop"
echo graphical.target > "$ROOT/stub/default"
holds "regiebord-setup --check: fine when all is there" regiebord-setup --check
says 'display: HDMI-A-1, 3840x2160$' && says 'touch panel: ILITEK Multi-Touch' && ! says 'A-2'
result $? "and says what it found"
forget
holds "regiebord-setup starts the wall and asks nothing" regiebord-setup
[ "$(told '^restart --no-block regiebord.service$')" = 1 ] && [ "$(told '^enable --quiet regiebord.service$')" = 1 ]
result $? "now, and at every boot"
[ "$(cat "$ROOT/boot/firmware/cmdline.txt")" = "$line loglevel=3 logo.nologo vt.global_cursor_default=0 consoleblank=0" ]
result $? "the boot is quiet, each word once"
inside regiebord-setup
[ "$(grep -o logo.nologo "$ROOT/boot/firmware/cmdline.txt" | wc -l)" = 1 ] && [ "$(cat "$ROOT/stub/default")" = multi-user.target ]
result $? "again changes nothing, and a desktop does not start any more"
sed -i 's|^share = .*|share = /srv/bord|' "$ROOT/etc/regiebord/regiebord.conf"
inside regiebord-setup
grep -qx 'ReadWritePaths=-/srv/bord' "$ROOT/etc/systemd/system/regiebord.service.d/share.conf" && says '! shared folder'
result $? "a shared folder elsewhere: the service may write there, and what is missing is said"
sed -i "s|^share = .*|share = $share|" "$ROOT/etc/regiebord/regiebord.conf"

# --- A programme ---
mkdir -m 700 "$ROOT/opt/eigen"
printf 'wat' > "$ROOT/opt/eigen/kapot.csv"
inside regiebord-setup --programme /opt/eigen/kapot.csv
[ $? = 3 ]
result $? "an unsound programme changes nothing"
printf 'Ambitie;Doel;Wat;Wie;Wanneer\n1 Op tijd;1.1 Snel;Een pilot;gemeente;2026\n' > "$ROOT/opt/eigen/regio.csv"
chmod 0700 "$ROOT/root"
holds "a programme in a folder that only root sees comes in" regiebord-setup --programme /opt/eigen/regio.csv
grep -qx 'board = regio' "$ROOT/etc/regiebord/regiebord.conf" && [ "$(grep -c 'board =' "$ROOT/etc/regiebord/regiebord.conf")" = 1 ]
result $? "and opens first"
is /etc/regiebord/regiebord.conf 640:root:regiebord
! inside runuser -u regiebord -- regiebord status --share $share --board voorbeeld
result $? "the example is gone, because nobody touched it"
inside runuser -u regiebord -- regiebord import /usr/share/regiebord/boards/voorbeeld --share /tmp/two
inside runuser -u regiebord -- sqlite3 /tmp/two/board.sqlite \
    "UPDATE track SET health = 'knelpunt' WHERE board = 'voorbeeld' AND action = '2.1a'"
inside cp /tmp/two/board.sqlite $share/board.sqlite
inside chown regiebord: $share/board.sqlite
inside regiebord-setup --programme /opt/eigen/regio.csv
says 'somebody has touched it' && inside runuser -u regiebord -- regiebord status --share $share --board voorbeeld
result $? "an example that was touched stays"
inside regiebord-setup --drop-example
! inside runuser -u regiebord -- regiebord status --share $share --board voorbeeld
result $? "until it is told to go"

# --- Upgrading ---
forget
holds "upgrades" dpkg -i /packages/regiebord.deb
[ "$(told 'try-restart regiebord.service')" = 1 ] && [ "$(told '(^| )stop ')" = 0 ]
result $? "the wall restarts once, and is not stopped before"
grep -qx 'board = regio' "$ROOT/etc/regiebord/regiebord.conf"
result $? "the settings stay as they were"

# --- Stopping, removing, purging ---
holds "regiebord-setup --stop" regiebord-setup --stop
[ "$(cat "$ROOT/boot/firmware/cmdline.txt")" = "$line" ] && [ "$(cat "$ROOT/stub/default")" = graphical.target ] &&
    [ ! -L "$ROOT/etc/systemd/system/getty@tty1.service" ]
result $? "the boot, the desktop and the login prompt are as before"
inside regiebord-setup
[ "$(readlink "$ROOT/etc/systemd/system/getty@tty1.service")" = /dev/null ]
result $? "regiebord-setup takes the screen again"
forget
holds "is removed" dpkg -r regiebord
[ "$(told 'stop .*regiebord.service')" -ge 1 ] && [ "$(told 'start .*getty@tty1.service')" = 1 ]
result $? "the wall stops and the console has its prompt"
[ "$(cat "$ROOT/boot/firmware/cmdline.txt")" = "$line" ] && [ ! -L "$ROOT/etc/systemd/system/getty@tty1.service" ] &&
    [ ! -L "$ROOT/etc/systemd/system/ctrl-alt-del.target" ] && [ "$(cat "$ROOT/stub/default")" = graphical.target ]
result $? "nothing of it is left in the boot, the console and the desktop"
[ -s "$ROOT$share/board.sqlite" ] && [ -e "$ROOT/etc/regiebord/regiebord.conf" ]
result $? "boards and settings stay"
inside dpkg -i /packages/regiebord.deb
[ -L "$ROOT/etc/systemd/system/multi-user.target.wants/regiebord.service" ] &&
    [ "$(readlink "$ROOT/etc/systemd/system/getty@tty1.service")" = /dev/null ]
result $? "installed again it is the wall again"
inside regiebord-setup --stop
inside dpkg -i /packages/regiebord.deb
[ ! -L "$ROOT/etc/systemd/system/getty@tty1.service" ] &&
    [ ! -L "$ROOT/etc/systemd/system/multi-user.target.wants/regiebord.service" ]
result $? "an upgrade leaves a screen to the console that has it"
inside regiebord-setup
inside dpkg -r regiebord
holds "purged by a machine, which cannot answer" dpkg -P regiebord
[ -s "$ROOT$share/board.sqlite" ] && [ ! -e "$ROOT/etc/regiebord" ]
result $? "the boards stay, the settings are gone"
holds "installs again" dpkg -i /packages/regiebord.deb
inside runuser -u regiebord -- regiebord status --share $share --board regio &&
    ! inside runuser -u regiebord -- regiebord status --share $share --board voorbeeld
result $? "with the boards that were there, and no example"
echo 'regiebord regiebord/remove-data boolean true' > "$ROOT/tmp/answer"
inside debconf-set-selections /tmp/answer
inside dpkg -P regiebord
[ ! -e "$ROOT/var/lib/regiebord" ]
result $? "purged with yes for an answer: the boards are gone"
