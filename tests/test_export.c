// desk/export: a board as a folder of tables comes back cell for cell, on the boards of
// boards/ and on random ones; nothing in it runs in a spreadsheet.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "board/signal.h"
#include "command_fixture.h"
#include "desk/export.h"
#include "desk/guard.h"
#include "desk/import.h"
#include "share/share.h"

static void run(command *what, struct fixture *fixture, int status, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
static void run(command *what, struct fixture *fixture, int status, const char *format, ...)
{
    char line[900];
    va_list args;

    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    command_expect(what, fixture, line, status, "");
}

// --- cells ---

static bool travels(const struct cell *cell)
{
    return cell->value != NULL && cell->value[0] != '\0' &&
           !(strcmp(cell->table, "person") == 0 && strcmp(cell->column, "pin") == 0);
}

// The cells of a board's rows, in order.
static size_t cells_of(const struct share_cells *all, const char *slug, struct cell *out)
{
    size_t count = 0;

    for (size_t first = 0, end = 0; first < all->count; first = end) {
        bool ours = strcmp(all->cells[first].table, "board") == 0 &&
                    strcmp(all->cells[first].row, slug) == 0;
        for (end = first; end < all->count &&
                          strcmp(all->cells[end].table, all->cells[first].table) == 0 &&
                          strcmp(all->cells[end].row, all->cells[first].row) == 0;
             end++) {
            ours = ours || (strcmp(all->cells[end].column, "board") == 0 &&
                            all->cells[end].value != NULL &&
                            strcmp(all->cells[end].value, slug) == 0);
        }
        for (size_t i = first; ours && i < end; i++) {
            if (travels(&all->cells[i])) {
                out[count++] = all->cells[i];
            }
        }
    }
    return count;
}

static void assert_same(const struct share_cells *before, const struct share_cells *after,
                        const char *slug)
{
    struct cell *a = calloc(before->count + 1, sizeof *a);
    struct cell *b = calloc(after->count + 1, sizeof *b);
    size_t a_count = cells_of(before, slug, a);
    size_t b_count = cells_of(after, slug, b);

    for (size_t i = 0; i < a_count && i < b_count; i++) {
        char left[400];
        char right[400];
        snprintf(left, sizeof left, "%s %s %s=%s", a[i].table, a[i].row, a[i].column,
                 a[i].value);
        snprintf(right, sizeof right, "%s %s %s=%s", b[i].table, b[i].row, b[i].column,
                 b[i].value);
        assert_string_equal(left, right);
    }
    assert_int_equal(a_count, b_count);
    assert_true(a_count > 10);
    free(a);
    free(b);
}

// Exports `slug` of the fixture's share and imports it into an empty one.
static void round_trip(struct fixture *fixture, const char *slug)
{
    char other[300];
    struct share_cells before;
    struct share_cells after;

    snprintf(other, sizeof other, "%s/other-%s", fixture->root, slug);
    run(export_command, fixture, 0, "export --share SHARE --board %s --format csv -o %s/%s",
        slug, fixture->root, slug);
    run(import_command, fixture, 0, "import --share %s %s/%s", other, fixture->root, slug);
    assert_true(share_cells_load(fixture->share, &fixture->env, &before));
    assert_true(share_cells_load(other, &fixture->env, &after));
    assert_same(&before, &after, slug);
    share_cells_finish(&before);
    share_cells_finish(&after);
    // And a second time changes nothing.
    char line[900];
    snprintf(line, sizeof line, "import --share %s %s/%s", other, fixture->root, slug);
    command_expect(import_command, fixture, line, 0, "nothing changed");
}

static void every_board_comes_back(void **state)
{
    struct fixture *fixture = *state;
    DIR *folder = opendir("boards");
    int count = 0;

    assert_non_null(folder);
    for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        if (entry->d_name[0] != '.' && strchr(entry->d_name, '.') == NULL) {
            run(import_command, fixture, 0, "import --share SHARE boards/%s",
                entry->d_name);
            round_trip(fixture, entry->d_name);
            count++;
        }
    }
    closedir(folder);
    assert_true(count >= 6);
}

// --- random boards ---

struct random_board {
    struct fixture *fixture;
    struct share_edit *edits;
    size_t count;
    struct arena arena;
};

static size_t below(struct random_board *board, size_t limit)
{
    return fixture_next(board->fixture) % limit;
}

static void add(struct random_board *board, const char *table, const char *row,
                const char *column, const char *value)
{
    board->edits[board->count++] = (struct share_edit){
        .table = table, .row = row, .column = column, .value = value, .author = "iemand"};
}

// What people type, and what nobody should.
static const char *odd_text(struct random_board *board)
{
    static const char *const texts[] = {
        "gewoon",
        "=1+1",
        "+31 6 12345678",
        "-47",
        "@SUM(A1)",
        "'s ochtends",
        "''",
        "'=x'",
        "'",
        " voor",
        "achter ",
        "\tTab",
        "puntkomma; en \"quotes\"",
        "twee\nregels",
        "2022 -> 2023",
        "één à twee €",
        "<script>alert(1)</script>",
        "2025-11-27",
        "1e helft 2017-2018 ",
        "/pad",
        "p.m.",
        "\xc2\xa0hard",
        "x\xc2\xa0",
    };
    size_t nth = below(board, sizeof texts / sizeof *texts + 3);

    return nth < sizeof texts / sizeof *texts ? texts[nth] : "";
}

__attribute__((format(printf, 2, 3))) static const char *number(struct random_board *board,
                                                                const char *format, ...)
{
    char text[80];
    va_list args;

    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return arena_string(&board->arena, text);
}

// Either the key that an import makes, or one as the wall makes them.
static const char *key(struct random_board *board, const char *usual)
{
    return below(board, 3) == 0 ? number(board, "%016" PRIx64, fixture_next(board->fixture))
                                : usual;
}

static void add_row(struct random_board *board, const char *table, const char *row,
                    const char *const *columns)
{
    add(board, table, row, "board", "b");
    for (; *columns != NULL; columns++) {
        add(board, table, row, *columns, odd_text(board));
    }
}

static void add_plan(struct random_board *board)
{
    static const char *const ids[] = {"g", "j", "o"};
    static const char *const board_columns[] = {"title",  "wall",   "word", "subtitle",
                                                "source", "region", NULL};
    static const char *const action_columns[] = {
        "title", "brief", "text", "partners", "due", "funding", "refs", "scope", NULL};
    static const char *const named[] = {"title", "wall", NULL};

    for (const char *const *column = board_columns; *column != NULL; column++) {
        add(board, "board", "b", *column, odd_text(board));
    }
    add(board, "board", "b", "silent_days", "90");
    for (size_t i = 0; i < 3; i++) {
        const char *row = key(board, number(board, "b/%zu", i));
        add_row(board, "board_column", row, named);
        add(board, "board_column", row, "column_id", ids[i]);
        add(board, "board_column", row, "position",
            number(board, "%zu", i + below(board, 2)));
        row = number(board, "b/%zu", i + 1);
        add_row(board, "ambition", row, named);
        add(board, "ambition", row, "code", number(board, "%zu", i + 1));
        add(board, "ambition", row, "position", number(board, "%04zu", i + 1));
        row = number(board, "b/%zu.1", i + 1);
        add_row(board, "goal", row, (const char *const[]){"title", "brief", NULL});
        add(board, "goal", row, "code", number(board, "%zu.1", i + 1));
        add(board, "goal", row, "ambition", number(board, "%zu", i + 1));
    }
    for (size_t i = 0; i < 12; i++) {
        const char *row = key(board, number(board, "b/a%zu", i));
        add_row(board, "action", row, action_columns);
        add(board, "action", row, "code", number(board, "a%zu", i));
        add(board, "action", row, "goal", number(board, "%zu.1", i % 3 + 1));
        add(board, "action", row, "position", number(board, "%04zu", below(board, 20)));
    }
}

static void add_progress(struct random_board *board)
{
    static const char *const ids[] = {"g", "j", "o"};
    static const char *const healths[] = {"", "op koers", "knelpunt", "aandacht"};
    static const char *const track_columns[] = {"reason", "lead", "stage", NULL};
    static const char *const stuck_columns[] = {"reason", "rung", "asked", "outcome", NULL};

    for (size_t i = 0; i < 20; i++) {
        size_t action = i % 12;
        const char *column = ids[i / 12];
        const char *row = key(board, number(board, "b/a%zu/%s", action, column));
        add_row(board, "track", row, track_columns);
        add(board, "track", row, "action", number(board, "a%zu", action));
        add(board, "track", row, "column_id", column);
        add(board, "track", row, "health", healths[below(board, 4)]);
        add(board, "track", row, "reported",
            below(board, 3) == 0 ? odd_text(board) : "2025-10-01");
    }
    for (size_t i = 0; i < 6; i++) {
        const char *row = key(board, number(board, "b/a%zu/g/2025-09-01", i));
        add_row(board, "bottleneck", row, stuck_columns);
        add(board, "bottleneck", row, "action", number(board, "a%zu", i));
        add(board, "bottleneck", row, "column_id", "g");
        add(board, "bottleneck", row, "since",
            below(board, 2) == 0 ? "2025-09-01" : "ooit");
    }
}

static void add_talk(struct random_board *board)
{
    static const char *const starts[] = {
        "2025-09-25T14:00", "2025-11-27T14:00:30", "", "2025-11-27 09:00", "-12",
        "2026-01-15"};
    static const char *const meeting_columns[] = {"place", "agenda", "state", NULL};
    static const char *const decision_columns[] = {"text", "lead", "due", "state", NULL};
    static const char *const note_columns[] = {"text", "author", "at", NULL};
    const char *meetings[6];

    for (size_t i = 0; i < 6; i++) {
        meetings[i] = key(board, number(board, "b/m%zu", i));
        add_row(board, "meeting", meetings[i], meeting_columns);
        add(board, "meeting", meetings[i], "body", i % 2 == 0 ? "regiegroep" : "OOGO");
        add(board, "meeting", meetings[i], "starts", starts[i]);
    }
    for (size_t i = 0; i < 8; i++) {
        const char *row = key(board, number(board, "b/d%zu", i));
        add_row(board, "decision", row, decision_columns);
        add(board, "decision", row, "meeting", meetings[below(board, 6)]);
        add(board, "decision", row, "action", number(board, "a%zu", below(board, 14)));
        row = key(board, number(board, "b/n%zu", i));
        add_row(board, "note", row, note_columns);
        add(board, "note", row, "action", number(board, "a%zu", below(board, 12)));
        row = key(board, number(board, "b/p%zu", i));
        add(board, "person", row, "board", "b");
        add(board, "person", row, "name", number(board, "Naam %zu", i));
        add(board, "person", row, "pin", "$y$geheim");
        row = key(board, number(board, "b/o%zu", i));
        add_row(board, "organisation", row, (const char *const[]){"title", "aka", NULL});
        add(board, "organisation", row, "name", number(board, "org %zu", i));
    }
}

static void random_boards_come_back(void **state)
{
    struct fixture *fixture = *state;
    char root[600];

    for (int round = 0; round < 25; round++) {
        struct random_board board = {.fixture = fixture,
                                     .edits = calloc(2000, sizeof(struct share_edit))};
        snprintf(root, sizeof root, "%.200s/share%d", fixture->root, round);
        snprintf(fixture->share, sizeof fixture->share, "%.230s", root);
        snprintf(root, sizeof root, "rm -rf %s/b %s/other-b", fixture->root, fixture->root);
        assert_int_equal(system(root), 0);
        add_plan(&board);
        add_progress(&board);
        add_talk(&board);
        assert_true(board.count < 2000);
        assert_true(
            share_apply(fixture->share, board.edits, board.count, &fixture->env, NULL));
        round_trip(fixture, "b");
        free(board.edits);
        arena_finish(&board.arena);
    }
}

// --- what a spreadsheet makes of it ---

static void guards_undo_themselves(void **state)
{
    static const struct {
        const char *text, *written;
    } cases[] = {
        {"", ""},
        {"gewoon", "gewoon"},
        {"=1+1", "'=1+1"},
        {"+31", "'+31"},
        {"-47", "'-47"},
        {"@a", "'@a"},
        {"'", "'''"},
        {"''", "''''"},
        {"'s ochtends", "''s ochtends"},
        {"\ta", "'\ta"},
        {"\ra", "'\ra"},
        {"a ", "'a '"},
        {" a", "' a"},
        {"=a'", "'=a''"},
        {"a'", "a'"},
        {"a\xc2\xa0", "'a\xc2\xa0'"},
    };
    struct arena arena = {0};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *written = guard_text(&arena, cases[i].text);
        assert_string_equal(written, cases[i].written);
        assert_string_equal(guard_undo(&arena, written, true), cases[i].text);
    }
    assert_string_equal(guard_undo(&arena, "'s ochtends", false), "'s ochtends");
    assert_string_equal(guard_undo(&arena, "'Platform'", false), "'Platform'");
    assert_string_equal(guard_undo(&arena, "'=1+1", false), "=1+1");
    arena_finish(&arena);
}

static void python_reads_the_tables(void **state)
{
    struct fixture *fixture = *state;
    char line[900];
    const char *const script =
        "import csv,glob,sys\n"
        "n=0\n"
        "for name in glob.glob(sys.argv[1]+'/*.csv'):\n"
        "    raw=open(name,'rb').read()\n"
        "    assert raw[:3]==b'\\xef\\xbb\\xbf', name\n"
        "    "
        "rows=list(csv.reader(open(name,encoding='utf-8-sig',newline=''),delimiter=';'))\n"
        "    assert raw.endswith(b'\\r\\n'), name\n"
        "    for row in rows:\n"
        "        assert len(row)==len(rows[0]), (name,row)\n"
        "        for cell in row:\n"
        "            assert cell[:1] not in ('=','+','-','@','\\t','\\r'), (name,cell)\n"
        "            n+=1\n"
        "assert n>100, n\n";

    run(import_command, fixture, 0, "import --share SHARE boards/voorbeeld");
    run(export_command, fixture, 0, "export --share SHARE --format csv -o %s/uit",
        fixture->root);
    snprintf(line, sizeof line, "%s/read.py", fixture->root);
    FILE *file = fopen(line, "w");
    assert_non_null(file);
    fputs(script, file);
    fclose(file);
    snprintf(line, sizeof line, "python3 %s/read.py %s/uit", fixture->root, fixture->root);
    assert_int_equal(system(line), 0);
}

// A copy under another name takes no rows of the board that it was made of.
static void a_copy_leaves_the_board_alone(void **state)
{
    struct fixture *fixture = *state;
    struct random_board board = {.fixture = fixture,
                                 .edits = calloc(2000, sizeof(struct share_edit))};
    struct share_cells before;
    struct share_cells after;

    add_plan(&board);
    add_progress(&board);
    add_talk(&board);
    assert_true(share_apply(fixture->share, board.edits, board.count, &fixture->env, NULL));
    assert_true(share_cells_load(fixture->share, &fixture->env, &before));
    run(export_command, fixture, 0, "export --share SHARE --format csv -o %s/uit",
        fixture->root);
    run(import_command, fixture, 0, "import --share SHARE --board kopie %s/uit",
        fixture->root);
    assert_true(share_cells_load(fixture->share, &fixture->env, &after));
    assert_same(&before, &after, "b");
    assert_true(after.count > before.count * 3 / 2);
    share_cells_finish(&before);
    share_cells_finish(&after);
    free(board.edits);
    arena_finish(&board.arena);
}

static void progress_stays_when_an_export_comes_again(void **state)
{
    struct fixture *fixture = *state;
    const struct share_edit edit = {.table = "track",
                                    .row = "voorbeeld/1.1a/gemeente",
                                    .column = "lead",
                                    .value = "Iemand anders",
                                    .author = "x"};

    run(import_command, fixture, 0, "import --share SHARE boards/voorbeeld");
    run(export_command, fixture, 0, "export --share SHARE --format csv -o %s/voorbeeld",
        fixture->root);
    assert_true(share_apply(fixture->share, &edit, 1, &fixture->env, NULL));
    run(import_command, fixture, 0, "import --share SHARE %s/voorbeeld", fixture->root);
    struct board_set *set = share_load(fixture->share, &fixture->env);
    const struct board *board = board_set_find(set, "voorbeeld");
    assert_string_equal(board_action_find(board, "1.1a")->tracks[0]->lead, "Iemand anders");
    board_set_free(set);
}

// The exceptions of a board, but for those that history alone tells.
static size_t exceptions_of(struct fixture *fixture, const char *share, char lines[60][120])
{
    struct board_set *set = share_load(share, &fixture->env);
    const struct board *board = board_set_find(set, "voorbeeld");
    struct attention list[100];
    int32_t today = 0;
    size_t used = 0;

    day_local(fixture->env.now_ms(fixture->env.context), &today, NULL);
    size_t count = attention_list(board, today, list, 100);
    assert_true(count <= 100);
    for (size_t i = 0; i < count && used < 60; i++) {
        if (list[i].kind != ATTENTION_SHIFTED && list[i].kind != ATTENTION_GAP) {
            snprintf(lines[used++], 120, "%d %s %s %d", (int)list[i].kind,
                     list[i].action == NULL ? "-" : list[i].action->code,
                     list[i].track == NULL ? "-" : list[i].track->column->id, list[i].days);
        }
    }
    board_set_free(set);
    return used;
}

// Since when something is stuck, asks attention or is silent is no cell: `sinds` brings it.
static void exceptions_come_back_with_their_days(void **state)
{
    struct fixture *fixture = *state;
    char before[60][120];
    char after[60][120];
    char other[300];

    snprintf(other, sizeof other, "%s/other", fixture->root);
    run(import_command, fixture, 0, "import --share SHARE boards/voorbeeld");
    run(export_command, fixture, 0, "export --share SHARE --format csv -o %s/voorbeeld",
        fixture->root);
    run(import_command, fixture, 0, "import --share %s %s/voorbeeld", other, fixture->root);
    size_t count = exceptions_of(fixture, fixture->share, before);
    assert_int_equal(exceptions_of(fixture, other, after), count);
    assert_true(count > 8);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(before[i], after[i]);
    }
}

static void refuses_what_it_cannot_do(void **state)
{
    struct fixture *fixture = *state;

    run(import_command, fixture, 0, "import --share SHARE boards/handreiking-alkmaar");
    run(export_command, fixture, 2, "export --share SHARE");
    run(export_command, fixture, 2, "export --share SHARE --format pdf");
    run(export_command, fixture, 2, "export --share SHARE --format csv");
    run(export_command, fixture, 2, "export --format html");
    run(export_command, fixture, 2, "export --share SHARE --format json --meeting x");
    run(export_command, fixture, 1, "export --share SHARE --format html --board geen");
    run(export_command, fixture, 1, "export --share SHARE --format html --meeting geen");
    run(export_command, fixture, 1, "export --share %s/leeg --format html", fixture->root);
    run(export_command, fixture, 1, "export --share SHARE --format csv -o %s",
        fixture->root); // holds other things
    run(export_command, fixture, 1, "export --share SHARE --format html -o %s/geen/map/x",
        fixture->root);
    run(export_command, fixture, 0, "export --help");
}

int main(void)
{
#define WITH_FOLDER(test)                                                                  \
    cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(guards_undo_themselves),
        WITH_FOLDER(every_board_comes_back),
        WITH_FOLDER(random_boards_come_back),
        WITH_FOLDER(a_copy_leaves_the_board_alone),
        WITH_FOLDER(progress_stays_when_an_export_comes_again),
        WITH_FOLDER(exceptions_come_back_with_their_days),
        WITH_FOLDER(python_reads_the_tables),
        WITH_FOLDER(refuses_what_it_cannot_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
