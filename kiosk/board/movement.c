#include "board/trend.h"

void movement_since(const struct board *board, int64_t since_ms, struct movement *movement)
{
    const struct trend_filter all = {NULL, NULL};
    struct trend_move move;

    trend_between(board, &all, since_ms, INT64_MAX, &move);
    *movement = move.all;
}
