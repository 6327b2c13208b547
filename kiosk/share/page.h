// One page of a B-tree in a database file (https://sqlite.org/fileformat2.html, 1.6): its
// cells, and whether it is whole.
#ifndef REGIEBORD_SHARE_PAGE_H
#define REGIEBORD_SHARE_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    PAGE_FILE_HEADER = 100, // bytes before the B-tree on the first page
    PAGE_USABLE_LEAST = 480,
};

struct page {
    const unsigned char *bytes, *end; // of the part that the format uses
    const unsigned char *header;
    const unsigned char *pointers; // two bytes for each cell
    uint32_t cells;
    bool leaf, rows; // rows: of a table, else of an index
};

struct page_cell {
    const unsigned char *bytes;
    size_t size;
    uint32_t below;               // page; 0 on a leaf
    int64_t rowid;                // of a table
    const unsigned char *payload; // what stands on this page of it
    size_t payload_size;
    bool spills; // there is more of it, on other pages
};

// `bytes` has `usable` bytes; `first`: it is page 1 of the file. False when it is no B-tree
// page of a table (`rows`) or an index.
bool page_open(struct page *page, const unsigned char *bytes, uint32_t usable, bool first,
               bool rows);

// False when the cell does not stand whole on its page.
bool page_cell(const struct page *page, uint32_t i, struct page_cell *cell);

// The page below behind the last cell; only inside a tree.
uint32_t page_last_below(const struct page *page);

// The first column of a record of an index, which must be a whole number that stands on
// this page.
bool page_cell_number(const struct page_cell *cell, int64_t *out);

// Every byte is part of one cell, of free space that the page knows, or of the fragments
// that it counts; and no record goes on elsewhere.
bool page_whole(const struct page *page);

// A number of so many bytes, the highest first.
uint32_t page_number(const unsigned char *bytes, size_t size);

#endif
