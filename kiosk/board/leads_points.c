// Who leads what is an exception.
#include <stdlib.h>
#include <string.h>

#include "board/leads.h"
#include "board/lookup.h"

struct tally {
    struct lead_points lead;
    const struct attention *last; // counted last for this lead
};

struct tallies {
    struct arena arena; // owns what follows
    struct lookup names;
    struct tally **list;
    size_t count, room;
};

static struct tally *tally_of(struct tallies *tallies, const char *name)
{
    char folded[LEAD_FOLD_BYTES];

    lead_fold(name, folded);
    struct tally *found =
        folded[0] == '\0' ? NULL : (struct tally *)lookup_get(&tallies->names, folded);
    if (folded[0] == '\0' || found != NULL || tallies->count == tallies->room) {
        return found;
    }
    const char *key = arena_string(&tallies->arena, folded);
    struct tally *tally = arena_alloc(&tallies->arena, sizeof *tally);
    const void **place = key == NULL ? NULL : lookup_place(&tallies->names, key);
    if (tally == NULL || place == NULL) {
        return NULL;
    }
    *tally = (struct tally){.lead = {.name = name}};
    *place = tally;
    tallies->list[tallies->count++] = tally;
    return tally;
}

static void count_track(struct tallies *tallies, const struct attention *item,
                        const struct track *track)
{
    struct tally *tally = tally_of(tallies, track->lead);

    if (tally != NULL && tally->last != item) {
        tally->last = item;
        tally->lead.points++;
    }
}

static void count_item(struct tallies *tallies, const struct attention *item)
{
    bool whole = item->kind == ATTENTION_OVERDUE || item->kind == ATTENTION_SHIFTED;

    if (!whole && item->track != NULL) {
        count_track(tallies, item, item->track);
    }
    for (size_t i = 0; whole && i < COLUMN_MAX; i++) {
        const struct track *track = item->action->tracks[i];
        if (track != NULL && track->health != HEALTH_DONE &&
            track->health != HEALTH_DROPPED) {
            count_track(tallies, item, track);
        }
    }
}

static int tallies_compare(const void *left, const void *right)
{
    const struct tally *a = *(struct tally *const *)left;
    const struct tally *b = *(struct tally *const *)right;

    return a->lead.points != b->lead.points ? b->lead.points - a->lead.points
                                            : strcmp(a->lead.name, b->lead.name);
}

size_t lead_points_list(const struct attention *items, size_t count,
                        struct lead_points *out, size_t size)
{
    struct tallies tallies = {.room = count * COLUMN_MAX};

    tallies.list = arena_alloc(&tallies.arena, (tallies.room + 1) * sizeof *tallies.list);
    for (size_t i = 0; tallies.list != NULL && i < count; i++) {
        count_item(&tallies, &items[i]);
    }
    if (tallies.count > 1) {
        qsort(tallies.list, tallies.count, sizeof *tallies.list, tallies_compare);
    }
    for (size_t i = 0; i < tallies.count && i < size; i++) {
        out[i] = tallies.list[i]->lead;
    }
    size_t found = tallies.count;
    lookup_finish(&tallies.names);
    arena_finish(&tallies.arena);
    return found;
}
