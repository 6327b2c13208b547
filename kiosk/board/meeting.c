#include <string.h>

#include "base/utf8.h"
#include "board/agenda.h"

enum { MEETING_MOST_MS = 12 * 3600000 };

bool body_same(const char *a, const char *b)
{
    return utf8_same(a, b);
}

// Whether it was opened after another one, of which there may be none.
static bool opened_later(const struct meeting *meeting, const struct meeting *than)
{
    return meeting->state == MEETING_OPEN &&
           (than == NULL || meeting->opened_ms >= than->opened_ms);
}

const struct meeting *body_running(const struct board *board, const char *body)
{
    const struct meeting *found = NULL;

    for (size_t i = 0; i < board->meeting_count; i++) {
        const struct meeting *meeting = &board->meetings[i];
        if (opened_later(meeting, found) && body_same(meeting->body, body)) {
            found = meeting;
        }
    }
    return found;
}

const struct meeting *meeting_running(const struct board *board)
{
    const struct meeting *found = NULL;

    for (size_t i = 0; i < board->meeting_count; i++) {
        found = opened_later(&board->meetings[i], found) ? &board->meetings[i] : found;
    }
    return found;
}

bool boards_meet(const struct board_set *set, int64_t clock_ms)
{
    for (size_t b = 0; set != NULL && b < set->count; b++) {
        const struct board *board = &set->boards[b];
        for (size_t i = 0; i < board->meeting_count; i++) {
            const struct meeting *meeting = &board->meetings[i];
            if (meeting->state == MEETING_OPEN &&
                meeting->opened_ms > clock_ms - MEETING_MOST_MS &&
                meeting->opened_ms < clock_ms + MEETING_MOST_MS) {
                return true;
            }
        }
    }
    return false;
}

static bool is_of(const struct meeting *meeting, const char *body)
{
    return meeting->day != DAY_NONE && (body == NULL || body_same(meeting->body, body));
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
        if (meeting->state == MEETING_PLANNED && is_of(meeting, body) &&
            !has_begun(meeting, today, minute)) {
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
        bool over = meeting->state == MEETING_CLOSED && meeting->day <= today;
        if (meeting->state != MEETING_OPEN && is_of(meeting, body) &&
            (over || has_begun(meeting, today, minute))) {
            return meeting;
        }
    }
    return NULL;
}
