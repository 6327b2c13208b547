// Calendar entries: what RFC 5545 asks of them, and what they say.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "board/ical.h"
#include "board_fixture.h"

enum { ROOM = 8192, ITEMS = 40 };

// 11 November 2025, 9.42 in UTC.
#define NOW_MS (INT64_C(1762854120) * 1000)

// Undoes the folding; every line has to end in CRLF and be at most 75 octets long.
static void unfold(const char *text, char *out)
{
    while (*text != '\0') {
        const char *end = strstr(text, "\r\n");
        assert_non_null(end);
        assert_true(end - text <= 75);
        for (const char *c = text; c < end; c++) {
            assert_true(*c != '\n' && *c != '\r');
        }
        assert_true(((unsigned char)text[text[0] == ' '] & 0xc0) != 0x80);
        bool more = end[2] == ' ';
        memcpy(out, text, (size_t)(end - text));
        out += end - text;
        text = end + 2;
        if (more) {
            text++;
        } else {
            *out++ = '\n';
        }
    }
    *out = '\0';
}

static size_t written(const char *plan, const char *about, size_t count, size_t size,
                      char out[ROOM])
{
    struct board_set *set = fixture_plan_with(plan);
    const struct board *board = &set->boards[0];
    struct ical_item items[ITEMS];
    char text[ROOM];

    assert_true(count <= ITEMS);
    for (size_t i = 0; i < count; i++) {
        items[i] = (struct ical_item){&board->actions[i % board->action_count],
                                      &board->columns[0], about};
    }
    size_t result = ical_write(board, items, count, NOW_MS, text, size);
    assert_true(strlen(text) < size);
    unfold(text, out);
    board_set_free(set);
    return result;
}

static void an_entry_says_it_all(void **state)
{
    char text[ROOM];

    (void)state;
    assert_int_equal(written("action b/1.1a due=schooljaar 2025-2026\n",
                             "Gemeente: vertalen; op koers, \\ klaar\nzo", 1, ROOM, text),
                     1);
    assert_string_equal(text,
                        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//regiebord//NL\n"
                        "BEGIN:VEVENT\nUID:b.1.1a.g@regiebord\n"
                        "DTSTAMP:20251111T094200Z\n"
                        "DTSTART;VALUE=DATE:20260731\n"
                        "SUMMARY:1.1a Leren signaleren\n"
                        "DESCRIPTION:Gemeente: vertalen\\; op koers\\, \\\\ klaar\\nzo\n"
                        "END:VEVENT\nEND:VCALENDAR\n");
}

static void the_day_is_the_last_of_the_due(void **state)
{
    static const struct {
        const char *due, *line;
    } cases[] = {
        {"2024", "DTSTART;VALUE=DATE:20241231\n"},
        {"12-05-2026", "DTSTART;VALUE=DATE:20260512\n"},
        {"februari 2024", "DTSTART;VALUE=DATE:20240229\n"},
        {"eerste helft 2026", "DTSTART;VALUE=DATE:20260630\n"},
        {"Continu", NULL},
        {"elke vier maanden", NULL},
        {"p.m.", NULL},
        {"een jaar na de start", NULL},
        {"na vaststelling", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char plan[128];
        char text[ROOM];
        snprintf(plan, sizeof plan, "action b/1.1a due=%s\n", cases[i].due);
        assert_int_equal(written(plan, "", 1, ROOM, text), 1);
        if (cases[i].line != NULL) {
            assert_non_null(strstr(text, cases[i].line));
            assert_non_null(strstr(text, "BEGIN:VEVENT\n"));
        } else {
            assert_null(strstr(text, "DTSTART"));
            assert_non_null(strstr(text, "BEGIN:VTODO\n"));
            assert_non_null(strstr(text, "END:VTODO\n"));
        }
        assert_null(strstr(text, "DESCRIPTION"));
    }
}

// Long lines with letters of more than one byte fold between characters: unfold looks.
static void long_lines_fold(void **state)
{
    char about[700] = "";
    char text[ROOM];

    (void)state;
    for (int i = 0; i < 200; i++) {
        memcpy(about + strlen(about),
               i % 3 == 0   ? "ë"
               : i % 3 == 1 ? "x"
                            : "€",
               i % 3 == 1   ? 2
               : i % 3 == 0 ? 3
                            : 4);
    }
    for (size_t skip = 0; skip < 12; skip += 3) {
        assert_int_equal(written("", about + skip, 1, ROOM, text), 1);
        assert_non_null(strstr(text, about + skip));
    }
}

static void what_does_not_fit_is_left_out(void **state)
{
    char text[ROOM];
    size_t before = 0;

    (void)state;
    for (size_t size = 1; size < 3000; size += 7) {
        size_t count = written("", "Gemeente: vertalen", 12, size, text);
        size_t begun = 0;
        size_t ended = 0;
        for (const char *at = text; (at = strstr(at, "BEGIN:V")) != NULL; at++) {
            begun++;
        }
        for (const char *at = text; (at = strstr(at, "END:V")) != NULL; at++) {
            ended++;
        }
        assert_int_equal(begun, count > 0 ? count + 1 : 0);
        assert_int_equal(ended, begun);
        assert_true(count >= before);
        before = count;
    }
    assert_int_equal(before, 12);
    assert_int_equal(written("", "", 0, ROOM, text), 0);
    assert_string_equal(text, "");
}

static void names_of_entries_are_plain(void **state)
{
    char text[ROOM];

    (void)state;
    written("action b/1.1a code=1.1 ä/b\n", "", 1, ROOM, text);
    const char *uid = strstr(text, "UID:");
    assert_non_null(uid);
    for (uid += 4; *uid != '\n'; uid++) {
        assert_true((*uid >= '0' && *uid <= '9') || (*uid >= 'a' && *uid <= 'z') ||
                    strchr(".-@", *uid) != NULL);
    }
}

// A code is cut where a character ends.
static void long_codes_are_cut_whole(void **state)
{
    static const char *const starts[] = {"1", "12", "123"};
    char text[ROOM];
    char plan[200];
    char clean[ROOM];

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        snprintf(
            plan, sizeof plan,
            "action b/1.1a code=%s\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac\xe2\x82"
            "\xac\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac\xe2\x82"
            "\xac\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac\n",
            starts[i]);
        assert_int_equal(written(plan, "", 1, ROOM, text), 1);
        utf8_clean(text, strlen(text), true, clean, sizeof clean);
        assert_string_equal(clean, text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_entry_says_it_all),
        cmocka_unit_test(the_day_is_the_last_of_the_due),
        cmocka_unit_test(long_lines_fold),
        cmocka_unit_test(what_does_not_fit_is_left_out),
        cmocka_unit_test(names_of_entries_are_plain),
        cmocka_unit_test(long_codes_are_cut_whole),
    };
    setenv("TZ", "Europe/Amsterdam", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
