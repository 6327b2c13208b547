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

// A library whose code is what the first bytes of the text say: w and a width, or n for no
// modules at all.
static const char NONSENSE[] =
    "#include <stdlib.h>\n"
    "struct code { int version, width; unsigned char *data; };\n"
    "struct code *QRcode_encodeString(const char *t, int a, int b, int c, int d)\n"
    "{ struct code *code = calloc(1, sizeof *code); (void)a; (void)b; (void)c; (void)d;\n"
    "  code->width = atoi(t + 1); code->data = *t == 'n' ? NULL : malloc(177 * 177);\n"
    "  for (int i = 0; code->data && i < 177 * 177; i++) code->data[i] = 0xff;\n"
    "  return code; }\n"
    "void QRcode_free(struct code *code) { free(code->data); free(code); }\n";

static void a_library_of_nonsense(void **state)
{
    static const char *const none[] = {"w0",          "w-1",          "w178",
                                       "w2147483647", "w-2147483648", "n21"};
    char folder[] = "/tmp/regiebord-qr-XXXXXX";
    char source[60];
    char library[60];
    char line[200];
    struct qr qr;

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(source, sizeof source, "%s/qr.c", folder);
    snprintf(library, sizeof library, "%s/qr.so", folder);
    FILE *file = fopen(source, "w");
    assert_non_null(file);
    fputs(NONSENSE, file);
    fclose(file);
    snprintf(line, sizeof line, "gcc -shared -fPIC -o %s %s", library, source);
    assert_int_equal(system(line), 0);
    qr_library(library);
    assert_true(qr_available());
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        assert_false(qr_encode(none[i], &qr));
        assert_int_equal(qr.side, 0);
        assert_false(qr_dark(&qr, 0, 0));
    }
    assert_true(qr_encode("w177", &qr));
    assert_true(qr_dark(&qr, 176, 176));
    assert_false(qr_dark(&qr, 177, 176));
    qr_library(NULL);
    remove(source);
    remove(library);
    remove(folder);
}

// Bytes that are no text make a code like any others.
static void bytes_that_are_no_text(void **state)
{
    struct qr qr;

    (void)state;
    assert_true(qr_encode("\xff\xfe\xc3(\xed\xa0\x80\x01", &qr));
    assert_int_equal(qr.side, 21);
    assert_true(finder_at(&qr, 0, 0));
    assert_true(qr_encode("a\0b", &qr)); // no further than its end
    assert_int_equal(qr.side, 21);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_made),         cmocka_unit_test(too_much_is_none),
        cmocka_unit_test(without_the_library),    cmocka_unit_test(a_library_of_nonsense),
        cmocka_unit_test(bytes_that_are_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
