#include "view/list.h"

static int rows_of(const struct list *list)
{
    return (int)((list->count + (size_t)list->across - 1) / (size_t)list->across);
}

void list_begin(struct scene *scene, struct list *list, rect body, rect foot, size_t count,
                int row_px, int across)
{
    const struct metrics *m = scene->m;
    int gap_px = m->gap_px;

    *list = (struct list){.body = body,
                          .row_px = row_px,
                          .step_px = row_px + gap_px,
                          .across = across,
                          .count = count};
    if (rows_of(list) * list->step_px - gap_px > body.h) {
        int high =
            most(m->touch_min_px, m->layout == LAYOUT_ROOM ? 15 * m->unit_px / 2 : 0);
        list->foot = foot;
        if (rect_empty(foot)) {
            list->foot = (rect){body.x, body.y + body.h - high, body.w, high};
            list->body.h -= high + gap_px;
        }
        list->body.h = most(list->body.h, row_px); // one row, however little room there is
        // Whole rows on a page, so that turning it never cuts one.
        int fit = most(1, (list->body.h + gap_px) / list->step_px);
        list->step_px = (list->body.h + gap_px) / fit;
        list->row_px = list->step_px - gap_px;
        list->body.h = fit * list->step_px - gap_px;
    }
    int offset = scene->ui->here.offset_px;
    int first = offset / list->step_px;
    int last = (offset + list->body.h) / list->step_px + 1;
    list->first = (size_t)first * (size_t)across;
    list->last =
        (size_t)last * (size_t)across < count ? (size_t)last * (size_t)across : count;
    scene->list->scroller =
        (struct scroller){list->body, most(0, rows_of(list) * list->step_px - gap_px),
                          offset, list->body.h + gap_px};
    list->clip = draw_clip(scene->list,
                           (rect){0, list->body.y, scene->list->width_px, list->body.h});
}

rect list_row(const struct scene *scene, const struct list *list, size_t index)
{
    int gap = scene->m->gap_px;
    int place = (int)(index % (size_t)list->across);
    int x = list->body.x + place * (list->body.w + gap) / list->across;
    int right = list->body.x + (place + 1) * (list->body.w + gap) / list->across - gap;
    int y = list->body.y + (int)(index / (size_t)list->across) * list->step_px -
            scene->ui->here.offset_px;

    return (rect){x, y, right - x, list->row_px};
}

void list_end(struct scene *scene, const struct list *list)
{
    int gap = list->step_px - list->row_px;
    int view = list->body.h + gap;
    int content = scene->list->scroller.content_px + gap;
    int pages = (content + view - 1) / view;
    int offset = scene->ui->here.offset_px;
    int page = offset >= content - view ? pages - 1 : offset / view;

    draw_clip(scene->list, list->clip);
    if (rect_empty(list->foot)) {
        return;
    }
    chrome_pager(scene, list->foot, page, pages);
}
