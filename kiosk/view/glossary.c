// Afkortingen: what the board's abbreviations and organisations stand for.
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "view/list.h"
#include "view/screens.h"

static void entry_draw(struct scene *scene, const char *name, const char *meaning, rect box)
{
    const struct metrics *m = scene->m;
    int pad = 2 * m->unit_px;
    struct surface s = {.role = ROLE_CARD,
                        .box = box,
                        .hit = rect_meet(box, scene->list->clip),
                        .fill = scene->t->card,
                        .radius_px = m->radius_px,
                        .tap = {.kind = INTENT_EXPLAIN}};
    char label[3 * FORMAT_SIZE];

    snprintf(s.tap.select, sizeof s.tap.select, "%.71s", name);
    format_fill(label, sizeof label, "%s: %s", name, meaning);
    chrome_surface(scene, &s, label);
    struct type bold = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
    int leading = text_leading(scene, SIZE_HAND);
    int y = box.y + pad + text_cap(scene, SIZE_TAFEL);
    text_put_fit(scene, box.x + pad, y, box.w - 2 * pad, bold, name);
    text_put_wrapped(scene, box.x + pad, y + leading * 11 / 10, box.w - 2 * pad,
                     m->layout == LAYOUT_ROOM ? 2 : 1,
                     (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2}, meaning);
}

void glossary_draw(struct scene *scene)
{
    const struct metrics *m = scene->m;
    const struct board *board = scene->board;
    rect body =
        undo_clear(scene, chrome_frame(scene, NULL, scene_word(scene, WORD_WORDS),
                                       scene_word(scene, WORD_GLOSSARY_HINT), 0, TAB_MORE));
    int lines = m->layout == LAYOUT_ROOM ? 2 : 1; // a tap opens the rest
    int row = 4 * m->unit_px + text_leading(scene, SIZE_TAFEL) +
              lines * text_leading(scene, SIZE_HAND);
    int across = m->layout == LAYOUT_ROOM ? 3 : m->layout == LAYOUT_PANEL ? 2 : 1;
    struct list list;

    list_begin(scene, &list, body, (rect){0}, board->abbreviation_count,
               most(row, m->touch_min_px), across);
    for (size_t i = list.first; i < list.last; i++) {
        entry_draw(scene, board->abbreviations[i].name, board->abbreviations[i].meaning,
                   list_row(scene, &list, i));
    }
    list_end(scene, &list);
}
