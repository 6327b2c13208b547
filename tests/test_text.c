// Text put into a width: wrapped, cut, chosen; whole letters only, whatever comes in.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "view/scene.h"
#include "view_fixture.h"

enum { LETTER = 57, SIZE = 100 }; // a plain letter is 57 px wide at this size

static const struct type plain = {WEIGHT_REGULAR, SIZE_HAND, 0x123456};

struct stage {
    struct draw_list list;
    struct metrics metrics;
    struct scene scene;
};

static void stage_begin(struct stage *stage)
{
    *stage = (struct stage){0};
    for (int i = 0; i < SIZE_COUNT; i++) {
        stage->metrics.size_px[i] = SIZE;
    }
    stage->scene = (struct scene){
        .list = &stage->list, .m = &stage->metrics, .t = theme_light(), .measure = &ruler};
    draw_begin(&stage->list, 100000, 100000, 0);
}

// All lines with a | between them.
static void lines_of(const struct draw_list *list, char *out, size_t size)
{
    out[0] = '\0';
    for (size_t i = 0; i < list->draw_count; i++) {
        size_t used = strlen(out);
        snprintf(out + used, size - used, "%s%s", i > 0 ? "|" : "", list->draws[i].text);
    }
}

static void one_line_fits_or_ends_in_an_ellipsis(void **state)
{
    static const struct {
        const char *text;
        int letters; // room, in letters of 57 px
        const char *shown;
    } cases[] = {
        {"kosten", 6, "kosten"},
        {"kosten", 5, "kost…"},
        {"kosten", 2, "k…"},
        {"kosten", 1, "…"},
        {"kosten", 0, ""},
        {"", 3, ""},
        {"a en bed", 3, "a…"},
        {"oké, na", 5, "oké…"},
        {"éééééé", 4, "ééé…"},
        {"€€€€€€", 3, "€€…"},
        {"🙂🙂🙂🙂", 3, "🙂🙂…"},
    };
    (void)state;
    struct stage stage;
    stage_begin(&stage);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char shown[64];
        draw_begin(&stage.list, 10000, 1000, 0);
        int room = cases[i].letters * LETTER;
        int used = text_put_fit(&stage.scene, 10, 100, room, plain, cases[i].text);
        lines_of(&stage.list, shown, sizeof shown);
        assert_string_equal(shown, cases[i].shown);
        assert_true(used <= room);
    }
    draw_finish(&stage.list);
}

static void lines_wrap_at_spaces(void **state)
{
    static const struct {
        const char *text;
        int letters, lines;
        const char *shown;
    } cases[] = {
        {"een boek kost", 8, 3, "een boek|kost"},
        {"een boek kost", 4, 3, "een|boek|kost"},
        {"een boek kost", 20, 3, "een boek kost"},
        {"een boek kost", 5, 2, "een|boek…"},
        {"een  boek", 4, 3, "een|boek"},
        {"een\nboek", 20, 3, "een|boek"},
        {"een\n\nboek", 20, 3, "een||boek"},
        {"een\nboek", 20, 1, "een…"},
        {"onderhoud", 4, 3, "onde|rhou|d"},
        {"onderhoud", 4, 2, "onde|rho…"},
        {"onderhoud", 6, 3, "onder|-|houd"},
        {"toepassen", 8, 2, "toepas|-|sen"},
        {"ééééé", 2, 3, "éé|éé|é"},
        {"a b", 0, 5, "a|b"},
        {"", 10, 2, ""},
        {"   ", 10, 2, "   "},
    };
    (void)state;
    struct stage stage;
    stage_begin(&stage);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char shown[64];
        draw_begin(&stage.list, 10000, 10000, 0);
        int used = text_put_wrapped(&stage.scene, 0, 100, cases[i].letters * LETTER,
                                    cases[i].lines, plain, cases[i].text);
        lines_of(&stage.list, shown, sizeof shown);
        if (strcmp(shown, cases[i].shown) != 0 && strstr(cases[i].shown, "||") == NULL) {
            fail_msg("\"%s\" in %d letters: \"%s\", not \"%s\"", cases[i].text,
                     cases[i].letters, shown, cases[i].shown);
        }
        assert_true(used <= cases[i].lines);
        int all = text_lines(&stage.scene, cases[i].letters * LETTER, plain, cases[i].text);
        assert_true(all >= used);
    }
    draw_finish(&stage.list);
}

static void lines_stand_under_each_other(void **state)
{
    (void)state;
    struct stage stage;
    stage_begin(&stage);
    assert_int_equal(
        text_put_wrapped(&stage.scene, 7, 500, 4 * LETTER, 3, plain, "een boek kost"), 3);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(stage.list.draws[i].box.x, 7);
        assert_int_equal(stage.list.draws[i].baseline_px, 500 + 130 * i);
    }
    assert_int_equal(text_leading(&stage.scene, SIZE_HAND), 130);
    assert_int_equal(text_leading(&stage.scene, SIZE_WAND), 112);
    draw_finish(&stage.list);
}

static void edges_are_kept(void **state)
{
    (void)state;
    struct stage stage;
    stage_begin(&stage);
    int width = text_put(&stage.scene, 100, 50, plain, "kosten");
    assert_int_equal(width, 6 * LETTER - 1 + 1);
    assert_int_equal(text_put_right(&stage.scene, 900, 50, plain, "kosten"), width);
    assert_int_equal(stage.list.draws[1].box.x + stage.list.draws[1].box.w, 900);
    text_put_centre(&stage.scene, 900, 50, plain, "kosten");
    assert_int_equal(stage.list.draws[2].box.x, 900 - width / 2);
    draw_finish(&stage.list);
}

static void the_longest_form_that_fits(void **state)
{
    static const struct {
        const char *forms[4];
        int letters;
        const char *chosen;
    } cases[] = {
        {{"Kinderopvang", "Opvang", "K", NULL}, 20, "Kinderopvang"},
        {{"Kinderopvang", "Opvang", "K", NULL}, 8, "Opvang"},
        {{"Kinderopvang", "Opvang", "K", NULL}, 3, "K"},
        {{"Kinderopvang", "Opvang", "K", NULL}, 0, "K"},
        {{"", "Opvang", "K", NULL}, 20, "Opvang"},
        {{"Opvang", NULL}, 1, "Opvang"},
        {{"", NULL}, 1, ""},
    };
    (void)state;
    struct stage stage;
    stage_begin(&stage);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_string_equal(
            text_choose(&stage.scene, cases[i].letters * LETTER, plain, cases[i].forms),
            cases[i].chosen);
    }
    draw_finish(&stage.list);
}

static void check_all(const struct draw_list *list, int room, const char *what)
{
    for (size_t i = 0; i < list->draw_count; i++) {
        const struct draw *draw = &list->draws[i];
        if (!utf8_valid(draw->text, strlen(draw->text))) {
            fail_msg("%s in %d px: half a letter in \"%s\"", what, room, draw->text);
        }
        if (draw->box.w > room && utf8_count(draw->text) > 1) {
            fail_msg("%s in %d px: \"%s\" is %d px", what, room, draw->text, draw->box.w);
        }
        int measured = ruler_width(NULL, (enum weight)draw->weight, draw->size_px,
                                   draw->text, strlen(draw->text));
        assert_int_equal(measured, draw->box.w);
    }
}

// Text that wants to break out: no spaces, only spaces, marks, four bytes a letter, 4000
// bytes.
static void never_wider_than_asked(void **state)
{
    static char endless[4001];
    static char faces[4001];
    static char words[4001];
    static const char *const texts[] = {
        "a",
        " ",
        "\n",
        "\n\n\n",
        "é",
        "🙂",
        "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81 x",
        "\xEF\xBF\xBD\xEF\xBF\xBD",
        "thuiszittersproblematiek-aanpak",
        "a,b,c,d , , ,e",
        "…………",
        "  voor en na  ",
        "één ‘drié’ “vier” vijf",
        endless,
        faces,
        words,
    };
    (void)state;
    memset(endless, 'W', 4000);
    for (int i = 0; i < 4000; i += 4) {
        memcpy(faces + i, "🙂", 4);
        memcpy(words + i, i % 20 == 0 ? "é a " : "ab c", i % 20 == 0 ? 4 : 4);
    }
    words[utf8_whole(words, 4000)] = '\0';
    struct stage stage;
    stage_begin(&stage);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        for (int room = -5; room < 1200; room = room < 150 ? room + 7 : room * 2) {
            char what[32];
            snprintf(what, sizeof what, "text %zu", i);
            draw_begin(&stage.list, 100000, 100000, 0);
            assert_true(text_put_fit(&stage.scene, 0, 200, room, plain, texts[i]) <=
                        (room > 0 ? room : 0));
            check_all(&stage.list, room, what);
            draw_begin(&stage.list, 100000, 100000, 0);
            assert_true(text_put_wrapped(&stage.scene, 0, 200, room, 5, plain, texts[i]) <=
                        5);
            check_all(&stage.list, room, what);
        }
        assert_true(text_lines(&stage.scene, 100, plain, texts[i]) <= 4000);
    }
    draw_finish(&stage.list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_line_fits_or_ends_in_an_ellipsis),
        cmocka_unit_test(lines_wrap_at_spaces),
        cmocka_unit_test(lines_stand_under_each_other),
        cmocka_unit_test(edges_are_kept),
        cmocka_unit_test(the_longest_form_that_fits),
        cmocka_unit_test(never_wider_than_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
