// desk/plan, desk/match and desk/course: what a programme becomes in the shared file.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/day.h"
#include "desk/course.h"
#include "desk/match.h"
#include "desk/phrase.h"
#include "desk/plan.h"
#include "desk/reading.h"

static int by_cell(const void *left, const void *right)
{
    const struct cell *a = left;
    const struct cell *b = right;
    int order = strcmp(a->table, b->table);

    order = order != 0 ? order : strcmp(a->row, b->row);
    return order != 0 ? order : strcmp(a->column, b->column);
}

// The board that a plan makes when nothing was there.
static struct board_set *build(const struct plan *plan)
{
    struct cell *cells = calloc(plan->count + 1, sizeof *cells);
    size_t count = 0;

    assert_non_null(cells);
    for (size_t i = 0; i < plan->count; i++) {
        const struct share_edit *edit = &plan->edits[i];
        cells[count++] =
            (struct cell){edit->table, edit->row,   edit->column,
                          edit->value, edit->at_ms, strcmp(edit->author, "plan") != 0};
    }
    qsort(cells, count, sizeof *cells, by_cell);
    struct board_set *set = board_set_build(cells, count, NULL, 0);
    free(cells);
    assert_non_null(set);
    return set;
}

// Writes `text` to a file in /tmp and reads it as a programme.
static void read_text(struct programme *programme, const char *text,
                      const struct board_set *set)
{
    char path[] = "/tmp/desk-plan-XXXXXX";
    int descriptor = mkstemp(path);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "w");

    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    reading_load(programme, path, "proef", set);
    remove(path);
    assert_int_equal(programme->errors, 0);
}

static const char *edit_value(const struct plan *plan, const char *table, const char *row,
                              const char *column)
{
    const char *value = NULL;

    for (size_t i = 0; i < plan->count; i++) {
        const struct share_edit *edit = &plan->edits[i];
        if (strcmp(edit->table, table) == 0 && strcmp(edit->row, row) == 0 &&
            strcmp(edit->column, column) == 0) {
            value = edit->value;
        }
    }
    return value;
}

static void makes_rows_that_a_person_can_read(void **state)
{
    (void)state;
    struct programme programme;
    struct plan plan;
    const struct plan_options options = {.slug = "proef", .now_ms = 1764201600000};

    read_text(&programme, "Wat;Wie;Wanneer\nIets doen;po en gemeente;2024\n", NULL);
    plan_make(&plan, &programme, &options);
    assert_string_equal(edit_value(&plan, "action", "proef/1.1a", "code"), "1.1a");
    assert_string_equal(edit_value(&plan, "action", "proef/1.1a", "due"), "2024");
    assert_string_equal(edit_value(&plan, "action", "proef/1.1a", "position"), "0001");
    assert_string_equal(edit_value(&plan, "track", "proef/1.1a/gemeente", "action"),
                        "1.1a");
    assert_string_equal(edit_value(&plan, "board_column", "proef/onderwijs", "position"),
                        "0002");
    assert_string_equal(edit_value(&plan, "organisation", "proef/po", "column_id"),
                        "onderwijs");
    assert_string_equal(edit_value(&plan, "abbreviation", "proef/PO", "meaning"),
                        "Primair onderwijs");
    assert_string_equal(edit_value(&plan, "stage", "proef/geborgd", "position"), "0006");
    assert_int_equal(plan.new_actions, 1);
    for (size_t i = 0; i < plan.count; i++) {
        assert_string_equal(plan.edits[i].author, "plan");
        assert_int_equal(plan.edits[i].at_ms, 0);
        assert_true(strlen(plan.edits[i].row) <= 64);
    }
    programme_finish(&programme);
}

static void names_the_persons_of_a_folder(void **state)
{
    (void)state;
    struct programme programme;
    struct plan plan;
    const struct plan_options options = {.slug = "proef", .now_ms = 1764201600000};

    programme_init(&programme);
    struct item *person = programme_add(&programme, ITEM_PERSON, "personen.csv", 2);
    item_set(person, PERSON_NAME, "Sanne");
    item_set(person, PERSON_COLUMN, "gemeente");
    item_set(programme_board(&programme), BOARD_PIN, "ja");
    plan_make(&plan, &programme, &options);
    assert_string_equal(edit_value(&plan, "person", "proef/Sanne", "name"), "Sanne");
    assert_string_equal(edit_value(&plan, "person", "proef/Sanne", "board"), "proef");
    assert_string_equal(edit_value(&plan, "person", "proef/Sanne", "column_id"),
                        "gemeente");
    assert_null(edit_value(&plan, "person", "proef/Sanne", "pin")); // never by a file
    assert_string_equal(edit_value(&plan, "board", "proef", "pin"), "ja");
    programme_finish(&programme);
}

static const char before[] =
    "Wat;Wie\n1.1 Doel een;\nWarme overdracht van kinderen met achterstand;po\n"
    "Vast aanspreekpunt bij het wijkteam;vo\nThuiszitterspact tekenen;po\n"
    "1.2 Doel twee;\nLeernetwerk opzetten;po\n";

// The newer file, and the code that each of its actions must have.
static const struct {
    const char *text, *codes;
    size_t lost;
} newer[] = {
    {before, "1.1a 1.1b 1.1c 1.2a", 0},
    // One inserted in the middle.
    {"Wat;Wie\n1.1 Doel een;\nWarme overdracht van kinderen met achterstand;po\nIets heel "
     "nieuws;po\n"
     "Vast aanspreekpunt bij het wijkteam;vo\nThuiszitterspact tekenen;po\n1.2 Doel twee;\n"
     "Leernetwerk opzetten;po\n",
     "1.1a 1.1d 1.1b 1.1c 1.2a", 0},
    // One gone, the rest in another order.
    {"Wat;Wie\n1.1 Doel een;\nThuiszitterspact tekenen;po\nWarme overdracht van kinderen "
     "met achterstand;po\n"
     "1.2 Doel twee;\nLeernetwerk opzetten;po\n",
     "1.1c 1.1a 1.2a", 1},
    // Reworded.
    {"Wat;Wie\n1.1 Doel een;\nWarme overdracht van alle kinderen met achterstand;po\n"
     "Vast aanspreekpunt bij elk wijkteam;vo\nThuiszitterspact tekenen;po\n1.2 Doel twee;\n"
     "Leernetwerk opzetten;po\n",
     "1.1a 1.1b 1.1c 1.2a", 0},
    // Rewritten in its place.
    {"Wat;Wie\n1.1 Doel een;\nWarme overdracht van kinderen met achterstand;po\nHeel iets "
     "anders;vo\n"
     "Thuiszitterspact tekenen;po\n1.2 Doel twee;\nLeernetwerk opzetten;po\n",
     "1.1a 1.1b 1.1c 1.2a", 0},
    // Moved to the other goal.
    {"Wat;Wie\n1.1 Doel een;\nWarme overdracht van kinderen met "
     "achterstand;po\nThuiszitterspact tekenen;po\n"
     "1.2 Doel twee;\nLeernetwerk opzetten;po\nVast aanspreekpunt bij het wijkteam;vo\n",
     "1.1a 1.1c 1.2a 1.1b", 0},
    // With codes of its own, which say more than texts.
    {"Code;Wat;Wie\n1.1b;Warme overdracht van kinderen met achterstand;po\n1.1x;Vast "
     "aanspreekpunt bij het wijkteam;vo\n",
     "1.1b 1.1x", 4},
};

static void keeps_codes_in_a_newer_file(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof newer / sizeof *newer; i++) {
        struct programme first;
        struct programme second;
        struct plan plan;
        char codes[128] = "";
        struct plan_options options = {.slug = "proef", .now_ms = 1764201600000};
        read_text(&first, before, NULL);
        plan_make(&plan, &first, &options);
        struct board_set *set = build(&plan);
        read_text(&second, newer[i].text, set);
        options.board = board_set_find(set, "proef");
        assert_non_null(options.board);
        plan_make(&plan, &second, &options);
        const struct item_list *actions = &second.lists[ITEM_ACTION];
        for (size_t j = 0; j < actions->count; j++) {
            size_t used = strlen(codes);
            snprintf(codes + used, sizeof codes - used, "%s%s", j > 0 ? " " : "",
                     actions->items[j]->text[ACTION_CODE]);
        }
        assert_string_equal(codes, newer[i].codes);
        size_t lost = 0;
        for (size_t j = 0; j < plan.lost_count; j++) {
            lost += strcmp(plan.lost[j].what, "track") != 0;
        }
        assert_int_equal(lost, newer[i].lost);
        board_set_free(set);
        programme_finish(&second);
        programme_finish(&first);
    }
}

static void gives_letters_beyond_z(void **state)
{
    (void)state;
    struct programme programme;
    struct plan plan;
    const struct plan_options options = {.slug = "proef"};
    char text[4096] = "Wat;Wie\n1.1 Doel;\n";

    for (int i = 0; i < 30; i++) {
        size_t used = strlen(text);
        snprintf(text + used, sizeof text - used, "Actie nummer %d;po\n", i);
    }
    read_text(&programme, text, NULL);
    plan_make(&plan, &programme, &options);
    assert_string_equal(programme.lists[ITEM_ACTION].items[25]->text[ACTION_CODE], "1.1z");
    assert_string_equal(programme.lists[ITEM_ACTION].items[26]->text[ACTION_CODE], "1.1aa");
    assert_string_equal(programme.lists[ITEM_ACTION].items[29]->text[ACTION_CODE], "1.1ad");
    programme_finish(&programme);
}

static void replays_reports_after_the_plan(void **state)
{
    (void)state;
    struct programme programme;
    struct plan plan;
    const int64_t now_ms = day_moment_ms(day_of((struct date){2025, 11, 27}), 14 * 60);
    const struct plan_options options = {.slug = "voorbeeld", .now_ms = now_ms};

    reading_load(&programme, "boards/voorbeeld", NULL, NULL);
    assert_int_equal(programme.errors, 0);
    plan_make(&plan, &programme, &options);
    assert_int_equal(plan.reports, programme.lists[ITEM_REPORT].count);
    const int64_t first_ms = plan.edits[0].at_ms;
    int64_t last_ms = 0;
    size_t decided = 0;
    size_t held = 0;
    for (size_t i = 0; i < plan.count; i++) {
        assert_true(plan.edits[i].at_ms < now_ms);
        if (strcmp(plan.edits[i].table, "decision") == 0) {
            decided++; // they come after all that, at the moment of their meeting
            continue;
        }
        if (strcmp(plan.edits[i].table, "meeting") == 0 && plan.edits[i].at_ms > first_ms) {
            assert_string_equal(plan.edits[i].value, "gesloten"); // and it when it is over
            held++;
            continue;
        }
        assert_true(plan.edits[i].at_ms >= last_ms);
        last_ms = plan.edits[i].at_ms;
    }
    assert_true(decided > 0);
    assert_true(held > 10);
    const char *row = "voorbeeld/regiegroep/2025-10-11T14:00";
    assert_string_equal(edit_value(&plan, "meeting", row, "state"), "gesloten");
    // Decisions name their meeting by body and date, and count from the day of import too.
    const char *made = "voorbeeld/regiegroep/2025-10-11T14:00/2025-10-11T14:36/2.1a";
    assert_string_equal(edit_value(&plan, "decision", made, "meeting"),
                        "voorbeeld/regiegroep/2025-10-11T14:00");
    assert_string_equal(edit_value(&plan, "decision", made, "due"), "eind 2025");
    assert_string_equal(edit_value(&plan, "decision", made, "state"), "klaar");
    // -46 days: aanbieders report 2.1a stuck; later the ladder up to the regiegroep.
    assert_string_equal(
        edit_value(&plan, "bottleneck", "voorbeeld/2.1a/jeugdhulp/2025-10-12", "reason"),
        "besluit");
    assert_string_equal(
        edit_value(&plan, "bottleneck", "voorbeeld/2.1a/jeugdhulp/2025-10-12", "rung"),
        "regiegroep");
    assert_string_equal(edit_value(&plan, "action", "voorbeeld/1.3a", "due"), "2025");
    assert_string_equal(
        edit_value(&plan, "meeting", "voorbeeld/regiegroep/2025-12-13T14:00", "starts"),
        "2025-12-13T14:00");
    programme_finish(&programme);
}

static void reads_times(void **state)
{
    (void)state;
    assert_int_equal(course_minute("10.30"), 630);
    assert_int_equal(course_minute("8:05"), 485);
    assert_int_equal(course_minute(""), -1);
    assert_int_equal(course_minute("25.00"), -1);
    assert_int_equal(course_minute("10.3x"), -1);
}

static void keys_fit_the_shared_file(void **state)
{
    (void)state;
    struct programme programme;

    programme_init(&programme);
    const char *const parts[] = {"een-bord-met-een-heel-lange-naam",
                                 "Netwerkgroep Interprofessioneel samenwerken één",
                                 "2025-11-27T14:00", NULL};
    const char *row = plan_row(&programme, parts);
    assert_true(strlen(row) <= 64);
    assert_string_equal(row, plan_row(&programme, parts));
    programme_finish(&programme);
}

static void texts_compare(void **state)
{
    (void)state;
    assert_true(phrase_same("Eén  plan.", "een plan"));
    assert_false(phrase_same("een plan", "twee plannen"));
    assert_true(phrase_likeness("Warme overdracht van kinderen",
                                "warme overdracht van alle kinderen") > 80);
    assert_true(phrase_likeness("Warme overdracht", "Leernetwerk opzetten") < 20);
    assert_true(phrase_has_word("scholen en het SWV (po)", "swv"));
    assert_false(phrase_has_word("poscholen", "po"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_rows_that_a_person_can_read),
        cmocka_unit_test(names_the_persons_of_a_folder),
        cmocka_unit_test(keeps_codes_in_a_newer_file),
        cmocka_unit_test(gives_letters_beyond_z),
        cmocka_unit_test(replays_reports_after_the_plan),
        cmocka_unit_test(reads_times),
        cmocka_unit_test(keys_fit_the_shared_file),
        cmocka_unit_test(texts_compare),
    };
    setenv("TZ", "Europe/Amsterdam", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
