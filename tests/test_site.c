// A site, a step at a time: what was acknowledged is there, what is there is published
// once, and nobody's file goes before it is merged.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <signal.h>
#include <sys/resource.h>

#include "site_fixture.h"
#include "store/clock.h"

enum { SECOND_MS = 1000, MINUTE_MS = 60000 };

static struct site *open_with_board(struct world *world)
{
    share_fixture_publish(world->fixture);
    struct site *site = world_open(world, 0, NULL);
    world_pass(world, SECOND_MS);
    assert_string_equal(world_shows(site), "Zorgplicht uitleggen");
    return site;
}

// Writing -----------------------------------------------------------------------------

static void keeps_what_it_acknowledged(void **state)
{
    struct world *world = *state;
    struct site *site = open_with_board(world);

    assert_true(world_title(site, 1, "geraakt"));
    assert_true(site_news(site));
    struct board_set *set = site_boards(site);
    assert_int_equal(set->applied, 1);
    board_set_free(set);
    assert_false(site_news(site));
    world_close(world, 0); // before anything was published
    assert_string_equal(world_file_title(world, "board.sqlite"), "Zorgplicht uitleggen");
    unlink(fixture_path(world->fixture, 0, "board.sqlite"));
    site = world_open(world, 0, NULL);
    assert_true(site_load(site));
    assert_string_equal(world_shows(site), "geraakt");
    assert_int_equal(world_sync(site)->device_count, 2); // the import, and this one
}

static void publishes_an_edit_once(void **state)
{
    struct world *world = *state;
    struct site *site = open_with_board(world);
    struct env_stat before;
    struct env_stat after;

    world_pass(world, MINUTE_MS);
    assert_int_equal(world->published, 0); // the file said it all
    fixture_stat(world->fixture, "board.sqlite", &before);
    assert_true(world_title(site, 1, "een"));
    assert_int_equal(world_sync(site)->shared, 0);
    world_pass(world, 300);
    assert_true(world_title(site, 2, "twee"));
    world_pass(world, 150);
    assert_int_equal(world->published, 0);
    assert_int_equal(world_sync(site)->unshared, 2);
    assert_true(world_sync(site)->unshared_since_ms > 0);
    world_pass(world, 200);
    assert_int_equal(world->published, 1);
    assert_string_equal(world_file_title(world, "board.sqlite"), "twee");
    fixture_stat(world->fixture, "board.sqlite", &after);
    assert_true(after.mtime_ns >= before.mtime_ns + INT64_C(2000000000));
    assert_int_equal(world_sync(site)->shared, 2);
    assert_int_equal(world_sync(site)->unshared, 0);
    assert_int_equal(world_sync(site)->unshared_since_ms, 0);
    // At most once in five seconds.
    assert_true(world_title(site, 3, "drie"));
    world_pass(world, 4000);
    assert_int_equal(world->published, 1);
    world_pass(world, 1500);
    assert_int_equal(world->published, 2);
    world_pass(world, 10 * MINUTE_MS);
    assert_int_equal(world->published, 2);
    assert_true(site_settled(site));
}

// A folder that tells everything is left alone, but not while something waits, nor just
// after something happened: a WAL is announced before its index says so.
static void looks_rarely_where_it_is_told_everything(void **state)
{
    struct world *world = *state;
    struct site *site = open_with_board(world);

    world_pass(world, MINUTE_MS);
    assert_int_equal(site_step(site, false), 2 * SECOND_MS);
    site_watched(site, true);
    assert_int_equal(site_step(site, false), MINUTE_MS);
    assert_int_equal(site_step(site, true), 2);
    world_pass(world, 10 * SECOND_MS);
    assert_int_equal(site_step(site, false), 2 * SECOND_MS);
    world_pass(world, 10 * SECOND_MS);
    assert_int_equal(site_step(site, false), MINUTE_MS);
    world->held = true; // by a tool, so that it cannot be published
    assert_true(world_title(site, 1, "wacht"));
    world_pass(world, MINUTE_MS);
    assert_true(site_step(site, false) <= 2 * SECOND_MS);
    world->held = false;
    world_pass(world, MINUTE_MS);
    assert_int_equal(site_step(site, false), MINUTE_MS);
    site_watched(site, false);
    assert_int_equal(site_step(site, false), 2 * SECOND_MS);
}

// A row is made by its first cell, and made again by a cell after it was deleted.
static void makes_rows(void **state)
{
    struct world *world = *state;
    struct site *site = open_with_board(world);

    assert_true(world_touch(site, 1, "action", "proef/1.1b", "board", "proef"));
    assert_true(world_touch(site, 2, "action", "proef/1.1a", "_live", "0"));
    world_pass(world, SECOND_MS);
    assert_string_equal(world_file_title(world, "board.sqlite"), "(hidden)");
    assert_true(world_title(site, 3, "terug"));
    world_pass(world, 6 * SECOND_MS);
    assert_string_equal(world_file_title(world, "board.sqlite"), "terug");
    struct gate *gate = gate_open(world->fixture);
    gate_import(gate, world->fixture, "board.sqlite");
    assert_string_equal(gate_value(gate, "action", "proef/1.1b", "board"), "proef");
    gate_close(gate);
}

// All cells of one touch have one moment, whatever the times in their rows.
static void a_touch_is_one_moment(void **state)
{
    struct world *world = *state;
    struct share_edit ahead = {"track", "proef/1.1a/gemeente",     "lead",
                               "Later", world->now_ms + MINUTE_MS, "Sam"};
    struct update_cell cells[] = {
        {"action", "proef/1.1a", "title", "een", NULL},
        {"action", "proef/1.1a", "brief", "twee", NULL},
        {"track", "proef/1.1a/gemeente", "lead", "Nu", NULL},
        {"note", "n1", "board", "proef", NULL},
    };
    struct update update = {
        .serial = 1, .author = "Sam", .board = "proef", .cells = cells, .count = 4};
    struct gate *gate = gate_open(world->fixture);

    struct site *site = open_with_board(world);
    assert_true(share_apply(world->fixture->share, &ahead, 1, &world->fixture->env, NULL));
    world_pass(world, SECOND_MS);
    assert_true(site_write(site, &update));
    site_flush(site);
    gate_import(gate, world->fixture, "board.sqlite");
    assert_string_equal(gate_value(gate, "track", "proef/1.1a/gemeente", "lead"), "Nu");
    size_t own = 0;
    for (size_t i = 0; i < gate->fold->count; i++) {
        const struct record *record = gate->fold->records[i];
        if (strlen(record->device) == 16) {
            assert_int_equal(clock_ms(record->hlc), ahead.at_ms);
            own++;
        }
    }
    assert_int_equal(own, 5); // and the note that it makes
    gate_close(gate);
}

// What no log may take does not hold up the rest.
static void leaves_out_what_is_too_long(void **state)
{
    struct world *world = *state;
    struct site *site = open_with_board(world);
    char *text = malloc(RECORD_VALUE_MAX + 2);

    memset(text, 'x', RECORD_VALUE_MAX + 1);
    text[RECORD_VALUE_MAX + 1] = '\0';
    assert_true(world_title(site, 1, text));
    assert_string_equal(world_shows(site), "Zorgplicht uitleggen");
    assert_true(world_title(site, 2, "kort"));
    assert_string_equal(world_shows(site), "kort");
    free(text);
}

static void limit_files(rlim_t bytes)
{
    struct rlimit limit;

    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void tries_again_what_the_disk_refuses(void **state)
{
    struct world *world = *state;
    struct site *site = open_with_board(world);

    signal(SIGXFSZ, SIG_IGN);
    assert_true(world_title(site, 1, "een"));
    limit_files(1);
    assert_false(world_title(site, 2, "twee"));
    assert_true(world_sync(site)->refused);
    assert_int_equal(world_sync(site)->saved, 1);
    world_pass(world, SECOND_MS);
    assert_false(world_title(site, 2, "twee"));
    assert_string_equal(world_shows(site), "een");
    limit_files(RLIM_INFINITY);
    assert_true(world_title(site, 2, "twee"));
    assert_false(world_sync(site)->refused);
    world_pass(world, 20 * SECOND_MS);
    assert_string_equal(world_file_title(world, "board.sqlite"), "twee");
    world_close(world, 0);
    site = world_open(world, 0, NULL);
    world_pass(world, SECOND_MS);
    assert_string_equal(world_shows(site), "twee");
}

// A log that is lost under a running kiosk is written again from memory.
static void gives_a_lost_log_its_entries_again(void **state)
{
    struct world *world = *state;
    struct site *site = open_with_board(world);
    char path[400];

    assert_true(world_title(site, 1, "een"));
    snprintf(path, sizeof path, "%s/device-0/local.db", world->fixture->root);
    FILE *file = fopen(path, "r+b");
    assert_non_null(file);
    for (int i = 0; i < 5000; i++) {
        fputs("rubbish ", file);
    }
    fclose(file);
    limit_files(1); // the next write fails, and what comes back is no log
    assert_false(world_title(site, 2, "twee"));
    limit_files(RLIM_INFINITY);
    assert_true(world_title(site, 2, "twee"));
    unlink(fixture_path(world->fixture, 0, "board.sqlite"));
    world_close(world, 0);
    site = world_open(world, 0, NULL);
    assert_true(site_load(site));
    assert_string_equal(world_shows(site), "twee");
    assert_true(world_sync(site)->log_entries > SHARE_FIXTURE_PLAN);
}

// Together ----------------------------------------------------------------------------

static void converges_and_falls_silent(void **state)
{
    struct world *world = *state;

    open_with_board(world);
    world_open(world, 1, "keuken");
    world_open(world, 2, "hal");
    world_pass(world, MINUTE_MS);
    assert_true(world_title(world->sites[0], 1, "van nul"));
    assert_true(world_touch(world->sites[1], 1, "action", "proef/1.1a", "brief", "een"));
    world_pass(world, 3 * MINUTE_MS);
    assert_true(world_title(world->sites[2], 1, "van twee"));
    world_pass(world, 10 * MINUTE_MS);
    int published = world->published;
    assert_true(published <= 8);
    for (int i = 0; i < DEVICES; i++) {
        assert_string_equal(world_shows(world->sites[i]), "van twee");
        assert_true(site_settled(world->sites[i]));
        assert_int_equal(world_sync(world->sites[i])->unshared, 0);
    }
    world_pass(world, 60 * MINUTE_MS);
    assert_int_equal(world->published, published);
    const struct sync_state *sync = world_sync(world->sites[0]);
    assert_int_equal(sync->device_count, 4);
    assert_string_equal(sync->devices[0].name, "hal"); // the newest first
    assert_false(sync->devices[0].self);
    assert_int_equal(sync->devices[0].entries, 3); // its name, that it was there, a title
}

// Once a day a device says that it is there.
static void says_that_it_is_there(void **state)
{
    struct world *world = *state;

    share_fixture_publish(world->fixture);
    struct site *site = world_open(world, 0, "hal");
    world_pass(world, MINUTE_MS);
    assert_int_equal(world->published, 1);
    size_t before = world_sync(site)->log_entries;
    world->mono_ms += 23 * 60 * MINUTE_MS;
    world->now_ms += 23 * 60 * MINUTE_MS;
    world_pass(world, MINUTE_MS);
    assert_int_equal(world_sync(site)->log_entries, before);
    world->mono_ms += 60 * MINUTE_MS;
    world->now_ms += 60 * MINUTE_MS;
    world_pass(world, MINUTE_MS);
    assert_int_equal(world_sync(site)->log_entries, before + 1);
    assert_int_equal(world->published, 2);
}

static void edit_unlogged(struct world *world)
{
    share_fixture_sql(world->fixture, "board.sqlite",
                      "DROP TRIGGER action_au; UPDATE action SET title='stil'");
}

static void leave_a_copy(struct world *world)
{
    static const char name[] = "board.sync-conflict-20261122-101500-ABCDEF7.sqlite";

    world_copy(world, "board.sqlite", name);
    share_fixture_sql(world->fixture, name, "UPDATE action SET title='kopie'");
}

static void add_a_table(struct world *world)
{
    share_fixture_sql(world->fixture, "board.sqlite", "CREATE TABLE eigen(x)");
}

static void make_newer(struct world *world)
{
    share_fixture_sql(world->fixture, "board.sqlite", "PRAGMA user_version=2");
}

static void make_old(struct world *world)
{
    share_fixture_sql(world->fixture, "board.sqlite", "PRAGMA user_version=0");
}

static void cut_off(struct world *world)
{
    assert_int_equal(truncate(fixture_path(world->fixture, 0, "board.sqlite"), 5000), 0);
}

static void take_away(struct world *world)
{
    unlink(fixture_path(world->fixture, 0, "board.sqlite"));
}

static void let_a_day_pass(struct world *world)
{
    world->now_ms += 24 * 60 * MINUTE_MS;
    world->mono_ms += 24 * 60 * MINUTE_MS;
}

static void touch_all(struct world *world)
{
    for (int i = 0; i < DEVICES; i++) {
        assert_true(world_title(world->sites[i], 1, "allen"));
    }
}

// Whatever happens, three devices answer it with few files, and then fall silent.
static void rests_after_everything(void **state)
{
    static const struct {
        void (*happen)(struct world *world);
        int most;
    } events[] = {
        {edit_unlogged, 3}, {leave_a_copy, 3},   {add_a_table, 3},
        {make_old, 3},      {cut_off, 3},        {take_away, 3},
        {touch_all, 3},     {let_a_day_pass, 3}, {make_newer, 0},
    };
    struct world *world = *state;

    open_with_board(world);
    world_close(world, 0);
    world_open(world, 0, "raam");
    world_open(world, 1, "keuken");
    world_open(world, 2, "hal");
    world_pass(world, 10 * MINUTE_MS);
    for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
        int before = world->published;
        events[i].happen(world);
        world_pass(world, 10 * MINUTE_MS);
        int after = world->published;
        if (after - before > events[i].most) {
            fail_msg("event %zu: %d files", i, after - before);
        }
        world_pass(world, 60 * MINUTE_MS);
        assert_int_equal(world->published, after);
        for (int j = 0; j < DEVICES; j++) {
            assert_true(site_settled(world->sites[j]));
        }
    }
}

static int64_t coarse_ns;

static int coarse_stat(void *context, const char *path, struct env_stat *out)
{
    int code = env_system()->stat(context, path, out);

    out->mtime_ns = out->ctime_ns = coarse_ns;
    return code;
}

// On a stick the times of files are whole seconds, two of them: a second edit within them
// changes neither the size nor the times. Where another machine keeps the files, its clock
// says little about ours.
static void sees_edits_within_the_same_second(void **state)
{
    static const int64_t ahead_ms[] = {0, MINUTE_MS, -MINUTE_MS};
    struct world *world = *state;

    coarse_ns = world->now_ms / 2000 * INT64_C(2000000000);
    world->now_ms = world->now_ms / 2000 * 2000 + 100;
    world->env.stat = coarse_stat;
    struct site *site = open_with_board(world); // a second passes
    for (size_t i = 0; i < sizeof ahead_ms / sizeof *ahead_ms; i++) {
        world_pass(world, SECOND_MS);
        coarse_ns += INT64_C(2000000000);
        world->now_ms = coarse_ns / 1000000 + 100 + ahead_ms[i];
        share_fixture_sql(world->fixture, "board.sqlite", "UPDATE action SET title='twee'");
        world_pass(world, 300);
        assert_string_equal(world_shows(site), "twee");
        share_fixture_sql(world->fixture, "board.sqlite", "UPDATE action SET title='drie'");
        world_pass(world, 4 * SECOND_MS);
        assert_string_equal(world_shows(site), "drie");
    }
}

// Two that keep answering each other's files slow down.
static void answers_ever_later(void **state)
{
    struct world *world = *state;

    open_with_board(world);
    world_pass(world, 5 * MINUTE_MS);
    for (int i = 0; i < 600; i++) { // for ten minutes a file without this title comes back
        if (i == 0) {
            world_copy(world, "board.sqlite", "../old");
            assert_true(world_title(world->sites[0], 1, "nieuw"));
        }
        world_pass(world, SECOND_MS);
        world_copy(world, "../old", "board.sqlite");
    }
    assert_in_range(world->published, 8, 30);
    world_pass(world, 2 * MINUTE_MS);
    assert_string_equal(world_file_title(world, "board.sqlite"), "nieuw");
}

// Where it may not publish ------------------------------------------------------------

static const char *outbox(struct world *world)
{
    static char name[100];
    struct sync_state *sync = world_sync(world->sites[0]);

    for (size_t i = 0; i < sync->device_count; i++) {
        if (sync->devices[i].self) {
            snprintf(name, sizeof name, "board.dev-%s.sqlite", sync->devices[i].id);
        }
    }
    return name;
}

static void leaves_a_newer_file_alone(void **state)
{
    struct world *world = *state;
    struct site *site = open_with_board(world);
    struct env_stat before;
    struct env_stat after;

    share_fixture_sql(world->fixture, "board.sqlite", "PRAGMA user_version=1000");
    fixture_stat(world->fixture, "board.sqlite", &before);
    assert_true(world_title(site, 1, "geraakt"));
    world_pass(world, 10 * SECOND_MS);
    fixture_stat(world->fixture, "board.sqlite", &after);
    assert_int_equal(before.inode, after.inode);
    assert_int_equal(before.mtime_ns, after.mtime_ns);
    assert_string_equal(world_file_title(world, outbox(world)), "geraakt");
    assert_string_equal(world_sync(site)->outbox, "newer");
    assert_string_equal(world_sync(site)->trouble, "newer");
    // Another device of the newer version takes it in.
    world_copy(world, outbox(world), "board.sqlite");
    share_fixture_sql(world->fixture, "board.sqlite", "PRAGMA user_version=1000");
    world_pass(world, 10 * SECOND_MS);
    assert_false(world_has(world, outbox(world)));
    assert_string_equal(world_sync(site)->outbox, "");
}

// A tool that writes over an entry of the log itself, and the table with it.
static void write_over(struct world *world, const char *title)
{
    sqlite3 *db = NULL;
    char sql[300];

    snprintf(sql, sizeof sql,
             "UPDATE action SET title='%s';"
             "UPDATE chg SET val='%s' WHERE tbl='action' AND col='title'",
             title, title);
    assert_int_equal(sqlite3_open(fixture_path(world->fixture, 2, "board.sqlite"), &db), 0);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

// Of two that go by one key the greater one counts. A newer file that lost it again has as
// many entries as before.
static void tells_a_newer_file_what_an_entry_says(void **state)
{
    struct world *world = *state;
    struct site *site = open_with_board(world);

    share_fixture_sql(world->fixture, "board.sqlite", "PRAGMA user_version=1000");
    world_pass(world, 10 * SECOND_MS);
    world_copy(world, "board.sqlite", "../before");
    write_over(world, "zwaarder");
    world_pass(world, 10 * SECOND_MS);
    assert_string_equal(world_shows(site), "zwaarder");
    assert_false(world_has(world, outbox(world)));
    world_copy(world, "board.sqlite", "../after");
    world_copy(world, "../before", "board.sqlite");
    world_pass(world, 10 * SECOND_MS);
    assert_true(world_has(world, outbox(world)));
    assert_string_equal(world_file_title(world, outbox(world)), "zwaarder");
    assert_false(site_settled(site));
    world_copy(world, "../after", "board.sqlite");
    world_pass(world, 10 * SECOND_MS);
    assert_false(world_has(world, outbox(world)));
    assert_true(site_settled(site));
}

// With a lower version on it, an older program would take the file for its own, and publish
// over it without the tables that it does not know.
static void puts_its_version_back(void **state)
{
    struct world *world = *state;
    struct env_bytes bytes;

    open_with_board(world);
    world_pass(world, MINUTE_MS);
    share_fixture_sql(world->fixture, "board.sqlite", "PRAGMA user_version=1");
    world_pass(world, MINUTE_MS);
    assert_int_equal(world->real.read(NULL, fixture_path(world->fixture, 0, "board.sqlite"),
                                      100, &bytes),
                     0);
    assert_int_equal(bytes.data[63], SCHEMA_VERSION);
    free(bytes.data);
}

// A newer program may write what this one's reader does not let pass. Taken for damage it
// would be replaced, and the two programs would go on replacing each other's file.
static void leaves_a_newer_file_that_it_cannot_read(void **state)
{
    struct world *world = *state;
    struct site *site = open_with_board(world);
    struct env_stat before;
    struct env_stat after;
    char sql[100];

    for (int i = 0; i < 200; i++) {
        snprintf(sql, sizeof sql, "CREATE TABLE later%d(x)", i);
        share_fixture_sql(world->fixture, "board.sqlite", sql);
    }
    share_fixture_sql(world->fixture, "board.sqlite", "PRAGMA user_version=1000");
    fixture_stat(world->fixture, "board.sqlite", &before);
    assert_true(world_title(site, 1, "geraakt"));
    world_pass(world, 10 * MINUTE_MS);
    fixture_stat(world->fixture, "board.sqlite", &after);
    assert_int_equal(before.inode, after.inode);
    assert_int_equal(before.mtime_ns, after.mtime_ns);
    assert_string_equal(world_file_title(world, outbox(world)), "geraakt");
    assert_string_equal(world_sync(site)->outbox, "newer");
    assert_string_equal(world_sync(site)->trouble, "newer");
    assert_string_equal(world_shows(site), "geraakt");
}

static void goes_by_the_outbox_when_the_file_is_kept(void **state)
{
    struct world *world = *state;
    struct site *site = open_with_board(world);

    world->held = true;
    assert_true(world_title(site, 1, "geraakt"));
    world_pass(world, 4 * MINUTE_MS);
    assert_false(world_has(world, outbox(world)));
    assert_int_equal(world_sync(site)->shared, 0);
    world_pass(world, 2 * MINUTE_MS);
    assert_string_equal(world_file_title(world, outbox(world)), "geraakt");
    assert_string_equal(world_sync(site)->outbox, "busy");
    world_open(world, 1, NULL); // others read it, and leave it
    world_pass(world, SECOND_MS);
    assert_string_equal(world_shows(world->sites[1]), "geraakt");
    world_close(world, 1);
    world->held = false;
    world_pass(world, MINUTE_MS);
    assert_string_equal(world_file_title(world, "board.sqlite"), "geraakt");
    assert_false(world_has(world, outbox(world)));
    assert_true(site_settled(site));
}

static int edit_and_rename(void *context, const char *from, const char *to,
                           enum env_rename how)
{
    struct world *world = context;
    const char *name = strrchr(from, '/') + 1;

    if (strncmp(name, "board.dev-", 10) == 0) {
        share_fixture_sql(world->fixture, name, "UPDATE action SET brief='laat'");
    }
    return world->real.rename(context, from, to, how);
}

// A tool may open the outbox as well, up to the last moment.
static void takes_an_edit_of_the_outbox(void **state)
{
    struct world *world = *state;
    struct site *site = open_with_board(world);

    world->held = true;
    world->env.rename = edit_and_rename;
    assert_true(world_title(site, 1, "geraakt"));
    world_pass(world, 6 * MINUTE_MS);
    assert_true(world_has(world, outbox(world)));
    world->held = false;
    world_pass(world, MINUTE_MS);
    assert_false(world_has(world, outbox(world)));
    struct gate *gate = gate_open(world->fixture);
    gate_import(gate, world->fixture, "board.sqlite");
    assert_string_equal(gate_value(gate, "action", "proef/1.1a", "brief"), "laat");
    gate_close(gate);
    assert_true(site_settled(site));
}

static int outbox_tries;

static int refuse_write(void *context, const char *path, const void *data, size_t size,
                        int64_t mtime_ns)
{
    struct world *world = context;

    outbox_tries += strstr(path, "outbox") != NULL;
    return strstr(path, world->fixture->share) != NULL
               ? -EROFS
               : world->real.write(context, path, data, size, mtime_ns);
}

// Each try builds the whole file, so that a folder nobody may write is tried now and then.
static void bears_a_folder_that_takes_nothing(void **state)
{
    struct world *world = *state;
    struct site *site = open_with_board(world);

    outbox_tries = 0;
    world->env.write = refuse_write;
    assert_true(world_title(site, 1, "geraakt"));
    world_pass(world, 15 * MINUTE_MS);
    assert_in_range(outbox_tries, 9, 11);
    assert_int_equal(world_sync(site)->shared, 0);
    assert_int_equal(world_sync(site)->unshared, 1);
    assert_string_equal(world_shows(site), "geraakt");
    world->env.write = world_write;
    world_pass(world, MINUTE_MS);
    assert_string_equal(world_file_title(world, "board.sqlite"), "geraakt");
    assert_true(site_settled(site));
}

// Conflict copies ---------------------------------------------------------------------

static void merges_and_removes_conflict_copies(void **state)
{
    static const struct {
        const char *name;
        bool goes;
    } cases[] = {
        {"board.sync-conflict-20261122-101500-ABCDEF7.sqlite", true},
        {"board (conflicted copy 2026-11-22 101500).sqlite", true},
        {"board (conflicted copy Sam 2026-11-22 101500).sqlite", true},
        {"board_conflict-20261122-101500.sqlite", true},
        // Of the outbox of a device.
        {"board.dev-0123456789abcdef.sync-conflict-20261122-101500-ABCDEF7.sqlite", true},
        {"board.dev-0123456789abcdef (conflicted copy 2026-11-22 101500).sqlite", true},
        {"board.dev-0123456789abcdef_conflict-20261122-101500.sqlite", true},
        {"board.dev-0123456789abcde.sync-conflict-20261122-101500-A.sqlite", false},
        {"board.dev-0123456789abcdeF.sync-conflict-20261122-101500-A.sqlite", false},
        {"board.dev-0123456789abcdef.sync-conflict-.sqlite", false},
        {"board.oud.sync-conflict-20261122-101500-ABCDEF7.sqlite", false},
        {"board-oud.sqlite", false},
        {"board (kopie).sqlite", false},
        {"board.sync-conflict.sqlite", false},
        {"board.dev-0123456789abcdef.sqlite", false},
    };
    struct world *world = *state;
    struct site *site = open_with_board(world);
    char sql[100];
    size_t gone = 0;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        world_copy(world, "board.sqlite", cases[i].name);
        snprintf(sql, sizeof sql, "UPDATE action SET title='kopie %zu'", i);
        share_fixture_sql(world->fixture, cases[i].name, sql);
        world_pass(world, 2 * MINUTE_MS);
        char title[20];
        snprintf(title, sizeof title, "kopie %zu", i);
        assert_string_equal(world_shows(site), title);
        assert_string_equal(world_file_title(world, "board.sqlite"), title);
        if (world_has(world, cases[i].name) == cases[i].goes) {
            fail_msg("%s", cases[i].name);
        }
        gone += cases[i].goes;
    }
    assert_int_equal(world_sync(site)->copies, gone);
}

// An edit in a copy that no trigger logged is merged as well; a copy that nobody can read
// stays.
static void keeps_copies_that_say_more(void **state)
{
    static const char name[] = "board.sync-conflict-20261122-101500-ABCDEF7.sqlite";
    struct world *world = *state;
    struct site *site = open_with_board(world);

    world_copy(world, "board.sqlite", name);
    share_fixture_sql(world->fixture, name,
                      "DROP TRIGGER action_au; UPDATE action SET title='stil'");
    world_pass(world, MINUTE_MS);
    assert_string_equal(world_file_title(world, "board.sqlite"), "stil");
    assert_false(world_has(world, name));
    fixture_write(world->fixture, name, "SQLite format 3", 16);
    world_pass(world, 5 * MINUTE_MS);
    assert_true(world_has(world, name));
    assert_string_equal(world_shows(site), "stil");
}

// Leftovers and ruins -----------------------------------------------------------------

static void takes_in_what_an_earlier_life_left(void **state)
{
    struct world *world = *state;
    struct site *site = open_with_board(world);
    char part[100];
    char torn[100];

    snprintf(part, sizeof part, ".board.%.16s.part", outbox(world) + strlen("board.dev-"));
    snprintf(torn, sizeof torn, ".board.%.16s.prev.part",
             outbox(world) + strlen("board.dev-"));
    world_close(world, 0);
    world_copy(world, "board.sqlite",
               part); // what a swap displaced, and then the power went
    share_fixture_sql(world->fixture, part, "UPDATE action SET title='gered'");
    fixture_write(world->fixture, torn, "SQLite form", 11);
    world_copy(world, "board.sqlite", ".board.import-00000001.part");
    world_copy(world, "board.sqlite", ".board.0123456789abcdef.part"); // of another device
    share_fixture_sql(world->fixture, ".board.0123456789abcdef.part",
                      "INSERT INTO note(id,text) VALUES('n9','van wie weg is')");
    site = world_open(world, 0, NULL);
    world_pass(world, MINUTE_MS);
    assert_string_equal(world_shows(site), "gered");
    assert_string_equal(world_file_title(world, "board.sqlite"), "gered");
    assert_false(world_has(world, part));
    assert_false(world_has(world, torn));
    assert_true(world_has(world, ".board.import-00000001.part")); // its tool may be at work
    assert_true(world_has(world, ".board.0123456789abcdef.part"));
    // One that a swap of this life left goes before the next swap, too.
    world_copy(world, "board.sqlite", part);
    share_fixture_sql(world->fixture, part, "UPDATE action SET title='weer gered'");
    assert_true(world_touch(site, 1, "action", "proef/1.1a", "brief", "kort"));
    world_pass(world, MINUTE_MS);
    assert_string_equal(world_file_title(world, "board.sqlite"), "weer gered");
    assert_false(world_has(world, part));
    world_close(world, 0);
    world->now_ms += 2 * 60 * MINUTE_MS;
    world_open(world, 0, NULL);
    world_pass(world, MINUTE_MS);
    assert_false(world_has(world, ".board.import-00000001.part"));
    assert_false(world_has(world, ".board.0123456789abcdef.part"));
    struct gate *gate = gate_open(world->fixture);
    gate_import(gate, world->fixture, "board.sqlite");
    assert_string_equal(gate_value(gate, "note", "n9", "text"), "van wie weg is");
    gate_close(gate);
}

static void publishes_a_missing_file_again(void **state)
{
    struct world *world = *state;

    struct site *site = open_with_board(world);
    unlink(fixture_path(world->fixture, 0, "board.sqlite"));
    assert_true(world_title(site, 1, "geraakt"));
    world_pass(world, 2500);
    assert_false(world_has(world, "board.sqlite")); // it may come back
    world_pass(world, 5 * SECOND_MS);
    assert_string_equal(world_file_title(world, "board.sqlite"), "geraakt");
    // An empty folder is not filled by a device that knows nothing.
    unlink(fixture_path(world->fixture, 0, "board.sqlite"));
    world_close(world, 0);
    world_open(world, 1, "hal");
    world_pass(world, MINUTE_MS);
    assert_int_equal(fixture_count(world->fixture), 0);
}

static void publishes_over_a_ruin(void **state)
{
    static const struct {
        size_t size;
        char fill;
        bool foreign;
    } cases[] = {{9000, 0, false}, {0, 0, false}, {20000, 0x5a, true}};
    struct world *world = *state;
    struct site *site = open_with_board(world);

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t size;
        unsigned char *bytes = share_fixture_read(world->fixture, "board.sqlite", &size);
        if (cases[i].foreign) {
            memset(bytes, cases[i].fill, cases[i].size);
        }
        fixture_write(world->fixture, "board.sqlite", bytes, cases[i].size);
        free(bytes);
        world_pass(world, 50 * SECOND_MS);
        assert_string_not_equal(world_sync(site)->trouble, "");
        assert_string_equal(world_shows(site), "Zorgplicht uitleggen");
        assert_string_not_equal(world_file_title(world, "board.sqlite"),
                                "Zorgplicht uitleggen");
        world_pass(world, 30 * SECOND_MS);
        assert_string_equal(world_file_title(world, "board.sqlite"),
                            cases[i].foreign ? "foreign" : "Zorgplicht uitleggen");
    }
}

// A table of somebody's own goes with the next file, but a copy of it stays.
static void keeps_a_copy_of_additions(void **state)
{
    struct world *world = *state;
    char folder[300];
    int copies = 0;

    struct site *site = open_with_board(world);
    share_fixture_sql(world->fixture, "board.sqlite", "CREATE TABLE eigen(x)");
    assert_true(world_title(site, 1, "geraakt"));
    world_pass(world, MINUTE_MS);
    assert_string_equal(world_file_title(world, "board.sqlite"), "geraakt");
    snprintf(folder, sizeof folder, "%s/device-0/quarantine", world->fixture->root);
    assert_int_equal(world->env.list(world, folder, fixture_add, &copies), 0);
    assert_int_equal(copies, 1);
    assert_true(site_settled(site));
}

// What no log may take, logged by the triggers or not, is in the file alone.
static void keeps_a_copy_of_what_is_refused(void **state)
{
    static const char *const sql[] = {
        "UPDATE action SET brief=printf('%.70000c','x')",
        "DROP TRIGGER action_au; UPDATE action SET brief=printf('%.70001c','x')",
    };
    struct world *world = *state;
    char folder[300];
    char title[20];

    struct site *site = open_with_board(world);
    snprintf(folder, sizeof folder, "%s/device-0/quarantine", world->fixture->root);
    for (size_t i = 0; i < sizeof sql / sizeof *sql; i++) {
        int copies = 0;
        share_fixture_sql(world->fixture, "board.sqlite", sql[i]);
        world_pass(world, SECOND_MS);
        snprintf(title, sizeof title, "geraakt %zu", i);
        assert_true(world_title(site, i + 1, title));
        world_pass(world, MINUTE_MS);
        assert_string_equal(world_file_title(world, "board.sqlite"), title);
        world->env.list(world, folder, fixture_add, &copies);
        assert_int_equal(copies, i + 1);
        assert_true(site_settled(site));
    }
}

// While it grows somebody is writing it.
static void waits_for_a_file_that_grows(void **state)
{
    struct world *world = *state;
    size_t size;

    open_with_board(world);
    unsigned char *bytes = share_fixture_read(world->fixture, "board.sqlite", &size);
    for (int i = 1; i <= 10; i++) {
        fixture_write(world->fixture, "board.sqlite", bytes, 8192 + (size_t)i * 100);
        world_pass(world, 30 * SECOND_MS);
    }
    assert_int_equal(world->published, 0);
    fixture_write(world->fixture, "board.sqlite", bytes, size);
    free(bytes);
    world_pass(world, 30 * SECOND_MS);
    assert_int_equal(world->published, 0);
    assert_string_equal(world_sync(world->sites[0])->trouble, "");
}

// The rest ----------------------------------------------------------------------------

static int64_t file_bytes(struct world *world)
{
    struct env_stat stat;

    assert_int_equal(
        world->real.stat(NULL, fixture_path(world->fixture, 0, "board.sqlite"), &stat), 0);
    return stat.size;
}

// A file that grew large loses what was outdone long ago, on both devices, and they fall
// silent again. The log keeps it all.
static void cuts_a_large_file_back(void **state)
{
    enum { VALUE = 60000, VALUES = 300 };
    static char value[VALUE + 1];
    static const int64_t day_ms = 24 * 60 * 60 * 1000;
    struct world *world = *state;

    share_fixture_publish(world->fixture);
    world->now_ms -= 450 * day_ms;
    struct site *one = world_open(world, 0, "een");
    world_open(world, 1, "twee");
    memset(value, 'x', VALUE);
    for (int i = 0; i < VALUES; i++) {
        value[0] = (char)('a' + i % 26);
        assert_true(
            world_touch(one, (uint64_t)i + 1, "action", "proef/1.1a", "text", value));
    }
    world_pass(world, 20000);
    assert_true(file_bytes(world) > 16 * 1024 * 1024);
    size_t all = world_sync(one)->log_entries;
    world->now_ms += 450 * day_ms;
    world->mono_ms += 450 * day_ms;
    world_pass(world, 120000);
    assert_true(file_bytes(world) < 1024 * 1024);
    assert_true(world_sync(one)->log_entries > all);
    int published = world->published;
    world_pass(world, 600000);
    assert_int_equal(world->published, published);
    for (int i = 0; i < 2; i++) {
        assert_true(site_settled(world->sites[i]));
        assert_int_equal(world_sync(world->sites[i])->unshared, 0);
        struct board_set *set = site_boards(world->sites[i]);
        assert_int_equal(set->boards[0].actions[0].text[0], value[0]);
        board_set_free(set);
    }
    assert_true(world_title(one, VALUES + 1, "later"));
    world_pass(world, 60000);
    assert_string_equal(world_shows(world->sites[1]), "later");
    assert_true(file_bytes(world) < 1024 * 1024);
}

static void restores_a_board(void **state)
{
    struct world *world = *state;
    struct site *site = open_with_board(world);

    int64_t then = world->now_ms + 1000;
    world_pass(world, 2 * SECOND_MS);
    assert_true(world_title(site, 1, "later"));
    assert_true(world_touch(site, 2, "abbreviation", "proef/X", "board", "proef"));
    world_pass(world, MINUTE_MS);
    assert_int_equal(site_restore(site, "anders", then, "Sam"), 0);
    assert_int_equal(site_restore(site, "proef", then, "Sam"), 2);
    assert_string_equal(world_shows(site), "Zorgplicht uitleggen");
    world_pass(world, MINUTE_MS);
    assert_string_equal(world_file_title(world, "board.sqlite"), "Zorgplicht uitleggen");
    assert_int_equal(site_restore(site, NULL, then, "Sam"), 0);
}

static void keeps_small_texts(void **state)
{
    struct world *world = *state;
    struct site *site = world_open(world, 0, NULL);

    assert_null(site_kept(site, "half"));
    assert_true(site_keep(site, "half", "een halve zin"));
    assert_true(site_keep(site, "weg", "x"));
    assert_true(site_keep(site, "weg", NULL));
    world_close(world, 0);
    site = world_open(world, 0, NULL);
    char *text = site_kept(site, "half");
    assert_string_equal(text, "een halve zin");
    free(text);
    assert_null(site_kept(site, "weg"));
}

static void writes_a_paper_whole_or_not_at_all(void **state)
{
    struct world *world = *state;
    struct site *site = open_with_board(world);
    const char *path = fixture_path(world->fixture, 0, "besluiten/besluitenlijst-a.html");

    assert_true(site_paper(site, "besluitenlijst-a.html", "<p>een</p>"));
    assert_int_equal(access(path, F_OK), 0);
    assert_false(site_paper(site, "../besluitenlijst.html", "x"));
    assert_false(site_paper(site, "a/b.html", "x"));
    assert_false(site_paper(site, "", "x"));
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(fixture_path(world->fixture, 1, "besluiten")),
                     0); // nothing left
    // Nothing of it is taken for a board, and the rounds go on.
    assert_true(site_paper(site, "besluitenlijst-a.html", "<p>een</p>"));
    assert_true(world_title(site, 1, "geraakt"));
    world_pass(world, MINUTE_MS);
    assert_string_equal(world_file_title(world, "board.sqlite"), "geraakt");
    assert_int_equal(world_sync(site)->rejected, 0);
}

static void flushes_at_once(void **state)
{
    struct world *world = *state;
    struct site *site = open_with_board(world);

    assert_true(world_title(site, 1, "geraakt"));
    site_flush(site);
    assert_string_equal(world_file_title(world, "board.sqlite"), "geraakt");
    assert_int_equal(world_sync(site)->shared, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        world_test(keeps_what_it_acknowledged),
        world_test(publishes_an_edit_once),
        world_test(looks_rarely_where_it_is_told_everything),
        world_test(makes_rows),
        world_test(a_touch_is_one_moment),
        world_test(leaves_out_what_is_too_long),
        world_test(tries_again_what_the_disk_refuses),
        world_test(gives_a_lost_log_its_entries_again),
        world_test(converges_and_falls_silent),
        world_test(says_that_it_is_there),
        world_test(rests_after_everything),
        world_test(sees_edits_within_the_same_second),
        world_test(answers_ever_later),
        world_test(leaves_a_newer_file_alone),
        world_test(tells_a_newer_file_what_an_entry_says),
        world_test(puts_its_version_back),
        world_test(leaves_a_newer_file_that_it_cannot_read),
        world_test(goes_by_the_outbox_when_the_file_is_kept),
        world_test(takes_an_edit_of_the_outbox),
        world_test(bears_a_folder_that_takes_nothing),
        world_test(merges_and_removes_conflict_copies),
        world_test(keeps_copies_that_say_more),
        world_test(takes_in_what_an_earlier_life_left),
        world_test(publishes_a_missing_file_again),
        world_test(publishes_over_a_ruin),
        world_test(keeps_a_copy_of_additions),
        world_test(keeps_a_copy_of_what_is_refused),
        world_test(waits_for_a_file_that_grows),
        world_test(cuts_a_large_file_back),
        world_test(restores_a_board),
        world_test(keeps_small_texts),
        world_test(writes_a_paper_whole_or_not_at_all),
        world_test(flushes_at_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
