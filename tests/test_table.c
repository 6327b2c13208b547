// desk/table: rows of cells, whatever office program wrote them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "desk/table.h"

// The table as text: cells between brackets, rows with their line number in front.
static void dump(const struct table *table, char *out, size_t size)
{
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; i < table->count && used < size; i++) {
        used += (size_t)snprintf(out + used, size - used, "%d", table->rows[i].line);
        for (int j = 0; j < table->rows[i].count && used < size; j++) {
            used += (size_t)snprintf(out + used, size - used, "[%s]",
                                     table_cell(&table->rows[i], j));
        }
    }
}

static const struct {
    const char *text;
    char delimiter; // that is to be found
    const char *expected;
} good[] = {
    {"a;b\n1;2\n", ';', "1[a][b]2[1][2]"},
    {"a,b\n1,2\n", ',', "1[a][b]2[1][2]"},
    {"a\tb\n1\t2\n", '\t', "1[a][b]2[1][2]"},
    {"a;b\r\n1;2\r\n", ';', "1[a][b]2[1][2]"},
    {"a;b\r1;2", ';', "1[a][b]2[1][2]"},
    {"a;b\n\n\n1;2", ';', "1[a][b]4[1][2]"},
    {"a;b\n;;\n1;2", ';', "1[a][b]3[1][2]"},
    {"wat;wie\n\"een\r\nen twee\";\"zeg \"\"nee\"\"\"\nx;y\n", ';',
     "1[wat][wie]2[een\nen twee][zeg \"nee\"]4[x][y]"},
    {"a;\"\"\"\"\"\"\n", ';', "1[a][\"\"]"},
    {"a;\"b\" ;c\n", ';', "1[a][b][c]"},
    {"a, \"b, c\"\nd, e\n", ',', "1[a][b, c]2[d][e]"},
    {"wat;wie\neen, twee, drie;x\nvier, vijf;y\n", ';',
     "1[wat][wie]2[een, twee, drie][x]3[vier, vijf][y]"},
    {"naam\nbeleggen\n", ';', "1[naam]2[beleggen]"},
    {"een \"woord\" hier;b\n", ';', "1[een \"woord\" hier][b]"},
    {"\"Samen\" is beter\nwat\twie\nx\ty\n", '\t',
     "1[\"Samen\" is beter]2[wat][wie]3[x][y]"},
    {"tekst, met komma\n\n| | |\n|---|:--|\n| wat | a \\| b |\n| wie | \"x |\n", '|',
     "1[tekst, met komma]5[wat][a | b]6[wie][\"x]"},
    {" a ;\xc2\xa0 b\xc2\xa0\n", ';', "1[a][b]"},
    {"a;b\xff\n", ';', "1[a][b\xef\xbf\xbd]"},
    {"", ';', ""},
    {"\n\n", ';', ""},
    {"a;b;", ';', "1[a][b][]"},
};

static void reads_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct arena arena = {0};
        struct table table;
        char text[512];
        assert_true(table_read(&table, &arena, good[i].text, strlen(good[i].text), 0));
        dump(&table, text, sizeof text);
        assert_string_equal(text, good[i].expected);
        assert_int_equal(table.delimiter, good[i].delimiter);
        arena_finish(&arena);
    }
}

static const struct {
    const char *text;
    int line;
    const char *part;
} bad[] = {
    {"a;b\nx;\"open\nnog;iets\n", 2, "does not close"},
    {"a;b\n\"x\" y;z\n", 2, "behind a closing quote"},
    {"a;b\n\"een\ntwee\"x;z\n", 3, "behind a closing quote"},
    {"a\tb\n\"open\tc\n", 2, "does not close"},
    {";;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;a", 1, "64 columns"},
};

static void refuses_with_the_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct arena arena = {0};
        struct table table;
        char delimiter = strchr(bad[i].text, '\t') != NULL ? '\t' : ';';
        assert_false(
            table_read(&table, &arena, bad[i].text, strlen(bad[i].text), delimiter));
        assert_int_equal(table.trouble_line, bad[i].line);
        assert_non_null(strstr(table.trouble, bad[i].part));
        arena_finish(&arena);
    }
}

static void refuses_a_field_of_more_than_1_mb(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct table table;
    size_t length = TABLE_MAX_FIELD_BYTES + 10;
    char *text = malloc(length + 1);

    assert_non_null(text);
    memset(text, 'x', length);
    text[length] = '\0';
    memcpy(text, "a;b\n", 4);
    assert_false(table_read(&table, &arena, text, length, 0));
    assert_int_equal(table.trouble_line, 2);
    free(text);
    arena_finish(&arena);
}

static void a_short_row_has_empty_cells(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct table table;

    assert_true(table_read(&table, &arena, "a;b", 3, 0));
    assert_string_equal(table_cell(&table.rows[0], 7), "");
    assert_string_equal(table_cell(&table.rows[0], -1), "");
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_rows),
        cmocka_unit_test(refuses_with_the_line),
        cmocka_unit_test(refuses_a_field_of_more_than_1_mb),
        cmocka_unit_test(a_short_row_has_empty_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
