// store/restore: what must be written to have a board as it was, against logs small enough
// to see it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/clock.h"
#include "store/restore.h"

// The second of the day, the row, the column and what it got there. Board b is there from
// the first second.
struct line {
    int at;
    const char *table, *row, *column, *value;
};

static const struct line base[] = {
    {1, "board", "b", "_live", "1"},      {1, "board", "b", "title", "Bord"},
    {2, "action", "b/1", "_live", "1"},   {2, "action", "b/1", "board", "b"},
    {2, "action", "b/1", "title", "een"},
};

static const struct {
    const char *name;
    struct line lines[6];
    int at;
    const char *board;    // NULL: all
    const char *expected; // "table row column=value;", in order
} cases[] = {
    {"nothing happened", {{0}}, 5, "b", ""},
    {"a value", {{10, "action", "b/1", "title", "twee"}}, 5, "b", "action b/1 title=een;"},
    {"before it was changed twice",
     {{10, "action", "b/1", "title", "twee"}, {11, "action", "b/1", "title", "drie"}},
     10,
     "b",
     "action b/1 title=twee;"},
    {"changed and changed back",
     {{10, "action", "b/1", "title", "twee"}, {11, "action", "b/1", "title", "een"}},
     5,
     "b",
     ""},
    {"a value that was nothing",
     {{10, "action", "b/1", "brief", "kort"}},
     5,
     "b",
     "action b/1 brief=(nothing);"},
    {"a row that was not there",
     {{10, "track", "b/1/g", "_live", "1"}, {10, "track", "b/1/g", "board", "b"}},
     5,
     "b",
     "track b/1/g _live=0;"},
    {"a row that was deleted",
     {{10, "action", "b/1", "title", "twee"}, {11, "action", "b/1", "_live", "0"}},
     5,
     "b",
     "action b/1 _live=1;action b/1 title=een;"},
    {"a row that was deleted then, and is now",
     {{10, "action", "b/1", "_live", "0"},
      {12, "action", "b/1", "_live", "1"},
      {13, "action", "b/1", "_live", "0"}},
     11,
     "b",
     ""},
    {"a row that was deleted then, and changed since",
     {{10, "action", "b/1", "_live", "0"}, {12, "action", "b/1", "title", "terug"}},
     11,
     "b",
     "action b/1 _live=0;"},
    {"another board", {{10, "action", "b/1", "title", "twee"}}, 5, "anders", ""},
    {"all boards",
     {{10, "action", "b/1", "title", "twee"}},
     5,
     NULL,
     "action b/1 title=een;"},
    {"a row that went to another board",
     {{10, "action", "b/1", "board", "anders"}},
     5,
     "b",
     "action b/1 board=b;"},
    {"the board itself",
     {{10, "board", "b", "title", "Nieuw"}},
     5,
     "b",
     "board b title=Bord;"},
    {"before there was a board", {{10, "action", "b/1", "title", "twee"}}, 0, "b", ""},
    {"what devices say of themselves", {{10, "_device", "d", "name", "hal"}}, 5, NULL, ""},
    {"somebody who came since",
     {{10, "person", "b/p", "_live", "1"}, {10, "person", "b/p", "board", "b"}},
     5,
     "b",
     "person b/p _live=0;"},
    {"somebody who came since, with a PIN",
     {{10, "person", "b/p", "_live", "1"},
      {10, "person", "b/p", "board", "b"},
      {11, "person", "b/p", "pin", "hash"}},
     5,
     "b",
     ""},
    {"another PIN, another name",
     {{2, "person", "b/p", "_live", "1"},
      {2, "person", "b/p", "board", "b"},
      {2, "person", "b/p", "name", "An"},
      {3, "person", "b/p", "pin", "hash"},
      {10, "person", "b/p", "pin", "other"},
      {11, "person", "b/p", "name", "Bo"}},
     5,
     "b",
     "person b/p name=An;"},
    {"a board that asks for PINs since", {{10, "board", "b", "pin", "ja"}}, 5, "b", ""},
    {"a cell of a column that nobody knows",
     {{3, "action", "b/1", "later", "x"}, {10, "action", "b/1", "later", "y"}},
     5,
     "b",
     "action b/1 later=x;"},
};

static void add(struct fold *fold, const struct line *lines, size_t count)
{
    for (size_t i = 0; i < count && lines[i].table != NULL; i++) {
        struct record record = {
            .hlc = clock_at(lines[i].at * INT64_C(1000)) + (int64_t)i,
            .device = "0123456789abcdef",
            .table = lines[i].table,
            .row = lines[i].row,
            .column = lines[i].column,
            .value = lines[i].value,
            .size = strlen(lines[i].value),
            .author = "Sam",
            .base = RECORD_NO_BASE,
        };
        assert_true(fold_add(fold, &record, 1));
    }
}

static void print(const struct restore_list *list, char *out, size_t size)
{
    size_t length = 0;

    out[0] = '\0';
    for (size_t i = 0; i < list->count; i++) {
        const struct restore_cell *cell = &list->cells[i];
        length += (size_t)snprintf(out + length, size - length, "%s %s %s=%s;", cell->table,
                                   cell->row, cell->column,
                                   cell->value == NULL ? "(nothing)" : cell->value);
    }
}

static void finds_what_differs(void **state)
{
    char found[500];

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fold *fold = fold_create();
        struct restore_list list = {0};
        add(fold, base, sizeof base / sizeof *base);
        add(fold, cases[i].lines, sizeof cases[i].lines / sizeof *cases[i].lines);
        assert_true(
            restore_find(fold, cases[i].board, cases[i].at * INT64_C(1000) + 500, &list));
        print(&list, found, sizeof found);
        if (strcmp(found, cases[i].expected) != 0) {
            fail_msg("%s: %s instead of %s", cases[i].name, found, cases[i].expected);
        }
        restore_finish(&list);
        fold_destroy(fold);
    }
}

// Once it is written nothing differs any more, whatever happened: random logs of two rows.
static void is_done_at_once(void **state)
{
    static const char *const rows[] = {"b/1", "b/2"};
    static const char *const columns[] = {"_live", "board", "title", "brief"};
    static const char *const values[] = {"0", "1", "b", "anders"};
    uint32_t seed = 1;

    (void)state;
    for (int round = 0; round < 2000; round++) {
        struct fold *fold = fold_create();
        add(fold, base, sizeof base / sizeof *base);
        for (int i = 3; i < 23; i++) {
            seed = seed * 1664525u + 1013904223u;
            const char *column = columns[seed >> 28 & 3];
            bool live = strcmp(column, "_live") == 0;
            const struct line line = {i, "action", rows[seed >> 27 & 1], column,
                                      live ? values[seed >> 26 & 1]
                                           : values[2 + (seed >> 25 & 1)]};
            add(fold, &line, 1);
        }
        int64_t at_ms = (3 + (seed >> 20) % 20) * INT64_C(1000) + 500;
        struct restore_list list = {0};
        assert_true(restore_find(fold, "b", at_ms, &list));
        for (size_t i = 0; i < list.count; i++) {
            struct record record = {
                .hlc = clock_at(30000 + (int64_t)i),
                .device = "0123456789abcdef",
                .table = list.cells[i].table,
                .row = list.cells[i].row,
                .column = list.cells[i].column,
                .value = list.cells[i].value,
                .size = list.cells[i].value == NULL ? 0 : strlen(list.cells[i].value),
                .author = "",
                .base = RECORD_NO_BASE,
            };
            assert_true(fold_add(fold, &record, 1));
        }
        restore_finish(&list);
        assert_true(restore_find(fold, "b", at_ms, &list));
        if (list.count > 0) {
            char left[500];
            print(&list, left, sizeof left);
            fail_msg("round %d: %s is left", round, left);
        }
        restore_finish(&list);
        fold_destroy(fold);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_differs),
        cmocka_unit_test(is_done_at_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
