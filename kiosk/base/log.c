#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

static enum log_level threshold = LOG_LEVEL_WARN;

void log_set_level(enum log_level level)
{
    threshold = level;
}

void log_write(enum log_level level, const char *module, const char *format, ...)
{
    char line[1024];
    char clean[sizeof line * 3];
    va_list args;

    if (level > threshold) {
        return;
    }
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    for (char *c = line; *c != '\0'; c++) {
        if ((unsigned char)*c < 0x20 || *c == 0x7f) {
            *c = '?';
        }
    }
    utf8_clean(line, strlen(line), false, clean, sizeof clean);
    fprintf(stderr, "regiebord: %s: %s\n", module, clean);
}
