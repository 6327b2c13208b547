// What a Linux machine tells about itself: the disk of a folder, the power, the heat. Each
// file is only looked at where it is; what a machine does not tell stays 0.
//
//   free and all bytes         statvfs of the folder
//   read-only                  /proc/self/mountinfo, the mount that holds the folder
//   errors of the file system  /sys/fs/ext4/DISK/errors_count, last_error_time
//   life of flash memory       /sys/dev/block/MAJOR:MINOR/../device/life_time,
//                              pre_eol_info (eMMC; an SD card does not tell)
//   power too weak             /sys/class/hwmon/*/in0_lcrit_alarm where name is rpi_volt,
//                              and the firmware's get_throttled
//   heat                       /sys/class/thermal/thermal_zone*/temp of a processor on a
//                              chip; and get_throttled
#ifndef REGIEBORD_SHARE_VITALS_READ_H
#define REGIEBORD_SHARE_VITALS_READ_H

#include <sys/statvfs.h>

#include "board/vitals.h"

struct machine {
    const char *root; // stands before /proc and /sys; "" on the real machine
    int (*statvfs)(const char *path, struct statvfs *out);
};

// Reads the disk, power and heat of `out` anew, for the disk that holds `folder`; leaves
// the rest of it as it is.
void vitals_read(const struct machine *machine, const char *folder, struct vitals *out);

#endif
