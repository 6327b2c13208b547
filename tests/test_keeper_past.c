// The keeper answers what the boards were: the newest question, without anybody waiting.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "keeper_fixture.h"

// The answer to this question; whatever comes before it is let go.
static struct board_set *await_past(struct house *house, int64_t wanted_ms, int *answers)
{
    int64_t until = now_ms(house) + PATIENCE_MS;
    struct pollfd wait = {.fd = house->awake, .events = POLLIN};

    for (*answers = 0; now_ms(house) <= until;) {
        int64_t at_ms = 0;
        struct board_set *set = keeper_take_past(house->keeper, &at_ms);
        *answers += set != NULL;
        if (set != NULL && at_ms == wanted_ms) {
            return set;
        }
        board_set_free(set);
        if (set == NULL && poll(&wait, 1, (int)(until - now_ms(house)) + 1) > 0) {
            uint64_t count;
            assert_int_equal(read(house->awake, &count, sizeof count), sizeof count);
        }
    }
    return NULL;
}

static void touch(struct house *house, uint64_t serial, const char *title)
{
    struct update *update = calloc(1, sizeof *update);

    *update = (struct update){.serial = serial, .author = "Sam", .board = "proef"};
    update->cells = arena_alloc(&update->arena, sizeof *update->cells);
    update->cells[0] = (struct update_cell){
        .table = "action",
        .row = "proef/1.1a",
        .column = "title",
        .value = arena_string(&update->arena, title),
    };
    update->count = update->room = 1;
    keeper_put(house->keeper, update);
    struct board_set *set = await(house, has_title, title, PATIENCE_MS);
    assert_non_null(set);
    board_set_free(set);
}

static void the_boards_of_a_moment(void **state)
{
    struct house *house = *state;
    int answers;

    start_with_board(house);
    int64_t first_ms = house->fixture->env.now_ms(NULL);
    usleep(5000);
    touch(house, 1, "twee");
    int64_t second_ms = house->fixture->env.now_ms(NULL);
    usleep(5000);
    touch(house, 2, "drie");
    keeper_ask_past(house->keeper, first_ms);
    struct board_set *set = await_past(house, first_ms, &answers);
    assert_non_null(set);
    assert_true(has_title(set, "Zorgplicht uitleggen"));
    board_set_free(set);
    keeper_ask_past(house->keeper, second_ms);
    set = await_past(house, second_ms, &answers);
    assert_non_null(set);
    assert_true(has_title(set, "twee"));
    board_set_free(set);
    keeper_ask_past(house->keeper, 1); // before there was anything
    set = await_past(house, 1, &answers);
    assert_non_null(set);
    assert_int_equal(set->count, 0);
    board_set_free(set);
    int64_t at_ms;
    assert_null(keeper_take_past(house->keeper, &at_ms)); // once
}

// Somebody drags a slider: asking takes no time, and what is older than the newest question
// when the keeper gets to it is never built.
static void only_the_newest_question_counts(void **state)
{
    enum { QUESTIONS = 2000 };
    struct house *house = *state;
    int answers;

    start_with_board(house);
    int64_t now = house->fixture->env.now_ms(NULL);
    int64_t began = now_ms(house);
    for (int i = QUESTIONS; i >= 0; i--) {
        keeper_ask_past(house->keeper, now + SECOND_MS + i);
    }
    assert_true(now_ms(house) - began < SECOND_MS);
    struct board_set *set = await_past(house, now + SECOND_MS, &answers);
    assert_non_null(set);
    assert_true(has_title(set, "Zorgplicht uitleggen"));
    assert_true(answers < QUESTIONS / 2);
    board_set_free(set);
}

// Nobody takes the answer, or the keeper stops with a question: nothing leaks.
static void an_answer_that_nobody_takes(void **state)
{
    struct house *house = *state;

    start_with_board(house);
    keeper_ask_past(house->keeper, house->fixture->env.now_ms(NULL));
    usleep(50000);
    keeper_ask_past(house->keeper, 1);
    keeper_stop(house->keeper);
    start_keeper(house);
    int64_t at_ms;
    assert_null(keeper_take_past(house->keeper, &at_ms));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        house_test(the_boards_of_a_moment),
        house_test(only_the_newest_question_counts),
        house_test(an_answer_that_nobody_takes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
