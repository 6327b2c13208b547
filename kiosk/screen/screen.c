#define LOG_MODULE "screen"
#include "screen/screen.h"

#include <stdlib.h>

#include "base/log.h"
#include "screen/damage.h"
#include "screen/paint.h"
#include "screen/png.h"
#include "screen/waiter.h"

enum { DEFAULT_WIDTH_PX = 1280, DEFAULT_HEIGHT_PX = 720 };

// Rasterised strings may take twice the bytes of the frame: 16 MB at 1080p, 63 MB at 4K, at
// least 4 MB.
enum { TEXT_BYTES_PER_PX = 8, LEAST_TEXT_BYTES = 4 * 1024 * 1024 };

struct screen {
    struct window *window; // owned; NULL: headless
    struct waiter *waiter; // owned; when headless
    struct frame frame;    // owned; when headless
    struct frame check;    // owned; when verifying
    struct font_set *fonts;
    struct painter painter;
    struct damage damage;
    int width_mm, height_mm; // as told by the options
    bool verify;
    bool painted; // the frame holds a whole picture
};

struct frame screen_frame(struct screen *screen)
{
    return screen->window != NULL ? window_frame(screen->window) : screen->frame;
}

static bool open_output(struct screen *screen, const struct screen_options *options)
{
    int width_px = options->width_px > 0 ? options->width_px : DEFAULT_WIDTH_PX;
    int height_px = options->height_px > 0 ? options->height_px : DEFAULT_HEIGHT_PX;

    if (options->headless) {
        screen->waiter = waiter_create(NULL);
        if (!frame_init(&screen->frame, width_px, height_px)) {
            LOG_ERR("no picture of %dx%d px can be made: sides are 1 to 16384 px", width_px,
                    height_px);
            return false;
        }
        return screen->waiter != NULL;
    }
    screen->window = window_create(&(struct window_options){
        .windowed = options->windowed, .width_px = width_px, .height_px = height_px});
    return screen->window != NULL;
}

// Makes what depends on the size of the frame.
static bool fit(struct screen *screen)
{
    const struct frame frame = screen_frame(screen);

    damage_finish(&screen->damage);
    frame_finish(&screen->check);
    if (frame.pixels == NULL) {
        return false;
    }
    if (!damage_init(&screen->damage, frame.width_px, frame.height_px)) {
        damage_finish(&screen->damage);
        return false;
    }
    return !screen->verify || frame_init(&screen->check, frame.width_px, frame.height_px);
}

static size_t text_bytes(const struct frame *frame)
{
    size_t wanted = (size_t)frame->width_px * (size_t)frame->height_px * TEXT_BYTES_PER_PX;

    return wanted > LEAST_TEXT_BYTES ? wanted : LEAST_TEXT_BYTES;
}

struct screen *screen_create(const struct screen_options *options)
{
    struct screen *screen = calloc(1, sizeof *screen);

    if (screen == NULL) {
        return NULL;
    }
    screen->verify = options->verify;
    screen->width_mm = options->width_mm;
    screen->height_mm = options->height_mm;
    screen->fonts = font_set_create(options->font_dir);
    bool made = screen->fonts != NULL && open_output(screen, options) && fit(screen);
    if (made) {
        const struct frame frame = screen_frame(screen);
        made = paint_init(&screen->painter, screen->fonts, text_bytes(&frame));
    }
    if (!made) {
        screen_destroy(screen);
        screen = NULL;
    }
    return screen;
}

void screen_destroy(struct screen *screen)
{
    if (screen == NULL) {
        return;
    }
    damage_finish(&screen->damage);
    paint_finish(&screen->painter);
    frame_finish(&screen->check);
    frame_finish(&screen->frame);
    waiter_destroy(screen->waiter);
    window_destroy(screen->window);
    font_set_destroy(screen->fonts);
    free(screen);
}

void screen_size(const struct screen *screen, int *width_px, int *height_px)
{
    *width_px = screen->damage.width_px;
    *height_px = screen->damage.height_px;
}

bool screen_size_mm(const struct screen *screen, int *width_mm, int *height_mm)
{
    if (screen->width_mm > 0 && screen->height_mm > 0) {
        *width_mm = screen->width_mm;
        *height_mm = screen->height_mm;
        return true;
    }
    return screen->window != NULL && window_size_mm(screen->window, width_mm, height_mm);
}

const struct text_measure *screen_measure(struct screen *screen)
{
    return font_measure(screen->fonts);
}

// Damage that misses something is our bug; it is reported, and mended by what was painted
// to check.
static void check_parts(struct screen *screen, const struct frame *frame,
                        const struct draw_list *list)
{
    rect first = {0};

    paint_list(&screen->painter, &screen->check, list, frame_box(&screen->check));
    int64_t differs = frame_differs(frame, &screen->check, &first);
    if (differs > 0) {
        LOG_ERR("repaint missed %ld pixels, the first at %d,%d", (long)differs, first.x,
                first.y);
        damage_forget(&screen->damage);
    }
}

int64_t screen_show(struct screen *screen, const struct draw_list *list)
{
    rect areas[DAMAGE_RECTS];
    const struct frame frame = screen_frame(screen);
    int64_t painted = 0;

    if (frame.pixels == NULL || screen->damage.shown == NULL) {
        return 0;
    }
    int count = damage_find(&screen->damage, list, areas);
    for (int i = 0; i < count; i++) {
        paint_list(&screen->painter, &frame, list, areas[i]);
        painted += (int64_t)areas[i].w * areas[i].h;
    }
    screen->painted = true;
    if (screen->verify) {
        check_parts(screen, &frame, list);
    }
    if (screen->window != NULL && count > 0) {
        window_present(screen->window, areas, count);
    }
    return painted;
}

bool screen_save_png(struct screen *screen, const char *path)
{
    const struct frame frame = screen_frame(screen);

    return frame.pixels != NULL && png_save(&frame, path);
}

void screen_wait(struct screen *screen, int timeout_ms, struct news *news)
{
    if (screen->window == NULL) {
        *news = (struct news){0};
        waiter_wait(screen->waiter, timeout_ms);
        return;
    }
    window_wait(screen->window, timeout_ms, news);
    if (news->resized) {
        screen->painted = false;
        if (!fit(screen)) {
            LOG_ERR("the screen changed its size and cannot be painted any more");
            news->quit = true;
        }
    } else if (news->lost && screen->painted) {
        // The frame itself is ours and whole; only what the panel had of it is gone.
        const struct frame frame = screen_frame(screen);
        const rect all = frame_box(&frame);
        window_present(screen->window, &all, 1);
    }
}

void screen_wake(struct screen *screen)
{
    if (screen->window != NULL) {
        window_wake(screen->window);
    } else {
        waiter_wake(screen->waiter);
    }
}
