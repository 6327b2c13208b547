// seeds FOLDER: writes shared files to begin fuzzing with, small ones and odd ones. Made
// when they are needed, so that they follow the schema.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/log.h"
#include "hostile.h"
#include "same.h"
#include "share_fixture.h"

// Most of the schema is not needed to reach most of the code, and costs time to read.
static const char SMALL[] =
    "DROP TABLE ambition; DROP TABLE stage; DROP TABLE rung; DROP TABLE rhythm; DROP TABLE "
    "organisation; DROP TABLE abbreviation; DROP TABLE bottleneck; DROP TABLE decision;"
    "DROP TABLE board_column; DROP TABLE meeting; PRAGMA page_size=512; VACUUM";

static const char *const shapes[][2] = {
    {"whole", "SELECT 1"},
    {"small", "SELECT 1"},
    {"entries", "DROP TRIGGER action_ai; VACUUM"},
    {"freed", "DELETE FROM action; DELETE FROM track; PRAGMA page_size=1024; VACUUM;"
              "INSERT INTO action(title) VALUES('x'); DELETE FROM action"},
    {"vacuumed", "PRAGMA auto_vacuum=FULL; VACUUM"},
    {"overflow", "UPDATE action SET text=hex(zeroblob(9000))"},
    {"unlogged", "PRAGMA writable_schema=ON; DELETE FROM sqlite_master WHERE "
                 "type='trigger'; UPDATE action SET title='stil'"},
    {"restored", "DELETE FROM track; INSERT INTO track(id,board) VALUES('proef/1.1a/"
                 "gemeente','proef')"},
};

static void copy_into(const char *to, const char *tail, struct fixture *fixture,
                      const char *side)
{
    size_t size = 0;
    size_t side_size = 0;
    unsigned char *data = share_fixture_read(fixture, "board.sqlite", &size);
    unsigned char *more =
        side == NULL ? NULL : share_fixture_read(fixture, side, &side_size);
    FILE *file = fopen(to, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, size, file), size);
    if (more != NULL) {
        const char end[4] = {*tail, (char)(side_size >> 16), (char)(side_size >> 8),
                             (char)side_size};
        fwrite(more, 1, side_size, file);
        fwrite("SIDE", 1, 4, file);
        fwrite(end, 1, sizeof end, file);
    }
    fclose(file);
    free(more);
    free(data);
}

// Both files as a tool leaves them that dies in the middle.
static void write_side(const char *folder, struct fixture *fixture, const char *name,
                       const char *tail, const char *sql)
{
    char path[600];
    char side[40];
    sqlite3 *db = NULL;

    snprintf(side, sizeof side, "board.sqlite-%s", tail);
    snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_int_equal(sqlite3_open(fixture_path(fixture, 0, "board.sqlite"), &db),
                     SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    copy_into(path, tail, fixture, side);
    sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
    sqlite3_close(db);
}

static void write_all(const char *folder, struct fixture *fixture)
{
    char path[600];
    size_t size = 0;

    share_fixture_publish(fixture);
    size_t dense_size = 0;
    unsigned char *good = share_fixture_read(fixture, "board.sqlite", &size);
    share_fixture_sql(fixture, "board.sqlite", SMALL);
    unsigned char *dense = share_fixture_read(fixture, "board.sqlite", &dense_size);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        bool whole = strcmp(shapes[i][0], "whole") == 0;
        fixture_write(fixture, "board.sqlite", whole ? good : dense,
                      whole ? size : dense_size);
        share_fixture_sql(fixture, "board.sqlite", shapes[i][1]);
        snprintf(path, sizeof path, "%s/%s", folder, shapes[i][0]);
        copy_into(path, NULL, fixture, NULL);
    }
    for (size_t i = 0; i < HOSTILE_COUNT; i++) {
        if (!hostile_set[i].big) {
            fixture_write(fixture, "board.sqlite", dense, dense_size);
            hostile_make(fixture, &hostile_set[i]);
            snprintf(path, sizeof path, "%s/hostile-%02zu", folder, i);
            copy_into(path, NULL, fixture, NULL);
        }
    }
    for (size_t i = 0; i < HOSTILE_BOARDS; i++) {
        if (!hostile_boards[i].big) {
            fixture_write(fixture, "board.sqlite", good, size);
            hostile_make(fixture, &hostile_boards[i]);
            snprintf(path, sizeof path, "%s/board-%02zu", folder, i);
            copy_into(path, NULL, fixture, NULL);
        }
    }
    for (size_t i = 0; i < HOSTILE_PATCHES; i++) {
        fixture_write(fixture, "board.sqlite", dense, dense_size);
        hostile_patch(fixture, &hostile_patches[i]);
        snprintf(path, sizeof path, "%s/patched-%02zu", folder, i);
        copy_into(path, NULL, fixture, NULL);
    }
    fixture_write(fixture, "board.sqlite", dense, dense_size);
    write_side(folder, fixture, "wal", "wal",
               "PRAGMA journal_mode=WAL; UPDATE action SET title='in the wal'");
    fixture_write(fixture, "board.sqlite", dense, dense_size);
    write_side(folder, fixture, "journal", "journal",
               "PRAGMA cache_size=1; BEGIN; UPDATE action SET text=hex(zeroblob(9000))");
    free(dense);
    free(good);
}

int main(int argc, char **argv)
{
    void *fixture = NULL;

    if (argc != 2 || fixture_setup(&fixture) != 0) {
        fprintf(stderr, "usage: seeds FOLDER\n");
        return 2;
    }
    log_set_level(LOG_LEVEL_ERROR);
    same_sqlite(); // the same files every time
    ((struct fixture *)fixture)->env.now_ms = same_now_ms;
    write_all(argv[1], fixture);
    return fixture_teardown(&fixture);
}
