#include "typing.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "change.h"
#include "session.h"
#include "touch/suggest.h"

enum { QUERY_CHARS = 40 };

static const struct {
    enum update_kind update;
    enum wordlist_kind words;
} kinds[WRITING_COUNT] = {
    [WRITING_NOTE] = {UPDATE_NOTE, WORDLIST_NOTE},
    [WRITING_REASON] = {UPDATE_REASON, WORDLIST_REASON},
    [WRITING_ASKED] = {UPDATE_ASKED, WORDLIST_ASKED},
    [WRITING_TASK] = {UPDATE_DECISION_TEXT, WORDLIST_ASKED},
    [WRITING_NAME] = {UPDATE_PERSON, WORDLIST_NAME},
};

void typing_init(struct typing *typing)
{
    *typing = (struct typing){.screen = SCREEN_COUNT, .rest_ms = INT64_MAX};
}

void typing_finish(struct typing *typing)
{
    typing_forget(typing);
    typing_init(typing);
}

void typing_forget(struct typing *typing)
{
    wordlist_finish(&typing->words);
    typing->worded = false;
}

const struct wordlist *typing_words(struct session *session)
{
    struct typing *typing = &session->typing;
    const struct board *board = session_board(session);
    const struct action *action = NULL;
    const struct track *track = NULL;

    if (typing->screen != SCREEN_WRITE || board == NULL) {
        return NULL;
    }
    if (!typing->worded) {
        change_subject(session, typing->open.select, &action, &track);
        wordlist_make(&typing->words, board, action, kinds[typing->open.writing].words);
        typing->worded = true;
    }
    return &typing->words;
}

void typing_rest(struct typing *typing)
{
    typing->due = typing->due || typing->rest_ms != INT64_MAX;
    typing->rest_ms = INT64_MAX;
}

// --- what lies open ---

// The open text as a draft.
static void draft_keep(struct session *session)
{
    struct typing *typing = &session->typing;

    if (typing->screen != SCREEN_WRITE) {
        return;
    }
    memcpy(typing->open.text, session->keyboard.field.text, sizeof typing->open.text);
    drafts_put(&session->ui.drafts, &typing->open);
}

// Nothing is open any more; what was typed is due for its keeper at once.
static void shut(struct typing *typing)
{
    typing_rest(typing);
    typing->screen = SCREEN_COUNT;
    typing_forget(typing);
}

static void write_open(struct session *session, const char *board)
{
    struct typing *typing = &session->typing;
    const struct ui *ui = &session->ui;
    struct draft_text *open = &typing->open;

    *open = (struct draft_text){.writing = ui->here.writing};
    snprintf(open->board, sizeof open->board, "%.35s", board);
    snprintf(open->select, sizeof open->select, "%s", ui->here.select);
    snprintf(open->author, sizeof open->author, "%s", ui->who);
    keyboard_init(&session->keyboard, writing_chars(open->writing));
    const struct draft_text *draft =
        drafts_find(&ui->drafts, open->board, open->writing, open->select, ui->who);
    if (draft != NULL) {
        field_set(&session->keyboard.field, draft->text);
        if (ui->who[0] == '\0') { // it stays its author's while nobody says who he is
            memcpy(open->author, draft->author, sizeof open->author);
        }
    } else {
        session->keyboard.shift = KEYBOARD_ONCE;
    }
}

// Whether what is open is what the screen shows.
static bool in_place(const struct session *session, const char *board)
{
    const struct typing *typing = &session->typing;
    const struct place *here = &session->ui.here;

    if (here->screen == SCREEN_SEARCH) { // the tab starts an open search anew
        return typing->screen == SCREEN_SEARCH &&
               (session->ui.query[0] != '\0' || session->keyboard.field.length == 0);
    }
    if (here->screen != SCREEN_WRITE) {
        return typing->screen == SCREEN_COUNT;
    }
    return typing->screen == SCREEN_WRITE && typing->open.writing == here->writing &&
           strcmp(typing->open.select, here->select) == 0 &&
           strcmp(typing->open.board, board) == 0;
}

void typing_follow(struct session *session)
{
    struct typing *typing = &session->typing;
    const struct board *board = session_board(session);
    const char *slug = board != NULL ? board->slug : "";

    if (in_place(session, slug)) {
        return;
    }
    draft_keep(session);
    shut(typing);
    typing->screen = session->ui.here.screen;
    if (typing->screen == SCREEN_SEARCH) {
        keyboard_init(&session->keyboard, QUERY_CHARS);
        field_set(&session->keyboard.field, session->ui.query);
    } else if (typing->screen == SCREEN_WRITE) {
        write_open(session, slug);
    } else {
        typing->screen = SCREEN_COUNT;
    }
}

// --- sending ---

// Without the spaces round it.
static void trimmed(const char *text, char out[FIELD_BYTES])
{
    text += strspn(text, " ");
    snprintf(out, FIELD_BYTES, "%s", text);
    for (size_t length = strlen(out); length > 0 && out[length - 1] == ' ';) {
        out[--length] = '\0';
    }
}

static void send_name(struct session *session, const char *text, int64_t at_ms)
{
    struct intent who = {.kind = INTENT_WHO};
    struct intent back = {.kind = INTENT_BACK};

    snprintf(who.select, sizeof who.select, "%.71s", text);
    change_person(session, who.select, session->ui.column, at_ms);
    ui_apply(&session->ui, &back, at_ms);
    change_apply(session, &who, at_ms);
}

// The text stays a draft until the board has it: who wrote it may have to be asked first.
static void send_text(struct session *session, const struct draft_text *draft,
                      int64_t at_ms)
{
    struct intent intent = {.kind = INTENT_CHANGE,
                            .screen = SCREEN_WRITE,
                            .amount = (int)kinds[draft->writing].update};
    struct intent back = {.kind = INTENT_BACK};

    ui_apply(&session->ui, &back, at_ms);
    if (draft->text[0] != '\0') {
        memcpy(intent.select, draft->select, sizeof intent.select);
        size_t shown = strlen(draft->text); // its beginning, for the undo bar
        shown = shown < sizeof intent.text ? shown : sizeof intent.text - 1;
        memcpy(intent.text, draft->text, utf8_whole(draft->text, shown));
        change_apply(session, &intent, at_ms);
    }
    if (draft->writing == WRITING_TASK) { // a meeting is not asked who it is: it is done
        struct draft_text gone = *draft;
        gone.text[0] = '\0';
        drafts_put(&session->ui.drafts, &gone);
    }
}

static void typing_send(struct session *session, int64_t at_ms)
{
    struct typing *typing = &session->typing;
    struct draft_text draft = typing->open;

    trimmed(session->keyboard.field.text, draft.text);
    if (draft.writing == WRITING_NAME && draft.text[0] == '\0') {
        return; // nobody has no name
    }
    struct draft_text gone = draft;
    gone.text[0] = '\0';
    drafts_put(&session->ui.drafts, &gone); // whoever began it, who is here sends it
    memcpy(draft.author, session->ui.who, sizeof draft.author);
    drafts_put(&session->ui.drafts, &draft);
    shut(typing);
    typing->due = true;
    session->ui.here.offset_px = 0;
    if (draft.writing == WRITING_NAME) {
        send_name(session, draft.text, at_ms);
    } else {
        send_text(session, &draft, at_ms);
    }
}

// --- keys ---

static void typed(struct session *session, int64_t at_ms)
{
    struct typing *typing = &session->typing;
    struct field *field = &session->keyboard.field;

    session->dirty = true;
    if (typing->screen == SCREEN_SEARCH) {
        snprintf(session->ui.query, sizeof session->ui.query, "%.95s", field->text);
        scroll_to(&session->scroll, 0);
    } else if (typing->screen == SCREEN_WRITE) {
        const struct intent *name = NULL; // signing in carries a name in its `select`
        while (typing->open.writing == WRITING_NAME &&
               field->length >= sizeof name->select && field_erase(field)) {
        }
        draft_keep(session);
        typing->rest_ms = at_ms + TYPING_REST_MS;
    }
}

static void result_apply(struct session *session, enum keyboard_result result,
                         int64_t at_ms)
{
    session->dirty = session->dirty || result != KEYBOARD_IGNORED;
    if (result == KEYBOARD_TYPED) {
        typed(session, at_ms);
    } else if (result == KEYBOARD_READY && session->typing.screen == SCREEN_WRITE) {
        typing_send(session, at_ms);
    } else if (result == KEYBOARD_READY) {
        session->ui.typed = session->ui.query[0] != '\0';
    }
}

bool typing_apply(struct session *session, const struct intent *intent, int64_t at_ms)
{
    struct keyboard *keyboard = &session->keyboard;

    if (intent->kind == INTENT_KEY) {
        session->ui.typed = false;
        result_apply(session, keyboard_press(keyboard, intent->select, at_ms), at_ms);
    } else if (intent->kind == INTENT_WORD) {
        if (suggest_take(&keyboard->field, intent->text)) {
            keyboard->shift =
                keyboard->shift == KEYBOARD_ONCE ? KEYBOARD_LOW : keyboard->shift;
            typed(session, at_ms);
        }
    } else if (intent->kind == INTENT_SENTENCE) {
        field_set(&keyboard->field, intent->text);
        keyboard->shift = KEYBOARD_LOW;
        typed(session, at_ms);
    } else {
        return false;
    }
    return true;
}

bool typing_feed(struct session *session, const struct sample *sample)
{
    if (session->typing.screen == SCREEN_COUNT) {
        return false;
    }
    if (session->typing.screen == SCREEN_WRITE && sample->kind == SAMPLE_KEY &&
        sample->key == KEY_ENTER) {
        typing_send(session, sample->at_ms);
        return true;
    }
    if (!field_feed(&session->keyboard.field, sample)) {
        return false;
    }
    if (session->keyboard.shift == KEYBOARD_ONCE) {
        session->keyboard.shift = KEYBOARD_LOW;
    }
    typed(session, sample->at_ms);
    return true;
}

void typing_hold(struct session *session, const char *id, int64_t at_ms)
{
    result_apply(session, keyboard_hold(&session->keyboard, id, at_ms), at_ms);
}

bool typing_slide(struct session *session, const char *id)
{
    if (session->keyboard.popup[0] == '\0') {
        return false;
    }
    keyboard_slide(&session->keyboard, id);
    session->dirty = true;
    return true;
}

void typing_lift(struct session *session, const char *id, int64_t at_ms)
{
    result_apply(session, keyboard_lift(&session->keyboard, id, at_ms), at_ms);
}

void typing_tick(struct session *session, int64_t mono_ms)
{
    struct typing *typing = &session->typing;

    result_apply(session, keyboard_tick(&session->keyboard, mono_ms), mono_ms);
    if (mono_ms >= typing->rest_ms) {
        typing_rest(typing);
    }
}

int64_t typing_deadline_ms(const struct session *session)
{
    int64_t key = keyboard_deadline_ms(&session->keyboard);

    return key < session->typing.rest_ms ? key : session->typing.rest_ms;
}
