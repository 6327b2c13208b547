// Aandacht: the exceptions, most urgent first, and the gaps in the plan.
#include <stdio.h>
#include <string.h>

#include "view/attention_parts.h"
#include "view/sign.h"

// What the screen lists: exceptions, and after them a line for each kind of gap.
struct points {
    const struct attention_part *part;
    const struct attention **items;
    size_t count; // of items
    enum gap_kind gaps[GAP_KIND_COUNT];
    size_t gap_lines;
};

static void points_collect(const struct scene *scene, const struct attention_part *part,
                           struct points *points)
{
    int filter = scene->ui->filter;
    bool one = filter > 0 && filter <= ATTENTION_GAP;
    size_t from = one ? part->first[filter - 1] : 0;
    size_t to = one ? part->first[filter] : filter == 0 ? part->first[ATTENTION_GAP] : 0;

    *points =
        (struct points){.part = part, .items = part->items + from, .count = to - from};
    for (int kind = 0; !one && kind < GAP_KIND_COUNT; kind++) {
        if (part->gaps[kind] > 0) {
            points->gaps[points->gap_lines++] = (enum gap_kind)kind;
        }
    }
}

static void line_of_pace(const struct scene *scene, const struct attention *item,
                         struct line *line)
{
    const struct pace *pace = item->goal != NULL
                                  ? outlook_pace_of_goal(scene->outlook, item->goal)
                                  : outlook_pace(scene->outlook, item->ambition);

    line->sign = SIGN_COUNT;
    line->icon = SHAPE_ICON_PACE;
    if (item->goal != NULL) {
        format_fill(line->code, sizeof line->code, "%s", item->goal->code);
        format_fill(line->title, sizeof line->title, "%s", item->goal->title);
        format_fill(line->brief, sizeof line->brief, "%s", item->goal->brief);
    } else {
        format_fill(line->code, sizeof line->code, "%s", item->ambition->code);
        format_fill(line->title, sizeof line->title, "%s", item->ambition->wall);
        char *slash = strchr(line->title, '/');
        if (slash != NULL) {
            *slash = ' ';
        }
    }
    format_fill(line->side, sizeof line->side, "%d %s", pace->spread,
                scene_word(scene, WORD_PACE_STEPS));
    line->tap = intent_show(SCREEN_AMBITION, item->ambition->code);
}

static void line_of_track(const struct scene *scene, const struct attention *item,
                          struct line *line)
{
    const struct track *track = item->track;
    const struct action *action = item->action;

    line->sign = track != NULL ? track_sign(track, scene->board, scene->today) : SIGN_NONE;
    if (item->kind <= ATTENTION_BOTTLENECK) {
        line->fill = sign_tint(scene->t, line->sign);
        line->bottleneck = track->bottleneck;
    }
    format_fill(line->code, sizeof line->code, "%s", action->code);
    format_fill(line->title, sizeof line->title, "%s", action->title);
    format_fill(line->brief, sizeof line->brief, "%s", action->brief);
    line->tap = intent_show(SCREEN_CARD, action->code);
    if (track != NULL) {
        snprintf(line->tap.select, sizeof line->tap.select, "%s/%s", action->code,
                 track->column->id);
    }
    if (item->kind == ATTENTION_SHIFTED) {
        format_fill(line->side, sizeof line->side, scene_word(scene, WORD_TIMES_LATER),
                    action_slips(action));
    } else if (item->days != DAY_NONE) {
        format_days(line->side, sizeof line->side, scene->ui->lang, item->days);
    }
}

static void line_of_gap(const struct scene *scene, const struct points *points,
                        enum gap_kind kind, struct line *line)
{
    line->sign = SIGN_COUNT;
    line->icon = SHAPE_ICON_HELP;
    attention_gap_words(scene, kind, points->part->gaps[kind], line->title,
                        sizeof line->title);
    snprintf(line->where, sizeof line->where, "%s", scene_word(scene, WORD_GAPS));
    line->why.count = 1;
    if (kind == GAP_COLUMN) {
        format_fill(line->why.text[0], CLAUSE_BYTES,
                    scene_word(scene, WORD_GAP_COLUMN_HINT));
        line->tap = intent_show(SCREEN_COLUMN, scene->outlook->gaps.carries->id);
    } else {
        attention_gap_names(scene, kind, line->why.text[0], CLAUSE_BYTES);
        line->tap = intent_show(SCREEN_ATTENTION, attention_gap_name(kind));
        line->tap.amount = 2; // it has a way back
    }
}

static void point_draw(struct scene *scene, const struct points *points, size_t i, rect box)
{
    struct line line = {.fill = scene->t->card};

    if (i >= points->count) {
        line_of_gap(scene, points, points->gaps[i - points->count], &line);
    } else {
        const struct attention *item = points->items[i];
        if (item->kind == ATTENTION_PACE) {
            line_of_pace(scene, item, &line);
        } else {
            line_of_track(scene, item, &line);
        }
        attention_where(scene, item, line.where, sizeof line.where);
        attention_clauses(scene, item, &line.why);
    }
    attention_row_draw(scene, &line, box);
}

// How many points wait on later pages, where the pager leaves room to say it.
static void foot_draw(struct scene *scene, const struct list *list)
{
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    char words[FORMAT_SIZE];
    int more = list->last < list->count ? (int)(list->count - list->last) : 0;

    if (rect_empty(list->foot) || more == 0) {
        return;
    }
    format_fill(words, sizeof words,
                scene_word(scene, more == 1 ? WORD_LIGHTER_ONE : WORD_LIGHTER), more);
    if (text_width(scene, hand, words) < list->foot.w / 2) {
        text_put(scene, list->foot.x,
                 text_middle(scene, SIZE_HAND, list->foot.y + list->foot.h / 2), hand,
                 words);
    }
}

// A swipe to the side turns the page, as the buttons do.
static void pages_swipe(struct scene *scene, const struct list *list)
{
    if (scene->ui->here.offset_px > 0) {
        scene->before = intent_of(INTENT_SCROLL, -1);
    }
    if (list->last < list->count) {
        scene->after = intent_of(INTENT_SCROLL, 1);
    }
}

static rect points_frame(struct scene *scene, size_t rows)
{
    char line[2 * FORMAT_SIZE];
    char count[FORMAT_SIZE];
    char whose[FORMAT_SIZE];
    char of[FORMAT_SIZE];

    format_fill(count, sizeof count,
                scene_word(scene, rows == 1 ? WORD_POINT : WORD_POINTS), (int)rows);
    attention_whose_words(scene, whose, sizeof whose);
    format_fill(of, sizeof of, scene_word(scene, WORD_POINTS_OF), whose);
    format_fill(line, sizeof line, "%s%s%s, %s", count, whose[0] != '\0' ? " " : "",
                whose[0] != '\0' ? of : "", scene_word(scene, WORD_POINTS_HEAVIEST));
    return undo_clear(scene, chrome_frame(scene, NULL, scene_word(scene, WORD_ATTENTION),
                                          line, 0, TAB_ATTENTION));
}

void attention_draw(struct scene *scene)
{
    struct whose whose = attention_whose(scene);
    enum gap_kind kind = attention_gap_find(scene->ui->here.select);
    struct points points;

    if (kind < GAP_COLUMN) {
        attention_gaps_draw(scene, kind);
        return;
    }
    const struct attention_part *part = outlook_part(scene->outlook, &whose);
    if (part == NULL) {
        return;
    }
    points_collect(scene, part, &points);
    size_t rows = points.count + points.gap_lines;
    rect body = points_frame(scene, rows);
    attention_columns_draw(scene);
    int used = attention_filters_draw(scene, part, body) + scene->m->gap_px;
    body.y += used;
    body.h -= used;
    if (rows == 0) {
        text_put_fit(scene, body.x, body.y + 2 * text_leading(scene, SIZE_HAND), body.w,
                     (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2},
                     scene_word(scene, WORD_NO_POINTS));
    }
    bool open = scene->ui->fold == FOLD_WHOSE || scene->ui->fold == FOLD_KIND;
    if (!open) { // the chooser is what scrolls
        struct list list;
        list_begin(scene, &list, body, (rect){0}, rows, attention_row_px(scene), 1);
        for (size_t i = list.first; i < list.last; i++) {
            point_draw(scene, &points, i, list_row(scene, &list, i));
        }
        list_end(scene, &list);
        foot_draw(scene, &list);
        pages_swipe(scene, &list);
    } else {
        attention_chooser_draw(scene, part);
    }
}
