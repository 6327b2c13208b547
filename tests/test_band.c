// view/band: a wall that cannot be believed says so over its whole width, in letters that
// are read from the table, on every panel.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/day.h"
#include "odd_boards.h"
#include "session.h"
#include "view_fixture.h"

#define DAY INT64_C(86400000)
#define HOUR INT64_C(3600000)

static int64_t now_ms(void)
{
    return day_moment_ms(day_of((struct date){2025, 11, 11}), 642);
}

static struct sync_state well(void)
{
    return (struct sync_state){
        .read_ms = now_ms(),
        .heard_ms = now_ms(),
        .device_count = 2,
        .devices = {{.id = "0123456789abcdef", .self = true}, {.id = "fedcba9876543210"}}};
}

static struct sync_state cut_off(void)
{
    struct sync_state sync = well();

    sync.heard_ms = now_ms() - 18 * DAY;
    return sync;
}

static struct sync_state unreadable(void)
{
    struct sync_state sync = well();

    strcpy(sync.trouble, "nofolder");
    sync.read_ms = now_ms() - 2 * DAY - 3 * HOUR;
    return sync;
}

static struct sync_state of_last_year(void)
{
    struct sync_state sync = unreadable();

    sync.read_ms = now_ms() - 350 * DAY;
    return sync;
}

static struct sync_state read_only(void)
{
    struct sync_state sync = well();

    sync.vitals.read_only = true;
    return sync;
}

static struct sync_state refusing(void)
{
    struct sync_state sync = well();

    sync.refused = sync.vitals.refused_long = true;
    return sync;
}

static struct sync_state unset(void)
{
    struct sync_state sync = well();

    sync.clock_unset = sync.vitals.clock_unset_long = true;
    return sync;
}

static const struct {
    const char *name;
    struct sync_state (*sync)(void);
    const char *headline[2], *brief[2], *hint;
} cases[] = {
    {"cut off",
     cut_off,
     {"Al 18 dagen niets gehoord van andere plekken",
      "Nothing heard from other places for 18 days"},
     {"Al 18 dagen niets gehoord", "Nothing heard for 18 days"},
     "Is het netwerk aangesloten?"},
    {"unreadable",
     unreadable,
     {"Dit bord is oud: stand van zo 9 nov 7.42",
      "This board is old: as of Sun 9 Nov 7.42"},
     {"Oud: stand van zo 9 nov 7.42", "Old: as of Sun 9 Nov 7.42"},
     "De gedeelde map is weg."},
    {"of last year",
     of_last_year,
     {"Dit bord is oud: stand van 26 nov 2024 10.42",
      "This board is old: as of 26 Nov 2024 10.42"},
     {"Oud: stand van 26 nov 2024 10.42", "Old: as of 26 Nov 2024 10.42"},
     "De gedeelde map is weg."},
    {"read-only",
     read_only,
     {"Dit bord kan niets meer bewaren", "This board cannot keep anything any more"},
     {"Kan niets bewaren", "Cannot keep anything"},
     "op papier"},
    {"refusing",
     refusing,
     {"Dit bord kan niets meer bewaren", "This board cannot keep anything any more"},
     {"Kan niets bewaren", "Cannot keep anything"},
     "op papier"},
    {"clock",
     unset,
     {"De klok van dit bord staat verkeerd", "The clock of this board is wrong"},
     {"De klok staat verkeerd", "The clock is wrong"},
     "Datums en termijnen"},
};
enum { CASE_COUNT = sizeof cases / sizeof *cases };

static void begin(struct session *session, struct panel panel,
                  const struct sync_state *sync, enum lang lang)
{
    session_init(session, panel, &ruler, 0);
    session->ui.lang = lang;
    session_take(session, odd_build(BOARD_LIVING), 0);
    session_sync(session, sync);
    session_draw(session, 0, now_ms());
}

// A text with its spaces that do not break as plain ones.
static const char *plain(const char *text)
{
    static char out[600];
    size_t length = 0;

    for (const char *at = text; *at != '\0' && length + 1 < sizeof out; at++) {
        if (at[0] == '\xc2' && at[1] == '\xa0') {
            out[length++] = ' ';
            at++;
        } else {
            out[length++] = *at;
        }
    }
    out[length] = '\0';
    return out;
}

// The band: what leads to Beheer. NULL when there is none.
static const struct element *band_of(const struct session *session)
{
    for (size_t i = 0; i < session->list.element_count; i++) {
        const struct element *e = &session->list.elements[i];
        if (e->tap.kind == INTENT_SHOW && e->tap.screen == SCREEN_ADMIN) {
            return e;
        }
    }
    return NULL;
}

// What is written in it at a size of at least that of the wall, its lines joined.
static void large_text(const struct session *session, rect box, char out[600])
{
    const struct draw_list *list = &session->list;

    out[0] = '\0';
    for (size_t i = 0; i < list->draw_count; i++) {
        const struct draw *d = &list->draws[i];
        bool in = d->box.x >= box.x && d->box.x + d->box.w <= box.x + box.w &&
                  d->baseline_px > box.y && d->baseline_px <= box.y + box.h;
        if (d->kind == DRAW_TEXT && in &&
            d->size_px >= session->metrics.size_px[SIZE_WAND]) {
            snprintf(out + strlen(out), 600 - strlen(out), "%s%s",
                     out[0] == '\0' ? "" : " ", plain(d->text));
        }
    }
}

static void check(size_t which, size_t panel, enum lang lang)
{
    struct session session;
    struct sync_state sync = cases[which].sync();
    char text[600];

    begin(&session, panels[panel].panel, &sync, lang);
    const struct element *band = band_of(&session);
    if (band == NULL) {
        fail_msg("%s, %s: there is no band", panels[panel].name, cases[which].name);
    }
    // Over the whole width but for the margins of the page, and not low.
    assert_true(band->box.w >= session.list.width_px - 2 * session.metrics.margin_px);
    assert_true(band->box.h >= session.metrics.touch_min_px);
    // Legible as all that is read from the table: no smaller letter to make it fit.
    assert_true(metrics_arcmin(&session.metrics, SIZE_WAND) >= 19.9);
    large_text(&session, band->box, text);
    if (strcmp(text, cases[which].headline[lang]) != 0 &&
        strcmp(text, cases[which].brief[lang]) != 0) {
        fail_msg("%s, %s: \"%s\"", panels[panel].name, cases[which].name, text);
    }
    if (lang == LANG_NL && strstr(plain(band->label), cases[which].hint) == NULL) {
        fail_msg("%s, %s: %s", panels[panel].name, cases[which].name, band->label);
    }
    session_finish(&session);
}

static void is_read_from_the_table_on_every_panel(void **state)
{
    (void)state;
    for (size_t p = 0; p < PANEL_COUNT; p++) {
        bool tiny = strcmp(panels[p].name, "small window") == 0; // served by no one
        for (size_t c = 0; c < CASE_COUNT && !tiny; c++) {
            check(c, p, LANG_NL);
            check(c, p, LANG_EN);
        }
    }
}

static bool shows(const struct session *session, const char *text)
{
    for (size_t i = 0; i < session->list.draw_count; i++) {
        const struct draw *d = &session->list.draws[i];
        if (d->kind == DRAW_TEXT && strstr(plain(d->text), text) != NULL) {
            return true;
        }
    }
    return false;
}

static void in_a_room_it_is_larger_than_the_wall_itself(void **state)
{
    struct session session;
    struct sync_state sync = unreadable();
    int largest = 0;

    (void)state;
    begin(&session, panels[0].panel, &sync, LANG_NL);
    for (size_t i = 0; i < session.list.draw_count; i++) {
        const struct draw *d = &session.list.draws[i];
        if (d->kind == DRAW_TEXT && strstr(d->text, "Dit bord is oud") != NULL) {
            largest = d->size_px;
        }
    }
    assert_int_equal(largest, session.metrics.size_px[SIZE_KOP]);
    assert_true(shows(&session, "De gedeelde map is weg. Meldingen van anderen"));
    session_finish(&session);
}

static struct sync_state nearly_old(void)
{
    struct sync_state sync = unreadable();

    sync.read_ms = now_ms() - 59 * 60000;
    return sync;
}

static struct sync_state in_holidays(void)
{
    struct sync_state sync = cut_off();

    sync.heard_ms = now_ms() - 16 * DAY;
    return sync;
}

static struct sync_state ill(void)
{
    struct sync_state sync = well();

    sync.vitals = (struct vitals){.disk_bytes = 29000000000,
                                  .disk_errors = 9,
                                  .worn_percent = 100,
                                  .volt_low = true,
                                  .celsius = 90,
                                  .stops_week = 9,
                                  .stops_month = 9,
                                  .config_faults = 2};
    return sync;
}

static void says_nothing_of_what_can_wait(void **state)
{
    struct sync_state (*const quiet[])(void) = {well, nearly_old, in_holidays, ill};

    (void)state;
    for (size_t i = 0; i < sizeof quiet / sizeof *quiet; i++) {
        for (size_t p = 0; p < PANEL_COUNT; p++) {
            struct session session;
            struct sync_state sync = quiet[i]();
            begin(&session, panels[p].panel, &sync, LANG_NL);
            if (band_of(&session) != NULL) {
                fail_msg("%s, case %zu", panels[p].name, i);
            }
            session_finish(&session);
        }
    }
}

// What lasts has the band, so the strip goes on; other screens say it in a line.
static void other_screens_have_a_line(void **state)
{
    static const struct {
        struct sync_state (*sync)(void);
        const char *says;
    } lines[] = {{cut_off, "Al 18 dagen niets gehoord"},
                 {read_only, "an niets"},
                 {unset, "De klok"}};

    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        for (size_t p = 0; p < 5; p++) {
            struct session session;
            struct sync_state sync = lines[i].sync();
            begin(&session, panels[p].panel, &sync, LANG_NL);
            session.ui.here.screen = SCREEN_ATTENTION;
            session.dirty = true;
            session_draw(&session, 0, now_ms());
            assert_null(band_of(&session));
            if (!shows(&session, lines[i].says) ||
                shows(&session, "niets ge\xe2\x80\xa6")) {
                fail_msg("%s: %s is not said", panels[p].name, lines[i].says);
            }
            session_finish(&session);
        }
    }
}

static void a_tap_leads_to_this_device(void **state)
{
    struct session session;
    struct sync_state sync = cut_off();

    (void)state;
    begin(&session, panels[3].panel, &sync, LANG_NL);
    const struct element *band = band_of(&session);
    struct sample finger = {.kind = SAMPLE_DOWN,
                            .finger = 1,
                            .x_px = (float)(band->hit.x + band->hit.w / 2),
                            .y_px = (float)(band->hit.y + band->hit.h / 2)};
    session_feed(&session, &finger);
    finger.kind = SAMPLE_UP;
    finger.at_ms = 50;
    session_feed(&session, &finger);
    session_draw(&session, 60, now_ms());
    assert_int_equal(session.ui.here.screen, SCREEN_ADMIN);
    assert_true(shows(&session, "Al 18 dagen niets van anderen"));
    session_finish(&session);
}

int main(void)
{
    setenv("TZ", "Europe/Amsterdam", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_read_from_the_table_on_every_panel),
        cmocka_unit_test(in_a_room_it_is_larger_than_the_wall_itself),
        cmocka_unit_test(says_nothing_of_what_can_wait),
        cmocka_unit_test(other_screens_have_a_line),
        cmocka_unit_test(a_tap_leads_to_this_device),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
