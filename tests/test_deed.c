// What people did as "Laatste wijzigingen" lists it, how it is taken back, and how a
// conflict ends.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "update_fixture.h"

static const struct board *example(const struct board_set *set)
{
    return board_set_find(set, "voorbeeld");
}

// Writes a touch of somebody; returns the set that was built after it.
static struct board_set *touch_by(struct fixture *fixture, struct board_set *set,
                                  const struct touch *touch, const char *author)
{
    const struct update_wish wish = wish_of(example(set), touch);
    struct update *update = update_make(example(set), &wish, author, today_of());

    now_ms += 60000;
    assert_non_null(update);
    write_update(fixture, update);
    update_free(update);
    board_set_free(set);
    return load(fixture);
}

// Takes the deed back; returns the set that was built after it.
static struct board_set *undo(struct fixture *fixture, struct board_set *set,
                              const struct deed *deed)
{
    struct update *update = deed_undo(example(set), deed, "Bo");

    now_ms += 60000;
    assert_non_null(update);
    assert_string_equal(update->author, "Bo");
    write_update(fixture, update);
    update_free(update);
    board_set_free(set);
    return load(fixture);
}

static void every_touch_is_a_deed(void **state)
{
    struct fixture *fixture = *state;
    struct deed deeds[4];
    char what[80];

    open_example(fixture);
    struct board_set *set = load(fixture);
    for (size_t i = 0; i < TOUCHES; i++) {
        struct board_set *before = load(fixture);
        snprintf(what, sizeof what, "deed %zu", i);
        now_ms += INT64_C(86400000);
        set = touch_by(fixture, set, &touches[i], "Sanne");
        struct board_set *after = load(fixture);
        assert_int_equal(deed_list(example(set), NULL, NULL, deeds, 4), 4);
        assert_string_equal(deeds[0].first->author, "Sanne");
        assert_true(deeds[0].standing);
        assert_ptr_equal(deeds[0].first + deeds[0].count,
                         example(set)->changes + example(set)->change_count);

        set = undo(fixture, set, &deeds[0]);
        expect_same(what, set, before);
        deed_list(example(set), NULL, NULL, deeds, 4);
        assert_string_equal(deeds[0].first->author, "Bo");
        if (!deeds[0].standing || !deeds[0].undoes || deeds[1].standing) {
            fail_msg("%s: %d %d %d", what, deeds[0].standing, deeds[0].undoes,
                     deeds[1].standing);
        }
        // What was taken back comes back whole, also a row that was deleted.
        set = undo(fixture, set, &deeds[0]);
        expect_same(what, set, after);
        board_set_free(before);
        board_set_free(after);
    }
    board_set_free(set);
}

static void a_deed_is_no_undo_of_an_older_one(void **state)
{
    static const struct touch attention = {UPDATE_HEALTH,    "1.1a", "gemeente",
                                           HEALTH_ATTENTION, "geld", NULL};
    static const struct touch course = {UPDATE_HEALTH,    "1.1a", "gemeente",
                                        HEALTH_ON_COURSE, NULL,   NULL};
    struct fixture *fixture = *state;
    struct deed deeds[2];

    open_example(fixture);
    struct board_set *set = touch_by(fixture, load(fixture), &attention, "Sanne");
    now_ms += INT64_C(86400000);
    set = touch_by(fixture, set, &course, "Sanne");
    assert_int_equal(deed_list(example(set), NULL, NULL, deeds, 2), 2);
    assert_false(deeds[0].undoes);
    assert_false(deeds[1].undoes);
    assert_false(deeds[1].standing);
    board_set_free(set);
}

static void only_what_nobody_changed_since(void **state)
{
    static const struct touch steps[] = {
        {UPDATE_HEALTH, "1.1a", "gemeente", HEALTH_BOTTLENECK, "geld", NULL},
        {UPDATE_RUNG, "1.1a", "gemeente", 2, NULL, NULL},
        {UPDATE_LEAD, "1.1a", "gemeente", 0, "Noor", NULL},
        {UPDATE_LEAD, "1.1a", "gemeente", 0, "Anna", NULL},
    };
    struct fixture *fixture = *state;
    struct deed deeds[4];

    open_example(fixture);
    struct board_set *set = load(fixture);
    for (size_t i = 0; i < 4; i++) {
        set = touch_by(fixture, set, &steps[i], i == 1 ? "Bo" : "Sanne");
    }
    assert_int_equal(deed_list(example(set), NULL, NULL, deeds, 4), 4);
    assert_true(deeds[0].standing);
    assert_false(deeds[1].standing);
    assert_null(deed_undo(example(set), &deeds[1], "Sanne"));
    // The bottleneck was put on another rung by somebody else: its row stays.
    assert_false(deeds[3].standing);
    struct update *update = deed_undo(example(set), &deeds[3], "Sanne");
    assert_non_null(update);
    for (size_t i = 0; i < update->count; i++) {
        assert_string_equal(update->cells[i].table, "track");
        assert_string_not_equal(update->cells[i].column, "lead");
    }
    update_free(update);
    board_set_free(set);
}

static void deeds_of_a_track_or_an_author(void **state)
{
    static const struct touch steps[] = {
        {UPDATE_SAME, "1.1a", "gemeente", 0, NULL, NULL},
        {UPDATE_SAME, "1.1b", "gemeente", 0, NULL, NULL},
        {UPDATE_NOTE, "1.1a", "gemeente", 0, "Staat op de agenda.", NULL},
    };
    struct fixture *fixture = *state;
    struct deed deeds[4];

    open_example(fixture);
    struct board_set *set = load(fixture);
    for (size_t i = 0; i < 3; i++) {
        set = touch_by(fixture, set, &steps[i], i == 0 ? "Bo" : "Sanne");
    }
    const struct track *track = board_action_find(example(set), "1.1a")->tracks[0];
    assert_string_equal(track->column->id, "gemeente");
    assert_true(deed_list(example(set), track, NULL, deeds, 4) >= 2);
    assert_string_equal(deeds[0].first->table, "note");
    assert_string_equal(deeds[1].first->author, "Bo");
    assert_int_equal(deed_list(example(set), NULL, "Sanne", deeds, 4), 2);
    assert_string_equal(deeds[1].first->row, "voorbeeld/1.1b/gemeente");
    assert_int_equal(deed_list(example(set), NULL, "niemand", deeds, 4), 0);
    assert_int_equal(deed_list(example(set), NULL, NULL, deeds, 0), 0);
    board_set_free(set);
}

// Text that no screen shows as it is comes back as it was.
static void text_comes_back_byte_for_byte(void **state)
{
    struct fixture *fixture = *state;
    struct deed deed;
    char text[6000];

    open_example(fixture);
    for (size_t i = 0; i < sizeof text - 1; i++) {
        text[i] = (char)(i % 97 == 0 ? '\x01' : i % 89 == 0 ? '\n' : 'a' + i % 26);
    }
    text[sizeof text - 1] = '\0';
    struct share_edit edit = {"action", "voorbeeld/1.1a", "text", text, 0, "Tool"};
    assert_true(share_apply(fixture->share, &edit, 1, &fixture->env, NULL));
    now_ms += 60000;
    edit.value = "korter";
    assert_true(share_apply(fixture->share, &edit, 1, &fixture->env, NULL));
    struct board_set *set = load(fixture);
    assert_int_equal(deed_list(example(set), NULL, NULL, &deed, 1), 1);
    struct update *update = deed_undo(example(set), &deed, "Sanne");
    assert_non_null(update);
    assert_int_equal(update->count, 1);
    assert_string_equal(update->cells[0].value, text);
    assert_string_equal(update->cells[0].before, "korter");
    update_free(update);
    board_set_free(set);
}

// A row that a tool deleted, of the plan as well, comes back with all that it held.
static void a_deleted_row_comes_back(void **state)
{
    struct fixture *fixture = *state;
    struct deed deed;

    open_example(fixture);
    struct board_set *before = load(fixture);
    const struct share_edit edits[] = {
        {"bottleneck", example(before)->bottlenecks[0]->row, "_live", "0", 0, "Tool"},
        {"track", "voorbeeld/1.1a/gemeente", "_live", "0", 0, "Tool"},
    };
    now_ms += 60000;
    assert_true(share_apply(fixture->share, edits, 2, &fixture->env, NULL));
    struct board_set *set = load(fixture);
    assert_int_equal(example(set)->track_count, example(before)->track_count - 1);
    assert_int_equal(deed_list(example(set), NULL, NULL, &deed, 1), 1);
    assert_int_equal(deed.count, 2);
    assert_true(deed.first->gone);
    set = undo(fixture, set, &deed);
    expect_same("deleted", set, before);
    board_set_free(set);
    board_set_free(before);
}

static void a_conflict_ends_either_way(void **state)
{
    static const struct touch steps[] = {
        {UPDATE_LEAD, "1.1a", "gemeente", 0, "Noor", NULL},
        {UPDATE_LEAD, "1.1a", "gemeente", 0, "Anna", NULL},
    };
    struct fixture *fixture = *state;

    open_example(fixture);
    struct board_set *set = load(fixture);
    set = touch_by(fixture, set, &steps[0], "Bo");
    set = touch_by(fixture, set, &steps[1], "Sanne");
    const struct change *last = example(set)->changes + example(set)->change_count - 1;
    const struct conflict conflict = {.lost = last - 1, .stands = last};
    for (int other = 0; other < 2; other++) {
        struct update *update =
            conflict_settle(example(set), &conflict, other == 1, "Chris");
        assert_non_null(update);
        assert_int_equal(update->count, 1);
        assert_string_equal(update->author, "Chris");
        assert_string_equal(update->cells[0].table, "track");
        assert_string_equal(update->cells[0].row, "voorbeeld/1.1a/gemeente");
        assert_string_equal(update->cells[0].column, "lead");
        assert_string_equal(update->cells[0].value, other == 1 ? "Noor" : "Anna");
        assert_string_equal(update->cells[0].before, "Anna");
        update_free(update);
    }
    board_set_free(set);
}

// What the first of a list came after lies before it, out of the list.
static void a_short_list_says_what_a_long_one_does(void **state)
{
    enum { ALL = 1000 };
    struct fixture *fixture = *state;
    static struct deed all[ALL];
    static struct deed some[ALL];

    open_example(fixture);
    struct board_set *set = load(fixture);
    for (size_t i = 0; i < TOUCHES; i++) {
        now_ms += INT64_C(86400000);
        set = touch_by(fixture, set, &touches[i], "Sanne");
        for (int back = 0; back < 2 && i % 3 != 0; back++) {
            deed_list(example(set), NULL, NULL, all, 1);
            set = undo(fixture, set, &all[0]);
        }
    }
    size_t count = deed_list(example(set), NULL, NULL, all, ALL);
    assert_true(count > TOUCHES);
    size_t undoing = 0;
    for (size_t size = 1; size <= count; size++) {
        assert_int_equal(deed_list(example(set), NULL, NULL, some, size), size);
        for (size_t i = 0; i < size; i++) {
            assert_ptr_equal(some[i].first, all[i].first);
            assert_int_equal(some[i].count, all[i].count);
            assert_int_equal(some[i].standing, all[i].standing);
            assert_int_equal(some[i].undoes, all[i].undoes);
        }
        undoing += all[size - 1].undoes ? 1 : 0;
    }
    assert_true(undoing > 0);
    board_set_free(set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(every_touch_is_a_deed),
        fixture_test(a_short_list_says_what_a_long_one_does),
        fixture_test(a_deed_is_no_undo_of_an_older_one),
        fixture_test(only_what_nobody_changed_since),
        fixture_test(deeds_of_a_track_or_an_author),
        fixture_test(text_comes_back_byte_for_byte),
        fixture_test(a_deleted_row_comes_back),
        fixture_test(a_conflict_ends_either_way),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
