// The plan of a programme of any size, cell by cell to whoever keeps them: board `groot`,
// 4 columns, goals of 7 actions. What was reported on it is the keeper's own. The same for
// the same numbers.
#ifndef REGIEBORD_TESTS_BIG_PLAN_H
#define REGIEBORD_TESTS_BIG_PLAN_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"

enum { BIG_COLUMNS = 4, BIG_GOAL_ACTIONS = 7, BIG_NAMES = 40 };
#define BIG_YEAR_MS (365ll * 24 * 3600 * 1000)

// The first of what the keeper has, for `put` is given this.
struct big_plan {
    struct arena arena; // texts of the cells
    size_t ambitions;
    uint32_t seed;
    void (*put)(struct big_plan *plan, const char *table, const char *row,
                const char *column, const char *value);
};

static const char *const big_columns[BIG_COLUMNS][3] = {{"gemeente", "Gemeente", "G"},
                                                        {"jeugdhulp", "Jeugdhulp", "J"},
                                                        {"onderwijs", "Onderwijs", "O"},
                                                        {"zorg", "Zorg", "Z"}};

static inline uint32_t big_chance(struct big_plan *plan, uint32_t below)
{
    plan->seed = plan->seed * 1664525 + 1013904223;
    return (plan->seed >> 8) % below;
}

static inline const char *big_number(struct big_plan *plan, size_t value)
{
    return arena_format(&plan->arena, "%zu", value);
}

static inline void big_board(struct big_plan *plan)
{
    plan->put(plan, "board", "groot", "title", "Uitvoeringsprogramma van een grote regio");
    plan->put(plan, "board", "groot", "wall", "Grote regio");
    plan->put(plan, "board", "groot", "word", "Groot");
    plan->put(plan, "board", "groot", "row_kind", "Ambitie");
    plan->put(plan, "board", "groot", "silent_days", "180");
    for (size_t i = 0; i < BIG_COLUMNS; i++) {
        const char *row = arena_format(&plan->arena, "groot/%s", big_columns[i][0]);
        plan->put(plan, "board_column", row, "board", "groot");
        plan->put(plan, "board_column", row, "column_id", big_columns[i][0]);
        plan->put(plan, "board_column", row, "title", big_columns[i][1]);
        plan->put(plan, "board_column", row, "wall", big_columns[i][1]);
        plan->put(plan, "board_column", row, "letter", big_columns[i][2]);
        plan->put(plan, "board_column", row, "position", big_number(plan, i + 1));
    }
}

// Overleg0 to 2 have been, 3 to 5 are to come.
static inline void big_meetings(struct big_plan *plan, int64_t now_ms)
{
    for (int i = -3; i < 3; i++) {
        int32_t day = 0;
        day_local(now_ms + (2 * i + 1) * BIG_YEAR_MS / 12, &day, NULL);
        struct date date = day_date(day);
        const char *row = arena_format(&plan->arena, "groot/overleg%d", i + 3);
        plan->put(plan, "meeting", row, "board", "groot");
        plan->put(plan, "meeting", row, "body", "regiegroep");
        plan->put(plan, "meeting", row, "starts",
                  arena_format(&plan->arena, "%04d-%02d-%02d 14:00", date.year, date.month,
                               date.day));
    }
}

static inline void big_ambition(struct big_plan *plan, size_t ambition)
{
    static const char *const words[] = {"Preventie", "Toegang", "Overdracht", "Werkkracht",
                                        "Ruimte"};
    const char *word = words[ambition % 5];
    const char *row = arena_format(&plan->arena, "groot/%zu", ambition + 1);

    plan->put(plan, "ambition", row, "board", "groot");
    plan->put(plan, "ambition", row, "code", big_number(plan, ambition + 1));
    plan->put(plan, "ambition", row, "title",
              arena_format(&plan->arena, "%s voor ieder kind in de regio", word));
    plan->put(plan, "ambition", row, "wall",
              arena_format(&plan->arena, "%s/in de regio", word));
    plan->put(plan, "ambition", row, "word", word);
    plan->put(plan, "ambition", row, "position", big_number(plan, ambition + 1));
}

static inline const char *big_goal_code(struct big_plan *plan, size_t goal)
{
    return arena_format(&plan->arena, "%zu.%zu", goal % plan->ambitions + 1,
                        goal / plan->ambitions + 1);
}

// Goals go round the ambitions, so that each row of the wall gets its share.
static inline void big_goal(struct big_plan *plan, size_t goal)
{
    const char *code = big_goal_code(plan, goal);
    const char *row = arena_format(&plan->arena, "groot/%s", code);

    plan->put(plan, "goal", row, "board", "groot");
    plan->put(plan, "goal", row, "ambition", big_number(plan, goal % plan->ambitions + 1));
    plan->put(plan, "goal", row, "code", code);
    plan->put(
        plan, "goal", row, "title",
        arena_format(&plan->arena, "Wat we met doel %s in de regio willen bereiken", code));
    plan->put(plan, "goal", row, "position",
              big_number(plan, goal % plan->ambitions * 1000 + goal / plan->ambitions));
}

static inline const char *big_action_code(struct big_plan *plan, size_t action)
{
    return arena_format(&plan->arena, "%s%c",
                        big_goal_code(plan, action / BIG_GOAL_ACTIONS),
                        (int)('a' + action % BIG_GOAL_ACTIONS));
}

// Returns its row. `number` tells it from others with the same title; `due` is that of a
// sixth of them.
static inline const char *big_action(struct big_plan *plan, size_t action, size_t number,
                                     const char *due)
{
    static const char *const verbs[] = {"Vroeg signaleren", "Proef draaien",
                                        "Afspraken maken", "Samen scholen",
                                        "Route beschrijven"};
    static const char *const objects[] = {"op school",       "in de wijk",
                                          "met ouders",      "voor leerkrachten",
                                          "bij de overgang", "in de kinderopvang"};
    const char *const dues[] = {"2024",    "2e helft 2025",        "Q3 2025",
                                "Continu", "schooljaar 2026-2027", due};
    const char *code = big_action_code(plan, action);
    const char *row = arena_format(&plan->arena, "groot/%s", code);
    const char *title =
        arena_format(&plan->arena, "%s %s (%zu)", verbs[big_chance(plan, 5)],
                     objects[big_chance(plan, 6)], number);

    plan->put(plan, "action", row, "board", "groot");
    plan->put(plan, "action", row, "goal", big_goal_code(plan, action / BIG_GOAL_ACTIONS));
    plan->put(plan, "action", row, "code", code);
    plan->put(plan, "action", row, "title", title);
    plan->put(plan, "action", row, "text",
              arena_format(
                  &plan->arena,
                  "%s: een hele zin over wat er dan gebeurt, door wie en waarom dat helpt.",
                  title));
    plan->put(plan, "action", row, "partners", "po, vo, gemeente");
    plan->put(plan, "action", row, "funding", big_chance(plan, 20) == 0 ? "p.m." : "NPO");
    plan->put(plan, "action", row, "due", dues[big_chance(plan, 6)]);
    plan->put(plan, "action", row, "scope", "regionaal");
    plan->put(plan, "action", row, "position", big_number(plan, action));
    return row;
}

// Returns its row. `action` is that of big_action.
static inline const char *big_track(struct big_plan *plan, const char *action,
                                    size_t column)
{
    const char *row = arena_format(&plan->arena, "%s/%s", action, big_columns[column][0]);

    plan->put(plan, "track", row, "board", "groot");
    plan->put(plan, "track", row, "action", action + sizeof "groot/" - 1);
    plan->put(plan, "track", row, "column_id", big_columns[column][0]);
    return row;
}

#endif
