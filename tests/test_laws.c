// The laws of merging, on many small random sets that collide often: whatever the order,
// the grouping and the repetition the same set comes out; the fold that grew is the fold of
// the definition; and what lies behind the horizon can be left out without a difference.
//
//   LAWS_CASES=1000000 build/tests/test_laws    the long run; LAWS_SEED=7 starts elsewhere
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "random_records.h"
#include "store/clock.h"
#include "store/fold.h"
#include "store/horizon.h"

#ifdef __SANITIZE_ADDRESS__
enum { CASES = 10000 };
#else
enum { CASES = 100000 };
#endif

enum { SETS = 3, SET_MAX = 9, ALL_MAX = SETS * SET_MAX };

struct set {
    struct record records[ALL_MAX];
    size_t count;
};

static struct fold *fold_of(const struct set *set)
{
    struct fold *fold = fold_create();

    assert_true(fold_add(fold, set->records, set->count));
    return fold;
}

// What a device has, as it would send it.
static struct set set_of(const struct fold *fold)
{
    struct set set = {.count = fold->count};

    for (size_t i = 0; i < fold->count; i++) {
        set.records[i] = *fold->records[i];
    }
    return set;
}

static void add(struct fold *fold, const struct set *set)
{
    assert_true(fold_add(fold, set->records, set->count));
}

// The first law that does not hold ends the run with the number of its case.
static uint64_t current;

static void must(bool holds, const char *law)
{
    if (!holds) {
        fail_msg("%s does not hold in case %llu", law, (unsigned long long)current);
    }
}

static bool same_record(const struct record *a, const struct record *b)
{
    return record_compare(a, b) == 0 && record_compare_payload(a, b) == 0;
}

static bool same_set(const struct fold *a, const struct fold *b)
{
    bool same = a->count == b->count && a->horizon_said == b->horizon_said;

    for (size_t i = 0; same && i < a->count; i++) {
        same = same_record(a->records[i], b->records[i]) &&
               a->records[i]->seen == b->records[i]->seen;
    }
    return same;
}

// Every row and cell of one says the same in the other.
static bool within(const struct fold *a, const struct fold *b)
{
    for (uint32_t i = 0; i < a->row_count; i++) {
        const struct fold_row *row = &a->rows[i];
        if (row->newest == NULL) {
            continue; // known once, under an entry that was replaced
        }
        uint32_t at = fold_row_find(b, row->table, row->id);
        if (at == FOLD_NONE || fold_shows(a, i) != fold_shows(b, at)) {
            return false;
        }
        for (uint32_t c = row->first; c != FOLD_NONE; c = a->cells[c].next) {
            const struct record *winner = a->cells[c].winner;
            uint32_t cell = fold_cell_find(b, at, a->cells[c].column);
            if (winner != NULL && (cell == FOLD_NONE || b->cells[cell].winner == NULL ||
                                   !same_record(winner, b->cells[cell].winner))) {
                return false;
            }
        }
    }
    return true;
}

static bool same_board(const struct fold *a, const struct fold *b)
{
    return within(a, b) && within(b, a);
}

// Against the definition: of every cell the greatest entry, of every row the newest.
static bool by_definition(const struct fold *fold)
{
    for (size_t i = 0; i < fold->count; i++) {
        const struct record *record = fold->records[i];
        const struct record *winner = record;
        const struct record *newest = record;
        for (size_t j = 0; j < fold->count; j++) {
            const struct record *other = fold->records[j];
            if (strcmp(other->table, record->table) == 0 &&
                strcmp(other->row, record->row) == 0) {
                bool cell = strcmp(other->column, record->column) == 0;
                newest = record_compare(other, newest) > 0 ? other : newest;
                winner = cell && record_compare(other, winner) > 0 ? other : winner;
            }
        }
        const struct fold_cell *cell = &fold->cells[record->cell];
        if (cell->winner != winner || fold->rows[cell->row].newest != newest) {
            return false;
        }
    }
    return true;
}

static void random_set(struct fixture *fixture, struct set *set)
{
    set->count = fixture_next(fixture) % (SET_MAX + 1);
    for (size_t i = 0; i < set->count; i++) {
        struct record *record = &set->records[i];
        uint64_t dice = fixture_next(fixture);
        *record = random_record(fixture);
        record->seen = dice & 1;
        if ((dice >> 1 & 15) == 0) {
            static const char *const horizons[] = {"1000", "983040", "1638400", "x"};
            record->hlc = clock_at(28);
            record->table = RECORD_META;
            record->row = RECORD_HORIZON;
            record->column = RECORD_HLC;
            record->value = horizons[dice >> 5 & 3];
            record->size = strlen(record->value);
        }
    }
}

static void check_order(const struct set sets[SETS], struct fixture *fixture,
                        struct fold *all)
{
    struct fold *other = fold_of(&sets[2]);
    struct set rest = {.count = 0};

    add(other, &sets[1]);
    add(other, &sets[0]);
    must(same_set(all, other) && same_board(all, other), "commutative");
    fold_destroy(other);
    // The second and third set meet first, and what came of it goes to the first.
    struct fold *pair = fold_of(&sets[1]);
    add(pair, &sets[2]);
    rest = set_of(pair);
    other = fold_of(&sets[0]);
    add(other, &rest);
    must(same_set(all, other) && same_board(all, other), "associative");
    fold_destroy(pair);
    add(other, &sets[fixture_next(fixture) % SETS]);
    rest = set_of(all);
    add(other, &rest);
    must(same_set(all, other) && same_board(all, other), "idempotent");
    fold_destroy(other);
}

// One by one, in any order: the cached winners are those of all at once.
static void check_cache(struct fixture *fixture, struct fold *all)
{
    struct fold *grown = fold_create();
    struct set set = set_of(all);

    while (set.count > 0) {
        size_t i = fixture_next(fixture) % set.count;
        assert_true(fold_add(grown, &set.records[i], 1));
        set.records[i] = set.records[--set.count];
    }
    must(same_set(all, grown) && same_board(all, grown), "fold(cache) = fold(all)");
    must(by_definition(grown), "the definition");
    fold_destroy(grown);
}

static size_t dropped;

static void check_horizon(struct fixture *fixture, struct fold *all)
{
    struct set kept = {.count = 0};
    int64_t days_ms = (int64_t)HORIZON_DAYS * 24 * 60 * 60 * 1000;

    horizon_apply(all, days_ms + (int64_t)(fixture_next(fixture) % 32));
    for (size_t i = 0; i < all->count; i++) {
        if (!horizon_drops(all, all->records[i])) {
            kept.records[kept.count++] = *all->records[i];
        }
    }
    must(kept.count == horizon_count(all), "the count");
    dropped += all->count - kept.count;
    struct fold *less = fold_of(&kept);
    must(same_board(all, less) && less->horizon_said == all->horizon_said, "compaction");
    // And back: whoever has it all loses nothing by what the others left out.
    struct set rest = set_of(all);
    add(less, &rest);
    must(same_set(all, less) && same_board(all, less), "compaction and union");
    fold_destroy(less);
}

static uint64_t number_of(const char *name, uint64_t otherwise)
{
    const char *text = getenv(name);

    return text == NULL ? otherwise : strtoull(text, NULL, 10);
}

static void merging_keeps_its_laws(void **state)
{
    struct fixture *fixture = *state;
    uint64_t cases = number_of("LAWS_CASES", CASES);

    fixture->seed = number_of("LAWS_SEED", fixture->seed);
    for (current = 0; current < cases; current++) {
        struct set sets[SETS];
        for (int i = 0; i < SETS; i++) {
            random_set(fixture, &sets[i]);
        }
        struct fold *all = fold_of(&sets[0]);
        add(all, &sets[1]);
        add(all, &sets[2]);
        check_order(sets, fixture, all);
        check_cache(fixture, all);
        check_horizon(fixture, all);
        fold_destroy(all);
    }
    print_message("%llu cases, %zu entries left out\n", (unsigned long long)cases, dropped);
    assert_true(dropped > 0 || cases < 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {fixture_test(merging_keeps_its_laws)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
