// Touch updates: what they write, that the wall shows at once what the store shows later,
// and that they can be taken back.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "share/site.h"
#include "update_fixture.h"

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

// The same by the log of a device, which writes every cell of a touch.
static void shows_at_once_what_a_device_builds(void **state)
{
    struct fixture *fixture = *state;

    open_example(fixture);
    const struct site_options options = {
        .share_dir = fixture->share, .state_dir = fixture->state, .env = &fixture->env};
    struct site *site = site_open(&options);
    assert_non_null(site);
    site_step(site, true);
    struct board_set *set = site_boards(site);
    for (size_t i = 0; i < TOUCHES; i++) {
        const struct board *board = board_set_find(set, "voorbeeld");
        const struct update_wish wish = wish_of(board, &touches[i]);
        char what[40];
        now_ms += INT64_C(86400000);
        struct update *update = update_make(board, &wish, "Sanne", today_of());
        struct update *inverse = update == NULL ? NULL : update_inverse(update);
        assert_non_null(inverse);
        struct update *steps[] = {update, inverse, update};
        for (size_t k = 0; k < 3; k++) {
            snprintf(what, sizeof what, "touch %zu, step %zu", i, k);
            now_ms += 5000;
            assert_true(update_apply(set, steps[k], now_ms));
            assert_true(site_write(site, steps[k]));
            struct board_set *built = site_boards(site);
            assert_non_null(built);
            expect_same(what, set, built);
            assert_int_equal(same_moments(what, board_set_find(set, "voorbeeld"),
                                          board_set_find(built, "voorbeeld"), 1000),
                             0);
            board_set_free(set);
            set = built;
        }
        update_free(update);
        update_free(inverse);
    }
    struct deed deeds[3];
    assert_int_equal(deed_list(board_set_find(set, "voorbeeld"), NULL, "Sanne", deeds, 3),
                     3);
    assert_true(deeds[0].standing);
    assert_true(deeds[1].undoes);
    assert_false(deeds[1].standing);
    board_set_free(set);
    site_close(site);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        fixture_test(shows_at_once_what_will_be_built),
        fixture_test(shows_at_once_what_a_device_builds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
