// The cells that each kind of touch writes, and the texts in them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "board/update.h"
#include "board_fixture.h"

#define STUCK                                                                              \
    "@ 2025-11-01\n! track b/1.1a/g health=knelpunt|reason=geld|reported=2025-11-01\n"     \
    "! bottleneck b/x board=b|action=1.1a|column_id=g|reason=geld|since=2025-11-01|"       \
    "rung=trekker|rung_since=2025-11-01|asked=uren\n"
#define COURSE                                                                             \
    "@ 2025-11-01\n! track b/1.1a/g health=Op Koers|stage=beleggen|reported=1-11-2025\n"

struct cells_case {
    const char *name, *setup;
    enum update_kind kind;
    int number;
    const char *text, *extra;
    // A line per cell: table row column before>value. NULL: no update.
    const char *expected;
};

// All are about 1.1a in Gemeente, on 22 November 2025.
static const struct cells_case cases[] = {
    {"first report", "", UPDATE_HEALTH, HEALTH_ON_COURSE, NULL, NULL,
     "track b/1.1a/g health >op koers\n"
     "track b/1.1a/g reported >2025-11-22\n"},
    {"what the file said comes along as it was", COURSE, UPDATE_HEALTH, HEALTH_ATTENTION,
     "geld", NULL,
     "track b/1.1a/g health Op Koers>aandacht\n"
     "track b/1.1a/g reason >geld\n"
     "track b/1.1a/g reported 1-11-2025>2025-11-22\n"},
    {"the same again is a report", COURSE, UPDATE_HEALTH, HEALTH_ON_COURSE, NULL, NULL,
     "track b/1.1a/g reported 1-11-2025>2025-11-22\n"},
    {"done leaves the stage", COURSE, UPDATE_HEALTH, HEALTH_DONE, NULL, NULL,
     "track b/1.1a/g health Op Koers>afgerond\n"
     "track b/1.1a/g reported 1-11-2025>2025-11-22\n"},
    {"a bottleneck opens", COURSE, UPDATE_HEALTH, HEALTH_BOTTLENECK, "geld", NULL,
     "track b/1.1a/g health Op Koers>knelpunt\n"
     "track b/1.1a/g reason >geld\n"
     "bottleneck b/1.1a/g/2025-11-22 _live >1\n"
     "bottleneck b/1.1a/g/2025-11-22 board >b\n"
     "bottleneck b/1.1a/g/2025-11-22 action >1.1a\n"
     "bottleneck b/1.1a/g/2025-11-22 column_id >g\n"
     "bottleneck b/1.1a/g/2025-11-22 reason >geld\n"
     "bottleneck b/1.1a/g/2025-11-22 since >2025-11-22\n"
     "bottleneck b/1.1a/g/2025-11-22 rung >trekker\n"
     "bottleneck b/1.1a/g/2025-11-22 rung_since >2025-11-22\n"
     "bottleneck b/1.1a/g/2025-11-22 asked >\n"
     "bottleneck b/1.1a/g/2025-11-22 decide_by >\n"
     "bottleneck b/1.1a/g/2025-11-22 ended >\n"
     "bottleneck b/1.1a/g/2025-11-22 outcome >\n"
     "track b/1.1a/g reported 1-11-2025>2025-11-22\n"},
    {"an open one stays, with its new reason", STUCK, UPDATE_HEALTH, HEALTH_BOTTLENECK,
     "plekken", NULL,
     "track b/1.1a/g reason geld>plekken\n"
     "bottleneck b/x reason geld>plekken\n"
     "track b/1.1a/g reported 2025-11-01>2025-11-22\n"},
    {"no reason leaves the one it had", STUCK, UPDATE_HEALTH, HEALTH_ATTENTION, "", NULL,
     "track b/1.1a/g health knelpunt>aandacht\n"
     "bottleneck b/x ended >2025-11-22\n"
     "track b/1.1a/g reported 2025-11-01>2025-11-22\n"},
    {"out of the bottleneck", STUCK, UPDATE_HEALTH, HEALTH_ON_COURSE, "", NULL,
     "track b/1.1a/g health knelpunt>op koers\n"
     "track b/1.1a/g reason geld>\n"
     "bottleneck b/x ended >2025-11-22\n"
     "track b/1.1a/g reported 2025-11-01>2025-11-22\n"},
    {"solved", STUCK, UPDATE_END, 0, NULL, NULL,
     "track b/1.1a/g health knelpunt>op koers\n"
     "track b/1.1a/g reason geld>\n"
     "bottleneck b/x ended >2025-11-22\n"
     "track b/1.1a/g reported 2025-11-01>2025-11-22\n"},
    {"nothing to solve", COURSE, UPDATE_END, 0, NULL, NULL, NULL},
    {"a reason", STUCK, UPDATE_REASON, 0, " inkoop ", NULL,
     "track b/1.1a/g reason geld>inkoop\n"
     "bottleneck b/x reason geld>inkoop\n"
     "track b/1.1a/g reported 2025-11-01>2025-11-22\n"},
    {"the same reason", STUCK, UPDATE_REASON, 0, "geld", NULL, NULL},
    {"a stage", COURSE, UPDATE_STAGE, 2, NULL, NULL,
     "track b/1.1a/g stage beleggen>vertalen\n"
     "track b/1.1a/g reported 1-11-2025>2025-11-22\n"},
    {"the first stage, said for the first time", "", UPDATE_STAGE, 0, NULL, NULL,
     "track b/1.1a/g stage >niet gestart\n"
     "track b/1.1a/g reported >2025-11-22\n"},
    {"no such stage", COURSE, UPDATE_STAGE, 6, NULL, NULL, NULL},
    {"no such health", COURSE, UPDATE_HEALTH, HEALTH_COUNT, NULL, NULL, NULL},
    {"no health", COURSE, UPDATE_HEALTH, HEALTH_NONE, NULL, NULL, NULL},
    {"still the same", COURSE, UPDATE_SAME, 0, NULL, NULL,
     "track b/1.1a/g reported 1-11-2025>2025-11-22\n"},
    {"still the same, never reported", "", UPDATE_SAME, 0, NULL, NULL,
     "track b/1.1a/g health >op koers\n"
     "track b/1.1a/g reported >2025-11-22\n"},
    {"still the same, reported without a course", "track b/1.1a/g reported=2025-03-01\n",
     UPDATE_SAME, 0, NULL, NULL, "track b/1.1a/g reported 2025-03-01>2025-11-22\n"},
    {"reported today already", "track b/1.1a/g health=op koers|reported=2025-11-22\n",
     UPDATE_SAME, 0, NULL, NULL, NULL},
    {"a lead", COURSE, UPDATE_LEAD, 0, "Noor", NULL, "track b/1.1a/g lead >Noor\n"},
    {"no lead any more", "track b/1.1a/g lead=Noor\n", UPDATE_LEAD, 0, "", NULL,
     "track b/1.1a/g lead Noor>\n"},
    {"up the ladder", STUCK, UPDATE_RUNG, 2, NULL, NULL,
     "bottleneck b/x rung trekker>regiegroep\n"
     "bottleneck b/x rung_since 2025-11-01>2025-11-22\n"
     "track b/1.1a/g reported 2025-11-01>2025-11-22\n"},
    {"on that rung already", STUCK, UPDATE_RUNG, 0, NULL, NULL, NULL},
    {"no such rung", STUCK, UPDATE_RUNG, 4, NULL, NULL, NULL},
    {"no bottleneck to raise", COURSE, UPDATE_RUNG, 1, NULL, NULL, NULL},
    {"a bottleneck that has no row is raised",
     "@ 2025-11-10\n! track b/1.1a/g "
     "health=knelpunt|reason=uren\n",
     UPDATE_RUNG, 1, NULL, NULL,
     "bottleneck b/1.1a/g/2025-11-22 _live >1\n"
     "bottleneck b/1.1a/g/2025-11-22 board >b\n"
     "bottleneck b/1.1a/g/2025-11-22 action >1.1a\n"
     "bottleneck b/1.1a/g/2025-11-22 column_id >g\n"
     "bottleneck b/1.1a/g/2025-11-22 reason >uren\n"
     "bottleneck b/1.1a/g/2025-11-22 since >2025-11-10\n"
     "bottleneck b/1.1a/g/2025-11-22 rung >werkgroep\n"
     "bottleneck b/1.1a/g/2025-11-22 rung_since >2025-11-22\n"
     "bottleneck b/1.1a/g/2025-11-22 asked >\n"
     "bottleneck b/1.1a/g/2025-11-22 decide_by >\n"
     "bottleneck b/1.1a/g/2025-11-22 ended >\n"
     "bottleneck b/1.1a/g/2025-11-22 outcome >\n"
     "track b/1.1a/g reported >2025-11-22\n"},
    {"what is asked", STUCK, UPDATE_ASKED, 0, "een besluit", NULL,
     "bottleneck b/x asked uren>een besluit\n"},
    {"a due", "", UPDATE_DUE, 0, "eind 2026", NULL, "action b/1.1a due 2024>eind 2026\n"},
    {"the same due", "", UPDATE_DUE, 0, "2024", NULL, NULL},
    {"a due that is none", "", UPDATE_DUE, 0, "ooit misschien", NULL, NULL},
    {"a due that is open", "", UPDATE_DUE, 0, "p.m.", NULL, NULL},
    {"no due", "", UPDATE_DUE, 0, " ", NULL, NULL},
    {"a person", "", UPDATE_PERSON, 0, "Zoë  Q", NULL,
     "person b/persoon/zoe  q _live >1\n"
     "person b/persoon/zoe  q board >b\n"
     "person b/persoon/zoe  q name >Zoë  Q\n"
     "person b/persoon/zoe  q column_id >g\n"
     "person b/persoon/zoe  q pin >\n"},
    {"somebody who is there", "person b/1 board=b|name=Noor\n", UPDATE_PERSON, 0, "NOOR",
     NULL, NULL},
    {"nobody", "", UPDATE_PERSON, 0, "\t", NULL, NULL},
    {"a PIN", "person b/1 board=b|name=Noor|pin=old\n", UPDATE_PIN, 0, "noor", "new",
     "person b/1 pin old>new\n"},
    {"no PIN any more", "person b/1 board=b|name=Noor|pin=old\n", UPDATE_PIN, 0, "Noor", "",
     "person b/1 pin old>\n"},
    {"no PIN of nobody", "", UPDATE_PIN, 0, "Noor", "", NULL},
    {"an empty note", "", UPDATE_NOTE, 0, "  ", NULL, NULL},
    {"nothing at all", "", UPDATE_NONE, 0, NULL, NULL, NULL},
};

static struct update *make(const struct board *board, enum update_kind kind, int number,
                           const char *text, const char *extra)
{
    const struct update_wish wish = {
        .kind = kind,
        .action = &board->actions[0],
        .track = board->actions[0].tracks[0],
        .column = &board->columns[0],
        .number = number,
        .text = text,
        .extra = extra,
    };

    return update_make(board, &wish, "Sam", fixture_day("2025-11-22"));
}

static void print_cells(const struct update *update, char *out, size_t size)
{
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; i < update->count; i++) {
        const struct update_cell *cell = &update->cells[i];
        used += (size_t)snprintf(out + used, size - used, "%s %s %s %s>%s\n", cell->table,
                                 cell->row, cell->column,
                                 cell->before == NULL ? "" : cell->before,
                                 cell->value == NULL ? "" : cell->value);
    }
}

static void writes_these_cells(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct cells_case *c = &cases[i];
        struct board_set *set = fixture_plan_with(c->setup);
        struct update *update =
            make(&set->boards[0], c->kind, c->number, c->text, c->extra);
        char found[4000];
        if ((update == NULL) != (c->expected == NULL)) {
            fail_msg("%s: %s", c->name, update == NULL ? "no update" : "an update");
        }
        if (update != NULL) {
            print_cells(update, found, sizeof found);
            if (strcmp(found, c->expected) != 0) {
                fail_msg("%s:\n%s", c->name, found);
            }
            assert_string_equal(update->author, "Sam");
            assert_string_equal(update->board, "b");
            assert_int_equal(update->serial, 0);
        }
        update_free(update);
        board_set_free(set);
    }
}

// What was open twice (two sites opened one) ends as one; the next of today is another row.
static void opens_and_ends_rows(void **state)
{
    struct board_set *set = fixture_plan_with(
        STUCK "! bottleneck b/y board=b|action=1.1a|column_id=g|since=2025-11-03\n"
              "! bottleneck b/1.1a/g/2025-11-22 board=b|action=1.1a|column_id=g|"
              "since=2025-11-22|ended=2025-11-22\n");
    const int64_t now_ms = day_moment_ms(fixture_day("2025-11-22"), 600);

    (void)state;
    struct update *end = make(&set->boards[0], UPDATE_END, 0, NULL, NULL);
    assert_int_equal(end->count, 5);
    assert_string_equal(end->cells[2].row, "b/x");
    assert_string_equal(end->cells[3].row, "b/y");
    assert_true(update_apply(set, end, now_ms));
    assert_null(set->boards[0].tracks[0].bottleneck);
    struct update *again =
        make(&set->boards[0], UPDATE_HEALTH, HEALTH_BOTTLENECK, "weer", NULL);
    assert_string_equal(again->cells[2].row, "b/1.1a/g/2025-11-22-2");
    assert_true(update_apply(set, again, now_ms));
    assert_string_equal(set->boards[0].tracks[0].bottleneck->row, "b/1.1a/g/2025-11-22-2");
    assert_int_equal(set->data_ms, now_ms);
    update_free(end);
    update_free(again);
    board_set_free(set);
}

static const char *text_of(const struct update *update)
{
    return update->cells[update->count - 1].value;
}

// Two sites that did not see each other never take the same row for different notes.
static void notes_have_rows_of_their_own(void **state)
{
    struct board_set *set = fixture_plan_with("");
    const struct board *board = &set->boards[0];
    struct update *first = make(board, UPDATE_NOTE, 0, "Gebeld.", NULL);
    struct update *other = make(board, UPDATE_NOTE, 0, "Gemaild.", NULL);
    struct update *same = make(board, UPDATE_NOTE, 0, "Gebeld.", NULL);

    (void)state;
    assert_int_equal(first->count, 7);
    assert_string_equal(text_of(first), "Gebeld.");
    assert_memory_equal(first->cells[0].row, "b/1.1a/g/2025-11-22/", 20);
    assert_string_not_equal(first->cells[0].row, other->cells[0].row);
    assert_string_equal(first->cells[0].row, same->cells[0].row);
    assert_true(update_apply(set, first, 0));
    struct update *again = make(board, UPDATE_NOTE, 0, "Gebeld.", NULL);
    assert_string_not_equal(first->cells[0].row, again->cells[0].row);
    assert_int_equal(board->note_count, 1);
    assert_int_equal(board->notes[0].track->reported, DAY_NONE);
    update_free(first);
    update_free(other);
    update_free(same);
    update_free(again);
    board_set_free(set);
}

static void texts_are_clean_and_short(void **state)
{
    struct board_set *set = fixture_plan_with("");
    const struct board *board = &set->boards[0];
    char text[4000] = "";

    (void)state;
    for (int i = 0; i < 600; i++) {
        strcat(text, i % 50 == 0 ? "\x1b" : "\xc3\xa9");
    }
    struct update *update = make(board, UPDATE_NOTE, 0, text, NULL);
    assert_int_equal(utf8_count(text_of(update)), UPDATE_NOTE_CHARS);
    assert_int_equal(strlen(text_of(update)), 2 * UPDATE_NOTE_CHARS);
    update_free(update);
    update = make(board, UPDATE_LEAD, 0, text, NULL); // as long as an author may be
    assert_int_equal(utf8_count(text_of(update)), UPDATE_AUTHOR_BYTES - 1);
    update_free(update);
    update = make(board, UPDATE_LEAD, 0, "\xe2\x80\xaeNoor\n\xff", NULL);
    assert_string_equal(text_of(update), "Noor \xef\xbf\xbd");
    update_free(update);

    const struct update_wish wish = {
        .kind = UPDATE_LEAD, .track = &board->tracks[0], .text = "Noor"};
    update = update_make(board, &wish, text, fixture_day("2025-11-22"));
    assert_int_equal(strlen(update->author), 128);
    assert_true(utf8_valid(update->author, 128));
    update_free(update);
    update = update_make(board, &wish, NULL, fixture_day("2025-11-22"));
    assert_string_equal(update->author, "");
    update_free(update);
    const struct update_wish none = {.kind = UPDATE_LEAD, .text = "Noor"};
    assert_null(update_make(board, &none, "Sam", 0));
    board_set_free(set);
}

// The log takes rows of 160 bytes at most.
static void rows_are_never_too_long(void **state)
{
    char plan[1200];
    char code[140];

    (void)state;
    memset(code, 'c', sizeof code - 1);
    code[sizeof code - 1] = '\0';
    snprintf(plan, sizeof plan,
             "action b/long board=b|goal=1.1|code=%s|title=Lang|position=0\n"
             "track b/long/g board=b|action=%s|column_id=g\n",
             code, code);
    struct board_set *set = fixture_plan_with(plan);
    struct update *update = make(&set->boards[0], UPDATE_NOTE, 0, "Gebeld.", NULL);
    assert_in_range(strlen(update->cells[0].row), 100, 160);
    update_free(update);
    update = make(&set->boards[0], UPDATE_HEALTH, HEALTH_BOTTLENECK, NULL, NULL);
    assert_in_range(strlen(update->cells[1].row), 100, 160);
    update_free(update);
    board_set_free(set);
}

static void an_inverse_gives_back(void **state)
{
    struct board_set *set = fixture_plan_with(COURSE);
    struct update *update =
        make(&set->boards[0], UPDATE_HEALTH, HEALTH_BOTTLENECK, "geld", NULL);
    char found[2000];

    (void)state;
    update->serial = 7;
    struct update *inverse = update_inverse(update);
    print_cells(inverse, found, sizeof found);
    assert_string_equal(found, "track b/1.1a/g health knelpunt>Op Koers\n"
                               "track b/1.1a/g reason geld>\n"
                               "bottleneck b/1.1a/g/2025-11-22 _live 1>0\n"
                               "track b/1.1a/g reported 2025-11-22>1-11-2025\n");
    assert_int_equal(inverse->serial, 0);
    assert_string_equal(inverse->author, "Sam");
    struct update *copy = update_copy(update);
    assert_int_equal(copy->serial, 7);
    assert_int_equal(copy->count, update->count);
    assert_ptr_not_equal(copy->cells[0].value, update->cells[0].value);
    update_free(update);
    assert_string_equal(copy->cells[0].value, "knelpunt");
    update_free(copy);
    update_free(inverse);
    update_free(NULL);
    board_set_free(set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_these_cells),
        cmocka_unit_test(opens_and_ends_rows),
        cmocka_unit_test(notes_have_rows_of_their_own),
        cmocka_unit_test(texts_are_clean_and_short),
        cmocka_unit_test(rows_are_never_too_long),
        cmocka_unit_test(an_inverse_gives_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
