// The reasons that a board uses, for the chips.
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "board/leads.h"
#include "board/lookup.h"
#include "board/update.h"
#include "board/veil.h"

enum { FOLD_BYTES = 512 };

static const char *const usual[] = {
    "geld", "besluit", "mandaat", "capaciteit", "plekken", "partner", "privacy", "inkoop",
};

enum { USUAL = sizeof usual / sizeof *usual };

struct reason {
    const char *text, *folded;
    int uses;
};

struct reasons {
    struct arena arena; // owns what follows
    struct lookup known;
    struct reason *list;
    size_t count, room;
};

static void reason_add(struct reasons *reasons, const char *text, int uses)
{
    char folded[FOLD_BYTES];

    if (text == NULL || text[strspn(text, " ")] == '\0' ||
        utf8_count(text) > UPDATE_REASON_CHARS || strcmp(text, VEIL) == 0) {
        return;
    }
    utf8_fold(text, folded, sizeof folded);
    struct reason *known = (struct reason *)lookup_get(&reasons->known, folded);
    if (known != NULL) {
        known->uses += uses;
        return;
    }
    if (reasons->count == reasons->room) {
        return;
    }
    struct reason *reason = &reasons->list[reasons->count];
    *reason = (struct reason){text, arena_string(&reasons->arena, folded), uses};
    const void **place =
        reason->folded == NULL ? NULL : lookup_place(&reasons->known, reason->folded);
    if (place != NULL) {
        *place = reason;
        reasons->count++;
    }
}

static bool is_reason(const struct change *change)
{
    enum about about = change_about(change);

    return !change->gone &&
           (about == ABOUT_REASON ||
            (about == ABOUT_OTHER && strcmp(change->column, "reason") == 0));
}

static int reasons_compare(const void *left, const void *right)
{
    const struct reason *a = left;
    const struct reason *b = right;

    return a->uses != b->uses ? (a->uses > b->uses ? -1 : 1) : strcmp(a->folded, b->folded);
}

static void reasons_learn(struct reasons *reasons, const struct board *board)
{
    for (size_t i = 0; i < board->track_count; i++) {
        reason_add(reasons, board->tracks[i].reason, 1);
    }
    for (size_t i = 0; i < board->bottleneck_count; i++) {
        reason_add(reasons, board->bottlenecks[i]->reason, 1);
    }
    for (size_t i = 0; i < board->change_count; i++) {
        if (is_reason(&board->changes[i])) {
            reason_add(reasons, board->changes[i].after, 1);
        }
    }
    if (reasons->count > 1) {
        qsort(reasons->list, reasons->count, sizeof *reasons->list, reasons_compare);
    }
}

bool reason_usual(const char *reason)
{
    static const char *const told[] = {"tijd", "anders"}; // usual, but no chips
    char folded[FOLD_BYTES];

    utf8_fold(reason, folded, sizeof folded);
    for (size_t i = 0; i < USUAL; i++) {
        if (strcmp(usual[i], folded) == 0) {
            return true;
        }
    }
    return strcmp(told[0], folded) == 0 || strcmp(told[1], folded) == 0;
}

size_t reason_list(const struct board *board, const char **out, size_t size)
{
    struct reasons reasons = {.room = board->track_count + board->bottleneck_count +
                                      board->change_count};
    char folded[FOLD_BYTES];
    size_t count = 0;

    reasons.list = arena_alloc(&reasons.arena, reasons.room * sizeof *reasons.list + 1);
    if (reasons.list == NULL) {
        reasons.room = 0;
    }
    reasons_learn(&reasons, board);
    for (; count < reasons.count && count < size; count++) {
        out[count] = reasons.list[count].text;
    }
    for (size_t i = 0; i < USUAL && count < size; i++) {
        utf8_fold(usual[i], folded, sizeof folded);
        if (lookup_get(&reasons.known, folded) == NULL) {
            out[count++] = usual[i];
        }
    }
    lookup_finish(&reasons.known);
    arena_finish(&reasons.arena);
    return count;
}
