// The draw list: what is kept, what is clipped, what answers to a touch, what is dumped.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "view/draw.h"
#include "view/shape.h"

static void keeps_only_what_shows(void **state)
{
    static const struct {
        rect box;
        rect clip;
        size_t kept;
    } cases[] = {
        {{10, 10, 20, 20}, {0, 0, 100, 100}, 1},  {{10, 10, 0, 20}, {0, 0, 100, 100}, 0},
        {{10, 10, 20, -1}, {0, 0, 100, 100}, 0},  {{99, 10, 20, 20}, {0, 0, 100, 100}, 1},
        {{100, 10, 20, 20}, {0, 0, 100, 100}, 0}, {{-20, 10, 20, 20}, {0, 0, 100, 100}, 0},
        {{10, 10, 20, 20}, {40, 40, 10, 10}, 0},  {{10, 10, 20, 20}, {0, 0, 0, 0}, 0},
    };
    (void)state;
    struct draw_list list = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        draw_begin(&list, 100, 100, 0xFFFFFF);
        draw_clip(&list, cases[i].clip);
        draw_fill(&list, cases[i].box, 0x112233, 0);
        assert_int_equal(list.draw_count, cases[i].kept);
    }
    draw_finish(&list);
}

static void text_is_copied_with_its_line_box(void **state)
{
    (void)state;
    struct draw_list list = {0};
    char text[] = "Jeugdhulp: wacht";
    draw_begin(&list, 400, 100, 0);
    draw_text(&list, 10, 50, 90, WEIGHT_SEMIBOLD, 20, 0xABCDEF, text, 9);
    text[0] = 'x';
    assert_int_equal(list.draw_count, 1);
    const struct draw *draw = &list.draws[0];
    assert_string_equal(draw->text, "Jeugdhulp");
    assert_int_equal(draw->baseline_px, 50);
    assert_int_equal(draw->box.x, 10);
    assert_int_equal(draw->box.w, 90);
    assert_int_equal(draw->box.y, 50 - 22);
    assert_int_equal(draw->box.h, 22 + 6);
    rect cover = draw_cover(draw);
    assert_true(cover.x < 10 && cover.x + cover.w > 100);
    draw_text(&list, 10, 50, 0, WEIGHT_REGULAR, 20, 0, "", 0);
    assert_int_equal(list.draw_count, 1);
    draw_finish(&list);
    assert_null(list.draws);
}

static void the_list_is_used_again(void **state)
{
    (void)state;
    struct draw_list list = {0};
    for (int round = 0; round < 3; round++) {
        draw_begin(&list, 1000, 1000, 0);
        for (int i = 0; i < 1000; i++) {
            draw_text(&list, i % 100, i, 20, WEIGHT_BOLD, 12, 0, "tekst", 5);
            assert_non_null(draw_element(&list, ROLE_CARD, (rect){i, i, 10, 10}, "kaart"));
        }
        assert_int_equal(list.draw_count, 1000);
        assert_int_equal(list.element_count, 1000);
        assert_string_equal(list.draws[999].text, "tekst");
    }
    assert_false(list.failed);
    draw_finish(&list);
}

static void the_topmost_answers(void **state)
{
    (void)state;
    struct draw_list list = {0};
    draw_begin(&list, 100, 100, 0);
    draw_element(&list, ROLE_CARD, (rect){0, 0, 50, 50}, "onder");
    draw_element(&list, ROLE_TEXT, (rect){0, 0, 50, 50}, "woorden");
    rect before = draw_clip(&list, (rect){0, 0, 100, 40});
    draw_element(&list, ROLE_BUTTON, (rect){20, 20, 50, 50}, "boven")->hit =
        (rect){10, 10, 70, 70};
    draw_clip(&list, before);
    assert_string_equal(draw_hit(&list, 5, 5)->label, "onder");
    assert_string_equal(draw_hit(&list, 10, 10)->label, "boven");
    assert_string_equal(draw_hit(&list, 79, 39)->label, "boven");
    assert_null(draw_hit(&list, 79, 40)); // outside the clip it was drawn under
    assert_null(draw_hit(&list, -1, 5));
    assert_string_equal(draw_hit(&list, 20, 45)->label, "onder");
    draw_finish(&list);
}

static void radius_stays_within_the_box(void **state)
{
    (void)state;
    struct draw_list list = {0};
    draw_begin(&list, 100, 100, 0);
    draw_fill(&list, (rect){0, 0, 30, 20}, 0, 99);
    draw_frame(&list, (rect){0, 0, 30, 20}, 0, 4, 0);
    assert_int_equal(list.draw_count, 1);
    assert_int_equal(list.draws[0].radius_px, 10);
    draw_finish(&list);
}

static void dump_is_stable(void **state)
{
    (void)state;
    struct draw_list list = {0};
    draw_begin(&list, 200, 100, 0xECEFED);
    draw_fill(&list, (rect){1, 2, 30, 40}, 0x0072B2, 8);
    draw_frame(&list, (rect){1, 2, 30, 40}, 0xCBD2CF, 0, 3);
    draw_clip(&list, (rect){0, 0, 20, 20});
    draw_shape(&list, SHAPE_HOUSE, (rect){5, 6, 44, 44}, 0xA8457C);
    draw_text(&list, 7, 30, 60, WEIGHT_REGULAR, 16, 0x13202A, "2.1a", 4);
    struct element *card =
        draw_element(&list, ROLE_CARD, (rect){1, 2, 30, 40}, "2.1a besluit");
    card->tap =
        (struct intent){.kind = INTENT_SHOW, .screen = 3, .select = "2.1a/gemeente"};
    draw_element(&list, ROLE_SIGN, (rect){5, 6, 44, 44}, "knelpunt")->quiet = true;
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    draw_dump(&list, out);
    fclose(out);
    assert_string_equal(text,
                        "list 200x100 #ECEFED\n"
                        "fill 1,2 30x40 #0072B2 radius 8\n"
                        "frame 1,2 30x40 #CBD2CF stroke 3\n"
                        "shape 5,6 44x44 #A8457C house clip 0,0 20x20\n"
                        "text 7,12 60x23 #13202A regular 16 at 30 \"2.1a\" clip 0,0 20x20\n"
                        "card 1,2 30x40 hit 1,2 19x18 \"2.1a besluit\" tap show 3 0 "
                        "\"2.1a/gemeente\" \"\"\n"
                        "sign 5,6 44x44 \"knelpunt\" quiet\n");
    free(text);
    draw_finish(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_only_what_shows),
        cmocka_unit_test(text_is_copied_with_its_line_box),
        cmocka_unit_test(the_list_is_used_again),
        cmocka_unit_test(the_topmost_answers),
        cmocka_unit_test(radius_stays_within_the_box),
        cmocka_unit_test(dump_is_stable),
    };
    return cmocka_run_group_tests_name("draw", tests, NULL, NULL);
}
