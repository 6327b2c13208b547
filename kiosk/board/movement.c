#include "board/standing.h"

void movement_add(struct movement *movement, const struct standing *now,
                  const struct standing *then)
{
    // A first report tells where a track stands, not that it went there.
    int steps = then->stage < 0 || then->missing != 0
                    ? 0
                    : standing_stage(now) - standing_stage(then);

    movement->forward += steps > 0 ? steps : 0;
    movement->back += steps < 0 ? -steps : 0;
    if (now->health != then->health) {
        movement->new_bottlenecks += now->health == HEALTH_BOTTLENECK ? 1 : 0;
        movement->finished += now->health == HEALTH_DONE ? 1 : 0;
    }
}

void movement_since(const struct board *board, int64_t since_ms, struct movement *movement)
{
    struct standings then;

    *movement = (struct movement){.forward = 0};
    if (standing_open(&then, board)) {
        standing_back(&then, since_ms);
        for (size_t i = 0; i < board->track_count; i++) {
            const struct track *track = &board->tracks[i];
            const struct standing now = {.stage = track->stage, .health = track->health};
            movement_add(movement, &now, &then.tracks[i]);
        }
    }
    standing_close(&then);
}
