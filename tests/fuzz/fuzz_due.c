// Any words as a due period: never a crash, and a period that is one.
#include "fuzz.h"

#include <string.h>

#include "base/day.h"
#include "board/due.h"

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);

    FUZZ_HOLDS(text != NULL);
    memcpy(text, data, size);
    text[size] = '\0';
    struct due due = due_read(text);
    FUZZ_HOLDS(due.kind <= DUE_UNREAD);
    if (due.kind >= DUE_DAY && due.kind <= DUE_YEAR) {
        FUZZ_HOLDS(due.from != DAY_NONE && due.to != DAY_NONE && due.from <= due.to);
        FUZZ_HOLDS(date_valid(day_date(due.from)) && date_valid(day_date(due.to)));
    } else {
        FUZZ_HOLDS(due.from == DAY_NONE && due.to == DAY_NONE);
        FUZZ_HOLDS(!due_past(&due, INT32_MAX));
    }
    FUZZ_HOLDS(due.every_days >= 0);
    due_filled(text);
    free(text);
    return 0;
}
