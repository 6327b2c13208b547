#include "share/recall.h"

#include <stdlib.h>

// Hands what is known of the trees to the tables that they are of.
static void sort_out(struct changes *changes, struct tree_change found[TREES_MAX])
{
    size_t count = 0;
    const struct tree *trees = pages_trees(changes->pages, &count);

    for (size_t i = 0; i < count; i++) {
        struct ranges *keys = &found[i].keys;
        if (trees[i].kind == TREE_LOG) {
            changes->log = *keys;
            *keys = (struct ranges){0};
        } else if (trees[i].table >= 0) {
            struct table_change *table = &changes->tables[trees[i].table];
            table->touched = table->touched || found[i].touched;
            if (trees[i].kind == TREE_ROWS) {
                table->places = *keys;
                *keys = (struct ranges){0};
            }
        }
    }
}

bool recall_compare(const struct recall *recall, const struct snapshot *snapshot,
                    const struct fold *fold, struct changes *out)
{
    struct tree_change found[TREES_MAX] = {0};
    bool ok = recall->pages != NULL && recall->replaced == fold->replaced &&
              snapshot->side_kind == SIDE_NONE && !snapshot->in_transaction &&
              !snapshot->wal_mode && !snapshot->older;

    *out = (struct changes){0};
    if (ok) {
        size_t count = 0;
        const struct tree *trees = pages_trees(recall->pages, &count);
        out->pages = pages_read(snapshot, trees, count, recall->pages);
        ok = out->pages != NULL && pages_compare(recall->pages, out->pages, found);
    }
    if (ok) {
        sort_out(out, found);
    } else {
        changes_finish(out);
    }
    for (size_t i = 0; i < TREES_MAX; i++) {
        free(found[i].keys.items);
    }
    return ok;
}

void changes_finish(struct changes *changes)
{
    pages_free(changes->pages);
    free(changes->log.items);
    for (size_t i = 0; i < TREES_MAX; i++) {
        free(changes->tables[i].places.items);
    }
    *changes = (struct changes){0};
}

struct record *changes_next(const struct changes *changes, const struct fold *fold,
                            struct changes_walk *walk)
{
    for (; walk->range < changes->log.count; walk->range++) {
        const struct range *range = &changes->log.items[walk->range];
        if (walk->at < fold->count && fold->records[walk->at]->hlc < range->from) {
            walk->at = fold_from(fold, range->from);
        }
        if (walk->at < fold->count && fold->records[walk->at]->hlc <= range->to) {
            return fold->records[walk->at++];
        }
    }
    return NULL;
}

bool changes_spare(const struct changes *changes, const struct record *record)
{
    return record->held && !ranges_hold(&changes->log, record->hlc);
}

int64_t recall_place(const struct recall *recall, uint32_t row)
{
    return row < recall->place_count ? recall->places[row] : READER_NOWHERE;
}

bool recall_put(struct recall *recall, uint32_t row, int64_t place)
{
    if (row >= recall->place_count) {
        size_t count = row + row / 2 + 64;
        int64_t *places = realloc(recall->places, count * sizeof *places);
        if (places == NULL) {
            return false;
        }
        for (size_t i = recall->place_count; i < count; i++) {
            places[i] = READER_NOWHERE;
        }
        recall->places = places;
        recall->place_count = count;
    }
    recall->places[row] = place;
    return true;
}

void recall_keep(struct recall *recall, struct pages *pages, size_t records,
                 const struct fold *fold)
{
    pages_free(recall->pages);
    recall->pages = pages;
    recall->records = records;
    recall->replaced = fold->replaced;
}

void recall_finish(struct recall *recall)
{
    pages_free(recall->pages);
    free(recall->places);
    *recall = (struct recall){0};
}
