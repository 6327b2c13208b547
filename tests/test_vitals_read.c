// share/vitals_read: what a machine tells of itself, from trees of /proc and /sys of our
// own.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "folder_fixture.h"
#include "share/vitals_read.h"

static int some_disk(const char *path, struct statvfs *out)
{
    assert_non_null(strstr(path, "/state"));
    *out = (struct statvfs){
        .f_frsize = 4096, .f_blocks = 7000000, .f_bfree = 5500000, .f_bavail = 5000000};
    return 0;
}

static int no_disk(const char *path, struct statvfs *out)
{
    (void)path;
    (void)out;
    return -1;
}

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

static struct vitals look(struct fixture *fixture)
{
    struct machine machine = {fixture->root, some_disk};
    struct vitals vitals = {.good_ms = 7};

    vitals_read(&machine, fixture->state, &vitals);
    assert_int_equal(vitals.good_ms, 7); // not its own to change
    return vitals;
}

// The state on the second partition of an SD card or eMMC, as a Raspberry Pi has it.
static void put_disk(struct fixture *fixture, const char *options, const char *super)
{
    char text[900];
    char link[500];

    snprintf(text, sizeof text,
             "21 1 179:2 / / rw,noatime - ext4 /dev/root rw\n"
             "22 21 0:5 / /dev rw - devtmpfs udev rw\n"
             "23 21 179:3 / %s %s shared:7 - ext4 /dev/mmcblk0p3 %s\n"
             "24 21 0:9 / %sx ro - tmpfs none ro\n",
             fixture->root, options, super, fixture->root);
    put(fixture, "/proc/self/mountinfo", text);
    put(fixture, "/sys/devices/mmcblk0/mmcblk0p3/uevent",
        "MAJOR=179\nMINOR=3\nDEVNAME=mmcblk0p3\nDEVTYPE=partition\n");
    put(fixture, "/sys/dev/block/none", "");
    snprintf(link, sizeof link, "%s/sys/dev/block/179:3", fixture->root);
    unlink(link);
    assert_int_equal(symlink("../../devices/mmcblk0/mmcblk0p3", link), 0);
}

static void a_machine_without_any_of_it_tells_nothing(void **state)
{
    struct fixture *fixture = *state;
    struct machine machine = {fixture->root, no_disk};
    struct vitals nothing = {0};
    struct vitals vitals = {0};

    vitals_read(&machine, fixture->state, &vitals);
    assert_memory_equal(&vitals, &nothing, sizeof vitals);
    vitals_read(&machine, "/nowhere/at/all", &vitals);
    assert_memory_equal(&vitals, &nothing, sizeof vitals);
}

// Sensors of a PC, files that hold something else, a mount that is not of the folder.
static void a_pc_tells_its_disk_and_no_more(void **state)
{
    struct fixture *fixture = *state;

    put(fixture, "/sys/class/hwmon/hwmon0/name", "coretemp\n");
    put(fixture, "/sys/class/hwmon/hwmon0/in0_lcrit_alarm", "1\n");
    put(fixture, "/sys/class/thermal/thermal_zone0/type", "acpitz\n");
    put(fixture, "/sys/class/thermal/thermal_zone0/temp", "96000\n");
    put(fixture, "/sys/class/thermal/thermal_zone1/type", "x86_pkg_temp\n");
    put(fixture, "/sys/class/thermal/thermal_zone1/temp", "99000\n");
    put(fixture, "/sys/class/thermal/cooling_device0/type", "cpu\n");
    put(fixture, "/sys/class/thermal/cooling_device0/temp", "99000\n");
    put(fixture, "/proc/self/mountinfo", "nothing\n\n21 1\n\xff\n");
    struct vitals vitals = look(fixture);
    assert_int_equal(vitals.disk_bytes, INT64_C(7000000) * 4096);
    assert_int_equal(vitals.free_bytes, INT64_C(5000000) * 4096);
    assert_false(vitals.read_only);
    assert_false(vitals.volt_told);
    assert_false(vitals.volt_low);
    assert_int_equal(vitals.celsius, 0);
    assert_int_equal(vitals.disk_errors, 0);
    assert_int_equal(vitals.worn_percent, 0);
}

static void tells_when_the_disk_is_read_only(void **state)
{
    static const struct {
        const char *options, *super;
        bool read_only;
    } cases[] = {{"rw,relatime", "rw,errors=remount-ro", false},
                 {"ro,relatime", "rw", true},
                 {"relatime,ro", "rw", true},
                 {"rw", "ro,errors=remount-ro", true},
                 {"rw", "rw,robust", false},
                 {"rwro", "rw,errors=ro", false}};
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        put_disk(fixture, cases[i].options, cases[i].super);
        if (look(fixture).read_only != cases[i].read_only) {
            fail_msg("%s, %s", cases[i].options, cases[i].super);
        }
    }
}

// The mount of a folder with a space in its name; the one that was mounted over it counts.
static void finds_the_mount_of_a_folder(void **state)
{
    struct fixture *fixture = *state;
    struct machine machine = {fixture->root, no_disk};
    struct vitals vitals = {0};
    char text[900];
    char folder[300];

    snprintf(folder, sizeof folder, "%s/a b", fixture->root);
    mkdir(folder, 0700);
    snprintf(text, sizeof text,
             "20 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
             "21 20 8:2 / %s/a\\040b rw - ext4 /dev/sda2 rw\n"
             "22 21 8:3 / %s/a\\040b ro - ext4 /dev/sda3 rw\n",
             fixture->root, fixture->root);
    put(fixture, "/proc/self/mountinfo", text);
    vitals_read(&machine, folder, &vitals);
    assert_true(vitals.read_only);
    vitals_read(&machine, fixture->state, &vitals);
    assert_false(vitals.read_only);
}

static void tells_the_errors_of_its_own_disk(void **state)
{
    struct fixture *fixture = *state;

    put_disk(fixture, "rw", "rw");
    put(fixture, "/sys/fs/ext4/mmcblk0p2/errors_count", "9\n");
    assert_int_equal(look(fixture).disk_errors, 0);
    put(fixture, "/sys/fs/ext4/mmcblk0p3/errors_count", "3\n");
    put(fixture, "/sys/fs/ext4/mmcblk0p3/last_error_time", "1764245000\n");
    struct vitals vitals = look(fixture);
    assert_int_equal(vitals.disk_errors, 3);
    assert_int_equal(vitals.disk_error_ms, INT64_C(1764245000000));
}

static void tells_how_worn_the_memory_is(void **state)
{
    static const struct {
        const char *life, *end;
        int percent;
    } cases[] = {{"0x00 0x00\n", "0x00\n", 0},   {"0x01 0x01\n", "0x01\n", 10},
                 {"0x02 0x09\n", "0x01\n", 90},  {"0x0b 0x01\n", "0x01\n", 100},
                 {"0x01 0x01\n", "0x03\n", 100}, {"unknown\n", "0x01\n", 0}};
    struct fixture *fixture = *state;

    put_disk(fixture, "rw", "rw");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        put(fixture, "/sys/devices/mmcblk0/device/life_time", cases[i].life);
        put(fixture, "/sys/devices/mmcblk0/device/pre_eol_info", cases[i].end);
        assert_int_equal(look(fixture).worn_percent, cases[i].percent);
    }
}

static void tells_when_power_is_too_weak(void **state)
{
    struct fixture *fixture = *state;

    put(fixture, "/sys/class/hwmon/hwmon1/name", "rpi_volt\n");
    put(fixture, "/sys/class/hwmon/hwmon1/in0_lcrit_alarm", "0\n");
    assert_true(look(fixture).volt_told);
    assert_false(look(fixture).volt_low);
    put(fixture, "/sys/class/hwmon/hwmon1/in0_lcrit_alarm", "1\n");
    assert_true(look(fixture).volt_low);
}

static void tells_what_the_firmware_says(void **state)
{
    static const struct {
        const char *flags;
        bool volt_low, throttled;
    } cases[] = {{"0\n", false, false},     {"50005\n", true, false},
                 {"50000\n", false, false}, {"4\n", false, true},
                 {"80008\n", false, false}, {"0x4\n", false, true}};
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        put(fixture, "/sys/devices/platform/soc/soc:firmware/get_throttled",
            cases[i].flags);
        struct vitals vitals = look(fixture);
        assert_true(vitals.volt_told);
        if (vitals.volt_low != cases[i].volt_low ||
            vitals.throttled != cases[i].throttled) {
            fail_msg("%s", cases[i].flags);
        }
    }
}

static void tells_the_hottest_of_its_chip(void **state)
{
    struct fixture *fixture = *state;

    put(fixture, "/sys/class/thermal/thermal_zone0/type", "cpu-thermal\n");
    put(fixture, "/sys/class/thermal/thermal_zone0/temp", "61322\n");
    put(fixture, "/sys/class/thermal/thermal_zone1/type", "soc-thermal\n");
    put(fixture, "/sys/class/thermal/thermal_zone1/temp", "58000\n");
    assert_int_equal(look(fixture).celsius, 61);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(a_machine_without_any_of_it_tells_nothing),
        fixture_test(a_pc_tells_its_disk_and_no_more),
        fixture_test(tells_when_the_disk_is_read_only),
        fixture_test(finds_the_mount_of_a_folder),
        fixture_test(tells_the_errors_of_its_own_disk),
        fixture_test(tells_how_worn_the_memory_is),
        fixture_test(tells_when_power_is_too_weak),
        fixture_test(tells_what_the_firmware_says),
        fixture_test(tells_the_hottest_of_its_chip),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
