#define LOG_MODULE "movement"
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "board/signal.h"

// How a track stood at a moment.
struct standing {
    int stage; // -1: nobody had said
    enum health health;
};

static void standing_undo(struct standing *standing, const struct board *board,
                          const struct change *change)
{
    const char *before = change->before == NULL ? "" : change->before;

    if (strcmp(change->column, "stage") == 0) {
        standing->stage = board_stage_find(board, before);
    } else if (strcmp(change->column, "health") == 0) {
        enum health health = health_read(before);
        standing->health = health == HEALTH_COUNT ? HEALTH_NONE : health;
    }
}

static void movement_add(struct movement *movement, const struct track *now,
                         const struct standing *then)
{
    // A first report tells where a track stands, not that it went there.
    int steps = then->stage < 0 ? 0 : now->stage - then->stage;

    movement->forward += steps > 0 ? steps : 0;
    movement->back += steps < 0 ? -steps : 0;
    if (now->health != then->health) {
        movement->new_bottlenecks += now->health == HEALTH_BOTTLENECK ? 1 : 0;
        movement->finished += now->health == HEALTH_DONE ? 1 : 0;
    }
}

void movement_since(const struct board *board, int64_t since_ms, struct movement *movement)
{
    struct standing *then = calloc(board->track_count + 1, sizeof *then);

    *movement = (struct movement){0};
    if (then == NULL) {
        LOG_ERR("no memory for %zu tracks", board->track_count);
        return;
    }
    for (size_t i = 0; i < board->track_count; i++) {
        then[i] = (struct standing){board->tracks[i].stage, board->tracks[i].health};
    }
    // Back through history: what the oldest change since then found is how it stood.
    for (size_t i = board->change_count; i > 0 && board->changes[i - 1].at_ms >= since_ms;
         i--) {
        const struct change *change = &board->changes[i - 1];
        if (change->track != NULL && strcmp(change->table, "track") == 0) {
            standing_undo(&then[change->track - board->tracks], board, change);
        }
    }
    for (size_t i = 0; i < board->track_count; i++) {
        movement_add(movement, &board->tracks[i], &then[i]);
    }
    free(then);
}
