// What was changed just now: it is marked for a while.
#include <stdio.h>
#include <string.h>

#include "view/ui.h"

static bool track_differs(const struct track *a, const struct track *b)
{
    return a->stage != b->stage || a->health != b->health || a->reported != b->reported ||
           strcmp(a->reason, b->reason) != 0 || strcmp(a->lead, b->lead) != 0;
}

void ui_glow_track(struct ui *ui, const struct board *board, const struct track *track,
                   int64_t now_ms)
{
    int i = 0;

    while (i < ui->glow_count && strcmp(ui->glows[i].row, track->row) != 0) {
        i++;
    }
    if (i == UI_GLOW_MAX) {
        return;
    }
    struct glow *glow = &ui->glows[i];
    ui->glow_count += i == ui->glow_count;
    snprintf(glow->row, sizeof glow->row, "%.71s", track->row);
    snprintf(glow->board, sizeof glow->board, "%.35s", board->slug);
    snprintf(glow->ambition, sizeof glow->ambition, "%.35s",
             track->action->goal->ambition->code);
    snprintf(glow->column, sizeof glow->column, "%.35s", track->column->id);
    glow->until_ms = now_ms + UI_GLOW_MS;
}

// Tracks are in the order of their actions in both boards, so that one walk finds the
// pairs.
static void board_glow(struct ui *ui, const struct board *old, const struct board *new,
                       int64_t now_ms)
{
    for (size_t i = 0; i < new->action_count; i++) {
        const struct action *action = &new->actions[i];
        const struct action *was =
            i < old->action_count && strcmp(old->actions[i].code, action->code) == 0
                ? &old->actions[i]
                : board_action_find(old, action->code);
        for (size_t c = 0; c < new->column_count; c++) {
            const struct track *track = action->tracks[c];
            const struct track *before =
                was != NULL && c < old->column_count ? was->tracks[c] : NULL;
            if (track != NULL && (before == NULL || track_differs(track, before))) {
                ui_glow_track(ui, new, track, now_ms);
            }
        }
    }
}

void ui_glow(struct ui *ui, const struct board_set *before, const struct board_set *after,
             int64_t now_ms)
{
    if (before == NULL) {
        return;
    }
    for (size_t i = 0; i < after->count; i++) {
        const struct board *old = board_set_find(before, after->boards[i].slug);
        if (old != NULL) {
            board_glow(ui, old, &after->boards[i], now_ms);
        }
    }
}

bool ui_glows(const struct ui *ui, const char *row)
{
    for (int i = 0; i < ui->glow_count; i++) {
        if (strcmp(ui->glows[i].row, row) == 0) {
            return true;
        }
    }
    return false;
}

bool ui_glows_cell(const struct ui *ui, const struct board *board,
                   const struct ambition *ambition, const struct column *column)
{
    for (int i = 0; i < ui->glow_count; i++) {
        const struct glow *glow = &ui->glows[i];
        if (strncmp(glow->column, column->id, sizeof glow->column - 1) == 0 &&
            strncmp(glow->ambition, ambition->code, sizeof glow->ambition - 1) == 0 &&
            strncmp(glow->board, board->slug, sizeof glow->board - 1) == 0) {
            return true;
        }
    }
    return false;
}
