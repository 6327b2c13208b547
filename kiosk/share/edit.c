#include "share/edit.h"

#include <stdlib.h>
#include <string.h>

#include "share/mint.h"
#include "store/clock.h"

#define LOG_MODULE "edit"
#include "base/log.h"

struct minter {
    struct fold *fold; // not owned
    struct mint mint;
    const struct record **planned; // owned; per cell: the last entry of the plan
    uint32_t planned_room;
    uint32_t mark; // on rows that this call made
    struct share_result *result;
};

static bool planned_grow(struct minter *minter)
{
    uint32_t room = minter->fold->cell_room;

    if (room <= minter->planned_room) {
        return true;
    }
    const struct record **planned = realloc(minter->planned, room * sizeof *planned);
    if (planned == NULL) {
        return false;
    }
    memset(planned + minter->planned_room, 0,
           (room - minter->planned_room) * sizeof *planned);
    minter->planned = planned;
    minter->planned_room = room;
    return true;
}

static bool is_plan(const char *author)
{
    return strcmp(author, RECORD_PLAN) == 0;
}

static bool start(struct minter *minter)
{
    const struct fold *fold = minter->fold;

    minter->mark = fold_next_mark(minter->fold);
    if (!planned_grow(minter)) {
        return false;
    }
    for (size_t i = 0; i < fold->count; i++) {
        const struct record *record = fold->records[i];
        if (is_plan(record->author)) {
            minter->planned[record->cell] = record;
        }
        if (strcmp(record->device, RECORD_IMPORT) == 0) {
            minter->mint.own_last = record->hlc;
        }
    }
    return true;
}

static bool sound(const struct record *record)
{
    const char *fault = record_fault(record);

    if (fault != NULL) {
        LOG_ERR("%s %s %s: %s", record->table, record->row, record->column, fault);
    }
    return fault == NULL;
}

static bool add(struct minter *minter, const struct record *record)
{
    size_t hint = minter->fold->count;

    if (!sound(record) || !fold_add(minter->fold, record, 1) || !planned_grow(minter)) {
        return false;
    }
    const struct record *kept = fold_find(minter->fold, record, &hint);
    if (kept != NULL && is_plan(kept->author)) {
        minter->planned[kept->cell] = kept;
    }
    return true;
}

static bool write_now(struct minter *minter, const struct share_edit *edit,
                      const char *column, const char *value)
{
    struct record record =
        mint_record(&minter->mint, edit->table, edit->row, column, value, edit->author);

    return add(minter, &record);
}

static const struct record *planned(const struct minter *minter, uint32_t cell)
{
    return cell == FOLD_NONE || cell >= minter->planned_room ? NULL : minter->planned[cell];
}

static bool same(const struct record *record, const char *value)
{
    return record_same_value(record->value, record->size, value,
                             value == NULL ? 0 : strlen(value));
}

// True when the edit says something new.
static bool matters(const struct minter *minter, const struct share_edit *edit,
                    const char *value, uint32_t row, uint32_t cell)
{
    const struct fold *fold = minter->fold;
    bool shows = fold_shows(fold, row);
    const struct record *plan = is_plan(edit->author) ? planned(minter, cell) : NULL;
    const struct record *winner = cell == FOLD_NONE ? NULL : fold->cells[cell].winner;

    if (strcmp(edit->column, RECORD_LIVE) == 0) {
        bool wanted = value == NULL || strcmp(value, "0") != 0;
        return wanted != shows && (plan == NULL || !same(plan, value));
    }
    if (plan != NULL) {
        return !same(plan, value);
    }
    if (value == NULL && is_plan(edit->author)) {
        return false; // a plan that never said anything here takes nothing away
    }
    return winner == NULL ? value != NULL : !same(winner, value);
}

// A row that somebody deleted by hand stays deleted, whatever the plan says about it.
static bool deleted_by_hand(const struct fold *fold, uint32_t row)
{
    const struct record *newest = row == FOLD_NONE ? NULL : fold->rows[row].newest;

    return newest != NULL && record_deletes(newest) && !is_plan(newest->author);
}

static bool edit_now(struct minter *minter, const struct share_edit *edit,
                     const char *value)
{
    struct fold *fold = minter->fold;
    struct share_result *result = minter->result;
    uint32_t row = fold_row_find(fold, edit->table, edit->row);
    uint32_t cell = fold_cell_find(fold, row, edit->column);
    bool live = strcmp(edit->column, RECORD_LIVE) == 0;

    if (!matters(minter, edit, value, row, cell) ||
        (is_plan(edit->author) && deleted_by_hand(fold, row))) {
        result->unchanged++;
        return true;
    }
    if (live && strcmp(value == NULL ? "" : value, "0") == 0) {
        result->removed++;
        return write_now(minter, edit, RECORD_LIVE, "0");
    }
    if (!fold_shows(fold, row)) {
        if (!write_now(minter, edit, RECORD_LIVE, "1")) {
            return false;
        }
        result->added++;
        row = fold_row_find(fold, edit->table, edit->row);
        fold->rows[row].mark = minter->mark;
    }
    if (live) {
        return true;
    }
    result->changed += fold->rows[row].mark != minter->mark;
    return write_now(minter, edit, edit->column, value);
}

// What happened at a known moment is the same entry whenever it is applied.
static struct record record_then(const struct share_edit *edit, const char *value,
                                 int64_t sequence, int64_t now_ms)
{
    struct record record = {
        .hlc = clock_at(edit->at_ms) + (sequence & 0xffff),
        .device = RECORD_IMPORT,
        .table = edit->table,
        .row = edit->row,
        .column = edit->column,
        .value = value,
        .size = value == NULL ? 0 : strlen(value),
        .author = edit->author,
        .base = RECORD_NO_BASE,
        .rx_ms = now_ms,
    };

    record.eid = record_derive_eid(&record, NULL, (uint64_t)edit->at_ms);
    return record;
}

static const char *value_of(const struct share_edit *edit)
{
    return edit->value == NULL || edit->value[0] == '\0' ? NULL : edit->value;
}

// All at once: one by one, each would be pushed in between what is there.
static bool add_past(struct minter *minter, const struct share_edit *edits, size_t count)
{
    struct record *records = malloc((count + 1) * sizeof *records);
    size_t before = minter->fold->count;
    size_t past = 0;
    int64_t sequence = 0;
    bool ok = records != NULL;

    for (size_t i = 0; ok && i < count; i++) {
        sequence = i > 0 && edits[i - 1].at_ms == edits[i].at_ms ? sequence + 1 : 0;
        if (edits[i].at_ms != 0) {
            records[past] =
                record_then(&edits[i], value_of(&edits[i]), sequence, minter->mint.now_ms);
            ok = sound(&records[past++]);
        }
    }
    ok = ok && fold_add(minter->fold, records, past);
    free(records);
    if (ok) {
        minter->result->changed += minter->fold->count - before;
        minter->result->unchanged += past - (minter->fold->count - before);
    }
    return ok;
}

static bool possible(const struct schema *schema, const struct share_edit *edit)
{
    const struct schema_table *table = schema_table_find(schema, edit->table);
    bool known = table != NULL && (strcmp(edit->column, RECORD_LIVE) == 0 ||
                                   schema_has(table, edit->column));

    if (!known) {
        LOG_ERR("there is no column %s in table %s", edit->column, edit->table);
    }
    return known;
}

bool edit_mint(struct fold *fold, const struct schema *schema,
               const struct share_edit *edits, size_t count, const struct env *env,
               struct share_result *result)
{
    struct minter minter = {
        .fold = fold,
        .mint = {.fold = fold,
                 .env = env,
                 .device = RECORD_IMPORT,
                 .now_ms = env->now_ms(env->context),
                 .own_last = -1},
        .result = result,
    };
    bool ok = start(&minter);

    for (size_t i = 0; ok && i < count; i++) {
        ok = possible(schema, &edits[i]) &&
             (edits[i].at_ms != 0 || edit_now(&minter, &edits[i], value_of(&edits[i])));
    }
    ok = ok && add_past(&minter, edits, count);
    free(minter.planned);
    return ok;
}
