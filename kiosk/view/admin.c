// Beheer: how the device is (admin_device.c), how the sharing goes, which devices take
// part, what two people changed at once, and the way back to an earlier moment.
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/version.h"
#include "board/outlook_lists.h"
#include "view/admin_parts.h"
#include "view/chip.h"
#include "view/conflict.h"
#include "view/list.h"
#include "view/screens.h"
#include "view/sign.h"

enum section {
    SECTION_DEVICE,
    SECTION_SHARING,
    SECTION_DEVICES,
    SECTION_CONFLICTS,
    SECTION_RESTORE
};
enum { WHY_LINES = 2, FACTS_MAX = 12, MOMENTS_MAX = 8, DAY_MINUTES = 1440 };

void admin_moment(const struct scene *scene, int64_t at_ms, char out[FORMAT_SIZE])
{
    char day[FORMAT_SIZE];
    char clock[FORMAT_SIZE];
    int32_t on = 0;
    int minute = 0;

    day_local(at_ms, &on, &minute);
    format_clock(clock, sizeof clock, minute);
    if (on == scene->today) {
        snprintf(out, FORMAT_SIZE, "%s", clock);
        return;
    }
    format_when(day, sizeof day, scene->ui->lang, on, scene->today);
    format_fill(out, FORMAT_SIZE, "%s %s", day, clock);
}

static struct fact *fact_add(struct fact *facts, size_t *count, enum sign sign)
{
    struct fact *fact = &facts[*count];

    *count += *count + 1 < FACTS_MAX;
    *fact = (struct fact){.sign = sign};
    return fact;
}

// --- sharing ---

static void fact_shared(const struct scene *scene, struct fact *fact)
{
    const struct sync_state *sync = scene->sync;
    char since[FORMAT_SIZE];

    if (sync->refused) {
        fact->sign = SIGN_BOTTLENECK;
        format_fill(fact->title, sizeof fact->title, "%s",
                    scene_word(scene, WORD_SYNC_REFUSED));
        format_fill(fact->why, sizeof fact->why, "%s",
                    scene_word(scene, WORD_SYNC_REFUSED_HINT));
    } else if (sync->unshared > 0) {
        fact->sign = SIGN_ATTENTION;
        admin_moment(scene, sync->unshared_since_ms, since);
        format_fill(fact->title, sizeof fact->title,
                    scene_word(scene, sync->unshared == 1 ? WORD_SYNC_UNSHARED_ONE
                                                          : WORD_SYNC_UNSHARED),
                    (int)sync->unshared);
        format_fill(fact->why, sizeof fact->why, scene_word(scene, WORD_SYNC_SINCE), since);
    } else {
        format_fill(fact->title, sizeof fact->title, "%s",
                    scene_word(scene, WORD_SYNC_ALL_SHARED));
        if (sync->published_ms > 0) {
            admin_moment(scene, sync->published_ms, since);
            format_fill(fact->why, sizeof fact->why, scene_word(scene, WORD_SYNC_PUBLISHED),
                        since);
        }
    }
}

static void fact_file(const struct scene *scene, struct fact *fact)
{
    const struct sync_state *sync = scene->sync;
    char when[FORMAT_SIZE];
    bool well = scene->set->trouble[0] == '\0';

    fact->sign = well ? SIGN_ON_COURSE : SIGN_ATTENTION;
    if (well) {
        format_fill(fact->title, sizeof fact->title, "%s",
                    scene_word(scene, WORD_SYNC_FILE_WELL));
    } else {
        strip_trouble_words(scene, fact->title, sizeof fact->title);
    }
    if (sync->read_ms > 0) {
        admin_moment(scene, sync->read_ms, when);
        format_fill(fact->why, sizeof fact->why, scene_word(scene, WORD_SYNC_READ), when,
                    (int)((sync->file_bytes + 1023) / 1024), (int)sync->log_entries);
    }
}

// What is only said when it is so.
static void facts_now_and_then(const struct scene *scene, struct fact *facts, size_t *count)
{
    const struct sync_state *sync = scene->sync;
    const struct {
        bool is;
        enum word title, why;
        size_t number;
    } cases[] = {
        {sync->outbox[0] != '\0', WORD_SYNC_OUTBOX, WORD_SYNC_OUTBOX_HINT, 0},
        {sync->clock_unset, WORD_SYNC_CLOCK, WORD_SYNC_CLOCK_HINT, 0},
        {sync->rejected > 0, WORD_SYNC_REJECTED, WORD_SYNC_REJECTED_HINT, sync->rejected},
        {sync->copies > 0, WORD_SYNC_COPIES, WORD_SYNC_COPIES_HINT, sync->copies},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (cases[i].is) {
            bool harmless = cases[i].title == WORD_SYNC_COPIES;
            struct fact *fact =
                fact_add(facts, count, harmless ? SIGN_ON_COURSE : SIGN_ATTENTION);
            format_fill(fact->title, sizeof fact->title, scene_word(scene, cases[i].title),
                        (int)cases[i].number);
            format_fill(fact->why, sizeof fact->why, "%s", scene_word(scene, cases[i].why));
        }
    }
}

static const struct sync_device *own_device(const struct sync_state *sync)
{
    for (size_t i = 0; i < sync->device_count; i++) {
        if (sync->devices[i].self) {
            return &sync->devices[i];
        }
    }
    return NULL;
}

static size_t sharing_facts(const struct scene *scene, struct fact *facts)
{
    size_t count = 0;
    const struct sync_device *own = own_device(scene->sync);

    fact_shared(scene, fact_add(facts, &count, SIGN_ON_COURSE));
    fact_file(scene, fact_add(facts, &count, SIGN_ON_COURSE));
    facts_now_and_then(scene, facts, &count);
    struct fact *fact = fact_add(facts, &count, SIGN_COUNT);
    format_fill(fact->title, sizeof fact->title, "%s",
                own != NULL && own->name[0] != '\0'
                    ? own->name
                    : scene_word(scene, WORD_SYNC_THIS_DEVICE));
    format_fill(fact->why, sizeof fact->why, scene_word(scene, WORD_SYNC_VERSION),
                REGIEBORD_VERSION, own != NULL ? own->id : "");
    return count;
}

// --- devices ---

static void device_name(const struct scene *scene, const struct sync_device *device,
                        char out[FORMAT_SIZE])
{
    if (device->name[0] != '\0') {
        snprintf(out, FORMAT_SIZE, "%s", device->name);
    } else if (strncmp(device->id, "ext", 3) == 0) {
        snprintf(out, FORMAT_SIZE, "%s", scene_word(scene, WORD_DEVICE_TOOL));
    } else if (strcmp(device->id, "import") == 0) {
        snprintf(out, FORMAT_SIZE, "%s", scene_word(scene, WORD_DEVICE_IMPORT));
    } else {
        format_fill(out, FORMAT_SIZE, scene_word(scene, WORD_DEVICE_UNNAMED), device->id);
    }
}

static void device_fact(const struct scene *scene, const struct sync_device *device,
                        struct fact *fact)
{
    char seen[FORMAT_SIZE];

    *fact = (struct fact){.sign = device->unshared > 0 ? SIGN_ATTENTION : SIGN_ON_COURSE};
    device_name(scene, device, fact->title);
    admin_moment(scene, device->seen_ms, seen);
    format_fill(fact->why, sizeof fact->why, scene_word(scene, WORD_DEVICE_SEEN), seen,
                (int)device->entries);
    if (device->unshared > 0) {
        format_fill(fact->side, sizeof fact->side, scene_word(scene, WORD_DEVICE_UNSHARED),
                    (int)device->unshared);
    } else if (device->self) {
        snprintf(fact->side, sizeof fact->side, "%s",
                 scene_word(scene, WORD_SYNC_THIS_DEVICE));
    }
}

// --- the way back ---

struct moment {
    char words[FORMAT_SIZE];
    int64_t at_ms;
};

static void moment_add(const struct scene *scene, struct moment *moments, size_t *count,
                       const char *what, int64_t at_ms)
{
    char when[FORMAT_SIZE];

    if (*count == MOMENTS_MAX) {
        return;
    }
    struct moment *moment = &moments[(*count)++];
    moment->at_ms = at_ms;
    admin_moment(scene, at_ms, when);
    format_fill(moment->words, sizeof moment->words, "%s, %s", what, when);
}

// An hour, a day, a week and a month ago, and just before the last meetings.
static size_t moments_of(const struct scene *scene, struct moment *moments)
{
    static const struct {
        enum word word;
        int days, minutes;
    } ago[] = {{WORD_AGO_HOUR, 0, 60},
               {WORD_AGO_DAY, 1, 0},
               {WORD_AGO_WEEK, 7, 0},
               {WORD_AGO_MONTH, 30, 0}};
    size_t count = 0;

    for (size_t i = 0; i < sizeof ago / sizeof *ago; i++) {
        int64_t at_ms = ago[i].days == 0
                            ? scene->now_ms - (int64_t)ago[i].minutes * 60000
                            : day_moment_ms(scene->today - ago[i].days, scene->minute);
        moment_add(scene, moments, &count, scene_word(scene, ago[i].word), at_ms);
    }
    for (size_t i = scene->board->meeting_count; i-- > 0 && count < MOMENTS_MAX;) {
        const struct meeting *meeting = &scene->board->meetings[i];
        if (meeting->day != DAY_NONE && meeting->day < scene->today) {
            char words[FORMAT_SIZE];
            format_fill(words, sizeof words, scene_word(scene, WORD_AGO_MEETING),
                        meeting->body);
            moment_add(
                scene, moments, &count, words,
                day_moment_ms(meeting->day, meeting->minute < 0 ? 0 : meeting->minute));
        }
    }
    return count;
}

static void confirm_draw(struct scene *scene, const struct moment *moment)
{
    struct type type = {WEIGHT_REGULAR, SIZE_TAFEL, scene->t->ink};
    int lines = 5 * text_leading(scene, SIZE_TAFEL);
    int high = chrome_button_px(scene);
    char words[4 * FORMAT_SIZE];

    rect box = chrome_panel(scene, scene_word(scene, WORD_RESTORE),
                            lines + high + 2 * scene->m->unit_px);
    format_fill(words, sizeof words, scene_word(scene, WORD_RESTORE_SURE), moment->words);
    text_put_wrapped(scene, box.x, box.y + text_cap(scene, SIZE_TAFEL), box.w, 5, type,
                     words);
    struct intent tap = intent_of(INTENT_RESTORE, 0);
    snprintf(tap.text, sizeof tap.text, "%" PRId64, moment->at_ms);
    const char *word = scene_word(scene, WORD_RESTORE_NOW);
    int width = chrome_button_width(scene, -1, word);
    chrome_button(scene, (rect){box.x, box.y + box.h - high, width, high}, -1, word, false,
                  tap);
}

// --- drawing ---

// The width that a fact has for its words in a row of `width_px`.
static int fact_text_px(const struct scene *scene, const struct fact *fact, int width_px)
{
    struct type side = {WEIGHT_SEMIBOLD, SIZE_HAND, 0};
    int taken = text_cap(scene, SIZE_TAFEL) * 14 / 10 + 6 * scene->m->unit_px;

    if (fact->side[0] != '\0') {
        taken += text_width(scene, side, fact->side) + 2 * scene->m->unit_px;
    }
    return width_px - taken;
}

static int fact_lines(const struct scene *scene, const struct fact *fact, int width_px)
{
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, 0};

    return fact->why[0] == '\0'
               ? 0
               : least(WHY_LINES, text_lines(scene, fact_text_px(scene, fact, width_px),
                                             hand, fact->why));
}

static void fact_draw(struct scene *scene, const struct fact *fact, rect box)
{
    const struct metrics *m = scene->m;
    struct type strong = {WEIGHT_SEMIBOLD, SIZE_TAFEL, scene->t->ink};
    struct type hand = {WEIGHT_REGULAR, SIZE_HAND, scene->t->ink2};
    int side = text_cap(scene, SIZE_TAFEL) * 14 / 10;
    int x = box.x + 2 * m->unit_px;
    int right = box.x + box.w - 2 * m->unit_px;
    struct surface s = {.role = ROLE_CARD,
                        .box = box,
                        .hit = rect_meet(box, scene->list->clip),
                        .fill = scene->t->card,
                        .radius_px = m->radius_px,
                        .tap = fact->tap};
    char label[5 * FORMAT_SIZE];

    format_fill(label, sizeof label, "%s: %s", fact->title, fact->why);
    chrome_surface(scene, &s, label);
    if (fact->sign != SIGN_COUNT) {
        sign_draw(scene, fact->sign, x, box.y + (box.h - side) / 2, side);
    }
    x += side + 2 * m->unit_px;
    text_put_right(scene, right, text_middle(scene, SIZE_HAND, box.y + box.h / 2),
                   (struct type){WEIGHT_SEMIBOLD, SIZE_HAND, scene->t->ink}, fact->side);
    int width = fact_text_px(scene, fact, box.w);
    int lines = fact_lines(scene, fact, box.w);
    int high = text_cap(scene, SIZE_TAFEL) + lines * text_leading(scene, SIZE_HAND);
    int baseline = box.y + (box.h - high) / 2 + text_cap(scene, SIZE_TAFEL);
    text_put_fit(scene, x, baseline, width, strong, fact->title);
    text_put_wrapped(scene, x, baseline + text_leading(scene, SIZE_HAND), width, lines,
                     hand, fact->why);
}

// Every row as high as the longest needs.
static void facts_draw(struct scene *scene, rect body, size_t count,
                       void (*fact_at)(const struct scene *scene, size_t i,
                                       struct fact *out))
{
    int lines = 1;
    struct list list;

    for (size_t i = 0; i < count; i++) {
        struct fact fact = {.sign = SIGN_COUNT};
        fact_at(scene, i, &fact);
        lines = most(lines, fact_lines(scene, &fact, body.w));
    }
    int row = text_leading(scene, SIZE_TAFEL) + lines * text_leading(scene, SIZE_HAND) +
              3 * scene->m->unit_px;

    list_begin(scene, &list, body, (rect){0}, count, most(row, scene->m->touch_min_px), 1);
    for (size_t i = list.first; i < list.last; i++) {
        struct fact fact = {.sign = SIGN_COUNT};
        fact_at(scene, i, &fact);
        fact_draw(scene, &fact, list_row(scene, &list, i));
    }
    list_end(scene, &list);
}

static void sharing_at(const struct scene *scene, size_t i, struct fact *out)
{
    struct fact facts[FACTS_MAX];

    if (i < sharing_facts(scene, facts)) {
        *out = facts[i];
    }
}

static void own_at(const struct scene *scene, size_t i, struct fact *out)
{
    struct fact facts[DEVICE_FACTS_MAX];

    if (i < device_facts(scene, facts)) {
        *out = facts[i];
    }
}

static void device_at(const struct scene *scene, size_t i, struct fact *out)
{
    device_fact(scene, &scene->sync->devices[i], out);
}

static void moment_at(const struct scene *scene, size_t i, struct fact *out)
{
    struct moment moments[MOMENTS_MAX];

    if (i < moments_of(scene, moments)) {
        snprintf(out->title, sizeof out->title, "%s", moments[i].words);
        out->tap = intent_of(INTENT_OPTION, UI_PANEL);
        out->tap.screen = (int)i + 1;
    }
}

// Every row as high as the longest needs: that is found once, as there may be thousands.
static int conflicts_px(struct scene *scene, int width_px)
{
    const struct metrics *m = scene->m;
    const struct conflict_set set = {width_px, m->size_px[SIZE_HAND], m->unit_px,
                                     (int)scene->ui->lang};
    int *kept = outlook_conflict_px(scene->outlook, &set);
    int highest = conflict_most_px(scene, width_px);
    int row = kept != NULL ? *kept : highest;
    bool found = row > 0;

    for (size_t i = 0; !found && row < highest && i < scene->board->conflict_count; i++) {
        row = most(row, conflict_px(scene, &scene->board->conflicts[i], width_px));
    }
    if (kept != NULL) {
        *kept = row;
    }
    return row;
}

static void conflicts_draw(struct scene *scene, rect body)
{
    size_t count = scene->board->conflict_count;
    struct list list;

    if (count == 0) {
        text_put_wrapped(scene, body.x, body.y + text_leading(scene, SIZE_TAFEL), body.w, 2,
                         (struct type){WEIGHT_REGULAR, SIZE_TAFEL, scene->t->ink2},
                         scene_word(scene, WORD_NO_CONFLICTS));
        return;
    }
    list_begin(scene, &list, body, (rect){0}, count, conflicts_px(scene, body.w), 1);
    for (size_t i = list.first; i < list.last; i++) {
        conflict_draw(scene, i, list_row(scene, &list, i));
    }
    list_end(scene, &list);
}

static int sections_draw(struct scene *scene, rect body)
{
    static const enum word words[] = {WORD_DEVICE, WORD_SYNC, WORD_DEVICES, WORD_CONFLICTS,
                                      WORD_RESTORE};
    const int counts[] = {CHIP_NO_COUNT, CHIP_NO_COUNT, (int)scene->sync->device_count,
                          (int)scene->board->conflict_count, CHIP_NO_COUNT};
    struct chip chips[SECTION_RESTORE + 1];

    for (int i = 0; i <= SECTION_RESTORE; i++) {
        chips[i] = (struct chip){.filter = i, .count = counts[i]};
        snprintf(chips[i].word, sizeof chips[i].word, "%s", scene_word(scene, words[i]));
    }
    return chips_draw(scene, chips, SECTION_RESTORE + 1, body);
}

static void section_draw(struct scene *scene, rect body)
{
    struct fact facts[FACTS_MAX];
    struct fact own[DEVICE_FACTS_MAX];
    struct moment moments[MOMENTS_MAX];

    switch ((enum section)scene->ui->filter) {
    case SECTION_DEVICE: facts_draw(scene, body, device_facts(scene, own), own_at); break;
    case SECTION_DEVICES:
        facts_draw(scene, body, scene->sync->device_count, device_at);
        break;
    case SECTION_RESTORE:
        facts_draw(scene, body, moments_of(scene, moments), moment_at);
        break;
    case SECTION_CONFLICTS: conflicts_draw(scene, body); break;
    case SECTION_SHARING:
        facts_draw(scene, body, sharing_facts(scene, facts), sharing_at);
        break;
    }
}

void admin_draw(struct scene *scene)
{
    struct moment moments[MOMENTS_MAX];
    rect body =
        undo_clear(scene, chrome_frame(scene, NULL, scene_word(scene, WORD_ADMIN),
                                       scene_word(scene, WORD_ADMIN_HINT), 0, TAB_MORE));
    int used = sections_draw(scene, body) + scene->m->gap_px;

    body.y += used;
    body.h -= used;
    section_draw(scene, body);
    if (scene->ui->filter == SECTION_RESTORE && scene->ui->fold > 0 &&
        (size_t)scene->ui->fold <= moments_of(scene, moments)) {
        confirm_draw(scene, &moments[scene->ui->fold - 1]);
    }
}
