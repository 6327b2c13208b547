// Closing a meeting asks for its A4 once, with what the wall shows at that moment.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "change_fixture.h"
#include "share/paper.h"

static const char MEETINGS[] =
    "meeting b/m board=b|body=Regiegroep|starts=2025-11-11T10:00|state=bezig\n"
    "meeting b/n board=b|body=OOGO|starts=2025-12-11T10:00\n"
    "decision b/d board=b|meeting=b/m|action=1.1a|text=Naar OOGO|lead=GGD|state=open\n";

static void begin(struct session *session)
{
    session_init(session, panel_named("55\" HD"), &ruler, 0);
    session->clock_ms = day_moment_ms(fixture_day("2025-11-11"), 642);
    session_take(session, fixture_plan_with(MEETINGS), 0);
    snprintf(session->ui.who, sizeof session->ui.who, "Sam");
}

// What app.c does with the queue; returns how many updates there were.
static int take_updates(struct session *session)
{
    struct update *update = NULL;
    int count = 0;

    while ((update = session_update(session)) != NULL) {
        update_free(update);
        count++;
    }
    return count;
}

static void closing_asks_for_a_paper_once(void **state)
{
    struct session session;
    char name[A4_NAME_BYTES] = "";

    (void)state;
    begin(&session);
    assert_null(session_paper(&session, name));
    touch(&session, UPDATE_DECIDE, "1.1a/g", DECIDE_AGREED, "");
    take_updates(&session);
    assert_null(session_paper(&session, name));
    assert_false(session_owes(&session));
    touch(&session, UPDATE_MEETING_CLOSE, "b/m", 0, "");
    assert_int_equal(take_updates(&session), 1);
    assert_true(session_owes(&session));
    char *text = session_paper(&session, name);
    assert_non_null(text);
    assert_string_equal(name, "besluitenlijst-b-regiegroep-2025-11-11.html");
    assert_true(paper_name_sound(name));
    assert_non_null(strstr(text, "Naar OOGO"));
    assert_non_null(strstr(text, "GGD"));
    assert_null(session_paper(&session, name));
    assert_false(session_owes(&session));
    free(text);
    session_finish(&session);
}

static void opening_asks_for_none(void **state)
{
    struct session session;
    char name[A4_NAME_BYTES] = "";

    (void)state;
    begin(&session);
    touch(&session, UPDATE_MEETING_OPEN, "b/n", 0, "");
    take_updates(&session);
    assert_null(session_paper(&session, name));
    session_finish(&session);
}

static void a_meeting_that_went_asks_for_none(void **state)
{
    struct session session;
    char name[A4_NAME_BYTES] = "";

    (void)state;
    begin(&session);
    touch(&session, UPDATE_MEETING_CLOSE, "b/m", 0, "");
    assert_int_equal(take_updates(&session), 1);
    session_take(&session, fixture_plan_with(""), 0);
    assert_null(session_paper(&session, name));
    assert_false(session_owes(&session));
    session_finish(&session);
}

static void names_lead_nowhere_else(void **state)
{
    static const char *const bad[] = {"",           ".",        "..",
                                      ".verborgen", "a/b.html", "A.html",
                                      "a b.html",   "é.html",   "../a.html"};

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(paper_name_sound(bad[i]));
    }
    assert_true(paper_name_sound("besluitenlijst-a-b-2025-11-27-2.html"));
}

int main(void)
{
    setenv("TZ", "Europe/Amsterdam", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(closing_asks_for_a_paper_once),
        cmocka_unit_test(opening_asks_for_none),
        cmocka_unit_test(a_meeting_that_went_asks_for_none),
        cmocka_unit_test(names_lead_nowhere_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
