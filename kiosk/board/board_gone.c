// Rows that were deleted: history still speaks of them, and of a board.
#include <string.h>

#include "board/board_parts.h"

// The board of a slug of this length; -1 when there is none.
static int board_of(const struct build *build, const char *slug, size_t length)
{
    for (size_t i = 0; i < build->board_count; i++) {
        const char *other = build->boards[i].slug;
        if (strlen(other) == length && memcmp(other, slug, length) == 0) {
            return (int)i;
        }
    }
    return -1;
}

// The row of an entry, made when it is new. NULL when memory runs out.
static struct row *gone_row(struct build *build, struct lookup *known,
                            const struct entry *entry)
{
    struct arena *scratch = &build->rows.scratch;
    const char *key = arena_format(scratch, "%s\n%s", entry->table, entry->row);
    const void **place = key == NULL ? NULL : lookup_place(known, key);

    if (place == NULL) {
        return NULL;
    }
    if (*place == NULL) {
        struct row *row = arena_alloc(scratch, sizeof *row);
        if (row == NULL) {
            return NULL;
        }
        // A row of an imported plan is named after its board, and by people most are.
        *row = (struct row){
            .id = entry->row,
            .board = board_of(build, entry->row, strcspn(entry->row, "/")),
            .gone = true,
        };
        *place = row;
    }
    return (struct row *)*place;
}

bool board_read_gone(struct build *build, const struct entry *entries, size_t count,
                     struct row **about)
{
    struct lookup known = {0};
    bool done = true;

    for (size_t i = 0; i < count && done; i++) {
        if (about[i] != NULL) {
            continue;
        }
        about[i] = gone_row(build, &known, &entries[i]);
        done = about[i] != NULL;
        if (done && strcmp(entries[i].column, "board") == 0 && entries[i].value != NULL) {
            about[i]->board = board_of(build, entries[i].value, strlen(entries[i].value));
        }
    }
    for (size_t i = 0; i < count && done; i++) {
        about[i] = about[i]->board >= 0 ? about[i] : NULL;
    }
    lookup_finish(&known);
    return done;
}
