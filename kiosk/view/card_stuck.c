// What a track waits for: since when, on which rung, and what moves it on.
#include <stdio.h>
#include <string.h>

#include "view/buttons.h"
#include "view/card_parts.h"
#include "view/choice.h"
#include "view/report.h"
#include "view/screens.h"
#include "view/sign.h"

enum { MOVES_MAX = 4 };

// Something that can be done about it.
struct move {
    char word[FORMAT_SIZE];
    struct intent tap;
};

static void move_add(struct move moves[MOVES_MAX], size_t *count, const char *word,
                     struct intent tap)
{
    format_fill(moves[*count].word, FORMAT_SIZE, "%s", word);
    moves[(*count)++].tap = tap;
}

static void rung_add(const struct scene *scene, const struct track *track, int rung,
                     enum word word, struct move moves[MOVES_MAX], size_t *count)
{
    char words[FORMAT_SIZE];

    if (rung >= 0 && rung < (int)scene->board->rung_count) {
        format_fill(words, sizeof words, scene_word(scene, word),
                    scene->board->rungs[rung].name);
        move_add(moves, count, words, choice_change(track, UPDATE_RUNG, rung, ""));
    }
}

// None on the board of another day.
static size_t moves_find(const struct scene *scene, const struct track *track,
                         struct move moves[MOVES_MAX])
{
    int rung = track->bottleneck != NULL ? track->bottleneck->rung : 0;
    size_t count = 0;

    if (scene->past) {
        return 0;
    }
    rung_add(scene, track, rung + 1, WORD_UP_TO, moves, &count);
    rung_add(scene, track, rung - 1, WORD_DOWN_TO, moves, &count);
    move_add(moves, &count, scene_word(scene, WORD_END_STUCK),
             choice_change(track, UPDATE_END, 0, ""));
    return count;
}

// "39 dagen", "sinds vandaag"; "" when it is not known.
static void days_words(const struct scene *scene, int32_t since, char out[FORMAT_SIZE])
{
    out[0] = '\0';
    if (since != DAY_NONE && since < scene->today) {
        format_days(out, FORMAT_SIZE, scene->ui->lang, scene->today - since);
    } else if (since != DAY_NONE) {
        format_fill(out, FORMAT_SIZE, "%s %s", scene_word(scene, WORD_SINCE),
                    scene_word(scene, WORD_TODAY));
    }
}

static enum sign course_sign(const struct track *track)
{
    return track->health == HEALTH_ATTENTION ? SIGN_ATTENTION : SIGN_BOTTLENECK;
}

// "Wacht op geld, 39 dagen"; without the days where they are said elsewhere.
static void why_words(const struct scene *scene, const struct track *track, bool long_since,
                      char out[2 * FORMAT_SIZE])
{
    char why[FORMAT_SIZE];
    char days[FORMAT_SIZE];

    exception_words(scene, track, course_sign(track), why, sizeof why);
    days_words(scene, exception_since(track, course_sign(track)), days);
    if (why[0] >= 'a' && why[0] <= 'z') {
        why[0] = (char)(why[0] - 'a' + 'A');
    }
    format_fill(out, 2 * FORMAT_SIZE, "%s%s%s", why,
                long_since && days[0] != '\0' ? ", " : "", long_since ? days : "");
}

// "Gevraagd aan de regiegroep: ..." or which rung it stands on.
static void asked_words(const struct scene *scene, const struct track *track,
                        char out[4 * FORMAT_SIZE])
{
    const struct bottleneck *b = track->bottleneck;
    char days[FORMAT_SIZE] = "";
    char by[FORMAT_SIZE] = "";
    char decide[FORMAT_SIZE] = "";

    if (b == NULL) {
        snprintf(out, FORMAT_SIZE, "%s", scene_word(scene, WORD_NO_LADDER));
        return;
    }
    if (b->by != DAY_NONE) {
        format_when(by, sizeof by, scene->ui->lang, b->by, scene->today);
        format_fill(decide, sizeof decide, scene_word(scene, WORD_DECIDE_BY), by);
    }
    days_words(scene, b->rung_since, days);
    if (b->asked[0] != '\0' &&
        (scene->m->layout == LAYOUT_ROOM || scene->ui->fold == CARD_STUCK)) {
        char asked[2 * FORMAT_SIZE];
        format_fill(asked, sizeof asked, scene_word(scene, WORD_ASKED),
                    scene->board->rungs[b->rung].name, b->asked);
        bool ends = strchr("?.!", asked[strlen(asked) - 1]) != NULL;
        format_fill(out, 4 * FORMAT_SIZE, "%s%s%s", asked,
                    decide[0] == '\0' ? ""
                    : ends            ? " "
                                      : ", ",
                    decide);
    } else {
        format_fill(out, 4 * FORMAT_SIZE, "%s%s%s%s%s", scene->board->rungs[b->rung].name,
                    days[0] != '\0' ? ", " : "", days, decide[0] != '\0' ? ", " : "",
                    decide);
    }
}

// --- room: with the ladder and its buttons ---

static int moves_width(const struct scene *scene, const struct move *moves, size_t count)
{
    int width = 0;

    for (size_t i = 0; i < count; i++) {
        width += button_small_width(scene, moves[i].word) + scene->m->gap_px;
    }
    return width;
}

static int card_pad(const struct scene *scene)
{
    return 5 * scene->m->unit_px / 2;
}

// True when the buttons stand beside the reason; else they have a row of their own.
static bool moves_beside(const struct scene *scene, const struct track *track, int width_px)
{
    struct move moves[MOVES_MAX];
    size_t count = moves_find(scene, track, moves);
    char words[2 * FORMAT_SIZE];

    why_words(scene, track, true, words);
    int used = text_width(scene, (struct type){WEIGHT_SEMIBOLD, SIZE_TAFEL, 0}, words) +
               9 * scene->m->unit_px;
    return used + moves_width(scene, moves, count) <= width_px - 2 * card_pad(scene);
}

static void moves_draw(struct scene *scene, const struct track *track, int right, int y)
{
    struct move moves[MOVES_MAX];
    size_t count = moves_find(scene, track, moves);

    for (size_t i = 0; i < count; i++) {
        int width = button_small_width(scene, moves[i].word);
        right -= width;
        button_small(scene, (rect){right, y, width, button_small_px(scene)}, moves[i].word,
                     moves[i].tap);
        right -= scene->m->gap_px;
    }
}

static int ladder_px(const struct scene *scene)
{
    return 5 * scene->m->unit_px + text_leading(scene, SIZE_HAND) * 22 / 10;
}

int card_stuck_px(const struct scene *scene, const struct track *track, int width_px,
                  bool ladder)
{
    int small = button_small_px(scene);
    int gap = scene->m->gap_px;

    if (!ladder) {
        return most(scene->m->touch_min_px, text_leading(scene, SIZE_TAFEL) +
                                                text_leading(scene, SIZE_HAND) +
                                                5 * scene->m->unit_px);
    }
    int rows = moves_beside(scene, track, width_px) ? 2 : 3;
    return 2 * card_pad(scene) - gap + rows * (small + gap / 2) + ladder_px(scene);
}

// Sign and reason on a line through cy.
static void head_draw(struct scene *scene, const struct track *track, bool long_since,
                      rect box, int cy)
{
    const struct metrics *m = scene->m;
    enum sign sign = track_brick(track, scene->board);
    int side = m->unit_px * (m->layout == LAYOUT_ROOM ? 5 : 6);
    char words[2 * FORMAT_SIZE];
    char brief[2 * FORMAT_SIZE];
    const char *forms[] = {words, brief, NULL};
    struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
    int room = box.w - side - 2 * m->unit_px;

    why_words(scene, track, long_since, words);
    why_words(scene, track, false, brief);
    sign_draw(scene, sign, box.x, cy - side / 2, side);
    text_put_fit(scene, box.x + side + 2 * m->unit_px, text_middle(scene, SIZE_TAFEL, cy),
                 room, type, text_choose(scene, room, type, forms));
}

static void asked_draw(struct scene *scene, const struct track *track, rect box)
{
    const char *word = scene_word(scene, WORD_WHAT_NEEDED);
    int width = scene->past ? 0 : button_small_width(scene, word);
    char asked[4 * FORMAT_SIZE];

    asked_words(scene, track, asked);
    text_put_fit(scene, box.x, text_middle(scene, SIZE_HAND, box.y + box.h / 2),
                 box.w - width - 2 * scene->m->unit_px,
                 (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink}, asked);
    if (width > 0) {
        button_small(scene, (rect){box.x + box.w - width, box.y, width, box.h}, word,
                     choice_write(track, WRITING_ASKED));
    }
}

static void stuck_room(struct scene *scene, const struct track *track, rect box)
{
    int pad = card_pad(scene);
    int small = button_small_px(scene);
    int step = small + scene->m->gap_px / 2;
    rect in = {box.x + pad, box.y + pad * 3 / 4, box.w - 2 * pad, small};
    bool beside = moves_beside(scene, track, box.w);

    head_draw(scene, track, true, in, in.y + small / 2);
    moves_draw(scene, track, in.x + in.w, in.y + (beside ? 0 : 2 * step));
    in.y += step;
    asked_draw(scene, track, in);
    in.y += beside ? step : 2 * step;
    if (track->bottleneck != NULL) {
        ladder_draw(scene, track->bottleneck,
                    (rect){in.x, in.y + scene->m->gap_px / 2, in.w, box.y + box.h - in.y});
    }
}

// --- small: a button that opens the rest ---

// What asks attention has no rung to move on: only since when.
static void stuck_small(struct scene *scene, const struct track *track, rect box)
{
    const struct metrics *m = scene->m;
    bool attention = track->health == HEALTH_ATTENTION;
    int pad = card_pad(scene);
    int side = m->unit_px * 6;
    int arrow = m->size_px[SIZE_HAND];
    int cy = box.y + (box.h - text_leading(scene, SIZE_HAND)) / 2;
    char under[4 * FORMAT_SIZE];
    rect in = {box.x + pad, box.y, box.w - 2 * pad - (attention ? 0 : arrow), box.h};

    head_draw(scene, track, !attention, in, cy);
    if (attention) {
        days_words(scene, exception_since(track, SIGN_ATTENTION), under);
    } else {
        asked_words(scene, track, under);
        draw_shape(
            scene->list, SHAPE_ICON_RIGHT,
            (rect){box.x + box.w - pad - arrow, box.y + (box.h - arrow) / 2, arrow, arrow},
            scene->t->ink2);
    }
    int x = in.x + side + 2 * m->unit_px;
    text_put_fit(scene, x, cy + text_leading(scene, SIZE_HAND) * 12 / 10 + m->unit_px / 2,
                 in.x + in.w - x, (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2},
                 under);
}

void card_stuck_draw(struct scene *scene, const struct track *track, rect box, bool ladder)
{
    enum sign sign = track_brick(track, scene->board);
    bool attention = track->health == HEALTH_ATTENTION;
    char words[2 * FORMAT_SIZE];
    struct surface s = {.role = ROLE_TEXT,
                        .box = box,
                        .fill =
                            attention ? scene->t->orangetint : sign_tint(scene->t, sign),
                        .radius_px = scene->m->radius_px};

    if (!ladder && !attention) {
        s.role = ROLE_BUTTON;
        s.tap = report_open(track, CARD_STUCK);
    }
    why_words(scene, track, true, words);
    chrome_surface(scene, &s, words);
    if (ladder) {
        stuck_room(scene, track, box);
    } else {
        stuck_small(scene, track, box);
    }
}

// --- over the screen ---

void card_stuck_panel(struct scene *scene, const struct track *track)
{
    struct move moves[MOVES_MAX];
    size_t count = moves_find(scene, track, moves);
    const struct metrics *m = scene->m;
    char title[FORMAT_SIZE];
    char words[2 * FORMAT_SIZE];
    char asked[4 * FORMAT_SIZE];

    if (track->health != HEALTH_BOTTLENECK) {
        return;
    }
    if (!scene->past) {
        move_add(moves, &count, scene_word(scene, WORD_WHAT_NEEDED),
                 choice_write(track, WRITING_ASKED));
    }
    format_fill(title, sizeof title, "%s %s", track->action->code, track->column->title);
    why_words(scene, track, true, words);
    asked_words(scene, track, asked);
    int down = ((int)count + 1) / 2;
    int high = most(0, down * (button_big_px(scene) + m->gap_px) - m->gap_px);
    int head = button_small_px(scene);
    int leading = text_leading(scene, SIZE_HAND);
    struct type type = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink};
    int lines = least(2, text_lines(scene, scene->list->width_px * 8 / 10, type, asked));
    // Four names side by side want more width than an upright panel has.
    bool ladder = track->bottleneck != NULL && m->layout != LAYOUT_PORTRAIT;
    int needed = head + lines * leading + 2 * m->gap_px + high;
    int rungs = ladder_px(scene) + m->gap_px;
    ladder = ladder && needed + rungs + chrome_button_px(scene) + 6 * m->pad_px <
                           scene->list->height_px - 4 * m->unit_px;
    rect box = chrome_panel(scene, title, needed + (ladder ? rungs : 0));
    rect grid = {box.x, box.y + box.h - high, box.w, high};
    head_draw(scene, track, true, (rect){box.x, box.y, box.w, head}, box.y + head / 2);
    int y = box.y + head;
    text_put_wrapped(scene, box.x, y + leading * 8 / 10, box.w, lines, type, asked);
    y += lines * leading + m->gap_px;
    if (ladder) {
        ladder_draw(scene, track->bottleneck, (rect){box.x, y, box.w, rungs});
    }
    for (size_t i = 0; i < count; i++) {
        button_big(scene, choice_place(scene, grid, 2, down, (int)i), moves[i].word, false,
                   moves[i].tap);
    }
}
