// A programme of any size as edits, the same for the same numbers: board `groot`, 4
// columns, at most 10 ambitions, goals of 7 actions, every action a track in three or four
// columns, and a year of reports by forty names.
#ifndef REGIEBORD_TESTS_BIG_FIXTURE_H
#define REGIEBORD_TESTS_BIG_FIXTURE_H

#include <stdlib.h>
#include <string.h>

#include "big_plan.h"
#include "share/share.h"

enum { MOST_AMBITIONS = 10, EDITS_PER_ACTION = 10 + 3 * BIG_COLUMNS };

struct filling {
    struct big_plan plan;
    struct share_edit *edits;
    size_t count, room;
};

static void filling_put(struct big_plan *plan, const char *table, const char *row,
                        const char *column, const char *value)
{
    struct filling *filling = (struct filling *)plan;

    if (filling->count < filling->room) {
        filling->edits[filling->count++] = (struct share_edit){
            .table = table, .row = row, .column = column, .value = value, .author = "plan"};
    }
}

static void put_abbreviations(struct big_plan *plan)
{
    for (size_t i = 0; i < 30; i++) {
        const char *row = arena_format(&plan->arena, "groot/AFK%zu", i);
        plan->put(plan, "abbreviation", row, "board", "groot");
        plan->put(plan, "abbreviation", row, "name",
                  arena_format(&plan->arena, "AFK%zu", i));
        plan->put(plan, "abbreviation", row, "meaning",
                  arena_format(&plan->arena, "Afkorting nummer %zu voluit", i));
    }
}

static void put_action(struct big_plan *plan, size_t action)
{
    const char *row = big_action(plan, action, action, "eind 2025");

    for (size_t i = 0; i < BIG_COLUMNS; i++) {
        if (i < BIG_COLUMNS - 1 || big_chance(plan, 2) != 0) {
            big_track(plan, row, i);
        }
    }
}

// A report on a track that every action has. The last year, oldest first.
static void put_change(struct filling *filling, size_t change, size_t changes,
                       size_t actions, int64_t now_ms)
{
    static const char *const stages[] = {"niet gestart", "beleggen",  "vertalen",
                                         "toepassen",    "monitoren", "geborgd"};
    static const char *const healths[] = {"op koers", "op koers", "op koers", "op koers",
                                          "op koers", "aandacht", "knelpunt", "afgerond"};
    static const char *const reasons[] = {"geld", "mensen", "besluit", "ruimte"};
    struct big_plan *plan = &filling->plan;
    size_t action = change * 7919 % actions;
    size_t round = change / actions;
    const char *row =
        arena_format(&plan->arena, "groot/%s/%s", big_action_code(plan, action),
                     big_columns[big_chance(plan, 3)][0]);
    int64_t at_ms =
        now_ms - BIG_YEAR_MS + (int64_t)change * (BIG_YEAR_MS / (int64_t)(changes + 1));
    struct share_edit edit = {
        .table = "track",
        .row = row,
        .at_ms = at_ms,
        .author =
            arena_format(&plan->arena, "naam %u", (unsigned)big_chance(plan, BIG_NAMES))};

    switch (round % 4) {
    case 0:
        edit.column = "health";
        edit.value = healths[big_chance(plan, 8)];
        break;
    case 1:
        edit.column = "stage";
        edit.value = stages[big_chance(plan, 6)];
        break;
    case 2:
        edit.column = "lead";
        edit.value = edit.author;
        break;
    default:
        edit.column = "reason";
        edit.value = reasons[big_chance(plan, 4)];
        break;
    }
    if (filling->count < filling->room) {
        filling->edits[filling->count++] = edit;
    }
}

// The changes, oldest first so that every entry goes at the end of the log, and then the
// plan. False when memory runs out. filling_finish all the same.
static bool filling_make(struct filling *filling, size_t actions, size_t changes,
                         int64_t now_ms)
{
    size_t goals = (actions + BIG_GOAL_ACTIONS - 1) / BIG_GOAL_ACTIONS;
    struct big_plan *plan = &filling->plan;

    *plan = (struct big_plan){.ambitions = goals < MOST_AMBITIONS ? goals : MOST_AMBITIONS,
                              .seed = 7,
                              .put = filling_put};
    filling->room = 1000 + goals * 5 + actions * EDITS_PER_ACTION + changes;
    filling->edits = calloc(filling->room, sizeof *filling->edits);
    if (filling->edits == NULL) {
        return false;
    }
    for (size_t i = 0; i < changes; i++) {
        put_change(filling, i, changes, actions, now_ms);
    }
    big_board(plan);
    put_abbreviations(plan);
    big_meetings(plan, now_ms);
    for (size_t i = 0; i < plan->ambitions; i++) {
        big_ambition(plan, i);
    }
    for (size_t i = 0; i < goals; i++) {
        big_goal(plan, i);
    }
    for (size_t i = 0; i < actions; i++) {
        put_action(plan, i);
    }
    return !plan->arena.failed;
}

static void filling_finish(struct filling *filling)
{
    arena_finish(&filling->plan.arena);
    free(filling->edits);
}

#endif
