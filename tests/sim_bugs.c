#include "sim_bugs.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "share/import.h"
#include "store/clock.h"
#include "store/horizon.h"
#include "store/log.h"
#include "store/record.h"

static enum bug planted;
static bool log_wanted, compact_wanted;

static const struct {
    const char *name, *text;
} bugs[] = {
    [BUG_NONE] = {"none", "the product as it is"},
    [BUG_NO_MTIME_RULE] = {"mtime", "published with the time of the clock"},
    [BUG_NO_DISPLACED] = {"displaced", "what a swap displaced is not imported"},
    [BUG_ARRIVAL_WINS] = {"arrival", "of two payloads of one entry the last stays"},
    [BUG_UNLINK_FIRST] = {"unlink", "the old file goes before the new one comes"},
    [BUG_RANDOM_DRIFT] = {"mint", "unlogged edits get a random entry id"},
    [BUG_WALL_CLOCK] = {"clock", "entries get the time of the wall clock alone"},
    [BUG_EARLY_ACK] = {"ack", "acknowledged before it is in the log"},
    [BUG_NO_SYNC] = {"sync", "the log does not wait for the disk"},
    [BUG_COPY_FIRST] = {"copy", "conflict copies go before they are imported"},
    [BUG_PART_FIRST] = {"part", "leftovers of a crash go before they are imported"},
    [BUG_TORN_DELETES] = {"torn", "an unreadable file reads as all deleted"},
    [BUG_IN_PLACE] = {"inplace", "board.sqlite is overwritten in place"},
    [BUG_NO_OUTBOX] = {"outbox", "the outbox is removed too early"},
    [BUG_DOWNGRADE] = {"newer", "files of a newer program are replaced"},
    [BUG_UNKNOWN_DROPPED] = {"unknown", "entries of unknown columns are left out"},
    [BUG_COARSE_IDENTITY] = {"identity", "same size and second reads as unchanged"},
};

const char *bug_name(enum bug bug)
{
    return bugs[bug].name;
}

const char *bug_text(enum bug bug)
{
    return bugs[bug].text;
}

void bug_plant(enum bug bug)
{
    planted = bug;
}

enum bug bug_planted(void)
{
    return planted;
}

void bug_infect(struct sim_env *env)
{
    env->time_forgotten = planted == BUG_NO_MTIME_RULE;
    env->displaced_dropped = planted == BUG_NO_DISPLACED;
    env->removed_first = planted == BUG_UNLINK_FIRST;
    env->copies_dropped = planted == BUG_COPY_FIRST;
    env->parts_dropped = planted == BUG_PART_FIRST;
    env->outbox_dropped = planted == BUG_NO_OUTBOX;
    env->in_place = planted == BUG_IN_PLACE;
    env->version_hidden = planted == BUG_DOWNGRADE;
    env->identity_coarse = planted == BUG_COARSE_IDENTITY;
    env->world->disks[env->device].lies = planted == BUG_NO_SYNC;
}

void bug_log(bool wanted)
{
    log_wanted = wanted;
}

void bug_compact(bool wanted)
{
    compact_wanted = wanted;
}

// Around the product ------------------------------------------------------------------

int64_t __real_clock_next(int64_t now_ms, int64_t own_last, int64_t row_newest);
int64_t __wrap_clock_next(int64_t now_ms, int64_t own_last, int64_t row_newest);
int64_t __wrap_clock_next(int64_t now_ms, int64_t own_last, int64_t row_newest)
{
    return planted == BUG_WALL_CLOCK ? clock_at(now_ms)
                                     : __real_clock_next(now_ms, own_last, row_newest);
}

int __real_record_compare_payload(const struct record *a, const struct record *b);
int __wrap_record_compare_payload(const struct record *a, const struct record *b);
int __wrap_record_compare_payload(const struct record *a, const struct record *b)
{
    int by = __real_record_compare_payload(a, b);

    return planted == BUG_ARRIVAL_WINS && by < 0 ? 1 : by;
}

uint64_t __real_record_derive_eid(const struct record *record, const struct record *base,
                                  uint64_t salt);
uint64_t __wrap_record_derive_eid(const struct record *record, const struct record *base,
                                  uint64_t salt);
uint64_t __wrap_record_derive_eid(const struct record *record, const struct record *base,
                                  uint64_t salt)
{
    static uint64_t chance;

    return __real_record_derive_eid(record, base,
                                    planted == BUG_RANDOM_DRIFT ? ++chance : salt);
}

const char *__real_record_fault(const struct record *record);
const char *__wrap_record_fault(const struct record *record);
const char *__wrap_record_fault(const struct record *record)
{
    static const char *const known[] = {"board", "title", "name",  "meaning",
                                        "body",  "place", "_live", "seen"};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (planted != BUG_UNKNOWN_DROPPED || strcmp(record->column, known[i]) == 0) {
            return __real_record_fault(record);
        }
    }
    return "its column is not known";
}

bool __real_horizon_propose(const struct fold *fold, int64_t file_bytes, int64_t now_ms,
                            char out[HORIZON_TEXT]);
bool __wrap_horizon_propose(const struct fold *fold, int64_t file_bytes, int64_t now_ms,
                            char out[HORIZON_TEXT]);
bool __wrap_horizon_propose(const struct fold *fold, int64_t file_bytes, int64_t now_ms,
                            char out[HORIZON_TEXT])
{
    int64_t more = compact_wanted ? HORIZON_FILE_BYTES : 0;

    return __real_horizon_propose(fold, file_bytes + more, now_ms, out);
}

// What was acknowledged and waits for the next writing of the log.
struct late {
    struct log *log;
    struct record records[64];
    size_t count;
};
static struct late late;

static void late_keep(struct log *log, const struct record *records, size_t count)
{
    if (late.log != log) {
        late.count = 0; // of a life that ended
    }
    late.log = log;
    for (size_t i = 0; i < count && late.count < 64; i++) {
        struct record *to = &late.records[late.count++];
        *to = records[i];
        to->device = strdup(to->device); // a planted bug may leak
        to->table = strdup(to->table);
        to->row = strdup(to->row);
        to->column = strdup(to->column);
        to->author = strdup(to->author);
        to->value = to->value == NULL ? NULL : strdup(to->value);
    }
}

bool __real_log_append(struct log *log, const struct record *records, size_t count,
                       bool seen);
bool __wrap_log_append(struct log *log, const struct record *records, size_t count,
                       bool seen);
bool __wrap_log_append(struct log *log, const struct record *records, size_t count,
                       bool seen)
{
    if (planted != BUG_EARLY_ACK) {
        return __real_log_append(log, records, count, seen);
    }
    if (!seen) {
        late_keep(log, records, count);
        return true;
    }
    size_t waiting = late.log == log ? late.count : 0;
    late.count = 0;
    return __real_log_append(log, late.records, waiting, false) &&
           __real_log_append(log, records, count, seen);
}

static void delete_all(struct import *import)
{
    const struct fold *fold = import->fold;
    struct record records[256];
    size_t count = 0;

    for (uint32_t i = 0; i < fold->row_count && count < 256; i++) {
        const struct fold_row *row = &fold->rows[i];
        if (row->table[0] != '_' && fold_shows(fold, i)) {
            records[count++] = (struct record){.hlc = row->newest->hlc + 1,
                                               .device = IMPORT_DRIFT,
                                               .table = row->table,
                                               .row = row->id,
                                               .column = RECORD_LIVE,
                                               .value = "0",
                                               .size = 1,
                                               .author = "",
                                               .base = RECORD_NO_BASE};
        }
    }
    __real_log_append(import->log, records, count, true);
    fold_add(import->fold, records, count);
}

void __real_import_file(struct import *import, const char *path, const char *name,
                        struct import_result *result);
void __wrap_import_file(struct import *import, const char *path, const char *name,
                        struct import_result *result);
void __wrap_import_file(struct import *import, const char *path, const char *name,
                        struct import_result *result)
{
    __real_import_file(import, path, name, result);
    if (planted == BUG_TORN_DELETES &&
        (result->trouble == TROUBLE_TRUNCATED || result->trouble == TROUBLE_CORRUPT ||
         result->trouble == TROUBLE_EMPTY)) {
        delete_all(import);
    }
}

void __wrap_log_write(enum log_level level, const char *module, const char *format, ...);
void __wrap_log_write(enum log_level level, const char *module, const char *format, ...)
{
    va_list args;

    if (log_wanted && level <= LOG_LEVEL_INFO) {
        printf("              %s: ", module);
        va_start(args, format);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        vprintf(format, args);
#pragma GCC diagnostic pop
        va_end(args);
        printf("\n");
    }
}
