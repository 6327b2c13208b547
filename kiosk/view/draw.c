#include "view/draw.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "view/shape.h"

enum { FIRST_ROOM = 256 };

// Room above and under the baseline, in thousandths of the font size: what Open Sans asks
// for.
enum { ASCENT_MILLI = 1069, DESCENT_MILLI = 293 };

void draw_begin(struct draw_list *list, int width_px, int height_px, color paper)
{
    arena_reset(&list->arena);
    list->width_px = width_px;
    list->height_px = height_px;
    list->paper = paper;
    list->draw_count = 0;
    list->element_count = 0;
    list->scroller = (struct scroller){0};
    list->clip = (rect){0, 0, width_px, height_px};
    list->failed = false;
}

void draw_finish(struct draw_list *list)
{
    arena_finish(&list->arena);
    free(list->draws);
    free(list->elements);
    *list = (struct draw_list){0};
}

// Makes room for one more item behind `count`. False, and the items as they were, when
// memory ran out.
static bool grow(void **items, size_t *room, size_t count, size_t size)
{
    if (count < *room) {
        return true;
    }
    size_t wanted = *room == 0 ? FIRST_ROOM : *room * 2;
    void *larger = realloc(*items, wanted * size);
    if (larger == NULL) {
        return false;
    }
    *items = larger;
    *room = wanted;
    return true;
}

rect draw_cover(const struct draw *draw)
{
    rect box = draw->box;

    if (draw->kind == DRAW_TEXT) {
        int lean = draw->size_px / 4 + 2;
        box.x -= lean;
        box.w += 2 * lean;
        box.y -= lean;
        box.h += 2 * lean;
    }
    return rect_meet(box, draw->clip);
}

// Keeps a draw when something of it can be seen. NULL when not, or when memory ran out.
static struct draw *keep(struct draw_list *list, struct draw draw)
{
    draw.clip = list->clip;
    if (rect_empty(draw.box) || rect_empty(draw_cover(&draw))) {
        return NULL;
    }
    void *items = list->draws;
    if (!grow(&items, &list->draw_room, list->draw_count, sizeof *list->draws)) {
        list->failed = true;
        return NULL;
    }
    list->draws = items;
    struct draw *kept = &list->draws[list->draw_count];
    *kept = draw;
    list->draw_count++;
    return kept;
}

// A radius of more than half the shorter side is that half.
static int16_t fit_radius(rect box, int radius_px)
{
    int most = (box.w < box.h ? box.w : box.h) / 2;

    return (int16_t)(radius_px < most ? radius_px : most);
}

void draw_fill(struct draw_list *list, rect box, color ink, int radius_px)
{
    keep(list, (struct draw){.kind = DRAW_FILL,
                             .box = box,
                             .ink = ink,
                             .radius_px = fit_radius(box, radius_px)});
}

void draw_frame(struct draw_list *list, rect box, color ink, int radius_px, int stroke_px)
{
    if (stroke_px > 0) {
        keep(list, (struct draw){.kind = DRAW_FRAME,
                                 .box = box,
                                 .ink = ink,
                                 .radius_px = fit_radius(box, radius_px),
                                 .stroke_px = (int16_t)stroke_px});
    }
}

void draw_shape(struct draw_list *list, int shape, rect box, color ink)
{
    keep(list, (struct draw){
                   .kind = DRAW_SHAPE, .box = box, .ink = ink, .shape = (int16_t)shape});
}

void draw_text(struct draw_list *list, int x_px, int baseline_px, int width_px,
               enum weight weight, int size_px, color ink, const char *text, size_t length)
{
    int above_px = (size_px * ASCENT_MILLI + 999) / 1000;
    int under_px = (size_px * DESCENT_MILLI + 999) / 1000;
    struct draw *draw = keep(list, (struct draw){.kind = DRAW_TEXT,
                                                 .box = {x_px, baseline_px - above_px,
                                                         width_px, above_px + under_px},
                                                 .ink = ink,
                                                 .weight = (int16_t)weight,
                                                 .size_px = (int16_t)size_px,
                                                 .baseline_px = (int16_t)baseline_px});
    if (draw == NULL) {
        return;
    }
    draw->text = arena_text(&list->arena, text, utf8_whole(text, length));
    if (draw->text == NULL) {
        list->draw_count--;
        list->failed = true;
    }
}

rect draw_clip(struct draw_list *list, rect clip)
{
    rect before = list->clip;

    list->clip = clip;
    return before;
}

struct element *draw_element(struct draw_list *list, enum role role, rect box,
                             const char *label)
{
    bool answers = role != ROLE_TEXT && role != ROLE_SIGN;
    const char *copy = arena_text(&list->arena, label, utf8_whole(label, strlen(label)));
    void *items = list->elements;

    if (copy == NULL ||
        !grow(&items, &list->element_room, list->element_count, sizeof *list->elements)) {
        list->failed = true;
        return NULL;
    }
    list->elements = items;
    struct element *element = &list->elements[list->element_count];
    *element = (struct element){.role = role,
                                .box = box,
                                .hit = answers ? rect_meet(box, list->clip) : (rect){0},
                                .clip = list->clip,
                                .label = copy};
    list->element_count++;
    return element;
}

static void span_move(int *at, int *size, int by_px, int limit_px)
{
    int end = *at + *size;

    if (*size > 0) {
        end += end >= limit_px ? 0 : by_px;
        *at += *at <= 0 ? 0 : by_px;
        *size = end - *at;
    }
}

static void box_move(const struct draw_list *list, rect *box, int dx_px, int dy_px)
{
    span_move(&box->x, &box->w, dx_px, list->width_px);
    span_move(&box->y, &box->h, dy_px, list->height_px);
}

void draw_move(struct draw_list *list, int dx_px, int dy_px)
{
    for (size_t i = 0; i < list->draw_count; i++) {
        struct draw *draw = &list->draws[i];
        box_move(list, &draw->clip, dx_px, dy_px);
        if (draw->kind == DRAW_FILL || draw->kind == DRAW_FRAME) {
            box_move(list, &draw->box, dx_px, dy_px);
        } else { // letters and signs keep their form
            draw->box.x += dx_px;
            draw->box.y += dy_px;
        }
        draw->baseline_px = (int16_t)(draw->baseline_px + dy_px);
    }
    for (size_t i = 0; i < list->element_count; i++) {
        box_move(list, &list->elements[i].box, dx_px, dy_px);
        box_move(list, &list->elements[i].hit, dx_px, dy_px);
        box_move(list, &list->elements[i].clip, dx_px, dy_px);
    }
    box_move(list, &list->scroller.box, dx_px, dy_px);
}

const struct element *draw_hit(const struct draw_list *list, int x_px, int y_px)
{
    for (size_t i = list->element_count; i > 0; i--) {
        const struct element *element = &list->elements[i - 1];
        if (rect_has(element->hit, x_px, y_px) && rect_has(element->clip, x_px, y_px)) {
            return element;
        }
    }
    return NULL;
}

struct intent draw_slide(const struct element *slider, int x_px)
{
    struct intent intent = slider->tap;
    int width = slider->box.w > 0 ? slider->box.w : 1;
    int64_t share = (int64_t)(x_px - slider->box.x) * SLIDE_END / width;

    intent.number = (int)(share < 0 ? 0 : share > SLIDE_END ? SLIDE_END : share);
    return intent;
}

static void dump_rect(FILE *out, const char *word, rect r)
{
    fprintf(out, "%s %d,%d %dx%d", word, r.x, r.y, r.w, r.h);
}

static bool holds(rect outer, rect inner)
{
    rect met = rect_meet(outer, inner);

    return met.x == inner.x && met.y == inner.y && met.w == inner.w && met.h == inner.h;
}

static void dump_draw(FILE *out, const struct draw *draw)
{
    static const char *const words[] = {"fill", "frame", "shape", "text"};
    static const char *const weights[WEIGHT_COUNT] = {"regular", "semibold", "bold"};

    dump_rect(out, words[draw->kind], draw->box);
    fprintf(out, " #%06X", (unsigned)draw->ink);
    switch (draw->kind) {
    case DRAW_FRAME:
        fprintf(out, " stroke %d", draw->stroke_px);
        // fall through
    case DRAW_FILL:
        if (draw->radius_px > 0) {
            fprintf(out, " radius %d", draw->radius_px);
        }
        break;
    case DRAW_SHAPE: fprintf(out, " %s", shape_name((enum shape)draw->shape)); break;
    case DRAW_TEXT:
        fprintf(out, " %s %d at %d \"%s\"", weights[draw->weight], draw->size_px,
                draw->baseline_px, draw->text);
        break;
    }
    if (!holds(draw->clip, draw->box)) {
        dump_rect(out, " clip", draw->clip);
    }
    fputc('\n', out);
}

static void dump_intent(FILE *out, const char *word, const struct intent *intent)
{
    static const char *const words[] = {"none",   "show", "back",    "page",  "scroll",
                                        "option", "key",  "explain", "close", "pause"};

    if (intent->kind != INTENT_NONE) {
        bool known = (size_t)intent->kind < sizeof words / sizeof *words;
        fprintf(out, " %s %s %d %d \"%s\" \"%s\"", word, known ? words[intent->kind] : "?",
                intent->screen, intent->amount, intent->select, intent->board);
    }
}

static void dump_element(FILE *out, const struct element *element)
{
    static const char *const words[] = {"text", "button", "link",  "card",
                                        "cell", "key",    "field", "sign"};

    dump_rect(out, words[element->role], element->box);
    if (!rect_empty(element->hit)) {
        dump_rect(out, " hit", element->hit);
    }
    fprintf(out, " \"%s\"%s", element->label, element->quiet ? " quiet" : "");
    dump_intent(out, "tap", &element->tap);
    dump_intent(out, "hold", &element->hold);
    fputc('\n', out);
}

void draw_dump(const struct draw_list *list, void *file)
{
    FILE *out = file;

    fprintf(out, "list %dx%d #%06X\n", list->width_px, list->height_px,
            (unsigned)list->paper);
    for (size_t i = 0; i < list->draw_count; i++) {
        dump_draw(out, &list->draws[i]);
    }
    for (size_t i = 0; i < list->element_count; i++) {
        dump_element(out, &list->elements[i]);
    }
    if (!rect_empty(list->scroller.box)) {
        dump_rect(out, "scroller", list->scroller.box);
        fprintf(out, " content %d offset %d\n", list->scroller.content_px,
                list->scroller.offset_px);
    }
}
