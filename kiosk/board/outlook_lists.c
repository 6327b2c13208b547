#include "board/outlook_lists.h"

#include <stdlib.h>
#include <string.h>

#define NO_CONFLICT UINT32_MAX

struct lead_tracks {
    bool made;
    char name[LEAD_FOLD_BYTES]; // folded
    const struct track *tracks[LEAD_TRACKS_MAX];
    size_t count;
};

struct stuck {
    bool made;
    int32_t day;
    const struct track *tracks[STUCK_LIST_MAX];
    size_t count;
};

// A choice of tracks, by ambition and column.
struct section {
    bool made;
    const struct ambition *ambition;
    const struct column *column;
};

struct outlook_lists {
    struct lead *leads; // owned; NULL: not asked for yet
    size_t lead_count;
    struct lead_tracks of;
    struct lead_points points[LEAD_POINTS_MAX];
    enum attention_kind points_kind;
    size_t point_count;
    bool pointed; // points are known
    const char *reasons[REASON_LIST_MAX];
    size_t reason_count;
    bool reasoned; // reasons are known
    struct deed deeds[DEED_LIST_MAX];
    size_t deed_count;
    bool done; // deeds are known
    struct stuck stuck, promised;
    struct rhythm_state *rhythms; // owned; by rhythm
    uint32_t *conflict_first;     // owned; by action, NO_CONFLICT: none is about it
    uint32_t *conflict_next;      // owned; by conflict: the next about the same action
    struct conflict_set set;
    int conflict_px; // of that
    struct section staged_of;
    const struct track **staged; // owned; room for every track
    size_t staged_first[STAGE_MAX + 1];
    struct section bare_of;
    const struct goal **bare; // owned; room for every goal
    size_t bare_count;
};

static struct outlook_lists *lists_get(struct outlook *outlook)
{
    if (outlook->lists == NULL) {
        outlook->lists = calloc(1, sizeof *outlook->lists);
    }
    return outlook->lists;
}

void outlook_lists_destroy(struct outlook_lists *lists)
{
    if (lists != NULL) {
        free(lists->leads);
        free(lists->rhythms);
        free(lists->conflict_first);
        free(lists->conflict_next);
        free(lists->staged);
        free(lists->bare);
        free(lists);
    }
}

// --- leads ---

size_t outlook_leads(struct outlook *outlook, const struct lead **out)
{
    struct outlook_lists *lists = lists_get(outlook);
    const struct board *board = outlook->board;

    if (lists != NULL && lists->leads == NULL) {
        size_t room = board->track_count + board->person_count;
        struct lead *all = malloc((room + 1) * sizeof *all); // touched as far as it is used
        size_t count = all == NULL ? 0 : lead_list(board, outlook->today, all, room);
        struct lead *kept = all == NULL ? NULL : realloc(all, (count + 1) * sizeof *all);
        lists->leads = kept == NULL ? all : kept;
        lists->lead_count = count;
    }
    *out = lists != NULL ? lists->leads : NULL;
    return *out != NULL ? lists->lead_count : 0;
}

size_t outlook_lead_tracks(struct outlook *outlook, const char *name,
                           const struct track *const **out)
{
    struct outlook_lists *lists = lists_get(outlook);
    char folded[LEAD_FOLD_BYTES];

    if (lists == NULL) {
        *out = NULL;
        return 0;
    }
    struct lead_tracks *of = &lists->of;
    lead_fold(name, folded);
    if (!of->made || strcmp(of->name, folded) != 0) {
        memcpy(of->name, folded, sizeof folded);
        of->count =
            lead_tracks(outlook->board, name, outlook->today, of->tracks, LEAD_TRACKS_MAX);
        of->made = true;
    }
    *out = of->tracks;
    return of->count;
}

size_t outlook_lead_points(struct outlook *outlook, enum attention_kind kind,
                           const struct lead_points **out)
{
    struct outlook_lists *lists = lists_get(outlook);
    const size_t *first = outlook->attention_first;
    bool all = kind >= ATTENTION_GAP;
    size_t from = all ? 0 : first[kind];
    size_t to = all ? first[ATTENTION_GAP] : first[kind + 1];

    if (lists == NULL) {
        *out = NULL;
        return 0;
    }
    if (!lists->pointed || lists->points_kind != kind) {
        lists->points_kind = kind;
        lists->point_count = lead_points_list(&outlook->attention[from], to - from,
                                              lists->points, LEAD_POINTS_MAX);
        lists->pointed = true;
    }
    *out = lists->points;
    return lists->point_count < LEAD_POINTS_MAX ? lists->point_count : LEAD_POINTS_MAX;
}

size_t outlook_reasons(struct outlook *outlook, const char *const **out)
{
    struct outlook_lists *lists = lists_get(outlook);

    if (lists != NULL && !lists->reasoned) {
        lists->reason_count = reason_list(outlook->board, lists->reasons, REASON_LIST_MAX);
        lists->reasoned = true;
    }
    *out = lists != NULL ? lists->reasons : NULL;
    return lists != NULL ? lists->reason_count : 0;
}

// --- what was done, what is stuck ---

size_t outlook_deeds(struct outlook *outlook, const struct deed **out)
{
    struct outlook_lists *lists = lists_get(outlook);

    if (lists != NULL && !lists->done) {
        lists->deed_count =
            deed_list(outlook->board, NULL, NULL, lists->deeds, DEED_LIST_MAX);
        lists->done = true;
    }
    *out = lists != NULL ? lists->deeds : NULL;
    return lists != NULL ? lists->deed_count : 0;
}

static void stuck_add(struct stuck *stuck, const struct track *track)
{
    if (stuck->count < STUCK_LIST_MAX) {
        stuck->tracks[stuck->count] = track;
    }
    stuck->count++;
}

// Since when it is in a bottleneck.
static int32_t stuck_since(const struct track *track)
{
    const struct bottleneck *bottleneck = track->bottleneck;

    return bottleneck != NULL && bottleneck->since != DAY_NONE ? bottleneck->since
                                                               : track->health_since;
}

size_t outlook_stuck(struct outlook *outlook, int32_t day, const struct track *const **out)
{
    struct outlook_lists *lists = lists_get(outlook);
    const struct board *board = outlook->board;
    struct stuck *stuck = lists != NULL ? &lists->stuck : NULL;

    if (stuck != NULL && (!stuck->made || stuck->day != day)) {
        *stuck = (struct stuck){.made = true, .day = day};
        for (size_t i = 0; i < board->track_count; i++) {
            const struct track *track = &board->tracks[i];
            int32_t since = stuck_since(track);
            if (track->health == HEALTH_BOTTLENECK && since != DAY_NONE &&
                (day == DAY_NONE || since >= day)) {
                stuck_add(stuck, track);
            }
        }
    }
    *out = stuck != NULL ? stuck->tracks : NULL;
    return stuck != NULL ? stuck->count : 0;
}

size_t outlook_promised(struct outlook *outlook, const struct track *const **out)
{
    struct outlook_lists *lists = lists_get(outlook);
    const struct board *board = outlook->board;
    struct stuck *promised = lists != NULL ? &lists->promised : NULL;

    if (promised != NULL && !promised->made) {
        *promised = (struct stuck){.made = true};
        for (size_t i = 0; i < board->track_count; i++) {
            const struct bottleneck *bottleneck = board->tracks[i].bottleneck;
            if (bottleneck != NULL && bottleneck->by != DAY_NONE &&
                bottleneck->by <= outlook->today) {
                stuck_add(promised, &board->tracks[i]);
            }
        }
    }
    *out = promised != NULL ? promised->tracks : NULL;
    return promised != NULL ? promised->count : 0;
}

static const struct action *conflict_about(const struct conflict *conflict)
{
    const struct change *stands = conflict->stands;

    return stands->track != NULL ? stands->track->action : stands->action;
}

static bool conflicts_chain(struct outlook_lists *lists, const struct board *board)
{
    uint32_t *first = malloc((board->action_count + 1) * sizeof *first);
    uint32_t *next = malloc((board->conflict_count + 1) * sizeof *next);

    if (first == NULL || next == NULL || board->conflict_count >= NO_CONFLICT) {
        free(first);
        free(next);
        return false;
    }
    for (size_t i = 0; i < board->action_count; i++) {
        first[i] = NO_CONFLICT;
    }
    for (size_t i = board->conflict_count; i-- > 0;) {
        const struct action *action = conflict_about(&board->conflicts[i]);
        next[i] = NO_CONFLICT;
        if (action != NULL) {
            next[i] = first[action->index];
            first[action->index] = (uint32_t)i;
        }
    }
    lists->conflict_first = first;
    lists->conflict_next = next;
    return true;
}

size_t outlook_conflict(struct outlook *outlook, const struct action *action, size_t from)
{
    struct outlook_lists *lists = lists_get(outlook);
    const struct board *board = outlook->board;

    if (board->conflict_count == 0 || lists == NULL ||
        (lists->conflict_first == NULL && !conflicts_chain(lists, board))) {
        return board->conflict_count;
    }
    uint32_t at = lists->conflict_first[action->index];
    while (at < from && at != NO_CONFLICT) {
        at = lists->conflict_next[at];
    }
    return at == NO_CONFLICT ? board->conflict_count : at;
}

int *outlook_conflict_px(struct outlook *outlook, const struct conflict_set *set)
{
    struct outlook_lists *lists = lists_get(outlook);

    if (lists != NULL &&
        (lists->set.width_px != set->width_px || lists->set.size_px != set->size_px ||
         lists->set.unit_px != set->unit_px || lists->set.lang != set->lang)) {
        lists->set = *set;
        lists->conflict_px = 0;
    }
    return lists != NULL ? &lists->conflict_px : NULL;
}

const struct rhythm_state *outlook_rhythm(struct outlook *outlook,
                                          const struct rhythm *rhythm)
{
    struct outlook_lists *lists = lists_get(outlook);
    const struct board *board = outlook->board;

    if (lists != NULL && lists->rhythms == NULL) {
        lists->rhythms = calloc(board->rhythm_count + 1, sizeof *lists->rhythms);
        for (size_t i = 0; lists->rhythms != NULL && i < board->rhythm_count; i++) {
            rhythm_state_of(board, &board->rhythms[i], outlook->today, &lists->rhythms[i]);
        }
    }
    return lists != NULL && lists->rhythms != NULL
               ? &lists->rhythms[rhythm - board->rhythms]
               : NULL;
}

// --- choices of tracks ---

static bool section_is(const struct section *section, const struct ambition *ambition,
                       const struct column *column)
{
    return section->made && section->ambition == ambition && section->column == column;
}

const struct track *const *outlook_staged(struct outlook *outlook,
                                          const struct ambition *ambition,
                                          const struct column *column,
                                          size_t first[STAGE_MAX + 1])
{
    struct outlook_lists *lists = lists_get(outlook);
    size_t at[STAGE_MAX + 1] = {0};
    size_t count = 0;

    if (lists != NULL && lists->staged == NULL) {
        lists->staged = malloc((outlook->board->track_count + 1) * sizeof *lists->staged);
    }
    if (lists == NULL || lists->staged == NULL) {
        return NULL;
    }
    if (!section_is(&lists->staged_of, ambition, column)) {
        const struct track *const *tracks =
            outlook_tracks(outlook, ambition, column, &count);
        for (size_t i = 0; i < count; i++) {
            at[tracks[i]->stage + 1]++;
        }
        for (int stage = 0; stage < STAGE_MAX; stage++) {
            at[stage + 1] += at[stage];
        }
        memcpy(lists->staged_first, at, sizeof at);
        for (size_t i = 0; i < count; i++) {
            lists->staged[at[tracks[i]->stage]++] = tracks[i];
        }
        lists->staged_of = (struct section){true, ambition, column};
    }
    memcpy(first, lists->staged_first, sizeof lists->staged_first);
    return lists->staged;
}

static bool goal_is_bare(const struct goal *goal, const struct column *column)
{
    for (size_t a = 0; a < goal->action_count; a++) {
        const struct action *action = &goal->actions[a];
        if (column != NULL ? action->tracks[column->index] != NULL
                           : action->track_count > 0) {
            return false;
        }
    }
    return true;
}

const struct goal *const *outlook_bare(struct outlook *outlook,
                                       const struct ambition *ambition,
                                       const struct column *column, size_t *count)
{
    struct outlook_lists *lists = lists_get(outlook);

    *count = 0;
    if (lists != NULL && lists->bare == NULL) {
        lists->bare = malloc((outlook->board->goal_count + 1) * sizeof *lists->bare);
    }
    if (lists == NULL || lists->bare == NULL) {
        return NULL;
    }
    if (!section_is(&lists->bare_of, ambition, column)) {
        lists->bare_count = 0;
        for (size_t i = 0; i < ambition->goal_count; i++) {
            if (goal_is_bare(&ambition->goals[i], column)) {
                lists->bare[lists->bare_count++] = &ambition->goals[i];
            }
        }
        lists->bare_of = (struct section){true, ambition, column};
    }
    *count = lists->bare_count;
    return lists->bare;
}
