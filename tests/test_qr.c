// QR codes with the library and without it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/qr.h"

// The three large squares in the corners, by which a camera finds a code.
static bool finder_at(const struct qr *qr, int x, int y)
{
    for (int row = 0; row < 7; row++) {
        for (int column = 0; column < 7; column++) {
            bool rim = row == 0 || row == 6 || column == 0 || column == 6;
            bool heart = row >= 2 && row <= 4 && column >= 2 && column <= 4;
            if (qr_dark(qr, x + column, y + row) != (rim || heart)) {
                return false;
            }
        }
    }
    return true;
}

static void codes_are_made(void **state)
{
    struct qr qr;
    char text[2000];

    (void)state;
    qr_library(NULL);
    assert_true(qr_available());
    // Every length up to the largest promised fits in the side that was promised for it.
    for (int side = 21; side <= QR_SIDE_LARGE; side += 4) {
        size_t room = qr_room(side);
        for (size_t i = 0; i < room; i++) {
            text[i] = (char)('a' + i % 23);
        }
        text[room] = '\0';
        assert_true(qr_encode(text, &qr));
        assert_int_equal(qr.side, side);
        assert_true(finder_at(&qr, 0, 0));
        assert_true(finder_at(&qr, side - 7, 0));
        assert_true(finder_at(&qr, 0, side - 7));
        assert_false(qr_dark(&qr, side, 0));
        assert_false(qr_dark(&qr, -1, 0));
        text[room] = 'x';
        text[room + 1] = '\0';
        assert_true(qr_encode(text, &qr));
        assert_int_equal(qr.side, side + 4);
    }
    assert_int_equal(qr_room(20), 0);
    assert_int_equal(qr_room(21), 14);
    assert_int_equal(qr_room(24), 14);
    assert_int_equal(qr_room(177), qr_room(QR_SIDE_LARGE));
    assert_false(qr_encode("", &qr));
}

static void too_much_is_none(void **state)
{
    static char text[5000];
    struct qr qr;

    (void)state;
    memset(text, 'a', sizeof text - 1);
    assert_false(qr_encode(text, &qr));
    assert_int_equal(qr.side, 0);
}

static void without_the_library(void **state)
{
    struct qr qr;

    (void)state;
    qr_library("libregiebord-is-er-niet.so.4");
    assert_false(qr_available());
    assert_false(qr_encode("2.1a", &qr));
    assert_int_equal(qr.side, 0);
    qr_library("libm.so.6"); // a library that has nothing of the kind
    assert_false(qr_available());
    assert_false(qr_encode("2.1a", &qr));
    qr_library(NULL);
    assert_true(qr_encode("2.1a", &qr));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_made),
        cmocka_unit_test(too_much_is_none),
        cmocka_unit_test(without_the_library),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
