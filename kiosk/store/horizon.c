#include "store/horizon.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "store/clock.h"

static const int64_t DAY_MS = 24 * 60 * 60 * 1000;

enum { STEP_DAYS = 30 }; // between two horizons

void horizon_apply(struct fold *fold, int64_t now_ms)
{
    int64_t last = clock_at(now_ms - HORIZON_DAYS * DAY_MS);

    fold->horizon = fold->horizon_said < last ? fold->horizon_said : last;
}

bool horizon_drops(const struct fold *fold, const struct record *record)
{
    return record->hlc < fold->horizon && record->seen &&
           fold->cells[record->cell].winner != record &&
           strcmp(record->table, RECORD_META) != 0;
}

size_t horizon_count(const struct fold *fold)
{
    size_t count = fold->count;

    for (size_t i = 0; i < fold->count && fold->records[i]->hlc < fold->horizon; i++) {
        count -= horizon_drops(fold, fold->records[i]);
    }
    return count;
}

bool horizon_propose(const struct fold *fold, int64_t file_bytes, int64_t now_ms,
                     char out[HORIZON_TEXT])
{
    int64_t wanted = clock_at(now_ms - HORIZON_DAYS * DAY_MS);
    bool due = file_bytes > HORIZON_FILE_BYTES &&
               wanted > fold->horizon_said + clock_at(STEP_DAYS * DAY_MS);

    snprintf(out, HORIZON_TEXT, "%" PRId64, due ? wanted : 0);
    return due;
}
