// Laatste wijzigingen: who did what, newest first, with a way to take it back.
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "board/outlook_lists.h"
#include "view/curtain.h"
#include "view/buttons.h"
#include "view/choice.h"
#include "view/deed_words.h"
#include "view/list.h"
#include "view/screens.h"

enum { FILTER_MINE = 1 };

// What the list shows.
struct changes {
    const struct deed *deeds;       // of the outlook
    size_t count;                   // of deeds
    size_t shown[CHANGE_DEEDS_MAX]; // indexes in deeds
    size_t shown_count;
};

static bool mine_only(const struct scene *scene)
{
    return scene->ui->filter == FILTER_MINE && scene->ui->who[0] != '\0';
}

static void changes_find(const struct scene *scene, struct changes *changes)
{
    changes->count = outlook_deeds(scene->outlook, &changes->deeds);
    changes->shown_count = 0;
    for (size_t i = 0; i < changes->count; i++) {
        if (!mine_only(scene) ||
            utf8_same(changes->deeds[i].first->author, scene->ui->who)) {
            changes->shown[changes->shown_count++] = i;
        }
    }
}

static bool same_text(const char *a, const char *b)
{
    return strcmp(a == NULL ? "" : a, b == NULL ? "" : b) == 0;
}

// The change of the same cell that came next, of deeds newer than `index`; NULL: none.
static const struct change *next_change(const struct changes *changes, size_t index,
                                        const struct change *change)
{
    for (size_t i = index; i > 0; i--) {
        const struct deed *later = &changes->deeds[i - 1];
        for (size_t k = 0; k < later->count; k++) {
            const struct change *other = &later->first[k];
            if (strcmp(other->row, change->row) == 0 &&
                strcmp(other->column, change->column) == 0 &&
                strcmp(other->table, change->table) == 0) {
                return other;
            }
        }
    }
    return NULL;
}

// True when its first cell got back what it held before.
static bool taken_back(const struct changes *changes, size_t index)
{
    const struct change *change = changes->deeds[index].first;
    const struct change *next = next_change(changes, index, change);

    return next != NULL && same_text(next->after, change->before);
}

// Who, when, and on which device where that is not this one.
static void source_words(const struct scene *scene, const struct change *change,
                         char out[2 * FORMAT_SIZE])
{
    char when[FORMAT_SIZE];
    char place[FORMAT_SIZE] = "";
    const char *device = change->device;
    const char *who = change->author;

    for (size_t i = 0; i < scene->sync->device_count; i++) {
        const struct sync_device *known = &scene->sync->devices[i];
        if (strcmp(known->id, change->device) == 0) {
            device = known->self ? "" : known->name[0] != '\0' ? known->name : device;
        }
    }
    device = strcmp(device, "import") == 0 ? "" : device;   // it came with the plan
    if (who[0] == '\0' && strncmp(device, "ext", 3) == 0) { // a tool names nobody
        who = scene_word(scene, WORD_DEVICE_TOOL);
        device = "";
    }
    if (device[0] != '\0') {
        format_fill(place, sizeof place, scene_word(scene, WORD_FROM_DEVICE),
                    scene_private(scene, device));
    }
    moment_words(scene, change->at_ms, when, sizeof when);
    format_fill(out, 2 * FORMAT_SIZE, "%s%s%s%s%s", who, who[0] != '\0' ? ", " : "", when,
                place[0] != '\0' ? ", " : "", place);
}

// Width of the button at the right of every row, or of what stands there instead.
static int button_width(const struct scene *scene)
{
    struct type type = {WEIGHT_REGULAR, SIZE_HAND, 0};

    return most(text_width(scene, type, scene_word(scene, WORD_TURNED_BACK)),
                button_small_width(scene, scene_word(scene, WORD_TURN_BACK)) +
                    2 * scene->m->unit_px);
}

// The button, or why there is none.
static void back_draw(struct scene *scene, const struct changes *changes, size_t index,
                      rect box)
{
    const struct deed *deed = &changes->deeds[index];
    struct type quiet = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    struct intent tap = intent_of(INTENT_UNDO, 0);

    if (!deed->standing) {
        bool back = taken_back(changes, index);
        const char *word = scene_word(scene, back ? WORD_TURNED_BACK : WORD_CHANGED_AGAIN);
        int lines = least(2, text_lines(scene, box.w, quiet, word));
        text_put_wrapped(scene, box.x,
                         text_middle(scene, SIZE_HAND, box.y + box.h / 2) -
                             (lines - 1) * text_leading(scene, SIZE_HAND) / 2,
                         box.w, 2, quiet, word);
        return;
    }
    if (deed->guarded) {
        return;
    }
    tap.number = (int)index;
    snprintf(tap.text, sizeof tap.text, "%lld", (long long)deed->first->at_ms);
    button_small(scene, box, scene_word(scene, WORD_TURN_BACK), tap);
}

// Lines for what was done.
static int words_lines(const struct scene *scene)
{
    return scene->m->layout == LAYOUT_PORTRAIT ? 2 : 1;
}

static int row_px(const struct scene *scene)
{
    int text = words_lines(scene) * text_leading(scene, SIZE_TAFEL) +
               text_leading(scene, SIZE_HAND);

    return most(text + 3 * scene->m->unit_px,
                button_small_px(scene) + 2 * scene->m->unit_px);
}

// A tap on it opens the card, where all of it is told: here the line may be cut.
static void row_surface(struct scene *scene, const struct change *change, const char *told,
                        rect row)
{
    struct surface s = {.role = ROLE_CARD,
                        .box = row,
                        .hit = rect_meet(row, scene->list->clip),
                        .fill = scene->t->card,
                        .radius_px = scene->m->radius_px};
    char select[72] = "";

    if (change->track != NULL) {
        choice_select(change->track, select);
    } else if (change->action != NULL) {
        snprintf(select, sizeof select, "%.71s", change->action->code);
    }
    if (select[0] != '\0') {
        s.tap = intent_show(SCREEN_CARD, select);
    }
    chrome_surface(scene, &s, told);
}

static void deed_draw(struct scene *scene, const struct changes *changes, size_t index,
                      rect row)
{
    const struct deed *deed = &changes->deeds[index];
    int unit = scene->m->unit_px;
    int side = button_width(scene);
    rect in = {row.x + 2 * unit, row.y + unit, row.w - side - 5 * unit, row.h - 2 * unit};
    struct type strong = {WEIGHT_SEMIBOLD, SIZE_TAFEL,
                          deed->standing ? scene->t->ink : scene->t->ink2};
    int leading = text_leading(scene, SIZE_TAFEL);
    char words[DEED_SIZE];
    char told[DEED_SIZE];
    char source[2 * FORMAT_SIZE];

    deed_words(scene, deed, words, sizeof words);
    format_fill(told, sizeof told, deed->undoes ? scene_word(scene, WORD_UNDID) : "%s",
                words);
    source_words(scene, deed->first, source);
    row_surface(scene, deed->first, told, row);
    back_draw(scene, changes, index, (rect){row.x + row.w - unit - side, in.y, side, in.h});
    int lines = least(words_lines(scene), text_lines(scene, in.w, strong, told));
    int high = lines * leading + text_leading(scene, SIZE_HAND);
    int y = in.y + (in.h - high) / 2;
    text_put_wrapped(scene, in.x, y + leading * 8 / 10, in.w, lines, strong, told);
    y += lines * leading;
    text_put_fit(scene, in.x, y + text_leading(scene, SIZE_HAND) * 8 / 10, in.w,
                 (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2}, source);
}

// "Alles" and "Van mij", for somebody who said who he is; returns their width.
static int filter_draw(struct scene *scene, int right, int y, bool draw)
{
    const char *words[] = {scene_word(scene, WORD_ALL), scene_word(scene, WORD_MINE)};
    int high = chrome_button_px(scene);
    int x = right;

    if (scene->ui->who[0] == '\0') {
        return 0;
    }
    for (int i = 1; i >= 0; i--) {
        int width = chrome_button_width(scene, -1, words[i]);
        struct intent tap = intent_of(INTENT_OPTION, UI_FILTER);
        tap.screen = i;
        x -= width;
        if (draw) {
            chrome_button(scene, (rect){x, y, width, high}, -1, words[i],
                          mine_only(scene) == (i == FILTER_MINE), tap);
        }
        x -= scene->m->unit_px / 2;
    }
    return right - x;
}

void changes_draw(struct scene *scene)
{
    const struct metrics *m = scene->m;
    struct changes changes;
    bool room = m->layout == LAYOUT_ROOM;
    int right = scene->list->width_px - m->margin_px;
    int filter = filter_draw(scene, right, 0, false);
    rect body = undo_clear(scene, chrome_frame(scene, NULL, scene_word(scene, WORD_CHANGES),
                                               scene_word(scene, WORD_CHANGES_HINT),
                                               room ? filter : 0, TAB_MORE));
    int high = chrome_button_px(scene);
    struct list list;

    if (room) {
        filter_draw(scene, right, 2 * m->unit_px + (10 * m->unit_px - high) / 2, true);
    } else if (filter > 0) {
        filter_draw(scene, body.x + body.w, body.y, true);
        body.y += high + m->gap_px;
        body.h -= high + m->gap_px;
    }
    changes_find(scene, &changes);
    if (changes.shown_count == 0) {
        text_put_fit(scene, body.x + m->pad_px, body.y + text_leading(scene, SIZE_TAFEL),
                     body.w - 2 * m->pad_px,
                     (struct type){WEIGHT_REGULAR, SIZE_TAFEL, scene->t->ink2},
                     scene_word(scene, WORD_NO_CHANGES));
        return;
    }
    list_begin(scene, &list, body, (rect){0}, changes.shown_count, row_px(scene), 1);
    for (size_t i = list.first; i < list.last; i++) {
        deed_draw(scene, &changes, changes.shown[i], list_row(scene, &list, i));
    }
    list_end(scene, &list);
}
