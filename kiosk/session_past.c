// The boards of another moment in a session: when they are wanted, and how they are shown.
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
    outlook_destroy(session->past.outlook);
    board_set_free(session->past.set);
    session->past = (struct past_view){.set = NULL};
}

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
    outlook_destroy(past->outlook);
    past->outlook = NULL;
    board_set_free(past->set);
    past->set = set;
    past->at_ms = at_ms;
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
    int32_t day;
    int minute;

    day_local(past->at_ms, &day, &minute);
    if (past->outlook == NULL || past->outlook->board != board) {
        outlook_destroy(past->outlook);
        past->outlook = outlook_create(board, day);
    }
    if (past->outlook == NULL) { // no memory: as it is now, and nothing says otherwise
        return;
    }
    scene->past = true;
    scene->set = past->set;
    scene->board = board;
    scene->outlook = past->outlook;
    scene->now_ms = past->at_ms;
    scene->today = day;
    scene->minute = minute;
}
