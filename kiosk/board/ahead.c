#include "board/ahead.h"

#include "base/day.h"
#include "board/veil.h"

void ahead_make(struct ahead *ahead, const struct board_set *set,
                const struct ahead_wish *wish, int64_t now_ms)
{
    int32_t today = 0;
    int minute = 0;

    *ahead = (struct ahead){.veiled = wish->veiled ? veil_make(set) : NULL};
    const struct board_set *shown = wish->veiled ? ahead->veiled : set;
    const struct board *board = shown == NULL ? NULL : board_set_find(shown, wish->board);
    if (board == NULL && shown != NULL && shown->count > 0) {
        board = &shown->boards[0]; // as the wall does
    }
    if (board == NULL) {
        return;
    }
    day_local(now_ms, &today, &minute);
    ahead->outlook = outlook_create(board, today);
    const struct meeting *last =
        ahead->outlook == NULL ? NULL : meeting_last(board, NULL, today, minute);
    if (last != NULL) { // the strip tells what moved since
        outlook_movement(ahead->outlook,
                         day_moment_ms(last->day, last->minute < 0 ? 0 : last->minute));
    }
}

void ahead_finish(struct ahead *ahead)
{
    outlook_destroy(ahead->outlook);
    board_set_free(ahead->veiled);
    *ahead = (struct ahead){0};
}
