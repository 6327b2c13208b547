#include "share/drift.h"

#include <stdlib.h>
#include <string.h>

#include "share/import.h"
#include "store/clock.h"

#define LOG_MODULE "drift"
#include "base/log.h"

enum { VANISHED_FEW = 10 };

struct search {
    const struct schema_table *table;
    struct fold *fold; // not owned
    const char
        *columns[SCHEMA_COLUMNS_MAX]; // of the table, as the fold keeps them; or NULL
    const struct record **winners;    // owned; per cell, of the file
    const struct record **newest;     // owned; per row, of the file
    const struct record *last;        // of the file when it was published; NULL: none
    size_t *minted; // owned; per cell: how many were minted with the one for it; 0: none
    bool *asked;    // owned; rows that may differ; NULL: all may
    struct drift *drift; // not owned
    uint32_t mark;
};

const char IMPORT_DRIFT[] = "ext?";

static struct record *drift_room(struct drift *drift)
{
    if (drift->count == drift->room) {
        size_t room = drift->room == 0 ? 16 : drift->room * 2;
        struct record *records = realloc(drift->records, room * sizeof *records);
        if (records == NULL) {
            return NULL;
        }
        drift->records = records;
        drift->room = room;
    }
    return &drift->records[drift->count];
}

// True when the file has the entry.
static bool in_file(const struct search *search, const struct record *record)
{
    const struct changes *changes = search->drift->changes;

    return record->mark == search->mark ||
           (changes != NULL && changes_spare(changes, record));
}

static bool known(const struct fold *fold, const struct record *record)
{
    size_t hint = fold->count;

    return fold_find(fold, record, &hint) != NULL;
}

static void stamp(struct record *record, const struct record *base)
{
    record->hlc = base == NULL ? 0 : base->hlc + clock_valid(base->hlc + 1);
    record->base = base == NULL ? RECORD_NO_BASE : base->hlc;
    record->eid = record_derive_eid(record, base, 0);
}

// Stamps an entry right behind `base`, so that a logged edit made after the file was
// written wins. An earlier unlogged edit that no file tells about yet has just that place,
// and comes before this one. False when the log has the entry already.
static bool place(const struct search *search, struct record *record,
                  const struct record *base, const struct record *rival)
{
    stamp(record, base);
    if (known(search->fold, record)) {
        return false;
    }
    bool unlogged = rival != NULL && !in_file(search, rival) &&
                    strcmp(rival->device, IMPORT_DRIFT) == 0;
    if (unlogged && record_compare(record, rival) < 0) {
        stamp(record, rival);
    }
    return !known(search->fold, record);
}

static bool outdone(const struct search *search, const char *id, const char *column)
{
    const struct drift *drift = search->drift;
    size_t i = 0;

    if (drift->outdone_count == 0) {
        return false;
    }
    uint32_t row = fold_row_find(search->fold, search->table->name, id);
    uint32_t cell = fold_cell_find(search->fold, row, column);
    while (i < drift->outdone_count && drift->outdone[i] != cell) {
        i++;
    }
    return i < drift->outdone_count;
}

// Mints an entry for what the table says. `rival` is what the whole log says there.
static bool mint(struct search *search, const char *id, const char *column,
                 const char *value, size_t size, const struct record *base,
                 const struct record *rival)
{
    struct drift *drift = search->drift;

    if (outdone(search, id, column)) {
        return true;
    }
    struct record *record = drift_room(drift);
    drift->differences++;
    if (record == NULL) {
        return false;
    }
    *record = (struct record){
        .device = IMPORT_DRIFT,
        .table = search->table->name,
        .row = arena_string(&drift->arena, id),
        .column = column,
        .value = value == NULL ? NULL : arena_text(&drift->arena, value, size),
        .size = value == NULL ? 0 : size,
        .author = "",
        .base = RECORD_NO_BASE,
        .cell = FOLD_NONE,
    };
    if (drift->arena.failed) {
        return false;
    }
    const char *fault = record_fault(record);
    if (fault != NULL) {
        LOG_WARN("%s: an edit of %s is left out: %s", search->table->name, column, fault);
        drift->refused = true;
        return true;
    }
    drift->count += place(search, record, base, rival);
    return true;
}

static bool mint_cell(struct search *search, const struct reader_row *row, uint32_t at,
                      size_t i)
{
    const char *column = search->table->columns[i];
    uint32_t cell = fold_cell_of(search->fold, at, search->columns[i]);
    const struct record *winner = cell == FOLD_NONE ? NULL : search->winners[cell];
    const char *known = winner == NULL ? NULL : winner->value;
    size_t known_size = winner == NULL ? 0 : winner->size;
    const struct record *base = winner;
    size_t count = search->drift->count;

    if (row->values[i] == READER_ABSENT ||
        record_same_value(row->values[i], row->sizes[i], known, known_size)) {
        return true;
    }
    if (base == NULL) {
        base = at == FOLD_NONE || search->newest[at] == NULL ? search->last
                                                             : search->newest[at];
    }
    const struct record *rival =
        cell == FOLD_NONE ? NULL : search->fold->cells[cell].winner;
    if (!mint(search, row->id, column, row->values[i], row->sizes[i], base, rival)) {
        return false;
    }
    if (cell != FOLD_NONE && search->drift->count > count) {
        search->drift->records[count].cell = cell;
        search->minted[cell] = search->drift->count;
    }
    return true;
}

static bool visit_row(void *to, const struct reader_row *row)
{
    struct search *search = to;
    uint32_t at = fold_row_find(search->fold, search->table->name, row->id);
    const struct record *newest = at == FOLD_NONE ? NULL : search->newest[at];

    if (at != FOLD_NONE) {
        if (search->fold->rows[at].mark == search->mark) {
            // A second row of one id, whose key was broken by hand; or one that was not
            // asked for and stands where it did not stand. The whole file tells which.
            search->drift->doubtful = true;
            return search->asked == NULL;
        }
        search->fold->rows[at].mark = search->mark;
        search->drift->doubtful = search->drift->doubtful || row->place == READER_NOWHERE;
        if (search->drift->recall != NULL &&
            !recall_put(search->drift->recall, at, row->place)) {
            return false;
        }
    }
    if ((newest == NULL || record_deletes(newest)) &&
        !mint(search, row->id, RECORD_LIVE, "1", 1, newest == NULL ? search->last : newest,
              at == FOLD_NONE ? NULL : search->fold->rows[at].newest)) {
        return false;
    }
    for (size_t i = 0; i < search->table->column_count; i++) {
        if (!mint_cell(search, row, at, i)) {
            return false;
        }
    }
    return true;
}

static bool vanished(const struct search *search, uint32_t row)
{
    const struct record *newest = search->newest[row];

    return newest != NULL && !record_deletes(newest) &&
           search->fold->rows[row].mark != search->mark;
}

// Rows of the file's log that its table does not have.
static enum trouble mint_vanished(struct search *search)
{
    const struct fold *fold = search->fold;
    const char *table = names_find(&fold->names, search->table->name);
    size_t gone = 0;
    size_t there = 0;

    for (uint32_t i = 0; i < fold->row_count; i++) {
        if (fold->rows[i].table == table && search->newest[i] != NULL) {
            there += !record_deletes(search->newest[i]);
            gone += vanished(search, i);
        }
    }
    if (gone > VANISHED_FEW && search->asked != NULL) {
        return TROUBLE_UNREADABLE; // how many there are is to be seen from the whole file
    }
    if (gone > VANISHED_FEW && gone * 2 > there) {
        LOG_WARN("%s: %zu of %zu rows vanished without a word: not believed",
                 search->table->name, gone, there);
        return TROUBLE_CORRUPT;
    }
    for (uint32_t i = 0; gone > 0 && i < fold->row_count; i++) {
        if (fold->rows[i].table == table && vanished(search, i) &&
            !mint(search, fold->rows[i].id, RECORD_LIVE, "0", 1, search->newest[i],
                  fold->rows[i].newest)) {
            return TROUBLE_UNREADABLE;
        }
    }
    return TROUBLE_NONE;
}

// With the triggers in place no edit goes unlogged: a value that the cell had before is
// then an old page or a REPLACE, not what somebody meant.
static void drop_old_values(struct search *search)
{
    struct drift *drift = search->drift;
    size_t kept = 0;

    for (size_t i = 0; i < search->fold->count; i++) {
        const struct record *old = search->fold->records[i];
        size_t minted = search->minted[old->cell];
        if (minted == 0 || !in_file(search, old)) {
            continue;
        }
        struct record *record = &drift->records[minted - 1];
        if (record_same_value(record->value, record->size, old->value, old->size)) {
            record->device = NULL; // dropped below
        }
    }
    for (size_t j = 0; j < drift->count; j++) {
        if (drift->records[j].device != NULL) {
            drift->records[kept++] = drift->records[j];
        }
    }
    drift->count = kept;
}

// Notes what the file has of one cell after the other, in the order of the log.
static void note_entry(struct search *search, const struct record *record)
{
    search->winners[record->cell] = record;
    search->newest[search->fold->cells[record->cell].row] = record;
    // A tool that goes on editing adds entries of its own. What it did unlogged keeps its
    // place: a later one would beat what others did to it since.
    bool later = search->last != NULL && strcmp(record->device, RECORD_TOOL) == 0;
    search->last = later ? search->last : record;
}

static void note_all(struct search *search)
{
    for (size_t i = 0; i < search->fold->count; i++) {
        if (in_file(search, search->fold->records[i])) {
            note_entry(search, search->fold->records[i]);
        }
    }
}

// Rows of which the file now holds another entry, and those on pages that changed. All
// others say what they said, and count as visited.
static bool ask(struct search *search, const struct schema *schema)
{
    struct fold *fold = search->fold;
    const struct drift *drift = search->drift;
    const struct schema_table *table = NULL;
    const char *name = NULL;
    struct changes_walk walk = {0};
    const struct record *record;

    search->asked = calloc((size_t)fold->row_count + 1, sizeof *search->asked);
    if (search->asked == NULL) {
        return false;
    }
    while ((record = changes_next(drift->changes, fold, &walk)) != NULL) {
        if ((record->mark == search->mark) != record->held) {
            search->asked[fold->cells[record->cell].row] = true;
        }
    }
    for (uint32_t i = 0; i < fold->row_count; i++) {
        struct fold_row *row = &fold->rows[i];
        if (row->table != name) {
            name = row->table;
            table = schema_table_find(schema, name);
        }
        int64_t place = recall_place(drift->recall, i);
        bool on_page =
            table != NULL && place != READER_NOWHERE &&
            ranges_hold(&drift->changes->tables[table - schema->tables].places, place);
        search->asked[i] = search->asked[i] || on_page;
        row->mark = search->asked[i] ? row->mark : search->mark;
    }
    return true;
}

// The greatest entry of a cell is most often one of the file. False when one is not.
static bool note_row(struct search *search, uint32_t row)
{
    const struct fold *fold = search->fold;

    for (uint32_t at = fold->rows[row].first; at != FOLD_NONE; at = fold->cells[at].next) {
        const struct record *winner = fold->cells[at].winner;
        const struct record *newest = search->newest[row];
        if (winner != NULL && !in_file(search, winner)) {
            return false;
        }
        search->winners[at] = winner;
        bool later =
            newest == NULL || (winner != NULL && record_compare(winner, newest) > 0);
        search->newest[row] = later ? winner : newest;
    }
    return true;
}

// Notes what is asked for alone. False when that takes all entries.
static bool note_asked(struct search *search)
{
    const struct fold *fold = search->fold;
    bool ok = true;

    for (size_t i = fold->count; i > 0 && search->last == NULL; i--) {
        const struct record *record = fold->records[i - 1];
        bool last = strcmp(record->device, RECORD_TOOL) != 0 && in_file(search, record);
        search->last = last ? record : NULL;
    }
    for (uint32_t i = 0; ok && i < fold->row_count; i++) {
        ok = !search->asked[i] || note_row(search, i);
    }
    return ok && search->last != NULL;
}

static bool search_start(struct search *search, const struct schema *schema)
{
    const struct fold *fold = search->fold;
    bool some = search->drift->changes != NULL;

    search->winners = calloc((size_t)fold->cell_count + 1, sizeof *search->winners);
    search->newest = calloc((size_t)fold->row_count + 1, sizeof *search->newest);
    search->minted = calloc((size_t)fold->cell_count + 1, sizeof *search->minted);
    if (search->winners == NULL || search->newest == NULL || search->minted == NULL ||
        (some && !ask(search, schema))) {
        return false;
    }
    if (!some || !note_asked(search)) {
        note_all(search);
    }
    return true;
}

static void keep_columns(struct search *search)
{
    for (size_t i = 0; i < search->table->column_count; i++) {
        search->columns[i] = names_find(&search->fold->names, search->table->columns[i]);
    }
}

// The rowids of a table to be read: of its pages that changed, and of its rows asked for
// that stand elsewhere.
static bool gather_places(const struct search *search, const struct table_change *change,
                          struct ranges *out)
{
    const struct fold *fold = search->fold;
    const char *table = names_find(&fold->names, search->table->name);
    bool ok = true;

    for (size_t i = 0; ok && i < change->places.count; i++) {
        ok = ranges_add(out, change->places.items[i]);
    }
    for (uint32_t i = 0; ok && i < fold->row_count; i++) {
        int64_t place = recall_place(search->drift->recall, i);
        if (search->asked[i] && fold->rows[i].table == table && place != READER_NOWHERE) {
            ok = ranges_add(out, (struct range){place, place});
        }
    }
    ranges_settle(out);
    return ok;
}

static enum trouble compare_table(struct search *search, struct reader *reader, size_t i)
{
    const struct changes *changes = search->drift->changes;
    struct ranges places = {0};
    enum trouble trouble = TROUBLE_UNREADABLE;

    if (changes == NULL) {
        return reader_rows(reader, search->table, NULL, visit_row, search);
    }
    if (gather_places(search, &changes->tables[i], &places)) {
        trouble = reader_rows(reader, search->table, &places, visit_row, search);
    }
    free(places.items);
    return trouble;
}

enum trouble drift_find(struct reader *reader, const struct schema *schema,
                        struct fold *fold, uint32_t mark, struct drift *drift)
{
    struct search search = {.fold = fold, .mark = mark, .drift = drift};
    enum trouble trouble =
        search_start(&search, schema) ? TROUBLE_NONE : TROUBLE_UNREADABLE;

    for (size_t i = 0; trouble == TROUBLE_NONE && i < schema->table_count; i++) {
        search.table = &schema->tables[i];
        keep_columns(&search);
        if (reader_has(reader, search.table)) {
            trouble = compare_table(&search, reader, i);
            trouble = trouble != TROUBLE_NONE ? trouble : mint_vanished(&search);
        }
    }
    if (trouble != TROUBLE_NONE) {
        drift->count = 0;
    } else if (drift->count > 0 && reader_schema_ours(reader)) {
        drop_old_values(&search);
    }
    free(search.winners);
    free(search.newest);
    free(search.minted);
    free(search.asked);
    return trouble;
}

void drift_finish(struct drift *drift)
{
    free(drift->records);
    arena_finish(&drift->arena);
    *drift = (struct drift){0};
}
