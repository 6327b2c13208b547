// From every version of the tables that ever was in force to today's: nothing is lost, the
// board stays the same, the file is published anew; and an earlier program beside a later
// one. tests/schema.sh makes what it begins with.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sys/wait.h>

#include "base/log.h"
#include "upgrade_fixture.h"

enum { SECOND_MS = 1000, MINUTE_MS = 60000, STEPS_MAX = 200 };

#ifdef __SANITIZE_ADDRESS__
enum { STRIDE = 4 }; // of the steps at which it is cut short
#else
enum { STRIDE = 1 };
#endif

static int quiet(void **state)
{
    (void)state;
    log_set_level(LOG_LEVEL_ERROR);
    return 0;
}

static const char *board_path(const struct world *world)
{
    static char path[320];

    snprintf(path, sizeof path, "%s/board.sqlite", world->fixture->share);
    return path;
}

// Every version that is no longer in force needs its dumps; today's has them when it was
// released.
static bool version_there(int version)
{
    char path[100];

    snprintf(path, sizeof path, "tests/data/schema-%d/local.sql", version);
    bool there = access(path, R_OK) == 0;
    if (!there && version < SCHEMA_VERSION) {
        fail_msg("%s is missing: make it with tests/schema.sh and the last program whose "
                 "SCHEMA_VERSION was %d",
                 path, version);
    }
    return there;
}

static void each_version(void (*test)(struct world *world, int version), int last)
{
    for (int version = 1; version <= last && version_there(version); version++) {
        void *world = NULL;
        assert_int_equal(world_setup(&world), 0);
        upgrade_set(world, version);
        test(world, version);
        world_teardown(&world);
    }
}

static int64_t version_of(const struct world *world)
{
    return upgrade_number(board_path(world), NULL, "SELECT * FROM pragma_user_version");
}

// All that the wall knew is in its log and in the new file, which is ours word for word and
// shows what the old program showed.
static void check_upgraded(struct world *world, int version)
{
    const struct fixture *fixture = world->fixture;
    const char *now = upgrade_path(fixture, "device-0/local.db");
    const char *before = upgrade_path(fixture, "old-local.db");

    assert_int_equal(upgrade_lost(now, before), 0);
    assert_int_equal(upgrade_lost(now, upgrade_path(fixture, "old-share.db")), 0);
    assert_int_equal(upgrade_lost(board_path(world), before), 0);
    // When each arrived; what was seen stays seen; what was kept is kept.
    assert_int_equal(upgrade_number(now, before,
                                    "SELECT count(*) FROM main.chg n JOIN old.chg o USING"
                                    "(hlc,dev,eid) WHERE n.rx<>o.rx OR n.seen<o.seen"),
                     0);
    assert_int_equal(upgrade_number(now, before,
                                    "SELECT count(*) FROM old.meta o WHERE k<>'keep:home' "
                                    "AND NOT EXISTS(SELECT 1 FROM main.meta n "
                                    "WHERE n.k=o.k AND n.v IS o.v)"),
                     0);
    assert_int_equal(version_of(world), SCHEMA_VERSION);
    assert_true(upgrade_compare(fixture, version, board_path(world)) > 100);
    struct gate *gate = gate_open(world->fixture);
    struct import_result result = gate_import(gate, world->fixture, "board.sqlite");
    assert_int_equal(result.trouble, TROUBLE_NONE);
    assert_true(result.current);
    gate_close(gate);
}

static void upgrade(struct world *world, int version)
{
    struct site *site = world_open(world, 0, NULL);
    struct board_set *set = NULL;

    world_pass(world, MINUTE_MS);
    assert_true(site_settled(site));
    set = site_boards(site);
    assert_int_equal(set->count, 1);
    assert_string_equal(set->boards[0].title, "Proef");
    assert_int_equal(set->boards[0].action_count, 4);
    assert_int_equal(set->boards[0].track_count, 7);
    board_set_free(set);
    world_close(world, 0);
    check_upgraded(world, version);
    // And once more changes nothing.
    int published = world->published;
    world_open(world, 0, NULL);
    world_pass(world, 10 * MINUTE_MS);
    world_close(world, 0);
    assert_int_equal(world->published, published);
}

static void loses_nothing(void **state)
{
    (void)state;
    each_version(upgrade, SCHEMA_VERSION);
}

static int same_machine(void *context, char out[ENV_FINGERPRINT])
{
    (void)context;
    strcpy(out, "0123456789abcdef");
    return 0;
}

// The device is who it was, before and after devices knew on which machine they are.
static void same_device(struct world *world, int version)
{
    char was[40] = "";
    struct sync_state *sync = NULL;
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;

    (void)version;
    assert_int_equal(sqlite3_open(upgrade_path(world->fixture, "old-local.db"), &db), 0);
    sqlite3_prepare_v2(db, "SELECT v FROM meta WHERE k='dev'", -1, &statement, NULL);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    snprintf(was, sizeof was, "%s", (const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    sqlite3_close(db);
    world->env.fingerprint = same_machine;
    for (int life = 0; life < 2; life++) {
        struct site *site = world_open(world, 0, "wand");
        assert_true(world_title(site, 1, "geraakt"));
        world_pass(world, MINUTE_MS);
        sync = world_sync(site);
        size_t self = 0;
        while (self < sync->device_count && !sync->devices[self].self) {
            self++;
        }
        assert_true(self < sync->device_count);
        assert_string_equal(sync->devices[self].id, was);
        world_close(world, 0);
    }
}

static void stays_the_same_device(void **state)
{
    (void)state;
    each_version(same_device, SCHEMA_VERSION);
}

// Visits what today's tables have and those of the old program had not.
static int each_new_column(struct world *world,
                           void (*visit)(struct world *world, const char *table,
                                         const char *column, int nth))
{
    struct schema *now = schema_create();
    struct schema *old = upgrade_schema(world->fixture);
    int count = 0;

    for (size_t i = 0; i < now->table_count; i++) {
        const struct schema_table *table = &now->tables[i];
        const struct schema_table *known = schema_table_find(old, table->name);
        for (size_t j = 0; j < table->column_count; j++) {
            if (known == NULL || !schema_has(known, table->columns[j])) {
                visit(world, table->name, table->columns[j], count++);
            }
        }
    }
    schema_destroy(old);
    schema_destroy(now);
    return count;
}

static void tell_column(struct world *world, const char *table, const char *column, int nth)
{
    char sql[400];

    snprintf(sql, sizeof sql,
             "INSERT INTO chg VALUES(%" PRId64 ",'ffffffffffffffff',randomblob(8),'%s',"
             "'later','%s','straks','Sam',NULL,1,1) RETURNING 1",
             (world->now_ms << 16) + nth, table, column);
    assert_int_equal(
        upgrade_number(upgrade_path(world->fixture, "device-0/local.db"), NULL, sql), 1);
}

static void find_column(struct world *world, const char *table, const char *column, int nth)
{
    char sql[200];

    (void)nth;
    snprintf(sql, sizeof sql, "SELECT \"%s\"='straks' FROM \"%s\" WHERE id='later'", column,
             table);
    assert_int_equal(upgrade_number(board_path(world), NULL, sql), 1);
}

static void fill_tables(struct world *world, int version)
{
    int told = each_new_column(world, tell_column);

    assert_true(told > 0 || version == SCHEMA_VERSION);
    world_open(world, 0, NULL);
    world_pass(world, MINUTE_MS);
    world_close(world, 0);
    each_new_column(world, find_column);
}

// What newer devices told of tables and columns that the old program did not have waited in
// its log; now it is in the tables.
static void fills_new_tables(void **state)
{
    (void)state;
    each_version(fill_tables, SCHEMA_VERSION);
}

// A SQLite tool makes a row in every table of the new file, changes it and takes it away.
static void use_tools(struct world *world, int version)
{
    struct schema *schema = schema_create();
    const char *log = upgrade_path(world->fixture, "device-0/local.db");
    char sql[400];

    (void)version;
    world_open(world, 0, NULL);
    world_pass(world, MINUTE_MS);
    for (size_t i = 0; i < schema->table_count; i++) {
        const char *table = schema->tables[i].name;
        const char *column = schema->tables[i].columns[0];
        snprintf(sql, sizeof sql,
                 "INSERT INTO \"%s\"(id,\"%s\") VALUES('tool','een');"
                 "UPDATE \"%s\" SET \"%s\"='twee' WHERE id='tool';"
                 "DELETE FROM \"%s\" WHERE id='tool'",
                 table, column, table, column, table);
        share_fixture_sql(world->fixture, "board.sqlite", sql);
    }
    world_pass(world, MINUTE_MS);
    world_close(world, 0);
    for (size_t i = 0; i < schema->table_count; i++) {
        snprintf(sql, sizeof sql,
                 "SELECT count(*) FROM chg WHERE dev='ext' AND tbl='%s' AND row='tool' AND "
                 "(col='_live' OR val IN('een','twee'))",
                 schema->tables[i].name);
        assert_int_equal(upgrade_number(log, NULL, sql), 4);
    }
    assert_int_equal(
        upgrade_number(log, NULL,
                       "SELECT count(*) FROM chg WHERE dev='ext?' AND row='tool'"),
        0);
    schema_destroy(schema);
}

static void lets_tools_work_on_the_new_file(void **state)
{
    (void)state;
    each_version(use_tools, SCHEMA_VERSION);
}

// Interrupted -------------------------------------------------------------------------

// The end of the process before or after its n-th change of a file; what tests/fault.c does
// at every call of the system, also those of SQLite.
struct fuse {
    struct env env;
    const struct env *real; // not owned
    int left;
};

static void burn(struct fuse *fuse)
{
    if (fuse->left-- == 0) {
        _exit(9);
    }
}

static int fuse_write(void *context, const char *path, const void *data, size_t size,
                      int64_t mtime_ns)
{
    struct fuse *fuse = context;

    burn(fuse);
    // Half of it, as a cut leaves what was not synced yet.
    if (fuse->left == 0) {
        fuse->real->write(fuse->real->context, path, data, size / 2, mtime_ns);
    }
    burn(fuse);
    int code = fuse->real->write(fuse->real->context, path, data, size, mtime_ns);
    burn(fuse);
    return code;
}

static int fuse_rename(void *context, const char *from, const char *to, enum env_rename how)
{
    struct fuse *fuse = context;

    burn(fuse);
    int code = fuse->real->rename(fuse->real->context, from, to, how);
    burn(fuse);
    return code;
}

static int fuse_remove(void *context, const char *path)
{
    struct fuse *fuse = context;

    burn(fuse);
    int code = fuse->real->remove(fuse->real->context, path);
    burn(fuse);
    return code;
}

static int64_t fuse_now(void *context)
{
    return world_now(((struct fuse *)context)->real->context);
}

static int64_t fuse_mono(void *context)
{
    return world_mono(((struct fuse *)context)->real->context);
}

static void fuse_random(void *context, void *out, size_t size)
{
    world_random(((struct fuse *)context)->real->context, out, size);
}

// A life of today's program that ends at its n-th step; false when it came through.
static bool cut_short(struct world *world, int step)
{
    int status = 0;
    pid_t process = fork();

    if (process == 0) {
        struct fuse fuse = {.env = *env_system(), .real = &world->env, .left = step};
        fuse.env.context = &fuse;
        fuse.env.fingerprint = NULL;
        fuse.env.now_ms = fuse_now;
        fuse.env.mono_ms = fuse_mono;
        fuse.env.random = fuse_random;
        fuse.env.write = fuse_write;
        fuse.env.rename = fuse_rename;
        fuse.env.remove = fuse_remove;
        world->sites[0] = site_open(
            &(struct site_options){.share_dir = world->fixture->share,
                                   .state_dir = upgrade_path(world->fixture, "device-0"),
                                   .env = &fuse.env});
        world_pass(world, MINUTE_MS);
        site_close(world->sites[0]);
        _exit(0);
    }
    assert_int_equal(waitpid(process, &status, 0), process);
    assert_true(WIFEXITED(status) &&
                (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 9));
    return WEXITSTATUS(status) == 9;
}

static void check_old_or_new(struct world *world, int version)
{
    int64_t found = version_of(world);

    assert_true(found == version || found == SCHEMA_VERSION);
    assert_string_equal(world_file_title(world, "board.sqlite"),
                        "Elke school meldt binnen vijf dagen");
    assert_int_equal(upgrade_number(upgrade_path(world->fixture, "device-0/local.db"),
                                    upgrade_path(world->fixture, "old-local.db"),
                                    "SELECT (SELECT count(*) FROM chg)>="
                                    "(SELECT count(*) FROM old.chg)"),
                     1);
}

static void interrupt(struct world *first, int version)
{
    bool cut = true;
    int step = 0;

    (void)first;
    for (; cut && step < STEPS_MAX; step += STRIDE) {
        void *state = NULL;
        assert_int_equal(world_setup(&state), 0);
        struct world *world = state;
        upgrade_set(world, version);
        cut = cut_short(world, step);
        check_old_or_new(world, version);
        world->now_ms += UPGRADE_DAY_MS;
        world->mono_ms += UPGRADE_DAY_MS;
        world_open(world, 0, NULL);
        world_pass(world, 5 * MINUTE_MS);
        world_close(world, 0);
        check_upgraded(world, version);
        assert_int_equal(fixture_count(world->fixture), 1);
        world_teardown(&state);
    }
    assert_true(step > 8 && step < STEPS_MAX);
}

static void is_old_or_new_after_a_cut(void **state)
{
    (void)state;
    each_version(interrupt, SCHEMA_VERSION);
}

// Beside each other -------------------------------------------------------------------

static bool has_outbox(struct world *world)
{
    struct sync_state *sync = world_sync(world->sites[0]);

    return sync->outbox[0] != '\0';
}

// The old program reads and shows the newer file and leaves it, its touches go by its
// outbox, and the newer program takes them in; then the old one is upgraded as well.
static void live_beside(struct world *world, int version)
{
    struct older older;
    struct env_stat before;
    struct env_stat after;

    older_begin(&older, world, version);
    world_open(world, 1, NULL); // today's, which publishes
    world_pass(world, MINUTE_MS);
    assert_int_equal(version_of(world), SCHEMA_VERSION);
    assert_true(
        world_touch(world->sites[1], 1, "action", "proef/1.1a", "funding", "nieuw"));
    each_new_column(world, tell_column);
    world_pass(world, MINUTE_MS);
    world_close(world, 1);

    older_open(&older, world, 0);
    fixture_stat(world->fixture, "board.sqlite", &before);
    assert_true(world_touch(world->sites[0], 1, "action", "proef/1.1a", "brief", "oud"));
    world_pass(world, 20 * SECOND_MS);
    assert_string_equal(world_sync(world->sites[0])->trouble, "newer");
    assert_true(has_outbox(world));
    struct board_set *set = site_boards(world->sites[0]);
    assert_string_equal(set->boards[0].actions[0].funding, "nieuw");
    assert_string_equal(set->boards[0].actions[0].brief, "oud");
    board_set_free(set);
    world_pass(world, 60 * MINUTE_MS);
    fixture_stat(world->fixture, "board.sqlite", &after);
    assert_int_equal(before.inode, after.inode);
    assert_int_equal(before.mtime_ns, after.mtime_ns);

    world_open(world, 1, NULL);
    world_pass(world, 5 * MINUTE_MS);
    assert_int_equal(version_of(world), SCHEMA_VERSION);
    assert_int_equal(upgrade_number(board_path(world), NULL,
                                    "SELECT brief='oud' AND funding='nieuw' FROM action "
                                    "WHERE id='proef/1.1a'"),
                     1);
    assert_false(has_outbox(world));
    assert_int_equal(fixture_count(world->fixture), 1);
    world_close(world, 0);
    assert_int_equal(
        upgrade_lost(board_path(world), upgrade_path(world->fixture, "old-local.db")), 0);
    world_open(world, 0, NULL);
    world_pass(world, 5 * MINUTE_MS);
    each_new_column(world, find_column);
    world_close(world, 0);
    schema_destroy(older.schema);
}

static void an_older_one_lives_beside_a_newer_one(void **state)
{
    (void)state;
    each_version(live_beside, SCHEMA_VERSION - 1);
}

// Both at work all the time, on a folder that they share.
static void touch_both(struct world *world, int version)
{
    struct older older;
    char text[20];
    char sql[200];

    older_begin(&older, world, version);
    older_open(&older, world, 0);
    world_open(world, 1, NULL);
    for (int i = 1; i <= 20; i++) {
        for (int device = 0; device < 2; device++) {
            snprintf(text, sizeof text, "%d van %d", i, device);
            assert_true(world_touch(world->sites[device], (uint64_t)i, "action",
                                    device == 0 ? "proef/1.1a" : "proef/1.1b", "brief",
                                    text));
        }
        world_pass(world, 3 * SECOND_MS + i * 500);
    }
    world_pass(world, 10 * MINUTE_MS);
    assert_true(site_settled(world->sites[0]) && site_settled(world->sites[1]));
    assert_int_equal(fixture_count(world->fixture), 1);
    assert_int_equal(version_of(world), SCHEMA_VERSION);
    for (int device = 0; device < 2; device++) {
        struct board_set *set = site_boards(world->sites[device]);
        assert_string_equal(set->boards[0].actions[0].brief, "20 van 0");
        assert_string_equal(set->boards[0].actions[1].brief, "20 van 1");
        board_set_free(set);
        snprintf(
            sql, sizeof sql,
            "SELECT count(DISTINCT val) FROM chg WHERE col='brief' AND val GLOB '* van %d'",
            device);
        assert_int_equal(upgrade_number(board_path(world), NULL, sql), 20);
    }
    world_close(world, 0);
    schema_destroy(older.schema);
}

static void both_are_touched(void **state)
{
    (void)state;
    each_version(touch_both, SCHEMA_VERSION - 1);
}

// Two old ones that meet no newer one while it lasts share by their outboxes.
static void share_without(struct world *world, int version)
{
    struct older older;
    struct env_stat before;
    struct env_stat after;

    older_begin(&older, world, version);
    world_open(world, 1, NULL);
    world_pass(world, MINUTE_MS);
    world_close(world, 1);
    fixture_stat(world->fixture, "board.sqlite", &before);
    older_open(&older, world, 0);
    older_open(&older, world, 2);
    world_pass(world, MINUTE_MS);
    for (int i = 0; i < 2; i++) {
        struct site *one = world->sites[2 * i];
        struct site *other = world->sites[2 - 2 * i];
        assert_true(world_touch(one, 1, "action", "proef/1.1a",
                                i == 0 ? "brief" : "funding", "oud"));
        world_pass(world, 30 * SECOND_MS);
        struct board_set *set = site_boards(other);
        assert_string_equal(i == 0 ? set->boards[0].actions[0].brief
                                   : set->boards[0].actions[0].funding,
                            "oud");
        board_set_free(set);
    }
    // Nor does the command of the old program write over it.
    static const struct share_edit edit = {"action", "proef/1.1a", "title", "anders",
                                           0,        "plan"};
    struct share_result result;
    assert_false(share_apply(world->fixture->share, &edit, 1, &older.env, &result));
    assert_string_equal(result.trouble, "newer");
    fixture_stat(world->fixture, "board.sqlite", &after);
    assert_int_equal(before.inode, after.inode);
    assert_int_equal(before.mtime_ns, after.mtime_ns);
    world_close(world, 0);
    world_close(world, 2);
    // A newer one comes back: their outboxes stay until they see it, and it has both.
    world_open(world, 1, NULL);
    world_pass(world, MINUTE_MS);
    assert_int_equal(upgrade_number(board_path(world), NULL,
                                    "SELECT brief='oud' AND funding='oud' FROM action "
                                    "WHERE id='proef/1.1a'"),
                     1);
    schema_destroy(older.schema);
}

static void old_ones_share_without_a_newer_one(void **state)
{
    (void)state;
    each_version(share_without, SCHEMA_VERSION - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loses_nothing),
        cmocka_unit_test(stays_the_same_device),
        cmocka_unit_test(fills_new_tables),
        cmocka_unit_test(lets_tools_work_on_the_new_file),
        cmocka_unit_test(is_old_or_new_after_a_cut),
        cmocka_unit_test(an_older_one_lives_beside_a_newer_one),
        cmocka_unit_test(both_are_touched),
        cmocka_unit_test(old_ones_share_without_a_newer_one),
    };

    return cmocka_run_group_tests(tests, quiet, NULL);
}
