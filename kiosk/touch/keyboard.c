#include "touch/keyboard.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "touch/layout.h"
#include "touch/letter.h"

enum {
    KEY_MOST_MM = 60,
    TALL_LEAST_MM = 15, // rows are at least this high, or the digits stay on their own page
    ROW_KEYS = 10,
};

static const float GAP_OF_PITCH =
    0.08f; // between keys, as a part of the distance between their centres

void keyboard_init(struct keyboard *keyboard, size_t max_chars)
{
    *keyboard = (struct keyboard){.repeat_ms = INT64_MAX};
    field_init(&keyboard->field, max_chars);
}

// Writes one code point, as a capital when `upper`.
static void put_letter(uint32_t point, bool upper, char out[8])
{
    size_t length = utf8_put(upper ? letter_upper(point) : point, out);

    out[length] = '\0';
}

// The same letter in lower case; capitals only occur in the Latin-1 range.
static void lower(const char *text, char out[8])
{
    size_t at = 0;
    uint32_t point = utf8_next(text, strlen(text), &at);

    put_letter(letter_is_upper(point) ? point + 0x20 : point, false, out);
}

static bool tall(rect area, float px_per_mm)
{
    return (float)area.h >= (float)(LAYOUT_ROWS * TALL_LEAST_MM) * px_per_mm;
}

rect keyboard_fit(rect area, float px_per_mm, bool mirrored)
{
    int widest =
        (int)lroundf((float)(ROW_KEYS * KEY_MOST_MM) * px_per_mm / (1 - GAP_OF_PITCH));
    int highest =
        (int)lroundf((float)(LAYOUT_ROWS * KEY_MOST_MM) * px_per_mm / (1 - GAP_OF_PITCH));
    rect fit = area;

    fit.w = area.w < widest ? area.w : widest;
    fit.h = area.h < highest ? area.h : highest;
    fit.x = mirrored ? area.x : area.x + area.w - fit.w;
    fit.y = area.y + area.h - fit.h;
    return fit;
}

// Where a run of halves of a row lies; computed from the edges, so that rounding never
// opens a seam.
static rect cell(rect area, int row, int rows, int from, int halves)
{
    int left = area.x + area.w * from / LAYOUT_HALVES;
    int right = area.x + area.w * (from + halves) / LAYOUT_HALVES;
    int top = area.y + area.h * row / rows;
    int bottom = area.y + area.h * (row + 1) / rows;

    return (rect){left, top, right - left, bottom - top};
}

static int gap_px(rect area, int rows)
{
    int across = area.w / ROW_KEYS;
    int down = area.h / rows;
    int gap = (int)lroundf(GAP_OF_PITCH * (float)(across < down ? across : down));

    return gap < 4 ? 4 : gap;
}

static bool special_lit(const struct keyboard *keyboard, enum keyboard_act act)
{
    return (act == KEYBOARD_SHIFT && keyboard->shift != KEYBOARD_LOW) ||
           (act == KEYBOARD_SYMBOLS && keyboard->page == KEYBOARD_DIGITS) ||
           (act == KEYBOARD_ACCENTS && keyboard->page == KEYBOARD_ACCENTED);
}

static void make_special(const struct keyboard *keyboard,
                         const struct layout_special *special, struct keyboard_key *key)
{
    key->act = special->act;
    strncpy(key->id, special->id, sizeof key->id - 1);
    key->lit = special_lit(keyboard, special->act);
    if (special->act == KEYBOARD_SYMBOLS || special->act == KEYBOARD_ACCENTS) {
        const char *face = special->act == KEYBOARD_SYMBOLS ? "123" : "ë";
        strncpy(key->text, key->lit ? "abc" : face, sizeof key->text - 1);
    }
}

static void make_letter(const struct keyboard *keyboard, uint32_t point,
                        struct keyboard_key *key)
{
    char plain[8];

    key->act = KEYBOARD_TYPE;
    put_letter(point, false, plain);
    put_letter(point, keyboard->shift != KEYBOARD_LOW, key->text);
    memcpy(key->id, key->text, sizeof key->id);
    key->more = layout_accents(plain) != NULL;
    key->lit = strcmp(keyboard->popup, key->text) == 0;
}

size_t keyboard_layout(const struct keyboard *keyboard, rect area, float px_per_mm,
                       struct keyboard_key *keys)
{
    const bool five = tall(area, px_per_mm);
    const int rows = layout_row_count(five);
    const int gap = gap_px(area, rows);
    size_t count = 0;

    for (int r = 0; r < rows; r++) {
        struct layout_row row = layout_row(keyboard->page, five, r);
        size_t length = strlen(row.keys);
        int from = row.indent;
        for (size_t at = 0; at < length && count < KEYBOARD_KEYS; count++) {
            uint32_t point = utf8_next(row.keys, length, &at);
            const struct layout_special *special =
                point < 0x20 ? layout_special((char)point) : NULL;
            struct keyboard_key *key = &keys[count];
            *key = (struct keyboard_key){0};
            if (special != NULL) {
                make_special(keyboard, special, key);
            } else {
                make_letter(keyboard, point, key);
            }
            int halves = special != NULL ? special->halves : 2;
            key->hit = cell(area, r, rows, from, halves);
            key->box = (rect){key->hit.x + gap / 2, key->hit.y + gap / 2, key->hit.w - gap,
                              key->hit.h - gap};
            from += halves;
        }
    }
    return count;
}

// Where the pop-up of `count` letters as wide as their key lies: over the key, or under it
// on the top row (rows differ by a pixel).
static rect popup_box(rect area, rect key, int count, float px_per_mm)
{
    int least_px = (int)lroundf(10 * px_per_mm);
    int wide = key.w > least_px ? key.w : least_px;
    wide = wide * count > area.w ? area.w / count : wide;
    rect box = {key.x, key.y - key.h, wide * count, key.h};

    if (box.x + box.w > area.x + area.w) {
        box.x = area.x + area.w - box.w;
    }
    if (box.y < area.y) {
        box.y = key.y - area.y > key.h / 2 ? area.y : key.y + key.h;
    }
    return box;
}

static const struct keyboard_key *key_find(const struct keyboard_key *keys, size_t count,
                                           const char *id)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(keys[i].id, id) == 0) {
            return &keys[i];
        }
    }
    return NULL;
}

// The letters of the open pop-up in their present case; 0 when none is open.
static size_t popup_letters(const struct keyboard *keyboard, char out[KEYBOARD_POPUP][8])
{
    char plain[8];
    size_t count = 0;

    if (keyboard->popup[0] == '\0') {
        return 0;
    }
    lower(keyboard->popup, plain);
    const char *letters = layout_accents(plain);
    bool upper = strcmp(plain, keyboard->popup) != 0;
    for (size_t at = 0; letters != NULL && letters[at] != '\0' && count < KEYBOARD_POPUP;
         count++) {
        put_letter(utf8_next(letters, strlen(letters), &at), upper, out[count]);
    }
    return count;
}

size_t keyboard_popup(const struct keyboard *keyboard, rect area, float px_per_mm,
                      struct keyboard_key *keys)
{
    struct keyboard_key all[KEYBOARD_KEYS];
    char letters[KEYBOARD_POPUP][8];
    size_t count = popup_letters(keyboard, letters);
    size_t all_count = keyboard_layout(keyboard, area, px_per_mm, all);
    const struct keyboard_key *under = key_find(all, all_count, keyboard->popup);

    if (count == 0 || under == NULL) {
        return 0;
    }
    rect box = popup_box(area, under->hit, (int)count, px_per_mm);
    for (size_t i = 0; i < count; i++) {
        keys[i] = (struct keyboard_key){.act = KEYBOARD_TYPE,
                                        .lit = (int)i == keyboard->popup_pick};
        memcpy(keys[i].text, letters[i], sizeof keys[i].text);
        memcpy(keys[i].id, letters[i], sizeof keys[i].id);
        int wide = box.w / (int)count;
        keys[i].hit = (rect){box.x + wide * (int)i, box.y, wide, box.h};
        keys[i].box = rect_inset(keys[i].hit, wide / 16);
    }
    return count;
}

static enum keyboard_result press_type(struct keyboard *keyboard, const char *text)
{
    bool typed = field_insert(&keyboard->field, text);

    keyboard->shift = keyboard->shift == KEYBOARD_ONCE ? KEYBOARD_LOW : keyboard->shift;
    // One accent at a time is what people want; the letters come back by themselves.
    keyboard->page =
        keyboard->page == KEYBOARD_ACCENTED ? KEYBOARD_LETTERS : keyboard->page;
    return typed ? KEYBOARD_TYPED : KEYBOARD_LOOKS;
}

static enum keyboard_result press_shift(struct keyboard *keyboard, int64_t now_ms)
{
    bool twice =
        keyboard->shift == KEYBOARD_ONCE && now_ms - keyboard->shift_ms < KEYBOARD_CAPS_MS;

    keyboard->shift_ms = now_ms;
    if (twice) {
        keyboard->shift = KEYBOARD_CAPS;
    } else {
        keyboard->shift = keyboard->shift == KEYBOARD_LOW ? KEYBOARD_ONCE : KEYBOARD_LOW;
    }
    return KEYBOARD_LOOKS;
}

static enum keyboard_result press_page(struct keyboard *keyboard, enum keyboard_page page)
{
    keyboard->page = keyboard->page == page ? KEYBOARD_LETTERS : page;
    return KEYBOARD_LOOKS;
}

// What a key's id stands for; letters stand for themselves.
static enum keyboard_act act_of(const char *id)
{
    for (char mark = 1; mark < 0x08; mark++) {
        const struct layout_special *special = layout_special(mark);
        if (special != NULL && strcmp(special->id, id) == 0) {
            return special->act;
        }
    }
    return KEYBOARD_TYPE;
}

enum keyboard_result keyboard_press(struct keyboard *keyboard, const char *id,
                                    int64_t now_ms)
{
    keyboard->popup[0] = '\0';
    keyboard->repeat_ms = INT64_MAX;
    switch (act_of(id)) {
    case KEYBOARD_TYPE: return press_type(keyboard, id);
    case KEYBOARD_SPACE: return press_type(keyboard, " ");
    case KEYBOARD_SHIFT: return press_shift(keyboard, now_ms);
    case KEYBOARD_ERASE:
        return field_erase(&keyboard->field) ? KEYBOARD_TYPED : KEYBOARD_LOOKS;
    case KEYBOARD_SYMBOLS: return press_page(keyboard, KEYBOARD_DIGITS);
    case KEYBOARD_ACCENTS: return press_page(keyboard, KEYBOARD_ACCENTED);
    case KEYBOARD_DONE: return KEYBOARD_READY;
    }
    return KEYBOARD_IGNORED;
}

enum keyboard_result keyboard_hold(struct keyboard *keyboard, const char *id,
                                   int64_t now_ms)
{
    char plain[8];

    if (act_of(id) == KEYBOARD_ERASE) {
        keyboard->repeat_ms = now_ms;
        return keyboard_tick(keyboard, now_ms);
    }
    lower(id, plain);
    if (layout_accents(plain) == NULL || strlen(id) >= sizeof keyboard->popup) {
        return KEYBOARD_IGNORED;
    }
    strcpy(keyboard->popup, id);
    keyboard->popup_pick = 1;
    return KEYBOARD_LOOKS;
}

enum keyboard_result keyboard_slide(struct keyboard *keyboard, const char *id)
{
    char letters[KEYBOARD_POPUP][8];
    size_t count = popup_letters(keyboard, letters);

    for (size_t i = 0; i < count; i++) {
        if (strcmp(letters[i], id) == 0 && keyboard->popup_pick != (int)i) {
            keyboard->popup_pick = (int)i;
            return KEYBOARD_LOOKS;
        }
    }
    return KEYBOARD_IGNORED;
}

enum keyboard_result keyboard_lift(struct keyboard *keyboard, const char *id,
                                   int64_t now_ms)
{
    char letters[KEYBOARD_POPUP][8];
    size_t count = popup_letters(keyboard, letters);

    keyboard->repeat_ms = INT64_MAX;
    if (count == 0 || strcmp(keyboard->popup, id) == 0) {
        return KEYBOARD_IGNORED;
    }
    for (size_t i = 0; i < count; i++) {
        if (strcmp(letters[i], id) == 0) {
            return keyboard_press(keyboard, id, now_ms);
        }
    }
    keyboard->popup[0] = '\0';
    return KEYBOARD_LOOKS;
}

enum keyboard_result keyboard_tick(struct keyboard *keyboard, int64_t now_ms)
{
    enum keyboard_result result = KEYBOARD_IGNORED;

    while (keyboard->repeat_ms <= now_ms) {
        if (!field_erase(&keyboard->field)) {
            keyboard->repeat_ms = INT64_MAX;
            break;
        }
        result = KEYBOARD_TYPED;
        keyboard->repeat_ms += KEYBOARD_REPEAT_MS;
    }
    return result;
}

int64_t keyboard_deadline_ms(const struct keyboard *keyboard)
{
    return keyboard->repeat_ms;
}
