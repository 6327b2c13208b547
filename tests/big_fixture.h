// A programme of any size as edits, the same for the same numbers: board `groot`, 4
// columns, at most 10 ambitions, goals of 7 actions, every action a track in three or four
// columns, and a year of reports by forty names.
#ifndef REGIEBORD_TESTS_BIG_FIXTURE_H
#define REGIEBORD_TESTS_BIG_FIXTURE_H

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "share/share.h"

enum {
    COLUMNS = 4,
    AMBITIONS = 10,
    GOAL_ACTIONS = 7,
    NAMES = 40,
    EDITS_PER_ACTION = 10 + 3 * COLUMNS
};
static const int64_t YEAR_MS = 365ll * 24 * 3600 * 1000;

struct filling {
    struct arena arena; // texts of the edits
    struct share_edit *edits;
    size_t count, room;
    uint32_t seed;
};

static uint32_t chance(struct filling *filling, uint32_t below)
{
    filling->seed = filling->seed * 1664525 + 1013904223;
    return (filling->seed >> 8) % below;
}

static void put(struct filling *filling, const char *table, const char *row,
                const char *column, const char *value)
{
    if (filling->count < filling->room) {
        filling->edits[filling->count++] = (struct share_edit){
            .table = table, .row = row, .column = column, .value = value, .author = "plan"};
    }
}

static const char *number(struct filling *filling, size_t value)
{
    return arena_format(&filling->arena, "%zu", value);
}

static void put_board(struct filling *filling)
{
    static const char *const columns[COLUMNS][3] = {{"gemeente", "Gemeente", "G"},
                                                    {"jeugdhulp", "Jeugdhulp", "J"},
                                                    {"onderwijs", "Onderwijs", "O"},
                                                    {"zorg", "Zorg", "Z"}};

    put(filling, "board", "groot", "title", "Uitvoeringsprogramma van een grote regio");
    put(filling, "board", "groot", "wall", "Grote regio");
    put(filling, "board", "groot", "word", "Groot");
    put(filling, "board", "groot", "row_kind", "Ambitie");
    put(filling, "board", "groot", "silent_days", "180");
    for (size_t i = 0; i < COLUMNS; i++) {
        const char *row = arena_format(&filling->arena, "groot/%s", columns[i][0]);
        put(filling, "board_column", row, "board", "groot");
        put(filling, "board_column", row, "column_id", columns[i][0]);
        put(filling, "board_column", row, "title", columns[i][1]);
        put(filling, "board_column", row, "wall", columns[i][1]);
        put(filling, "board_column", row, "letter", columns[i][2]);
        put(filling, "board_column", row, "position", number(filling, i + 1));
    }
    for (size_t i = 0; i < 30; i++) {
        const char *row = arena_format(&filling->arena, "groot/AFK%zu", i);
        put(filling, "abbreviation", row, "board", "groot");
        put(filling, "abbreviation", row, "name",
            arena_format(&filling->arena, "AFK%zu", i));
        put(filling, "abbreviation", row, "meaning",
            arena_format(&filling->arena, "Afkorting nummer %zu voluit", i));
    }
}

static void put_meetings(struct filling *filling, int64_t now_ms)
{
    for (int i = -3; i < 3; i++) {
        int32_t day = 0;
        int minute = 0;
        day_local(now_ms + (2 * i + 1) * YEAR_MS / 12, &day, &minute);
        struct date date = day_date(day);
        const char *row = arena_format(&filling->arena, "groot/overleg%d", i + 3);
        put(filling, "meeting", row, "board", "groot");
        put(filling, "meeting", row, "body", "regiegroep");
        put(filling, "meeting", row, "starts",
            arena_format(&filling->arena, "%04d-%02d-%02d 14:00", date.year, date.month,
                         date.day));
    }
}

static void put_ambition(struct filling *filling, size_t ambition)
{
    static const char *const words[] = {"Preventie", "Toegang", "Overdracht", "Werkkracht",
                                        "Ruimte"};
    const char *word = words[ambition % 5];
    const char *row = arena_format(&filling->arena, "groot/%zu", ambition + 1);

    put(filling, "ambition", row, "board", "groot");
    put(filling, "ambition", row, "code", number(filling, ambition + 1));
    put(filling, "ambition", row, "title",
        arena_format(&filling->arena, "%s voor ieder kind in de regio", word));
    put(filling, "ambition", row, "wall",
        arena_format(&filling->arena, "%s/in de regio", word));
    put(filling, "ambition", row, "word", word);
    put(filling, "ambition", row, "position", number(filling, ambition + 1));
}

// Goals go round the ambitions, so that each row of the wall gets its share.
static void put_goal(struct filling *filling, size_t goal, size_t ambitions)
{
    const char *code = arena_format(&filling->arena, "%zu.%zu", goal % ambitions + 1,
                                    goal / ambitions + 1);
    const char *row = arena_format(&filling->arena, "groot/%s", code);

    put(filling, "goal", row, "board", "groot");
    put(filling, "goal", row, "ambition", number(filling, goal % ambitions + 1));
    put(filling, "goal", row, "code", code);
    put(filling, "goal", row, "title",
        arena_format(&filling->arena, "Wat we met doel %s in de regio willen bereiken",
                     code));
    put(filling, "goal", row, "position",
        number(filling, goal % ambitions * 1000 + goal / ambitions));
}

static void put_action(struct filling *filling, size_t action, size_t ambitions)
{
    static const char *const verbs[] = {"Vroeg signaleren", "Proef draaien",
                                        "Afspraken maken", "Samen scholen",
                                        "Route beschrijven"};
    static const char *const objects[] = {"op school",       "in de wijk",
                                          "met ouders",      "voor leerkrachten",
                                          "bij de overgang", "in de kinderopvang"};
    static const char *const dues[] = {"2024",    "2e helft 2025",        "Q3 2025",
                                       "Continu", "schooljaar 2026-2027", "eind 2025"};
    static const char *const columns[COLUMNS] = {"gemeente", "jeugdhulp", "onderwijs",
                                                 "zorg"};
    size_t goal = action / GOAL_ACTIONS;
    const char *parent = arena_format(&filling->arena, "%zu.%zu", goal % ambitions + 1,
                                      goal / ambitions + 1);
    const char *code =
        arena_format(&filling->arena, "%s%c", parent, (int)('a' + action % GOAL_ACTIONS));
    const char *row = arena_format(&filling->arena, "groot/%s", code);
    const char *title =
        arena_format(&filling->arena, "%s %s (%zu)", verbs[chance(filling, 5)],
                     objects[chance(filling, 6)], action);

    put(filling, "action", row, "board", "groot");
    put(filling, "action", row, "goal", parent);
    put(filling, "action", row, "code", code);
    put(filling, "action", row, "title", title);
    put(filling, "action", row, "text",
        arena_format(
            &filling->arena,
            "%s: een hele zin over wat er dan gebeurt, door wie en waarom dat helpt.",
            title));
    put(filling, "action", row, "partners", "po, vo, gemeente");
    put(filling, "action", row, "funding", chance(filling, 20) == 0 ? "p.m." : "NPO");
    put(filling, "action", row, "due", dues[chance(filling, 6)]);
    put(filling, "action", row, "scope", "regionaal");
    put(filling, "action", row, "position", number(filling, action));
    for (size_t i = 0; i < COLUMNS; i++) {
        if (i == COLUMNS - 1 && chance(filling, 2) == 0) {
            continue;
        }
        const char *track = arena_format(&filling->arena, "%s/%s", row, columns[i]);
        put(filling, "track", track, "board", "groot");
        put(filling, "track", track, "action", code);
        put(filling, "track", track, "column_id", columns[i]);
    }
}

// A report on a track that every action has. The last year, oldest first.
static void put_change(struct filling *filling, size_t change, size_t changes,
                       size_t actions, size_t ambitions, int64_t now_ms)
{
    static const char *const stages[] = {"niet gestart", "beleggen",  "vertalen",
                                         "toepassen",    "monitoren", "geborgd"};
    static const char *const healths[] = {"op koers", "op koers", "op koers", "op koers",
                                          "op koers", "aandacht", "knelpunt", "afgerond"};
    static const char *const columns[] = {"gemeente", "jeugdhulp", "onderwijs"};
    static const char *const reasons[] = {"geld", "mensen", "besluit", "ruimte"};
    size_t action = change * 7919 % actions;
    size_t goal = action / GOAL_ACTIONS;
    size_t round = change / actions;
    const char *row = arena_format(
        &filling->arena, "groot/%zu.%zu%c/%s", goal % ambitions + 1, goal / ambitions + 1,
        (int)('a' + action % GOAL_ACTIONS), columns[chance(filling, 3)]);
    int64_t at_ms = now_ms - YEAR_MS + (int64_t)change * (YEAR_MS / (int64_t)(changes + 1));
    struct share_edit edit = {.table = "track",
                              .row = row,
                              .at_ms = at_ms,
                              .author = arena_format(&filling->arena, "naam %u",
                                                     (unsigned)chance(filling, NAMES))};

    switch (round % 4) {
    case 0:
        edit.column = "health";
        edit.value = healths[chance(filling, 8)];
        break;
    case 1:
        edit.column = "stage";
        edit.value = stages[chance(filling, 6)];
        break;
    case 2:
        edit.column = "lead";
        edit.value = edit.author;
        break;
    default:
        edit.column = "reason";
        edit.value = reasons[chance(filling, 4)];
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
    size_t goals = (actions + GOAL_ACTIONS - 1) / GOAL_ACTIONS;
    size_t ambitions = goals < AMBITIONS ? goals : AMBITIONS;

    filling->seed = 7;
    filling->room = 1000 + goals * 5 + actions * EDITS_PER_ACTION + changes;
    filling->edits = calloc(filling->room, sizeof *filling->edits);
    if (filling->edits == NULL) {
        return false;
    }
    for (size_t i = 0; i < changes; i++) {
        put_change(filling, i, changes, actions, ambitions, now_ms);
    }
    put_board(filling);
    put_meetings(filling, now_ms);
    for (size_t i = 0; i < ambitions; i++) {
        put_ambition(filling, i);
    }
    for (size_t i = 0; i < goals; i++) {
        put_goal(filling, i, ambitions);
    }
    for (size_t i = 0; i < actions; i++) {
        put_action(filling, i, ambitions);
    }
    return !filling->arena.failed;
}

static void filling_finish(struct filling *filling)
{
    arena_finish(&filling->arena);
    free(filling->edits);
}

#endif
