// Vergadering: a meeting of a body, step by step. Thin on purpose: what moved, the points
// one by one, what was decided.
#include "view/meeting.h"

#include <stdio.h>
#include <string.h>

#include "board/handle.h"
#include "view/meeting_parts.h"
#include "view/screens.h"

const struct point *meeting_point(const struct talk *talk)
{
    bool is_point = talk->step >= 1 && talk->step <= talk->count;

    return is_point ? &talk->points[talk->step - 1] : NULL;
}

bool meeting_promise(const struct point *point)
{
    return point->decision != NULL && point->why.kind == ATTENTION_KIND_COUNT;
}

struct intent meeting_step(int step)
{
    struct intent intent = intent_of(INTENT_OPTION, UI_POINT);

    intent.number = step;
    return intent;
}

void meeting_body(const char *body, char *out, size_t size)
{
    format_fill(out, size, "%s", body);
    if (out[0] >= 'a' && out[0] <= 'z') {
        out[0] = (char)(out[0] - 'a' + 'A');
    }
}

void meeting_day(const struct scene *scene, int32_t day, char *out, size_t size)
{
    struct date date = day_date(day);
    bool other = date.year != day_date(scene->today).year;
    char year[16] = "";

    if (other) {
        snprintf(year, sizeof year, " %d", date.year);
    }
    format_fill(out, size, "%s %d %s%s", words_weekday(scene->ui->lang, day_week(day), 1),
                date.day, words_month(scene->ui->lang, date.month, 1), year);
}

void meeting_count(const struct scene *scene, int count, char *out, size_t size)
{
    format_fill(out, size,
                scene_word(scene, count == 0   ? WORD_MEET_NO_DECISION
                                  : count == 1 ? WORD_MEET_DECISION
                                               : WORD_MEET_DECISIONS),
                count);
}

int meeting_aside_px(const struct scene *scene, rect body)
{
    int width = body.w * 30 / 100;
    bool room =
        width >= 12 * scene->m->size_px[SIZE_TAFEL] && scene->m->layout != LAYOUT_PORTRAIT;

    return room ? width : 0;
}

// --- the frame ---

static void title_words(const struct scene *scene, const struct talk *talk, bool brief,
                        char *out, size_t size)
{
    char body[FORMAT_SIZE];
    bool list = talk->step > talk->count;

    meeting_body(talk->meeting->body, body, sizeof body);
    if (brief && talk->step >= 1 && !list) {
        format_fill(out, size, scene_word(scene, WORD_MEET_POINT_BRIEF), talk->step,
                    talk->count);
        meeting_body(out, body, sizeof body);
        format_fill(out, size, "%s", body);
    } else if (brief) {
        format_fill(out, size, "%s",
                    scene_word(scene, list ? WORD_MEET_LIST : WORD_MEET_SINCE_BRIEF));
    } else if (talk->step == 0 || list) {
        format_fill(out, size,
                    scene_word(scene, list ? WORD_MEET_LIST_TITLE : WORD_MEET_SINCE_TITLE),
                    body);
    } else {
        format_fill(out, size, scene_word(scene, WORD_MEET_POINT), body, talk->step,
                    talk->count);
    }
}

// "bezig sinds 10.05", "gesloten op 25 september".
static void state_words(const struct scene *scene, const struct meeting *meeting, char *out,
                        size_t size)
{
    int32_t day = scene->today;
    int minute = 0;
    char when[FORMAT_SIZE];

    if (meeting->state == MEETING_CLOSED) {
        day = meeting->day;
        if (meeting->closed_ms > 0) {
            day_local(meeting->closed_ms, &day, &minute);
        }
        format_when(when, sizeof when, scene->ui->lang, day, scene->today);
        format_fill(out, size, scene_word(scene, WORD_MEET_CLOSED), when);
        return;
    }
    if (meeting->opened_ms > 0) {
        day_local(meeting->opened_ms, &day, &minute);
    }
    if (meeting->opened_ms == 0 || day != scene->today) {
        snprintf(out, size, "%s", scene_word(scene, WORD_MEET_BUSY));
        return;
    }
    format_clock(when, sizeof when, minute);
    format_fill(out, size, scene_word(scene, WORD_MEET_RUNNING), when);
}

// Icon and word without an outline, as buttons in a header are. Returns its left edge.
static int finish_draw(struct scene *scene, const struct talk *talk, int right, int y,
                       int high)
{
    const struct metrics *m = scene->m;
    const char *word = scene_word(scene, WORD_MEET_FINISH);
    struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
    int side = m->size_px[SIZE_TAFEL] * 7 / 10;
    int width = text_width(scene, type, word) + side + 9 * m->unit_px;
    struct surface s = {.role = ROLE_BUTTON,
                        .box = {right - width, y, width, high},
                        .fill = scene->t->card,
                        .radius_px = m->radius_px,
                        .tap = meeting_step(talk->count + 1)};

    chrome_surface(scene, &s, word);
    int x = s.box.x + 3 * m->unit_px;
    draw_shape(scene->list, SHAPE_ICON_CLOSE, (rect){x, y + (high - side) / 2, side, side},
               scene->t->ink);
    text_put(scene, x + side + 3 * m->unit_px / 2,
             text_middle(scene, SIZE_TAFEL, y + high / 2), type, word);
    return s.box.x;
}

// The header of a running meeting in a room: no way back stands in it, the steps have that.
static rect frame_room(struct scene *scene, const struct talk *talk)
{
    const struct metrics *m = scene->m;
    char title[2 * FORMAT_SIZE];
    char words[FORMAT_SIZE];
    int side = most(10 * m->unit_px, m->touch_min_px);
    int baseline = 2 * m->unit_px + text_cap(scene, SIZE_WAND) + m->unit_px / 2;
    int under = baseline + text_leading(scene, SIZE_HAND) + m->unit_px;
    int right = scene->list->width_px - m->margin_px;
    struct type wand = {WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};

    if (talk->step <= talk->count) {
        right = finish_draw(scene, talk, right, 2 * m->unit_px, side) - 3 * m->unit_px;
    }
    format_clock(words, sizeof words, scene->minute);
    int kept = text_put_right(scene, right, baseline, wand, words);
    state_words(scene, talk->meeting, words, sizeof words);
    kept = most(kept, text_put_right(scene, right, under, hand, words));
    right -= kept + 3 * m->unit_px;
    title_words(scene, talk, false, title, sizeof title);
    text_put_fit(scene, m->margin_px, baseline, right - m->margin_px, wand, title);
    meeting_day(scene, talk->meeting->day, words, sizeof words);
    int width =
        text_put_fit(scene, m->margin_px, under, (right - m->margin_px) / 2, hand, words);
    chrome_tag(scene, m->margin_px + width + 2 * m->unit_px, under);
    int y = most(under + m->unit_px * 2 + text_cap(scene, SIZE_HAND) / 2,
                 2 * m->unit_px + side + m->gap_px);
    rect bar = chrome_bar(scene, TAB_MEETING);
    return (rect){m->margin_px, y, scene->list->width_px - 2 * m->margin_px,
                  bar.y - m->gap_px - y};
}

static rect frame_small(struct scene *scene, const struct talk *talk)
{
    const struct metrics *m = scene->m;
    char title[2 * FORMAT_SIZE];
    char state[FORMAT_SIZE];
    bool upright = m->layout == LAYOUT_PORTRAIT;
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};

    title_words(scene, talk, false, title, sizeof title);
    struct type wand = {WEIGHT_SEMIBOLD, SIZE_WAND, 0};
    int kept = scene->list->width_px * (upright ? 9 : 10) / 20;
    if (text_width(scene, wand, title) > scene->list->width_px - kept) {
        title_words(scene, talk, true, title, sizeof title);
    }
    rect body = chrome_frame(scene, NULL, title, "", 0, TAB_NONE);
    if (upright) { // its header has no line under the title
        state_words(scene, talk->meeting, state, sizeof state);
        int y = body.y - m->gap_px + text_cap(scene, SIZE_HAND);
        int width = text_put_fit(scene, body.x + m->unit_px, y, body.w / 2, hand, state);
        chrome_tag(scene, body.x + width + 4 * m->unit_px, y);
        int used = text_leading(scene, SIZE_HAND);
        body.y += used;
        body.h -= used;
    }
    return body;
}

// --- the buttons that turn to another step ---

int meeting_nav_px(const struct scene *scene)
{
    return most(scene->m->touch_min_px, chrome_button_px(scene));
}

// Icon before or behind its word; only the icon where the word does not fit.
static void turn_button(struct scene *scene, rect box, bool back, const char *word,
                        struct intent tap)
{
    const struct metrics *m = scene->m;
    bool off = tap.kind == INTENT_NONE;
    struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL, off ? scene->t->grey : scene->t->ink};
    struct surface s = {.role = ROLE_BUTTON,
                        .box = box,
                        .fill = scene->t->card,
                        .radius_px = m->radius_px,
                        .tap = tap};
    int side = m->size_px[SIZE_TAFEL] * 8 / 10;
    int room = box.w - side - 3 * m->unit_px;

    if (text_width(scene, type, word) > room) {
        type.size = SIZE_HAND;
    }
    chrome_surface(scene, &s, word);
    int width = text_width(scene, type, word);
    if (m->layout == LAYOUT_PORTRAIT || width > room) { // both alike on an upright panel
        side = m->size_px[SIZE_TAFEL];
        draw_shape(
            scene->list, back ? SHAPE_ICON_LEFT : SHAPE_ICON_RIGHT,
            (rect){box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side},
            type.ink);
        return;
    }
    int x = box.x + (box.w - width - side - m->unit_px) / 2;
    rect icon = {back ? x : x + width + m->unit_px, box.y + (box.h - side) / 2, side, side};
    draw_shape(scene->list, back ? SHAPE_ICON_LEFT : SHAPE_ICON_RIGHT, icon, type.ink);
    text_put_fit(scene, back ? x + side + m->unit_px : x,
                 text_middle(scene, type.size, box.y + box.h / 2), room, type, word);
}

static struct intent step_back(const struct talk *talk)
{
    return talk->step == 0 ? intent_show(SCREEN_MEETING, "") : meeting_step(talk->step - 1);
}

static struct intent step_on(const struct talk *talk)
{
    struct intent none = {.kind = INTENT_NONE};

    return talk->step > talk->count ? none : meeting_step(talk->step + 1);
}

static void back_draw(struct scene *scene, const struct talk *talk, rect box)
{
    turn_button(scene, box, true,
                scene_word(scene, talk->step == 0 ? WORD_MEET_ALL : WORD_PREVIOUS),
                step_back(talk));
}

static void on_draw(struct scene *scene, const struct talk *talk, rect box)
{
    bool first = talk->step == 0 && talk->count > 0;

    turn_button(scene, box, false, scene_word(scene, first ? WORD_MEET_FIRST : WORD_NEXT),
                step_on(talk));
}

void meeting_turn_draw(struct scene *scene, const struct talk *talk, rect box)
{
    int gap = scene->m->gap_px;
    int half = (box.w - gap) / 2;

    back_draw(scene, talk, (rect){box.x, box.y, half, box.h});
    on_draw(scene, talk, (rect){box.x + half + gap, box.y, box.w - half - gap, box.h});
}

void meeting_list_button(struct scene *scene, const struct talk *talk, rect box)
{
    const struct metrics *m = scene->m;
    char count[FORMAT_SIZE];
    char line[2 * FORMAT_SIZE];
    const char *word = scene_word(scene, WORD_MEET_LIST);
    struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    struct surface s = {.role = ROLE_BUTTON,
                        .box = box,
                        .fill = scene->t->card,
                        .radius_px = m->radius_px,
                        .tap = meeting_step(talk->count + 1)};

    meeting_count(scene, talk->made_count, count, sizeof count);
    chrome_surface(scene, &s, word);
    int side = m->size_px[SIZE_TAFEL] * 12 / 10;
    int x = box.x + 3 * m->unit_px;
    int cy = box.y + box.h / 2;
    draw_shape(scene->list, SHAPE_ICON_PAPER, (rect){x, cy - side / 2, side, side},
               scene->t->ink2);
    x += side + 2 * m->unit_px;
    bool upright = m->layout == LAYOUT_PORTRAIT;
    int right = box.x + box.w - (upright ? m->unit_px : 3 * m->unit_px + side * 7 / 10);
    const char *titles[] = {word, scene_word(scene, WORD_MEET_LIST_BRIEF),
                            scene_word(scene, WORD_MEET_LIST_SHORT), NULL};
    int high = text_cap(scene, SIZE_TAFEL) + text_leading(scene, SIZE_HAND);
    bool two = high + 2 * m->unit_px <= box.h;
    if (two) {
        int baseline = cy - high / 2 + text_cap(scene, SIZE_TAFEL);
        format_fill(line, sizeof line,
                    talk->made_count > 0 ? scene_word(scene, WORD_MEET_ON_A4) : "%s",
                    count);
        const char *forms[] = {line, count, NULL};
        text_put_fit(scene, x, baseline, right - x, type,
                     text_choose(scene, right - x, type, titles));
        text_put_fit(scene, x, baseline + text_leading(scene, SIZE_HAND), right - x, hand,
                     text_choose(scene, right - x, hand, forms));
    } else {
        text_put_fit(scene, x, text_middle(scene, SIZE_HAND, cy), right - x,
                     (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink},
                     talk->made_count > 0 ? count : word);
    }
    if (upright) {
        return; // its room goes to the words
    }
    side = side * 7 / 10;
    draw_shape(scene->list, SHAPE_ICON_RIGHT, (rect){right, cy - side / 2, side, side},
               scene->t->ink2);
}

void meeting_nav_draw(struct scene *scene, const struct talk *talk, rect box)
{
    int gap = scene->m->gap_px;
    int part = (box.w - 2 * gap) * (scene->m->layout == LAYOUT_PORTRAIT ? 26 : 30) / 100;
    int middle = box.w - 2 * part - 2 * gap;

    back_draw(scene, talk, (rect){box.x, box.y, part, box.h});
    meeting_list_button(scene, talk, (rect){box.x + part + gap, box.y, middle, box.h});
    on_draw(scene, talk, (rect){box.x + box.w - part, box.y, part, box.h});
}

// --- all of it ---

static void talk_open(const struct scene *scene, const struct meeting *meeting,
                      struct talk *talk)
{
    const struct board *board = scene->board;

    *talk = (struct talk){.board = board, .meeting = meeting};
    talk->made_count = (int)decision_list(board, meeting, talk->made, MEETING_DECISIONS);
    talk->open_count =
        (int)decision_open_list(board, meeting, talk->open, MEETING_DECISIONS);
    talk->made_count = least(talk->made_count, MEETING_DECISIONS);
    talk->open_count = least(talk->open_count, MEETING_DECISIONS);
    if (meeting->state == MEETING_CLOSED) {
        talk->step = 1; // its decisions
        return;
    }
    talk->count = (int)outlook_agenda(scene->outlook, meeting, &talk->points);
    talk->step = most(0, least(scene->ui->here.page, talk->count + 1));
}

static void talk_draw(struct scene *scene, const struct talk *talk)
{
    rect body = scene->m->layout == LAYOUT_ROOM ? frame_room(scene, talk)
                                                : frame_small(scene, talk);

    scene->stays = talk->meeting->state == MEETING_OPEN;
    scene->before = step_back(talk);
    scene->after = step_on(talk);
    if (talk->step == 0) {
        meeting_since_draw(scene, talk, body);
    } else if (meeting_point(talk) != NULL) {
        meeting_point_draw(scene, talk, body);
        meeting_panels_draw(scene, talk);
    } else {
        meeting_list_draw(scene, talk, body);
    }
}

// A closed one is only its decisions; there is a way back to the others.
static void closed_draw(struct scene *scene, const struct talk *talk)
{
    char title[2 * FORMAT_SIZE];
    char line[2 * FORMAT_SIZE];
    char day[FORMAT_SIZE];
    char state[FORMAT_SIZE];

    title_words(scene, talk, scene->m->layout != LAYOUT_ROOM, title, sizeof title);
    meeting_day(scene, talk->meeting->day, day, sizeof day);
    state_words(scene, talk->meeting, state, sizeof state);
    format_fill(line, sizeof line, "%s, %s", day, state);
    meeting_list_draw(scene, talk, chrome_frame(scene, NULL, title, line, 0, TAB_MEETING));
}

bool meeting_covers(const struct scene *scene)
{
    const struct place *here = &scene->ui->here;
    const struct meeting *meeting = here->screen == SCREEN_MEETING && scene->ui->fold != 0
                                        ? handle_meeting(scene->board, here->select)
                                        : NULL;

    // One that was closed or taken away elsewhere has no panels any more.
    return meeting != NULL && meeting->state == MEETING_OPEN;
}

void meeting_draw(struct scene *scene)
{
    const char *select = scene->ui->here.select;
    const struct meeting *meeting =
        select[0] != '\0' ? handle_meeting(scene->board, select) : NULL;
    struct talk talk;

    if (meeting == NULL || meeting->state == MEETING_PLANNED) {
        meeting_bodies_draw(scene);
        return;
    }
    talk_open(scene, meeting, &talk);
    if (meeting->state == MEETING_CLOSED) {
        closed_draw(scene, &talk);
    } else {
        talk_draw(scene, &talk);
    }
}
