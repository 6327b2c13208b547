// What the pages of a database file tell about its rows: a page that is the same byte for
// byte as in the version before holds the same rows, so that of a large file in which
// little changed only that little is read. Knows the B-trees of the file format
// (https://sqlite.org/fileformat2.html, 1.6) as far as the keys of their rows, and no SQL.
#ifndef REGIEBORD_SHARE_PAGES_H
#define REGIEBORD_SHARE_PAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "share/ranges.h"
#include "share/snapshot.h"

enum tree_kind {
    TREE_ROWS, // a table: the keys are its rowids
    TREE_LOG, // a table without rowid whose first column is a whole number: that is the key
    TREE_INDEX, // looked at for its shape alone
};

struct tree {
    uint32_t root; // page
    enum tree_kind kind;
    int table; // what the caller calls it by
};

enum { TREES_MAX = 80 };

struct pages;

// Reads all trees of a file, of which the first is the schema's, at page 1. NULL when its
// B-trees are not in order, or memory runs out. `before`: a version that was checked; pages
// that differ from it must be whole, too. NULL: all of this one was checked.
struct pages *pages_read(const struct snapshot *snapshot, const struct tree *trees,
                         size_t tree_count, const struct pages *before);
void pages_free(struct pages *pages); // NULL is fine

const struct tree *pages_trees(const struct pages *pages, size_t *count);

// What differs in a tree.
struct tree_change {
    struct ranges keys; // of all rows that may differ; settled
    bool touched;       // a page of it
};

// Compares two versions, tree by tree; `changes` begins empty, and its ranges are the
// caller's in every case. False when it cannot be told: the schema differs, or something
// that is no B-tree, or too much for it to be worth while.
bool pages_compare(const struct pages *before, const struct pages *after,
                   struct tree_change changes[TREES_MAX]);

#endif
