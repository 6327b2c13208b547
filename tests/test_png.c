// PNG files: what is written is read back, and failure says so.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <unistd.h>

#include "screen/png.h"

static void reads_back_what_was_written(void **state)
{
    static const struct {
        int width_px, height_px;
    } cases[] = {{1, 1}, {7, 3}, {320, 200}};
    (void)state;
    char dir[] = "/tmp/regiebord-png-XXXXXX";
    assert_non_null(mkdtemp(dir));
    char path[64];
    snprintf(path, sizeof path, "%s/frame.png", dir);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct frame frame;
        struct frame again;
        assert_true(frame_init(&frame, cases[i].width_px, cases[i].height_px));
        for (int at = 0; at < frame.width_px * frame.height_px; at++) {
            frame.pixels[at] = (uint32_t)at * 2654435761u;
        }
        assert_true(png_save(&frame, path));
        assert_true(png_load(&again, path));
        assert_int_equal(frame_differs(&frame, &again, NULL), 0);
        again.pixels[0] ^= 0x010000;
        rect first = {9, 9, 9, 9};
        assert_int_equal(frame_differs(&frame, &again, &first), 1);
        assert_int_equal(first.x, 0);
        frame_finish(&frame);
        frame_finish(&again);
    }
    unlink(path);
    assert_int_equal(rmdir(dir), 0); // nothing half written is left
}

static void failure_is_reported(void **state)
{
    (void)state;
    struct frame frame;
    assert_true(frame_init(&frame, 4, 4));
    assert_false(png_save(&frame, "/nonexistent/dir/frame.png"));
    frame_finish(&frame);
    assert_false(png_load(&frame, "/nonexistent/dir/frame.png"));
    assert_null(frame.pixels);
    assert_false(png_load(&frame, "/dev/null"));
    assert_false(frame_init(&frame, 0, 5));
    assert_false(frame_init(&frame, 100000, 5));
    frame_finish(&frame);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_back_what_was_written),
        cmocka_unit_test(failure_is_reported),
    };
    return cmocka_run_group_tests_name("png", tests, NULL, NULL);
}
