#include "share/pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

enum {
    USABLE_LEAST = 480, // bytes of a page, by the format
    RESERVED_AT = 20,   // in the header: bytes at the end of each page that hold no rows
    DEPTH_MAX = 20,
    DIRTY_PARTS = 4, // of all pages, and
    DIRTY_LEAST = 8, // a few more: from there on the whole file is read
    FILE_HEADER = 100,
    NO_TREE = 0xff,
};

enum page_type {
    PAGE_INDEX_INSIDE = 2,
    PAGE_TABLE_INSIDE = 5,
    PAGE_INDEX_LEAF = 10,
    PAGE_TABLE_LEAF = 13,
};

// What is known of a page.
struct page {
    uint64_t hash;
    struct range keys; // of the rows on it
    uint8_t tree;      // NO_TREE: not part of any
    bool has_rows;
};

struct pages {
    struct tree trees[TREES_MAX];
    size_t tree_count;
    uint32_t page_size, usable;
    uint32_t count;
    struct page *items; // owned; of page 1 first
};

// Bytes of a page ---------------------------------------------------------------------

static uint32_t big(const unsigned char *bytes, size_t size)
{
    uint32_t number = 0;

    for (size_t i = 0; i < size; i++) {
        number = number << 8 | bytes[i];
    }
    return number;
}

// A whole number of 1 to 9 bytes, big end first, seven bits a byte. False when it goes
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

// The first column of a record, which must be a whole number that stands on this page.
static bool first_number(const unsigned char *record, const unsigned char *end,
                         int64_t *out)
{
    static const unsigned char sizes[] = {0, 1, 2, 3, 4, 6, 8, 0, 0, 0};
    const unsigned char *at = record;
    uint64_t header = 0;
    uint64_t type = 0;

    if (!varint(&at, end, &header) || !varint(&at, end, &type) || type == 0 || type == 7 ||
        type > 9 || header > (uint64_t)(end - record) ||
        sizes[type] > (uint64_t)(end - record) - header) {
        return false;
    }
    const unsigned char *bytes = record + header;
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

// How much of a record of so many bytes stands on a page of an index itself (1.6 of the
// format).
static uint64_t local_size(const struct pages *pages, uint64_t size)
{
    uint64_t most = (uint64_t)(pages->usable - 12) * 64 / 255 - 23;
    uint64_t least = (uint64_t)(pages->usable - 12) * 32 / 255 - 23;
    uint64_t some = least + (size - least) % (pages->usable - 4);

    if (size <= most) {
        return size;
    }
    return some <= most ? some : least;
}

// The walk ----------------------------------------------------------------------------

struct walk {
    struct pages *pages;
    const unsigned char *image;
    uint8_t tree;
    enum tree_kind kind;
    bool any;     // a key was met
    int64_t last; // the greatest so far
};

// One page as the walk sees it.
struct view {
    const unsigned char *bytes, *end; // of the usable part
    const unsigned char *pointers;    // two bytes for each cell
    uint32_t number, cells;
    bool leaf;
};

static bool view_open(const struct walk *walk, uint32_t number, struct view *view)
{
    const struct pages *pages = walk->pages;

    if (number == 0 || number > pages->count ||
        pages->items[number - 1].tree != NO_TREE) { // outside, or met twice
        return false;
    }
    *view = (struct view){.bytes = walk->image + (size_t)(number - 1) * pages->page_size,
                          .number = number};
    view->end = view->bytes + pages->usable;
    const unsigned char *head = view->bytes + (number == 1 ? FILE_HEADER : 0);
    bool rows = walk->kind == TREE_ROWS;
    view->leaf = head[0] == (rows ? PAGE_TABLE_LEAF : PAGE_INDEX_LEAF);
    view->cells = big(head + 3, 2);
    view->pointers = head + (view->leaf ? 8 : 12);
    return (view->leaf || head[0] == (rows ? PAGE_TABLE_INSIDE : PAGE_INDEX_INSIDE)) &&
           view->cells <= (uint32_t)(view->end - view->pointers) / 2;
}

static const unsigned char *view_cell(const struct view *view, uint32_t i)
{
    uint32_t offset = big(view->pointers + (size_t)2 * i, 2);

    return offset < (uint32_t)(view->end - view->bytes) &&
                   view->bytes + offset >= view->pointers + (size_t)2 * view->cells
               ? view->bytes + offset
               : NULL;
}

static bool cell_key(const struct walk *walk, const struct view *view,
                     const unsigned char *cell, int64_t *key)
{
    const unsigned char *at = cell;
    uint64_t size = 0;
    uint64_t rowid = 0;

    if (!view->leaf) {
        at += 4; // the page below it
    }
    if (at >= view->end) {
        return false;
    }
    if (walk->kind == TREE_ROWS) {
        bool ok = (!view->leaf || varint(&at, view->end, &size)) &&
                  varint(&at, view->end, &rowid);
        *key = (int64_t)rowid;
        return ok;
    }
    if (!varint(&at, view->end, &size)) {
        return false;
    }
    uint64_t local = local_size(walk->pages, size);
    return local <= (uint64_t)(view->end - at) && first_number(at, at + local, key);
}

// A key in its place: rowids rise, and a log may have several entries of one moment. What
// stands inside a table's tree only leads the way: it is no row.
static bool note_key(struct walk *walk, const struct view *view, const unsigned char *cell)
{
    struct page *page = &walk->pages->items[view->number - 1];
    bool row = walk->kind == TREE_LOG || view->leaf;
    int64_t key = 0;

    if (walk->kind == TREE_INDEX) {
        return true;
    }
    if (!cell_key(walk, view, cell, &key)) {
        return false;
    }
    bool strict = walk->kind == TREE_ROWS && view->leaf;
    if (walk->any && (strict ? key <= walk->last : key < walk->last)) {
        return false;
    }
    walk->any = true;
    walk->last = key;
    if (row) {
        page->keys.from = page->has_rows ? page->keys.from : key;
        page->keys.to = key;
        page->has_rows = true;
    }
    return true;
}

static bool walk_page(struct walk *walk, uint32_t number, int depth)
{
    struct view view;

    if (depth > DEPTH_MAX || !view_open(walk, number, &view)) {
        return false;
    }
    walk->pages->items[number - 1].tree = walk->tree;
    for (uint32_t i = 0; i < view.cells; i++) {
        const unsigned char *cell = view_cell(&view, i);
        bool whole = cell != NULL && (view.leaf || cell + 4 <= view.end);
        if (!whole || (!view.leaf && !walk_page(walk, big(cell, 4), depth + 1)) ||
            !note_key(walk, &view, cell)) {
            return false;
        }
    }
    // The last page below stands in the header.
    return view.leaf || walk_page(walk, big(view.pointers - 4, 4), depth + 1);
}

// The first page also tells of every change, which says nothing about rows.
static uint64_t hash_first(const struct pages *pages, const unsigned char *image)
{
    static const struct {
        size_t at, size;
    } passing[] = {{18, 2}, {24, 16}, {92, 8}}; // versions, counters and list of free pages
    unsigned char head[FILE_HEADER];

    memcpy(head, image, sizeof head);
    for (size_t i = 0; i < sizeof passing / sizeof *passing; i++) {
        memset(head + passing[i].at, 0, passing[i].size);
    }
    uint64_t hash = hash_bytes(1, head, sizeof head);
    return hash_bytes(hash, image + FILE_HEADER, pages->page_size - FILE_HEADER);
}

static bool measure(struct pages *pages, const struct snapshot *snapshot)
{
    pages->page_size = (uint32_t)snapshot_page_size(snapshot);
    pages->usable = pages->page_size - snapshot->main[RESERVED_AT];
    pages->count = (uint32_t)(snapshot->main_size / pages->page_size);
    return snapshot->hashes != NULL && pages->usable >= USABLE_LEAST &&
           (size_t)pages->count * pages->page_size == snapshot->main_size;
}

struct pages *pages_read(const struct snapshot *snapshot, const struct tree *trees,
                         size_t tree_count)
{
    struct pages *pages = calloc(1, sizeof *pages);
    bool ok = pages != NULL && tree_count <= TREES_MAX && measure(pages, snapshot);

    if (ok) {
        memcpy(pages->trees, trees, tree_count * sizeof *trees);
        pages->tree_count = tree_count;
        pages->items = calloc(pages->count + 1, sizeof *pages->items);
        ok = pages->items != NULL;
    }
    for (uint32_t i = 0; ok && i < pages->count; i++) {
        pages->items[i].tree = NO_TREE;
        pages->items[i].hash =
            i == 0 ? hash_first(pages, snapshot->main) : snapshot->hashes[i];
    }
    for (size_t i = 0; ok && i < tree_count; i++) {
        struct walk walk = {.pages = pages,
                            .image = snapshot->main,
                            .tree = (uint8_t)i,
                            .kind = trees[i].kind};
        ok = walk_page(&walk, trees[i].root, 0);
    }
    if (!ok) {
        pages_free(pages);
        return NULL;
    }
    return pages;
}

void pages_free(struct pages *pages)
{
    if (pages != NULL) {
        free(pages->items);
        free(pages);
    }
}

const struct tree *pages_trees(const struct pages *pages, size_t *count)
{
    *count = pages->tree_count;
    return pages->trees;
}

// Comparing ---------------------------------------------------------------------------

static const struct page *page_of(const struct pages *pages, uint32_t i)
{
    static const struct page none = {.tree = NO_TREE};

    return i < pages->count ? &pages->items[i] : &none;
}

static bool note_change(const struct page *page, struct tree_change changes[TREES_MAX])
{
    if (page->tree == NO_TREE) {
        return true;
    }
    changes[page->tree].touched = true;
    return !page->has_rows || ranges_add(&changes[page->tree].keys, page->keys);
}

bool pages_compare(const struct pages *before, const struct pages *after,
                   struct tree_change changes[TREES_MAX])
{
    uint32_t most = before->count > after->count ? before->count : after->count;
    uint32_t dirty = 0;
    bool ok = before->page_size == after->page_size && before->usable == after->usable &&
              before->tree_count == after->tree_count;

    for (uint32_t i = 0; ok && i < most; i++) {
        const struct page *old = page_of(before, i);
        const struct page *new = page_of(after, i);
        if (i < before->count && i < after->count && old->hash == new->hash &&
            old->tree == new->tree) {
            continue;
        }
        // The schema is the first tree. What is in no tree is part of a long value, of
        // which nobody knows here whose it is, or free.
        bool clear =
            new->tree != 0 && old->tree != 0 && (new->tree != NO_TREE || i >= after->count);
        ok = clear && ++dirty <= most / DIRTY_PARTS + DIRTY_LEAST &&
             note_change(old, changes) && note_change(new, changes);
    }
    for (size_t i = 0; ok && i < after->tree_count; i++) {
        ranges_settle(&changes[i].keys);
    }
    return ok;
}
