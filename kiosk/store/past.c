#include "store/past.h"

#include <stdlib.h>

#include "store/clock.h"

struct past past_now(const struct fold *fold)
{
    return (struct past){.fold = fold, .count = fold->count};
}

bool past_make(struct past *past, const struct fold *fold, int64_t at_ms)
{
    int64_t until = clock_at(at_ms < INT64_MAX ? at_ms + 1 : at_ms);

    *past = (struct past){
        .fold = fold,
        .winners = calloc((size_t)fold->cell_count + 1, sizeof *past->winners),
        .newest = calloc((size_t)fold->row_count + 1, sizeof *past->newest),
    };
    if (past->winners == NULL || past->newest == NULL) {
        return false;
    }
    while (past->count < fold->count && fold->records[past->count]->hlc < until) {
        const struct record *record = fold->records[past->count++];
        past->winners[record->cell] = record; // the last one is the greatest
        past->newest[fold->cells[record->cell].row] = record;
    }
    return true;
}

void past_finish(struct past *past)
{
    free(past->winners);
    free(past->newest);
    *past = (struct past){0};
}

const struct record *past_winner(const struct past *past, uint32_t cell)
{
    return past->winners == NULL ? past->fold->cells[cell].winner : past->winners[cell];
}

bool past_shows(const struct past *past, uint32_t row)
{
    if (past->newest == NULL) {
        return fold_shows(past->fold, row);
    }
    return past->newest[row] != NULL && !record_deletes(past->newest[row]);
}
