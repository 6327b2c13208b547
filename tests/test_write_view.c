// The keyboard and the pad as they are drawn, on every panel that is served.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "odd_boards.h"
#include "session.h"
#include "view_fixture.h"

static const char *const served[] = {"55\" HD", "65\" 4K", "10\"", "7\"", "7\" portrait"};
enum { SERVED = sizeof served / sizeof served[0] };

static const char LONG[] =
    "Startkosten 2026, wie betaalt welk deel van de kosten als de gemeente en de "
    "zorgaanbieder elkaar niet vinden, en wat betekent dat voor de scholen die in "
    "september willen beginnen met de klas, want zonder antwoord schuift de start weer "
    "een half jaar op en dan is het ge";

struct desk {
    struct session session;
    const char *panel;
    char what[96];
};

static void desk_open(struct desk *desk, const char *panel, enum odd_board board)
{
    *desk = (struct desk){.panel = panel};
    session_init(&desk->session, panel_named(panel), &ruler, 0);
    session_take(&desk->session, odd_build(board), 0);
}

static void desk_draw(struct desk *desk)
{
    desk->session.dirty = true;
    session_draw(&desk->session, 0, day_moment_ms(fixture_day("2025-11-11"), 642));
}

static void desk_write(struct desk *desk, enum writing writing, const char *select,
                       const char *text)
{
    struct intent intent = {.kind = INTENT_WRITE, .amount = (int)writing};

    snprintf(intent.select, sizeof intent.select, "%s", select);
    snprintf(desk->what, sizeof desk->what, "%s, writing %d, \"%.30s\"", desk->panel,
             (int)writing, text);
    ui_apply(&desk->session.ui, &intent, 0);
    desk_draw(desk);
    field_set(&desk->session.keyboard.field, text);
    desk_draw(desk);
}

static bool within(rect outer, rect inner)
{
    return inner.x >= outer.x && inner.y >= outer.y &&
           inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h;
}

static bool answers(const struct element *element)
{
    return element->tap.kind != INTENT_NONE && !rect_empty(element->hit);
}

static void all_is_on_the_panel(const struct desk *desk)
{
    const struct draw_list *list = &desk->session.list;
    rect all = {0, 0, list->width_px, list->height_px};

    for (size_t i = 0; i < list->draw_count; i++) {
        const struct draw *draw = &list->draws[i];
        if (!within(all, rect_meet(draw->box, draw->clip)) ||
            (draw->kind == DRAW_TEXT &&
             (draw->box.x < 0 || draw->box.w < 0 || draw->box.x + draw->box.w > all.w))) {
            fail_msg("%s: something is drawn at %d,%d %dx%d", desk->what, draw->box.x,
                     draw->box.y, draw->box.w, draw->box.h);
        }
    }
}

static void all_can_be_touched(const struct desk *desk)
{
    const struct draw_list *list = &desk->session.list;
    const struct metrics *m = &desk->session.metrics;
    rect all = {0, 0, list->width_px, list->height_px};

    for (size_t i = 0; i < list->element_count; i++) {
        const struct element *e = &list->elements[i];
        // ten keys side by side on 87 mm are 8.5 mm wide
        int least =
            e->role == ROLE_KEY ? (m->touch_min_px - 1) * 83 / 100 : m->touch_min_px - 1;
        if (answers(e) && (!within(all, e->hit) || e->hit.w < least || e->hit.h < least)) {
            fail_msg("%s: \"%s\" answers at %d,%d %dx%d, %.1f x %.1f mm", desk->what,
                     e->label, e->hit.x, e->hit.y, e->hit.w, e->hit.h,
                     e->hit.w / m->px_per_mm, e->hit.h / m->px_per_mm);
        }
        for (size_t k = i + 1; answers(e) && k < list->element_count; k++) {
            const struct element *over = &list->elements[k];
            rect both = rect_meet(e->hit, over->hit);
            if (answers(over) && both.w > 2 && both.h > 2) {
                fail_msg("%s: \"%s\" lies over \"%s\" by %dx%d", desk->what, over->label,
                         e->label, both.w, both.h);
            }
        }
    }
}

// Letters of one text never run through those of another.
static void no_text_on_text(const struct desk *desk)
{
    const struct draw_list *list = &desk->session.list;

    for (size_t i = 0; i < list->draw_count; i++) {
        for (size_t k = i + 1; k < list->draw_count; k++) {
            const struct draw *a = &list->draws[i];
            const struct draw *b = &list->draws[k];
            if (a->kind != DRAW_TEXT || b->kind != DRAW_TEXT) {
                continue;
            }
            rect one = {a->box.x, a->baseline_px - metrics_cap_px(a->size_px), a->box.w,
                        metrics_cap_px(a->size_px)};
            rect two = {b->box.x, b->baseline_px - metrics_cap_px(b->size_px), b->box.w,
                        metrics_cap_px(b->size_px)};
            if (!rect_empty(rect_meet(one, two))) {
                fail_msg("%s: \"%s\" runs through \"%s\"", desk->what, b->text, a->text);
            }
        }
    }
}

static void check(const struct desk *desk)
{
    all_is_on_the_panel(desk);
    all_can_be_touched(desk);
    no_text_on_text(desk);
}

static void the_keyboard_fits(void **state)
{
    static const char *const texts[] = {"", "de", "Startkosten 2026, wie betaalt ", LONG,
                                        "onafgebrokenonafgebrokenonafgebrokenonafgebroken"
                                        "onafgebrokenonafgebrokenonafgebroken"};

    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        for (enum odd_board board = BOARD_LIVING; board <= BOARD_FULL; board++) {
            for (enum writing w = WRITING_NOTE; w < WRITING_COUNT; w++) {
                for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++) {
                    struct desk desk;
                    desk_open(&desk, served[p], board);
                    desk_write(&desk, w, w == WRITING_NAME ? "" : "1.1a/gemeente",
                               texts[t]);
                    check(&desk);
                    session_finish(&desk.session);
                }
            }
        }
    }
}

// In a room one touch brings the keys to whoever stands at the left.
static void the_keys_change_sides(void **state)
{
    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        struct desk desk;
        struct intent mirror = {.kind = INTENT_OPTION, .amount = UI_MIRROR};
        desk_open(&desk, served[p], BOARD_LIVING);
        bool room = desk.session.metrics.layout == LAYOUT_ROOM;
        for (int side = 0; side < 2; side++) {
            desk_write(&desk, WRITING_NOTE, "1.1a/gemeente", "de");
            check(&desk);
            const struct draw_list *list = &desk.session.list;
            int middle = list->width_px / 2;
            bool button = false;
            for (size_t i = 0; i < list->element_count; i++) {
                const struct element *e = &list->elements[i];
                button =
                    button || (e->tap.kind == INTENT_OPTION && e->tap.amount == UI_MIRROR);
                if (room && e->role == ROLE_KEY && strcmp(e->label, "q") == 0) {
                    assert_int_equal(e->box.x < middle - list->width_px / 8, side);
                }
            }
            assert_int_equal(button, room);
            ui_apply(&desk.session.ui, &mirror, 0);
        }
        session_finish(&desk.session);
    }
}

static void every_page_of_keys_fits(void **state)
{
    static const char *const pages[] = {"symbols", "accents", "shift"};

    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        for (size_t k = 0; k < sizeof pages / sizeof pages[0]; k++) {
            struct desk desk;
            desk_open(&desk, served[p], BOARD_LIVING);
            desk_write(&desk, WRITING_NOTE, "1.1a/gemeente", "de");
            keyboard_press(&desk.session.keyboard, pages[k], 0);
            desk_draw(&desk);
            check(&desk);
            session_finish(&desk.session);
        }
    }
}

static bool shows(const struct desk *desk, const char *text)
{
    const struct draw_list *list = &desk->session.list;

    for (size_t i = 0; i < list->draw_count; i++) {
        if (list->draws[i].kind == DRAW_TEXT && strstr(list->draws[i].text, text) != NULL) {
            return true;
        }
    }
    return false;
}

// What the issue asks of the field, on every panel and with any text in it.
static void the_field_reminds_and_counts(void **state)
{
    static const struct {
        enum writing writing;
        const char *count;
    } cases[] = {{WRITING_NOTE, "5 van 280"},
                 {WRITING_REASON, "5 van 60"},
                 {WRITING_ASKED, "5 van 140"}};

    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
            struct desk desk;
            desk_open(&desk, served[p], BOARD_LIVING);
            desk_write(&desk, cases[i].writing, "1.1a/gemeente", "ge\u00EFnd");
            assert_true(shows(&desk, "Geen namen van kinderen"));
            assert_true(shows(&desk, cases[i].count));
            assert_true(shows(&desk, "1.1a"));
            session_finish(&desk.session);
        }
    }
}

// The lines of the field put together are the text; where it is longer, its end.
static void all_of_a_note_is_shown_in_a_room(void **state)
{
    struct desk desk;
    char shown[FIELD_BYTES] = "";
    int lines = 0;

    (void)state;
    desk_open(&desk, "65\" 4K", BOARD_LIVING);
    desk_write(&desk, WRITING_NOTE, "1.1a/gemeente", LONG);
    for (size_t i = 0; i < desk.session.list.draw_count; i++) {
        const struct draw *draw = &desk.session.list.draws[i];
        if (draw->kind == DRAW_TEXT && strstr(LONG, draw->text) != NULL &&
            draw->size_px == desk.session.metrics.size_px[SIZE_WAND]) {
            strcat(shown, lines++ > 0 ? " " : "");
            strcat(shown, draw->text);
        }
    }
    assert_in_range(lines, 3, 6);
    assert_string_equal(shown, LONG);
    session_finish(&desk.session);

    desk_open(&desk, "7\"", BOARD_LIVING);
    desk_write(&desk, WRITING_NOTE, "1.1a/gemeente", LONG);
    assert_true(shows(&desk, "het ge"));
    assert_false(shows(&desk, "Startkosten"));
    field_place(&desk.session.keyboard.field, 0);
    desk_draw(&desk);
    assert_true(shows(&desk, "Startkosten"));
    session_finish(&desk.session);
}

static void keys_are_as_large_as_fingers(void **state)
{
    static const struct {
        const char *panel;
        double wide_mm, high_mm;
    } cases[] = {{"55\" HD", 40, 40},
                 {"65\" 4K", 50, 40},
                 {"10\"", 18, 15},
                 {"7\"", 13, 11},
                 {"7\" portrait", 7, 12}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct desk desk;
        desk_open(&desk, cases[i].panel, BOARD_LIVING);
        desk_write(&desk, WRITING_NOTE, "1.1a/gemeente", "");
        const struct draw_list *list = &desk.session.list;
        double mm = desk.session.metrics.px_per_mm;
        for (size_t k = 0; k < list->element_count; k++) {
            const struct element *e = &list->elements[k];
            if (e->role == ROLE_KEY && strcmp(e->label, "G") == 0) {
                assert_true(e->box.w / mm >= cases[i].wide_mm);
                assert_true(e->box.h / mm >= cases[i].high_mm);
            }
        }
        session_finish(&desk.session);
    }
}

static void the_pad_fits(void **state)
{
    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        for (int stage = PAD_ASK; stage <= PAD_AGAIN; stage++) {
            for (int says = PAD_NOTHING; says <= PAD_UNKNOWN; says++) {
                struct desk desk;
                struct intent show = {.kind = INTENT_SHOW, .screen = SCREEN_PIN};
                desk_open(&desk, served[p], BOARD_LIVING);
                strcpy(show.select, "Maria-Antoinette van den Berg-Oosterhout");
                ui_apply(&desk.session.ui, &show, 0);
                desk.session.ui.pad = (struct pad){.stage = (enum pad_stage)stage,
                                                   .says = (enum pad_says)says,
                                                   .digits = 5,
                                                   .left = 3,
                                                   .wait_ms = 899000};
                snprintf(desk.what, sizeof desk.what, "%s, pad %d says %d", served[p],
                         stage, says);
                desk_draw(&desk);
                check(&desk);
                session_finish(&desk.session);
            }
        }
    }
}

static void pad_keys_are_large(void **state)
{
    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        struct desk desk;
        struct intent show = {.kind = INTENT_SHOW, .screen = SCREEN_PIN};
        int keys = 0;
        desk_open(&desk, served[p], BOARD_LIVING);
        ui_apply(&desk.session.ui, &show, 0);
        desk_draw(&desk);
        const struct draw_list *list = &desk.session.list;
        double least = desk.session.metrics.layout == LAYOUT_ROOM ? 20 : 10;
        for (size_t k = 0; k < list->element_count; k++) {
            const struct element *e = &list->elements[k];
            if (e->tap.kind == INTENT_DIGIT) {
                assert_true(e->box.w / desk.session.metrics.px_per_mm >= least);
                assert_true(e->box.h / desk.session.metrics.px_per_mm >= least);
                keys++;
            }
        }
        assert_int_equal(keys, 10); // nothing to erase, nothing to send
        session_finish(&desk.session);
    }
}

// Nobody is served by these, but nothing may break.
static void odd_panels_and_boards(void **state)
{
    (void)state;
    for (size_t p = 0; p < PANEL_COUNT; p++) {
        for (enum odd_board board = BOARD_LIVING; board < BOARD_COUNT; board++) {
            for (enum writing w = WRITING_NOTE; w < WRITING_COUNT; w++) {
                struct desk desk;
                struct intent show = {.kind = INTENT_SHOW, .screen = SCREEN_PIN};
                desk_open(&desk, panels[p].name, board);
                desk_write(&desk, w, "weg/ook weg", LONG);
                assert_false(desk.session.list.failed);
                ui_apply(&desk.session.ui, &show, 0);
                desk_draw(&desk);
                assert_false(desk.session.list.failed);
                session_finish(&desk.session);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_keyboard_fits),
        cmocka_unit_test(the_keys_change_sides),
        cmocka_unit_test(every_page_of_keys_fits),
        cmocka_unit_test(the_field_reminds_and_counts),
        cmocka_unit_test(all_of_a_note_is_shown_in_a_room),
        cmocka_unit_test(keys_are_as_large_as_fingers),
        cmocka_unit_test(the_pad_fits),
        cmocka_unit_test(pad_keys_are_large),
        cmocka_unit_test(odd_panels_and_boards),
    };

    return cmocka_run_group_tests_name("write view", tests, NULL, NULL);
}
