#include "board/board_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

static bool same(const char *a, const char *b)
{
    return a == b || strcmp(a, b) == 0;
}

static size_t count_rows(const struct cell *cells, size_t count)
{
    size_t rows = 0;

    for (size_t i = 0; i < count; i++) {
        bool fresh = i == 0 || !same(cells[i].row, cells[i - 1].row) ||
                     !same(cells[i].table, cells[i - 1].table);
        rows += fresh ? 1 : 0;
    }
    return rows;
}

bool rows_group(struct rows *rows, const struct cell *cells, size_t count)
{
    struct row *next =
        arena_alloc(&rows->scratch, count_rows(cells, count) * sizeof *next + 1);
    struct table *table = NULL;

    if (next == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        bool new_table = i == 0 || !same(cells[i].table, cells[i - 1].table);
        if (new_table && rows->table_count == TABLE_MAX) {
            return true;
        }
        if (new_table) {
            table = &rows->tables[rows->table_count++];
            *table = (struct table){.name = cells[i].table, .rows = next};
        }
        if (new_table || !same(cells[i].row, cells[i - 1].row)) {
            *next = (struct row){.id = cells[i].row, .cells = &cells[i]};
            next++;
            table->row_count++;
        }
        next[-1].cell_count++;
    }
    return true;
}

static int board_number(const struct row *row, const struct lookup *slugs,
                        const struct board *boards)
{
    const char *slug = row_value(row, "board");
    const struct board *board = lookup_get(slugs, slug);

    if (board != NULL) {
        return (int)(board - boards);
    }
    return slug[0] == '\0' ? ROW_SHARED : ROW_LOST;
}

static bool table_assign(struct rows *rows, struct table *table, const struct lookup *slugs,
                         const struct board *boards, size_t count)
{
    size_t filled[BOARD_MAX + 1] = {0};

    table->by_board =
        arena_alloc(&rows->scratch, table->row_count * sizeof(struct row *) + 1);
    if (table->by_board == NULL) {
        return false;
    }
    for (size_t i = 0; i < table->row_count; i++) {
        table->rows[i].board = board_number(&table->rows[i], slugs, boards);
        if (table->rows[i].board >= 0) {
            filled[table->rows[i].board + 1]++;
        }
    }
    for (size_t i = 1; i <= count; i++) {
        filled[i] += filled[i - 1];
    }
    memcpy(table->starts, filled, sizeof filled);
    for (size_t i = 0; i < table->row_count; i++) {
        if (table->rows[i].board >= 0) {
            table->by_board[filled[table->rows[i].board]++] = &table->rows[i];
        }
    }
    return true;
}

bool rows_assign(struct rows *rows, const struct lookup *slugs, const struct board *boards,
                 size_t count)
{
    for (size_t i = 0; i < rows->table_count; i++) {
        if (!table_assign(rows, &rows->tables[i], slugs, boards, count)) {
            return false;
        }
    }
    return true;
}

void rows_finish(struct rows *rows)
{
    for (size_t i = 0; i < rows->table_count; i++) {
        lookup_finish(&rows->tables[i].ids);
    }
    lookup_finish(&rows->words);
    lookup_finish(&rows->files);
    arena_finish(&rows->scratch);
}

struct table *rows_table(struct rows *rows, const char *name)
{
    for (size_t i = 0; i < rows->table_count; i++) {
        if (same(rows->tables[i].name, name)) {
            return &rows->tables[i];
        }
    }
    return &rows->none;
}

const struct cell *row_cell(const struct row *row, const char *column)
{
    for (size_t i = 0; i < row->cell_count; i++) {
        const char *name = row->cells[i].column;
        // Most columns differ in their first letter, and this is asked a dozen times a row.
        if (name[0] == column[0] && strcmp(name, column) == 0) {
            return &row->cells[i];
        }
    }
    return NULL;
}

const char *row_value(const struct row *row, const char *column)
{
    const struct cell *cell = row_cell(row, column);

    return cell == NULL || cell->value == NULL ? "" : cell->value;
}

// The length of text that needs no cleaning; `bytes` when it does, or is longer than that.
static size_t plain_length(const char *raw, size_t bytes)
{
    size_t length = 0;

    while (length < bytes && raw[length] >= ' ' && raw[length] < 0x7f) {
        length++;
    }
    return raw[length < bytes ? length : 0] == '\0' ? length : bytes;
}

const char *rows_text(struct arena *arena, const char *raw, size_t bytes)
{
    char clean[TEXT_BYTES + 1];

    if (raw == NULL || raw[0] == '\0') {
        return "";
    }
    size_t length = plain_length(raw, bytes);
    if (length == bytes) {
        // Cleaning only drops or, for damage, triples bytes: what lies far behind the limit
        // is not read.
        length =
            utf8_clean(raw, strnlen(raw, bytes * 8), bytes == TEXT_BYTES, clean, bytes + 1);
        raw = clean;
    }
    const char *text = arena_text(arena, raw, length);
    return text == NULL ? "" : text;
}

static struct word_memo *word_memo(struct rows *rows, const char *raw)
{
    uint64_t hash = (uintptr_t)raw * 0x9e3779b97f4a7c15u;

    return &rows->memos[hash >> 52]; // WORD_MEMOS of them
}

const char *rows_word(struct rows *rows, struct arena *arena, const char *raw)
{
    if (raw == NULL || raw[0] == '\0') {
        return "";
    }
    struct word_memo *memo = word_memo(rows, raw);
    if (memo->raw == raw) {
        return memo->word;
    }
    const void **place = lookup_place(&rows->words, raw);
    if (place == NULL) {
        arena->failed = true;
        return "";
    }
    if (*place == NULL) {
        *place = rows_text(arena, raw, WORD_BYTES);
    }
    *memo = (struct word_memo){raw, *place};
    return *place;
}

const char *rows_file(struct rows *rows, struct arena *arena, const char *raw)
{
    if (raw == NULL || raw[0] == '\0') {
        return NULL;
    }
    const char *word = rows_word(rows, arena, raw);
    if (strcmp(word, raw) == 0) {
        return word;
    }
    const void **place = lookup_place(&rows->files, raw);
    if (place == NULL) {
        arena->failed = true;
        return NULL;
    }
    if (*place == NULL) {
        *place = arena_string(arena, raw);
    }
    return *place;
}

const char *row_key(struct arena *arena, struct row *row)
{
    if (row->key == NULL) {
        row->key = arena_string(arena, row->id);
    }
    return row->key == NULL ? "" : row->key;
}

int32_t rows_day(struct rows *rows, int64_t at_ms)
{
    int64_t quarter = at_ms / (15 * 60 * 1000);
    int32_t day = DAY_NONE;

    if (at_ms < 0 || quarter == 0) {
        day_local(at_ms, &day, NULL);
        return day;
    }
    struct day_memo *memo = &rows->days[quarter % DAY_MEMOS];
    if (memo->quarter != quarter) {
        memo->quarter = quarter;
        day_local(at_ms, &memo->day, NULL);
    }
    return memo->day;
}

const char *row_name(struct arena *arena, struct row *row)
{
    if (row->name == NULL) {
        row->name = rows_text(arena, row->id, WORD_BYTES);
    }
    return row->name;
}

void row_read(struct rows *rows, struct arena *arena, const struct row *row,
              const struct field *fields, size_t count, void *record)
{
    for (size_t i = 0; i < count; i++) {
        const char *raw = row_value(row, fields[i].column);
        const char **text = (const char **)(void *)((char *)record + fields[i].offset);
        if (fields[i].bytes == 0) {
            *text = rows_file(rows, arena, raw);
        } else if (fields[i].bytes == WORD_BYTES) {
            *text = rows_word(rows, arena, raw);
        } else {
            *text = rows_text(arena, raw, fields[i].bytes);
        }
    }
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t digits(const char *text)
{
    size_t length = 0;

    while (digit(text[length])) {
        length++;
    }
    return length;
}

int natural_compare(const char *a, const char *b)
{
    while (*a != '\0' && *b != '\0') {
        if (!digit(*a) || !digit(*b)) {
            if (*a != *b) {
                return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
            }
            a++;
            b++;
            continue;
        }
        a += strspn(a, "0");
        b += strspn(b, "0");
        size_t length = digits(a);
        if (length != digits(b)) {
            return length < digits(b) ? -1 : 1;
        }
        int order = memcmp(a, b, length);
        if (order != 0) {
            return order;
        }
        a += length;
        b += length;
    }
    return (*a != '\0') - (*b != '\0');
}

double position_read(const char *text)
{
    const double last = 1e300;
    bool negative = *text == '-';
    double value = 0;
    double scale = 1;
    bool behind = false;

    text += negative ? 1 : 0;
    if (!digit(*text)) {
        return last;
    }
    for (; digit(*text) || (*text == '.' && !behind); text++) {
        if (*text == '.') {
            behind = true;
            continue;
        }
        value = value * 10 + (*text - '0');
        scale *= behind ? 10 : 1;
        if (value > 1e15) {
            return last;
        }
    }
    return *text != '\0' ? last : negative ? -value / scale : value / scale;
}

static int item_compare(const void *left, const void *right)
{
    const struct item *a = left;
    const struct item *b = right;

    if (a->parent != b->parent) {
        return (const char *)a->parent < (const char *)b->parent ? -1 : 1;
    }
    if (a->position < b->position || a->position > b->position) {
        return a->position < b->position ? -1 : 1;
    }
    int order = natural_compare(a->code, b->code);
    return order != 0 ? order : strcmp(a->row->id, b->row->id);
}

struct item *rows_pick(struct rows *rows, int board, const struct pick *pick, size_t *count)
{
    const struct table *table = rows_table(rows, pick->table);
    size_t from = table->starts[board];
    size_t number = table->starts[board + 1] - from;
    struct item *items = arena_alloc(&rows->scratch, number * sizeof *items + 1);

    *count = 0;
    for (size_t i = 0; items != NULL && i < number; i++) {
        struct row *row = table->by_board[from + i];
        struct item item = {
            .row = row,
            .position = position_read(row_value(row, "position")),
            .code = row_value(row, pick->code),
        };
        if (pick->parent != NULL) {
            item.parent = lookup_get(pick->parents, row_value(row, pick->parent));
        }
        if (pick->parent == NULL || item.parent != NULL) {
            items[(*count)++] = item;
        }
    }
    if (*count > 1) {
        qsort(items, *count, sizeof *items, item_compare);
    }
    return items;
}
