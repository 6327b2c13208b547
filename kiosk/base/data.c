#include "base/data.h"

#include <string.h>

const char *data_file(const char *name, size_t *length)
{
    for (const struct data_entry *entry = data_entries; entry->name != NULL; entry++) {
        if (strcmp(entry->name, name) == 0) {
            if (length != NULL) {
                *length = entry->length;
            }
            return entry->text;
        }
    }
    return NULL;
}
