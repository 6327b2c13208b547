// The sentence of an exception: its facts as clauses, the most telling first.
#include <stdio.h>
#include <string.h>

#include "view/attention_parts.h"

enum { TRAIL_SHOWN = 5 };

// Room for one more; of too many the last one is lost.
static char *clause_new(struct clauses *clauses)
{
    clauses->count += clauses->count < CLAUSE_MAX ? 1 : 0;
    clauses->text[clauses->count - 1][0] = '\0';
    return clauses->text[clauses->count - 1];
}

static void append(char *out, size_t size, const char *text)
{
    size_t used = strlen(out);

    format_fill(out + used, size - used, "%s", text);
}

static void clause_since(const struct scene *scene, int32_t since, struct clauses *clauses)
{
    char day[FORMAT_SIZE];

    if (since != DAY_NONE) {
        format_when(day, sizeof day, scene->ui->lang, since, scene->today);
        format_fill(clause_new(clauses), CLAUSE_BYTES, scene_word(scene, WORD_SAY_SINCE),
                    day);
    }
}

static void clause_domino(const struct scene *scene, const struct action *action,
                          struct clauses *clauses)
{
    const struct action *held[2];
    size_t count = outlook_domino(scene->outlook, action, held, 2);
    char *out = count > 0 ? clause_new(clauses) : NULL;

    if (count == 1) {
        format_fill(out, CLAUSE_BYTES, scene_word(scene, WORD_SAY_HOLDS), held[0]->code);
    } else if (count == 2) {
        format_fill(out, CLAUSE_BYTES, scene_word(scene, WORD_SAY_HOLDS_TWO), held[0]->code,
                    held[1]->code);
    } else if (count > 2) {
        format_fill(out, CLAUSE_BYTES, scene_word(scene, WORD_SAY_HOLDS_MORE),
                    held[0]->code, held[1]->code, (int)count - 2);
    }
}

// "2022 → 2023 → 2025": of a long trail the first and the newest.
static void trail_words(const struct action *action, char *out, size_t size)
{
    size_t count = action->shift_count;
    size_t from = count > TRAIL_SHOWN ? count - TRAIL_SHOWN + 1 : 0;

    format_fill(out, size, "%s%s", action->shifts[0].from,
                from > 0 ? " \xe2\x86\x92 \xe2\x80\xa6" : "");
    for (size_t i = from; i < count; i++) {
        append(out, size, out[0] != '\0' ? " \xe2\x86\x92 " : "");
        append(out, size, action->shifts[i].to);
    }
}

static void clause_trail(const struct scene *scene, const struct action *action,
                         struct clauses *clauses)
{
    int slips = action_slips(action);
    char trail[CLAUSE_BYTES];

    if (slips == 0) {
        return;
    }
    trail_words(action, trail, sizeof trail);
    if (slips == 1) {
        format_fill(clause_new(clauses), CLAUSE_BYTES,
                    scene_word(scene, WORD_SAY_MOVED_ONCE), trail);
    } else {
        format_fill(clause_new(clauses), CLAUSE_BYTES, scene_word(scene, WORD_SAY_MOVED),
                    slips, trail);
    }
}

// By when it must be decided: the meeting of its body on that day, or the day alone.
static void clause_decide(const struct scene *scene, const struct bottleneck *b,
                          struct clauses *clauses)
{
    const struct board *board = scene->board;
    const char *body = board->rungs[b->rung].name;
    const struct meeting *at = NULL;
    char day[FORMAT_SIZE];

    if (b->by == DAY_NONE) {
        return;
    }
    for (size_t i = 0; i < board->meeting_count; i++) {
        const struct meeting *meeting = &board->meetings[i];
        at = meeting->day == b->by && strcmp(meeting->body, body) == 0 ? meeting : at;
    }
    format_when(day, sizeof day, scene->ui->lang, b->by, scene->today);
    if (b->by < scene->today) {
        format_fill(clause_new(clauses), CLAUSE_BYTES,
                    scene_word(scene, WORD_SAY_DECIDE_PAST), day);
    } else if (at != NULL) {
        format_fill(clause_new(clauses), CLAUSE_BYTES,
                    scene_word(scene, WORD_SAY_DECIDE_IN), body, day);
    } else {
        format_fill(clause_new(clauses), CLAUSE_BYTES,
                    scene_word(scene, WORD_SAY_DECIDE_BY), day);
    }
}

static void clause_rung(const struct scene *scene, const struct bottleneck *b,
                        struct clauses *clauses)
{
    const struct board *board = scene->board;
    const struct rung *next = rung_proposed(board, b, scene->today);
    int days = rung_days(b, scene->today);
    char lasts[FORMAT_SIZE];

    if (days == DAY_NONE) {
        format_fill(clause_new(clauses), CLAUSE_BYTES, scene_word(scene, WORD_AT_BODY),
                    board->rungs[b->rung].name);
        return;
    }
    format_days(lasts, sizeof lasts, scene->ui->lang, days);
    format_fill(clause_new(clauses), CLAUSE_BYTES, scene_word(scene, WORD_SAY_ON_RUNG),
                lasts, board->rungs[b->rung].name);
    if (next != NULL) {
        format_fill(clause_new(clauses), CLAUSE_BYTES, scene_word(scene, WORD_SAY_PROPOSE),
                    board->rung_days, next->name);
    } else if (rung_lingers(board, b, scene->today)) {
        format_fill(clause_new(clauses), CLAUSE_BYTES, scene_word(scene, WORD_SAY_LONGER),
                    board->rung_days);
    }
}

static void bottleneck_clauses(const struct scene *scene, const struct attention *item,
                               struct clauses *clauses)
{
    const struct bottleneck *b = item->track->bottleneck;
    char *why = clause_new(clauses);

    exception_words(scene, item->track, SIGN_BOTTLENECK, why, CLAUSE_BYTES);
    size_t length = strlen(why);
    if (length > 0 && why[length - 1] == '.') { // the sentence goes on
        why[length - 1] = '\0';
    }
    if (b == NULL) {
        clause_since(scene, item->track->health_since, clauses);
        clause_domino(scene, item->action, clauses);
        return;
    }
    clause_rung(scene, b, clauses);
    clause_decide(scene, b, clauses);
    clause_domino(scene, item->action, clauses);
    if (b->asked[0] != '\0' && !scene->ui->curtain) {
        format_fill(clause_new(clauses), CLAUSE_BYTES, scene_word(scene, WORD_SAY_ASKED),
                    scene->board->rungs[b->rung].name, b->asked);
    }
}

static void overdue_clauses(const struct scene *scene, const struct attention *item,
                            struct clauses *clauses)
{
    char days[FORMAT_SIZE];

    format_fill(clause_new(clauses), CLAUSE_BYTES, scene_word(scene, WORD_SAY_DUE),
                item->action->due_text);
    format_days(days, sizeof days, scene->ui->lang, item->days);
    format_fill(clause_new(clauses), CLAUSE_BYTES, scene_word(scene, WORD_SAY_LATE), days);
    clause_domino(scene, item->action, clauses);
    clause_trail(scene, item->action, clauses);
}

static void shifted_clauses(const struct scene *scene, const struct attention *item,
                            struct clauses *clauses)
{
    char days[FORMAT_SIZE];

    clause_trail(scene, item->action, clauses);
    if (item->days != DAY_NONE && item->days > 0) {
        format_days(days, sizeof days, scene->ui->lang, item->days);
        format_fill(clause_new(clauses), CLAUSE_BYTES, scene_word(scene, WORD_SAY_IN_ALL),
                    days);
    }
}

static void silent_clauses(const struct scene *scene, const struct track *track,
                           struct clauses *clauses)
{
    const struct action *action = track->action;
    char day[FORMAT_SIZE];

    format_when(day, sizeof day, scene->ui->lang, track->reported, scene->today);
    format_fill(clause_new(clauses), CLAUSE_BYTES, scene_word(scene, WORD_SILENT_FOR), day);
    if (track->lead[0] == '\0') {
        format_fill(clause_new(clauses), CLAUSE_BYTES, scene_word(scene, WORD_SAY_NO_LEAD));
    } else if (!scene->ui->curtain) {
        format_fill(clause_new(clauses), CLAUSE_BYTES, scene_word(scene, WORD_SAY_LEAD),
                    track->lead);
    }
    if (track_rhythm_days(track, scene->board) < scene->board->silent_days) {
        format_fill(clause_new(clauses), CLAUSE_BYTES, scene_word(scene, WORD_SAY_ROUND),
                    action->due_text);
    } else {
        format_fill(clause_new(clauses), CLAUSE_BYTES, scene_word(scene, WORD_SAY_RHYTHM),
                    scene->board->silent_days);
    }
}

// "Gemeente en Onderwijs (vertalen)": the columns at a stage.
static void columns_at(const struct scene *scene, const struct pace *pace, int stage,
                       char *out, size_t size)
{
    const struct board *board = scene->board;
    char names[CLAUSE_BYTES] = "";
    char before[CLAUSE_BYTES];
    int left = 0;

    for (size_t i = 0; i < board->column_count; i++) {
        left += pace->stages[i] == stage ? 1 : 0;
    }
    for (size_t i = 0; i < board->column_count; i++) {
        if (pace->stages[i] != stage) {
            continue;
        }
        left--;
        if (names[0] == '\0') {
            format_fill(names, sizeof names, "%s", board->columns[i].title);
        } else if (left > 0) {
            append(names, sizeof names, ", ");
            append(names, sizeof names, board->columns[i].title);
        } else {
            format_fill(before, sizeof before, "%s", names);
            format_fill(names, sizeof names, scene_word(scene, WORD_AND), before,
                        board->columns[i].title);
        }
    }
    format_fill(out, size, "%s (%s)", names, board->stages[stage]);
}

static void pace_clauses(const struct scene *scene, const struct attention *item,
                         struct clauses *clauses)
{
    const struct pace *pace = item->goal != NULL
                                  ? outlook_pace_of_goal(scene->outlook, item->goal)
                                  : outlook_pace(scene->outlook, item->ambition);
    char names[CLAUSE_BYTES];

    columns_at(scene, pace, pace->furthest, names, sizeof names);
    format_fill(clause_new(clauses), CLAUSE_BYTES, scene_word(scene, WORD_SAY_AHEAD),
                names);
    columns_at(scene, pace, pace->least, names, sizeof names);
    format_fill(clause_new(clauses), CLAUSE_BYTES, scene_word(scene, WORD_SAY_BEHIND),
                names);
    clause_since(scene, outlook_pace_since(scene->outlook, item->ambition, item->goal),
                 clauses);
    format_fill(clause_new(clauses), CLAUSE_BYTES, scene_word(scene, WORD_SAY_APART),
                pace->spread);
}

void attention_clauses(const struct scene *scene, const struct attention *item,
                       struct clauses *clauses)
{
    clauses->count = 0;
    switch (item->kind) {
    case ATTENTION_ESCALATED:
    case ATTENTION_BOTTLENECK: bottleneck_clauses(scene, item, clauses); break;
    case ATTENTION_HEALTH:
        exception_words(scene, item->track, SIGN_ATTENTION, clause_new(clauses),
                        CLAUSE_BYTES);
        clause_since(scene, item->track->health_since, clauses);
        break;
    case ATTENTION_OVERDUE: overdue_clauses(scene, item, clauses); break;
    case ATTENTION_SHIFTED: shifted_clauses(scene, item, clauses); break;
    case ATTENTION_SILENT: silent_clauses(scene, item->track, clauses); break;
    case ATTENTION_PACE: pace_clauses(scene, item, clauses); break;
    case ATTENTION_GAP:
        format_fill(clause_new(clauses), CLAUSE_BYTES, scene_word(scene, WORD_MISSING));
        break;
    case ATTENTION_KIND_COUNT: break;
    }
}

void attention_where(const struct scene *scene, const struct attention *item, char *out,
                     size_t size)
{
    if (item->kind == ATTENTION_PACE && item->goal != NULL) {
        format_fill(out, size, scene_word(scene, WORD_PACE_OF_GOAL), item->goal->code);
    } else if (item->kind == ATTENTION_PACE) {
        format_fill(out, size, "%s", scene_word(scene, WORD_PACE));
    } else {
        format_fill(out, size, "%s",
                    item->track != NULL ? item->track->column->title
                                        : scene_word(scene, WORD_ALL));
    }
}

void clauses_join(const struct scene *scene, const struct clauses *clauses,
                  const char *before, int width_px, int lines, struct type type, char *out,
                  size_t size)
{
    char longer[CLAUSE_MAX * CLAUSE_BYTES];

    format_fill(out, size, "%s%s", before, clauses->count > 0 ? clauses->text[0] : "");
    for (int i = 1; i < clauses->count; i++) {
        format_fill(longer, sizeof longer, "%s, %s", out, clauses->text[i]);
        if (text_lines(scene, width_px, type, longer) > lines) {
            return;
        }
        format_fill(out, size, "%s", longer);
    }
}
