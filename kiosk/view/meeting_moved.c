// What moved since the last meeting of this body: four counts, and a brick per step and
// column. Beside a point the short of it.
#include <stdio.h>

#include "board/outlook_trend.h"
#include "view/meeting_parts.h"
#include "view/screens.h"
#include "view/sign.h"

struct since {
    int64_t since_ms; // 0: there was no meeting before this one
    struct trend_move move;
};

// Up to when the meeting began: what it changes itself is not news to it.
static void since_of(struct scene *scene, const struct talk *talk, struct since *since)
{
    const struct trend_filter all = {0};
    int64_t until = talk->meeting->opened_ms > 0 ? talk->meeting->opened_ms : SPAN_NOW;

    *since = (struct since){.since_ms = meeting_since_ms(scene->board, talk->meeting)};
    const struct span *span = outlook_span(scene->outlook, &all, since->since_ms, until);
    if (span != NULL) {
        since->move = span->move;
    }
}

static int32_t since_day(const struct since *since)
{
    int32_t day = DAY_NONE;

    if (since->since_ms > 0) {
        day_local(since->since_ms, &day, NULL);
    }
    return day;
}

static void since_words(const struct scene *scene, const struct since *since,
                        char title[FORMAT_SIZE], char line[FORMAT_SIZE])
{
    int32_t day = since_day(since);
    char words[FORMAT_SIZE];
    int reports = since->move.reports;

    line[0] = '\0';
    if (day == DAY_NONE) {
        format_fill(title, FORMAT_SIZE, "%s", scene_word(scene, WORD_MEET_SINCE_START));
        return;
    }
    char name[FORMAT_SIZE];
    format_fill(name, sizeof name, "%d %s", day_date(day).day,
                words_month(scene->ui->lang, day_date(day).month, 1));
    format_fill(title, FORMAT_SIZE, scene_word(scene, WORD_MEET_SINCE), name);
    int days = scene->today - day;
    format_fill(words, sizeof words, "%d %s", days,
                scene_word(scene, days == 1 ? WORD_DAY : WORD_DAYS));
    if (days == 0) {
        format_days(words, sizeof words, scene->ui->lang, 0);
    }
    format_fill(line, FORMAT_SIZE,
                scene_word(scene, reports == 1 ? WORD_MEET_REPORT : WORD_MEET_REPORTS),
                words, reports);
}

// --- the four counts ---

struct counted {
    int number;
    enum word one, many;
    int shape; // or -1: `sign`
    enum sign sign;
    color ink;
};

static void counts_of(const struct scene *scene, const struct movement *all,
                      struct counted out[4])
{
    const struct theme *t = scene->t;

    out[0] = (struct counted){all->forward,     WORD_MEET_FORWARD, WORD_MEET_FORWARDS,
                              SHAPE_ICON_RIGHT, SIGN_NONE,         t->blue};
    out[1] = (struct counted){all->back,       WORD_MEET_BACK, WORD_MEET_BACKS,
                              SHAPE_ICON_LEFT, SIGN_NONE,      t->orangeedge};
    out[2] = (struct counted){all->new_bottlenecks, WORD_MEET_NEW_STUCK,
                              WORD_MEET_NEW_STUCKS, -1,
                              SIGN_BOTTLENECK,      0};
    out[3] = (struct counted){
        all->finished, WORD_HEALTH_DONE, WORD_HEALTH_DONE, -1, SIGN_DONE, 0};
}

// Number in its own column, so that the words stand on one edge.
static void count_draw(struct scene *scene, const struct counted *counted, int x, int cy,
                       int width, enum role_size size)
{
    int side = scene->m->size_px[size] * 8 / 10;
    int digits = text_width(scene, (struct type){WEIGHT_SEMIBOLD, size, 0}, "888");
    struct type number = {WEIGHT_SEMIBOLD, size, scene->t->ink};
    struct type word = {WEIGHT_REGULAR, size, scene->t->ink};
    int baseline = text_middle(scene, size, cy);
    char text[24];
    int right = x + side + scene->m->unit_px + digits;

    snprintf(text, sizeof text, "%d", counted->number);
    if (counted->shape >= 0) {
        draw_shape(scene->list, counted->shape, (rect){x, cy - side / 2, side, side},
                   counted->ink);
    } else {
        sign_draw(scene, counted->sign, x, cy - side / 2, side);
    }
    text_put_right(scene, right, baseline, number, text);
    right += scene->m->size_px[size] * 4 / 10;
    text_put_fit(scene, right, baseline, x + width - right, word,
                 scene_word(scene, counted->number == 1 ? counted->one : counted->many));
}

// --- what moved, per column: a brick per step ---

// "+3" in blue bricks, "−1" in an outlined one; both when a column went both ways.
static void bricks_draw(struct scene *scene, const struct movement *moved, rect box,
                        enum role_size size)
{
    const struct metrics *m = scene->m;
    int high = m->size_px[size] * 6 / 10;
    int wide = m->size_px[size] * 11 / 10;
    int gap = most(2, m->unit_px / 2);
    int baseline = text_middle(scene, size, box.y + box.h / 2);
    struct type type = {WEIGHT_SEMIBOLD, size, scene->t->ink};
    char words[2][24] = {"", ""};

    if (moved->forward > 0) {
        snprintf(words[0], sizeof words[0], "+%d", moved->forward);
    }
    if (moved->back > 0) {
        snprintf(words[1], sizeof words[1], "−%d", moved->back);
    }
    if (moved->forward == 0 && moved->back == 0) {
        text_put(scene, box.x, baseline,
                 (struct type){WEIGHT_REGULAR, size, scene->t->ink2}, "0");
        return;
    }
    int texts = (moved->forward > 0 ? text_width(scene, type, words[0]) : 0) +
                (moved->back > 0 ? text_width(scene, type, words[1]) : 0) + 6 * gap;
    int total = moved->forward + moved->back;
    // Many steps: narrower bricks, at least as wide as the gap between them.
    wide = most(gap, least(wide, (box.w - texts) / most(1, total) - gap));
    int x = box.x;
    int limit = box.x + box.w - texts;
    for (int part = 0; part < 2; part++) {
        int count = part == 0 ? moved->forward : moved->back;
        for (int i = 0; i < count && x + wide <= limit; i++) {
            rect brick = {x, box.y + (box.h - high) / 2, wide, high};
            if (part == 0) {
                draw_fill(scene->list, brick, scene->t->blue, 0);
            } else {
                draw_frame(scene->list, brick, scene->t->orangeedge, 0,
                           most(2, m->hair_px));
            }
            x += wide + gap;
        }
        if (count > 0) {
            x += 2 * gap;
            x += text_put(scene, x, baseline, type, words[part]) + 2 * gap;
        }
    }
}

// The column of names is as wide as the widest of them needs.
static int names_px(const struct scene *scene, enum role_size size, bool wall)
{
    int width = 0;

    for (size_t c = 0; c < scene->board->column_count; c++) {
        const struct column *column = &scene->board->columns[c];
        width = most(width, text_width(scene, (struct type){WEIGHT_REGULAR, size, 0},
                                       wall ? column->wall : column->title));
    }
    return width + 3 * scene->m->unit_px;
}

// Returns the height used: as many columns as the box holds, the rest counted.
static int columns_draw(struct scene *scene, const struct since *since, rect box,
                        enum role_size size)
{
    int step = text_leading(scene, size) + scene->m->unit_px / 2;
    bool wall = names_px(scene, size, false) > box.w * 45 / 100;
    int names = least(names_px(scene, size, wall), box.w * 6 / 10);
    int count = (int)scene->board->column_count;
    int fit = least(count, box.h / step);
    struct type type = {WEIGHT_REGULAR, size, scene->t->ink};

    for (int c = 0; c < fit; c++) {
        const struct column *column = &scene->board->columns[c];
        int y = box.y + c * step;
        text_put_fit(scene, box.x, text_middle(scene, size, y + step / 2),
                     names - scene->m->unit_px, type, wall ? column->wall : column->title);
        bricks_draw(scene, &since->move.columns[c],
                    (rect){box.x + names, y, box.w - names, step}, size);
    }
    return fit * step;
}

void meeting_aside_draw(struct scene *scene, const struct talk *talk, rect box)
{
    const struct metrics *m = scene->m;
    struct since since;
    struct counted counts[4];
    char title[FORMAT_SIZE];
    char line[FORMAT_SIZE];
    int pad = m->layout == LAYOUT_ROOM ? 7 * m->unit_px / 2 : 2 * m->unit_px;
    rect in = {box.x + pad, box.y + pad, box.w - 2 * pad, box.h - 2 * pad};
    int step = text_leading(scene, SIZE_TAFEL) + m->unit_px / 2;

    since_of(scene, talk, &since);
    since_words(scene, &since, title, line);
    counts_of(scene, &since.move.all, counts);
    struct surface s = {.role = ROLE_CARD,
                        .box = box,
                        .hit = box,
                        .fill = scene->t->card,
                        .radius_px = m->radius_px,
                        .tap = meeting_step(0)};
    chrome_surface(scene, &s, title);
    int y = in.y + text_cap(scene, SIZE_TAFEL) + m->unit_px / 2;
    text_put_fit(scene, in.x, y, in.w,
                 (struct type){WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink}, title);
    y += text_leading(scene, SIZE_HAND);
    text_put_fit(scene, in.x, y, in.w,
                 (struct type){WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2}, line);
    y += m->unit_px * 2;
    for (int i = 0; i < 4 && y + step <= in.y + in.h; i++) {
        count_draw(scene, &counts[i], in.x, y + step / 2, in.w, SIZE_TAFEL);
        y += step;
    }
    y += m->unit_px * 3 / 2;
    int rest = in.y + in.h - y;
    if (rest < 2 * step) {
        return;
    }
    draw_fill(scene->list, (rect){in.x, y, in.w, most(1, m->hair_px)}, scene->t->line, 0);
    y += m->unit_px * 3 / 2;
    columns_draw(scene, &since, (rect){in.x, y, in.w, in.y + in.h - y}, SIZE_TAFEL);
}

// The height that it needs at the size of the table.
int meeting_moved_px(const struct scene *scene)
{
    const struct metrics *m = scene->m;
    int rows = 4 + (int)scene->board->column_count;

    return 9 * m->unit_px + text_cap(scene, SIZE_TAFEL) + text_leading(scene, SIZE_HAND) +
           rows * (text_leading(scene, SIZE_TAFEL) + m->unit_px / 2);
}

// The counts and the columns in a card of their own.
void meeting_moved_draw(struct scene *scene, const struct talk *talk, rect box)
{
    struct since since;
    const struct metrics *m = scene->m;
    bool room = m->layout == LAYOUT_ROOM || m->tall;
    enum role_size size = room ? SIZE_WAND : SIZE_TAFEL;
    int pad = room ? 4 * m->unit_px : 2 * m->unit_px;
    rect in = {box.x + pad, box.y + pad, box.w - 2 * pad, box.h - 2 * pad};
    int columns = (int)scene->board->column_count;
    struct counted counts[4];
    char title[FORMAT_SIZE];
    char line[FORMAT_SIZE];
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    int head = text_cap(scene, size) + text_leading(scene, SIZE_HAND) + m->unit_px;

    since_of(scene, talk, &since);
    counts_of(scene, &since.move.all, counts);
    since_words(scene, &since, title, line);
    // All of it at wall size where it fits, else at the size of the table.
    while (size == SIZE_WAND &&
           head + (4 + columns) * (text_leading(scene, size) + m->unit_px / 2) +
                   4 * m->unit_px >
               in.h) {
        size = SIZE_TAFEL;
    }
    draw_fill(scene->list, box, scene->t->card, m->radius_px);
    int y = in.y + text_cap(scene, size);
    struct type strong = {WEIGHT_SEMIBOLD, size, scene->t->ink};
    int used = text_width(scene, strong, title);
    int left = replay_button_draw(scene, since.since_ms, &since.move.all, in, used);
    text_put_fit(scene, in.x, y, left, strong, title);
    y += text_leading(scene, SIZE_HAND);
    text_put_fit(scene, in.x, y, left, hand, line);
    y += m->unit_px * 2;
    int step = text_leading(scene, size) + m->unit_px / 2;
    for (int i = 0; i < 4; i++) {
        count_draw(scene, &counts[i], in.x, y + step / 2, in.w, size);
        y += step;
    }
    y += m->unit_px;
    draw_fill(scene->list, (rect){in.x, y, in.w, most(1, m->hair_px)}, scene->t->line, 0);
    y += m->unit_px * 2;
    columns_draw(scene, &since, (rect){in.x, y, in.w, in.y + in.h - y}, size);
}

int32_t meeting_since_day(const struct scene *scene, const struct talk *talk)
{
    const struct since since = {.since_ms = meeting_since_ms(scene->board, talk->meeting)};

    return since_day(&since);
}
