#include "desk/fit.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

static const double PT_MM = 25.4 / 72.0;

// Hundredths of an em, from space to tilde.
static const unsigned char ascii[] = {
    32, 41, 46, 84, 64, 96, 79, 28, 40, 40, 50, 84, 32, 37,  32, 34, 64, 64, 64,
    64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64,
    58, 78, 76, 30, 30, 67, 56, 87, 75, 79, 61, 79, 70, 64,  62, 74, 69, 99, 69,
    62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 56, 64, 62, 36,  64, 64, 28, 28, 59,
    28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60,  53, 64, 34, 64, 84};

static int hundredths(uint32_t point)
{
    if (point >= ' ' && point <= '~') {
        return ascii[point - ' '];
    }
    if (point < 0x530) {
        return point < ' ' ? 32 : 80; // letters with accents, Greek, Cyrillic
    }
    return point < 0x1100 || (point >= 0x2000 && point < 0x2100) ? 100 : 140;
}

static double point_mm(uint32_t point, double size_pt)
{
    return hundredths(point) * size_pt * PT_MM / 100.0;
}

double fit_width_mm(const char *text, size_t length, double size_pt)
{
    double width = 0;

    for (size_t at = 0; at < length;) {
        width += point_mm(utf8_next(text, length, &at), size_pt);
    }
    return width;
}

size_t fit_line(const char *text, double width_mm, double size_pt)
{
    size_t length = strcspn(text, "\n");
    size_t space = 0; // behind the last word that fits
    double width = 0;

    for (size_t at = 0; at < length;) {
        size_t before = at;
        uint32_t point = utf8_next(text, length, &at);
        if (point == ' ') {
            space = before;
        }
        width += point_mm(point, size_pt);
        if (width > width_mm) {
            return point == ' ' && before > 0 ? before
                   : space > 0                ? space
                   : before > 0               ? before
                                              : at;
        }
    }
    return length;
}

const char *fit_next(const char *text, size_t line)
{
    text += line;
    return text + strspn(text, " \n");
}

int fit_lines(const char *text, double width_mm, double size_pt, int most)
{
    int count = 0;

    for (text = fit_next(text, 0); *text != '\0' && count < most; count++) {
        text = fit_next(text, fit_line(text, width_mm, size_pt));
    }
    return count;
}
