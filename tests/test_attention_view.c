// Aandacht as it is seen: sentences, filters, gaps, on every panel.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "view/view.h"
#include "view/attention_parts.h"
#include "view/screens.h"
#include "board_fixture.h"
#include "view_fixture.h"

struct picture {
    struct draw_list list;
    struct ui ui;
    struct metrics metrics;
    struct sync_state sync;
    struct outlook *outlook; // owned
    struct scene scene;
};

static void picture_begin(struct picture *picture, const struct board_set *set,
                          const char *panel, const char *today)
{
    *picture = (struct picture){.list = {.width_px = 0}};
    ui_init(&picture->ui, 0);
    picture->ui.here.screen = SCREEN_ATTENTION;
    metrics_init(&picture->metrics, panel_named(panel));
    picture->scene = (struct scene){.list = &picture->list,
                                    .ui = &picture->ui,
                                    .set = set,
                                    .board = &set->boards[0],
                                    .m = &picture->metrics,
                                    .t = theme_light(),
                                    .measure = &ruler,
                                    .sync = &picture->sync,
                                    .today = fixture_day(today),
                                    .minute = 642};
    picture->scene.now_ms = day_moment_ms(picture->scene.today, 642);
    picture->outlook = outlook_create(picture->scene.board, picture->scene.today);
    picture->scene.outlook = picture->outlook;
}

static void picture_draw(struct picture *picture)
{
    view_draw(&picture->scene);
    assert_false(picture->list.failed);
}

static void picture_finish(struct picture *picture)
{
    outlook_destroy(picture->outlook);
    draw_finish(&picture->list);
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

static void tap(struct picture *picture, const char *label)
{
    const struct element *element = element_of(picture, label);

    if (element == NULL || element->tap.kind == INTENT_NONE) {
        fail_msg("nothing to tap: %s", label);
        return;
    }
    struct intent intent = element->tap;
    ui_apply(&picture->ui, &intent, 0);
    picture_draw(picture);
}

// Rows of the list: cards that answer.
static int rows_of(const struct picture *picture)
{
    int rows = 0;

    for (size_t i = 0; i < picture->list.element_count; i++) {
        const struct element *element = &picture->list.elements[i];
        rows += element->role == ROLE_CARD && element->tap.kind != INTENT_NONE ? 1 : 0;
    }
    return rows;
}

#define STORY                                                                              \
    "rung r1 board=b|name=trekker|position=1\n"                                            \
    "rung r2 board=b|name=werkgroep|position=2\n"                                          \
    "rung r3 board=b|name=OOGO|position=3\n"                                               \
    "meeting m1 board=b|body=werkgroep|day=2025-06-20|starts=2025-06-20\n"                 \
    "action b/2.1a refs=1.1a\n"                                                            \
    "track b/1.1b/g lead=Ank\n"                                                            \
    "track b/1.1a/j lead=Bas\n"                                                            \
    "@ 2024-12-01\n! action b/1.1b due=2024\n"                                             \
    "@ 2025-01-01\n! action b/1.1b due=maart 2025\n"                                       \
    "! track b/1.1a/j health=knelpunt|reason=besluit|stage=vertalen\n"                     \
    "! bottleneck k board=b|action=1.1a|column_id=j|since=2025-01-01|rung=werkgroep|"      \
    "rung_since=2025-05-01|asked=wie betaalt?|decide_by=2025-06-20\n"                      \
    "! track b/1.1b/g health=op koers|stage=vertalen\n"                                    \
    "! track b/2.1a/g health=op koers|stage=geborgd\n"                                     \
    "! track b/2.1a/j health=aandacht|reason=geld|stage=beleggen\n"

// As a row tells it where there is room for all of it.
static void sentence_of(const struct picture *picture, const struct attention *item,
                        char *out, size_t size)
{
    const struct type type = {WEIGHT_REGULAR, SIZE_HAND, 0};
    struct clauses clauses = {.count = 0};
    char before[FORMAT_SIZE];

    attention_clauses(&picture->scene, item, &clauses);
    attention_where(&picture->scene, item, before, sizeof before - 2);
    strcat(before, ": ");
    clauses_join(&picture->scene, &clauses, before, 1000000, 1, type, out, size);
}

static void each_kind_has_its_sentence(void **state)
{
    static const struct {
        enum attention_kind kind;
        enum lang lang;
        const char *text, *today, *sentence;
    } cases[] = {
        {ATTENTION_BOTTLENECK, LANG_NL, "", "2025-05-31",
         "Jeugdhulp: wacht op besluit, 30 dagen bij werkgroep, besluit in werkgroep van 20 "
         "jun, houdt 2.1a tegen, gevraagd aan werkgroep: wie betaalt?"},
        {ATTENTION_BOTTLENECK, LANG_NL, "", "2025-06-01",
         "Jeugdhulp: wacht op besluit, 31 dagen bij werkgroep, langer dan 30 dagen, "
         "voorstel: naar OOGO, besluit in werkgroep van 20 jun, houdt 2.1a tegen, gevraagd "
         "aan werkgroep: wie betaalt?"},
        {ATTENTION_BOTTLENECK, LANG_EN, "", "2025-05-31",
         "Jeugdhulp: waits for besluit, 30 days with werkgroep, decision in werkgroep of "
         "20 Jun, holds up 2.1a, asked of werkgroep: wie betaalt?"},
        {ATTENTION_BOTTLENECK, LANG_NL, "meeting m1 starts=2025-06-21\n", "2025-05-31",
         "Jeugdhulp: wacht op besluit, 30 dagen bij werkgroep, besluit nodig voor 20 jun, "
         "houdt 2.1a tegen, gevraagd aan werkgroep: wie betaalt?"},
        {ATTENTION_BOTTLENECK, LANG_NL, "board b rung_days=90\n", "2025-06-21",
         "Jeugdhulp: wacht op besluit, 51 dagen bij werkgroep, besluit was nodig voor 20 "
         "jun, houdt 2.1a tegen, gevraagd aan werkgroep: wie betaalt?"},
        {ATTENTION_ESCALATED, LANG_NL,
         "! bottleneck k rung=OOGO|rung_since=2025-05-30|asked=|decide_by=\n"
         "! action b/2.1a refs=\n",
         "2025-05-31", "Jeugdhulp: wacht op besluit, 1 dag bij OOGO"},
        {ATTENTION_HEALTH, LANG_NL, "", "2025-05-31",
         "Jeugdhulp: vraagt aandacht: geld, sinds 1 jan"},
        {ATTENTION_OVERDUE, LANG_NL, "action b/1.1a due=Continu\n", "2025-04-01",
         "Gemeente: moest klaar zijn: maart 2025, 1 dag over tijd, 2 keer verschoven: "
         "2023 \xe2\x86\x92 2024 \xe2\x86\x92 maart 2025"},
        {ATTENTION_SHIFTED, LANG_NL, "", "2025-03-31",
         "Gemeente: 2 keer verschoven: 2023 \xe2\x86\x92 2024 \xe2\x86\x92 maart 2025, "
         "samen 65 weken later"},
        {ATTENTION_SILENT, LANG_NL, "", "2025-07-01",
         "Gemeente: niets gemeld sinds 1 jan, trekker Ank, dit bord vraagt elke 180 dagen "
         "een melding"},
        {ATTENTION_SILENT, LANG_NL, "! action b/1.1b due=elke week\ntrack b/1.1b/g lead=\n",
         "2025-02-01",
         "Gemeente: niets gemeld sinds 1 jan, trekker ontbreekt, afgesproken is: elke "
         "week"},
        {ATTENTION_PACE, LANG_NL, "", "2025-05-31",
         "Tempo: vooraan Gemeente (geborgd), achteraan Jeugdhulp (beleggen), sinds 1 jan, "
         "4 stappen verschil"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct board_set *set =
            fixture_boards((const char *const[]){FIXTURE_PLAN, STORY, cases[i].text, NULL});
        struct picture picture;
        char sentence[600] = "";
        picture_begin(&picture, set, "55\" HD", cases[i].today);
        picture.ui.lang = cases[i].lang;
        const struct outlook *outlook = picture.outlook;
        size_t at = outlook->attention_first[cases[i].kind];
        if (at < outlook->attention_first[cases[i].kind + 1]) {
            sentence_of(&picture, &outlook->attention[at], sentence, sizeof sentence);
        }
        if (strcmp(sentence, cases[i].sentence) != 0) {
            fail_msg("case %zu: %s", i, sentence);
        }
        picture_finish(&picture);
        board_set_free(set);
    }
}

static void a_small_buffer_is_not_overrun(void **state)
{
    struct board_set *set =
        fixture_boards((const char *const[]){FIXTURE_PLAN, STORY, NULL});
    struct picture picture;

    (void)state;
    picture_begin(&picture, set, "55\" HD", "2025-05-31");
    for (size_t size = 1; size < 120; size++) {
        char *sentence = malloc(size);
        sentence_of(&picture, &picture.outlook->attention[0], sentence, size);
        assert_true(strlen(sentence) < size);
        free(sentence);
    }
    picture_finish(&picture);
    board_set_free(set);
}

// The curtain hides who leads and what is asked.
static void the_curtain_hides_names(void **state)
{
    struct board_set *set =
        fixture_boards((const char *const[]){FIXTURE_PLAN, STORY, NULL});
    struct picture picture;

    (void)state;
    picture_begin(&picture, set, "55\" HD", "2025-07-01");
    picture.ui.curtain = true;
    for (size_t i = 0; i < picture.outlook->attention_first[ATTENTION_GAP]; i++) {
        char sentence[600];
        sentence_of(&picture, &picture.outlook->attention[i], sentence, sizeof sentence);
        assert_null(strstr(sentence, "Ank"));
        assert_null(strstr(sentence, "betaalt"));
    }
    picture_finish(&picture);
    board_set_free(set);
}

static void one_tap_on_a_chip_filters(void **state)
{
    struct board_set *set =
        fixture_boards((const char *const[]){FIXTURE_PLAN, STORY, NULL});

    (void)state;
    for (size_t p = 0; p < PANEL_COUNT; p++) {
        struct picture picture;
        picture_begin(&picture, set, panels[p].name, "2025-05-31");
        picture_draw(&picture);
        tap(&picture, "Van wie?");
        assert_int_not_equal(picture.ui.fold, 0);
        // The buttons of the chooser answer, what lies under it does not.
        tap(&picture, "Jeugdhulp, kolom");
        assert_int_equal(picture.ui.fold, 0);
        assert_int_equal(picture.ui.whose, WHOSE_COLUMN);
        assert_non_null(element_of(&picture, "1.1a"));
        assert_null(element_of(&picture, "1.1b Vast contact, Gemeente"));
        picture_finish(&picture);
    }
    board_set_free(set);
}

static void tap_chip(struct picture *picture, const char *word)
{
    for (size_t i = 0; i < picture->list.element_count; i++) {
        const struct element *element = &picture->list.elements[i];
        if (strcmp(element->label, word) == 0) {
            struct intent intent = element->tap;
            ui_apply(&picture->ui, &intent, 0);
            picture_draw(picture);
            return;
        }
    }
    fail_msg("no chip: %s", word);
}

// In a room one tap is enough for a column, and one more for all of them again.
static void a_column_is_one_tap_away(void **state)
{
    struct board_set *set =
        fixture_boards((const char *const[]){FIXTURE_PLAN, STORY, NULL});
    static const char *const rooms[] = {"55\" HD", "65\" 4K"};

    (void)state;
    for (size_t p = 0; p < sizeof rooms / sizeof *rooms; p++) {
        struct picture picture;
        picture_begin(&picture, set, rooms[p], "2025-05-31");
        picture_draw(&picture);
        tap_chip(&picture, "Jeugdhulp");
        assert_int_equal(picture.ui.whose, WHOSE_COLUMN);
        assert_int_equal(rows_of(&picture), 5);
        assert_null(element_of(&picture, "1.1b Vast contact, Gemeente"));
        tap(&picture, "Van wie?");
        tap(&picture, "Ank, trekker");
        tap_chip(&picture, "Gemeente");
        assert_int_equal(picture.ui.whose, WHOSE_COLUMN);
        tap_chip(&picture, "Gemeente");
        assert_int_equal(picture.ui.whose, WHOSE_ALL);
        picture_finish(&picture);
    }
    board_set_free(set);
}

// A code as long as those of huge boards does not touch its title.
static void a_long_code_stays_off_its_title(void **state)
{
    struct board_set *set =
        fixture_boards((const char *const[]){FIXTURE_PLAN, STORY, NULL});
    struct picture picture;
    int codes = 0;

    (void)state;
    for (size_t i = 0; i < set->boards[0].action_count; i++) {
        ((struct action *)&set->boards[0].actions[i])->code = "10.199e";
    }
    picture_begin(&picture, set, "55\" HD", "2025-05-31");
    picture_draw(&picture);
    for (size_t i = 0; i + 1 < picture.list.draw_count; i++) {
        const struct draw *draw = &picture.list.draws[i];
        if (draw->kind == DRAW_TEXT && strcmp(draw->text, "10.199e") == 0) {
            assert_true(draw[1].box.x > draw->box.x + draw->box.w);
            codes++;
        }
    }
    assert_true(codes > 0);
    picture_finish(&picture);
    board_set_free(set);
}

// Everybody's count in the chooser is that of the list that follows.
static void the_chooser_counts_what_it_shows(void **state)
{
    struct board_set *set =
        fixture_boards((const char *const[]){FIXTURE_PLAN, STORY, NULL});
    static const struct {
        const char *label;
        int points;
    } cases[] = {
        {"Iedereen, ", 9},         {"Gemeente, kolom, ", 6},   {"Jeugdhulp, kolom, ", 5},
        {"Onderwijs, kolom, ", 2}, {"werkgroep, orgaan, ", 1}, {"Bas, trekker, ", 2},
        {"Ank, trekker, ", 2},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct picture picture;
        char label[FORMAT_SIZE];
        picture_begin(&picture, set, "65\" 4K", "2025-05-31");
        picture_draw(&picture);
        tap(&picture, "Van wie?");
        snprintf(label, sizeof label, "%s%d punt", cases[i].label, cases[i].points);
        if (element_of(&picture, label) == NULL) {
            const struct element *is = element_of(&picture, cases[i].label);
            fail_msg("%s: %s", label, is == NULL ? "not there" : is->label);
        }
        tap(&picture, label);
        snprintf(label, sizeof label, "Verder: %d", cases[i].points - rows_of(&picture));
        int shown = rows_of(&picture);
        if (shown != cases[i].points) { // the rest is counted at the foot
            bool counted = false;
            for (size_t d = 0; d < picture.list.draw_count; d++) {
                const struct draw *draw = &picture.list.draws[d];
                counted = counted ||
                          (draw->kind == DRAW_TEXT && strstr(draw->text, label) != NULL);
            }
            if (!counted) {
                fail_msg("%s%d: %d rows, no \"%s\"", cases[i].label, cases[i].points, shown,
                         label);
            }
        }
        picture_finish(&picture);
    }
    board_set_free(set);
}

static void every_line_leads_somewhere(void **state)
{
    struct board_set *set = fixture_boards((const char *const[]){
        FIXTURE_PLAN, STORY,
        "action x board=b|goal=2.1|code=2.1b|title=Proef op school|refs=9.9|text=Proef op "
        "school.|position=9\n",
        NULL});

    (void)state;
    for (size_t p = 0; p < PANEL_COUNT; p++) {
        struct picture picture;
        int rows = 0;
        picture_begin(&picture, set, panels[p].name, "2025-07-01");
        for (int page = 0; page < 40; page++) {
            picture_draw(&picture);
            for (size_t i = 0; i < picture.list.element_count; i++) {
                const struct element *element = &picture.list.elements[i];
                if (element->role != ROLE_CARD) {
                    continue;
                }
                rows++;
                assert_int_equal(element->tap.kind, INTENT_SHOW);
            }
            picture.ui.here.offset_px += picture.list.scroller.page_px;
        }
        assert_true(rows >= 15);
        picture_finish(&picture);
    }
    board_set_free(set);
}

static void a_gap_opens_its_list(void **state)
{
    static const struct {
        const char *line, *item;
        enum screen_id screen;
        const char *select;
    } cases[] = {
        {"1 doel zonder actie", "1.2 Overdracht", SCREEN_AMBITION, "1"},
        {"4 sporen zonder trekker", "1.1a Leren signaleren, Gemeente", SCREEN_CARD,
         "1.1a/g"},
        {"2 acties zonder ingevulde dekking", "1.1b Vast contact", SCREEN_CARD, "1.1b"},
        {"1 actie zonder datum", "2.1b Proef op school", SCREEN_CARD, "2.1b"},
        {"1 actie zonder kolom", "2.1b Proef op school", SCREEN_CARD, "2.1b"},
        {"1 actie die twee keer voorkomt", "dezelfde tekst als 2.1a", SCREEN_CARD, "2.1b"},
        {"1 verwijzing zonder actie", "verwijst naar: 9.9", SCREEN_CARD, "2.1b"},
    };
    struct board_set *set = fixture_boards((const char *const[]){
        FIXTURE_PLAN, STORY,
        "action x board=b|goal=2.1|code=2.1b|title=Proef op school|refs=9.9|text=Proef op "
        "school.|position=9\n",
        NULL});

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct picture picture;
        picture_begin(&picture, set, "65\" 4K", "2025-07-01");
        picture.ui.filter = ATTENTION_GAP + 1;
        picture_draw(&picture);
        if (element_of(&picture, cases[i].line) == NULL) {
            picture.ui.here.offset_px += picture.list.scroller.page_px;
            picture_draw(&picture);
        }
        tap(&picture, cases[i].line);
        assert_int_equal(picture.ui.here.screen, SCREEN_ATTENTION);
        const struct element *item = element_of(&picture, cases[i].item);
        if (item == NULL) {
            fail_msg("%s: no %s", cases[i].line, cases[i].item);
        }
        assert_int_equal(item->tap.screen, cases[i].screen);
        assert_string_equal(item->tap.select, cases[i].select);
        // And back to the filter that was chosen.
        ui_apply(&picture.ui, &(struct intent){.kind = INTENT_BACK}, 0);
        assert_int_equal(picture.ui.here.screen, SCREEN_ATTENTION);
        assert_string_equal(picture.ui.here.select, "");
        assert_int_equal(picture.ui.filter, ATTENTION_GAP + 1);
        picture_finish(&picture);
    }
    board_set_free(set);
}

static void a_column_that_carries_all_leads_to_it(void **state)
{
    struct board_set *set = fixture_boards((const char *const[]){
        "board b title=Scheef\nboard_column b/g board=b|column_id=g|title=Gemeente\n"
        "board_column b/j board=b|column_id=j|title=Jeugdhulp\n"
        "ambition b/1 board=b|code=1|title=Een\ngoal b/1.1 board=b|ambition=1|code=1.1\n"
        "action a1 board=b|goal=1.1|code=1.1a\naction a2 board=b|goal=1.1|code=1.1b\n"
        "action a3 board=b|goal=1.1|code=1.1c\naction a4 board=b|goal=1.1|code=1.1d\n"
        "track t1 board=b|action=1.1a|column_id=g\n"
        "track t2 board=b|action=1.1b|column_id=g\n"
        "track t3 board=b|action=1.1c|column_id=g\n"
        "track t4 board=b|action=1.1d|column_id=g\n"
        "track t5 board=b|action=1.1d|column_id=j\n",
        NULL});
    struct picture picture;

    (void)state;
    picture_begin(&picture, set, "65\" 4K", "2025-07-01");
    picture.ui.filter = ATTENTION_GAP + 1;
    picture_draw(&picture);
    tap(&picture, "Gemeente draagt 4 van de 5 sporen");
    assert_int_equal(picture.ui.here.screen, SCREEN_COLUMN);
    assert_string_equal(picture.ui.here.select, "g");
    picture_finish(&picture);
    board_set_free(set);
}

static void home_forgets_whose(void **state)
{
    struct ui ui;

    (void)state;
    ui_init(&ui, 0);
    ui_apply(&ui, &(struct intent){.kind = INTENT_SHOW, .screen = SCREEN_ATTENTION}, 0);
    ui_apply(
        &ui,
        &(struct intent){
            .kind = INTENT_OPTION, .amount = UI_WHOSE, .number = WHOSE_LEAD, .text = "Ank"},
        0);
    ui_apply(&ui,
             &(struct intent){.kind = INTENT_SHOW, .screen = SCREEN_CARD, .select = "1.1a"},
             0);
    ui_apply(&ui, &(struct intent){.kind = INTENT_BACK}, 0);
    assert_int_equal(ui.whose, WHOSE_LEAD);
    assert_string_equal(ui.whose_name, "Ank");
    ui_home(&ui, 0);
    assert_int_equal(ui.whose, WHOSE_ALL);
    assert_string_equal(ui.whose_name, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_has_its_sentence),
        cmocka_unit_test(a_small_buffer_is_not_overrun),
        cmocka_unit_test(the_curtain_hides_names),
        cmocka_unit_test(one_tap_on_a_chip_filters),
        cmocka_unit_test(a_column_is_one_tap_away),
        cmocka_unit_test(a_long_code_stays_off_its_title),
        cmocka_unit_test(the_chooser_counts_what_it_shows),
        cmocka_unit_test(every_line_leads_somewhere),
        cmocka_unit_test(a_gap_opens_its_list),
        cmocka_unit_test(a_column_that_carries_all_leads_to_it),
        cmocka_unit_test(home_forgets_whose),
    };

    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    return cmocka_run_group_tests_name("attention_view", tests, NULL, NULL);
}
