#include "change.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/utf8.h"
#include "meeting_change.h"

bool change_subject(const struct session *session, const char *select,
                    const struct action **action, const struct track **track)
{
    const struct board *board = session_board(session);
    const char *slash = strchr(select, '/');
    char code[72];

    *action = NULL;
    *track = NULL;
    snprintf(code, sizeof code, "%.*s",
             (int)(slash == NULL ? strlen(select) : (size_t)(slash - select)), select);
    if (board != NULL) {
        *action = board_action_find(board, code);
    }
    const struct column *column =
        *action == NULL || slash == NULL ? NULL : board_column_find(board, slash + 1);
    if (column != NULL) {
        *track = (*action)->tracks[column->index];
    }
    return *action != NULL;
}

int32_t change_today(const struct session *session)
{
    int32_t day = 0;
    int minute = 0;

    day_local(session->clock_ms, &day, &minute);
    return day;
}

// A reason after a state is one thing to take back; so are who does it and by when, after
// what a meeting asked for.
static bool follows(const struct session *session, const struct intent *did)
{
    const struct undo *undo = &session->ui.undo;

    if (meeting_change_follows(session, did)) {
        return true;
    }
    return session->last != NULL && undo->serial != 0 && !undo->undone &&
           did->kind == INTENT_CHANGE && undo->did.kind == INTENT_CHANGE &&
           did->amount == UPDATE_REASON && undo->did.amount == UPDATE_HEALTH &&
           strcmp(did->select, undo->did.select) == 0;
}

bool change_commit(struct session *session, struct update *update, const struct intent *did,
                   int64_t at_ms)
{
    struct ui *ui = &session->ui;

    if (update == NULL) {
        return false;
    }
    char author[UPDATE_AUTHOR_BYTES];
    memcpy(author, update->author, sizeof author);
    struct update *copy = update_copy(update);
    if (!pending_add(&session->pending, update, session->set, session->clock_ms)) {
        update_free(copy);
        return false;
    }
    if (did == NULL) {
        update_free(copy);
    } else if (follows(session, did) && copy != NULL && update_join(session->last, copy)) {
        update_free(copy);
    } else {
        update_free(session->last);
        session->last = copy;
    }
    session_renew(session);
    if (did != NULL) {
        ui->undo = (struct undo){
            .serial = session->pending.serial, .did = *did, .until_ms = at_ms + UI_UNDO_MS};
        memcpy(ui->undo.by, author, sizeof author);
    }
    return true;
}

// What was written with the keyboard is longer than an intent: it is the draft of its
// subject. NULL when there is none.
static const struct draft_text *draft_of(const struct session *session,
                                         const struct board *board,
                                         const struct intent *intent)
{
    enum writing writing = intent->amount == UPDATE_NOTE     ? WRITING_NOTE
                           : intent->amount == UPDATE_REASON ? WRITING_REASON
                                                             : WRITING_ASKED;

    return drafts_find(&session->ui.drafts, board->slug, writing, intent->select,
                       session->ui.who);
}

static void draft_sent(struct session *session, const struct draft_text *sent)
{
    struct draft_text gone = *sent;

    gone.text[0] = '\0';
    drafts_put(&session->ui.drafts, &gone);
    session->typing.due = true;
}

// True when the change asks why: what lies open stays open for the answer.
static bool asks_why(const struct update_wish *wish)
{
    return wish->kind == UPDATE_HEALTH &&
           (wish->number == HEALTH_ATTENTION || wish->number == HEALTH_BOTTLENECK);
}

static void change(struct session *session, const struct intent *intent, int64_t at_ms)
{
    struct ui *ui = &session->ui;
    const struct board *board = session_board(session);
    struct intent did = *intent;
    struct update_wish wish = {.kind = (enum update_kind)intent->amount,
                               .number = intent->number};

    if (wish.kind == UPDATE_LEAD && did.text[0] == '\0') { // whoever says so
        format_fill(did.text, sizeof did.text, "%s", ui->who);
    }
    wish.text = did.text;
    if (board == NULL) {
        return;
    }
    if (wish.kind == UPDATE_PERSON) {
        wish.column = board_column_find(board, intent->select);
    } else if (!change_subject(session, intent->select, &wish.action, &wish.track)) {
        return;
    }
    const struct draft_text *draft =
        intent->screen == SCREEN_WRITE ? draft_of(session, board, intent) : NULL;
    if (draft != NULL) {
        wish.text = draft->text;
    }
    ui->fold = asks_why(&wish) ? ui->fold : 0;
    bool done = change_commit(
        session, update_make(board, &wish, ui->who, change_today(session)), &did, at_ms);
    if (done && draft != NULL) {
        draft_sent(session, draft);
    }
    if (done && wish.track != NULL) {
        snprintf(ui->track, sizeof ui->track, "%s", intent->select);
        ui_glow_track(&session->ui, board, wish.track, at_ms);
    }
}

static void undo_last(struct session *session, int64_t at_ms)
{
    struct ui *ui = &session->ui;
    struct undo undo = ui->undo;

    if (session->last == NULL || undo.serial == 0 || undo.undone) {
        return;
    }
    const struct board *board =
        session->set == NULL ? NULL : board_set_find(session->set, session->last->board);
    if (change_commit(session, update_undo(board, session->last), &undo.did, at_ms)) {
        ui->undo.undone = true;
        ui->undo.until_ms = at_ms + UI_UNDONE_MS;
    } else {
        ui->undo = (struct undo){0}; // others went on with all of it: nothing is left
    }
}

// The deed that was shown as number `number`: a set that came since may have moved it on.
static const struct deed *deed_meant(const struct intent *intent, const struct deed *deeds,
                                     size_t count)
{
    int64_t at_ms = strtoll(intent->text, NULL, 10);

    for (size_t i = (size_t)intent->number; i < count; i++) {
        if (intent->text[0] == '\0' || deeds[i].first->at_ms == at_ms) {
            return &deeds[i];
        }
    }
    return NULL;
}

static void undo_deed(struct session *session, const struct intent *intent, int64_t at_ms)
{
    const struct board *board = session_board(session);
    struct deed deeds[CHANGE_DEEDS_MAX];
    char author[UPDATE_AUTHOR_BYTES];

    if (board == NULL || intent->number >= CHANGE_DEEDS_MAX) {
        return;
    }
    size_t count = deed_list(board, NULL, NULL, deeds, CHANGE_DEEDS_MAX);
    const struct deed *deed = deed_meant(intent, deeds, count);
    if (!meeting_change_speaks(session, author)) {
        memcpy(author, session->ui.who, sizeof author);
    }
    if (deed != NULL && !deed->guarded) {
        change_commit(session, deed_undo(board, deed, author), intent, at_ms);
    }
}

// What was overwritten is known by its moment, its row and its column: one touch wrote
// several cells at one moment, and its number may have moved on since it was shown.
static bool conflict_meant(const struct intent *intent, const struct change *lost,
                           size_t number)
{
    char *column = NULL;
    int64_t at_ms = strtoll(intent->text, &column, 10);

    if (intent->text[0] == '\0') {
        return number == (size_t)intent->number;
    }
    return lost->at_ms == at_ms && strncmp(intent->select, lost->row, 71) == 0 &&
           strcmp(column + strspn(column, " "), lost->column) == 0;
}

static void settle(struct session *session, const struct intent *intent, int64_t at_ms)
{
    const struct board *board = session_board(session);

    for (size_t i = 0; board != NULL && i < board->conflict_count; i++) {
        const struct conflict *conflict = &board->conflicts[i];
        if (conflict_meant(intent, conflict->lost, i)) {
            change_commit(
                session,
                conflict_settle(board, conflict, intent->amount != 0, session->ui.who),
                intent, at_ms);
            return;
        }
    }
}

static void restore(struct session *session, const struct intent *intent, int64_t at_ms)
{
    const struct board *board = session_board(session);
    const struct intent close = {.kind = INTENT_SHOW, .screen = SCREEN_CHANGES};

    if (board != NULL) {
        snprintf(session->restore.board, sizeof session->restore.board, "%.35s",
                 board->slug);
        snprintf(session->restore.author, sizeof session->restore.author, "%s",
                 session->ui.who);
        session->restore.at_ms = strtoll(intent->text, NULL, 10);
        ui_apply(&session->ui, &close, at_ms);
    }
}

// Whether it changes the board in somebody's name that must be known first.
static bool needs_name(const struct session *session, const struct intent *intent)
{
    enum intent_kind kind = intent->kind;
    const struct board *board = session_board(session);

    // A meeting speaks for itself, unless the board wants to know who holds the pen.
    if (meeting_change_is(intent)) {
        return board != NULL && board->asks_pin;
    }
    return kind == INTENT_CHANGE || kind == INTENT_SETTLE || kind == INTENT_RESTORE ||
           (kind == INTENT_UNDO && intent->number >= 0 &&
            !meeting_change_speaks(session, (char[UPDATE_AUTHOR_BYTES]){0}));
}

static void ask_who(struct session *session, const struct intent *intent, int64_t at_ms)
{
    struct ui *ui = &session->ui;
    struct intent show = {.kind = INTENT_SHOW, .screen = SCREEN_LEADS, .amount = 2};

    ui->wish_fold = ui->fold;
    snprintf(ui->wish_column, sizeof ui->wish_column, "%s", ui->column);
    ui_apply(ui, &show, at_ms);
    ui->wish = *intent;
}

static void carry_out(struct session *session, const struct intent *intent, int64_t at_ms)
{
    switch ((int)intent->kind) {
    case INTENT_CHANGE:
        if (meeting_change_is(intent)) {
            meeting_change(session, intent, at_ms);
        } else {
            change(session, intent, at_ms);
        }
        break;
    case INTENT_SETTLE: settle(session, intent, at_ms); break;
    case INTENT_RESTORE: restore(session, intent, at_ms); break;
    case INTENT_UNDO:
        if (intent->number < 0) {
            undo_last(session, at_ms);
        } else {
            undo_deed(session, intent, at_ms);
        }
        break;
    default: break;
    }
}

// The tracks of whoever came stay in the order of this moment.
static void order_keep(struct session *session)
{
    struct ui *ui = &session->ui;
    const struct board *board = session_board(session);
    const struct track *tracks[UI_ORDER_MAX];

    ui->order_of[0] = '\0';
    ui->order_count = 0;
    if (board == NULL) {
        return;
    }
    size_t count =
        lead_tracks(board, ui->here.select, change_today(session), tracks, UI_ORDER_MAX);
    for (size_t i = 0; i < count && i < UI_ORDER_MAX; i++) {
        ui->order[ui->order_count++] = (uint32_t)(tracks[i] - board->tracks);
    }
    snprintf(ui->order_of, sizeof ui->order_of, "%s", ui->here.select);
}

// A note that this visitor began lies open, to go on with.
static void begun_open(struct session *session)
{
    struct ui *ui = &session->ui;
    const struct board *board = session_board(session);

    for (int i = ui->drafts.count - 1; board != NULL && i >= 0; i--) {
        const struct draft_text *draft = &ui->drafts.list[i];
        const struct action *action = NULL;
        const struct track *track = NULL;
        if (draft->writing == WRITING_NOTE && strcmp(draft->board, board->slug) == 0 &&
            strcmp(draft->author, ui->who) == 0 &&
            change_subject(session, draft->select, &action, &track) && track != NULL &&
            lead_has(ui->here.select, track)) {
            snprintf(ui->track, sizeof ui->track, "%s", draft->select);
            return;
        }
    }
}

void change_greet(struct session *session, const char *name, int64_t at_ms)
{
    struct ui *ui = &session->ui;
    struct intent wish = ui->wish;
    struct intent show = {.kind = INTENT_SHOW, .screen = SCREEN_LEADS};

    snprintf(ui->who, sizeof ui->who, "%s", name);
    ui->wish = (struct intent){0};
    if (wish.kind != INTENT_NONE) {
        struct intent back = {.kind = INTENT_BACK};
        ui_apply(ui, &back, at_ms);
        ui->fold = ui->wish_fold;
        snprintf(ui->column, sizeof ui->column, "%s", ui->wish_column);
        carry_out(session, &wish, at_ms);
        return;
    }
    if (name[0] != '\0') {
        show.amount = 1;
        snprintf(show.select, sizeof show.select, "%.71s", name);
    }
    ui_apply(ui, &show, at_ms);
    if (name[0] != '\0') {
        order_keep(session);
        begun_open(session);
    }
}

// The name as the board writes it; NULL when nobody on it is called so.
static const char *known_name(const struct board *board, const char *name)
{
    const struct person *person = board_person_find(board, name);

    if (person != NULL) {
        return person->name;
    }
    for (size_t i = 0; i < board->track_count; i++) {
        if (utf8_same(board->tracks[i].lead, name)) {
            return board->tracks[i].lead;
        }
    }
    return NULL;
}

void change_person(struct session *session, char name[72], const char *column,
                   int64_t at_ms)
{
    const struct board *board = session_board(session);
    const char *known = board != NULL ? known_name(board, name) : NULL;

    if (known != NULL) {
        snprintf(name, 72, "%.71s", known);
    } else if (board != NULL) {
        struct update_wish wish = {.kind = UPDATE_PERSON,
                                   .text = name,
                                   .column = board_column_find(board, column)};
        change_commit(session, update_make(board, &wish, name, change_today(session)), NULL,
                      at_ms);
    }
}

bool change_pin(struct session *session, const char *name, const char *hash, int64_t at_ms)
{
    const struct board *board = session_board(session);
    struct update_wish wish = {.kind = UPDATE_PIN, .text = name, .extra = hash};

    return board != NULL &&
           change_commit(session, update_make(board, &wish, name, change_today(session)),
                         NULL, at_ms);
}

void change_apply(struct session *session, const struct intent *intent, int64_t at_ms)
{
    if (intent->kind == INTENT_WHO) {
        if (!gate_stops(session, intent, at_ms)) {
            change_greet(session, intent->select, at_ms);
        }
    } else if (session->ui.who[0] == '\0' && needs_name(session, intent)) {
        ask_who(session, intent, at_ms);
    } else {
        carry_out(session, intent, at_ms);
    }
}
