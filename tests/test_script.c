// Every command of a play script, and every way to get one wrong.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "touch/script.h"

static void commands_are_read(void **state)
{
    static const struct {
        const char *text;
        struct script_line line;
    } cases[] = {
        {"tap \"Jeugdhulp\"",
         {.verb = SCRIPT_TAP, .target = {.label = "Jeugdhulp", .nth = 1}}},
        {"tap 3 of \"Jeugd hulp\"",
         {.verb = SCRIPT_TAP, .target = {.label = "Jeugd hulp", .nth = 3}}},
        {"tap 100,200 # there",
         {.verb = SCRIPT_TAP,
          .target = {.placed = true, .nth = 1, .x_px = 100, .y_px = 200}}},
        {"  hold\t\"a \\\"b\\\" \\\\ # c\"\r",
         {.verb = SCRIPT_HOLD, .target = {.label = "a \"b\" \\ # c", .nth = 1}}},
        {"swipe left", {.verb = SCRIPT_SWIPE, .direction = SCRIPT_LEFT}},
        {"swipe down on \"lijst\"",
         {.verb = SCRIPT_SWIPE,
          .direction = SCRIPT_DOWN,
          .target = {.label = "lijst", .nth = 1}}},
        {"fling up", {.verb = SCRIPT_FLING, .direction = SCRIPT_UP}},
        {"fling down on 2 of \"x\"",
         {.verb = SCRIPT_FLING,
          .direction = SCRIPT_DOWN,
          .target = {.label = "x", .nth = 2}}},
        {"drag \"lijst\" by 0,-300",
         {.verb = SCRIPT_DRAG, .target = {.label = "lijst", .nth = 1}, .dy_px = -300}},
        {"drag 5,6 by 7,8",
         {.verb = SCRIPT_DRAG,
          .target = {.placed = true, .nth = 1, .x_px = 5, .y_px = 6},
          .dx_px = 7,
          .dy_px = 8}},
        {"type \"coördinatie\"", {.verb = SCRIPT_TYPE, .text = "coördinatie"}},
        {"key back", {.verb = SCRIPT_KEY, .key = KEY_BACK}},
        {"wait 2s", {.verb = SCRIPT_WAIT, .wait_ms = 2000}},
        {"wait 300ms", {.verb = SCRIPT_WAIT, .wait_ms = 300}},
        {"wait 0.5s", {.verb = SCRIPT_WAIT, .wait_ms = 500}},
        {"expect \"op koers\"", {.verb = SCRIPT_EXPECT, .text = "op koers"}},
        {"expect no \"Fout\"", {.verb = SCRIPT_EXPECT_NO, .text = "Fout"}},
        {"expect screen kaart", {.verb = SCRIPT_EXPECT_SCREEN, .text = "kaart"}},
        {"expect asleep", {.verb = SCRIPT_EXPECT_ASLEEP}},
        {"expect awake", {.verb = SCRIPT_EXPECT_AWAKE}},
        {"render shots/x.png", {.verb = SCRIPT_RENDER, .text = "shots/x.png"}},
        {"render \"met spatie.png\"", {.verb = SCRIPT_RENDER, .text = "met spatie.png"}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct script script;
        char error[200] = "";
        const struct script_line *want = &cases[i].line;
        if (!script_parse(&script, cases[i].text, "f", error, sizeof error)) {
            fail_msg("%s", error);
        }
        assert_int_equal(script.count, 1);
        const struct script_line *got = &script.lines[0];
        assert_int_equal(got->verb, want->verb);
        assert_int_equal(got->target.placed, want->target.placed);
        assert_int_equal(got->target.x_px, want->target.x_px);
        assert_int_equal(got->target.y_px, want->target.y_px);
        assert_int_equal(got->target.nth, want->target.nth);
        assert_int_equal(got->direction, want->direction);
        assert_int_equal(got->dx_px, want->dx_px);
        assert_int_equal(got->dy_px, want->dy_px);
        assert_int_equal(got->wait_ms, want->wait_ms);
        assert_int_equal(got->key, want->key);
        assert_string_equal(got->text == NULL ? "" : got->text,
                            want->text == NULL ? "" : want->text);
        const char *label = got->target.label;
        const char *want_label = want->target.label;
        assert_string_equal(label == NULL ? "" : label,
                            want_label == NULL ? "" : want_label);
        script_finish(&script);
    }
}

static void lines_are_counted(void **state)
{
    struct script script;
    char error[200];

    (void)state;
    assert_true(script_parse(&script, "# begin\n\n tap \"a\"\r\n   # b\nwait 1s\n\n", "f",
                             error, sizeof error));
    assert_int_equal(script.count, 2);
    assert_int_equal(script.lines[0].number, 3);
    assert_int_equal(script.lines[1].number, 5);
    script_finish(&script);
    assert_true(script_parse(&script, "", "f", error, sizeof error));
    assert_int_equal(script.count, 0);
    script_finish(&script);
}

static void mistakes_are_named(void **state)
{
    static const struct {
        const char *text, *error;
    } cases[] = {
        {"poke \"x\"",
         "f:1: no such command: use tap, hold, swipe, fling, drag, type, key, wait, "
         "expect or render"},
        {"\n\ntap", "f:3: nothing to touch: write \"label\", 2 of \"label\" or 100,200"},
        {"tap Jeugdhulp",
         "f:1: nothing to touch: write \"label\", 2 of \"label\" or 100,200"},
        {"tap \"Jeugdhulp", "f:1: the text does not end: close it with \""},
        {"tap \"\"", "f:1: the text is empty: write what to look for between the quotes"},
        {"tap 0 of \"x\"", "f:1: there is no such count: count from 1"},
        {"tap 5", "f:1: two numbers are missing: write them as 100,200"},
        {"tap 5,x", "f:1: the second number is missing: write 100,200"},
        {"tap 5,6 7", "f:1: something is left at the end: one command per line"},
        {"swipe sideways", "f:1: which way?: write left, right, up or down"},
        {"drag \"x\"", "f:1: how far?: write by 0,-300 behind it"},
        {"drag \"x\" by 9", "f:1: two numbers are missing: write them as 100,200"},
        {"type kosten", "f:1: a text in quotes is missing: write it between \" and \""},
        {"key f5",
         "f:1: which key?: write back, enter, erase, left, right, up, down or home"},
        {"wait", "f:1: how long?: write 300ms or 2s, at most 600s"},
        {"wait 5", "f:1: how long?: write 300ms or 2s, at most 600s"},
        {"wait -1s", "f:1: how long?: write 300ms or 2s, at most 600s"},
        {"wait 1e99s", "f:1: how long?: write 300ms or 2s, at most 600s"},
        {"wait nans", "f:1: how long?: write 300ms or 2s, at most 600s"},
        {"expect", "f:1: a text in quotes is missing: write it between \" and \""},
        {"expect asleep now", "f:1: something is left at the end: one command per line"},
        {"expect screen", "f:1: a name is missing: write expect screen kaart"},
        {"render # later", "f:1: a name is missing: write render kaart.png"},
        {"tap 99999999999999999999,3",
         "f:1: two numbers are missing: write them as 100,200"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct script script;
        char error[200] = "";
        assert_false(script_parse(&script, cases[i].text, "f", error, sizeof error));
        assert_string_equal(error, cases[i].error);
        assert_null(script.lines);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commands_are_read),
        cmocka_unit_test(lines_are_counted),
        cmocka_unit_test(mistakes_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
