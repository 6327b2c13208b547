// The boards of a session: taking a new set over, and which one is open and shown.
#include "session.h"

#include <stdio.h>

#include "board/veil.h"

// The board that is open stays open, also when another one comes before it; with one that
// is gone, whoever stood before it is nobody any more.
static void board_stay(struct session *session, const struct board_set *set,
                       int64_t mono_ms)
{
    const struct board *open = session_board(session);
    struct ui *ui = &session->ui;

    if (open == NULL || set->count == 0) {
        return;
    }
    if (board_set_find(set, open->slug) == NULL) {
        ui_home(ui, mono_ms);
        ui->who[0] = '\0';
    } else if (board_set_find(set, ui->board) == NULL) {
        snprintf(ui->board, sizeof ui->board, "%.35s", open->slug);
    }
}

void session_renew(struct session *session)
{
    outlook_destroy(session->outlook);
    session->outlook = NULL;
    board_set_free(session->veiled);
    session->veiled = NULL;
    typing_forget(&session->typing);
    session->dirty = true;
}

void session_take(struct session *session, struct board_set *set, int64_t mono_ms)
{
    board_stay(session, set, mono_ms);
    pending_show(&session->pending, set, session->clock_ms);
    ui_glow(&session->ui, session->set, set, mono_ms);
    session_renew(session);
    board_set_free(session->set);
    session->set = set;
}

void session_take_ahead(struct session *session, struct ahead *ahead)
{
    // It does not know what was touched since.
    if (session->pending.shown == NULL) {
        session->veiled = ahead->veiled;
        session->outlook = ahead->outlook;
        *ahead = (struct ahead){0};
    }
    ahead_finish(ahead);
}

void session_wish(const struct session *session, struct ahead_wish *wish)
{
    const struct board *board = session_board(session);

    *wish = (struct ahead_wish){.veiled = session->ui.curtain};
    snprintf(wish->board, sizeof wish->board, "%s",
             board == NULL ? session->ui.board : board->slug);
}

void session_sync(struct session *session, const struct sync_state *sync)
{
    session->sync = *sync;
    session->dirty = true;
}

const struct board *session_board(const struct session *session)
{
    if (session->set == NULL || session->set->count == 0) {
        return NULL;
    }
    const struct board *board = board_set_find(session->set, session->ui.board);
    return board != NULL ? board : &session->set->boards[0];
}

// What is shown: the boards as they are, or behind the curtain; NULL when there is no
// memory for that.
const struct board_set *session_shown(struct session *session)
{
    if (!session->ui.curtain || session->set == NULL) {
        return session->set;
    }
    if (session->veiled == NULL) {
        session->veiled = veil_make(session->set);
    }
    return session->veiled;
}
