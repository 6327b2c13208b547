#define LOG_MODULE "settings"
#include "settings.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

enum { MOST_BYTES = 64 * 1024 };

// Cuts the spaces off both ends, in place.
static char *trimmed(char *text)
{
    while (isspace((unsigned char)*text)) {
        text++;
    }
    for (size_t length = strlen(text);
         length > 0 && isspace((unsigned char)text[length - 1]); length--) {
        text[length - 1] = '\0';
    }
    return text;
}

static char *unquoted(char *value)
{
    size_t length = strlen(value);
    bool quoted = length >= 2 && (value[0] == '"' || value[0] == '\'') &&
                  value[length - 1] == value[0];

    if (quoted) {
        value[length - 1] = '\0';
        value++;
    }
    return value;
}

static void fault(struct settings *settings, const char *path, int number, const char *line)
{
    LOG_ERR("%s:%d: \"%s\" is not understood and has no effect; man regiebord lists the "
            "settings",
            path, number, line);
    if (settings->faults++ == 0) {
        snprintf(settings->first, sizeof settings->first, "%d: %.120s", number, line);
    }
}

static void read_line(struct settings *settings, const char *path, int number, char *line,
                      bool (*each)(void *to, const char *name, const char *value), void *to)
{
    char whole[SETTINGS_FAULT_BYTES];
    char *name = trimmed(line);
    char *sign = strchr(name, '=');

    if (name[0] == '\0' || name[0] == '#') {
        return;
    }
    snprintf(whole, sizeof whole, "%s", name);
    if (sign != NULL) {
        *sign = '\0';
    }
    if (sign != NULL && strcmp(trimmed(name), "pin") == 0) { // not for the log
        snprintf(whole, sizeof whole, "pin = (not shown)");
    }
    if (sign == NULL || !each(to, trimmed(name), unquoted(trimmed(sign + 1)))) {
        fault(settings, path, number, whole);
    }
}

static char *read_text(const char *path)
{
    char *text = calloc(1, MOST_BYTES + 1);
    FILE *file = fopen(path, "re");

    if (file == NULL || text == NULL) {
        LOG_ERR("%s cannot be read: %s", path, strerror(errno));
        free(text);
        text = NULL;
    } else {
        fread(text, 1, MOST_BYTES, file);
    }
    if (file != NULL) {
        fclose(file);
    }
    return text;
}

bool settings_read(struct settings *settings, const char *path,
                   bool (*each)(void *to, const char *name, const char *value), void *to)
{
    int number = 0;

    *settings = (struct settings){.text = read_text(path)};
    for (char *line = settings->text; line != NULL;) {
        char *end = strchr(line, '\n');
        if (end != NULL) {
            *end = '\0';
        }
        read_line(settings, path, ++number, line, each, to);
        line = end == NULL ? NULL : end + 1;
    }
    return settings->text != NULL;
}

void settings_finish(struct settings *settings)
{
    free(settings->text);
    *settings = (struct settings){0};
}
