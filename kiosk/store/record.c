#include "store/record.h"

#include <string.h>

#include "store/clock.h"
#include "store/names.h"

const char RECORD_LIVE[] = "_live";
const char RECORD_PLAN[] = "plan";
const char RECORD_TOOL[] = "ext";
const char RECORD_IMPORT[] = "import";
const char RECORD_META[] = "_meta";
const char RECORD_HORIZON[] = "horizon";
const char RECORD_HLC[] = "hlc";

static int order(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

bool record_copy(struct record *to, const struct record *from, struct arena *arena)
{
    *to = *from;
    to->device = arena_string(arena, from->device);
    to->table = arena_string(arena, from->table);
    to->row = arena_string(arena, from->row);
    to->column = arena_string(arena, from->column);
    to->author = arena_string(arena, from->author);
    to->value = from->value == NULL ? NULL : arena_text(arena, from->value, from->size);
    return !arena->failed;
}

int record_compare(const struct record *a, const struct record *b)
{
    int by = order(a->hlc, b->hlc);

    if (by == 0) {
        by = a->device == b->device ? 0 : strcmp(a->device, b->device);
    }
    return by != 0 ? by : (a->eid > b->eid) - (a->eid < b->eid);
}

static int compare_value(const struct record *a, const struct record *b)
{
    if (a->value == NULL || b->value == NULL) {
        return (a->value != NULL) - (b->value != NULL);
    }
    int by = memcmp(a->value, b->value, a->size < b->size ? a->size : b->size);
    return by != 0 ? by : (a->size > b->size) - (a->size < b->size);
}

int record_compare_payload(const struct record *a, const struct record *b)
{
    int by = strcmp(a->table, b->table);

    by = by != 0 ? by : strcmp(a->row, b->row);
    by = by != 0 ? by : strcmp(a->column, b->column);
    by = by != 0 ? by : compare_value(a, b);
    by = by != 0 ? by : strcmp(a->author, b->author);
    return by != 0 ? by : order(a->base, b->base);
}

bool record_same_value(const char *a, size_t a_size, const char *b, size_t b_size)
{
    if (a == NULL || b == NULL) {
        return a == b;
    }
    return a_size == b_size && memcmp(a, b, a_size) == 0;
}

bool record_deletes(const struct record *record)
{
    // Asked of every row of every board: most columns differ in their first letter.
    return record->column[0] == RECORD_LIVE[0] &&
           strcmp(record->column, RECORD_LIVE) == 0 &&
           record_same_value(record->value, record->size, "0", 1);
}

int64_t record_horizon(const struct record *record)
{
    enum { DIGITS = 18 };
    int64_t horizon = 0;

    if (strcmp(record->table, RECORD_META) != 0 ||
        strcmp(record->row, RECORD_HORIZON) != 0 ||
        strcmp(record->column, RECORD_HLC) != 0 || record->value == NULL ||
        record->size > DIGITS || strspn(record->value, "0123456789") != record->size) {
        return 0;
    }
    for (size_t i = 0; i < record->size; i++) {
        horizon = horizon * 10 + (record->value[i] - '0');
    }
    return horizon < record->hlc ? horizon : 0; // it names the past, or it is wrong
}

static bool fits(const char *text, size_t limit)
{
    size_t length = strnlen(text, limit + 1);

    return length > 0 && length <= limit;
}

const char *record_fault(const struct record *record)
{
    if (!clock_valid(record->hlc)) {
        return "its time is out of range";
    }
    if (!fits(record->device, RECORD_NAME_MAX) || !fits(record->table, RECORD_NAME_MAX) ||
        !fits(record->column, RECORD_NAME_MAX) || !fits(record->row, RECORD_ROW_MAX)) {
        return "a name in it is empty or too long";
    }
    if (strlen(record->author) > RECORD_AUTHOR_MAX || record->size > RECORD_VALUE_MAX) {
        return "its text is too long";
    }
    if (record->base != RECORD_NO_BASE && !clock_valid(record->base)) {
        return "its base is out of range";
    }
    return NULL;
}

static uint64_t hash_text(uint64_t hash, const char *text)
{
    return names_hash(hash, text, strlen(text) + 1);
}

static uint64_t hash_number(uint64_t hash, uint64_t number)
{
    unsigned char bytes[RECORD_EID_BYTES];

    record_eid_bytes(number, bytes); // in one byte order, whatever the machine
    return names_hash(hash, bytes, sizeof bytes);
}

uint64_t record_derive_eid(const struct record *record, const struct record *base,
                           uint64_t salt)
{
    uint64_t hash = hash_number(NAMES_SEED, salt);

    hash = hash_text(hash, record->table);
    hash = hash_text(hash, record->row);
    hash = hash_text(hash, record->column);
    hash = names_hash(hash, record->value == NULL ? "n" : "t", 1);
    hash = names_hash(hash, record->value, record->value == NULL ? 0 : record->size);
    hash = hash_text(hash, record->author);
    if (base != NULL) {
        hash = hash_number(hash, (uint64_t)base->hlc);
        hash = hash_text(hash, base->device);
        hash = hash_number(hash, base->eid);
    }
    return hash;
}

void record_eid_bytes(uint64_t eid, unsigned char out[RECORD_EID_BYTES])
{
    for (int i = 0; i < RECORD_EID_BYTES; i++) {
        out[i] = (unsigned char)(eid >> (56 - 8 * i));
    }
}

uint64_t record_eid_read(const unsigned char *bytes)
{
    uint64_t eid = 0;

    for (int i = 0; i < RECORD_EID_BYTES; i++) {
        eid = eid << 8 | bytes[i];
    }
    return eid;
}
