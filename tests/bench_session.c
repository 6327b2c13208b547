// What a frame costs on every screen of a board, in copies of the frame (memcpy) made in
// the same run: the draw list alone, a step of scrolling, one touched element, everything.
//   bench_session SHARE [WIDTH HEIGHT]
//   bench_session --actions N [WIDTH HEIGHT]
// The second makes a board of that size itself (big_fixture.h, ten changes per action) and
// hands it over without a file, for a shared file has limits (store/limits.h). `take` is
// what the wall does in its own thread when a set comes: up to the frame that shows it. A
// line per figure: its name, microseconds and copies, separated by tabs.
#include <stdio.h>
#include <string.h>

#include "base/env.h"
#include "bench_time.h"
#include "big_fixture.h"
#include "screen/screen.h"
#include "session.h"
#include "share/share.h"

enum {
    ROUNDS = 31,
    LEAST = 5,
    MOST_US = 300000,
    TAKES = 3,
    WARM = 4,
    CHANGES = 10, // per action
    STEP_PX = 12,
    DAY_MS = 24 * 3600 * 1000
};

// What a set is built from.
struct source {
    struct filling filling;
    struct cell *cells; // owned, as is the next
    struct entry *entries;
    size_t cell_count, entry_count;
};

struct bench {
    int width_px, height_px;
    const char *share; // NULL: `source` is made into sets
    struct source *source;
    struct screen *screen;
    struct session session;
    int64_t mono_ms, clock_ms;
    uint32_t *frame, *copy;
    double copy_us;
};

// What a quarter of the rounds stays under: the others may have been disturbed.
static double quiet_us(struct bench *bench, void (*work)(struct bench *, int))
{
    double times[ROUNDS];

    for (int i = 0; i < WARM; i++) { // fills the caches, both ways round
        work(bench, i);
    }
    double begin = bench_now_us();
    size_t count = 0;
    while (count < ROUNDS && (count < LEAST || bench_now_us() - begin < MOST_US)) {
        double start = bench_now_us();
        work(bench, (int)count);
        times[count++] = bench_now_us() - start;
    }
    return bench_ranked_us(times, count, count / 4);
}

static int compare_keys(const struct share_edit *a, const struct share_edit *b)
{
    int order = strcmp(a->table, b->table);

    order = order != 0 ? order : strcmp(a->row, b->row);
    return order != 0 ? order : strcmp(a->column, b->column);
}

// By cell, and within it as they came.
static int by_cell(const void *left, const void *right)
{
    const struct share_edit *a = *(const struct share_edit *const *)left;
    const struct share_edit *b = *(const struct share_edit *const *)right;
    int order = compare_keys(a, b);

    return order != 0 ? order : (a > b) - (a < b);
}

static int by_time(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;

    return (a->at_ms > b->at_ms) - (a->at_ms < b->at_ms);
}

// One edit of a cell after `before` (NULL: the first): the cell says it now, and a report
// is history.
static void source_put(struct source *source, const struct share_edit *edit,
                       const struct share_edit *before)
{
    bool same = before != NULL && compare_keys(before, edit) == 0;
    bool reported = edit->at_ms != 0;

    source->cell_count += same ? 0 : 1;
    source->cells[source->cell_count - 1] = (struct cell){.table = edit->table,
                                                          .row = edit->row,
                                                          .column = edit->column,
                                                          .value = edit->value,
                                                          .at_ms = edit->at_ms,
                                                          .reported = reported};
    if (reported) {
        source->entries[source->entry_count++] =
            (struct entry){.at_ms = edit->at_ms,
                           .author = edit->author,
                           .device = "import",
                           .table = edit->table,
                           .row = edit->row,
                           .column = edit->column,
                           .value = edit->value,
                           .before = same ? before->value : NULL};
    }
}

static bool source_make(struct source *source, size_t actions, int64_t now_ms)
{
    struct filling *filling = &source->filling;
    bool made = filling_make(filling, actions, actions * CHANGES, now_ms);
    const struct share_edit **order = calloc(filling->count + 1, sizeof *order);

    source->cells = calloc(filling->count + 1, sizeof *source->cells);
    source->entries = calloc(filling->count + 1, sizeof *source->entries);
    made = made && order != NULL && source->cells != NULL && source->entries != NULL;
    for (size_t i = 0; made && i < filling->count; i++) {
        order[i] = &filling->edits[i];
    }
    if (made) {
        qsort(order, filling->count, sizeof *order, by_cell);
    }
    for (size_t i = 0; made && i < filling->count; i++) {
        source_put(source, order[i], i > 0 ? order[i - 1] : NULL);
    }
    if (made) {
        qsort(source->entries, source->entry_count, sizeof *source->entries, by_time);
    }
    free(order);
    return made;
}

static void source_finish(struct source *source)
{
    free(source->cells);
    free(source->entries);
    filling_finish(&source->filling);
}

static struct board_set *next_set(const struct bench *bench)
{
    const struct source *source = bench->source;

    return bench->share != NULL ? share_load(bench->share, env_system())
                                : board_set_build(source->cells, source->cell_count,
                                                  source->entries, source->entry_count);
}

static void run_copy(struct bench *bench, int round)
{
    (void)round;
    memcpy(bench->copy, bench->frame,
           (size_t)bench->width_px * (size_t)bench->height_px * sizeof *bench->copy);
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

    while (i + 1 < list->element_count && (rect_empty(list->elements[i].hit) ||
                                           list->elements[i].tap.kind == INTENT_NONE)) {
        i++;
    }
    bench->session.ui.pressed_x = round % 2 == 0 ? list->elements[i].hit.x + 1 : -1;
    bench->session.ui.pressed_y = round % 2 == 0 ? list->elements[i].hit.y + 1 : -1;
    bench->session.dirty = true;
    frame(bench);
}

static void run_scroll(struct bench *bench, int round)
{
    const struct sample wheel = {
        .kind = SAMPLE_WHEEL, .at_ms = bench->mono_ms, .y_px = STEP_PX};

    (void)round;
    session_feed(&bench->session, &wheel);
    frame(bench);
}

static void measure(struct bench *bench, const char *what, const char *screen,
                    void (*work)(struct bench *, int))
{
    double us = quiet_us(bench, work);

    printf("%s %s\t%.1f\t%.2f\n", what, screen, us, us / bench->copy_us);
}

// The screens with what is open on them; `select` stands for the first of its kind.
static void open_screen(struct bench *bench, enum screen_id screen)
{
    const struct board *board = session_board(&bench->session);
    struct ui *ui = &bench->session.ui;
    char select[sizeof ui->here.select] = "";

    if (screen == SCREEN_CELL) {
        snprintf(select, sizeof select, "%.30s/%.30s", board->ambitions[0].code,
                 board->columns[0].id);
    } else if (screen == SCREEN_AMBITION) {
        snprintf(select, sizeof select, "%.60s", board->ambitions[0].code);
    } else if (screen == SCREEN_COLUMN) {
        snprintf(select, sizeof select, "%.60s", board->columns[0].id);
    } else if (screen == SCREEN_CARD) {
        snprintf(select, sizeof select, "%.60s",
                 board->actions[board->action_count - 1].code);
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

// The same boards again, as after a change elsewhere.
static void measure_take(struct bench *bench)
{
    double times[TAKES];

    open_screen(bench, SCREEN_BOARD);
    for (int i = 0; i < TAKES; i++) {
        struct board_set *set = next_set(bench);
        double start = bench_now_us();
        session_take(&bench->session, set, bench->mono_ms);
        frame(bench);
        times[i] = bench_now_us() - start;
    }
    double us = bench_ranked_us(times, TAKES, TAKES / 2);
    printf("take set\t%.1f\t%.2f\n", us, us / bench->copy_us);
}

static bool bench_open(struct bench *bench, const struct env *env)
{
    struct panel panel = {.width_px = bench->width_px, .height_px = bench->height_px};
    struct screen_options wanted = {
        .headless = true, .width_px = panel.width_px, .height_px = panel.height_px};
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
    struct board_set *set = next_set(bench);
    if (set == NULL) {
        return false;
    }
    session_take(&bench->session, set, bench->mono_ms);
    return session_board(&bench->session) != NULL;
}

int main(int argc, char **argv)
{
    const struct env *env = env_system();
    struct source source = {0};
    struct bench bench = {.width_px = 1920, .height_px = 1080, .mono_ms = DAY_MS};
    bool made = argc > 2 && strcmp(argv[1], "--actions") == 0;
    int sizes = made ? 3 : 2; // where the size begins
    bool open = true;

    if (argc != sizes && argc != sizes + 2) {
        fprintf(stderr, "bench_session SHARE|--actions N [WIDTH HEIGHT]\n");
        return 2;
    }
    if (argc > sizes) {
        bench.width_px = (int)strtol(argv[sizes], NULL, 10);
        bench.height_px = (int)strtol(argv[sizes + 1], NULL, 10);
    }
    if (made) {
        bench.source = &source;
        open = source_make(&source, strtoul(argv[2], NULL, 10), env->now_ms(env->context));
    } else {
        bench.share = argv[1];
    }
    open = open && bench_open(&bench, env);
    if (open) {
        bench.copy_us = quiet_us(&bench, run_copy);
        printf("copy frame\t%.1f\t1.00\n", bench.copy_us);
        for (int screen = 0; screen < SCREEN_COUNT; screen++) {
            measure_screen(&bench, (enum screen_id)screen);
        }
        measure_take(&bench);
    }
    session_finish(&bench.session);
    screen_destroy(bench.screen);
    source_finish(&source);
    free(bench.frame);
    free(bench.copy);
    return open ? 0 : 1;
}
