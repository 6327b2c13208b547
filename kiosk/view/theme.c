#include "view/theme.h"

#include <math.h>

static const struct theme light = {
    .paper = 0xECEFED,
    .card = 0xFFFFFF,
    .bar = 0xFFFFFF,
    .sunk = 0xF5F7F5,
    .line = 0xCBD2CF,
    .edge = 0x74807B,
    .ink = 0x13202A,
    .ink2 = 0x4B5863,
    .blue = 0x0072B2,
    .on_blue = 0xFFFFFF,
    .bluetint = 0xDCEBF5,
    .trail = 0x4486B3,
    .green = 0x00785A,
    .greentint = 0xDDF0E9,
    .orange = 0xE69F00,
    .orangeedge = 0x8A5A00,
    .orangetext = 0x7A4F00,
    .orangetint = 0xFFF1CF,
    .red = 0xD55E00,
    .redtext = 0xA84300,
    .redtint = 0xFBE4D3,
    .purple = 0xA8457C,
    .purpletint = 0xF6E3EE,
    .grey = 0x68747E,
    .mark = 0xFFFFFF,
    .warn_mark = 0x13202A,
    .inv = 0x13202A,
    .oninv = 0xFFFFFF,
    .oninv2 = 0xB9C4CC,
    .tints = {0xFFFFFF, 0xD6E6F1, 0xA9CCE4, 0x72AFD6, 0x2F86C1, 0x0B4F7F},
};

static const struct theme dark = {
    .paper = 0x0D141A,
    .card = 0x19242D,
    .bar = 0x141D25,
    .sunk = 0x121B22,
    .line = 0x2C3A45,
    .edge = 0x75858F,
    .ink = 0xF1F5F7,
    .ink2 = 0xAAB8C2,
    .blue = 0x56B4E9,
    .on_blue = 0x0D141A,
    .bluetint = 0x17364A,
    .trail = 0x3F7FA5,
    .green = 0x2BB98C,
    .greentint = 0x123A30,
    .orange = 0xE69F00,
    .orangeedge = 0xE69F00,
    .orangetext = 0xF0B429,
    .orangetint = 0x3A2E10,
    .red = 0xEE7420,
    .redtext = 0xFF9A57,
    .redtint = 0x42271A,
    .purple = 0xD98CB8,
    .purpletint = 0x3A2132,
    .grey = 0x93A1AB,
    .mark = 0x0D141A,
    .warn_mark = 0x13202A,
    .inv = 0xF1F5F7,
    .oninv = 0x13202A,
    .oninv2 = 0x4B5863,
    .tints = {0x19242D, 0x1F3E52, 0x28607F, 0x3683AB, 0x56B4E9, 0xC4E6FA},
};

const struct theme *theme_light(void)
{
    return &light;
}

const struct theme *theme_dark(void)
{
    return &dark;
}

// Relative luminance, WCAG 2.1.
static double luminance(color c)
{
    double part[3];

    for (int i = 0; i < 3; i++) {
        double v = (double)(c >> (16 - 8 * i) & 0xff) / 255.0;
        part[i] = v <= 0.03928 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
    }
    return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
}

double theme_contrast(color a, color b)
{
    double la = luminance(a);
    double lb = luminance(b);

    return (fmax(la, lb) + 0.05) / (fmin(la, lb) + 0.05);
}
