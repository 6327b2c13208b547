// Millimetres and metres turned into pixels (look.md sections 2, 5 and 8; design.md section
// 4).
#ifndef REGIEBORD_VIEW_METRICS_H
#define REGIEBORD_VIEW_METRICS_H

#include <stdbool.h>
#include <stddef.h>

enum role_size { SIZE_KOP, SIZE_WAND, SIZE_TAFEL, SIZE_HAND, SIZE_COUNT };

// How a screen is laid out: by the number of wall letters that fit side by side, and by
// orientation.
enum layout { LAYOUT_ROOM, LAYOUT_PANEL, LAYOUT_PORTRAIT };

struct panel {
    int width_px, height_px;
    double width_mm,
        height_mm;     // 0: not known, then a usual size is assumed for that many pixels
    double distance_m; // 0: not known: 0.6 m for panels under 400 mm wide, else 4 m
    bool low_vision;   // EN 301 549 5.1.4: capitals of 0.7 degree
};

struct metrics {
    struct panel panel; // with nothing unknown any more
    enum layout layout;
    bool tall; // a panel layout with height to spare, as on 10 inch
    double px_per_mm;
    int size_px[SIZE_COUNT]; // font sizes (em)
    int unit_px;             // the module of all space, "u"
    int margin_px, gap_px, radius_px, pad_px;
    int touch_px;     // a target where people act: 20 mm
    int touch_min_px; // the smallest target: 10 mm, and never less than its word needs
    int thick_px, thin_px, hair_px; // outlines: chosen, escalated, plain
};

void metrics_init(struct metrics *metrics, struct panel panel);

// Cap height of Open Sans in em.
#define METRICS_CAP 0.714

// Height of capitals at a font size, px.
int metrics_cap_px(int size_px);

// Angle in arc minutes under which capitals of a role are seen from where it is read.
double metrics_arcmin(const struct metrics *metrics, enum role_size size);

#endif
