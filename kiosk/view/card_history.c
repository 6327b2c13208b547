// What happened to an action and its tracks, newest first.
#include <string.h>

#include "view/card_parts.h"
#include "view/deed_words.h"

enum { DEED_MS = 2, DEED_CHANGES = 16 };

// The changes that one touch made together.
struct event {
    const struct change *changes[DEED_CHANGES]; // newest first
    size_t count;
};

static bool together(const struct change *a, const struct change *b)
{
    return a->at_ms - b->at_ms <= DEED_MS && a->track == b->track &&
           strcmp(a->author, b->author) == 0 && strcmp(a->device, b->device) == 0;
}

// Collects the event that begins at `change` and returns the change that follows it.
static const struct change *event_take(const struct scene *scene,
                                       const struct change *change, struct event *event)
{
    event->count = 0;
    do {
        if (event->count < DEED_CHANGES) {
            event->changes[event->count++] = change;
        }
        change = outlook_older(scene->outlook, change);
    } while (change != NULL && together(event->changes[event->count - 1], change));
    return change;
}

// What it says; false when that is nothing for this list.
static bool event_words(const struct scene *scene, const struct event *event, char *out,
                        size_t size)
{
    bool reported = false;

    out[0] = '\0';
    for (size_t i = event->count; i > 0; i--) {
        change_words_add(scene, event->changes[i - 1], out, size);
        reported = reported || strcmp(event->changes[i - 1]->column, "reported") == 0;
    }
    if (out[0] == '\0' && reported) {
        format_fill(out, size, "%s", scene_word(scene, WORD_NOTHING_MOVED));
    }
    return out[0] != '\0';
}

static void event_draw(struct scene *scene, const struct change *change, const char *words,
                       rect box, bool last)
{
    const struct metrics *m = scene->m;
    int32_t day = 0;
    char when[FORMAT_SIZE];
    bool stacked = m->layout == LAYOUT_PORTRAIT; // what happened gets a line of its own
    int baseline =
        text_middle(scene, SIZE_HAND, box.y + (stacked ? box.h * 3 / 10 : box.h / 2));
    struct type quiet = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};

    day_local(change->at_ms, &day, NULL);
    format_when(when, sizeof when, scene->ui->lang, day, scene->today);
    int first = text_width(scene, quiet, "28 nov 2028") + m->unit_px;
    int second =
        text_width(scene, (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, 0}, "Jeugdhulp") +
        3 * m->unit_px;
    text_put_fit(scene, box.x, baseline, first, quiet, when);
    const char *who =
        change->track != NULL ? change->track->column->wall : scene_word(scene, WORD_ALL);
    text_put_fit(scene, box.x + first, baseline, second,
                 (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink}, who);
    int x = box.x + first + second;
    int right = box.x + box.w;
    if (m->layout == LAYOUT_ROOM) {
        int width = least(text_width(scene, quiet, change->author), box.w / 4);
        text_put_fit(scene, right - width, baseline, width, quiet, change->author);
        right -= width + 2 * m->unit_px;
    }
    if (stacked) {
        x = box.x;
        baseline += text_leading(scene, SIZE_HAND);
    }
    text_put_fit(scene, x, baseline, right - x,
                 (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink}, words);
    if (!last) {
        draw_fill(
            scene->list,
            (rect){box.x, box.y + box.h - 1, box.w, m->hair_px > 3 ? m->hair_px / 2 : 1},
            scene->t->line, 0);
    }
}

void card_history_draw(struct scene *scene, const struct action *action, rect box)
{
    const struct metrics *m = scene->m;
    bool panel = scene->ui->fold != CARD_HISTORY;
    int pad = panel ? 5 * m->unit_px / 2 : 0;
    int line =
        text_leading(scene, SIZE_HAND) * (m->layout == LAYOUT_PORTRAIT ? 25 : 14) / 10;
    int room = (box.h - pad) / line;
    int drawn = 0;
    struct event event;

    if (room < 1) {
        return;
    }
    if (panel) {
        draw_fill(scene->list, box, scene->t->card, m->radius_px);
    }
    const struct change *change = outlook_newest(scene->outlook, action);
    while (change != NULL && drawn < room) {
        char words[DEED_SIZE];
        change = event_take(scene, change, &event);
        if (event_words(scene, &event, words, sizeof words)) {
            rect row = {box.x + pad, box.y + pad / 2 + drawn * line, box.w - 2 * pad, line};
            event_draw(scene, event.changes[0], words, row,
                       drawn + 1 == room || change == NULL);
            drawn++;
        }
    }
    if (drawn == 0) {
        text_put_fit(
            scene, box.x + pad, text_middle(scene, SIZE_HAND, box.y + pad / 2 + line / 2),
            box.w - 2 * pad, (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2},
            scene_word(scene, WORD_NO_HISTORY));
    }
}
