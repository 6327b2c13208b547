#define LOG_MODULE "screen"
#include "screen/window.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#include <SDL.h>

#include "base/log.h"
#include "screen/driver.h"
#include "screen/event.h"
#include "screen/panel.h"
#include "screen/scanout.h"
#include "screen/power.h"
#include "screen/waiter.h"

static const char *const drm_dir = "/sys/class/drm";
static const char *const card_dir = "/dev/dri";
static const char *const input_dir = "/dev/input";

enum {
    DESK_WIDTH_PX = 1280,
    DESK_HEIGHT_PX = 720,
    MOST_AREAS = 64,
    // Where SDL does not sleep it must look for new devices itself; with what the keeper
    // and the watchdog need that is less than a wake-up a second.
    PLUG_CHECK_MS = 2000,
};

struct window {
    SDL_Window *window;      // owned; NULL where there is a scanout
    SDL_Surface *surface;    // SDL's; NULL: to be asked for again
    struct scanout *scanout; // owned; NULL where SDL shows the picture
    struct frame own; // of a scanout, or when the surface has another format or is turned
    struct event_state events;
    struct waiter *waiter; // owned; NULL where SDL sleeps itself
    Uint32 wake_type;
    struct power power;
    atomic_bool waking; // a wake is under way
    bool console, locked;
    enum turn turn;
    uint64_t plugged; // panel.identity of what it shows on
    bool gone;        // nothing is plugged in now
    int64_t plug_check_ms;
};

static int64_t now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool open_window(struct window *window, const struct window_options *options)
{
    rect box = {SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, options->width_px,
                options->height_px};
    Uint32 flags = SDL_WINDOW_ALLOW_HIGHDPI;
    SDL_DisplayMode mode;

    if (box.w <= 0 || box.h <= 0) {
        box.w = DESK_WIDTH_PX;
        box.h = DESK_HEIGHT_PX;
    }
    flags |= options->windowed ? SDL_WINDOW_RESIZABLE : SDL_WINDOW_FULLSCREEN_DESKTOP;
    // On a bare X server nobody makes the window as large as the screen for us.
    if (!options->windowed && SDL_GetDesktopDisplayMode(0, &mode) == 0) {
        box = (rect){0, 0, mode.w, mode.h};
    }
    window->window = SDL_CreateWindow("Regiebord", box.x, box.y, box.w, box.h, flags);
    if (window->window == NULL) {
        LOG_ERR("the window does not open: %s", SDL_GetError());
    }
    return window->window != NULL;
}

static bool open_scanout(struct window *window)
{
    int width_px = 0;
    int height_px = 0;

    window->scanout = scanout_open(card_dir, window->turn);
    if (window->scanout == NULL) {
        return false;
    }
    scanout_size(window->scanout, &width_px, &height_px);
    if (!frame_init(&window->own, width_px, height_px)) {
        LOG_ERR("no memory for a picture of %dx%d", width_px, height_px);
        return false;
    }
    window->events.width_px = width_px;
    window->events.height_px = height_px;
    window->events.scale = 1;
    return true;
}

struct window *window_create(const struct window_options *options)
{
    if (!driver_start(options->locked)) {
        return NULL;
    }
    struct window *window = calloc(1, sizeof *window);
    bool made = false;
    if (window == NULL) {
        goto out;
    }
    window->console = driver_is_console();
    window->locked = options->locked;
    window->turn = window->events.turn = options->turn;
    window->plugged = panel_find(drm_dir).identity;
    bool open = driver_is_bare() ? open_scanout(window) : open_window(window, options);
    power_init(&window->power, options->power_command, window->scanout);
    if (!open) {
        goto out;
    }
    if (!driver_sleeps()) {
        window->waiter = waiter_create(window->console ? input_dir : NULL);
        if (window->waiter == NULL) {
            goto out;
        }
    }
    window->wake_type = SDL_RegisterEvents(1);
    if (window->console || !options->windowed) {
        SDL_ShowCursor(SDL_DISABLE);
    }
    made = window_frame(window).pixels != NULL;
out:
    if (!made && window != NULL) {
        window_destroy(window);
        window = NULL;
    } else if (!made) {
        driver_stop();
    }
    return window;
}

void window_destroy(struct window *window)
{
    if (window == NULL) {
        return;
    }
    power_finish(&window->power, window->window, now_ms());
    waiter_destroy(window->waiter);
    scanout_close(window->scanout);
    frame_finish(&window->own);
    if (window->window != NULL) {
        SDL_DestroyWindow(window->window);
    }
    free(window);
    driver_stop();
}

// 0xXXRRGGBB: what the painter writes is what SDL shows, without a copy.
static bool is_ours(const SDL_Surface *surface)
{
    Uint32 format = surface->format->format;

    return (format == SDL_PIXELFORMAT_RGB888 || format == SDL_PIXELFORMAT_ARGB8888) &&
           surface->pitch % 4 == 0;
}

// Asks for the surface again after a change of size.
static void fetch_surface(struct window *window)
{
    int width = 0;
    int height = 0;

    window->surface = SDL_GetWindowSurface(window->window);
    frame_finish(&window->own);
    if (window->surface == NULL) {
        LOG_ERR("the window gives no picture to paint in: %s. Are libegl1, libgles2 and "
                "libgl1-mesa-dri installed, and is SDL_FRAMEBUFFER_ACCELERATION not set?",
                SDL_GetError());
        return;
    }
    bool swaps = turn_swaps(window->turn);
    int across = swaps ? window->surface->h : window->surface->w;
    int down = swaps ? window->surface->w : window->surface->h;
    if ((window->turn != TURN_NONE || !is_ours(window->surface)) &&
        !frame_init(&window->own, across, down)) {
        LOG_ERR("no memory for a picture of %dx%d", across, down);
        window->surface = NULL;
        return;
    }
    SDL_GetWindowSize(window->window, &width, &height);
    window->events.width_px = across;
    window->events.height_px = down;
    window->events.scale = width > 0 ? (float)window->surface->w / (float)width : 1;
}

struct frame window_frame(struct window *window)
{
    if (window->surface == NULL && window->scanout == NULL) {
        fetch_surface(window);
    }
    if (window->surface == NULL || window->own.pixels != NULL) { // ours, or none
        return window->own;
    }
    return (struct frame){.pixels = window->surface->pixels,
                          .width_px = window->surface->w,
                          .height_px = window->surface->h,
                          .stride_px = window->surface->pitch / 4};
}

// From our frame to the surface, whose part `to` shows `area` of the frame.
static void convert(const struct window *window, rect area, SDL_Rect to)
{
    SDL_Surface *surface = window->surface;
    char *pixels = (char *)surface->pixels + (size_t)to.y * (size_t)surface->pitch +
                   (size_t)to.x * surface->format->BytesPerPixel;
    struct frame turned;

    if (is_ours(surface)) {
        turn_copy(window->turn, &window->own, area, surface->pixels, surface->pitch);
        return;
    }
    if (!frame_init(&turned, to.w, to.h)) {
        LOG_WARN("no memory for a part of the picture");
        return;
    }
    const struct frame part = {.pixels = frame_row(&window->own, area.y) + area.x,
                               .width_px = area.w,
                               .height_px = area.h,
                               .stride_px = window->own.stride_px};
    turn_copy(window->turn, &part, frame_box(&part), turned.pixels, turned.stride_px * 4);
    SDL_ConvertPixels(to.w, to.h, SDL_PIXELFORMAT_RGB888, turned.pixels,
                      turned.stride_px * 4, surface->format->format, pixels,
                      surface->pitch);
    frame_finish(&turned);
}

// The areas that lie in the frame at all, in `kept`; returns how many.
static int meet_frame(const struct frame *frame, const rect *areas, int count,
                      rect kept[MOST_AREAS])
{
    int found = 0;

    for (int i = 0; i < count && i < MOST_AREAS && frame->pixels != NULL; i++) {
        kept[found] = rect_meet(areas[i], frame_box(frame));
        found += !rect_empty(kept[found]);
    }
    return found;
}

static void present_surface(struct window *window, const struct frame *frame,
                            const rect *areas, int count)
{
    SDL_Rect rects[MOST_AREAS];

    for (int i = 0; i < count; i++) {
        rect to = turn_rect(window->turn, frame->width_px, frame->height_px, areas[i]);
        rects[i] = (SDL_Rect){to.x, to.y, to.w, to.h};
        if (window->own.pixels != NULL) {
            convert(window, areas[i], rects[i]);
        }
    }
    if (SDL_UpdateWindowSurfaceRects(window->window, rects, count) != 0) {
        LOG_WARN("the screen was not updated: %s", SDL_GetError());
    }
}

void window_present(struct window *window, const rect *areas, int count)
{
    rect kept[MOST_AREAS];
    const struct frame frame = window_frame(window);
    int found = meet_frame(&frame, areas, count, kept);

    if (found > 0 && window->scanout != NULL) {
        scanout_present(window->scanout, &frame, kept, found);
    } else if (found > 0) {
        present_surface(window, &frame, kept, found);
    }
}

void window_power(struct window *window, bool on)
{
    bool was_off = window->power.off;

    power_set(&window->power, window->window, on, now_ms());
    if (on && was_off) {
        // What was presented while it was off may not have come through.
        const rect all = {0, 0, window->events.width_px, window->events.height_px};
        window_present(window, &all, 1);
    }
}

// Of the whole panel, as it was made.
static bool panel_mm(int *width_mm, int *height_mm)
{
    struct panel panel = panel_find(drm_dir);

    *width_mm = panel.width_mm;
    *height_mm = panel.height_mm;
    return panel.width_mm > 0;
}

// Of what the window covers of the panel, as the panel was made.
static bool covered_mm(const struct window *window, int *width_mm, int *height_mm)
{
    struct panel panel = panel_find(drm_dir);
    int display = SDL_GetWindowDisplayIndex(window->window);
    SDL_DisplayMode mode;
    float x_dpi = 0;
    float y_dpi = 0;

    // The frame's share of the panel; both in the units of the desktop.
    if (panel.width_mm > 0 && SDL_GetDesktopDisplayMode(display, &mode) == 0 &&
        mode.w > 0) {
        bool turned = (mode.w > mode.h) != (panel.width_mm > panel.height_mm);
        int across_mm = turned ? panel.height_mm : panel.width_mm;
        int down_mm = turned ? panel.width_mm : panel.height_mm;
        int width = 0;
        int height = 0;
        SDL_GetWindowSize(window->window, &width, &height);
        *width_mm = across_mm * width / mode.w;
        *height_mm = down_mm * height / mode.h;
        return true;
    }
    // 96 is what a server says that does not know.
    bool told = SDL_GetDisplayDPI(display, NULL, &x_dpi, &y_dpi) == 0 && x_dpi > 20 &&
                y_dpi > 20 && x_dpi < 1000 && (x_dpi < 95.5f || x_dpi > 96.5f);
    if (told) {
        *width_mm = (int)((float)window->surface->w * 25.4f / x_dpi + .5f);
        *height_mm = (int)((float)window->surface->h * 25.4f / y_dpi + .5f);
    }
    return told;
}

bool window_size_mm(const struct window *window, int *width_mm, int *height_mm)
{
    int across_mm = 0;
    int down_mm = 0;
    bool swaps = turn_swaps(window->turn);
    bool known = window->scanout != NULL
                     ? panel_mm(&across_mm, &down_mm)
                     : window->surface != NULL && covered_mm(window, &across_mm, &down_mm);

    if (known) {
        *width_mm = swaps ? down_mm : across_mm;
        *height_mm = swaps ? across_mm : down_mm;
    }
    return known;
}

static void take_window_event(struct window *window, const SDL_WindowEvent *event,
                              struct news *news)
{
    if (event->event == SDL_WINDOWEVENT_SIZE_CHANGED) {
        window->surface = NULL;
        news->resized = true;
        news->lost = true;
    } else if (event->event == SDL_WINDOWEVENT_EXPOSED ||
               event->event == SDL_WINDOWEVENT_RESTORED ||
               event->event == SDL_WINDOWEVENT_SHOWN) {
        news->lost = true;
    }
}

// The way out for who has a keyboard, also where no window manager closes windows. A kiosk
// has none; it ends when its service is stopped, which SDL tells the same way as a closed
// window.
static bool is_goodbye(const struct window *window, const SDL_Event *event)
{
    return event->type == SDL_QUIT ||
           (event->type == SDL_KEYDOWN && !window->locked &&
            event->key.keysym.sym == SDLK_q && (event->key.keysym.mod & KMOD_CTRL) != 0);
}

static void take_event(struct window *window, const SDL_Event *event, struct news *news)
{
    if (event->type == window->wake_type) {
        atomic_store(&window->waking, false);
        news->woken = true;
    } else if (is_goodbye(window, event)) {
        news->quit = true;
    } else if (event->type == SDL_RENDER_TARGETS_RESET ||
               event->type == SDL_RENDER_DEVICE_RESET) {
        news->lost = true;
    } else if (event->type == SDL_WINDOWEVENT) {
        take_window_event(window, &event->window, news);
    } else if (event->type == SDL_FINGERDOWN) {
        SDL_ShowCursor(SDL_DISABLE);
    }
    if (event_sample(&window->events, event, now_ms(), &news->samples[news->count])) {
        news->count++;
    }
}

static void take_events(struct window *window, struct news *news)
{
    SDL_Event event;

    while (news->count < NEWS_SAMPLES && SDL_PollEvent(&event) != 0) {
        take_event(window, &event, news);
    }
}

// SDL's own wait, or ours where it would look a thousand times a second.
static void sleep_for_event(struct window *window, int timeout_ms, struct news *news)
{
    SDL_Event event;

    if (window->waiter == NULL) {
        if (SDL_WaitEventTimeout(&event, timeout_ms < 0 ? -1 : timeout_ms) != 0) {
            take_event(window, &event, news);
        }
        return;
    }
    bool check = window->console && (timeout_ms < 0 || timeout_ms > PLUG_CHECK_MS);
    waiter_wait(window->waiter, check ? PLUG_CHECK_MS : timeout_ms);
}

// Where SDL sleeps the wake comes as an event; elsewhere it is noticed here, also while
// fingers keep the wall from sleeping at all.
static void take_wake(struct window *window, struct news *news)
{
    if (window->waiter != NULL && atomic_exchange(&window->waking, false)) {
        news->woken = true;
    }
}

// The console is not told that a screen was pulled out or plugged in. While none is there
// everything goes on as it was: one that sleeps may say that it is gone, and wakes up when
// it gets a picture.
static bool replugged(struct window *window)
{
    if (!window->console || now_ms() < window->plug_check_ms) {
        return false;
    }
    window->plug_check_ms = now_ms() + PLUG_CHECK_MS;
    uint64_t identity = panel_find(drm_dir).identity;
    bool again = identity != 0 && (window->gone || identity != window->plugged);
    if (identity == 0 && !window->gone) {
        LOG_WARN("the screen was unplugged, or sleeps");
    }
    window->gone = identity == 0;
    return again;
}

void window_wait(struct window *window, int timeout_ms, struct news *news)
{
    news->count = 0;
    news->quit = false;
    news->replugged = replugged(window);
    news->resized = false;
    news->lost = false;
    news->woken = false;
    timeout_ms = power_step(&window->power, timeout_ms, now_ms());
    take_events(window, news);
    take_wake(window, news);
    bool idle =
        news->count == 0 && !news->replugged && !news->quit && !news->lost && !news->woken;
    if (idle && timeout_ms != 0) {
        sleep_for_event(window, timeout_ms, news);
        take_events(window, news);
        take_wake(window, news);
    }
}

void window_wake(struct window *window)
{
    // One wake on its way is enough: SDL's queue is not filled by a busy thread.
    if (atomic_exchange(&window->waking, true)) {
        return;
    }
    if (window->waiter != NULL) {
        waiter_wake(window->waiter);
        return;
    }
    SDL_Event event = {.user = {.type = window->wake_type}};
    if (SDL_PushEvent(&event) != 1) {
        atomic_store(&window->waking, false); // the queue is full: it is awake already
    }
}
