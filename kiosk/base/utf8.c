#include "base/utf8.h"

#include <string.h>

enum { REPLACEMENT = 0xfffd };

// The length that a first byte announces; 0 when it cannot be first.
static int lead_length(unsigned char c)
{
    if (c < 0x80) {
        return 1;
    }
    if (c >= 0xc2 && c < 0xe0) {
        return 2;
    }
    if (c >= 0xe0 && c < 0xf0) {
        return 3;
    }
    return c >= 0xf0 && c < 0xf5 ? 4 : 0;
}

static bool point_allowed(uint32_t point, int length)
{
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};

    return point >= smallest[length] && point <= 0x10ffff &&
           (point < 0xd800 || point > 0xdfff);
}

// The code point of `need` bytes at s; false when they do not form one.
static bool point_read(const unsigned char *s, int need, uint32_t *point)
{
    static const unsigned char mask[] = {0, 0x7f, 0x1f, 0x0f, 0x07};

    *point = s[0] & mask[need];
    for (int i = 1; i < need; i++) {
        if ((s[i] & 0xc0) != 0x80) {
            return false;
        }
        *point = *point << 6 | (s[i] & 0x3f);
    }
    return point_allowed(*point, need);
}

uint32_t utf8_next(const char *text, size_t length, size_t *at)
{
    uint32_t point = 0;

    if (*at >= length) {
        return 0;
    }
    const unsigned char *s = (const unsigned char *)text + *at;
    int need = lead_length(s[0]);
    if (need == 0 || (size_t)need > length - *at || !point_read(s, need, &point)) {
        *at += 1;
        return REPLACEMENT;
    }
    *at += (size_t)need;
    return point;
}

size_t utf8_whole(const char *text, size_t length)
{
    size_t first = length;

    while (first > 0 && length - first < 4) {
        first--;
        if (((unsigned char)text[first] & 0xc0) != 0x80) {
            size_t need = (size_t)lead_length((unsigned char)text[first]);
            return need > length - first ? first : length;
        }
    }
    return length;
}

size_t utf8_put(uint32_t point, char out[4])
{
    if (point < 0x80) {
        out[0] = (char)point;
        return 1;
    }
    if (point < 0x800) {
        out[0] = (char)(0xc0 | point >> 6);
        out[1] = (char)(0x80 | (point & 0x3f));
        return 2;
    }
    if (point < 0x10000) {
        out[0] = (char)(0xe0 | point >> 12);
        out[1] = (char)(0x80 | (point >> 6 & 0x3f));
        out[2] = (char)(0x80 | (point & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | point >> 18);
    out[1] = (char)(0x80 | (point >> 12 & 0x3f));
    out[2] = (char)(0x80 | (point >> 6 & 0x3f));
    out[3] = (char)(0x80 | (point & 0x3f));
    return 4;
}

size_t utf8_count(const char *text)
{
    size_t length = strlen(text);
    size_t count = 0;

    for (size_t at = 0; at < length; count++) {
        utf8_next(text, length, &at);
    }
    return count;
}

bool utf8_valid(const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        size_t before = at;
        uint32_t point = utf8_next(text, length, &at);
        if (point == REPLACEMENT && at - before == 1) {
            return false;
        }
    }
    return true;
}

static bool point_shown(uint32_t p, bool lines)
{
    if (p == '\n' || p == '\t') {
        return lines;
    }
    bool control = p < 0x20 || (p >= 0x7f && p < 0xa0);
    bool bidi = p == 0x061c || p == 0x200e || p == 0x200f || (p >= 0x202a && p <= 0x202e) ||
                (p >= 0x2066 && p <= 0x2069);
    bool none = (p >= 0xfdd0 && p <= 0xfdef) || (p & 0xfffe) == 0xfffe || p == 0xfeff;
    return !control && !bidi && !none;
}

// Adds n bytes where they fit with a NUL behind them; false when they do not.
static bool bytes_add(char *out, size_t size, size_t *used, const char *bytes, size_t n)
{
    if (*used + n + 1 > size) {
        return false;
    }
    memcpy(out + *used, bytes, n);
    *used += n;
    return true;
}

// Ends what was added with a NUL; returns its length.
static size_t bytes_end(char *out, size_t size, size_t used)
{
    if (size > 0) {
        out[used] = '\0';
    }
    return used;
}

size_t utf8_clean(const char *text, size_t length, bool lines, char *out, size_t size)
{
    size_t used = 0;

    for (size_t at = 0; at < length;) {
        char bytes[4];
        uint32_t point = utf8_next(text, length, &at);
        if (!lines && (point == '\n' || point == '\t')) {
            point = ' ';
        }
        if (!point_shown(point, lines)) {
            continue;
        }
        size_t n = utf8_put(point, bytes);
        if (!bytes_add(out, size, &used, bytes, n)) {
            break;
        }
    }
    return bytes_end(out, size, used);
}

// Latin-1 letters U+00C0..U+00FF without their accents; '-' where the letter stays as it
// is.
static uint32_t plain_letter(uint32_t point)
{
    static const char plain[] =
        "aaaaaa-ceeeeiiii-nooooo-ouuuuy--aaaaaa-ceeeeiiii-nooooo-ouuuuy-y";

    if (point >= 'A' && point <= 'Z') {
        return point + ('a' - 'A');
    }
    if (point < 0xc0 || point > 0xff || plain[point - 0xc0] == '-') {
        return point;
    }
    return (uint32_t)plain[point - 0xc0];
}

size_t utf8_fold(const char *text, char *out, size_t size)
{
    size_t length = strlen(text);
    size_t used = 0;

    for (size_t at = 0; at < length;) {
        char bytes[4];
        if ((unsigned char)text[at] < 0x80 && used + 1 < size) { // most of what is written
            out[used++] = (char)plain_letter((unsigned char)text[at++]);
            continue;
        }
        size_t n = utf8_put(plain_letter(utf8_next(text, length, &at)), bytes);
        if (!bytes_add(out, size, &used, bytes, n)) {
            break;
        }
    }
    return bytes_end(out, size, used);
}

bool utf8_same(const char *a, const char *b)
{
    // Most names are of plain letters, and differ in one of the first.
    while (*a != '\0' && (unsigned char)*a < 0x80 && (unsigned char)*b < 0x80 &&
           plain_letter((unsigned char)*a) == plain_letter((unsigned char)*b)) {
        a++;
        b++;
    }
    if ((unsigned char)*a < 0x80 && (unsigned char)*b < 0x80) {
        return *a == *b;
    }
    size_t a_length = strlen(a);
    size_t b_length = strlen(b);
    size_t a_at = 0;
    size_t b_at = 0;

    while (a_at < a_length && b_at < b_length) {
        if (plain_letter(utf8_next(a, a_length, &a_at)) !=
            plain_letter(utf8_next(b, b_length, &b_at))) {
            return false;
        }
    }
    return a_at == a_length && b_at == b_length;
}
