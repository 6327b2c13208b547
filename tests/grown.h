// A programme of any size as a board set, straight from cells: the shared file's limits
// would refuse the largest. For tests and benches; the same for the same numbers.
//
// Board `groot`: 4 columns, 5 ambitions however large it is, goals of 7 actions, most
// actions a track in three or four columns; a year of reports by forty names, all kinds of
// gaps, bottlenecks on every rung, dues that moved, conflicts, notes, rhythms and
// meetings.
#ifndef REGIEBORD_TESTS_GROWN_H
#define REGIEBORD_TESTS_GROWN_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "big_plan.h"
#include "board/board.h"

enum { GROWN_AMBITIONS = 5 };

struct grown {
    struct big_plan plan;
    struct cell *cells;
    size_t count, room;
    struct entry *entries;
    size_t entry_count, entry_room;
    int64_t now_ms;
};

static inline void *grown_room(void *list, size_t count, size_t *room, size_t size)
{
    if (count < *room) {
        return list;
    }
    *room = *room * 2 + 4096;
    list = realloc(list, *room * size);
    if (list == NULL) {
        abort();
    }
    return list;
}

static inline void grown_put(struct big_plan *plan, const char *table, const char *row,
                             const char *column, const char *value)
{
    struct grown *grown = (struct grown *)plan;

    grown->cells =
        grown_room(grown->cells, grown->count, &grown->room, sizeof(struct cell));
    grown->cells[grown->count++] = (struct cell){.table = table,
                                                 .row = row,
                                                 .column = column,
                                                 .value = value,
                                                 .at_ms = grown->now_ms - BIG_YEAR_MS};
}

// Behind all entries before it.
static inline void grown_report(struct grown *grown, const char *table, const char *row,
                                const char *column, const char *before, const char *value,
                                int64_t at_ms, const char *author, bool overlapped)
{
    grown->entries = grown_room(grown->entries, grown->entry_count, &grown->entry_room,
                                sizeof(struct entry));
    grown->entries[grown->entry_count++] = (struct entry){.at_ms = at_ms,
                                                          .author = author,
                                                          .device = "proef",
                                                          .table = table,
                                                          .row = row,
                                                          .column = column,
                                                          .value = value,
                                                          .before = before,
                                                          .overlapped = overlapped};
}

// What goes round by itself, and what became of the meetings.
static inline void grown_rhythms(struct big_plan *plan)
{
    static const char *const rhythms[][3] = {
        {"Stand van het programma", "twee keer per jaar", "regiegroep"},
        {"Ronde langs de trekkers", "vier keer per jaar", "trekkersoverleg"},
        {"Bijstellen", "een jaar na de start", "gemeente"}};
    static const char *const states[] = {"gesloten", "gesloten", "gesloten", "bezig"};

    for (size_t i = 0; i < sizeof rhythms / sizeof rhythms[0]; i++) {
        const char *row = arena_format(&plan->arena, "groot/ritme%zu", i);
        plan->put(plan, "rhythm", row, "board", "groot");
        plan->put(plan, "rhythm", row, "title", rhythms[i][0]);
        plan->put(plan, "rhythm", row, "due", rhythms[i][1]);
        plan->put(plan, "rhythm", row, "who", rhythms[i][2]);
    }
    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++) {
        const char *row = arena_format(&plan->arena, "groot/overleg%zu", i);
        plan->put(plan, "meeting", row, "state", states[i]);
    }
}

// How it stands now, as the newest of its reports say.
static inline void grown_track(struct big_plan *plan, const char *action, size_t column)
{
    static const char *const stages[] = {"niet gestart", "beleggen",  "vertalen",
                                         "toepassen",    "monitoren", "geborgd"};
    static const char *const healths[] = {"op koers", "op koers", "op koers", "op koers",
                                          "aandacht", "knelpunt", "afgerond", ""};
    static const char *const reasons[] = {"geld", "mensen", "besluit", "ruimte"};
    const char *track = big_track(plan, action, column);
    const char *health = healths[big_chance(plan, 8)];
    uint32_t name = big_chance(plan, BIG_NAMES);

    plan->put(plan, "track", track, "stage", stages[big_chance(plan, 6)]);
    plan->put(plan, "track", track, "health", health);
    if (big_chance(plan, 10) > 0) {
        plan->put(plan, "track", track, "lead",
                  arena_format(&plan->arena, "naam %u", (unsigned)name));
    }
    if (strcmp(health, "knelpunt") == 0 || strcmp(health, "aandacht") == 0) {
        plan->put(plan, "track", track, "reason", reasons[big_chance(plan, 4)]);
    }
    if (strcmp(health, "knelpunt") == 0) {
        static const char *const rungs[] = {"trekker", "regiegroep", "OOGO"};
        const char *stuck = arena_format(&plan->arena, "%s/k", track);
        plan->put(plan, "bottleneck", stuck, "board", "groot");
        plan->put(plan, "bottleneck", stuck, "action", action + strlen("groot/"));
        plan->put(plan, "bottleneck", stuck, "column_id", big_columns[column][0]);
        plan->put(plan, "bottleneck", stuck, "reason", reasons[big_chance(plan, 4)]);
        plan->put(plan, "bottleneck", stuck, "rung", rungs[big_chance(plan, 3)]);
        plan->put(plan, "bottleneck", stuck, "since", "2025-06-02");
    }
}

static inline void grown_action(struct big_plan *plan, size_t action)
{
    const char *row = big_action(plan, action, action % 1000, "");

    plan->put(plan, "action", row, "refs", big_chance(plan, 20) == 0 ? "9.9z" : "1.1a");
    for (size_t i = 0; i < BIG_COLUMNS && action % 30 != 11; i++) {
        if (i < BIG_COLUMNS - 1 || big_chance(plan, 2) == 0) {
            grown_track(plan, row, i);
        }
    }
    if (action % 10 == 3) {
        const char *note = arena_format(&plan->arena, "%s/n", row);
        plan->put(plan, "note", note, "board", "groot");
        plan->put(plan, "note", note, "action", row + strlen("groot/"));
        plan->put(plan, "note", note, "text", "Komt terug op de volgende agenda.");
    }
}

// The last year, oldest first.
static inline void grown_change(struct grown *grown, size_t change, size_t changes,
                                size_t actions)
{
    static const char *const told[][2] = {{"stage", "toepassen"}, {"health", "op koers"},
                                          {"lead", "naam 3"},     {"stage", "vertalen"},
                                          {"reason", "geld"},     {"health", "aandacht"}};
    struct big_plan *plan = &grown->plan;
    size_t action = change * 7919 % actions;
    const char *row = arena_format(&plan->arena, "groot/%s", big_action_code(plan, action));
    int64_t at_ms = grown->now_ms - BIG_YEAR_MS +
                    (int64_t)change * (BIG_YEAR_MS / (int64_t)(changes + 1));
    const char *author =
        arena_format(&plan->arena, "naam %zu", (changes - change) * 7 % BIG_NAMES);
    uint32_t what = big_chance(plan, 6);

    if (change % 9 == 4) {
        grown_report(grown, "action", row, "due", change % 2 == 0 ? "2023" : "2024",
                     change % 2 == 0 ? "2024" : "2025", at_ms, author, false);
        return;
    }
    grown_report(
        grown, "track",
        arena_format(&plan->arena, "%s/%s", row, big_columns[big_chance(plan, 3)][0]),
        told[what][0], told[(what + 3) % 6][1], told[what][1], at_ms, author,
        change % 50 == 10);
}

static inline int grown_order(const void *left, const void *right)
{
    const struct cell *a = left;
    const struct cell *b = right;
    int table = strcmp(a->table, b->table);
    int row = table != 0 ? table : strcmp(a->row, b->row);

    return row != 0 ? row : strcmp(a->column, b->column);
}

// NULL when memory runs out. The caller frees it with board_set_free.
static inline struct board_set *grown_build(size_t actions, size_t changes, int64_t now_ms)
{
    struct grown grown = {
        .plan = {.ambitions = GROWN_AMBITIONS, .seed = 7, .put = grown_put},
        .now_ms = now_ms};
    struct big_plan *plan = &grown.plan;
    size_t goals = (actions + BIG_GOAL_ACTIONS - 1) / BIG_GOAL_ACTIONS;

    big_board(plan);
    big_meetings(plan, now_ms);
    grown_rhythms(plan);
    for (size_t i = 0; i < GROWN_AMBITIONS; i++) {
        big_ambition(plan, i);
    }
    for (size_t i = 0; i < goals + 5; i++) { // five of them without an action
        big_goal(plan, i);
    }
    for (size_t i = 0; i < actions; i++) {
        grown_action(plan, i);
    }
    for (size_t i = 0; i < changes; i++) {
        grown_change(&grown, i, changes, actions);
    }
    qsort(grown.cells, grown.count, sizeof *grown.cells, grown_order);
    struct board_set *set =
        plan->arena.failed
            ? NULL
            : board_set_build(grown.cells, grown.count, grown.entries, grown.entry_count);
    arena_finish(&plan->arena);
    free(grown.cells);
    free(grown.entries);
    return set;
}

#endif
