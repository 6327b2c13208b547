// The reference data of data/, carried inside the binary (made by assets/embed.sh).
#ifndef REGIEBORD_BASE_DATA_H
#define REGIEBORD_BASE_DATA_H

#include <stddef.h>

struct data_entry {
    const char *name;
    const char *text; // ended by a NUL
    size_t length;
};

extern const struct data_entry data_entries[]; // ended by a NULL name

// The text of a file of data/ by its name ("schema.sql"); NULL when there is none. Length
// may be NULL.
const char *data_file(const char *name, size_t *length);

#endif
