// The undo bar: what was done just now, how many seconds are left, one big button.
#include <stdio.h>
#include <string.h>

#include "board/handle.h"
#include "view/choice.h"
#include "view/chrome.h"
#include "view/curtain.h"
#include "view/mine.h"
#include "view/screens.h"

int undo_px(const struct scene *scene)
{
    const struct metrics *m = scene->m;

    switch (m->layout) {
    case LAYOUT_ROOM: return most(12 * m->unit_px, m->touch_min_px * 3 / 2);
    case LAYOUT_PANEL: return m->tall ? m->touch_px * 9 / 10 : m->touch_min_px * 3 / 2;
    case LAYOUT_PORTRAIT: break;
    }
    return m->touch_min_px * 8 / 5;
}

// --- what was done, in words ---

struct deed_words {
    char code[FORMAT_SIZE]; // what it is about, in bold: "2.1b", or a name
    char whole[2 * FORMAT_SIZE], brief[FORMAT_SIZE];
};

static const struct track *deed_track(const struct scene *scene, const char *select,
                                      char code[FORMAT_SIZE])
{
    const char *slash = strchr(select, '/');

    format_fill(code, FORMAT_SIZE, "%s", select);
    if (slash == NULL) {
        return NULL;
    }
    code[slash - select] = '\0';
    const struct action *action = board_action_find(scene->board, code);
    const struct column *column = board_column_find(scene->board, slash + 1);
    return action == NULL || column == NULL ? NULL : action->tracks[column->index];
}

static void words_state(const struct scene *scene, enum health health, const char *reason,
                        struct deed_words *out)
{
    char state[FORMAT_SIZE];
    bool final = health == HEALTH_DONE || health == HEALTH_DROPPED;

    format_fill(state, sizeof state,
                scene_word(scene, final ? WORD_DID_FINAL : WORD_DID_STATE),
                choice_health_words(scene, health));
    format_fill(out->whole, sizeof out->whole,
                reason[0] == '\0' ? "%s" : scene_word(scene, WORD_DID_REASON), state,
                reason);
    format_fill(
        out->brief, sizeof out->brief, "%s",
        words_get(scene->ui->lang, health == HEALTH_ON_COURSE    ? WORD_HEALTH_ON_COURSE
                                   : health == HEALTH_ATTENTION  ? WORD_HEALTH_ATTENTION
                                   : health == HEALTH_BOTTLENECK ? WORD_HEALTH_BOTTLENECK
                                   : health == HEALTH_DONE       ? WORD_HEALTH_DONE
                                                                 : WORD_HEALTH_DROPPED));
}

static void words_same(const struct scene *scene, const struct track *track,
                       struct deed_words *out)
{
    if (track == NULL || track->health == HEALTH_NONE) {
        format_fill(out->whole, sizeof out->whole, "%s",
                    scene_word(scene, WORD_DID_SAME_AS_WAS));
    } else {
        format_fill(out->whole, sizeof out->whole, scene_word(scene, WORD_DID_SAME),
                    choice_health_words(scene, track->health));
    }
}

// What a meeting decided: `screen` of the touch is the rung or the course.
static void words_decision(const struct scene *scene, const struct intent *did,
                           struct deed_words *out)
{
    static const enum word templates[DECIDE_COUNT] = {[DECIDE_AGREED] =
                                                          WORD_DID_AGREED_WITH,
                                                      [DECIDE_LEAD] = WORD_DID_LEAD,
                                                      [DECIDE_DUE] = WORD_DID_DUE,
                                                      [DECIDE_UP] = WORD_TO,
                                                      [DECIDE_DOWN] = WORD_TO,
                                                      [DECIDE_LATER] = WORD_DID_LATER,
                                                      [DECIDE_TASK] = WORD_DID_TASK};
    bool ladder = did->number == DECIDE_UP || did->number == DECIDE_DOWN;
    bool known = did->screen >= 0 && (size_t)did->screen < scene->board->rung_count;
    const char *what = ladder && known ? scene->board->rungs[did->screen].name : did->text;
    char words[2 * FORMAT_SIZE];

    if (did->number == DECIDE_STATE) {
        words_state(scene, (enum health)did->screen, did->text, out);
        return;
    }
    if (did->number < 0 || did->number >= DECIDE_COUNT) {
        return;
    }
    bool plain = did->number == DECIDE_AGREED && what[0] == '\0';
    format_fill(words, sizeof words,
                scene_word(scene, plain ? WORD_DID_AGREED : templates[did->number]), what);
    format_fill(out->whole, sizeof out->whole, scene_word(scene, WORD_DID_DECIDED), words);
    format_fill(out->brief, sizeof out->brief, "%s", words);
}

// What happened to a meeting or a decision that was there.
static void words_meeting(const struct scene *scene, const struct intent *did,
                          struct deed_words *out)
{
    const struct meeting *meeting = handle_meeting(scene->board, did->select);
    const struct decision *decision = handle_decision(scene->board, did->select);

    if (did->amount == UPDATE_MEETING_OPEN || did->amount == UPDATE_MEETING_CLOSE) {
        bool open = did->amount == UPDATE_MEETING_OPEN;
        format_fill(out->code, sizeof out->code, "%s",
                    meeting != NULL ? meeting->body : did->text);
        format_fill(
            out->whole, sizeof out->whole, "%s",
            scene_word(scene, open ? WORD_DID_MEETING_OPEN : WORD_DID_MEETING_CLOSE));
        return;
    }
    bool state = did->amount == UPDATE_DECISION_STATE;
    bool lead = did->amount == UPDATE_DECISION_LEAD;
    bool text = did->amount == UPDATE_DECISION_TEXT;
    const char *what =
        state ? decision_state_word((enum decision_state)did->number) : did->text;
    format_fill(out->code, sizeof out->code, "%s",
                decision != NULL && decision->action != NULL ? decision->action->code : "");
    format_fill(out->whole, sizeof out->whole,
                scene_word(scene, state  ? WORD_DID_DECISION_STATE
                                  : text ? WORD_DID_TASK
                                  : lead ? WORD_DID_LEAD
                                         : WORD_DID_DUE),
                what);
}

// The change itself; `brief` stays empty where the words are short already.
static void words_change(const struct scene *scene, const struct intent *did,
                         struct deed_words *out)
{
    static const enum word templates[UPDATE_KIND_COUNT] = {
        [UPDATE_REASON] = WORD_DID_REASON_ONLY, [UPDATE_STAGE] = WORD_DID_STAGE,
        [UPDATE_LEAD] = WORD_DID_LEAD,          [UPDATE_RUNG] = WORD_TO,
        [UPDATE_ASKED] = WORD_DID_ASKED,        [UPDATE_END] = WORD_DID_END,
        [UPDATE_NOTE] = WORD_DID_NOTE,          [UPDATE_DUE] = WORD_DID_DUE,
        [UPDATE_PERSON] = WORD_DID_PERSON,      [UPDATE_PIN] = WORD_DID_PIN};
    const struct board *board = scene->board;
    const struct track *track = deed_track(scene, did->select, out->code);
    const char *what = did->text;

    if (did->amount == UPDATE_DECIDE) {
        words_decision(scene, did, out);
        return;
    }
    if (did->amount >= UPDATE_MEETING_OPEN) {
        words_meeting(scene, did, out);
        return;
    }
    if (did->amount == UPDATE_HEALTH) {
        words_state(scene, (enum health)did->number, did->text, out);
        return;
    }
    if (did->amount == UPDATE_REASON && track != NULL && track->health != HEALTH_NONE) {
        words_state(scene, track->health, track->reason, out); // typed ones are long
        return;
    }
    if (did->amount == UPDATE_SAME) {
        words_same(scene, track, out);
        return;
    }
    if (did->amount == UPDATE_PERSON || did->amount == UPDATE_PIN) {
        format_fill(out->code, sizeof out->code, "%s", did->text);
    } else if (did->amount == UPDATE_STAGE) {
        bool known = did->number >= 0 && (size_t)did->number < board->stage_count;
        what = known ? board->stages[did->number] : "";
    } else if (did->amount == UPDATE_ASKED && track != NULL && track->bottleneck != NULL) {
        what = track->bottleneck->asked;
    } else if (did->amount == UPDATE_RUNG) {
        bool known = did->number >= 0 && (size_t)did->number < board->rung_count;
        what = known ? board->rungs[did->number].name : "";
    }
    format_fill(out->whole, sizeof out->whole, scene_word(scene, templates[did->amount]),
                what);
}

static void words_of(const struct scene *scene, struct deed_words *out)
{
    const struct undo *undo = &scene->ui->undo;
    const struct intent *did = &undo->did;

    *out = (struct deed_words){0};
    if (did->kind == INTENT_CHANGE && did->amount > UPDATE_NONE &&
        did->amount < UPDATE_KIND_COUNT) {
        words_change(scene, did, out);
    } else {
        format_fill(out->whole, sizeof out->whole, "%s",
                    scene_word(scene, did->kind == INTENT_SETTLE ? WORD_DID_SETTLE
                                                                 : WORD_DID_TAKEN_BACK));
    }
    if (undo->undone) {
        format_fill(out->whole, sizeof out->whole, "%s", scene_word(scene, WORD_UNDONE));
        out->brief[0] = '\0';
    }
}

// --- the bar ---

static int seconds_left(const struct scene *scene)
{
    int64_t left = scene->ui->undo.until_ms - scene->mono_ms;

    return left <= 0 ? 0 : (int)((left + 999) / 1000);
}

// What is known of its safety: "bewaard" once it is on this device's disk, "gedeeld" once
// it is in the shared file; NULL before.
static const char *safety_word(const struct scene *scene)
{
    const struct undo *undo = &scene->ui->undo;

    if (scene->sync->shared >= undo->serial) {
        return scene_word(scene, WORD_SHARED);
    }
    return scene->sync->saved >= undo->serial ? scene_word(scene, WORD_SAVED) : NULL;
}

static bool refused(const struct scene *scene)
{
    return scene->sync->refused && safety_word(scene) == NULL;
}

// One tick or two; returns the width. `x` is their left edge.
static int ticks_draw(struct scene *scene, int x, int cy, bool draw)
{
    const struct theme *t = scene->t;
    int side = scene->m->size_px[SIZE_HAND];
    int step = side * 55 / 100;
    bool shared = scene->sync->shared >= scene->ui->undo.serial;

    if (safety_word(scene) == NULL) {
        return 0;
    }
    for (int i = 0; draw && i < (shared ? 2 : 1); i++) {
        draw_shape(scene->list, SHAPE_TICK, (rect){x + i * step, cy - side / 2, side, side},
                   t->oninv2);
    }
    return side + (shared ? step : 0);
}

// The disk does not take it: in red on its own plate, so that the words can be read on the
// bar. Returns its left edge.
static int refused_draw(struct scene *scene, int left, int right, int cy)
{
    const struct metrics *m = scene->m;
    struct type type = {WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->redtext};
    const char *forms[] = {scene_word(scene, WORD_REFUSED),
                           scene_word(scene, WORD_REFUSED_SHORT), NULL};
    int pad = m->unit_px * 3 / 2;
    const char *words = text_choose(scene, right - left - 2 * pad, type, forms);
    int width = text_width(scene, type, words) + 2 * pad;
    int high = text_leading(scene, SIZE_HAND) + pad;

    draw_fill(scene->list, (rect){right - width, cy - high / 2, width, high},
              scene->t->redtint, m->radius_px / 2);
    text_put(scene, right - width + pad, text_middle(scene, SIZE_HAND, cy), type, words);
    return right - width;
}

static rect undo_box(const struct scene *scene)
{
    const struct metrics *m = scene->m;
    bool room = m->layout == LAYOUT_ROOM;
    int side = room ? m->margin_px : 2 * m->unit_px;

    if (!rect_empty(scene->undo)) {
        return scene->undo;
    }
    int gap = scene->bar_px > 0 || !room ? 2 * m->unit_px - m->unit_px / 2 : m->margin_px;
    int high = undo_px(scene);

    return (rect){side, scene->list->height_px - scene->bar_px - gap - high,
                  scene->list->width_px - 2 * side, high};
}

rect undo_clear(const struct scene *scene, rect body)
{
    if (scene->ui->undo.serial != 0) {
        int foot = undo_box(scene).y - scene->m->gap_px;
        body.h = most(0, least(body.h, foot - body.y));
    }
    return body;
}

// The button; the bar's whole height beside it answers too. Returns its left edge.
static int button_draw(struct scene *scene, rect box)
{
    const struct metrics *m = scene->m;
    const struct theme *t = scene->t;
    int inset = m->unit_px * (m->layout == LAYOUT_PORTRAIT ? 8 : 5) / 3;
    const char *forms[] = {scene_word(scene, WORD_UNDO), scene_word(scene, WORD_UNDO_SHORT),
                           NULL};
    bool portrait = m->layout == LAYOUT_PORTRAIT;
    enum role_size size = SIZE_TAFEL;
    struct type type = {WEIGHT_SEMIBOLD, size, t->inv};
    int side = m->size_px[size];
    int gap = m->unit_px * 2;
    int most_px = box.w * (portrait ? 45 : 40) / 100;
    const char *word =
        text_choose(scene, most_px - side - gap - 4 * m->unit_px, type, forms);
    int width = text_width(scene, type, word) + side + gap + 6 * m->unit_px;
    rect button = {box.x + box.w - inset - width, box.y + inset, width, box.h - 2 * inset};
    struct surface s = {.role = ROLE_BUTTON,
                        .box = button,
                        .hit = {button.x - inset, box.y, width + 2 * inset, box.h},
                        .fill = t->oninv,
                        .radius_px = m->radius_px * 3 / 4,
                        .tap = {.kind = INTENT_UNDO, .number = -1}};

    scene->covered = false;
    bool pressed = chrome_surface(scene, &s, scene_word(scene, WORD_UNDO));
    color ink = pressed ? t->ink : t->inv;
    int x = button.x + (width - side - gap - text_width(scene, type, word)) / 2;
    int cy = button.y + button.h / 2;
    draw_shape(scene->list, SHAPE_ICON_UNDO, (rect){x, cy - side / 2, side, side}, ink);
    type.ink = ink;
    text_put(scene, x + side + gap, text_middle(scene, size, cy), type, word);
    return button.x;
}

static void seconds_words(const struct scene *scene, bool brief, char out[FORMAT_SIZE])
{
    int seconds = seconds_left(scene);

    format_fill(out, FORMAT_SIZE,
                scene_word(scene, brief          ? WORD_SECONDS_BRIEF
                                  : seconds == 1 ? WORD_SECOND_LEFT
                                                 : WORD_SECONDS_LEFT),
                seconds);
}

// Seconds, ticks and their word at the right of the bar; returns their left edge.
static int side_draw(struct scene *scene, int left, int right, int cy, bool wide)
{
    const struct metrics *m = scene->m;
    struct type type = {WEIGHT_REGULAR, SIZE_HAND, scene->t->oninv2};
    char words[FORMAT_SIZE];
    int baseline = text_middle(scene, SIZE_HAND, cy);

    if (!scene->ui->undo.undone) {
        seconds_words(scene, !wide, words);
        right -= text_put_right(scene, right, baseline, type, words) + 2 * m->unit_px;
    }
    if (refused(scene)) {
        return refused_draw(scene, left, right, cy) - 2 * m->unit_px;
    }
    const char *safe = safety_word(scene);
    if (safe != NULL) {
        if (wide) {
            right -= text_put_right(scene, right, baseline, type, safe) + m->unit_px;
        }
        int width = ticks_draw(scene, 0, cy, false);
        ticks_draw(scene, right - width, cy, true);
        right -= width + 2 * m->unit_px;
    }
    return right;
}

// Code and words; who did it behind them where there is room.
static void words_draw(struct scene *scene, const struct deed_words *deed, int x, int right,
                       int baseline, enum role_size size)
{
    const struct metrics *m = scene->m;
    struct type bold = {WEIGHT_BOLD, size, scene->t->oninv};
    struct type type = {WEIGHT_REGULAR, size, scene->t->oninv};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->oninv2};
    char by[FORMAT_SIZE];
    char who[FORMAT_SIZE];

    if (deed->code[0] != '\0') {
        x += text_put_fit(scene, x, baseline, right - x, bold, deed->code) +
             m->size_px[size] * 26 / 100;
    }
    const char *forms[] = {deed->whole, deed->brief, NULL};
    x += text_put_fit(scene, x, baseline, right - x, type,
                      deed->brief[0] != '\0' ? text_choose(scene, right - x, type, forms)
                                             : deed->whole);
    x += 2 * m->unit_px;
    mine_name(scene->board, scene_private(scene, scene->ui->undo.by), who, sizeof who);
    format_fill(by, sizeof by, scene_word(scene, WORD_BY), who);
    if (scene->ui->undo.by[0] != '\0' && x + text_width(scene, hand, by) <= right) {
        text_put(scene, x, baseline, hand, by);
    }
}

// On an upright panel: the words in one line, what is left of the time under it.
static void upright_draw(struct scene *scene, const struct deed_words *deed, rect box,
                         int right)
{
    const struct metrics *m = scene->m;
    int x = box.x + 7 * m->unit_px / 2;
    int cy = box.y + box.h / 2;
    struct type bold = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->oninv};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->oninv2};
    char whole[3 * FORMAT_SIZE];
    char brief[2 * FORMAT_SIZE];
    char words[FORMAT_SIZE];
    int half = text_leading(scene, SIZE_HAND) / 2 + m->unit_px / 2;

    format_fill(whole, sizeof whole, "%s%s%s", deed->code, deed->code[0] != '\0' ? " " : "",
                deed->whole);
    format_fill(brief, sizeof brief, "%s%s%s", deed->code,
                deed->code[0] != '\0' ? ": " : "",
                deed->brief[0] != '\0' ? deed->brief : deed->whole);
    const char *forms[] = {whole, brief, NULL};
    int room = right - x;
    bool alone = scene->ui->undo.undone && safety_word(scene) == NULL;
    text_put_fit(scene, x, text_middle(scene, SIZE_TAFEL, alone ? cy : cy - half), room,
                 bold, text_choose(scene, room, bold, forms));
    int line = cy + half;
    int baseline = text_middle(scene, SIZE_HAND, line);
    if (refused(scene)) {
        int width = text_width(scene, (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, 0},
                               scene_word(scene, WORD_REFUSED_SHORT)) +
                    3 * m->unit_px;
        refused_draw(scene, x, x + least(width, room), line);
        return;
    }
    if (!scene->ui->undo.undone) {
        seconds_words(scene, false, words);
        int width = text_width(scene, hand, words);
        seconds_words(scene, width + 3 * m->size_px[SIZE_HAND] > room, words);
        x += text_put_fit(scene, x, baseline, room, hand, words) + 2 * m->unit_px;
    }
    ticks_draw(scene, x, line, true);
}

// All of it in words, for whoever hears the screen.
static void label_draw(struct scene *scene, const struct deed_words *deed, rect box)
{
    char label[4 * FORMAT_SIZE];
    char by[FORMAT_SIZE] = "";
    const char *safe =
        refused(scene) ? scene_word(scene, WORD_REFUSED) : safety_word(scene);

    if (scene->ui->undo.by[0] != '\0') {
        format_fill(by, sizeof by, scene_word(scene, WORD_BY),
                    scene_private(scene, scene->ui->undo.by));
    }
    format_fill(label, sizeof label, "%s%s%s%s%s%s%s", deed->code,
                deed->code[0] != '\0' ? " " : "", deed->whole, by[0] != '\0' ? ", " : "",
                by, safe != NULL ? ", " : "", safe != NULL ? safe : "");
    struct element *element = draw_element(scene->list, ROLE_TEXT, box, label);
    if (element != NULL) {
        element->hit = box; // a touch on it does not reach what lies under it
    }
}

void undo_draw(struct scene *scene)
{
    const struct metrics *m = scene->m;
    struct deed_words deed;

    if (scene->ui->undo.serial == 0 || scene->sync == NULL) {
        return;
    }
    words_of(scene, &deed);
    rect box = undo_box(scene);
    draw_fill(scene->list, box, scene->t->inv, m->radius_px);
    label_draw(scene, &deed, box);
    int right = scene->ui->undo.undone ? box.x + box.w : button_draw(scene, box);
    right -= 2 * m->unit_px;
    if (m->layout == LAYOUT_PORTRAIT) {
        upright_draw(scene, &deed, box, right);
        return;
    }
    int x = box.x + (m->layout == LAYOUT_ROOM ? 3 * m->unit_px : 4 * m->unit_px);
    int cy = box.y + box.h / 2;
    right = side_draw(scene, x + box.w / 4, right, cy, m->layout == LAYOUT_ROOM || m->tall);
    words_draw(scene, &deed, x, right, text_middle(scene, SIZE_TAFEL, cy), SIZE_TAFEL);
}
