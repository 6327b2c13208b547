#include "sim_oracle.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Reading -----------------------------------------------------------------------------

static const char *copy(struct arena *arena, sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);

    return text == NULL ? NULL : arena_string(arena, text);
}

static struct oracle_entry *entry_add(struct oracle_log *log)
{
    if (log->count == log->room) {
        log->room = log->room == 0 ? 512 : log->room * 2;
        log->list = realloc(log->list, (size_t)log->room * sizeof *log->list);
    }
    return &log->list[log->count++];
}

static bool read_entries(struct oracle_log *log, sqlite3 *db)
{
    static const char sql[] =
        "SELECT hlc,dev,eid,tbl,row,col,val,author,base FROM chg ORDER BY hlc,dev,eid";
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);

    while (code == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW) {
        struct oracle_entry *entry = entry_add(log);
        *entry = (struct oracle_entry){
            .hlc = sqlite3_column_int64(statement, 0),
            .device = copy(&log->arena, statement, 1),
            .table = copy(&log->arena, statement, 3),
            .row = copy(&log->arena, statement, 4),
            .column = copy(&log->arena, statement, 5),
            .value = copy(&log->arena, statement, 6),
            .author = copy(&log->arena, statement, 7),
            .base = sqlite3_column_type(statement, 8) == SQLITE_NULL
                        ? -1
                        : sqlite3_column_int64(statement, 8),
        };
        memcpy(entry->eid, sqlite3_column_blob(statement, 2), sizeof entry->eid);
        entry->key = ledger_key(entry->table, entry->row, entry->column, entry->value);
    }
    sqlite3_finalize(statement);
    return code == SQLITE_OK;
}

bool oracle_read_log(struct oracle_log *log, const char *path)
{
    sqlite3 *db = NULL;
    bool ok = sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
              read_entries(log, db);

    sqlite3_close(db);
    return ok;
}

void oracle_finish(struct oracle_log *log)
{
    free(log->list);
    arena_finish(&log->arena);
    *log = (struct oracle_log){0};
}

// Entries -----------------------------------------------------------------------------

static int compare_keys(const struct oracle_entry *a, const struct oracle_entry *b)
{
    int by = (a->hlc > b->hlc) - (a->hlc < b->hlc);

    by = by != 0 ? by : strcmp(a->device, b->device);
    return by != 0 ? by : memcmp(a->eid, b->eid, sizeof a->eid);
}

static bool same_text(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static const char *shown(const char *text)
{
    return text == NULL ? "(nothing)" : text;
}

static void tell_entry(struct sim_world *world, const char *what, int device,
                       const struct oracle_entry *entry)
{
    world_fail(world, "%s %d: %s %s %s=%s by %s at %lld", what, device, entry->table,
               entry->row, entry->column, shown(entry->value), entry->device,
               (long long)entry->hlc);
}

static bool same_entry(const struct oracle_entry *a, const struct oracle_entry *b)
{
    return a->key == b->key && a->base == b->base && same_text(a->author, b->author);
}

void oracle_unite(const struct oracle_log *logs, int count, struct oracle_log *all)
{
    int at[SIM_DEVICES] = {0};
    int next = 0;

    while (next >= 0) {
        next = -1;
        for (int i = 0; i < count; i++) {
            bool left = at[i] < logs[i].count;
            if (left && (next < 0 || compare_keys(&logs[i].list[at[i]],
                                                  &logs[next].list[at[next]]) < 0)) {
                next = i;
            }
        }
        if (next >= 0) {
            const struct oracle_entry *entry = &logs[next].list[at[next]++];
            struct oracle_entry *last = all->count == 0 ? NULL : &all->list[all->count - 1];
            if (last == NULL || compare_keys(last, entry) != 0) {
                *entry_add(all) = *entry;
            } else if (strcmp(shown(entry->value), shown(last->value)) > 0) {
                *last = *entry;
            }
        }
    }
}

static int64_t horizon_of(const struct oracle_log *log)
{
    int64_t horizon = 0;

    for (int i = 0; i < log->count; i++) {
        const struct oracle_entry *entry = &log->list[i];
        if (strcmp(entry->table, "_meta") == 0 && entry->value != NULL) {
            int64_t said = strtoll(entry->value, NULL, 10);
            horizon = said > horizon ? said : horizon;
        }
    }
    return horizon;
}

void oracle_check_log(struct sim_world *world, const struct oracle_log *all,
                      const struct oracle_log *log, int device)
{
    int64_t horizon = horizon_of(all);
    int at = 0;

    for (int i = 0; i < all->count; i++) {
        const struct oracle_entry *entry = &all->list[i];
        bool there = at < log->count && compare_keys(&log->list[at], entry) == 0;
        if (there && same_entry(&log->list[at++], entry)) {
            continue;
        }
        bool past = entry->hlc < horizon &&
                    oracle_winner(all, entry->table, entry->row, entry->column) != entry;
        if (!past) {
            tell_entry(world,
                       there ? "another payload of an entry in log"
                             : "an entry is missing in the log of",
                       device, entry);
        }
    }
    if (at < log->count) {
        tell_entry(world, "an entry is only in the log of", device, &log->list[at]);
    }
}

static bool holds(const struct oracle_log *log, uint64_t key)
{
    for (int i = 0; i < log->count; i++) {
        if (log->list[i].key == key) {
            return true;
        }
    }
    return false;
}

// An unlogged edit is one entry, whoever comes upon it.
static void check_drift(struct sim_world *world, const struct oracle_log *log, int at)
{
    const struct oracle_entry *entry = &log->list[at];

    for (int i = at + 1; i < log->count; i++) {
        if (log->list[i].key == entry->key &&
            strcmp(log->list[i].device, entry->device) == 0) {
            world_tell(world, "eid %02x%02x.. base %lld, eid %02x%02x.. base %lld",
                       entry->eid[0], entry->eid[1], (long long)entry->base,
                       log->list[i].eid[0], log->list[i].eid[1],
                       (long long)log->list[i].base);
            tell_entry(world, "one unlogged edit has two entries in log", 0, entry);
        }
    }
}

// Of two payloads of one entry the greater one stays.
static void check_forged(struct sim_world *world, const struct oracle_entry *entry,
                         const struct ledger *ledger)
{
    int row = 0;

    if (strcmp(entry->author, "plan") == 0 && strcmp(entry->column, "body") == 0 &&
        sscanf(entry->row, "b/%d", &row) == 1 && row > 0 && row < LEDGER_ROWS &&
        strcmp(shown(entry->value), ledger->forged[row]) < 0) {
        tell_entry(world, "a lesser payload stayed in log", 0, entry);
    }
}

void oracle_check_entries(struct sim_world *world, const struct oracle_log *log,
                          const struct ledger *ledger)
{
    for (int i = 0; i < ledger->count; i++) {
        if (ledger->list[i].must && !holds(log, ledger->list[i].key)) {
            static const char *const kinds[] = {"touch", "logged tool", "unlogged tool"};
            world_fail(world, "lost %s edit of device %d: %s", kinds[ledger->list[i].kind],
                       ledger->list[i].device, ledger->list[i].text);
        }
    }
    for (int i = 0; i < log->count; i++) {
        const struct oracle_entry *entry = &log->list[i];
        bool drift = strcmp(entry->device, "ext?") == 0;
        if (entry->table[0] == '_') {
            continue;
        }
        check_forged(world, entry, ledger);
        if (!ledger_has(ledger, entry->key, drift)) {
            tell_entry(world, "nobody made this entry of log", 0, entry);
        }
        // Tools may delete a row twice.
        if (drift && !(entry->value != NULL && strcmp(entry->value, "0") == 0)) {
            check_drift(world, log, i);
        }
    }
}

void oracle_check_acknowledged(struct sim_world *world, const struct ledger *ledger,
                               int device)
{
    struct oracle_log log = {0};
    char path[SIM_PATH];

    snprintf(path, sizeof path, "%s/local.db", world_state(device));
    if (!oracle_read_log(&log, path)) {
        world_fail(world, "the log of device %d cannot be read after a crash", device);
    }
    for (int i = 0; i < ledger->count; i++) {
        const struct intent *intent = &ledger->list[i];
        if (intent->kind == INTENT_TOUCH && intent->must && intent->device == device &&
            !holds(&log, intent->key)) {
            world_fail(world, "device %d lost what it acknowledged in a crash: %s", device,
                       intent->text);
        }
    }
    oracle_finish(&log);
}

// The fold ----------------------------------------------------------------------------

const struct oracle_entry *oracle_winner(const struct oracle_log *log, const char *table,
                                         const char *row, const char *column)
{
    for (int i = log->count - 1; i >= 0; i--) {
        const struct oracle_entry *entry = &log->list[i];
        if (strcmp(entry->row, row) == 0 && strcmp(entry->table, table) == 0 &&
            (column == NULL || strcmp(entry->column, column) == 0)) {
            return entry;
        }
    }
    return NULL;
}

static bool row_shows(const struct oracle_log *log, const char *table, const char *row)
{
    const struct oracle_entry *newest = oracle_winner(log, table, row, NULL);

    return newest != NULL && !(strcmp(newest->column, "_live") == 0 &&
                               newest->value != NULL && strcmp(newest->value, "0") == 0);
}

static const char *value_of(const struct oracle_log *log, const char *table,
                            const char *row, const char *column)
{
    const struct oracle_entry *winner = oracle_winner(log, table, row, column);

    return winner == NULL ? NULL : winner->value;
}

// How many rows of a table show.
static int count_rows(const struct oracle_log *log, const char *table)
{
    int count = 0;

    for (int i = 0; i < log->count; i++) {
        const struct oracle_entry *entry = &log->list[i];
        if (strcmp(entry->table, table) == 0 &&
            oracle_winner(log, table, entry->row, NULL) == entry &&
            row_shows(log, table, entry->row)) {
            count++;
        }
    }
    return count;
}

static void check_table(struct sim_world *world, const struct oracle_log *log, sqlite3 *db,
                        const char *table)
{
    sqlite3_stmt *statement = NULL;
    char sql[128];
    int rows = 0;

    snprintf(sql, sizeof sql, "SELECT * FROM %s", table);
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) {
        world_fail(world, "the file has no table %s", table);
    }
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const char *id = (const char *)sqlite3_column_text(statement, 0);
        rows++;
        if (!row_shows(log, table, id)) {
            world_fail(world, "the file shows row %s %s, which was deleted", table, id);
        }
        for (int i = 1; i < sqlite3_column_count(statement); i++) {
            const char *column = sqlite3_column_name(statement, i);
            const char *has = (const char *)sqlite3_column_text(statement, i);
            const char *wants = value_of(log, table, id, column);
            if (!same_text(has, wants)) {
                world_fail(world, "the file says %s %s %s=%s, the log %s", table, id,
                           column, shown(has), shown(wants));
            }
        }
    }
    sqlite3_finalize(statement);
    if (rows != count_rows(log, table)) {
        world_fail(world, "the file has %d rows in %s, the log %d", rows, table,
                   count_rows(log, table));
    }
}

void oracle_check_file(struct sim_world *world, const struct oracle_log *log,
                       const struct sim_file *file)
{
    struct oracle_log own = {0};
    sqlite3 *db = NULL;

    sqlite3_open(":memory:", &db);
    if (sqlite3_deserialize(db, "main", file->data, (sqlite3_int64)file->size,
                            (sqlite3_int64)file->size,
                            SQLITE_DESERIALIZE_READONLY) != SQLITE_OK ||
        !read_entries(&own, db)) {
        world_fail(world, "the shared file cannot be read");
    } else {
        oracle_check_log(world, log, &own, -1);
        check_table(world, log, db, "abbreviation");
        check_table(world, log, db, "meeting");
        check_table(world, log, db, "board");
    }
    oracle_finish(&own);
    sqlite3_close(db);
}

// Boards ------------------------------------------------------------------------------

void oracle_check_boards(struct sim_world *world, const struct oracle_log *log,
                         const struct board_set *set, int device)
{
    const struct board *board = board_set_find(set, "b");

    if (board == NULL) {
        if (row_shows(log, "board", "b")) {
            world_fail(world, "device %d shows no board", device);
        }
        return;
    }
    const char *title = value_of(log, "board", "b", "title");
    if (strcmp(board->title, title == NULL ? "" : title) != 0) {
        world_fail(world, "device %d calls the board %s instead of %s", device,
                   board->title, shown(title));
    }
    int found = 0;
    for (size_t i = 0; i < board->abbreviation_count; i++) {
        const struct abbreviation *abbreviation = &board->abbreviations[i];
        for (int j = 0; j < log->count; j++) {
            const struct oracle_entry *entry = &log->list[j];
            if (strcmp(entry->table, "abbreviation") == 0 &&
                strcmp(entry->column, "name") == 0 &&
                same_text(entry->value, abbreviation->name) &&
                oracle_winner(log, "abbreviation", entry->row, "name") == entry &&
                row_shows(log, "abbreviation", entry->row)) {
                const char *meaning = value_of(log, "abbreviation", entry->row, "meaning");
                found += strcmp(abbreviation->meaning, meaning == NULL ? "" : meaning) == 0;
            }
        }
    }
    if ((size_t)found != board->abbreviation_count) {
        world_fail(world, "device %d shows %zu abbreviations, of which the log has %d",
                   device, board->abbreviation_count, found);
    }
}

static uint64_t mix(uint64_t hash, const char *text)
{
    for (text = text == NULL ? "\1" : text; *text != '\0'; text++) {
        hash = (hash ^ (unsigned char)*text) * 0x100000001b3u;
    }
    return (hash ^ 0xff) * 0x100000001b3u;
}

static uint64_t mix_board(uint64_t hash, const struct board *board, bool history)
{
    hash = mix(mix(hash, board->slug), board->title);
    for (size_t i = 0; i < board->abbreviation_count; i++) {
        hash = mix(hash, board->abbreviations[i].name);
        hash = mix(hash, board->abbreviations[i].meaning);
    }
    for (size_t i = 0; i < board->meeting_count; i++) {
        hash = mix(mix(hash, board->meetings[i].row), board->meetings[i].body);
        hash = mix(hash, board->meetings[i].place);
    }
    for (size_t i = 0; history && i < board->change_count; i++) {
        const struct change *change = &board->changes[i];
        hash = mix(mix(hash, change->author), change->device);
        hash = mix(mix(mix(hash, change->table), change->row), change->column);
        hash = mix(mix(hash, change->before), change->after);
        hash = (hash ^ (uint64_t)change->at_ms ^ change->overlapped) * 0x100000001b3u;
    }
    return history ? hash ^ board->conflict_count : hash;
}

uint64_t oracle_hash_boards(const struct board_set *set, bool history)
{
    uint64_t hash = 0xcbf29ce484222325u;

    for (size_t i = 0; i < set->count; i++) {
        hash = mix_board(hash, &set->boards[i], history);
    }
    for (const struct orphan *orphan = set->orphans; orphan != NULL;
         orphan = orphan->next) {
        hash ^= mix(mix(mix(0, orphan->table), orphan->row), orphan->column);
    }
    return hash;
}
