// The boards of another moment in a session: when they are wanted, and how they are shown.
#include "board/veil.h"
#include "session.h"

bool session_shows_past(enum screen_id screen)
{
    return screen == SCREEN_BOARD || screen == SCREEN_CELL || screen == SCREEN_AMBITION ||
           screen == SCREEN_COLUMN || screen == SCREEN_CARD;
}

bool session_past_due(const struct session *session)
{
    const struct past_view *past = &session->past;
    int64_t wanted_ms = session->ui.past_ms;

    return wanted_ms != 0 && session->set != NULL &&
           (past->asked_ms != wanted_ms ||
            past->asked_generation != session->set->generation);
}

bool session_past_wish(struct session *session, int64_t *at_ms)
{
    if (!session_past_due(session)) {
        return false;
    }
    *at_ms = session->ui.past_ms;
    session->past.asked_ms = *at_ms;
    session->past.asked_generation = session->set->generation;
    return true;
}

void session_past_finish(struct session *session)
{
    struct past_view *past = &session->past;

    outlook_destroy(past->outlook);
    board_set_free(past->veiled);
    board_set_free(past->set);
    *past = (struct past_view){.set = NULL};
}

// The open board in a set; NULL when it was not there yet.
static const struct board *past_board(const struct session *session)
{
    const struct board *open = session_board(session);

    return open == NULL || session->past.set == NULL
               ? NULL
               : board_set_find(session->past.set, open->slug);
}

void session_take_past(struct session *session, struct board_set *set, int64_t at_ms)
{
    struct past_view *past = &session->past;

    if (set == NULL) {
        return;
    }
    int64_t asked_ms = past->asked_ms;
    uint64_t asked_generation = past->asked_generation;

    session_past_finish(session);
    *past = (struct past_view){.set = set,
                               .at_ms = at_ms,
                               .asked_ms = asked_ms,
                               .asked_generation = asked_generation};
    session->dirty = true;
    if (session->ui.past_ms == 0 || past_board(session) == NULL) {
        session->ui.past_ms = 0;
        session_past_finish(session);
    }
}

bool session_in_past(const struct session *session)
{
    return session->ui.past_ms != 0 && session_shows_past(session->ui.here.screen) &&
           past_board(session) != NULL;
}

void session_past_scene(struct session *session, struct scene *scene)
{
    struct past_view *past = &session->past;
    const struct board *board = past_board(session);
    const struct board_set *set = past->set;
    int32_t day;
    int minute;

    day_local(past->at_ms, &day, &minute);
    if (session->ui.curtain) {
        past->veiled = past->veiled == NULL ? veil_make(past->set) : past->veiled;
        set = past->veiled;
        board = set == NULL ? NULL : board_set_find(set, board->slug);
    }
    if (board != NULL && (past->outlook == NULL || past->outlook->board != board)) {
        outlook_destroy(past->outlook);
        past->outlook = outlook_create(board, day);
    }
    if (board == NULL || past->outlook == NULL) {
        return; // no memory: as it is now, and nothing says otherwise
    }
    scene->past = true;
    scene->present = scene->board;
    scene->set = set;
    scene->board = board;
    scene->outlook = past->outlook;
    scene->now_ms = past->at_ms;
    scene->today = day;
    scene->minute = minute;
}
