// The file operations of struct env on the real machine; base/env.h says what each does.
#ifndef REGIEBORD_BASE_FILE_H
#define REGIEBORD_BASE_FILE_H

#include "base/env.h"

bool file_tells(void *context, const char *folder);
int file_stat(void *context, const char *path, struct env_stat *out);
int file_list(void *context, const char *folder, void (*each)(void *to, const char *name),
              void *to);
int file_read(void *context, const char *path, size_t limit, struct env_bytes *out);
int file_write(void *context, const char *path, const void *data, size_t size,
               int64_t mtime_ns);
int file_rename(void *context, const char *from, const char *to, enum env_rename how);
int file_remove(void *context, const char *path);
int file_sync_folder(void *context, const char *folder);
int file_make_folder(void *context, const char *folder);
int file_hold(void *context, const char *path, void **out);
void file_release(void *context, void *held);

#endif
