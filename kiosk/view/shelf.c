// Borden: the programmes in the shared file, one tap to open another.
#include <stdio.h>
#include <string.h>

#include "view/curtain.h"
#include "view/list.h"
#include "view/night.h"
#include "view/screens.h"
#include "view/sign.h"

static void shelf_counts(const struct scene *scene, const struct board *board,
                         char out[FORMAT_SIZE])
{
    char actions[FORMAT_SIZE];
    char kind[64];

    format_fill(actions, sizeof actions,
                scene_word(scene, board->action_count == 1 ? WORD_ACTION : WORD_ACTIONS),
                (int)board->action_count);
    format_fill(kind, sizeof kind, "%s", board->row_kind);
    format_fill(out, FORMAT_SIZE, "%s, %d × %s", actions, (int)board->ambition_count, kind);
}

static void board_draw(struct scene *scene, const struct board *board, rect box)
{
    const struct metrics *m = scene->m;
    int pad = 5 * m->unit_px / 2;
    bool open = board == scene->board;
    char words[FORMAT_SIZE];
    struct surface s = {.role = ROLE_CARD,
                        .box = box,
                        .hit = rect_meet(box, scene->list->clip),
                        .fill = scene->t->card,
                        .outline = scene->t->blue,
                        .outline_px = open ? m->thick_px : 0,
                        .radius_px = m->radius_px,
                        .tap = intent_show(SCREEN_BOARD, "")};

    snprintf(s.tap.board, sizeof s.tap.board, "%.35s", board->slug);
    char label[2 * FORMAT_SIZE];
    format_fill(label, sizeof label, "%s%s%s", board->title, board->example ? ", " : "",
                board->example ? scene_word(scene, WORD_EXAMPLE) : "");
    chrome_surface(scene, &s, label);
    struct type title = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    int right = box.x + box.w - pad;
    int foot = box.y + box.h - pad;
    int y = box.y + pad + text_cap(scene, SIZE_TAFEL);
    if (open) {
        text_put_right(scene, right, foot,
                       (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink},
                       scene_word(scene, WORD_OPEN_NOW));
    }
    if (board->example) {
        right -=
            text_put_right(scene, right, y, hand, scene_word(scene, WORD_EXAMPLE)) + pad;
    }
    text_put_fit(scene, box.x + pad, y, right - box.x - pad, title,
                 board->wall[0] != '\0' ? board->wall : board->title);
    y += text_leading(scene, SIZE_HAND) * 11 / 10;
    y += text_put_wrapped(scene, box.x + pad, y, box.w - 2 * pad, 2, hand, board->title) *
         text_leading(scene, SIZE_HAND);
    shelf_counts(scene, board, words);
    text_put_fit(scene, box.x + pad, foot, box.w * 7 / 10, hand, words);
}

// A way to what has no tab of its own.
struct way {
    enum word word;
    enum shape icon;
    struct intent tap;
};
enum { WAYS = 6, WAYS_ACROSS = 3, WAYS_ACROSS_NARROW = 2 };

// All side by side, each as wide as its word needs and a share of what is left; false when
// there is no room for that.
static bool ways_row(const struct scene *scene, const struct way ways[WAYS], int width,
                     int widths[WAYS])
{
    int spare = width - (WAYS - 1) * scene->m->gap_px;

    for (int i = 0; i < WAYS; i++) {
        widths[i] =
            chrome_button_width(scene, (int)ways[i].icon, scene_word(scene, ways[i].word));
        spare -= widths[i];
    }
    for (int i = 0; i < WAYS; i++) {
        widths[i] += spare / WAYS + (i < spare % WAYS);
    }
    return spare >= 0;
}

// Returns the height used.
static int ways_draw(struct scene *scene, rect body)
{
    const struct way ways[WAYS] = {
        {WORD_WORDS, SHAPE_ICON_WORDS, intent_show(SCREEN_WORDS, "")},
        {WORD_CHANGES, SHAPE_ICON_CLOCK, intent_show(SCREEN_CHANGES, "")},
        {WORD_LEGEND, SHAPE_ICON_HELP, intent_of(INTENT_OPTION, UI_LEGEND)},
        {curtain_word(scene), (enum shape)curtain_icon(scene), curtain_intent()},
        {WORD_NIGHT_NOW, SHAPE_ICON_MOON, night_intent()},
        {WORD_ADMIN, SHAPE_ICON_BOARDS, intent_show(SCREEN_ADMIN, "")},
    };
    const struct metrics *m = scene->m;
    int high = chrome_button_px(scene);
    int widths[WAYS];
    bool row = m->layout == LAYOUT_ROOM && ways_row(scene, ways, body.w, widths);
    int across = row                            ? WAYS
                 : m->layout == LAYOUT_PORTRAIT ? WAYS_ACROSS_NARROW
                                                : WAYS_ACROSS;
    rect box = {body.x, body.y, 0, high};

    for (int i = 0; i < WAYS; i++) {
        const char *word = scene_word(scene, ways[i].word);
        box.w = row ? widths[i] : (body.w - (across - 1) * m->gap_px) / across;
        bool tight = chrome_button_width(scene, (int)ways[i].icon, word) > box.w;
        chrome_button(scene, box, tight ? -1 : (int)ways[i].icon, word, false, ways[i].tap);
        box.x += box.w + m->gap_px;
        if ((i + 1) % across == 0) {
            box.x = body.x;
            box.y += high + m->gap_px;
        }
    }
    return WAYS / across * (high + m->gap_px);
}

void shelf_draw(struct scene *scene)
{
    const struct metrics *m = scene->m;
    rect body =
        undo_clear(scene, chrome_frame(scene, NULL, scene_word(scene, WORD_BOARDS),
                                       scene_word(scene, WORD_BOARDS_HINT), 0, TAB_MORE));
    int row = 6 * m->unit_px + text_leading(scene, SIZE_TAFEL) +
              3 * text_leading(scene, SIZE_HAND);
    struct list list;
    int used = ways_draw(scene, body);

    body.y += used;
    body.h -= used;
    list_begin(scene, &list, body, (rect){0}, scene->set->count, row,
               m->layout == LAYOUT_PORTRAIT ? 1 : 2);
    for (size_t i = list.first; i < list.last; i++) {
        board_draw(scene, &scene->set->boards[i], list_row(scene, &list, i));
    }
    list_end(scene, &list);
}
