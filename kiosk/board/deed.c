// What people did, out of the changes of a board, and how it is taken back.
#include <stdlib.h>
#include <string.h>

#define LOG_MODULE "deed"
#include "base/log.h"
#include "board/update_cells.h"

enum { DEED_MS = 2 }; // entries of one deed lie no further apart
#define CHANGE_NONE UINT32_MAX

// How the changes of a board hang together, from one of them on; owns what it points to.
// Changes are told by their places in board->changes.
struct chain {
    size_t from, count;      // the changes [from, from + count)
    uint32_t *older, *newer; // by change: the one of the same cell before and after it
    uint32_t *row;           // by change: the number of its row
    uint32_t *newest;        // by row: its newest change
};

struct place {
    const char *row, *column; // by address: the board keeps each of them once
    uint32_t index;
};

static int places_compare(const void *left, const void *right)
{
    const struct place *a = left;
    const struct place *b = right;

    if (a->row != b->row) {
        return (uintptr_t)a->row < (uintptr_t)b->row ? -1 : 1;
    }
    if (a->column != b->column) {
        return (uintptr_t)a->column < (uintptr_t)b->column ? -1 : 1;
    }
    return a->index < b->index ? -1 : 1;
}

static void chain_finish(struct chain *chain)
{
    free(chain->older);
    free(chain->newer);
    free(chain->row);
    free(chain->newest);
}

// From the changes in the order of rows, columns and time.
static void chain_fill(struct chain *chain, const struct place *places)
{
    uint32_t row = 0;

    for (size_t i = 0; i < chain->count; i++) {
        const struct place *place = &places[i];
        size_t at = place->index - chain->from;
        bool same_row = i > 0 && place[-1].row == place->row;
        bool same_cell = same_row && place[-1].column == place->column;
        row += i > 0 && !same_row ? 1 : 0;
        chain->row[at] = row;
        chain->older[at] = same_cell ? place[-1].index : CHANGE_NONE;
        chain->newer[at] = CHANGE_NONE;
        if (same_cell) {
            chain->newer[place[-1].index - chain->from] = place->index;
        }
        if (!same_row || chain->newest[row] < place->index) {
            chain->newest[row] = place->index;
        }
    }
}

// Of the changes from `from` on; what came before them is not known to it.
static bool chain_make(const struct board *board, size_t from, struct chain *chain)
{
    size_t count = board->change_count - from;
    struct place *places = calloc(count + 1, sizeof *places);

    *chain = (struct chain){
        .from = from,
        .count = count,
        .older = calloc(count + 1, sizeof *chain->older),
        .newer = calloc(count + 1, sizeof *chain->newer),
        .row = calloc(count + 1, sizeof *chain->row),
        .newest = calloc(count + 1, sizeof *chain->newest),
    };
    if (places == NULL || chain->older == NULL || chain->newer == NULL ||
        chain->row == NULL || chain->newest == NULL) {
        LOG_ERR("no memory for %zu changes", count);
        chain_finish(chain);
        free(places);
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        const struct change *change = &board->changes[from + i];
        places[i] = (struct place){change->row, change->column, (uint32_t)(from + i)};
    }
    if (count > 1) {
        qsort(places, count, sizeof *places, places_compare);
    }
    chain_fill(chain, places);
    free(places);
    return true;
}

// The first changes of the cells of a chain, by cell: what each came after is sought.
struct seeking {
    struct place *slots; // owned; `size` of them, a power of two; row NULL: free
    size_t size, left;
};

static struct place *slot_of(const struct seeking *seeking, const struct change *change)
{
    size_t mask = seeking->size - 1;
    uint64_t hash = ((uint64_t)(uintptr_t)change->row * 31 + (uintptr_t)change->column) *
                    0x9e3779b97f4a7c15u;
    size_t at = (size_t)(hash >> 32) & mask;

    while (seeking->slots[at].row != NULL &&
           (seeking->slots[at].row != change->row ||
            seeking->slots[at].column != change->column)) {
        at = (at + 1) & mask;
    }
    return &seeking->slots[at];
}

// Finds what the cells of a chain came after, in one walk back that needs no order.
static bool chain_seek(const struct board *board, struct chain *chain)
{
    struct seeking seeking = {.size = 64};

    while (seeking.size < 2 * chain->count) {
        seeking.size *= 2;
    }
    seeking.slots = calloc(seeking.size, sizeof *seeking.slots);
    if (seeking.slots == NULL) {
        LOG_ERR("no memory for %zu changes", chain->count);
        return false;
    }
    for (size_t i = 0; i < chain->count; i++) {
        const struct change *change = &board->changes[chain->from + i];
        if (chain->older[i] == CHANGE_NONE) {
            *slot_of(&seeking, change) =
                (struct place){change->row, change->column, (uint32_t)i};
            seeking.left++;
        }
    }
    for (size_t i = chain->from; i > 0 && seeking.left > 0; i--) {
        const struct place *slot = slot_of(&seeking, &board->changes[i - 1]);
        if (slot->row != NULL && chain->older[slot->index] == CHANGE_NONE) {
            chain->older[slot->index] = (uint32_t)(i - 1);
            seeking.left--;
        }
    }
    free(seeking.slots);
    return true;
}

static bool together(const struct change *a, const struct change *b)
{
    return b->at_ms - a->at_ms <= DEED_MS && strcmp(a->device, b->device) == 0 &&
           strcmp(a->author, b->author) == 0;
}

// The first change of the deed whose last change is `last`.
static size_t deed_first(const struct board *board, size_t last)
{
    size_t first = last;

    while (first > 0 && together(&board->changes[first - 1], &board->changes[first])) {
        first--;
    }
    return first;
}

static bool texts_same(const char *a, const char *b)
{
    return strcmp(a == NULL ? "" : a, b == NULL ? "" : b) == 0;
}

static bool is_live(const struct change *change)
{
    return strcmp(change->column, "_live") == 0;
}

// A row is made without having been there: what it held before is not "0" but nothing.
static bool reverses(const struct change *change, const struct change *older)
{
    if (is_live(change)) {
        return !texts_same(change->after, older->after);
    }
    return texts_same(change->after_file, older->before_file) &&
           texts_same(change->before_file, older->after_file);
}

// True when each change of the deed takes back the one before it, all of one deed.
static bool deed_undoes(const struct board *board, const struct chain *chain, size_t first,
                        size_t count)
{
    const struct change *earlier = NULL;

    for (size_t i = first; i < first + count; i++) {
        uint32_t at = chain->older[i - chain->from];
        const struct change *older = at == CHANGE_NONE ? NULL : &board->changes[at];
        if (older == NULL || at >= first || !reverses(&board->changes[i], older) ||
            (earlier != NULL && !together(older < earlier ? older : earlier,
                                          older < earlier ? earlier : older))) {
            return false;
        }
        earlier = older;
    }
    return earlier != NULL;
}

static bool deed_standing(const struct chain *chain, size_t first, size_t count)
{
    for (size_t i = first; i < first + count; i++) {
        uint32_t newer = chain->newer[i - chain->from];
        if (newer != CHANGE_NONE && newer >= first + count) {
            return false;
        }
    }
    return true;
}

// Whoever could take away somebody's PIN could sign in as him.
static bool is_guarded(const struct deed *deed)
{
    size_t i = 0;

    while (i < deed->count && (strcmp(deed->first[i].column, "pin") != 0 ||
                               strcmp(deed->first[i].table, "person") != 0)) {
        i++;
    }
    return i < deed->count;
}

static bool deed_wanted(const struct deed *deed, const struct track *track,
                        const char *author)
{
    if (author != NULL && strcmp(deed->first->author, author) != 0) {
        return false;
    }
    for (size_t i = 0; track != NULL && i < deed->count; i++) {
        if (deed->first[i].track == track) {
            return true;
        }
    }
    return track == NULL;
}

size_t deed_list(const struct board *board, const struct track *track, const char *author,
                 struct deed *out, size_t size)
{
    struct chain chain;
    size_t written = 0;

    for (size_t end = board->change_count; end > 0 && written < size;) {
        size_t first = deed_first(board, end - 1);
        struct deed deed = {.first = &board->changes[first], .count = end - first};
        if (deed_wanted(&deed, track, author)) {
            out[written++] = deed;
        }
        end = first;
    }
    if (written == 0 ||
        !chain_make(board, (size_t)(out[written - 1].first - board->changes), &chain)) {
        return 0;
    }
    written = chain_seek(board, &chain) ? written : 0;
    for (size_t i = 0; i < written; i++) {
        size_t first = (size_t)(out[i].first - board->changes);
        out[i].standing = deed_standing(&chain, first, out[i].count);
        out[i].undoes = deed_undoes(board, &chain, first, out[i].count);
        out[i].guarded = is_guarded(&out[i]);
    }
    chain_finish(&chain);
    return written;
}

// A deed while it is taken back.
struct undoing {
    const struct board *board;
    struct chain chain; // from the deed on
    struct update *update;
    size_t first, end; // of the deed, in board->changes
    uint32_t *lives;   // owned; by row: the change that made or deleted it, CHANGE_NONE
};

static void undo_life(struct undoing *undoing, uint32_t at)
{
    const struct change *change = &undoing->board->changes[at];
    uint32_t row = undoing->chain.row[at - undoing->first];

    // A row that somebody went on with stays.
    if (undoing->lives[row] == at && undoing->chain.newest[row] < undoing->end) {
        bool made = texts_same(change->after, "1");
        update_put(undoing->update, change->table, change->row, "_live", made ? "0" : "1",
                   change->after);
    }
}

static void undo_cell(struct undoing *undoing, uint32_t at)
{
    const struct change *change = &undoing->board->changes[at];
    const struct chain *chain = &undoing->chain;
    size_t last = at - undoing->first;

    // Cells come and go with their row; one of a deleted row would bring it back. The first
    // change of a cell takes back those that came after it.
    if (change->gone || undoing->lives[chain->row[last]] != CHANGE_NONE ||
        chain->older[last] != CHANGE_NONE) {
        return;
    }
    while (chain->newer[last] != CHANGE_NONE && chain->newer[last] < undoing->end) {
        last = chain->newer[last] - undoing->first;
    }
    if (chain->newer[last] == CHANGE_NONE) {
        update_set(undoing->update, change->table, change->row, change->column,
                   change->before_file,
                   undoing->board->changes[undoing->first + last].after_file);
    }
}

static void undo_all(struct undoing *undoing)
{
    const struct change *changes = undoing->board->changes;

    for (size_t i = undoing->first; i < undoing->end; i++) {
        undoing->lives[undoing->chain.row[i - undoing->first]] = CHANGE_NONE;
    }
    for (size_t i = undoing->first; i < undoing->end; i++) {
        if (is_live(&changes[i])) {
            undoing->lives[undoing->chain.row[i - undoing->first]] = (uint32_t)i;
        }
    }
    for (size_t i = undoing->first; i < undoing->end; i++) {
        if (is_live(&changes[i])) {
            undo_life(undoing, (uint32_t)i);
        } else {
            undo_cell(undoing, (uint32_t)i);
        }
    }
}

struct update *deed_undo(const struct board *board, const struct deed *deed,
                         const char *author)
{
    struct undoing undoing = {
        .board = board,
        .first = (size_t)(deed->first - board->changes),
        .end = (size_t)(deed->first - board->changes) + deed->count,
    };

    if (!chain_make(board, undoing.first, &undoing.chain)) {
        return NULL;
    }
    undoing.update = update_open(board->slug, author);
    undoing.lives = calloc(undoing.chain.count + 1, sizeof *undoing.lives);
    if (undoing.update != NULL && undoing.lives != NULL) {
        undo_all(&undoing);
    }
    free(undoing.lives);
    chain_finish(&undoing.chain);
    return update_close(undoing.update);
}

struct update *conflict_settle(const struct board *board, const struct conflict *conflict,
                               bool other, const char *author)
{
    const struct change *lost = conflict->lost;
    const struct change *stands = conflict->stands;
    struct update *update = update_open(board->slug, author);

    if (update != NULL) {
        // Also what stands is written anew: whoever wrote it had not seen the other.
        update_put(update, stands->table, stands->row, stands->column,
                   other ? lost->after_file : stands->after_file, stands->after_file);
    }
    return update_close(update);
}
