#include "fuzz.h"

#include <stdarg.h>
#include <time.h>

#include "base/log.h"

// In the place of log_write (the linker's --wrap): thousands of broken files would fill the
// screen. The text is made all the same, since making it may fail.
void __wrap_log_write(enum log_level level, const char *module, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

void __wrap_log_write(enum log_level level, const char *module, const char *format, ...)
{
    char line[1024];
    va_list args;

    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    if (getenv("FUZZ_TALK") != NULL) {
        fprintf(stderr, "%d %s: %s\n", (int)level, module, line);
    }
}

int64_t fuzz_ms(void)
{
    static int64_t asked;
    static int steady = -1;
    struct timespec now = {0};

    steady = steady < 0 ? getenv("FUZZ_STEADY") != NULL : steady;
    if (steady) {
        return ++asked / 2; // the reader asks every 5,000 steps of SQLite
    }
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// Text --------------------------------------------------------------------------------

// Written apart from base/utf8, which it judges.

// The point of the well-formed sequence at `s`, whose length it tells; 0 bytes when it is
// none.
static uint32_t point_at(const unsigned char *s, size_t left, size_t *bytes)
{
    *bytes = 1;
    if (s[0] < 0x80) {
        return s[0];
    }
    size_t need = s[0] >= 0xf0 ? 4 : s[0] >= 0xe0 ? 3 : 2;
    uint32_t point = s[0] & (0xffu >> (need + 1));
    *bytes = s[0] < 0xc0 || s[0] > 0xf4 || need > left ? 0 : need;
    for (size_t i = 1; *bytes != 0 && i < need; i++) {
        *bytes = (s[i] & 0xc0) == 0x80 ? *bytes : 0;
        point = point << 6 | (s[i] & 0x3f);
    }
    bool overlong =
        point < 0x80 || (need == 3 && point < 0x800) || (need == 4 && point < 0x10000);
    bool none = overlong || point > 0x10ffff || (point >= 0xd800 && point < 0xe000);
    *bytes = none ? 0 : *bytes;
    return point;
}

static bool point_safe(uint32_t point, bool lines)
{
    static const uint32_t ranges[][2] = {
        {0, 0x1f},        {0x7f, 0x9f},     {0x61c, 0x61c},   {0x200e, 0x200f},
        {0x202a, 0x202e}, {0x2066, 0x2069}, {0xfdd0, 0xfdef}, {0xfeff, 0xfeff},
    };

    if (lines && (point == '\t' || point == '\n')) {
        return true;
    }
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        if (point >= ranges[i][0] && point <= ranges[i][1]) {
            return false;
        }
    }
    return (point & 0xfffe) != 0xfffe;
}

bool fuzz_text_safe(const char *text, size_t length, bool lines)
{
    size_t bytes = 1;

    for (size_t at = 0; at < length; at += bytes) {
        uint32_t point = point_at((const unsigned char *)text + at, length - at, &bytes);
        if (bytes == 0 || !point_safe(point, lines)) {
            return false;
        }
    }
    return true;
}
