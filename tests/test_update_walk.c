// Thousands of touches in no order on one board, each shown at once and built anew: both
// must say the same, also after many touches that no build saw, and over many days.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "board/update_cells.h"
#include "board_fixture.h"
#include "same_boards.h"

enum { STEPS = 3000, UNSEEN = 9 };

struct walk {
    struct fixture fixture;
    struct board_set *shown;
    struct update *last; // that can be taken back; NULL: none
    uint64_t seed;
    bool ends; // what is made is not taken back; it may be the inverse of the last
    int made, refused;
    int kinds[UPDATE_KIND_COUNT]; // how often each was made
};

// Bottlenecks of all sorts from before: two of one track, an older one that is still open
// behind one that has ended, one that its track does not tell of, one of nothing.
static const char stuck[] =
    "@ 2025-11-19 09:00\n"
    "! track b/1.1b/g health=knelpunt|stage=vertalen|reason=uren\n"
    "! track b/2.1a/j health=knelpunt|reason=geld\n"
    "! bottleneck b/k1 board=b|action=1.1b|column_id=g|since=2025-10-01|rung=werkgroep\n"
    "! bottleneck b/k2 board=b|action=1.1b|column_id=g|since=2025-11-01|rung=OOGO|"
    "rung_since=2025-11-10\n"
    "! bottleneck b/k3 board=b|action=2.1a|column_id=j|since=2025-09-01\n"
    "! bottleneck b/k4 board=b|action=2.1a|column_id=j|since=2025-10-01|"
    "ended=2025-11-01\n"
    "! bottleneck b/k5 board=b|action=2.1a|column_id=g|since=2025-11-01|rung=regiegroep\n"
    "! bottleneck b/k6 board=b|action=9.9z|column_id=g|since=2025-11-01\n";

static int roll(struct walk *walk, int sides)
{
    walk->seed = walk->seed * 6364136223846793005u + 1442695040888963407u;
    return (int)((walk->seed >> 33) % (uint64_t)sides);
}

static bool is_dead(struct fixture *fixture, const struct cell *cell)
{
    for (size_t i = 0; i < fixture->cell_count; i++) {
        const struct cell *other = &fixture->cells[i];
        if (strcmp(other->column, "_live") == 0 && strcmp(other->row, cell->row) == 0 &&
            strcmp(other->table, cell->table) == 0) {
            return strcmp(other->value, "0") == 0;
        }
    }
    return false;
}

// As the store presents what was written.
static struct board_set *build(struct fixture *fixture)
{
    struct cell *cells = calloc(fixture->cell_count, sizeof *cells);
    size_t count = 0;

    qsort(fixture->cells, fixture->cell_count, sizeof *fixture->cells, fixture_order);
    for (size_t i = 0; i < fixture->cell_count; i++) {
        const struct cell *cell = &fixture->cells[i];
        if (strcmp(cell->column, "_live") != 0 && !is_dead(fixture, cell)) {
            cells[count++] = *cell;
        }
    }
    struct board_set *set =
        board_set_build(cells, count, fixture->entries, fixture->entry_count);
    free(cells);
    assert_non_null(set);
    return set;
}

// What somebody does when he takes back what a tool did to a bottleneck: no track is named.
static struct update *random_cells(struct walk *walk)
{
    static const char *const cells[][2] = {{"ended", "2025-11-20"},
                                           {"ended", ""},
                                           {"since", "2025-11-02"},
                                           {"since", "2025-08-01"},
                                           {"rung", "OOGO"},
                                           {"rung", "trekker"},
                                           {"rung_since", "2025-11-12"},
                                           {"reason", "geld"},
                                           {"action", "9.9z"},
                                           {"action", NULL}, // that of any track
                                           {"_live", "0"}};
    const struct board *board = &walk->shown->boards[0];
    const char *row = board->bottlenecks[roll(walk, (int)board->bottleneck_count)]->row;
    const struct track *track = &board->tracks[roll(walk, (int)board->track_count)];
    const char *const *cell = cells[roll(walk, sizeof cells / sizeof *cells)];
    struct update *update = update_open("b", "Sam");

    bool moved = strcmp(cell[0], "action") == 0;
    bool after = roll(walk, 2) == 0;
    if (moved && !after) {
        update_put(update, "bottleneck", row, "column_id", track->column->id, NULL);
    }
    update_put(update, "bottleneck", row, cell[0],
               cell[1] == NULL ? track->action->code : cell[1], NULL);
    if (moved && after) {
        update_put(update, "bottleneck", row, "column_id", track->column->id, NULL);
    }
    return update_close(update);
}

static struct update *random_update(struct walk *walk)
{
    static const char *const texts[] = {"",          "geld",    "Geld ",   "wacht\ttijd",
                                        "eind 2026", "2027",    "2026/27", "geen periode",
                                        "Sam",       "sam",     "Noor",    "doorlopend",
                                        "2024",      "mei 2027"};
    static const char *const extras[] = {"",         "scrypt", "op koers", "knelpunt",
                                         "aandacht", "OOGO",   "werkgroep"};
    const struct board *board = &walk->shown->boards[0];
    int32_t today = 0;

    day_local(walk->fixture.at_ms, &today, NULL);
    walk->ends = walk->last != NULL && roll(walk, 4) == 0;
    if (walk->ends) {
        return update_inverse(walk->last);
    }
    if (board->bottleneck_count > 0 && roll(walk, 4) == 0) {
        walk->ends = true;
        return random_cells(walk);
    }
    const struct update_wish wish = {
        .kind = (enum update_kind)roll(walk, UPDATE_KIND_COUNT),
        .action = &board->actions[roll(walk, (int)board->action_count)],
        .track = &board->tracks[roll(walk, (int)board->track_count)],
        .column = roll(walk, 2) == 0 ? NULL : &board->columns[roll(walk, 3)],
        .meeting = board->meeting_count == 0 || roll(walk, 4) == 0
                       ? NULL
                       : &board->meetings[roll(walk, (int)board->meeting_count)],
        .decision = board->decision_count == 0
                        ? NULL
                        : &board->decisions[roll(walk, (int)board->decision_count)],
        .number = roll(walk, 7) - 1,
        .text = texts[roll(walk, sizeof texts / sizeof *texts)],
        .extra = extras[roll(walk, sizeof extras / sizeof *extras)],
    };
    struct update *update = update_make(board, &wish, "Sam", today);
    walk->kinds[wish.kind] += update != NULL ? 1 : 0;
    return update;
}

static void write_update(struct walk *walk, const struct update *update)
{
    for (size_t i = 0; i < update->count; i++) {
        const struct update_cell *cell = &update->cells[i];
        fixture_set(&walk->fixture, cell->table, cell->row, cell->column, cell->value,
                    true);
    }
}

static void step(struct walk *walk, int number)
{
    char what[40];

    walk->fixture.at_ms += roll(walk, 3) == 0 ? INT64_C(3) * 86400000 : 60000;
    struct update *update = random_update(walk);
    walk->refused += update == NULL ? 1 : 0;
    if (update == NULL) {
        return;
    }
    walk->made++;
    assert_true(update_apply(walk->shown, update, walk->fixture.at_ms));
    write_update(walk, update);
    struct board_set *built = build(&walk->fixture);
    snprintf(what, sizeof what, "step %d", number);
    if (same_boards(what, &walk->shown->boards[0], &built->boards[0]) != 0 ||
        same_moments(what, &walk->shown->boards[0], &built->boards[0], 1) != 0) {
        for (size_t i = 0; i < update->count; i++) {
            const struct update_cell *cell = &update->cells[i];
            print_error("  %s %s %s: %s -> %s\n", cell->table, cell->row, cell->column,
                        cell->before, cell->value);
        }
        fail();
    }
    update_free(walk->last);
    walk->last = walk->ends ? NULL : update;
    if (walk->ends) {
        update_free(update);
    }
    if (number % UNSEEN == 0) {
        struct board_set *old = walk->shown;
        walk->shown = built;
        built = old;
    }
    board_set_free(built);
}

static void walks(void **state)
{
    int kinds[UPDATE_KIND_COUNT] = {0};

    (void)state;
    for (uint64_t seed = 1; seed <= 4; seed++) {
        struct walk walk = {.seed = seed};
        fixture_add(&walk.fixture, "@ 2025-11-20 09:00\nby Sam\n" FIXTURE_PLAN
                                   "meeting b/m board=b|body=OOGO|starts=2025-11-20\n");
        fixture_add(&walk.fixture, seed % 2 == 0 ? stuck : "");
        walk.shown = build(&walk.fixture);
        for (int i = 0; i < STEPS / 4; i++) {
            step(&walk, i);
        }
        // Most wishes mean something.
        assert_true(walk.made > walk.refused);
        for (int i = 0; i < UPDATE_KIND_COUNT; i++) {
            kinds[i] += walk.kinds[i];
        }
        update_free(walk.last);
        board_set_free(walk.shown);
        fixture_finish(&walk.fixture);
    }
    for (int i = UPDATE_NONE + 1; i < UPDATE_KIND_COUNT; i++) {
        if (kinds[i] == 0) {
            fail_msg("kind %d was never made", i);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(walks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
