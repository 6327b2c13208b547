#include "share/vitals_read.h"

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FACT_BYTES = 128, LINE_BYTES = 4096 + 512, MOUNT_FIELDS = 6 };

// get_throttled of the firmware of a Raspberry Pi: what is so now.
enum { FIRMWARE_VOLT_LOW = 1 << 0, FIRMWARE_SLOWED = 1 << 2 };

// The first line of a small file. False when it cannot be read.
static bool read_fact(const struct machine *machine, const char *path, char out[FACT_BYTES])
{
    char name[PATH_MAX];

    snprintf(name, sizeof name, "%s%s", machine->root, path);
    FILE *file = fopen(name, "re");
    bool ok = file != NULL && fgets(out, FACT_BYTES, file) != NULL;
    if (file != NULL) {
        fclose(file);
    }
    if (!ok) {
        out[0] = '\0';
    }
    out[strcspn(out, "\r\n")] = '\0';
    return ok;
}

static int64_t read_number(const struct machine *machine, const char *path)
{
    char fact[FACT_BYTES];

    return read_fact(machine, path, fact) ? strtoll(fact, NULL, 10) : 0;
}

// Each folder of /sys/class/CLASS by its path.
static void each_device(const struct machine *machine, const char *class,
                        void (*each)(const struct machine *machine, const char *path,
                                     struct vitals *out),
                        struct vitals *out)
{
    char path[PATH_MAX];
    struct dirent *found;

    snprintf(path, sizeof path, "%s/sys/class/%s", machine->root, class);
    DIR *folder = opendir(path);
    while (folder != NULL && (found = readdir(folder)) != NULL) {
        if (found->d_name[0] != '.') {
            char device[NAME_MAX + 64];
            snprintf(device, sizeof device, "/sys/class/%s/%s", class, found->d_name);
            each(machine, device, out);
        }
    }
    if (folder != NULL) {
        closedir(folder);
    }
}

// The disk ----------------------------------------------------------------------------

struct mount {
    char device[32]; // "179:2"; "" when none was found
    size_t length;   // of the path that it is mounted on
    bool read_only;
};

// Spaces and the like stand there as \040.
static void unescape(char *text)
{
    char *to = text;

    for (const char *from = text; *from != '\0'; to++) {
        if (from[0] == '\\' && from[1] != '\0' && from[2] != '\0' && from[3] != '\0') {
            *to = (char)((from[1] - '0') * 64 + (from[2] - '0') * 8 + (from[3] - '0'));
            from += 4;
        } else {
            *to = *from++;
        }
    }
    *to = '\0';
}

// True when `path` lies in the folder `mount`.
static bool holds(const char *mount, const char *path)
{
    size_t length = strlen(mount);

    return strcmp(mount, "/") == 0 || (strncmp(mount, path, length) == 0 &&
                                       (path[length] == '/' || path[length] == '\0'));
}

static bool has_option(const char *options, const char *wanted)
{
    size_t length = strlen(wanted);

    for (const char *at = options; at != NULL; at = strchr(at, ',')) {
        at += *at == ',';
        if (strncmp(at, wanted, length) == 0 && strcspn(at, ",\n") == length) {
            return true;
        }
    }
    return false;
}

// "36 35 179:2 / /mnt/data rw,noatime shared:1 - ext4 /dev/root rw": proc(5).
static void take_mount(char *line, const char *path, struct mount *mount)
{
    char *fields[MOUNT_FIELDS];
    char *rest = line;

    for (int i = 0; i < MOUNT_FIELDS; i++) {
        fields[i] = strsep(&rest, " ");
        if (fields[i] == NULL) {
            return;
        }
    }
    unescape(fields[4]);
    size_t length = strlen(fields[4]);
    if (!holds(fields[4], path) || length < mount->length) {
        return; // a later one on the same folder lies over it
    }
    char *super = rest == NULL ? NULL : strrchr(rest, ' ');
    mount->length = length;
    snprintf(mount->device, sizeof mount->device, "%s", fields[2]);
    mount->read_only =
        has_option(fields[5], "ro") || (super != NULL && has_option(super + 1, "ro"));
}

static void find_mount(const struct machine *machine, const char *folder,
                       struct mount *mount)
{
    char name[PATH_MAX];
    char line[LINE_BYTES];
    char *path = realpath(folder, NULL);

    snprintf(name, sizeof name, "%s/proc/self/mountinfo", machine->root);
    FILE *file = path == NULL ? NULL : fopen(name, "re");
    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        take_mount(line, path, mount);
    }
    if (file != NULL) {
        fclose(file);
    }
    free(path);
}

// "mmcblk0p2" of "179:2"; "" when it is no disk.
static void disk_name(const struct machine *machine, const char *device,
                      char out[FACT_BYTES])
{
    char name[PATH_MAX];
    char line[FACT_BYTES];

    out[0] = '\0';
    snprintf(name, sizeof name, "%s/sys/dev/block/%s/uevent", machine->root, device);
    FILE *file = device[0] == '\0' ? NULL : fopen(name, "re");
    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        if (strncmp(line, "DEVNAME=", 8) == 0) {
            line[strcspn(line, "\n")] = '\0';
            snprintf(out, FACT_BYTES, "%s", line + 8);
        }
    }
    if (file != NULL) {
        fclose(file);
    }
}

static void read_errors(const struct machine *machine, const char *disk, struct vitals *out)
{
    char path[2 * FACT_BYTES];

    snprintf(path, sizeof path, "/sys/fs/ext4/%s/errors_count", disk);
    out->disk_errors = read_number(machine, path);
    snprintf(path, sizeof path, "/sys/fs/ext4/%s/last_error_time", disk);
    out->disk_error_ms = out->disk_errors > 0 ? read_number(machine, path) * 1000 : 0;
}

// Tenths that are used, of two kinds of cells: "0x02 0x01" is 10 to 20 percent of the
// first. 0x0b is more than all of it, and pre_eol_info 3 means that the spare blocks are
// nearly gone.
static void read_life(const struct machine *machine, const char *device, struct vitals *out)
{
    char path[FACT_BYTES];
    char fact[FACT_BYTES];
    char *rest = fact;

    snprintf(path, sizeof path, "/sys/dev/block/%s/../device/life_time", device);
    out->worn_percent = 0;
    if (device[0] == '\0' || !read_fact(machine, path, fact)) {
        return;
    }
    long first = strtol(rest, &rest, 16);
    long second = strtol(rest, &rest, 16);
    long tenths = first > second ? first : second;
    snprintf(path, sizeof path, "/sys/dev/block/%s/../device/pre_eol_info", device);
    if (read_fact(machine, path, fact) && strtol(fact, NULL, 16) == 3) {
        tenths = 10;
    }
    out->worn_percent = tenths < 1 ? 0 : tenths > 10 ? 100 : (int)tenths * 10;
}

static void read_disk(const struct machine *machine, const char *folder, struct vitals *out)
{
    struct statvfs found;
    struct mount mount = {0};
    char disk[FACT_BYTES];

    out->disk_bytes = out->free_bytes = 0;
    if (machine->statvfs(folder, &found) == 0) {
        out->disk_bytes = (int64_t)found.f_blocks * (int64_t)found.f_frsize;
        out->free_bytes = (int64_t)found.f_bavail * (int64_t)found.f_frsize;
    }
    find_mount(machine, folder, &mount);
    out->read_only = mount.read_only;
    disk_name(machine, mount.device, disk);
    read_errors(machine, disk, out);
    read_life(machine, mount.device, out);
}

// Power and heat ----------------------------------------------------------------------

static void take_volt(const struct machine *machine, const char *device, struct vitals *out)
{
    char path[PATH_MAX];
    char fact[FACT_BYTES];

    snprintf(path, sizeof path, "%s/name", device);
    if (!read_fact(machine, path, fact) || strcmp(fact, "rpi_volt") != 0) {
        return;
    }
    snprintf(path, sizeof path, "%s/in0_lcrit_alarm", device);
    if (read_fact(machine, path, fact)) {
        out->volt_told = true;
        out->volt_low = out->volt_low || strcmp(fact, "1") == 0;
    }
}

// Sensors of a board or a laptop go by rules of their own: only a system on a chip tells
// the heat that this program knows to judge.
static bool chip_zone(const char *type)
{
    return strncmp(type, "cpu", 3) == 0 || strncmp(type, "soc", 3) == 0 ||
           strncmp(type, "bcm2", 4) == 0;
}

static void take_heat(const struct machine *machine, const char *device, struct vitals *out)
{
    char path[PATH_MAX];
    char fact[FACT_BYTES];

    snprintf(path, sizeof path, "%s/type", device);
    if (strstr(device, "/thermal_zone") == NULL || !read_fact(machine, path, fact) ||
        !chip_zone(fact)) {
        return;
    }
    snprintf(path, sizeof path, "%s/temp", device);
    int celsius = (int)(read_number(machine, path) / 1000);
    out->celsius = celsius > out->celsius ? celsius : out->celsius;
}

static void read_firmware(const struct machine *machine, struct vitals *out)
{
    char fact[FACT_BYTES];

    if (!read_fact(machine, "/sys/devices/platform/soc/soc:firmware/get_throttled", fact)) {
        return;
    }
    long flags = strtol(fact, NULL, 16);
    out->volt_told = true;
    out->volt_low = out->volt_low || (flags & FIRMWARE_VOLT_LOW) != 0;
    // Without enough power it works slower as well. The soft limit of a Pi 3B+, at 60
    // degrees, is no trouble.
    out->throttled = (flags & FIRMWARE_SLOWED) != 0 && (flags & FIRMWARE_VOLT_LOW) == 0;
}

void vitals_read(const struct machine *machine, const char *folder, struct vitals *out)
{
    read_disk(machine, folder, out);
    out->volt_told = out->volt_low = out->throttled = false;
    out->celsius = 0;
    each_device(machine, "hwmon", take_volt, out);
    each_device(machine, "thermal", take_heat, out);
    read_firmware(machine, out);
}
