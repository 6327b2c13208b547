// The strip under the rows: words from the table, one sentence at a time.
#include <stdio.h>
#include <string.h>

#include "view/band.h"
#include "view/chrome.h"
#include "view/screens.h"
#include "view/sign.h"

enum { SENTENCES_MAX = 8, UNSHARED_MS = 10 * 60000 };

struct sentence {
    enum sign sign;         // what stands before it; SIGN_COUNT: a clock
    char lead[FORMAT_SIZE]; // semibold
    char text[2 * FORMAT_SIZE];
    char side[FORMAT_SIZE]; // at the right, instead of the counter
    color fill;
    struct intent tap;
};

static void sentence_moved(const struct scene *scene, const struct meeting *last,
                           struct sentence *s)
{
    char day[FORMAT_SIZE];
    char part[4][FORMAT_SIZE] = {"", "", "", ""};
    int count = 0;

    int64_t since_ms = day_moment_ms(last->day, last->minute < 0 ? 0 : last->minute);
    const struct movement *moved = outlook_movement(scene->outlook, since_ms);
    format_when(day, sizeof day, scene->ui->lang, last->day, scene->today);
    format_fill(s->lead, sizeof s->lead, scene_word(scene, WORD_MOVED), day);
    if (moved->forward > 0) {
        format_fill(
            part[count++], FORMAT_SIZE,
            scene_word(scene, moved->forward == 1 ? WORD_STEP_FORWARD : WORD_FORWARD),
            moved->forward);
    }
    if (moved->back > 0) {
        format_fill(part[count++], FORMAT_SIZE, scene_word(scene, WORD_BACKWARD),
                    moved->back);
    }
    if (moved->new_bottlenecks > 0) {
        format_fill(part[count++], FORMAT_SIZE,
                    scene_word(scene, moved->new_bottlenecks == 1 ? WORD_NEW_BOTTLENECK
                                                                  : WORD_NEW_BOTTLENECKS),
                    moved->new_bottlenecks);
    }
    if (count == 0) {
        snprintf(part[count++], FORMAT_SIZE, "%s", scene_word(scene, WORD_NOTHING_MOVED));
    }
    s->text[0] = '\0';
    for (int i = 0; i < count; i++) {
        strncat(s->text, i > 0 ? ", " : "", sizeof s->text - strlen(s->text) - 1);
        strncat(s->text, part[i], sizeof s->text - strlen(s->text) - 1);
    }
    s->sign = SIGN_COUNT;
    s->fill = scene->t->card;
    s->tap = intent_show(SCREEN_ATTENTION, "");
}

static void sentence_exception(const struct scene *scene, const struct attention *item,
                               struct sentence *s)
{
    const struct track *track = item->track;
    char why[FORMAT_SIZE];
    char days[FORMAT_SIZE];
    char title[FORMAT_SIZE];

    s->sign = track_sign(track, scene->board, scene->today);
    exception_words(scene, track, s->sign, why, sizeof why);
    exception_days(scene, track, s->sign, days, sizeof days);
    sentence_case(track->action->brief, title, sizeof title);
    format_fill(s->lead, sizeof s->lead, "%s", track->action->code);
    bool counted = s->sign != SIGN_SILENT && days[0] != '\0';
    format_fill(s->text, sizeof s->text, "%s: %s %s%s%s", track->column->wall, title, why,
                counted ? ", " : "", counted ? days : "");
    s->fill = sign_tint(scene->t, s->sign);
    s->tap = intent_show(SCREEN_CARD, track->action->code);
}

static void sentence_first_day(const struct scene *scene, const struct gaps *gaps,
                               struct sentence *s)
{
    s->sign = SIGN_NONE;
    snprintf(s->lead, sizeof s->lead, "%s", scene_word(scene, WORD_FIRST_DAY));
    format_fill(s->text, sizeof s->text, scene_word(scene, WORD_FIRST_DAY_LEADS),
                (int)gaps->tracks_without_lead);
    snprintf(s->side, sizeof s->side, "%s", scene_word(scene, WORD_TAP_FOR_GAPS));
    s->fill = scene->t->card;
    s->tap = intent_show(SCREEN_ATTENTION, "");
}

static enum word trouble_word(const char *trouble)
{
    static const struct {
        const char *key;
        enum word word;
    } words[] = {
        {"missing", WORD_TROUBLE_MISSING},   {"empty", WORD_TROUBLE_EMPTY},
        {"busy", WORD_TROUBLE_BUSY},         {"truncated", WORD_TROUBLE_TRUNCATED},
        {"corrupt", WORD_TROUBLE_CORRUPT},   {"foreign", WORD_TROUBLE_FOREIGN},
        {"newer", WORD_TROUBLE_NEWER},       {"unsafe", WORD_TROUBLE_UNSAFE},
        {"nofolder", WORD_TROUBLE_NOFOLDER},
    };

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(words[i].key, trouble) == 0) {
            return words[i].word;
        }
    }
    return WORD_TROUBLE_UNREADABLE;
}

// "sinds 10.42", "sinds di 4 nov".
static void since_words(const struct scene *scene, int64_t at_ms, char out[FORMAT_SIZE])
{
    int32_t day = 0;
    int minute = 0;
    char when[FORMAT_SIZE];

    day_local(at_ms, &day, &minute);
    if (day == scene->today) {
        format_clock(when, sizeof when, minute);
    } else {
        format_day_week(when, sizeof when, scene->ui->lang, day);
    }
    format_fill(out, FORMAT_SIZE, scene_word(scene, WORD_TROUBLE_SINCE), when);
}

static void sentence_trouble(const struct scene *scene, struct sentence *s)
{
    bool refused = scene->sync->refused;
    enum word word = refused ? WORD_TROUBLE_REFUSED : trouble_word(scene->set->trouble);

    s->sign = SIGN_ATTENTION;
    snprintf(s->lead, sizeof s->lead, "%s", scene_word(scene, WORD_OLD_DATA));
    snprintf(s->text, sizeof s->text, "%s", scene_word(scene, word));
    if (!refused) {
        since_words(scene, scene->set->trouble_ms, s->side);
    }
    s->fill = scene->t->orangetint;
}

// What was touched here and does not get out: nobody else sees it.
static void sentence_unshared(const struct scene *scene, struct sentence *s)
{
    size_t count = scene->sync->unshared;

    s->sign = SIGN_ATTENTION;
    snprintf(s->lead, sizeof s->lead, "%s", scene_word(scene, WORD_OLD_DATA));
    format_fill(s->text, sizeof s->text,
                scene_word(scene, count == 1 ? WORD_SYNC_UNSHARED_ONE : WORD_SYNC_UNSHARED),
                (int)count);
    since_words(scene, scene->sync->unshared_since_ms, s->side);
    s->fill = scene->t->orangetint;
}

static bool unshared_long(const struct scene *scene)
{
    const struct sync_state *sync = scene->sync;

    return sync->unshared > 0 && sync->unshared_since_ms > 0 &&
           scene->now_ms - sync->unshared_since_ms >= UNSHARED_MS;
}

// The wall says what lasts in its band; its strip and the other screens the rest.
static bool band_says(const struct scene *scene)
{
    struct vital unused;

    return scene->ui->here.screen == SCREEN_BOARD && band_stands(scene, &unused);
}

static bool troubled(const struct scene *scene)
{
    return scene->set->trouble[0] != '\0' || scene->sync->refused;
}

// The shared file cannot be read, or what is touched cannot be kept: it takes the strip
// over.
static bool strip_troubled(const struct scene *scene)
{
    return troubled(scene) && !band_says(scene);
}

const char *strip_trouble_word(const struct scene *scene)
{
    return scene_word(scene, trouble_word(scene->sync->trouble));
}

void strip_trouble_words(const struct scene *scene, char *out, size_t size)
{
    struct sentence s = {0};
    struct vital grave;

    if (!troubled(scene) && band_stands(scene, &grave)) {
        band_words(scene, &grave, false, out, size);
        return;
    }
    sentence_trouble(scene, &s);
    format_fill(out, size, s.side[0] == '\0' ? "%s %s" : "%s %s, %s", s.lead, s.text,
                s.side);
}

// On a small panel only where people read: elsewhere its line would take what their
// fingers need, and they came from the wall.
static bool line_says(const struct scene *scene)
{
    enum screen_id screen = scene->ui->here.screen;
    bool reads = screen == SCREEN_ATTENTION || screen == SCREEN_MEETING ||
                 screen == SCREEN_TREND || screen == SCREEN_ADMIN;
    bool room = scene->m->layout == LAYOUT_ROOM && screen != SCREEN_BOARD;
    struct vital unused;

    return (reads || room) && band_stands(scene, &unused);
}

bool strip_stands(const struct scene *scene)
{
    return scene->past || strip_troubled(scene) || line_says(scene);
}

int strip_line_px(const struct scene *scene)
{
    int line = text_leading(scene, SIZE_HAND) + scene->m->unit_px;

    return scene->past ? most(line, chrome_button_px(scene)) : line;
}

// The way out of another day, at the right end of a band; returns its left edge.
static int past_button(struct scene *scene, rect box)
{
    const struct metrics *m = scene->m;
    struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->on_blue};
    bool narrow = m->layout != LAYOUT_ROOM && box.w < 5 * m->touch_px;
    const char *word = scene_word(scene, narrow ? WORD_PAST_BACK_SHORT : WORD_PAST_BACK);
    int width = most(text_width(scene, type, word) + 4 * m->unit_px, m->touch_px);
    rect button = {box.x + box.w - width, box.y, width, box.h};
    struct intent now = intent_of(INTENT_OPTION, UI_PAST);
    struct surface surface = {.role = ROLE_BUTTON,
                              .box = button,
                              .fill = scene->t->blue,
                              .radius_px = m->radius_px,
                              .tap = now};
    bool pressed = chrome_surface(scene, &surface, scene_word(scene, WORD_PAST_BACK));

    type.ink = pressed ? scene->t->ink : type.ink;
    text_put_centre(scene, button.x + width / 2,
                    text_middle(scene, type.size, box.y + box.h / 2), type, word);
    return button.x;
}

// Which day it is that the board is of, over all that the strip says else.
static void past_draw(struct scene *scene, rect box, enum role_size size)
{
    const struct metrics *m = scene->m;
    char day[FORMAT_SIZE];
    char words[2 * FORMAT_SIZE];
    struct type strong = {WEIGHT_SEMIBOLD, size, scene->t->ink};
    struct type light = {WEIGHT_REGULAR, size, scene->t->ink};
    const char *read = scene_word(scene, WORD_PAST_READ);
    int baseline = text_middle(scene, size, box.y + box.h / 2);
    int side = text_cap(scene, size) * 15 / 10;
    int x = box.x + 2 * m->unit_px;

    draw_fill(scene->list, box, scene->t->orangetint, m->radius_px);
    int right = past_button(scene, box) - 2 * m->unit_px;
    draw_shape(scene->list, SHAPE_ICON_CLOCK,
               (rect){x, box.y + (box.h - side) / 2, side, side}, scene->t->ink);
    x += side + 2 * m->unit_px;
    format_day_year(day, sizeof day, scene->ui->lang, scene->today);
    format_fill(words, sizeof words, scene_word(scene, WORD_PAST_BOARD), day);
    const char *forms[] = {words, day, NULL};
    const char *which = text_choose(scene, right - x, strong, forms);
    x += text_put_fit(scene, x, baseline, right - x, strong, which) + 3 * m->unit_px;
    if (x + text_width(scene, light, read) <= right) {
        text_put(scene, x, baseline, light, read);
    }
}

void strip_line_draw(struct scene *scene, rect box)
{
    char words[4 * FORMAT_SIZE];
    int side = text_cap(scene, SIZE_HAND) * 12 / 10;
    int x = box.x + 2 * scene->m->unit_px;

    if (scene->past) {
        past_draw(scene, box, SIZE_HAND);
        return;
    }
    strip_trouble_words(scene, words, sizeof words);
    draw_fill(scene->list, box, scene->t->orangetint, scene->m->radius_px);
    sign_draw(scene, SIGN_ATTENTION, x, box.y + (box.h - side) / 2, side);
    x += side + scene->m->unit_px * 3 / 2;
    struct type type = {WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink};
    struct vital grave;
    int width = box.x + box.w - x - scene->m->unit_px;
    if (!troubled(scene) && text_width(scene, type, words) > width &&
        band_stands(scene, &grave)) {
        band_words(scene, &grave, true, words, sizeof words);
    }
    text_put_fit(scene, x, text_middle(scene, SIZE_HAND, box.y + box.h / 2), width, type,
                 words);
}

// What the strip has to say now; sets how many sentences there are.
static void sentence_now(struct scene *scene, struct sentence *s)
{
    const struct outlook *outlook = scene->outlook;
    const struct attention *items = outlook->attention;
    const struct meeting *last =
        meeting_last(scene->board, NULL, scene->today, scene->minute);

    *s = (struct sentence){.fill = scene->t->card};
    scene->sentences = 1;
    if (strip_troubled(scene)) {
        sentence_trouble(scene, s);
        return;
    }
    if (outlook->gaps.reported_tracks == 0) {
        sentence_first_day(scene, &outlook->gaps, s);
        return;
    }
    size_t urgent = outlook->attention_first[ATTENTION_HEALTH + 1];
    int count = urgent < SENTENCES_MAX ? (int)urgent : SENTENCES_MAX;
    int waiting = unshared_long(scene) ? 1 : 0;
    int first = waiting + (last != NULL ? 1 : 0);
    scene->sentences = first + count > 0 ? first + count : 1;
    int index =
        ((scene->ui->strip % scene->sentences) + scene->sentences) % scene->sentences;
    if (index < waiting) {
        sentence_unshared(scene, s);
    } else if (index < first) {
        sentence_moved(scene, last, s);
    } else if (count > 0) {
        sentence_exception(scene, &items[index - first], s);
    } else {
        s->sign = SIGN_ON_COURSE;
        snprintf(s->lead, sizeof s->lead, "%s", scene_word(scene, WORD_ALL_QUIET));
    }
}

// Counter and pause at the right end; returns their left edge.
static int strip_side(struct scene *scene, rect box, const struct sentence *s)
{
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    int cy = box.y + box.h / 2;
    int right = box.x + box.w - scene->m->pad_px - scene->m->unit_px / 2;
    char words[FORMAT_SIZE];

    if (scene->sentences <= 1 && scene->m->layout != LAYOUT_ROOM) {
        return right;
    }
    if (scene->sentences <= 1) {
        return right - text_put_right(scene, right, text_middle(scene, SIZE_HAND, cy), hand,
                                      s->side);
    }
    bool paused = scene->ui->paused_until_ms > scene->mono_ms;
    int side = scene->m->size_px[SIZE_HAND];
    int index =
        ((scene->ui->strip % scene->sentences) + scene->sentences) % scene->sentences;
    format_fill(words, sizeof words, scene_word(scene, WORD_OF), index + 1,
                scene->sentences);
    int x = right - side;
    draw_shape(scene->list, paused ? SHAPE_ICON_PLAY : SHAPE_ICON_PAUSE,
               (rect){x, cy - side / 2, side, side}, scene->t->ink2);
    x -= scene->m->unit_px * 3 / 2;
    x -= text_put_right(scene, x, text_middle(scene, SIZE_HAND, cy), hand, words);
    rect hit = {x - scene->m->pad_px, box.y, box.x + box.w - x + scene->m->pad_px, box.h};
    struct element *element = draw_element(scene->list, ROLE_BUTTON, hit, words);
    if (element != NULL) {
        element->hit = hit;
        element->tap = (struct intent){.kind = INTENT_PAUSE, .amount = 1};
        element->quiet = true;
    }
    return x;
}

void strip_draw(struct scene *scene, rect box)
{
    struct sentence s;
    char label[4 * FORMAT_SIZE];
    const struct metrics *m = scene->m;

    if (scene->past) {
        scene->sentences = 1;
        past_draw(scene, box, m->layout == LAYOUT_ROOM ? SIZE_WAND : SIZE_TAFEL);
        return;
    }
    if (rect_empty(box)) {
        return; // and where it is not shown, it does not turn
    }
    sentence_now(scene, &s);
    format_fill(label, sizeof label, "%s %s", s.lead, s.text);
    struct surface surface = {.role = ROLE_LINK,
                              .box = box,
                              .hit = box,
                              .fill = s.fill,
                              .radius_px = m->radius_px,
                              .tap = s.tap};
    chrome_surface(scene, &surface, label);
    int right = strip_side(scene, box, &s);
    int side = m->layout == LAYOUT_ROOM ? m->unit_px * 5 : m->size_px[SIZE_TAFEL];
    int cy = box.y + box.h / 2;
    int x = box.x + m->unit_px * 2;
    if (s.sign == SIGN_COUNT) {
        draw_shape(scene->list, SHAPE_ICON_CLOCK, (rect){x, cy - side / 2, side, side},
                   scene->t->blue);
    } else {
        sign_draw(scene, s.sign, x, cy - side / 2, side);
    }
    x += side + m->unit_px * 9 / 4;
    if (m->layout != LAYOUT_ROOM) { // two lines rather than a cut one
        char words[4 * FORMAT_SIZE];
        format_fill(words, sizeof words,
                    s.sign == SIGN_ATTENTION && s.tap.kind == INTENT_NONE ? "%s %s %s"
                                                                          : "%s %s",
                    s.lead, s.text, s.side);
        struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
        int lines = text_lines(scene, right - x - m->unit_px, type, words) > 1 ? 2 : 1;
        int baseline = text_middle(scene, SIZE_TAFEL, cy) -
                       (lines - 1) * text_leading(scene, SIZE_TAFEL) / 2;
        text_put_wrapped(scene, x, baseline, right - x - m->unit_px, 2, type, words);
        return;
    }
    int baseline = text_middle(scene, SIZE_WAND, cy);
    x += text_put(scene, x, baseline,
                  (struct type){WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink}, s.lead);
    x += m->size_px[SIZE_WAND] / 4;
    text_put_fit(scene, x, baseline, right - x - m->unit_px * 2,
                 (struct type){WEIGHT_REGULAR, SIZE_WAND, scene->t->ink}, s.text);
}
