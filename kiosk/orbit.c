#include "orbit.h"

#include "session.h"

enum { HOUR_MS = 3600000, REACH_PX = 3, REACH_LINES = 1080, SMALL_LINES = 400 };

int orbit_reach_px(int width_px, int height_px)
{
    int lines = width_px < height_px ? width_px : height_px;
    int reach_px = lines * REACH_PX / REACH_LINES;
    int least_px = lines < SMALL_LINES ? 1 : 2;

    return reach_px > least_px ? reach_px : least_px;
}

// Row by row, every other one backwards: the middle of the way is that of the square.
void orbit_place(int step, int reach_px, int *x_px, int *y_px)
{
    int side = 2 * reach_px + 1;
    int last = side * side - 1;
    int at = (int)(((int64_t)step + last / 2) % (2 * last));

    at += at < 0 ? 2 * last : 0;
    at = at > last ? 2 * last - at : at;
    int row = at / side;
    int column = at % side;
    *x_px = (row % 2 == 0 ? column : side - 1 - column) - reach_px;
    *y_px = row - reach_px;
}

void orbit_draw(struct session *session, int64_t mono_ms, int64_t clock_ms)
{
    struct orbit *orbit = &session->orbit;
    struct draw_list *list = &session->list;
    bool idle = mono_ms >= session->ui.touched_ms + UI_PAUSE_MS;

    if (!orbit->on) {
        return;
    }
    int64_t hour = clock_ms / HOUR_MS;
    orbit->hour = orbit->hour == 0 ? hour : orbit->hour;
    if (idle && hour != orbit->hour) {
        orbit->hour = hour;
        // By the clock, and a step more every day: a wall whose plug is pulled every night
        // gets everywhere as well.
        orbit->step = (int)(hour + hour / 24);
    }
    orbit_place(orbit->step, orbit_reach_px(list->width_px, list->height_px), &orbit->x_px,
                &orbit->y_px);
    draw_move(list, orbit->x_px, orbit->y_px);
}
