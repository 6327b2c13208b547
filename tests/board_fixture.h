// Boards for unit tests, without SQLite. A board is written as lines of text:
//
//   board b title=Proef|silent_days=180        a cell per column of row `b` of table
//   `board` action b/1.1a board=b|goal=1.1|code=1.1a   fields are separated by |; empty
//   lines are fine
//   @ 2025-11-20 14:00                         the moment of the lines that follow
//   by Naam                                    their author
//   ! track b/1.1a/g health=knelpunt           a report: cells and history, not plan
//
// Later lines write over earlier ones, as the fold does. FIXTURE_PLAN is a small programme
// to add to.
#ifndef REGIEBORD_TESTS_BOARD_FIXTURE_H
#define REGIEBORD_TESTS_BOARD_FIXTURE_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "board/board.h"

// Board `b`: columns g (Gemeente), j (Jeugdhulp), o (Onderwijs); ambitions 1 and 2;
// goals 1.1, 1.2, 2.1; actions 1.1a, 1.1b (1.1), 2.1a (2.1); tracks 1.1a in g, j and
// o, 1.1b in g, 2.1a in g and j; silent after 180 days; default stages and ladder. Nothing
// is reported.
#define FIXTURE_PLAN                                                                       \
    "board b title=Proefbord|wall=Proef|silent_days=180|rung_days=30\n"                    \
    "board_column b/g board=b|column_id=g|title=Gemeente|letter=G|position=1\n"            \
    "board_column b/j board=b|column_id=j|title=Jeugdhulp|letter=J|position=2\n"           \
    "board_column b/o board=b|column_id=o|title=Onderwijs|letter=O|position=3\n"           \
    "ambition b/1 board=b|code=1|title=Preventie|wall=Preventie en/lichte "                \
    "zorg|position=1\n"                                                                    \
    "ambition b/2 board=b|code=2|title=Tijdig|wall=Op tijd|position=2\n"                   \
    "goal b/1.1 board=b|ambition=1|code=1.1|title=Signaleren|position=1\n"                 \
    "goal b/1.2 board=b|ambition=1|code=1.2|title=Overdracht|position=2\n"                 \
    "goal b/2.1 board=b|ambition=2|code=2.1|title=Jeugdhulp op school|position=3\n"        \
    "action b/1.1a board=b|goal=1.1|code=1.1a|title=Leren signaleren|text=Leren "          \
    "signaleren.|"                                                                         \
    "due=2024|funding=NPO|position=1\n"                                                    \
    "action b/1.1b board=b|goal=1.1|code=1.1b|title=Vast contact|text=Vast "               \
    "contact.|due=2023|"                                                                   \
    "funding=p.m.|position=2\n"                                                            \
    "action b/2.1a board=b|goal=2.1|code=2.1a|title=Proef op school|text=Proef op "        \
    "school.|"                                                                             \
    "due=Continu|funding=NPO|position=3\n"                                                 \
    "track b/1.1a/g board=b|action=1.1a|column_id=g\n"                                     \
    "track b/1.1a/j board=b|action=1.1a|column_id=j\n"                                     \
    "track b/1.1a/o board=b|action=1.1a|column_id=o\n"                                     \
    "track b/1.1b/g board=b|action=1.1b|column_id=g\n"                                     \
    "track b/2.1a/g board=b|action=2.1a|column_id=g\n"                                     \
    "track b/2.1a/j board=b|action=2.1a|column_id=j\n"

struct fixture {
    struct arena arena; // owns the text of the cells and entries
    struct cell *cells;
    size_t cell_count, cell_room;
    struct entry *entries;
    size_t entry_count, entry_room;
    int64_t at_ms;
    const char *author;
};

static inline void fixture_finish(struct fixture *fixture)
{
    arena_finish(&fixture->arena);
    free(fixture->cells);
    free(fixture->entries);
    *fixture = (struct fixture){0};
}

static inline struct cell *fixture_cell(struct fixture *fixture, const char *table,
                                        const char *row, const char *column)
{
    for (size_t i = 0; i < fixture->cell_count; i++) {
        struct cell *cell = &fixture->cells[i];
        // Most differ in the first letter; a sanitizer's strcmp is slow.
        if (cell->column[0] == column[0] && strcmp(cell->column, column) == 0 &&
            strcmp(cell->row, row) == 0 && strcmp(cell->table, table) == 0) {
            return cell;
        }
    }
    if (fixture->cell_count == fixture->cell_room) {
        fixture->cell_room = fixture->cell_room * 2 + 64;
        fixture->cells =
            realloc(fixture->cells, fixture->cell_room * sizeof *fixture->cells);
    }
    struct cell *cell = &fixture->cells[fixture->cell_count++];
    *cell = (struct cell){.table = arena_string(&fixture->arena, table),
                          .row = arena_string(&fixture->arena, row),
                          .column = arena_string(&fixture->arena, column)};
    return cell;
}

// Writes one cell; as a report when `reported`. `value` NULL: nothing.
static inline void fixture_set(struct fixture *fixture, const char *table, const char *row,
                               const char *column, const char *value, bool reported)
{
    struct cell *cell = fixture_cell(fixture, table, row, column);
    const char *before = cell->value;

    cell->value = value == NULL ? NULL : arena_string(&fixture->arena, value);
    cell->at_ms = fixture->at_ms;
    cell->reported = reported;
    if (!reported) {
        return;
    }
    if (fixture->entry_count == fixture->entry_room) {
        fixture->entry_room = fixture->entry_room * 2 + 64;
        fixture->entries =
            realloc(fixture->entries, fixture->entry_room * sizeof *fixture->entries);
    }
    fixture->entries[fixture->entry_count++] = (struct entry){
        .at_ms = fixture->at_ms,
        .author = fixture->author == NULL ? "Proef" : fixture->author,
        .device = "proef",
        .table = cell->table,
        .row = cell->row,
        .column = cell->column,
        .value = cell->value,
        .before = before,
    };
}

// One line; it is cut up.
static inline void fixture_line(struct fixture *fixture, char *line)
{
    bool reported = line[0] == '!';
    int32_t day = 0;
    int minute = 0;

    if (line[0] == '@' && day_read(line + 2, &day, &minute)) {
        fixture->at_ms = day_moment_ms(day, minute < 0 ? 12 * 60 : minute);
        return;
    }
    if (strncmp(line, "by ", 3) == 0) {
        fixture->author = arena_string(&fixture->arena, line + 3);
        return;
    }
    char *table = line + (reported ? 2 : 0);
    char *row = strchr(table, ' ');
    char *fields = row == NULL ? NULL : strchr(row + 1, ' ');
    if (fields == NULL) {
        if (line[0] != '\0') {
            fprintf(stderr, "fixture: cannot read \"%s\"\n", line);
            abort();
        }
        return;
    }
    *row++ = '\0';
    *fields++ = '\0';
    for (char *field = strtok(fields, "|"); field != NULL; field = strtok(NULL, "|")) {
        char *value = strchr(field, '=');
        if (value != NULL) {
            *value++ = '\0';
            fixture_set(fixture, table, row, field, value, reported);
        }
    }
}

static inline void fixture_add(struct fixture *fixture, const char *text)
{
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        char *line = strndup(text, length);
        fixture_line(fixture, line);
        free(line);
        text += length + (text[length] == '\n' ? 1 : 0);
    }
}

static inline int fixture_order(const void *left, const void *right)
{
    const struct cell *a = left;
    const struct cell *b = right;
    int order = strcmp(a->table, b->table);

    order = order != 0 ? order : strcmp(a->row, b->row);
    return order != 0 ? order : strcmp(a->column, b->column);
}

// Builds what was added; the fixture can be finished, or added to and built again.
static inline struct board_set *fixture_build(struct fixture *fixture)
{
    if (fixture->cell_count > 1) {
        qsort(fixture->cells, fixture->cell_count, sizeof *fixture->cells, fixture_order);
    }
    return board_set_build(fixture->cells, fixture->cell_count, fixture->entries,
                           fixture->entry_count);
}

// All in one; NULL-ended list of texts.
static inline struct board_set *fixture_boards(const char *const *texts)
{
    struct fixture fixture = {0};

    for (; *texts != NULL; texts++) {
        fixture_add(&fixture, *texts);
    }
    struct board_set *set = fixture_build(&fixture);
    fixture_finish(&fixture);
    return set;
}

// FIXTURE_PLAN and the text of one case: `const struct board *board = &set->boards[0]`.
static inline struct board_set *fixture_plan_with(const char *text)
{
    return fixture_boards((const char *const[]){FIXTURE_PLAN, text, NULL});
}

// A day by its date; the tests' own dates exist.
static inline int32_t fixture_day(const char *text)
{
    int32_t day = DAY_NONE;

    if (text != NULL && !day_read(text, &day, NULL)) {
        abort();
    }
    return day;
}

#endif
