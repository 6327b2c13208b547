// desk/a4: what stands on the page of a board and on the list of a meeting's decisions, and
// that the heights that are written never come to more than a page.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "board/signal.h"
#include "desk/a4_board.h"
#include "desk/a4_minutes.h"
#include "odd_boards.h"

static const int64_t NOW_MS = 1764255600000; // 27 November 2025, 16.00

static char *page_of(const struct board *board, const struct meeting *meeting)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);

    assert_non_null(out);
    assert_true(meeting == NULL ? a4_board(out, board, NOW_MS)
                                : a4_minutes(out, board, meeting, NOW_MS));
    fclose(out);
    return text;
}

static void assert_has(const char *page, const char *part)
{
    if (strstr(page, part) == NULL) {
        fail_msg("\"%s\" is not on the page", part);
    }
}

static size_t times(const char *page, const char *part)
{
    size_t count = 0;

    for (const char *at = strstr(page, part); at != NULL; at = strstr(at + 1, part)) {
        count++;
    }
    return count;
}

static struct board_set *meeting_set(int decisions, const char *text)
{
    struct fixture fixture = {0};

    fixture_add(
        &fixture, FIXTURE_PLAN
        "meeting b/m1 board=b|body=regiegroep|starts=2025-09-25T14:00|state=gesloten\n"
        "meeting b/m2 board=b|body=Regiegroep|starts=2025-11-27T14:00|place=Stadskantoor\n"
        "meeting b/m3 board=b|body=OOGO|starts=2025-11-20T14:00\n"
        "decision b/d0 board=b|meeting=b/m1|action=2.1a|text=Eerder "
        "beloofd|lead=GGD|due=eind 2025|state=open\n"
        "decision b/dk board=b|meeting=b/m1|action=2.1a|text=Al gedaan|state=klaar\n"
        "decision b/dx board=b|meeting=b/m3|action=2.1a|text=Van een ander "
        "overleg|state=open\n");
    for (int i = 0; i < decisions; i++) {
        odd_add(
            &fixture,
            "decision b/e%03d board=b|meeting=b/m2|action=1.1a|column_id=g|text=Besluit "
            "nummer %d. %s|lead=Trekker %d|due=maart 2026|state=%s",
            i, i, text, i, i % 2 == 0 ? "open" : "besloten");
    }
    struct board_set *set = fixture_build(&fixture);
    fixture_finish(&fixture);
    assert_non_null(set);
    return set;
}

static const struct meeting *meeting_at(const struct board *board, const char *row)
{
    for (size_t i = 0; i < board->meeting_count; i++) {
        if (strcmp(board->meetings[i].row, row) == 0) {
            return &board->meetings[i];
        }
    }
    fail();
    return NULL;
}

static void names_every_decision(void **state)
{
    static const int counts[] = {1, 5, 12, 30, 60};

    (void)state;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        char part[60];
        struct board_set *set = meeting_set(counts[i], "Kort.");
        const struct board *board = &set->boards[0];
        char *page = page_of(board, meeting_at(board, "b/m2"));

        for (int j = 0; j < counts[i]; j++) {
            snprintf(part, sizeof part, "Besluit nummer %d.", j);
            assert_has(page, part);
        }
        snprintf(part, sizeof part, "Besluiten: %d<", counts[i]);
        assert_has(page, part);
        assert_has(page, "Nog open van eerdere keren: 1<");
        assert_has(page, "Eerder beloofd");
        assert_int_equal(times(page, "Al gedaan"), 0);
        assert_int_equal(times(page, "Van een ander overleg"), 0);
        assert_int_equal(times(page, "zie het bord"), 0);
        free(page);
        board_set_free(set);
    }
}

static void counts_what_does_not_fit(void **state)
{
    char *large = odd_repeat("tekst zonder einde ", 40);
    struct board_set *set = meeting_set(400, large);
    const struct board *board = &set->boards[0];
    char *page = page_of(board, meeting_at(board, "b/m2"));
    size_t named = times(page, ">Gemeente: Besluit nummer");
    char part[60];

    (void)state;
    snprintf(part, sizeof part, "en nog %zu besluiten, zie het bord", 400 - named);
    assert_has(page, part);
    assert_true(named > 80);
    free(page);
    free(large);
    board_set_free(set);
}

static void says_when_nothing_was_decided(void **state)
{
    struct board_set *set = meeting_set(0, "");
    const struct board *board = &set->boards[0];
    char *page = page_of(board, meeting_at(board, "b/m2"));

    (void)state;
    assert_has(page, "In dit overleg is niets besloten.");
    assert_has(page, "Regiegroep, 27 november 2025,");
    free(page);
    board_set_free(set);
}

static void finds_the_meeting_that_is_meant(void **state)
{
    static const struct {
        const char *name, *row;
    } cases[] = {
        {"b/m1", "b/m1"},
        {"regiegroep/2025-09-25", "b/m1"},
        {"REGIEGROEP/2025-11-27", "b/m2"},
        {"regiegroep", "b/m2"},
        {"OOGO", "b/m3"},
        {"OOGO/2025-09-25", NULL},
        {"geen", NULL},
        {"", NULL},
    };
    struct board_set *set = meeting_set(0, "");
    const struct board *board = &set->boards[0];
    int32_t today = 0;

    (void)state;
    day_local(NOW_MS, &today, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct meeting *found = a4_minutes_find(board, cases[i].name, today);
        assert_string_equal(found == NULL ? "-" : found->row,
                            cases[i].row == NULL ? "-" : cases[i].row);
    }
    board_set_free(set);
}

static void names_files_without_tricks(void **state)
{
    struct fixture fixture = {0};
    char name[A4_NAME_BYTES];

    (void)state;
    fixture_add(&fixture,
                FIXTURE_PLAN "meeting b/1 board=b|body=../../etc/Één|starts=2025-11-27\n"
                             "meeting b/2 board=b|body=../../etc/één|starts=2025-11-27\n"
                             "meeting b/3 board=b|body=///|starts=\n");
    struct board_set *set = fixture_build(&fixture);
    const struct board *board = &set->boards[0];
    a4_minutes_name(board, meeting_at(board, "b/1"), name);
    assert_string_equal(name, "besluitenlijst-b-etc-een-2025-11-27.html");
    a4_minutes_name(board, meeting_at(board, "b/2"), name);
    assert_string_equal(name, "besluitenlijst-b-etc-een-2025-11-27-2.html");
    a4_minutes_name(board, meeting_at(board, "b/3"), name);
    assert_string_equal(name, "besluitenlijst-b-overleg-zonder-datum.html");
    board_set_free(set);
    fixture_finish(&fixture);
}

// The heights of what flows down the page: rows, lines and spaces directly in it.
static double flow_mm(const char *page)
{
    double height = 0;
    int depth = 0;

    for (const char *at = strstr(page, "<div class=\"page\">"); at != NULL && *at != '\0';
         at++) {
        if (strncmp(at, "<div", 4) == 0) {
            const char *end = strchr(at, '>');
            const char *size = strstr(at, "height:");
            const char *margins = strstr(at, "margin-top:1mm;margin-bottom:1mm");
            bool absolute = strstr(at, "foot") != NULL && strstr(at, "foot") < end;
            absolute = absolute ||
                       (strstr(at, "absolute") != NULL && strstr(at, "absolute") < end);
            while (size != NULL && size < end && size[-1] == '-') {
                size = strstr(size + 1, "height:"); // line-height
            }
            if (depth == 1 && !absolute && size != NULL && size < end) {
                height += atof(size + strlen("height:"));
                height += margins != NULL && margins < end ? 2 : 0;
            }
            depth++;
        } else if (strncmp(at, "</div>", 6) == 0) {
            depth--;
        }
    }
    return height;
}

static void add_exceptions(struct fixture *fixture, int count, const char *text)
{
    static const char *const healths[] = {"knelpunt", "aandacht"};

    for (int i = 0; i < count; i++) {
        odd_add(
            fixture,
            "action b/x%03d board=b|goal=1.1|code=x%03d|title=Titel %s|text=Iets|due=2024|"
            "funding=NPO|position=%d",
            i, i, text, i + 10);
        odd_add(fixture, "track b/x%03d/g board=b|action=x%03d|column_id=g", i, i);
        odd_add(fixture,
                "! track b/x%03d/g health=%s|reason=%s|stage=beleggen|reported=2025-11-01|"
                "lead=GGD",
                i, healths[i % 2], text);
    }
}

static void a_page_is_never_too_high(void **state)
{
    static const int counts[] = {0, 1, 5, 20, 60, 300};
    char *large = odd_repeat("W een heel lange tekst ", 30);

    (void)state;
    for (size_t i = 0; i < 2 * sizeof counts / sizeof *counts; i++) {
        struct fixture fixture = {0};
        fixture_add(&fixture, FIXTURE_PLAN "@ 2025-11-01 14:00\nby Sam\n");
        add_exceptions(&fixture, counts[i / 2], i % 2 == 0 ? "kort" : large);
        struct board_set *set = fixture_build(&fixture);
        char *page = page_of(&set->boards[0], NULL);
        double height = flow_mm(page);
        assert_true(height > 80);
        assert_true(height <= 272.01);
        if (counts[i / 2] == 0) {
            assert_has(page, "Er is nog niets gemeld.");
        }
        free(page);
        board_set_free(set);
        fixture_finish(&fixture);
    }
    for (int i = 0; i < 400; i += 13) {
        struct board_set *set = meeting_set(i, i % 2 == 0 ? "kort" : large);
        char *page = page_of(&set->boards[0], meeting_at(&set->boards[0], "b/m2"));
        assert_true(flow_mm(page) <= 272.01);
        free(page);
        board_set_free(set);
    }
    free(large);
}

// Two points of a track each (its sign, and its action over time), all told or counted.
static void counts_every_exception(void **state)
{
    static const int counts[] = {5, 60};

    (void)state;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        struct fixture fixture = {0};
        char part[60];
        fixture_add(&fixture, FIXTURE_PLAN "@ 2025-11-01 14:00\nby Sam\n");
        add_exceptions(&fixture, counts[i], "kort");
        struct board_set *set = fixture_build(&fixture);
        int32_t today = 0;
        struct attention list[400];
        day_local(NOW_MS, &today, NULL);
        size_t all = attention_list(&set->boards[0], today, list, 400);
        size_t points = 0;
        while (points < all && list[points].kind != ATTENTION_GAP) {
            points++;
        }
        char *page = page_of(&set->boards[0], NULL);
        size_t told = times(page, "<div class=\"cell\" style=\"width:5.0mm\"><svg");
        snprintf(part, sizeof part, "Wat aandacht vraagt: %zu punten", points);
        assert_has(page, part);
        if (told < points) {
            snprintf(part, sizeof part, "en nog %zu punten, zie het bord", points - told);
            assert_has(page, part);
        }
        assert_true(told >= 8);
        assert_true(points > (size_t)counts[i]);
        free(page);
        board_set_free(set);
        fixture_finish(&fixture);
    }
}

static void nothing_of_a_board_is_markup(void **state)
{
    static const char evil[] = "<script>alert(1)</script>\"'><img src=x onerror=y>";
    struct fixture fixture = {0};

    (void)state;
    odd_add(
        &fixture,
        "board b title=%s|wall=%s|region=%s|source=%s|subtitle=%s|example=ja\n"
        "board_column b/g board=b|column_id=g|title=%s|wall=%s|letter=<\n"
        "ambition b/1 board=b|code=1|title=%s|wall=%s\n"
        "goal b/1.1 board=b|ambition=1|code=1.1|title=%s\n"
        "action b/1.1a board=b|goal=1.1|code=1.1a|title=%s|text=%s|due=2020|position=1\n"
        "track b/1.1a/g board=b|action=1.1a|column_id=g\n"
        "stage b/s board=b|name=%s\n"
        "rhythm b/r board=b|title=%s|due=%s|who=%s\n"
        "abbreviation b/a board=b|name=alert|meaning=%s\n"
        "meeting b/m board=b|body=%s|starts=2025-11-27T14:00|place=%s|agenda=%s\n"
        "decision b/d board=b|meeting=b/m|action=1.1a|text=%s|lead=%s|due=%s|state=open\n"
        "@ 2025-11-01 14:00\nby Sam\n"
        "! track b/1.1a/g health=knelpunt|reason=%s|reported=2025-11-01\n",
        evil, evil, evil, evil, evil, evil, evil, evil, evil, evil, evil, evil, evil, evil,
        evil, evil, evil, evil, evil, evil, evil, evil, evil, evil);
    struct board_set *set = fixture_build(&fixture);
    const struct board *board = &set->boards[0];
    for (int i = 0; i < 2; i++) {
        char *page = page_of(board, i == 0 ? NULL : &board->meetings[0]);
        assert_has(page, "&lt;script&gt;");
        assert_has(page, "VOORBEELD");
        assert_int_equal(times(page, "<script"), 0);
        assert_int_equal(times(page, "<img"), 0);
        assert_int_equal(times(page, "href"), 0);
        assert_int_equal(times(page, "url("), 0);
        assert_int_equal(times(page, "http:") + times(page, "https:"), 0);
        free(page);
    }
    board_set_free(set);
    fixture_finish(&fixture);
}

int main(void)
{
    setenv("TZ", "Europe/Amsterdam", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_every_decision),
        cmocka_unit_test(counts_what_does_not_fit),
        cmocka_unit_test(says_when_nothing_was_decided),
        cmocka_unit_test(finds_the_meeting_that_is_meant),
        cmocka_unit_test(names_files_without_tricks),
        cmocka_unit_test(a_page_is_never_too_high),
        cmocka_unit_test(counts_every_exception),
        cmocka_unit_test(nothing_of_a_board_is_markup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
