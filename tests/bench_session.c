// What a frame costs on every screen of a board, in copies of the frame (memcpy) made in the
// same run: the draw list alone, a step of scrolling, one touched element, everything.
//   bench_session SHARE [WIDTH HEIGHT]
// A line per figure: its name, microseconds and copies, separated by tabs.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/env.h"
#include "screen/screen.h"
#include "session.h"
#include "share/share.h"

enum { ROUNDS = 31, WARM = 4, STEP_PX = 12, DAY_MS = 24 * 3600 * 1000 };

struct bench {
    int width_px, height_px;
    struct screen *screen;
    struct session session;
    int64_t mono_ms, clock_ms;
    uint32_t *frame, *copy;
    double copy_us;
};

static double now_us(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static int by_value(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;

    return (left > right) - (left < right);
}

static double median_us(struct bench *bench, void (*work)(struct bench *, int))
{
    double times[ROUNDS];

    for (int i = 0; i < WARM; i++) { // fills the caches, both ways round
        work(bench, i);
    }
    for (int i = 0; i < ROUNDS; i++) {
        double start = now_us();
        work(bench, i);
        times[i] = now_us() - start;
    }
    qsort(times, ROUNDS, sizeof *times, by_value);
    return times[ROUNDS / 2];
}

static void run_copy(struct bench *bench, int round)
{
    (void)round;
    memcpy(bench->copy, bench->frame, (size_t)bench->width_px * (size_t)bench->height_px * sizeof *bench->copy);
}

static void frame(struct bench *bench)
{
    session_tick(&bench->session, bench->mono_ms, bench->clock_ms);
    session_draw(&bench->session, bench->mono_ms, bench->clock_ms);
    screen_show(bench->screen, &bench->session.list);
}

static void run_list(struct bench *bench, int round)
{
    (void)round;
    bench->session.dirty = true;
    session_draw(&bench->session, bench->mono_ms, bench->clock_ms);
}

static void run_whole(struct bench *bench, int round)
{
    bench->session.ui.dark = round % 2 == 0;
    bench->session.dirty = true;
    frame(bench);
}

// A finger that comes and goes on the first thing that answers.
static void run_touch(struct bench *bench, int round)
{
    const struct draw_list *list = &bench->session.list;
    size_t i = 0;

    while (i + 1 < list->element_count && (rect_empty(list->elements[i].hit) || list->elements[i].tap.kind == INTENT_NONE)) {
        i++;
    }
    bench->session.ui.pressed_x = round % 2 == 0 ? list->elements[i].hit.x + 1 : -1;
    bench->session.ui.pressed_y = round % 2 == 0 ? list->elements[i].hit.y + 1 : -1;
    bench->session.dirty = true;
    frame(bench);
}

static void run_scroll(struct bench *bench, int round)
{
    const struct sample wheel = {.kind = SAMPLE_WHEEL, .at_ms = bench->mono_ms, .y_px = STEP_PX};

    (void)round;
    session_feed(&bench->session, &wheel);
    frame(bench);
}

static void measure(struct bench *bench, const char *what, const char *screen, void (*work)(struct bench *, int))
{
    double us = median_us(bench, work);

    printf("%s %s\t%.1f\t%.2f\n", what, screen, us, us / bench->copy_us);
}

// The screens with what is open on them; `select` stands for the first of its kind.
static void open_screen(struct bench *bench, enum screen_id screen)
{
    const struct board *board = session_board(&bench->session);
    struct ui *ui = &bench->session.ui;
    char select[sizeof ui->here.select] = "";

    if (screen == SCREEN_CELL) {
        snprintf(select, sizeof select, "%.30s/%.30s", board->ambitions[0].code, board->columns[0].id);
    } else if (screen == SCREEN_AMBITION) {
        snprintf(select, sizeof select, "%.60s", board->ambitions[0].code);
    } else if (screen == SCREEN_COLUMN) {
        snprintf(select, sizeof select, "%.60s", board->columns[0].id);
    } else if (screen == SCREEN_CARD) {
        snprintf(select, sizeof select, "%.60s", board->actions[board->action_count - 1].code);
    }
    ui_home(ui, bench->mono_ms);
    ui->here.screen = screen;
    memcpy(ui->here.select, select, sizeof select);
    scroll_to(&bench->session.scroll, 0);
    if (screen == SCREEN_SEARCH) {
        snprintf(ui->query, sizeof ui->query, "school");
        field_set(&bench->session.keyboard.field, ui->query);
    }
    ui->touched_ms = ui->paused_until_ms = bench->mono_ms;
    bench->session.dirty = true;
    frame(bench);
}

static void measure_screen(struct bench *bench, enum screen_id screen)
{
    const char *name = screen_name(screen);

    open_screen(bench, screen);
    measure(bench, "list", name, run_list);
    measure(bench, "whole", name, run_whole);
    bench->session.ui.dark = false;
    measure(bench, "touch", name, run_touch);
    bench->session.ui.pressed_x = bench->session.ui.pressed_y = -1;
    if (bench->session.scroll.limit_px > (ROUNDS + WARM) * STEP_PX) {
        measure(bench, "scroll", name, run_scroll);
    }
}

static bool bench_open(struct bench *bench, const char *share, const struct env *env)
{
    struct panel panel = {.width_px = bench->width_px, .height_px = bench->height_px};
    struct screen_options wanted = {.headless = true, .width_px = panel.width_px, .height_px = panel.height_px};
    size_t bytes = (size_t)panel.width_px * (size_t)panel.height_px * sizeof(uint32_t);

    bench->clock_ms = env->now_ms(env->context);
    bench->frame = malloc(bytes);
    bench->copy = malloc(bytes);
    bench->screen = screen_create(&wanted);
    if (bench->frame == NULL || bench->copy == NULL || bench->screen == NULL) {
        return false;
    }
    memset(bench->frame, 1, bytes);
    session_init(&bench->session, panel, screen_measure(bench->screen), bench->mono_ms);
    struct board_set *set = share_load(share, env);
    if (set == NULL) {
        return false;
    }
    session_take(&bench->session, set, bench->mono_ms);
    return session_board(&bench->session) != NULL;
}

int main(int argc, char **argv)
{
    struct bench bench = {.width_px = 1920, .height_px = 1080, .mono_ms = DAY_MS};
    bool open = false;

    if (argc != 2 && argc != 4) {
        fprintf(stderr, "bench_session SHARE [WIDTH HEIGHT]\n");
        return 2;
    }
    if (argc == 4) {
        bench.width_px = (int)strtol(argv[2], NULL, 10);
        bench.height_px = (int)strtol(argv[3], NULL, 10);
    }
    open = bench_open(&bench, argv[1], env_system());
    if (open) {
        bench.copy_us = median_us(&bench, run_copy);
        printf("copy frame\t%.1f\t1.00\n", bench.copy_us);
        for (int screen = 0; screen < SCREEN_COUNT; screen++) {
            measure_screen(&bench, (enum screen_id)screen);
        }
    }
    session_finish(&bench.session);
    screen_destroy(bench.screen);
    free(bench.frame);
    free(bench.copy);
    return open ? 0 : 1;
}
