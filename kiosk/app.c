#include "app.h"

#define LOG_MODULE "app"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/log.h"
#include "base/notify.h"
#include "beat.h"
#include "options.h"
#include "screen/console.h"
#include "screen/screen.h"
#include "session.h"
#include "share/keeper.h"
#include "touch/record.h"

enum { PATH_SIZE = 1024, PATIENCE_MS = 150 };

// Everything there is, owned here.
struct app {
    struct options options;
    struct clock_env clock;
    const struct env *env;
    struct screen *screen;
    struct keeper *keeper;
    struct session session;
    struct ahead_wish wish; // as the keeper was told
    FILE *trace;            // a line per frame, or NULL
    FILE *record;           // the touches, or NULL
    struct recorder recorder;
    struct beat beat;
    int64_t woke_us;  // when the step began that is under way
    int64_t frame_us; // of the last frame: made, painted, presented
    int64_t frame_pixels;
    int64_t patient_until_ms; // nothing is drawn until then while there is no board
    int64_t watchdog_ms;      // how often the service manager wants to hear of us; 0: never
    int64_t watchdog_next_ms;
    bool quit, told;
    bool ready, present; // as the service manager was told
};

static int64_t app_mono_ms(const struct app *app)
{
    return app->env->mono_ms(app->env->context);
}

static int64_t app_clock_ms(const struct app *app)
{
    return app->env->now_ms(app->env->context);
}

static int64_t now_us(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * INT64_C(1000000) + now.tv_nsec / 1000;
}

// The size in millimetres comes from the options, else from the panel, else it is assumed.
static struct panel app_panel(const struct app *app)
{
    struct panel panel = app->options.panel;

    screen_size(app->screen, &panel.width_px, &panel.height_px);
    int width_mm = 0;
    int height_mm = 0;
    if (panel.width_mm <= 0 && !app->options.windowed &&
        screen_size_mm(app->screen, &width_mm, &height_mm)) {
        panel.width_mm = width_mm;
        panel.height_mm = height_mm;
    }
    return panel;
}

static const char *state_dir(const struct app *app, char path[PATH_SIZE])
{
    const char *xdg = getenv("XDG_STATE_HOME");
    const char *home = getenv("HOME");

    if (app->options.state != NULL) {
        return app->options.state;
    }
    if (xdg != NULL && xdg[0] == '/') {
        snprintf(path, PATH_SIZE, "%s/regiebord", xdg);
    } else {
        snprintf(path, PATH_SIZE, "%s/.local/state/regiebord", home == NULL ? "." : home);
    }
    return path;
}

static void app_wake(void *context)
{
    struct app *app = context;

    screen_wake(app->screen);
}

// Takes `text` over; "" is nothing to keep any more, NULL no news.
static void app_keep(struct app *app, const char *key, char *text)
{
    if (text != NULL) {
        keeper_keep(app->keeper, key, text[0] == '\0' ? NULL : text);
        free(text);
    }
}

static void app_recall(struct app *app)
{
    char *drafts = keeper_kept(app->keeper, SESSION_DRAFTS);
    char *waits = keeper_kept(app->keeper, SESSION_WAITS);

    session_recall(&app->session, drafts, waits);
    free(drafts);
    free(waits);
}

static bool app_init(struct app *app)
{
    char state[PATH_SIZE];
    struct screen_options wanted = {.windowed = app->options.windowed,
                                    .width_px = app->options.panel.width_px,
                                    .height_px = app->options.panel.height_px,
                                    .locked = app->options.locked,
                                    .turn = app->options.turn,
                                    .power_command = app->options.power_command,
                                    .verify = app->options.check,
                                    .font_dir = app->options.fonts};

    if (app->options.locked) {
        console_ignore_signals();
        console_take();
    }
    app->watchdog_ms = notify_watchdog_ms();
    app->env = options_env(&app->options, env_system(), false, &app->clock);
    if (app->options.trace != NULL &&
        (app->trace = fopen(app->options.trace, "w")) == NULL) {
        LOG_ERR("cannot write the trace %s", app->options.trace);
        return false;
    }
    if (app->options.record != NULL &&
        (app->record = fopen(app->options.record, "w")) == NULL) {
        LOG_ERR("cannot write the touches to %s", app->options.record);
        return false;
    }
    if (app->options.windowed && wanted.width_px == 0) {
        wanted.width_px = 1280;
        wanted.height_px = 720;
    }
    app->screen = screen_create(&wanted);
    if (app->screen == NULL) {
        return false;
    }
    session_init(&app->session, app_panel(app), screen_measure(app->screen),
                 app_mono_ms(app));
    options_place(&app->options, &app->session.ui);
    app->session.curtain.hours = app->options.curtain;
    app->session.gate.room_pin = app->options.pin;
    app->session.orbit.on = !app->options.windowed;
    struct keeper_options keep = {.share_dir = app->options.share,
                                  .state_dir = state_dir(app, state),
                                  .env = app->env,
                                  .config_faults = (size_t)app->options.settings.faults,
                                  .config_fault = app->options.settings.first,
                                  .wake = app_wake,
                                  .wake_context = app};
    app->keeper = keeper_start(&keep);
    app->patient_until_ms = app_mono_ms(app) + PATIENCE_MS;
    if (app->record != NULL) {
        const struct panel *panel = &app->session.metrics.panel;
        recorder_begin(&app->recorder, app->record, panel->width_px, panel->height_px);
    }
    if (app->keeper != NULL) {
        app_recall(app);
    }
    return app->keeper != NULL;
}

static void app_finish(struct app *app)
{
    if (app->keeper != NULL) {
        session_rest(&app->session);
        app_keep(app, SESSION_DRAFTS, session_drafts(&app->session));
    }
    keeper_stop(app->keeper);
    session_finish(&app->session);
    screen_destroy(app->screen);
    console_leave();
    options_finish(&app->options);
    if (app->trace != NULL) {
        fclose(app->trace);
    }
    if (app->record != NULL) {
        fclose(app->record);
    }
}

// A line per presented frame: when, which screen, which set, how many pixels, what is the
// matter, which touches were on the disk and in the shared file by then, and how many
// microseconds it took since the wall woke.
static void app_trace(struct app *app, int64_t pixels)
{
    const struct board_set *set = app->session.set;

    if (app->trace == NULL || pixels == 0) {
        return;
    }
    fprintf(app->trace,
            "%" PRId64 "\t%s\t%" PRIu64 "\t%" PRId64 "\t%s\t%" PRIu64 "\t%" PRIu64
            "\t%" PRId64 "\n",
            app_mono_ms(app), screen_name(app->session.ui.here.screen),
            set != NULL ? set->generation : 0, pixels, set != NULL ? set->trouble : "",
            app->session.sync.saved, app->session.sync.shared, now_us() - app->woke_us);
    fflush(app->trace);
}

// How long the next frame has to wait. What a tap did is shown at once: only what moves
// brings one frame after the other.
static int64_t app_pause_us(const struct app *app, int64_t at_us)
{
    return session_moves(&app->session) ? beat_wait_us(&app->beat, at_us) : 0;
}

// When the next step is due. A board mostly comes sooner than anybody could read that it is
// being read, so the first picture waits for it a little: one painting less, and no flash
// of words.
static int app_timeout_ms(const struct app *app)
{
    int64_t mono_ms = app_mono_ms(app);
    int64_t until =
        session_deadline_ms(&app->session, mono_ms, app_clock_ms(app)) - mono_ms;

    if (until <= 0 && !session_owes(&app->session)) {
        until = (app_pause_us(app, now_us()) + 999) / 1000;
    }
    if (app->session.set == NULL && mono_ms < app->patient_until_ms) {
        until = app->patient_until_ms - mono_ms;
    }
    if (app->watchdog_ms > 0 && app->watchdog_next_ms - mono_ms < until) {
        until = app->watchdog_next_ms - mono_ms;
    }
    return until < 0 ? 0 : until > INT_MAX ? INT_MAX : (int)until;
}

// Tells the service manager that the wall is up and lives. Without a screen it is up as
// well: the sharing goes on, and starting again would bring none.
static void app_notify(struct app *app)
{
    int64_t mono_ms = app_mono_ms(app);
    bool present = screen_present(app->screen);

    if (!app->ready && (app->frame_pixels > 0 || !present)) {
        app->ready = true;
        notify_send("READY=1");
        app->present = !present; // so that it is told
    }
    if (app->ready && present != app->present) {
        app->present = present;
        notify_send(present ? "STATUS=The wall is on the screen."
                            : "STATUS=Waiting for a screen.");
    }
    if (app->watchdog_ms > 0 && mono_ms >= app->watchdog_next_ms) {
        notify_send("WATCHDOG=1");
        app->watchdog_next_ms = mono_ms + app->watchdog_ms;
    }
}

// Sleeps until something is to be done and takes in what came.
static void app_listen(struct app *app, struct news *news)
{
    screen_wait(app->screen, app_timeout_ms(app), news);
    app->woke_us = now_us();
    app->quit = app->quit || news->quit;
    if (news->resized) {
        session_resize(&app->session, app_panel(app));
    }
    for (int i = 0; i < news->count; i++) {
        if (app->record != NULL) {
            recorder_add(&app->recorder, &news->samples[i]);
        }
        session_feed(&app->session, &news->samples[i]);
    }
}

// The cost of the frame before, in the upper left corner, for whoever tunes a machine.
static void app_overlay(struct app *app)
{
    char words[96];
    struct draw_list *list = &app->session.list;
    const struct text_measure *measure = app->session.measure;
    int size = app->session.metrics.size_px[SIZE_HAND];
    int length = snprintf(
        words, sizeof words, "%.1f ms, %.1f %%", (double)app->frame_us / 1000.0,
        100.0 * (double)app->frame_pixels / ((double)list->width_px * list->height_px));
    int width =
        measure->width(measure->context, WEIGHT_REGULAR, size, words, (size_t)length);

    draw_fill(list, (rect){0, 0, width + size, size * 3 / 2}, 0x000000, 0);
    draw_text(list, size / 2, size * 11 / 10, width, WEIGHT_REGULAR, size, 0xFFFFFF, words,
              (size_t)length);
}

// Makes and shows the next frame when there is something new to see.
static void app_draw(struct app *app)
{
    int64_t began_us = now_us();

    if (app_pause_us(app, began_us) > 0 ||
        !session_draw(&app->session, app_mono_ms(app), app_clock_ms(app))) {
        return;
    }
    if (app->options.fps) {
        app_overlay(app);
    }
    app->frame_pixels = screen_show(app->screen, &app->session.list);
    app->frame_us = now_us() - began_us;
    if (app->frame_pixels > 0) {
        beat_shown(&app->beat, began_us);
    }
    app_trace(app, app->frame_pixels);
}

// A board that was asked for and is not there is said once; the first one is shown until it
// comes.
static void app_check_board(struct app *app, const struct board_set *set)
{
    const char *wanted = app->options.board;

    if (wanted == NULL || app->told || set->count == 0 ||
        board_set_find(set, wanted) != NULL) {
        return;
    }
    app->told = true;
    LOG_WARN("there is no board '%s' in %s; showing '%s'", wanted, app->options.share,
             set->boards[0].slug);
}

static void app_paper(struct app *app)
{
    char name[A4_NAME_BYTES];
    char *text = session_paper(&app->session, name);

    if (text != NULL) {
        keeper_paper(app->keeper, name, text);
        free(text);
    }
}

// What was touched goes to the keeper, and what it made of it comes back.
static void app_exchange(struct app *app)
{
    struct update *update = NULL;
    struct sync_state sync;

    while ((update = session_update(&app->session)) != NULL) {
        keeper_put(app->keeper, update);
    }
    app_paper(app);
    struct restore restore;
    app_keep(app, SESSION_DRAFTS, session_drafts(&app->session));
    app_keep(app, SESSION_WAITS, session_waits(&app->session));
    if (session_restore(&app->session, &restore)) {
        keeper_restore(app->keeper, restore.board, restore.at_ms, restore.author);
    }
    struct ahead ahead;
    struct board_set *set = keeper_take(app->keeper, &ahead);
    if (set != NULL) {
        app_check_board(app, set);
        session_take(&app->session, set, app_mono_ms(app));
        session_take_ahead(&app->session, &ahead);
    }
    struct ahead_wish wish;
    session_wish(&app->session, &wish);
    if (memcmp(&wish, &app->wish, sizeof wish) != 0) {
        app->wish = wish;
        keeper_wish(app->keeper, &wish);
    }
    int64_t past_ms;
    if (session_past_wish(&app->session, &past_ms)) {
        keeper_ask_past(app->keeper, past_ms);
    }
    session_take_past(&app->session, keeper_take_past(app->keeper, &past_ms), past_ms);
    if (keeper_sync(app->keeper, &sync)) {
        session_sync(&app->session, &sync);
    }
}

// The picture of design: samples and boards in, changes and one drawing out.
static void app_step(struct app *app, struct news *news)
{
    app_listen(app, news);
    app_exchange(app);
    session_tick(&app->session, app_mono_ms(app), app_clock_ms(app));
    if (app->session.set != NULL || app_mono_ms(app) >= app->patient_until_ms) {
        app_draw(app);
    }
    app_notify(app);
    screen_power(app->screen, !session_asleep(&app->session));
}

int run_command(int argc, char **argv)
{
    struct app app = {0};
    struct news *news = calloc(1, sizeof *news);
    int result = EXIT_FAILED;

    if (!options_read(&app.options, argc, argv)) {
        options_finish(&app.options);
        free(news);
        return EXIT_USAGE;
    }
    if (!app.options.curtain_told) {
        hours_read(CURTAIN_USUAL, &app.options.curtain);
    }
    if (app.options.share == NULL) {
        fprintf(stderr, "regiebord: run needs --share DIR, the folder that holds (or will "
                        "hold) board.sqlite\n");
        options_finish(&app.options);
        free(news);
        return EXIT_USAGE;
    }
    if (news != NULL && app_init(&app)) {
        while (!app.quit) {
            app_step(&app, news);
        }
        notify_send("STOPPING=1");
        result = screen_missed(app.screen) == 0 ? EXIT_FINE : EXIT_FAILED;
    }
    app_finish(&app);
    free(news);
    return result;
}
