// The console's picture where there is no card to show it on: said, and nothing is left
// open. With a card it is looked at from outside a whole machine (tests/vm).
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "screen/scanout.h"

static void no_folder(void **state)
{
    (void)state;
    assert_null(scanout_open("/nowhere/dri", TURN_NONE));
}

// A file that is no graphics card answers no question.
static void no_card(void **state)
{
    char folder[] = "/tmp/regiebord-dri-XXXXXX";
    char path[64];

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/card0", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fclose(file);
    int next = dup(0);
    close(next);
    assert_null(scanout_open(folder, TURN_LEFT));
    int after = dup(0);
    close(after);
    assert_int_equal(after, next);
    unlink(path);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_folder),
        cmocka_unit_test(no_card),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
