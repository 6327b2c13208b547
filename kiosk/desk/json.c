#include "desk/json.h"

#include <string.h>

#include "base/day.h"
#include "base/utf8.h"

void json_text(FILE *out, const char *text)
{
    size_t length = strlen(text);

    fputc('"', out);
    for (size_t at = 0; at < length;) {
        char bytes[4];
        uint32_t point = utf8_next(text, length, &at);
        if (point == '"' || point == '\\') {
            fputc('\\', out);
        }
        if (point < ' ') {
            fprintf(out, "\\u%04x", (unsigned)point);
        } else {
            fwrite(bytes, 1, utf8_put(point, bytes), out);
        }
    }
    fputc('"', out);
}

void json_field(FILE *out, const char *before, const char *key, const char *text)
{
    fprintf(out, "%s\"%s\":", before, key);
    if (text == NULL) {
        fputs("null", out);
    } else {
        json_text(out, text);
    }
}

void json_day(FILE *out, const char *before, const char *key, int32_t day)
{
    char text[16];

    if (day != DAY_NONE) {
        day_write(day, text);
    }
    json_field(out, before, key, day == DAY_NONE ? NULL : text);
}

void json_moment(FILE *out, const char *before, const char *key, int64_t at_ms)
{
    char text[24];
    int32_t day = 0;
    int minute = 0;

    if (at_ms == 0) {
        json_field(out, before, key, NULL);
        return;
    }
    day_local(at_ms, &day, &minute);
    day_write_minute(day, minute, text);
    json_field(out, before, key, text);
}
