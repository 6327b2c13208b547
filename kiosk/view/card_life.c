// How an action fares in each column.
#include <stdio.h>
#include <string.h>

#include "view/card_parts.h"
#include "view/choice.h"
#include "view/chrome.h"
#include "view/report.h"
#include "view/sign.h"

enum {
    COLUMNS_SHOWN = 5
}; // columns of a board that a card shows even where they take no part

static void reported_words(const struct scene *scene, const struct track *track,
                           char out[FORMAT_SIZE])
{
    char day[FORMAT_SIZE];

    if (track->reported == DAY_NONE) {
        snprintf(out, FORMAT_SIZE, "%s", scene_word(scene, WORD_NOT_REPORTED));
        return;
    }
    format_when(day, sizeof day, scene->ui->lang, track->reported, scene->today);
    format_fill(out, FORMAT_SIZE, "%s %s", scene_word(scene, WORD_REPORTED), day);
}

static bool is_silent(const struct scene *scene, const struct track *track)
{
    return track_sign(track, scene->board, scene->today) == SIGN_SILENT;
}

// True when a finger can tell the steps of a lane of this width apart.
static bool steps_answer(const struct scene *scene, int lane_w)
{
    return lane_w / (int)scene->board->stage_count >= scene->m->touch_min_px;
}

// Stale tracks have an outline of their own (look.md section 7).
static void track_surface(struct scene *scene, const struct track *track, bool chosen,
                          rect box, int lane_w)
{
    const struct metrics *m = scene->m;
    char label[FORMAT_SIZE];
    bool loud = chosen || ui_glows(scene->ui, track->row);
    bool silent = is_silent(scene, track);
    struct surface s = {.role = ROLE_CARD,
                        .box = box,
                        .hit = box,
                        .fill = scene->t->card,
                        .outline = loud ? scene->t->blue : scene->t->edge,
                        .outline_px = loud     ? m->thick_px
                                      : silent ? m->thin_px
                                               : 0,
                        .radius_px = m->radius_px};

    if (!chosen) {
        s.tap = intent_of(INTENT_OPTION, UI_TRACK);
        snprintf(s.tap.select, sizeof s.tap.select, "%s", track->column->id);
    } else if (!scene->past && !steps_answer(scene, lane_w)) {
        s.tap = report_open(track, CARD_STEPS);
    }
    format_fill(label, sizeof label, "%s: %s, %s", track->column->title,
                sign_word(scene, track_sign(track, scene->board, scene->today)),
                scene->board->stages[track->stage]);
    chrome_surface(scene, &s, label);
}

// The lane; that of the chosen track answers step by step, as high as a finger needs. Drawn
// before the words: a step that is pressed lies behind them.
static void track_lane(struct scene *scene, const struct track *track, bool chosen,
                       rect card, rect lane)
{
    int high = most(lane.h, scene->m->touch_min_px);
    int foot = card.y + card.h - scene->m->thick_px;
    int y = least(lane.y + (lane.h - high) / 2, foot - high);

    if (chosen && !scene->past && steps_answer(scene, lane.w)) {
        choice_steps_draw(scene, track, lane, (rect){lane.x, y, lane.w, high});
    } else {
        lane_draw(scene, track, lane);
    }
}

// Name and sign, verdict, lane, stage, lead, last report.
static void track_room(struct scene *scene, const struct track *track, bool chosen,
                       rect box)
{
    const struct metrics *m = scene->m;
    int pad = 2 * m->unit_px;
    int hand = text_leading(scene, SIZE_HAND);
    enum sign sign = track_sign(track, scene->board, scene->today);
    int side = m->unit_px * 9 / 2;
    rect in = {box.x + pad, box.y + pad, box.w - 2 * pad, box.h - 2 * pad};
    char words[FORMAT_SIZE];
    struct type quiet = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};

    track_surface(scene, track, chosen, box, in.w);
    int y = in.y + side + hand;
    track_lane(scene, track, chosen, box,
               (rect){in.x, y + m->unit_px * 3 / 2, in.w, 3 * m->unit_px});
    const char *forms[] = {track->column->title, track->column->wall, NULL};
    struct type name = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
    text_put_fit(scene, in.x, text_middle(scene, SIZE_TAFEL, in.y + side / 2), in.w - side,
                 name, text_choose(scene, in.w - side - m->unit_px, name, forms));
    sign_draw(scene, sign, in.x + in.w - side, in.y, side);
    format_fill(words, sizeof words, "%s%s%s", sign_word(scene, sign),
                track->reason[0] != '\0' ? ", " : "", track->reason);
    text_put_fit(scene, in.x, y, in.w,
                 (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink}, words);
    y += m->unit_px * 9 / 2 + hand;
    text_put_fit(scene, in.x, y, in.w,
                 (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink},
                 scene->board->stages[track->stage]);
    text_put_fit(scene, in.x, y + hand * 11 / 10, in.w, quiet,
                 track->lead[0] != '\0' ? track->lead : scene_word(scene, WORD_NO_LEAD));
    reported_words(scene, track, words);
    text_put_fit(scene, in.x, y + hand * 21 / 10, in.w, quiet, words);
}

static void track_panel(struct scene *scene, const struct track *track, bool chosen,
                        rect box)
{
    const struct metrics *m = scene->m;
    int pad = 5 * m->unit_px / 2;
    int side = text_cap(scene, SIZE_TAFEL) * 14 / 10;
    rect in = {box.x + pad, box.y + pad, box.w - 2 * pad, box.h - 2 * pad};
    struct type name = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
    const char *forms[] = {track->column->title, track->column->wall, track->column->letter,
                           NULL};

    track_surface(scene, track, chosen, box, in.w);
    track_lane(scene, track, chosen, box,
               (rect){in.x, in.y + side + 2 * m->unit_px, in.w, 5 * m->unit_px});
    int cy = in.y + side / 2;
    text_put(scene, in.x, text_middle(scene, SIZE_TAFEL, cy), name,
             text_choose(scene, in.w - side - m->unit_px, name, forms + 1));
    sign_draw(scene, track_sign(track, scene->board, scene->today), in.x + in.w - side,
              cy - side / 2, side);
    int baseline = in.y + side + 8 * m->unit_px + text_cap(scene, SIZE_HAND);
    text_put_fit(scene, in.x, baseline, in.w,
                 (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink},
                 scene->board->stages[track->stage]);
    if (baseline + text_leading(scene, SIZE_HAND) < box.y + box.h - m->unit_px) {
        text_put_fit(scene, in.x, baseline + text_leading(scene, SIZE_HAND), in.w,
                     (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2},
                     track->lead[0] != '\0' ? track->lead
                                            : scene_word(scene, WORD_NO_LEAD));
    }
    char words[FORMAT_SIZE];
    reported_words(scene, track, words);
    if (baseline + 2 * text_leading(scene, SIZE_HAND) < box.y + box.h - m->unit_px) {
        text_put_fit(scene, in.x, baseline + 2 * text_leading(scene, SIZE_HAND), in.w,
                     (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2}, words);
    }
}

static void track_portrait(struct scene *scene, const struct track *track, bool chosen,
                           rect box)
{
    const struct metrics *m = scene->m;
    int pad = 3 * m->unit_px;
    int side = text_cap(scene, SIZE_WAND) * 12 / 10;
    int cy = box.y + pad + side / 2;

    track_surface(scene, track, chosen, box, box.w - 2 * pad);
    track_lane(scene, track, chosen, box,
               (rect){box.x + pad, box.y + box.h - pad - 5 * m->unit_px, box.w - 2 * pad,
                      5 * m->unit_px});
    sign_draw(scene, track_sign(track, scene->board, scene->today), box.x + pad,
              cy - side / 2, side);
    int right = box.x + box.w - pad;
    struct type stage = {WEIGHT_REGULAR, SIZE_TAFEL, scene->t->ink};
    right -= text_put_right(scene, right, text_middle(scene, SIZE_TAFEL, cy), stage,
                            scene->board->stages[track->stage]) +
             2 * m->unit_px;
    int x = box.x + pad + side + 2 * m->unit_px;
    struct type name = {WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink};
    const char *forms[] = {track->column->title, track->column->wall, track->column->letter,
                           NULL};
    text_put(scene, x, text_middle(scene, SIZE_WAND, cy), name,
             text_choose(scene, right - x, name, forms));
}

static void absent_draw(struct scene *scene, const struct column *column, rect box)
{
    const struct metrics *m = scene->m;
    int pad = 2 * m->unit_px;
    struct type name = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink2};
    int y = box.y + pad + m->unit_px * 3 + text_cap(scene, SIZE_TAFEL) / 2;

    draw_frame(scene->list, box, scene->t->line, m->radius_px, m->hair_px);
    const char *forms[] = {column->title, column->wall, column->letter, NULL};
    text_put(scene, box.x + pad, y, name, text_choose(scene, box.w - 2 * pad, name, forms));
    text_put_fit(scene, box.x + pad, y + text_leading(scene, SIZE_TAFEL), box.w - 2 * pad,
                 (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2},
                 scene_word(scene, WORD_NOT_IN_ACTION));
}

static int portrait_tracks(struct scene *scene, const struct action *action,
                           const struct track *chosen, rect box)
{
    const struct metrics *m = scene->m;
    int high = text_cap(scene, SIZE_WAND) * 12 / 10 + 14 * m->unit_px;
    int gap = m->gap_px;
    int y = box.y;

    if (action->track_count > 0) { // a little more where there is room, less where not
        high = least(high + 4 * m->unit_px, (box.h + gap) / action->track_count - gap);
    }
    for (size_t c = 0; c < scene->board->column_count; c++) {
        if (action->tracks[c] != NULL) {
            track_portrait(scene, action->tracks[c], action->tracks[c] == chosen,
                           (rect){box.x, y, box.w, high});
            y += high + gap;
        }
    }
    return y - gap - box.y;
}

int card_tracks_px(const struct scene *scene)
{
    int unit = scene->m->unit_px;

    if (scene->m->layout == LAYOUT_ROOM) {
        return (25 * unit + 9 * text_leading(scene, SIZE_HAND)) / 2;
    }
    return text_cap(scene, SIZE_TAFEL) * 14 / 10 + 14 * unit +
           3 * text_leading(scene, SIZE_HAND);
}

int card_tracks_draw(struct scene *scene, const struct action *action,
                     const struct track *chosen, rect box)
{
    bool many = scene->board->column_count >
                COLUMNS_SHOWN; // then those that take no part give their place
    int count = many ? most(1, action->track_count) : (int)scene->board->column_count;
    int gap = scene->m->gap_px;
    int place_at = 0;

    if (scene->m->layout == LAYOUT_PORTRAIT) {
        return portrait_tracks(scene, action, chosen, box);
    }
    for (int c = 0; c < (int)scene->board->column_count; c++) {
        if (many && action->tracks[c] == NULL) {
            continue;
        }
        int x = box.x + place_at * (box.w + gap) / count;
        place_at++;
        rect place = {x, box.y, box.x + place_at * (box.w + gap) / count - gap - x, box.h};
        if (action->tracks[c] == NULL) {
            absent_draw(scene, &scene->board->columns[c], place);
        } else if (scene->m->layout == LAYOUT_ROOM) {
            track_room(scene, action->tracks[c], action->tracks[c] == chosen, place);
        } else {
            track_panel(scene, action->tracks[c], action->tracks[c] == chosen, place);
        }
    }
    return box.h;
}
