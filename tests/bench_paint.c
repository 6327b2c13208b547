// What painting costs, in copies of the frame (memcpy) made in the same run, so that the
// numbers mean the same on another machine: make build/tests/bench_paint &&
// build/tests/bench_paint
#include <stdio.h>
#include <string.h>

#include "bench_time.h"
#include "screen/damage.h"
#include "screen/paint.h"
#include "view/shape.h"

enum { ROUNDS = 41, ROWS = 6, COLUMNS = 4, BRICKS = 12 };

struct bench {
    int width_px, height_px;
    struct font_set *fonts;
    struct painter painter;
    struct damage damage;
    struct draw_list list;
    struct frame frame, copy;
};

// The median of how long `work` takes.
static double median_us(struct bench *bench, void (*work)(struct bench *, int))
{
    double times[ROUNDS];

    work(bench, -1);
    for (int i = 0; i < ROUNDS; i++) {
        double start = bench_now_us();
        work(bench, i);
        times[i] = bench_now_us() - start;
    }
    return bench_ranked_us(times, ROUNDS, ROUNDS / 2);
}

static void text(struct bench *bench, int x, int y, enum weight weight, int size_px,
                 const char *words)
{
    const struct text_measure *measure = font_measure(bench->fonts);
    size_t length = strlen(words);
    int width_px = measure->width(measure->context, weight, size_px, words, length);

    draw_text(&bench->list, x, y, width_px, weight, size_px, 0x13202A, words, length);
}

static void cell(struct bench *bench, rect box, int number, const char *code)
{
    struct draw_list *list = &bench->list;
    int u = bench->height_px / 135;

    draw_fill(list, box, number % 5 == 0 ? 0xFBE4D3 : 0xFFFFFF, u);
    draw_frame(list, box, 0xD55E00, u, number % 5 == 0 ? 3 : 0);
    draw_shape(list, SHAPE_TRIANGLE, (rect){box.x + u, box.y + u, 5 * u, 5 * u}, 0x8A5A00);
    draw_shape(list, SHAPE_TRIANGLE_INNER, (rect){box.x + u, box.y + u, 5 * u, 5 * u},
               0xE69F00);
    draw_shape(list, SHAPE_TRIANGLE_MARK, (rect){box.x + u, box.y + u, 5 * u, 5 * u},
               0x13202A);
    text(bench, box.x + 9 * u, box.y + 6 * u, WEIGHT_SEMIBOLD, 6 * u, code);
    text(bench, box.x + 25 * u, box.y + 4 * u, WEIGHT_REGULAR, 3 * u, "besluit");
    text(bench, box.x + 25 * u, box.y + 7 * u, WEIGHT_REGULAR, 3 * u, "46 dagen");
    for (int i = 0; i < BRICKS; i++) {
        rect brick = {box.x + 2 * u + i % 6 * 5 * u, box.y + (10 + i / 6 * 2) * u, 4 * u,
                      3 * u / 2};
        draw_fill(list, brick, 0x0072B2, 0);
    }
}

static void compose(struct bench *bench, int round)
{
    int u = bench->height_px / 135;
    draw_begin(&bench->list, bench->width_px, bench->height_px, 0xECEFED);
    text(bench, 3 * u, 8 * u, WEIGHT_SEMIBOLD, 7 * u, "Passend onderwijs Meierij");
    for (int row = 0; row < ROWS; row++) {
        text(bench, 4 * u, (26 + row * 18) * u, WEIGHT_SEMIBOLD, 6 * u, "Preventie en");
        text(bench, 4 * u, (33 + row * 18) * u, WEIGHT_SEMIBOLD, 6 * u, "lichte zorg");
        for (int column = 0; column < COLUMNS; column++) {
            bool changes = row == 2 && column == 1 && round % 2 == 1;
            rect box = {(58 + column * 40) * u, (20 + row * 18) * u, 38 * u, 17 * u};
            cell(bench, box, row * COLUMNS + column, changes ? "3.1b" : "2.1a");
        }
    }
    for (int i = 0; i < 5; i++) {
        draw_shape(&bench->list, SHAPE_ICON_BOARD + i,
                   (rect){(9 + i * 34) * u, 128 * u, 4 * u, 4 * u}, 0x4B5863);
        text(bench, (15 + i * 34) * u, 131 * u, WEIGHT_SEMIBOLD, 4 * u, "Vergadering");
    }
}

static void run_copy(struct bench *bench, int round)
{
    (void)round;
    memcpy(bench->copy.pixels, bench->frame.pixels,
           (size_t)bench->width_px * (size_t)bench->height_px * sizeof(uint32_t));
}

static void run_compose(struct bench *bench, int round)
{
    compose(bench, round);
}

static void run_full(struct bench *bench, int round)
{
    (void)round;
    paint_list(&bench->painter, &bench->frame, &bench->list, frame_box(&bench->frame));
}

static void run_damage(struct bench *bench, int round)
{
    rect areas[DAMAGE_RECTS];

    (void)round;
    damage_find(&bench->damage, &bench->list, areas);
}

// A changed code in one cell, from composing the list to painted pixels.
static void run_cell(struct bench *bench, int round)
{
    rect areas[DAMAGE_RECTS];

    compose(bench, round + 1);
    int count = damage_find(&bench->damage, &bench->list, areas);
    for (int i = 0; i < count; i++) {
        paint_list(&bench->painter, &bench->frame, &bench->list, areas[i]);
    }
}

// Everything again with nothing in the caches, as after the start.
static void run_cold(struct bench *bench, int round)
{
    (void)round;
    paint_finish(&bench->painter);
    paint_init(&bench->painter, bench->fonts, 1 << 26);
    run_full(bench, 0);
}

static void measure(struct bench *bench)
{
    static const struct {
        const char *name;
        void (*work)(struct bench *, int);
    } runs[] = {
        {"compose the list", run_compose}, {"find damage", run_damage},
        {"one cell, whole way", run_cell}, {"full repaint", run_full},
        {"full, cold caches", run_cold},
    };
    double copy_us = median_us(bench, run_copy);
    compose(bench, 0);
    printf("%dx%d, %zu draws, copy of the frame %.0f us\n", bench->width_px,
           bench->height_px, bench->list.draw_count, copy_us);
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
        double us = median_us(bench, runs[i].work);
        printf("  %-20s %8.0f us %7.2f copies\n", runs[i].name, us, us / copy_us);
    }
}

static bool run(int width_px, int height_px)
{
    struct bench bench = {.width_px = width_px, .height_px = height_px};

    bench.fonts = font_set_create(NULL);
    bool ready = bench.fonts != NULL && paint_init(&bench.painter, bench.fonts, 1 << 26) &&
                 damage_init(&bench.damage, width_px, height_px) &&
                 frame_init(&bench.frame, width_px, height_px) &&
                 frame_init(&bench.copy, width_px, height_px);
    if (ready) {
        measure(&bench);
    }
    frame_finish(&bench.frame);
    frame_finish(&bench.copy);
    draw_finish(&bench.list);
    damage_finish(&bench.damage);
    paint_finish(&bench.painter);
    font_set_destroy(bench.fonts);
    return ready;
}

int main(void)
{
    bool done = run(1920, 1080) && run(3840, 2160);

    return done ? 0 : 1;
}
