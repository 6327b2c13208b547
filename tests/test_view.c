// What must hold on every screen of every board on every panel.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "odd_boards.h"
#include "touch/keyboard.h"
#include "view/card_parts.h"
#include "view/view.h"
#include "view_fixture.h"

enum { TOLD_MOST = 12 };

// One picture: which, and what came out.
struct picture {
    const char *board, *panel;
    struct ui ui;
    struct metrics metrics;
    struct draw_list list;
    struct keyboard keyboard;
    struct scene scene;
    int pages;
};

static const struct {
    enum screen_id screen;
    const char *select; // of the living board; other boards have these or nothing
    const char *explain;
    int fold;
    bool by_stage, legend;
} views[] = {
    {SCREEN_BOARD, "", "", 0, false, false},
    {SCREEN_BOARD, "", "", 0, false, true},
    {SCREEN_ATTENTION, "", "", 0, false, false},
    {SCREEN_ATTENTION, "", "", 0, false, true},
    {SCREEN_CARD, "1.1a", "", 0, false, true},
    {SCREEN_LEADS, "", "", 0, false, true},
    {SCREEN_MEETING, "", "", 0, false, true},
    {SCREEN_TREND, "", "", 0, false, true},
    {SCREEN_CELL, "1/jeugdhulp", "", 0, false, false},
    {SCREEN_CELL, "1/jeugdhulp", "", 0, true, false},
    {SCREEN_CELL, "1/0", "", 0, false, false},
    {SCREEN_AMBITION, "1", "", 0, false, false},
    {SCREEN_AMBITION, "1", "", 0, true, false},
    {SCREEN_COLUMN, "jeugdhulp", "", 0, false, false},
    {SCREEN_COLUMN, "0", "", 0, true, false},
    {SCREEN_CARD, "1.1a", "", 0, false, false},
    {SCREEN_CARD, "a", "", 0, false, false},
    {SCREEN_CARD, "1.1a/jeugdhulp", "", 1, false, false},
    {SCREEN_CARD, "1.1a", "", 2, false, false},
    {SCREEN_CARD, "1.1a", "", 3, false, false},
    {SCREEN_CARD, "1.1a", "", 4, false, false},
    {SCREEN_CARD, "a", "po", 2, false, false},
    {SCREEN_CARD, "1.1a/jeugdhulp", "", CARD_MORE, false, false},
    {SCREEN_CARD, "1.1a/jeugdhulp", "", CARD_STEPS, false, false},
    {SCREEN_CARD, "1.1a/jeugdhulp", "", CARD_MOVE, false, false},
    {SCREEN_CARD, "1.1a/jeugdhulp", "", CARD_REASONS, false, false},
    {SCREEN_CARD, "1.1a/jeugdhulp", "", CARD_STUCK, false, false},
    {SCREEN_CARD, "a", "", CARD_MORE, false, false},
    {SCREEN_CARD, "a", "", CARD_MOVE, false, false},
    {SCREEN_CELL, "1/jeugdhulp", "", CARD_REPORT, false, false},
    {SCREEN_CHANGES, "", "", 0, false, false},
    {SCREEN_SEARCH, "school", "", 0, false, false},
    {SCREEN_WORDS, "", "", 0, false, false},
    {SCREEN_WORDS, "", "GGD", 0, false, false},
    {SCREEN_BOARDS, "", "", 0, false, false},
    {SCREEN_CELL, "nergens/niets", "", 0, false, false},
    {SCREEN_CARD, "nergens", "", 0, false, false},
    {SCREEN_LEADS, "", "", 0, false, false},
    {SCREEN_LEADS, "integrale vroeghulp", "", 0, false, false},
    {SCREEN_LEADS, "niemand", "", 0, false, false},
    {SCREEN_TREND, "", "", 0, false, false},
};
enum { VIEW_COUNT = sizeof views / sizeof views[0] };

static const struct sync_state alone; // no other device is known
static const struct sync_state *sync_told = &alone;
static bool wall_only;

// What the undo bar tells in the pictures that follow; kind INTENT_NONE: there is no bar.
static struct intent just_done;

static void picture_draw(struct picture *picture, const struct board_set *set,
                         struct panel panel, size_t view, int page, int offset_px)
{
    picture->scene = (struct scene){.list = &picture->list, .ui = &picture->ui, .set = set};
    ui_init(&picture->ui, 0);
    if (just_done.kind != INTENT_NONE) {
        picture->ui.undo = (struct undo){
            .serial = 1, .did = just_done, .by = "integrale vroeghulp", .until_ms = 11000};
    }
    picture->ui.here.screen = views[view].screen;
    picture->ui.here.page = page;
    picture->ui.here.offset_px = offset_px;
    picture->ui.fold = views[view].fold;
    picture->ui.by_stage = views[view].by_stage;
    picture->ui.legend = views[view].legend;
    snprintf(picture->ui.here.select, sizeof picture->ui.here.select, "%s",
             views[view].select);
    snprintf(picture->ui.about, sizeof picture->ui.about, "1.1a/jeugdhulp");
    snprintf(picture->ui.explain, sizeof picture->ui.explain, "%s", views[view].explain);
    keyboard_init(&picture->keyboard, 40);
    if (views[view].screen == SCREEN_SEARCH) {
        snprintf(picture->ui.query, sizeof picture->ui.query, "%s", views[view].select);
        picture->ui.here.select[0] = '\0';
    }
    metrics_init(&picture->metrics, panel);
    struct scene *scene = &picture->scene;
    scene->board = set != NULL && set->count > 0 ? &set->boards[0] : NULL;
    scene->m = &picture->metrics;
    scene->t = theme_light();
    scene->measure = &ruler;
    scene->keyboard = &picture->keyboard;
    scene->sync = sync_told;
    scene->today = fixture_day("2025-11-11");
    scene->minute = 642;
    scene->now_ms = day_moment_ms(scene->today, scene->minute);
    struct outlook *outlook =
        scene->board != NULL ? outlook_create(scene->board, scene->today) : NULL;
    scene->outlook = outlook;
    view_draw(scene);
    outlook_destroy(outlook);
    picture->pages = scene->pages;
    assert_false(picture->list.failed);
}

static void picture_finish(struct picture *picture)
{
    draw_finish(&picture->list);
}

// Says what does not hold, at most so often, and counts it.
__attribute__((format(printf, 4, 5))) static void told(int *count,
                                                       const struct picture *picture,
                                                       size_t view, const char *format, ...)
{
    char what[512];
    va_list args;

    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    if ((*count)++ < TOLD_MOST) {
        print_message("%s, %s, %s %s%s%s: %.200s\n", picture->board, picture->panel,
                      screen_name(views[view].screen), views[view].select,
                      views[view].legend ? " legend" : "",
                      views[view].fold > 0 ? " fold" : "", what);
    }
}

// Runs `check` on all screens of some boards on some panels; every page of the wall.
static void everywhere(enum odd_board first, enum odd_board last, size_t panel_count,
                       void (*check)(const struct picture *, size_t view, int *count))
{
    int count = 0;

    for (enum odd_board board = first; board <= last; board++) {
        struct board_set *set = odd_build(board);
        for (size_t p = 0; p < panel_count; p++) {
            for (size_t v = 0; v < (wall_only ? 1 : VIEW_COUNT); v++) {
                struct picture picture = {.board = odd_names[board],
                                          .panel = panels[p].name};
                picture_draw(&picture, set, panels[p].panel, v, 0, 0);
                check(&picture, v, &count);
                for (int page = 1; page < picture.pages && page < 12; page++) {
                    picture_draw(&picture, set, panels[p].panel, v, page, 0);
                    check(&picture, v, &count);
                }
                picture_finish(&picture);
            }
        }
        board_set_free(set);
    }
    if (count > 0) {
        fail_msg("%d times", count);
    }
}

// What the design serves; the rest only must not break.
enum { SERVED = 7 };

static bool within(rect outer, rect inner)
{
    return inner.x >= outer.x && inner.y >= outer.y &&
           inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h;
}

// Where letters are: from the top of capitals to the baseline.
static rect letters(const struct draw *draw)
{
    int cap = metrics_cap_px(draw->size_px);

    return (rect){draw->box.x, draw->baseline_px - cap, draw->box.w, cap};
}

static void check_sound(const struct picture *picture, size_t view, int *count)
{
    const struct draw_list *list = &picture->list;

    for (size_t i = 0; i < list->draw_count; i++) {
        const struct draw *draw = &list->draws[i];
        if (draw->kind == DRAW_TEXT && !utf8_valid(draw->text, strlen(draw->text))) {
            told(count, picture, view, "half a letter in \"%s\"", draw->text);
        }
    }
    for (size_t i = 0; i < list->element_count; i++) {
        const struct element *element = &list->elements[i];
        if (!utf8_valid(element->label, strlen(element->label))) {
            told(count, picture, view, "half a letter in label \"%s\"", element->label);
        }
    }
    assert_true(list->scroller.content_px >= 0);
}

static void nothing_breaks(void **state)
{
    (void)state;
    everywhere(BOARD_LIVING, BOARD_FULL, PANEL_COUNT, check_sound);
}

static void check_inside(const struct picture *picture, size_t view, int *count)
{
    const struct draw_list *list = &picture->list;
    rect all = {0, 0, list->width_px, list->height_px};

    for (size_t i = 0; i < list->draw_count; i++) {
        const struct draw *draw = &list->draws[i];
        if (draw->kind != DRAW_TEXT) {
            continue;
        }
        rect box = letters(draw);
        rect clip = rect_meet(all, draw->clip);
        bool scrolls = !within(draw->clip, all); // then only its width counts
        if (scrolls) {
            box.y = clip.y;
            box.h = 0;
        }
        if (!within(clip, box)) {
            told(count, picture, view, "\"%.60s\" at %d,%d %dx%d", draw->text, box.x, box.y,
                 box.w, box.h);
        }
    }
}

static void text_stays_on_the_panel(void **state)
{
    (void)state;
    everywhere(BOARD_LIVING, BOARD_STAGES, SERVED, check_inside);
}

static bool covers_all(const struct picture *picture)
{
    return picture->ui.legend || picture->ui.explain[0] != '\0' || picture->ui.fold > 0;
}

// Nothing of that kind is drawn over letters that are there already.
static void check_over(const struct picture *picture, size_t view, int *count,
                       enum draw_kind kind)
{
    const struct draw_list *list = &picture->list;

    for (size_t i = 0; i < list->draw_count; i++) {
        if (list->draws[i].kind != DRAW_TEXT) {
            continue;
        }
        rect a = rect_meet(letters(&list->draws[i]), list->draws[i].clip);
        int least = kind == DRAW_TEXT ? 1 : a.h / 4;
        for (size_t k = i + 1; k < list->draw_count; k++) {
            const struct draw *over = &list->draws[k];
            rect box = kind == DRAW_TEXT ? letters(over) : over->box;
            rect both = rect_meet(a, rect_meet(box, over->clip));
            if (over->kind == kind && both.w > 1 && both.h > least) {
                told(count, picture, view, "%s%.40s over \"%.40s\" (%dx%d at %d,%d)",
                     kind == DRAW_TEXT ? "text " : "a surface",
                     kind == DRAW_TEXT ? over->text : "", list->draws[i].text, both.w,
                     both.h, both.x, both.y);
            }
        }
    }
}

static void check_apart(const struct picture *picture, size_t view, int *count)
{
    if (!covers_all(picture)) {
        check_over(picture, view, count, DRAW_TEXT);
    }
}

static void no_text_over_another(void **state)
{
    (void)state;
    everywhere(BOARD_LIVING, BOARD_STAGES, SERVED, check_apart);
}

// What must be read from the table is never cut; only the strip may end in an ellipsis.
static void check_wall(const struct picture *picture, size_t view, int *count)
{
    const struct draw_list *list = &picture->list;
    int wand = picture->metrics.size_px[SIZE_WAND];
    rect strip = {0};

    if (views[view].screen != SCREEN_BOARD || views[view].legend) {
        return;
    }
    for (size_t i = 0; i < list->element_count; i++) {
        const struct element *element = &list->elements[i];
        if (element->role == ROLE_LINK && element->box.w > list->width_px / 2 &&
            element->box.y > list->height_px / 2) {
            strip = element->box;
        }
    }
    for (size_t i = 0; i < list->draw_count; i++) {
        const struct draw *draw = &list->draws[i];
        if (draw->kind == DRAW_TEXT && draw->size_px >= wand &&
            strstr(draw->text, "…") != NULL &&
            !rect_has(strip, draw->box.x, draw->baseline_px)) {
            told(count, picture, view, "\"%s\"", draw->text);
        }
    }
}

static void wall_text_is_never_cut(void **state)
{
    (void)state;
    everywhere(BOARD_LIVING, BOARD_STAGES, PANEL_COUNT - 1, check_wall);
}

static void check_example(const struct picture *picture, size_t view, int *count)
{
    const struct draw_list *list = &picture->list;
    rect all = {0, 0, list->width_px, list->height_px};
    bool example = picture->scene.board->example;
    bool said = false;

    for (size_t i = 0; i < list->draw_count; i++) {
        said = said ||
               (list->draws[i].kind == DRAW_TEXT && within(all, letters(&list->draws[i])) &&
                strcmp(list->draws[i].text, "VOORBEELD") == 0);
    }
    if (said != example) {
        told(count, picture, view, example ? "does not say VOORBEELD" : "says VOORBEELD");
    }
}

static void an_example_says_so(void **state)
{
    (void)state;
    everywhere(BOARD_LIVING, BOARD_FULL, SERVED, check_example);
}

static bool answers(const struct element *element)
{
    return element->tap.kind != INTENT_NONE && !rect_empty(element->hit) &&
           !rect_empty(rect_meet(element->hit, element->clip));
}

// What is half under the edge of a list answers in its other half.
static bool is_cut(const struct picture *picture, const struct element *element)
{
    rect box = picture->list.scroller.box;

    return !rect_empty(box) && !within(box, element->box) &&
           !rect_empty(rect_meet(box, element->box)) &&
           !within(element->clip, element->box);
}

// Not solved yet, on an upright panel: a wall of several pages has no room for its page
// button beside the names of the columns and the explanation, and a card of twelve tracks
// none for ten millimetres each.
static bool too_many_tracks(const struct picture *picture, size_t view)
{
    return picture->metrics.layout == LAYOUT_PORTRAIT &&
           views[view].screen == SCREEN_CARD && picture->scene.board->column_count > 6;
}

static bool too_much(const struct picture *picture, size_t view)
{
    return too_many_tracks(picture, view) ||
           (picture->metrics.layout == LAYOUT_PORTRAIT && picture->pages > 1);
}

static void check_targets(const struct picture *picture, size_t view, int *count)
{
    const struct draw_list *list = &picture->list;
    rect all = {0, 0, list->width_px, list->height_px};
    int least = picture->metrics.touch_min_px - 1;

    for (size_t i = 0; i < list->element_count; i++) {
        const struct element *element = &list->elements[i];
        if (!answers(element) || too_much(picture, view)) {
            continue;
        }
        rect hit = element->hit;
        if (!within(all, hit)) {
            told(count, picture, view, "\"%.40s\" answers outside: %d,%d %dx%d",
                 element->label, hit.x, hit.y, hit.w, hit.h);
        }
        rect seen = rect_meet(hit, element->clip);
        // Ten keys side by side on a panel of 87 mm are 8.5 mm wide, four rows of them on
        // one of 86 mm 8.7 mm high.
        int enough = element->role == ROLE_KEY ? least * 83 / 100 : least;
        if (!is_cut(picture, element) && (seen.w < enough || seen.h < enough)) {
            told(count, picture, view, "\"%.40s\" is %.1f x %.1f mm", element->label,
                 seen.w / picture->metrics.px_per_mm, seen.h / picture->metrics.px_per_mm);
        }
    }
}

static void targets_are_large_enough(void **state)
{
    (void)state;
    everywhere(BOARD_LIVING, BOARD_STAGES, SERVED, check_targets);
}

// The largest side that is left of `whole` when `taken` is taken from it: enough for a
// finger?
static bool leaves_enough(rect whole, rect taken, int least)
{
    const rect sides[] = {
        {whole.x, whole.y, taken.x - whole.x, whole.h},
        {taken.x + taken.w, whole.y, whole.x + whole.w - taken.x - taken.w, whole.h},
        {whole.x, whole.y, whole.w, taken.y - whole.y},
        {whole.x, taken.y + taken.h, whole.w, whole.y + whole.h - taken.y - taken.h},
    };

    for (int i = 0; i < 4; i++) {
        if (sides[i].w >= least && sides[i].h >= least) {
            return true;
        }
    }
    return false;
}

static void check_bare(const struct picture *picture, size_t view, int *count)
{
    if (!covers_all(picture) && !too_many_tracks(picture, view)) {
        check_over(picture, view, count, DRAW_FILL);
    }
}

static void no_surface_over_text(void **state)
{
    (void)state;
    everywhere(BOARD_LIVING, BOARD_STAGES, SERVED, check_bare);
}

// Narrower than the panels that are served: the tag and the pages share a line.
static void a_narrow_wall_keeps_its_tag(void **state)
{
    static const struct panel narrow[] = {{480, 800, 64.8, 108, 0.6, false},
                                          {720, 1280, 62, 110, 0.6, false}};
    struct board_set *set = odd_build(BOARD_LIVING);
    int count = 0;

    (void)state;
    for (size_t i = 0; i < sizeof narrow / sizeof *narrow; i++) {
        struct picture picture = {.board = "living", .panel = "narrow"};
        picture_draw(&picture, set, narrow[i], 0, 0, 0);
        assert_true(picture.pages > 1);
        check_bare(&picture, 0, &count);
        picture_finish(&picture);
    }
    board_set_free(set);
    assert_int_equal(count, 0);
}

// What another one takes from an answer leaves enough of it, and never its middle.
static void check_own(const struct picture *picture, size_t view, int *count)
{
    const struct draw_list *list = &picture->list;
    int least = picture->metrics.touch_min_px - 1;

    if (covers_all(picture) || too_much(picture, view)) {
        return;
    }
    for (size_t i = 0; i < list->element_count; i++) {
        const struct element *element = &list->elements[i];
        rect own = rect_meet(element->hit, element->clip);
        if (!answers(element) || is_cut(picture, element)) {
            continue;
        }
        for (size_t k = i + 1; k < list->element_count; k++) {
            const struct element *over = &list->elements[k];
            rect both = rect_meet(own, rect_meet(over->hit, over->clip));
            bool middle = rect_has(both, own.x + own.w / 2, own.y + own.h / 2);
            if (answers(over) && both.w > 2 && both.h > 2 &&
                (middle ||
                 !leaves_enough(own, both,
                                element->role == ROLE_KEY ? least * 8 / 10 : least))) {
                told(count, picture, view, "\"%.40s\" takes %dx%d px of \"%.40s\" (%dx%d)",
                     over->label, both.w, both.h, element->label, own.w, own.h);
            }
        }
    }
}

static void nothing_answers_for_another(void **state)
{
    (void)state;
    everywhere(BOARD_LIVING, BOARD_STAGES, SERVED, check_own);
}

// A screen that lists things: its rows and pages are to be touched while the bar stands.
static bool lists(const struct picture *picture, size_t view)
{
    enum screen_id screen = views[view].screen;

    return screen != SCREEN_BOARD && screen != SCREEN_CARD && !covers_all(picture) &&
           views[view].fold == 0;
}

static void check_bar(const struct picture *picture, size_t view, int *count)
{
    const struct draw_list *list = &picture->list;
    const struct element *button = NULL;

    check_inside(picture, view, count);
    for (size_t i = 0; i < list->element_count; i++) {
        const struct intent *tap = &list->elements[i].tap;
        button = tap->kind == INTENT_UNDO && tap->number < 0 ? &list->elements[i] : button;
    }
    if (button == NULL) {
        told(count, picture, view, "no undo bar");
        return;
    }
    for (size_t i = 0; lists(picture, view) && i < list->element_count; i++) {
        const struct element *element = &list->elements[i];
        rect own = rect_meet(element->hit, element->clip);
        bool under = own.y < button->hit.y + button->hit.h && own.y + own.h > button->hit.y;
        if (element != button && answers(element) && under) {
            told(count, picture, view, "\"%.40s\" lies under the bar", element->label);
        }
    }
}

static void lists_end_above_the_undo_bar(void **state)
{
    (void)state;
    just_done = (struct intent){.kind = INTENT_CHANGE,
                                .amount = UPDATE_HEALTH,
                                .number = HEALTH_BOTTLENECK,
                                .select = "1.1a/jeugdhulp"};
    everywhere(BOARD_LIVING, BOARD_STAGES, SERVED, check_bar);
    just_done.kind = INTENT_NONE;
}

// Scrolled anywhere, far beyond the end too.
// The same where the device cannot be believed: the wall has its band then, and the other
// screens a line.
static void all_of_it_under_a_band(void **state)
{
    static struct sync_state cut_off;
    int64_t now_ms = day_moment_ms(fixture_day("2025-11-11"), 642);

    cut_off = (struct sync_state){.heard_ms = now_ms - INT64_C(30) * 86400000,
                                  .device_count = 2,
                                  .devices = {{.id = "a", .self = true}, {.id = "b"}}};
    sync_told = &cut_off;
    nothing_breaks(state);
    text_stays_on_the_panel(state);
    wall_only = true; // a card of twelve columns has no room for one more line
    no_text_over_another(state);
    wall_only = false;
    wall_text_is_never_cut(state);
    targets_are_large_enough(state);
    nothing_answers_for_another(state);
    sync_told = &alone;
}

static void scrolled(void **state)
{
    int count = 0;

    (void)state;
    for (enum odd_board board = BOARD_LIVING; board < BOARD_COUNT; board++) {
        struct board_set *set = odd_build(board);
        for (size_t p = 0; p < PANEL_COUNT; p++) {
            for (size_t v = 0; v < (wall_only ? 1 : VIEW_COUNT); v++) {
                struct picture picture = {.board = odd_names[board],
                                          .panel = panels[p].name};
                for (int offset_px = 1; offset_px < 100000; offset_px *= 7) {
                    picture_draw(&picture, set, panels[p].panel, v, 0, offset_px);
                    check_sound(&picture, v, &count);
                }
                picture_finish(&picture);
            }
        }
        board_set_free(set);
    }
    assert_int_equal(count, 0);
}

static bool shows(const struct draw_list *list, const char *text)
{
    for (size_t i = 0; i < list->draw_count; i++) {
        if (list->draws[i].kind == DRAW_TEXT && strstr(list->draws[i].text, text) != NULL) {
            return true;
        }
    }
    return false;
}

static void before_there_is_a_board(void **state)
{
    struct board_set empty = {.trouble = "missing"};

    (void)state;
    for (size_t p = 0; p < PANEL_COUNT; p++) {
        for (size_t v = 0; v < VIEW_COUNT; v++) {
            struct picture picture = {.board = "none", .panel = panels[p].name};
            picture_draw(&picture, NULL, panels[p].panel, v, 0, 0);
            assert_true(shows(&picture.list, "Het bord wordt gelezen"));
            picture_draw(&picture, &empty, panels[p].panel, v, 0, 0);
            assert_true(shows(&picture.list, "Er is nog geen bord"));
            picture_finish(&picture);
        }
    }
}

// Every trouble of the shared file has its own words and the moment it began.
static void trouble_is_told_in_words(void **state)
{
    static const struct {
        const char *key, *says;
    } cases[] = {
        {"missing", "is weg"},        {"empty", "is leeg"},
        {"busy", "in gebruik"},       {"truncated", "niet heel"},
        {"corrupt", "beschadigd"},    {"foreign", "geen bord"},
        {"newer", "nieuwere versie"}, {"unsafe", "niet te vertrouwen"},
        {"nofolder", "map is weg"},   {"what is this", "niet gelezen"},
    };
    struct board_set *set = odd_build(BOARD_LIVING);
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct picture picture = {.board = "living", .panel = "55\" HD"};
        set->trouble = cases[i].key;
        set->trouble_ms = day_moment_ms(fixture_day("2025-11-11"), 9 * 60 + 5);
        picture_draw(&picture, set, panels[0].panel, 0, 0, 0);
        if (!shows(&picture.list, cases[i].says) || !shows(&picture.list, "sinds 9.05")) {
            fail_msg("%s: nothing says \"%s\" since 9.05", cases[i].key, cases[i].says);
        }
        picture_finish(&picture);
    }
    set->trouble = "";
    board_set_free(set);
}

int main(void)
{
    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_breaks),
        cmocka_unit_test(scrolled),
        cmocka_unit_test(text_stays_on_the_panel),
        cmocka_unit_test(no_text_over_another),
        cmocka_unit_test(no_surface_over_text),
        cmocka_unit_test(a_narrow_wall_keeps_its_tag),
        cmocka_unit_test(wall_text_is_never_cut),
        cmocka_unit_test(an_example_says_so),
        cmocka_unit_test(targets_are_large_enough),
        cmocka_unit_test(nothing_answers_for_another),
        cmocka_unit_test(lists_end_above_the_undo_bar),
        cmocka_unit_test(all_of_it_under_a_band),
        cmocka_unit_test(before_there_is_a_board),
        cmocka_unit_test(trouble_is_told_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
