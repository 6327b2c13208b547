// A file of settings: lines `name = value`, `#` before a remark. What the names mean is for
// whoever reads it to say.
#ifndef REGIEBORD_SETTINGS_H
#define REGIEBORD_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

enum { SETTINGS_FAULT_BYTES = 160 };

struct settings {
    char *text;                       // owned; the values of `each` lie in it
    int faults;                       // lines that were not understood
    char first[SETTINGS_FAULT_BYTES]; // which was the first of them, and why
};

// Reads the file and gives each setting to `each`, which says whether it is a sound one; a
// value may stand in quotes. What is not sound is logged with its line and counted, and the
// rest goes on. False (logged) when the file cannot be read. settings_finish in any case;
// names and values live until then.
bool settings_read(struct settings *settings, const char *path,
                   bool (*each)(void *to, const char *name, const char *value), void *to);
void settings_finish(struct settings *settings);

#endif
