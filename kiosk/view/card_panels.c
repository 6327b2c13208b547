// What lies over a card: its folded parts, and what is changed now and then.
#include <stdio.h>

#include "board/outlook_lists.h"
#include "view/buttons.h"
#include "view/card_parts.h"
#include "view/choice.h"
#include "view/conflict.h"
#include "view/report.h"
#include "view/screens.h"
#include "view/sign.h"

enum { ENTRIES_MAX = 8 };

// A grid of big buttons.
struct entries {
    struct {
        const char *word;
        bool chosen;
        struct intent tap;
    } list[ENTRIES_MAX];
    int count;
};

static void entry_add(struct entries *entries, const char *word, bool chosen,
                      struct intent tap)
{
    if (entries->count < ENTRIES_MAX) {
        entries->list[entries->count].word = word;
        entries->list[entries->count].chosen = chosen;
        entries->list[entries->count++].tap = tap;
    }
}

// A panel with a line of words (or NULL) above the buttons.
static void entries_draw(struct scene *scene, const struct entries *entries,
                         const char *title, const char *line)
{
    const struct metrics *m = scene->m;
    int across = m->layout == LAYOUT_PORTRAIT ? 2 : 3;
    int down = (entries->count + across - 1) / across;
    int high = down * (button_big_px(scene) + m->gap_px) - m->gap_px;
    int leading = text_leading(scene, SIZE_HAND);
    struct type type = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink};
    int lines =
        line != NULL
            ? least(2, text_lines(scene, scene->list->width_px * 8 / 10, type, line))
            : 0;
    int head = lines > 0 ? lines * leading + m->gap_px : 0;
    rect box = chrome_panel(scene, title, head + high);

    if (lines > 0) {
        text_put_wrapped(scene, box.x, box.y + leading * 7 / 10, box.w, lines, type, line);
    }
    rect grid = {box.x, box.y + box.h - least(high, box.h - head), box.w,
                 least(high, box.h - head)};
    for (int i = 0; i < entries->count; i++) {
        button_big(scene, choice_place(scene, grid, across, down, i), entries->list[i].word,
                   entries->list[i].chosen, entries->list[i].tap);
    }
}

static void track_title(const struct track *track, char out[FORMAT_SIZE])
{
    format_fill(out, FORMAT_SIZE, "%s %s", track->action->code, track->column->title);
}

static void more_draw(struct scene *scene, const struct track *track)
{
    struct entries entries = {.count = 0};
    char title[FORMAT_SIZE];
    bool mine = scene->ui->who[0] != '\0' && lead_has(scene->ui->who, track);

    track_title(track, title);
    if (track->reported != scene->today) { // it was said today already
        entry_add(&entries, scene_word(scene, WORD_SAME), false,
                  choice_change(track, UPDATE_SAME, 0, ""));
    }
    entry_add(&entries, scene_word(scene, WORD_SET_STAGE), false,
              report_open(track, CARD_STEPS));
    entry_add(&entries, scene_word(scene, WORD_MOVE_DUE), false,
              report_open(track, CARD_MOVE));
    entry_add(&entries, scene_word(scene, WORD_NOTE), false,
              choice_write(track, WRITING_NOTE));
    if (!mine) {
        entry_add(&entries, scene_word(scene, WORD_TAKE_OVER), false,
                  choice_change(track, UPDATE_LEAD, 0, ""));
    }
    if (choice_reasons_asked(track)) {
        entry_add(&entries, scene_word(scene, WORD_SET_REASON), false,
                  report_open(track, CARD_REASONS));
    }
    if (track->health == HEALTH_BOTTLENECK && scene->m->layout != LAYOUT_ROOM) {
        entry_add(&entries, scene_word(scene, WORD_ON_STUCK), false,
                  report_open(track, CARD_STUCK));
    }
    entries_draw(scene, &entries, title, NULL);
}

static void steps_draw(struct scene *scene, const struct track *track)
{
    struct entries entries = {.count = 0};
    char title[FORMAT_SIZE];

    track_title(track, title);
    for (int stage = 0; stage < (int)scene->board->stage_count; stage++) {
        entry_add(&entries, scene->board->stages[stage], stage == track->stage,
                  choice_change(track, UPDATE_STAGE, stage, ""));
    }
    entries_draw(scene, &entries, title, NULL);
}

static void move_draw(struct scene *scene, const struct track *track)
{
    struct entries entries = {.count = 0};
    char choices[ENTRIES_MAX][48];
    char line[2 * FORMAT_SIZE];
    size_t count = due_choices(track->action, scene->today, choices, ENTRIES_MAX);

    for (size_t i = 0; i < count; i++) {
        entry_add(&entries, choices[i], false,
                  choice_change(track, UPDATE_DUE, 0, choices[i]));
    }
    format_fill(line, sizeof line, scene_word(scene, WORD_MOVE_KEEPS),
                due_words(scene, track->action));
    entries_draw(scene, &entries, scene_word(scene, WORD_MOVE_DUE), line);
}

static void reasons_draw(struct scene *scene, const struct track *track)
{
    const struct metrics *m = scene->m;
    bool room = m->layout == LAYOUT_ROOM;
    int down = room ? 2 : 3;
    int across = m->layout == LAYOUT_PORTRAIT ? 3 : 4;
    int high = down * ((room ? button_big_px(scene) : m->touch_min_px * 3 / 2) + m->gap_px);
    char title[FORMAT_SIZE];

    if (choice_reasons_asked(track)) {
        format_fill(title, sizeof title, "%s %s", track->action->code,
                    scene_word(scene, WORD_WHY));
        rect box = chrome_panel(scene, title, high);
        choice_reasons_grid(scene, track, box, across, down, 0);
    }
}

static void conflicts_draw(struct scene *scene, const struct action *action)
{
    rect box = chrome_panel(scene, scene_word(scene, WORD_CONFLICT), 0);
    size_t i = outlook_conflict(scene->outlook, action, 0);
    int y = box.y;

    while (i < scene->board->conflict_count) {
        int high = conflict_px(scene, &scene->board->conflicts[i], box.w);
        if (y + high > box.y + box.h) {
            return;
        }
        conflict_draw(scene, i, (rect){box.x, y, box.w, high});
        y += high + scene->m->gap_px;
        i = outlook_conflict(scene->outlook, action, i + 1);
    }
}

// What the plan and the history say, folded away on small panels.
static void text_draw(struct scene *scene, const struct action *action, int fold)
{
    static const enum word titles[] = {[CARD_TEXT] = WORD_TEXT,
                                       [CARD_PARTNERS] = WORD_PARTNERS,
                                       [CARD_DUE] = WORD_DUE,
                                       [CARD_HISTORY] = WORD_HISTORY};
    rect box = chrome_panel(scene, scene_word(scene, titles[fold]), 0);

    if (fold == CARD_HISTORY) {
        card_history_draw(scene, action, box);
    } else {
        card_part_draw(scene, action, fold, box);
    }
}

bool card_covers(const struct scene *scene)
{
    enum screen_id screen = scene->ui->here.screen;
    bool cards =
        screen == SCREEN_CELL || screen == SCREEN_AMBITION || screen == SCREEN_COLUMN;

    return (screen == SCREEN_CARD && scene->ui->fold >= CARD_TEXT &&
            scene->ui->fold < CARD_REPORT) ||
           (cards && scene->ui->fold == CARD_REPORT);
}

void card_panels_draw(struct scene *scene, const struct action *action,
                      const struct track *chosen)
{
    int fold = scene->ui->fold;

    if (!card_covers(scene)) {
        return;
    }
    scene->list->scroller.box = (rect){0}; // what lies under it stays where it is
    if (fold <= CARD_HISTORY) {
        text_draw(scene, action, fold);
    } else if (fold == CARD_CONFLICTS) {
        conflicts_draw(scene, action);
    } else if (chosen != NULL) {
        switch (fold) {
        case CARD_MORE: more_draw(scene, chosen); break;
        case CARD_STEPS: steps_draw(scene, chosen); break;
        case CARD_MOVE: move_draw(scene, chosen); break;
        case CARD_REASONS: reasons_draw(scene, chosen); break;
        case CARD_STUCK: card_stuck_panel(scene, chosen); break;
        default: break;
        }
    }
}
