#include "desk/reading.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "desk/columns.h"
#include "desk/document.h"
#include "desk/folder.h"
#include "desk/review.h"
#include "desk/source.h"
#include "desk/table.h"
#include "desk/terms.h"

static bool is_folder(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

// What the board has and a table may lean on. All derived: the board keeps it as it is.
static void adopt(struct programme *programme, const struct board *board)
{
    for (size_t i = 0; i < board->column_count; i++) {
        struct item *item = programme_add(programme, ITEM_COLUMN, "", 0);
        item_set(item, COLUMN_KEY, programme_text(programme, board->columns[i].id));
        item_derive(item, COLUMN_TITLE, programme_text(programme, board->columns[i].title));
        item_derive(item, COLUMN_WALL, "");
        item_derive(item, COLUMN_LETTER, "");
    }
    for (size_t i = 0; i < board->stage_count; i++) {
        item_derive(programme_add(programme, ITEM_STAGE, "", 0), STAGE_NAME,
                    programme_text(programme, board->stages[i]));
    }
    for (size_t i = 0; i < board->organisation_count; i++) {
        const struct organisation *known = &board->organisations[i];
        struct item *item = programme_add(programme, ITEM_ORGANISATION, "", 0);
        item_derive(item, ORGANISATION_NAME, programme_text(programme, known->name));
        item_derive(item, ORGANISATION_TITLE, programme_text(programme, known->title));
        item_derive(
            item, ORGANISATION_COLUMN,
            programme_text(programme, known->column == NULL ? "" : known->column->id));
        item_derive(item, ORGANISATION_AKA, programme_text(programme, known->aka));
    }
}

// The name of the file without folder and ending.
static void name_after(struct programme *programme, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    const char *dot = strrchr(name, '.');
    const char *bare = dot == NULL || dot == name
                           ? name
                           : programme_format(programme, "%.*s", (int)(dot - name), name);

    if (!programme_slug(bare, programme->slug)) {
        programme_report(programme, FINDING_ERROR, path, 0,
                         "this name gives no name for the board: use --board");
    }
}

static void load_document(struct programme *programme, const char *path,
                          const struct board_set *boards)
{
    struct source source;
    struct table table;

    if (!source_read(&source, &programme->arena, path)) {
        programme_report(programme, FINDING_ERROR, path, 0, "%s", source.trouble);
        return;
    }
    if (source.charset == CHARSET_WINDOWS_1252) {
        programme_report(programme, FINDING_NOTE, path, 0,
                         "is not UTF-8; read as Windows-1252");
    }
    if (!table_read(&table, &programme->arena, source.text, source.length, 0)) {
        programme_report(programme, FINDING_ERROR, path, table.trouble_line, "%s",
                         table.trouble);
        return;
    }
    const struct board *board =
        boards == NULL ? NULL : board_set_find(boards, programme->slug);
    if (board != NULL) {
        adopt(programme, board);
    } else {
        folder_usual_stages(programme);
    }
    document_read(programme, &table, programme_text(programme, path));
}

// A board always has a title: without any field of its own it would have no row.
static void title_board(struct programme *programme)
{
    struct item *board = programme_board(programme);

    if (board->text[BOARD_TITLE][0] != '\0' || programme->exact) {
        return;
    }
    char *title = programme_text(programme, programme->slug);
    for (char *c = title; *c != '\0'; c++) {
        *c = *c == '-' ? ' ' : *c;
    }
    title[0] = (char)toupper((unsigned char)title[0]);
    item_derive(board, BOARD_TITLE, title);
}

void reading_load(struct programme *programme, const char *path, const char *slug,
                  const struct board_set *boards)
{
    programme_init(programme);
    if (is_folder(path)) {
        folder_read(programme, path);
    } else {
        name_after(programme, slug != NULL ? slug : path);
        load_document(programme, path, boards);
    }
    if (programme->folder && programme->errors == 0 &&
        programme->lists[ITEM_ACTION].count == 0) {
        programme_report(programme, FINDING_ERROR, path, 0,
                         "there is no action in this folder");
    }
    if (slug != NULL) {
        programme_slug(slug, programme->slug);
    }
    title_board(programme);
    // What an export says is all there is: nothing is found out from its texts.
    if (programme->errors == 0 && !programme->exact) {
        columns_find(programme, partners_book_make(programme));
        terms_find(programme);
        review_programme(programme);
    }
}

void reading_print(const struct programme *programme, enum severity least)
{
    static const char *const words[] = {"note", "warning", "error"};

    for (size_t i = 0; i < programme->finding_count; i++) {
        const struct finding *finding = &programme->findings[i];
        if (finding->severity < least) {
            continue;
        }
        if (finding->line > 0) {
            fprintf(stderr, "%s:%d: %s: %s\n", finding->file, finding->line,
                    words[finding->severity], finding->text);
        } else {
            fprintf(stderr, "%s: %s: %s\n", finding->file, words[finding->severity],
                    finding->text);
        }
    }
}
