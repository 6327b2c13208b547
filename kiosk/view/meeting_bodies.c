// Who meets: the bodies that the board names, when they meet next, and the recurring
// reviews.
#include <stdio.h>
#include <string.h>

#include "board/handle.h"
#include "board/outlook_lists.h"
#include "view/buttons.h"
#include "view/list.h"
#include "view/meeting_parts.h"
#include "view/screens.h"

enum { BESIDE_MAX = 32 };

// --- a body ---

// "do 27 november, 14.00"; `whole` false: "27 nov, 14.00".
static void moment_of(const struct scene *scene, const struct meeting *meeting, bool whole,
                      char *out, size_t size)
{
    char day[FORMAT_SIZE];
    char clock[FORMAT_SIZE] = "";

    if (whole) {
        format_day_whole(day, sizeof day, scene->ui->lang, meeting->day);
    } else {
        format_when(day, sizeof day, scene->ui->lang, meeting->day, scene->today);
    }
    if (meeting->minute >= 0) {
        format_clock(clock, sizeof clock, meeting->minute);
    }
    format_fill(out, size, "%s%s%s", day, clock[0] != '\0' ? ", " : "", clock);
}

// "Stadskantoor, pilots inkoop jeugdhulp".
static void about_words(const struct meeting *meeting, char *out, size_t size)
{
    const char *place = meeting->place;
    const char *agenda = meeting->agenda;

    format_fill(out, size, "%s%s%s", place,
                place[0] != '\0' && agenda[0] != '\0' ? ", " : "", agenda);
}

static void next_words(const struct scene *scene, const struct body *body, bool whole,
                       char *out, size_t size)
{
    if (body->running != NULL) {
        snprintf(out, size, "%s", scene_word(scene, WORD_MEET_BUSY));
    } else if (body->next == NULL) {
        snprintf(out, size, "%s", scene_word(scene, WORD_NO_MEETING));
    } else {
        moment_of(scene, body->next, whole, out, size);
    }
}

// "Vorige: 25 sep. 2 besluiten staan open".
static void last_words(const struct scene *scene, const struct body *body, char *out,
                       size_t size)
{
    char when[FORMAT_SIZE];
    char last[FORMAT_SIZE];
    char open[FORMAT_SIZE] = "";
    int count = (int)body->open_decisions;

    if (body->last != NULL) {
        format_when(when, sizeof when, scene->ui->lang, body->last->day, scene->today);
        format_fill(last, sizeof last, scene_word(scene, WORD_MEET_LAST), when);
    } else {
        snprintf(last, sizeof last, "%s", scene_word(scene, WORD_MEET_NEVER));
    }
    if (count > 0) {
        format_fill(
            open, sizeof open,
            scene_word(scene, count == 1 ? WORD_MEET_OPEN_ONE : WORD_MEET_OPEN_MANY),
            count);
    }
    format_fill(out, size, "%s%s%s", last, count > 0 ? ", " : "", open);
}

// Opens the meeting that is planned for today, else a new one; or goes on with what runs.
static struct intent start_tap(const struct scene *scene, const struct body *body)
{
    struct intent tap = {.kind = INTENT_CHANGE, .amount = UPDATE_MEETING_OPEN};

    if (body->running != NULL) {
        return intent_show(SCREEN_MEETING, handle_of(body->running->row));
    }
    if (body->next != NULL && body->next->day == scene->today) {
        snprintf(tap.select, sizeof tap.select, "%s", handle_of(body->next->row));
    } else {
        format_fill(tap.text, sizeof tap.text, "%s", body->name);
        tap.number = scene->minute; // it begins now
    }
    return tap;
}

static int button_px(const struct scene *scene)
{
    return scene->m->layout == LAYOUT_ROOM
               ? most(11 * scene->m->unit_px, scene->m->touch_px)
               : most(scene->m->touch_px * 3 / 4, chrome_button_px(scene));
}

static int button_pad(const struct scene *scene)
{
    return (scene->m->layout == LAYOUT_ROOM ? 3 : 2) * scene->m->unit_px;
}

// Filled blue when it goes on with what runs.
static void start_button(struct scene *scene, const struct body *body, rect box)
{
    const struct theme *t = scene->t;
    bool running = body->running != NULL;
    const char *word = scene_word(scene, running ? WORD_MEET_GO_ON : WORD_MEET_START);
    char name[FORMAT_SIZE];
    char label[2 * FORMAT_SIZE];
    struct surface s = chrome_button_surface(scene, box, running, start_tap(scene, body));

    meeting_body(body->name, name, sizeof name);
    format_fill(label, sizeof label, "%s, %s", name, word);
    bool pressed = chrome_surface(scene, &s, label);
    int pad = button_pad(scene);
    text_put_fit(scene, box.x + pad, text_middle(scene, SIZE_TAFEL, box.y + box.h / 2),
                 box.w - 2 * pad,
                 (struct type){WEIGHT_SEMIBOLD, SIZE_TAFEL,
                               running && !pressed ? t->on_blue : t->ink},
                 word);
}

// "Besluitenlijst" with its day under it: two lines that keep off the edges.
static void list_button(struct scene *scene, rect box, const char *day, struct intent tap)
{
    const struct metrics *m = scene->m;
    struct type big = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    char label[2 * FORMAT_SIZE];
    char of[FORMAT_SIZE];
    struct surface s = {.role = ROLE_BUTTON,
                        .box = box,
                        .fill = scene->t->card,
                        .outline = scene->t->edge,
                        .outline_px = m->hair_px,
                        .radius_px = m->radius_px,
                        .tap = tap};
    int pad = button_pad(scene);
    int room = box.w - 2 * pad;
    int high = text_cap(scene, SIZE_TAFEL) + text_leading(scene, SIZE_HAND);
    int baseline = box.y + (box.h - high) / 2 + text_cap(scene, SIZE_TAFEL);
    const char *titles[] = {scene_word(scene, WORD_MEET_LIST),
                            scene_word(scene, WORD_MEET_LIST_BRIEF),
                            scene_word(scene, WORD_MEET_LIST_SHORT), NULL};

    format_fill(label, sizeof label, scene_word(scene, WORD_MEET_LIST_OF), day);
    format_fill(of, sizeof of, scene_word(scene, WORD_MEET_OF_DAY), day);
    chrome_surface(scene, &s, label);
    text_put_fit(scene, box.x + pad, baseline, room, big,
                 text_choose(scene, room, big, titles));
    text_put_fit(scene, box.x + pad, baseline + text_leading(scene, SIZE_HAND), room, hand,
                 of);
}

// Start at the left; the decisions of the last meeting at the right, when it was held here.
static void body_buttons(struct scene *scene, const struct body *body, rect box)
{
    int gap = scene->m->gap_px;
    bool held = body->last != NULL && body->last->state == MEETING_CLOSED;
    char day[FORMAT_SIZE];
    rect start = {box.x, box.y, held ? box.w * 42 / 100 : box.w, box.h};

    start_button(scene, body, start);
    if (held) {
        format_when(day, sizeof day, scene->ui->lang, body->last->day, scene->today);
        struct intent tap = intent_show(SCREEN_MEETING, handle_of(body->last->row));
        tap.amount = 2; // the way back leads here
        list_button(scene,
                    (rect){start.x + start.w + gap, box.y, box.w - start.w - gap, box.h},
                    day, tap);
    }
}

static int body_px(const struct scene *scene)
{
    const struct metrics *m = scene->m;
    int pad = m->layout == LAYOUT_ROOM ? 3 * m->unit_px : 2 * m->unit_px;

    return 2 * pad + text_cap(scene, SIZE_WAND) + m->unit_px +
           text_leading(scene, SIZE_TAFEL) + 2 * text_leading(scene, SIZE_HAND) +
           m->unit_px / 2 + 2 * m->gap_px + button_px(scene);
}

static void body_draw(struct scene *scene, const struct body *body, rect box)
{
    const struct metrics *m = scene->m;
    int pad = m->layout == LAYOUT_ROOM ? 3 * m->unit_px : 2 * m->unit_px;
    int x = box.x + pad;
    int width = box.w - 2 * pad;
    int y = box.y + pad + text_cap(scene, SIZE_WAND);
    int spare = most(0, box.h - body_px(scene)) / 3; // between name, words and buttons
    struct type name = {WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink};
    struct type next = {WEIGHT_REGULAR, SIZE_TAFEL, scene->t->ink};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    const struct meeting *meeting = body->running != NULL ? body->running : body->next;
    char words[4 * FORMAT_SIZE];

    draw_fill(scene->list, box, scene->t->card, m->radius_px);
    if (body->running != NULL) {
        draw_frame(scene->list, box, scene->t->blue, m->radius_px, m->thick_px);
    }
    meeting_body(body->name, words, sizeof words);
    text_put_fit(scene, x, y, width, name, words);
    y += m->unit_px + text_leading(scene, SIZE_TAFEL) + spare;
    next_words(scene, body, true, words, sizeof words);
    if (text_width(scene, next, words) > width) { // the short day, never smaller letters
        next_words(scene, body, false, words, sizeof words);
    }
    text_put_fit(scene, x, y, width, next, words);
    y += text_leading(scene, SIZE_HAND) + scene->m->unit_px / 2;
    if (meeting != NULL) {
        about_words(meeting, words, sizeof words);
        const char *forms[] = {words, meeting->agenda, NULL};
        text_put_fit(scene, x, y, width, hand,
                     meeting->agenda[0] != '\0' ? text_choose(scene, width, hand, forms)
                                                : words);
    }
    y += text_leading(scene, SIZE_HAND);
    last_words(scene, body, words, sizeof words);
    text_put_fit(scene, x, y, width, hand, words);
    int high = button_px(scene);
    body_buttons(scene, body, (rect){x, box.y + box.h - pad - high, width, high});
}

// --- beside them: what comes up, and the recurring reviews ---

struct beside {
    char what[2 * FORMAT_SIZE], when[FORMAT_SIZE];
    bool missed;
};

static void rhythm_words(const struct scene *scene, const struct rhythm *rhythm,
                         struct beside *out)
{
    const struct rhythm_state *kept = outlook_rhythm(scene->outlook, rhythm);
    struct rhythm_state state = {.next = DAY_NONE, .missed = DAY_NONE};
    char day[FORMAT_SIZE];

    state = kept != NULL ? *kept : state;
    format_fill(out->what, sizeof out->what, "%s", rhythm->title);
    out->missed = state.missed != DAY_NONE;
    if (out->missed || state.next != DAY_NONE) {
        format_when(day, sizeof day, scene->ui->lang,
                    out->missed ? state.missed : state.next, scene->today);
        format_fill(out->when, sizeof out->when,
                    scene_word(scene, out->missed ? WORD_MEET_RHYTHM_MISSED
                                                  : WORD_MEET_RHYTHM_NEXT),
                    day);
    } else {
        format_fill(out->when, sizeof out->when, "%s",
                    rhythm->due_text[0] != '\0'
                        ? rhythm->due_text
                        : scene_word(scene, WORD_MEET_RHYTHM_UNKNOWN));
    }
}

// The rhythms first, those that were missed before the others; then the meetings to come.
static int beside_collect(const struct scene *scene, struct beside out[BESIDE_MAX],
                          int *rhythms)
{
    const struct board *board = scene->board;
    int count = 0;
    char day[FORMAT_SIZE];

    for (int missed = 1; missed >= 0; missed--) {
        for (size_t i = 0; i < board->rhythm_count && count < BESIDE_MAX; i++) {
            rhythm_words(scene, &board->rhythms[i], &out[count]);
            count += out[count].missed == (missed == 1) ? 1 : 0;
        }
    }
    *rhythms = count;
    for (size_t i = 0; i < board->meeting_count && count < BESIDE_MAX; i++) {
        const struct meeting *meeting = &board->meetings[i];
        if (meeting->day == DAY_NONE || meeting->day < scene->today ||
            meeting->state != MEETING_PLANNED) {
            continue;
        }
        format_when(day, sizeof day, scene->ui->lang, meeting->day, scene->today);
        meeting_body(meeting->body, out[count].what, sizeof out[count].what);
        format_fill(out[count].when, sizeof out[count].when, "%s", day);
        out[count++].missed = false;
    }
    return count;
}

static int beside_title(struct scene *scene, enum word word, rect in, int y)
{
    text_put_fit(scene, in.x, y + text_cap(scene, SIZE_TAFEL), in.w,
                 (struct type){WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink},
                 scene_word(scene, word));
    return y + text_leading(scene, SIZE_TAFEL) + scene->m->unit_px;
}

static void beside_draw(struct scene *scene, rect box)
{
    const struct metrics *m = scene->m;
    struct beside lines[BESIDE_MAX] = {0};
    int rhythms = 0;
    int count = beside_collect(scene, lines, &rhythms);
    int pad = m->layout == LAYOUT_ROOM ? 7 * m->unit_px / 2 : 2 * m->unit_px;
    rect in = {box.x + pad, box.y + pad, box.w - 2 * pad, box.h - 2 * pad};
    int leading = text_leading(scene, SIZE_HAND);
    struct type what = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink};
    int y = in.y;

    draw_fill(scene->list, box, scene->t->card, m->radius_px);
    for (int i = 0; i < count; i++) {
        struct type when = {WEIGHT_SEMIBOLD, SIZE_HAND,
                            lines[i].missed ? scene->t->orangetext : scene->t->ink};
        bool rhythm = i < rhythms;
        bool titled = i == 0 || i == rhythms;
        int wraps = rhythm ? least(2, text_lines(scene, in.w, what, lines[i].what)) : 0;
        int high = (wraps + 1) * leading + m->unit_px;
        int head = titled ? 2 * text_leading(scene, SIZE_TAFEL) : 0;
        if (y + head + high > in.y + in.h) {
            return;
        }
        if (titled) {
            y += i > 0 ? 2 * m->unit_px : 0;
            y = beside_title(scene, rhythm ? WORD_MEET_RHYTHM : WORD_MEET_UPCOMING, in, y);
        }
        int baseline = y + text_cap(scene, SIZE_HAND) + m->unit_px / 4;
        if (rhythm) {
            text_put_wrapped(scene, in.x, baseline, in.w, wraps, what, lines[i].what);
            text_put_fit(scene, in.x, baseline + wraps * leading, in.w, when,
                         lines[i].when);
        } else {
            int used = text_put_right(scene, in.x + in.w, baseline, when, lines[i].when);
            text_put_fit(scene, in.x, baseline, in.w - used - m->unit_px, what,
                         lines[i].what);
        }
        y += high;
    }
}

// --- all of it ---

static int bodies_across(const struct scene *scene, int width_px)
{
    int one = 11 * scene->m->size_px[SIZE_WAND];

    return most(1, least(3, width_px / one));
}

void meeting_bodies_draw(struct scene *scene)
{
    const struct metrics *m = scene->m;
    const struct body *bodies = NULL;
    size_t count = outlook_bodies(scene->outlook, scene->minute, &bodies);
    rect body = undo_clear(scene, chrome_frame(scene, NULL, scene_word(scene, WORD_MEETING),
                                               scene_word(scene, WORD_MEET_ALL_HINT), 0,
                                               TAB_MEETING));
    bool told = scene->board->rhythm_count > 0;
    int aside = told ? meeting_aside_px(scene, body) : 0;
    struct list list;

    if (aside > 0) {
        beside_draw(scene, (rect){body.x + body.w - aside, body.y, aside, body.h});
        body.w -= aside + m->gap_px + m->unit_px / 2;
    } else if (told && m->layout == LAYOUT_PORTRAIT && count <= 4) {
        int high = body.h * 28 / 100;
        beside_draw(scene, (rect){body.x, body.y + body.h - high, body.w, high});
        body.h -= high + m->gap_px;
    }
    if (count == 0) {
        text_put_wrapped(scene, body.x, body.y + 2 * text_leading(scene, SIZE_TAFEL),
                         body.w, 2,
                         (struct type){WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink},
                         scene_word(scene, WORD_MEET_NO_BODIES));
        return;
    }
    int across = least((int)count, bodies_across(scene, body.w));
    int rows = ((int)count + across - 1) / across;
    int high = least(body_px(scene) * 14 / 10, (body.h + m->gap_px) / rows - m->gap_px);
    list_begin(scene, &list, body, (rect){0}, count, most(body_px(scene), high), across);
    for (size_t i = list.first; i < list.last && i < count; i++) {
        body_draw(scene, &bodies[i], list_row(scene, &list, i));
    }
    list_end(scene, &list);
}
