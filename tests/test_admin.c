// Beheer, and what the wall itself says about sharing, at every panel size.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/day.h"
#include "base/version.h"
#include "odd_boards.h"
#include "session.h"
#include "view_fixture.h"

enum { SECTIONS = 5 };

static int64_t now_ms(void)
{
    return day_moment_ms(day_of((struct date){2025, 11, 11}), 642);
}

static void begin(struct session *session, struct panel panel,
                  const struct sync_state *sync)
{
    session_init(session, panel, &ruler, 0);
    session_take(session, odd_build(BOARD_LIVING), 0);
    session_sync(session, sync);
}

static bool shows(const struct session *session, const char *text)
{
    const struct draw_list *list = &session->list;

    for (size_t i = 0; i < list->draw_count; i++) {
        if (list->draws[i].kind == DRAW_TEXT && strstr(list->draws[i].text, text) != NULL) {
            return true;
        }
    }
    for (size_t i = 0; i < list->element_count; i++) {
        if (strstr(list->elements[i].label, text) != NULL) {
            return true;
        }
    }
    return false;
}

static void draw(struct session *session, enum screen_id screen, int filter, int fold)
{
    session->ui.here.screen = screen;
    session->ui.filter = filter;
    session->ui.fold = fold;
    session->dirty = true;
    assert_true(session_draw(session, 0, now_ms()));
}

static struct sync_state two_devices(void)
{
    return (struct sync_state){
        .unshared = 3,
        .unshared_since_ms = now_ms() - 3600000,
        .published_ms = now_ms() - 7200000,
        .read_ms = now_ms() - 60000,
        .rejected = 2,
        .copies = 1,
        .log_entries = 5312,
        .file_bytes = 1200000,
        .clock_unset = true,
        .vitals = {.disk_bytes = 29000000000,
                   .disk_errors = 3,
                   .volt_low = true,
                   .stops_week = 3,
                   .stops_month = 3,
                   .config_faults = 1,
                   .config_fault = "/etc/regiebord/regiebord.conf, regel 7: nacht = 25:00"},
        .outbox = "newer",
        .device_count = 2,
        .devices = {{.id = "0123456789abcdef",
                     .name = "Raadzaal met een hele lange naam",
                     .seen_ms = now_ms(),
                     .entries = 12,
                     .unshared = 3,
                     .self = true},
                    {.id = "fedcba9876543210", .seen_ms = now_ms() - 86400000 * 3}}};
}

static void beheer_tells_how_the_sharing_goes(void **state)
{
    static const struct {
        int section;
        const char *says;
    } cases[] = {
        {1, "3 wijzigingen nog niet gedeeld"},
        {1, "sinds 9.42"},
        {1, "De klok staat niet goed"},
        {1, "2 regels geweigerd"},
        {1, "1 conflictkopie"},
        {1, "apart bestand"},
        {1, "apparaat 0123456789abcdef"},
        {2, "Raadzaal"},
        {2, "3 niet gedeeld"},
        {2, "Apparaat fedcba9876543210"},
        {2, "laatst gezien 8 nov 10.42"},
        {4, "Gisteren, 10 nov 10.42"},
    };
    struct sync_state sync = two_devices();
    struct session session;

    (void)state;
    begin(&session, panels[0].panel, &sync);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        scroll_to(&session.scroll, 0);
        draw(&session, SCREEN_ADMIN, cases[i].section, 0);
        if (!shows(&session, cases[i].says)) { // it may stand on the next page
            scroll_to(&session.scroll, 1 << 20);
            draw(&session, SCREEN_ADMIN, cases[i].section, 0);
        }
        if (!shows(&session, cases[i].says)) {
            fail_msg("section %d does not say \"%s\"", cases[i].section, cases[i].says);
        }
    }
    session_finish(&session);
}

// What is the matter, the worst first, and what is well where the machine tells it.
static void beheer_tells_how_the_device_is(void **state)
{
    static const struct {
        const char *says;
        bool ill; // else of a device where all is well
    } cases[] = {
        {"De schijf is bijna vol: nog 300 MB", true},
        {"De schijf geeft fouten: 3", true},
        {"laatste 9 nov 10.42; maak een kopie", true},
        {"De voeding is te zwak", true},
        {"Het apparaat is te warm: 83 °C", true},
        {"De kaart is 80 procent versleten", true},
        {"In een week 3 keer zomaar uit", true},
        {"laatst na 10 nov 10.42; zit de stekker los", true},
        {"Er staan 2 fouten in de instellingen", true},
        {"regel 7: nacht = 25:00", true},
        {"De klok staat niet goed", true},
        {"3 wijzigingen nog niet gedeeld", true},
        {"Opslag: 2,6 GB vrij van 29 GB", false},
        {"De voeding is goed", false},
        {"Temperatuur: 55 °C", false},
        {"De klok staat goed", false},
        {"Steeds netjes afgesloten", false},
        {"Regiebord " REGIEBORD_VERSION, false},
    };
    struct sync_state ill = {
        .clock_unset = true,
        .unshared = 3,
        .unshared_since_ms = now_ms() - 2 * 86400000,
        .vitals = {.disk_bytes = INT64_C(29000000000),
                   .free_bytes = 300000000,
                   .disk_errors = 3,
                   .disk_error_ms = now_ms() - 2 * 86400000,
                   .worn_percent = 80,
                   .volt_told = true,
                   .volt_low = true,
                   .volt_low_ms = now_ms(),
                   .celsius = 83,
                   .stops_week = 3,
                   .stops_month = 4,
                   .stop_ms = now_ms() - 86400000,
                   .config_faults = 2,
                   .config_fault = "regiebord.conf, regel 7: nacht = 25:00"}};
    struct sync_state well = {.vitals = {.disk_bytes = INT64_C(29000000000),
                                         .free_bytes = INT64_C(2650000000),
                                         .volt_told = true,
                                         .celsius = 55}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct panel tall = {1920, 4000, 1217.6, 2537, 4, false}; // all of it on one page
        for (int device = 0; device < 2; device++) {
            struct session session;
            begin(&session, tall, device == 1 ? &ill : &well);
            draw(&session, SCREEN_ADMIN, 0, 0);
            if (shows(&session, cases[i].says) != (cases[i].ill == (device == 1)) &&
                strncmp(cases[i].says, "Regiebord", 9) != 0) {
                fail_msg("%s: \"%s\"", device == 1 ? "ill" : "well", cases[i].says);
            }
            session_finish(&session);
        }
    }
}

// A machine that tells nothing, or was not looked at: nothing is claimed of it.
static void of_what_is_not_known_nothing_is_said(void **state)
{
    static const char *const claims[] = {"Opslag", "voeding", "°C", "klok", "afgesloten"};
    struct sync_state sync = {.unshared = 0};
    struct session session;

    (void)state;
    begin(&session, panels[0].panel, &sync);
    draw(&session, SCREEN_ADMIN, 0, 0);
    assert_true(shows(&session, "Regiebord " REGIEBORD_VERSION));
    for (size_t i = 0; i < sizeof claims / sizeof *claims; i++) {
        assert_false(shows(&session, claims[i]));
    }
    session_finish(&session);
}

static void all_is_well_is_said_in_few_words(void **state)
{
    struct sync_state sync = {.published_ms = now_ms() - 7200000};
    struct session session;

    (void)state;
    begin(&session, panels[0].panel, &sync);
    draw(&session, SCREEN_ADMIN, 1, 0);
    assert_true(shows(&session, "Alles is gedeeld"));
    assert_true(shows(&session, "laatst geschreven 8.42"));
    assert_false(shows(&session, "geweigerd"));
    assert_false(shows(&session, "klok"));
    draw(&session, SCREEN_ADMIN, 3, 0);
    assert_true(shows(&session, "Niemand heeft tegelijk"));
    session_finish(&session);
}

static void nothing_leaves_the_panel_or_is_too_small_to_touch(void **state)
{
    struct sync_state sync = two_devices();

    (void)state;
    for (size_t p = 0; p < 5; p++) { // the panels that are served
        for (int section = 0; section < SECTIONS; section++) {
            for (int fold = 0; fold < (section == 4 ? 3 : 1); fold++) {
                struct session session;
                begin(&session, panels[p].panel, &sync);
                draw(&session, SCREEN_ADMIN, section, fold);
                const struct draw_list *list = &session.list;
                for (size_t i = 0; i < list->element_count; i++) {
                    const struct element *e = &list->elements[i];
                    bool touch = e->tap.kind != INTENT_NONE && !rect_empty(e->hit);
                    if (touch && e->hit.x + e->hit.w <= list->width_px &&
                        (e->hit.w < session.metrics.touch_min_px ||
                         e->hit.h < session.metrics.touch_min_px)) {
                        fail_msg("%s, section %d: %s is %dx%d px", panels[p].name, section,
                                 e->label, e->hit.w, e->hit.h);
                    }
                }
                for (size_t i = 0; i < list->draw_count; i++) {
                    const struct draw *d = &list->draws[i];
                    if (d->kind == DRAW_TEXT && d->box.x + d->box.w > list->width_px) {
                        fail_msg("%s, section %d: \"%s\" ends at %d px", panels[p].name,
                                 section, d->text, d->box.x + d->box.w);
                    }
                }
                session_finish(&session);
            }
        }
    }
}

// Terugzetten asks first, then hands on the moment.
static void the_way_back_asks_first(void **state)
{
    struct sync_state sync = {.unshared = 0};
    struct session session;
    struct restore restore;
    const struct element *yes = NULL;

    (void)state;
    begin(&session, panels[0].panel, &sync);
    snprintf(session.ui.who, sizeof session.ui.who, "Kim");
    draw(&session, SCREEN_ADMIN, 4, 2); // yesterday
    for (size_t i = 0; i < session.list.element_count; i++) {
        if (session.list.elements[i].tap.kind == INTENT_RESTORE) {
            yes = &session.list.elements[i];
        }
    }
    assert_non_null(yes);
    assert_false(session_restore(&session, &restore));
    int x = yes->hit.x + yes->hit.w / 2;
    int y = yes->hit.y + yes->hit.h / 2;
    session_feed(&session,
                 &(struct sample){
                     .kind = SAMPLE_DOWN, .finger = 1, .x_px = (float)x, .y_px = (float)y});
    session_feed(&session, &(struct sample){.kind = SAMPLE_UP,
                                            .at_ms = 50,
                                            .finger = 1,
                                            .x_px = (float)x,
                                            .y_px = (float)y});
    assert_true(session_restore(&session, &restore));
    assert_string_equal(restore.author, "Kim");
    assert_string_equal(restore.board, session_board(&session)->slug);
    assert_int_equal(restore.at_ms,
                     day_moment_ms(day_of((struct date){2025, 11, 10}), 642));
    assert_false(session_restore(&session, &restore)); // once
    session_finish(&session);
}

// On the wall: after ten minutes in the strip among the others, and alone when this device
// cannot keep what is touched.
static void the_wall_says_what_does_not_get_out(void **state)
{
    static const struct {
        int64_t waits_ms;
        size_t unshared;
        bool refused, says;
    } cases[] = {{60000, 3, false, false},
                 {600000, 3, false, true},
                 {600000, 0, false, false},
                 {0, 1, true, false}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct session session;
        struct sync_state sync = {.unshared = cases[i].unshared,
                                  .unshared_since_ms = now_ms() - cases[i].waits_ms,
                                  .refused = cases[i].refused};
        begin(&session, panels[0].panel, &sync);
        draw(&session, SCREEN_BOARD, 0, 0);
        assert_int_equal(shows(&session, "nog niet gedeeld"), cases[i].says);
        assert_int_equal(shows(&session, "kan dit apparaat niet bewaren"),
                         cases[i].refused);
        session_finish(&session);
    }
}

int main(void)
{
    setenv("TZ", "Europe/Amsterdam", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(beheer_tells_how_the_sharing_goes),
        cmocka_unit_test(beheer_tells_how_the_device_is),
        cmocka_unit_test(of_what_is_not_known_nothing_is_said),
        cmocka_unit_test(all_is_well_is_said_in_few_words),
        cmocka_unit_test(nothing_leaves_the_panel_or_is_too_small_to_touch),
        cmocka_unit_test(the_way_back_asks_first),
        cmocka_unit_test(the_wall_says_what_does_not_get_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
