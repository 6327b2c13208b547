// What the kernel tells of panels: EDID blocks, and a folder that looks like
// /sys/class/drm.
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <sys/stat.h>
#include <unistd.h>

#include "screen/panel.h"

static void fill_edid(unsigned char edid[128], int width_cm, int height_cm, int width_mm,
                      int height_mm)
{
    static const unsigned char start[] = {0, 255, 255, 255, 255, 255, 255, 0};

    memset(edid, 0, 128);
    memcpy(edid, start, sizeof start);
    edid[21] = (unsigned char)width_cm;
    edid[22] = (unsigned char)height_cm;
    edid[54] = width_mm > 0;
    edid[66] = (unsigned char)width_mm;
    edid[67] = (unsigned char)height_mm;
    edid[68] = (unsigned char)((width_mm >> 8) << 4 | height_mm >> 8);
}

static void edid_sizes(void **state)
{
    static const struct {
        int width_cm, height_cm, detail_w, detail_h;
        int width_mm, height_mm; // 0: not known
    } cases[] = {
        {121, 68, 1210, 680, 1210, 680},
        {121, 68, 0, 0, 1210, 680},
        {16, 9, 0, 0, 0, 0},
        {16, 9, 160, 90, 0, 0},
        {16, 10, 0, 0, 0, 0},
        {121, 68, 160, 90, 1210, 680},
        {0, 0, 0, 0, 0, 0},
        {15, 9, 154, 86, 154, 86},
        {7, 13, 68, 121, 68, 121},
        {60, 0, 0, 0, 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned char edid[128];
        int width_mm = 0;
        int height_mm = 0;
        fill_edid(edid, cases[i].width_cm, cases[i].height_cm, cases[i].detail_w,
                  cases[i].detail_h);
        bool told = panel_edid_mm(edid, sizeof edid, &width_mm, &height_mm);
        assert_int_equal(told, cases[i].width_mm > 0);
        assert_int_equal(width_mm, cases[i].width_mm);
        assert_int_equal(height_mm, cases[i].height_mm);
        assert_false(panel_edid_mm(edid, 127, &width_mm, &height_mm));
        edid[1] = 0;
        assert_false(panel_edid_mm(edid, sizeof edid, &width_mm, &height_mm));
    }
}

static void put(const char *dir, const char *name, const char *file, const void *bytes,
                size_t size)
{
    char path[256];

    snprintf(path, sizeof path, "%s/%s", dir, name);
    mkdir(path, 0700);
    snprintf(path, sizeof path, "%s/%s/%s", dir, name, file);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    fwrite(bytes, 1, size, out);
    fclose(out);
}

static void clear(const char *dir, const char *name)
{
    static const char *const files[] = {"status", "edid", "modes", ""};
    char path[256];

    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(path, sizeof path, "%s/%s/%s", dir, name, files[i]);
        remove(path);
    }
}

static void finds_the_card_with_a_screen(void **state)
{
    (void)state;
    unsigned char edid[128];
    char dir[] = "/tmp/regiebord-panel-XXXXXX";
    assert_non_null(mkdtemp(dir));
    fill_edid(edid, 121, 68, 1210, 680);
    put(dir, "card0", "status", "connected\n", 10); // a card, not a connector
    put(dir, "card1-HDMI-A-1", "status", "disconnected\n", 13);
    put(dir, "card2-HDMI-A-2", "status", "connected\n", 10);
    put(dir, "card2-HDMI-A-2", "edid", edid, sizeof edid);
    struct panel panel = panel_find(dir);
    assert_int_equal(panel.connected, 1);
    assert_int_equal(panel.card, 2);
    assert_int_equal(panel.width_mm, 1210);
    assert_int_equal(panel.height_mm, 680);
    put(dir, "card1-HDMI-A-1", "status", "connected\n", 10);
    panel = panel_find(dir);
    assert_int_equal(panel.connected, 2);
    assert_int_equal(panel.card, 1);
    assert_int_equal(panel.width_mm, 0); // which of the two is not known
    clear(dir, "card0");
    clear(dir, "card1-HDMI-A-1");
    clear(dir, "card2-HDMI-A-2");
    assert_int_equal(rmdir(dir), 0);
    assert_int_equal(panel_find(dir).card, -1);
}

// What is plugged in has a name of its own: another screen, another size of it or another
// plug is another one, and the same again is the same.
static void knows_one_screen_from_another(void **state)
{
    char dir[] = "/tmp/regiebord-panel-XXXXXX";
    unsigned char edid[128];
    uint64_t seen[6];
    size_t count = 0;

    (void)state;
    assert_non_null(mkdtemp(dir));
    fill_edid(edid, 121, 68, 1210, 680);
    put(dir, "card0-HDMI-A-1", "status", "disconnected\n", 13);
    put(dir, "card0-HDMI-A-1", "edid", edid, 0);
    assert_int_equal(panel_find(dir).identity, 0);
    put(dir, "card0-HDMI-A-1", "status", "connected\n", 10);
    put(dir, "card0-HDMI-A-1", "edid", edid, sizeof edid);
    put(dir, "card0-HDMI-A-1", "modes", "1920x1080\n", 10);
    seen[count++] = panel_find(dir).identity;
    assert_int_equal(panel_find(dir).identity, seen[0]);
    put(dir, "card0-HDMI-A-1", "modes", "3840x2160\n", 10);
    seen[count++] = panel_find(dir).identity;
    edid[12]++; // its serial number
    put(dir, "card0-HDMI-A-1", "edid", edid, sizeof edid);
    seen[count++] = panel_find(dir).identity;
    put(dir, "card0-HDMI-A-2", "status", "connected\n", 10);
    seen[count++] = panel_find(dir).identity;
    put(dir, "card0-HDMI-A-1", "status", "disconnected\n", 13);
    seen[count++] = panel_find(dir).identity;
    for (size_t i = 0; i < count; i++) {
        assert_int_not_equal(seen[i], 0);
        for (size_t j = 0; j < i; j++) {
            assert_int_not_equal(seen[i], seen[j]);
        }
    }
    clear(dir, "card0-HDMI-A-1");
    clear(dir, "card0-HDMI-A-2");
    assert_int_equal(rmdir(dir), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edid_sizes),
        cmocka_unit_test(finds_the_card_with_a_screen),
        cmocka_unit_test(knows_one_screen_from_another),
    };
    return cmocka_run_group_tests_name("panel", tests, NULL, NULL);
}
