#include "view/view.h"

#include <stdio.h>
#include <string.h>

#include "view/card_parts.h"
#include "view/chrome.h"
#include "view/curtain.h"
#include "view/meeting.h"
#include "view/screens.h"
#include "view/take.h"

// Nothing to show yet: still reading, or an empty shared folder.
static void waiting_draw(struct scene *scene)
{
    bool reading = scene->set == NULL;
    int cx = scene->list->width_px / 2;
    int cy = scene->list->height_px / 2;
    struct type wand = {WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};

    bool trouble = !reading && scene->set->trouble[0] != '\0' &&
                   strcmp(scene->set->trouble, "missing") != 0;
    char words[4 * FORMAT_SIZE];

    text_put_centre(scene, cx, cy, wand,
                    scene_word(scene, reading ? WORD_LOADING : WORD_NO_BOARD));
    snprintf(words, sizeof words, "%s",
             scene_word(scene, reading ? WORD_LOADING_HINT : WORD_NO_BOARD_HINT));
    if (trouble) {
        strip_trouble_words(scene, words, sizeof words);
    }
    int width = scene->list->width_px * 9 / 10;
    int lines = least(3, text_lines(scene, width, hand, words));
    int x = cx - (lines == 1 ? text_width(scene, hand, words) : width) / 2;
    text_put_wrapped(scene, x, cy + 2 * text_leading(scene, SIZE_HAND), width, 3, hand,
                     words);
}

static void screen_draw(struct scene *scene)
{
    if (curtain_covers(scene)) {
        curtain_draw(scene);
        return;
    }
    switch (scene->ui->here.screen) {
    case SCREEN_BOARD: wall_draw(scene); break;
    case SCREEN_ATTENTION: attention_draw(scene); break;
    case SCREEN_CELL:
    case SCREEN_AMBITION:
    case SCREEN_COLUMN: cards_draw(scene); break;
    case SCREEN_CARD: card_draw(scene); break;
    case SCREEN_SEARCH: search_draw(scene); break;
    case SCREEN_WORDS: glossary_draw(scene); break;
    case SCREEN_BOARDS: shelf_draw(scene); break;
    case SCREEN_LEADS: leads_draw(scene); break;
    case SCREEN_WRITE: write_draw(scene); break;
    case SCREEN_CHANGES: changes_draw(scene); break;
    case SCREEN_PIN: pin_draw(scene); break;
    case SCREEN_ADMIN: admin_draw(scene); break;
    case SCREEN_MEETING: meeting_draw(scene); break;
    case SCREEN_TREND: trend_draw(scene); break;
    case SCREEN_COUNT: break;
    }
}

// Screens on which a fold is a panel over all the rest; a card's own lie in it.
static bool fold_covers(enum screen_id screen)
{
    return screen == SCREEN_ADMIN || screen == SCREEN_ATTENTION || screen == SCREEN_TREND;
}

void view_draw(struct scene *scene)
{
    const struct metrics *m = scene->m;

    draw_begin(scene->list, m->panel.width_px, m->panel.height_px, scene->t->paper);
    scene->pages = 1;
    scene->bar_px = 0;
    scene->sentences = 1;
    scene->before = scene->after = (struct intent){0};
    scene->undo = (rect){0};
    scene->stays = false;
    if (scene->board == NULL) {
        waiting_draw(scene);
        return;
    }
    bool legend = scene->ui->legend;
    bool explain = scene->ui->explain[0] != '\0';
    bool take = take_open(scene);
    scene->covered = legend || explain || take || card_covers(scene) ||
                     meeting_covers(scene) ||
                     (scene->ui->fold != 0 && fold_covers(scene->ui->here.screen));
    screen_draw(scene);
    scene->covered = legend || explain;
    if (take) {
        take_draw(scene);
    }
    if (legend) {
        legend_panel_draw(scene);
    }
    if (explain) {
        explain_panel_draw(scene);
    }
    enum screen_id screen = scene->ui->here.screen;
    if (screen != SCREEN_WRITE && screen != SCREEN_PIN &&
        !scene->past) { // it would lie over the keys
        undo_draw(scene);
    }
    if (!legend && !explain && scene->ui->fold == 0) {
        hint_draw(scene);
    }
    chrome_notice(scene);
}

void view_describe(const struct draw_list *list, void *file)
{
    static const char *const roles[] = {
        [ROLE_TEXT] = "tekst", [ROLE_BUTTON] = "knop", [ROLE_LINK] = "link",
        [ROLE_CARD] = "kaart", [ROLE_CELL] = "cel",    [ROLE_KEY] = "toets",
        [ROLE_FIELD] = "veld", [ROLE_SIGN] = "teken"};

    for (size_t i = 0; i < list->draw_count; i++) {
        const struct draw *d = &list->draws[i];
        if (d->kind == DRAW_TEXT) {
            fprintf(file, "tekst\t%s\t%d\t%d\t%d\t%d\n", d->text, d->box.x, d->box.y,
                    d->box.w, d->box.h);
        }
    }
    for (size_t i = 0; i < list->element_count; i++) {
        const struct element *e = &list->elements[i];
        if (!e->quiet) {
            fprintf(file, "%s\t%s\t%d\t%d\t%d\t%d\n", roles[e->role], e->label, e->box.x,
                    e->box.y, e->box.w, e->box.h);
        }
    }
}
