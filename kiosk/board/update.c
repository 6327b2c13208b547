#include "board/update.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "board/update_making.h"

static void track_set(struct making *making, const struct track *track, const char *column,
                      const char *value, const char *before)
{
    update_set(making->update, "track", track->row, column, value, before);
}

// Last of all cells of a track: it says when the others were reported.
static void report(struct making *making, const struct track *track)
{
    track_set(making, track, "reported", making->today, track->file.reported);
}

// Makes a row that belongs to a track or an action.
static void row_make(struct making *making, const char *table, const char *row)
{
    const struct update_wish *wish = making->wish;

    update_put(making->update, table, row, "_live", "1", NULL);
    update_put(making->update, table, row, "board", making->board->slug, NULL);
    update_put(making->update, table, row, "action", wish->track->action->code, NULL);
    update_put(making->update, table, row, "column_id", wish->track->column->id, NULL);
}

static const struct bottleneck *bottleneck_of(const struct board *board, const char *row)
{
    for (size_t i = 0; i < board->bottleneck_count; i++) {
        if (strcmp(board->bottlenecks[i]->row, row) == 0) {
            return board->bottlenecks[i];
        }
    }
    return NULL;
}

static bool note_taken(const struct board *board, const char *row)
{
    for (size_t i = 0; i < board->note_count; i++) {
        if (strcmp(board->notes[i].row, row) == 0) {
            return true;
        }
    }
    return false;
}

static bool row_taken(const struct board *board, const char *table, const char *row)
{
    return strcmp(table, "note") == 0 ? note_taken(board, row)
                                      : bottleneck_of(board, row) != NULL;
}

// Writes a row id that the board does not have yet: the place of the track and `tail`.
static void row_name(const struct making *making, const char *table, const char *tail,
                     char out[ROW_BYTES + 1])
{
    const struct track *track = making->wish->track;
    char place[ROW_BYTES + 1];
    int length = snprintf(place, sizeof place, "%s/%s/%s", making->board->slug,
                          track->action->code, track->column->id);
    size_t room = ROW_BYTES - strlen(tail) - 8;
    size_t kept = (size_t)length < room ? (size_t)length : utf8_whole(place, room);

    snprintf(out, ROW_BYTES + 1, "%.*s/%s", (int)kept, place, tail);
    for (int i = 2; row_taken(making->board, table, out) && i < 100000; i++) {
        snprintf(out, ROW_BYTES + 1, "%.*s/%s-%d", (int)kept, place, tail, i);
    }
}

// Opens a bottleneck since a day, on a rung. Columns that it leaves empty are written too:
// a row of this name may have been there before and was deleted.
static void bottleneck_open(struct making *making, const char *since, const char *reason,
                            const char *asked, int rung)
{
    static const char *const empty[] = {"decide_by", "ended", "outcome"};
    char row[ROW_BYTES + 1];

    row_name(making, "bottleneck", making->today, row);
    row_make(making, "bottleneck", row);
    update_put(making->update, "bottleneck", row, "reason", reason, NULL);
    update_put(making->update, "bottleneck", row, "since", since, NULL);
    update_put(making->update, "bottleneck", row, "rung", making->board->rungs[rung].name,
               NULL);
    update_put(making->update, "bottleneck", row, "rung_since", making->today, NULL);
    update_put(making->update, "bottleneck", row, "asked", asked, NULL);
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        update_put(making->update, "bottleneck", row, empty[i], NULL, NULL);
    }
}

static bool is_open(const struct bottleneck *bottleneck, const struct track *track)
{
    return bottleneck->track == track && bottleneck->file.ended == NULL;
}

// The open bottleneck of a track, also of one whose course says something else: the newest.
static const struct bottleneck *open_one(const struct making *making)
{
    const struct board *board = making->board;
    const struct bottleneck *found = NULL;

    for (size_t i = 0; i < board->bottleneck_count; i++) {
        const struct bottleneck *other = board->bottlenecks[i];
        bool newer = found == NULL || other->since > found->since;
        found = is_open(other, making->wish->track) && newer ? other : found;
    }
    return found;
}

static void bottlenecks_end(struct making *making)
{
    for (size_t i = 0; i < making->board->bottleneck_count; i++) {
        const struct bottleneck *bottleneck = making->board->bottlenecks[i];
        if (is_open(bottleneck, making->wish->track)) {
            update_set(making->update, "bottleneck", bottleneck->row, "ended",
                       making->today, bottleneck->file.ended);
        }
    }
}

// Since when a track is in a bottleneck that has no row: today, unless it was already.
static const char *stuck_since(const struct making *making, char out[16])
{
    const struct track *track = making->wish->track;

    if (track->health != HEALTH_BOTTLENECK || track->health_since == DAY_NONE) {
        return making->today;
    }
    day_write(track->health_since, out);
    return out;
}

static void reason_set(struct making *making, const char *reason)
{
    const struct track *track = making->wish->track;
    const struct bottleneck *open = track->bottleneck;

    track_set(making, track, "reason", reason, track->file.reason);
    if (open != NULL) {
        update_set(making->update, "bottleneck", open->row, "reason", reason,
                   open->file.reason);
    }
}

static void rung_set(struct making *making, const struct bottleneck *open, int rung)
{
    update_set(making->update, "bottleneck", open->row, "rung",
               making->board->rungs[rung].name, open->file.rung);
    update_set(making->update, "bottleneck", open->row, "rung_since", making->today,
               open->file.rung_since);
}

static void stuck_set(struct making *making, const char *reason, int rung)
{
    const struct track *track = making->wish->track;
    const struct bottleneck *open = open_one(making);
    char since[16];

    track_set(making, track, "reason", reason, track->file.reason);
    if (open == NULL) {
        bottleneck_open(making, stuck_since(making, since), reason, NULL, rung);
    } else if (reason != NULL) {
        update_set(making->update, "bottleneck", open->row, "reason", reason,
                   open->file.reason);
    }
}

static void make_health(struct making *making)
{
    const struct track *track = making->wish->track;
    int health = making->wish->number;
    bool loud = health == HEALTH_ATTENTION || health == HEALTH_BOTTLENECK;
    bool was_loud = track->health == HEALTH_ATTENTION || track->health == HEALTH_BOTTLENECK;
    const char *reason = making->text;

    if (health <= HEALTH_NONE || health >= HEALTH_COUNT) {
        return;
    }
    // No reason was given: what is still wrong keeps the one that it had.
    if (reason == NULL && loud && was_loud) {
        reason = track->file.reason;
    }
    track_set(making, track, "health", health_word((enum health)health),
              health == (int)track->health ? health_word(track->health)
                                           : track->file.health);
    if (health == HEALTH_BOTTLENECK) {
        stuck_set(making, reason, 0);
    } else {
        track_set(making, track, "reason", reason, track->file.reason);
        bottlenecks_end(making);
    }
    report(making, track);
}

void making_stuck(struct making *making, int rung)
{
    const struct track *track = making->wish->track;
    const struct bottleneck *open = open_one(making);

    track_set(making, track, "health", health_word(HEALTH_BOTTLENECK), track->file.health);
    stuck_set(making, making->text == NULL ? track->file.reason : making->text, rung);
    if (open != NULL && open->rung != rung) {
        rung_set(making, open, rung);
    }
    report(making, track);
}

static void make_reason(struct making *making)
{
    reason_set(making, making->text);
    if (making->update->count > 0) {
        report(making, making->wish->track);
    }
}

static void make_stage(struct making *making)
{
    const struct track *track = making->wish->track;
    int stage = making->wish->number;

    if (stage < 0 || (size_t)stage >= making->board->stage_count) {
        return;
    }
    // Where nobody said a stage, the first one can still be reported.
    bool named = track->file.stage != NULL &&
                 board_stage_find(making->board, track->file.stage) == stage;
    if (!named) {
        track_set(making, track, "stage", making->board->stages[stage], track->file.stage);
    }
    report(making, track);
}

static void make_same(struct making *making)
{
    const struct track *track = making->wish->track;

    if (track->reported == DAY_NONE && track->health == HEALTH_NONE) {
        track_set(making, track, "health", health_word(HEALTH_ON_COURSE),
                  track->file.health);
    }
    report(making, track);
}

static void make_lead(struct making *making)
{
    const struct track *track = making->wish->track;

    track_set(making, track, "lead", making->text, track->file.lead);
}

static void make_rung(struct making *making)
{
    const struct track *track = making->wish->track;
    const struct bottleneck *open = track->bottleneck;
    int rung = making->wish->number;
    char since[16];

    if (track->health != HEALTH_BOTTLENECK || rung < 0 ||
        (size_t)rung >= making->board->rung_count) {
        return;
    }
    if (open != NULL && open->rung == rung) {
        return;
    }
    if (open == NULL) {
        bottleneck_open(making, stuck_since(making, since), track->file.reason, NULL, rung);
    } else {
        rung_set(making, open, rung);
    }
    report(making, track);
}

static void make_asked(struct making *making)
{
    const struct track *track = making->wish->track;
    const struct bottleneck *open = track->bottleneck;
    char since[16];

    if (track->health != HEALTH_BOTTLENECK) {
        return;
    }
    if (open != NULL) {
        update_set(making->update, "bottleneck", open->row, "asked", making->text,
                   open->file.asked);
    } else if (making->text != NULL) {
        bottleneck_open(making, stuck_since(making, since), track->file.reason,
                        making->text, 0);
    }
}

static void make_end(struct making *making)
{
    const struct track *track = making->wish->track;

    if (track->health != HEALTH_BOTTLENECK) {
        return;
    }
    track_set(making, track, "health", health_word(HEALTH_ON_COURSE), track->file.health);
    track_set(making, track, "reason", NULL, track->file.reason);
    bottlenecks_end(making);
    report(making, track);
}

uint32_t making_number(const char *const *texts)
{
    uint32_t hash = 2166136261u;

    for (; *texts != NULL; texts++) {
        for (const char *at = *texts; *at != '\0'; at++) {
            hash = (hash ^ (unsigned char)*at) * 16777619u;
        }
        hash = texts[1] == NULL ? hash : (hash ^ 0xff) * 16777619u;
    }
    return hash;
}

static void make_note(struct making *making)
{
    struct update *update = making->update;
    char row[ROW_BYTES + 1];
    char tail[32];

    if (making->text == NULL) {
        return;
    }
    snprintf(tail, sizeof tail, "%s/%08x", making->today,
             making_number((const char *const[]){update->author, making->text, NULL}));
    row_name(making, "note", tail, row);
    row_make(making, "note", row);
    update_put(update, "note", row, "author", update->author, NULL);
    update_put(update, "note", row, "at", making->today, NULL);
    update_put(update, "note", row, "text", making->text, NULL);
}

static void make_due(struct making *making)
{
    const struct action *action = making->wish->action;
    const struct due due = due_read(making->text);

    if (due.kind != DUE_NONE && due.kind != DUE_UNREAD) {
        update_set(making->update, "action", action->row, "due", making->text,
                   action->due_file);
    }
}

static void person_make(struct making *making, const char *pin)
{
    const struct column *column = making->wish->column;
    char folded[ROW_BYTES];
    char row[ROW_BYTES + 1];

    utf8_fold(making->text, folded, sizeof folded);
    int length = snprintf(row, sizeof row, "%s/persoon/%s", making->board->slug, folded);
    row[(size_t)length < sizeof row ? (size_t)length : utf8_whole(row, ROW_BYTES)] = '\0';
    update_put(making->update, "person", row, "_live", "1", NULL);
    update_put(making->update, "person", row, "board", making->board->slug, NULL);
    update_put(making->update, "person", row, "name", making->text, NULL);
    update_put(making->update, "person", row, "column_id",
               column == NULL ? NULL : column->id, NULL);
    update_put(making->update, "person", row, "pin", pin, NULL);
}

static void make_person(struct making *making)
{
    if (making->text != NULL && board_person_find(making->board, making->text) == NULL) {
        person_make(making, NULL);
    }
}

static void make_pin(struct making *making)
{
    const char *pin = making->wish->extra;
    const struct person *person =
        making->text == NULL ? NULL : board_person_find(making->board, making->text);

    if (person != NULL) {
        update_set(making->update, "person", person->row, "pin", pin, person->pin);
    } else if (making->text != NULL && pin != NULL && pin[0] != '\0') {
        person_make(making, pin);
    }
}

// What each kind needs and how it is made.
struct recipe {
    void (*make)(struct making *making);
    size_t chars; // of the text
    bool track, action;
};

static const struct recipe recipes[UPDATE_KIND_COUNT] = {
    [UPDATE_HEALTH] = {make_health, UPDATE_REASON_CHARS, true, false},
    [UPDATE_REASON] = {make_reason, UPDATE_REASON_CHARS, true, false},
    [UPDATE_STAGE] = {make_stage, 0, true, false},
    [UPDATE_SAME] = {make_same, 0, true, false},
    [UPDATE_LEAD] = {make_lead, UPDATE_AUTHOR_BYTES - 1, true, false},
    [UPDATE_RUNG] = {make_rung, 0, true, false},
    [UPDATE_ASKED] = {make_asked, UPDATE_NOTE_CHARS, true, false},
    [UPDATE_END] = {make_end, 0, true, false},
    [UPDATE_NOTE] = {make_note, UPDATE_NOTE_CHARS, true, false},
    [UPDATE_DUE] = {make_due, UPDATE_REASON_CHARS, false, true},
    [UPDATE_PERSON] = {make_person, UPDATE_NAME_CHARS, false, false},
    [UPDATE_PIN] = {make_pin, UPDATE_AUTHOR_BYTES - 1, false, false},
    [UPDATE_MEETING_OPEN] = {make_meeting_open, UPDATE_NAME_CHARS, false, false},
    [UPDATE_MEETING_CLOSE] = {make_meeting_close, 0, false, false},
    [UPDATE_DECIDE] = {make_decide, UPDATE_NOTE_CHARS, false, false},
    [UPDATE_DECISION_TEXT] = {make_decision_text, UPDATE_TASK_CHARS, false, false},
    [UPDATE_DECISION_LEAD] = {make_decision_lead, UPDATE_AUTHOR_BYTES - 1, false, false},
    [UPDATE_DECISION_DUE] = {make_decision_due, UPDATE_REASON_CHARS, false, false},
    [UPDATE_DECISION_STATE] = {make_decision_state, 0, false, false},
};

static const struct recipe *recipe_of(const struct update_wish *wish)
{
    const struct recipe *recipe =
        wish->kind < UPDATE_KIND_COUNT ? &recipes[wish->kind] : &recipes[UPDATE_NONE];

    return recipe->make == NULL || (recipe->track && wish->track == NULL) ||
                   (recipe->action && wish->action == NULL)
               ? NULL
               : recipe;
}

bool making_part(struct making *making, const struct update_wish *wish)
{
    const struct recipe *recipe = recipe_of(wish);
    struct making part = *making;
    size_t count = making->update->count;

    part.wish = wish;
    if (recipe != NULL) {
        part.text = update_text(&making->update->arena, wish->text, recipe->chars);
        recipe->make(&part);
    }
    return making->update->count > count;
}

struct update *update_make(const struct board *board, const struct update_wish *wish,
                           const char *author, int32_t today)
{
    struct making making = {.board = board, .wish = wish};

    if (recipe_of(wish) == NULL) {
        return NULL;
    }
    making.update = update_open(board->slug, author);
    if (making.update == NULL) {
        return NULL;
    }
    making.day = today;
    day_write(today, making.today);
    making_part(&making, wish);
    return update_close(making.update);
}
