#define LOG_MODULE "screen"
#include "screen/screen.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/log.h"
#include "screen/damage.h"
#include "screen/driver.h"
#include "screen/paint.h"
#include "screen/png.h"
#include "screen/waiter.h"

enum {
    DEFAULT_WIDTH_PX = 1280,
    DEFAULT_HEIGHT_PX = 720,
    LOOK_MS = 2000, // for a screen, while there is none
    PATIENCE_LOOKS =
        5, // before it is tried where none is seen, as on a desktop that starts
};

// Rasterised strings may take twice the bytes of the frame: 16 MB at 1080p, 63 MB at 4K, at
// least 4 MB.
enum { TEXT_BYTES_PER_PX = 8, LEAST_TEXT_BYTES = 4 * 1024 * 1024 };

struct screen {
    pthread_mutex_t mutex; // of window and waiter, for whoever wakes from another thread
    struct window *window; // owned; NULL: headless, or there is no screen yet
    struct waiter *waiter; // owned; NULL as long as there always was a window
    struct frame frame;    // owned; while there is no window
    struct window_options wanted;
    bool headless;
    int looks;          // for a screen, since it was last tried to open a window
    struct frame check; // owned; when verifying
    struct font_set *fonts;
    struct painter painter;
    struct damage damage;
    int width_mm, height_mm; // as told by the options
    bool verify;
    int missed;   // frames; when verifying
    bool painted; // the frame holds a whole picture
};

struct frame screen_frame(struct screen *screen)
{
    return screen->window != NULL ? window_frame(screen->window) : screen->frame;
}

// Opening takes long, and nobody who only wakes may wait for it.
static void set_output(struct screen *screen, struct window *window, struct waiter *waiter)
{
    pthread_mutex_lock(&screen->mutex);
    screen->window = window;
    screen->waiter = waiter;
    pthread_mutex_unlock(&screen->mutex);
}

static void close_window(struct screen *screen)
{
    struct window *window = screen->window;

    set_output(screen, NULL, screen->waiter);
    window_destroy(window);
}

static void open_window(struct screen *screen)
{
    set_output(screen, window_create(&screen->wanted), screen->waiter);
}

// Without a window: the picture is made all the same.
static bool go_blind(struct screen *screen)
{
    if (screen->waiter == NULL) {
        set_output(screen, NULL, waiter_create(NULL));
    }
    if (!frame_init(&screen->frame, screen->wanted.width_px, screen->wanted.height_px)) {
        LOG_ERR("no picture of %dx%d px can be made: sides are 1 to 16384 px",
                screen->wanted.width_px, screen->wanted.height_px);
        return false;
    }
    if (!screen->headless) {
        LOG_WARN("there is no screen; the wall shows as soon as one is plugged in");
    }
    return screen->waiter != NULL;
}

static bool open_output(struct screen *screen, const struct screen_options *options)
{
    int width_px = options->width_px > 0 ? options->width_px : DEFAULT_WIDTH_PX;
    int height_px = options->height_px > 0 ? options->height_px : DEFAULT_HEIGHT_PX;

    screen->wanted = (struct window_options){.windowed = options->windowed,
                                             .locked = options->locked,
                                             .turn = options->turn,
                                             .width_px = width_px,
                                             .height_px = height_px,
                                             .power_command = options->power_command};
    screen->headless = options->headless;
    if (!options->headless) {
        open_window(screen);
    }
    if (screen->window != NULL) {
        return true;
    }
    return (options->headless || options->locked) && go_blind(screen);
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
    pthread_mutex_init(&screen->mutex, NULL);
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
    pthread_mutex_destroy(&screen->mutex);
    free(screen);
}

bool screen_present(const struct screen *screen)
{
    return screen->window != NULL;
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
        screen->missed++;
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
    if (screen->verify && count > 0) {
        check_parts(screen, &frame, list);
    }
    if (screen->window != NULL && count > 0) {
        window_present(screen->window, areas, count);
    }
    return painted;
}

int screen_missed(const struct screen *screen)
{
    return screen->missed;
}

void screen_power(struct screen *screen, bool on)
{
    if (screen->window != NULL) {
        window_power(screen->window, on);
    }
}

bool screen_save_png(struct screen *screen, const char *path)
{
    const struct frame frame = screen_frame(screen);

    return frame.pixels != NULL && png_save(&frame, path);
}

// The frame is another one: all of it has to be painted.
static void refit(struct screen *screen, struct news *news)
{
    screen->painted = false;
    news->resized = true;
    news->woken = true; // one that came meanwhile found nobody
    if (!fit(screen)) {
        LOG_ERR("the screen changed its size and cannot be painted any more");
        news->quit = true;
    }
}

// Opens the window when a screen is there now.
static void look_for_screen(struct screen *screen, struct news *news)
{
    screen->looks++;
    if (!driver_may_find(screen->looks >= PATIENCE_LOOKS)) {
        return;
    }
    screen->looks = 0;
    open_window(screen);
    if (screen->window != NULL) {
        LOG_INFO("there is a screen");
        frame_finish(&screen->frame);
        refit(screen, news);
    }
}

static void wait_blind(struct screen *screen, int timeout_ms, struct news *news)
{
    bool looks = !screen->headless;

    *news = (struct news){0};
    waiter_wait(screen->waiter,
                looks && (timeout_ms < 0 || timeout_ms > LOOK_MS) ? LOOK_MS : timeout_ms);
    if (looks) {
        news->quit = driver_asked_to_stop();
        look_for_screen(screen, news);
    }
}

// Another screen is driven in its own way: everything is made anew, as at the start.
static void reopen(struct screen *screen, struct news *news)
{
    LOG_WARN("a screen was plugged in");
    close_window(screen);
    open_window(screen);
    if (screen->window == NULL && !go_blind(screen)) {
        news->quit = true;
        return;
    }
    refit(screen, news);
}

void screen_wait(struct screen *screen, int timeout_ms, struct news *news)
{
    if (screen->window == NULL) {
        wait_blind(screen, timeout_ms, news);
        return;
    }
    window_wait(screen->window, timeout_ms, news);
    if (news->replugged) {
        reopen(screen, news);
    } else if (news->resized) {
        refit(screen, news);
    } else if (news->lost && screen->painted) {
        // The frame itself is ours and whole; only what the panel had of it is gone.
        const struct frame frame = screen_frame(screen);
        const rect all = frame_box(&frame);
        window_present(screen->window, &all, 1);
    }
}

void screen_wake(struct screen *screen)
{
    pthread_mutex_lock(&screen->mutex);
    if (screen->window != NULL) {
        window_wake(screen->window);
    } else if (screen->waiter != NULL) {
        waiter_wake(screen->waiter);
    }
    pthread_mutex_unlock(&screen->mutex);
}
