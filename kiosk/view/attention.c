// Aandacht: the exceptions, most urgent first, and the gaps in the plan.
#include <stdio.h>
#include <string.h>

#include "view/chrome.h"
#include "view/chip.h"
#include "view/list.h"
#include "view/screens.h"
#include "view/sign.h"

enum { GAP_KINDS = 7 };

// All that could be listed, counted per kind.
struct exceptions {
    const struct attention *items; // of the outlook
    size_t count;
    size_t kinds[ATTENTION_KIND_COUNT];
    struct gaps gaps;
    int gap_lines; // kinds of gaps that occur
};

static size_t gap_count(const struct gaps *gaps, int kind)
{
    const size_t counts[GAP_KINDS] = {
        gaps->goals_without_action,    gaps->tracks_without_lead,
        gaps->actions_without_funding, gaps->actions_without_due,
        gaps->actions_without_track,   gaps->actions_twice,
        gaps->loose_references};

    return counts[kind];
}

static void exceptions_collect(struct scene *scene, struct exceptions *all)
{
    const struct outlook *outlook = scene->outlook;
    const size_t *first = outlook->attention_first;
    int filter = scene->ui->filter;

    for (int kind = 0; kind < ATTENTION_GAP; kind++) { // gaps are told in sums
        all->kinds[kind] = first[kind + 1] - first[kind];
    }
    if (filter > 0 && filter <= ATTENTION_GAP) {
        all->items = outlook->attention + first[filter - 1];
        all->count = all->kinds[filter - 1];
    } else {
        all->items = outlook->attention;
        all->count = filter == 0 ? first[ATTENTION_GAP] : 0;
    }
    all->gaps = outlook->gaps;
    for (int kind = 0; kind < GAP_KINDS; kind++) {
        all->gap_lines += gap_count(&all->gaps, kind) > 0;
    }
    all->kinds[ATTENTION_GAP] = (size_t)all->gap_lines;
}

static void chip_word(const struct scene *scene, int kind, char out[FORMAT_SIZE])
{
    static const enum word words[ATTENTION_KIND_COUNT] = {
        [ATTENTION_ESCALATED] = WORD_TO_BODY,
        [ATTENTION_BOTTLENECK] = WORD_HEALTH_BOTTLENECK,
        [ATTENTION_HEALTH] = WORD_HEALTH_ATTENTION,
        [ATTENTION_OVERDUE] = WORD_OVERDUE,
        [ATTENTION_SHIFTED] = WORD_SHIFTED,
        [ATTENTION_SILENT] = WORD_SILENT,
        [ATTENTION_PACE] = WORD_PACE_ISSUE,
        [ATTENTION_GAP] = WORD_GAPS,
    };

    format_fill(out, FORMAT_SIZE, scene_word(scene, words[kind]),
                scene->board->rungs[scene->board->rung_count - 1].name);
    if (out[0] >= 'a' && out[0] <= 'z') {
        out[0] = (char)(out[0] - 'a' + 'A');
    }
}

static int filters_draw(struct scene *scene, const struct exceptions *all, rect body)
{
    struct chip chips[ATTENTION_KIND_COUNT + 1] = {{.count = 0}};
    size_t count = 1;

    snprintf(chips[0].word, sizeof chips[0].word, "%s", scene_word(scene, WORD_ALL));
    for (int kind = 0; kind < ATTENTION_KIND_COUNT; kind++) {
        chips[0].count += (int)all->kinds[kind];
        if (all->kinds[kind] > 0) {
            struct chip *chip = &chips[count++];
            chip->filter = kind + 1;
            chip->count = (int)all->kinds[kind];
            chip_word(scene, kind, chip->word);
        }
    }
    return chips_draw(scene, chips, count, body);
}

struct line {
    enum sign sign;
    color fill;
    char code[FORMAT_SIZE], title[FORMAT_SIZE], brief[FORMAT_SIZE], where[FORMAT_SIZE],
        why[3 * FORMAT_SIZE], side[FORMAT_SIZE];
    const struct bottleneck *bottleneck;
    struct intent tap;
};

static void line_of_pace(const struct scene *scene, const struct attention *item,
                         struct line *line)
{
    const struct pace *pace = outlook_pace(scene->outlook, item->ambition);
    const char *least = "";
    const char *furthest = "";

    for (size_t c = 0; c < scene->board->column_count; c++) {
        if (pace->stages[c] == pace->least && least[0] == '\0') {
            least = scene->board->columns[c].title;
        } else if (pace->stages[c] == pace->furthest && furthest[0] == '\0') {
            furthest = scene->board->columns[c].title;
        }
    }
    line->sign = SIGN_COUNT;
    format_fill(line->code, sizeof line->code, "%s", item->ambition->code);
    format_fill(line->title, sizeof line->title, "%s", item->ambition->wall);
    char *slash = strchr(line->title, '/');
    if (slash != NULL) {
        *slash = ' ';
    }
    snprintf(line->where, sizeof line->where, "%s", scene_word(scene, WORD_PACE));
    format_fill(line->why, sizeof line->why, scene_word(scene, WORD_STEPS_BETWEEN),
                pace->spread, least, furthest);
    format_fill(line->side, sizeof line->side, "%d %s", pace->spread,
                scene_word(scene, WORD_PACE_STEPS));
    line->tap = intent_show(SCREEN_AMBITION, item->ambition->code);
}

static void bottleneck_why(const struct scene *scene, const struct track *track,
                           struct line *line)
{
    char why[FORMAT_SIZE];
    char by[FORMAT_SIZE] = "";
    const struct bottleneck *b = track->bottleneck;

    exception_words(scene, track, SIGN_BOTTLENECK, why, sizeof why);
    if (b != NULL && b->by != DAY_NONE) {
        format_when(by, sizeof by, scene->ui->lang, b->by, scene->today);
    }
    format_fill(line->why, sizeof line->why, "%s%s%s%s%s", why, b != NULL ? ", " : "",
                b != NULL ? scene->board->rungs[b->rung].name : "",
                by[0] != '\0' ? " " : "", by);
    if (b != NULL && b->rung_since != DAY_NONE &&
        scene->today - b->rung_since > scene->board->rung_days) {
        char more[FORMAT_SIZE];
        format_fill(more, sizeof more, scene_word(scene, WORD_LONGER_ON_RUNG),
                    scene->board->rung_days);
        strncat(line->why, ", ", sizeof line->why - strlen(line->why) - 1);
        strncat(line->why, more, sizeof line->why - strlen(line->why) - 1);
    }
    line->bottleneck = b;
}

static void line_of_track(const struct scene *scene, const struct attention *item,
                          struct line *line)
{
    const struct track *track = item->track;
    const struct action *action = item->action;
    char when[FORMAT_SIZE];

    line->sign = track != NULL ? track_sign(track, scene->board, scene->today) : SIGN_NONE;
    line->fill = item->kind <= ATTENTION_BOTTLENECK ? sign_tint(scene->t, line->sign)
                                                    : scene->t->card;
    format_fill(line->code, sizeof line->code, "%s", action->code);
    format_fill(line->title, sizeof line->title, "%s", action->title);
    format_fill(line->brief, sizeof line->brief, "%s", action->brief);
    format_fill(line->where, sizeof line->where, "%s",
                track != NULL ? track->column->title : scene_word(scene, WORD_ALL));
    line->tap = intent_show(SCREEN_CARD, action->code);
    if (track != NULL) {
        snprintf(line->tap.select, sizeof line->tap.select, "%s/%s", action->code,
                 track->column->id);
    }
    if (item->days != DAY_NONE) {
        format_days(line->side, sizeof line->side, scene->ui->lang, item->days);
    }
    if (item->kind == ATTENTION_ESCALATED || item->kind == ATTENTION_BOTTLENECK) {
        bottleneck_why(scene, track, line);
    } else if (item->kind == ATTENTION_OVERDUE) {
        format_fill(line->why, sizeof line->why, scene_word(scene, WORD_OVERDUE_SINCE),
                    action->due_text);
    } else if (item->kind == ATTENTION_SHIFTED) {
        format_fill(line->why, sizeof line->why, scene_word(scene, WORD_SHIFTED_TIMES),
                    (int)action->shift_count, action->due_text);
        format_fill(line->side, sizeof line->side, scene_word(scene, WORD_TIMES_LATER),
                    (int)action->shift_count);
    } else if (item->kind == ATTENTION_SILENT) {
        format_when(when, sizeof when, scene->ui->lang, track->reported, scene->today);
        format_fill(line->why, sizeof line->why, scene_word(scene, WORD_SILENT_FOR), when);
    } else {
        exception_words(scene, track, line->sign, line->why, sizeof line->why);
    }
}

static void line_of_gap(const struct scene *scene, const struct exceptions *all, int nth,
                        struct line *line)
{
    static const enum word words[GAP_KINDS] = {
        WORD_GAP_GOALS, WORD_GAP_LEADS, WORD_GAP_FUNDING, WORD_GAP_DUE,
        WORD_GAP_TRACK, WORD_GAP_TWICE, WORD_GAP_REFS};
    int kind = 0;

    while (kind < GAP_KINDS && (gap_count(&all->gaps, kind) == 0 || nth-- > 0)) {
        kind++;
    }
    if (kind == GAP_KINDS) {
        return;
    }
    line->sign = SIGN_NONE;
    format_fill(line->title, sizeof line->title, "%d %s", (int)gap_count(&all->gaps, kind),
                scene_word(scene, words[kind]));
    snprintf(line->where, sizeof line->where, "%s", scene_word(scene, WORD_GAPS));
}

static void ladder_blocks(struct scene *scene, const struct bottleneck *b, rect box)
{
    const struct metrics *m = scene->m;
    int rungs = (int)scene->board->rung_count;
    int low = m->unit_px * 2;
    int tall = m->unit_px * 3;
    bool top = b->rung == rungs - 1;
    color ink = top ? scene->t->purple : scene->t->red;
    int gap = m->unit_px / 2 + 1;

    for (int i = 0; i < rungs; i++) {
        int x = box.x + i * (box.w + gap) / rungs;
        int w = (box.w + gap) / rungs - gap;
        int high = i == b->rung ? tall : low;
        rect block = {x, box.y + tall - high, w, high};
        if (i <= b->rung) {
            draw_fill(scene->list, block, ink, 0);
        } else {
            draw_frame(scene->list, block, scene->t->edge, 0, m->hair_px);
        }
    }
    text_put_fit(scene, box.x, box.y + tall + text_leading(scene, SIZE_HAND),
                 box.w + 4 * m->unit_px,
                 (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink},
                 scene->board->rungs[b->rung].name);
}

static int line_side(struct scene *scene, const struct line *line, rect box)
{
    const struct metrics *m = scene->m;
    int right = box.x + box.w - 2 * m->unit_px;
    int arrow = m->unit_px * 3;
    bool room = m->layout == LAYOUT_ROOM;
    struct type big = {WEIGHT_SEMIBOLD, room ? SIZE_WAND : SIZE_TAFEL, scene->t->ink};

    if (line->tap.kind != INTENT_NONE) {
        draw_shape(scene->list, SHAPE_ICON_RIGHT,
                   (rect){right - arrow, box.y + (box.h - arrow) / 2, arrow, arrow},
                   scene->t->ink2);
        right -= arrow + 2 * m->unit_px;
    }
    if (m->layout != LAYOUT_PORTRAIT && line->side[0] != '\0') {
        right -=
            text_put_right(scene, right, text_middle(scene, big.size, box.y + box.h / 2),
                           big, line->side) +
            2 * m->unit_px;
    }
    if (room && line->bottleneck != NULL) {
        int x = box.x + box.w * 69 / 100;
        int w = 22 * m->unit_px;
        if (x + w < right) {
            ladder_blocks(scene, line->bottleneck,
                          (rect){x, box.y + box.h / 2 - m->unit_px * 4, w, 0});
            right = x - 2 * m->unit_px;
        }
    }
    return right;
}

static void line_draw(struct scene *scene, const struct line *line, rect box)
{
    const struct metrics *m = scene->m;
    bool room = m->layout == LAYOUT_ROOM;
    char label[5 * FORMAT_SIZE];
    int side = room ? 5 * m->unit_px : text_cap(scene, SIZE_WAND) * 13 / 10;
    int x = box.x + 2 * m->unit_px;
    struct type big = {WEIGHT_SEMIBOLD, room ? SIZE_WAND : SIZE_TAFEL, scene->t->ink};
    struct type code = {WEIGHT_SEMIBOLD, big.size, scene->t->ink2};
    struct surface s = {.role = ROLE_CARD,
                        .box = box,
                        .hit = rect_meet(box, scene->list->clip),
                        .fill = line->fill,
                        .radius_px = m->radius_px,
                        .tap = line->tap};

    format_fill(label, sizeof label, "%s %s, %s: %s", line->code, line->title, line->where,
                line->why);
    chrome_surface(scene, &s, label);
    int cy = box.y + box.h / 2;
    if (line->sign == SIGN_COUNT) {
        draw_shape(scene->list, SHAPE_ICON_PACE, (rect){x, cy - side / 2, side, side},
                   scene->t->ink2);
    } else {
        sign_draw(scene, line->sign, x, cy - side / 2, side);
    }
    x += side + 2 * m->unit_px;
    int right = line_side(scene, line, box);
    int lines = text_cap(scene, big.size) + text_leading(scene, SIZE_HAND);
    int baseline = cy - lines / 2 + text_cap(scene, big.size);
    int indent = room ? text_width(scene, code, "5.5a") + 6 * m->unit_px
                      : text_width(scene, code, line->code) + 2 * m->unit_px;
    if (line->code[0] != '\0') {
        const char *forms[] = {line->title, line->brief, NULL};
        int fit = right - x - indent;
        text_put(scene, x, baseline, code, line->code);
        text_put_fit(scene, x + indent, baseline, fit, big,
                     line->brief[0] != '\0' ? text_choose(scene, fit, big, forms)
                                            : line->title);
    } else {
        indent = 0;
        text_put_fit(scene, x, baseline, right - x, big, line->title);
    }
    int text_x = room ? x + indent : x;
    int under = baseline + text_leading(scene, SIZE_HAND) + m->unit_px / 4;
    char where[FORMAT_SIZE + 4];
    format_fill(where, sizeof where, line->why[0] != '\0' ? "%s: " : "%s", line->where);
    text_x += text_put(scene, text_x, under,
                       (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink}, where);
    text_put_fit(scene, text_x, under, right - text_x,
                 (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2}, line->why);
}

void attention_draw(struct scene *scene)
{
    struct exceptions all = {0};
    const struct metrics *m = scene->m;
    char line_words[2 * FORMAT_SIZE];
    char count[FORMAT_SIZE];

    exceptions_collect(scene, &all);
    bool gaps = scene->ui->filter == 0 || scene->ui->filter == ATTENTION_GAP + 1;
    size_t rows = all.count + (gaps ? (size_t)all.gap_lines : 0);
    format_fill(count, sizeof count,
                scene_word(scene, rows == 1 ? WORD_POINT : WORD_POINTS), (int)rows);
    format_fill(line_words, sizeof line_words, "%s, %s", count,
                scene_word(scene, WORD_POINTS_HEAVIEST));
    rect body =
        undo_clear(scene, chrome_frame(scene, NULL, scene_word(scene, WORD_ATTENTION),
                                       line_words, 0, TAB_ATTENTION));
    if (m->layout != LAYOUT_PANEL || scene->ui->here.offset_px == 0) {
        int used = filters_draw(scene, &all, body) + m->gap_px;
        body.y += used;
        body.h -= used;
    }
    int row = text_leading(scene, m->layout == LAYOUT_ROOM ? SIZE_WAND : SIZE_TAFEL) +
              text_leading(scene, SIZE_HAND) + 2 * m->unit_px;
    struct list list;
    list_begin(scene, &list, body, (rect){0}, rows, most(row, m->touch_min_px), 1);
    for (size_t i = list.first; i < list.last; i++) {
        struct line line = {.fill = scene->t->card};
        if (i >= all.count) {
            line_of_gap(scene, &all, (int)(i - all.count), &line);
        } else if (all.items[i].kind == ATTENTION_PACE) {
            line_of_pace(scene, &all.items[i], &line);
        } else {
            line_of_track(scene, &all.items[i], &line);
        }
        line_draw(scene, &line, list_row(scene, &list, i));
    }
    list_end(scene, &list);
}
