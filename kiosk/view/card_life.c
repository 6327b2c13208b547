// How an action fares: its tracks, what is stuck, what happened.
#include <stdio.h>
#include <string.h>

#include "view/card_parts.h"
#include "view/chrome.h"
#include "view/screens.h"
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

static bool track_surface(struct scene *scene, const struct track *track, bool chosen,
                          rect box)
{
    const struct metrics *m = scene->m;
    char label[FORMAT_SIZE];
    bool glow = ui_glows(scene->ui, track->row);
    struct surface s = {.role = ROLE_CARD,
                        .box = box,
                        .hit = box,
                        .fill = scene->t->card,
                        .outline = scene->t->blue,
                        .outline_px = chosen || glow ? m->thick_px : 0,
                        .radius_px = m->radius_px,
                        .tap = intent_of(INTENT_OPTION, UI_TRACK)};

    snprintf(s.tap.select, sizeof s.tap.select, "%s", track->column->id);
    format_fill(label, sizeof label, "%s: %s, %s", track->column->title,
                sign_word(scene, track_sign(track, scene->board, scene->today)),
                scene->board->stages[track->stage]);
    return chrome_surface(scene, &s, label);
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

    track_surface(scene, track, chosen, box);
    const char *forms[] = {track->column->title, track->column->wall, NULL};
    struct type name = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
    text_put_fit(scene, in.x, text_middle(scene, SIZE_TAFEL, in.y + side / 2), in.w - side,
                 name, text_choose(scene, in.w - side - m->unit_px, name, forms));
    sign_draw(scene, sign, in.x + in.w - side, in.y, side);
    int y = in.y + side + hand;
    text_put_fit(scene, in.x, y, in.w,
                 (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink},
                 sign_word(scene, sign));
    lane_draw(scene, track, (rect){in.x, y + m->unit_px * 3 / 2, in.w, 3 * m->unit_px});
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

    track_surface(scene, track, chosen, box);
    int cy = in.y + side / 2;
    text_put(scene, in.x, text_middle(scene, SIZE_TAFEL, cy), name,
             text_choose(scene, in.w - side - m->unit_px, name, forms + 1));
    sign_draw(scene, track_sign(track, scene->board, scene->today), in.x + in.w - side,
              cy - side / 2, side);
    lane_draw(scene, track,
              (rect){in.x, in.y + side + 2 * m->unit_px, in.w, 5 * m->unit_px});
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

    track_surface(scene, track, chosen, box);
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
    lane_draw(scene, track,
              (rect){box.x + pad, box.y + box.h - pad - 5 * m->unit_px, box.w - 2 * pad,
                     5 * m->unit_px});
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

    if (action->track_count > 0 && action->track_count * (high + gap) > box.h) {
        high = box.h / action->track_count - gap;
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

// "Gevraagd aan de regiegroep: ..." or which rung it stands on.
static void asked_words(const struct scene *scene, const struct track *track,
                        char out[4 * FORMAT_SIZE])
{
    const struct bottleneck *b = track->bottleneck;
    char days[FORMAT_SIZE] = "";
    char by[FORMAT_SIZE] = "";
    char decide[FORMAT_SIZE] = "";

    if (b == NULL) {
        snprintf(out, FORMAT_SIZE, "%s", scene_word(scene, WORD_NO_LADDER));
        return;
    }
    if (b->by != DAY_NONE) {
        format_when(by, sizeof by, scene->ui->lang, b->by, scene->today);
        format_fill(decide, sizeof decide, scene_word(scene, WORD_DECIDE_BY), by);
    }
    if (b->rung_since != DAY_NONE) {
        format_days(days, sizeof days, scene->ui->lang, scene->today - b->rung_since);
    }
    if (b->asked[0] != '\0' && scene->m->layout == LAYOUT_ROOM) {
        char asked[2 * FORMAT_SIZE];
        format_fill(asked, sizeof asked, scene_word(scene, WORD_ASKED),
                    scene->board->rungs[b->rung].name, b->asked);
        bool ends = strchr("?.!", asked[strlen(asked) - 1]) != NULL;
        format_fill(out, 4 * FORMAT_SIZE, "%s%s%s", asked,
                    decide[0] == '\0' ? ""
                    : ends            ? " "
                                      : ", ",
                    decide);
    } else {
        format_fill(out, 4 * FORMAT_SIZE, "%s%s%s%s%s", scene->board->rungs[b->rung].name,
                    days[0] != '\0' ? ", " : "", days, decide[0] != '\0' ? ", " : "",
                    decide);
    }
}

void card_bottleneck_draw(struct scene *scene, const struct track *track, rect box,
                          bool ladder)
{
    const struct metrics *m = scene->m;
    int pad = 5 * m->unit_px / 2;
    enum sign sign = track_brick(track, scene->board);
    int side = m->unit_px * (m->layout == LAYOUT_ROOM ? 5 : 6);
    char why[FORMAT_SIZE];
    char days[FORMAT_SIZE];
    char words[2 * FORMAT_SIZE];
    char asked[4 * FORMAT_SIZE];

    draw_fill(scene->list, box, sign_tint(scene->t, sign), m->radius_px);
    exception_words(scene, track, SIGN_BOTTLENECK, why, sizeof why);
    exception_days(scene, track, SIGN_BOTTLENECK, days, sizeof days);
    if (why[0] >= 'a' && why[0] <= 'z') {
        why[0] = (char)(why[0] - 'a' + 'A');
    }
    format_fill(words, sizeof words, "%s%s%s", why, days[0] != '\0' ? ", " : "", days);
    int cy = box.y + pad + side / 2;
    sign_draw(scene, sign, box.x + pad, cy - side / 2, side);
    int x = box.x + pad + side + 2 * m->unit_px;
    int right = box.x + box.w - pad;
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    if (ladder) {
        right -= text_put_right(scene, right, text_middle(scene, SIZE_HAND, cy), hand,
                                track->column->title) +
                 2 * m->unit_px;
    }
    text_put_fit(scene, x, text_middle(scene, SIZE_TAFEL, cy), right - x,
                 (struct type){WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink}, words);
    asked_words(scene, track, asked);
    int y = cy + side / 2 + text_leading(scene, SIZE_HAND);
    int left = ladder ? box.x + pad : x;
    text_put_fit(
        scene, left, y, box.x + box.w - pad - left,
        (struct type){WEIGHT_REGULAR, SIZE_HAND, ladder ? scene->t->ink : scene->t->ink2},
        asked);
    draw_element(scene->list, ROLE_TEXT, box, words);
    if (ladder && track->bottleneck != NULL) {
        y += 2 * m->unit_px;
        ladder_draw(scene, track->bottleneck,
                    (rect){box.x + pad, y, box.w - 2 * pad, box.y + box.h - y});
    }
}

// --- history ---

// What a change says in words; false when it says nothing for this list.
static bool change_words(const struct scene *scene, const struct change *change,
                         char out[FORMAT_SIZE])
{
    const char *before = change->before == NULL ? "" : change->before;
    const char *after = change->after == NULL ? "" : change->after;
    bool due = strcmp(change->table, "action") == 0 && strcmp(change->column, "due") == 0;
    bool stage = strcmp(change->column, "stage") == 0;
    bool rung = strcmp(change->column, "rung") == 0;
    bool plain =
        strcmp(change->column, "health") == 0 || strcmp(change->column, "lead") == 0 ||
        (strcmp(change->table, "note") == 0 && strcmp(change->column, "text") == 0);

    if (after[0] == '\0' || strcmp(before, after) == 0) {
        return false;
    }
    if ((due || stage) && before[0] != '\0') {
        format_fill(out, FORMAT_SIZE, "%s → %s", before, after);
    } else if (rung) {
        format_fill(out, FORMAT_SIZE, scene_word(scene, WORD_TO), after);
    } else if (strcmp(change->column, "lead") == 0) {
        format_fill(out, FORMAT_SIZE, "%s: %s", scene_word(scene, WORD_LEAD), after);
    } else if (due || stage || plain) {
        format_fill(out, FORMAT_SIZE, "%s", after);
    } else {
        return false;
    }
    return true;
}

static void change_line(struct scene *scene, const struct change *change, const char *words,
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
    bool narrow = m->layout != LAYOUT_ROOM;
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
    if (!narrow) {
        int width = text_width(scene, quiet, change->author);
        width = width > box.w / 4 ? box.w / 4 : width;
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
    bool panel = m->layout == LAYOUT_ROOM || scene->ui->fold == 0;
    int pad = panel ? 5 * m->unit_px / 2 : 0;
    int line =
        text_leading(scene, SIZE_HAND) * (m->layout == LAYOUT_PORTRAIT ? 25 : 15) / 10;
    int room = (box.h - pad) / line;
    int drawn = 0;

    if (room < 1) {
        return;
    }
    if (panel) {
        draw_fill(scene->list, box, scene->t->card, m->radius_px);
    }
    const struct change *change = outlook_newest(scene->outlook, action);
    for (; change != NULL && drawn < room; change = outlook_older(scene->outlook, change)) {
        char words[FORMAT_SIZE];
        if (change_words(scene, change, words)) {
            rect row = {box.x + pad, box.y + pad / 2 + drawn * line, box.w - 2 * pad, line};
            change_line(scene, change, words, row, drawn + 1 == room);
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
