#include "desk/document.h"

#include <stdio.h>
#include <string.h>

#include "desk/draft.h"
#include "desk/header.h"
#include "desk/outline.h"
#include "desk/phrase.h"
#include "desk/section.h"

enum { TITLE_LINES = 2, TITLE_BYTES = 200, SUBTITLE_BYTES = 100, TURNED_ROWS = 32 };

struct reader {
    struct outline outline;
    struct programme *programme;
    const char *file;
    enum header map[TABLE_MAX_COLUMNS]; // of the header row in force
    const struct table_row *head;       // NULL: none
    const struct table_row
        *turned[TURNED_ROWS]; // of a table on its side that is being read
    enum header turned_header[TURNED_ROWS];
    int turned_count;
    const char *paragraph; // the last text line that nothing has used
    int paragraph_line;
    int title_lines;        // read at the top of the file
    int texts, first, last; // lines of text outside the tables
};

// The only cell with text, or NULL when there are more.
static const char *sole_cell(const struct table_row *row)
{
    const char *found = NULL;

    for (int i = 0; i < row->count; i++) {
        if (row->cells[i][0] != '\0') {
            if (found != NULL) {
                return NULL;
            }
            found = row->cells[i];
        }
    }
    return found;
}

static const char *plain(struct reader *reader, const char *text)
{
    const char *out = phrase_plain(&reader->programme->arena, text);

    return out != NULL ? out : "";
}

static void count_text(struct reader *reader, int line)
{
    reader->first = reader->texts == 0 ? line : reader->first;
    reader->last = line;
    reader->texts++;
}

// Takes one column of a table on its side as an action.
static void take_turned_column(struct reader *reader, int column)
{
    struct draft draft;

    draft_init(&draft, reader->file, reader->turned[0]->line);
    for (int i = 0; i < reader->turned_count; i++) {
        const struct table_row *row = reader->turned[i];
        draft_cell(reader->programme, &draft, reader->turned_header[i], row->cells[0],
                   table_cell(row, column), row->line);
    }
    draft_take(reader->programme, &draft, &reader->outline);
}

static void finish_turned(struct reader *reader)
{
    int columns = 0;

    if (reader->turned_count == 0) {
        return;
    }
    if (reader->paragraph != NULL) {
        outline_paragraph(&reader->outline, reader->paragraph, reader->paragraph_line);
        reader->paragraph = NULL;
        reader->texts--;
    }
    for (int i = 0; i < reader->turned_count; i++) {
        columns = reader->turned[i]->count > columns ? reader->turned[i]->count : columns;
    }
    for (int column = 1; column < columns; column++) {
        take_turned_column(reader, column);
    }
    reader->turned_count = 0;
}

static bool turned_has(const struct reader *reader, enum header header)
{
    for (int i = 0; i < reader->turned_count; i++) {
        if (reader->turned_header[i] == header) {
            return true;
        }
    }
    return false;
}

// A row of a table on its side: its first cell is a header, the others are not. Inside such
// a table an unknown label is a row too.
static bool take_turned(struct reader *reader, const struct table_row *row)
{
    enum header header = header_read(row->cells[0]);

    if (row->count < 2 || row->cells[0][0] == '\0' ||
        (header == HEADER_NONE && reader->turned_count == 0) ||
        (reader->head != NULL && header != HEADER_WHAT)) {
        return false;
    }
    if (turned_has(reader, header) && header != HEADER_NONE) {
        finish_turned(reader);
    }
    if (reader->turned_count == TURNED_ROWS) {
        return false;
    }
    reader->head = NULL;
    reader->turned[reader->turned_count] = row;
    reader->turned_header[reader->turned_count++] = header;
    return true;
}

// `NPO = Nationaal Programma Onderwijs`.
static bool take_abbreviation(struct reader *reader, const char *text, int line)
{
    const char *equals = strstr(text, " = ");

    if (equals == NULL || equals == text || equals - text > 20 || equals[3] == '\0') {
        return false;
    }
    const char *name =
        programme_format(reader->programme, "%.*s", (int)(equals - text), text);
    if (programme_find(reader->programme, ITEM_ABBREVIATION, ABBREVIATION_NAME, name) ==
        NULL) {
        struct item *item =
            programme_add(reader->programme, ITEM_ABBREVIATION, reader->file, line);
        item_set(item, ABBREVIATION_NAME, name);
        item_set(item, ABBREVIATION_MEANING, programme_text(reader->programme, equals + 3));
    }
    reader->title_lines = TITLE_LINES;
    return true;
}

static bool take_section(struct reader *reader, const char *text,
                         const struct table_row *row)
{
    struct section section;
    bool numbered = reader->head != NULL || row->count > 1;

    if (!section_read(text, numbered, &section)) {
        return false;
    }
    outline_heading(&reader->outline, &section, row->line);
    reader->paragraph = NULL;
    reader->title_lines = TITLE_LINES;
    return true;
}

// The first lines of a document name it.
static bool take_title(struct reader *reader, const char *text)
{
    struct item *board = programme_board(reader->programme);

    if (reader->title_lines >= TITLE_LINES || reader->head != NULL) {
        return false;
    }
    if (reader->title_lines++ == 0) {
        if (strlen(text) >= TITLE_BYTES) {
            return false;
        }
        item_derive(board, BOARD_TITLE, text);
        item_derive(board, BOARD_SOURCE, text);
        return true;
    }
    if (strlen(text) >= SUBTITLE_BYTES) {
        return false;
    }
    item_derive(board, BOARD_SUBTITLE, text);
    item_derive(
        board, BOARD_SOURCE,
        programme_format(reader->programme, "%s, %s", board->text[BOARD_TITLE], text));
    return true;
}

static void take_text(struct reader *reader, const char *text, const struct table_row *row)
{
    finish_turned(reader);
    bool label = strlen(text) < 30 && header_read(text) != HEADER_NONE;
    if (label || take_abbreviation(reader, text, row->line) ||
        take_section(reader, text, row) || take_title(reader, text)) {
        return;
    }
    count_text(reader, row->line);
    reader->paragraph = text;
    reader->paragraph_line = row->line;
}

// An action row under the header row in force.
static void take_action(struct reader *reader, const struct table_row *row)
{
    struct draft draft;

    draft_init(&draft, reader->file, row->line);
    for (int i = 0; i < row->count; i++) {
        draft_cell(reader->programme, &draft, reader->map[i], table_cell(reader->head, i),
                   row->cells[i], row->line);
    }
    draft_take(reader->programme, &draft, &reader->outline);
}

// Cells without a header above them: a sentence with the delimiter in it, or a table that
// cannot be read.
static void take_loose(struct reader *reader, const struct table_row *row, char delimiter)
{
    struct programme *programme = reader->programme;
    const char *text = row->cells[0];

    for (int i = 1; i < row->count; i++) {
        text = programme_format(programme, "%s%c %s", text,
                                delimiter == '\t' ? ' ' : delimiter, row->cells[i]);
    }
    if (delimiter == '|' || delimiter == '\t') {
        programme_report(
            programme, FINDING_WARNING, reader->file, row->line,
            "no header row above this row, so it is not on the board: \"%.80s\"", text);
        return;
    }
    take_text(reader, plain(reader, text), row);
}

static void take_row(struct reader *reader, const struct table_row *row, char delimiter)
{
    enum header map[TABLE_MAX_COLUMNS];

    if (header_row(row, map)) {
        finish_turned(reader);
        reader->head = row;
        memcpy(reader->map, map, sizeof map);
        reader->title_lines = TITLE_LINES;
        return;
    }
    if (take_turned(reader, row)) {
        return;
    }
    const char *sole = sole_cell(row);
    const char *text = sole == NULL ? NULL : plain(reader, sole);
    if (text != NULL && reader->head != NULL && row->count > 1 &&
        !take_section(reader, text, row)) {
        take_action(reader, row);
    } else if (text != NULL && (reader->head == NULL || row->count == 1)) {
        take_text(reader, text, row);
    } else if (text == NULL && reader->head != NULL) {
        take_action(reader, row);
    } else if (text == NULL) {
        take_loose(reader, row, delimiter);
    }
}

static void report_texts(struct reader *reader)
{
    if (reader->texts == 1) {
        programme_report(reader->programme, FINDING_NOTE, reader->file, reader->first,
                         "this text stands outside the tables and is not on the board");
    } else if (reader->texts > 1) {
        programme_report(reader->programme, FINDING_NOTE, reader->file, reader->first,
                         "%d lines of text up to line %d stand outside the tables and are "
                         "not on the board",
                         reader->texts, reader->last);
    }
}

void document_read(struct programme *programme, const struct table *table, const char *file)
{
    struct reader reader = {.programme = programme,
                            .file = file,
                            .outline = {.programme = programme, .file = file}};
    size_t before = programme->lists[ITEM_ACTION].count;

    for (size_t i = 0; i < table->count; i++) {
        take_row(&reader, &table->rows[i], table->delimiter);
    }
    finish_turned(&reader);
    outline_finish(&reader.outline);
    report_texts(&reader);
    if (programme->lists[ITEM_ACTION].count == before) {
        programme_report(
            programme, FINDING_ERROR, file, 0,
            "no actions found: a table needs a header row with at least Wat (or Actie) and "
            "one of Wie, Wanneer, Budget");
    }
}
