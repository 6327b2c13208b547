// What a session has to be seen: the scene for the views, and their list.
#include "session.h"

// The outlook of the open board: another one when another board is opened, or another day
// begins.
static struct outlook *outlook_now(struct session *session, const struct board *board,
                                   int32_t today)
{
    struct outlook *outlook = session->outlook;

    if (board == NULL ||
        (outlook != NULL && outlook->board == board && outlook->today == today)) {
        return outlook;
    }
    outlook_destroy(outlook);
    session->outlook = outlook_create(board, today);
    return session->outlook;
}

static const struct board *board_shown(const struct session *session,
                                       const struct board_set *set)
{
    const struct board *board = session_board(session);

    return board == NULL || set == NULL ? NULL : board_set_find(set, board->slug);
}

static void scene_draw(struct session *session, int64_t mono_ms, int64_t clock_ms)
{
    const struct board_set *set = session_shown(session);
    struct scene scene = {.list = &session->list,
                          .ui = &session->ui,
                          .set = set,
                          .board = board_shown(session, set),
                          .m = &session->metrics,
                          .t = session->ui.dark ? theme_dark() : theme_light(),
                          .measure = session->measure,
                          .keyboard = &session->keyboard,
                          .words = session->ui.curtain ? NULL : typing_words(session),
                          .sync = &session->sync,
                          .now_ms = clock_ms,
                          .mono_ms = mono_ms};

    day_local(clock_ms, &scene.today, &scene.minute);
    scene.outlook = outlook_now(session, scene.board, scene.today);
    scene.board = scene.outlook != NULL ? scene.board
                                        : NULL; // no memory: as if it were still being read
    if (scene.board != NULL && session_in_past(session)) {
        session_past_scene(session, &scene);
    }
    session->ui.here.offset_px = session->scroll.offset_px;
    view_draw(&scene);
    session->pages = scene.pages;
    session->sentences = scene.sentences;
    session->ui.stays = scene.stays;
    session->before = scene.before;
    session->after = scene.after;
}

bool session_draw(struct session *session, int64_t mono_ms, int64_t clock_ms)
{
    if (session->night.asleep) {
        return night_draw(session);
    }
    if (!session->dirty) {
        return false;
    }
    session->dirty = false;
    session->clock_ms = clock_ms;
    typing_follow(session); // the place may have been set from outside
    gate_follow(session);
    curtain_tick(session, mono_ms, clock_ms);
    scene_draw(session, mono_ms, clock_ms);
    gate_drawn(session);
    scroll_limit(&session->scroll, session->list.scroller.content_px,
                 session->list.scroller.box.h);
    if (session->scroll.offset_px !=
        session->ui.here.offset_px) { // the content became shorter
        scene_draw(session, mono_ms, clock_ms);
    }
    orbit_draw(session, mono_ms, clock_ms);
    return true;
}
