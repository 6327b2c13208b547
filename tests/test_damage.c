// Damage: over thousands of random changes, repainting only what is found must be the same
// as repainting all; and small changes must stay small.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screen/damage.h"
#include "screen/paint.h"
#include "view/shape.h"

enum { WIDTH_PX = 330, HEIGHT_PX = 210, CASES = 5000, MOST_ITEMS = 14 };

// What a draw of the random lists is made from, so that one of them can be changed.
struct item {
    int kind, x, y, w, h, ink, radius, text;
    rect clip;
};

struct scene {
    struct item items[MOST_ITEMS];
    int count;
    color paper;
    uint64_t seed;
};

static int below(struct scene *scene, int limit)
{
    scene->seed = scene->seed * 6364136223846793005u + 1442695040888963407u;
    return (int)((scene->seed >> 33) % (uint64_t)limit);
}

static struct item random_item(struct scene *scene)
{
    struct item item = {.kind = below(scene, 4),
                        .x = below(scene, WIDTH_PX + 40) - 20,
                        .y = below(scene, HEIGHT_PX + 40) - 20,
                        .w = below(scene, 120) + 1,
                        .h = below(scene, 80) + 1,
                        .ink = below(scene, 0x1000000),
                        .radius = below(scene, 3) * 9,
                        .text = below(scene, 5),
                        .clip = {0, 0, WIDTH_PX, HEIGHT_PX}};
    if (below(scene, 4) == 0) {
        item.clip = (rect){below(scene, WIDTH_PX), below(scene, HEIGHT_PX),
                           below(scene, 90), below(scene, 90)};
    }
    return item;
}

static void add_item(struct draw_list *list, const struct item *item)
{
    static const char *const texts[] = {"jeugd", "Knelpunt", "2.1a", "10.42", "f\u2192f"};
    rect box = {item->x, item->y, item->w, item->h};
    draw_clip(list, item->clip);
    switch (item->kind) {
    case 0:
        draw_fill(list, box, (color)item->ink, item->radius);
        break;
    case 1:
        draw_frame(list, box, (color)item->ink, item->radius, 1 + item->text);
        break;
    case 2:
        draw_shape(list, item->ink % SHAPE_COUNT, box, (color)item->ink);
        break;
    default:
        // The width given is too small on purpose: nothing may be painted outside the
        // cover.
        draw_text(list, item->x, item->y, 5 + item->text * 15, (enum weight)(item->ink % 3),
                  15 + item->radius, (color)item->ink, texts[item->text],
                  strlen(texts[item->text]));
        break;
    }
}

static void compose(struct draw_list *list, const struct scene *scene)
{
    draw_begin(list, WIDTH_PX, HEIGHT_PX, scene->paper);
    for (int i = 0; i < scene->count; i++) {
        add_item(list, &scene->items[i]);
    }
}

static void change(struct scene *scene)
{
    struct item *item = &scene->items[below(scene, scene->count)];
    struct item *other = &scene->items[below(scene, scene->count)];
    struct item swap = *item;
    switch (below(scene, 8)) {
    case 0:
        item->ink ^= 1;
        break;
    case 1:
        item->x += below(scene, 7) - 3;
        break;
    case 2:
        item->text = below(scene, 5);
        break;
    case 3:
        *item = *other;
        *other = swap;
        break;
    case 4:
        *item = random_item(scene);
        break;
    case 5:
        *item = scene->items[scene->count - 1];
        scene->count -= scene->count > 1;
        break;
    case 6:
        if (scene->count < MOST_ITEMS) {
            scene->items[scene->count] = random_item(scene);
            scene->count++;
        }
        break;
    default:
        if (below(scene, 50) == 0) {
            scene->paper ^= 0x010101;
        }
        break;
    }
}

struct bench {
    struct font_set *fonts;
    struct painter painter;
    struct damage damage;
    struct draw_list list;
    struct frame shown, whole;
};

static int begin(void **state)
{
    struct bench *bench = calloc(1, sizeof *bench);

    *state = bench;
    bench->fonts = font_set_create(NULL);
    bool ready = bench->fonts != NULL &&
                 paint_init(&bench->painter, bench->fonts, 1 << 20) &&
                 damage_init(&bench->damage, WIDTH_PX, HEIGHT_PX) &&
                 frame_init(&bench->shown, WIDTH_PX, HEIGHT_PX) &&
                 frame_init(&bench->whole, WIDTH_PX, HEIGHT_PX);
    return ready ? 0 : -1;
}

static int end(void **state)
{
    struct bench *bench = *state;

    frame_finish(&bench->shown);
    frame_finish(&bench->whole);
    draw_finish(&bench->list);
    damage_finish(&bench->damage);
    paint_finish(&bench->painter);
    font_set_destroy(bench->fonts);
    free(bench);
    return 0;
}

// Repaints what is damaged; returns the pixels painted.
static int64_t show(struct bench *bench)
{
    rect areas[DAMAGE_RECTS];
    int64_t sum = 0;
    int count = damage_find(&bench->damage, &bench->list, areas);

    for (int i = 0; i < count; i++) {
        paint_list(&bench->painter, &bench->shown, &bench->list, areas[i]);
        sum += (int64_t)areas[i].w * areas[i].h;
    }
    return sum;
}

static void parts_are_never_missed(void **state)
{
    struct bench *bench = *state;
    struct scene scene = {.count = 8, .paper = 0xECEFED, .seed = 20251111};
    for (int i = 0; i < scene.count; i++) {
        scene.items[i] = random_item(&scene);
    }
    int64_t painted = 0;
    damage_forget(&bench->damage);
    for (int round = 0; round < CASES; round++) {
        compose(&bench->list, &scene);
        painted += show(bench);
        paint_list(&bench->painter, &bench->whole, &bench->list, frame_box(&bench->whole));
        rect first = {0};
        int64_t differs = frame_differs(&bench->shown, &bench->whole, &first);
        if (differs > 0) {
            print_error("round %d: %ld pixels, first at %d,%d\n", round, (long)differs,
                        first.x, first.y);
        }
        assert_int_equal(differs, 0);
        change(&scene);
    }
    int64_t all = (int64_t)CASES * WIDTH_PX * HEIGHT_PX;
    assert_true(painted < all / 2);
}

static void nothing_changed_nothing_painted(void **state)
{
    struct bench *bench = *state;
    draw_begin(&bench->list, WIDTH_PX, HEIGHT_PX, 0xFFFFFF);
    draw_text(&bench->list, 100, 60, 40, WEIGHT_REGULAR, 15, 0, "10.42", 5);
    damage_forget(&bench->damage);
    assert_true(show(bench) >= WIDTH_PX * HEIGHT_PX);
    assert_int_equal(show(bench), 0);
    draw_begin(&bench->list, WIDTH_PX, HEIGHT_PX, 0xFFFFFF);
    draw_text(&bench->list, 100, 60, 40, WEIGHT_REGULAR, 15, 0, "10.42", 5);
    draw_element(&bench->list, ROLE_TEXT, (rect){100, 40, 40, 20}, "klok");
    assert_int_equal(show(bench), 0); // the same in another list; words paint nothing
}

static void small_changes_stay_small(void **state)
{
    struct bench *bench = *state;
    for (int minute = 0; minute < 2; minute++) {
        draw_begin(&bench->list, WIDTH_PX, HEIGHT_PX, 0xFFFFFF);
        draw_fill(&bench->list, (rect){0, 0, WIDTH_PX, 100}, 0xEEEEEE, 0);
        draw_text(&bench->list, 100, 60, 40, WEIGHT_REGULAR, 15, 0,
                  minute ? "10.43" : "10.42", 5);
        int64_t painted = show(bench);
        assert_true(minute == 0 || (painted > 0 && painted <= 4 * 3 * 32 * 32));
    }
}

// More scattered changes than there are rectangles: they are joined, none is lost.
static void many_changes_are_joined(void **state)
{
    struct bench *bench = *state;
    struct damage fine;
    rect areas[DAMAGE_RECTS];
    assert_true(damage_init(&fine, 3200, 3200));
    draw_begin(&bench->list, 3200, 3200, 0xFFFFFF);
    damage_find(&fine, &bench->list, areas);
    for (int y = 0; y < 10; y++) {
        for (int x = 0; x < 10; x++) {
            draw_fill(&bench->list, (rect){x * 320 + 5, y * 320 + 5, 3, 3}, 0, 0);
        }
    }
    int count = damage_find(&fine, &bench->list, areas);
    assert_in_range(count, 1, DAMAGE_RECTS);
    for (int at = 0; at < 100; at++) {
        bool inside = false;
        for (int i = 0; i < count; i++) {
            inside = inside || rect_has(areas[i], at % 10 * 320 + 6, at / 10 * 320 + 6);
        }
        assert_true(inside);
    }
    damage_finish(&fine);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_are_never_missed),
        cmocka_unit_test(nothing_changed_nothing_painted),
        cmocka_unit_test(small_changes_stay_small),
        cmocka_unit_test(many_changes_are_joined),
    };
    return cmocka_run_group_tests_name("damage", tests, begin, end);
}
