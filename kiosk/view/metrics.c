#include "view/metrics.h"

#include <math.h>

// Wall font sizes that fit in the width of a room layout, in the height of a tall panel.
enum { ROOM_LETTERS = 33, TALL_LETTERS = 24 };

// A width in mm for panels that do not tell theirs: usual panels of that many pixels.
static double usual_width_mm(const struct panel *panel)
{
    static const struct {
        int width_px, height_px;
        double width_mm;
    } known[] = {
        {800, 480, 154.1},    {720, 1280, 87.2},    {1024, 600, 154.2},  {1280, 800, 216.9},
        {1920, 1080, 1217.6}, {3840, 2160, 1428.5}, {1080, 1920, 684.9},
    };

    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (known[i].width_px == panel->width_px &&
            known[i].height_px == panel->height_px) {
            return known[i].width_mm;
        }
    }
    return panel->width_px * 25.4 / 96.0;
}

static struct panel panel_complete(struct panel panel)
{
    if (panel.width_mm <= 0) {
        panel.width_mm = usual_width_mm(&panel);
    }
    if (panel.height_mm <= 0) {
        panel.height_mm = panel.width_mm * panel.height_px / panel.width_px;
    }
    if (panel.distance_m <= 0) {
        panel.distance_m = panel.width_mm < 400 && panel.height_mm < 400 ? 0.6 : 4.0;
    }
    return panel;
}

static enum layout layout_of(const struct metrics *m)
{
    if (m->panel.height_px > m->panel.width_px) {
        return LAYOUT_PORTRAIT;
    }
    // Close by, the small roles are nearly as large as the wall's: what a room sets in them
    // finds no place.
    bool roles_apart = 10 * m->size_px[SIZE_HAND] < 6 * m->size_px[SIZE_WAND];
    bool wide = m->panel.width_px >= ROOM_LETTERS * m->size_px[SIZE_WAND];
    return wide && roles_apart ? LAYOUT_ROOM : LAYOUT_PANEL;
}

static int rounded(double px)
{
    return px < 1 ? 1 : (int)lround(px);
}

static void sizes_init(struct metrics *m)
{
    double wand_mm = (m->panel.low_vision ? 12.2 : 5.8) * m->panel.distance_m;
    const double cap_mm[SIZE_COUNT] = {
        [SIZE_KOP] = 1.38 * wand_mm,
        [SIZE_WAND] = wand_mm,
        [SIZE_TAFEL] = fmax(0.66 * wand_mm, 3.0),
        [SIZE_HAND] = fmax(0.44 * wand_mm, 2.8),
    };

    for (int i = 0; i < SIZE_COUNT; i++) {
        m->size_px[i] = (int)ceil(cap_mm[i] * m->px_per_mm / METRICS_CAP);
    }
}

void metrics_init(struct metrics *m, struct panel panel)
{
    *m = (struct metrics){.panel = panel_complete(panel)};
    m->px_per_mm = m->panel.width_px / m->panel.width_mm;
    sizes_init(m);
    m->layout = layout_of(m);
    m->tall = m->layout == LAYOUT_PANEL &&
              m->panel.height_px > TALL_LETTERS * m->size_px[SIZE_WAND];
    // A panel with more pixels than its letters need gives the rest to space.
    double unit = 1.25 * m->panel.distance_m * m->px_per_mm;
    if (m->layout == LAYOUT_ROOM) {
        unit = fmax(unit, m->panel.width_px / 240.0);
    }
    m->unit_px = rounded(unit);
    bool room = m->layout == LAYOUT_ROOM;
    m->margin_px = rounded((room ? 3.5 : 2.4) * m->unit_px);
    m->gap_px = rounded(1.25 * m->unit_px);
    m->radius_px = rounded(1.25 * m->unit_px);
    m->pad_px = rounded(1.75 * m->unit_px);
    m->touch_px = rounded(20 * m->px_per_mm);
    m->touch_min_px = rounded(fmax(10 * m->px_per_mm, 1.6 * m->size_px[SIZE_HAND]));
    m->thick_px = rounded(room ? 0.6 * m->unit_px : 0.8 * m->unit_px);
    m->thin_px = rounded(room ? 0.38 * m->unit_px : 0.5 * m->unit_px);
    m->hair_px = rounded(room ? 0.25 * m->unit_px : 0.45 * m->unit_px);
}

int metrics_cap_px(int size_px)
{
    return (int)lround(METRICS_CAP * size_px);
}

double metrics_arcmin(const struct metrics *m, enum role_size size)
{
    static const double share[SIZE_COUNT] = {
        [SIZE_KOP] = 1.0, [SIZE_WAND] = 1.0, [SIZE_TAFEL] = 0.66, [SIZE_HAND] = 0.44};
    double distance_mm = m->panel.distance_m * 1000.0;
    bool close = m->panel.distance_m < 1.0;
    double cap_mm = METRICS_CAP * m->size_px[size] / m->px_per_mm;

    return atan(cap_mm / (close ? distance_mm : distance_mm * share[size])) * 180.0 * 60.0 /
           acos(-1.0);
}
