#include "share/share.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "share/edit.h"
#include "share/folder.h"
#include "share/sync_file.h"
#include "store/census.h"
#include "store/present.h"

#define LOG_MODULE "share"
#include "base/log.h"

// One visit to a shared folder, with nothing kept of it but what is published.
struct visit {
    struct schema *schema; // owned
    struct fold *fold;     // owned
    struct folder folder;
    char scratch[SNAPSHOT_PATH_MAX];
    char tag[32];
};

static bool visit_begin(struct visit *visit, const char *share_dir, const struct env *env)
{
    const char *temporary = getenv("TMPDIR");
    uint32_t tag = 0;

    env->random(env->context, &tag, sizeof tag);
    *visit = (struct visit){.schema = schema_create(), .fold = fold_create()};
    snprintf(visit->tag, sizeof visit->tag, "import-%08" PRIx32, tag);
    snprintf(visit->scratch, sizeof visit->scratch, "%s/regiebord-%08" PRIx32,
             temporary == NULL || temporary[0] == '\0' ? "/tmp" : temporary, tag);
    visit->folder = (struct folder){
        .path = share_dir,
        .tag = visit->tag,
        .import = {.reader = {.env = env,
                              .schema = visit->schema,
                              .scratch = visit->scratch},
                   .fold = visit->fold},
    };
    return visit->schema != NULL && visit->fold != NULL;
}

static void visit_end(struct visit *visit)
{
    const struct env *env = visit->folder.import.reader.env;

    env->remove(env->context, visit->scratch);
    folder_finish(&visit->folder);
    fold_destroy(visit->fold);
    schema_destroy(visit->schema);
}

// What the shared files alone tell of the sharing: nothing that they hold waits.
static void tell(const struct visit *visit, struct sync_state *sync)
{
    census_take(visit->fold, "", sync);
    for (size_t i = 0; i < sync->device_count; i++) {
        sync->devices[i].unshared = 0;
    }
    sync->log_entries = visit->fold->count;
    if (visit->folder.count > 0) {
        sync->file_bytes = visit->folder.sources[0].result.identity.main.size;
    }
    snprintf(sync->trouble, sizeof sync->trouble, "%s", trouble_key(visit->folder.trouble));
}

struct board_set *share_load(const char *share_dir, const struct env *env)
{
    struct sync_state unwanted;
    int64_t written_ms = 0;

    return share_load_sync(share_dir, NULL, env, &unwanted, &written_ms);
}

struct board_set *share_load_sync(const char *share_dir, const char *state_dir,
                                  const struct env *env, struct sync_state *sync,
                                  int64_t *written_ms)
{
    struct visit visit;
    struct board_set *set = NULL;

    memset(sync, 0, sizeof *sync);
    *written_ms = 0;

    if (visit_begin(&visit, share_dir, env)) {
        folder_scan(&visit.folder);
        set = visit.folder.broken ? NULL : present_boards(visit.fold, visit.schema);
    }
    if (set != NULL) {
        set->generation = 1;
        set->trouble = trouble_key(visit.folder.trouble);
        set->trouble_ms =
            visit.folder.trouble == TROUBLE_NONE ? 0 : env->now_ms(env->context);
        if (state_dir == NULL || !sync_file_read(state_dir, env, sync, written_ms)) {
            tell(&visit, sync);
        }
    }
    visit_end(&visit);
    return set;
}

struct board_set *share_load_past(const char *share_dir, const struct env *env,
                                  int64_t at_ms)
{
    struct visit visit;
    struct board_set *set = NULL;

    if (visit_begin(&visit, share_dir, env)) {
        folder_scan(&visit.folder);
        set = visit.folder.broken ? NULL : present_past(visit.fold, visit.schema, at_ms);
    }
    if (set != NULL) {
        set->generation = 1;
        set->trouble = trouble_key(visit.folder.trouble);
    }
    visit_end(&visit);
    return set;
}

// Out of the fold, which goes.
static bool keep_cells(struct share_cells *out)
{
    const char *table = "";
    const char *row = "";

    for (size_t i = 0; i < out->count; i++) {
        struct cell *cell = &out->cells[i];
        table = strcmp(cell->table, table) == 0 ? table
                                                : arena_string(&out->arena, cell->table);
        row = strcmp(cell->row, row) == 0 ? row : arena_string(&out->arena, cell->row);
        cell->table = table;
        cell->row = row;
        cell->column = arena_string(&out->arena, cell->column);
        cell->value = cell->value == NULL ? NULL : arena_string(&out->arena, cell->value);
        if (out->arena.failed) {
            return false;
        }
    }
    return true;
}

bool share_cells_load(const char *share_dir, const struct env *env, struct share_cells *out)
{
    struct visit visit;
    bool ok = false;

    *out = (struct share_cells){.count = 0};
    if (visit_begin(&visit, share_dir, env)) {
        folder_scan(&visit.folder);
        out->cells = calloc((size_t)visit.fold->cell_count + 1, sizeof *out->cells);
        ok = !visit.folder.broken && visit.folder.trouble == TROUBLE_NONE &&
             out->cells != NULL &&
             present_cells(visit.fold, visit.schema, out->cells, &out->count) &&
             keep_cells(out);
    }
    if (!ok) {
        LOG_ERR("%s/board.sqlite cannot be read (%s)", share_dir,
                trouble_key(visit.folder.trouble));
    }
    visit_end(&visit);
    return ok;
}

void share_cells_finish(struct share_cells *cells)
{
    free(cells->cells);
    arena_finish(&cells->arena);
    *cells = (struct share_cells){.count = 0};
}

static enum trouble apply(struct visit *visit, const struct share_edit *edits, size_t count,
                          struct share_result *result)
{
    const struct env *env = visit->folder.import.reader.env;

    if (env->make_folder(env->context, visit->folder.path) != 0) {
        LOG_ERR("%s cannot be made", visit->folder.path);
        return TROUBLE_NO_FOLDER;
    }
    folder_scan(&visit->folder);
    enum trouble trouble = visit->folder.trouble;
    if (trouble != TROUBLE_NONE && trouble != TROUBLE_MISSING) {
        LOG_ERR("%s/board.sqlite is left as it is: %s", visit->folder.path,
                trouble_key(trouble));
        return trouble;
    }
    size_t before = visit->fold->count;
    if (!edit_mint(visit->fold, visit->schema, edits, count, env, result)) {
        return TROUBLE_UNREADABLE;
    }
    if (visit->fold->count == before && trouble == TROUBLE_NONE) {
        return TROUBLE_NONE;
    }
    if (folder_publish(&visit->folder, false)) {
        return TROUBLE_NONE;
    }
    trouble = visit->folder.trouble;
    return trouble == TROUBLE_NONE || trouble == TROUBLE_MISSING ? TROUBLE_BUSY : trouble;
}

bool share_apply(const char *share_dir, const struct share_edit *edits, size_t count,
                 const struct env *env, struct share_result *result)
{
    struct share_result unwanted;
    struct visit visit;
    enum trouble trouble = TROUBLE_UNREADABLE;

    result = result == NULL ? &unwanted : result;
    *result = (struct share_result){.trouble = ""};
    if (visit_begin(&visit, share_dir, env)) {
        trouble = apply(&visit, edits, count, result);
    }
    visit_end(&visit);
    if (trouble != TROUBLE_NONE) {
        *result = (struct share_result){.trouble = trouble_key(trouble)};
    }
    return trouble == TROUBLE_NONE;
}
