// The whole way from bytes to edits with damaged files: nothing may crash, hang or overrun.
// FUZZ_ROUNDS sets how many; the same rounds are the same files.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "desk/columns.h"
#include "desk/document.h"
#include "desk/folder.h"
#include "desk/plan.h"
#include "desk/review.h"
#include "desk/source.h"
#include "desk/table.h"
#include "desk/terms.h"

enum { ROUNDS = 2000, SEED_BYTES = 3000, ROOM = 8192 };

static uint64_t next(uint64_t *seed)
{
    uint64_t x = *seed += 0x9e3779b97f4a7c15u;

    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

// Pieces that mean something to a reader.
static const char *const pieces[] = {
    "\"",
    ";",
    "\t",
    "|",
    ",",
    "\n",
    "\r\n",
    "|---|",
    "Wat;Wie\n",
    "| wat | x |\n",
    "AMBITIE 9: x\n",
    "<i>9.9 x</i>",
    "Doel IV x\n",
    "\xff\xfe",
    "\xef\xbb\xbf",
    "\xc3",
    "(",
    ")",
    " en ",
    " - ",
    "zie 1.1a en 2.2",
    "[a](b)",
    "**",
    "=",
    " = ",
    "Kolom;Stand\n",
    "\xe2\x80\x8b",
    "999999999999999999999",
    "1.1.1.1",
    "\xc2\xa0",
};

static size_t mutate(char *text, size_t length, uint64_t *seed)
{
    for (uint64_t count = 1 + next(seed) % 12; count > 0; count--) {
        size_t at = length == 0 ? 0 : (size_t)(next(seed) % length);
        size_t span = (size_t)(next(seed) % 60);
        const char *piece = pieces[next(seed) % (sizeof pieces / sizeof *pieces)];
        switch (next(seed) % 5) {
        case 0: // another byte
            text[at] = (char)next(seed);
            break;
        case 1: // a part gone
            span = span > length - at ? length - at : span;
            memmove(text + at, text + at + span, length - at - span);
            length -= span;
            break;
        case 2: // cut off
            length = next(seed) % 20 == 0 ? at : length;
            break;
        default: // something put in
            span = strlen(piece);
            if (length + span < ROOM) {
                memmove(text + at + span, text + at, length - at);
                memcpy(text + at, piece, span);
                length += span;
            }
            break;
        }
    }
    return length;
}

static void read_mutant(const char *bytes, size_t length)
{
    struct programme programme;
    struct table table;
    struct plan plan;
    size_t size = 0;
    const struct plan_options options = {.slug = "proef", .now_ms = 1764201600000};

    programme_init(&programme);
    const char *text = charset_text(&programme.arena, bytes, length, &size, NULL);
    if (table_read(&table, &programme.arena, text, size, 0)) {
        document_read(&programme, &table, "mutant.csv");
        folder_usual_stages(&programme);
    }
    if (table.trouble == NULL && programme.errors == 0) {
        columns_find(&programme, partners_book_make(&programme));
        terms_find(&programme);
        review_programme(&programme);
        plan_make(&plan, &programme, &options);
        for (size_t i = 0; i < plan.count; i++) {
            assert_true(strlen(plan.edits[i].row) <= 64);
        }
    }
    programme_finish(&programme);
}

static void damaged_files_do_no_harm(void **state)
{
    (void)state;
    static const char *const paths[] = {"tests/data/tabel-meierij.txt",
                                        "tests/data/tabel-jaarplan.txt",
                                        "boards/jaarplan-ppo-nk/acties.csv"};
    const char *wanted = getenv("FUZZ_ROUNDS");
    int rounds = wanted == NULL ? ROUNDS : atoi(wanted);
    struct arena arena = {0};
    struct source sources[3];
    char *mutant = malloc(ROOM + 1);
    uint64_t seed = 20251127;

    assert_non_null(mutant);
    for (int i = 0; i < 3; i++) {
        assert_true(source_read(&sources[i], &arena, paths[i]));
    }
    for (int round = 0; round < rounds; round++) {
        const struct source *source = &sources[round % 3];
        size_t length = source->length < SEED_BYTES ? source->length : SEED_BYTES;
        size_t start = (size_t)(next(&seed) % (source->length - length + 1));
        memcpy(mutant, source->text + start, length);
        length = mutate(mutant, length, &seed);
        read_mutant(mutant, length);
    }
    free(mutant);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(damaged_files_do_no_harm)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
