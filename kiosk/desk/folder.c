#include "desk/folder.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/data.h"
#include "desk/guard.h"
#include "desk/phrase.h"
#include "desk/source.h"
#include "desk/table.h"

static bool is_folder(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static bool is_file(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && S_ISREG(about.st_mode);
}

// The delimiter that the line of headers uses; no header holds any of them.
static char header_delimiter(const char *text)
{
    size_t end = strcspn(text, "\r\n");
    size_t first = strcspn(text, ";,\t");

    return first < end ? text[first] : ';';
}

// Columns that an export has beside the fields of an item.
enum { MAP_ROW = ITEM_FIELDS, MAP_PLACE };

static int map_extra(const struct programme *programme, const char *header)
{
    if (!programme->exact) {
        return -1;
    }
    return strcmp(header, "id") == 0         ? MAP_ROW
           : strcmp(header, "volgorde") == 0 ? MAP_PLACE
                                             : -1;
}

// Which field every column of the file is; -1 for columns that nobody knows. False
// (reported) when the file has no column for the key of its lines.
static bool map_headers(struct programme *programme, enum item_kind kind,
                        const struct table_row *head, const char *file,
                        int map[TABLE_MAX_COLUMNS])
{
    const struct item_spec *spec = &item_specs[kind];
    bool keyed = spec->required < 0;

    for (int i = 0; i < TABLE_MAX_COLUMNS; i++) {
        map[i] = map_extra(programme, table_cell(head, i));
        for (int field = 0; field < ITEM_FIELDS && spec->headers[field] != NULL; field++) {
            if (phrase_same(table_cell(head, i), spec->headers[field])) {
                map[i] = field;
                keyed = keyed || field == spec->required;
            }
        }
        if (map[i] < 0 && table_cell(head, i)[0] != '\0') {
            programme_report(
                programme, FINDING_WARNING, file, head->line,
                "the column \"%.40s\" is not one of %s; its fields are left out",
                table_cell(head, i), spec->file);
        }
    }
    if (!keyed) {
        programme_report(programme, FINDING_ERROR, file, head->line,
                         "the first line must name the columns, \"%s\" among them",
                         spec->headers[spec->required]);
    }
    return keyed;
}

static void read_line(struct programme *programme, enum item_kind kind,
                      const struct table_row *head, const struct table_row *row,
                      const int *map, const char *file)
{
    const struct item_spec *spec = &item_specs[kind];
    struct item *item = programme_add(programme, kind, file, row->line);

    for (int i = 0; i < row->count; i++) {
        const char *text = guard_undo(&programme->arena, row->cells[i], programme->exact);
        if (map[i] == MAP_ROW) {
            item->row = text[0] == '\0' ? NULL : text;
        } else if (map[i] == MAP_PLACE) {
            item->place = text;
        } else if (map[i] >= 0) {
            item_set(item, map[i], text);
        } else if (i >= head->count && row->cells[i][0] != '\0') {
            programme_report(
                programme, FINDING_ERROR, file, row->line,
                "more fields than the first line names: put quotes round a text that holds "
                "the delimiter");
            return;
        }
    }
    if (spec->required >= 0 && item->text[spec->required][0] == '\0') {
        programme_report(programme, FINDING_ERROR, file, row->line,
                         "this line has no \"%s\"", spec->headers[spec->required]);
    }
}

// bord.csv: a field and its value on every line.
static void read_board_line(struct programme *programme, const struct table_row *row,
                            const char *file)
{
    const struct item_spec *spec = &item_specs[ITEM_BOARD];
    struct item *board = programme_board(programme);

    board->file = file;
    for (int field = 0; spec->headers[field] != NULL; field++) {
        if (phrase_same(table_cell(row, 0), spec->headers[field])) {
            item_set(board, field, guard_undo(&programme->arena, table_cell(row, 1), true));
            return;
        }
    }
    programme_report(programme, FINDING_WARNING, file, row->line,
                     "\"%.40s\" is not a field of bord.csv; it is left out",
                     table_cell(row, 0));
}

static void read_lines(struct programme *programme, enum item_kind kind,
                       const struct table *table, const char *file)
{
    int map[TABLE_MAX_COLUMNS];

    if (kind == ITEM_BOARD) {
        for (size_t i = 1; i < table->count; i++) {
            read_board_line(programme, &table->rows[i], file);
        }
        return;
    }
    if (table->count == 0 || !map_headers(programme, kind, &table->rows[0], file, map)) {
        return;
    }
    for (size_t i = 1; i < table->count; i++) {
        read_line(programme, kind, &table->rows[0], &table->rows[i], map, file);
    }
}

static void read_text(struct programme *programme, enum item_kind kind, const char *text,
                      size_t length, const char *file)
{
    struct table table;

    if (!table_read(&table, &programme->arena, text, length, header_delimiter(text))) {
        programme_report(programme, FINDING_ERROR, file, table.trouble_line, "%s",
                         table.trouble);
        return;
    }
    read_lines(programme, kind, &table, file);
}

static void read_file(struct programme *programme, enum item_kind kind, const char *path)
{
    struct source source;

    if (!source_read(&source, &programme->arena, path)) {
        programme_report(programme, FINDING_ERROR, path, 0, "%s", source.trouble);
        return;
    }
    read_text(programme, kind, source.text, source.length, path);
}

// The folder that this one builds on, NULL when there is none or it cannot be.
static const char *find_basis(struct programme *programme, const char *path)
{
    char slug[33];
    const char *name = programme_board(programme)->text[BOARD_BASIS];
    const char *slash = strrchr(path, '/');
    int parent = slash == NULL ? 0 : (int)(slash + 1 - path);

    if (name[0] == '\0') {
        return NULL;
    }
    const char *basis = programme_format(programme, "%.*s%s", parent, path, name);
    // Only a plain name: a basis is a neighbour, not a path to wherever.
    if (!programme_slug(name, slug) || strcmp(slug, name) != 0 || !is_folder(basis)) {
        programme_report(programme, FINDING_ERROR, programme_board(programme)->file, 0,
                         "basis \"%.40s\" is not a folder beside this one", name);
        return NULL;
    }
    return basis;
}

// Reads bord.csv of the basis first, so that what this folder says goes over it.
static const char *read_board(struct programme *programme, const char *path)
{
    const char *own = programme_format(programme, "%s/bord.csv", path);

    if (!is_file(own)) {
        programme_report(
            programme, FINDING_ERROR, path, 0,
            "has no bord.csv, so it is not a board folder (see boards/README.md)");
        return NULL;
    }
    read_file(programme, ITEM_BOARD, own);
    const char *basis = find_basis(programme, path);
    const char *below =
        basis == NULL ? "" : programme_format(programme, "%s/bord.csv", basis);
    if (basis != NULL && is_file(below)) {
        read_file(programme, ITEM_BOARD, below);
        read_file(programme, ITEM_BOARD, own);
    }
    return basis;
}

void folder_usual_stages(struct programme *programme)
{
    size_t length = 0;
    const char *text = data_file("stappen.csv", &length);

    if (text != NULL && programme->lists[ITEM_STAGE].count == 0) {
        read_text(programme, ITEM_STAGE, text, length, "data/stappen.csv");
    }
}

static void name_board(struct programme *programme, const char *path)
{
    const char *slash = strrchr(path, '/');

    if (!programme_slug(slash == NULL ? path : slash + 1, programme->slug)) {
        programme_report(programme, FINDING_ERROR, path, 0,
                         "the name of the folder must hold letters or digits: it is the "
                         "name of the board");
    }
}

void folder_read(struct programme *programme, const char *path)
{
    char *trimmed = programme_text(programme, path);

    for (size_t length = strlen(trimmed); length > 1 && trimmed[length - 1] == '/';
         length--) {
        trimmed[length - 1] = '\0';
    }
    programme->folder = true;
    name_board(programme, trimmed);
    const char *basis = read_board(programme, trimmed);
    programme->exact = programme_board(programme)->text[BOARD_EXPORT][0] != '\0';
    for (int kind = ITEM_BOARD + 1; kind < ITEM_KINDS; kind++) {
        if (item_specs[kind].file == NULL || programme->errors > 0) {
            continue;
        }
        const char *own =
            programme_format(programme, "%s/%s", trimmed, item_specs[kind].file);
        const char *below = basis == NULL ? ""
                                          : programme_format(programme, "%s/%s", basis,
                                                             item_specs[kind].file);
        if (is_file(own)) {
            read_file(programme, (enum item_kind)kind, own);
        } else if (is_file(below)) {
            read_file(programme, (enum item_kind)kind, below);
        }
    }
    if (!programme->exact) {
        folder_usual_stages(programme);
    }
}
