#define LOG_MODULE "earlier"
#include "board/earlier.h"

#include <string.h>

#include "base/log.h"
#include "board/board_copy.h"
#include "board/board_parts.h"
#include "board/update_cells.h"

// Takes back the changes [from, to), which are of one day: the newest first, and then what
// they said about the day of a report, which counts only when all else stands again.
static bool day_undo(struct earlier *earlier, const struct change *changes, size_t from,
                     size_t to)
{
    struct update *update = update_open(earlier->of->slug, "");
    bool done = update != NULL;

    for (int pass = 0; done && pass < 2; pass++) {
        for (size_t i = to; i > from; i--) {
            const struct change *change = &changes[i - 1];
            bool live = strcmp(change->column, "_live") == 0;
            bool reported = strcmp(change->column, "reported") == 0;
            if (pass == 0 ? !reported : reported) {
                bool made = live && change->after_file != NULL &&
                            strcmp(change->after_file, "1") == 0;
                update_put(update, change->table, change->row, change->column,
                           live ? (made ? "0" : "1") : change->before_file,
                           change->after_file);
            }
        }
    }
    done = done && !update->arena.failed &&
           update_apply(&earlier->set, update, changes[from].at_ms);
    update_free(update);
    return done;
}

// Takes back the changes [from, to), day by day.
static bool changes_undo(struct earlier *earlier, const struct change *changes, size_t from,
                         size_t to)
{
    bool done = true;

    while (done && to > from) {
        int32_t day = 0;
        int32_t other = 0;
        size_t first = to - 1;
        day_local(changes[first].at_ms, &day, NULL);
        while (first > from) {
            day_local(changes[first - 1].at_ms, &other, NULL);
            if (other != day) {
                break;
            }
            first--;
        }
        done = day_undo(earlier, changes, first, to);
        to = first;
    }
    return done;
}

// The rung of a bottleneck since when, as history told it then: what was taken back would
// seem to begin on the day of that.
static void rung_tell(const struct earlier *earlier, const char *row, size_t known)
{
    const struct board *copy = earlier->board;
    struct bottleneck *bottleneck = NULL;

    for (size_t i = 0; i < copy->bottleneck_count; i++) {
        if (strcmp(copy->bottlenecks[i]->row, row) == 0) {
            bottleneck = (struct bottleneck *)copy->bottlenecks[i];
            bottleneck_open(bottleneck);
        }
    }
    for (size_t i = 0; bottleneck != NULL && i < known; i++) {
        const struct change *change = &earlier->of->changes[i];
        int32_t day = 0;
        // The board keeps the key of a row once.
        if (change->row == bottleneck->row && strcmp(change->column, "rung") == 0 &&
            texts_differ(change->before, change->after)) {
            day_local(change->at_ms, &day, NULL);
            bottleneck_rung_note(
                bottleneck,
                board_rung_find(copy, change->before == NULL ? "" : change->before),
                board_rung_find(copy, change->after == NULL ? "" : change->after), day);
        }
    }
    if (bottleneck != NULL) {
        bottleneck_close(bottleneck);
    }
}

// Likewise for the health of a track.
static void health_tell(const struct earlier *earlier, const char *row, size_t known)
{
    const struct board *copy = earlier->board;
    struct track *track = NULL;

    for (size_t i = 0; i < copy->track_count; i++) {
        track = strcmp(copy->tracks[i].row, row) == 0 ? (struct track *)&copy->tracks[i]
                                                      : track;
    }
    if (track == NULL) {
        return;
    }
    track->trail = (struct health_trail){DAY_NONE, DAY_NONE, NULL, DAY_NONE};
    for (size_t i = 0; i < known; i++) {
        const struct change *change = &earlier->of->changes[i];
        int32_t day = 0;
        if (change->row == track->row && strcmp(change->table, "track") == 0 &&
            strcmp(change->column, "health") == 0) {
            day_local(change->at_ms, &day, NULL);
            track_health_note(track, change->before, change->after, day);
        }
    }
    track_since_close(track);
}

// Tells anew since when all that changed stands as it stood. `known`: changes of the board
// that were there already.
static void history_tell(struct earlier *earlier, const struct change *changes, size_t from,
                         size_t to, size_t known)
{
    for (size_t i = from; i < to; i++) {
        const struct change *change = &changes[i];
        if (strcmp(change->column, "rung") == 0) {
            rung_tell(earlier, change->row, known);
        } else if (strcmp(change->column, "health") == 0) {
            health_tell(earlier, change->row, known);
        }
    }
}

bool earlier_open(struct earlier *earlier, const struct board *board, int64_t at_ms)
{
    size_t first = board->change_count;
    size_t fresh = board->fresh_count;

    *earlier = (struct earlier){.of = board};
    struct board *copy = arena_alloc(&earlier->set.arena, sizeof *copy);
    if (copy == NULL || !board_copy(copy, board, &earlier->set.arena)) {
        LOG_ERR("no memory for %s as it stood", board->slug);
        return false;
    }
    earlier->board = earlier->set.boards = copy;
    earlier->set.count = 1;
    if (at_ms == 0) {
        return true;
    }
    while (fresh > 0 && board->fresh[fresh - 1].at_ms > at_ms) {
        fresh--;
    }
    while (first > 0 && board->changes[first - 1].at_ms > at_ms) {
        first--;
    }
    if (!changes_undo(earlier, board->fresh, fresh, board->fresh_count) ||
        !changes_undo(earlier, board->changes, first, board->change_count)) {
        LOG_ERR("no memory to take back %zu changes", board->change_count - first);
        return false;
    }
    history_tell(earlier, board->fresh, fresh, board->fresh_count, first);
    history_tell(earlier, board->changes, first, board->change_count, first);
    return true;
}

void earlier_close(struct earlier *earlier)
{
    arena_finish(&earlier->set.arena);
    *earlier = (struct earlier){0};
}
