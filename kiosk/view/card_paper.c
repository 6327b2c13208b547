// What the plan says of an action.
#include <stdio.h>
#include <string.h>

#include "view/card_parts.h"
#include "view/chrome.h"
#include "view/sign.h"

enum { LARGE_LINES = 6 }; // a text up to so many lines is set large

// A column of text that grows downward.
struct sheet {
    int x, w, y; // y: top of what comes next
};

static struct type regular(const struct scene *scene)
{
    return (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink};
}

static void sheet_heading(struct scene *scene, struct sheet *sheet, enum word word)
{
    sheet->y += scene->m->unit_px * 2;
    text_put_fit(scene, sheet->x, sheet->y + text_leading(scene, SIZE_HAND) * 8 / 10,
                 sheet->w, (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink2},
                 scene_word(scene, word));
    sheet->y += text_leading(scene, SIZE_HAND);
}

static void sheet_text(struct scene *scene, struct sheet *sheet, const char *text)
{
    int baseline = sheet->y + text_leading(scene, SIZE_HAND) * 8 / 10;

    sheet->y +=
        text_put_wrapped(scene, sheet->x, baseline, sheet->w, 60, regular(scene), text) *
        text_leading(scene, SIZE_HAND);
}

// The next name in a list with commas; moves *list behind it. False at the end.
static bool list_next(const char **list, char *out, size_t size)
{
    *list += strspn(*list, ", ;\n");
    size_t length = strcspn(*list, ",;\n");

    if (length == 0) {
        return false;
    }
    snprintf(out, size, "%.*s", (int)(length < size ? length : size - 1), *list);
    *list += length;
    return true;
}

static int partner_width(const struct scene *scene, const struct action *action)
{
    char name[FORMAT_SIZE];
    int width = 0;

    for (const char *list = action->partners; list_next(&list, name, sizeof name);) {
        const struct organisation *known = board_organisation_find(scene->board, name);
        int w = text_width(scene, (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, 0}, name);
        if (known != NULL && known->title[0] != '\0' && w > width) {
            width = w;
        }
    }
    return width;
}

// A partner in bold, spelled out beside it; a tap explains it at wall size.
static void partner_draw(struct scene *scene, struct sheet *sheet, const char *name,
                         int indent)
{
    const struct organisation *known = board_organisation_find(scene->board, name);
    const struct abbreviation *abbreviation = board_abbreviation_find(scene->board, name);
    const char *title = known != NULL && known->title[0] != '\0' ? known->title
                        : abbreviation != NULL                   ? abbreviation->meaning
                                                                 : "";
    int leading = text_leading(scene, SIZE_HAND);
    int baseline = sheet->y + leading * 8 / 10;
    int top = sheet->y;

    int used = text_put_fit(scene, sheet->x, baseline, sheet->w,
                            (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink}, name);
    int x = sheet->x + (used < indent ? indent : used) + 2 * scene->m->unit_px;
    int lines = 1;
    if (title[0] != '\0' && strcmp(title, name) != 0 && x < sheet->x + sheet->w) {
        lines = text_put_wrapped(scene, x, baseline, sheet->x + sheet->w - x, 3,
                                 (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2},
                                 title);
    }
    sheet->y += (lines < 1 ? 1 : lines) * leading;
    if (title[0] != '\0') { // it answers: never lower than a finger
        sheet->y = most(sheet->y, top + scene->m->touch_min_px);
    }
    struct element *element =
        title[0] != '\0'
            ? draw_element(scene->list, ROLE_LINK,
                           (rect){sheet->x, top, sheet->w, sheet->y - top}, name)
            : NULL;
    if (element != NULL) {
        element->hit = rect_meet(element->box, scene->list->clip);
        element->tap = (struct intent){.kind = INTENT_EXPLAIN};
        snprintf(element->tap.select, sizeof element->tap.select, "%.71s", name);
        element->quiet = true;
    }
}

static void partners_draw(struct scene *scene, struct sheet *sheet,
                          const struct action *action)
{
    char name[FORMAT_SIZE];
    int indent = partner_width(scene, action);

    if (indent > sheet->w * 45 / 100) {
        indent = sheet->w * 45 / 100;
    }
    for (const char *list = action->partners; list_next(&list, name, sizeof name);) {
        partner_draw(scene, sheet, name, indent);
    }
}

static void funding_draw(struct scene *scene, struct sheet *sheet,
                         const struct action *action)
{
    int side = text_cap(scene, SIZE_HAND) * 12 / 10;
    struct sheet inner = *sheet;

    if (!action->funded) {
        sign_draw(scene, SIGN_ATTENTION, sheet->x,
                  sheet->y + (text_leading(scene, SIZE_HAND) - side) / 2, side);
        inner.x += side + scene->m->unit_px;
        inner.w -= side + scene->m->unit_px;
    }
    sheet_text(scene, &inner,
               action->funding[0] != '\0' ? action->funding
                                          : scene_word(scene, WORD_NO_FUNDING));
    sheet->y = inner.y;
}

static void due_draw(struct scene *scene, struct sheet *sheet, const struct action *action)
{
    if (action->shift_count == 0) {
        sheet_text(scene, sheet, due_words(scene, action));
        return;
    }
    int high = 6 * scene->m->unit_px + 2 * text_leading(scene, SIZE_HAND);
    trail_draw(
        scene, action,
        (rect){sheet->x, sheet->y + text_leading(scene, SIZE_HAND) / 2, sheet->w, high});
    sheet->y += high;
}

static void reference_draw(struct scene *scene, struct sheet *sheet, const char *code,
                           int *x)
{
    const struct action *action = board_action_find(scene->board, code);
    const struct goal *goal = board_goal_find(scene->board, code);
    char words[FORMAT_SIZE];
    int high = most(chrome_button_px(scene) * 8 / 10, scene->m->touch_min_px);

    if (action == NULL && goal != NULL && goal->action_count > 0) {
        action = &goal->actions[0];
    }
    format_fill(words, sizeof words, "%s %s", code,
                action != NULL && goal == NULL ? action->brief
                : goal != NULL                 ? goal->brief
                                               : "");
    struct type type = {WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink};
    int most_w = sheet->w;
    int width = text_width(scene, type, words) + 6 * scene->m->unit_px;
    width = width > most_w ? most_w : width;
    if (*x > sheet->x && *x + width > sheet->x + sheet->w) {
        *x = sheet->x;
        sheet->y += high + scene->m->gap_px;
    }
    rect box = {*x, sheet->y, width, high};
    struct surface s = {.role = ROLE_LINK,
                        .box = box,
                        .hit = rect_meet(box, scene->list->clip),
                        .fill = scene->t->card,
                        .outline = scene->t->edge,
                        .outline_px = scene->m->hair_px,
                        .radius_px = scene->m->radius_px};
    if (action != NULL) {
        s.tap = intent_show(SCREEN_CARD, action->code);
    } else if (goal != NULL) {
        s.tap = intent_show(SCREEN_AMBITION, goal->ambition->code);
    }
    chrome_surface(scene, &s, words);
    int arrow = scene->m->unit_px * 2;
    text_put_fit(scene, box.x + 2 * scene->m->unit_px,
                 text_middle(scene, SIZE_HAND, box.y + high / 2),
                 width - 5 * scene->m->unit_px, type, words);
    draw_shape(scene->list, SHAPE_ICON_RIGHT,
               (rect){box.x + width - arrow - scene->m->unit_px, box.y + (high - arrow) / 2,
                      arrow, arrow},
               scene->t->ink2);
    *x += width + scene->m->gap_px;
}

static void references_draw(struct scene *scene, struct sheet *sheet,
                            const struct action *action)
{
    char code[FORMAT_SIZE];
    int x = sheet->x;

    sheet->y += scene->m->unit_px;
    for (const char *list = action->refs; list_next(&list, code, sizeof code);) {
        reference_draw(scene, sheet, code, &x);
    }
    sheet->y += chrome_button_px(scene);
}

// The text of the action itself, in the larger role where it stays short.
static void action_text(struct scene *scene, struct sheet *sheet,
                        const struct action *action)
{
    const char *text = action->text[0] != '\0' ? action->text : action->title;
    struct type large = {WEIGHT_REGULAR, SIZE_TAFEL, scene->t->ink};

    if (text_lines(scene, sheet->w, large, text) > LARGE_LINES) {
        sheet_text(scene, sheet, text);
        return;
    }
    int leading = text_leading(scene, SIZE_TAFEL);
    sheet->y += text_put_wrapped(scene, sheet->x, sheet->y + leading * 8 / 10, sheet->w,
                                 LARGE_LINES, large, text) *
                leading;
}

static void sheet_draw(struct scene *scene, struct sheet *sheet,
                       const struct action *action)
{
    action_text(scene, sheet, action);
    if (action->partners[0] != '\0') {
        sheet_heading(scene, sheet, WORD_PARTNERS);
        partners_draw(scene, sheet, action);
    }
    if (action->kind == ACTION_PLAIN) {
        sheet_heading(scene, sheet, WORD_FUNDING);
        funding_draw(scene, sheet, action);
        sheet_heading(scene, sheet, WORD_DUE);
        due_draw(scene, sheet, action);
    }
    if (action->refs[0] != '\0') {
        sheet_heading(scene, sheet, WORD_REFERS);
        references_draw(scene, sheet, action);
    }
}

void card_paper_draw(struct scene *scene, const struct action *action, rect box)
{
    int pad = 5 * scene->m->unit_px / 2;
    int offset = scene->ui->here.offset_px;
    struct sheet sheet = {box.x + pad, box.w - 2 * pad, box.y + pad - offset};

    draw_fill(scene->list, box, scene->t->card, scene->m->radius_px);
    rect before = draw_clip(scene->list, rect_inset(box, scene->m->unit_px));
    sheet_draw(scene, &sheet, action);
    draw_clip(scene->list, before);
    scene->list->scroller = (struct scroller){
        .box = box, .content_px = sheet.y + offset + pad - box.y, .offset_px = offset};
    if (sheet.y + offset + pad > box.y + box.h && offset == 0) { // says that there is more
        int side = 3 * scene->m->unit_px;
        rect more = {box.x + box.w - side - scene->m->unit_px,
                     box.y + box.h - side - scene->m->unit_px, side, side};
        draw_shape(scene->list, SHAPE_ICON_DOWN, more, scene->t->ink2);
        struct element *element =
            draw_element(scene->list, ROLE_BUTTON, more, scene_word(scene, WORD_READ_ON));
        if (element != NULL) {
            element->hit = rect_inset(more, -side);
            element->tap = intent_of(INTENT_SCROLL, 1);
        }
    }
}

void card_part_draw(struct scene *scene, const struct action *action, int part, rect box)
{
    struct sheet sheet = {box.x, box.w, box.y - scene->ui->here.offset_px};
    rect before = draw_clip(scene->list, box);

    if (part == CARD_TEXT) {
        action_text(scene, &sheet, action);
        if (action->refs[0] != '\0') {
            sheet_heading(scene, &sheet, WORD_REFERS);
            references_draw(scene, &sheet, action);
        }
    } else if (part == CARD_PARTNERS) {
        partners_draw(scene, &sheet, action);
        sheet_heading(scene, &sheet, WORD_FUNDING);
        funding_draw(scene, &sheet, action);
    } else {
        due_draw(scene, &sheet, action);
    }
    draw_clip(scene->list, before);
    scene->list->scroller =
        (struct scroller){.box = box,
                          .content_px = sheet.y + scene->ui->here.offset_px - box.y,
                          .offset_px = scene->ui->here.offset_px};
}
