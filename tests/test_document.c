// desk/document: programme tables as people have them, the two source documents first.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "desk/columns.h"
#include "desk/document.h"
#include "desk/partners.h"
#include "desk/phrase.h"
#include "desk/source.h"

struct text {
    char *bytes;
    size_t length;
};

static void put(struct text *out, const char *part)
{
    size_t length = strlen(part);

    out->bytes = realloc(out->bytes, out->length + length + 1);
    assert_non_null(out->bytes);
    memcpy(out->bytes + out->length, part, length + 1);
    out->length += length;
}

// Tab separated, so that a person can read the golden file beside the source.
static void put_fields(struct text *out, const struct item *item, const int *fields,
                       int count)
{
    for (int i = 0; i < count; i++) {
        put(out, "\t");
        for (const char *c = item->text[fields[i]]; *c != '\0'; c++) {
            char one[2] = {*c == '\n' ? '|' : *c, '\0'};
            put(out, one);
        }
    }
    put(out, "\n");
}

// The whole programme as lines: kind, then fields.
static char *dump(struct programme *programme)
{
    static const struct {
        enum item_kind kind;
        const char *name;
        int fields[9], count;
    } shown[] = {
        {ITEM_BOARD,
         "bord",
         {BOARD_TITLE, BOARD_SUBTITLE, BOARD_SOURCE, BOARD_ROW_KIND},
         4},
        {ITEM_COLUMN, "kolom", {COLUMN_KEY, COLUMN_TITLE, COLUMN_WALL, COLUMN_LETTER}, 4},
        {ITEM_AMBITION,
         "ambitie",
         {AMBITION_CODE, AMBITION_TITLE, AMBITION_WALL, AMBITION_WORD},
         4},
        {ITEM_GOAL, "doel", {GOAL_CODE, GOAL_AMBITION, GOAL_TITLE, GOAL_BRIEF}, 4},
        {ITEM_ACTION,
         "actie",
         {ACTION_GOAL, ACTION_TEXT, ACTION_PARTNERS, ACTION_COLUMNS, ACTION_FUNDING,
          ACTION_DUE, ACTION_SCOPE, ACTION_REFS, ACTION_TITLE},
         9},
        {ITEM_TRACK, "spoor", {TRACK_COLUMN, TRACK_STAGE, TRACK_HEALTH, TRACK_LEAD}, 4},
        {ITEM_ABBREVIATION, "afkorting", {ABBREVIATION_NAME, ABBREVIATION_MEANING}, 2},
    };
    struct text out = {0};

    put(&out, "");
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        const struct item_list *list = &programme->lists[shown[i].kind];
        for (size_t j = 0; j < list->count; j++) {
            put(&out, shown[i].name);
            put_fields(&out, list->items[j], shown[i].fields, shown[i].count);
        }
    }
    for (size_t i = 0; i < programme->finding_count; i++) {
        char line[64];
        snprintf(line, sizeof line, "melding\t%d\t%d\t",
                 (int)programme->findings[i].severity, programme->findings[i].line);
        put(&out, line);
        put(&out, programme->findings[i].text);
        put(&out, "\n");
    }
    return out.bytes;
}

static void read_document(struct programme *programme, const char *text)
{
    struct table table;

    programme_init(programme);
    assert_true(table_read(&table, &programme->arena, text, strlen(text), 0));
    document_read(programme, &table, "tabel.csv");
    columns_find(programme, partners_book_make(programme));
}

// Compares with the golden file, or writes it when there is none.
static void check_golden(const char *source_path, const char *golden_path)
{
    struct arena arena = {0};
    struct source source;
    struct source golden;
    struct programme programme;

    assert_true(source_read(&source, &arena, source_path));
    read_document(&programme, source.text);
    char *found = dump(&programme);
    if (source_read(&golden, &arena, golden_path)) {
        assert_string_equal(found, golden.text);
    } else {
        FILE *file = fopen(golden_path, "w");
        assert_non_null(file);
        fputs(found, file);
        fclose(file);
        fail_msg("%s was missing and is written: read it, then run again", golden_path);
    }
    free(found);
    programme_finish(&programme);
    arena_finish(&arena);
}

static void reads_the_programme_of_the_meierij(void **state)
{
    (void)state;
    check_golden("tests/data/tabel-meierij.txt", "tests/data/tabel-meierij.golden");
}

static void reads_the_year_plan_on_its_side(void **state)
{
    (void)state;
    check_golden("tests/data/tabel-jaarplan.txt", "tests/data/tabel-jaarplan.golden");
}

static void counts(const char *path, size_t ambitions, size_t goals, size_t actions)
{
    struct arena arena = {0};
    struct source source;
    struct programme programme;

    assert_true(source_read(&source, &arena, path));
    read_document(&programme, source.text);
    assert_int_equal(programme.lists[ITEM_AMBITION].count, ambitions);
    assert_int_equal(programme.lists[ITEM_GOAL].count, goals);
    assert_int_equal(programme.lists[ITEM_ACTION].count, actions);
    assert_int_equal(programme.errors, 0);
    programme_finish(&programme);
    arena_finish(&arena);
}

static void counts_what_the_sources_hold(void **state)
{
    (void)state;
    counts("tests/data/tabel-meierij.txt", 5, 25, 34);
    counts("tests/data/tabel-jaarplan.txt", 3, 7, 33);
}

// Small tables: what must be found in the dump.
static const struct {
    const char *text, *parts[6];
} small[] = {
    // Excel, Dutch: flat, with columns for the row and the goal, empty where merged.
    {"Ambitie;Doel;Actie;Trekker;Wie;Planning;Status\n"
     "1 Preventie;1.1 Signaleren;Eerste actie;SWV PO;po en vo;2023;Op koers\n"
     ";;Tweede actie;;gemeente;2024;oranje\n"
     ";1.2 Overdracht;Derde actie;;ko;;weet niet\n",
     {"ambitie\t1\tPreventie\t", "doel\t1.1\t1\tSignaleren\t",
      "actie\t1.1\tTweede actie\tgemeente\tgemeente\t",
      "actie\t1.2\tDerde actie|Stand: weet niet\tko\tkinderopvang\t",
      "spoor\t\t\top koers\tSWV PO\n", "melding\t1\t4\t\"weet niet\" is not a state"}},
    // A line per action and column.
    {"Code,Actie,Kolom,Stand,Trekker\n2.1a,Pilot,Onderwijs,op koers,swv "
     "po\n2.1a,Pilot,Jeugdhulp,knelpunt,JH\n",
     {"ambitie\t2\tRij 2\t", "doel\t2.1\t2\tDoel 2.1\t",
      "actie\t2.1\tPilot\t\tonderwijs,jeugdhulp\t",
      "spoor\tOnderwijs\t\top koers\tswv po\n", "spoor\tJeugdhulp\t\tknelpunt\tJH\n",
      "kolom\tjeugdhulp\tJeugdhulp\tJeugdhulp\tJ\n"}},
    // Columns that nobody knows are kept with the text.
    {"Wat\tWie\tPrioriteit\nIets doen\tpo\thoog\n",
     {"actie\t1.1\tIets doen|Prioriteit: hoog\tpo\tonderwijs\t",
      "melding\t1\t2\tthe column \"Prioriteit\" is not known"}},
    // Goals without numbers, rows with a word and a Roman number.
    {"Fase II: Vertalen\nWat;Wie\nEen;po\n",
     {"bord\t\t\t\tFase\n", "ambitie\t2\tVertalen\t",
      "doel\t2.1\t2\tVertalen\tVertalen\n"}},
    // References in the text.
    {"Wat;Wie\nDoen (zie 3.4 en 2.1a) en zie ook 1.2.;po\n", {"\t3.4,2.1a,1.2\t"}},
    // A row without an action text.
    {"Wat;Wie;Budget\nEen;po;xx\n;vo;5\n", {"melding\t1\t3\tno text under Wat"}},
    // Nothing that is a table.
    {"Zomaar een brief.\n\nMet tekst.\n", {"melding\t2\t0\tno actions found"}},
    {"", {"melding\t2\t0\tno actions found"}},
    // Line breaks in cells, markup, scope in other words.
    {"<b>Wat</b>;**Wie**;Lokaal/Regionaal\n\"<i>Een</i>\ntwee\";\"po &amp; vo\";Regionaal "
     "en lokaal\n",
     {"actie\t1.1\tEen|twee\tpo, vo\tonderwijs\t\t\tbeide\t"}},
    // Doel under Ambitie is a goal.
    {"Ambitie 1: A\nDoel 2: B\nWat;Wie\nEen;po\n",
     {"doel\t1.2\t1\tB\tB\n", "actie\t1.2\tEen"}},
    // Turned, with a label that nobody knows.
    {"| wat | een | twee |\n|--|--|--|\n| wie | po | vo |\n| risico | laag | |\n",
     {"actie\t1.1\teen|risico: laag\tpo\t", "actie\t1.1\ttwee\tvo\t"}},
};

static void reads_other_tables(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof small / sizeof *small; i++) {
        struct programme programme;
        read_document(&programme, small[i].text);
        char *found = dump(&programme);
        for (int j = 0; j < 6 && small[i].parts[j] != NULL; j++) {
            if (strstr(found, small[i].parts[j]) == NULL) {
                fail_msg("case %zu: no \"%s\" in\n%s", i, small[i].parts[j], found);
            }
        }
        free(found);
        programme_finish(&programme);
    }
}

// The boards were typed by hand from the same sources: both must say the same of every
// action.
static void agrees_with_board(const char *source_path, const char *board_path)
{
    static const int fields[] = {ACTION_TEXT, ACTION_FUNDING, ACTION_DUE, ACTION_SCOPE,
                                 ACTION_REFS};
    struct arena arena = {0};
    struct source source;
    struct source typed;
    struct table table;
    struct programme programme;

    assert_true(source_read(&source, &arena, source_path));
    assert_true(source_read(&typed, &arena, board_path));
    assert_true(table_read(&table, &arena, typed.text, typed.length, ';'));
    read_document(&programme, source.text);
    const struct item_list *actions = &programme.lists[ITEM_ACTION];
    assert_int_equal(table.count, actions->count + 1);
    for (size_t i = 0; i < actions->count; i++) {
        const struct table_row *row = &table.rows[i + 1];
        for (size_t j = 0; j < sizeof fields / sizeof *fields; j++) {
            assert_string_equal(actions->items[i]->text[fields[j]],
                                table_cell(row, fields[j]));
        }
        assert_true(phrase_same(actions->items[i]->text[ACTION_PARTNERS],
                                table_cell(row, ACTION_PARTNERS)));
        assert_string_equal(actions->items[i]->text[ACTION_GOAL],
                            table_cell(row, ACTION_GOAL));
    }
    programme_finish(&programme);
    arena_finish(&arena);
}

static void agrees_with_the_boards(void **state)
{
    (void)state;
    agrees_with_board("tests/data/tabel-meierij.txt",
                      "boards/ontwikkelagenda-meierij/acties.csv");
    agrees_with_board("tests/data/tabel-jaarplan.txt", "boards/jaarplan-ppo-nk/acties.csv");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_programme_of_the_meierij),
        cmocka_unit_test(reads_the_year_plan_on_its_side),
        cmocka_unit_test(counts_what_the_sources_hold),
        cmocka_unit_test(reads_other_tables),
        cmocka_unit_test(agrees_with_the_boards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
