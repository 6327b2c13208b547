// The gaps in the plan: a line for each kind on Aandacht, and the list behind it.
#include <stdio.h>
#include <string.h>

#include "board/outlook_whose.h"
#include "view/attention_parts.h"

enum { NAMES_SHOWN = 6 };

// What `select` of the screen says.
static const char *const names[GAP_KIND_COUNT] = {
    [GAP_GOAL] = "doelen",      [GAP_LEAD] = "trekkers",  [GAP_FUNDING] = "dekking",
    [GAP_DUE] = "wanneer",      [GAP_TRACK] = "kolommen", [GAP_TWICE] = "dubbel",
    [GAP_REF] = "verwijzingen", [GAP_COLUMN] = "scheef",
};

const char *attention_gap_name(enum gap_kind kind)
{
    return names[kind];
}

enum gap_kind attention_gap_find(const char *name)
{
    int kind = 0;

    while (kind < GAP_KIND_COUNT && strcmp(names[kind], name) != 0) {
        kind++;
    }
    return (enum gap_kind)kind;
}

void attention_gap_words(const struct scene *scene, enum gap_kind kind, size_t count,
                         char *out, size_t size)
{
    static const enum word words[GAP_COLUMN][2] = {
        [GAP_GOAL] = {WORD_GAP_GOALS_ONE, WORD_GAP_GOALS},
        [GAP_LEAD] = {WORD_GAP_LEADS_ONE, WORD_GAP_LEADS},
        [GAP_FUNDING] = {WORD_GAP_FUNDING_ONE, WORD_GAP_FUNDING},
        [GAP_DUE] = {WORD_GAP_DUE_ONE, WORD_GAP_DUE},
        [GAP_TRACK] = {WORD_GAP_TRACK_ONE, WORD_GAP_TRACK},
        [GAP_TWICE] = {WORD_GAP_TWICE_ONE, WORD_GAP_TWICE},
        [GAP_REF] = {WORD_GAP_REFS_ONE, WORD_GAP_REFS},
    };
    const struct gaps *gaps = &scene->outlook->gaps;

    if (kind == GAP_COLUMN) {
        format_fill(out, size, scene_word(scene, WORD_GAP_COLUMN), gaps->carries->title,
                    (int)gaps->carried, (int)scene->board->track_count);
    } else {
        format_fill(out, size, "%d %s", (int)count,
                    scene_word(scene, words[kind][count == 1 ? 0 : 1]));
    }
}

// "Gemeente 20, Jeugdhulp 13": the columns of tracks without a lead.
static void columns_without_lead(const struct scene *scene, char *out, size_t size)
{
    const struct board *board = scene->board;
    char before[CLAUSE_BYTES];

    out[0] = '\0';
    for (size_t i = 0; i < board->column_count; i++) {
        const struct column *column = &board->columns[i];
        struct whose whose = {.kind = WHOSE_COLUMN, .column = column, .lead = ""};
        const struct whose_count *count = outlook_count(scene->outlook, &whose);
        if (count != NULL && count->gaps[GAP_LEAD] > 0) {
            format_fill(before, sizeof before, "%s%s", out, out[0] != '\0' ? ", " : "");
            format_fill(out, size, "%s%s %d", before, column->title,
                        (int)count->gaps[GAP_LEAD]);
        }
    }
}

void attention_gap_names(const struct scene *scene, enum gap_kind kind, char *out,
                         size_t size)
{
    struct whose whose = attention_whose(scene);
    const struct gap *gaps = NULL;
    char codes[CLAUSE_BYTES] = "";
    char before[CLAUSE_BYTES];

    if (kind == GAP_LEAD && whose.kind == WHOSE_ALL) {
        columns_without_lead(scene, out, size);
        return;
    }
    size_t count = outlook_gap_list(scene->outlook, kind, &whose, &gaps);
    for (size_t i = 0; i < count && i < NAMES_SHOWN; i++) {
        format_fill(before, sizeof before, "%s", codes);
        format_fill(codes, sizeof codes, "%s%s%s", before, i > 0 ? ", " : "",
                    gaps[i].action != NULL ? gaps[i].action->code : gaps[i].goal->code);
    }
    if (count > NAMES_SHOWN) {
        format_fill(out, size, scene_word(scene, WORD_GAP_NAMES_MORE), codes,
                    (int)(count - NAMES_SHOWN));
    } else {
        format_fill(out, size, "%s", codes);
    }
}

// What is missing about one action or goal.
static void gap_why(const struct scene *scene, enum gap_kind kind, const struct gap *gap,
                    char *out, size_t size)
{
    const struct action *action = gap->action;

    switch (kind) {
    case GAP_GOAL:
        format_fill(out, size, "%s", scene_word(scene, WORD_GAP_GOAL_NONE));
        break;
    case GAP_LEAD: format_fill(out, size, "%s", scene_word(scene, WORD_NO_LEAD)); break;
    case GAP_FUNDING:
        if (action->funding[0] != '\0' && !scene->ui->curtain) {
            format_fill(out, size, scene_word(scene, WORD_GAP_FUNDING_IS), action->funding);
        } else {
            format_fill(out, size, "%s", scene_word(scene, WORD_GAP_FUNDING_NONE));
        }
        break;
    case GAP_DUE: format_fill(out, size, "%s", scene_word(scene, WORD_GAP_DUE_NONE)); break;
    case GAP_TRACK:
        format_fill(out, size, "%s", scene_word(scene, WORD_GAP_TRACK_NONE));
        break;
    case GAP_TWICE:
        format_fill(out, size, scene_word(scene, WORD_GAP_SAME_AS), action->twin->code);
        break;
    case GAP_REF:
        format_fill(out, size, scene_word(scene, WORD_GAP_REFERS), action->refs);
        break;
    case GAP_COLUMN:
    case GAP_KIND_COUNT: out[0] = '\0'; break;
    }
}

static void gap_line(const struct scene *scene, enum gap_kind kind, const struct gap *gap,
                     struct line *line)
{
    const struct goal *goal = gap->goal;

    *line =
        (struct line){.sign = SIGN_COUNT, .icon = SHAPE_ICON_HELP, .fill = scene->t->card};
    line->why.count = 1;
    gap_why(scene, kind, gap, line->why.text[0], CLAUSE_BYTES);
    if (gap->action == NULL) {
        format_fill(line->code, sizeof line->code, "%s", goal->code);
        format_fill(line->title, sizeof line->title, "%s", goal->title);
        format_fill(line->brief, sizeof line->brief, "%s", goal->brief);
        format_fill(line->where, sizeof line->where, "%s %s", scene->board->row_kind,
                    goal->ambition->code);
        line->tap = intent_show(SCREEN_AMBITION, goal->ambition->code);
        return;
    }
    format_fill(line->code, sizeof line->code, "%s", gap->action->code);
    format_fill(line->title, sizeof line->title, "%s", gap->action->title);
    format_fill(line->brief, sizeof line->brief, "%s", gap->action->brief);
    line->tap = intent_show(SCREEN_CARD, gap->action->code);
    if (gap->track != NULL) {
        format_fill(line->where, sizeof line->where, "%s", gap->track->column->title);
        snprintf(line->tap.select, sizeof line->tap.select, "%s/%s", gap->action->code,
                 gap->track->column->id);
    } else {
        format_fill(line->where, sizeof line->where, "%s %s", scene_word(scene, WORD_GOAL),
                    goal->code);
    }
}

void attention_gaps_draw(struct scene *scene, enum gap_kind kind)
{
    struct whose whose = attention_whose(scene);
    const struct gap *gaps = NULL;
    size_t count = outlook_gap_list(scene->outlook, kind, &whose, &gaps);
    char title[FORMAT_SIZE];

    attention_gap_words(scene, kind, count, title, sizeof title);
    rect body =
        undo_clear(scene, chrome_frame(scene, NULL, title, scene_word(scene, WORD_GAPS), 0,
                                       TAB_ATTENTION));
    struct list list;
    list_begin(scene, &list, body, (rect){0}, count, attention_row_px(scene), 1);
    for (size_t i = list.first; i < list.last; i++) {
        struct line line;
        gap_line(scene, kind, &gaps[i], &line);
        attention_row_draw(scene, &line, list_row(scene, &list, i));
    }
    list_end(scene, &list);
}
