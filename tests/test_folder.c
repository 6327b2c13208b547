// desk/folder and desk/review: every board of this repository, and folders that are not in
// order.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "desk/columns.h"
#include "desk/folder.h"
#include "desk/review.h"

static void read_all(struct programme *programme, const char *path)
{
    programme_init(programme);
    folder_read(programme, path);
    if (programme->errors == 0) {
        columns_find(programme, partners_book_make(programme));
        review_programme(programme);
    }
}

static void print_findings(const struct programme *programme)
{
    for (size_t i = 0; i < programme->finding_count; i++) {
        print_message("%s:%d: %s\n", programme->findings[i].file,
                      programme->findings[i].line, programme->findings[i].text);
    }
}

static const struct {
    const char *name;
    size_t columns, ambitions, goals, actions; // 0: not counted here
} boards[] = {
    {"ontwikkelagenda-meierij", 4, 5, 25, 34}, {"voorbeeld", 4, 5, 25, 34},
    {"handreiking-alkmaar", 3, 4, 0, 0},       {"jaarplan-ppo-nk", 4, 3, 7, 33},
    {"samenwerking-gemeenten", 0, 0, 0, 0},    {"thuiszitters-groningen", 0, 5, 0, 0},
};

static void reads_every_board(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof boards / sizeof *boards; i++) {
        struct programme programme;
        char path[128];
        snprintf(path, sizeof path, "boards/%s/", boards[i].name);
        read_all(&programme, path);
        if (programme.errors > 0) {
            print_findings(&programme);
            fail_msg("%s does not read", path);
        }
        const size_t counts[] = {boards[i].columns, boards[i].ambitions, boards[i].goals,
                                 boards[i].actions};
        static const enum item_kind kinds[] = {ITEM_COLUMN, ITEM_AMBITION, ITEM_GOAL,
                                               ITEM_ACTION};
        for (int j = 0; j < 4; j++) {
            if (counts[j] > 0) {
                assert_int_equal(programme.lists[kinds[j]].count, counts[j]);
            }
            assert_true(programme.lists[kinds[j]].count > 0);
        }
        assert_string_equal(programme.slug, boards[i].name);
        assert_true(programme.lists[ITEM_STAGE].count >= 2);
        programme_finish(&programme);
    }
}

static void the_example_builds_on_its_basis(void **state)
{
    (void)state;
    struct programme programme;

    read_all(&programme, "boards/voorbeeld");
    assert_string_equal(programme_board(&programme)->text[BOARD_EXAMPLE], "ja");
    assert_true(programme.lists[ITEM_REPORT].count > 100);
    assert_non_null(strstr(programme.lists[ITEM_ACTION].items[0]->file,
                           "ontwikkelagenda-meierij/acties.csv"));
    programme_finish(&programme);
}

struct file {
    const char *name, *text;
};

// A folder in /tmp with these files; `path` holds PATH bytes.
static void make_folder(char *path, size_t size, const struct file *files)
{
    snprintf(path, size, "%s/desk-XXXXXX",
             getenv("TMPDIR") != NULL ? getenv("TMPDIR") : "/tmp");
    assert_non_null(mkdtemp(path));
    for (; files->name != NULL; files++) {
        char name[256];
        snprintf(name, sizeof name, "%s/%s", path, files->name);
        FILE *file = fopen(name, "w");
        assert_non_null(file);
        fputs(files->text, file);
        fclose(file);
    }
}

static void remove_folder(const char *path, const struct file *files)
{
    for (; files->name != NULL; files++) {
        char name[256];
        snprintf(name, sizeof name, "%s/%s", path, files->name);
        remove(name);
    }
    rmdir(path);
}

#define BOARD                                                                              \
    {                                                                                      \
        "bord.csv", "veld;waarde\ntitel;T\n"                                               \
    }
#define ROWS                                                                               \
    {                                                                                      \
        "ambities.csv", "nr;titel\n1;A\n"                                                  \
    }
#define GOALS                                                                              \
    {                                                                                      \
        "doelen.csv", "nr;ambitie;titel\n1.1;1;D\n"                                        \
    }
#define ACTIONS                                                                            \
    {                                                                                      \
        "acties.csv", "code;doel;titel;partners\n1.1a;1.1;Doen;po\n"                       \
    }

static const struct {
    struct file files[8];
    enum severity severity;
    int line;
    const char *part; // of a finding; NULL: there is none of warning or worse
} cases[] = {
    {{BOARD, ROWS, GOALS, ACTIONS}, FINDING_NOTE, 0, NULL},
    {{{"bord.csv", "veld,waarde\r\ntitel,T\r\n"}, ROWS, GOALS, ACTIONS},
     FINDING_NOTE,
     0,
     NULL},
    {{ROWS, GOALS, ACTIONS}, FINDING_ERROR, 0, "has no bord.csv"},
    {{{"bord.csv", "veld;waarde\nkleur;rood\n"}, ROWS, GOALS, ACTIONS},
     FINDING_WARNING,
     2,
     "kleur"},
    {{{"bord.csv", "veld;waarde\nbasis;../x\n"}, ROWS},
     FINDING_ERROR,
     0,
     "not a folder beside"},
    {{BOARD, ROWS, GOALS, {"acties.csv", "code;doel;titel\n;1.1;Doen\n"}},
     FINDING_ERROR,
     2,
     "no \"code\""},
    {{BOARD, ROWS, GOALS, {"acties.csv", "doel;titel\n1.1;Doen\n"}},
     FINDING_ERROR,
     1,
     "\"code\" among them"},
    {{BOARD, ROWS, GOALS, {"acties.csv", "code;doel;titel\n1.1a;1.1;Een; twee\n"}},
     FINDING_ERROR,
     2,
     "quotes"},
    {{BOARD, ROWS, GOALS, {"acties.csv", "code;doel;titel\n1.1a;1.1;\"Een\n"}},
     FINDING_ERROR,
     2,
     "close"},
    {{BOARD, ROWS, GOALS, {"acties.csv", "code;doel\n1.1a;1.1\n1.1a;1.1\n"}},
     FINDING_ERROR,
     3,
     "twice"},
    {{BOARD, ROWS, GOALS, {"acties.csv", "code;doel\n1.2a;1.2\n"}},
     FINDING_ERROR,
     2,
     "goal that does not"},
    {{BOARD, GOALS, ACTIONS}, FINDING_ERROR, 2, "row that is not"},
    {{BOARD,
      ROWS,
      GOALS,
      {"acties.csv", "code;doel;kolommen\n1.1a;1.1;zorg\n"},
      {"kolommen.csv", "sleutel\npo\n"}},
     FINDING_ERROR,
     2,
     "no column \"zorg\""},
    {{BOARD, ROWS, GOALS, ACTIONS, {"personen.csv", "naam;kolom\n;onderwijs\n"}},
     FINDING_ERROR,
     2,
     "no \"naam\""},
    {{BOARD, ROWS, GOALS, {"acties.csv", "code;doel;wanneer\n1.1a;1.1;als het kan\n"}},
     FINDING_WARNING,
     2,
     "als het kan"},
    {{BOARD, ROWS, GOALS, {"acties.csv", "code;doel;bereik\n1.1a;1.1;landelijk\n"}},
     FINDING_WARNING,
     2,
     "landelijk"},
    {{BOARD, ROWS, GOALS, {"acties.csv", "code;doel;verwijst\n1.1a;1.1;1.1,9.9\n"}},
     FINDING_WARNING,
     2,
     "9.9"},
    {{BOARD, ROWS, GOALS, {"acties.csv", "code;doel;kleur\n1.1a;1.1;rood\n"}},
     FINDING_WARNING,
     1,
     "kleur"},
    {{BOARD,
      ROWS,
      GOALS,
      ACTIONS,
      {"overleggen.csv", "orgaan;datum\nOOGO;+16\nOOGO;morgen\n"}},
     FINDING_WARNING,
     3,
     "morgen"},
    {{BOARD, ROWS, GOALS, ACTIONS, {"besluiten.csv", "overleg;besluit\nOOGO/-3;Akkoord\n"}},
     FINDING_WARNING,
     2,
     "OOGO/-3"},
    {{BOARD, ROWS, GOALS, ACTIONS, {"besluiten.csv", "code;besluit\n9.9z;Akkoord\n"}},
     FINDING_WARNING,
     2,
     "9.9z"},
    {{BOARD, ROWS, GOALS, ACTIONS, {"verloop.csv", "dag;code;koers\n-3;1.1a;prima\n"}},
     FINDING_ERROR,
     2,
     "prima"},
    {{BOARD, ROWS, GOALS, ACTIONS, {"verloop.csv", "dag;code;stap\n-3;1.1a;rennen\n"}},
     FINDING_ERROR,
     2,
     "rennen"},
    {{BOARD, ROWS, GOALS, ACTIONS, {"verloop.csv", "dag;code\nnu;1.1a\n"}},
     FINDING_ERROR,
     2,
     "dag is"},
    {{BOARD, ROWS, GOALS, ACTIONS, {"stappen.csv", "naam\na\nb\nc\nd\ne\nf\ng\nh\ni\n"}},
     FINDING_ERROR,
     10,
     "at most 8"},
};

static void says_what_is_wrong(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct programme programme;
        char path[128];
        bool found = cases[i].part == NULL;
        make_folder(path, sizeof path, cases[i].files);
        read_all(&programme, path);
        remove_folder(path, cases[i].files);
        for (size_t j = 0; j < programme.finding_count; j++) {
            const struct finding *finding = &programme.findings[j];
            if (cases[i].part == NULL) {
                found = found && finding->severity == FINDING_NOTE;
            } else if (finding->severity == cases[i].severity &&
                       finding->line == cases[i].line &&
                       strstr(finding->text, cases[i].part) != NULL) {
                found = true;
            }
        }
        if (!found || (cases[i].severity != FINDING_ERROR && programme.errors > 0)) {
            print_findings(&programme);
            fail_msg("case %zu", i);
        }
        programme_finish(&programme);
    }
}

static void a_folder_that_is_not_there(void **state)
{
    (void)state;
    struct programme programme;

    read_all(&programme, "boards/nergens");
    assert_int_equal(programme.errors, 1);
    programme_finish(&programme);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_board),
        cmocka_unit_test(the_example_builds_on_its_basis),
        cmocka_unit_test(says_what_is_wrong),
        cmocka_unit_test(a_folder_that_is_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
