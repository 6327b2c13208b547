#include "board/whose.h"

#include <string.h>

#include "board/leads.h"

struct whose whose_named(const struct board *board, enum whose_kind kind, const char *name)
{
    return (struct whose){
        .kind = kind,
        .column = kind == WHOSE_COLUMN ? board_column_find(board, name) : NULL,
        .rung = kind == WHOSE_BODY ? board_rung_find(board, name) : -1,
        .lead = kind == WHOSE_LEAD ? name : "",
    };
}

bool whose_same(const struct whose *a, const struct whose *b)
{
    return a->kind == b->kind && a->column == b->column && a->rung == b->rung &&
           strcmp(a->lead, b->lead) == 0;
}

bool whose_has_track(const struct whose *whose, const struct track *track)
{
    switch (whose->kind) {
    case WHOSE_COLUMN: return track->column == whose->column;
    case WHOSE_BODY:
        return track->bottleneck != NULL && track->bottleneck->rung == whose->rung;
    case WHOSE_LEAD: return lead_has(whose->lead, track);
    case WHOSE_ALL:
    case WHOSE_KIND_COUNT: break;
    }
    return whose->kind == WHOSE_ALL;
}

bool whose_has_action(const struct whose *whose, const struct action *action, bool open)
{
    for (size_t i = 0; i < COLUMN_MAX && whose->kind != WHOSE_ALL; i++) {
        const struct track *track = action->tracks[i];
        bool counts =
            track != NULL &&
            (!open || (track->health != HEALTH_DONE && track->health != HEALTH_DROPPED));
        if (counts && whose_has_track(whose, track)) {
            return true;
        }
    }
    return whose->kind == WHOSE_ALL;
}
