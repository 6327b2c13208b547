// What a build works on: the cells grouped to rows, the rows per board, and text that is
// made clean once. Only board_*.c and
// update_apply*.c include this.
#ifndef REGIEBORD_BOARD_BOARD_ROWS_H
#define REGIEBORD_BOARD_BOARD_ROWS_H

#include "board/board.h"
#include "board/lookup.h"

enum {
    BOARD_MAX = 64, // boards of a set; more are left out
    TABLE_MAX = 32, // tables; more are left out
    WORD_BYTES = 400,
    TITLE_BYTES = 200,
    TEXT_BYTES = 4000,
};

// Shift of a due while the history is read, newest first.
struct shift_note {
    struct shift shift;
    struct shift_note *older;
};

struct row {
    const char *id;
    const char *name;         // the id as clean text, NULL until it is asked for
    const char *key;          // the id byte for byte, likewise
    const struct cell *cells; // sorted by column
    size_t cell_count;
    int board; // index in the set; ROW_SHARED, ROW_LOST
    bool gone; // deleted: only history speaks of it
    // What the row became or is about; NULL where it does not apply.
    struct action *action;
    struct track *track;
    struct bottleneck *bottleneck;
    struct meeting *meeting;
    struct shift_note *shifts;
};

enum { ROW_SHARED = -1, ROW_LOST = -2 };

struct table {
    const char *name;
    struct row *rows; // by id
    size_t row_count;
    struct row **by_board; // the rows of board 0, then of board 1 ...; by id within a board
    size_t starts[BOARD_MAX + 1]; // where each board begins in by_board
    struct lookup ids;            // row by id; filled when history needs it
};

// Local days of moments: clocks differ from each other by whole quarters of an hour.
struct day_memo {
    int64_t quarter; // since 1970; 0: not filled
    int32_t day;
};

enum { DAY_MEMOS = 512 };

// The clean text of a text by its address: most cells say one of few words, which the log
// keeps once each.
struct word_memo {
    const char *raw;  // not owned; NULL: not filled
    const char *word; // in the arena of the set
};

enum { WORD_MEMOS = 4096 };

struct rows {
    struct arena scratch; // owns all of this
    struct table tables[TABLE_MAX];
    size_t table_count;
    struct table none; // stands for a table that is not there
    struct day_memo days[DAY_MEMOS];
    struct lookup words; // clean text by the text of the file
    struct word_memo memos[WORD_MEMOS];
    struct lookup files; // text of the file that is not clean, by itself
};

// False when memory runs out.
bool rows_group(struct rows *rows, const struct cell *cells, size_t count);
// Gives every row its board (by slug in `slugs`, values are `&boards[i]`) and sorts them
// out.
bool rows_assign(struct rows *rows, const struct lookup *slugs, const struct board *boards,
                 size_t count);
void rows_finish(struct rows *rows);

// An empty table when there is none of that name.
struct table *rows_table(struct rows *rows, const char *name);

// The cell of a row, NULL when it has none; its text, "" when there is none.
const struct cell *row_cell(const struct row *row, const char *column);
const char *row_value(const struct row *row, const char *column);

// Clean text in `arena`: a word (shared between all who use it) or a longer one of its own.
// Never NULL: when memory runs out it is "" and arena->failed is set.
const char *rows_word(struct rows *rows, struct arena *arena, const char *raw);
const char *rows_text(struct arena *arena, const char *raw, size_t bytes);

// Text byte for byte, shared between all who use it; NULL when there is none. As above when
// memory runs out.
const char *rows_file(struct rows *rows, struct arena *arena, const char *raw);

// The id of a row, byte for byte: a key, not for a screen.
const char *row_key(struct arena *arena, struct row *row);

// The id of a row as clean text.
const char *row_name(struct arena *arena, struct row *row);

// The local day of a moment.
int32_t rows_day(struct rows *rows, int64_t at_ms);

// How a column of a table becomes a `const char *` of a record.
struct field {
    const char *column;
    size_t offset;
    size_t bytes; // WORD_BYTES: shared text; 0: byte for byte
};

void row_read(struct rows *rows, struct arena *arena, const struct row *row,
              const struct field *fields, size_t count, void *record);

// Rows of one board in the order of the screen.
struct item {
    struct row *row;
    const void *parent; // element of an array: its place is the first thing sorted by
    double position;
    const char *code;
};

struct pick {
    const char *table;
    const char *code;             // column that names the row
    const char *parent;           // column that names the parent, NULL: none
    const struct lookup *parents; // by that name; rows without a parent are left out
};

// Sorted by parent, position, code (1.2 before 1.10) and id. NULL (and *count 0) when
// memory runs out.
struct item *rows_pick(struct rows *rows, int board, const struct pick *pick,
                       size_t *count);

// A position as a number; what is none comes last.
double position_read(const char *text);

// Compares text with the numbers in it taken as numbers.
int natural_compare(const char *a, const char *b);

#endif
