// The header of the wall: which programme, which meeting is next, what time it is, how old
// the data are.
#include <stdio.h>
#include <string.h>

#include "board/agenda.h"
#include "board/handle.h"
#include "view/chrome.h"
#include "view/sign.h"
#include "view/wall_parts.h"

static struct type wand_type(const struct scene *scene)
{
    return (struct type){WEIGHT_SEMIBOLD, SIZE_WAND, scene->t->ink};
}

static void data_words(const struct scene *scene, char out[FORMAT_SIZE])
{
    int32_t day = 0;
    int minute = 0;
    char clock[FORMAT_SIZE];
    char when[FORMAT_SIZE];

    if (scene->set->data_ms == 0) {
        snprintf(out, FORMAT_SIZE, "%s", scene_word(scene, WORD_NO_DATA));
        return;
    }
    day_local(scene->set->data_ms, &day, &minute);
    format_clock(clock, sizeof clock, minute);
    if (day == scene->today) {
        format_fill(out, FORMAT_SIZE, "%s %s %s", scene_word(scene, WORD_DATA_OF), clock,
                    scene_word(scene, WORD_HOUR));
    } else {
        format_day_week(when, sizeof when, scene->ui->lang, day);
        format_fill(out, FORMAT_SIZE, "%s %s, %s %s", scene_word(scene, WORD_DATA_OF), when,
                    clock, scene_word(scene, WORD_HOUR));
    }
}

static void capital(char *text)
{
    if (text[0] >= 'a' && text[0] <= 'z') {
        text[0] = (char)(text[0] - 'a' + 'A');
    }
}

static void meeting_words(const struct scene *scene, const struct meeting *next,
                          char first[FORMAT_SIZE], char second[FORMAT_SIZE])
{
    char day[FORMAT_SIZE];
    char clock[FORMAT_SIZE] = "";
    char ahead[FORMAT_SIZE];

    if (next == NULL) {
        snprintf(first, FORMAT_SIZE, "%s", scene_word(scene, WORD_NO_MEETING));
        snprintf(second, FORMAT_SIZE, "%s", scene_word(scene, WORD_NO_MEETING_HINT));
        return;
    }
    format_when(day, sizeof day, scene->ui->lang, next->day, scene->today);
    format_fill(first, FORMAT_SIZE, "%s %s", next->body, day);
    capital(first);
    format_ahead(ahead, sizeof ahead, scene->ui->lang, next->day - scene->today);
    if (next->minute >= 0) {
        format_clock(clock, sizeof clock, next->minute);
    }
    format_fill(second, FORMAT_SIZE, "%s%s%s%s%s%s%s", ahead, clock[0] != '\0' ? ", " : "",
                clock, clock[0] != '\0' ? " " : "",
                clock[0] != '\0' ? scene_word(scene, WORD_HOUR) : "",
                next->place[0] != '\0' ? ", " : "", next->place);
}

// The meeting that runs today; NULL: none. One that nobody closed on its day is not told
// of.
static const struct meeting *running_today(const struct scene *scene)
{
    const struct meeting *meeting = meeting_running(scene->board);
    int32_t day = DAY_NONE;

    if (meeting == NULL) {
        return NULL;
    }
    if (meeting->opened_ms > 0) {
        day_local(meeting->opened_ms, &day, NULL);
    } else {
        day = meeting->day;
    }
    return day == scene->today ? meeting : NULL;
}

// "Regiegroep bezig", "sinds 10.05 uur".
static void running_words(const struct scene *scene, const struct meeting *meeting,
                          char first[FORMAT_SIZE], char second[FORMAT_SIZE])
{
    char clock[FORMAT_SIZE];
    int32_t day = 0;
    int minute = meeting->minute;

    format_fill(first, FORMAT_SIZE, scene_word(scene, WORD_MEET_RUNS), meeting->body);
    capital(first);
    format_ahead(second, FORMAT_SIZE, scene->ui->lang, 0);
    if (meeting->opened_ms > 0) {
        day_local(meeting->opened_ms, &day, &minute);
    }
    if (minute >= 0) {
        format_clock(clock, sizeof clock, minute);
        format_fill(second, FORMAT_SIZE, scene_word(scene, WORD_MEET_RUNS_SINCE), clock);
    }
}

// A button leads to it, with the colour of what is open; `box` holds the words.
static void running_surface(struct scene *scene, const struct meeting *meeting, rect box,
                            const char *label)
{
    struct surface s = {
        .role = ROLE_BUTTON,
        .box = box,
        .fill = scene->t->bluetint,
        .radius_px = scene->m->radius_px,
        .tap = intent_show(SCREEN_MEETING, handle_of(meeting->row)),
    };

    chrome_surface(scene, &s, label);
}

static void header_room(struct scene *scene, const struct wall *wall)
{
    const struct metrics *m = scene->m;
    const struct theme *t = scene->t;
    char first[FORMAT_SIZE];
    char second[FORMAT_SIZE];
    char clock[FORMAT_SIZE];
    char words[2 * FORMAT_SIZE];
    int baseline = 2 * m->unit_px + text_cap(scene, SIZE_WAND) + m->unit_px / 2;
    int under = baseline + text_leading(scene, SIZE_HAND) + m->unit_px / 2;
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, t->ink2};
    int right = scene->list->width_px - m->margin_px;

    chrome_clock_words(scene, clock);
    format_day_week(first, sizeof first, scene->ui->lang, scene->today);
    format_fill(words, sizeof words, "%s  %s", first, clock);
    if (scene->past) { // its clock would look like the time in the room
        format_fill(words, sizeof words, "%s %d", first, day_date(scene->today).year);
    }
    int clock_x = right - text_put_right(scene, right, baseline, wand_type(scene), words);
    data_words(scene, first);
    first[scene->past ? 0 : strlen(first)] = '\0';
    int data_x = right - text_put_right(scene, right, under, hand, first);
    chrome_ways_draw(scene, least(clock_x, data_x) - 2 * m->unit_px, 7 * m->unit_px);
    clock_x = data_x = least(clock_x, data_x) - 2 * m->unit_px - chrome_ways_px(scene);

    const char *forms[] = {scene->board->wall, scene->board->word, NULL};
    int cells = wall->cells_x + wall->cells_w / wall->columns + m->gap_px + m->pad_px;
    struct type light = {WEIGHT_REGULAR, SIZE_WAND, t->ink};
    const struct meeting *running = running_today(scene);
    if (running != NULL) {
        running_words(scene, running, first, second);
    } else {
        meeting_words(scene, meeting_next(scene->board, NULL, scene->today, scene->minute),
                      first, second);
    }
    // The meeting goes before the full name of the programme: that gives way to the short
    // one.
    int latest = clock_x - 3 * m->unit_px - text_width(scene, light, first);
    const char *name =
        text_choose(scene, latest - m->margin_px - 4 * m->unit_px, wand_type(scene), forms);
    int meeting_x =
        m->margin_px + text_width(scene, wand_type(scene), name) + 4 * m->unit_px;
    bool room = meeting_x <= latest;
    meeting_x = most(meeting_x, least(cells, latest));
    text_put_fit(scene, m->margin_px, baseline, clock_x - m->margin_px - 3 * m->unit_px,
                 wand_type(scene), name);
    if (room && running != NULL) {
        int pad = 3 * m->unit_px / 2;
        int wide = text_width(scene, light, first);
        int deep = under - text_cap(scene, SIZE_WAND) / 2 + 2 * m->unit_px;
        running_surface(scene, running,
                        (rect){meeting_x - pad, m->unit_px, wide + 2 * pad, deep}, first);
    }
    if (room) {
        text_put(scene, meeting_x, baseline, light, first);
        text_put_fit(scene, meeting_x, under, data_x - meeting_x - 2 * m->unit_px, hand,
                     second);
    }
    int limit = (room ? meeting_x : data_x) - m->margin_px - 24 * m->unit_px;
    int width = text_put_fit(scene, m->margin_px, under, limit, hand,
                             scene->ui->curtain ? scene_word(scene, WORD_CURTAIN_LINE)
                                                : scene->board->subtitle);
    chrome_tag(scene, m->margin_px + width + (width > 0 ? 2 * m->unit_px : 0), under);
}

int wall_small_baseline(const struct scene *scene)
{
    int unit = scene->m->unit_px;
    int drawn = scene->m->layout == LAYOUT_PORTRAIT ? 9 * unit : 17 * unit / 2;

    return most(drawn, text_cap(scene, SIZE_WAND) * 12 / 10 + unit);
}

// The ways are as high as a finger, round the middle of the line.
static int small_ways_cy(const struct scene *scene)
{
    int middle = wall_small_baseline(scene) - text_cap(scene, SIZE_WAND) / 2;

    return most(middle, scene->m->touch_min_px / 2);
}

int wall_small_ways_px(const struct scene *scene)
{
    return small_ways_cy(scene) + (scene->m->touch_min_px + 1) / 2;
}

// The baseline of an upright panel's second line, and how wide its text may be beside the
// button of the pages and the tag: 0 where that would be a few letters.
static int second_line(const struct scene *scene, const struct wall *wall, int baseline,
                       int tag_px, int *text_px)
{
    const struct metrics *m = scene->m;
    int pages = wall_pages_px(scene, wall);

    *text_px = scene->list->width_px - 2 * m->margin_px - tag_px -
               (pages > 0 ? pages + 2 * m->unit_px : 0);
    *text_px = *text_px < 6 * m->size_px[SIZE_HAND] ? 0 : *text_px;
    return baseline + text_leading(scene, SIZE_HAND) * 12 / 10;
}

// That the curtain is closed goes before the meeting.
static void closed_words(struct scene *scene, const struct wall *wall, int baseline, int x,
                         int right, int below)
{
    const struct metrics *m = scene->m;
    const char *forms[] = {scene_word(scene, WORD_CURTAIN_LINE),
                           scene_word(scene, WORD_CURTAIN_BRIEF), NULL};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};

    if (m->layout == LAYOUT_PORTRAIT) {
        int width = 0;
        int under = second_line(scene, wall, baseline, below, &width);
        text_put_fit(scene, m->margin_px, under, width, hand,
                     text_choose(scene, width, hand, forms));
    } else {
        text_put_fit(scene, x, baseline, right - x - m->unit_px, hand,
                     text_choose(scene, right - x - m->unit_px, hand, forms));
    }
}

// One line: short name, tag, meeting where it fits, clock.
static void header_small(struct scene *scene, const struct wall *wall)
{
    const struct metrics *m = scene->m;
    bool portrait = m->layout == LAYOUT_PORTRAIT;
    int baseline = wall_small_baseline(scene);
    int right = scene->list->width_px - m->margin_px;
    char clock[FORMAT_SIZE];
    char first[FORMAT_SIZE];
    char second[FORMAT_SIZE];
    struct type light = {WEIGHT_REGULAR, portrait ? SIZE_HAND : SIZE_WAND,
                         portrait ? scene->t->ink2 : scene->t->ink};

    chrome_clock_words(scene, clock);
    right -= text_put_right(scene, right, baseline, wand_type(scene), clock) + m->unit_px;
    chrome_ways_draw(scene, right, small_ways_cy(scene));
    right -= chrome_ways_px(scene) + m->unit_px;
    int tag =
        scene->board->example
            ? 8 * m->unit_px + text_width(scene, light, scene_word(scene, WORD_EXAMPLE))
            : 0;
    // Upright, a name that would be cut for it sends the tag to the second line.
    int name = text_width(scene, wand_type(scene), scene->board->word);
    int below = portrait && name > right - m->margin_px - tag ? tag : 0;
    int x = m->margin_px + text_put_fit(scene, m->margin_px, baseline,
                                        right - m->margin_px - (tag - below),
                                        wand_type(scene), scene->board->word);
    x += 5 * m->unit_px / 2;
    if (below > 0) {
        int width = 0;
        int under = second_line(scene, wall, baseline, below, &width);
        chrome_tag(scene, m->margin_px + width + (width > 0 ? 5 * m->unit_px : 0), under);
    } else {
        x += chrome_tag(scene, x, baseline);
    }
    const struct meeting *next =
        meeting_next(scene->board, NULL, scene->today, scene->minute);
    const struct meeting *running = running_today(scene);
    if (running != NULL) {
        running_words(scene, running, first, second);
        next = running;
    } else {
        meeting_words(scene, next, first, second);
    }
    if (scene->ui->curtain) {
        closed_words(scene, wall, baseline, x, right, below);
    } else if (portrait) {
        char whole[2 * FORMAT_SIZE];
        char ahead[2 * FORMAT_SIZE];
        format_fill(whole, sizeof whole, "%s, %s", first, second);
        second[strcspn(second, ",")] = '\0';
        format_fill(ahead, sizeof ahead, "%s, %s", first, second);
        const char *forms[] = {next != NULL ? whole : first, next != NULL ? ahead : first,
                               first, NULL};
        int width = 0;
        int under = second_line(scene, wall, baseline, below, &width);
        text_put_fit(scene, m->margin_px, under, width, light,
                     text_choose(scene, width, light, forms));
    } else if (next != NULL && x + text_width(scene, light, first) + m->unit_px < right) {
        if (running != NULL) {
            int wide = text_width(scene, light, first) + 2 * m->unit_px;
            int high = m->touch_min_px;
            running_surface(scene, running,
                            (rect){right + m->unit_px - wide,
                                   small_ways_cy(scene) - high / 2, wide, high},
                            first);
        }
        text_put_right(scene, right, baseline, light, first);
    }
}

// The key of the steps, above the ambitions: names alternately above and under their slots.
static void steps_key(struct scene *scene, const struct wall *wall, int y)
{
    const struct metrics *m = scene->m;
    int stages = (int)scene->board->stage_count;
    int room = wall->cells_x - m->margin_px - 2 * m->unit_px;
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    int last = text_width(scene, hand, scene->board->stages[stages - 1]);
    int slot = least((room + m->unit_px - last) / most(stages - 1, 1), room / stages);
    int thick = most(2, m->unit_px * 6 / 8);

    for (int i = 0; i < stages; i++) {
        int x = m->margin_px + i * slot;
        int fit =
            least(2 * slot - m->unit_px / 4, m->margin_px + room + 2 * m->unit_px - x);
        draw_fill(scene->list, (rect){x, y, slot - m->unit_px, thick},
                  i % 2 == 0 ? scene->t->ink2 : scene->t->grey, 0);
        int baseline = i % 2 == 0 ? y - m->unit_px
                                  : y + thick + m->unit_px + text_cap(scene, SIZE_HAND);
        text_put_fit(scene, x, baseline, fit, hand, scene->board->stages[i]);
    }
}

void wall_header_draw(struct scene *scene, const struct wall *wall)
{
    if (scene->m->layout != LAYOUT_ROOM) {
        header_small(scene, wall);
        return;
    }
    header_room(scene, wall);
    if (scene->pages <= 1) {
        steps_key(scene, wall, wall->names_px - text_cap(scene, SIZE_WAND) / 2);
    }
}
