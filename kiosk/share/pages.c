#include "share/pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "share/page.h"

enum {
    RESERVED_AT = 20, // in the header: bytes at the end of each page that hold no rows
    COUNT_AT = 28,    // how many pages the file has
    DEPTH_MAX = 20,
    DIRTY_PARTS = 4, // of all pages, and
    DIRTY_LEAST = 8, // a few more: from there on the whole file is read
    FREE_AT = 32,    // the first page of the list of free pages, and how many there are
    NO_TREE = 0xff,
    FREE_TREE = 0xfe, // free pages: what is on them means nothing
};

// What is known of a page.
struct known_page {
    uint64_t hash;
    struct range keys; // of the rows on it
    uint8_t tree;      // NO_TREE: not part of any
    bool has_rows;
    bool spills; // a record on it goes on elsewhere
};

struct pages {
    struct tree trees[TREES_MAX];
    size_t tree_count;
    uint32_t page_size, usable;
    uint32_t count;
    struct known_page *items; // owned; of page 1 first
};

// The walk ----------------------------------------------------------------------------

struct walk {
    struct pages *pages;
    const struct pages *before; // NULL: the file was checked otherwise
    const unsigned char *image;
    uint8_t tree;
    enum tree_kind kind;
    int depth;    // of the leaves; 0: none was met
    bool any;     // a key was met
    int64_t last; // the greatest so far
};

static bool same_as_before(const struct walk *walk, uint32_t number)
{
    const struct pages *before = walk->before;

    return number <= before->count && before->items[number - 1].tree == walk->tree &&
           before->items[number - 1].hash == walk->pages->items[number - 1].hash;
}

// A page that is of no other tree; one that changed must be whole.
static bool walk_open(struct walk *walk, uint32_t number, struct page *page)
{
    const struct pages *pages = walk->pages;

    if (number == 0 || number > pages->count ||
        pages->items[number - 1].tree != NO_TREE) { // outside, or met twice
        return false;
    }
    pages->items[number - 1].tree = walk->tree;
    return page_open(page, walk->image + (size_t)(number - 1) * pages->page_size,
                     pages->usable, number == 1, walk->kind == TREE_ROWS) &&
           (walk->before == NULL || same_as_before(walk, number) || page_whole(page));
}

// A key in its place: rowids rise, and a log may have several entries of one moment. What
// stands inside a table's tree only leads the way: it is no row.
static bool note_key(struct walk *walk, struct known_page *known, bool leaf,
                     const struct page_cell *cell)
{
    bool row = walk->kind == TREE_LOG || leaf;
    int64_t key = cell->rowid;

    if (walk->kind == TREE_INDEX) {
        return true;
    }
    if (walk->kind == TREE_LOG && !page_cell_number(cell, &key)) {
        return false;
    }
    bool strict = walk->kind == TREE_ROWS && leaf;
    if (walk->any && (strict ? key <= walk->last : key < walk->last)) {
        return false;
    }
    walk->any = true;
    walk->last = key;
    if (row) {
        known->keys.from = known->has_rows ? known->keys.from : key;
        known->keys.to = key;
        known->has_rows = true;
    }
    return true;
}

// Leaves are all as deep as the first one, and only a tree without rows has an empty page.
static bool right_depth(struct walk *walk, const struct page *page, int depth)
{
    if (page->leaf && walk->depth == 0) {
        walk->depth = depth;
    }
    return depth <= DEPTH_MAX && (!page->leaf || depth == walk->depth) &&
           (depth == 1 || page->cells > 0);
}

static bool walk_page(struct walk *walk, uint32_t number, int depth)
{
    struct page page;
    struct page_cell cell;

    if (!walk_open(walk, number, &page) || !right_depth(walk, &page, depth)) {
        return false;
    }
    struct known_page *known = &walk->pages->items[number - 1];
    for (uint32_t i = 0; i < page.cells; i++) {
        if (!page_cell(&page, i, &cell) ||
            (!page.leaf && !walk_page(walk, cell.below, depth + 1)) ||
            !note_key(walk, known, page.leaf, &cell)) {
            return false;
        }
        known->spills = known->spills || cell.spills;
    }
    return page.leaf || walk_page(walk, page_last_below(&page), depth + 1);
}

static bool note_free(struct pages *pages, uint32_t number)
{
    if (number < 2 || number > pages->count || pages->items[number - 1].tree != NO_TREE) {
        return false;
    }
    pages->items[number - 1].tree = FREE_TREE;
    return true;
}

// Each page of the list names the next one, and free pages.
static bool walk_free(struct pages *pages, const unsigned char *image)
{
    uint32_t number = page_number(image + FREE_AT, 4);
    uint32_t left = page_number(image + FREE_AT + 4, 4);

    while (number != 0) {
        if (left == 0 || !note_free(pages, number)) {
            return false;
        }
        const unsigned char *page = image + (size_t)(number - 1) * pages->page_size;
        uint32_t count = page_number(page + 4, 4);
        left--;
        if (count > left || count > pages->usable / 4 - 2) {
            return false;
        }
        for (uint32_t i = 0; i < count; i++) {
            if (!note_free(pages, page_number(page + 8 + (size_t)4 * i, 4))) {
                return false;
            }
        }
        left -= count;
        number = page_number(page, 4);
    }
    return left == 0;
}

// The first page also tells of every change, which says nothing about rows.
static uint64_t hash_first(const struct pages *pages, const unsigned char *image)
{
    static const struct {
        size_t at, size;
    } passing[] = {{18, 2}, {24, 16}, {92, 8}}; // versions, counters, free pages
    unsigned char head[PAGE_FILE_HEADER];

    memcpy(head, image, sizeof head);
    for (size_t i = 0; i < sizeof passing / sizeof *passing; i++) {
        memset(head + passing[i].at, 0, passing[i].size);
    }
    uint64_t hash = hash_bytes(1, head, sizeof head);
    return hash_bytes(hash, image + PAGE_FILE_HEADER, pages->page_size - PAGE_FILE_HEADER);
}

static bool measure(struct pages *pages, const struct snapshot *snapshot)
{
    pages->page_size = (uint32_t)snapshot_page_size(snapshot);
    pages->usable = pages->page_size - snapshot->main[RESERVED_AT];
    pages->count = (uint32_t)(snapshot->main_size / pages->page_size);
    return snapshot->hashes != NULL && pages->usable >= PAGE_USABLE_LEAST &&
           page_number(snapshot->main + COUNT_AT, 4) == pages->count &&
           (size_t)pages->count * pages->page_size == snapshot->main_size;
}

struct pages *pages_read(const struct snapshot *snapshot, const struct tree *trees,
                         size_t tree_count, const struct pages *before)
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
                            .before = before,
                            .image = snapshot->main,
                            .tree = (uint8_t)i,
                            .kind = trees[i].kind};
        ok = walk_page(&walk, trees[i].root, 1);
    }
    ok = ok && walk_free(pages, snapshot->main);
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

static const struct known_page *known_page(const struct pages *pages, uint32_t i)
{
    static const struct known_page none = {.tree = NO_TREE};

    return i < pages->count ? &pages->items[i] : &none;
}

static bool note_change(const struct known_page *page,
                        struct tree_change changes[TREES_MAX])
{
    if (page->tree == NO_TREE || page->tree == FREE_TREE) {
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
        const struct known_page *old = known_page(before, i);
        const struct known_page *new = known_page(after, i);
        if (i < before->count && i < after->count && old->hash == new->hash &&
            old->tree == new->tree) {
            continue;
        }
        // The schema is the first tree. What is in no tree is part of a long value, of
        // which nobody knows here whose it is.
        bool clear = new->tree != 0 && old->tree != 0 && !old->spills &&
                     (new->tree != NO_TREE || i >= after->count) &&
                     (old->tree != NO_TREE || i >= before->count);
        ok = clear && ++dirty <= most / DIRTY_PARTS + DIRTY_LEAST &&
             note_change(old, changes) && note_change(new, changes);
    }
    for (size_t i = 0; ok && i < after->tree_count; i++) {
        ranges_settle(&changes[i].keys);
    }
    return ok;
}
