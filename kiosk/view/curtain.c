#include "view/curtain.h"

#include "board/veil.h"
#include "view/chrome.h"
#include "view/screens.h"

const char *scene_private(const struct scene *scene, const char *text)
{
    return scene->ui->curtain && text[0] != '\0' ? VEIL : text;
}

struct intent curtain_intent(void)
{
    return intent_of(INTENT_OPTION, UI_CURTAIN);
}

enum word curtain_word(const struct scene *scene)
{
    return scene->ui->curtain ? WORD_CURTAIN_OPEN : WORD_CURTAIN_CLOSE;
}

int curtain_icon(const struct scene *scene)
{
    return scene->ui->curtain ? SHAPE_ICON_EYE_SHUT : SHAPE_ICON_EYE;
}

bool curtain_covers(const struct scene *scene)
{
    enum screen_id screen = scene->ui->here.screen;

    return scene->ui->curtain && (screen == SCREEN_LEADS || screen == SCREEN_WRITE);
}

void curtain_draw(struct scene *scene)
{
    const struct metrics *m = scene->m;
    bool leads = scene->ui->here.screen == SCREEN_LEADS;
    const char *title = scene_word(scene, leads ? WORD_LEADS : WORD_CURTAIN);
    rect body = undo_clear(scene, chrome_frame(scene, NULL, title, "", 0, TAB_LEADS));
    bool room = m->layout == LAYOUT_ROOM;
    enum role_size size = room ? SIZE_TAFEL : SIZE_HAND;
    struct type wand = {WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink};
    struct type type = {WEIGHT_REGULAR, size, scene->t->ink2};
    const char *open = scene_word(scene, WORD_CURTAIN_OPEN);
    int pad = 2 * m->pad_px;
    int inside = body.w - 2 * pad;
    int lines = text_lines(scene, inside, type, scene_word(scene, WORD_CURTAIN_HINT));
    int more = text_lines(scene, inside, type, scene_word(scene, WORD_CURTAIN_ASK));
    int high = most(chrome_button_px(scene), m->touch_min_px * 13 / 10);
    int gap = text_leading(scene, size) / 2;
    int content = text_leading(scene, SIZE_WAND) +
                  (lines + more) * text_leading(scene, size) + 2 * gap + high;
    rect box = {body.x, body.y, body.w, least(body.h, content + 2 * pad)};
    int y = box.y + pad + text_cap(scene, SIZE_WAND);

    draw_fill(scene->list, box, scene->t->card, m->radius_px);
    text_put_fit(scene, box.x + pad, y, inside, wand,
                 scene_word(scene, WORD_CURTAIN_BRIEF));
    y += text_leading(scene, SIZE_WAND);
    text_put_wrapped(scene, box.x + pad, y, inside, lines, type,
                     scene_word(scene, WORD_CURTAIN_HINT));
    y += lines * text_leading(scene, size) + gap;
    text_put_wrapped(scene, box.x + pad, y, inside, more, type,
                     scene_word(scene, WORD_CURTAIN_ASK));
    int width = chrome_button_width(scene, SHAPE_ICON_EYE, open);
    chrome_button(scene, (rect){box.x + pad, box.y + box.h - pad - high, width, high},
                  SHAPE_ICON_EYE, open, false, curtain_intent());
}
