#include "share/import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "share/drift.h"

#define LOG_MODULE "import"
#include "base/log.h"

enum { REFUSALS_TOLD = 50 }; // of each file; each costs a write

// What a file holds and the log does not yet.
struct harvest {
    struct import *import; // not owned
    const char *name;
    struct arena arena;     // owns the texts
    struct record *records; // owned
    size_t count, room;
    struct record **met; // owned; of the fold, and in no shared file until now
    size_t met_count, met_room;
    size_t hint;
    size_t known;
    size_t fresh, fresh_rows; // entries, and rows that it makes
    bool refused;             // something in it may not enter the log
    bool cut_short;           // what only a tool says there was not committed
    size_t refusals;
    uint32_t *outdone; // owned; cells with an entry that says less than ours of its key
    size_t outdone_count, outdone_room;
    bool moved; // one of those was about another cell
    uint32_t mark;
    int64_t now_ms;
    const struct changes *changes; // not owned; NULL: all of the file is read
    bool doubtful;                 // see struct drift
};

static bool keep(struct harvest *harvest, const struct record *from)
{
    if (harvest->count == harvest->room) {
        size_t room = harvest->room == 0 ? 64 : harvest->room * 2;
        struct record *records = realloc(harvest->records, room * sizeof *records);
        if (records == NULL) {
            return false;
        }
        harvest->records = records;
        harvest->room = room;
    }
    struct record *to = &harvest->records[harvest->count++];
    bool kept = record_copy(to, from, &harvest->arena);
    to->rx_ms = harvest->now_ms;
    return kept;
}

static void reject(struct harvest *harvest, const struct record *record, const char *fault)
{
    char text[256];

    harvest->refused = true;
    snprintf(text, sizeof text, "%lld %.40s %.40s/%.60s/%.40s", (long long)record->hlc,
             record->device, record->table, record->row, record->column);
    if (harvest->import->log == NULL) {
        LOG_WARN("%s: left out, %s: %s", harvest->name, fault, text);
        return;
    }
    log_reject(harvest->import->log, harvest->name, fault, text);
}

static bool meet(struct harvest *harvest, struct record *known)
{
    if (known->seen) {
        return true;
    }
    if (harvest->met_count == harvest->met_room) {
        size_t room = harvest->met_room == 0 ? 64 : harvest->met_room * 2;
        struct record **met = realloc(harvest->met, room * sizeof(struct record *));
        if (met == NULL) {
            return false;
        }
        harvest->met = met;
        harvest->met_room = room;
    }
    harvest->met[harvest->met_count++] = known;
    return true;
}

static bool outdo(struct harvest *harvest, const struct record *by,
                  const struct record *record)
{
    harvest->moved = harvest->moved || strcmp(by->table, record->table) != 0 ||
                     strcmp(by->row, record->row) != 0 ||
                     strcmp(by->column, record->column) != 0;
    if (harvest->outdone_count == harvest->outdone_room) {
        size_t room = harvest->outdone_room == 0 ? 16 : harvest->outdone_room * 2;
        uint32_t *cells = realloc(harvest->outdone, room * sizeof *cells);
        if (cells == NULL) {
            return false;
        }
        harvest->outdone = cells;
        harvest->outdone_room = room;
    }
    harvest->outdone[harvest->outdone_count++] = by->cell;
    return true;
}

static const struct record *expect_record(void *to)
{
    const struct harvest *harvest = to;
    const struct fold *fold = harvest->import->fold;

    return harvest->hint < fold->count ? fold->records[harvest->hint] : NULL;
}

static bool visit_record(void *to, const struct record *record, const char *fault)
{
    struct harvest *harvest = to;

    if (fault != NULL && harvest->changes != NULL) {
        return false; // whether it makes the file unsound, all of the file tells
    }
    if (fault != NULL) {
        if (++harvest->refusals <= REFUSALS_TOLD) {
            reject(harvest, record, fault);
        }
        return true;
    }
    struct record *known = fold_find(harvest->import->fold, record, &harvest->hint);
    if (known == NULL && harvest->cut_short && strcmp(record->device, RECORD_TOOL) == 0) {
        return true;
    }
    if (known == NULL) {
        harvest->fresh++;
        harvest->fresh_rows +=
            strcmp(record->column, RECORD_LIVE) == 0 && !record_deletes(record) &&
            fold_row_find(harvest->import->fold, record->table, record->row) == FOLD_NONE;
        return keep(harvest, record);
    }
    harvest->known += known->mark != harvest->mark;
    known->mark = harvest->mark;
    int by = record == known ? 0 : record_compare_payload(record, known);
    // One key with two payloads: what rows it is about is to be seen from the whole file.
    if (by != 0 && harvest->changes != NULL) {
        return false;
    }
    if (by < 0 && !outdo(harvest, known, record)) {
        return false;
    }
    if (by == 0) {
        return meet(harvest, known);
    }
    return by < 0 || keep(harvest, record);
}

// First the disk, then the fold: what is shown is never more than what is kept.
static bool take_in(struct import *import, struct record *records, size_t count, bool seen,
                    struct import_result *result)
{
    size_t before = import->fold->count;

    if (count == 0) {
        return true;
    }
    for (size_t i = 0; i < count; i++) {
        records[i].seen = seen;
    }
    if ((import->log != NULL && !log_append(import->log, records, count, seen)) ||
        !fold_add(import->fold, records, count)) {
        result->broken = true;
        return false;
    }
    result->added += import->fold->count - before;
    return true;
}

// What the file has of ours has now been shared.
static void mark_met(struct harvest *harvest, struct import_result *result)
{
    struct log *log = harvest->import->log;
    bool ok = log == NULL || log_mark_seen(log, harvest->met, harvest->met_count);

    for (size_t i = 0; ok && i < harvest->met_count; i++) {
        harvest->met[i]->seen = true;
    }
    result->broken = result->broken || !ok;
}

// A flood is not taken in: with it, no device could publish any more.
static enum trouble check_limits(struct harvest *harvest)
{
    const char *fault =
        harvest->fresh == 0
            ? NULL
            : limits_fault(harvest->import->fold, harvest->fresh, harvest->fresh_rows);

    if (fault == NULL) {
        return TROUBLE_NONE;
    }
    const struct record none = {.device = "", .table = "", .row = "", .column = ""};
    reject(harvest, &none, fault);
    return TROUBLE_UNSAFE;
}

static void mark_harvest(struct harvest *harvest)
{
    size_t hint = 0;

    for (size_t i = 0; i < harvest->count; i++) {
        struct record *record =
            fold_find(harvest->import->fold, &harvest->records[i], &hint);
        if (record != NULL) {
            harvest->known += record->mark != harvest->mark;
            record->mark = harvest->mark;
        }
    }
}

static enum trouble import_drift(struct import *import, struct reader *reader,
                                 struct harvest *harvest, struct import_result *result)
{
    struct drift drift = {.outdone = harvest->outdone,
                          .outdone_count = harvest->outdone_count,
                          .recall = import->recall,
                          .changes = harvest->changes};
    reader_renew(reader); // taking in the entries may have taken our own disk minutes
    enum trouble trouble =
        drift_find(reader, import->reader.schema, import->fold, harvest->mark, &drift);
    const struct env *env = import->reader.env;

    // Rows that were not read count as well.
    if (harvest->changes != NULL && drift.count > 0 &&
        limits_fault(import->fold, drift.count, drift.count) != NULL) {
        trouble = TROUBLE_UNSAFE;
    }
    for (size_t i = 0; i < drift.count; i++) {
        drift.records[i].rx_ms = env->now_ms(env->context);
    }
    if (trouble == TROUBLE_NONE) {
        take_in(import, drift.records, drift.count, false, result);
    }
    result->current =
        trouble == TROUBLE_NONE && drift.differences == 0 && reader_schema_ours(reader);
    harvest->refused = harvest->refused || drift.refused;
    harvest->doubtful = drift.doubtful;
    drift_finish(&drift);
    return trouble;
}

// How many entries the file held that are on pages which are the same: it holds them still.
static size_t count_spared(const struct import *import, const struct changes *changes)
{
    struct changes_walk walk = {0};
    const struct record *record;
    size_t count = import->recall->records;

    while ((record = changes_next(changes, import->fold, &walk)) != NULL) {
        count -= record->held;
    }
    return count;
}

// Notes which entries the file holds now, of those at moments that changed.
static void hold_changed(const struct fold *fold, const struct changes *changes,
                         uint32_t mark)
{
    struct changes_walk walk = {0};
    struct record *record;

    while ((record = changes_next(changes, fold, &walk)) != NULL) {
        record->held = record->mark == mark;
    }
}

static void hold_all(const struct fold *fold, uint32_t mark)
{
    for (size_t i = 0; i < fold->count; i++) {
        fold->records[i]->held = fold->records[i]->mark == mark;
    }
}

// Nothing is taken out of a file before it is known to be whole.
static enum trouble check_touched(const struct import *import, struct reader *reader,
                                  const struct changes *changes)
{
    const struct schema *schema = import->reader.schema;
    enum trouble trouble = TROUBLE_NONE;

    for (size_t i = 0; trouble == TROUBLE_NONE && i < schema->table_count; i++) {
        if (changes->tables[i].touched) {
            trouble = reader_check(reader, &schema->tables[i]);
        }
    }
    return trouble;
}

static enum trouble read_records(struct harvest *harvest, struct reader *reader)
{
    const struct changes *changes = harvest->changes;
    const struct reader_visitor visitor = {
        .to = harvest, .visit = visit_record, .expect = expect_record};

    if (changes == NULL) {
        return reader_records(reader, NULL, &visitor);
    }
    enum trouble trouble = check_touched(harvest->import, reader, changes);
    if (trouble != TROUBLE_NONE) {
        return trouble;
    }
    harvest->known = count_spared(harvest->import, changes);
    return reader_records(reader, &changes->log, &visitor);
}

// Remembers a file that is sound and says one thing.
static void remember(struct import *import, struct reader *reader,
                     const struct snapshot *snapshot, size_t records,
                     struct changes *changes)
{
    struct tree trees[TREES_MAX];
    struct pages *pages = NULL;
    size_t count = 0;

    if (changes != NULL) {
        pages = changes->pages;
        changes->pages = NULL;
    } else if (reader_trees(reader, trees, &count)) {
        pages = pages_read(snapshot, trees, count, NULL);
    }
    recall_keep(import->recall, pages, records, import->fold);
}

static enum trouble import_view(struct import *import, const struct snapshot *snapshot,
                                enum reader_view view, struct changes *changes,
                                bool cut_short, const char *name,
                                struct import_result *result)
{
    const struct env *env = import->reader.env;
    struct harvest harvest = {.import = import,
                              .cut_short = cut_short,
                              .name = name,
                              .mark = result->mark,
                              .now_ms = env->now_ms(env->context),
                              .changes = changes};
    struct reader *reader = NULL;
    bool alone = snapshot->side_kind == SIDE_NONE && !snapshot->in_transaction;
    enum trouble trouble = reader_open(snapshot, view, &import->reader, &reader);

    if (trouble != TROUBLE_NONE) {
        return trouble;
    }
    result->ours = reader_schema_ours(reader);
    trouble = read_records(&harvest, reader);
    trouble = trouble == TROUBLE_NONE ? check_limits(&harvest) : trouble;
    if (trouble == TROUBLE_NONE &&
        take_in(import, harvest.records, harvest.count, true, result)) {
        mark_met(&harvest, result);
        mark_harvest(&harvest);
        result->records = harvest.known;
        // Beside a side file the tables may be older than the log: nobody's edits. Nor is
        // what they say when a forged entry changed its place.
        alone = alone && !harvest.moved;
        if (alone) {
            trouble = import_drift(import, reader, &harvest, result);
        }
        result->whole =
            alone && trouble == TROUBLE_NONE && !result->broken && !harvest.refused;
        result->outdone = result->outdone || harvest.outdone_count > 0;
        result->current = result->current && alone && !snapshot->wal_mode &&
                          !snapshot->older && !result->outdone;
        bool sure = result->whole && result->current && !harvest.doubtful;
        if (import->recall != NULL && sure) {
            remember(import, reader, snapshot, harvest.known, changes);
        } else if (import->recall != NULL) {
            recall_finish(import->recall);
        }
    }
    reader_close(reader);
    free(harvest.records);
    free(harvest.outdone);
    free(harvest.met);
    arena_finish(&harvest.arena);
    return trouble;
}

// Reads what changed since the file was read last. False: all of it is to be read, as only
// then it is certain what is wrong with it.
static bool import_changes(struct import *import, const struct snapshot *snapshot,
                           const char *name, struct import_result *result)
{
    struct import_result found = *result;
    struct changes changes;

    if (import->recall == NULL ||
        !recall_compare(import->recall, snapshot, import->fold, &changes)) {
        return false;
    }
    found.mark = fold_next_mark(import->fold);
    bool ok = import_view(import, snapshot, READER_CHANGED, &changes, false, name,
                          &found) == TROUBLE_NONE;
    if (ok) {
        hold_changed(import->fold, &changes, found.mark);
    }
    changes_finish(&changes);
    found.partly = ok;
    if (!ok) {
        recall_finish(import->recall);
    }
    if (ok || found.broken) {
        *result = found;
    }
    return ok || found.broken;
}

static enum trouble import_all(struct import *import, const struct snapshot *snapshot,
                               const char *name, struct import_result *result)
{
    if (import->recall != NULL) {
        recall_finish(import->recall);
    }
    result->mark = fold_next_mark(import->fold); // not what a part of it was marked with
    enum trouble trouble =
        import_view(import, snapshot, READER_WHOLE, NULL, false, name, result);
    if (snapshot->side_kind != SIDE_NONE && !result->broken) {
        // The two may not belong together. The union of what is sound in either can do no
        // harm, but for what a tool under a journal that plays back did not commit.
        bool cut_short = snapshot->side_kind == SIDE_JOURNAL && trouble == TROUBLE_NONE;
        enum trouble alone =
            import_view(import, snapshot, READER_MAIN, NULL, cut_short, name, result);
        trouble = trouble == TROUBLE_NONE ? trouble : alone;
        result->records = 0; // not in one file
        result->whole = false;
        result->current = false;
    }
    if (import->recall != NULL) {
        hold_all(import->fold, result->mark);
    }
    return trouble;
}

void import_file(struct import *import, const char *path, const char *name,
                 struct import_result *result)
{
    struct snapshot snapshot;
    struct import_result before = *result;
    enum trouble header = snapshot_take(path, import->reader.env, &snapshot);

    *result = (struct import_result){.trouble = header};
    if (header != TROUBLE_NONE && header != TROUBLE_NEWER) {
        identity_take(path, import->reader.env, &result->identity);
        return;
    }
    bool judged = before.trouble == header || before.trouble == TROUBLE_CORRUPT ||
                  before.trouble == TROUBLE_UNSAFE;
    if (judged && before.hash == snapshot.hash && !snapshot.in_transaction) {
        *result = before;
        result->identity = snapshot.identity;
        snapshot_finish(&snapshot);
        return;
    }
    result->newer = header == TROUBLE_NEWER;
    result->identity = snapshot.identity;
    result->hash = snapshot.hash;
    result->wal_mode = snapshot.wal_mode;
    enum trouble trouble = import_changes(import, &snapshot, name, result)
                               ? TROUBLE_NONE
                               : import_all(import, &snapshot, name, result);
    result->trouble = trouble != TROUBLE_NONE ? trouble : header;
    // Under a transaction the tables are not compared, so these bytes are to be read once
    // more.
    result->hash = snapshot.in_transaction ? 0 : result->hash;
    snapshot_finish(&snapshot);
}
