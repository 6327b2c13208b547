#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "board/board_parts.h"

enum { NAME_BYTES = 512 };

// The stages of data/stappen.csv, for a board that names none.
static const char *const default_stages[] = {
    "niet gestart", "beleggen", "vertalen", "toepassen", "monitoren", "geborgd",
};

static const struct rung default_rungs[] = {
    {"trekker", "wie de actie in de eigen kolom trekt"},
    {"werkgroep", "integrale werkgroep van alle kolommen"},
    {"regiegroep", "directeuren en ambtenaren die het programma sturen"},
    {"OOGO", "bestuurders in het op overeenstemming gericht overleg"},
};

static bool read_stages(struct build *build)
{
    static const struct pick pick = {.table = "stage", .code = "name"};
    size_t count = 0;
    struct item *items = rows_pick(&build->rows, build->number, &pick, &count);
    const char **stages = arena_alloc(build->arena, STAGE_MAX * sizeof *stages);
    size_t used = 0;

    if (items == NULL || stages == NULL) {
        return false;
    }
    for (size_t i = 0; i < count && used < STAGE_MAX; i++) {
        if (items[i].code[0] != '\0') {
            stages[used++] = rows_word(&build->rows, build->arena, items[i].code);
        }
    }
    build->board->stages = used == 0 ? default_stages : stages;
    build->board->stage_count =
        used == 0 ? sizeof default_stages / sizeof *default_stages : used;
    return true;
}

static bool read_rungs(struct build *build)
{
    static const struct field fields[] = {
        {"name", offsetof(struct rung, name), WORD_BYTES},
        {"title", offsetof(struct rung, title), WORD_BYTES},
    };
    static const struct pick pick = {.table = "rung", .code = "name"};
    size_t count = 0;
    struct item *items = rows_pick(&build->rows, build->number, &pick, &count);
    struct rung *rungs = arena_alloc(build->arena, RUNG_MAX * sizeof *rungs);
    size_t used = 0;

    if (items == NULL || rungs == NULL) {
        return false;
    }
    for (size_t i = 0; i < count && used < RUNG_MAX; i++) {
        if (items[i].code[0] != '\0') {
            row_read(&build->rows, build->arena, items[i].row, fields,
                     sizeof fields / sizeof *fields, &rungs[used++]);
        }
    }
    build->board->rungs = used == 0 ? default_rungs : rungs;
    build->board->rung_count =
        used == 0 ? sizeof default_rungs / sizeof *default_rungs : used;
    return true;
}

static bool read_rhythms(struct build *build)
{
    static const struct field fields[] = {
        {"title", offsetof(struct rhythm, title), TITLE_BYTES},
        {"due", offsetof(struct rhythm, due_text), WORD_BYTES},
        {"who", offsetof(struct rhythm, who), WORD_BYTES},
    };
    static const struct pick pick = {.table = "rhythm", .code = "title"};
    size_t count = 0;
    struct item *items = rows_pick(&build->rows, build->number, &pick, &count);
    count = count < RHYTHM_MAX ? count : RHYTHM_MAX;
    struct rhythm *rhythms = arena_alloc(build->arena, count * sizeof *rhythms + 1);

    if (items == NULL || rhythms == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        row_read(&build->rows, build->arena, items[i].row, fields,
                 sizeof fields / sizeof *fields, &rhythms[i]);
        rhythms[i].due = due_read(rhythms[i].due_text);
    }
    build->board->rhythms = rhythms;
    build->board->rhythm_count = count;
    return true;
}

// A row of a table that boards share, on its way to a sorted list.
struct named {
    char folded[64];
    const char *name;
    const struct row *row;
};

static int named_compare(const void *left, const void *right)
{
    const struct named *a = left;
    const struct named *b = right;
    int order = strcmp(a->folded, b->folded);

    order = order != 0 ? order : strcmp(a->name, b->name);
    if (order != 0) {
        return order;
    }
    // The board's own row before the shared one.
    if (a->row->board != b->row->board) {
        return a->row->board > b->row->board ? -1 : 1;
    }
    return strcmp(a->row->id, b->row->id);
}

// The rows of the board and the shared ones, by name, each name once. NULL when memory runs
// out.
static struct named *named_rows(struct build *build, const char *name, size_t *count)
{
    const struct table *table = rows_table(&build->rows, name);
    struct named *list =
        arena_alloc(&build->rows.scratch, table->row_count * sizeof *list + 1);
    size_t found = 0;
    size_t kept = 0;

    for (size_t i = 0; list != NULL && i < table->row_count; i++) {
        const struct row *row = &table->rows[i];
        const char *text = row_value(row, "name");
        if (text[0] != '\0' && (row->board == build->number || row->board == ROW_SHARED)) {
            struct named *named = &list[found++];
            *named = (struct named){.name = text, .row = row};
            utf8_fold(text, named->folded, sizeof named->folded);
        }
    }
    if (found > 1) {
        qsort(list, found, sizeof *list, named_compare);
    }
    for (size_t i = 0; i < found; i++) {
        if (kept == 0 || strcmp(list[kept - 1].name, list[i].name) != 0) {
            list[kept++] = list[i];
        }
    }
    *count = kept;
    return list;
}

static bool read_organisations(struct build *build)
{
    static const struct field fields[] = {
        {"name", offsetof(struct organisation, name), WORD_BYTES},
        {"title", offsetof(struct organisation, title), WORD_BYTES},
        {"aka", offsetof(struct organisation, aka), WORD_BYTES},
    };
    size_t count = 0;
    struct named *list = named_rows(build, "organisation", &count);
    struct organisation *organisations =
        arena_alloc(build->arena, count * sizeof *organisations + 1);

    if (list == NULL || organisations == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        row_read(&build->rows, build->arena, list[i].row, fields,
                 sizeof fields / sizeof *fields, &organisations[i]);
        organisations[i].column =
            lookup_get(&build->columns, row_value(list[i].row, "column_id"));
    }
    build->board->organisations = organisations;
    build->board->organisation_count = count;
    return true;
}

static bool read_abbreviations(struct build *build)
{
    static const struct field fields[] = {
        {"name", offsetof(struct abbreviation, name), WORD_BYTES},
        {"meaning", offsetof(struct abbreviation, meaning), WORD_BYTES},
    };
    size_t count = 0;
    struct named *list = named_rows(build, "abbreviation", &count);
    struct abbreviation *abbreviations =
        arena_alloc(build->arena, count * sizeof *abbreviations + 1);

    if (list == NULL || abbreviations == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        row_read(&build->rows, build->arena, list[i].row, fields,
                 sizeof fields / sizeof *fields, &abbreviations[i]);
    }
    build->board->abbreviations = abbreviations;
    build->board->abbreviation_count = count;
    return true;
}

static bool read_persons(struct build *build)
{
    static const struct field fields[] = {
        {"name", offsetof(struct person, name), WORD_BYTES},
        {"pin", offsetof(struct person, pin), WORD_BYTES},
    };
    size_t count = 0;
    struct named *list = named_rows(build, "person", &count);
    struct person *persons = arena_alloc(build->arena, count * sizeof *persons + 1);

    if (list == NULL || persons == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct row *row = (struct row *)list[i].row;
        row_read(&build->rows, build->arena, row, fields, sizeof fields / sizeof *fields,
                 &persons[i]);
        persons[i].row = row_name(build->arena, row);
        persons[i].column = lookup_get(&build->columns, row_value(row, "column_id"));
    }
    build->board->persons = persons;
    build->board->person_count = count;
    return true;
}

int32_t board_day(const char *text)
{
    int32_t day = DAY_NONE;

    if (text[0] == '\0' || day_read(text, &day, NULL)) {
        return day;
    }
    struct due due = due_read(text);
    return due.kind == DUE_DAY ? due.to : DAY_NONE;
}

bool board_read_around(struct build *build)
{
    return read_stages(build) && read_rungs(build) && read_rhythms(build) &&
           read_organisations(build) && read_abbreviations(build) && read_persons(build);
}
