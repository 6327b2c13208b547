#include "sim_tool.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim_vfs.h"

enum { LOGGED_PERCENT = 70, WAL_PERCENT = 3, FORGE_PERCENT = 8 };

static const int64_t MS_NS = 1000000;
static const int64_t AGAIN_MS = 600000;

static sqlite3 *open_bytes(const struct sim_file *file)
{
    sqlite3 *db = NULL;
    unsigned char *copy = sqlite3_malloc64(file->size);

    memcpy(copy, file->data, file->size);
    copy[18] = copy[19] = 1;
    sqlite3_open(":memory:", &db);
    bool ok = sqlite3_deserialize(db, "main", copy, (sqlite3_int64)file->size,
                                  (sqlite3_int64)file->size,
                                  SQLITE_DESERIALIZE_FREEONCLOSE |
                                      SQLITE_DESERIALIZE_RESIZEABLE) == SQLITE_OK &&
              sqlite3_exec(db, "SELECT count(*) FROM meeting, chg; PRAGMA quick_check(1)",
                           NULL, NULL, NULL) == SQLITE_OK;
    if (!ok) {
        sqlite3_close(db);
        return NULL;
    }
    return db;
}

static bool run(sqlite3 *db, const char *sql)
{
    char *error = NULL;
    bool ok = sqlite3_exec(db, sql, NULL, NULL, &error) == SQLITE_OK;

    if (!ok && strstr(error, "malformed") == NULL && strstr(error, "UNIQUE") == NULL) {
        fprintf(stderr, "simulate: %s: %s\n", sql, error);
    }
    sqlite3_free(error);
    return ok;
}

// With the triggers: anything goes, and chg tells afterwards what it became.
static bool edit_logged(const struct sim_tool *tool, sqlite3 *db)
{
    static const char *const forms[] = {
        "UPDATE abbreviation SET name='%s' WHERE id='b/%d'",
        "UPDATE meeting SET place='%s' WHERE id='b/%d'",
        "UPDATE meeting SET place='%s', body=place WHERE id<'b/%d'",
        "INSERT INTO abbreviation(id,board,name) SELECT 'b/'||v,'b',v FROM"
        " (SELECT '%s' v)",
        "DELETE FROM meeting WHERE id<'%s' AND id='b/%d'",
        "UPDATE meeting SET id='b/%s' WHERE id='b/%d'",
        "INSERT OR REPLACE INTO meeting(place,id,board) VALUES('%s','b/%d','b')",
        "INSERT INTO meeting(place,id) VALUES('%s','b/%d') ON CONFLICT(id) DO UPDATE"
        " SET place=excluded.place",
        "INSERT INTO meeting(place) VALUES('%s')",
        "UPDATE board SET title='%s'",
    };
    int form = sim_below(tool->world, sizeof forms / sizeof *forms);
    int row = SIM_ROWS / 2 + 1 + sim_below(tool->world, SIM_ROWS - SIM_ROWS / 2);
    char value[32];
    char sql[256];

    snprintf(value, sizeof value, "t%d", ++tool->ledger->serial);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    snprintf(sql, sizeof sql, forms[form], value, row);
#pragma GCC diagnostic pop
    world_tell(tool->world, "tool on %d: %s", tool->device, sql);
    return run(db, sql);
}

// Without: rows and cells that no other tool touches that way, so that what it did must
// show as entries.
static bool edit_unlogged(const struct sim_tool *tool, sqlite3 *db)
{
    struct ledger *ledger = tool->ledger;
    int row = 1 + sim_below(tool->world, SIM_ROWS / 2);
    int form = sim_below(tool->world, 3);
    char id[32];
    char value[16];
    char sql[256];

    snprintf(value, sizeof value, "u%d", ++ledger->serial);
    snprintf(id, sizeof id, "b/%d", row);
    if (form == 0 && !tool->cells[row]) {
        snprintf(sql, sizeof sql, "UPDATE abbreviation SET meaning='%s' WHERE id='%s'",
                 value, id);
        if (!run(db, sql)) {
            return false;
        }
        if (sqlite3_changes(db) > 0) {
            tool->cells[row] = true;
            ledger_add(ledger, INTENT_UNLOGGED, tool->device, tool->must, "abbreviation",
                       id, "meaning", value);
        }
    } else if (form == 1) {
        snprintf(sql, sizeof sql, "DELETE FROM meeting WHERE id='%s'", id);
        if (!run(db, sql)) {
            return false;
        }
        if (sqlite3_changes(db) > 0) {
            ledger_add(ledger, INTENT_UNLOGGED, tool->device, tool->must, "meeting", id,
                       "_live", "0");
        }
    } else {
        snprintf(id, sizeof id, "b/%s", value);
        snprintf(sql, sizeof sql,
                 "INSERT INTO abbreviation(id,board,name) VALUES('%s','b','%s')", id,
                 value);
        if (!run(db, sql)) {
            return false;
        }
        ledger_add(ledger, INTENT_UNLOGGED, tool->device, tool->must, "abbreviation", id,
                   "_live", "1");
        ledger_add(ledger, INTENT_UNLOGGED, tool->device, tool->must, "abbreviation", id,
                   "board", "b");
        ledger_add(ledger, INTENT_UNLOGGED, tool->device, tool->must, "abbreviation", id,
                   "name", value);
    }
    world_tell(tool->world, "tool on %d, unlogged: %s", tool->device, sql);
    return true;
}

// Somebody changes the log itself: then two files say different things of one entry, and
// the greater one must stay everywhere.
static bool forge(const struct sim_tool *tool, sqlite3 *db)
{
    int row = 1 + sim_below(tool->world, SIM_ROWS);
    char *greatest = tool->ledger->forged[row];
    char id[16];
    char value[16];
    char sql[400];

    snprintf(id, sizeof id, "b/%d", row);
    snprintf(value, sizeof value, "w%03d", sim_below(tool->world, 1000));
    snprintf(sql, sizeof sql,
             "UPDATE meeting SET body='%s' WHERE id='%s' AND body=(SELECT val FROM chg"
             " WHERE tbl='meeting' AND row='%s' AND col='body' AND author='plan'"
             " AND val<'%s');"
             "UPDATE chg SET val='%s' WHERE tbl='meeting' AND row='%s' AND col='body'"
             " AND author='plan' AND val<'%s'",
             value, id, id, value, value, id, value);
    world_tell(tool->world, "tool on %d: forges %s body=%s", tool->device, id, value);
    if (!run(db, sql)) {
        return false;
    }
    ledger_add(tool->ledger, INTENT_UNLOGGED, tool->device, false, "meeting", id, "body",
               value);
    if (tool->must && sqlite3_changes(db) > 0 && strcmp(value, greatest) > 0) {
        memcpy(greatest, value, sizeof value);
    }
    return true;
}

static const char *text(sqlite3_stmt *statement, int column)
{
    return (const char *)sqlite3_column_text(statement, column);
}

// What the triggers made of it.
static void note_logged(const struct sim_tool *tool, sqlite3 *db)
{
    sqlite3_stmt *statement = NULL;

    sqlite3_prepare_v2(db, "SELECT tbl,row,col,val FROM chg WHERE dev='ext'", -1,
                       &statement, NULL);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        uint64_t key = ledger_key(text(statement, 0), text(statement, 1),
                                  text(statement, 2), text(statement, 3));
        if (!ledger_has(tool->ledger, key, false)) {
            ledger_add(tool->ledger, INTENT_LOGGED, tool->device, tool->must,
                       text(statement, 0), text(statement, 1), text(statement, 2),
                       text(statement, 3));
        }
    }
    sqlite3_finalize(statement);
}

static void write_back(const struct sim_tool *tool, sqlite3 *db, struct sim_file *file)
{
    sqlite3_int64 size = 0;
    unsigned char *bytes = sqlite3_serialize(db, "main", &size, 0);
    int64_t grain_ns = tool->world->grain_ms * MS_NS;
    int64_t now_ns = world_now_ms(tool->world, tool->device) * MS_NS;

    if (sim_chance(tool->world, WAL_PERCENT)) {
        bytes[18] = bytes[19] = 2;
    }
    file_cut(file, 0);
    file_put(file, 0, bytes, (size_t)size);
    sqlite3_free(bytes);
    file->ctime_ns = now_ns;
    now_ns -= now_ns % grain_ns;
    // Edits in a row do not come back to a time that an engine has seen already.
    int64_t *last_ns = &tool->world->edited_ns[tool->device];
    bool again = now_ns <= *last_ns && now_ns > *last_ns - AGAIN_MS * MS_NS;
    now_ns = again ? *last_ns + grain_ns : now_ns;
    *last_ns = now_ns;
    file->mtime_ns = file->mtime_ns == now_ns ? now_ns + grain_ns : now_ns;
    disk_sync(tool->world, tool->device);
}

bool tool_edit(const struct sim_tool *tool)
{
    char path[SIM_PATH];

    snprintf(path, sizeof path, "%s/board.sqlite", world_share(tool->device));
    struct sim_file *file = disk_find(tool->world, path);
    if (file == NULL || file->size < 512) {
        return false;
    }
    vfs_clock(tool->device);
    sqlite3 *db = open_bytes(file);
    if (db == NULL) {
        return false;
    }
    bool logged = sim_chance(tool->world, LOGGED_PERCENT);
    bool forged = sim_chance(tool->world, FORGE_PERCENT);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, logged && !forged, NULL);
    bool ok = forged   ? forge(tool, db)
              : logged ? edit_logged(tool, db)
                       : edit_unlogged(tool, db);
    if (ok) {
        if (logged) {
            note_logged(tool, db);
        }
        write_back(tool, db, file);
    }
    sqlite3_close(db);
    return ok;
}
