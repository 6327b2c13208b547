#include "view/mine.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "board/outlook_lists.h"
#include "view/choice.h"
#include "view/chrome.h"
#include "view/screens.h"
#include "view/sign.h"

void mine_name(const struct board *board, const char *name, char *out, size_t size)
{
    for (size_t i = 0; i < board->abbreviation_count; i++) {
        if (strcasecmp(board->abbreviations[i].name, name) == 0) {
            format_fill(out, size, "%s", board->abbreviations[i].name);
            return;
        }
    }
    format_fill(out, size, "%s", name);
    char *first = out + strspn(out, "(\"' ");
    if (*first >= 'a' && *first <= 'z') {
        *first = (char)(*first - 'a' + 'A');
    }
}

struct intent mine_open(const struct mine *mine, int i)
{
    struct intent tap = intent_of(INTENT_OPTION, UI_OPEN);
    int count = (int)mine->count;

    choice_select(mine->tracks[(i + count) % count], tap.select);
    return tap;
}

// --- which tracks, in which order ---

static bool mine_has(const struct mine *mine, const struct track *track)
{
    for (size_t i = 0; i < mine->count; i++) {
        if (mine->tracks[i] == track) {
            return true;
        }
    }
    return false;
}

// In the order that was kept when this lead came; what came to the lead since is last.
static void tracks_collect(const struct scene *scene, struct mine *mine)
{
    const struct board *board = scene->board;
    const struct ui *ui = scene->ui;
    const char *name = mine->lead != NULL ? mine->lead->name : ui->here.select;
    const struct track *const *urgent = NULL;
    size_t count = outlook_lead_tracks(scene->outlook, name, &urgent);
    bool kept = strcmp(ui->order_of, ui->here.select) == 0;

    count = count < MINE_MAX ? count : MINE_MAX;
    for (int i = 0; kept && i < ui->order_count; i++) {
        if (ui->order[i] < board->track_count &&
            lead_has(name, &board->tracks[ui->order[i]])) {
            mine->tracks[mine->count++] = &board->tracks[ui->order[i]];
        }
    }
    for (size_t i = 0; i < count && mine->count < MINE_MAX; i++) {
        if (!kept || !mine_has(mine, urgent[i])) {
            mine->tracks[mine->count++] = urgent[i];
        }
    }
}

// Whether a name is meant: an intent holds the beginning of a very long one.
static bool name_meant(const char *name, const struct track *named)
{
    size_t length = strlen(named->lead);
    bool cut = length + 4 >= sizeof((struct intent){0}).select;

    return lead_has(name, named) || (cut && strncmp(name, named->lead, length) == 0);
}

static void lead_find(const struct scene *scene, struct mine *mine)
{
    struct track named = {.lead = scene->ui->here.select};
    const struct lead *leads = NULL;
    size_t count = outlook_leads(scene->outlook, &leads);

    for (size_t i = 0; i < count && mine->lead == NULL; i++) {
        if (name_meant(leads[i].name, &named)) {
            mine->lead = &leads[i];
        }
    }
}

static void mine_collect(const struct scene *scene, struct mine *mine)
{
    char select[72];

    *mine = (struct mine){.open = -1};
    lead_find(scene, mine);
    mine_name(scene->board, mine->lead != NULL ? mine->lead->name : scene->ui->here.select,
              mine->name, sizeof mine->name);
    tracks_collect(scene, mine);
    for (size_t i = 0; i < mine->count; i++) {
        choice_select(mine->tracks[i], select);
        if (strcmp(select, scene->ui->track) == 0) {
            mine->open = (int)i;
        }
    }
}

// "Jeugdhulp, 6 acties, laatste melding 30 oktober"
static void mine_line(const struct scene *scene, const struct mine *mine, char *out,
                      size_t size)
{
    char count[FORMAT_SIZE];
    char last[2 * FORMAT_SIZE] = "";
    char day[FORMAT_SIZE];
    const struct lead *lead = mine->lead;

    format_fill(count, sizeof count,
                scene_word(scene, mine->count == 0   ? WORD_NO_ACTIONS
                                  : mine->count == 1 ? WORD_ACTION
                                                     : WORD_ACTIONS),
                (int)mine->count);
    if (lead != NULL && lead->reported != DAY_NONE) {
        format_when(day, sizeof day, scene->ui->lang, lead->reported, scene->today);
        format_fill(last, sizeof last, scene_word(scene, WORD_LAST_REPORT), day);
    }
    bool column = lead != NULL && lead->column != NULL;
    format_fill(out, size, "%s%s%s%s%s", column ? lead->column->title : "",
                column ? ", " : "", count, last[0] != '\0' ? ", " : "", last);
}

// --- a row per track ---

struct rows {
    int row_px;  // a row at rest
    int open_px; // what an open row is higher at most
    int line_px; // one line of an open row
    int code_w;  // from the left edge of a row to its title
    int state_w; // one state button
    int state_h;
    int pad_px;
    int lines; // of an open row that asks for a reason
    int per_page;
};

static int act_width(const struct scene *scene, const struct choice_act *act)
{
    return text_width(scene, (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, 0},
                      scene_word(scene, act->word)) +
           5 * scene->m->unit_px;
}

static int acts_width(const struct scene *scene, const struct track *track)
{
    struct choice_act acts[CHOICE_ACTS];
    int width = -scene->m->gap_px;

    choice_acts(scene, track, acts);
    for (int i = 0; i < CHOICE_ACTS; i++) {
        width += act_width(scene, &acts[i]) + scene->m->gap_px;
    }
    return width;
}

static int why_width(const struct scene *scene)
{
    return text_width(scene, (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, 0},
                      scene_word(scene, WORD_WHY)) +
           2 * scene->m->unit_px;
}

static void rows_measure(const struct scene *scene, const struct mine *mine, rect body,
                         struct rows *rows)
{
    const struct metrics *m = scene->m;
    bool room = m->layout == LAYOUT_ROOM;
    struct type code = {WEIGHT_SEMIBOLD, SIZE_TAFEL, 0};
    int widest = 0;

    *rows = (struct rows){.pad_px = room ? 5 * m->unit_px / 2 : 2 * m->unit_px};
    for (size_t i = 0; i < mine->count; i++) {
        widest = most(widest, text_width(scene, code, mine->tracks[i]->action->code));
    }
    rows->code_w = rows->pad_px + least(widest, body.w / 6) + 4 * m->unit_px;
    rows->state_w = most(choice_state_width(scene, SIZE_TAFEL), m->touch_px);
    rows->state_h = most(room ? 13 * m->unit_px : 0, m->touch_px);
    int words = text_cap(scene, SIZE_TAFEL) + 3 * m->unit_px +
                (room ? 1 : 2) * text_leading(scene, SIZE_HAND);
    rows->row_px = most(rows->state_h, words) + 2 * rows->pad_px;
    rows->line_px = most(m->touch_min_px, room ? 10 * m->unit_px : 0);
    // One line when half of the reasons still stand beside the buttons.
    int free_px = body.w - rows->code_w - rows->pad_px - why_width(scene) -
                  acts_width(scene, mine->tracks[0]) - 2 * m->gap_px;
    rows->lines = free_px >= 22 * m->size_px[SIZE_HAND] ? 1 : 2;
    rows->open_px = rows->lines * (rows->line_px + m->gap_px);
    int left = body.h - rows->row_px - rows->open_px;
    rows->per_page = most(1, 1 + left / (rows->row_px + m->gap_px));
}

// What else can be done, right aligned in a line; returns the left edge.
static int acts_draw(struct scene *scene, const struct track *track, rect line)
{
    struct choice_act acts[CHOICE_ACTS];
    int x = line.x + line.w - acts_width(scene, track);
    int left = x;

    choice_acts(scene, track, acts);
    for (int i = 0; i < CHOICE_ACTS; i++) {
        int width = act_width(scene, &acts[i]);
        choice_act_draw(scene, &acts[i], (rect){x, line.y, width, line.h}, SIZE_HAND);
        x += width + scene->m->gap_px;
    }
    return left;
}

// Under an open row: the reasons where they are asked, and what else can be done.
static void row_more(struct scene *scene, const struct track *track,
                     const struct rows *rows, rect box)
{
    const struct metrics *m = scene->m;
    rect line = {box.x + rows->code_w, box.y + rows->row_px - rows->pad_px + m->gap_px,
                 box.w - rows->code_w - rows->pad_px, rows->line_px};
    struct type hand = {WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink};
    int baseline = text_middle(scene, SIZE_HAND, line.y + line.h / 2);

    if (!choice_reasons_asked(track)) {
        int left = acts_draw(scene, track, line);
        hand.weight = WEIGHT_REGULAR;
        hand.ink = scene->t->ink2;
        text_put_fit(scene, line.x, baseline, left - line.x - 2 * m->unit_px, hand,
                     scene_word(scene, WORD_STEP_HINT));
        return;
    }
    rect reasons = line;
    text_put(scene, line.x, baseline, hand, scene_word(scene, WORD_WHY));
    reasons.x += why_width(scene);
    reasons.w -= why_width(scene);
    if (rows->lines == 1) {
        reasons.w = acts_draw(scene, track, line) - 2 * m->gap_px - reasons.x;
    } else {
        line.y += line.h + m->gap_px;
        acts_draw(scene, track, line);
    }
    choice_reasons_line(scene, track, reasons);
}

// Code, title, lane, step and when: the left of a row, in `zone`.
static void row_words(struct scene *scene, const struct track *track,
                      const struct rows *rows, rect zone, bool open)
{
    const struct metrics *m = scene->m;
    const struct action *action = track->action;
    bool room = m->layout == LAYOUT_ROOM;
    struct type title = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
    struct type code = {WEIGHT_BOLD, SIZE_TAFEL, scene->t->ink2};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink};
    char when[2 * FORMAT_SIZE];
    int x = zone.x + rows->code_w;
    int right = zone.x + zone.w;
    int lane_h = room ? 3 * m->unit_px : 4 * m->unit_px;
    int hand_px = text_leading(scene, SIZE_HAND);
    int high =
        text_cap(scene, SIZE_TAFEL) + 5 * m->unit_px / 2 + lane_h + (room ? 0 : hand_px);
    int y = zone.y + (zone.h - high) / 2;

    text_put_fit(scene, zone.x + rows->pad_px,
                 text_middle(scene, SIZE_TAFEL, zone.y + zone.h / 2),
                 rows->code_w - rows->pad_px - m->unit_px, code, action->code);
    y += text_cap(scene, SIZE_TAFEL);
    const char *forms[] = {action->title, action->brief, NULL};
    text_put_fit(scene, x, y, right - x, title,
                 action->brief[0] != '\0' ? text_choose(scene, right - x, title, forms)
                                          : action->title);
    y += 5 * m->unit_px / 2;
    int lane_w =
        most(room ? 33 * m->unit_px : 0, m->touch_min_px * (int)scene->board->stage_count);
    lane_w = least(lane_w, (right - x) * (room ? 5 : 10) / 10);
    rect lane = {x, y, lane_w, lane_h};
    if (open) {
        int top = y - 3 * m->unit_px / 2;
        int foot = zone.y + zone.h - m->unit_px;
        int least_px = most(m->touch_min_px, 0);
        int zone_h = most(room ? foot - top : least_px, least_px);
        choice_steps_draw(scene, track, lane, (rect){x, top, lane_w, zone_h});
    } else {
        lane_draw(scene, track, lane);
    }
    int words_x = room ? x + lane_w + 2 * m->unit_px : x;
    int baseline = room ? y + lane_h - m->unit_px / 4 : y + lane_h + hand_px;
    words_x += text_put_fit(scene, words_x, baseline, right - words_x, hand,
                            scene->board->stages[track->stage]) +
               2 * m->unit_px;
    if (room) { // one left edge for all of them
        words_x = most(words_x, x + lane_w + 20 * m->unit_px);
    }
    bool just = choice_when(scene, track, right - words_x, when, sizeof when);
    hand.weight = just ? WEIGHT_SEMIBOLD : WEIGHT_REGULAR;
    hand.ink = just ? scene->t->ink : scene->t->ink2;
    text_put_fit(scene, words_x, baseline, right - words_x, hand, when);
}

static void row_surface(struct scene *scene, const struct mine *mine, int i, rect box,
                        rect zone)
{
    const struct track *track = mine->tracks[i];
    char label[3 * FORMAT_SIZE];
    bool open = i == mine->open;
    enum sign sign = track_sign(track, scene->board, scene->today);
    struct surface s = {.role = ROLE_CARD,
                        .box = box,
                        .hit = zone,
                        .fill = scene->t->card,
                        .outline = scene->t->blue,
                        .outline_px = open ? scene->m->thick_px : 0,
                        .radius_px = scene->m->radius_px};

    if (!open) {
        s.tap = mine_open(mine, i);
    }
    format_fill(label, sizeof label, "%s %s: %s, %s", track->action->code,
                track->action->title, sign_word(scene, sign),
                scene->board->stages[track->stage]);
    chrome_surface(scene, &s, label);
}

static int row_height(const struct scene *scene, const struct mine *mine,
                      const struct rows *rows, int i)
{
    if (i != mine->open) {
        return rows->row_px;
    }
    int lines = choice_reasons_asked(mine->tracks[i]) ? rows->lines : 1;
    return rows->row_px + lines * (rows->line_px + scene->m->gap_px);
}

static void row_draw(struct scene *scene, const struct mine *mine, const struct rows *rows,
                     int i, rect box)
{
    const struct metrics *m = scene->m;
    const struct track *track = mine->tracks[i];
    bool open = i == mine->open;
    int gap = m->gap_px;
    int states_w = 4 * rows->state_w + 3 * gap;
    rect states = {box.x + box.w - rows->pad_px - states_w,
                   box.y + (rows->row_px - rows->state_h) / 2, states_w, rows->state_h};
    rect zone = {box.x, box.y, states.x - box.x - m->unit_px, rows->row_px};

    row_surface(scene, mine, i, box, zone);
    row_words(scene, track, rows, (rect){zone.x, zone.y, zone.w - m->unit_px, rows->row_px},
              open);
    choice_states_draw(scene, track, states, 4, false, SIZE_TAFEL);
    if (open) {
        row_more(scene, track, rows, box);
    }
}

int mine_ready_draw(struct scene *scene, rect box, bool whole)
{
    const char *word = scene_word(scene, whole ? WORD_READY_NEXT : WORD_READY);

    if (!rect_empty(box)) {
        chrome_head_button(scene, box, whole ? SHAPE_ICON_RIGHT : -1, word, word,
                           intent_of(INTENT_WHO, 0));
    }
    return chrome_button_width(scene, whole ? SHAPE_ICON_RIGHT : -1, word);
}

struct pager {
    int first, last; // tracks that are shown, from 1
    int total;
    int page, pages;
};

// "1-4 van 6" and two buttons, with their right edge at `right`; returns the width. Draws
// nothing when `draw` is false.
static int pager_draw(struct scene *scene, const struct pager *pager, int right, int y,
                      int high, bool draw)
{
    const struct metrics *m = scene->m;
    int side =
        most(m->layout == LAYOUT_ROOM ? 23 * m->unit_px / 2 : 0, m->touch_min_px * 12 / 10);
    int gap = m->gap_px;
    char words[FORMAT_SIZE];
    struct type type = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};

    if (pager->pages <= 1) {
        return 0;
    }
    if (pager->first == pager->last) {
        format_fill(words, sizeof words, scene_word(scene, WORD_PAGE_OF), pager->first,
                    pager->total);
    } else {
        format_fill(words, sizeof words, scene_word(scene, WORD_RANGE_OF), pager->first,
                    pager->last, pager->total);
    }
    int width = text_width(scene, type, words) + 2 * m->unit_px + 2 * side + gap;
    if (draw) {
        struct intent back = intent_of(pager->page > 0 ? INTENT_PAGE : INTENT_NONE, -1);
        struct intent on =
            intent_of(pager->page + 1 < pager->pages ? INTENT_PAGE : INTENT_NONE, 1);
        chrome_head_button(scene, (rect){right - side, y, side, high}, SHAPE_ICON_DOWN, "",
                           scene_word(scene, WORD_NEXT), on);
        chrome_head_button(scene, (rect){right - 2 * side - gap, y, side, high},
                           SHAPE_ICON_UP, "", scene_word(scene, WORD_PREVIOUS), back);
        text_put(scene, right - width, text_middle(scene, SIZE_HAND, y + high / 2), type,
                 words);
        scene->before = back;
        scene->after = on;
    }
    return width;
}

static void nothing_draw(struct scene *scene, rect body)
{
    struct type tafel = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    int y = body.y + 2 * text_leading(scene, SIZE_TAFEL);

    y += text_put_wrapped(scene, body.x, y, body.w, 2, tafel,
                          scene_word(scene, WORD_NO_TRACKS_YET)) *
         text_leading(scene, SIZE_TAFEL);
    text_put_wrapped(scene, body.x, y, body.w, 2, hand,
                     scene_word(scene, WORD_NO_TRACKS_HINT));
}

static void rows_draw(struct scene *scene, const struct mine *mine)
{
    const struct metrics *m = scene->m;
    bool room = m->layout == LAYOUT_ROOM;
    char line[4 * FORMAT_SIZE];
    int high =
        room ? 10 * m->unit_px : most(m->touch_min_px, text_cap(scene, SIZE_WAND) * 5 / 4);
    int edge = scene->list->width_px - (room ? m->margin_px : 2 * m->unit_px);
    int ready = mine_ready_draw(scene, (rect){0}, room);
    struct rows rows;
    // How many rows a page holds decides whether there is a pager, which needs its place
    // in the header, which decides where the rows begin: measured with the widest header.
    struct pager pager = {(int)mine->count, (int)mine->count + 1, (int)mine->count, 0, 2};
    int kept =
        ready + 2 * m->unit_px + pager_draw(scene, &pager, 0, 0, 0, false) + 4 * m->unit_px;

    mine_line(scene, mine, line, sizeof line);
    rect body =
        chrome_frame(scene, NULL, mine->name, line, kept, room ? TAB_LEADS : TAB_NONE);
    mine_ready_draw(scene, (rect){edge - ready, 2 * m->unit_px, ready, high}, room);
    body.h -= undo_px(scene) + (room ? m->gap_px : 2 * m->unit_px);
    if (mine->count == 0) {
        nothing_draw(scene, body);
        return;
    }
    rows_measure(scene, mine, body, &rows);
    int count = (int)mine->count;
    pager.pages = (count + rows.per_page - 1) / rows.per_page;
    pager.page = page_clamp(scene->ui->here.page, pager.pages);
    pager.first = pager.page * rows.per_page + 1;
    pager.last = least(count, pager.first + rows.per_page - 1);
    pager_draw(scene, &pager, edge - ready - 2 * m->unit_px, 2 * m->unit_px, high, true);
    int y = body.y;
    for (int i = pager.first - 1; i < pager.last; i++) {
        int row = row_height(scene, mine, &rows, i);
        row_draw(scene, mine, &rows, i, (rect){body.x, y, body.w, row});
        y += row + m->gap_px;
    }
}

void mine_draw(struct scene *scene)
{
    struct mine mine;

    mine_collect(scene, &mine);
    if (scene->m->layout == LAYOUT_ROOM || scene->m->tall) {
        rows_draw(scene, &mine);
    } else if (scene->m->layout == LAYOUT_PANEL) {
        mine_single_draw(scene, &mine);
    } else {
        mine_upright_draw(scene, &mine);
    }
}
