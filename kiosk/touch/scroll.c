#include "touch/scroll.h"

#include <math.h>

static int within(const struct scroll *scroll, double px)
{
    if (px <= 0) {
        return 0;
    }
    return px >= scroll->limit_px ? scroll->limit_px : (int)lround(px);
}

void scroll_limit(struct scroll *scroll, int content_px, int view_px)
{
    scroll->limit_px = content_px > view_px ? content_px - view_px : 0;
    scroll->offset_px = within(scroll, scroll->offset_px);
    scroll->to_px = within(scroll, scroll->to_px);
}

void scroll_to(struct scroll *scroll, int offset_px)
{
    scroll->mode = SCROLL_STILL;
    scroll->offset_px = within(scroll, offset_px);
}

void scroll_drag(struct scroll *scroll, int dy_px)
{
    scroll_to(scroll, scroll->offset_px - dy_px);
}

void scroll_fling(struct scroll *scroll, float vy_px_s, int64_t now_ms)
{
    scroll->mode = fabsf(vy_px_s) < SCROLL_STILL_PX_S ? SCROLL_STILL : SCROLL_COAST;
    scroll->from_ms = now_ms;
    scroll->from_px = scroll->offset_px;
    scroll->speed = -(double)vy_px_s;
}

bool scroll_stop(struct scroll *scroll, int64_t now_ms)
{
    bool moved = scroll_tick(scroll, now_ms);

    scroll->mode = SCROLL_STILL;
    return moved;
}

void scroll_by(struct scroll *scroll, int px, int64_t now_ms)
{
    scroll_tick(scroll, now_ms);
    int base_px = scroll->mode == SCROLL_GLIDE ? scroll->to_px : scroll->offset_px;

    scroll->from_ms = now_ms;
    scroll->from_px = scroll->offset_px;
    scroll->to_px = within(scroll, (double)base_px + px);
    scroll->mode = scroll->to_px == scroll->from_px ? SCROLL_STILL : SCROLL_GLIDE;
}

// Both movements are known in closed form from their beginning, so no tick can add an
// error.
static void coast_tick(struct scroll *scroll, double elapsed_ms)
{
    double fade_s = SCROLL_FADE_MS / 1000.0;
    double still_ms = SCROLL_FADE_MS * log(fabs(scroll->speed) / SCROLL_STILL_PX_S);
    double at_ms = elapsed_ms < still_ms ? elapsed_ms : still_ms;
    double way_px = scroll->speed * fade_s * (1 - exp(-at_ms / SCROLL_FADE_MS));

    scroll->offset_px = within(scroll, scroll->from_px + way_px);
    bool at_end =
        scroll->speed < 0 ? scroll->offset_px == 0 : scroll->offset_px == scroll->limit_px;
    if (at_end || elapsed_ms >= still_ms) {
        scroll->mode = SCROLL_STILL;
    }
}

static void glide_tick(struct scroll *scroll, double elapsed_ms)
{
    double part = elapsed_ms >= SCROLL_PAGE_MS ? 1 : elapsed_ms / SCROLL_PAGE_MS;

    scroll->offset_px =
        within(scroll, scroll->from_px + part * (scroll->to_px - scroll->from_px));
    if (part >= 1) {
        scroll->mode = SCROLL_STILL;
    }
}

bool scroll_tick(struct scroll *scroll, int64_t now_ms)
{
    double elapsed_ms = now_ms > scroll->from_ms ? (double)(now_ms - scroll->from_ms) : 0;

    switch (scroll->mode) {
    case SCROLL_STILL:
        break;
    case SCROLL_COAST:
        coast_tick(scroll, elapsed_ms);
        break;
    case SCROLL_GLIDE:
        glide_tick(scroll, elapsed_ms);
        break;
    }
    return scroll->mode != SCROLL_STILL;
}
