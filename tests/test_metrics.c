// Letters, space and targets on every panel that is served, and whether they can be read.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "view/metrics.h"
#include "view_fixture.h"

// The table of sizes in the look: kop, wand, tafel, hand as least and most px.
static void sizes_are_those_of_the_look(void **state)
{
    static const struct {
        const char *panel;
        int size[SIZE_COUNT][2];
        int unit;
    } cases[] = {
        {"55\" HD", {{72, 72}, {52, 52}, {34, 36}, {23, 25}}, 8},
        {"65\" 4K", {{122, 122}, {88, 88}, {58, 58}, {39, 42}}, 16},
        {"10\"", {{40, 40}, {29, 29}, {25, 25}, {23, 23}}, 4},
        {"7\"", {{36, 36}, {26, 26}, {22, 24}, {21, 23}}, 4},
        {"7\" portrait", {{56, 56}, {41, 41}, {34, 36}, {32, 33}}, 6},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct metrics m;
        metrics_init(&m, panel_named(cases[i].panel));
        for (int s = 0; s < SIZE_COUNT; s++) {
            if (m.size_px[s] < cases[i].size[s][0] - 1 ||
                m.size_px[s] > cases[i].size[s][1] + 1) {
                fail_msg("%s: size %d is %d px, not %d-%d", cases[i].panel, s, m.size_px[s],
                         cases[i].size[s][0], cases[i].size[s][1]);
            }
        }
        if (abs(m.unit_px - cases[i].unit) > 1) {
            fail_msg("%s: unit %d px, not %d", cases[i].panel, m.unit_px, cases[i].unit);
        }
    }
}

static void space_follows_the_unit(void **state)
{
    (void)state;
    for (size_t i = 0; i < PANEL_COUNT; i++) {
        struct metrics m;
        metrics_init(&m, panels[i].panel);
        double unit = m.unit_px;
        assert_true(m.unit_px >= 1 && m.gap_px >= 1 && m.hair_px >= 1 && m.thin_px >= 1);
        assert_true(m.gap_px >= 1.25 * unit - 1 && m.gap_px <= 1.25 * unit + 1);
        assert_true(m.pad_px >= 1.75 * unit - 1 && m.pad_px <= 1.75 * unit + 1);
        assert_true(m.radius_px >= 1.25 * unit - 1 && m.radius_px <= 1.25 * unit + 1);
        assert_true(m.margin_px >= 2 * unit && m.margin_px <= 3.5 * unit + 1);
        assert_true(m.thick_px >= m.thin_px && m.thin_px >= m.hair_px);
    }
}

static void targets_are_millimetres(void **state)
{
    (void)state;
    for (size_t i = 0; i < PANEL_COUNT; i++) {
        struct metrics m;
        metrics_init(&m, panels[i].panel);
        assert_true(m.touch_px / m.px_per_mm > 19.4 && m.touch_px / m.px_per_mm < 20.6);
        assert_true(m.touch_min_px / m.px_per_mm > 9.4);
        // Never less than a word of hand text needs, which is more in a room.
        assert_true(m.touch_min_px / m.px_per_mm < 10.6 ||
                    m.touch_min_px <= 2 * m.size_px[SIZE_HAND]);
    }
}

// 20 arc minutes for what must be read from the table, never less than 16 for anything.
static void letters_can_be_read_from_where_people_are(void **state)
{
    (void)state;
    for (size_t i = 0; i < PANEL_COUNT; i++) {
        struct metrics m;
        metrics_init(&m, panels[i].panel);
        if (metrics_arcmin(&m, SIZE_WAND) < 19.9 || metrics_arcmin(&m, SIZE_KOP) < 19.9) {
            fail_msg("%s: wand %.1f', kop %.1f'", panels[i].name,
                     metrics_arcmin(&m, SIZE_WAND), metrics_arcmin(&m, SIZE_KOP));
        }
        for (int s = 0; s < SIZE_COUNT; s++) {
            if (metrics_arcmin(&m, (enum role_size)s) < 16) {
                fail_msg("%s: size %d is seen under %.1f'", panels[i].name, s,
                         metrics_arcmin(&m, (enum role_size)s));
            }
        }
    }
}

// EN 301 549 5.1.4: capitals of 0.7 degree.
static void low_vision_letters_are_larger(void **state)
{
    (void)state;
    for (size_t i = 0; i < PANEL_COUNT; i++) {
        struct panel panel = panels[i].panel;
        struct metrics m;
        panel.low_vision = true;
        metrics_init(&m, panel);
        assert_true(metrics_arcmin(&m, SIZE_WAND) >= 41.9);
        assert_true(metrics_arcmin(&m, SIZE_TAFEL) >= 16);
    }
}

static void what_is_not_known_is_assumed(void **state)
{
    static const struct {
        int width_px, height_px;
        double width_mm, distance_m;
    } cases[] = {
        {800, 480, 154.1, 0.6},  {720, 1280, 87.2, 0.6},   {1280, 800, 216.9, 0.6},
        {1920, 1080, 1217.6, 4}, {3840, 2160, 1428.5, 4},  {1080, 1920, 684.9, 4},
        {960, 540, 254, 0.6},    {2560, 1440, 677.333, 4},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct metrics m;
        metrics_init(&m, (struct panel){.width_px = cases[i].width_px,
                                        .height_px = cases[i].height_px});
        assert_true(m.panel.width_mm > cases[i].width_mm - 0.1);
        assert_true(m.panel.width_mm < cases[i].width_mm + 0.1);
        double ratio = m.panel.height_mm / m.panel.width_mm * m.panel.width_px;
        assert_true(ratio > m.panel.height_px - 1 && ratio < m.panel.height_px + 1);
        assert_true(m.panel.distance_m == cases[i].distance_m);
    }
}

static void layouts(void **state)
{
    static const struct {
        const char *panel;
        enum layout layout;
    } cases[] = {
        {"55\" HD", LAYOUT_ROOM},      {"65\" 4K", LAYOUT_ROOM},
        {"7\"", LAYOUT_PANEL},         {"7\" portrait", LAYOUT_PORTRAIT},
        {"24\" at 4 m", LAYOUT_PANEL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct metrics m;
        metrics_init(&m, panel_named(cases[i].panel));
        assert_int_equal(m.layout, cases[i].layout);
    }
}

static void capitals(void **state)
{
    (void)state;
    assert_int_equal(metrics_cap_px(0), 0);
    assert_int_equal(metrics_cap_px(52), 37);
    assert_int_equal(metrics_cap_px(100), 71);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sizes_are_those_of_the_look),
        cmocka_unit_test(space_follows_the_unit),
        cmocka_unit_test(targets_are_millimetres),
        cmocka_unit_test(letters_can_be_read_from_where_people_are),
        cmocka_unit_test(low_vision_letters_are_larger),
        cmocka_unit_test(what_is_not_known_is_assumed),
        cmocka_unit_test(layouts),
        cmocka_unit_test(capitals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
