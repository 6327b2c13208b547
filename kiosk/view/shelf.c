// Borden: the programmes in the shared file, one tap to open another.
#include <stdio.h>
#include <string.h>

#include "view/curtain.h"
#include "view/list.h"
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

// The ways to what has no tab of its own; returns the height used.
static int ways_draw(struct scene *scene, rect body)
{
    const struct {
        enum word word;
        enum shape icon;
        enum screen_id screen; // SCREEN_COUNT: the legend, SCREEN_BOARD: the curtain
    } ways[] = {{WORD_WORDS, SHAPE_ICON_WORDS, SCREEN_WORDS},
                {WORD_CHANGES, SHAPE_ICON_CLOCK, SCREEN_CHANGES},
                {WORD_LEGEND, SHAPE_ICON_HELP, SCREEN_COUNT},
                {curtain_word(scene), (enum shape)curtain_icon(scene), SCREEN_BOARD},
                {WORD_ADMIN, SHAPE_ICON_BOARDS, SCREEN_ADMIN}};
    const struct metrics *m = scene->m;
    int count = (int)(sizeof ways / sizeof *ways);
    int high = chrome_button_px(scene);
    int across = m->layout == LAYOUT_ROOM ? count : m->layout == LAYOUT_PANEL ? 3 : 2;
    int width = (body.w - (across - 1) * m->gap_px) / across;

    for (int i = 0; i < count; i++) {
        rect box = {body.x + i % across * (width + m->gap_px),
                    body.y + i / across * (high + m->gap_px), width, high};
        struct intent tap =
            ways[i].screen == SCREEN_COUNT   ? intent_of(INTENT_OPTION, UI_LEGEND)
            : ways[i].screen == SCREEN_BOARD ? curtain_intent()
                                             : intent_show(ways[i].screen, "");
        bool tight = chrome_button_width(scene, (int)ways[i].icon,
                                         scene_word(scene, ways[i].word)) > width;
        chrome_button(scene, box, tight ? -1 : (int)ways[i].icon,
                      scene_word(scene, ways[i].word), false, tap);
    }
    return (count + across - 1) / across * (high + m->gap_px);
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
