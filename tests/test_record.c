// Touches written and read back; files that are none.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "touch/record.h"

static void comes_back_as_it_was(void **state)
{
    static const struct sample samples[] = {
        {.kind = SAMPLE_DOWN, .at_ms = 70000, .finger = 3, .x_px = 100.25f, .y_px = 7},
        {.kind = SAMPLE_MOVE, .at_ms = 70016, .finger = 3, .x_px = 101.5f, .y_px = -2},
        {.kind = SAMPLE_UP, .at_ms = 70032, .finger = 3, .x_px = 1919.75f, .y_px = 1079},
        {.kind = SAMPLE_CANCEL, .at_ms = 70040, .finger = -1},
        {.kind = SAMPLE_WHEEL, .at_ms = 70050, .y_px = -120},
        {.kind = SAMPLE_KEY, .at_ms = 70060, .key = KEY_ERASE},
        {.kind = SAMPLE_TEXT, .at_ms = 70070, .text = " ë # \" x"},
        {.kind = SAMPLE_TEXT, .at_ms = 70071, .text = "\n\x1b!"},
    };
    const size_t count = sizeof samples / sizeof *samples;
    struct recorder recorder;
    struct recording recording;
    char error[160];
    FILE *file = tmpfile();

    (void)state;
    assert_non_null(file);
    recorder_begin(&recorder, file, 1920, 1080);
    for (size_t i = 0; i < count; i++) {
        assert_true(recorder_add(&recorder, &samples[i]));
    }
    rewind(file);
    assert_true(recording_read(file, "x", &recording, error, sizeof error));
    assert_int_equal(recording.width_px, 1920);
    assert_int_equal(recording.height_px, 1080);
    assert_int_equal(recording.count, count);
    for (size_t i = 0; i < count; i++) {
        const struct sample *back = &recording.samples[i];
        assert_int_equal(back->kind, samples[i].kind);
        assert_int_equal(back->at_ms, samples[i].at_ms - 70000);
        assert_int_equal(back->finger, samples[i].finger);
        assert_true(fabsf(back->x_px - samples[i].x_px) < 0.01f);
        assert_true(fabsf(back->y_px - samples[i].y_px) < 0.01f);
        assert_int_equal(back->key, samples[i].key);
    }
    assert_string_equal(recording.samples[6].text, " ë # \" x");
    assert_string_equal(recording.samples[7].text, " !");
    recording_finish(&recording);
    fclose(file);
}

#define HEAD "regiebord touches 1 800x480\n"

static void what_is_none_is_refused(void **state)
{
    static const struct {
        const char *text, *error;
    } cases[] = {
        {"", "f:1: not a recording of touches; record one with --record"},
        {"hello\n", "f:1: not a recording of touches; record one with --record"},
        {"regiebord touches 2 800x480\n",
         "f:1: not a recording of touches; record one with --record"},
        {HEAD "0 poke 1 2 3\n", "f:2: not a sample: '0 poke 1 2 3'; remove the line"},
        {HEAD "# fine\n\n0 down 1 2\n", "f:4: not a sample: '0 down 1 2'; remove the line"},
        {HEAD "0 key escape\n", "f:2: not a sample: '0 key escape'; remove the line"},
        {HEAD "soon up 1 2 3\n", "f:2: not a sample: 'soon up 1 2 3'; remove the line"},
        {HEAD "0 down 1 400555555555 8\n",
         "f:2: not a sample: '0 down 1 400555555555 8'; remove the line"},
        {HEAD "0 down 1 8 -99999999999999999999\n",
         "f:2: not a sample: '0 down 1 8 -99999999999999999999'; remove the line"},
        {HEAD "0 text\n", "f:2: not a sample: '0 text'; remove the line"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct recording recording;
        char error[160] = "";
        FILE *file = tmpfile();
        assert_non_null(file);
        fputs(cases[i].text, file);
        rewind(file);
        assert_false(recording_read(file, "f", &recording, error, sizeof error));
        assert_string_equal(error, cases[i].error);
        assert_null(recording.samples);
        fclose(file);
    }
}

static void long_ones_are_whole(void **state)
{
    struct recorder recorder;
    struct recording recording;
    char error[160];
    FILE *file = tmpfile();

    (void)state;
    assert_non_null(file);
    recorder_begin(&recorder, file, 800, 480);
    for (int i = 0; i < 5000; i++) {
        recorder_add(&recorder, &(struct sample){.kind = SAMPLE_MOVE, .at_ms = i});
    }
    rewind(file);
    assert_true(recording_read(file, "x", &recording, error, sizeof error));
    assert_int_equal(recording.count, 5000);
    assert_int_equal(recording.samples[4999].at_ms, 4999);
    recording_finish(&recording);
    fclose(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_back_as_it_was),
        cmocka_unit_test(what_is_none_is_refused),
        cmocka_unit_test(long_ones_are_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
