// Which entries were overwritten by somebody who had not seen them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "random_records.h"
#include "store/overlap.h"
#include "store/present.h"

enum { ENTRIES = 5 };

static const char ONE[] = "1111111111111111";
static const char TWO[] = "2222222222222222";
static const char THREE[] = "3333333333333333";
#define NONE RECORD_NO_BASE

struct entry_of {
    int64_t hlc;
    const char *device, *author, *value;
    int64_t base;
    const char *column; // NULL: health
};

static const struct {
    const char *what;
    struct entry_of entries[ENTRIES];
    const char *lost; // the value that was overwritten unseen, NULL: none
} cases[] = {
    {"one after the other",
     {{10, "import", "plan", "a", NONE, NULL},
      {20, ONE, "Sam", "b", 10, NULL},
      {30, TWO, "Kim", "c", 20, NULL}},
     NULL},
    {"two at once",
     {{10, "import", "plan", "a", NONE, NULL},
      {20, ONE, "Sam", "b", 10, NULL},
      {30, TWO, "Kim", "c", 10, NULL}},
     "b"},
    {"two at once, in an empty cell",
     {{20, ONE, "Sam", "b", NONE, NULL}, {30, TWO, "Kim", "c", NONE, NULL}},
     "b"},
    {"at the very same moment",
     {{10, "import", "plan", "a", NONE, NULL},
      {20, ONE, "Sam", "b", 10, NULL},
      {20, TWO, "Kim", "c", 10, NULL}},
     "b"},
    {"two at once who agree",
     {{10, "import", "plan", "a", NONE, NULL},
      {20, ONE, "Sam", "b", 10, NULL},
      {30, TWO, "Kim", "b", 10, NULL}},
     NULL},
    {"three at once: the newest that lost",
     {{10, "import", "plan", "a", NONE, NULL},
      {20, ONE, "Sam", "b", 10, NULL},
      {30, TWO, "Kim", "c", 10, NULL},
      {40, THREE, "Bo", "d", 10, NULL}},
     "c"},
    {"an informed edit ends it",
     {{10, "import", "plan", "a", NONE, NULL},
      {20, ONE, "Sam", "b", 10, NULL},
      {30, TWO, "Kim", "c", 10, NULL},
      {40, ONE, "Sam", "c", 30, NULL}},
     NULL},
    {"so does keeping the other one",
     {{10, "import", "plan", "a", NONE, NULL},
      {20, ONE, "Sam", "b", 10, NULL},
      {30, TWO, "Kim", "c", 10, NULL},
      {40, TWO, "Kim", "b", 30, NULL}},
     NULL},
    {"a tool that overwrites",
     {{20, ONE, "Sam", "b", NONE, NULL}, {30, "ext", "", "c", NONE, NULL}},
     NULL},
    {"an unlogged edit that overwrites",
     {{20, ONE, "Sam", "b", NONE, NULL}, {30, "ext?", "", "c", NONE, NULL}},
     NULL},
    {"a tool that is overwritten unseen",
     {{10, "import", "plan", "a", NONE, NULL},
      {20, "ext", "", "b", NONE, NULL},
      {30, TWO, "Kim", "c", 10, NULL}},
     "b"},
    {"the plan overwrites",
     {{20, ONE, "Sam", "b", NONE, NULL}, {30, "import", "plan", "c", 10, NULL}},
     NULL},
    {"the plan is overwritten",
     {{10, "import", "plan", "a", NONE, NULL},
      {20, "import", "plan", "b", 10, NULL},
      {30, TWO, "Kim", "c", 10, NULL}},
     NULL},
    {"one who corrects himself without having looked",
     {{20, ONE, "Sam", "b", 10, NULL}, {30, ONE, "Sam", "c", 10, NULL}},
     NULL},
    {"the same person at two walls",
     {{20, ONE, "Sam", "b", NONE, NULL}, {30, TWO, "Sam", "c", NONE, NULL}},
     "b"},
    {"emptied against a value",
     {{20, ONE, "Sam", "b", NONE, NULL}, {30, TWO, "Kim", NULL, NONE, NULL}},
     "b"},
    {"a day that follows from the state",
     {{20, ONE, "Sam", "2025-01-01", NONE, "reported"},
      {30, TWO, "Kim", "2025-01-02", NONE, "reported"}},
     NULL},
    {"the hash of a PIN",
     {{20, ONE, "Sam", "x", NONE, "pin"}, {30, TWO, "Kim", "y", NONE, "pin"}},
     NULL},
    {"a row that is gone",
     {{20, ONE, "Sam", "b", NONE, NULL},
      {30, TWO, "Kim", "c", NONE, NULL},
      {40, TWO, "Kim", "0", NONE, "_live"}},
     NULL},
};

static void add(struct fold *fold, const struct entry_of *entry, uint64_t eid)
{
    struct record record = {
        .hlc = entry->hlc,
        .device = entry->device,
        .eid = eid,
        .table = "track",
        .row = "t",
        .column = entry->column == NULL ? "health" : entry->column,
        .value = entry->value,
        .size = entry->value == NULL ? 0 : strlen(entry->value),
        .author = entry->author,
        .base = entry->base,
    };

    assert_true(fold_add(fold, &record, 1));
}

static void finds_what_was_overwritten_unseen(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fold *fold = fold_create();
        const struct record *found[ENTRIES + 1];
        const char *lost = NULL;
        for (size_t j = 0; j < ENTRIES && cases[i].entries[j].device != NULL; j++) {
            add(fold, &cases[i].entries[j], j);
        }
        const struct past now = past_now(fold);
        overlap_find(&now, found);
        for (uint32_t c = 0; c < fold->cell_count; c++) {
            lost = found[c] != NULL ? found[c]->value : lost;
        }
        if ((lost == NULL) != (cases[i].lost == NULL) ||
            (lost != NULL && strcmp(lost, cases[i].lost) != 0)) {
            fail_msg("%s: %s was lost", cases[i].what, lost == NULL ? "nothing" : lost);
        }
        fold_destroy(fold);
    }
}

// Whatever the entries, in whatever order they came: the same ones.
static void depends_on_the_set_alone(void **state)
{
    enum { RECORDS = 60, ROUNDS = 300 };
    struct fixture *fixture = *state;
    struct record records[RECORDS];
    const struct record *a[RECORDS];
    const struct record *b[RECORDS];
    size_t total = 0;

    for (int round = 0; round < ROUNDS; round++) {
        struct fold *one = fold_create();
        struct fold *other = fold_create();
        for (size_t i = 0; i < RECORDS; i++) {
            records[i] = random_record(fixture);
        }
        assert_true(fold_add(one, records, RECORDS));
        for (size_t i = RECORDS; i > 0; i--) {
            assert_true(fold_add(other, &records[i - 1], 1));
        }
        const struct past one_now = past_now(one);
        const struct past other_now = past_now(other);
        overlap_find(&one_now, a);
        overlap_find(&other_now, b);
        for (uint32_t i = 0; i < one->cell_count; i++) {
            const struct fold_cell *cell = &one->cells[i];
            const struct fold_row *row = &one->rows[cell->row];
            const struct record *same =
                cell->winner == NULL
                    ? NULL
                    : b[fold_cell_find(other, fold_row_find(other, row->table, row->id),
                                       cell->column)];
            assert_int_equal(a[i] == NULL, same == NULL);
            assert_true(same == NULL || record_compare(a[i], same) == 0);
            total += same != NULL;
        }
        fold_destroy(one);
        fold_destroy(other);
    }
    assert_true(total > 100);
}

// All the way to the board that the screens get.
static void reaches_the_board(void **state)
{
    static const char *const rows[][4] = {
        {"board", "b", "title", "Proef"},          {"board_column", "b/g", "board", "b"},
        {"board_column", "b/g", "column_id", "g"}, {"ambition", "b/1", "board", "b"},
        {"ambition", "b/1", "code", "1"},          {"goal", "b/1.1", "board", "b"},
        {"goal", "b/1.1", "ambition", "1"},        {"goal", "b/1.1", "code", "1.1"},
        {"action", "b/1.1a", "board", "b"},        {"action", "b/1.1a", "goal", "1.1"},
        {"action", "b/1.1a", "code", "1.1a"},      {"track", "t", "board", "b"},
        {"track", "t", "action", "1.1a"},          {"track", "t", "column_id", "g"},
    };
    static const struct entry_of touches[] = {
        {20, ONE, "Sam", "op koers", NONE, NULL},
        {30, TWO, "Kim", "knelpunt", NONE, NULL},
        {21, ONE, "Sam", "beleggen", NONE, "stage"},
        {31, TWO, "Kim", "geborgd", NONE, "stage"},
        {40, ONE, "Sam", "vertalen", 31, "stage"},
    };
    struct schema *schema = schema_create();
    struct fold *fold = fold_create();

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct record record = {.hlc = 1,
                                .device = "import",
                                .eid = i,
                                .table = rows[i][0],
                                .row = rows[i][1],
                                .column = rows[i][2],
                                .value = rows[i][3],
                                .size = strlen(rows[i][3]),
                                .author = "plan",
                                .base = NONE};
        assert_true(fold_add(fold, &record, 1));
    }
    for (size_t i = 0; i < sizeof touches / sizeof *touches; i++) {
        add(fold, &touches[i], i);
    }
    struct board_set *set = present_boards(fold, schema);
    const struct board *board = &set->boards[0];
    assert_int_equal(board->conflict_count, 1);
    assert_string_equal(board->conflicts[0].lost->after, "op koers");
    assert_string_equal(board->conflicts[0].lost->author, "Sam");
    assert_true(board->conflicts[0].lost->overlapped);
    assert_string_equal(board->conflicts[0].stands->after, "knelpunt");
    assert_string_equal(board->conflicts[0].stands->author, "Kim");
    assert_ptr_equal(board->conflicts[0].lost->track, &board->tracks[0]);
    board_set_free(set);
    fold_destroy(fold);
    schema_destroy(schema);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_was_overwritten_unseen),
        fixture_test(depends_on_the_set_alone),
        cmocka_unit_test(reaches_the_board),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
