// How many instructions a piece of work takes, for tests/counts.sh, which runs this under
// callgrind and compares with tests/counts.txt. Only the work itself is counted, not what
// has to be there first.
//   counts wall|fold|import|publish SHARE STATE NOW_MS
// SHARE is a folder made by big_board with the same NOW_MS, STATE an empty one.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <valgrind/callgrind.h>

#include "screen/damage.h"
#include "session.h"
#include "share/folder.h"
#include "share/share.h"
#include "steady_env.h"
#include "view_fixture.h"

enum { FRAMES = 40 };

struct desk {
    struct env env;
    struct schema *schema;
    struct fold *fold;
    struct log *log;
    struct folder folder;
    int64_t now_ms;
};

// A visitor whose finger comes and goes: the whole list is made anew, and compared.
static bool count_wall(struct desk *desk)
{
    struct session session;
    struct damage damage;
    rect areas[DAMAGE_RECTS];
    struct board_set *set = share_load(desk->folder.path, &desk->env);
    int changed = 0;

    if (set == NULL || !damage_init(&damage, 1920, 1080)) {
        return false;
    }
    session_init(&session, panel_named("55\" HD"), &ruler, 0);
    session.env = &desk->env;
    session_take(&session, set, 0);
    session_draw(&session, 0, desk->now_ms);
    damage_find(&damage, &session.list, areas);
    CALLGRIND_START_INSTRUMENTATION;
    for (int i = 0; i < FRAMES; i++) {
        session.ui.pressed_x = i % 2 == 0 ? 400 : -1;
        session.ui.pressed_y = i % 2 == 0 ? 400 : -1;
        session.dirty = true;
        session_draw(&session, 0, desk->now_ms);
        changed += damage_find(&damage, &session.list, areas);
    }
    CALLGRIND_STOP_INSTRUMENTATION;
    damage_finish(&damage);
    session_finish(&session);
    return changed >= FRAMES; // each frame differs from the one before
}

static bool count_fold(struct desk *desk)
{
    struct fold *fold = fold_create();

    folder_scan(&desk->folder);
    size_t count = desk->fold->count;
    struct record *records = calloc(count, sizeof *records);
    for (size_t i = 0; i < count; i++) {
        records[i] = *desk->fold->records[i];
    }
    CALLGRIND_START_INSTRUMENTATION;
    bool added = fold_add(fold, records, count);
    CALLGRIND_STOP_INSTRUMENTATION;
    added = added && fold->count == count && count >= 100000;
    free(records);
    fold_destroy(fold);
    return added;
}

static bool count_import(struct desk *desk)
{
    CALLGRIND_START_INSTRUMENTATION;
    size_t added = folder_scan(&desk->folder);
    CALLGRIND_STOP_INSTRUMENTATION;
    return added >= 100000;
}

// One touch, and the whole file is made, put in its place and known again.
static bool count_publish(struct desk *desk)
{
    folder_scan(&desk->folder);
    const struct record *last = desk->fold->records[desk->fold->count - 1];
    struct record touch = *last;
    touch.device = log_device(desk->log);
    touch.hlc++;
    touch.eid++;
    if (!log_append(desk->log, &touch, 1, false) || !fold_add(desk->fold, &touch, 1)) {
        return false;
    }
    CALLGRIND_START_INSTRUMENTATION;
    bool published = folder_publish(&desk->folder, false);
    CALLGRIND_STOP_INSTRUMENTATION;
    return published && folder_lacks(&desk->folder) == 0;
}

static const struct {
    const char *name;
    bool (*count)(struct desk *desk);
} figures[] = {
    {"wall", count_wall},
    {"fold", count_fold},
    {"import", count_import},
    {"publish", count_publish},
};

static bool desk_open(struct desk *desk, char **argv)
{
    char path[400];

    desk->now_ms = strtoll(argv[4], NULL, 10);
    desk->env = steady_env(desk->now_ms);
    snprintf(path, sizeof path, "%s/local.db", argv[3]);
    desk->schema = schema_create();
    desk->fold = fold_create();
    desk->log = log_open(path, &desk->env);
    desk->folder = (struct folder){
        .path = argv[2],
        .tag = "counts",
        .import = {.reader = {.env = &desk->env,
                              .schema = desk->schema,
                              .scratch = argv[3]},
                   .log = desk->log,
                   .fold = desk->fold},
    };
    return desk->schema != NULL && desk->fold != NULL && desk->log != NULL;
}

int main(int argc, char **argv)
{
    struct desk desk = {0};
    bool done = false;

    if (argc != 5) {
        fprintf(stderr, "counts wall|fold|import|publish SHARE STATE NOW_MS\n");
        return 2;
    }
    if (desk_open(&desk, argv)) {
        for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
            if (strcmp(argv[1], figures[i].name) == 0) {
                done = figures[i].count(&desk);
            }
        }
    }
    folder_finish(&desk.folder);
    log_close(desk.log);
    fold_destroy(desk.fold);
    schema_destroy(desk.schema);
    return done ? 0 : 1;
}
