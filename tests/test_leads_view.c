// Trekkers and the undo bar: what must hold on every panel, in every state of a track.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "odd_boards.h"
#include "touch/keyboard.h"
#include "view/view.h"
#include "view_fixture.h"

enum { SERVED = 7, TOLD_MOST = 12 }; // panels that the design serves

// One lead with a track in every state, and one of each kind that a report can leave.
static const char TRACKS[] =
    "board b silent_days=90\n"
    "track b/1.1a/g lead=aanbieders\ntrack b/1.1a/j lead=aanbieders\n"
    "track b/1.1a/o lead=aanbieders\ntrack b/1.1b/g lead=aanbieders\n"
    "track b/2.1a/g lead=aanbieders\ntrack b/2.1a/j lead=aanbieders\n"
    "@ 2025-10-30 10:00\nby aanbieders\n"
    "! track b/1.1a/g health=knelpunt|stage=beleggen|reason=besluit\n"
    "! track b/1.1a/j health=aandacht|stage=vertalen|reason=een reden met veel woorden die "
    "niemand kort kon maken\n"
    "! track b/1.1a/o health=op koers|stage=toepassen\n"
    "! track b/1.1b/g health=afgerond|stage=geborgd\n"
    "! track b/2.1a/g health=vervallen|stage=niet gestart\n";

// Names: some, many, long ones and strange ones.
static struct board_set *board_named(int names)
{
    struct fixture fixture = {0};

    fixture_add(&fixture, FIXTURE_PLAN);
    fixture_add(&fixture, TRACKS);
    for (int i = 0; i < names; i++) {
        static const char *const ids[] = {"g", "j", "o", ""};
        odd_add(&fixture, "person b/p%d board=b|name=%c%s %d|column_id=%s", i, 'A' + i % 26,
                i % 7 == 0 ? "anbieders van jeugdhulp in de hele regio" : "naam", i,
                ids[i % 4]);
    }
    struct board_set *set = fixture_build(&fixture);
    fixture_finish(&fixture);
    return set;
}

struct picture {
    const char *panel, *what;
    struct ui ui;
    struct metrics metrics;
    struct sync_state sync;
    struct draw_list list;
    struct keyboard keyboard;
    struct scene scene;
};

static void picture_begin(struct picture *picture, const struct board_set *set, size_t p)
{
    ui_init(&picture->ui, 0);
    picture->panel = panels[p].name;
    picture->ui.here.screen = SCREEN_LEADS;
    metrics_init(&picture->metrics, panels[p].panel);
    keyboard_init(&picture->keyboard, 40);
    picture->scene = (struct scene){.list = &picture->list,
                                    .ui = &picture->ui,
                                    .set = set,
                                    .board = &set->boards[0],
                                    .m = &picture->metrics,
                                    .t = theme_light(),
                                    .measure = &ruler,
                                    .keyboard = &picture->keyboard,
                                    .sync = &picture->sync,
                                    .today = fixture_day("2025-11-11"),
                                    .minute = 642};
    picture->scene.now_ms = day_moment_ms(picture->scene.today, 642);
}

static void picture_draw(struct picture *picture)
{
    struct outlook *outlook = outlook_create(picture->scene.board, picture->scene.today);

    picture->scene.outlook = outlook;
    view_draw(&picture->scene);
    outlook_destroy(outlook);
    assert_false(picture->list.failed);
}

static const struct element *element_of(const struct picture *picture, const char *label)
{
    const struct element *found = NULL;

    for (size_t i = 0; i < picture->list.element_count; i++) {
        if (strstr(picture->list.elements[i].label, label) != NULL) {
            found = &picture->list.elements[i];
        }
    }
    return found;
}

static bool shows(const struct picture *picture, const char *text)
{
    for (size_t i = 0; i < picture->list.draw_count; i++) {
        const struct draw *draw = &picture->list.draws[i];
        if (draw->kind == DRAW_TEXT && strstr(draw->text, text) != NULL) {
            return true;
        }
    }
    return false;
}

__attribute__((format(printf, 3, 4))) static void told(int *count,
                                                       const struct picture *picture,
                                                       const char *format, ...)
{
    char what[512];
    va_list args;

    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    if ((*count)++ < TOLD_MOST) {
        print_message("%s, %s: %.200s\n", picture->panel, picture->what, what);
    }
}

static bool within(rect outer, rect inner)
{
    rect met = rect_meet(outer, inner);

    return rect_empty(inner) || (met.w == inner.w && met.h == inner.h);
}

static rect letters(const struct draw *draw)
{
    int cap = metrics_cap_px(draw->size_px);

    return rect_meet((rect){draw->box.x, draw->baseline_px - cap, draw->box.w, cap},
                     draw->clip);
}

static rect undo_bar(const struct picture *picture)
{
    const struct element *button = element_of(picture, "Ongedaan maken");

    return button == NULL ? (rect){0}
                          : (rect){0, button->hit.y, picture->list.width_px, button->hit.h};
}

// Text on the panel, none over another; but for what lies under the undo bar.
static void check_text(const struct picture *picture, int *count)
{
    const struct draw_list *list = &picture->list;
    rect all = {0, 0, list->width_px, list->height_px};
    rect bar = undo_bar(picture);

    for (size_t i = 0; i < list->draw_count; i++) {
        if (list->draws[i].kind != DRAW_TEXT) {
            continue;
        }
        rect a = letters(&list->draws[i]);
        if (!within(all, a)) {
            told(count, picture, "\"%.60s\" at %d,%d %dx%d", list->draws[i].text, a.x, a.y,
                 a.w, a.h);
        }
        for (size_t k = i + 1; k < list->draw_count; k++) {
            rect both = list->draws[k].kind == DRAW_TEXT
                            ? rect_meet(a, letters(&list->draws[k]))
                            : (rect){0};
            if (both.w > 1 && both.h > 1 && !within(bar, both)) {
                told(count, picture, "\"%.40s\" over \"%.40s\" at %d,%d",
                     list->draws[k].text, list->draws[i].text, both.x, both.y);
            }
        }
    }
}

static bool answers(const struct element *element)
{
    return element->tap.kind != INTENT_NONE && !rect_empty(element->hit) &&
           within(element->clip, element->box);
}

// Ten millimetres for every answer, and its middle its own.
static void check_targets(const struct picture *picture, int *count)
{
    const struct draw_list *list = &picture->list;
    int least = picture->metrics.touch_min_px - 1;
    rect bar = undo_bar(picture);

    for (size_t i = 0; i < list->element_count; i++) {
        const struct element *element = &list->elements[i];
        rect hit = element->hit;
        int x = hit.x + hit.w / 2;
        int y = hit.y + hit.h / 2;
        if (!answers(element) || rect_has(bar, x, y)) {
            continue;
        }
        if (hit.w < least || hit.h < least) {
            told(count, picture, "\"%.40s\" is %.1f x %.1f mm", element->label,
                 hit.w / picture->metrics.px_per_mm, hit.h / picture->metrics.px_per_mm);
        }
        if (draw_hit(list, x, y) != element) {
            told(count, picture, "\"%.40s\" does not answer in its middle", element->label);
        }
    }
}

// States are twenty millimetres high, on an upright 7 inch panel at least sixteen; the undo
// bar answers over fifteen or more.
static void check_large(const struct picture *picture, int *count)
{
    static const char *const states[] = {"Op koers", "Aandacht", "Knelpunt", "Afgerond"};
    double mm = picture->metrics.px_per_mm;
    double enough = picture->metrics.layout == LAYOUT_PORTRAIT ? 15.9 : 19.8;
    const struct element *undo = element_of(picture, "Ongedaan maken");

    for (size_t i = 0; i < picture->list.element_count; i++) {
        const struct element *element = &picture->list.elements[i];
        bool state = element->tap.kind == INTENT_CHANGE &&
                     (element->tap.amount == UPDATE_HEALTH ||
                      strstr(element->label, ", Niets veranderd") != NULL);
        if (state && (element->hit.h / mm < enough || element->hit.w / mm < enough)) {
            told(count, picture, "\"%.40s\" is %.1f x %.1f mm", element->label,
                 element->hit.w / mm, element->hit.h / mm);
        }
    }
    for (int i = 0; picture->ui.here.select[0] != '\0' && i < 4; i++) {
        if (element_of(picture, states[i]) == NULL) {
            told(count, picture, "does not offer %s", states[i]);
        }
    }
    if (undo != NULL && undo->hit.h / mm < 14.8) {
        told(count, picture, "undo is %.1f mm high", undo->hit.h / mm);
    }
}

static void check(const struct picture *picture, int *count)
{
    check_text(picture, count);
    check_targets(picture, count);
    check_large(picture, count);
}

static void the_names_hold_on_every_panel(void **state)
{
    static const int sizes[] = {0, 12, 24, 80, 300};
    int count = 0;

    (void)state;
    for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
        struct board_set *set = board_named(sizes[s]);
        for (size_t p = 0; p < SERVED; p++) {
            struct picture picture = {.what = "names"};
            picture_begin(&picture, set, p);
            picture_draw(&picture);
            check(&picture, &count);
            bool many = sizes[s] > 24;
            if ((element_of(&picture, "Alles") != NULL) < many) {
                told(&count, &picture, "no letters for %d names", sizes[s]);
            }
            picture.ui.wish = (struct intent){.kind = INTENT_CHANGE,
                                              .amount = UPDATE_HEALTH,
                                              .number = HEALTH_BOTTLENECK,
                                              .select = "1.1b/g"};
            picture.what = "names, with a wish";
            picture_draw(&picture);
            check(&picture, &count);
            if (!shows(&picture, "daarna staat 1.1b op knelpunt")) {
                told(&count, &picture, "does not say what waits");
            }
            draw_finish(&picture.list);
        }
        board_set_free(set);
    }
    assert_int_equal(count, 0);
}

// The lead of the track that waits is the first name, with the blue outline of what is
// meant.
static void who_is_meant_comes_first(void **state)
{
    struct board_set *set = board_named(30);

    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        struct picture picture = {.what = "wish"};
        picture_begin(&picture, set, p);
        picture.ui.wish = (struct intent){
            .kind = INTENT_CHANGE, .amount = UPDATE_STAGE, .number = 2, .select = "1.1b/g"};
        picture_draw(&picture);
        const struct element *first = NULL;
        for (size_t i = 0; i < picture.list.element_count && first == NULL; i++) {
            bool name = picture.list.elements[i].tap.kind == INTENT_WHO;
            first = name ? &picture.list.elements[i] : NULL;
        }
        assert_non_null(first);
        assert_string_equal(first->tap.select, "aanbieders");
        assert_true(shows(&picture, "trekker van 1.1b"));
        draw_finish(&picture.list);
    }
    board_set_free(set);
}

static void letters_choose_names(void **state)
{
    struct board_set *set = board_named(60);
    struct picture picture = {.what = "letters"};

    (void)state;
    picture_begin(&picture, set, 0);
    picture_draw(&picture);
    const struct element *letter = NULL;
    for (size_t i = 0; i < picture.list.element_count; i++) {
        const struct element *element = &picture.list.elements[i];
        letter = strcmp(element->label, "B") == 0 ? element : letter;
    }
    assert_non_null(letter);
    struct intent tap = letter->tap;
    ui_apply(&picture.ui, &tap, 0);
    picture_draw(&picture);
    int names = 0;
    for (size_t i = 0; i < picture.list.element_count; i++) {
        const struct element *element = &picture.list.elements[i];
        if (element->tap.kind == INTENT_WHO) {
            assert_int_equal(element->tap.select[0], 'B');
            names++;
        }
    }
    assert_int_equal(names, 3);
    draw_finish(&picture.list);
    board_set_free(set);
}

// Every track lies open once, at rest and with each form of the undo bar over it.
static void the_tracks_hold_on_every_panel(void **state)
{
    static const char *const selects[] = {"",       "1.1a/g", "1.1a/j", "1.1a/o",
                                          "1.1b/g", "2.1a/g", "2.1a/j"};
    struct board_set *set = board_named(0);
    int count = 0;

    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        for (size_t t = 0; t < sizeof selects / sizeof selects[0]; t++) {
            for (int form = 0; form < 5; form++) {
                struct picture picture = {.what = selects[t]};
                picture_begin(&picture, set, p);
                snprintf(picture.ui.here.select, sizeof picture.ui.here.select,
                         "aanbieders");
                snprintf(picture.ui.who, sizeof picture.ui.who, "aanbieders");
                snprintf(picture.ui.track, sizeof picture.ui.track, "%s", selects[t]);
                picture.ui.here.page = (int)t / 3;
                picture.ui.undo = (struct undo){
                    .serial = form > 0 ? 7 : 0,
                    .undone = form == 4,
                    .until_ms = 9000,
                    .did = {.kind = INTENT_CHANGE, .amount = UPDATE_HEALTH, .number = 3}};
                snprintf(picture.ui.undo.did.select, sizeof picture.ui.undo.did.select,
                         "1.1a/g");
                picture.sync.saved = form == 2 ? 7 : 0;
                picture.sync.refused = form == 3;
                picture_draw(&picture);
                check(&picture, &count);
                draw_finish(&picture.list);
            }
        }
    }
    board_set_free(set);
    assert_int_equal(count, 0);
}

// What the bar says for every kind of change.
static void the_bar_says_what_was_done(void **state)
{
    static const struct {
        struct intent did;
        const char *label;
    } cases[] = {
        {{.amount = UPDATE_HEALTH, .number = HEALTH_ON_COURSE}, "1.1a staat nu op koers"},
        {{.amount = UPDATE_HEALTH, .number = HEALTH_BOTTLENECK, .text = "geld"},
         "1.1a staat nu op knelpunt, reden geld"},
        {{.amount = UPDATE_HEALTH, .number = HEALTH_ATTENTION},
         "1.1a staat nu op aandacht"},
        {{.amount = UPDATE_HEALTH, .number = HEALTH_DONE}, "1.1a is nu afgerond"},
        {{.amount = UPDATE_REASON, .text = "besluit"},
         "1.1a staat nu op knelpunt, reden besluit"},
        {{.amount = UPDATE_STAGE, .number = 2}, "1.1a is nu stap vertalen"},
        {{.amount = UPDATE_SAME}, "1.1a blijft op knelpunt"},
        {{.amount = UPDATE_LEAD, .text = "Aanbieders"}, "1.1a trekker: Aanbieders"},
        {{.amount = UPDATE_RUNG, .number = 1}, "1.1a naar "},
        {{.amount = UPDATE_END}, "1.1a knelpunt opgelost"},
        {{.amount = UPDATE_NOTE}, "1.1a notitie bewaard"},
        {{.amount = UPDATE_DUE, .text = "2026"}, "1.1a wanneer: 2026"},
        {{.amount = UPDATE_PERSON, .text = "Wijkteam"}, "Wijkteam staat nu op het bord"},
        {{.amount = UPDATE_PIN, .text = "Wijkteam"}, "Wijkteam pincode gewijzigd"},
    };
    struct board_set *set = board_named(0);

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct picture picture = {.what = cases[i].label};
        picture_begin(&picture, set, 0);
        picture.ui.here.screen = SCREEN_BOARD; // it lies over any screen
        picture.ui.undo = (struct undo){.serial = 1, .did = cases[i].did, .until_ms = 9000};
        picture.ui.undo.did.kind = INTENT_CHANGE;
        snprintf(picture.ui.undo.did.select, sizeof picture.ui.undo.did.select, "1.1a/g");
        picture_draw(&picture);
        if (element_of(&picture, cases[i].label) == NULL) {
            fail_msg("does not say \"%s\"", cases[i].label);
        }
        assert_true(shows(&picture, "nog 9 seconden"));
        draw_finish(&picture.list);
    }
    board_set_free(set);
}

// Ticks come as the update gets on: none, one, two; or why it does not.
static void ticks_say_how_safe_it_is(void **state)
{
    static const struct {
        uint64_t saved, shared;
        bool refused;
        const char *says, *not ;
        int ticks;
    } cases[] = {
        {0, 0, false, "1.1a blijft op knelpunt", "bewaard", 0},
        {6, 6, false, "1.1a blijft op knelpunt", "bewaard", 0},
        {7, 6, false, "bewaard", "gedeeld", 1},
        {7, 7, false, "gedeeld", "bewaard", 2},
        {8, 9, false, "gedeeld", "bewaard", 2},
        {0, 0, true, "nog niet bewaard: de schijf werkt niet mee", "gedeeld", 0},
        {7, 0, true, "bewaard", "nog niet bewaard", 1},
    };
    struct board_set *set = board_named(0);

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct picture picture = {.what = "ticks"};
        picture_begin(&picture, set, 0);
        picture.ui.here.screen = SCREEN_CARD; // without ticks of its own
        picture.sync = (struct sync_state){.saved = cases[i].saved,
                                           .shared = cases[i].shared,
                                           .refused = cases[i].refused};
        picture.ui.undo = (struct undo){.serial = 7, .until_ms = 9000};
        picture.ui.undo.did = (struct intent){
            .kind = INTENT_CHANGE, .amount = UPDATE_SAME, .select = "1.1a/g"};
        picture_draw(&picture);
        int ticks = 0;
        for (size_t k = 0; k < picture.list.draw_count; k++) {
            const struct draw *draw = &picture.list.draws[k];
            ticks += draw->kind == DRAW_SHAPE && draw->ink == picture.scene.t->oninv2;
        }
        const struct element *bar = element_of(&picture, "1.1a blijft");
        assert_non_null(bar);
        assert_non_null(strstr(bar->label, cases[i].says));
        assert_null(strstr(bar->label, cases[i].not ));
        assert_int_equal(ticks, cases[i].ticks);
        draw_finish(&picture.list);
    }
    board_set_free(set);
}

// A note that the visitor began himself is offered to go on with; another's is not.
static void a_begun_note_is_offered(void **state)
{
    struct board_set *set = board_named(0);

    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        for (int mine = 0; mine < 2; mine++) {
            struct picture picture = {.what = "draft"};
            struct draft_text draft = {.writing = WRITING_NOTE,
                                       .board = "b",
                                       .select = "1.1a/g",
                                       .text = "Nog niet af"};
            picture_begin(&picture, set, p);
            snprintf(draft.author, sizeof draft.author, "%s",
                     mine ? "aanbieders" : "peuterwerk");
            drafts_put(&picture.ui.drafts, &draft);
            snprintf(picture.ui.who, sizeof picture.ui.who, "aanbieders");
            snprintf(picture.ui.here.select, sizeof picture.ui.here.select, "aanbieders");
            snprintf(picture.ui.track, sizeof picture.ui.track, "1.1a/g");
            picture_draw(&picture);
            assert_int_equal(element_of(&picture, "Verder schrijven") != NULL, mine);
            assert_int_equal(element_of(&picture, "Notitie") != NULL, !mine);
            draw_finish(&picture.list);
        }
    }
    board_set_free(set);
}

// That nothing changed can be said once a day: after that it does not answer.
static void nothing_changed_is_said_once_a_day(void **state)
{
    struct board_set *set = board_named(0);

    (void)state;
    for (size_t p = 0; p < SERVED; p++) {
        for (int today = 0; today < 2; today++) {
            struct picture picture = {.what = "said today"};
            picture_begin(&picture, set, p);
            picture.scene.today = fixture_day(today ? "2025-10-30" : "2025-10-31");
            snprintf(picture.ui.here.select, sizeof picture.ui.here.select, "aanbieders");
            snprintf(picture.ui.track, sizeof picture.ui.track, "1.1a/g");
            picture_draw(&picture);
            int answering = 0;
            for (size_t i = 0; i < picture.list.element_count; i++) {
                const struct intent *tap = &picture.list.elements[i].tap;
                answering += tap->kind == INTENT_CHANGE && tap->amount == UPDATE_SAME &&
                             strcmp(tap->select, "1.1a/g") == 0;
            }
            // The chosen state, the step on which it stands, and the word where it fits.
            assert_in_range(answering, today ? 0 : 1, today ? 0 : 3);
            draw_finish(&picture.list);
        }
    }
    board_set_free(set);
}

// A name longer than an intent holds leads to its tracks all the same.
static void a_very_long_name_finds_its_tracks(void **state)
{
    static const char NAME[] = "samenwerkingsverband van schoolbesturen, gemeenten en "
                               "aanbieders in de hele régio, werkgroep inkoop";
    struct fixture fixture = {0};

    (void)state;
    fixture_add(&fixture, FIXTURE_PLAN);
    odd_add(&fixture, "track b/1.1b/g lead=%s", NAME);
    struct board_set *set = fixture_build(&fixture);
    fixture_finish(&fixture);
    for (size_t p = 0; p < SERVED; p++) {
        struct picture picture = {.what = "long name"};
        int count = 0;
        picture_begin(&picture, set, p);
        picture_draw(&picture);
        const struct element *name = element_of(&picture, "Samenwerkingsverband");
        assert_non_null(name);
        snprintf(picture.ui.here.select, sizeof picture.ui.here.select, "%s",
                 name->tap.select);
        picture_draw(&picture);
        assert_non_null(element_of(&picture, "1.1b Knelpunt"));
        check(&picture, &count);
        assert_int_equal(count, 0);
        draw_finish(&picture.list);
    }
    board_set_free(set);
}

int main(void)
{
    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_names_hold_on_every_panel),
        cmocka_unit_test(who_is_meant_comes_first),
        cmocka_unit_test(letters_choose_names),
        cmocka_unit_test(the_tracks_hold_on_every_panel),
        cmocka_unit_test(the_bar_says_what_was_done),
        cmocka_unit_test(ticks_say_how_safe_it_is),
        cmocka_unit_test(a_begun_note_is_offered),
        cmocka_unit_test(nothing_changed_is_said_once_a_day),
        cmocka_unit_test(a_very_long_name_finds_its_tracks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
