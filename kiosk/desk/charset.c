#include "desk/charset.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

enum { UNKNOWN = 0xfffd };

// Windows-1252, 0x80 to 0x9f; the other bytes are those of Latin-1.
static const uint16_t windows_high[32] = {
    0x20ac,  UNKNOWN, 0x201a, 0x0192, 0x201e, 0x2026,  0x2020, 0x2021,
    0x02c6,  0x2030,  0x0160, 0x2039, 0x0152, UNKNOWN, 0x017d, UNKNOWN,
    UNKNOWN, 0x2018,  0x2019, 0x201c, 0x201d, 0x2022,  0x2013, 0x2014,
    0x02dc,  0x2122,  0x0161, 0x203a, 0x0153, UNKNOWN, 0x017e, 0x0178,
};

static char *from_windows(struct arena *arena, const char *bytes, size_t size,
                          size_t *length)
{
    char *text = arena_alloc(arena, size * 3 + 1);

    *length = 0;
    for (size_t i = 0; text != NULL && i < size; i++) {
        unsigned char c = (unsigned char)bytes[i];
        uint32_t point = c >= 0x80 && c < 0xa0 ? windows_high[c - 0x80] : c;
        *length += utf8_put(point, text + *length);
    }
    return text;
}

static uint32_t unit16(const unsigned char *bytes, bool big)
{
    return big ? (uint32_t)bytes[0] << 8 | bytes[1] : (uint32_t)bytes[1] << 8 | bytes[0];
}

static char *from_utf16(struct arena *arena, const char *bytes, size_t size, bool big,
                        size_t *length)
{
    const unsigned char *units = (const unsigned char *)bytes;
    char *text = arena_alloc(arena, size * 2 + 4);

    *length = 0;
    for (size_t i = 0; text != NULL && i + 1 < size; i += 2) {
        uint32_t point = unit16(units + i, big);
        if (point >= 0xd800 && point < 0xdc00 && i + 3 < size) {
            uint32_t low = unit16(units + i + 2, big);
            if (low >= 0xdc00 && low < 0xe000) {
                point = 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00);
                i += 2;
            }
        }
        if (point >= 0xd800 && point < 0xe000) {
            point = UNKNOWN;
        }
        *length += utf8_put(point, text + *length);
    }
    return text;
}

static bool begins(const char *bytes, size_t size, const char *mark, size_t mark_size)
{
    return size >= mark_size && memcmp(bytes, mark, mark_size) == 0;
}

char *charset_text(struct arena *arena, const char *bytes, size_t size, size_t *length,
                   enum charset *found)
{
    enum charset ignored;
    enum charset *kind = found != NULL ? found : &ignored;

    if (begins(bytes, size, "\xff\xfe", 2) || begins(bytes, size, "\xfe\xff", 2)) {
        *kind = CHARSET_UTF16;
        return from_utf16(arena, bytes + 2, size - 2, bytes[0] == '\xfe', length);
    }
    if (begins(bytes, size, "\xef\xbb\xbf", 3)) {
        bytes += 3;
        size -= 3;
    }
    if (utf8_valid(bytes, size)) {
        *kind = CHARSET_UTF8;
        *length = size;
        return arena_text(arena, bytes, size);
    }
    *kind = CHARSET_WINDOWS_1252;
    return from_windows(arena, bytes, size, length);
}
