#include <string.h>

#include "board/signal.h"

static bool is_of(const struct meeting *meeting, const char *body)
{
    return meeting->day != DAY_NONE && (body == NULL || strcmp(meeting->body, body) == 0);
}

static bool has_begun(const struct meeting *meeting, int32_t today, int minute)
{
    if (meeting->day != today) {
        return meeting->day < today;
    }
    return meeting->minute >= 0 && meeting->minute < minute;
}

const struct meeting *meeting_next(const struct board *board, const char *body,
                                   int32_t today, int minute)
{
    for (size_t i = 0; i < board->meeting_count; i++) {
        const struct meeting *meeting = &board->meetings[i];
        if (is_of(meeting, body) && !has_begun(meeting, today, minute)) {
            return meeting;
        }
    }
    return NULL;
}

const struct meeting *meeting_last(const struct board *board, const char *body,
                                   int32_t today, int minute)
{
    for (size_t i = board->meeting_count; i > 0; i--) {
        const struct meeting *meeting = &board->meetings[i - 1];
        if (is_of(meeting, body) && has_begun(meeting, today, minute)) {
            return meeting;
        }
    }
    return NULL;
}
