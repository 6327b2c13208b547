// Verloop: what is chosen, what is worked out for it, and what is seen, on every panel.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "odd_boards.h"
#include "view/screens.h"
#include "view/trend_parts.h"
#include "view/view.h"
#include "view_fixture.h"

enum { TOLD_MOST = 12, SERVED = 7 };

static const struct sync_state alone;

// --- what is chosen ---

static int64_t at(const char *day)
{
    return day_moment_ms(fixture_day(day), 0);
}

static void opens_with_moments(void **state)
{
    static const struct {
        const char *select;
        int64_t a_ms, b_ms;
    } cases[] = {
        {"", 0, 0},
        {"1760000000000", 1760000000000, 0},
        {"1760000000000/1761000000000", 1760000000000, 1761000000000},
        {"1760000000000/", 0, 0},
        {"/1760000000000", 0, 0},
        {"-5", 0, 0},
        {"5 ", 0, 0},
        {"2.1a", 0, 0},
        {"1760000000000/x", 0, 0},
        {"1760000000000/1761000000000/1", 0, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct trend_ui ui = {.health = true, .compares = true, .step = 9};
        trend_ui_open(&ui, cases[i].select, i % 2 == 0, 77);
        if (ui.picks[TREND_A].ms != cases[i].a_ms ||
            ui.picks[TREND_B].ms != cases[i].b_ms || ui.compares != (cases[i].b_ms != 0)) {
            fail_msg("\"%s\": %lld, %lld", cases[i].select, (long long)ui.picks[TREND_A].ms,
                     (long long)ui.picks[TREND_B].ms);
        }
        assert_false(ui.health);
        assert_int_equal(ui.step, 0);
        assert_int_equal(ui.play, i % 2 == 0 ? TREND_RUNS : TREND_STOPPED);
        assert_true(ui.play == TREND_STOPPED || ui.step_ms == 77);
    }
}

static void a_slider_tells_where_it_was_touched(void **state)
{
    static const struct {
        int x, number;
    } cases[] = {{100, 0},     {99, 0},      {-50, 0},      {350, 5000},
                 {600, 10000}, {601, 10000}, {5000, 10000}, {225, 2500}};
    struct element slider = {.box = {100, 0, 500, 20}, .slides = true};

    (void)state;
    slider.tap = trend_option(UI_TREND_AT, "", 0, "1000000/2000000");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct intent intent = draw_slide(&slider, cases[i].x);
        struct ui ui;
        assert_int_equal(intent.number, cases[i].number);
        ui_init(&ui, 0);
        ui_apply(&ui, &intent, 5);
        assert_int_equal(ui.trend.picks[TREND_A].ms, 1000000 + cases[i].number * 100);
        assert_true(ui.trend.picks[TREND_A].loose);
    }
    slider.box.w = 0;
    assert_int_equal(draw_slide(&slider, 100).number, 0);
}

static void going_home_forgets_what_was_chosen(void **state)
{
    struct ui ui;
    struct intent intent = trend_option(UI_TREND_AMBITION, "2", 0, "");

    (void)state;
    ui_init(&ui, 0);
    ui_apply(&ui, &intent, 1);
    intent = trend_option(UI_TREND_COMPARE, "", 0, "");
    ui_apply(&ui, &intent, 1);
    assert_string_equal(ui.trend.ambition, "2");
    assert_int_equal(ui.trend.mark, TREND_B);
    ui_home(&ui, 2);
    assert_string_equal(ui.trend.ambition, "");
    assert_false(ui.trend.compares);
    assert_int_equal(ui.trend.mark, TREND_A);
}

// From another screen: it plays at once, from that moment, and back leads there again.
static void a_replay_is_asked_for_elsewhere(void **state)
{
    struct ui ui;
    struct intent intent = intent_replay(1760000000000);
    struct intent back = intent_of(INTENT_BACK, 0);

    (void)state;
    ui_init(&ui, 0);
    ui.here.screen = SCREEN_MEETING;
    snprintf(ui.here.select, sizeof ui.here.select, "m1");
    ui_apply(&ui, &intent, 500);
    assert_int_equal(ui.here.screen, SCREEN_TREND);
    assert_int_equal(ui.trend.picks[TREND_A].ms, 1760000000000);
    assert_int_equal(ui.trend.play, TREND_RUNS);
    assert_int_equal(ui.trend.step_ms, 500);
    ui_apply(&ui, &back, 600);
    assert_int_equal(ui.here.screen, SCREEN_MEETING);
    assert_string_equal(ui.here.select, "m1");
}

// --- the replay's clock ---

static void a_replay_takes_a_minute_at_most(void **state)
{
    (void)state;
    assert_int_equal(trend_step_ms(1), TREND_STEP_MS);
    assert_int_equal(trend_step_ms(85), TREND_STEP_MS);
    assert_true(trend_step_ms(86) < TREND_STEP_MS);
    for (int steps = 1; steps <= TREND_STEPS_MAX; steps++) {
        assert_true(trend_step_ms(steps) > 0);
        assert_true(trend_step_ms(steps) * steps <= TREND_WHOLE_MS);
    }
}

// Whatever the beat of the clock, the same step stands at the same moment, and it sleeps
// between the steps.
static void time_alone_plays_it(void **state)
{
    (void)state;
    for (int beat_ms = 1; beat_ms < 900; beat_ms = beat_ms * 3 + 1) {
        struct trend_ui ui;
        trend_ui_open(&ui, "", true, 0);
        for (int64_t now_ms = 0; now_ms < 5 * TREND_STEP_MS; now_ms += beat_ms) {
            trend_ui_tick(&ui, now_ms, 4);
            int64_t step = now_ms / TREND_STEP_MS;
            assert_int_equal(ui.step, step < 4 ? step : 4);
            int64_t next_ms = trend_ui_deadline_ms(&ui, now_ms, 4);
            assert_true(next_ms >= now_ms);
            assert_true(next_ms == INT64_MAX || next_ms <= now_ms + TREND_STEP_MS);
        }
        assert_int_equal(ui.step, 4);
        assert_int_equal(ui.play, TREND_RESTS);
        assert_true(trend_ui_deadline_ms(&ui, 9999, 4) == INT64_MAX);
        assert_false(trend_ui_tick(&ui, 99999, 4));
    }
}

static void a_touch_holds_it_and_lets_it_go_on(void **state)
{
    struct trend_ui ui;
    struct intent rest = trend_option(UI_TREND_PLAY, "", TREND_PLAY_REST, "");
    struct intent stop = trend_option(UI_TREND_PLAY, "", TREND_PLAY_STOP, "");

    (void)state;
    trend_ui_open(&ui, "", true, 0);
    trend_ui_tick(&ui, 1500, 10);
    assert_int_equal(ui.step, 2);
    trend_ui_option(&ui, &rest, 1600);
    assert_int_equal(ui.play, TREND_RESTS);
    assert_false(trend_ui_tick(&ui, 9000, 10));
    assert_int_equal(ui.step, 2);
    trend_ui_option(&ui, &rest, 10000);
    assert_int_equal(ui.play, TREND_RUNS);
    trend_ui_tick(&ui, 10000 + TREND_STEP_MS, 10);
    assert_int_equal(ui.step, 3);
    trend_ui_option(&ui, &stop, 11000);
    assert_int_equal(ui.play, TREND_STOPPED);
}

// --- what is worked out ---

// What is counted of a span is what its tracks and steps say one by one.
static void span_is_counted(const struct span *span)
{
    struct piles want = {0};
    struct piles piles;
    int counts[2][STAGE_MAX] = {{0}};
    int moved[2][STAGE_MAX] = {{0}};

    for (size_t i = 0; i < span->track_count; i++) {
        const struct span_track *at = &span->tracks[i];
        int stages[2] = {most(0, at->from), most(0, at->to)};
        for (int mark = 0; mark < 2; mark++) {
            counts[mark][stages[mark]]++;
            moved[mark][stages[mark]] += at->from >= 0 && at->to >= 0 && at->from != at->to;
        }
        want.counts[at->track->column->index][stages[0]]++;
    }
    assert_memory_equal(span->counts, counts, sizeof counts);
    assert_memory_equal(span->moved, moved, sizeof moved);
    for (size_t done = 0; done <= span->step_count; done++) {
        span_piles(span, done, &piles);
        assert_memory_equal(&piles, &want, sizeof want);
        if (done < span->step_count) {
            int *column = want.counts[span->steps[done].track->column->index];
            column[most(0, span->steps[done].from)]--;
            column[most(0, span->steps[done].to)]++;
        }
    }
}

// The steps lead from where the tracks stood to where they stood later, and what a column
// gained is what its tracks did.
static void span_holds(const struct board *board, const struct span *span)
{
    int net[COLUMN_MAX] = {0};
    int *stages = calloc(board->track_count + 1, sizeof *stages);

    for (size_t i = 0; i < span->track_count; i++) {
        const struct span_track *track = &span->tracks[i];
        stages[track->track - board->tracks] = track->from;
        if (track->from >= 0) {
            net[track->track->column->index] += most(0, track->to) - track->from;
        }
    }
    for (size_t i = 0; i < span->step_count; i++) {
        const struct trend_step *step = &span->steps[i];
        int *stage = &stages[step->track - board->tracks];
        assert_true(step->at_ms >= span->from_ms && step->at_ms < span->to_ms);
        assert_int_equal(most(0, step->from), most(0, *stage)); // a first report at the
        assert_true(step->from >= 0 || *stage < 0);             // first stage is none
        assert_true(step->from != step->to || step->turned != HEALTH_NONE);
        *stage = step->to;
    }
    for (size_t i = 0; i < span->track_count; i++) {
        const struct span_track *track = &span->tracks[i];
        assert_int_equal(most(0, stages[track->track - board->tracks]), most(0, track->to));
    }
    for (size_t c = 0; c < board->column_count; c++) {
        const struct movement *moved = &span->move.columns[c];
        assert_int_equal(moved->forward - moved->back, net[c]);
    }
    span_is_counted(span);
    free(stages);
}

static const char course[] = "@ 2024-11-01 10:00\n"
                             "! track b/1.1a/g stage=beleggen|health=op koers\n"
                             "! track b/1.1a/j stage=niet gestart|health=op koers\n"
                             "@ 2025-03-01 10:00\n"
                             "! track b/1.1a/g stage=vertalen\n"
                             "@ 2025-06-01 10:00\n"
                             "! track b/1.1a/g stage=toepassen\n"
                             "! track b/2.1a/j stage=vertalen|health=aandacht\n"
                             "@ 2025-06-01 16:00\n"
                             "! track b/1.1a/g stage=vertalen\n"
                             "@ 2025-09-01 10:00\n"
                             "! track b/1.1a/j stage=beleggen|health=knelpunt\n"
                             "! track b/2.1a/j stage=beleggen\n";

static void steps_lead_from_then_to_later(void **state)
{
    static const char *const days[] = {"2024-10-01", "2024-11-02", "2025-03-01",
                                       "2025-05-31", "2025-06-02", "2025-09-02",
                                       "2025-11-11"};
    struct board_set *sets[2] = {fixture_plan_with(course), odd_build(BOARD_LIVING)};

    (void)state;
    for (int s = 0; s < 2; s++) {
        const struct board *board = &sets[s]->boards[0];
        struct outlook *outlook = outlook_create(board, fixture_day("2025-11-11"));
        const struct trend_filter filters[] = {{NULL, NULL},
                                               {&board->ambitions[1], NULL},
                                               {NULL, &board->columns[1]},
                                               {&board->ambitions[0], &board->columns[0]}};
        for (size_t f = 0; f < 4; f++) {
            for (size_t a = 0; a < 7; a++) {
                for (size_t b = a; b < 7; b++) {
                    int64_t to_ms = b == 6 ? SPAN_NOW : at(days[b]);
                    span_holds(board,
                               outlook_span(outlook, &filters[f], at(days[a]), to_ms));
                }
            }
        }
        outlook_destroy(outlook);
        board_set_free(sets[s]);
    }
}

// Kept until something else is asked for; then worked out anew, and right again after that.
static void what_is_worked_out_is_kept(void **state)
{
    struct board_set *set = fixture_plan_with(course);
    const struct board *board = &set->boards[0];
    struct outlook *outlook = outlook_create(board, fixture_day("2025-11-11"));
    const struct trend_filter all = {NULL, NULL};
    const struct trend_filter one = {&board->ambitions[0], NULL};

    (void)state;
    const struct span *span = outlook_span(outlook, &all, at("2025-01-01"), SPAN_NOW);
    const struct trend_step *steps = span->steps;
    assert_int_equal(span->step_count, 4);
    assert_ptr_equal(outlook_span(outlook, &all, at("2025-01-01"), SPAN_NOW)->steps, steps);
    assert_int_equal(outlook_span(outlook, &one, at("2025-01-01"), SPAN_NOW)->step_count,
                     2);
    assert_int_equal(outlook_span(outlook, &all, at("2025-07-01"), SPAN_NOW)->step_count,
                     2);
    const struct series *series = outlook_series(outlook, &all);
    assert_true(series->months);
    assert_int_equal(series->count, 13);
    assert_int_equal(series->tracks, 6);
    assert_int_equal(series->points[0].stages[1], 1);
    assert_int_equal(outlook_series(outlook, &one)->tracks, 4);
    assert_int_equal(outlook_series(outlook, &all)->tracks, 6);
    outlook_destroy(outlook);
    board_set_free(set);
}

// --- what is seen ---

struct picture {
    const char *board, *panel, *view;
    struct ui ui;
    struct metrics metrics;
    struct draw_list list;
    struct outlook *outlook;
    struct scene scene;
};

static void picture_draw(struct picture *picture, const struct board_set *set,
                         struct panel panel)
{
    struct scene *scene = &picture->scene;

    picture->ui.here.screen = SCREEN_TREND;
    metrics_init(&picture->metrics, panel);
    *scene = (struct scene){.list = &picture->list,
                            .ui = &picture->ui,
                            .set = set,
                            .board = &set->boards[0],
                            .m = &picture->metrics,
                            .t = theme_light(),
                            .measure = &ruler,
                            .sync = &alone,
                            .today = fixture_day("2025-11-11"),
                            .minute = 642,
                            .mono_ms = 2000};
    scene->now_ms = day_moment_ms(scene->today, scene->minute);
    if (picture->outlook == NULL) {
        picture->outlook = outlook_create(scene->board, scene->today);
    }
    scene->outlook = picture->outlook;
    view_draw(scene);
    assert_false(picture->list.failed);
}

static void picture_finish(struct picture *picture)
{
    outlook_destroy(picture->outlook);
    draw_finish(&picture->list);
}

static bool shows(const struct draw_list *list, const char *text)
{
    for (size_t i = 0; i < list->draw_count; i++) {
        if (list->draws[i].kind == DRAW_TEXT && strstr(list->draws[i].text, text) != NULL) {
            return true;
        }
    }
    return false;
}

// The ways in which the screen is looked at.
static void view_whole(struct ui *ui)
{
    (void)ui;
}
static void view_health(struct ui *ui)
{
    ui->trend.health = true;
}
static void view_one(struct ui *ui)
{
    snprintf(ui->trend.ambition, sizeof ui->trend.ambition, "2");
    snprintf(ui->trend.column, sizeof ui->trend.column, "jeugdhulp");
}
static void view_compare(struct ui *ui)
{
    ui->trend.compares = true;
    ui->trend.mark = TREND_B;
    ui->trend.picks[TREND_A].ms = at("2025-04-01");
    ui->trend.picks[TREND_B] = (struct trend_pick){at("2025-10-20"), true};
}
static void view_begin(struct ui *ui)
{
    ui->trend.picks[TREND_A].ms = 1;
}
static void view_replay(struct ui *ui)
{
    ui->trend.picks[TREND_A].ms = at("2025-03-01");
    ui->trend.play = TREND_RUNS;
    ui->trend.step = 2;
    ui->trend.step_ms = 1900;
}
static void view_replayed(struct ui *ui)
{
    ui->trend.picks[TREND_A].ms = at("2025-03-01");
    ui->trend.play = TREND_RESTS;
    ui->trend.step = 100000;
}
static void view_filter(struct ui *ui)
{
    ui->fold = TREND_FOLD_FILTER;
}
static void view_moved(struct ui *ui)
{
    ui->fold = TREND_FOLD_MOVED;
}

static const struct {
    const char *name;
    void (*set)(struct ui *ui);
} views[] = {
    {"whole", view_whole},     {"health", view_health}, {"one", view_one},
    {"compare", view_compare}, {"begin", view_begin},   {"replay", view_replay},
    {"end", view_replayed},    {"filter", view_filter}, {"moved", view_moved},
};
enum { VIEW_COUNT = sizeof views / sizeof views[0] };

__attribute__((format(printf, 3, 4))) static void told(int *count,
                                                       const struct picture *picture,
                                                       const char *format, ...)
{
    char what[512];
    va_list args;

    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    if ((*count)++ < TOLD_MOST) {
        print_message("%s, %s, %s: %.200s\n", picture->board, picture->panel, picture->view,
                      what);
    }
}

static void everywhere(enum odd_board last, size_t panel_count,
                       void (*check)(const struct picture *, int *count))
{
    int count = 0;

    for (enum odd_board board = BOARD_LIVING; board <= last; board++) {
        struct board_set *set = odd_build(board);
        for (size_t p = 0; p < panel_count; p++) {
            for (size_t v = 0; v < VIEW_COUNT; v++) {
                struct picture picture = {.board = odd_names[board],
                                          .panel = panels[p].name,
                                          .view = views[v].name};
                ui_init(&picture.ui, 0);
                views[v].set(&picture.ui);
                picture_draw(&picture, set, panels[p].panel);
                check(&picture, &count);
                picture_finish(&picture);
            }
        }
        board_set_free(set);
    }
    if (count > 0) {
        fail_msg("%d times", count);
    }
}

static rect letters(const struct draw *draw)
{
    int cap = metrics_cap_px(draw->size_px);

    return (rect){draw->box.x, draw->baseline_px - cap, draw->box.w, cap};
}

static bool within(rect outer, rect inner)
{
    return inner.x >= outer.x && inner.y >= outer.y &&
           inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h;
}

static void check_nothing(const struct picture *picture, int *count)
{
    (void)picture;
    (void)count;
}

static void nothing_breaks(void **state)
{
    (void)state;
    everywhere(BOARD_FULL, PANEL_COUNT, check_nothing);
}

static void check_words(const struct picture *picture, int *count)
{
    const struct draw_list *list = &picture->list;
    rect all = {0, 0, list->width_px, list->height_px};

    for (size_t i = 0; i < list->draw_count; i++) {
        const struct draw *a = &list->draws[i];
        if (a->kind != DRAW_TEXT || picture->ui.fold != 0) {
            continue;
        }
        if (!within(all, letters(a))) {
            told(count, picture, "\"%.60s\" leaves the panel", a->text);
        }
        for (size_t k = i + 1; k < list->draw_count; k++) {
            const struct draw *b = &list->draws[k];
            rect both =
                rect_meet(rect_meet(letters(a), a->clip), rect_meet(letters(b), b->clip));
            if (b->kind == DRAW_TEXT && both.w > 1 && both.h > 1) {
                told(count, picture, "\"%.40s\" over \"%.40s\"", b->text, a->text);
            }
        }
    }
}

static void words_stay_apart_and_on_the_panel(void **state)
{
    (void)state;
    everywhere(BOARD_STAGES, SERVED, check_words);
}

// Signs in the header: none lies over another, over a button of another or over letters.
static void check_header(const struct picture *picture, int *count)
{
    const struct draw_list *list = &picture->list;
    int foot = 3 * picture->metrics.size_px[SIZE_WAND] / 2;

    for (size_t i = 0; i < list->draw_count; i++) {
        const struct draw *a = &list->draws[i];
        if (a->kind != DRAW_SHAPE || a->box.y > foot / 2 || picture->ui.fold != 0) {
            continue;
        }
        for (size_t k = 0; k < list->draw_count; k++) {
            const struct draw *b = &list->draws[k];
            rect box = b->kind == DRAW_TEXT ? letters(b) : b->box;
            bool holds = within(b->box, a->box);
            if (k != i && box.h < foot && !holds && !rect_empty(rect_meet(a->box, box))) {
                told(count, picture, "a sign at %d lies over \"%.40s\" at %d", a->box.x,
                     b->kind == DRAW_TEXT ? b->text : "another", box.x);
            }
        }
    }
}

static void signs_in_the_header_stay_apart(void **state)
{
    (void)state;
    everywhere(BOARD_LIVING, PANEL_COUNT - 1, check_header);
}

// However large the letters are: from meeting to meeting, to koers, and into that moment.
static void the_moment_can_always_be_chosen(void **state)
{
    struct board_set *set = fixture_plan_with(course);

    (void)state;
    for (size_t p = 0; p < PANEL_COUNT - 1; p++) {
        struct picture picture = {.panel = panels[p].name};
        int found = 0;
        ui_init(&picture.ui, 0);
        picture_draw(&picture, set, panels[p].panel);
        for (size_t i = 0; i < picture.list.element_count; i++) {
            const struct intent *tap = &picture.list.elements[i].tap;
            bool at = tap->kind == INTENT_OPTION && tap->amount == UI_TREND_AT;
            found |= at && picture.list.elements[i].role != ROLE_FIELD ? 1 : 0;
            found |= tap->kind == INTENT_OPTION && tap->amount == UI_TREND_HEALTH &&
                             tap->number == 1
                         ? 2
                         : 0;
            found |= tap->kind == INTENT_OPTION && tap->amount == UI_PAST ? 4 : 0;
        }
        if (found != 7 || !shows(&picture.list, "Verloop")) {
            fail_msg("%s: only %d", panels[p].name, found);
        }
        picture_finish(&picture);
    }
    board_set_free(set);
}

static void check_targets(const struct picture *picture, int *count)
{
    const struct draw_list *list = &picture->list;
    int least_px = picture->metrics.touch_min_px - 1;

    for (size_t i = 0; i < list->element_count; i++) {
        const struct element *element = &list->elements[i];
        rect seen = rect_meet(element->hit, element->clip);
        rect box = list->scroller.box;
        bool cut = !rect_empty(rect_meet(box, element->box)) && !within(box, element->box);
        if (element->tap.kind != INTENT_NONE && !rect_empty(seen) && !cut &&
            (seen.w < least_px || seen.h < least_px)) {
            told(count, picture, "\"%.40s\" is %.1f x %.1f mm", element->label,
                 seen.w / picture->metrics.px_per_mm, seen.h / picture->metrics.px_per_mm);
        }
    }
}

static void targets_are_large_enough(void **state)
{
    (void)state;
    everywhere(BOARD_STAGES, SERVED, check_targets);
}

// Bricks in the bar at the right: as many as there are tracks, or it says what they are.
static void one_brick_is_one_track(void **state)
{
    static const enum odd_board boards[] = {BOARD_LIVING, BOARD_COLUMN, BOARD_COLUMNS,
                                            BOARD_AMBITIONS};

    (void)state;
    for (size_t i = 0; i < 4; i++) {
        struct board_set *set = odd_build(boards[i]);
        for (size_t p = 0; p < SERVED; p++) {
            struct picture picture = {.panel = panels[p].name};
            ui_init(&picture.ui, 0);
            picture_draw(&picture, set, panels[p].panel);
            bool many = shows(&picture.list, "elk blok is ") &&
                        !shows(&picture.list, "elk blok is een spoor");
            const color *tints = theme_light()->tints;
            size_t right = 0;
            int x = 0;
            for (int pass = 0; pass < 2; pass++) {
                for (size_t d = 0; d < picture.list.draw_count; d++) {
                    const struct draw *draw = &picture.list.draws[d];
                    bool brick = draw->kind == DRAW_FILL && draw->radius_px == 0 &&
                                 (draw->ink == tints[1] || draw->ink == tints[2] ||
                                  draw->ink == tints[3] || draw->ink == tints[0]) &&
                                 draw->box.h < picture.list.height_px / 8;
                    int pitch = picture.list.width_px / 60;
                    x = pass == 0 && brick ? most(x, draw->box.x + draw->box.w) : x;
                    right += pass == 1 && brick && draw->box.x + draw->box.w > x - pitch;
                }
            }
            assert_true(right > 0);
            assert_true(many || right <= set->boards[0].track_count);
            picture_finish(&picture);
        }
        board_set_free(set);
    }
}

static void the_first_day_says_what_will_stand_here(void **state)
{
    struct board_set *set = odd_build(BOARD_PLAN);

    (void)state;
    for (size_t p = 0; p < PANEL_COUNT; p++) {
        for (size_t v = 0; v < VIEW_COUNT; v++) {
            struct picture picture = {.panel = panels[p].name, .view = views[v].name};
            ui_init(&picture.ui, 0);
            views[v].set(&picture.ui);
            picture_draw(&picture, set, panels[p].panel);
            assert_true(shows(&picture.list, "nog geen") || p + 1 == PANEL_COUNT);
            assert_false(shows(&picture.list, "Speel af"));
            picture_finish(&picture);
        }
    }
    board_set_free(set);
}

// The sentence of a step, what a column gained and lost, and what is said of silence.
static void sentences_name_the_facts(void **state)
{
    struct board_set *set = fixture_plan_with(course);
    struct picture picture = {.panel = "55\" HD"};

    (void)state;
    ui_init(&picture.ui, 0);
    picture.ui.trend.picks[TREND_A].ms = at("2025-07-01");
    picture_draw(&picture, set, panels[0].panel);
    assert_true(shows(&picture.list, "1 jul tot nu"));
    assert_true(shows(&picture.list, "stil sinds 1 jun")); // Gemeente
    assert_true(shows(&picture.list, "naar beleggen"));    // Jeugdhulp: +1 and -1
    assert_true(shows(&picture.list, "nog niets gemeld")); // Onderwijs
    assert_true(shows(&picture.list, "hele bord, 6 sporen"));
    picture.ui.trend.play = TREND_RESTS;
    picture.ui.trend.step = 1;
    picture_draw(&picture, set, panels[0].panel);
    assert_true(
        shows(&picture.list, "1.1a Jeugdhulp: van niet gestart naar beleggen, 1 sep"));
    assert_true(shows(&picture.list, "stap 1 van 2"));
    picture_finish(&picture);
    board_set_free(set);
}

// A track that got stuck or was done is told in the replay, with its step or without one.
static void a_replay_tells_of_bottlenecks(void **state)
{
    static const char *const says[] = {
        "1.1a Jeugdhulp: van niet gestart naar beleggen, 1 sep, nieuw knelpunt",
        "2.1a Jeugdhulp: van vertalen naar beleggen, 1 sep",
        "1.1a Jeugdhulp: afgerond, 1 okt",
        "2.1a Jeugdhulp: nieuw knelpunt, 2 okt",
    };
    char story[sizeof course + 200];
    bool told[4] = {false};

    (void)state;
    snprintf(story, sizeof story, "%s%s", course,
             "@ 2025-10-01 10:00\n! track b/1.1a/j health=afgerond\n"
             "@ 2025-10-02 10:00\n! track b/2.1a/j health=knelpunt\n"
             "@ 2025-10-03 10:00\n! track b/2.1a/j health=op koers\n");
    struct board_set *set = fixture_plan_with(story);
    for (int step = 1; step <= 5; step++) {
        struct picture picture = {.panel = "55\" HD"};
        ui_init(&picture.ui, 0);
        picture.ui.trend.picks[TREND_A].ms = at("2025-07-01");
        picture.ui.trend.play = TREND_RESTS;
        picture.ui.trend.step = step;
        picture_draw(&picture, set, panels[0].panel);
        assert_true(shows(&picture.list, "van 4"));
        for (size_t i = 0; i < 4; i++) {
            told[i] = told[i] || shows(&picture.list, says[i]);
        }
        picture_finish(&picture);
    }
    for (size_t i = 0; i < 4; i++) {
        if (!told[i]) {
            fail_msg("not told: %s", says[i]);
        }
    }
    board_set_free(set);
}

// A brick on its way is between its slots, and nearer to the end as time goes.
static void a_brick_slides_to_its_slot(void **state)
{
    struct board_set *set = fixture_plan_with(course);
    int last = 0;

    (void)state;
    for (int ms = 0; ms <= TREND_SLIDE_MS; ms += 40) {
        struct picture picture = {.panel = "55\" HD"};
        ui_init(&picture.ui, 0);
        picture.ui.trend.picks[TREND_A].ms = at("2025-07-01");
        picture.ui.trend.play = TREND_RUNS;
        picture.ui.trend.step = 1;
        picture.ui.trend.step_ms = 2000 - ms;
        picture_draw(&picture, set, panels[0].panel);
        int x = 0;
        for (size_t i = 0; i < picture.list.draw_count; i++) {
            const struct draw *draw = &picture.list.draws[i];
            if (draw->kind == DRAW_FRAME && draw->ink == theme_light()->ink) {
                x = draw->box.x;
            }
        }
        assert_true(x > last);
        last = x;
        picture_finish(&picture);
    }
    board_set_free(set);
}

int main(void)
{
    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opens_with_moments),
        cmocka_unit_test(a_slider_tells_where_it_was_touched),
        cmocka_unit_test(going_home_forgets_what_was_chosen),
        cmocka_unit_test(a_replay_is_asked_for_elsewhere),
        cmocka_unit_test(a_replay_takes_a_minute_at_most),
        cmocka_unit_test(time_alone_plays_it),
        cmocka_unit_test(a_touch_holds_it_and_lets_it_go_on),
        cmocka_unit_test(steps_lead_from_then_to_later),
        cmocka_unit_test(what_is_worked_out_is_kept),
        cmocka_unit_test(nothing_breaks),
        cmocka_unit_test(words_stay_apart_and_on_the_panel),
        cmocka_unit_test(the_moment_can_always_be_chosen),
        cmocka_unit_test(signs_in_the_header_stay_apart),
        cmocka_unit_test(targets_are_large_enough),
        cmocka_unit_test(one_brick_is_one_track),
        cmocka_unit_test(the_first_day_says_what_will_stand_here),
        cmocka_unit_test(sentences_name_the_facts),
        cmocka_unit_test(a_replay_tells_of_bottlenecks),
        cmocka_unit_test(a_brick_slides_to_its_slot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
