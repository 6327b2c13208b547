#include "board/leads.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "board/lookup.h"

// A lead while its tracks are counted.
struct tally {
    struct lead lead;
    const char *folded;
    int columns[COLUMN_MAX]; // tracks by column
};

struct tallies {
    struct arena arena; // owns what follows
    struct lookup names;
    struct tally *list;
    size_t count, room;
};

void lead_fold(const char *name, char out[LEAD_FOLD_BYTES])
{
    size_t length = utf8_fold(name + strspn(name, " "), out, LEAD_FOLD_BYTES);

    while (length > 0 && out[length - 1] == ' ') {
        out[--length] = '\0';
    }
}

// The tally of a name, made when it is new; NULL for no name or no memory.
static struct tally *tally_of(struct tallies *tallies, const char *name)
{
    char folded[LEAD_FOLD_BYTES];

    lead_fold(name, folded);
    if (folded[0] == '\0') {
        return NULL;
    }
    struct tally *found = (struct tally *)lookup_get(&tallies->names, folded);
    if (found != NULL || tallies->count == tallies->room) {
        return found;
    }
    struct tally *tally = &tallies->list[tallies->count];
    tally->folded = arena_string(&tallies->arena, folded);
    const void **place =
        tally->folded == NULL ? NULL : lookup_place(&tallies->names, tally->folded);
    if (place == NULL) {
        return NULL;
    }
    *place = tally;
    tally->lead = (struct lead){.name = name, .reported = DAY_NONE};
    tallies->count++;
    return tally;
}

static void tally_add(struct tally *tally, const struct track *track,
                      const struct board *board, int32_t today)
{
    struct lead *lead = &tally->lead;

    lead->tracks++;
    lead->signs[track_sign(track, board, today)]++;
    lead->reported = track->reported > lead->reported ? track->reported : lead->reported;
    tally->columns[track->column->index]++;
}

// The column with most tracks, else the person's own.
static void tally_close(struct tally *tally, const struct board *board)
{
    const struct column *most =
        tally->lead.person == NULL ? NULL : tally->lead.person->column;
    int tracks = 0;

    for (size_t i = 0; i < board->column_count; i++) {
        if (tally->columns[i] > tracks) {
            tracks = tally->columns[i];
            most = &board->columns[i];
        }
    }
    tally->lead.column = most;
}

static int tallies_compare(const void *left, const void *right)
{
    const struct tally *a = left;
    const struct tally *b = right;
    int from = a->lead.column == NULL ? COLUMN_MAX : a->lead.column->index;
    int to = b->lead.column == NULL ? COLUMN_MAX : b->lead.column->index;

    return from != to ? from - to : strcmp(a->folded, b->folded);
}

size_t lead_list(const struct board *board, int32_t today, struct lead *out, size_t size)
{
    struct tallies tallies = {.room = board->track_count + board->person_count};

    tallies.list = arena_alloc(&tallies.arena, tallies.room * sizeof *tallies.list + 1);
    if (tallies.list == NULL) {
        tallies.room = 0;
    }
    for (size_t i = 0; i < board->track_count; i++) {
        const struct track *track = &board->tracks[i];
        struct tally *tally = tally_of(&tallies, track->lead);
        if (tally != NULL) {
            tally_add(tally, track, board, today);
        }
    }
    for (size_t i = 0; i < board->person_count; i++) {
        struct tally *tally = tally_of(&tallies, board->persons[i].name);
        if (tally != NULL && tally->lead.person == NULL) {
            tally->lead.person = &board->persons[i];
        }
    }
    for (size_t i = 0; i < tallies.count; i++) {
        tally_close(&tallies.list[i], board);
    }
    if (tallies.count > 1) {
        qsort(tallies.list, tallies.count, sizeof *tallies.list, tallies_compare);
    }
    for (size_t i = 0; i < tallies.count && i < size; i++) {
        out[i] = tallies.list[i].lead;
    }
    size_t count = tallies.count;
    lookup_finish(&tallies.names);
    arena_finish(&tallies.arena);
    return count;
}

// Whether it is folded to itself in lower case: nothing round it, nothing cut.
static bool is_plain(const char *name, size_t length)
{
    return length > 0 && length < LEAD_FOLD_BYTES / 3 && name[0] != ' ' &&
           name[length - 1] != ' ';
}

bool lead_has(const char *name, const struct track *track)
{
    if (is_plain(name, strlen(name)) && is_plain(track->lead, strlen(track->lead))) {
        return utf8_same(name, track->lead);
    }
    char wanted[LEAD_FOLD_BYTES];
    char lead[LEAD_FOLD_BYTES];

    lead_fold(name, wanted);
    lead_fold(track->lead, lead);
    return wanted[0] != '\0' && strcmp(wanted, lead) == 0;
}

static int urgency(enum sign sign)
{
    static const enum sign order[] = {SIGN_DROPPED,    SIGN_DONE,     SIGN_ON_COURSE,
                                      SIGN_NONE,       SIGN_SILENT,   SIGN_ATTENTION,
                                      SIGN_BOTTLENECK, SIGN_ESCALATED};
    int place = 0;

    while (order[place] != sign) {
        place++;
    }
    return place;
}

// True when `track` is more urgent than `other`; of equals the order of the plan stands.
static bool track_before(const struct track *track, const struct track *other,
                         const struct board *board, int32_t today)
{
    int mine = urgency(track_sign(track, board, today));
    int theirs = urgency(track_sign(other, board, today));

    return mine != theirs ? mine > theirs : track->reported < other->reported;
}

size_t lead_tracks(const struct board *board, const char *name, int32_t today,
                   const struct track **out, size_t size)
{
    size_t found = 0;

    for (size_t i = 0; i < board->track_count; i++) {
        const struct track *track = &board->tracks[i];
        if (!lead_has(name, track)) {
            continue;
        }
        size_t at = found < size ? found : size;
        found++;
        while (at > 0 && track_before(track, out[at - 1], board, today)) {
            if (at < size) {
                out[at] = out[at - 1];
            }
            at--;
        }
        if (at < size) {
            out[at] = track;
        }
    }
    return found;
}
