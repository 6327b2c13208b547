#include "share/page.h"

#include <stdlib.h>

enum page_type {
    PAGE_INDEX_INSIDE = 2,
    PAGE_TABLE_INSIDE = 5,
    PAGE_INDEX_LEAF = 10,
    PAGE_TABLE_LEAF = 13,
};

enum {
    HEADER_LEAF = 8,
    HEADER_INSIDE = 12,
    FREE_AT = 1,      // in the header: the first free block,
    CELLS_AT = 3,     // how many cells,
    CONTENT_AT = 5,   // where their bytes begin,
    FRAGMENTS_AT = 7, // free bytes too few to be a block
    CELL_LEAST = 4,   // bytes
    SPILL = 4,        // bytes that name the page where a record goes on
    BLOCK_LEAST = 4,  // bytes
};

uint32_t page_number(const unsigned char *bytes, size_t size)
{
    uint32_t number = 0;

    for (size_t i = 0; i < size; i++) {
        number = number << 8 | bytes[i];
    }
    return number;
}

// A whole number of 1 to 9 bytes, the highest first, seven bits a byte. False when it goes
// beyond `end`.
static bool varint(const unsigned char **at, const unsigned char *end, uint64_t *out)
{
    uint64_t number = 0;

    for (int i = 0; *at < end && i < 9; i++) {
        unsigned char byte = *(*at)++;
        number = i == 8 ? number << 8 | byte : number << 7 | (byte & 0x7f);
        if (i == 8 || byte < 0x80) {
            *out = number;
            return true;
        }
    }
    return false;
}

bool page_open(struct page *page, const unsigned char *bytes, uint32_t usable, bool first,
               bool rows)
{
    *page = (struct page){.bytes = bytes, .end = bytes + usable, .rows = rows};
    page->header = bytes + (first ? PAGE_FILE_HEADER : 0);
    page->leaf = page->header[0] == (rows ? PAGE_TABLE_LEAF : PAGE_INDEX_LEAF);
    page->cells = page_number(page->header + CELLS_AT, 2);
    page->pointers = page->header + (page->leaf ? HEADER_LEAF : HEADER_INSIDE);
    bool inside = page->header[0] == (rows ? PAGE_TABLE_INSIDE : PAGE_INDEX_INSIDE);
    return (page->leaf || inside) &&
           page->cells <= (uint32_t)(page->end - page->pointers) / 2;
}

uint32_t page_last_below(const struct page *page)
{
    return page_number(page->pointers - 4, 4);
}

// How much of a record of so many bytes stands on its page (1.6 of the format).
static uint64_t local_size(const struct page *page, uint64_t size)
{
    uint64_t usable = (uint64_t)(page->end - page->bytes);
    uint64_t most = page->rows ? usable - 35 : (usable - 12) * 64 / 255 - 23;
    uint64_t least = (usable - 12) * 32 / 255 - 23;

    if (size <= most) {
        return size;
    }
    uint64_t some = least + (size - least) % (usable - SPILL);
    return some <= most ? some : least;
}

bool page_cell(const struct page *page, uint32_t i, struct page_cell *cell)
{
    const unsigned char *begin = page->pointers + (size_t)2 * page->cells;
    const unsigned char *at = page->bytes + page_number(page->pointers + (size_t)2 * i, 2);
    uint64_t size = 0;
    uint64_t rowid = 0;

    if (at < begin || page->end - at < CELL_LEAST) {
        return false;
    }
    *cell = (struct page_cell){.bytes = at};
    if (!page->leaf) {
        cell->below = page_number(at, 4);
        at += 4;
    }
    bool record = page->leaf || !page->rows; // else the rowid only leads the way
    if ((record && !varint(&at, page->end, &size)) ||
        (page->rows && !varint(&at, page->end, &rowid))) {
        return false;
    }
    uint64_t local = record ? local_size(page, size) : 0;
    cell->rowid = (int64_t)rowid;
    cell->payload = at;
    cell->payload_size = (size_t)local;
    cell->spills = local < size;
    uint64_t rest = local + (cell->spills ? SPILL : 0);
    if (rest > (uint64_t)(page->end - at)) {
        return false;
    }
    cell->size = (size_t)(at - cell->bytes) + (size_t)rest;
    cell->size = cell->size < CELL_LEAST ? CELL_LEAST : cell->size;
    return true;
}

bool page_cell_number(const struct page_cell *cell, int64_t *out)
{
    static const unsigned char sizes[] = {0, 1, 2, 3, 4, 6, 8, 0, 0, 0};
    const unsigned char *at = cell->payload;
    const unsigned char *end = at + cell->payload_size;
    uint64_t header = 0;
    uint64_t type = 0;

    if (!varint(&at, end, &header) || !varint(&at, end, &type) || type == 0 || type == 7 ||
        type > 9 || header > cell->payload_size || header < (size_t)(at - cell->payload) ||
        sizes[type] > cell->payload_size - header) {
        return false;
    }
    const unsigned char *bytes = cell->payload + header;
    uint64_t number = type == 9 ? 1 : 0;
    if (sizes[type] > 0 && bytes[0] >= 0x80) {
        number = UINT64_MAX; // the sign goes on
    }
    for (size_t i = 0; i < sizes[type]; i++) {
        number = number << 8 | bytes[i];
    }
    *out = (int64_t)number;
    return true;
}

// Whole pages -------------------------------------------------------------------------

struct part {
    uint32_t from, to;
};

static int compare_parts(const void *a, const void *b)
{
    const struct part *left = a;
    const struct part *right = b;

    return (left->from > right->from) - (left->from < right->from);
}

// Adds the free blocks, which come in the order of their places. Returns how many parts
// there are then; 0 when one is not sound.
static size_t add_free(const struct page *page, struct part *parts, size_t count,
                       size_t room)
{
    uint32_t usable = (uint32_t)(page->end - page->bytes);
    uint32_t at = page_number(page->header + FREE_AT, 2);
    uint32_t before = 0;

    while (at != 0) {
        if (at <= before || at + BLOCK_LEAST > usable || count == room) {
            return 0;
        }
        uint32_t size = page_number(page->bytes + at + 2, 2);
        if (size < BLOCK_LEAST || at + size > usable) {
            return 0;
        }
        parts[count++] = (struct part){at, at + size};
        before = at;
        at = page_number(page->bytes + at, 2);
    }
    return count;
}

// The bytes between the parts are the fragments that the header counts.
static bool fills(const struct page *page, const struct part *parts, size_t count)
{
    uint32_t content = page_number(page->header + CONTENT_AT, 2);
    uint32_t at = content == 0 ? 65536 : content;
    uint32_t pointers_end = (uint32_t)(page->pointers - page->bytes) + 2 * page->cells;
    uint32_t gaps = 0;

    if (at < pointers_end) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (parts[i].from < at) {
            return false; // it overlaps with the one before
        }
        gaps += parts[i].from - at;
        at = parts[i].to;
    }
    uint32_t usable = (uint32_t)(page->end - page->bytes);
    return at <= usable && gaps + usable - at == page->header[FRAGMENTS_AT];
}

bool page_whole(const struct page *page)
{
    size_t room = page->cells + (size_t)(page->end - page->bytes) / BLOCK_LEAST + 1;
    struct part *parts = malloc(room * sizeof *parts);
    bool ok = parts != NULL;
    size_t count = 0;

    for (uint32_t i = 0; ok && i < page->cells; i++) {
        struct page_cell cell;
        ok = page_cell(page, i, &cell) && !cell.spills;
        if (ok) {
            uint32_t from = (uint32_t)(cell.bytes - page->bytes);
            parts[count++] = (struct part){from, from + (uint32_t)cell.size};
        }
    }
    if (ok && page_number(page->header + FREE_AT, 2) != 0) {
        count = add_free(page, parts, count, room);
        ok = count > 0;
    }
    if (ok) {
        qsort(parts, count, sizeof *parts, compare_parts);
        ok = fills(page, parts, count);
    }
    free(parts);
    return ok;
}
