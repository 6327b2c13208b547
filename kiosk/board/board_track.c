// What a build of a board and an update of one do alike.
#include <string.h>

#include "board/board_parts.h"

bool texts_differ(const char *a, const char *b)
{
    return strcmp(a == NULL ? "" : a, b == NULL ? "" : b) != 0;
}

static const char *word_of(const char *file)
{
    return file == NULL ? "" : file;
}

int32_t track_reported(const struct track_file *file, const struct track_said *said)
{
    int32_t named = board_day(word_of(file->reported));

    if (said->last && named != DAY_NONE) {
        return named;
    }
    // The first report was taken back.
    if (said->last && file->health == NULL) {
        return DAY_NONE;
    }
    return named > said->newest ? named : said->newest;
}

void track_stage_read(const struct board *board, struct track *track)
{
    int stage = board_stage_find(board, word_of(track->file.stage));

    track->stage = stage < 0 ? 0 : stage;
}

void track_health_read(struct track *track)
{
    track->health = health_read(word_of(track->file.health));
    if (track->health == HEALTH_COUNT) {
        track->health = HEALTH_NONE;
    }
}

void track_health_note(struct track *track, const char *before, const char *after,
                       int32_t day)
{
    struct health_trail *trail = &track->trail;

    // "Still on course" writes the same word again.
    if (!texts_differ(before, after)) {
        return;
    }
    if (trail->day != day) {
        trail->since_then = trail->day == DAY_NONE ? DAY_NONE : trail->since;
        trail->then = before;
        trail->day = day;
    }
    trail->since = texts_differ(trail->then, after) ? day : trail->since_then;
}

void track_bottleneck_offer(struct track *track, const struct bottleneck *bottleneck)
{
    bool open = bottleneck->file.ended == NULL;

    if (track == NULL || !open || track->health != HEALTH_BOTTLENECK) {
        return;
    }
    if (track->bottleneck == NULL || bottleneck->since > track->bottleneck->since) {
        track->bottleneck = bottleneck;
    }
}

void track_since_close(struct track *track)
{
    bool stuck = track->bottleneck != NULL && track->bottleneck->since != DAY_NONE;

    track->health_since = stuck ? track->bottleneck->since : track->trail.since;
}

void bottleneck_open(struct bottleneck *bottleneck)
{
    for (int i = 0; i < RUNG_MAX; i++) {
        bottleneck->rung_trail[i] = DAY_NONE;
    }
}

void bottleneck_rung_note(struct bottleneck *bottleneck, int from, int to, int32_t day)
{
    int32_t *trail = bottleneck->rung_trail;

    // One that is come back to from above was reached before.
    if (to >= 0 && (to > from || trail[to] == DAY_NONE)) {
        trail[to] = day;
    }
}

void bottleneck_close(struct bottleneck *bottleneck)
{
    int32_t *days = bottleneck->rung_days;

    for (int i = 0; i < RUNG_MAX; i++) {
        days[i] = i <= bottleneck->rung ? bottleneck->rung_trail[i] : DAY_NONE;
    }
    // It began at the bottom, also when somebody sent it back there later.
    if (days[0] == DAY_NONE ||
        (bottleneck->since != DAY_NONE && bottleneck->since < days[0])) {
        days[0] = bottleneck->since;
    }
    bottleneck->rung_since = board_day(word_of(bottleneck->file.rung_since));
    // Where the file names no day, history or the start does.
    if (bottleneck->rung_since == DAY_NONE) {
        bottleneck->rung_since = days[bottleneck->rung];
    }
    days[bottleneck->rung] = bottleneck->rung_since;
}

int notes_compare(const void *left, const void *right)
{
    const struct note *a = left;
    const struct note *b = right;

    if (a->at != b->at) {
        return a->at > b->at ? -1 : 1;
    }
    if (a->at_ms != b->at_ms) {
        return a->at_ms > b->at_ms ? -1 : 1;
    }
    return strcmp(a->row, b->row);
}
