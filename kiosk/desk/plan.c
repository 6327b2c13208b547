#include "desk/plan.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "desk/course.h"
#include "desk/match.h"
#include "desk/plan_progress.h"
#include "desk/phrase.h"
#include "desk/plan_meeting.h"

enum { ROW_BYTES = 64, TITLE_POINTS = 60, BRIEF_POINTS = 22, DAY_MS = 24 * 60 * 60 * 1000 };

struct planner {
    struct plan *plan;
    struct programme *programme;
    const struct plan_options *options;
    const struct action **known; // by place of the action in its list
    size_t *places;              // by goal: how many of its actions are put
    int64_t at_ms; // moment of the plan's edits: 0, or before the first report
};

void plan_edit(struct plan *plan, struct programme *programme,
               const struct share_edit *edit)
{
    if (plan->count == plan->room) {
        size_t room = plan->room == 0 ? 256 : plan->room * 2;
        struct share_edit *more = programme_alloc(programme, room * sizeof *more);
        if (plan->count > 0) {
            memcpy(more, plan->edits, plan->count * sizeof *more);
        }
        plan->edits = more;
        plan->room = room;
    }
    plan->edits[plan->count++] = *edit;
}

const char *plan_row(struct programme *programme, const char *const *parts)
{
    const char *row = parts[0];

    for (size_t i = 1; parts[i] != NULL; i++) {
        row = programme_format(programme, "%s/%s", row, parts[i]);
    }
    if (strlen(row) > ROW_BYTES) {
        size_t kept = ROW_BYTES - 17;
        while (kept > 0 && ((unsigned char)row[kept] & 0xc0) == 0x80) {
            kept--; // never half a letter
        }
        row = programme_format(programme, "%.*s~%016llx", (int)kept, row, phrase_hash(row));
    }
    return row;
}

static const char *row_of(struct planner *planner, const char *key)
{
    return plan_row(planner->programme,
                    (const char *const[]){planner->options->slug, key, NULL});
}

// An export names rows that have another key than an import would give them.
static const char *item_row(struct planner *planner, const struct item *item,
                            const char *key)
{
    return item->row != NULL ? progress_row(planner->programme, planner->options, item->row)
                             : row_of(planner, key);
}

static void put(struct planner *planner, const char *table, const char *row,
                const char *column, const char *value)
{
    const struct share_edit edit = {.table = table,
                                    .row = row,
                                    .column = column,
                                    .value = value,
                                    .at_ms = planner->at_ms,
                                    .author = PLAN_AUTHOR};

    plan_edit(planner->plan, planner->programme, &edit);
}

// The fields of an item. `known`: the row is on the board already, so that derived fields
// give way.
static void put_item(struct planner *planner, enum item_kind kind, const struct item *item,
                     const char *row, bool known)
{
    const struct item_spec *spec = &item_specs[kind];

    for (int field = 0; field < ITEM_FIELDS; field++) {
        if (spec->columns[field] != NULL && !(known && item_derived(item, field))) {
            put(planner, spec->table, row, spec->columns[field], item->text[field]);
        }
    }
}

static void put_position(struct planner *planner, enum item_kind kind,
                         const struct item *item, const char *row, size_t place)
{
    put(planner, item_specs[kind].table, row, "board", planner->options->slug);
    put(planner, item_specs[kind].table, row, "position",
        item->place != NULL ? item->place
                            : programme_format(planner->programme, "%04zu", place + 1));
}

static bool is_known(const struct planner *planner, enum item_kind kind, const char *key)
{
    const struct board *board = planner->options->board;

    if (board == NULL) {
        return false;
    }
    if (kind == ITEM_COLUMN) {
        return board_column_find(board, key) != NULL;
    }
    if (kind == ITEM_GOAL) {
        return board_goal_find(board, key) != NULL;
    }
    for (size_t i = 0; kind == ITEM_AMBITION && i < board->ambition_count; i++) {
        if (strcmp(board->ambitions[i].code, key) == 0) {
            return true;
        }
    }
    return false;
}

// Kinds whose key is their first field and whose order is theirs in the file.
static void put_ordered(struct planner *planner, enum item_kind kind)
{
    const struct item_list *list = &planner->programme->lists[kind];

    for (size_t i = 0; i < list->count; i++) {
        const struct item *item = list->items[i];
        const char *row = item_row(planner, item, item->text[0]);
        put_position(planner, kind, item, row, i);
        put_item(planner, kind, list->items[i], row,
                 is_known(planner, kind, list->items[i]->text[0]));
    }
}

// Kinds without an order. A document lends what data/ knows; a board that is there keeps
// its own.
static void put_named(struct planner *planner, enum item_kind kind)
{
    const struct item_list *list = &planner->programme->lists[kind];
    const struct board *board = planner->options->board;

    for (size_t i = 0; i < list->count; i++) {
        const char *name = list->items[i]->text[0];
        bool known = board != NULL && (kind == ITEM_ORGANISATION
                                           ? board_organisation_find(board, name) != NULL
                                           : board_abbreviation_find(board, name) != NULL);
        if (known && item_derived(list->items[i], 0)) {
            continue;
        }
        const char *row = item_row(planner, list->items[i], name);
        put(planner, item_specs[kind].table, row, "board", planner->options->slug);
        put_item(planner, kind, list->items[i], row, false);
    }
}

static void put_board(struct planner *planner)
{
    const struct item *item = programme_board(planner->programme);

    put_item(planner, ITEM_BOARD, item, planner->options->slug,
             planner->options->board != NULL);
    if (planner->options->board == NULL && planner->programme->exact) {
        put(planner, "board", planner->options->slug, "position", item->text[BOARD_PLACE]);
    } else if (planner->options->board == NULL && planner->options->place > 0) {
        put(planner, "board", planner->options->slug, "position",
            programme_format(planner->programme, "%04zu", planner->options->place));
    }
}

// A title that was derived from the old text follows the new one; one that a person wrote
// stays.
static bool follows(struct planner *planner, const struct action *old, int field)
{
    struct arena *arena = &planner->programme->arena;
    const char *made = phrase_short(arena, old->text, TITLE_POINTS);

    if (made == NULL || field == ACTION_TITLE) {
        return made != NULL && strcmp(made, old->title) == 0;
    }
    const char *brief = phrase_short(arena, old->title, BRIEF_POINTS);
    return brief != NULL && strcmp(brief, old->brief) == 0 && strcmp(made, old->title) == 0;
}

static const char *track_row(struct planner *planner, const struct item *action,
                             const struct action *old, const char *column)
{
    const struct column *there =
        old == NULL ? NULL : board_column_find(planner->options->board, column);

    if (there != NULL && old->tracks[there->index] != NULL) {
        return old->tracks[there->index]->row;
    }
    return progress_track_row(planner->programme, planner->options,
                              action->text[ACTION_CODE], column);
}

static void put_track(struct planner *planner, const struct item *action,
                      const struct action *old, const char *column)
{
    const char *row = track_row(planner, action, old, column);

    put(planner, "track", row, "board", planner->options->slug);
    put(planner, "track", row, "action", action->text[ACTION_CODE]);
    put(planner, "track", row, "column_id", column);
}

static void put_tracks(struct planner *planner, const struct item *action,
                       const struct action *old)
{
    const char *list = action->text[ACTION_COLUMNS];

    while (*list != '\0') {
        size_t length = strcspn(list, ",");
        put_track(planner, action, old,
                  programme_format(planner->programme, "%.*s", (int)length, list));
        list += length + (list[length] == ',' ? 1 : 0);
    }
}

// Counted by goal, so that a line put in does not move the rest of the plan.
static size_t place_in_goal(struct planner *planner, const struct item *action)
{
    const struct item_list *goals = &planner->programme->lists[ITEM_GOAL];
    size_t goal = 0;

    while (goal < goals->count &&
           strcmp(goals->items[goal]->text[GOAL_CODE], action->text[ACTION_GOAL]) != 0) {
        goal++;
    }
    return planner->places[goal]++;
}

static void put_action(struct planner *planner, size_t place)
{
    struct item *item = planner->programme->lists[ITEM_ACTION].items[place];
    const struct action *old = planner->known[place];
    const char *row =
        old != NULL ? old->row : item_row(planner, item, item->text[ACTION_CODE]);

    for (int field = ACTION_TITLE; field <= ACTION_BRIEF; field++) {
        if (old != NULL && item_derived(item, field) && follows(planner, old, field)) {
            item_set(item, field, item->text[field]);
        }
    }
    // A document spells its partners with a capital here and there: no reason to change the
    // board.
    if (old != NULL && !planner->programme->folder &&
        phrase_same(old->partners, item->text[ACTION_PARTNERS])) {
        item_derive(item, ACTION_PARTNERS, item->text[ACTION_PARTNERS]);
    }
    put_position(planner, ITEM_ACTION, item, row, place_in_goal(planner, item));
    put_item(planner, ITEM_ACTION, item, row, old != NULL);
    put_tracks(planner, item, old);
    planner->plan->new_actions += old == NULL ? 1 : 0;
    planner->plan->known_actions += old != NULL ? 1 : 0;
}

static const struct action *known_of(const struct planner *planner,
                                     const struct item *action)
{
    const struct item_list *actions = &planner->programme->lists[ITEM_ACTION];

    for (size_t i = 0; i < actions->count; i++) {
        if (actions->items[i] == action) {
            return planner->known[i];
        }
    }
    return NULL;
}

// What a document says of the state of a track; an empty cell says nothing.
static void put_state(struct planner *planner, const struct item *track, const char *column)
{
    const char *row = track_row(planner, track->of, known_of(planner, track->of), column);

    for (int field = TRACK_STAGE; field <= TRACK_LEAD; field++) {
        if (track->text[field][0] != '\0') {
            put(planner, "track", row, item_specs[ITEM_TRACK].columns[field],
                track->text[field]);
        }
    }
}

static void put_states(struct planner *planner)
{
    const struct item_list *tracks = &planner->programme->lists[ITEM_TRACK];

    for (size_t i = 0; i < tracks->count; i++) {
        const struct item *track = tracks->items[i];
        const char *list = track->of->text[ACTION_COLUMNS];
        while (*list != '\0') {
            size_t length = strcspn(list, ",");
            const char *key =
                programme_format(planner->programme, "%.*s", (int)length, list);
            const struct item *column =
                programme_find(planner->programme, ITEM_COLUMN, COLUMN_KEY, key);
            if (track->text[TRACK_COLUMN][0] == '\0' ||
                phrase_same(track->text[TRACK_COLUMN], key) ||
                (column != NULL &&
                 phrase_same(track->text[TRACK_COLUMN], column->text[COLUMN_TITLE]))) {
                put_state(planner, track, key);
            }
            list += length + (list[length] == ',' ? 1 : 0);
        }
    }
}

static void lose(struct planner *planner, const char *table, const char *row,
                 const char *code, const char *title)
{
    struct plan *plan = planner->plan;

    plan->lost[plan->lost_count++] =
        (struct plan_lost){table, programme_text(planner->programme, code),
                           programme_text(planner->programme, title)};
    if (planner->options->prune) {
        put(planner, table, programme_text(planner->programme, row), "_live", "0");
    }
}

static bool in_file(const struct planner *planner, enum item_kind kind, const char *key)
{
    const struct item_list *list = &planner->programme->lists[kind];

    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->items[i]->text[0], key) == 0) {
            return true;
        }
    }
    return false;
}

// True when the action has the column (in a list separated by commas).
static bool has_column(const struct item *action, const char *column)
{
    const char *at = strstr(action->text[ACTION_COLUMNS], column);
    size_t length = strlen(column);

    while (at != NULL) {
        bool starts = at == action->text[ACTION_COLUMNS] || at[-1] == ',';
        if (starts && (at[length] == ',' || at[length] == '\0')) {
            return true;
        }
        at = strstr(at + 1, column);
    }
    return false;
}

static void lose_tracks(struct planner *planner, const struct action *old,
                        const struct item *action)
{
    for (int i = 0; i < COLUMN_MAX; i++) {
        const struct track *track = old->tracks[i];
        // With its action in the file, a track that somebody reported on is progress,
        // planned or not.
        bool progress =
            track != NULL && (track->reported != DAY_NONE || track->health != HEALTH_NONE);
        bool lost =
            track != NULL &&
            (action == NULL || (!progress && !has_column(action, track->column->id)));
        if (lost) {
            lose(planner, "track", track->row, old->code, track->column->title);
        }
    }
}

// What the board has and the file has not.
static void find_lost(struct planner *planner)
{
    const struct board *board = planner->options->board;
    const struct item_list *actions = &planner->programme->lists[ITEM_ACTION];
    size_t most = board->action_count + board->track_count + board->goal_count +
                  board->ambition_count;
    const struct item **item_of =
        programme_alloc(planner->programme, (board->action_count + 1) * sizeof *item_of);

    planner->plan->lost =
        programme_alloc(planner->programme, (most + 1) * sizeof(struct plan_lost));
    for (size_t i = 0; i < actions->count; i++) {
        if (planner->known[i] != NULL) {
            item_of[planner->known[i]->index] = actions->items[i];
        }
    }
    for (size_t i = 0; i < board->action_count; i++) {
        const struct action *old = &board->actions[i];
        if (item_of[i] == NULL) {
            lose(planner, "action", old->row, old->code, old->title);
        }
        lose_tracks(planner, old, item_of[i]);
    }
    for (size_t i = 0; i < board->goal_count; i++) {
        if (!in_file(planner, ITEM_GOAL, board->goals[i].code)) {
            lose(planner, "goal", row_of(planner, board->goals[i].code),
                 board->goals[i].code, board->goals[i].title);
        }
    }
    for (size_t i = 0; i < board->ambition_count; i++) {
        if (!in_file(planner, ITEM_AMBITION, board->ambitions[i].code)) {
            lose(planner, "ambition", row_of(planner, board->ambitions[i].code),
                 board->ambitions[i].code, board->ambitions[i].title);
        }
    }
}

static void put_plan(struct planner *planner)
{
    static const enum item_kind ordered[] = {ITEM_COLUMN, ITEM_AMBITION, ITEM_GOAL,
                                             ITEM_RUNG,   ITEM_RHYTHM,   ITEM_PERSON};
    const struct programme *programme = planner->programme;

    put_board(planner);
    for (size_t i = 0; i < sizeof ordered / sizeof *ordered; i++) {
        put_ordered(planner, ordered[i]);
    }
    // A document has no stages of its own; a board keeps those it has.
    if (planner->options->board == NULL || programme->folder) {
        put_ordered(planner, ITEM_STAGE);
    }
    put_named(planner, ITEM_ORGANISATION);
    put_named(planner, ITEM_ABBREVIATION);
    meeting_put(planner->plan, planner->programme, planner->options, planner->at_ms);
    for (size_t i = 0; i < programme->lists[ITEM_ACTION].count; i++) {
        put_action(planner, i);
    }
    put_states(planner);
}

void plan_make(struct plan *plan, struct programme *programme,
               const struct plan_options *options)
{
    struct planner planner = {.plan = plan, .programme = programme, .options = options};
    bool replay = options->board == NULL && programme->lists[ITEM_REPORT].count > 0;
    bool progress = options->board == NULL && progress_any(programme);

    *plan = (struct plan){0};
    meeting_decisions_find(programme, options);
    planner.known = match_actions(programme, options->board);
    planner.places = programme_alloc(programme, (programme->lists[ITEM_GOAL].count + 1) *
                                                    sizeof *planner.places);
    // History runs on from the plan: what is reported must come after it.
    planner.at_ms = replay     ? course_start_ms(programme, options->now_ms) - DAY_MS
                    : progress ? progress_start_ms(programme, options->now_ms) - DAY_MS
                               : 0;
    put_plan(&planner);
    if (options->board != NULL) {
        find_lost(&planner);
    }
    if (replay) {
        course_replay(plan, programme, options);
    }
    meeting_hold(plan, programme, options, planner.at_ms);
    if (progress) {
        progress_put(plan, programme, options);
    }
}
