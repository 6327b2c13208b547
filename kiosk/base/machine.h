// What tells this machine from others, also from one with a copy of its disk.
#ifndef REGIEBORD_BASE_MACHINE_H
#define REGIEBORD_BASE_MACHINE_H

#include "base/env.h"

// Thirty-two hexadecimal digits made from the machine's id and its serial number or, where
// it has none, the address of its first network card. `root` stands before /etc and /sys;
// "" on the real machine. 0, or -ENOENT when there is no hardware to tell it by (yet).
int machine_fingerprint(const char *root, char out[ENV_FINGERPRINT]);

#endif
