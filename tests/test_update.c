// Touch updates: what they write, that the wall shows at once what the store shows later,
// and that they can be taken back.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "board/update.h"
#include "command_fixture.h"
#include "desk/import.h"
#include "same_boards.h"
#include "share/share.h"

static int64_t now_ms;

static int64_t fixed_now(void *context)
{
    (void)context;
    return now_ms;
}

static void clock_set(struct fixture *fixture, const char *day, int minute)
{
    int32_t today = 0;

    assert_true(day_read(day, &today, NULL));
    now_ms = day_moment_ms(today, minute);
    fixture->env.now_ms = fixed_now;
}

static int32_t today_of(void)
{
    int32_t today = 0;

    day_local(now_ms, &today, NULL);
    return today;
}

static void open_example(struct fixture *fixture)
{
    clock_set(fixture, "2025-11-27", 600);
    command_expect(import_command, fixture, "import --share SHARE boards/voorbeeld", 0,
                   "new board");
}

static struct board_set *load(struct fixture *fixture)
{
    struct board_set *set = share_load(fixture->share, &fixture->env);

    assert_non_null(set);
    assert_string_equal(set->trouble, "");
    return set;
}

// Writes an update as the keeper does: all its cells at one moment.
static void write_update(struct fixture *fixture, const struct update *update)
{
    struct share_edit edits[64];

    assert_in_range(update->count, 1, 64);
    for (size_t i = 0; i < update->count; i++) {
        const struct update_cell *cell = &update->cells[i];
        edits[i] = (struct share_edit){.table = cell->table,
                                       .row = cell->row,
                                       .column = cell->column,
                                       .value = cell->value,
                                       .author = update->author};
    }
    assert_true(share_apply(fixture->share, edits, update->count, &fixture->env, NULL));
}

// --- shown at once as it will be built ---

struct touch {
    enum update_kind kind;
    const char *action, *column;
    int number;
    const char *text, *extra;
};

static const struct touch touches[] = {
    {UPDATE_HEALTH, "2.1a", "gemeente", HEALTH_ATTENTION, "geld", NULL},
    {UPDATE_HEALTH, "2.1a", "jeugdhulp", HEALTH_ON_COURSE, NULL, NULL},
    {UPDATE_HEALTH, "2.1a", "jeugdhulp", HEALTH_BOTTLENECK, "wachttijd", NULL},
    {UPDATE_HEALTH, "2.1a", "jeugdhulp", HEALTH_DONE, "", NULL},
    {UPDATE_HEALTH, "2.1a", "gemeente", HEALTH_BOTTLENECK, "", NULL},
    {UPDATE_HEALTH, "1.1a", "gemeente", HEALTH_BOTTLENECK, "plekken", NULL},
    {UPDATE_HEALTH, "1.1a", "gemeente", HEALTH_DROPPED, NULL, NULL},
    {UPDATE_HEALTH, "3.3a", "gemeente", HEALTH_BOTTLENECK, "  veel\tte veel  ", NULL},
    {UPDATE_REASON, "3.3a", "gemeente", 0, "inkoop", NULL},
    {UPDATE_REASON, "3.3a", "gemeente", 0, "", NULL},
    {UPDATE_REASON, "1.1a", "gemeente", 0, "mandaat", NULL},
    {UPDATE_STAGE, "1.1a", "gemeente", 5, NULL, NULL},
    {UPDATE_STAGE, "1.1a", "gemeente", 0, NULL, NULL},
    {UPDATE_STAGE, "2.4a", "jeugdhulp", 3, NULL, NULL},
    {UPDATE_SAME, "1.1b", "gemeente", 0, NULL, NULL},
    {UPDATE_SAME, "3.3a", "gemeente", 0, NULL, NULL},
    {UPDATE_SAME, "5.5a", "gemeente", 0, NULL, NULL},
    {UPDATE_LEAD, "1.1b", "gemeente", 0, "Wijkteam Noord", NULL},
    {UPDATE_LEAD, "2.1a", "jeugdhulp", 0, "", NULL},
    {UPDATE_RUNG, "3.3a", "gemeente", 1, NULL, NULL},
    {UPDATE_RUNG, "3.3a", "gemeente", 3, NULL, NULL},
    {UPDATE_RUNG, "3.3a", "gemeente", 0, NULL, NULL},
    {UPDATE_ASKED, "3.3a", "gemeente", 0, "een besluit over de uren", NULL},
    {UPDATE_ASKED, "3.3a", "gemeente", 0, "", NULL},
    {UPDATE_END, "3.3a", "gemeente", 0, NULL, NULL},
    {UPDATE_HEALTH, "3.3a", "gemeente", HEALTH_BOTTLENECK, "weer", NULL},
    {UPDATE_NOTE, "3.3a", "gemeente", 0, "Gebeld met het Expertteam.", NULL},
    {UPDATE_NOTE, "3.3a", "gemeente", 0, "Gebeld met het Expertteam.", NULL},
    {UPDATE_NOTE, "1.1b", "gemeente", 0, "Overleg staat.", NULL},
    {UPDATE_DUE, "1.1a", NULL, 0, "eind 2026", NULL},
    {UPDATE_DUE, "2.1a", NULL, 0, "schooljaar 2027-2028", NULL},
    {UPDATE_DUE, "3.3a", NULL, 0, "doorlopend", NULL},
};

enum { TOUCHES = sizeof touches / sizeof *touches };

static struct update_wish wish_of(const struct board *board, const struct touch *touch)
{
    const struct column *column =
        touch->column == NULL ? NULL : board_column_find(board, touch->column);
    const struct action *action =
        touch->action == NULL ? NULL : board_action_find(board, touch->action);

    return (struct update_wish){
        .kind = touch->kind,
        .action = action,
        .track = action == NULL || column == NULL ? NULL : action->tracks[column->index],
        .column = column,
        .number = touch->number,
        .text = touch->text,
        .extra = touch->extra,
    };
}

static void expect_same(const char *what, struct board_set *shown, struct board_set *built)
{
    assert_int_equal(same_boards(what, board_set_find(shown, "voorbeeld"),
                                 board_set_find(built, "voorbeeld")),
                     0);
}

// Applies and writes an update, and compares; returns the set that was built after it.
static struct board_set *take(struct fixture *fixture, struct board_set *set,
                              const struct update *update, const char *what)
{
    assert_true(update_apply(set, update, now_ms));
    write_update(fixture, update);
    struct board_set *built = load(fixture);
    expect_same(what, set, built);
    board_set_free(set);
    return built;
}

static struct board_set *touch_and_back(struct fixture *fixture, struct board_set *set,
                                        const struct touch *touch, const char *what)
{
    char back[120];
    const struct board *board = board_set_find(set, "voorbeeld");
    const struct update_wish wish = wish_of(board, touch);
    struct update *update = update_make(board, &wish, "Sanne", today_of());

    if (update == NULL) {
        fail_msg("%s: no update", what);
    }
    struct update *inverse = update_inverse(update);
    assert_non_null(inverse);
    struct board_set *before = load(fixture);
    set = take(fixture, set, update, what);
    now_ms += 5000;
    snprintf(back, sizeof back, "%s, back", what);
    set = take(fixture, set, inverse, back);
    // Taken back on the same day, all is as it was.
    snprintf(back, sizeof back, "%s, as before", what);
    expect_same(back, set, before);
    board_set_free(before);
    // And done once more, to go on from here.
    now_ms += 5000;
    struct update *again = update_copy(update);
    assert_non_null(again);
    snprintf(back, sizeof back, "%s, again", what);
    set = take(fixture, set, again, back);
    update_free(again);
    update_free(inverse);
    update_free(update);
    return set;
}

static void shows_at_once_what_will_be_built(void **state)
{
    struct fixture *fixture = *state;

    open_example(fixture);
    struct board_set *set = load(fixture);
    for (size_t i = 0; i < TOUCHES; i++) {
        char what[80];
        snprintf(what, sizeof what, "touch %zu (%s %s)", i,
                 touches[i].action == NULL ? "" : touches[i].action,
                 touches[i].text == NULL ? "" : touches[i].text);
        now_ms += 60000;
        if (i % 3 == 2) {
            now_ms += INT64_C(86400000); // some come on another day
        }
        set = touch_and_back(fixture, set, &touches[i], what);
    }
    board_set_free(set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(shows_at_once_what_will_be_built),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
