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

#include "base/arena.h"
#include "base/day.h"
#include "board/board.h"

enum { GROWN_AMBITIONS = 5, GROWN_GOAL_ACTIONS = 7, GROWN_NAMES = 40 };
#define GROWN_YEAR_MS (365ll * 24 * 3600 * 1000)

struct grown {
    struct arena arena; // texts
    struct cell *cells;
    size_t count, room;
    struct entry *entries;
    size_t entry_count, entry_room;
    int64_t now_ms;
    uint32_t seed;
};

static inline uint32_t grown_chance(struct grown *grown, uint32_t below)
{
    grown->seed = grown->seed * 1664525 + 1013904223;
    return (grown->seed >> 8) % below;
}

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

static inline void grown_put(struct grown *grown, const char *table, const char *row,
                             const char *column, const char *value)
{
    grown->cells =
        grown_room(grown->cells, grown->count, &grown->room, sizeof(struct cell));
    grown->cells[grown->count++] = (struct cell){.table = table,
                                                 .row = row,
                                                 .column = column,
                                                 .value = value,
                                                 .at_ms = grown->now_ms - GROWN_YEAR_MS};
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

static inline const char *grown_number(struct grown *grown, size_t value)
{
    return arena_format(&grown->arena, "%zu", value);
}

static inline void grown_board(struct grown *grown)
{
    static const char *const columns[][3] = {{"gemeente", "Gemeente", "G"},
                                             {"jeugdhulp", "Jeugdhulp", "J"},
                                             {"onderwijs", "Onderwijs", "O"},
                                             {"zorg", "Zorg", "Z"}};
    static const char *const rhythms[][3] = {
        {"Stand van het programma", "twee keer per jaar", "regiegroep"},
        {"Ronde langs de trekkers", "vier keer per jaar", "trekkersoverleg"},
        {"Bijstellen", "een jaar na de start", "gemeente"}};

    grown_put(grown, "board", "groot", "title", "Uitvoeringsprogramma van een grote regio");
    grown_put(grown, "board", "groot", "wall", "Grote regio");
    grown_put(grown, "board", "groot", "word", "Groot");
    grown_put(grown, "board", "groot", "row_kind", "Ambitie");
    grown_put(grown, "board", "groot", "silent_days", "180");
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
        const char *row = arena_format(&grown->arena, "groot/%s", columns[i][0]);
        grown_put(grown, "board_column", row, "board", "groot");
        grown_put(grown, "board_column", row, "column_id", columns[i][0]);
        grown_put(grown, "board_column", row, "title", columns[i][1]);
        grown_put(grown, "board_column", row, "wall", columns[i][1]);
        grown_put(grown, "board_column", row, "letter", columns[i][2]);
        grown_put(grown, "board_column", row, "position", grown_number(grown, i + 1));
    }
    for (size_t i = 0; i < sizeof rhythms / sizeof rhythms[0]; i++) {
        const char *row = arena_format(&grown->arena, "groot/ritme%zu", i);
        grown_put(grown, "rhythm", row, "board", "groot");
        grown_put(grown, "rhythm", row, "title", rhythms[i][0]);
        grown_put(grown, "rhythm", row, "due", rhythms[i][1]);
        grown_put(grown, "rhythm", row, "who", rhythms[i][2]);
    }
    for (int i = -3; i < 3; i++) {
        int32_t day = 0;
        day_local(grown->now_ms + (2 * i + 1) * GROWN_YEAR_MS / 12, &day, NULL);
        struct date date = day_date(day);
        const char *row = arena_format(&grown->arena, "groot/overleg%d", i + 3);
        grown_put(grown, "meeting", row, "board", "groot");
        grown_put(grown, "meeting", row, "body", "regiegroep");
        grown_put(grown, "meeting", row, "state",
                  i < 0    ? "gesloten"
                  : i == 0 ? "bezig"
                           : "");
        grown_put(grown, "meeting", row, "starts",
                  arena_format(&grown->arena, "%04d-%02d-%02d 14:00", date.year, date.month,
                               date.day));
    }
}

static inline void grown_ambition(struct grown *grown, size_t ambition)
{
    static const char *const words[] = {"Preventie", "Toegang", "Overdracht", "Werkkracht",
                                        "Ruimte"};
    const char *row = arena_format(&grown->arena, "groot/%zu", ambition + 1);

    grown_put(grown, "ambition", row, "board", "groot");
    grown_put(grown, "ambition", row, "code", grown_number(grown, ambition + 1));
    grown_put(
        grown, "ambition", row, "title",
        arena_format(&grown->arena, "%s voor ieder kind in de regio", words[ambition]));
    grown_put(grown, "ambition", row, "wall",
              arena_format(&grown->arena, "%s/in de regio", words[ambition]));
    grown_put(grown, "ambition", row, "word", words[ambition]);
    grown_put(grown, "ambition", row, "position", grown_number(grown, ambition + 1));
}

static inline const char *grown_goal_code(struct grown *grown, size_t goal)
{
    return arena_format(&grown->arena, "%zu.%zu", goal % GROWN_AMBITIONS + 1,
                        goal / GROWN_AMBITIONS + 1);
}

static inline void grown_goal(struct grown *grown, size_t goal)
{
    const char *code = grown_goal_code(grown, goal);
    const char *row = arena_format(&grown->arena, "groot/%s", code);

    grown_put(grown, "goal", row, "board", "groot");
    grown_put(grown, "goal", row, "ambition",
              grown_number(grown, goal % GROWN_AMBITIONS + 1));
    grown_put(grown, "goal", row, "code", code);
    grown_put(grown, "goal", row, "title",
              arena_format(&grown->arena, "Wat we met doel %s in de regio bereiken", code));
    grown_put(grown, "goal", row, "position", grown_number(grown, goal));
}

// How it stands now, as the newest of its reports say.
static inline void grown_track(struct grown *grown, const char *row, const char *code,
                               const char *column)
{
    static const char *const stages[] = {"niet gestart", "beleggen",  "vertalen",
                                         "toepassen",    "monitoren", "geborgd"};
    static const char *const healths[] = {"op koers", "op koers", "op koers", "op koers",
                                          "aandacht", "knelpunt", "afgerond", ""};
    static const char *const reasons[] = {"geld", "mensen", "besluit", "ruimte"};
    const char *health = healths[grown_chance(grown, 8)];
    const char *track = arena_format(&grown->arena, "%s/%s", row, column);
    uint32_t name = grown_chance(grown, GROWN_NAMES);

    grown_put(grown, "track", track, "board", "groot");
    grown_put(grown, "track", track, "action", code);
    grown_put(grown, "track", track, "column_id", column);
    grown_put(grown, "track", track, "stage", stages[grown_chance(grown, 6)]);
    grown_put(grown, "track", track, "health", health);
    if (grown_chance(grown, 10) > 0) {
        grown_put(grown, "track", track, "lead",
                  arena_format(&grown->arena, "naam %u", (unsigned)name));
    }
    if (strcmp(health, "knelpunt") == 0 || strcmp(health, "aandacht") == 0) {
        grown_put(grown, "track", track, "reason", reasons[grown_chance(grown, 4)]);
    }
    if (strcmp(health, "knelpunt") == 0) {
        static const char *const rungs[] = {"trekker", "regiegroep", "OOGO"};
        const char *stuck = arena_format(&grown->arena, "%s/k", track);
        grown_put(grown, "bottleneck", stuck, "board", "groot");
        grown_put(grown, "bottleneck", stuck, "action", code);
        grown_put(grown, "bottleneck", stuck, "column_id", column);
        grown_put(grown, "bottleneck", stuck, "reason", reasons[grown_chance(grown, 4)]);
        grown_put(grown, "bottleneck", stuck, "rung", rungs[grown_chance(grown, 3)]);
        grown_put(grown, "bottleneck", stuck, "since", "2025-06-02");
    }
}

static inline void grown_action(struct grown *grown, size_t action)
{
    static const char *const verbs[] = {"Vroeg signaleren", "Proef draaien",
                                        "Afspraken maken", "Samen scholen",
                                        "Route beschrijven"};
    static const char *const objects[] = {"op school",       "in de wijk",
                                          "met ouders",      "voor leerkrachten",
                                          "bij de overgang", "in de kinderopvang"};
    static const char *const dues[] = {"2024",    "2e helft 2025",        "Q3 2025",
                                       "Continu", "schooljaar 2026-2027", ""};
    static const char *const columns[] = {"gemeente", "jeugdhulp", "onderwijs", "zorg"};
    const char *goal = grown_goal_code(grown, action / GROWN_GOAL_ACTIONS);
    const char *code =
        arena_format(&grown->arena, "%s%c", goal, (int)('a' + action % GROWN_GOAL_ACTIONS));
    const char *row = arena_format(&grown->arena, "groot/%s", code);
    const char *title =
        arena_format(&grown->arena, "%s %s (%zu)", verbs[grown_chance(grown, 5)],
                     objects[grown_chance(grown, 6)], action % 1000);

    grown_put(grown, "action", row, "board", "groot");
    grown_put(grown, "action", row, "goal", goal);
    grown_put(grown, "action", row, "code", code);
    grown_put(grown, "action", row, "title", title);
    grown_put(grown, "action", row, "text",
              arena_format(&grown->arena, "%s: wat er dan gebeurt, en waarom.", title));
    grown_put(grown, "action", row, "partners", "po, vo, gemeente");
    grown_put(grown, "action", row, "funding",
              grown_chance(grown, 20) == 0 ? "p.m." : "NPO");
    grown_put(grown, "action", row, "due", dues[grown_chance(grown, 6)]);
    grown_put(grown, "action", row, "refs", grown_chance(grown, 20) == 0 ? "9.9z" : "1.1a");
    grown_put(grown, "action", row, "position", grown_number(grown, action));
    for (size_t i = 0; i < 4 && action % 30 != 11; i++) {
        if (i < 3 || grown_chance(grown, 2) == 0) {
            grown_track(grown, row, code, columns[i]);
        }
    }
    if (action % 10 == 3) {
        const char *note = arena_format(&grown->arena, "%s/n", row);
        grown_put(grown, "note", note, "board", "groot");
        grown_put(grown, "note", note, "action", code);
        grown_put(grown, "note", note, "text", "Komt terug op de volgende agenda.");
    }
}

// The last year, oldest first.
static inline void grown_change(struct grown *grown, size_t change, size_t changes,
                                size_t actions)
{
    static const char *const told[][2] = {{"stage", "toepassen"}, {"health", "op koers"},
                                          {"lead", "naam 3"},     {"stage", "vertalen"},
                                          {"reason", "geld"},     {"health", "aandacht"}};
    static const char *const columns[] = {"gemeente", "jeugdhulp", "onderwijs"};
    size_t action = change * 7919 % actions;
    const char *row = arena_format(&grown->arena, "groot/%s%c",
                                   grown_goal_code(grown, action / GROWN_GOAL_ACTIONS),
                                   (int)('a' + action % GROWN_GOAL_ACTIONS));
    int64_t at_ms = grown->now_ms - GROWN_YEAR_MS +
                    (int64_t)change * (GROWN_YEAR_MS / (int64_t)(changes + 1));
    const char *author =
        arena_format(&grown->arena, "naam %zu", (changes - change) * 7 % GROWN_NAMES);
    uint32_t what = grown_chance(grown, 6);

    if (change % 9 == 4) {
        grown_report(grown, "action", row, "due", change % 2 == 0 ? "2023" : "2024",
                     change % 2 == 0 ? "2024" : "2025", at_ms, author, false);
        return;
    }
    grown_report(grown, "track",
                 arena_format(&grown->arena, "%s/%s", row, columns[grown_chance(grown, 3)]),
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
    struct grown grown = {.now_ms = now_ms, .seed = 7};
    size_t goals = (actions + GROWN_GOAL_ACTIONS - 1) / GROWN_GOAL_ACTIONS;

    grown_board(&grown);
    for (size_t i = 0; i < GROWN_AMBITIONS; i++) {
        grown_ambition(&grown, i);
    }
    for (size_t i = 0; i < goals + 5; i++) { // five of them without an action
        grown_goal(&grown, i);
    }
    for (size_t i = 0; i < actions; i++) {
        grown_action(&grown, i);
    }
    for (size_t i = 0; i < changes; i++) {
        grown_change(&grown, i, changes, actions);
    }
    qsort(grown.cells, grown.count, sizeof *grown.cells, grown_order);
    struct board_set *set =
        grown.arena.failed
            ? NULL
            : board_set_build(grown.cells, grown.count, grown.entries, grown.entry_count);
    arena_finish(&grown.arena);
    free(grown.cells);
    free(grown.entries);
    return set;
}

#endif
