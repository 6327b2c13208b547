#include "board/outlook_whose.h"

#include <stdio.h>
#include <stdlib.h>

#include "board/leads.h"

struct kept_gaps {
    bool made;
    struct gap *list; // owned
    size_t count, room;
};

struct outlook_whose {
    bool counted;
    struct whose_count all, columns[COLUMN_MAX], rungs[RUNG_MAX], none;
    struct whose gaps_of; // whose gaps are kept
    char lead[LEAD_FOLD_BYTES];
    struct kept_gaps gaps[GAP_COLUMN];
};

static struct outlook_whose *whose_get(struct outlook *outlook)
{
    if (outlook->whose == NULL) {
        outlook->whose = calloc(1, sizeof *outlook->whose);
    }
    return outlook->whose;
}

void outlook_whose_destroy(struct outlook_whose *whose)
{
    for (int kind = 0; whose != NULL && kind < GAP_COLUMN; kind++) {
        free(whose->gaps[kind].list);
    }
    free(whose);
}

// --- counts ---

// An action is of each column where it is not finished.
static void count_action(struct outlook_whose *kept, const struct attention *item)
{
    for (size_t c = 0; c < COLUMN_MAX; c++) {
        const struct track *track = item->action->tracks[c];
        if (track != NULL && track->health != HEALTH_DONE &&
            track->health != HEALTH_DROPPED) {
            kept->columns[c].kinds[item->kind]++;
        }
    }
}

static void count_track(struct outlook_whose *kept, const struct attention *item)
{
    kept->columns[item->track->column->index].kinds[item->kind]++;
    if (item->track->bottleneck != NULL) {
        kept->rungs[item->track->bottleneck->rung].kinds[item->kind]++;
    }
}

static void count_pace(struct outlook_whose *kept, struct outlook *outlook,
                       const struct attention *item)
{
    for (size_t c = 0; c < outlook->board->column_count; c++) {
        const struct whose whose = {
            .kind = WHOSE_COLUMN, .column = &outlook->board->columns[c], .lead = ""};
        kept->columns[c].kinds[item->kind] += outlook_is_whose(outlook, item, &whose);
    }
}

static void count_items(struct outlook_whose *kept, struct outlook *outlook)
{
    for (size_t i = 0; i < outlook->attention_first[ATTENTION_GAP]; i++) {
        const struct attention *item = &outlook->attention[i];
        kept->all.kinds[item->kind]++;
        if (item->kind == ATTENTION_PACE) {
            count_pace(kept, outlook, item);
        } else if (item->kind == ATTENTION_OVERDUE || item->kind == ATTENTION_SHIFTED) {
            count_action(kept, item);
        } else {
            count_track(kept, item);
        }
    }
}

static void count_gaps(struct outlook_whose *kept, const struct outlook *outlook)
{
    size_t columns[COLUMN_MAX][GAP_KIND_COUNT];
    const struct column *carries = outlook->gaps.carries;

    gaps_count(outlook->board, kept->all.gaps, columns);
    for (size_t c = 0; c < COLUMN_MAX; c++) {
        for (int kind = 0; kind < GAP_COLUMN; kind++) {
            kept->columns[c].gaps[kind] = columns[c][kind];
        }
    }
    if (carries != NULL) {
        kept->all.gaps[GAP_COLUMN] = 1;
        kept->columns[carries->index].gaps[GAP_COLUMN] = 1;
    }
}

const struct whose_count *outlook_count(struct outlook *outlook, const struct whose *whose)
{
    struct outlook_whose *kept = whose_get(outlook);

    if (kept != NULL && !kept->counted) {
        count_items(kept, outlook);
        count_gaps(kept, outlook);
        kept->counted = true;
    }
    if (kept == NULL || whose->kind == WHOSE_LEAD) {
        return NULL;
    }
    if (whose->kind == WHOSE_ALL) {
        return &kept->all;
    }
    if (whose->kind == WHOSE_BODY) {
        return whose->rung >= 0 ? &kept->rungs[whose->rung] : &kept->none;
    }
    return whose->column != NULL ? &kept->columns[whose->column->index] : &kept->none;
}

// --- one by one ---

static bool gaps_fill(struct kept_gaps *gaps, const struct board *board, enum gap_kind kind,
                      const struct whose *whose)
{
    gaps->count = gap_list(board, kind, whose, gaps->list, gaps->room);
    if (gaps->count > gaps->room) {
        free(gaps->list);
        gaps->list = malloc(gaps->count * sizeof *gaps->list);
        gaps->room = gaps->list == NULL ? 0 : gaps->count;
        gap_list(board, kind, whose, gaps->list, gaps->room);
    }
    gaps->made = gaps->count <= gaps->room;
    return gaps->made;
}

size_t outlook_gap_list(struct outlook *outlook, enum gap_kind kind,
                        const struct whose *whose, const struct gap **out)
{
    struct outlook_whose *kept = whose_get(outlook);

    *out = NULL;
    if (kept == NULL || kind >= GAP_COLUMN) {
        return 0;
    }
    if (kept->gaps_of.lead == NULL || !whose_same(&kept->gaps_of, whose)) {
        kept->gaps_of = *whose;
        snprintf(kept->lead, sizeof kept->lead, "%s", whose->lead);
        kept->gaps_of.lead = kept->lead;
        for (int i = 0; i < GAP_COLUMN; i++) {
            kept->gaps[i].made = false;
        }
    }
    struct kept_gaps *gaps = &kept->gaps[kind];
    if (!gaps->made && !gaps_fill(gaps, outlook->board, kind, whose)) {
        return 0;
    }
    *out = gaps->list;
    return gaps->count;
}
