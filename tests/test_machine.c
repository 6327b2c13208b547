// Telling machines apart, in a small /etc and /sys of our own.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>

#include "base/machine.h"
#include "folder_fixture.h"

static void put(struct fixture *fixture, const char *path, const char *text)
{
    char name[500];

    snprintf(name, sizeof name, "%s%s", fixture->root, path);
    char *slash = strrchr(name, '/');
    *slash = '\0';
    assert_int_equal(fixture->env.make_folder(fixture, name), 0);
    *slash = '/';
    FILE *file = fopen(name, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void put_card(struct fixture *fixture, const char *name, const char *address,
                     const char *kind, bool hardware)
{
    char path[200];

    snprintf(path, sizeof path, "/sys/class/net/%s/address", name);
    put(fixture, path, address);
    snprintf(path, sizeof path, "/sys/class/net/%s/addr_assign_type", name);
    put(fixture, path, kind);
    if (hardware) {
        snprintf(path, sizeof path, "/sys/class/net/%s/device/vendor", name);
        put(fixture, path, "x");
    }
}

static void tells_machines_apart(void **state)
{
    struct fixture *fixture = *state;
    char first[ENV_FINGERPRINT];
    char print[ENV_FINGERPRINT];

    assert_int_equal(machine_fingerprint(fixture->root, print), -ENOENT);
    put(fixture, "/etc/machine-id", "0123456789abcdef0123456789abcdef\n");
    put_card(fixture, "lo", "00:00:00:00:00:00\n", "0\n", false);
    put_card(fixture, "br0", "02:42:00:00:00:01\n", "0\n", false);
    put_card(fixture, "wlan0", "02:11:22:33:44:55\n", "3\n", true); // made up by software
    assert_int_equal(machine_fingerprint(fixture->root, print), -ENOENT);
    put_card(fixture, "eth0", "dc:a6:32:00:00:01\n", "0\n", true);
    assert_int_equal(machine_fingerprint(fixture->root, first), 0);
    assert_int_equal(strlen(first), 32);
    // A second card changes nothing, another address or machine id does.
    put_card(fixture, "eth1", "dc:a6:32:00:00:02\n", "0\n", true);
    assert_int_equal(machine_fingerprint(fixture->root, print), 0);
    assert_string_equal(print, first);
    put(fixture, "/sys/class/net/eth0/address", "dc:a6:32:00:00:09\n");
    assert_int_equal(machine_fingerprint(fixture->root, print), 0);
    assert_string_not_equal(print, first);
    put(fixture, "/sys/class/net/eth0/address", "dc:a6:32:00:00:01\n");
    put(fixture, "/etc/machine-id", "1123456789abcdef0123456789abcdef\n");
    assert_int_equal(machine_fingerprint(fixture->root, print), 0);
    assert_string_not_equal(print, first);
    // A serial number comes before any card.
    put(fixture, "/sys/firmware/devicetree/base/serial-number", "10000000abcdef01");
    assert_int_equal(machine_fingerprint(fixture->root, first), 0);
    put(fixture, "/sys/class/net/eth0/address", "dc:a6:32:00:00:09\n");
    assert_int_equal(machine_fingerprint(fixture->root, print), 0);
    assert_string_equal(print, first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {fixture_test(tells_machines_apart)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
