#include "view/hint.h"

#include <limits.h>

#include "view/chrome.h"

// Places apart from the screens: somebody's own actions.
enum { PLACE_MINE = SCREEN_COUNT, PLACE_COUNT, PLACE_NONE = 31 };

static const enum word words[PLACE_COUNT] = {
    [SCREEN_BOARD] = WORD_HINT_BOARD,     [SCREEN_ATTENTION] = WORD_HINT_ATTENTION,
    [SCREEN_CELL] = WORD_HINT_CARDS,      [SCREEN_AMBITION] = WORD_HINT_CARDS,
    [SCREEN_COLUMN] = WORD_HINT_CARDS,    [SCREEN_CARD] = WORD_HINT_CARD,
    [SCREEN_SEARCH] = WORD_HINT_SEARCH,   [SCREEN_WORDS] = WORD_HINT_WORDS,
    [SCREEN_BOARDS] = WORD_HINT_BOARDS,   [SCREEN_LEADS] = WORD_HINT_LEADS,
    [SCREEN_CHANGES] = WORD_HINT_CHANGES, [SCREEN_MEETING] = WORD_HINT_MEETING,
    [SCREEN_TREND] = WORD_HINT_TREND,     [PLACE_MINE] = WORD_HINT_MINE,
};

// Where somebody types, a word more is in the way; and a meeting that runs has its own.
static int place_of(const struct ui *ui)
{
    enum screen_id screen = ui->here.screen;
    bool chosen = ui->here.select[0] != '\0';

    if (screen == SCREEN_WRITE || screen == SCREEN_PIN || screen == SCREEN_ADMIN ||
        (screen == SCREEN_MEETING && chosen)) {
        return PLACE_NONE;
    }
    return screen == SCREEN_LEADS && chosen ? PLACE_MINE : (int)screen;
}

// What a hint stands for: places that say the same are one.
static uint32_t bit_of(int place)
{
    for (int i = 0; i < place && place < PLACE_COUNT; i++) {
        if (words[i] == words[place]) {
            return UINT32_C(1) << i;
        }
    }
    return UINT32_C(1) << place;
}

void hint_ask(struct ui *ui, int64_t mono_ms)
{
    struct hint *hint = &ui->hint;
    uint32_t bit = bit_of(place_of(ui));

    if ((hint->seen & bit) == 0 && place_of(ui) != PLACE_NONE) {
        hint->seen |= bit;
        hint->until_ms = mono_ms + HINT_MS;
    }
}

void hint_follow(struct ui *ui, int64_t mono_ms)
{
    int place = place_of(ui);

    if (place == ui->hint.place) {
        return;
    }
    ui->hint.place = place;
    ui->hint.until_ms = 0;
    hint_ask(ui, mono_ms);
}

bool hint_touched(struct ui *ui)
{
    bool stood = ui->hint.until_ms != 0;

    ui->hint.until_ms = 0;
    return stood;
}

bool hint_tick(struct ui *ui, int64_t mono_ms)
{
    struct hint *hint = &ui->hint;

    if (mono_ms >= ui->touched_ms + UI_IDLE_MS + UI_NOTICE_MS) {
        hint->seen = 0;
        hint->place = place_of(ui);
        return hint_touched(ui); // the wall came back by itself
    }
    return hint->until_ms != 0 && mono_ms >= hint->until_ms ? hint_touched(ui) : false;
}

int64_t hint_deadline_ms(const struct ui *ui)
{
    return ui->hint.until_ms != 0 ? ui->hint.until_ms : INT64_MAX;
}

// The room for the words: over the foot in a room, as wide as they are, because what turns
// pages stands at the right. Where buttons have the foot, over the title, beside the way
// back.
static rect hint_room(const struct scene *scene, bool foot)
{
    const struct metrics *m = scene->m;
    bool room = m->layout == LAYOUT_ROOM;
    bool back = scene->ui->depth > 0 || scene->ui->here.select[0] != '\0';
    int margin = room ? m->margin_px : 2 * m->unit_px;
    int side = room ? most(10 * m->unit_px, m->touch_min_px) : m->touch_min_px;
    int x = back && !foot ? margin + side + 2 * m->unit_px : margin;
    int right = scene->list->width_px - margin;

    if (!foot && m->layout != LAYOUT_PORTRAIT) {
        right = scene->list->width_px * 58 / 100;
    }
    return (rect){x, 2 * m->unit_px, right - x, side};
}

void hint_draw(struct scene *scene)
{
    const struct metrics *m = scene->m;
    const struct ui *ui = scene->ui;
    int place = place_of(ui);

    if (ui->hint.until_ms <= scene->mono_ms || place >= PLACE_COUNT ||
        ui->undo.serial != 0 || ui_notice_seconds(ui, scene->mono_ms) > 0) {
        return;
    }
    const char *hint = scene_word(scene, words[place]);
    bool foot = m->layout == LAYOUT_ROOM && place != SCREEN_TREND;
    enum role_size size = foot ? SIZE_TAFEL : SIZE_HAND;
    struct type type = {WEIGHT_SEMIBOLD, size, scene->t->oninv};
    rect room = hint_room(scene, foot);
    int pad = foot ? m->pad_px + m->unit_px : m->pad_px;
    int lines = least(2, text_lines(scene, room.w - 2 * pad, type, hint));
    int width = lines == 1 ? text_width(scene, type, hint) : room.w - 2 * pad;
    int words_px = lines * text_leading(scene, size) + m->unit_px;
    int high = most(foot ? m->touch_min_px : room.h, words_px);
    int y = foot ? scene->list->height_px - scene->bar_px - high - m->gap_px : room.y;
    rect box = {room.x, y, width + 2 * pad, high};

    draw_fill(scene->list, box, scene->t->inv, m->radius_px);
    text_put_wrapped(scene, box.x + pad,
                     text_middle(scene, size, box.y + high / 2) -
                         (lines - 1) * text_leading(scene, size) / 2,
                     width + 1, 2, type, hint);
}
