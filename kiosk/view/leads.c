// Trekkers: tap your name, see your tracks, say how they go.
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "board/outlook_lists.h"
#include "view/choice.h"
#include "view/chrome.h"
#include "view/letters.h"
#include "view/list.h"
#include "view/mine.h"
#include "view/screens.h"
#include "view/sign.h"

enum {
    LEADS_MAX = 512,
    MANY_LEADS = 24, // more than that get initial letters to choose from
    GROUPS_MAX = COLUMN_MAX + 1
};

struct names {
    struct lead leads[LEADS_MAX];
    size_t count;
    struct letters letters;      // with which they begin
    const struct action *wished; // what waits for a name is about this, or NULL
    const struct track *wished_track;
    // Side by side by column, the last one for leads without any.
    uint16_t groups[GROUPS_MAX][LEADS_MAX]; // places in `leads`
    size_t group_sizes[GROUPS_MAX];
    int group_count;
    bool grouped; // there is room for all columns side by side
    int full_px;  // of the body when no undo bar takes any of it
    rect foot;    // for page buttons; empty: they take their place from the names
};

static bool leads_wished(const struct names *names, const struct lead *lead)
{
    if (names->wished_track != NULL) {
        return lead_has(lead->name, names->wished_track);
    }
    for (int c = 0; names->wished != NULL && c < COLUMN_MAX; c++) {
        if (names->wished->tracks[c] != NULL &&
            lead_has(lead->name, names->wished->tracks[c])) {
            return true;
        }
    }
    return false;
}

// Those who lead what is waiting come first; the rest stays in its order.
static void wished_first(struct names *names)
{
    size_t done = 0;

    for (size_t i = 0; i < names->count; i++) {
        if (leads_wished(names, &names->leads[i])) {
            struct lead lead = names->leads[i];
            memmove(&names->leads[done + 1], &names->leads[done], (i - done) * sizeof lead);
            names->leads[done++] = lead;
        }
    }
}

static void wish_find(const struct scene *scene, struct names *names)
{
    const char *select = scene->ui->wish.select;
    const char *slash = strchr(select, '/');
    char code[72];

    if (scene->ui->wish.kind != INTENT_CHANGE) {
        return;
    }
    snprintf(code, sizeof code, "%.*s",
             (int)(slash == NULL ? strlen(select) : (size_t)(slash - select)), select);
    names->wished = board_action_find(scene->board, code);
    const struct column *column = names->wished == NULL || slash == NULL
                                      ? NULL
                                      : board_column_find(scene->board, slash + 1);
    names->wished_track = column == NULL ? NULL : names->wished->tracks[column->index];
}

static void names_collect(const struct scene *scene, struct names *names)
{
    const struct lead *leads = NULL;
    size_t count = outlook_leads(scene->outlook, &leads);

    names->count = count < LEADS_MAX ? count : LEADS_MAX;
    if (names->count > 0) {
        memcpy(names->leads, leads, names->count * sizeof *leads);
    }
    for (size_t i = 0; i < names->count; i++) {
        letters_add(&names->letters, names->leads[i].name);
    }
    wish_find(scene, names);
    wished_first(names);
}

// --- one name ---

// Its loudest sign that asks for something; SIGN_COUNT when all goes well.
static enum sign lead_sign(const struct lead *lead)
{
    static const enum sign loud[] = {SIGN_ESCALATED, SIGN_BOTTLENECK, SIGN_ATTENTION,
                                     SIGN_SILENT, SIGN_NONE};

    for (size_t i = 0; i < sizeof loud / sizeof loud[0]; i++) {
        if (lead->signs[loud[i]] > 0) {
            return loud[i];
        }
    }
    return SIGN_COUNT;
}

// The sign and how many tracks have it, right aligned; returns the left edge.
static int lead_sign_draw(struct scene *scene, const struct lead *lead, int right, int cy)
{
    const struct metrics *m = scene->m;
    enum sign sign = lead_sign(lead);
    char number[24];
    int side = m->size_px[SIZE_TAFEL] * 9 / 10;

    if (sign == SIGN_COUNT) {
        return right;
    }
    snprintf(number, sizeof number, "%d", lead->signs[sign]);
    right -=
        text_put_right(scene, right, text_middle(scene, SIZE_TAFEL, cy),
                       (struct type){WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink}, number) +
        side + m->unit_px * 3 / 2;
    sign_draw(scene, sign, right, cy - side / 2, side);
    return right - 2 * m->unit_px;
}

static void lead_line(const struct scene *scene, const struct names *names,
                      const struct lead *lead, char out[FORMAT_SIZE])
{
    char count[FORMAT_SIZE];

    if (leads_wished(names, lead)) {
        format_fill(out, FORMAT_SIZE, scene_word(scene, WORD_LEADS_THIS),
                    names->wished->code);
        return;
    }
    if (lead->tracks == 0) {
        format_fill(count, sizeof count, "%s", scene_word(scene, WORD_NO_ACTIONS));
    } else {
        format_fill(count, sizeof count,
                    scene_word(scene, lead->tracks == 1 ? WORD_ACTION : WORD_ACTIONS),
                    lead->tracks);
    }
    bool column = !names->grouped && lead->column != NULL;
    format_fill(out, FORMAT_SIZE, "%s%s%s", column ? lead->column->title : "",
                column ? ", " : "", count);
}

static bool lead_surface(struct scene *scene, const struct names *names,
                         const struct lead *lead, const char *name, const char *line,
                         rect box)
{
    char label[3 * FORMAT_SIZE];
    enum sign sign = lead_sign(lead);
    bool wished = leads_wished(names, lead);
    struct surface s = {.role = ROLE_CARD,
                        .box = box,
                        .hit = rect_meet(box, scene->list->clip),
                        .fill = scene->t->card,
                        .outline = scene->t->blue,
                        .outline_px = wished ? scene->m->thick_px : 0,
                        .radius_px = scene->m->radius_px,
                        .tap = intent_of(INTENT_WHO, 0)};

    snprintf(s.tap.select, sizeof s.tap.select, "%.*s",
             (int)utf8_whole(lead->name,
                             least((int)strlen(lead->name), (int)sizeof s.tap.select - 1)),
             lead->name);
    if (sign == SIGN_COUNT) {
        format_fill(label, sizeof label, "%s, %s", name, line);
    } else {
        format_fill(label, sizeof label, "%s, %s, %d %s", name, line, lead->signs[sign],
                    sign_word(scene, sign));
    }
    return chrome_surface(scene, &s, label);
}

// The name in one line with its actions under it, or in two lines when it is long.
static void lead_draw(struct scene *scene, const struct names *names,
                      const struct lead *lead, rect box)
{
    const struct metrics *m = scene->m;
    char name[FORMAT_SIZE];
    char line[FORMAT_SIZE];

    mine_name(scene->board, lead->name, name, sizeof name);
    lead_line(scene, names, lead, line);
    lead_surface(scene, names, lead, name, line, box);
    int pad = m->layout == LAYOUT_ROOM ? 5 * m->unit_px / 2 : 2 * m->unit_px;
    int x = box.x + pad;
    int cy = box.y + box.h / 2;
    int room = lead_sign_draw(scene, lead, box.x + box.w - pad, cy) - x;
    struct type type = {WEIGHT_SEMIBOLD, m->layout == LAYOUT_ROOM ? SIZE_TAFEL : SIZE_WAND,
                        scene->t->ink};
    if (text_width(scene, type, name) > room) {
        type.size = SIZE_TAFEL;
    }
    if (text_width(scene, type, name) > room) {
        int lines = least(2, text_lines(scene, room, type, name));
        int high =
            text_cap(scene, type.size) + (lines - 1) * text_leading(scene, type.size);
        text_put_wrapped(scene, x, cy - high / 2 + text_cap(scene, type.size), room, 2,
                         type, name);
        return;
    }
    int leading = text_leading(scene, SIZE_HAND) + m->unit_px / 2;
    int high = text_cap(scene, type.size) + leading;
    int baseline = cy - high / 2 + text_cap(scene, type.size);
    text_put(scene, x, baseline, type, name);
    text_put_fit(scene, x, baseline + leading, room,
                 (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2}, line);
}

static int lead_px(const struct scene *scene)
{
    const struct metrics *m = scene->m;

    return most(m->layout == LAYOUT_ROOM ? 14 * m->unit_px : m->touch_min_px,
                2 * text_leading(scene, SIZE_TAFEL) + 2 * m->unit_px);
}

static void letter_filter(const struct scene *scene, struct names *names)
{
    size_t kept = 0;

    for (size_t i = 0; i < names->count; i++) {
        if (letters_chosen(scene, names->leads[i].name)) {
            names->leads[kept++] = names->leads[i];
        }
    }
    names->count = kept;
}

// --- all of them ---

static void names_group(const struct scene *scene, struct names *names, int width_px)
{
    int columns = (int)scene->board->column_count;
    bool loose = false;

    for (size_t i = 0; i < names->count; i++) {
        const struct lead *lead = &names->leads[i];
        int group = lead->column == NULL ? columns : lead->column->index;
        loose = loose || lead->column == NULL;
        names->groups[group][names->group_sizes[group]++] = (uint16_t)i;
    }
    names->group_count = columns + (loose ? 1 : 0);
    names->grouped = scene->m->layout == LAYOUT_ROOM && names->group_count > 0 &&
                     width_px / names->group_count >= 40 * scene->m->unit_px;
}

static size_t rows_needed(const struct scene *scene, const struct names *names, int across)
{
    size_t longest = 0;

    if (!names->grouped) {
        return (names->count + (size_t)across - 1) / (size_t)across;
    }
    for (int group = 0; group <= (int)scene->board->column_count; group++) {
        size_t size = names->group_sizes[group];
        longest = size > longest ? size : longest;
    }
    return longest;
}

static void groups_draw(struct scene *scene, const struct names *names, rect body)
{
    const struct metrics *m = scene->m;
    int head = text_leading(scene, SIZE_TAFEL) + m->unit_px;
    struct type type = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
    int gap = m->gap_px;
    struct list list;
    size_t rows = rows_needed(scene, names, 1);

    for (int group = 0; group < names->group_count; group++) {
        int x = body.x + group * (body.w + gap) / names->group_count;
        bool column = group < (int)scene->board->column_count;
        int room = (body.w + gap) / names->group_count - gap - 5 * m->unit_px / 2;
        const struct column *c = column ? &scene->board->columns[group] : NULL;
        const char *forms[] = {column ? c->title : scene_word(scene, WORD_NO_COLUMN),
                               column ? c->wall : NULL, NULL};
        text_put_fit(scene, x + 5 * m->unit_px / 2, body.y + text_cap(scene, SIZE_TAFEL),
                     room, type, text_choose(scene, room, type, forms));
    }
    body.y += head;
    body.h -= head;
    list_begin(scene, &list, body, (rect){0}, rows, lead_px(scene), 1);
    for (size_t i = list.first; i < list.last; i++) {
        rect row = list_row(scene, &list, i);
        for (int group = 0; group < names->group_count; group++) {
            int x = body.x + group * (body.w + gap) / names->group_count;
            int right = body.x + (group + 1) * (body.w + gap) / names->group_count - gap;
            if (i < names->group_sizes[group]) {
                lead_draw(scene, names, &names->leads[names->groups[group][i]],
                          (rect){x, row.y, right - x, row.h});
            }
        }
    }
    list_end(scene, &list);
}

static void flat_draw(struct scene *scene, const struct names *names, rect body, int across)
{
    struct list list;

    list_begin(scene, &list, body, names->foot, names->count, lead_px(scene), across);
    for (size_t i = list.first; i < list.last; i++) {
        lead_draw(scene, names, &names->leads[i], list_row(scene, &list, i));
    }
    list_end(scene, &list);
}

static bool names_long(const struct scene *scene, const struct names *names, int across)
{
    int head = names->grouped ? text_leading(scene, SIZE_TAFEL) + scene->m->unit_px : 0;
    int rows = (int)rows_needed(scene, names, across);

    return names->count > MANY_LEADS || rows * (lead_px(scene) + scene->m->gap_px) >
                                            names->full_px - head + scene->m->gap_px;
}

static int names_across(const struct scene *scene, rect body)
{
    switch (scene->m->layout) {
    case LAYOUT_ROOM: return most(1, body.w / (55 * scene->m->unit_px));
    case LAYOUT_PANEL: return body.w < 24 * scene->m->size_px[SIZE_WAND] ? 1 : 2;
    case LAYOUT_PORTRAIT: break;
    }
    return 1;
}

static void nobody_draw(struct scene *scene, rect body)
{
    int y = body.y + 2 * text_leading(scene, SIZE_TAFEL);

    y += text_put_wrapped(scene, body.x, y, body.w, 2,
                          (struct type){WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink},
                          scene_word(scene, WORD_NO_LEADS)) *
         text_leading(scene, SIZE_TAFEL);
    text_put_wrapped(scene, body.x, y, body.w, 2,
                     (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2},
                     scene_word(scene, WORD_NO_LEADS_HINT));
}

static void names_draw(struct scene *scene, struct names *names, rect body)
{
    int across = names_across(scene, body);
    const struct metrics *m = scene->m;

    names_group(scene, names, body.w);
    if (names_long(scene, names, across)) {
        int high = most(m->touch_min_px, m->layout == LAYOUT_ROOM
                                             ? 7 * m->unit_px
                                             : m->size_px[SIZE_TAFEL] * 3 / 2);
        letters_draw(scene, &names->letters, (rect){body.x, body.y, body.w, high});
        body.y += high + m->gap_px + m->unit_px / 2;
        body.h -= high + m->gap_px + m->unit_px / 2;
        if (scene->ui->here.letter != 0) {
            letter_filter(scene, names);
            memset(names->group_sizes, 0, sizeof names->group_sizes);
            names_group(scene, names, body.w);
        }
    }
    if (names->count == 0) {
        nobody_draw(scene, body);
    } else if (names->grouped) {
        groups_draw(scene, names, body);
    } else {
        flat_draw(scene, names, body, across);
    }
}

// "daarna staat 2.1b op knelpunt": what will happen to the change that waits.
static void hint_words(const struct scene *scene, const struct names *names, char *out,
                       size_t size)
{
    const struct intent *wish = &scene->ui->wish;
    const char *code = names->wished == NULL ? "" : names->wished->code;
    char step[FORMAT_SIZE];

    if (wish->kind == INTENT_NONE) {
        bool upright = scene->m->layout == LAYOUT_PORTRAIT;
        format_fill(out, size, "%s",
                    scene_word(scene, upright ? WORD_WHO_HINT_SHORT : WORD_WHO_HINT));
    } else if (names->wished == NULL) {
        format_fill(out, size, "%s", scene_word(scene, WORD_WISH_ANY));
    } else if (wish->amount == UPDATE_HEALTH) {
        enum health health = (enum health)wish->number;
        bool stands = health >= HEALTH_ON_COURSE && health <= HEALTH_BOTTLENECK;
        format_fill(out, size, scene_word(scene, stands ? WORD_WISH_STATE : WORD_WISH_IS),
                    code, choice_health_words(scene, health));
    } else if (wish->amount == UPDATE_STAGE && wish->number >= 0 &&
               wish->number < (int)scene->board->stage_count) {
        format_fill(step, sizeof step, scene_word(scene, WORD_STEP),
                    scene->board->stages[wish->number]);
        format_fill(out, size, scene_word(scene, WORD_WISH_IS), code, step);
    } else {
        format_fill(out, size, scene_word(scene, WORD_WISH_OTHER), code);
    }
}

static void somebody_else_draw(struct scene *scene, int right, int y, int high)
{
    const char *word = scene_word(scene, WORD_SOMEBODY_ELSE);
    int width = chrome_button_width(scene, -1, word);

    chrome_head_button(scene, (rect){right - width, y, width, high}, -1, word, word,
                       intent_of(INTENT_WRITE, WRITING_NAME));
}

// What waits is told under the title, or on a line of its own where a title has none.
static rect names_frame(struct scene *scene, const struct names *names)
{
    const struct metrics *m = scene->m;
    char line[3 * FORMAT_SIZE];
    int width = chrome_button_width(scene, -1, scene_word(scene, WORD_SOMEBODY_ELSE));
    int all = scene->list->width_px;
    bool panel = m->layout == LAYOUT_PANEL;

    hint_words(scene, names, line, sizeof line);
    rect body = chrome_frame(scene, NULL, scene_word(scene, WORD_WHO), line,
                             panel ? width + m->unit_px : 0, TAB_LEADS);
    if (m->layout == LAYOUT_ROOM) {
        somebody_else_draw(scene, chrome_room_right(scene) - 4 * m->unit_px, 2 * m->unit_px,
                           10 * m->unit_px);
    } else if (panel) {
        somebody_else_draw(scene, all - 2 * m->unit_px, 2 * m->unit_px,
                           most(m->touch_min_px, text_cap(scene, SIZE_WAND) * 5 / 4));
    }
    if (panel && scene->ui->wish.kind != INTENT_NONE) {
        text_put_fit(scene, body.x + m->unit_px, body.y + text_cap(scene, SIZE_HAND),
                     body.w - 2 * m->unit_px,
                     (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink}, line);
        body.y += text_leading(scene, SIZE_HAND) + m->unit_px;
        body.h -= text_leading(scene, SIZE_HAND) + m->unit_px;
    }
    return body;
}

void leads_draw(struct scene *scene)
{
    struct names names = {0};

    if (scene->ui->here.select[0] != '\0') {
        mine_draw(scene);
        return;
    }
    names_collect(scene, &names);
    rect whole = names_frame(scene, &names);
    rect body = undo_clear(scene, whole);
    if (scene->m->layout == LAYOUT_PORTRAIT) { // its header has no room for a button
        int high = scene->m->touch_min_px;
        int width = chrome_button_width(scene, -1, scene_word(scene, WORD_SOMEBODY_ELSE));
        names.foot = (rect){body.x, body.y + body.h - high, body.w, high};
        somebody_else_draw(scene, body.x + width, names.foot.y, high);
        body.h -= high + scene->m->gap_px;
        whole.h -= high + scene->m->gap_px;
    }
    names.full_px = whole.h; // letters do not come and go with the bar
    names_draw(scene, &names, body);
}
