// Verloop: how the tracks stood over time, what moved between two moments, and the way back
// to the board of any day.
#include <stdio.h>
#include <string.h>

#include "board/agenda.h"
#include "view/screens.h"
#include "view/trend_parts.h"

static int32_t day_of_ms(int64_t at_ms)
{
    int32_t day = 0;

    day_local(at_ms, &day, NULL);
    return day;
}

void trend_moment_words(const struct scene *scene, int64_t at_ms, char *out, size_t size)
{
    if (at_ms == SPAN_NOW) {
        snprintf(out, size, "%s", scene_word(scene, WORD_NOW));
        return;
    }
    format_when(out, size, scene->ui->lang, day_of_ms(at_ms), scene->today);
}

void trend_ambition_words(const struct scene *scene, const struct ambition *ambition,
                          char *out, size_t size)
{
    if (ambition == NULL) {
        snprintf(out, size, "%s", scene_word(scene, WORD_ALL));
        return;
    }
    bool brief = ambition->word[0] != '\0';
    format_fill(out, size, "%s %s", ambition->code,
                brief ? ambition->word : ambition->title);
}

struct intent trend_option(enum ui_option option, const char *select, int number,
                           const char *text)
{
    struct intent intent = intent_of(INTENT_OPTION, (int)option);

    intent.number = number;
    snprintf(intent.select, sizeof intent.select, "%s", select);
    snprintf(intent.text, sizeof intent.text, "%s", text);
    return intent;
}

static void choose_filter(const struct scene *scene, struct trend *trend)
{
    const struct board *board = scene->board;
    const struct trend_ui *ui = &scene->ui->trend;

    for (size_t i = 0; i < board->ambition_count && ui->ambition[0] != '\0'; i++) {
        if (strcmp(board->ambitions[i].code, ui->ambition) == 0) {
            trend->filter.ambition = &board->ambitions[i];
        }
    }
    if (ui->column[0] != '\0') {
        trend->filter.column = board_column_find(board, ui->column);
    }
}

// Those that were held: the newest ones, when there are more than there is room for.
static void choose_meetings(const struct scene *scene, struct trend *trend)
{
    const struct board *board = scene->board;

    for (size_t i = 0; i < board->meeting_count; i++) {
        const struct meeting *meeting = &board->meetings[i];
        if (meeting->day == DAY_NONE || meeting->state == MEETING_OPEN ||
            meeting_over_ms(meeting) < trend->first_ms ||
            meeting_over_ms(meeting) >= scene->now_ms) {
            continue;
        }
        if (trend->meeting_count == TREND_MEETINGS_MAX) {
            memmove(trend->meetings, trend->meetings + 1,
                    sizeof trend->meetings - sizeof trend->meetings[0]);
            trend->meeting_count--;
        }
        trend->meetings[trend->meeting_count++] = meeting;
    }
}

// Where a mark stands: one that was set loosely goes to the meeting beside it, else to the
// end of its day.
static int64_t mark_ms(const struct scene *scene, const struct trend *trend,
                       enum trend_mark mark)
{
    struct trend_pick pick = scene->ui->trend.picks[mark];
    int64_t near_ms = (scene->now_ms - trend->first_ms) / 80;
    int64_t best_ms = 0;

    if (pick.ms == 0 || pick.ms > scene->now_ms) {
        return SPAN_NOW;
    }
    for (size_t i = 0; pick.loose && i < trend->meeting_count; i++) {
        int64_t at_ms = meeting_over_ms(trend->meetings[i]);
        int64_t off_ms = at_ms > pick.ms ? at_ms - pick.ms : pick.ms - at_ms;
        if (off_ms <= near_ms) {
            near_ms = off_ms;
            best_ms = at_ms;
        }
    }
    if (best_ms != 0 || !pick.loose) {
        return best_ms != 0 ? best_ms : pick.ms;
    }
    int32_t day = day_of_ms(pick.ms);
    return day >= scene->today ? SPAN_NOW : day_moment_ms(day + 1, 0) - 1;
}

// At first: since the last meeting, or the last three months.
static int64_t mark_first_ms(const struct scene *scene, const struct trend *trend)
{
    if (trend->meeting_count > 0) {
        return meeting_over_ms(trend->meetings[trend->meeting_count - 1]);
    }
    int64_t at_ms = day_moment_ms(scene->today - 90, 0);
    return at_ms > trend->first_ms ? at_ms : trend->first_ms;
}

static void choose_marks(const struct scene *scene, struct trend *trend)
{
    const struct trend_ui *ui = &scene->ui->trend;

    trend->marks[TREND_A] = ui->picks[TREND_A].ms != 0 ? mark_ms(scene, trend, TREND_A)
                                                       : mark_first_ms(scene, trend);
    trend->marks[TREND_B] = ui->compares ? mark_ms(scene, trend, TREND_B) : SPAN_NOW;
    trend->at_ms = trend->marks[ui->mark];
}

// The slider begins with the first report, but not before the first bar, and never less
// than a week ago.
static int64_t first_ms_of(const struct scene *scene, const struct series *series)
{
    struct date bar = day_date(series->points[0].day);
    int32_t shown = day_of((struct date){bar.year, bar.month, 1});
    int32_t first = series->first;

    first = series->count == SERIES_MAX && shown > first ? shown : first;
    return day_moment_ms(first < scene->today - 7 ? first : scene->today - 7, 0);
}

bool trend_choose(const struct scene *scene, struct trend *trend)
{
    *trend = (struct trend){.folds = scene->m->layout != LAYOUT_ROOM};
    choose_filter(scene, trend);
    trend->series = outlook_series(scene->outlook, &trend->filter);
    if (trend->series == NULL || trend->series->count == 0) {
        return false;
    }
    trend->first_ms = first_ms_of(scene, trend->series);
    choose_meetings(scene, trend);
    choose_marks(scene, trend);
    int64_t a = trend->marks[TREND_A];
    int64_t b = trend->marks[TREND_B];
    if (a == SPAN_NOW && b == SPAN_NOW) { // nothing lies between: as at first
        a = mark_first_ms(scene, trend);
    }
    trend->span =
        outlook_span(scene->outlook, &trend->filter, a < b ? a : b, a < b ? b : a);
    return trend->span != NULL;
}

// --- the frame ---

static void lay_room(const struct scene *scene, struct trend *trend, rect body)
{
    const struct metrics *m = scene->m;
    int left = 37 * m->unit_px;
    int gap = m->gap_px + m->unit_px;
    int right = 50 * m->unit_px;
    int x = body.x + left + gap;
    int wide = body.w - left - gap;
    int slider = trend_slider_px(scene, trend, wide);

    trend->filters = (rect){body.x, body.y, left, body.h};
    trend->slider = (rect){x, body.y + body.h - slider, wide, slider};
    int high = body.h - slider - m->gap_px;
    trend->chart = (rect){x, body.y, wide - right - m->gap_px, high};
    trend->moved = (rect){x + wide - right, body.y, right, high};
}

// Small: the choice lies behind a button, and so does what moved unless the panel is wide.
static void lay_small(const struct scene *scene, struct trend *trend, rect body)
{
    const struct metrics *m = scene->m;
    bool beside = m->layout == LAYOUT_PANEL && m->tall;
    int slider = trend_slider_px(scene, trend, body.w);
    int right = beside ? body.w * 32 / 100 : 0;

    trend->slider = (rect){body.x, body.y + body.h - slider, body.w, slider};
    int high = body.h - slider - m->gap_px;
    if (high < 4 * text_leading(scene, SIZE_TAFEL)) { // no room for both
        trend->brief = true;
        slider = trend_slider_px(scene, trend, body.w);
        trend->slider = (rect){body.x, body.y + body.h - slider, body.w, slider};
        high = body.h - slider - m->gap_px;
    }
    trend->chart = (rect){body.x, body.y, body.w - right - (beside ? m->gap_px : 0), high};
    if (beside) {
        trend->moved = (rect){body.x + body.w - right, body.y, right, high};
    }
}

static void first_day_draw(struct scene *scene, rect body)
{
    const struct metrics *m = scene->m;
    rect box = body;
    struct type wand = {WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink};
    struct type tafel = {WEIGHT_REGULAR, SIZE_TAFEL, scene->t->ink2};
    int pad = 2 * m->pad_px;

    draw_fill(scene->list, box, scene->t->card, m->radius_px);
    int y = box.y + pad + text_cap(scene, SIZE_WAND);
    int lines = text_put_wrapped(scene, box.x + pad, y, box.w - 2 * pad, 2, wand,
                                 scene_word(scene, WORD_TREND_NONE));
    y += lines * text_leading(scene, SIZE_WAND) + m->unit_px;
    int room = (box.y + box.h - pad - y) / text_leading(scene, SIZE_TAFEL) + 1;
    text_put_wrapped(scene, box.x + pad, y, box.w - 2 * pad, room, tafel,
                     scene_word(scene, WORD_TREND_NONE_HINT));
}

// Under the title: which way the bricks lie.
static void line_words(const struct scene *scene, char *out, size_t size)
{
    const struct board *board = scene->board;
    const char *top = board->stages[0];
    const char *foot = board->stages[board->stage_count - 1];

    bool plays = scene->ui->trend.play != TREND_STOPPED;
    bool stages = plays || scene->ui->trend.compares;

    if (scene->ui->trend.health && !stages) {
        top = scene_word(scene, WORD_HEALTH_ESCALATED);
        foot = scene_word(scene, WORD_HEALTH_DONE);
    }
    format_fill(out, size,
                scene_word(scene, plays ? WORD_TREND_LINE_REPLAY : WORD_TREND_LINE), top,
                foot);
}

// What is chosen, in the words of the button that opens the choice: as long as fits.
static void chooser_words(const struct scene *scene, const struct trend *trend,
                          int width_px, char *out, size_t size)
{
    char whole[2 * FORMAT_SIZE];
    char brief[2 * FORMAT_SIZE];
    const struct ambition *ambition = trend->filter.ambition;
    const struct column *column = trend->filter.column;

    trend_ambition_words(scene, ambition, whole, sizeof whole);
    if (column != NULL) {
        const char *name = column->wall[0] != '\0' ? column->wall : column->title;
        format_fill(brief, sizeof brief, "%s%s%s", ambition != NULL ? ambition->code : "",
                    ambition != NULL ? ", " : "", name);
        format_fill(out, size, "%s, %s", ambition != NULL ? whole : "", name);
        snprintf(whole, sizeof whole, "%s", ambition != NULL ? out : name);
    } else {
        snprintf(brief, sizeof brief, "%s", whole);
    }
    bool fits = chrome_button_width(scene, SHAPE_ICON_DOWN, whole) <= width_px;
    snprintf(out, size, "%s", fits ? whole : brief);
}

static struct intent fold_open(int fold)
{
    struct intent intent = intent_of(INTENT_OPTION, UI_PANEL);

    intent.screen = fold;
    return intent;
}

// The choice and the switch on a small panel: beside the title, or in a row of their own.
static rect small_head_draw(struct scene *scene, const struct trend *trend)
{
    const struct metrics *m = scene->m;
    char words[2 * FORMAT_SIZE];
    int high = trend_switch_px(scene);
    int width = scene->list->width_px * 24 / 100;
    const char *title = scene_word(scene, WORD_TREND);
    rect body = {0};
    rect row = {0};

    if (m->layout == LAYOUT_PORTRAIT) {
        body = chrome_frame(scene, NULL, title, "", 0, TAB_TREND);
        row = (rect){body.x, body.y, body.w, high};
        body.y += high + m->gap_px;
        body.h -= high + m->gap_px;
    } else {
        chooser_words(scene, trend, width, words, sizeof words);
        width = least(width, chrome_button_width(scene, SHAPE_ICON_DOWN, words));
        row.w = width + m->gap_px + trend_switch_width(scene);
        row.h = high;
        body = chrome_frame(scene, NULL, title, "", row.w + m->unit_px, TAB_TREND);
        row.x = body.x + body.w - row.w;
        row.y = body.y - m->gap_px - high;
    }
    int used = trend_switch_draw(scene, row);
    int left = row.w - used - m->gap_px;
    if (m->layout == LAYOUT_PORTRAIT) {
        width = left;
        chooser_words(scene, trend, width, words, sizeof words);
    }
    struct surface s = {.role = ROLE_BUTTON,
                        .box = {row.x + left - width, row.y, width, high},
                        .fill = scene->t->card,
                        .outline = scene->t->edge,
                        .outline_px = m->hair_px,
                        .radius_px = m->radius_px,
                        .tap = fold_open(TREND_FOLD_FILTER)};
    chrome_surface(scene, &s, words);
    int side = m->size_px[SIZE_TAFEL] * 7 / 10;
    struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
    text_put_fit(scene, s.box.x + 2 * m->unit_px,
                 text_middle(scene, SIZE_TAFEL, row.y + high / 2),
                 width - side - 5 * m->unit_px, type, words);
    draw_shape(scene->list, SHAPE_ICON_DOWN,
               (rect){s.box.x + width - side - 2 * m->unit_px, row.y + (high - side) / 2,
                      side, side},
               scene->t->ink);
    return body;
}

static void folds_draw(struct scene *scene, const struct trend *trend)
{
    if (scene->ui->fold == TREND_FOLD_FILTER) {
        trend_filter_panel(scene, trend);
    } else if (scene->ui->fold == TREND_FOLD_MOVED) {
        rect inside = chrome_panel(scene, scene_word(scene, WORD_TREND_MOVED), 0);
        trend_moved_draw(scene, trend, inside);
    }
}

static void small_draw(struct scene *scene, struct trend *trend)
{
    rect body = undo_clear(scene, small_head_draw(scene, trend));

    if (scene->ui->trend.play != TREND_STOPPED) {
        trend_replay_draw(scene, trend, body);
    } else {
        lay_small(scene, trend, body);
        if (scene->ui->trend.compares && !rect_empty(trend->moved)) {
            trend_compare_draw(scene, trend, trend->chart);
        } else {
            trend_chart_draw(scene, trend, trend->chart);
        }
        if (!rect_empty(trend->moved)) {
            trend_moved_draw(scene, trend, trend->moved);
        }
        if (!rect_empty(trend->slider)) {
            trend_slider_draw(scene, trend, trend->slider);
        }
    }
    folds_draw(scene, trend);
}

static void room_draw(struct scene *scene, struct trend *trend)
{
    char line[3 * FORMAT_SIZE];
    const char *title = scene_word(scene, WORD_TREND);
    bool plays = scene->ui->trend.play != TREND_STOPPED;

    line_words(scene, line, sizeof line);
    rect body = undo_clear(scene, chrome_frame(scene, NULL, title, line, 0, TAB_TREND));
    lay_room(scene, trend, body);
    trend_filters_draw(scene, trend, trend->filters);
    if (plays) {
        rect box = trend->chart;
        box.w = body.x + body.w - box.x;
        box.h = body.y + body.h - box.y;
        trend_replay_draw(scene, trend, box);
        return;
    }
    if (scene->ui->trend.compares) {
        trend_compare_draw(scene, trend, trend->chart);
    } else {
        trend_chart_draw(scene, trend, trend->chart);
    }
    trend_moved_draw(scene, trend, trend->moved);
    trend_slider_draw(scene, trend, trend->slider);
}

struct intent intent_replay(int64_t since_ms)
{
    char select[32];

    snprintf(select, sizeof select, "%lld", (long long)since_ms);
    struct intent intent = intent_show(SCREEN_TREND, select);
    intent.amount = 2;
    intent.number = 1;
    return intent;
}

void trend_draw(struct scene *scene)
{
    struct trend trend;

    if (!trend_choose(scene, &trend)) {
        rect body =
            chrome_frame(scene, NULL, scene_word(scene, WORD_TREND), "", 0, TAB_TREND);
        first_day_draw(scene, undo_clear(scene, body));
        return;
    }
    scene->pages = most(1, trend_replay_steps(&trend));
    // Opened from a meeting that runs, which talks about what is seen.
    const struct ui *ui = scene->ui;
    scene->stays = ui->depth > 0 && ui->back[ui->depth - 1].screen == SCREEN_MEETING &&
                   meeting_running(scene->board) != NULL;
    if (scene->m->layout == LAYOUT_ROOM) {
        room_draw(scene, &trend);
    } else {
        small_draw(scene, &trend);
    }
}
