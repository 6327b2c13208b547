#include "desk/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// What people hand over by mistake, by its first bytes.
static const struct {
    const char *magic;
    size_t length;
    const char *advice;
} foreign[] = {
    {"PK\x03\x04", 4,
     "is a workbook or document (xlsx, docx, ods): save it as CSV (UTF-8) first"},
    {"\xd0\xcf\x11\xe0", 4,
     "is an old Office file (xls, doc): save it as CSV (UTF-8) first"},
    {"%PDF", 4, "is a PDF: copy its table into a spreadsheet and save that as CSV (UTF-8)"},
    {"{\\rtf", 5, "is a rich text document: save it as plain text or CSV (UTF-8)"},
    {"SQLite format 3", 15, "is an SQLite file: use `regiebord check` for that"},
};

static const char *refuse(const char *bytes, size_t size)
{
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++) {
        if (size >= foreign[i].length &&
            memcmp(bytes, foreign[i].magic, foreign[i].length) == 0) {
            return foreign[i].advice;
        }
    }
    bool wide = size >= 2 &&
                (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0);
    if (!wide && memchr(bytes, '\0', size) != NULL) {
        return "is not a text file: save the table as CSV (UTF-8)";
    }
    return NULL;
}

// The bytes of the file, to be freed by the caller; NULL with *trouble when that fails.
static char *slurp(const char *path, size_t *size, const char **trouble)
{
    struct stat about;
    char *bytes = NULL;
    // A pipe without a writer would keep a plain open waiting for ever.
    int opened = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    FILE *file = opened < 0 ? NULL : fdopen(opened, "rb");

    if (file == NULL || fstat(opened, &about) != 0) {
        *trouble = strerror(errno);
    } else if (S_ISDIR(about.st_mode)) {
        *trouble = "is a folder";
    } else if (!S_ISREG(about.st_mode)) {
        *trouble = "is not a regular file";
    } else if (about.st_size > SOURCE_MAX_BYTES) {
        *trouble = "is larger than 64 MB: split it";
    } else if ((bytes = malloc((size_t)about.st_size + 1)) == NULL) {
        *trouble = "does not fit in memory";
    } else {
        *size = fread(bytes, 1, (size_t)about.st_size, file);
        if (ferror(file)) {
            *trouble = "could not be read to its end";
        }
    }
    if (file != NULL) {
        fclose(file);
    } else if (opened >= 0) {
        close(opened);
    }
    return bytes;
}

bool source_read(struct source *source, struct arena *arena, const char *path)
{
    size_t size = 0;

    *source = (struct source){0};
    char *bytes = slurp(path, &size, &source->trouble);
    if (source->trouble == NULL) {
        source->trouble = refuse(bytes, size);
    }
    if (source->trouble == NULL) {
        source->text = charset_text(arena, bytes, size, &source->length, &source->charset);
        if (source->text == NULL) {
            source->trouble = "does not fit in memory";
        }
    }
    free(bytes);
    return source->trouble == NULL;
}
