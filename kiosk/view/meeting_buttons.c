// What a meeting decides about a point with one tap, and what it chooses from for that.
#include <stdio.h>
#include <string.h>

#include "board/handle.h"
#include "board/leads.h"
#include "view/buttons.h"
#include "view/choice.h"
#include "view/meeting.h"
#include "view/meeting_parts.h"
#include "view/screens.h"
#include "view/sign.h"

enum { BUTTONS_MAX = 8 };

struct button {
    int icon;
    char word[FORMAT_SIZE];
    bool chosen;
    struct intent tap; // INTENT_NONE: not possible now
};

struct buttons {
    struct button list[BUTTONS_MAX];
    int count;
};

static struct button *button_add(struct buttons *buttons, int icon, const char *word,
                                 struct intent tap)
{
    struct button *button = &buttons->list[buttons->count++];

    *button = (struct button){.icon = icon, .tap = tap};
    format_fill(button->word, sizeof button->word, "%s", word);
    return button;
}

static struct intent fold_open(int fold)
{
    struct intent intent = intent_of(INTENT_OPTION, UI_PANEL);

    intent.screen = fold;
    return intent;
}

// Names are hidden behind the curtain: then there is nobody to choose.
static struct intent who_open(const struct scene *scene)
{
    struct intent none = {.kind = INTENT_NONE};

    return scene->ui->curtain ? none : fold_open(MEETING_WHO);
}

// --- decisions as intents ---

struct intent meeting_decide(const struct point *point, enum decide kind, const char *text,
                             int extra)
{
    struct intent intent = {.kind = INTENT_CHANGE,
                            .amount = UPDATE_DECIDE,
                            .number = (int)kind,
                            .screen = extra};

    if (point->why.track != NULL) {
        choice_select(point->why.track, intent.select);
    } else if (point->why.action != NULL) {
        snprintf(intent.select, sizeof intent.select, "%.71s", point->why.action->code);
    }
    format_fill(intent.text, sizeof intent.text, "%s", text);
    return intent;
}

static struct intent decision_change(const struct decision *decision, enum update_kind kind,
                                     int number, const char *text)
{
    struct intent intent = {.kind = INTENT_CHANGE, .amount = (int)kind, .number = number};

    snprintf(intent.select, sizeof intent.select, "%s", handle_of(decision->row));
    format_fill(intent.text, sizeof intent.text, "%s", text);
    return intent;
}

static bool decision_about(const struct talk *talk, const struct decision *decision,
                           const struct point *point)
{
    const struct attention *why = &point->why;

    if (why->track != NULL) {
        return decision->track == why->track;
    }
    if (why->action != NULL) {
        return decision->action == why->action && decision->track == NULL;
    }
    return decision->action == NULL && point_named(talk->board, why, decision->text);
}

const struct decision *meeting_decided(const struct talk *talk, const struct point *point,
                                       enum decide kind)
{
    for (int i = talk->made_count; i-- > 0;) {
        const struct decision *decision = talk->made[i];
        if (decision->state != DECISION_DROPPED && decision_kind(decision) == kind &&
            decision_about(talk, decision, point)) {
            return decision;
        }
    }
    return NULL;
}

// Whether the undo bar is about this decision, or about who does it and when.
static bool undo_about(const struct intent *did, const struct decision *decision)
{
    const char *slash = strchr(did->select, '/');
    const char *column = decision->track != NULL ? decision->track->column->id : "";
    bool made = did->kind == INTENT_CHANGE && did->amount == UPDATE_DECIDE &&
                did->number == (int)decision_kind(decision);
    const char *code = decision->action != NULL ? decision->action->code : "";

    // What hangs on no action is told apart by its words.
    made = made && (decision->action != NULL || strstr(decision->text, did->text) != NULL);

    if (did->kind == INTENT_CHANGE && did->amount > UPDATE_DECIDE) {
        return strcmp(did->select, handle_of(decision->row)) == 0;
    }
    size_t length = slash != NULL ? (size_t)(slash - did->select) : strlen(did->select);
    return made && strlen(code) == length && strncmp(code, did->select, length) == 0 &&
           strcmp(slash != NULL ? slash + 1 : "", column) == 0;
}

struct intent meeting_take_back(const struct scene *scene, const struct decision *decision)
{
    const struct undo *undo = &scene->ui->undo;
    struct intent intent = {.kind = INTENT_UNDO, .number = -1};

    if (undo->serial != 0 && !undo->undone && undo_about(&undo->did, decision)) {
        return intent;
    }
    if (decision_kind(decision) == DECIDE_TASK) { // its lead and its date came after it
        return decision_change(decision, UPDATE_DECISION_STATE, DECISION_DROPPED, "");
    }
    intent.number = 0;
    snprintf(intent.text, sizeof intent.text, "%lld", (long long)decision->at_ms);
    return intent;
}

// --- the buttons of a track or an action ---

// A decision that needs nothing more, or one that first opens a panel. Recorded it is blue,
// and a tap takes it back.
static void decide_add(const struct scene *scene, const struct talk *talk,
                       struct buttons *buttons, enum decide kind, int icon,
                       const char *word, struct intent tap)
{
    const struct decision *made = meeting_decided(talk, meeting_point(talk), kind);
    struct button *button = button_add(buttons, icon, word,
                                       made != NULL ? meeting_take_back(scene, made) : tap);

    button->chosen = made != NULL;
}

// The rung on which it stands; for what is no bottleneck yet the one of this body.
static int rung_now(const struct scene *scene, const struct talk *talk,
                    const struct track *track)
{
    if (track->bottleneck != NULL) {
        return track->bottleneck->rung;
    }
    return most(0, board_rung_find(scene->board, talk->meeting->body));
}

static void rungs_add(const struct scene *scene, const struct talk *talk,
                      struct buttons *buttons)
{
    const struct point *point = meeting_point(talk);
    const struct board *board = scene->board;
    const struct track *track = point->why.track;
    const struct decision *up = meeting_decided(talk, point, DECIDE_UP);
    const struct decision *down = meeting_decided(talk, point, DECIDE_DOWN);
    struct intent none = {.kind = INTENT_NONE};
    char word[FORMAT_SIZE];
    // Once decided a button keeps naming the rung that it sent to.
    int now = rung_now(scene, talk, track);
    int above = up != NULL ? now : now + 1;
    int below = down != NULL ? now : track->bottleneck != NULL ? now - 1 : -1;

    if (above < (int)board->rung_count) {
        format_fill(word, sizeof word, scene_word(scene, WORD_UP_TO),
                    board->rungs[above].name);
        decide_add(scene, talk, buttons, DECIDE_UP, SHAPE_ICON_UP, word,
                   meeting_decide(point, DECIDE_UP, "", above));
    } else {
        format_fill(word, sizeof word, scene_word(scene, WORD_MEET_AT_TOP),
                    board->rungs[now].name);
        button_add(buttons, SHAPE_ICON_UP, word, none);
    }
    if (below >= 0) {
        format_fill(word, sizeof word, scene_word(scene, WORD_DOWN_TO),
                    board->rungs[below].name);
        decide_add(scene, talk, buttons, DECIDE_DOWN, SHAPE_ICON_DOWN, word,
                   meeting_decide(point, DECIDE_DOWN, "", below));
    } else {
        button_add(buttons, SHAPE_ICON_DOWN, scene_word(scene, WORD_MEET_DOWN_OFF), none);
    }
}

static void plain_buttons(const struct scene *scene, const struct talk *talk,
                          struct buttons *buttons)
{
    const struct point *point = meeting_point(talk);
    bool track = point->why.track != NULL;
    bool action = point->why.action != NULL;
    char about[FORMAT_SIZE];
    char task[FORMAT_SIZE];

    point_name(scene->board, &point->why, about, sizeof about);

    format_fill(task, sizeof task,
                scene_word(scene, action ? WORD_MEET_TASK_AT : WORD_MEET_TASK_FREE),
                action ? point->why.action->code : about);
    decide_add(scene, talk, buttons, DECIDE_AGREED, SHAPE_TICK,
               scene_word(scene, WORD_MEET_AGREED),
               meeting_decide(point, DECIDE_AGREED, about, 0));
    if (track) {
        decide_add(scene, talk, buttons, DECIDE_LEAD, SHAPE_ICON_LEAD,
                   scene_word(scene, WORD_MEET_OTHER_LEAD), who_open(scene));
    }
    if (action) {
        decide_add(scene, talk, buttons, DECIDE_DUE, SHAPE_ICON_CLOCK,
                   scene_word(scene, WORD_MEET_NEW_DATE), fold_open(MEETING_DATE));
    }
    decide_add(scene, talk, buttons, DECIDE_TASK, SHAPE_ICON_MORE,
               scene_word(scene, WORD_MEET_TASK),
               meeting_decide(point, DECIDE_TASK, task, 0));
    if (track) {
        rungs_add(scene, talk, buttons);
        decide_add(scene, talk, buttons, DECIDE_STATE, SHAPE_ICON_PACE,
                   scene_word(scene, WORD_MEET_COURSE), fold_open(MEETING_COURSE));
    }
    decide_add(scene, talk, buttons, DECIDE_LATER, SHAPE_ICON_PAUSE,
               scene_word(scene, WORD_MEET_LATER),
               meeting_decide(point, DECIDE_LATER, about, 0));
}

// --- those of an open decision ---

static void decision_buttons(const struct scene *scene, const struct decision *decision,
                             struct buttons *buttons)
{
    static const struct {
        enum decision_state state;
        int icon;
        enum word word;
    } ends[] = {{DECISION_DONE, SHAPE_TICK, WORD_MEET_DONE},
                {DECISION_DROPPED, SHAPE_CROSS, WORD_MEET_DROPS}};

    for (int i = 0; i < 2; i++) {
        bool so = decision->state == ends[i].state;
        enum decision_state next = so ? DECISION_OPEN : ends[i].state;
        struct button *button =
            button_add(buttons, ends[i].icon, scene_word(scene, ends[i].word),
                       decision_change(decision, UPDATE_DECISION_STATE, (int)next, ""));
        button->chosen = so;
        if (i == 0) {
            button_add(buttons, SHAPE_ICON_PAUSE, scene_word(scene, WORD_MEET_NOT_YET),
                       fold_open(MEETING_NOT_YET));
        }
    }
}

static void buttons_of(const struct scene *scene, const struct talk *talk,
                       struct buttons *buttons)
{
    const struct point *point = meeting_point(talk);

    buttons->count = 0;
    if (meeting_promise(point)) {
        decision_buttons(scene, point->decision, buttons);
        button_add(buttons, SHAPE_ICON_LEAD, scene_word(scene, WORD_MEET_OTHER_LEAD),
                   who_open(scene));
    } else {
        plain_buttons(scene, talk, buttons);
    }
}

int meeting_buttons_count(const struct point *point)
{
    if (meeting_promise(point)) {
        return 4;
    }
    return point->why.track != NULL ? 8 : point->why.action != NULL ? 4 : 3;
}

int meeting_buttons_across(const struct scene *scene, const struct point *point, int w_px)
{
    int narrow = w_px / (11 * scene->m->size_px[SIZE_HAND] / 2);

    return least(meeting_buttons_count(point), narrow >= 4 ? 4 : 2);
}

// --- drawing ---

// The widest word of a text, which wraps nowhere.
static int word_px(const struct scene *scene, struct type type, const char *text)
{
    int width = 0;

    while (*text != '\0') {
        size_t length = strcspn(text, " ");
        width = most(width, text_part_width(scene, type, text, length));
        text += length + strspn(text + length, " ");
    }
    return width;
}

static void button_draw(struct scene *scene, const struct button *button, rect box)
{
    const struct metrics *m = scene->m;
    const struct theme *t = scene->t;
    bool off = button->tap.kind == INTENT_NONE;
    struct surface s = {.role = ROLE_BUTTON,
                        .box = box,
                        .fill = button->chosen ? t->blue
                                : off          ? t->paper
                                               : t->card,
                        .outline = off ? t->line : t->edge,
                        .outline_px = button->chosen ? 0 : m->hair_px,
                        .radius_px = m->radius_px,
                        .tap = button->tap};
    bool pressed = chrome_surface(scene, &s, button->word);
    bool blue = button->chosen && !pressed;
    struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL,
                        blue  ? t->on_blue
                        : off ? t->grey
                              : t->ink};
    int pad = m->layout == LAYOUT_ROOM ? 3 * m->unit_px : 3 * m->unit_px / 2;
    int side = m->size_px[SIZE_TAFEL] * 9 / 10;
    int gap = 2 * m->unit_px;
    int room = box.w - 2 * pad - side - gap;

    if (word_px(scene, type, button->word) > room ||
        text_lines(scene, room, type, button->word) * text_leading(scene, SIZE_TAFEL) >
            box.h) {
        type.size = SIZE_HAND;
    }
    bool icon = word_px(scene, type, button->word) <= room;
    int x = box.x + pad;
    if (icon) {
        draw_shape(scene->list, button->icon,
                   (rect){x, box.y + (box.h - side) / 2, side, side},
                   blue  ? t->on_blue
                   : off ? t->grey
                         : t->ink2);
        x += side + gap;
    }
    room = box.x + box.w - pad - x;
    int leading = text_leading(scene, type.size) * 9 / 10;
    int lines = least(2, text_lines(scene, room, type, button->word));
    if (lines * leading > box.h) {
        lines = 1;
    }
    text_put_wrapped(scene, x,
                     text_middle(scene, type.size, box.y + box.h / 2) -
                         (lines - 1) * text_leading(scene, type.size) / 2,
                     room, lines, type, button->word);
}

static void grid_draw(struct scene *scene, const struct buttons *buttons, rect box,
                      int across)
{
    int down = (buttons->count + across - 1) / across;

    for (int i = 0; i < buttons->count; i++) {
        button_draw(scene, &buttons->list[i], choice_place(scene, box, across, down, i));
    }
}

void meeting_buttons_draw(struct scene *scene, const struct talk *talk, rect box)
{
    struct buttons buttons;

    buttons_of(scene, talk, &buttons);
    grid_draw(scene, &buttons, box,
              meeting_buttons_across(scene, meeting_point(talk), box.w));
}

void meeting_promise_draw(struct scene *scene, const struct decision *decision, rect box,
                          int across)
{
    struct buttons buttons = {.count = 0};

    decision_buttons(scene, decision, &buttons);
    grid_draw(scene, &buttons, box, across);
}
