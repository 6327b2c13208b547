// Any bytes on the keeper's desk: from their alphabet to the edits that they would make.
#include "fuzz.h"

#include <string.h>

#include "desk/charset.h"
#include "desk/columns.h"
#include "desk/document.h"
#include "desk/folder.h"
#include "desk/plan.h"
#include "desk/review.h"
#include "desk/table.h"
#include "desk/terms.h"

enum { THOROUGH = 8 };

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    return 0;
}

static void check_table(const struct table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct table_row *row = &table->rows[i];
        FUZZ_HOLDS(row->line >= 1 && row->count >= 1 && row->count <= TABLE_MAX_COLUMNS);
        for (int c = 0; c < row->count; c++) {
            FUZZ_HOLDS(row->cells[c] != NULL);
            FUZZ_HOLDS(fuzz_text_safe(row->cells[c], strlen(row->cells[c]), true));
        }
    }
}

static void check_plan(struct programme *programme)
{
    static const struct plan_options options = {.slug = "proef", .now_ms = 1764201600000};
    struct plan plan;

    columns_find(programme, partners_book_make(programme));
    terms_find(programme);
    review_programme(programme);
    plan_make(&plan, programme, &options);
    for (size_t i = 0; i < plan.count; i++) {
        const char *value = plan.edits[i].value;
        FUZZ_HOLDS(strlen(plan.edits[i].row) <= 64);
        FUZZ_HOLDS(value == NULL || fuzz_text_safe(value, strlen(value), true));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct programme programme;
    struct table table;
    size_t length = 0;

    programme_init(&programme);
    const char *text =
        charset_text(&programme.arena, (const char *)data, size, &length, NULL);
    if (text != NULL && table_read(&table, &programme.arena, text, length, 0)) {
        check_table(&table);
        document_read(&programme, &table, "fuzz.csv");
        folder_usual_stages(&programme);
        // The plan takes much longer than the reading.
        if (programme.errors == 0 && (size == 0 || data[size / 2] % THOROUGH == 0)) {
            check_plan(&programme);
        }
    }
    programme_finish(&programme);
    return 0;
}
