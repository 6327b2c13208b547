#include "view/choice.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "board/outlook_lists.h"
#include "view/chrome.h"
#include "view/screens.h"
#include "view/sign.h"

enum { REASONS_MAX = REASON_LIST_MAX };

static const struct {
    enum health health;
    enum sign sign;
} states[] = {
    {HEALTH_ON_COURSE, SIGN_ON_COURSE},
    {HEALTH_ATTENTION, SIGN_ATTENTION},
    {HEALTH_BOTTLENECK, SIGN_BOTTLENECK},
    {HEALTH_DONE, SIGN_DONE},
};
enum { STATE_COUNT = sizeof states / sizeof states[0] };

void choice_select(const struct track *track, char out[72])
{
    snprintf(out, 72, "%.34s/%.35s", track->action->code, track->column->id);
}

struct intent choice_change(const struct track *track, int kind, int number,
                            const char *text)
{
    struct intent intent = {.kind = INTENT_CHANGE, .amount = kind, .number = number};

    choice_select(track, intent.select);
    snprintf(intent.text, sizeof intent.text, "%s", text);
    return intent;
}

struct intent choice_write(const struct track *track, enum writing writing)
{
    struct intent intent = {.kind = INTENT_WRITE, .amount = (int)writing};

    choice_select(track, intent.select);
    return intent;
}

// Still as it was: means something when nobody said so today.
static struct intent same_intent(const struct scene *scene, const struct track *track)
{
    struct intent none = {.kind = INTENT_NONE};

    return track->reported == scene->today ? none
                                           : choice_change(track, UPDATE_SAME, 0, "");
}

void choice_acts(const struct scene *scene, const struct track *track,
                 struct choice_act out[CHOICE_ACTS])
{
    char select[72];

    choice_select(track, select);
    bool begun = drafts_find(&scene->ui->drafts, scene->board->slug, WRITING_NOTE, select,
                             scene->ui->who) != NULL;
    out[0] = (struct choice_act){WORD_SAME, same_intent(scene, track), false};
    out[1] = (struct choice_act){begun ? WORD_WRITE_ON : WORD_NOTE,
                                 choice_write(track, WRITING_NOTE), begun};
    out[2] = (struct choice_act){WORD_CARD, intent_show(SCREEN_CARD, select), false};
}

void choice_act_draw(struct scene *scene, const struct choice_act *act, rect box,
                     enum role_size size)
{
    const struct theme *t = scene->t;
    bool off = act->tap.kind == INTENT_NONE;
    struct surface s = {.role = ROLE_BUTTON,
                        .box = box,
                        .fill = act->begun ? t->bluetint : t->card,
                        .outline = act->begun ? t->blue
                                   : off      ? t->line
                                              : t->edge,
                        .outline_px = act->begun ? scene->m->thick_px : scene->m->hair_px,
                        .radius_px = scene->m->radius_px,
                        .tap = act->tap};
    struct type type = {WEIGHT_SEMIBOLD, size, off ? t->grey : t->ink};
    const char *words = scene_word(scene, act->word);
    int room = box.w - 2 * scene->m->unit_px;

    chrome_surface(scene, &s, words);
    type.size =
        text_width(scene, type, words) > room - 2 * scene->m->unit_px ? SIZE_HAND : size;
    int width = least(room, text_width(scene, type, words));
    text_put_fit(scene, box.x + (box.w - width) / 2,
                 text_middle(scene, type.size, box.y + box.h / 2), room, type, words);
}

// --- states ---

static void word_large(const char *word, char out[FORMAT_SIZE])
{
    snprintf(out, FORMAT_SIZE, "%s", word);
    if (out[0] >= 'a' && out[0] <= 'z') {
        out[0] = (char)(out[0] - 'a' + 'A');
    }
}

static int state_sign_px(const struct scene *scene, enum role_size size)
{
    return scene->m->size_px[size];
}

static int state_gap_px(const struct scene *scene, enum role_size size)
{
    return scene->m->size_px[size] * 4 / 10;
}

int choice_state_width(const struct scene *scene, enum role_size size)
{
    int width = 0;
    char word[FORMAT_SIZE];

    for (int i = 0; i < STATE_COUNT; i++) {
        word_large(sign_word(scene, states[i].sign), word);
        width =
            most(width, text_width(scene, (struct type){WEIGHT_SEMIBOLD, size, 0}, word));
    }
    return width + state_sign_px(scene, size) + state_gap_px(scene, size) +
           4 * scene->m->unit_px;
}

static color state_color(const struct theme *t, enum sign sign)
{
    return sign == SIGN_ATTENTION ? t->orangeedge : sign_color(t, sign);
}

static color state_tint(const struct theme *t, enum sign sign)
{
    switch ((int)sign) {
    case SIGN_ON_COURSE: return t->bluetint;
    case SIGN_ATTENTION: return t->orangetint;
    case SIGN_DONE: return t->greentint;
    default: return sign_tint(t, sign);
    }
}

// A state that is chosen already is reported anew, unchanged.
static bool state_surface(struct scene *scene, const struct track *track, int state,
                          rect box, const char *word)
{
    const struct theme *t = scene->t;
    enum sign sign = states[state].sign;
    bool chosen = track->health == states[state].health;
    char label[2 * FORMAT_SIZE];
    struct surface s = {
        .role = ROLE_BUTTON,
        .box = box,
        .fill = chosen ? state_tint(t, sign) : t->card,
        .outline = chosen ? state_color(t, sign) : t->edge,
        .outline_px = chosen ? scene->m->thick_px : scene->m->hair_px,
        .radius_px = scene->m->radius_px,
        .tap = chosen ? same_intent(scene, track)
                      : choice_change(track, UPDATE_HEALTH, (int)states[state].health, ""),
    };

    bool same = chosen && s.tap.kind != INTENT_NONE;
    format_fill(label, sizeof label, "%s %s%s%s", track->action->code, word,
                same ? ", " : "", same ? scene_word(scene, WORD_SAME) : "");
    return chrome_surface(scene, &s, label);
}

static void state_draw(struct scene *scene, const struct track *track, int state, rect box,
                       bool stacked, enum role_size size)
{
    char word[FORMAT_SIZE];
    struct type type = {WEIGHT_SEMIBOLD, size, scene->t->ink};
    int side = state_sign_px(scene, size) * (stacked ? 115 : 100) / 100;
    int gap = state_gap_px(scene, size) * (stacked ? 150 : 100) / 100;

    word_large(sign_word(scene, states[state].sign), word);
    state_surface(scene, track, state, box, word);
    int width = text_width(scene, type, word);
    int cx = box.x + box.w / 2;
    int cy = box.y + box.h / 2;
    if (stacked) {
        int high = side + gap + text_cap(scene, size);
        sign_draw(scene, states[state].sign, cx - side / 2, cy - high / 2, side);
        text_put_centre(scene, cx, cy + high / 2, type, word);
    } else {
        int x = cx - (side + gap + width) / 2;
        sign_draw(scene, states[state].sign, x, cy - side / 2, side);
        text_put_fit(scene, x + side + gap, text_middle(scene, size, cy),
                     box.x + box.w - x - side - gap, type, word);
    }
}

rect choice_place(const struct scene *scene, rect box, int across, int down, int i)
{
    int gap = scene->m->gap_px;
    int column = i % across;
    int line = i / across;
    int x = box.x + column * (box.w + gap) / across;
    int y = box.y + line * (box.h + gap) / down;

    return (rect){x, y, box.x + (column + 1) * (box.w + gap) / across - gap - x,
                  box.y + (line + 1) * (box.h + gap) / down - gap - y};
}

static bool states_fit(const struct scene *scene, rect place, bool stacked,
                       enum role_size size)
{
    int beside = state_sign_px(scene, size) + state_gap_px(scene, size);
    int width = choice_state_width(scene, size) - 3 * scene->m->unit_px;

    return (stacked ? width - beside : width) <= place.w &&
           (stacked ? 2 * beside : beside) <= place.h;
}

void choice_states_draw(struct scene *scene, const struct track *track, rect box,
                        int across, bool stacked, enum role_size size)
{
    rect first = choice_place(scene, box, across, STATE_COUNT / across, 0);

    while (size < SIZE_HAND && !states_fit(scene, first, stacked, size)) {
        size++;
    }
    for (int i = 0; i < STATE_COUNT; i++) {
        state_draw(scene, track, i,
                   choice_place(scene, box, across, STATE_COUNT / across, i), stacked,
                   size);
    }
}

const char *choice_health_words(const struct scene *scene, enum health health)
{
    switch (health) {
    case HEALTH_ON_COURSE: return scene_word(scene, WORD_HEALTH_ON_COURSE);
    case HEALTH_ATTENTION: return scene_word(scene, WORD_AT_ATTENTION);
    case HEALTH_BOTTLENECK: return scene_word(scene, WORD_AT_BOTTLENECK);
    case HEALTH_DONE: return scene_word(scene, WORD_HEALTH_DONE);
    case HEALTH_DROPPED: return scene_word(scene, WORD_HEALTH_DROPPED);
    case HEALTH_NONE:
    case HEALTH_COUNT: break;
    }
    return "";
}

// --- reasons ---

bool choice_reasons_asked(const struct track *track)
{
    return track->health == HEALTH_BOTTLENECK || track->health == HEALTH_ATTENTION;
}

static int reason_order(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

// The reasons to tap: the chosen one, then those that the board uses most. Those for which
// there is room are put by name, so that none moves when its use changes.
static size_t reasons_of(const struct scene *scene, const struct track *track,
                         const char *out[REASONS_MAX])
{
    const char *const *listed = NULL;
    size_t count = outlook_reasons(scene->outlook, &listed);
    size_t used = 0;

    if (track->reason[0] != '\0') {
        out[used++] = track->reason;
    }
    for (size_t i = 0; i < count && used < REASONS_MAX; i++) {
        if (strcmp(listed[i], track->reason) != 0) {
            out[used++] = listed[i];
        }
    }
    return used;
}

static void reasons_sort(const char *reasons[REASONS_MAX], size_t count)
{
    qsort(reasons, count, sizeof reasons[0], reason_order);
}

static void pill_draw(struct scene *scene, rect box, enum role_size size, const char *word,
                      bool chosen, struct intent tap)
{
    const struct theme *t = scene->t;
    struct surface s = chrome_button_surface(scene, box, chosen, tap);

    s.radius_px = box.h / 2;
    bool pressed = chrome_surface(scene, &s, word);
    struct type type = {WEIGHT_SEMIBOLD, size, chosen && !pressed ? t->on_blue : t->ink};
    int room = box.w - 2 * scene->m->unit_px;
    int width = least(text_width(scene, type, word), room);

    text_put_fit(scene, box.x + (box.w - width) / 2,
                 text_middle(scene, size, box.y + box.h / 2), room, type, word);
}

static void reason_draw(struct scene *scene, const struct track *track, rect box,
                        enum role_size size, const char *reason)
{
    bool other = reason == NULL;

    pill_draw(scene, box, size, other ? scene_word(scene, WORD_OTHER) : reason,
              !other && strcmp(reason, track->reason) == 0,
              other ? choice_write(track, WRITING_REASON)
                    : choice_change(track, UPDATE_REASON, 0, reason));
}

static int pill_width(const struct scene *scene, const char *word)
{
    return text_width(scene, (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, 0}, word) +
           5 * scene->m->unit_px;
}

void choice_reasons_line(struct scene *scene, const struct track *track, rect box)
{
    const char *reasons[REASONS_MAX];
    size_t count = reasons_of(scene, track, reasons);
    int gap = scene->m->gap_px;
    int other = pill_width(scene, scene_word(scene, WORD_OTHER));
    int left = box.w - other - gap; // for reasons
    size_t picked = 0;
    int x = box.x;

    for (size_t i = 0; i < count; i++) {
        int width = pill_width(scene, reasons[i]) + gap;
        if (width <= left || i == 0) {
            reasons[picked++] = reasons[i];
            left -= width;
        }
    }
    reasons_sort(reasons, picked);
    for (size_t i = 0; i < picked; i++) {
        int width = pill_width(scene, reasons[i]);
        width = least(width, box.x + box.w - other - gap - x);
        reason_draw(scene, track, (rect){x, box.y, width, box.h}, SIZE_HAND, reasons[i]);
        x += width + gap;
    }
    reason_draw(scene, track, (rect){x, box.y, other, box.h}, SIZE_HAND, NULL);
}

void choice_reasons_grid(struct scene *scene, const struct track *track, rect box,
                         int across, int down, int spare)
{
    const char *reasons[REASONS_MAX];
    size_t count = reasons_of(scene, track, reasons);
    int width = choice_place(scene, box, across, down, 0).w - 3 * scene->m->unit_px;
    size_t room = (size_t)(across * down - spare - 1);
    size_t picked = 0;
    struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL, 0};

    if (text_width(scene, type, scene_word(scene, WORD_OTHER)) > width) {
        type.size = SIZE_HAND;
    }
    for (size_t i = 0; i < count && picked < room; i++) {
        bool chosen = strcmp(reasons[i], track->reason) == 0;
        if (chosen || text_width(scene, type, reasons[i]) <= width) {
            reasons[picked++] = reasons[i];
        }
    }
    reasons_sort(reasons, picked);
    for (size_t i = 0; i < picked; i++) {
        reason_draw(scene, track, choice_place(scene, box, across, down, (int)i), type.size,
                    reasons[i]);
    }
    reason_draw(scene, track, choice_place(scene, box, across, down, (int)picked),
                type.size, NULL);
}

// --- steps ---

static void step_button(struct scene *scene, const struct track *track, rect box, int by)
{
    int stage = track->stage + by;
    bool possible = stage >= 0 && stage < (int)scene->board->stage_count;
    enum shape icon = by < 0 ? SHAPE_ICON_LESS : SHAPE_ICON_MORE;
    int side = scene->m->size_px[SIZE_TAFEL] * 8 / 10;
    struct surface s = {.role = ROLE_BUTTON,
                        .box = box,
                        .fill = scene->t->card,
                        .outline = possible ? scene->t->edge : scene->t->line,
                        .outline_px = scene->m->hair_px,
                        .radius_px = scene->m->radius_px};

    if (possible) {
        s.tap = choice_change(track, UPDATE_STAGE, stage, "");
    }
    chrome_surface(scene, &s, scene_word(scene, by < 0 ? WORD_STEP_BACK : WORD_STEP_ON));
    draw_shape(scene->list, (int)icon,
               (rect){box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side},
               possible ? scene->t->ink : scene->t->grey);
}

// Every slot of the lane, grown to the height of the zone.
// Paints nothing at rest: its zone reaches over the descenders of the line above.
static void slot_draw(struct scene *scene, rect slot, const char *label, struct intent tap)
{
    bool pressed =
        !scene->covered && rect_has(slot, scene->ui->pressed_x, scene->ui->pressed_y);
    struct element *element = draw_element(scene->list, ROLE_BUTTON, slot, label);

    if (pressed) {
        draw_fill(scene->list, slot, scene->t->line, scene->m->radius_px / 2);
    }
    if (element != NULL) {
        element->hit = slot;
        element->tap = tap;
    }
}

static void step_slots(struct scene *scene, const struct track *track, rect lane, rect zone)
{
    int stages = (int)scene->board->stage_count;
    char label[FORMAT_SIZE];

    for (int stage = 0; stage < stages; stage++) {
        int x = lane.x + stage * lane.w / stages;
        rect slot = {x, zone.y, lane.x + (stage + 1) * lane.w / stages - x, zone.h};
        bool here = stage == track->stage;
        format_fill(label, sizeof label, scene_word(scene, WORD_STEP),
                    scene->board->stages[stage]);
        slot_draw(scene, slot, label,
                  here ? same_intent(scene, track)
                       : choice_change(track, UPDATE_STAGE, stage, ""));
    }
}

void choice_steps_draw(struct scene *scene, const struct track *track, rect lane, rect zone)
{
    int side = most(zone.h, scene->m->touch_min_px);

    if (lane.w / (int)scene->board->stage_count >= scene->m->touch_min_px) {
        step_slots(scene, track, lane, zone);
    } else {
        int gap = scene->m->gap_px * 3 / 2;
        lane.x = zone.x + side + gap;
        lane.w = zone.w - 2 * (side + gap);
        step_button(scene, track, (rect){zone.x, zone.y, side, zone.h}, -1);
        step_button(scene, track, (rect){zone.x + zone.w - side, zone.y, side, zone.h}, 1);
    }
    lane_draw(scene, track, lane);
}

// --- when ---

// Why and how long; shorter: the reason alone and how long.
static void stuck_words(const struct scene *scene, const struct track *track,
                        enum sign sign, int width_px, char *out, size_t size)
{
    char why[FORMAT_SIZE];
    char days[FORMAT_SIZE];
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, 0};

    exception_words(scene, track, sign, why, sizeof why);
    exception_days(scene, track, sign, days, sizeof days);
    format_fill(out, size, "%s%s%s", why, days[0] != '\0' ? ", " : "", days);
    if (track->reason[0] != '\0' && text_width(scene, hand, out) > width_px) {
        format_fill(out, size, "%s%s%s", track->reason, days[0] != '\0' ? ", " : "", days);
    }
}

bool choice_when(const struct scene *scene, const struct track *track, int width_px,
                 char *out, size_t size)
{
    enum sign sign = track_sign(track, scene->board, scene->today);
    bool just = track->reported == scene->today && ui_glows(scene->ui, track->row);
    char day[FORMAT_SIZE];

    if (just) {
        snprintf(out, size, "%s", scene_word(scene, WORD_REPORTED_NOW));
    } else if (sign >= SIGN_ATTENTION) {
        stuck_words(scene, track, sign, width_px, out, size);
    } else if (track->reported == DAY_NONE) {
        snprintf(out, size, "%s", scene_word(scene, WORD_NOT_REPORTED));
    } else if (track->reported == scene->today) {
        snprintf(out, size, "%s", scene_word(scene, WORD_REPORTED_TODAY));
    } else {
        format_when(day, sizeof day, scene->ui->lang, track->reported, scene->today);
        format_fill(out, size, "%s %s", scene_word(scene, WORD_REPORTED), day);
    }
    return just;
}
