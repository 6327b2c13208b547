#include "share/site.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "share/mint.h"
#include "share/paper.h"
#include "share/site_parts.h"
#include "store/census.h"
#include "store/horizon.h"
#include "store/present.h"
#include "store/restore.h"

#define LOG_MODULE "site"
#include "base/log.h"

// Opening -----------------------------------------------------------------------------

static bool set_paths(struct site *site, const struct site_options *options)
{
    const char *state = options->state_dir;
    const int room = SNAPSHOT_PATH_MAX - 128; // for the names of files in them

    return snprintf(site->share, sizeof site->share, "%s", options->share_dir) < room &&
           snprintf(site->log_path, sizeof site->log_path, "%s/local.db", state) < room &&
           snprintf(site->scratch, sizeof site->scratch, "%s/scratch", state) < room &&
           snprintf(site->quarantine, sizeof site->quarantine, "%s/quarantine", state) <
               room;
}

static const char HOME[] = "home";

static uint64_t read_home(struct log *log)
{
    char *text = log_kept(log, HOME);
    uint64_t home = text == NULL ? 0 : strtoull(text, NULL, 10);

    free(text);
    return home;
}

void site_home(struct site *site)
{
    uint64_t home = folder_main(&site->folder)->identity.main.device;
    char text[24];

    if (site->folder.trouble != TROUBLE_NONE || home == site->folder.home) {
        return;
    }
    snprintf(text, sizeof text, "%llu", (unsigned long long)home);
    if (log_keep(site->log, HOME, text)) {
        site->folder.home = home;
    }
}

static void set_folder(struct site *site)
{
    snprintf(site->device, sizeof site->device, "%s", log_device(site->log));
    site->census.device_count = 0; // it may have another name now
    site->folder = (struct folder){
        .path = site->share,
        .tag = site->device,
        .quarantine = site->quarantine,
        .home = read_home(site->log),
        .import = {.reader = {.env = site->env,
                              .schema = site->schema,
                              .scratch = site->scratch},
                   .log = site->log,
                   .fold = site->fold},
    };
}

struct site *site_open(const struct site_options *options)
{
    const struct env *env = options->env;
    struct site *site = calloc(1, sizeof *site);

    if (site == NULL) {
        return NULL;
    }
    site->env = env;
    site->outbox_why = "";
    site->rechecks = INT_MAX;
    site->event_mono = site_mono(site);
    snprintf(site->name, sizeof site->name, "%s",
             options->name == NULL ? "" : options->name);
    if (!set_paths(site, options) ||
        env->make_folder(env->context, options->state_dir) != 0) {
        LOG_ERR("%s: the state folder cannot be made", options->state_dir);
        goto fail;
    }
    site->made = options->schema == NULL ? schema_create() : NULL;
    site->schema = options->schema == NULL ? site->made : options->schema;
    site->fold = fold_create();
    site->log = log_open(site->log_path, env);
    if (site->schema == NULL || site->fold == NULL || site->log == NULL) {
        goto fail;
    }
    set_folder(site);
    return site;
fail:
    site_close(site);
    return NULL;
}

void site_close(struct site *site)
{
    if (site == NULL) {
        return;
    }
    folder_finish(&site->folder);
    log_close(site->log);
    fold_destroy(site->fold);
    schema_destroy(site->made);
    free(site);
}

// The log -----------------------------------------------------------------------------

// A log that came back without what is in memory (it was moved aside, or a disk forgot)
// gets it again.
static bool give_back(struct site *site, struct fold *fresh)
{
    const struct fold *old = site->fold;
    struct record *lost = malloc((old->count + 1) * sizeof *lost);
    size_t count = 0;
    size_t hint = 0;

    if (lost == NULL) {
        return false;
    }
    for (size_t i = 0; i < old->count; i++) {
        if (fold_find(fresh, old->records[i], &hint) == NULL) {
            lost[count] = *old->records[i];
            lost[count++].seen = false;
        }
    }
    if (count > 0) {
        LOG_WARN("%s: %zu entries are written again", site->log_path, count);
    }
    bool ok = log_append(site->log, lost, count, false) && fold_add(fresh, lost, count);
    free(lost);
    return ok;
}

// After a failed write nothing is trusted: the log is opened and read anew. Until that
// works the boards stay as they were.
static bool reopen(struct site *site)
{
    struct fold *fold = fold_create();

    log_close(site->log);
    site->folder.import.log = NULL;
    site->log = log_open(site->log_path, site->env);
    if (fold == NULL || site->log == NULL || !log_load(site->log, fold) ||
        !give_back(site, fold)) {
        fold_destroy(fold);
        log_close(site->log);
        site->log = NULL;
        return false;
    }
    fold_destroy(site->fold);
    site->fold = fold;
    folder_finish(&site->folder);
    set_folder(site);
    site->started = false;
    site->loaded = site->news = true;
    return true;
}

bool site_load(struct site *site)
{
    if (site->loaded && site->log != NULL && !site->folder.broken) {
        return true;
    }
    if (!site->loaded && site->log != NULL && !site->folder.broken &&
        log_load(site->log, site->fold)) {
        site->loaded = true;
        site->news = site->fold->count > 0;
        return true;
    }
    return reopen(site);
}

static struct mint mint_of(const struct site *site)
{
    return (struct mint){.fold = site->fold,
                         .env = site->env,
                         .device = site->device,
                         .now_ms = site_now(site),
                         .own_last = log_own_last(site->log)};
}

static bool all_there(const struct fold *fold, const struct mint *mint)
{
    size_t hint = 0;
    size_t found = 0;

    while (found < mint->count && fold_find(fold, &mint->records[found], &hint) != NULL) {
        found++;
    }
    return found == mint->count;
}

// False: it is not in the log.
static bool commit(struct site *site, struct mint *mint)
{
    if (mint_write(mint, site->log, site->fold)) {
        return true;
    }
    LOG_WARN("%s does not take %zu entries", site->log_path, mint->count);
    site->folder.broken = true;
    // It may have taken them all the same before it failed.
    return reopen(site) && all_there(site->fold, mint);
}

bool site_write(struct site *site, const struct update *update)
{
    bool ok = false;

    if (site_load(site)) {
        struct mint mint = mint_of(site);
        ok = mint_update(&mint, update) && commit(site, &mint);
        mint_finish(&mint);
    }
    site->refused = !ok;
    if (ok) {
        site->news = true;
        site->saved = update->serial > site->saved ? update->serial : site->saved;
        cadence_edit(&site->cadence, site_mono(site));
    }
    return ok;
}

size_t site_restore(struct site *site, const char *board, int64_t at_ms, const char *author)
{
    struct restore_list list = {0};
    bool ok = false;
    size_t count = 0;

    if (site_load(site)) {
        struct mint mint = mint_of(site);
        ok = restore_find(site->fold, board, at_ms, &list);
        for (size_t i = 0; ok && i < list.count; i++) {
            mint_after(&mint, list.cells[i].table, list.cells[i].row);
        }
        for (size_t i = 0; ok && i < list.count; i++) {
            const struct restore_cell *cell = &list.cells[i];
            ok = mint_add(&mint, cell->table, cell->row, cell->column, cell->value, author);
        }
        ok = ok && commit(site, &mint);
        count = mint.count;
        mint_finish(&mint);
    }
    restore_finish(&list);
    if (ok && count > 0) {
        site->news = true;
        cadence_edit(&site->cadence, site_mono(site));
    }
    return ok ? count : SIZE_MAX;
}

bool site_paper(struct site *site, const char *name, const char *text)
{
    return paper_write(site->share, site->device, name, text, site->env);
}

// Small texts -------------------------------------------------------------------------

bool site_keep(struct site *site, const char *key, const char *text)
{
    return site_load(site) && log_keep(site->log, key, text);
}

char *site_kept(struct site *site, const char *key)
{
    return site->log == NULL ? NULL : log_kept(site->log, key);
}

bool site_kept_each(struct site *site,
                    void (*each)(void *to, const char *key, const char *text), void *to)
{
    return site->log != NULL && log_kept_each(site->log, each, to);
}

// The device itself -------------------------------------------------------------------

static const int64_t DAY_MS = 86400000;

static const struct record *device_cell(const struct site *site, const char *column)
{
    const struct fold *fold = site->fold;
    uint32_t row = fold_row_find(fold, CENSUS_TABLE, site->device);
    uint32_t cell = fold_cell_find(fold, row, column);

    return cell == FOLD_NONE ? NULL : fold->cells[cell].winner;
}

void site_present(struct site *site)
{
    const struct record *name = device_cell(site, "name");
    const struct record *seen = device_cell(site, "seen");
    struct mint mint = mint_of(site);
    char now[24];
    bool ok = true;

    if (site->name[0] == '\0' || site->fold->count == 0) {
        return; // an empty folder stays empty
    }
    if (name == NULL ||
        !record_same_value(name->value, name->size, site->name, strlen(site->name))) {
        ok = mint_add(&mint, CENSUS_TABLE, site->device, "name", site->name, "");
    }
    // The clock may have gone back as well: then it is not a day yet.
    if (seen == NULL || mint.now_ms - seen->rx_ms >= DAY_MS) {
        snprintf(now, sizeof now, "%lld", (long long)mint.now_ms);
        ok = ok && mint_add(&mint, CENSUS_TABLE, site->device, "seen", now, "");
    }
    if (ok && mint.count > 0) {
        commit(site, &mint);
    }
    mint_finish(&mint);
}

void site_horizon(struct site *site)
{
    struct mint mint = mint_of(site);
    int64_t bytes =
        site->folder.count == 0 ? 0 : site->folder.sources[0].result.identity.main.size;
    char text[HORIZON_TEXT];

    horizon_apply(site->fold, mint.now_ms);
    if (horizon_propose(site->fold, bytes, mint.now_ms, text) &&
        mint_add(&mint, RECORD_META, RECORD_HORIZON, RECORD_HLC, text, "")) {
        commit(site, &mint);
    }
    mint_finish(&mint);
}

// Boards ------------------------------------------------------------------------------

bool site_news(const struct site *site)
{
    return site->news || !site->shown;
}

// What a set says of how it came; NULL is logged.
static struct board_set *tell_set(const struct site *site, struct board_set *set)
{
    if (set == NULL) {
        LOG_ERR("no memory for the board");
        return NULL;
    }
    set->generation = site->generation;
    set->trouble = trouble_key(site->told);
    set->trouble_ms = site->told == TROUBLE_NONE ? 0 : site->trouble_ms;
    set->applied = site->saved;
    return set;
}

struct board_set *site_boards(struct site *site)
{
    struct board_set *set = present_boards(site->fold, site->schema);

    site->generation += set != NULL;
    site->shown = site->shown || set != NULL;
    site->news = site->news && set == NULL;
    return tell_set(site, set);
}

struct board_set *site_past(struct site *site, int64_t at_ms)
{
    return tell_set(site, present_past(site->fold, site->schema, at_ms));
}
